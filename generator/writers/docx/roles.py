"""The roles that text plays, each a paragraph style of the house style, found by its name."""

from dataclasses import dataclass

TITLE = "Title"
ARTICLE = "heading 1"
HEADING = "Kop"
ANNEX = "Bijlage"
TABLE = "Huistabel"
WRITING_TABLE = "Schrijftabel"
TABLE_HEAD = "Tabelkop"
TABLE_TEXT = "Tabeltekst"
TABLE_LABEL = "Tabellabel"
TABLE_AMOUNT = "Tabelbedrag"
TABLE_END = "Tabelslot"
WRITING_LINE = "Schrijflijn"
UNDECIDED = "Open keuze"
BLANK = "Invulveld"
SIGN_TABLE = "Ondertekentabel"
SIGN_ROLE = "Ondertekening rol"
SIGN_PARTY = "Ondertekening partij"
SIGN_LINE = "Ondertekening lijn"
SIGN_NAME = "Ondertekening naam"
SIGN_FUNCTION = "Ondertekening functie"
SIGN_BLANK = "Ondertekening regel"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Which style each kind of block takes in one part of a document. ``restarts``: each clause its own list."""

    levels: tuple[str, str, str]
    continued: tuple[str, str, str]
    heading: str
    text: str
    bullet: str
    box: str
    quote: str
    definition: str
    table_indent: int
    restarts: bool


CONTRACT = Scheme(
    levels=("Lid", "Onderdeel", "Subonderdeel"),
    continued=("Lid vervolg", "Onderdeel vervolg", "Subonderdeel vervolg"),
    heading="Lid tussenkop",
    text="Lid vervolg",
    bullet="Lid opsomming",
    box="Lid aankruisvak",
    quote="Lid citaat",
    definition="Begripsomschrijving",
    table_indent=851,
    restarts=False,
)

PLAIN = Scheme(
    levels=("Lijst", "Lijst 2", "Lijst 3"),
    continued=("Lijst vervolg", "Lijst 2 vervolg", "Lijst 3 vervolg"),
    heading="Tussenkop",
    text="Tekst",
    bullet="Opsomming",
    box="Aankruisvak",
    quote="Citaat",
    definition="Tekst",
    table_indent=0,
    restarts=True,
)


def _with_levels(first: str, continued: str) -> Scheme:
    return Scheme(
        levels=(first, "Lijst 2", "Lijst 3"),
        continued=(continued, "Lijst 2 vervolg", "Lijst 3 vervolg"),
        heading=PLAIN.heading,
        text=PLAIN.text,
        bullet=PLAIN.bullet,
        box=PLAIN.box,
        quote=PLAIN.quote,
        definition=PLAIN.definition,
        table_indent=0,
        restarts=False,
    )


PARTIES = _with_levels("Partij", "Lijst vervolg")
RECITALS = _with_levels("Overweging", "Lijst vervolg")

ADDRESS = Scheme(
    levels=PLAIN.levels,
    continued=PLAIN.continued,
    heading=PLAIN.heading,
    text="Adres",
    bullet=PLAIN.bullet,
    box=PLAIN.box,
    quote=PLAIN.quote,
    definition=PLAIN.definition,
    table_indent=0,
    restarts=True,
)

PARAGRAPH_ROLES = frozenset(
    {
        TITLE, ARTICLE, HEADING, ANNEX, TABLE_HEAD, TABLE_TEXT, TABLE_LABEL, TABLE_AMOUNT, TABLE_END, WRITING_LINE, UNDECIDED,
        SIGN_ROLE, SIGN_PARTY, SIGN_LINE, SIGN_NAME, SIGN_FUNCTION, SIGN_BLANK,
    }
).union(
    *(
        {*s.levels, *s.continued, s.heading, s.text, s.bullet, s.box, s.quote, s.definition}
        for s in (CONTRACT, PLAIN, PARTIES, RECITALS, ADDRESS)
    )
)  # fmt: skip
