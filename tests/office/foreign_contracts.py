"""Contracts as others write them in Word, made on the spot; and the small library they are imported into."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from generator.answers import Case
from generator.assembly import assemble
from generator.diagnostics import Diagnostic
from generator.document import Document, Identity
from generator.facts import Facts
from generator.importing.arrange import Contract, arranged
from generator.importing.foreign import Foreign
from generator.importing.imported import Imported, imported
from generator.importing.losses import differences
from generator.library import Library
from generator.loading.load import read_library
from generator.numbering import NumberingScheme
from generator.writers.docx.foreign_text import foreign
from generator.writers.docx.opening import opened

TODAY = date(2026, 11, 21)
PARTIES = """
rubriek: partijen
titel: De partijen
vragen:
  - id: leverancier
    vraag: Wie bent u?
    soort: groep
    velden: [{id: naam, vraag: "Volledige naam van uw bedrijf", soort: tekst}, {id: kvk, vraag: "KvK-nummer van uw bedrijf", soort: kvk}]
  - id: klant
    vraag: Wie is de klant?
    soort: groep
    velden: [{id: naam, vraag: "Volledige naam van de klant", soort: tekst}, {id: kvk, vraag: "KvK-nummer van de klant", soort: kvk}, {id: plaats, vraag: "Plaats van de klant", soort: tekst}]
"""
SIGNING = """
ondertekening:
  partijen:
    - {rol: Leverancier, naam: partijen.leverancier.naam}
    - {rol: Klant, naam: partijen.klant.naam}
