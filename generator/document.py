"""The document tree: what assembly makes and every writer reads. Text is final; nothing here is parsed again."""

from collections.abc import Iterator

from generator.frozen import dataclass
from generator.library import Form, Gate


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of the case beside its answers: its reference and working name."""

    reference: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """An answer in its Dutch form, or literally for text. ``variable`` is its dotted name, for provenance."""

    text: str
    variable: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to fill in: an answer that is open or later (``holds_up``), or one for the moment of signing."""

    label: str
    variable: str | None
    holds_up: bool


@dataclass(frozen=True, slots=True)
class Ref:
    """A live reference: ``text`` is the number as it prints now ("7", "7.2", "(a)", "Bijlage 2"), ``target`` its key."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """A defined term in use."""

    text: str
    term: str
    bold: bool = False


Inline = Text | Filled | Blank | Ref | Use
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered unit. ``level`` 0 is a lid, 1 an onderdeel, 2 a sub-onderdeel; ``label`` as it prints ("7.2", "(a)").

    ``key`` is what references point at: ``backup/herstel#herstelprijs``, or generated when unnamed.
    """

    inlines: Inlines
    level: int
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Continuation:
    """A paragraph or bullet that belongs to the item before it (indented under it)."""

    inlines: Inlines
    level: int


@dataclass(frozen=True, slots=True)
class Bullet:
    inlines: Inlines
    box: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Definition:
    """``key`` is the id that a ``Use`` of the term carries."""

    term: str
    inlines: Inlines
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``header`` may hold only empty cells: then no head is printed. Every row has as many cells as the header."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    count: int


@dataclass(frozen=True, slots=True)
class Undecided:
    """A block whose condition is still open; ``depends_on`` are the questions, in Dutch."""

    depends_on: tuple[str, ...]


Block = (
    Heading | Paragraph | Item | Continuation | Bullet | Quote | Definition | Table | WritingLines | Undecided
)


@dataclass(frozen=True, slots=True)
class Article:
    """One clause in a document. ``label`` is its number ("7", "" in letters, statements and annexes).

    ``key`` is the clause id, with ``/record`` when a clause is repeated; ``title`` may be empty (letters).
    ``explanation`` says what the clause means for the customer, beside the text and not part of it. ``accepted``: it is
    about a finding whose risk the customer takes. ``lanes``: its tables can be drawn too, each row in the lane that its
    second cell names.
    """

    key: str
    clause: str
    version: int
    label: str
    title: Inlines
    blocks: tuple[Block, ...]
    source_hash: str = ""
    explanation: str = ""
    accepted: bool = False
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    key: str
    label: str
    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Signatory:
    """A place to sign. Name and function may be blanks."""

    role: str
    party: Inlines
    name: Inlines
    function: Inlines


@dataclass(frozen=True, slots=True)
class Document:
    """One paper of a case. ``file`` is its stem; ``concept`` the reasons that hold it up, empty when it may go out."""

    id: str
    file: str
    title: Inlines
    form: Form
    gate: Gate
    reference: str
    internal: bool
    author: str
    front_page: tuple[Article, ...] = ()
    addressee: tuple[Article, ...] = ()
    parties: tuple[Article, ...] = ()
    recitals: tuple[Article, ...] = ()
    articles: tuple[Article, ...] = ()
    annexes: tuple[Annex, ...] = ()
    signing_text: tuple[Article, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    concept: tuple[str, ...] = ()
    finding: str | None = None


def plain(inlines: Inlines) -> str:
    """The words of inlines; a blank prints as its label between brackets."""
    return "".join(f"[{i.label}]" if isinstance(i, Blank) else i.text for i in inlines)


def parts(document: Document) -> Iterator[tuple[str, tuple[Article, ...]]]:
    """The slots of a document with their articles, in the order of printing."""
    yield "voorblad", document.front_page
    yield "adressering", document.addressee
    yield "partijen", document.parties
    yield "overwegingen", document.recitals
    yield "artikelen", document.articles
    for annex in document.annexes:
        yield f"bijlage:{annex.key}", annex.articles
    yield "ondertekening", document.signing_text


def all_inlines(document: Document) -> Iterator[Inline]:
    """Every inline of a document, in the order of printing (title first, signatories last)."""
    yield from document.title
    for _slot, articles in parts(document):
        for article in articles:
            yield from article.title
            for block in article.blocks:
                yield from inlines_of(block)
    for s in document.signatories:
        yield from (*s.party, *s.name, *s.function)


def inlines_of(block: Block) -> Iterator[Inline]:
    match block:
        case Table(header, rows):
            for cell in (*header, *(c for row in rows for c in row)):
                yield from cell
        case WritingLines() | Undecided():
            return
        case _:
            yield from block.inlines
