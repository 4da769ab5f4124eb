"""A library of one page that tests write to a folder and load as any other; each test adds what it is about."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import document as doc
from generator.answers import Answers, Case, Decision
from generator.assembly import Papers, assemble
from generator.document import Identity
from generator.facts import Facts
from generator.findings import Finding
from generator.library import Library
from generator.loading.load import load_with_diagnostics
from generator.risks import assess
from generator.values import Record, State, Value

TODAY = date(2026, 11, 21)
YES_NO = "{ja: Ja, nee: Nee}"

BASE = {
    "clauses/bibliotheek.yaml": 'naam: Proef\nversie: "1"\nvorm: 1\nrechtsstand: 2026-11-21\n',
    "clauses/woorden.yaml": "nooit_drukken: []\nte_mager: [te duur]\n",
    "clauses/onderbouwing.yaml": """
- {id: reden, nummer: 1, poort: ja, tekst: "De reden staat op papier.", als: melding.besluit.reden is bekend, doe: "Vraag de reden."}
- {id: twee_dagen, nummer: 2, tekst: "Er is op twee dagen gewaarschuwd.", als: melding.besluit.waarschuwing_dagen >= 2, doe: "Waarschuw nog eens."}
- {id: druk, nummer: 3, tekst: "De klant koos zonder druk.", niet_te_beoordelen: ja}
""",
    "questionnaires/rubrieken/besluit.yaml": """
rubriek: besluit
titel: Het besluit
vragen:
  - id: afwijking
    vraag: Wijkt een directeur af?
    soort: groep
    mag_leeg: ja
    velden:
      - {id: door, vraag: "Wie?", soort: tekst}
      - {id: reden, vraag: "Waarom?", soort: lange_tekst}
      - {id: vervangende_maatregel, vraag: "Wat dan?", soort: tekst}
      - {id: tot, vraag: "Tot wanneer?", soort: datum}
  - id: besluit
    vraag: Wat wordt het?
    soort: keuze
    opties: {later: Later, buiten_opdracht: Een ander, aanvaard: Aanvaard, geweigerd: Nee, besluit_directie: Directie}
  - {id: uiterlijk, vraag: "Wanneer is dit opgelost?", soort: datum}
  - id: alternatieven
    vraag: Wat bood u aan?
    soort: lijst
    velden:
      - {id: omschrijving, vraag: "Wat?", soort: tekst}
      - {id: prijs, vraag: "Prijs?", soort: bedrag}
      - {id: per, vraag: "Per?", soort: keuze, opties: {maand: {label: Maand, stuk: per maand}}}
  - {id: reden, vraag: "Wat is de reden?", soort: lange_tekst, later: ja}
  - id: gewaarschuwd
    vraag: Wanneer waarschuwde u?
    soort: lijst
    velden:
      - {id: datum, vraag: "Dag?", soort: datum}
      - {id: hoe, vraag: "Hoe?", soort: keuze, opties: {gesprek: Gesprek, brief: Brief}}
      - {id: vastgelegd_op, vraag: "Vastgelegd?", soort: datum, vult_programma_in: ja, zonder_gevolg: ja}
  - id: bevestigd_door
    vraag: Wie bevestigt dit?
    soort: groep
    velden:
      - {id: naam, vraag: "Naam?", soort: tekst}
      - {id: bevoegd, vraag: "Mag hij tekenen?", soort: keuze, opties: {alleen: Alleen, onbekend: Weet ik niet}}
  - {id: herzien_op, vraag: "Wanneer bespreekt u dit weer?", soort: datum}
""",
    "questionnaires/rubrieken/zaak.yaml": """
rubriek: zaak
titel: De zaak
vragen:
  - {id: naam, vraag: "Hoe heet de zaak?", soort: tekst, van: leverancier}
  - {id: haast, vraag: "Is er haast?", soort: keuze, opties: {ja: Ja, nee: Nee}}
  - {id: kennis, vraag: "Heeft de klant kennis?", soort: keuze, opties: {ja: Ja, nee: Nee}}
  - {id: gevoelig, vraag: "Zijn er gevoelige gegevens?", soort: keuze, opties: {ja: Ja, nee: Nee}}
  - {id: prijs, vraag: "Wat kost het?", soort: bedrag, later: ja}
  - {id: plaats, vraag: "Waar tekent u?", soort: tekst, later: ja, bij_ondertekening: ja}
  - {id: tekenaars, vraag: "Wie tekent?", soort: lijst, mag_leeg: ja, velden: [{id: naam, vraag: "Naam?", soort: tekst}, {id: functie, vraag: "Functie?", soort: tekst}]}
  - id: bronnen
    vraag: Van welke gegevens is er een back-up?
    soort: lijst
    mag_leeg: ja
    velden:
      - {id: naam, vraag: "Welke gegevens?", soort: tekst, soortnaam: ja}
      - {id: maker, vraag: "Wie maakt hem?", soort: keuze, opties: {wij: Wij, niemand: Niemand}}
  - id: maatregelen
    vraag: Welke maatregelen neemt de klant?
    soort: matrix
    rijen: {firewall: Firewall, mfa: Inloggen in twee stappen}
    opties: {inbegrepen: Ja, afgewezen: Nee}
