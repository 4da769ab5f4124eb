"""What clauses say about other clauses, items, annexes and documents must exist."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from generator.diagnostics import Position
from generator.expressions.ast import Condition, Present
from generator.library import Item, Library, ReferenceSlot
from generator.loading.problems import Problems, write_instead


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
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            if not isinstance(inner, str | int | Position | None):
                yield from nodes_in(inner)


def check_existence(library: Library, problems: Problems) -> None:
    items = {
        clause.id: {n.name for n in nodes_in(clause.blocks) if isinstance(n, Item) and n.name}
        for clause in library.clauses.values()
    }
    for part in (library.clauses, library.risks, library.terms, library.outlines):
        for node in nodes_in(part):
            if isinstance(node, ReferenceSlot):
                _check_reference(node, library, items, problems)
            elif isinstance(node, Condition):
                _check_present(node, items, problems)


def _check_reference(
    slot: ReferenceSlot, library: Library, items: Mapping[str, set[str]], problems: Problems
) -> None:
    annexes = {a.id for outline in library.outlines.values() for a in outline.annexes}
    if slot.annex and slot.target not in annexes:
        _missing("onbekende-bijlage", "de bijlage", slot.target, annexes, slot.position, problems)
    if not slot.annex and slot.target not in items:
        _missing("onbekende-clausule", "de clausule", slot.target, items, slot.position, problems)
    elif slot.item is not None and slot.item not in items.get(slot.target, ()):
        _missing("onbekend-lid", "het lid", slot.item, items[slot.target], slot.position, problems)
    if slot.document is not None and slot.document not in library.outlines:
        _missing(
            "onbekend-document", "het document", slot.document, library.outlines, slot.position, problems
        )


def _check_present(condition: Condition, items: Mapping[str, set[str]], problems: Problems) -> None:
    for node in nodes_in(condition.expr):
        if isinstance(node, Present) and node.clause not in items:
            at = max(condition.source.find(node.clause), 0)
            place = dataclasses.replace(condition.position, column=condition.position.column + at)
            _missing("onbekende-clausule", "de clausule", node.clause, items, place, problems)


def _missing(slug: str, what: str, name: str, known: Any, place: Position, problems: Problems) -> None:
    problems.add(
        slug, f"{what} '{name}' bestaat niet", write_instead(name, sorted(known)), place, width=len(name)
    )
