"""What a foreign contract consists of: parts with their title, and in each part text, items and tables in order."""

from generator.frozen import dataclass
from generator.importing.foreign import Grid, Runs

FRONT, PARTIES, RECITALS, ARTICLE, ANNEX, SIGNING = (
    "voorblad", "partijen", "overwegingen", "artikel", "bijlage", "ondertekening",
)  # fmt: skip
ITEM, TEXT, BULLET, BOX, QUOTE, HEADING = "lid", "tekst", "streepje", "hokje", "citaat", "kop"
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One block. Of an item ``depth`` is its level from 0; of anything else the number of items it stands under.

    ``label`` is its number as it stood there; ``marks`` its bookmarks.
    """

    kind: str
    depth: int
    runs: Runs
    label: str = ""
    numbers: tuple[int, ...] = ()
    marks: tuple[str, ...] = ()
    typed: bool = False
    """The number stood in the text; Word did not count it."""


@dataclass(frozen=True, slots=True)
class Table:
    grid: Grid
    depth: int = 0


Content = Entry | Table


@dataclass(frozen=True, slots=True)
class Part:
    """``number``: of an article or annex, as it was; None where it had none."""

    slot: str
    title: Runs
    contents: tuple[Content, ...]
    label: str = ""
    number: int | None = None
    marks: tuple[str, ...] = ()
    typed: bool = False
