"""A condition in Dutch words, by its questions and options; and the answers that it read."""

from collections.abc import Iterator

from generator.dutch import document_form
from generator.expressions.ast import (
    And,
    Compare,
    Condition,
    Contains,
    CountIs,
    Every,
    Expr,
    ForEach,
    Known,
    NonEmpty,
    Not,
    OneOf,
    Or,
    Path,
    Present,
    Records,
    Truth,
)
from generator.expressions.evaluation import Scope, question_at, value_at
from generator.expressions.names import choices_of
from generator.expressions.printing import dotted, printed
from generator.expressions.reads import variables
from generator.frozen import dataclass
from generator.library import Derived, Kind, Question
from generator.values import Record, State, Value

_SIGNS = {
    "==": "is",
    "!=": "is niet",
    "<": "is minder dan",
    "<=": "is hoogstens",
    ">": "is meer dan",
    ">=": "is minstens",
}
_MOST_NAMES = 6
_STATES = {
    State.OPEN: "nog niet beantwoord",
    State.NOT_ASKED: "niet gevraagd",
    State.LATER: "later",
    State.UNKNOWN: "weet ik niet",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a condition read: its question, the answer in Dutch, and where the question or rule is written."""

    variable: str
    question: str
    text: str
    place: str


def in_words(rule: Condition | ForEach, scope: Scope) -> str:
    if isinstance(rule, Condition):
        return _words(rule.expr, scope)
    each = f"voor elke regel van {_name(rule.path, scope)}"
    return f"{each}, als {_words(rule.condition.expr, scope)}" if rule.condition is not None else each


def _words(expr: Expr, scope: Scope) -> str:
    match expr:
        case And(parts):
            return ", en ".join(_words(p, scope) for p in parts)
        case Or(parts):
            return ", of ".join(_words(p, scope) for p in parts)
        case Not(part):
            return f"niet: {_words(part, scope)}"
        case Compare(path, operator, constant):
            return f"{_name(path, scope)} {_SIGNS[operator]} {_shown(path, constant, scope)}"
        case OneOf(path, options, negated):
            wanted = " of ".join(_shown(path, o, scope) for o in options)
            return f"{_name(path, scope)} {'is niet' if negated else 'is'} {wanted}"
        case Contains(path, option):
            return f"bij {_name(path, scope)} is {_shown(path, option, scope)} gekozen"
        case Known(path, negated):
            return f"{_name(path, scope)} is {'niet ' if negated else ''}bekend"
        case Truth(path):
            return f"{_name(path, scope)} is waar"
        case Present(clause):
            return f"{clause} staat in dit stuk"
        case NonEmpty(rows):
            return f"{_name(rows.path, scope)} heeft een regel{_narrowed(rows, scope)}"
        case Every(rows, tests):
            return f"elke regel van {_name(rows.path, scope)}{_tests(rows, tests, scope)}"
        case CountIs(rows, operator, number):
            return f"het aantal regels van {_name(rows.path, scope)}{_narrowed(rows, scope)} {_SIGNS[operator]} {number}"
        case _:
            return printed(expr)


def _narrowed(rows: Records, scope: Scope) -> str:
    return _tests(rows, rows.tests, scope)


def _tests(rows: Records, tests: tuple[tuple[str, tuple[str, ...]], ...], scope: Scope) -> str:
    told = []
    for name, options in tests:
        path = (*rows.path, name)
        meaning = question_at(rows.path, scope)
        inner = meaning.field(name) if isinstance(meaning, Question) else None
        labels = {c.id: c.label for c in (inner.choices if inner is not None else ())}
        wanted = " of ".join(f"‘{labels.get(o, o)}’" for o in options)
        told.append(f"{f'‘{inner.text}’' if inner is not None else path[-1]} {wanted}")
    return f" met {' en '.join(told)}" if told else ""


def _name(path: Path, scope: Scope) -> str:
    meaning = question_at(path, scope)
    if isinstance(meaning, Question) and meaning.text:
        return f"‘{meaning.text}’"
    if isinstance(meaning, Derived) and meaning.label:
        return f"‘{meaning.label}’"
    return dotted(path)


def _shown(path: Path, constant: Value, scope: Scope) -> str:
    meaning = question_at(path, scope)
    choices = {c.id: c.label for c in choices_of(meaning)} if isinstance(meaning, Question) else {}
    if isinstance(constant, str):
        return f"‘{choices.get(constant, constant)}’"
    kind = meaning.kind if isinstance(meaning, Question | Derived) else Kind.TEXT
    return document_form(constant, kind, ())


# --- answers ------------------------------------------------------------------------------------------------------


def answers_read(rule: Condition | ForEach, scope: Scope) -> Iterator[Answer]:
    """Every answer that a condition read; of a derived value also the answers behind it."""
    seen: set[Path] = set()
    todo = sorted(_paths(rule))
    while todo:
        path = todo.pop(0)
        if path in seen:
            continue
        seen.add(path)
        meaning = question_at(path, scope)
        if isinstance(meaning, Derived):
            inner = meaning.value.expr if isinstance(meaning.value, Condition) else meaning.value.amount
            todo += sorted(variables(inner))
            rule_text = meaning.value.source
            yield Answer(dotted(path), f"afgeleid: {rule_text}", _text(path, scope), str(meaning.position))
        elif isinstance(meaning, Question):
            place = str(meaning.position)
            yield Answer(dotted(path), meaning.text, _text(path, scope), place)


def _paths(rule: Condition | ForEach) -> frozenset[Path]:
    if isinstance(rule, Condition):
        return variables(rule.expr)
    inner = variables(rule.condition.expr) if rule.condition is not None else frozenset()
    return frozenset({rule.path}) | inner


def _text(path: Path, scope: Scope) -> str:
    value, meaning = value_at(path, scope), question_at(path, scope)
    if isinstance(value, State):
        return _STATES.get(value, value.value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, tuple) and (not value or isinstance(value[0], Record)):
        return _rows(value)
    if isinstance(value, Record):
        return "ingevuld"
    choices = choices_of(meaning) if isinstance(meaning, Question) else ()
    kind = meaning.kind if isinstance(meaning, Question | Derived) else Kind.TEXT
    return document_form(value, kind, choices)


def _rows(value: tuple[Value, ...]) -> str:
    rows = [r for r in value if isinstance(r, Record)]
    names = [str(r.values.get("naam") or r.id) for r in rows[:_MOST_NAMES]]
    names += ["…"] if len(rows) > _MOST_NAMES else []
    return f"{len(rows)} {'regel' if len(rows) == 1 else 'regels'}" + (
        f": {', '.join(names)}" if names else ""
    )
