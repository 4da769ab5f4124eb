"""The roles that text plays, each a paragraph style of the house style, found by its name."""

from dataclasses import replace

from generator.frozen import dataclass

TITLE = "Title"
ARTICLE = "heading 1"
HEADING = "Kop"
ANNEX = "Bijlage"
CONTENTS = "toc 1"
COMMENT = "annotation text"
COMMENT_MARK = "annotation reference"
TABLE = "Huistabel"
WRITING_TABLE = "Schrijftabel"
TABLE_HEAD = "Tabelkop"
TABLE_HEAD_RIGHT = "Tabelkop bedrag"
TABLE_TEXT = "Tabeltekst"
TABLE_LABEL = "Tabellabel"
TABLE_AMOUNT = "Tabelbedrag"
TABLE_END = "Tabelslot"
END = "Slotregel"
WRITING_LINE = "Schrijflijn"
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
    """Which style each kind of block takes in one part of a document.

    ``restarts``: each clause its own list. ``closing``: the style of a last paragraph, where it differs.
    """

    levels: tuple[str, str, str]
    continued: tuple[str, str, str]
    heading: str
    text: str
    bullet: str
    box: str
    quote: str
    definition: str
    undecided: str
    title: str
    table_indent: int
    restarts: bool
    closing: str | None = None


CONTRACT = Scheme(
    levels=("Lid", "Onderdeel", "Subonderdeel"),
    continued=("Lid vervolg", "Onderdeel vervolg", "Subonderdeel vervolg"),
    heading="Lid tussenkop",
    text="Lid vervolg",
    bullet="Lid opsomming",
    box="Lid aankruisvak",
    quote="Lid citaat",
    definition="Begripsomschrijving",
    undecided="Lid open keuze",
    title=ARTICLE,
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
    undecided="Open keuze",
    title=HEADING,
    table_indent=0,
    restarts=True,
)


PARTIES = replace(PLAIN, levels=("Partij", *PLAIN.levels[1:]), restarts=False)
RECITALS = replace(PLAIN, levels=("Overweging", *PLAIN.levels[1:]), restarts=False)
ADDRESS = replace(PLAIN, text="Adres", closing="Plaats en datum")

COMPACT = replace(
    PLAIN,
    levels=("Verklaring lijst", *PLAIN.levels[1:]),
    heading="Verklaring tussenkop",
    text="Verklaring tekst",
    bullet="Verklaring opsomming",
    box="Verklaring aankruisvak",
    quote="Verklaring citaat",
    definition="Verklaring tekst",
    title="Verklaring kop",
)
"""A statement is signed at one sitting, on one page if it can."""

PARAGRAPH_ROLES: frozenset[str] = frozenset(
    {
        TITLE, ANNEX, CONTENTS, COMMENT, TABLE_HEAD, TABLE_HEAD_RIGHT, TABLE_TEXT, TABLE_LABEL, TABLE_AMOUNT, TABLE_END,
        END, WRITING_LINE,
        SIGN_ROLE, SIGN_PARTY, SIGN_LINE, SIGN_NAME, SIGN_FUNCTION, SIGN_BLANK,
    }
).union(
    *(
        {*s.levels, *s.continued, s.heading, s.text, s.bullet, s.box, s.quote, s.definition, s.undecided, s.title, s.closing or s.text}
        for s in (CONTRACT, PLAIN, PARTIES, RECITALS, ADDRESS, COMPACT)
    )
)  # fmt: skip

ALL: frozenset[str] = PARAGRAPH_ROLES | {BLANK, COMMENT_MARK, TABLE, WRITING_TABLE, SIGN_TABLE}

NUMBERED: tuple[tuple[str, ...], ...] = (
    (ARTICLE, *CONTRACT.levels),
    PLAIN.levels,
    COMPACT.levels[:1],
    PARTIES.levels[:1],
    RECITALS.levels[:1],
    (ANNEX,),
)
"""Styles that count; those of one row are levels of one list."""
