"""Which variables an expression reads."""

from collections.abc import Iterator

from generator.expressions.ast import (
    Amount,
    And,
    Binary,
    Compare,
    CompareAmounts,
    Condition,
    Contains,
    Count,
    CountIs,
    DaysUntil,
    Earliest,
    Every,
    Expr,
    ForEach,
    Known,
    Missing,
    NonEmpty,
    Not,
    OneOf,
    Or,
    Path,
    Total,
    Truth,
    Variable,
)


def variables(read: Expr | Amount) -> frozenset[Path]:
    """Every path that is read, loop variables included."""
    return frozenset(_paths(read, known=True))


def needed(read: Expr | Amount) -> frozenset[Path]:
    """The paths that must be asked for the expression to mean something.

    ``x is bekend`` alone needs nothing, and neither does an ``x`` beside it in one ``and``: it is read only when known.
    A sum needs nothing: what is not asked adds nothing.
    """
    return frozenset(_paths(read, known=False))


def presupposed(read: Expr | Amount) -> frozenset[Path]:
    """As ``needed``, and what ``x is onbekend`` asks after: of a question that is never asked it says nothing."""
    return needed(read) | {p for p, negated in _tested(read) if negated}


def presupposed_by(*conditions: Condition | ForEach | None) -> frozenset[Path]:
    """The section paths that these presuppose, without those of loop variables."""
    found: set[Path] = set()
    for condition in conditions:
        match condition:
            case Condition(expr):
                found |= presupposed(expr)
            case ForEach(name, path, inner):
                found.add(path)
                found |= {p for p in presupposed_by(inner) if p[0] != name}
            case None:
                pass
    return frozenset(found)


def _tested(read: Expr | Amount) -> Iterator[tuple[Path, bool]]:
    match read:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _tested(part)
        case Not(part):
            yield from ((p, not negated) for p, negated in _tested(part))
        case Known(path, negated):
            yield path, negated
        case _:
            return


def _paths(read: Expr | Amount, *, known: bool) -> Iterator[Path]:
    match read:
        case And(parts) if not known:
            guarded = {p.path for p in parts if isinstance(p, Known) and not p.negated}
            for part in parts:
                yield from (p for p in _paths(part, known=False) if p not in guarded)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _paths(part, known=known)
        case Not(part):
            yield from _paths(part, known=known)
        case CompareAmounts(left, _, right) | Binary(left, _, right):
            yield from _paths(left, known=known)
            yield from _paths(right, known=known)
        case Known(path):
            if known:
                yield path
        case Total():
            if known:
                yield read.records.path
        case _:
            yield from _of_atom(read)


def _of_atom(read: Expr | Amount) -> Iterator[Path]:
    match read:
        case DaysUntil(path):
            yield path
            yield ("vandaag",)
        case Compare() | OneOf() | Contains() | Truth() | Variable():
            yield read.path
        case NonEmpty() | Every() | CountIs() | Count() | Missing() | Earliest():
            yield read.records.path
        case _:
            return
