"""A condition as a lawyer would write it: for remedies that can be pasted, and read back equal."""

from datetime import date
from decimal import Decimal

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
    Literal,
    Missing,
    NonEmpty,
    Not,
    Number,
    OneOf,
    Or,
    Path,
    Present,
    Records,
    Total,
    Truth,
    Variable,
)
from generator.expressions.names import SIBLING
from generator.values import Duration, Value


def printed(expr: Expr) -> str:
    match expr:
        case And(parts):
            return " and ".join(_inside(p) for p in parts)
        case Or(parts):
            return " or ".join(_inside(p) for p in parts)
        case Not(part):
            return f"not ({printed(part)})"
        case Literal(value):
            return "true" if value else "false"
        case Present(clause):
            return f'aanwezig("{clause}")'
        case CompareAmounts(left, operator, right):
            return f"{_amount(left)} {operator} {_amount(right)}"
        case NonEmpty() | Every() | CountIs():
            return _of_list(expr)
        case _:
            return _of_value(expr)


def _inside(part: Expr) -> str:
    return f"({printed(part)})" if isinstance(part, And | Or | Every | NonEmpty) else printed(part)


def _of_value(expr: Compare | OneOf | Contains | Known | Truth) -> str:
    name = dotted(expr.path)
    match expr:
        case Compare(_, operator, constant):
            return f"{name} {operator} {_constant(constant)}"
        case OneOf(_, options, negated):
            return f"{name} {'not in' if negated else 'in'} {_options(options)}"
        case Contains(_, option):
            return f'"{option}" in {name}'
        case Known(_, negated):
            return f"{name} is {'onbekend' if negated else 'bekend'}"
        case Truth():
            return name


def _of_list(expr: NonEmpty | Every | CountIs) -> str:
    records = _records(expr.records)
    match expr:
        case NonEmpty():
            return records
        case Every(_, tests):
            return f"{records} | alle({_tests(tests)})"
        case CountIs(_, operator, number):
            return f"{records} | aantal {operator} {number}"


def _records(records: Records) -> str:
    narrowed = f" | met({_tests(records.tests)})" if _named_once(records) else _one_by_one(records)
    return dotted(records.path) + (narrowed if records.tests else "")


def _named_once(records: Records) -> bool:
    return len({name for name, _ in records.tests}) == len(records.tests)


def _one_by_one(records: Records) -> str:
    return "".join(f" | met({_tests((test,))})" for test in records.tests)


def _tests(tests: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return ", ".join(
        f"{name}={_quoted(options[0]) if len(options) == 1 else _options(options)}" for name, options in tests
    )


def _options(options: tuple[str, ...]) -> str:
    return "[" + ", ".join(_quoted(o) for o in options) + "]"


def _quoted(text: str) -> str:
    return f'"{text}"'


def _amount(amount: Amount) -> str:
    match amount:
        case Number(value):
            return f"{value:f}"
        case Variable(path):
            return dotted(path)
        case DaysUntil(path):
            return f"dagen_tot({dotted(path)})"
        case Binary(left, operator, right):
            return f"({_amount(left)} {operator} {_amount(right)})"
        case Total(records, fields):
            return f"({_records(records)} | som({', '.join(_quoted(f) for f in fields)}))"
        case Count(records):
            return f"({_records(records)} | aantal)"
        case Missing(records, field):
            return f'({_records(records)} | ontbreekt("{field}"))'
        case Earliest(records, field):
            return f'({_records(records)} | eerste("{field}"))'


def _constant(constant: Value) -> str:
    match constant:
        case Decimal():
            return f"{constant:f}"
        case date():
            return f'"{constant.isoformat()}"'
        case Duration(amount, unit):
            return f'"{amount} {unit.value}"'
        case _:
            return f'"{constant}"'


def dotted(path: Path) -> str:
    return ".".join(path[1:] if path[0] == SIBLING else path)
