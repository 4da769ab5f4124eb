"""A matrix: all rows on one screen, then the extra fields of the rows that have them."""

from dataclasses import replace

from generator.expressions.ast import Path
from generator.facts import Facts
from generator.interview import open_fields, shown_answer, with_field
from generator.terminal.asking import with_letters
from generator.terminal.desk import Desk
from generator.terminal.place import Place
from generator.terminal.prompts import GridPrompt, Nav, Option, Says
from generator.terminal.records import ask_record
from generator.values import Record, State, Value

COLUMN = "keuze"


def ask_matrix(desk: Desk, place: Place) -> Nav | None:
    """First a column for every row; then, row by row, the fields that this choice asks for."""
    while True:
        reply = desk.front.grid(_prompt(desk, place))
        pointer_path: Path = (*place.path, "\x00wijzer")
        if isinstance(reply.concept, int):
            desk.concepts[pointer_path] = reply.concept
        if reply.nav is Nav.READ:
            desk.read(place.around)
        elif reply.nav is not None:
            return reply.nav
        elif reply.action == "rij":
            nav = ask_record(desk, place.row(Record(str(reply.value), {})), named=True)
            if nav not in (None, Nav.BACK):
                return nav
        else:
            nav = _ask_rows(desk, place)
            if nav is not Nav.BACK:
                return nav


def _ask_rows(desk: Desk, place: Place) -> Nav | None:
    previous: Record | None = None
    for row in place.question.rows:
        record = _record(place, row.id)
        if open_fields(place.question, record, desk.session.facts(), place.locals):
            nav = ask_record(desk, place.row(record, previous), named=True, skip=COLUMN)
            if nav is not None:
                return nav
        record = _record(place, row.id)
        previous = record if record.values.keys() - {COLUMN} else previous
    place.save(place.value(), True)
    return None


def _record(place: Place, row: str) -> Record:
    return next((r for r in place.rows() if r.id == row), Record(row, {}))


def _prompt(desk: Desk, place: Place) -> GridPrompt:
    question = place.question
    rows = tuple(
        _line(desk.session.facts(), place, r.id, r.label, r.explanation or "") for r in question.rows
    )
    columns = with_letters(
        tuple(Option(c.id, c.label, explanation=c.explanation or "") for c in question.choices)
    )
    chosen = {r.id: str(r.values[COLUMN]) for r in place.rows() if isinstance(r.values.get(COLUMN), str)}
    pointer = desk.concepts.get((*place.path, "\x00wijzer"))
    first_open = next((i for i, r in enumerate(question.rows) if r.id not in chosen), 0)
    around = desk.around(place)

    def save(now: dict[str, str]) -> str | None:
        ready = tuple(_with_column(_record(place, r.id), now.get(r.id)) for r in question.rows if r.id in now)
        saved = place.save(ready or State.OPEN, False)
        said, desk.notice = desk.notice, ""
        return None if saved else said

    return GridPrompt(
        replace(around, risk=_risk(desk, place), clause=_clause(desk, place), later=False, unknown=False),
        rows,
        columns,
        chosen,
        pointer if isinstance(pointer, int) else first_open,
        save,
    )


def _risk(desk: Desk, place: Place) -> Says:
    """What the choice for this row raises."""

    def said(value: Value | State | None) -> str | None:
        if not isinstance(value, Record):
            return None
        row = place.row(value)
        without = row.whole(Record(value.id, {}))
        return desk.session.risk_text(place.path[:2], row.whole(value), without)

    return said


def _clause(desk: Desk, place: Place) -> Says:
    def said(value: Value | State | None) -> str | None:
        if not isinstance(value, Record):
            return None
        return desk.session.clause_beside(place.path[:2], place.row(value).whole(value))

    return said


def _line(facts: Facts, place: Place, row: str, label: str, explanation: str) -> Option:
    record = _record(place, row)
    extra = [
        shown_answer(f, record.values[f.id], facts) for f in place.question.fields if f.id in record.values
    ]
    return Option(row, label, ", ".join(extra), explanation)


def _with_column(record: Record, column: str | None) -> Record:
    return with_field(record, COLUMN, column if column is not None else State.OPEN)
