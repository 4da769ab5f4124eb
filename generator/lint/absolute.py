"""What a path in a condition or text comes to: the questions and fields that it reads, wherever it starts."""

from collections.abc import Iterator

from generator.expressions.ast import Path
from generator.expressions.names import SIBLING, Names, record_fields
from generator.frozen import dataclass
from generator.library import Derived, Kind, Library, Question

Tests = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """A question, field or derived value that is read; of a row of a matrix that row, by its option."""

    path: Path
    options: frozenset[str] | None = None


def touched(path: Path, names: Names, library: Library, record: Path = ()) -> Iterator[Touched]:
    """All along the way. ``record``: the list or group whose fields are named bare."""
    full = _from_section(path, names, record)
    section = library.sections.get(full[0]) if len(full) > 1 else None
    if section is None:
        return
    meaning = section.question(full[1]) or section.derivation(full[1])
    if meaning is None:
        return
    here = full[:2]
    yield Touched(here)
    if not isinstance(meaning, Derived):
        yield from _below(meaning, here, full[2:], names, library)


def _from_section(path: Path, names: Names, record: Path) -> Path:
    if path[0] == SIBLING:
        return (*record, *path[1:])
    for _depth in range(8):
        origin = names.origins.get(path[0])
        if path[0] not in names.locals or origin is None:
            break
        path = (*origin, *path[1:])
    return path


def _below(question: Question, here: Path, rest: Path, names: Names, library: Library) -> Iterator[Touched]:
    if not rest:
        return
    head = rest[0]
    if question.kind is Kind.REFERENCE and question.target is not None:
        yield from touched((*question.target, *rest), names, library)
        return
    if question.kind is Kind.MATRIX and any(r.id == head for r in question.rows):
        yield Touched((*here, "rij"), frozenset({head}))
        yield from _below(question, here, rest[1:], names, library)
        return
    inner = next((f for f in record_fields(question) if f.id == head), None)
    if inner is not None:
        yield Touched((*here, head))
        yield from _below(inner, (*here, head), rest[1:], names, library)
