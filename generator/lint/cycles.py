"""Questions, derived values and clauses whose conditions go round in a circle."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Position
from generator.expressions.ast import And, Condition, Expr, Not, Or, Path, Present
from generator.expressions.names import SIBLING
from generator.expressions.reads import variables
from generator.frozen import dataclass
from generator.library import Derived, Kind, Library, Question
from generator.lint.places import entries, slots_of
from generator.lint.settings import start_of

Node = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    reads: frozenset[Node]
    position: Position
    name: str


def check_cycles(library: Library) -> list[Diagnostic]:
    found = [_diagnostic(c, graph) for graph in _graphs(library) for c in _cycles(graph)]
    return sorted(found, key=lambda d: (str(d.position), d.message))


def _graphs(library: Library) -> Iterator[Mapping[Node, _Known]]:
    yield _variables(library)
    yield from (_siblings(q) for s in library.sections.values() for q in s.questions if q.fields)
    yield _siblings(
        Question("besluit", Kind.GROUP, "", library.decision.position, fields=library.decision.questions)
    )
    yield _clauses(library)


def _variables(library: Library) -> dict[Node, _Known]:
    section_reads: dict[str, frozenset[Path]] = {}
    for questionnaire in library.questionnaires.values():
        for use in questionnaire.sections:
            read = _read(use.when)
            section_reads[use.section] = section_reads.get(use.section, frozenset()) | read
    graph: dict[Node, _Known] = {}
    for section in library.sections.values():
        for question in section.questions:
            reads = section_reads.get(section.id, frozenset()) | _of_question(question)
            path = (section.id, question.id)
            graph[path] = _Known(_bases(reads), question.position, f"de vraag '{'.'.join(path)}'")
        for derived in section.derived:
            path = (section.id, derived.id)
            reads = _of_derived(derived)
            graph[path] = _Known(_bases(reads), derived.position, f"'{'.'.join(path)}' onder afgeleid")
    return graph


def _of_question(question: Question) -> frozenset[Path]:
    return _read(question.when).union(*(_of_question(f) for f in question.fields))


def _of_derived(derived: Derived) -> frozenset[Path]:
    if isinstance(derived.value, Condition):
        return variables(derived.value.expr)
    return variables(derived.value.amount)


def _read(condition: Condition | None) -> frozenset[Path]:
    return frozenset() if condition is None else variables(condition.expr)


def _bases(paths: frozenset[Path]) -> frozenset[Node]:
    return frozenset(p[:2] for p in paths if p[0] != SIBLING)


def _siblings(question: Question) -> dict[Node, _Known]:
    """Fields of one record: a record's own field is a loop only when its siblings lead back to it."""
    return {
        (f.id,): _Known(
            frozenset((p[1],) for p in _read(f.when) if p[0] == SIBLING),
            f.position,
            f"het veld '{question.id}.{f.id}'",
        )
        for f in question.fields
    }


def _clauses(library: Library) -> dict[Node, _Known]:
    """Clauses by the presence of which other clauses they depend on."""
    reads = {c.id: set(_presences(c.when)) for c in library.clauses.values()}
    start = start_of(library)
    for outline in library.outlines.values():
        for uses, when in slots_of(outline):
            for use, place in entries(uses, start):
                if use.clause in reads:
                    reads[use.clause] |= {n for e in place.premises for n in _present(e)}
                    reads[use.clause] |= set(_presences(when))
    return {
        (c.id,): _Known(frozenset((r,) for r in reads[c.id]), c.position, f"de clausule '{c.id}'")
        for c in library.clauses.values()
    }


def _presences(condition: Condition | None) -> Iterator[str]:
    if condition is not None:
        yield from _present(condition.expr)


def _present(expr: Expr) -> Iterator[str]:
    match expr:
        case Present(clause):
            yield clause
        case And(parts) | Or(parts):
            for part in parts:
                yield from _present(part)
        case Not(part):
            yield from _present(part)
        case _:
            return


def _cycles(graph: Mapping[Node, _Known]) -> Iterator[tuple[Node, ...]]:
    """Each circle once, from its first name in the alphabet."""
    done: set[Node] = set()
    for start in sorted(graph):
        if start not in done:
            circle = _way_back(graph, start, done)
            if circle is not None:
                done.update(circle)
                yield circle


def _way_back(graph: Mapping[Node, _Known], start: Node, done: set[Node]) -> tuple[Node, ...] | None:
    """The shortest way from ``start`` to itself."""
    waiting: list[tuple[Node, ...]] = [(start,)]
    seen: set[Node] = set()
    while waiting:
        way = waiting.pop(0)
        for following in sorted(graph[way[-1]].reads):
            if following == start:
                return way
            if following in graph and following not in seen and following not in done:
                seen.add(following)
                waiting.append((*way, following))
    return None


def _diagnostic(circle: tuple[Node, ...], graph: Mapping[Node, _Known]) -> Diagnostic:
    names = [graph[n].name for n in (*circle, circle[0])]
    return Diagnostic(
        "kringloop",
        f"{' hangt af van '.join(names)}",
        "haal één van deze voorwaarden weg, zodat de kring open is",
        graph[circle[0]].position,
    )
