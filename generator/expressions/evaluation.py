"""What a condition or computation comes to, in three values: True, False, and None for still open (Kleene)."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

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
    ForEach,
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
from generator.expressions.builtins import DECISION, ROOTS
from generator.expressions.kleene import (
    all_of,
    any_of,
    arithmetic,
    compare,
    count_is,
    is_known,
    negation,
    option_passes,
    worst,
)
from generator.expressions.names import SIBLING, Meaning, choices_of, field_of, record_fields
from generator.expressions.reads import variables
from generator.expressions.scope import Local, Lookup, Scope
from generator.library import Kind, Question
from generator.values import Record, State, Value

__all__ = [
    "Local",
    "Lookup",
    "Scope",
    "computed",
    "each",
    "entered",
    "field_value",
    "holds",
    "is_known",
    "open_variables",
    "passes",
    "question_at",
    "records",
    "value_at",
    "variables",
]

Tests = tuple[tuple[str, tuple[str, ...]], ...]
_CENT = Decimal("0.01")
_PER_CENT = Decimal("0.01")


# --- values ------------------------------------------------------------------------------------------------------


def value_at(path: Path, scope: Scope) -> Value | State:
    """The value of a full path, through groups, matrix rows and references; hidden fields are not asked.

    The fields of a decision may have conditions over ``melding``: their own finding, whatever the loop calls it.
    """
    value, question, rest = _base(path, scope)
    if rest and path[0] in scope.locals and path[1] == DECISION:
        scope = scope.with_local("melding", scope.locals[path[0]])
    for name in rest:
        if isinstance(value, State) or question is None:
            return value if isinstance(value, State) else State.OPEN
        value, question = _step(value, question, name, scope)
    return value


def question_at(path: Path, scope: Scope) -> Meaning | None:
    """The question, field or derived value that a full path in this scope stands for."""
    head = path[0]
    local = scope.locals.get(head)
    if local is None:
        return scope.lookup.question(path)
    if len(path) == 1:
        return None
    found: Meaning | None = next((f for f in local.fields if f.id == path[1]), None)
    for name in path[2:]:
        found = _inner(found, name, scope) if isinstance(found, Question) else None
    return found


def _base(path: Path, scope: Scope) -> tuple[Value | State, Meaning | None, Path]:
    head = path[0]
    local = scope.locals.get(head)
    if local is not None:
        if len(path) == 1:
            return local.record, None, ()
        found = next((f for f in local.fields if f.id == path[1]), None)
        return field_value(local.record, local.fields, path[1], scope), found, path[2:]
    length = 1 if head in ROOTS else 2
    base = path[:length]
    return scope.lookup.value(base), scope.lookup.question(base), path[length:]


def _step(value: Value, question: Meaning, name: str, scope: Scope) -> tuple[Value | State, Meaning | None]:
    inner = _inner(question, name, scope) if isinstance(question, Question) else None
    if not isinstance(question, Question):
        return State.OPEN, None
    if question.kind is Kind.MATRIX:
        return next((r for r in _rows(value) if r.id == name), Record(name, {"rij": name})), inner
    if question.kind is Kind.REFERENCE and question.target is not None:
        target = scope.lookup.question(question.target)
        rows = scope.lookup.value(question.target)
        row = next((r for r in _rows(rows) if r.id == value), None)
        fields = record_fields(target) if isinstance(target, Question) else ()
        return (State.OPEN if row is None else field_value(row, fields, name, scope)), inner
    if isinstance(value, Record):
        return field_value(value, record_fields(question), name, scope), inner
    return State.OPEN, inner


def _inner(question: Question, name: str, scope: Scope) -> Question | None:
    return field_of(question, name, scope.lookup.question)


def _rows(value: Value | State) -> tuple[Record, ...]:
    return tuple(r for r in value if isinstance(r, Record)) if isinstance(value, tuple) else ()


def field_value(record: Record, fields: tuple[Question, ...], name: str, scope: Scope) -> Value | State:
    """A field of a record; not asked when its own condition, over its siblings, is false."""
    wanted = next((f for f in fields if f.id == name), None)
    if wanted is not None and wanted.when is not None:
        visible = holds(wanted.when.expr, scope.with_local(SIBLING, Local(record, fields)))
        if visible is not True:
            return State.OPEN if visible is None else State.NOT_ASKED
    return record.values.get(name, State.OPEN)


# --- conditions --------------------------------------------------------------------------------------------------


def holds(expr: Expr, scope: Scope) -> bool | None:
    match expr:
        case Literal(value):
            return value
        case And(parts):
            return all_of(holds(p, scope) for p in parts)
        case Or(parts):
            return any_of(holds(p, scope) for p in parts)
        case Not(part):
            inner = holds(part, scope)
            return None if inner is None else not inner
        case Present(clause):
            return None if scope.present is None else scope.present(clause)
        case NonEmpty() | Every() | CountIs():
            return _over_records(expr, scope)
        case CompareAmounts(left, operator, right):
            return compare(computed(left, scope), operator, computed(right, scope))
        case _:
            return _atom(expr, scope)


def _atom(expr: Compare | OneOf | Contains | Known | Truth, scope: Scope) -> bool | None:
    value = value_at(expr.path, scope)
    if value is State.OPEN:
        return None
    if isinstance(expr, Known):
        return is_known(value) is not expr.negated
    if isinstance(value, State):
        return False
    match expr:
        case Compare(_, operator, constant):
            return compare(value, operator, constant)
        case OneOf(_, options, negated):
            return (value in options) is not negated
        case Contains(_, option):
            return isinstance(value, tuple) and option in value
        case Truth():
            return value is True


# --- records -----------------------------------------------------------------------------------------------------


def _tested(records: Records, scope: Scope) -> "list[tuple[Value, bool | None]] | None":
    """Every record or option of the list with whether it passes the tests; None when the list is open."""
    value = value_at(records.path, scope)
    if value is State.OPEN:
        return None
    if not isinstance(value, tuple):
        return []
    fields = _fields(records.path, scope)
    return [(r, passes(r, fields, records.tests, scope) if isinstance(r, Record) else True) for r in value]


def _fields(path: Path, scope: Scope) -> tuple[Question, ...]:
    list_ = question_at(path, scope)
    return record_fields(list_) if isinstance(list_, Question) else ()


def passes(record: Record, fields: tuple[Question, ...], tests: Tests, scope: Scope) -> bool | None:
    return all_of(option_passes(field_value(record, fields, name, scope), options) for name, options in tests)


def _over_records(expr: NonEmpty | Every | CountIs, scope: Scope) -> bool | None:
    """Of a list that is not asked, later or unknown nothing holds, as with any comparison."""
    found = _tested(expr.records, scope)
    if found is None:
        return None
    if isinstance(value_at(expr.records.path, scope), State):
        return False
    match expr:
        case NonEmpty():
            return any_of(result for _record, result in found)
        case Every(records, tests):
            fields = _fields(records.path, scope)
            return all_of(
                any_of((negation(inside), passes(r, fields, tests, scope)))
                for r, inside in found
                if isinstance(r, Record)
            )
        case CountIs(_, operator, number):
            return count_is(found, operator, number)


def records(over: Records | ForEach, scope: Scope) -> tuple[Record, ...] | None:
    """The records that pass; None while any of it is open."""
    found = _tested(over, scope) if isinstance(over, Records) else each(over, scope)
    if found is None or any(result is None for _record, result in found):
        return None
    return tuple(r for r, result in found if result and isinstance(r, Record))


def each(loop: ForEach, scope: Scope) -> "list[tuple[Value, bool | None]] | None":
    """Every record of the list with whether it passes the loop's condition; None when the list is open."""
    found = _tested(Records(loop.path), scope)
    if found is None or loop.condition is None:
        return found
    condition = loop.condition.expr
    return [
        (r, holds(condition, entered(loop, r, scope)) if isinstance(r, Record) else False) for r, _ in found
    ]


