"""What a set of situations exercises of a library: questions, options, clauses, risks and checks."""

from collections.abc import Iterable, Iterator

from generator.document import parts
from generator.frozen import dataclass
from generator.library import Library, Question, questions_of
from generator.situations import Outcome
from generator.values import Record, State, Value


@dataclass(frozen=True, slots=True)
class Coverage:
    """One kind of unit: how many there are, and the ids that no situation touches."""

    name: str
    total: int
    untouched: tuple[str, ...]


def coverage(library: Library, outcomes: Iterable[Outcome]) -> tuple[Coverage, ...]:
    done = tuple(outcomes)
    touched = {t for o in done for t in _touched(o)}
    universe = {
        "vragen": {
            f"{a.path[0]}.{a.path[1]}" for q in library.questionnaires for a in questions_of(library, q)
        },
        "opties": {
            f"{a.path[0]}.{option}"
            for q in library.questionnaires
            for a in questions_of(library, q)
            for option in _options(a.question)
        },
        "clausules": set(library.clauses),
        "risico's": set(library.risks),
        "controles": {c.message for s in library.sections.values() for c in s.checks},
    }
    used = {
        "vragen": {t for kind, t in touched if kind == "vraag"},
        "opties": {t for kind, t in touched if kind == "optie"},
        "clausules": {
            a.clause for o in done for d in o.papers.documents for _s, rows in parts(d) for a in rows
        },
        "risico's": {f.risk for o in done for f in o.papers.findings},
        "controles": {c.message for o in done for c in o.facts.failed_checks()},
    }
    return tuple(Coverage(name, len(ids), tuple(sorted(ids - used[name]))) for name, ids in universe.items())


def _options(question: Question) -> Iterator[str]:
    yield from (f"{question.id}={c.id}" for c in question.choices)
    yield from (f"{question.id}.{option}" for f in question.fields for option in _options(f))


def _touched(outcome: Outcome) -> Iterator[tuple[str, str]]:
    for asked in questions_of(outcome.facts.library, outcome.situation.case.questionnaire):
        value = outcome.facts.value(asked.path)
        if value is not State.OPEN and value is not State.NOT_ASKED:
            yield "vraag", f"{asked.path[0]}.{asked.path[1]}"
            yield from (("optie", f"{asked.path[0]}.{option}") for option in _chosen(asked.question, value))


def _chosen(question: Question, value: Value | State) -> Iterator[str]:
    if isinstance(value, Record):
        yield from (
            f"{question.id}.{o}"
            for f in question.fields
            for o in _chosen(f, value.values.get(f.id, State.OPEN))
        )
    elif isinstance(value, tuple):
        for part in value:
            if isinstance(part, Record):
                yield from _chosen(question, part)
                yield from _column(question, part)
            else:
                yield f"{question.id}={part}"
    elif isinstance(value, str) and question.choices:
        yield f"{question.id}={value}"


def _column(question: Question, row: Record) -> Iterator[str]:
    """The option chosen in a row of a matrix."""
    chosen = row.values.get("keuze")
    if question.rows and isinstance(chosen, str):
        yield f"{question.id}={chosen}"
