"""The text of a clause once parsed: blocks and inlines, with both branches of every condition."""

from generator.diagnostics import Position
from generator.expressions.ast import Condition, ForEach, Path
from generator.frozen import dataclass
from generator.questions import Choice, Kind


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class ValueSlot:
    """``{{ backup.herstel_prijs | euro }}``. ``kind`` and ``choices`` are the variable's, found at load.

    ``record_field``: the field that ``lijst | opsomming("naam")`` lists; ``choices`` are then that field's.
    ``tests``: what narrows the list, ``lijst | met(maker="derde") | opsomming("naam")``.
    """

    path: Path
    filters: tuple[str, ...]
    kind: Kind
    position: Position
    choices: tuple[Choice, ...] = ()
    label: str = ""
    record_field: str | None = None
    tests: tuple[tuple[str, tuple[str, ...]], ...] = ()
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceSlot:
    """``{{ artikel("id", lid="naam", in="overeenkomst") }}`` or ``{{ bijlage("id", in="…") }}``."""

    target: str
    annex: bool
    item: str | None
    document: str | None
    capital: bool
    position: Position


@dataclass(frozen=True, slots=True)
class TermUse:
    """A defined term as it stands in the text (one of its forms)."""

    text: str
    term: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class BlankSlot:
    """``{{ invulveld("Plaats") }}``: filled in by hand at signing."""

    label: str


Inline = Text | ValueSlot | ReferenceSlot | TermUse | BlankSlot


@dataclass(frozen=True, slots=True)
class Heading:
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An ordered-list item: depth 0 is a lid, 1 an onderdeel, 2 a sub-onderdeel. ``children`` holds what is nested."""

    inlines: tuple[Inline, ...]
    children: tuple["Block", ...]
    name: str | None
    position: Position


@dataclass(frozen=True, slots=True)
class Bullet:
    """``- text``; with ``box`` (``- [ ] text``) an unticked box to be ticked by hand."""

    inlines: tuple[Inline, ...]
    box: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` holds Row, and If/For around rows. Empty header cells are allowed (a two-column list of facts)."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """``{{ schrijflijnen(3) }}`` alone on its line: ruled lines for handwriting."""

    count: int


@dataclass(frozen=True, slots=True)
class If:
    """``{% if %} … {% else %} … {% endif %}`` around whole blocks (``elif`` is a nested If in ``otherwise``)."""

    condition: Condition
    then: tuple["Block", ...]
    otherwise: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class For:
    loop: ForEach
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Item | Bullet | Quote | Row | Table | WritingLines | If | For
