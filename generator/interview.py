"""The interview as data: which questions are open, what comes next, what came before, how far along. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.answers import Case
from generator.dutch import Rejection, shown
from generator.dutch_file_form import read_written, written
from generator.expressions.ast import Path
from generator.expressions.evaluation import Local, Scope, holds
from generator.expressions.names import SIBLING, record_fields
from generator.facts import Facts
from generator.frozen import dataclass
from generator.library import Asked, Kind, Library, Question, questions_of
from generator.values import Record, State, Value

BUSY = "bezig"
"""Key in ``case.source``: lists and matrices that have rows but were not yet called ready."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which questions this sitting asks: at these moments, before the customer's eyes, of this person."""

    moments: frozenset[str] | None = None
    customer: bool = False
    who: str | None = None

    def admits(self, question: Question) -> bool:
        return (
            (self.moments is None or question.moment in self.moments)
            and (question.customer_sees or not self.customer)
            and (self.who is None or question.who == self.who)
        )

    def narrowed(self, question: Question) -> Question:
        """The question without the fields that the customer may not see, when he sits beside the screen."""
        if not self.customer or not question.fields:
            return question
        return replace(question, fields=tuple(self.narrowed(f) for f in question.fields if f.customer_sees))


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Step:
    """A question of the interview as it stands now. ``visible`` is None while that depends on an open question."""

    path: Path
    question: Question
    visible: bool | None
    value: Value | State
    complete: bool

    @property
    def open(self) -> bool:
        return self.visible is True and not self.complete


@dataclass(frozen=True, slots=True)
class Progress:
    """``number`` of ``of`` in this section; ``percent`` of the whole interview."""

    number: int
    of: int
    percent: int


@dataclass(frozen=True, slots=True)
class OverviewRow:
    step: Step
    section: str
    answer: str


# --- steps --------------------------------------------------------------------------------------------------------


def steps(library: Library, case: Case, facts: Facts, chosen: Filter = EVERYTHING) -> tuple[Step, ...]:
    """Every question of this sitting that is or may become visible, in the order of asking."""
    asked = (a for a in questions_of(library, case.questionnaire) if chosen.admits(a.question))
    found = (_step(a, chosen.narrowed(a.question), case, facts) for a in asked)
    return tuple(s for s in found if s.visible is not False)


def _step(asked: Asked, question: Question, case: Case, facts: Facts) -> Step:
    value = case.answers.get(asked.path, State.OPEN)
    ready = ".".join(asked.path) not in busy(case)
    return Step(asked.path, question, facts.visible(asked), value, ready and complete(question, value, facts))


def next_step(all_steps: Sequence[Step]) -> Step | None:
    """The first open question; None when there is nothing left to ask."""
    return next((s for s in all_steps if s.open), None)


def previous_step(all_steps: Sequence[Step], path: Path | None) -> Step | None:
    """The visible question before this one in the order of the document (from the end for None)."""
    seen: Step | None = None
    for step in all_steps:
        if step.path == path:
            break
        seen = step if step.visible else seen
    return seen


def step_at(all_steps: Sequence[Step], path: Path) -> Step | None:
    return next((s for s in all_steps if s.path == path and s.visible), None)


def progress(all_steps: Sequence[Step], path: Path) -> Progress:
    """A question counts while it is visible or may become so: answering forward only shrinks the total."""
    section = [s.path for s in all_steps if s.path[0] == path[0]]
    number = section.index(path) + 1 if path in section else len(section)
    return Progress(number, len(section), percentage(all_steps))


def percentage(all_steps: Sequence[Step]) -> int:
    done = sum(1 for s in all_steps if s.visible and s.complete)
    return 100 if not all_steps else done * 100 // len(all_steps)


def overview(all_steps: Sequence[Step], facts: Facts) -> tuple[OverviewRow, ...]:
    titles = {section.id: section.title for section in facts.library.sections.values()}
    return tuple(
        OverviewRow(s, titles[s.path[0]], shown_answer(s.question, s.value, facts))
        for s in all_steps
        if s.visible
    )


