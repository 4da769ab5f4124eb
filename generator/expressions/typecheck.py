"""Which constants, operators and filters fit which kind of question."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.expressions.ast import (
    Amount,
    Binary,
    Count,
    DaysUntil,
    Earliest,
    Missing,
    Number,
    Path,
    Total,
    Variable,
)
from generator.expressions.builtins import DON_T_KNOW
from generator.expressions.names import Meaning, Names, choices_of, record_fields
from generator.library import Choice, Kind, Question
from generator.values import Duration, Unit, Value

if TYPE_CHECKING:
    from jinja2 import nodes

WORDS = frozenset(
    {
        Kind.TEXT,
        Kind.LONG_TEXT,
        Kind.KVK,
        Kind.VAT,
        Kind.IBAN,
        Kind.EMAIL,
        Kind.PHONE,
        Kind.POSTCODE,
    }
)
CHOICES = frozenset({Kind.CHOICE, Kind.YES_NO})
FIGURES = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE})
ORDERED = FIGURES | {Kind.DATE, Kind.DURATION}
LISTS = frozenset({Kind.LIST, Kind.MATRIX})

PRINTED_WITH: Mapping[Kind, str | None] = {
    **dict.fromkeys(WORDS),
    **dict.fromkeys(CHOICES, "label"),
    Kind.MULTI: "opsomming",
    Kind.NUMBER: None,
    Kind.MONEY: "euro",
    Kind.PERCENTAGE: "procent",
    Kind.DATE: "datum",
    Kind.DURATION: "duur",
    Kind.FREQUENCY: "frequentie",
    Kind.LIST: "opsomming",
    Kind.MATRIX: "opsomming",
}
"""The filter that a kind needs on paper; kinds that are not here cannot be printed."""

FILTERS = ("euro", "datum", "duur", "frequentie", "procent", "opsomming", "hoofdletter", "citaat", "label")
CONSTANT_LOOKS_LIKE = {
    Kind.DATE: '"2026-07-01"',
    Kind.DURATION: '"4 uur"',
    Kind.NUMBER: "100",
    Kind.MONEY: "100",
    Kind.PERCENTAGE: "10",
}
_UNITS = {
    "minuut": Unit.MINUTE,
    "minuten": Unit.MINUTE,
    "uur": Unit.HOUR,
    "uren": Unit.HOUR,
    "kantooruur": Unit.OFFICE_HOUR,
    "kantooruren": Unit.OFFICE_HOUR,
    "dag": Unit.DAY,
    "dagen": Unit.DAY,
    "werkdag": Unit.WORKDAY,
    "werkdagen": Unit.WORKDAY,
    "week": Unit.WEEK,
    "weken": Unit.WEEK,
    "maand": Unit.MONTH,
    "maanden": Unit.MONTH,
    "jaar": Unit.YEAR,
    "jaren": Unit.YEAR,
}


def constant(kind: Kind, node: "nodes.Expr") -> Value | None:
    """The constant as a value of this kind; None when it is not one."""
    from jinja2 import nodes

    if isinstance(node, nodes.Neg) and kind in FIGURES:
        inner = constant(kind, node.node)
        return -inner if isinstance(inner, Decimal) else None
    if not isinstance(node, nodes.Const):
        return None
    raw = node.value
    if kind in FIGURES:
        return Decimal(str(raw)) if isinstance(raw, int | float) and not isinstance(raw, bool) else None
    if not isinstance(raw, str):
        return None
    if kind is Kind.DATE:
        return _date(raw)
    return _duration(raw) if kind is Kind.DURATION else raw


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _duration(text: str) -> Duration | None:
    found = re.fullmatch(r"(\d+) (\w+)", text.strip())
    unit = _UNITS.get(found[2]) if found else None
    return Duration(int(found[1]), unit) if found and unit else None


def is_uncertain(meaning: Meaning) -> bool:
    """Has an option that means nobody knows, so negating it would count not knowing as no."""
    return any(c.id in DON_T_KNOW for c in choices_of(meaning))


def field_named(list_: Question, name: str) -> Question | None:
    return next((f for f in record_fields(list_) if f.id == name), None)


def amount_kind(amount: Amount, names: Names) -> Kind | None:
    """The kind of a computed value; None when its parts do not go together."""
    match amount:
        case Number() | DaysUntil() | Count():
            return Kind.NUMBER
        case Missing():
            return Kind.MULTI
        case Variable(path):
            meaning = names.resolve(path)
            return meaning.kind if meaning else None
        case Total(records, fields):
            kinds = [_field_kind(records.path, f, names) for f in fields]
            return _product([k for k in kinds if k is not Kind.PERCENTAGE] if Kind.MONEY in kinds else kinds)
        case Earliest(records, field):
            return Kind.DATE if _field_kind(records.path, field, names) is Kind.DATE else None
        case Binary(left, "*", right):
            return _product([amount_kind(left, names), amount_kind(right, names)])
        case Binary(left, _, right):
            one, other = amount_kind(left, names), amount_kind(right, names)
            return one if one is other and one in FIGURES else None


def _field_kind(path: Path, name: str, names: Names) -> Kind | None:
    meaning = names.resolve(path)
    found = field_named(meaning, name) if isinstance(meaning, Question) else None
    return found.kind if found else None


def _product(kinds: list[Kind | None]) -> Kind | None:
    """Numbers times at most one amount of money."""
    others = [k for k in kinds if k is not Kind.NUMBER]
    if not others:
        return Kind.NUMBER
    return others[0] if len(others) == 1 and others[0] in FIGURES else None


def choices_of_amount(amount: Amount, names: Names) -> tuple[Choice, ...]:
    """The options that a computed meerkeuze can hold: those of the field that ``ontbreekt`` looks at."""
    if not isinstance(amount, Missing):
        return ()
    meaning = names.resolve(amount.records.path)
    found = field_named(meaning, amount.field) if isinstance(meaning, Question) else None
    return choices_of(found) if found else ()


def test_options(field: Question) -> tuple[str, ...] | None:
    """What ``met(field=…)`` may name; None when a field of this kind cannot be tested so. Empty: anything."""
    if field.kind is Kind.TRUTH:
        return ("ja", "nee")
    if field.kind in CHOICES or field.kind is Kind.MULTI:
        return tuple(c.id for c in choices_of(field))
    return None
