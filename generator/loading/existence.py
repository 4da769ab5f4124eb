"""What clauses say about other clauses, items, annexes and documents must exist."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from generator.diagnostics import Position
from generator.expressions.ast import Condition, Present
from generator.library import Item, Library, ReferenceSlot
from generator.loading.problems import Problems, write_instead

OUTLINES = "clauses/documenten/"


def nodes_in(value: Any) -> Iterator[Any]:
    """Every dataclass below this value, itself included."""
    if isinstance(value, tuple):
        for part in value:
            yield from nodes_in(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from nodes_in(part)
    elif dataclasses.is_dataclass(value):
        yield value
        for name in _fields_of(value):
            inner = getattr(value, name)
            if type(inner) not in _FLAT:
                yield from nodes_in(inner)


_FLAT = frozenset({str, int, bool, Position, type(None)})


def _fields_of(value: Any) -> tuple[str, ...]:
    """By class: asking that of each value takes longer than all the rest."""
    kind = type(value)
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(f.name for f in dataclasses.fields(kind))
    return _FIELDS[kind]


_FIELDS: dict[type, tuple[str, ...]] = {}


@dataclasses.dataclass(frozen=True, slots=True)
class _Known:
    """What may be named; ``None`` where a file that could not be read may hold it."""

    items: Mapping[str, set[str] | None]
    documents: Collection[str]
    annexes: Collection[str] | None


def _known(library: Library, paths: Collection[str]) -> _Known:
    outlines = [p[len(OUTLINES) : -5] for p in paths if p.startswith(OUTLINES) and p.endswith(".yaml")]
    items: dict[str, set[str] | None] = {
        p[len("clauses/") : -3]: None for p in paths if p.startswith("clauses/") and p.endswith(".md")
    }
    for clause in library.clauses.values():
        items[clause.id] = {n.name for n in nodes_in(clause.blocks) if isinstance(n, Item) and n.name}
    annexes = {a.id for outline in library.outlines.values() for a in outline.annexes}
    return _Known(items, outlines, annexes if len(outlines) == len(library.outlines) else None)


def check_existence(library: Library, paths: Collection[str], problems: Problems) -> None:
    """``paths`` of all files: what is named in a file that could not be read is given the benefit of the doubt."""
    known = _known(library, paths)
    for part in (library.clauses, library.risks, library.terms, library.outlines):
        for node in nodes_in(part):
            if isinstance(node, ReferenceSlot):
                _check_reference(node, known, problems)
            elif isinstance(node, Condition):
                _check_present(node, known, problems)


def _check_reference(slot: ReferenceSlot, known: _Known, problems: Problems) -> None:
    if slot.annex and known.annexes is not None and slot.target not in known.annexes:
        _missing("onbekende-bijlage", "de bijlage", slot.target, known.annexes, slot.position, problems)
    if not slot.annex and slot.target not in known.items:
        _missing("onbekende-clausule", "de clausule", slot.target, known.items, slot.position, problems)
    elif slot.item is not None:
        names = known.items[slot.target]
        if names is not None and slot.item not in names:
            _missing("onbekend-lid", "het lid", slot.item, names, slot.position, problems)
    if slot.document is not None and slot.document not in known.documents:
        _missing("onbekend-document", "het document", slot.document, known.documents, slot.position, problems)


def _check_present(condition: Condition, known: _Known, problems: Problems) -> None:
    for node in nodes_in(condition.expr):
        if isinstance(node, Present) and node.clause not in known.items:
            at = max(condition.source.find(node.clause), 0)
            place = dataclasses.replace(condition.position, column=condition.position.column + at)
            _missing("onbekende-clausule", "de clausule", node.clause, known.items, place, problems)


def _missing(
    slug: str, what: str, name: str, known: Iterable[str], place: Position, problems: Problems
) -> None:
    problems.add(
        slug, f"{what} '{name}' bestaat niet", write_instead(name, sorted(known)), place, width=len(name)
    )