# --- completeness -------------------------------------------------------------------------------------------------


def complete(question: Question, value: Value | State, facts: Facts) -> bool:
    """Whether nothing is left to ask about this question; of records every field that applies counts."""
    if value is State.OPEN:
        return nothing_to_refer_to(question, facts)
    match value:
        case State():
            return True
        case str() if question.kind is Kind.REFERENCE:
            there = any(r.id == value for r in referable(question, facts))
            return there or nothing_to_refer_to(question, facts)
        case Record() if question.kind is Kind.GROUP:
            return (question.may_be_empty and not value.values) or not open_fields(question, value, facts)
        case tuple() if question.kind is Kind.MATRIX:
            rows = {r.id: r for r in value if isinstance(r, Record)}
            return all(r.id in rows and not open_fields(question, rows[r.id], facts) for r in question.rows)
        case tuple() if question.kind is Kind.LIST:
            whole = all(not open_fields(question, r, facts) for r in value if isinstance(r, Record))
            return whole and (bool(value) or question.may_be_empty)
        case _:
            return True


def fields_that_apply(
    question: Question,
    record: Record,
    facts: Facts,
    locals_: Mapping[str, Record] | None = None,
    *,
    perhaps: bool = False,
) -> tuple[Question, ...]:
    """The fields of this record that are asked, given what it says so far; ``perhaps``: or may still be."""
    outcomes = (True, None) if perhaps else (True,)
    asked = (f for f in fields_of_row(question) if not f.by_program)
    scope = row_scope(question, record, facts, locals_)
    return tuple(f for f in asked if f.when is None or holds(f.when.expr, scope) in outcomes)


def fields_of_row(question: Question) -> tuple[Question, ...]:
    """What is asked per record; of a matrix row first which column."""
    if question.kind is not Kind.MATRIX:
        return question.fields
    column = replace(
        question, id="keuze", kind=Kind.CHOICE, when=None, fields=(), rows=(), may_be_empty=False
    )
    return (column, *question.fields)


def row_scope(
    question: Question, record: Record, facts: Facts, locals_: Mapping[str, Record] | None = None
) -> Scope:
    """What the conditions of a record's fields read: siblings, and a matrix row knows its row and name."""
    row = next((r for r in question.rows if r.id == record.id), None)
    if row is not None:
        record = Record(record.id, {"rij": row.id, "naam": row.label, **record.values})
    known = facts.with_roots(**locals_) if locals_ else facts
    return known.scope().with_local(SIBLING, Local(record, record_fields(question)))


def open_fields(
    question: Question, record: Record, facts: Facts, locals_: Mapping[str, Record] | None = None
) -> tuple[Question, ...]:
    applying = fields_that_apply(question, record, facts, locals_)
    return tuple(f for f in applying if not complete(f, record.values.get(f.id, State.OPEN), facts))


def with_field(record: Record, field: str, value: Value | State) -> Record:
    """The record with this field answered; State.OPEN takes it away."""
    kept = {k: v for k, v in record.values.items() if k != field}
    return Record(record.id, kept if value is State.OPEN else {**kept, field: value})


def new_row_id(rows: Sequence[Record]) -> str:
    """An id that no row of this list has."""
    numbers = [int(r.id[1:]) for r in rows if r.id[:1] == "r" and r.id[1:].isdecimal()]
    return f"r{max(numbers, default=0) + 1}"


# --- changes to the case ------------------------------------------------------------------------------------------


def busy(case: Case) -> tuple[str, ...]:
    paths = case.source.get(BUSY, ())
    return tuple(str(p) for p in paths) if isinstance(paths, list | tuple) else ()


