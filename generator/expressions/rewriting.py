"""The same condition, read from another place: its paths rewritten."""

from collections.abc import Callable
from dataclasses import replace

from generator.expressions.ast import (
    Amount,
    And,
    Binary,
    Compare,
    CompareAmounts,
    Contains,
    Count,
    CountIs,
    DaysUntil,
    Earliest,
    Every,
    Expr,
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
from generator.expressions.names import SIBLING

Renaming = Callable[[Path], Path]


def rewritten(expr: Expr, rename: Renaming) -> Expr:
    match expr:
        case And(parts):
            return And(tuple(rewritten(p, rename) for p in parts))
        case Or(parts):
            return Or(tuple(rewritten(p, rename) for p in parts))
        case Not(part):
            return Not(rewritten(part, rename))
        case Compare() | OneOf() | Contains() | Known() | Truth():
            return replace(expr, path=rename(expr.path))
        case NonEmpty() | Every() | CountIs():
            return replace(expr, records=replace(expr.records, path=rename(expr.records.path)))
        case CompareAmounts(left, operator, right):
            return CompareAmounts(_amount(left, rename), operator, _amount(right, rename))
        case _:
            return expr


def _amount(amount: Amount, rename: Renaming) -> Amount:
    match amount:
        case Variable(path):
            return Variable(rename(path))
        case DaysUntil(path):
            return DaysUntil(rename(path))
        case Binary(left, operator, right):
            return Binary(_amount(left, rename), operator, _amount(right, rename))
        case Total() | Count() | Missing() | Earliest():
            return replace(amount, records=replace(amount.records, path=rename(amount.records.path)))
        case _:
            return amount


def of_record(expr: Expr, record: Path) -> Expr:
    """A field's condition, with its siblings read from this record."""
    return rewritten(expr, lambda p: (*record, *p[1:]) if p[0] == SIBLING else p)


def renamed(expr: Expr, old: str, new: Path) -> Expr:
    return rewritten(expr, lambda p: (*new, *p[1:]) if p[0] == old else p)
