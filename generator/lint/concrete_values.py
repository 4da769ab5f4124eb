"""One abstract value as an answer: an option, a value between two constants, or why there is none."""

from collections.abc import Collection, Hashable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from generator.expressions.abstraction import OTHER
from generator.expressions.kleene import rank
from generator.expressions.names import choices_of
from generator.library import Kind, Question
from generator.values import Duration, Frequency, State, Unit, Value

PLAIN: dict[Kind, Value] = {
    Kind.TEXT: "Voorbeeld",
    Kind.LONG_TEXT: "Voorbeeld",
    Kind.NUMBER: Decimal(10),
    Kind.MONEY: Decimal(100),
    Kind.PERCENTAGE: Decimal(10),
    Kind.DATE: date(2027, 1, 1),
    Kind.DURATION: Duration(1, Unit.MONTH),
    Kind.FREQUENCY: Frequency(1, Unit.DAY),
    Kind.KVK: "90000010",
    Kind.VAT: "NL000099998B57",
    Kind.IBAN: "NL91ABNA0417164300",
    Kind.EMAIL: "info@fictief.example",
    Kind.PHONE: "+31205550100",
    Kind.POSTCODE: "1234 AB",
}
_NUMBERS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE})
_WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT})
_STEP = {Kind.MONEY: Decimal("0.01")}


def absent(question: Question) -> Value | State:
    """What somebody answers who gives no value; open when this question takes no such answer."""
    if question.may_be_unknown:
        return State.UNKNOWN
    if question.may_be_later or (question.at_signing and question.kind in _WORDS):
        return State.LATER
    if question.may_be_empty and question.kind in _WORDS:
        return ""
    return () if question.may_be_empty and question.kind in {Kind.LIST, Kind.MULTI} else State.OPEN


def value_for(question: Question, value: Hashable, constants: Collection[Value]) -> Value | State:
    if isinstance(value, tuple) and len(value) == 2:
        return next(_between(question.kind, constants, str(value[0]), int(str(value[1]))), State.OPEN)
    if value != OTHER:
        return str(value)
    options = [c.id for c in choices_of(question)]
    if options:
        return next((o for o in options if o not in constants), State.OPEN)
    return "" if question.kind is Kind.REFERENCE else PLAIN.get(question.kind, State.OPEN)


def _between(kind: Kind, constants: Collection[Value], family: str, place: int) -> Iterator[Value]:
    """Values in this range: at a constant (odd), or before, between and after them (even)."""
    ranks: list[Any] = sorted({rank(c)[1] for c in constants if rank(c)[0] == family})
    for value in _candidates(kind, constants):
        own, at = rank(value)
        if (family == "alle" and not constants) or (own == family and _place(ranks, at) == place):
            yield value


def _place(ranks: list[Any], at: Any) -> int:
    return 2 * ranks.index(at) + 1 if at in ranks else 2 * sum(r < at for r in ranks)


def _candidates(kind: Kind, constants: Collection[Value]) -> Iterator[Value]:
    yield PLAIN[kind]
    yield from constants
    if kind in _NUMBERS:
        numbers = sorted(c for c in constants if isinstance(c, Decimal))
        step = _STEP.get(kind, Decimal(1))
        yield from (a + step for a, _b in pairwise(numbers))
        yield from (n + d for n in numbers for d in (Decimal(1), Decimal(-1)) if n + d >= 0)
    elif kind is Kind.DATE:
        days = sorted(c for c in constants if isinstance(c, date))
        yield from (d + timedelta(days=n) for d in days for n in (1, -1))
    elif kind is Kind.DURATION:
        yield from (Duration(n, unit) for unit in Unit for n in range(61))
