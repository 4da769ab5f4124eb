"""Three-valued logic and the comparing of values, where None is still open (Kleene)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from generator.expressions.ast import Operator
from generator.values import Duration, State, Unit, Value

ORDER: Mapping[Operator, Callable[[Any, Any], bool]] = {
    "==": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


def is_known(value: Value | State) -> bool:
    """There is something to compare or print; an empty text is not."""
    return not isinstance(value, State) and value != ""


def all_of(results: Iterable[bool | None]) -> bool | None:
    result: bool | None = True
    for one in results:
        if one is False:
            return False
        result = None if one is None else result
    return result


def any_of(results: Iterable[bool | None]) -> bool | None:
    result: bool | None = False
    for one in results:
        if one is True:
            return True
        result = None if one is None else result
    return result


def negation(result: bool | None) -> bool | None:
    return None if result is None else not result


def compare(left: Value | State, operator: Operator, right: Value | State) -> bool | None:
    if left is State.OPEN or right is State.OPEN:
        return None
    if isinstance(left, State) or isinstance(right, State):
        return False
    one, other = rank(left), rank(right)
    if one[0] != other[0]:
        return False
    return ORDER[operator](one[1], other[1])


_MINUTES = {
    Unit.MINUTE: Decimal(1),
    Unit.HOUR: Decimal(60),
    Unit.DAY: Decimal(1440),
    Unit.WEEK: Decimal(10080),
    Unit.MONTH: Decimal(43830),
    Unit.YEAR: Decimal(525960),
}
_OFFICE_HOURS = {Unit.OFFICE_HOUR: Decimal(1), Unit.WORKDAY: Decimal(8)}


def rank(value: Value) -> tuple[str, Decimal | str | date]:
    """Family and place within it: only values of one family compare. A month counts as an average month."""
    match value:
        case Duration(amount, unit) if unit in _OFFICE_HOURS:
            return "kantoortijd", amount * _OFFICE_HOURS[unit]
        case Duration(amount, unit):
            return "tijd", amount * _MINUTES[unit]
        case bool():
            return "waar", str(value)
        case Decimal():
            return "getal", value
        case date():
            return "datum", value
        case _:
            return "tekst", str(value)


def count_is(found: list[tuple[Value, bool | None]], operator: Operator, number: int) -> bool | None:
    """Decided when every count that the open records still allow gives the same answer."""
    least = sum(result is True for _r, result in found)
    most = sum(result is not False for _r, result in found)
    outcomes = {compare(Decimal(n), operator, Decimal(number)) for n in range(least, most + 1)}
    return outcomes.pop() if len(outcomes) == 1 else None


def option_passes(value: Value | State, options: tuple[str, ...]) -> bool | None:
    if isinstance(value, State):
        return None if value is State.OPEN else False
    if isinstance(value, bool):
        return ("ja" if value else "nee") in options
    if isinstance(value, tuple):
        return any(v in options for v in value)
    return value in options


_WORST = (State.OPEN, State.LATER, State.UNKNOWN, State.NOT_ASKED)


def worst(values: tuple[Value | State, ...]) -> State:
    return next((s for s in _WORST if any(v is s for v in values)), State.UNKNOWN)


def arithmetic(left: Value | State, operator: str, right: Value | State) -> Value | State:
    if not (isinstance(left, Decimal) and isinstance(right, Decimal)):
        return worst((left, right))
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case _:
            return left * right
