"""What always holds between variables, whatever is answered; only this may make an implication provable."""

from collections.abc import Iterator
from itertools import permutations

from generator.expressions.abstraction import ABSENT, TRUE, Abstraction, Tests, count_of
from generator.expressions.ast import Compare, Contains, Expr, Known, OneOf, Or, Path, Truth
from generator.expressions.builtins import BUILT_IN, DECIDED_BY_STATUS, DECISION, STATUSES
from generator.expressions.formula import All, Fixed, Formula, In, No, Related, then
from generator.expressions.names import SIBLING, choices_of
from generator.expressions.reads import needed
from generator.expressions.setting import ALWAYS
from generator.library import Kind, Question


def closure(abstraction: Abstraction, most: int = 60) -> dict[Path, Expr]:
    """Takes in what the variables depend on, as far as it stays small; the condition of each variable.

    What is left out only makes less provable.
    """
    found: dict[Path, Expr] = {}
    while waiting := [p for p in sorted(abstraction.paths) if p not in found]:
        if len(found) + len(waiting) > most:
            abstraction.complete = False
            break
        for path in waiting:
            found[path] = abstraction.setting.visible(path)
            abstraction.take((found[path], *(Known(p) for p in abstraction.setting.inputs(path))))
        _take_records(abstraction)
        _take_decisions(abstraction)
    return found


def axioms(abstraction: Abstraction, visible: dict[Path, Expr]) -> Iterator[Formula]:
    for path, condition in visible.items():
        yield from _asked(abstraction, path, condition)
    for path, options in abstraction.has.items():
        for option in options:
            yield then(In(("heeft", path, option), TRUE), abstraction.at_least_one(path, ()))
    for path, found in abstraction.lists.items():
        yield from _filters(path, found)
    for path, pairs in abstraction.every.items():
        for tests, checks in pairs:
            yield from _every(abstraction, path, tests, checks)
    for expr in abstraction.amounts:
        known = tuple(abstraction.formula(Known(p)) for p in sorted(needed(expr)))
        yield then(In(("berekend", expr), TRUE), All(known))
    if abstraction.complete:
        for record, origin in _records(abstraction):
            yield from _member(abstraction, record, origin)
        yield from _decisions(abstraction)


def _asked(abstraction: Abstraction, path: Path, condition: Expr) -> Iterator[Formula]:
    """What has a value was asked; what is asked has one, unless it may lack it."""
    if abstraction.kind(path) is Kind.TRUTH:
        return
    present = abstraction.present(path)
    yield from _computed(abstraction, path)
    if condition != ALWAYS:
        yield then(present, abstraction.formula(condition))
    if not abstraction.setting.may_be_absent(path) and not _of_decision(path):
        yield then(abstraction.formula(condition), present)


def _of_decision(path: Path) -> bool:
    """A field of a decision that was taken: what it does not say is not known, though it was asked."""
    return DECISION in path[1:-1] and path[-1] != DECISION


def _computed(abstraction: Abstraction, path: Path) -> Iterator[Formula]:
    """What is computed is known when everything that it is computed from is."""
    inputs = abstraction.setting.inputs(path)
    if inputs:
        known = tuple(abstraction.formula(Known(p)) for p in inputs)
        yield then(All(known), abstraction.present(path))


def _filters(path: Path, found: set[Tests]) -> Iterator[Formula]:
    for tests in found - {()}:
        yield Related(count_of(path), count_of(path, tests), _same_absence)
    for one, other in permutations(sorted(found), 2):
        if narrower(one, other):
            yield Related(count_of(path, one), count_of(path, other), _at_most)


def _same_absence(left: object, right: object) -> bool:
    return (left == ABSENT) == (right == ABSENT)


def _at_most(left: object, right: object) -> bool:
    return not (isinstance(left, int) and isinstance(right, int)) or left <= right


def narrower(one: Tests, other: Tests) -> bool:
    """Every record that passes ``one`` passes ``other``."""
    return all(any(n == name and set(o) <= set(options) for n, o in one) for name, options in other)


def _every(abstraction: Abstraction, path: Path, tests: Tests, checks: Tests) -> Iterator[Formula]:
    every = In(("alle", path, (tests, checks)), TRUE)
    both = _both(tests, checks)
    yield then(every, Related(count_of(path, tests), count_of(path, both), _equal))
    yield then(No(every), abstraction.at_least_one(path, tests))
    for other_tests, other_checks in abstraction.every[path]:
        if narrower(other_tests, tests) and narrower(checks, other_checks):
            yield then(every, In(("alle", path, (other_tests, other_checks)), TRUE))
    for found in abstraction.lists[path]:
        if narrower(found, tests) and _both(found, checks) in abstraction.lists[path]:
            yield then(every, Related(count_of(path, found), count_of(path, _both(found, checks)), _equal))


