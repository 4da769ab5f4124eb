"""References from one answer to a row of another list: by the row's id, or in a hand-written file by its name."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.dutch_file_form import Faults, Steps, unknown_name
from generator.dutch_text import folded
from generator.expressions.ast import Path
from generator.library import Asked, Kind, Question
from generator.values import Record, State, Value

Answers = Mapping[Path, Value | State]
_Find = Callable[[Question, str, Steps], str | None]


def resolved(
    asked: tuple[Asked, ...], answers: Answers, places: Mapping[Path, Steps], faults: Faults
) -> dict[Path, Value | State]:
    """Every reference as a row's id; one that leads nowhere is a fault and becomes open."""
    lists = {a.path: a.question for a in asked}

    def find(question: Question, text: str, steps: Steps) -> str | None:
        target = question.target or ()
        names = row_names(lists.get(target), answers.get(target))
        if text in names:
            return text
        named = [row for row, name in names.items() if folded(name) == folded(text)]
        if len(named) == 1:
            return named[0]
        faults.add(
            steps, unknown_name("regel", text, [name for name in names.values() if name] or list(names))
        )
        return None

    return _through(asked, answers, places, find)


def without_dangling(asked: tuple[Asked, ...], answers: Answers) -> dict[Path, Value | State]:
    """The answers as they can be read back: a reference to a row that was taken away is open again."""
    lists = {a.path: a.question for a in asked}

    def find(question: Question, text: str, _steps: Steps) -> str | None:
        target = question.target or ()
        return text if text in row_names(lists.get(target), answers.get(target)) else None

    return _through(asked, answers, {}, find)


def row_names(question: Question | None, rows: Value | State | None) -> dict[str, str]:
    """By id, the first text of each row of a list: what people call it."""
    if question is None or not isinstance(rows, tuple):
        return {}
    first = next((f.id for f in question.fields if f.kind is Kind.TEXT), "")
    return {row.id: _text(row, first) for row in rows if isinstance(row, Record)}


def _text(row: Record, name: str) -> str:
    value = row.values.get(name)
    return value if isinstance(value, str) and not isinstance(value, State) else ""


def _through(
    asked: tuple[Asked, ...], answers: Answers, places: Mapping[Path, Steps], find: _Find
) -> dict[Path, Value | State]:
    found: dict[Path, Value | State] = dict(answers)
    for one in asked:
        if one.path in answers and _refers(one.question):
            value = _value(one.question, answers[one.path], places.get(one.path, ()), find)
            found.pop(one.path)
            found |= {} if value is None else {one.path: value}
    return found


def _refers(question: Question) -> bool:
    return question.kind is Kind.REFERENCE or any(_refers(f) for f in question.fields)


def _value(question: Question, value: Any, steps: Steps, find: _Find) -> Value | State | None:
    if isinstance(value, State):
        return value
    if question.kind is Kind.REFERENCE:
        return find(question, value, steps)
    if isinstance(value, Record):
        return _record(question, value, steps, find)
    if isinstance(value, tuple) and question.fields:
        by_id = question.kind is Kind.MATRIX
        return tuple(_record(question, r, (*steps, r.id if by_id else n), find) for n, r in enumerate(value))
    return value  # type: ignore[no-any-return]


def _record(question: Question, record: Record, steps: Steps, find: _Find) -> Record:
    values = dict(record.values)
    for field in question.fields:
        if field.id in values and _refers(field):
            value = _value(field, values.pop(field.id), (*steps, field.id), find)
            values |= {} if value is None else {field.id: value}
    return Record(record.id, values)
