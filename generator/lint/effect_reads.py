"""What conditions, texts and computations make of answers: which they read, and between which options they tell."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

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
    Records,
    Total,
    Truth,
    Variable,
)
from generator.expressions.names import Names
from generator.library import Library, ValueSlot
from generator.lint.absolute import Tests, touched


@dataclass
class Effects:
    """``read``: every question, field and derived value that something reads. ``told``: the sets of options that are
    told apart from the others. ``whole``: those of which every option shows, as the value is printed or counted.
    """

    library: Library
    read: set[Path] = field(default_factory=set)
    told: dict[Path, set[frozenset[str]]] = field(default_factory=lambda: defaultdict(set))
    whole: set[Path] = field(default_factory=set)

    def at(self, names: Names, record: Path = ()) -> "Reader":
        return Reader(self, names, record)


@dataclass
class Reader:
    """Reads in one place, where names stand for what they do there."""

    effects: Effects
    names: Names
    record: Path = ()

    def condition(self, condition: Condition | None) -> None:
        if condition is not None:
            self.expr(condition.expr)

    def loop(self, loop: ForEach | None) -> None:
        if loop is not None:
            self.path(loop.path)

    def path(self, path: Path, options: Iterable[str] = (), *, whole: bool = False) -> None:
        found = tuple(touched(path, self.names, self.effects.library, self.record))
        for reached in found:
            self.effects.read.add(reached.path)
            if reached.options is not None:
                self.effects.told[reached.path].add(reached.options)
        if found and options:
            self.effects.told[found[-1].path].add(frozenset(options))
        if found and whole:
            self.effects.whole.add(found[-1].path)

    def slot(self, slot: ValueSlot) -> None:
        self.path(slot.path, whole=slot.record_field is None)
        self._tests(slot.path, slot.tests)
        if slot.record_field is not None:
            self.path((*slot.path, slot.record_field), whole=True)
        if slot.path[-1] == "naam":
            self.path((*slot.path[:-1], "rij"), whole=True)

    def expr(self, expr: Expr) -> None:
        match expr:
            case And(parts) | Or(parts):
                for part in parts:
                    self.expr(part)
            case Not(part):
                self.expr(part)
            case Compare(path, _, constant):
                self.path(path, [constant] if isinstance(constant, str) else ())
            case OneOf(path, options):
                self.path(path, options)
            case Contains(path, option):
                self.path(path, [option])
            case Known(path) | Truth(path):
                self.path(path)
            case NonEmpty(records) | CountIs(records):
                self._records(records)
            case Every(records, tests):
                self._records(records)
                self._tests(records.path, tests)
            case CompareAmounts(left, _, right):
                self.amount(left)
                self.amount(right)
            case _:
                return

    def amount(self, amount: Amount) -> None:
        match amount:
            case Variable(path) | DaysUntil(path):
                self.path(path, whole=True)
            case Binary(left, _, right):
                self.amount(left)
                self.amount(right)
            case Count(records):
                self._records(records)
            case Total(records, names):
                self._records(records, names)
            case Missing(records, name) | Earliest(records, name):
                self._records(records, (name,))
            case _:
                return

    def _records(self, records: Records, whole: Iterable[str] = ()) -> None:
        self.path(records.path)
        self._tests(records.path, records.tests)
        for name in whole:
            self.path((*records.path, name), whole=True)

    def _tests(self, path: Path, tests: Tests) -> None:
        for name, options in tests:
            self.path((*path, name), options)
