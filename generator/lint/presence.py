"""When a clause, a lid or an annex is in a document, as one condition over the answers."""

from collections.abc import Iterable

from generator.expressions.ast import And, Compare, Contains, Expr, ForEach, NonEmpty, OneOf, Or, Records
from generator.expressions.setting import ALWAYS, NEVER, both
from generator.library import AnnexUse, ClauseUse, Library, Outline
from generator.lint.places import Place, entries, item_places, slots_of


def either(parts: Iterable[Expr]) -> Expr:
    kept = tuple(dict.fromkeys(p for p in parts if p != NEVER))
    if ALWAYS in kept:
        return ALWAYS
    return NEVER if not kept else kept[0] if len(kept) == 1 else Or(kept)


def presence_of_clauses(library: Library, outline: Outline, start: Place) -> dict[str, Expr]:
    """By clause. A clause that is repeated per record is left out: which of them stands there cannot be told."""
    found: dict[str, list[Expr]] = {name: [] for name in library.clauses}
    repeated: set[str] = set()
    for uses, when in slots_of(outline):
        for use, place in entries(uses, start.given(when)):
            clause = library.clauses.get(use.clause or "")
            if clause is None:
                continue
            if place.names.origins != start.names.origins:
                repeated.add(clause.id)
                continue
            found[clause.id].append(both(*_added(place.given(clause.when), start)))
    return {name: either(parts) for name, parts in found.items() if name not in repeated}


def _added(place: Place, start: Place) -> tuple[Expr, ...]:
    """What holds besides what held already."""
    return place.premises[len(start.premises) :]


def presence_of_item(library: Library, clause: str, item: str, start: Place) -> Expr:
    """Of a lid inside a clause that is present itself. A lid that is repeated per record cannot be pointed at."""
    places = item_places(library.clauses[clause].blocks, item, Place(start.names))
    return either(both(*p.premises) for p in places if p.names.origins == start.names.origins)


def presence_of_annex(annex: AnnexUse, library: Library) -> Expr:
    """An annex is there when its condition holds and anything stands in it."""
    inside = either(_of_use(use, library) for use in annex.entries)
    return both(annex.when.expr if annex.when else ALWAYS, inside)


def _of_use(use: ClauseUse, library: Library) -> Expr:
    own = use.when.expr if use.when else ALWAYS
    clause = library.clauses.get(use.clause or "")
    if use.entries:
        inside = either(_of_use(u, library) for u in use.entries)
    else:
        inside = NEVER if clause is None else clause.when.expr if clause.when else ALWAYS
    if use.for_each is None:
        return both(own, inside)
    return both(own, some_record(use.for_each)) if inside == ALWAYS else NEVER


def some_record(loop: ForEach) -> Expr:
    """At least one record passes the loop; never, as far as can be told, when its condition is not a row of tests."""
    if loop.condition is None:
        return NonEmpty(Records(loop.path))
    expr = loop.condition.expr
    tests = [_test(part, loop.name) for part in (expr.parts if isinstance(expr, And) else (expr,))]
    kept = tuple(t for t in tests if t is not None)
    return NonEmpty(Records(loop.path, kept)) if len(kept) == len(tests) else NEVER


def _test(part: Expr, name: str) -> tuple[str, tuple[str, ...]] | None:
    match part:
        case Compare((head, field), "==", str(option)) if head == name:
            return field, (option,)
        case OneOf((head, field), options, False) if head == name:
            return field, options
        case Contains((head, field), option) if head == name:
            return field, (option,)
        case _:
            return None