def _both(one: Tests, other: Tests) -> Tests:
    return tuple(sorted({*one, *other}))


def _equal(left: object, right: object) -> bool:
    return left == right


# --- a record of a list: a loop variable, or a row of a matrix by name ----------------------------------------------


def _records(abstraction: Abstraction) -> Iterator[tuple[Path, Path]]:
    """The records at hand whose list takes part as well."""
    names = abstraction.setting.names
    for name, origin in names.origins.items():
        if origin in abstraction.lists:
            yield (name,), origin
    rows = {p[:3] for p in abstraction.paths if len(p) > 3 and p[0] != SIBLING}
    for row in sorted(rows):
        if row[0] not in names.locals and row[:2] in abstraction.lists:
            yield row, row[:2]


def _take_records(abstraction: Abstraction) -> None:
    for record, origin in tuple(_records(abstraction)):
        for tests in abstraction.lists[origin]:
            abstraction.take(e for name, options in tests if (e := _test(abstraction, record, name, options)))
        for _tests, checks in abstraction.every.get(origin, ()):
            abstraction.take(
                e for name, options in checks if (e := _test(abstraction, record, name, options))
            )


def _member(abstraction: Abstraction, record: Path, origin: Path) -> Iterator[Formula]:
    present = abstraction.present(origin)
    if len(record) == 1:
        yield abstraction.at_least_one(origin, ())
    for tests in abstraction.lists[origin]:
        passed = _passes(abstraction, record, tests)
        if passed is not None:
            yield then(All((present, passed)), abstraction.at_least_one(origin, tests))
    for tests, checks in abstraction.every.get(origin, ()):
        every = In(("alle", origin, (tests, checks)), TRUE)
        passed, checked = _passes(abstraction, record, tests), _passes(abstraction, record, checks)
        if passed is not None and checked is not None:
            yield then(All((present, every, passed)), checked)


def _passes(abstraction: Abstraction, record: Path, tests: Tests) -> Formula | None:
    """What the tests come to for this record; None when one of them cannot be told from its variables."""
    parts: list[Formula] = []
    for name, options in tests:
        if name == "rij" and len(record) > 1:
            parts.append(Fixed(record[-1] in options))
            continue
        expr = _test(abstraction, record, name, options)
        if expr is None:
            return None
        parts.append(abstraction.formula(expr))
    return All(tuple(parts))


def _test(abstraction: Abstraction, record: Path, name: str, options: tuple[str, ...]) -> Expr | None:
    """``met(name=options)`` for one record; None when it says nothing about this record."""
    if name == "rij" and len(record) > 1:
        return None
    path = (*record, name)
    match abstraction.kind(path):
        case Kind.MULTI:
            return Or(tuple(Contains(path, o) for o in options))
        case Kind.TRUTH:
            return Truth(path) if options == ("ja",) else None
        case Kind.CHOICE | Kind.YES_NO:
            return OneOf(path, options)
        case _:
            return None


# --- findings: their status tells what was decided ------------------------------------------------------------------


def _statuses(abstraction: Abstraction) -> Iterator[tuple[Path, Path]]:
    """The status of each finding that is read, with the decision on it."""
    names = abstraction.setting.names
    for path in sorted(abstraction.paths):
        meaning = names.resolve(path)
        if path[-1] == "status" and meaning is not None and meaning.position == BUILT_IN:
            decided = (*path[:-1], DECISION, DECISION)
            if names.resolve(decided) is not None:
                yield path, decided


def _take_decisions(abstraction: Abstraction) -> None:
    for path, decided in tuple(_statuses(abstraction)):
        about_decision = any(p[:-1] == decided[:-1] for p in abstraction.paths)
        if about_decision:
            abstraction.take(OneOf(path, (s,)) for s in STATUSES)
            abstraction.take(OneOf(decided, (d,)) for d in DECIDED_BY_STATUS.values())


def _decisions(abstraction: Abstraction) -> Iterator[Formula]:
    for path, decided in _statuses(abstraction):
        if decided not in abstraction.paths:
            continue
        meaning = abstraction.setting.names.resolve(decided)
        options = {c.id for c in choices_of(meaning)} if isinstance(meaning, Question) else set()
        for status, option in DECIDED_BY_STATUS.items():
            if option in options:
                has_status = abstraction.formula(Compare(path, "==", status))
                yield then(has_status, abstraction.formula(Compare(decided, "==", option)))