"""


def base(files: Mapping[str, str]) -> dict[str, bytes]:
    """The library of one page with the parties in it."""
    found = {**files, "questionnaires/rubrieken/partijen.yaml": PARTIES}
    found["clauses/documenten/stuk.yaml"] += SIGNING
    found["questionnaires/proef.yaml"] = found["questionnaires/proef.yaml"].replace(
        "[zaak]", "[zaak, partijen]"
    )
    return {path: text.lstrip("\n").encode() for path, text in found.items()}


class Into:
    """Imports into a library, in memory."""

    def __init__(self, content: Mapping[str, bytes]) -> None:
        self.content = content
        self.library = self.loaded = self._read({})
        self.found: list[Diagnostic] = []

    def _read(self, files: Mapping[str, str]) -> Library:
        content = {**self.content, **{f"huis/{path}": text.encode() for path, text in files.items()}}
        library, self.found = read_library(content, "proef")
        assert library is not None, "\n".join(f"{d.position} {d.message} {d.source_line}" for d in self.found)
        return library

    def _loads(self, files: Mapping[str, str]) -> bool:
        self.loaded = self._read(files)
        return True

    def imported(self, data: bytes) -> Imported:
        """What is made, once it loads; every word of the contract is then in it, and no other."""
        found = foreign(opened(data))
        made = imported(found, "contract", self.library, self._loads)
        assert differences(found, made, self.loaded) == ([], [])
        return made

    def paper(self, made: Imported, scheme: NumberingScheme) -> Document:
        facts = Facts(self.loaded, made.name, {}, TODAY)
        papers = assemble(self.loaded, facts, Case(made.name, {}, {}), Identity("2026-001", "proef"), scheme)
        (document,) = papers.documents
        return document


def contract_of(data: bytes) -> Contract:
    return arranged(read(data))


def read(data: bytes) -> Foreign:
    return foreign(opened(data))


def word(build: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    build(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def typed(document: Any) -> None:
    """Every number typed, as a firm does that never found the lists of Word."""
    document.add_paragraph("MODELCONTRACT BEHEER").runs[0].bold = True
    document.add_paragraph("De ondergetekenden:")
    document.add_paragraph("1. [NAAM LEVERANCIER], hierna: ‘Leverancier’; en")
    document.add_paragraph(
        "2. [Naam klant], gevestigd te ............, KvK-nummer: [KvK-nummer klant], hierna: ‘Klant’."
    )
    document.add_paragraph("komen het volgende overeen:")
    for line in (
        "Artikel 1. Begrippen",
        "1.1 In deze overeenkomst betekent Dienst: het werk van artikel 2.",
        "Artikel 2 – Werk en prijs",
        "2.1\tLeverancier doet het volgende:",
        "a. hij plaatst updates;",
        "b. hij leest meldingen, dat wil zeggen:",
        "(i) elke werkdag;",
        "(ii) op verzoek vaker;",
        "c. hij helpt medewerkers.",
        "2.2\tKlant betaalt € ____ per maand. Artikel 3 lid 2 geldt ook.",
        "Dat bedrag is zonder btw. Zie artikel 2.1 onder b en bijlage 1.",
        "ARTIKEL 3: Aansprakelijkheid",
        "3.1 Dit volgt uit artikel 6:74 BW en uit de artikelen 2 en 1.",
        "3.2 Zie art. 9.4 en lid 1. Artikel 7 lid 1 van de Auteurswet en artikel 1 tot en met 3 AVG blijven gelden.",
    ):
        document.add_paragraph(line)
    document.add_paragraph("Aldus overeengekomen en ondertekend op de dag die hieronder staat.")
    document.add_paragraph("Naam: ____________________")
    document.add_paragraph("Bijlage 1: Tarieven").runs[0].bold = True
    document.add_paragraph("Een uur kost € 90.")


def _level(level: int, form: str, text: str, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{567 * (level + 1)}" w:hanging="567"/></w:pPr></w:lvl>'
    )


def automatic(document: Any) -> None:
    """Lists of Word under style names of its own: levels by style, by what a style is based on, and by hand."""
    levels = (
        _level(0, "decimal", "%1.", "Kopje")
        + _level(1, "decimal", "%1.%2", "Bepaling")
        + _level(2, "lowerLetter", "%3)")
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for name, level, based, outline in (
        ("Kopje", 0, "Normal", 0),
        ("Bepaling", 1, "Normal", None),
        ("Bepaling vet", None, "Bepaling", None),
    ):
        style = document.styles.add_style(name, 1)
        style.base_style = document.styles[based]
        properties = style.element.get_or_add_pPr()
        if level is not None:
            properties.append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
            )
        if outline is not None:
            properties.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{outline}"/>'))
        style.element.set(qn("w:styleId"), name.replace(" ", ""))
    document.styles["Bepaling vet"].font.bold = True
    document.add_paragraph("Onze voorwaarden", style="Title")
    document.add_paragraph("Duur", style="Kopje")
    document.add_paragraph("De overeenkomst geldt een jaar.", style="Bepaling")
    target = document.add_paragraph("Opzeggen kan zo:", style="Bepaling vet")
    _marked(target, "_Ref100")
    for text in ("per brief;", "per e-mail."):
        _numbered(document.add_paragraph(text), 2)
    document.add_paragraph("Einde", style="Kopje")
    pointing = document.add_paragraph("Na opzegging volgens artikel ", style="Bepaling")
    _field(pointing, " REF _Ref100 \\r \\h ", "1.2")
    pointing.add_run(" geeft Leverancier alles terug.")
    document.add_paragraph("Wat daarna geldt", style="Heading 2")
    document.add_paragraph("Wachtwoorden blijven geheim.", style="Bepaling")


def _marked(paragraph: Any, name: str) -> None:
    paragraph._p.insert(1, parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="{name}"/>'))
    paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="1"/>'))


def _numbered(paragraph: Any, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
    )


def _field(paragraph: Any, instruction: str, result: str) -> None:
    for kind in ("begin", "separate", "end"):
        if kind == "end":
            paragraph.add_run(result)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(mark)
        if kind == "begin":
            text = OxmlElement("w:instrText")
            text.text = instruction
            paragraph.add_run()._r.append(text)


def defined(document: Any) -> None:
    """A list of definitions: two that are clear, one that the parties are called by, one that nobody uses."""
    for line in (
        "Artikel 1. Definities",
        "In dit contract betekent:",
        "Portaal: de website waar Klant meldingen ziet;",
        "“Meldpunt”: het nummer uit artikel 2.1;",
        "Klant: wie bestelt;",
        "Zonnescherm: iets dat nergens staat.",
        "Artikel 2. Melden",
        "2.1 Klant belt het Meldpunt of kijkt in het Portaal. Een bedrijf (hierna: ‘Derde’) mag dat ook.",
    ):
        document.add_paragraph(line)


def in_a_table(document: Any) -> None:
    """Definitions in two columns, without a row that Word counts as a head."""
    document.add_heading("Contract", 0)
    document.add_paragraph("Artikel 1 Begrippen")
    document.add_paragraph("In dit contract betekent:")
    table = document.add_table(rows=0, cols=2)
    for form, meaning in (
        ("Begrip", "Betekenis"),
        ("Portaal", "de website waar Klant meldingen ziet"),
        ("Meldpunt", "het nummer dat Klant belt"),
        ("Zonnescherm", "een scherm tegen de zon"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = form, meaning
        cells[0].paragraphs[0].runs[0].bold = True
    document.add_paragraph("Artikel 2 Melden")
    document.add_paragraph("2.1 Klant belt het Meldpunt of kijkt in het Portaal.")


def plain_conditions(document: Any) -> None:
    """Terms as many firms have them: number and title on lines of their own, leden as ‘1.’, one paragraph goes on."""
    for text, bold in (
        ("ALGEMENE VOORWAARDEN FICTIEF B.V.", True),
        ("Artikel 1", True),
        ("Levering", True),
        ("1. Wij leveren snel.", False),
        ("2. Dit geldt niet bij:", False),
        ("a. storm;", False),
        ("b. overmacht.", False),
        ("Dit lid gaat door.", False),
        ("3. Klaar.", False),
        ("Artikel 2", True),
        ("Prijs", True),
        ("1. Zie artikel 1, tweede lid, onder b, en artikelen 1 en 2.", False),
        ("2. De prijs is ….…. per uur.", False),
    ):
        document.add_paragraph().add_run(text).bold = bold


def messy(document: Any) -> None:
    """Headings without numbers, words cut into runs, a table with merged cells, marks in yellow, a merge field."""
    document.add_heading("Onderhoud", 1)
    cut = document.add_paragraph()
    for text, bold in (
        ("Leveran", True),
        ("cier", True),
        (" doet ", False),
        ("alles", False),
        (", ook *dit* en {{ dat }}.", False),
    ):
        cut.add_run(text).bold = bold
    cut.add_run(" Prijs: ")
    cut.add_run("bedrag per maand").font.highlight_color = WD_COLOR_INDEX.YELLOW
    document.add_paragraph("eerste punt", style="List Bullet")
    document.add_paragraph("tweede | punt", style="List Bullet")
    document.add_heading("Tarieven", 1)
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(0, 2).text = "Wat", "Hoeveel", "Per"
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    table.cell(1, 0).text, table.cell(1, 2).text = "Uur | reis", "keer"
    table.cell(1, 0).merge(table.cell(1, 1))
    table.cell(2, 0).text, table.cell(2, 1).text, table.cell(2, 2).text = "Beheer", "€ 50", "maand"
    filled = document.add_paragraph("Dit geldt voor ")
    _field(filled, " MERGEFIELD Klantnaam ", "«Klantnaam»")
    filled.add_run(" in [PLAATS].")
    document.add_paragraph("Zo staat het er.", style="Quote")
    document.sections[0].header.paragraphs[0].text = "Vertrouwelijk"
