"""Where an answer goes: a question, a field of a record, a row of a list; and how to save it there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.answers import EMPTY_RECORD
from generator.expressions.ast import Path
from generator.interview import with_field
from generator.library import Question
from generator.terminal.prompts import Around
from generator.values import Record, State, Value

Saves = Callable[[Value | State, bool], bool]
"""Saves a value; the flag says whether the question is ready. False: it could not be saved, and the user was told."""

_NONE: Mapping[str, Record] = MappingProxyType({})
_NO_OFFERS: Mapping[str, tuple[Record, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Place:
    """``path`` names it: (section, question), then row and field ids. ``whole`` is the value of the question on top
    if this had that value. ``around`` is what stands around every prompt here; ``locals`` what conditions may read;
    ``in_papers``: the session can say what an answer here does to the papers and what it raises. ``offers`` are rows to
    add to a list with one key, by the id of the list.
    """

    question: Question
    path: Path
    value: Callable[[], Value | State]
    save: Saves
    whole: Callable[[Value | State], Value | State]
    around: Around
    locals: Mapping[str, Record] = field(default_factory=lambda: _NONE)
    previous: Record | None = None
    in_papers: bool = True
    offers: Mapping[str, tuple[Record, ...]] = field(default_factory=lambda: _NO_OFFERS)

    def record(self) -> Record:
        value = self.value()
        return value if isinstance(value, Record) else EMPTY_RECORD

    def rows(self) -> tuple[Record, ...]:
        value = self.value()
        return tuple(r for r in value if isinstance(r, Record)) if isinstance(value, tuple) else ()

    def field(self, question: Question) -> "Place":
        """The place of a field of this record."""

        def put(value: Value | State) -> Record:
            return with_field(self.record(), question.id, value)

        return replace(
            self,
            question=question,
            path=(*self.path, question.id),
            value=lambda: self.record().values.get(question.id, State.OPEN),
            save=lambda value, ready: self.save(put(value), ready),
            whole=lambda value: self.whole(put(value)),
            previous=_record(self.previous.values.get(question.id)) if self.previous else None,
        )

    def row(self, record: Record, previous: Record | None = None) -> "Place":
        """The place of a row of this list or matrix; the list is not ready by saving a row."""

        def put(value: Value | State) -> tuple[Record, ...]:
            new = value if isinstance(value, Record) else record
            rows = self.rows()
            known = any(r.id == record.id for r in rows)
            return tuple(new if r.id == record.id else r for r in rows) if known else (*rows, new)

        def now() -> Record:
            return next((r for r in self.rows() if r.id == record.id), record)

        return replace(
            self,
            path=(*self.path, record.id),
            value=now,
            save=lambda value, _ready: self.save(put(value), False),
            whole=lambda value: self.whole(put(value)),
            previous=previous,
        )


def _record(value: Value | State | None) -> Record | None:
    return value if isinstance(value, Record) else None