""",
    "clauses/algemeen/doel.md": "---\ntitel: Doel\nversie: 1\n---\n1. Leverancier helpt Klant.\n",
    "clauses/documenten/stuk.yaml": """
document: stuk
titel: Overeenkomst
vorm: overeenkomst
poort: tekenen
artikelen: [algemeen/doel]
""",
    "questionnaires/proef.yaml": """
vragenlijst: proef
titel: Proef
rubrieken: [zaak]
documenten: [stuk]
""",
}


def risk(head: str, body: str = "Er kan iets misgaan.", *, ways: str = "oplossen, later, aanvaarden") -> str:
    """A risk file: ``head`` holds what the test is about."""
    title = "" if "titel:" in head else "titel: Er is een risico\n"
    way_out = "" if "uitwegen:" in head or "aard: context" in head else f"uitwegen: [{ways}]\n"
    kind = "" if "aard:" in head else "aard: zaak\n"
    version = "" if "versie:" in head else "versie: 1\n"
    return f"---\n{title}{kind}{head.strip()}\n{way_out}{version}---\n## Wat kan er gebeuren\n\n{body}\n"


def clause(text: str, head: str = "titel: Proef") -> str:
    return f"---\n{head.strip()}\nversie: 1\n---\n{text.strip()}\n"


def library(files: Mapping[str, str] | None = None) -> Library:
    """The page above with these files added or put in its place (an empty text takes a file away)."""
    return _loaded(tuple((files or {}).items()))


@cache
def _loaded(files: tuple[tuple[str, str], ...]) -> Library:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_to(root, dict(files))
        found, diagnostics = load_with_diagnostics(root)
    assert found is not None, "\n".join(f"{d.position} {d.message} [{d.slug}]" for d in diagnostics)
    return found


def write_to(root: Path, files: Mapping[str, str]) -> None:
    for name, text in {**BASE, **files}.items():
        if text:
            place = root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text.lstrip("\n"), "utf-8")


def answers(**given: Value | State) -> Answers:
    """Answers to the questions of section ``zaak``, by name."""
    return {("zaak", name): value for name, value in given.items()}


def row(id_: str, **values: Value | State) -> Record:
    return Record(id_, values)


def decided(choice: str, **fields: Value | State) -> Decision:
    return Decision(Record("", {"besluit": choice, **fields}))


def facts_of(known: Library, given: Answers, today: date = TODAY) -> Facts:
    return Facts(known, "proef", given, today)


def findings_of(
    known: Library,
    given: Answers,
    decisions: Mapping[str, Decision] | None = None,
    today: date = TODAY,
) -> dict[str, Finding]:
    return {f.key: f for f in assess(known, facts_of(known, given, today), decisions or {})}


def papers_of(
    known: Library, given: Answers, decisions: Mapping[str, Decision] | None = None, today: date = TODAY
) -> Papers:
    case = Case("proef", given, decisions or {})
    identity = Identity("2026-001", "proef")
    return assemble(known, facts_of(known, given, today), case, identity)


def only_paper(
    known: Library, given: Answers, decisions: Mapping[str, Decision] | None = None
) -> doc.Document:
    (made,) = papers_of(known, given, decisions).documents
    return made


def sentences(document: doc.Document) -> list[str]:
    """Every block as it reads, with its number where it has one."""
    return [line for _slot, articles in doc.parts(document) for a in articles for line in lines_of(a)]


def lines_of(article: doc.Article) -> list[str]:
    return [line for block in article.blocks for line in _lines(block)]


def _lines(block: doc.Block) -> list[str]:
    match block:
        case doc.Table(_, rows):
            return [" | ".join(doc.plain(c) for c in r) for r in rows]
        case doc.Undecided(questions):
            return [f"? {'; '.join(questions)}"]
        case doc.Definition(term, inlines):
            return [f"{term}: {doc.plain(inlines)}"]
        case doc.Item(inlines, _, label, _):
            return [f"{label} {doc.plain(inlines)}"]
        case doc.WritingLines(count):
            return ["_" * count]
        case _:
            return [doc.plain(block.inlines)]
