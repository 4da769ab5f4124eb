"""Conditions over variables with few values, and the search for values that make them all true."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from generator.expressions.kleene import all_of, any_of, negation
from generator.frozen import dataclass

Variable = Hashable
Assignment = dict[Variable, Hashable]


@dataclass(frozen=True, slots=True)
class Fixed:
    value: bool


@dataclass(frozen=True, slots=True)
class In:
    """The variable has one of these values."""

    variable: Variable
    values: frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Related:
    """Two variables stand in a relation."""

    left: Variable
    right: Variable
    holds: Callable[[Hashable, Hashable], bool]


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class No:
    part: "Formula"


Formula = Fixed | In | Related | All | AnyOf | No


def then(condition: Formula, consequence: Formula) -> Formula:
    return AnyOf((No(condition), consequence))


def outcome(formula: Formula, given: Assignment) -> bool | None:
    """True or False when the values given so far decide it."""
    match formula:
        case Fixed(value):
            return value
        case In(variable, values):
            return given[variable] in values if variable in given else None
        case Related(left, right, related):
            return related(given[left], given[right]) if left in given and right in given else None
        case All(parts):
            return all_of(outcome(p, given) for p in parts)
        case AnyOf(parts):
            return any_of(outcome(p, given) for p in parts)
        case No(part):
            return negation(outcome(part, given))


def read_by(formula: Formula) -> Iterator[Variable]:
    match formula:
        case Fixed():
            return
        case In(variable, _):
            yield variable
        case Related(left, right, _):
            yield left
            yield right
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from read_by(part)
        case No(part):
            yield from read_by(part)


class TooManyError(Exception):
    """More combinations than the limit."""


class Search:
    """Tries values variable by variable, leaving a branch as soon as a constraint cannot hold any more."""

    def __init__(
        self,
        constraints: Sequence[Formula],
        domains: Mapping[Variable, Sequence[Hashable]],
        limit: int,
    ) -> None:
        self._domains = domains
        self._limit = limit
        self._tried = 0
        self._constraints = list(constraints)
        self._reads = [tuple(dict.fromkeys(read_by(c))) for c in self._constraints]
        self._watching: dict[Variable, list[Formula]] = {}
        for constraint, reads in zip(self._constraints, self._reads, strict=True):
            for variable in reads:
                self._watching.setdefault(variable, []).append(constraint)

    def solution(self) -> Assignment | None:
        """Values that make every constraint true; None when there are none."""
        given: Assignment = {}
        if any(outcome(c, given) is False for c in self._constraints):
            return None
        return given if self._extend(given) else None

    def _extend(self, given: Assignment) -> bool:
        variable = self._next(given)
        if variable is None:
            return True
        for value in self._domains[variable]:
            self._tried += 1
            if self._tried > self._limit:
                raise TooManyError
            given[variable] = value
            possible = all(outcome(c, given) is not False for c in self._watching[variable])
            if possible and self._extend(given):
                return True
        given.pop(variable, None)
        return False

    def _next(self, given: Assignment) -> Variable | None:
        """A variable of the first constraint that is not decided."""
        for constraint, reads in zip(self._constraints, self._reads, strict=True):
            if outcome(constraint, given) is None:
                return next(v for v in reads if v not in given)
        return None
