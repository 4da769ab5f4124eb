"""Conditions over variables with few values."""

from collections.abc import Callable, Hashable

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


class TooManyError(Exception):
    """More combinations than the limit."""
