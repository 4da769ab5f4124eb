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


def reached(outcomes: Iterable[Outcome]) -> dict[str, tuple[str, ...]]:
    """By unit (``clausule:backup/herstel``, ``optie:backup.herstel=ja``) the situations that reach it."""
    found: dict[str, dict[str, None]] = {}
    for outcome in outcomes:
        for kind, name in _touched(outcome):
            found.setdefault(f"{kind}:{name}", {})[outcome.situation.file] = None
    return {unit: tuple(files) for unit, files in found.items()}


def coverage(library: Library, outcomes: Iterable[Outcome]) -> tuple[Coverage, ...]:
    used = reached(outcomes)
    return tuple(
        Coverage(name, len(ids), tuple(sorted(i for i in ids if f"{kind}:{i}" not in used)))
        for name, kind, ids in _universe(library)
    )


def _universe(library: Library) -> Iterator[tuple[str, str, set[str]]]:
    asked = {a.path: a.question for q in library.questionnaires for a in questions_of(library, q)}
    yield "vragen", "vraag", {".".join(path) for path in asked}
    yield "opties", "optie", {f"{path[0]}.{o}" for path, q in asked.items() for o in _options(q)}
    yield "clausules", "clausule", set(library.clauses)
    yield "risico's", "risico", set(library.risks)
    yield "controles", "controle", {c.message for s in library.sections.values() for c in s.checks}


def _options(question: Question) -> Iterator[str]:
    yield from (f"{question.id}={c.id}" for c in question.choices)
    yield from (f"{question.id}.{option}" for f in question.fields for option in _options(f))


def _touched(outcome: Outcome) -> Iterator[tuple[str, str]]:
    for asked in questions_of(outcome.facts.library, outcome.situation.case.questionnaire):
        value = outcome.facts.value(asked.path)
        if value is not State.OPEN and value is not State.NOT_ASKED:
            yield "vraag", f"{asked.path[0]}.{asked.path[1]}"
            yield from (("optie", f"{asked.path[0]}.{option}") for option in _chosen(asked.question, value))
    for document in outcome.papers.documents:
        yield from (("clausule", a.clause) for _slot, articles in parts(document) for a in articles)
    yield from (("risico", finding.risk) for finding in outcome.papers.findings)
    yield from (("controle", check.message) for check in outcome.facts.failed_checks())


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
