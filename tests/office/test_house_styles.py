"""A firm's own house style works without Python, and what is wrong with it is told in Dutch, all at once."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from conftest import needs_office
from house_styles import STYLES, classic, foreign, modern
from samples import SAMPLES, contract, unnumbered
from test_gate import changed

from generator.document import Document, plain
from generator.house_style import copied, inspect
from generator.numbering import numbered
from generator.references import resolved
from generator.writers.docx import HouseStyleError, Origin, check_docx, inspected, scheme_of, write_docx
from generator.writers.docx.contents import FEWEST
from generator.writers.docx.package import read_package, written
from generator.writers.docx.places import BLOCKS, VALUES

ORIGIN = Origin("basis", "1")
every_style = pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=(pytest.mark.office, needs_office) if n == "herbewaard" else ()) for n in STYLES],
)


def in_style(document: Document, style: bytes) -> Document:
    """The document counted and cited as that style does."""
    scheme = scheme_of(style)
    return resolved([numbered(document, scheme)], scheme)[0]


@pytest.mark.parametrize(
    ("style", "heading"), [(modern, "Wat Leverancier beheert"), (foreign, "– Wat Leverancier beheert")]
)
def test_an_annex_is_set_apart_from_its_number_and_listed_so(
    style: Callable[[], bytes], heading: str
) -> None:
    document = in_style(unnumbered(contract(filler=FEWEST)), style())
    data = write_docx(document, style(), origin=ORIGIN)
    listed = f"Bijlage 1 {heading}" if heading[0] == "–" else f"Bijlage 1\t{heading}"
    lines = [p.text for p in docx.Document(BytesIO(data)).paragraphs]
    assert listed in lines
    assert heading in lines


@every_style
def test_a_style_that_works_has_nothing_grave(name: str) -> None:
    assert [f.message for f in inspected(STYLES[name]())[1] if f.grave] == []


@every_style
@pytest.mark.parametrize("form", SAMPLES)
def test_every_form_can_be_made_in_every_style(form: str, name: str) -> None:
    style = STYLES[name]()
    document = in_style(unnumbered(SAMPLES[form]()), style)
    assert check_docx(write_docx(document, style, origin=ORIGIN), document) == []


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (modern, "Zie ook artikel 4, artikel 2.2 en artikel 2.1 onder (b)."),
        (classic, "Zie ook Artikel 4, Artikel 2.2 en Artikel 2.1 onder b."),
        (foreign, "Zie ook § 4, § 2 lid 2 en § 2 lid 1 onder b)."),
    ],
)
def test_references_read_as_the_house_style_counts(style: Callable[[], bytes], expected: str) -> None:
    document = in_style(unnumbered(SAMPLES["overeenkomst"]()), style())
    lines = [
        plain(b.inlines).replace("\u00a0", " ") for b in document.articles[1].blocks if hasattr(b, "inlines")
    ]
    assert expected in lines


def test_parts_and_properties_of_the_firm_stay() -> None:
    document = in_style(unnumbered(SAMPLES["overeenkomst"]()), foreign())
    parts = read_package(write_docx(document, foreign(), origin=ORIGIN)).parts
    assert parts["customXml/item1.xml"] == b"<x/>"
    assert b"herkomst" in parts["customXml/item2.xml"]
    assert b'name="Kantoor"' in parts["docProps/custom.xml"]
    assert b'name="Kenmerk"' in parts["docProps/custom.xml"]


BODY, SHEET, LISTS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
FAULTS = {
    "a role is missing": (SHEET, r'<w:name w:val="Partij"/>', '<w:name w:val="Partijen"/>', "De stijl ‘Partij’ ontbreekt. Die is voor een partij"),
    "a role does not count": (SHEET, r'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "", "De stijl ‘Lid’ heeft geen nummering"),
    "a role in another list": (SHEET, r'<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:numId w:val="3"/></w:numPr>', "niet in één lijst: heading 1, Lid, Onderdeel, Subonderdeel"),
    "a role that counts in words": (LISTS, r'<w:numFmt w:val="upperLetter"/>', '<w:numFmt w:val="cardinalText"/>', "op een manier die wij niet kennen (cardinalText)"),
    "a number without itself": (LISTS, r'<w:lvlText w:val="%1.%2"/>', '<w:lvlText w:val="%1."/>', "In de nummering van ‘Lid’ staat het eigen nummer niet"),
    "a number too wide for the contents": (LISTS, r'<w:lvlText w:val="%1."/>', '<w:lvlText w:val="Artikel nummer %1"/>', "In de inhoudsopgave past het nummer ‘Artikel nummer 88’ niet"),
    "an unknown code": (BODY, r"\{\{ kenmerk \}\}", "{{ kenmrk }}", "‘kenmrk’ in de tekst kennen wij niet"),
    "no place for the articles": (BODY, r"\{\{p artikelen \}\}", "", "geen plaats voor de artikelen"),
    "a place that is not alone": (BODY, r"\{\{p artikelen \}\}", "Hier: {{p artikelen }}", "De plaats voor de artikelen staat niet goed"),
    "a code that is not ended": (BODY, r"\{%p endif %\}", "", "klopt een code niet"),
    "a code that may not": ("word/header1.xml", r"\{\{ kenmerk \}\}", "{{ kenmerk.__class__.__mro__ }}", "iets wat niet kan of mag (SecurityError)"),
    "no page number": ("word/footer1.xml", r" PAGE ", " DATE ", None),
    "a font of its own": (SHEET, r"Calibri", "Garamond", "Het lettertype ‘Garamond’ heeft niet iedereen"),
    "another language": (SHEET, r'w:lang w:val="nl-NL"', 'w:lang w:val="en-US"', "taal van dit bestand is niet Nederlands"),
    "a question at opening": ("word/settings.xml", r"<w:zoom", '<w:updateFields w:val="true"/><w:zoom', "stelt bij dit bestand een vraag"),
    "no word for a draft": ("word/header1.xml", r"concept", "titel", None),
    "tracked changes": (BODY, r"<w:body>", '<w:body><w:p><w:ins w:id="1" w:author="x"><w:r><w:t>x</w:t></w:r></w:ins></w:p>', "wijzigingen in die nog zijn bijgehouden"),
    "a linked picture": ("word/_rels/document.xml.rels", r"</Relationships>", '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://voorbeeld.example/logo.png" TargetMode="External"/></Relationships>', "haalt iets van buiten: http://voorbeeld.example/logo.png"),
    "a field that fetches": (BODY, r" NUMPAGES | PAGE |<w:body>", '<w:body><w:p><w:r><w:instrText> INCLUDETEXT "c:/x.docx" </w:instrText></w:r></w:p>', "INCLUDETEXT"),
    "macros": ("[Content_Types].xml", r"wordprocessingml\.document\.main", "x.macroEnabled.main", "Er staan macro's in dit bestand"),
    "not XML": (BODY, r"</w:body>", "", "geen Word-bestand (.docx), of het is beschadigd"),
}  # fmt: skip
BOTH = {"no page number": "word/footer2.xml", "no word for a draft": "word/header2.xml"}
TOLD = {
    "no page number": "geen paginanummer",
    "no word for a draft": "Een stuk dat CONCEPT is, zegt dat niet",
}


def broken(name: str) -> bytes:
    part, old, new, _said = FAULTS[name]
    everywhere = {"a font of its own", "another language", *BOTH}
    data = changed(modern(), part, old, new, count=0 if name in everywhere else 1)
    return changed(data, BOTH[name], old, new, count=0) if name in BOTH else data


def faults_of(style: bytes) -> list[str]:
    try:
        return [f.message for f in inspected(style)[1]]
    except HouseStyleError as refused:
        return [f.message for f in refused.faults]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_in_dutch(name: str) -> None:
    expected = FAULTS[name][3] or TOLD[name]
    assert any(expected in message for message in faults_of(broken(name))), faults_of(broken(name))


def test_a_plain_link_to_a_website_is_let_through() -> None:
    link = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://voorbeeld.example" TargetMode="External"/></Relationships>'
    )
    assert faults_of(changed(modern(), "word/_rels/document.xml.rels", "</Relationships>", link)) == []


@pytest.mark.parametrize("data", [b"", b"geen bestand", b"PK\x03\x04", written({"a.txt": b"x"})])
def test_what_is_no_word_file_is_named(data: bytes) -> None:
    assert faults_of(data) == ["Dit is geen Word-bestand (.docx), of het is beschadigd."]


def test_no_paper_is_made_in_a_broken_style() -> None:
    style = broken("a role is missing")
    with pytest.raises(HouseStyleError, match="De stijl ‘Partij’ ontbreekt"):
        write_docx(SAMPLES["overeenkomst"](), style, origin=ORIGIN)


def test_all_faults_are_told_at_once_with_a_copy_that_shows_them(tmp_path: Path) -> None:
    style = changed(broken("a role is missing"), BODY, r"\{\{ kenmerk \}\}", "{{ kenmrk }}")
    place = tmp_path / "kantoor.docx"
    place.write_bytes(style)
    found = inspect(place)
    assert found.grave
    assert sum(line.startswith("fout:") for line in found.lines) == 2
    assert found.copy == tmp_path / "kantoor-nagekeken.docx"
    opened = docx.Document(str(found.copy))
    comments = {c.comment_id: c.text for c in opened.comments}
    assert len(comments) == 2
    marked = re.search(
        r'<w:p>(?:(?!</w:p>).)*kenmrk(?:(?!</w:p>).)*commentReference w:id="(\d)"',
        read_package(found.copy.read_bytes()).parts[BODY].decode(),
    )
    assert marked
    assert "‘kenmrk’ in de tekst kennen wij niet." in comments[int(marked[1])]
    assert place.read_bytes() == style


def test_ours_is_copied_to_start_from_and_is_in_order(tmp_path: Path) -> None:
    copied("klassiek", tmp_path / "kantoor.docx")
    found = inspect(tmp_path / "kantoor.docx")
    assert (found.lines, found.grave, found.copy) == ((), False, None)


def test_every_name_a_house_style_may_use_is_given_to_it() -> None:
    from generator.writers.docx import write

    given = set(re.findall(r'^ {8}"(\w+)":', Path(write.__file__).read_text("utf-8"), re.MULTILINE))
    assert given == VALUES | BLOCKS.keys()
