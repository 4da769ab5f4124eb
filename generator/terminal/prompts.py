"""What can be asked of whoever sits at the keyboard, as data. The screen and the plain mode both answer these."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from generator.frozen import dataclass, field
from generator.values import State, Value


class Nav(Enum):
    """Leaving a prompt without an answer."""

    BACK = "terug"
    OVERVIEW = "overzicht"
    READ = "contract tot nu toe"
    SAME = "zelfde als vorige"
    SAME_ROW = "rest van de rij zelfde als vorige"


class Stopped(Exception):  # noqa: N818 - it is a wish of the user, not an error
    """Ctrl-C: everything up to the last Enter has been saved."""


@dataclass(frozen=True, slots=True)
class Reply:
    """``nav`` or an answer. ``action`` is the extra key of a list; ``concept`` what was half-typed or pointed at."""

    value: Value | State | None = None
    nav: Nav | None = None
    action: str | None = None
    concept: object = None


Says = Callable[[Value | State | None], str | None]


def silent(_value: Value | State | None) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a prompt.

    ``risk`` and ``clause`` are asked for the value that is pointed at or typed so far (None: nothing that can be read).
    ``panel`` always stands above the question, and ``reading`` is what F3 shows when that is more; ``help`` opens with F1.
    """

    title: str
    question: str
    progress: str = ""
    earlier: tuple[tuple[bool, str, str], ...] = ()
    explanation: str = ""
    panel: str = ""
    reading: str = ""
    help: str = ""
    notice: str = ""
    risk: Says = silent
    clause: Says = silent
    later: bool = False
    unknown: bool = False
    same: bool = False
    can_leave: bool = True
    overview: bool = True


@dataclass(frozen=True, slots=True)
class Rejected:
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


@dataclass(frozen=True, slots=True)
class TextPrompt:
    """``read`` gives the value or why not; ``echo`` what was understood so far; ``matches`` a catalogue's labels.
    ``optional``: nothing is an answer too.
    """

    around: Around
    read: Callable[[str], Value | State | Rejected]
    echo: Callable[[str], str | None]
    text: str = ""
    prefilled: bool = False
    example: str = ""
    suggestion: str = ""
    multiline: bool = False
    optional: bool = False
    matches: Callable[[str], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A line to choose. ``heading`` lines cannot be chosen; ``detail`` stands in a second column."""

    id: str
    label: str
    detail: str = ""
    explanation: str = ""
    letter: str = ""
    mark: str = ""
    heading: bool = False
    value: Value | State | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An extra key on a list. ``needs_row``: it works on the line that is pointed at."""

    key: str
    shown: str
    meaning: str
    id: str
    needs_row: bool = False


@dataclass(frozen=True, slots=True)
class PickPrompt:
    """Choose one line. Without ``pointer`` nothing is chosen beforehand; ``pointer`` is an option's id.

    ``hints`` name in the key bar what a long list may hide.
    """

    around: Around
    options: tuple[Option, ...]
    pointer: str | None = None
    actions: tuple[Action, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()
    enter: str = "kiezen"
    must_point: str = "Kies eerst een antwoord: met de pijltjes of met de letter ervoor."


@dataclass(frozen=True, slots=True)
class TickPrompt:
    """Choose any number of lines; an ``alone`` line excludes the others. ``nothing`` allows none at all."""

    around: Around
    options: tuple[Option, ...]
    ticked: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class GridPrompt:
    """A matrix on one screen: a column for every row. ``columns`` carry the letters."""

    around: Around
    rows: tuple[Option, ...]
    columns: tuple[Option, ...]
    chosen: dict[str, str] = field(default_factory=dict)
    pointer: int = 0
    save: Callable[[dict[str, str]], str | None] = lambda _chosen: None


class Front(Protocol):
    """A way to talk with the user: the screen, or plain lines."""

    def text(self, prompt: TextPrompt) -> Reply: ...
    def pick(self, prompt: PickPrompt) -> Reply: ...
    def tick(self, prompt: TickPrompt) -> Reply: ...
    def grid(self, prompt: GridPrompt) -> Reply: ...
    def read(self, title: str, text: str) -> None: ...
    def say(self, line: str) -> None: ...