def entered(loop: ForEach, record: Record, scope: Scope) -> Scope:
    """The scope inside the loop, at this record."""
    return scope.with_local(loop.name, Local(record, _fields(loop.path, scope), loop.path))


# --- computations ------------------------------------------------------------------------------------------------


def computed(amount: Amount, scope: Scope) -> Value | State:
    match amount:
        case Number(value):
            return value
        case Variable(path):
            return value_at(path, scope)
        case Binary(left, operator, right):
            return arithmetic(computed(left, scope), operator, computed(right, scope))
        case DaysUntil(path):
            day, today = value_at(path, scope), value_at(("vandaag",), scope)
            if isinstance(day, date) and isinstance(today, date):
                return Decimal((day - today).days)
            return worst((day, today))
        case Count(over):
            found = records(over, scope)
            return _absent(over, scope) or (State.OPEN if found is None else Decimal(len(found)))
        case Total(over, fields):
            absent = _absent(over, scope)
            return Decimal(0) if absent is State.NOT_ASKED else absent or _total(over, fields, scope)
        case Earliest(over, name):
            return _absent(over, scope) or _earliest(over, name, scope)
        case Missing(over, name):
            return _absent(over, scope) or _missing(over, name, scope)


def _absent(over: Records, scope: Scope) -> State | None:
    value = value_at(over.path, scope)
    return value if isinstance(value, State) else None


