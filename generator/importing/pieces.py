"""What the words of an entry become: text, references, places to fill in, values of the library."""

from generator.frozen import dataclass
from generator.importing.foreign import Run


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference. ``part``, ``entry``: which part and which of its contents (None: the part itself); ``was``: its words."""

    part: int
    entry: int | None
    capital: bool
    was: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """Words that look like a variable. ``value``: the path and filter of a variable of the library that fits by name."""

    label: str
    value: str | None
    was: str


Piece = Run | Pointer | Suspect
Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of the text of an entry that becomes something else."""

    start: int
    end: int
    piece: Pointer | Suspect
