"""From typed conditions to formulas over abstract values: options, intervals between the constants, counts, atoms."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.expressions.ast import (
    And,
    Compare,
    CompareAmounts,
    Contains,
    CountIs,
    Every,
    Expr,
    Known,
    Literal,
    NonEmpty,
    Not,
    OneOf,
    Or,
    Path,
    Present,
    Records,
    Truth,
)
from generator.expressions.formula import All, AnyOf, Fixed, Formula, In, No, Variable
from generator.expressions.kleene import ORDER, rank
from generator.expressions.names import choices_of
from generator.expressions.reads import needed
from generator.expressions.setting import Setting
from generator.library import Kind
from generator.values import Value

ABSENT = "(geen)"
OTHER = "(anders)"
TRUE = frozenset({True})
Tests = tuple[tuple[str, tuple[str, ...]], ...]
_OPTION = frozenset({Kind.CHOICE, Kind.YES_NO})
_ORDERED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.DATE, Kind.DURATION})


@dataclass
class Abstraction:
    """Made from all conditions that take part, so that every constant is known before the first value is tried."""

    setting: Setting
    constants: dict[Path, set[Value]] = field(default_factory=dict)
    domains: dict[Variable, Sequence[Hashable]] = field(default_factory=dict)
    lists: dict[Path, set[Tests]] = field(default_factory=dict)
    every: dict[Path, set[tuple[Tests, Tests]]] = field(default_factory=dict)
    has: dict[Path, set[str]] = field(default_factory=dict)
    paths: set[Path] = field(default_factory=set)
    counted: dict[Path, set[int]] = field(default_factory=dict)
    amounts: set[CompareAmounts] = field(default_factory=set)
    expanded: set[Path] = field(default_factory=set)
    opaque: bool = False
    complete: bool = True

    # --- what takes part -----------------------------------------------------------------------------------------

    def take(self, exprs: Iterable[Expr]) -> None:
        for expr in exprs:
            self._take(expr)

    def _take(self, expr: Expr) -> None:
        match expr:
            case And(parts) | Or(parts):
                self.take(parts)
            case Not(part):
                self._take(part)
            case Present(clause):
                self._take_presence(clause)
            case Literal():
                pass
            case CompareAmounts():
                self.amounts.add(expr)
                self.take(Known(p) for p in needed(expr))
            case NonEmpty(records) | Every(records) | CountIs(records):
                self._take_list(expr, records)
            case Truth(path):
                self._take_truth(path)
            case _:
                self._take_atom(expr)

    def _take_presence(self, clause: str) -> None:
        meaning = self.setting.presence.get(clause)
        key = ("aanwezig", clause)
        if meaning is not None and key not in self.expanded:
            self.expanded.add(key)
            self._take(meaning)

    def _take_truth(self, path: Path) -> None:
        if self.setting.never_asked(path):
            return
        definition = self.setting.definition(path)
        if definition is None:
            self.paths.add(path)
        elif path not in self.expanded:
            self.expanded.add(path)
            self._take(definition)

    def _take_list(self, expr: NonEmpty | Every | CountIs, records: Records) -> None:
        if self.setting.never_asked(records.path):
            return
        self.paths.add(records.path)
        found = self.lists.setdefault(records.path, set())
        found |= {(), normal(records.tests)}
        if isinstance(expr, CountIs):
            self.counted.setdefault(records.path, set()).add(expr.number)
        if isinstance(expr, Every):
            found.add(normal((*records.tests, *expr.tests)))
            self.every.setdefault(records.path, set()).add((normal(records.tests), normal(expr.tests)))

    def _take_atom(self, expr: Compare | OneOf | Contains | Known) -> None:
        if self.setting.never_asked(expr.path):
            return
        self.paths.add(expr.path)
        kind = self.kind(expr.path)
        if kind in {Kind.LIST, Kind.MATRIX, Kind.MULTI}:
            self.lists.setdefault(expr.path, set()).add(())
        match expr:
            case Compare(path, _, constant):
                self.constants.setdefault(path, set()).add(constant)
            case OneOf(path, options):
                self.constants.setdefault(path, set()).update(options)
            case Contains(path, option):
                self.has.setdefault(path, set()).add(option)

    def kind(self, path: Path) -> Kind | None:
        meaning = self.setting.names.resolve(path)
        return meaning.kind if meaning is not None else None

    @property
    def splits(self) -> bool:
        """Amounts, dates or counts take part: their values are tried by the ranges between the constants."""
        return bool(self.counted or self.amounts) or any(self.kind(p) in _ORDERED for p in self.constants)

    # --- the values that each variable is tried with --------------------------------------------------------------

    def prepare(self) -> None:
        for path in self.paths:
            kind = self.kind(path)
            if kind is Kind.TRUTH:
                self.domains[path] = (True, False)
            elif kind not in {Kind.LIST, Kind.MATRIX, Kind.MULTI}:
                self.domains[path] = (*self._values(path, kind), ABSENT)
        for path, found in self.lists.items():
            numbers = sorted({n + d for n in (*self.counted.get(path, ()), 1) for d in (-1, 0, 1)} | {0})
            for tests in found:
                self.domains[count_of(path, tests)] = (*(n for n in numbers if n >= 0), ABSENT)
        for path, options in self.has.items():
            for option in options:
                self.domains["heeft", path, option] = (True, False)
        for path, pairs in self.every.items():
            for pair in pairs:
                self.domains["alle", path, pair] = (True, False)
        for expr in self.amounts:
            self.domains["berekend", expr] = (True, False)

    def _values(self, path: Path, kind: Kind | None) -> Iterator[Hashable]:
        constants = self.constants.get(path, set())
        if kind in _OPTION:
            if path == ("dossier", "vragenlijst") and self.setting.questionnaire is not None:
                yield self.setting.questionnaire.id
                return
            yield from sorted(str(c) for c in constants)
            meaning = self.setting.names.resolve(path)
            options = {c.id for c in choices_of(meaning)} if meaning is not None else set()
            if not options or options - constants:
                yield OTHER
        elif kind in _ORDERED:
            yield from self._intervals(kind, constants)
        else:
            yield OTHER

    def other(self, path: Path) -> str:
        """An option that no condition names, for an example."""
        meaning = self.setting.names.resolve(path)
        options = [c.id for c in choices_of(meaning)] if meaning is not None else []
        named = self.constants.get(path, set())
        return next((o for o in options if o not in named), "iets anders")

    def _intervals(self, kind: Kind | None, constants: set[Value]) -> Iterator[tuple[str, int]]:
        """Per family: each constant (odd), and what lies before, between and after them (even)."""
        families = {rank(c)[0] for c in constants} | (
            {"tijd", "kantoortijd"} if kind is Kind.DURATION else set()
        )
        for family in sorted(families or {"alle"}):
            size = len(self._ranks(constants, family))
            yield from ((family, n) for n in range(2 * size + 1))

    @staticmethod
    def _ranks(constants: set[Value], family: str) -> list[Any]:
        ranks: set[Any] = {rank(c)[1] for c in constants if rank(c)[0] == family}
        return sorted(ranks)

    # --- conditions as formulas ------------------------------------------------------------------------------------

    def formula(self, expr: Expr) -> Formula:
        match expr:
            case Literal(value):
                return Fixed(value)
            case And(parts):
                return All(tuple(self.formula(p) for p in parts))
            case Or(parts):
                return AnyOf(tuple(self.formula(p) for p in parts))
            case Not(part):
                return No(self.formula(part))
            case Present(clause):
                return self._presence(clause)
            case CompareAmounts():
                self.opaque = True
                return In(("berekend", expr), TRUE)
            case NonEmpty() | Every() | CountIs():
                return self._of_list(expr)
            case Truth(path):
                return self._truth(path)
            case Known(path, negated):
                known = Fixed(value=False) if self.setting.never_asked(path) else self.present(path)
                return No(known) if negated else known
            case _:
                return self._of_value(expr)

    def _presence(self, clause: str) -> Formula:
        meaning = self.setting.presence.get(clause)
        if meaning is not None:
            return self.formula(meaning)
        self.opaque = True
        self.domains["aanwezig", clause] = (True, False)
        return In(("aanwezig", clause), TRUE)

    def _truth(self, path: Path) -> Formula:
        if self.setting.never_asked(path):
            return Fixed(value=False)
        definition = self.setting.definition(path)
        return In(path, TRUE) if definition is None else self.formula(definition)

    def present(self, path: Path) -> Formula:
        """The variable has a value."""
        kind = self.kind(path)
        if kind is Kind.TRUTH:
            return Fixed(value=True)
        variable = count_of(path) if kind in {Kind.LIST, Kind.MATRIX, Kind.MULTI} else path
        return In(variable, frozenset(self.domains[variable]) - {ABSENT})

    def _of_value(self, expr: Compare | OneOf | Contains) -> Formula:
        if self.setting.never_asked(expr.path):
            return Fixed(value=False)
        match expr:
            case Contains(path, option):
                return In(("heeft", path, option), TRUE)
            case OneOf(path, options, negated):
                return In(path, self._but(path, frozenset(options), negated=negated))
            case Compare(path, operator, constant) if self.kind(path) in _ORDERED:
                return In(path, self._ordered(path, operator, constant))
            case Compare(path, operator, constant):
                return In(path, self._but(path, frozenset({constant}), negated=operator == "!="))

    def _but(self, path: Path, options: frozenset[Hashable], *, negated: bool) -> frozenset[Hashable]:
        present = frozenset(self.domains[path]) - {ABSENT}
        return present - options if negated else present & options

    def _ordered(self, path: Path, operator: str, constant: Value) -> frozenset[Hashable]:
        family, place = rank(constant)
        index = 2 * self._ranks(self.constants[path], family).index(place) + 1
        compared = ORDER[operator]  # type: ignore[index]  # the same six operators
        values = (v for v in self.domains[path] if isinstance(v, tuple) and v[0] == family)
        return frozenset(v for v in values if compared(v[1], index))

    def _of_list(self, expr: NonEmpty | Every | CountIs) -> Formula:
        path, tests = expr.records.path, normal(expr.records.tests)
        if self.setting.never_asked(path):
            return Fixed(value=False)
        match expr:
            case Every(_, checks):
                return All((self.present(path), In(("alle", path, (tests, normal(checks))), TRUE)))
            case NonEmpty():
                return self.at_least_one(path, tests)
            case CountIs(_, operator, number):
                counts = (n for n in self.domains[count_of(path, tests)] if isinstance(n, int))
                passing = frozenset(n for n in counts if ORDER[operator](n, number))
                return In(count_of(path, tests), frozenset[Hashable](passing))

    def at_least_one(self, path: Path, tests: Tests) -> Formula:
        variable = count_of(path, tests)
        return In(variable, frozenset(n for n in self.domains[variable] if isinstance(n, int) and n > 0))


def normal(tests: Tests) -> Tests:
    """Tests without regard to the order of writing."""
    return tuple(sorted({(name, tuple(sorted(set(options)))) for name, options in tests}))


def count_of(path: Path, tests: Tests = ()) -> Variable:
    return ("aantal", path, tests)
