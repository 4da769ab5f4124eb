"""Where an expression is evaluated: the answers behind it, the loop variables at hand, the clauses that are present."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from generator.expressions.ast import Path
from generator.expressions.names import Meaning
from generator.frozen import dataclass, field
from generator.library import Question
from generator.values import Record, State, Value


class Lookup(Protocol):
    """Where values come from; paths are full ones: ``("backup", "bronnen")`` or a built-in root."""

    def value(self, path: Path) -> Value | State: ...
    def question(self, path: Path) -> Meaning | None: ...
    def causes(self, path: Path) -> tuple[Path, ...]:
        """The questions still to be answered that keep this variable open."""
        ...


@dataclass(frozen=True, slots=True)
class Local:
    """A record under a loop variable's name; ``source`` is the list it came from."""

    record: Record
    fields: tuple[Question, ...]
    source: Path = ()


@dataclass(frozen=True, slots=True)
class Scope:
    lookup: Lookup
    locals: Mapping[str, Local] = field(default_factory=dict)
    present: Callable[[str], bool | None] | None = None

    def with_local(self, name: str, local: Local) -> "Scope":
        return replace(self, locals={**self.locals, name: local})