def _total(over: Records, names: tuple[str, ...], scope: Scope) -> Value | State:
    """A record in which a field is not asked adds nothing."""
    found = records(over, scope)
    if found is None:
        return State.OPEN
    fields = _fields(over.path, scope)
    products = [_product(record, names, fields, scope) for record in found]
    states = [p for p in products if isinstance(p, State) and p is not State.NOT_ASKED]
    return (
        worst(tuple(states)) if states else sum((p for p in products if isinstance(p, Decimal)), Decimal(0))
    )


def _product(
    record: Record, names: tuple[str, ...], fields: tuple[Question, ...], scope: Scope
) -> Value | State:
    kinds = {f.kind for f in fields if f.id in names}
    product: Value | State = Decimal(1)
    for name in names:
        product = arithmetic(product, "*", field_value(record, fields, name, scope))
        if Kind.MONEY in kinds and any(f.id == name and f.kind is Kind.PERCENTAGE for f in fields):
            product = arithmetic(product, "*", _PER_CENT)
    if Kind.MONEY in kinds and isinstance(product, Decimal):
        return product.quantize(_CENT, ROUND_HALF_UP)
    return product


def _earliest(over: Records, name: str, scope: Scope) -> Value | State:
    found = records(over, scope)
    if found is None:
        return State.OPEN
    fields = _fields(over.path, scope)
    dates = [field_value(r, fields, name, scope) for r in found]
    if any(d is State.OPEN for d in dates):
        return State.OPEN
    return min((d for d in dates if isinstance(d, date)), default=State.UNKNOWN)


def _missing(over: Records, name: str, scope: Scope) -> Value | State:
    found = records(over, scope)
    fields = _fields(over.path, scope)
    looked_at = next((f for f in fields if f.id == name), None)
    if found is None or looked_at is None:
        return State.OPEN
    used = [field_value(r, fields, name, scope) for r in found]
    if any(v is State.OPEN for v in used):
        return State.OPEN
    taken = {o for v in used if not isinstance(v, State) for o in (v if isinstance(v, tuple) else (v,))}
    return tuple(c.id for c in choices_of(looked_at) if c.id not in taken)


# --- what is still open ------------------------------------------------------------------------------------------


def open_variables(expr: Expr, scope: Scope) -> tuple[Path, ...]:
    """The questions whose answer decides this condition ("hangt af van"), in the order of reading."""
    return tuple(dict.fromkeys(_open(expr, scope)))


def _open(expr: Expr, scope: Scope) -> Iterator[Path]:
    if holds(expr, scope) is not None:
        return
    match expr:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _open(part, scope)
        case Not(part):
            yield from _open(part, scope)
        case _:
            read = sorted(variables(expr))
            open_itself = [cause for path in read for cause in _causes(path, scope)]
            yield from open_itself or (p for path in read for p in _half_filled(path, scope))


def _causes(path: Path, scope: Scope) -> Iterator[Path]:
    """Of a loop variable, the list it runs over."""
    if value_at(path, scope) is not State.OPEN:
        return
    local = scope.locals.get(path[0])
    if local is None:
        yield from scope.lookup.causes(path)
    else:
        yield from _list_of(local, scope)


def _half_filled(path: Path, scope: Scope) -> Iterator[Path]:
    """A list that is there, while a field in one of its records is open."""
    if isinstance(value_at(path, scope), tuple):
        local = scope.locals.get(path[0])
        yield from (path,) if local is None else _list_of(local, scope)


def _list_of(local: Local, scope: Scope) -> Iterator[Path]:
    outer = scope.locals.get(local.source[0]) if local.source else None
    if outer is not None and outer is not local:
        yield from _list_of(outer, scope)
    elif local.source:
        yield local.source
