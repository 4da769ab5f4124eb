"""A contract that another made, as read from Word: lines and tables in order, with what was left out."""

from enum import Enum

from generator.frozen import dataclass


class Kind(Enum):
    WORDS = "woorden"
    BLANK = "in te vullen"
    """Marked in Word as a place to fill in: highlighted, a content control, a merge field."""
    POINTER = "verwijzing"
    """A field that shows the number of another paragraph."""


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    bold: bool = False
    italic: bool = False
    kind: Kind = Kind.WORDS
    target: str = ""
    """Of a pointer the bookmark; of a blank the name that Word gives it."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``label`` is its number as Word counts it; ``level`` its level in that list, ``form`` how that counts.

    ``heading``: 1 for the highest outline level; ``indent``: where its text begins, in twips; ``marks``: its bookmarks.
    """

    runs: Runs
    label: str = ""
    level: int = 0
    form: str = ""
    bullet: bool = False
    heading: int | None = None
    title: bool = False
    quote: bool = False
    centred: bool = False
    indent: int = 0
    marks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(r.text for r in self.runs)

    @property
    def is_bold(self) -> bool:
        return any(r.text.strip() for r in self.runs) and all(r.bold for r in self.runs if r.text.strip())


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of which every row has as many cells; ``headed``: its first row is a head."""

    rows: tuple[tuple[Runs, ...], ...]
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person must know; ``place`` are the first words of where it stood."""

    what: str
    text: str
    place: str = ""


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Foreign:
    """``words``: every word of the text as it stands in the file, numbers by lists not counted."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    words: tuple[str, ...]
