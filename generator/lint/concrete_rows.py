"""Records of a list, or rows of a matrix, of which so many pass each test."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from generator.expressions.abstraction import Tests
from generator.expressions.names import choices_of, record_fields
from generator.library import Kind, Question
from generator.values import Record, State, Value

MOST_TRIED = 5_000


@dataclass
class Row:
    """``id`` of a matrix row; of a record of a list its number is given later, unless another refers to it."""

    id: str
    fields: dict[str, Value | State] = field(default_factory=dict)


@dataclass(frozen=True)
class Wanted:
    """How many records must pass each set of tests; no tests: how many there are.

    ``unlike``: of the records that pass the first, one does not pass the second.
    """

    counts: Mapping[Tests, int]
    unlike: tuple[tuple[Tests, Tests], ...] = ()

    @property
    def total(self) -> int:
        return self.counts.get((), 0)

    @property
    def fields(self) -> tuple[str, ...]:
        read = (*self.counts, *(tests for pair in self.unlike for tests in pair))
        return tuple(sorted({name for tests in read for name, _ in tests} - {"rij"}))


def rows_of(question: Question, named: Sequence[Row], wanted: Wanted) -> tuple[Record, ...]:
    making = _Rows(question, list(named), wanted)
    making.make()
    numbered = enumerate(making.rows, 1)
    return tuple(Record(row.id or f"r{n}", row.fields) for n, row in numbered)


@dataclass
class _Rows:
    question: Question
    rows: list[Row]
    wanted: Wanted

    def make(self) -> None:
        if self.question.kind is Kind.MATRIX:
            self._take_all_rows()
        for row in [
            r for r in self.rows if set(self.wanted.fields) - set(r.fields) != set(self.wanted.fields)
        ]:
            self._complete(row, ())
        for tests, checks in self.wanted.unlike:
            if not any(_passes(r, tests) and not _passes(r, checks) for r in self.rows):
                self._one_more(tests, checks)
        for tests in sorted((t for t in self.wanted.counts if t), key=len, reverse=True):
            while self._count(tests) < self.wanted.counts[tests] and self._one_more(tests):
                pass
        while self.question.kind is Kind.LIST and len(self.rows) < self.wanted.total:
            self.rows.append(Row(""))
        for row in self.rows:
            self._complete(row, ())

    def _take_all_rows(self) -> None:
        """A matrix has all its rows; a loop that is at one of them takes the first that is free."""
        taken = {r.id for r in self.rows if r.id}
        free = [c.id for c in self.question.rows if c.id not in taken]
        for row in self.rows:
            row.id = row.id or free.pop(0)
        known = {r.id: r for r in self.rows}
        self.rows = [known.get(c.id, Row(c.id)) for c in self.question.rows]

    def _one_more(self, tests: Tests, unlike: Tests = ()) -> bool:
        """A record more that passes the one and not the other; False when there is none to be had."""
        rows = [r for r in self.rows if not r.fields] if self.question.kind is Kind.MATRIX else [Row("")]
        for row in rows:
            if self._complete(row, tests, unlike):
                if self.question.kind is Kind.LIST:
                    self.rows.append(row)
                return True
        return False

    def _complete(self, row: Row, tests: Tests, unlike: Tests = ()) -> bool:
        """Give the fields that tests read a value with which no count becomes too high; False when that fails."""
        missing = [
            f for f in record_fields(self.question) if f.id in self.wanted.fields and f.id not in row.fields
        ]
        for values in islice(product(*(_values(f) for f in missing)), MOST_TRIED):
            tried = Row(row.id, {**row.fields, **{f.id: v for f, v in zip(missing, values, strict=True)}})
            fits = _passes(tried, tests) and not (unlike and _passes(tried, unlike))
            if fits and not self._too_many(tried, row):
                row.fields = tried.fields
                return True
        return False

    def _too_many(self, row: Row, instead: Row) -> bool:
        others = [r for r in self.rows if r is not instead]
        return any(
            _passes(row, tests) and sum(_passes(r, tests) for r in others) >= most
            for tests, most in self.wanted.counts.items()
            if tests
        )

    def _count(self, tests: Tests) -> int:
        return sum(_passes(r, tests) for r in self.rows)


def _values(question: Question) -> Iterator[Value]:
    options = [c.id for c in choices_of(question)]
    yield from ((o,) for o in options) if question.kind is Kind.MULTI else options


def _passes(row: Row, tests: Tests) -> bool:
    return all(_has(row, name, options) for name, options in tests)


def _has(row: Row, name: str, options: tuple[str, ...]) -> bool:
    value = row.id if name == "rij" else row.fields.get(name)
    return any(v in options for v in value) if isinstance(value, tuple) else value in options