def answered(case: Case, path: Path, value: Value | State, *, ready: bool = True) -> Case:
    """The case with this answer; not ``ready`` keeps a list open although it has rows."""
    name = ".".join(path)
    others = [p for p in busy(case) if p != name]
    names = others if ready else [*others, name]
    source = {k: v for k, v in case.source.items() if k != BUSY}
    return replace(case.with_answer(path, value), source={**source, BUSY: names} if names else source)


def settle(case: Case, facts: Facts) -> Case:
    """Answers whose question is hidden go to ``lapsed``, in written form; they return when their question does.

    An answer that returns may bring back others, so this goes on until nothing moves.
    """
    settled = _settled_once(case, facts)
    if settled.answers.keys() == case.answers.keys():
        return settled
    return settle(settled, Facts(facts.library, case.questionnaire, settled.answers, facts.today))


def _settled_once(case: Case, facts: Facts) -> Case:
    answers, lapsed = dict(case.answers), dict(case.lapsed)
    for asked in questions_of(facts.library, case.questionnaire):
        name, visible = ".".join(asked.path), facts.visible(asked)
        if visible is False and asked.path in answers:
            lapsed[name] = written(asked.question, answers.pop(asked.path))
        elif visible is True and name in lapsed and asked.path not in answers:
            value = read_written(asked.question, lapsed[name])
            if not isinstance(value, Rejection):
                answers[asked.path] = value
                del lapsed[name]
    return replace(case, answers=answers, lapsed=lapsed)


# --- showing ------------------------------------------------------------------------------------------------------

_STATES = {
    State.OPEN: "…",
    State.LATER: "later invullen",
    State.UNKNOWN: "weet ik niet",
    State.NOT_ASKED: "niet gevraagd",
}


def shown_answer(question: Question, value: Value | State, facts: Facts) -> str:
    """An answer on one line, for the overview and the lines above a question."""
    if isinstance(value, State):
        return _STATES[value]
    if value in ("", ()):
        return "geen"
    match value:
        case tuple() if question.kind is Kind.MATRIX:
            return f"{len(value)} van {len(question.rows)} ingevuld"
        case tuple() if question.kind is Kind.LIST:
            names = [row_name(question, r, facts) for r in value if isinstance(r, Record)]
            return f"{len(names)} {'regel' if len(names) == 1 else 'regels'}: {', '.join(names)}"
        case Record():
            return row_name(question, value, facts) if value.values else "geen"
        case str() if question.kind is Kind.REFERENCE:
            return _referred(question, value, facts)
        case _:
            return " ".join(shown(value, question.kind, question.choices).split())


def _referred(question: Question, value: str, facts: Facts) -> str:
    """The name of the row that is referred to."""
    target = facts.question(question.target or ())
    rows = referable(question, facts)
    named = (row_name(target, r, facts) for r in rows if isinstance(target, Question) and r.id == value)
    return next(named, value)


def referable(question: Question, facts: Facts) -> tuple[Record, ...]:
    """The rows that a reference can choose from."""
    value = facts.value(question.target) if question.target else ()
    return tuple(r for r in value if isinstance(r, Record)) if isinstance(value, tuple) else ()


def nothing_to_refer_to(question: Question, facts: Facts) -> bool:
    """A reference to a list that is not asked here, or has no rows: there is nothing to choose."""
    if question.kind is not Kind.REFERENCE or question.target is None:
        return False
    return facts.value(question.target) in (State.NOT_ASKED, ())


def row_name(question: Question, record: Record, facts: Facts) -> str:
    """What a record is called: its name, else its first answer."""
    row = next((r for r in question.rows if r.id == record.id), None)
    if row is not None:
        return row.label
    named = [f for f in question.fields if f.id == "naam"] or list(question.fields)
    given = ((f, record.values.get(f.id, State.OPEN)) for f in [*named, *question.fields])
    told = (shown_answer(f, v, facts) for f, v in given if not isinstance(v, State) and v not in ("", ()))
    return next(told, "nieuwe regel")
