"""The search for values that make conditions true: what is left for each variable is narrowed before anything is tried.

A variable's remaining values are the bits of one number. Conditions are compiled once, with ``not`` pushed to the leaves.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache

from generator.expressions.formula import (
    All,
    AnyOf,
    Assignment,
    Fixed,
    Formula,
    In,
    No,
    Related,
    TooManyError,
    Variable,
)
from generator.frozen import dataclass

Left = list[int]
"""Of each variable the values that are left, as bits."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """The variable has one of the values in this mask."""

    variable: int
    mask: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """Per value of the one variable the values that the other may have, and the other way round."""

    one: int
    other: int
    by_one: tuple[int, ...]
    by_other: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Every:
    parts: tuple["_Node", ...]


@dataclass(frozen=True, slots=True)
class _Some:
    parts: tuple["_Node", ...]


_Node = _Leaf | _Pair | _Every | _Some
TRUE, FALSE = _Every(()), _Some(())


class Search:
    """Narrows, and where that does not decide splits the values of a variable in two."""

    def __init__(
        self,
        constraints: Sequence[Formula],
        domains: Mapping[Variable, Sequence[Hashable]],
        limit: int,
    ) -> None:
        self._limit = limit
        self._tried = 0
        self._names: list[Variable] = []
        self._values: list[tuple[Hashable, ...]] = []
        self._index: dict[Variable, int] = {}
        self._domains = domains
        self._constraints = [self._compiled(c, negated=False) for c in constraints]
        self._watching: list[list[int]] = [[] for _ in self._names]
        for number, node in enumerate(self._constraints):
            for variable in set(_variables(node)):
                self._watching[variable].append(number)

    def solution(self) -> Assignment | None:
        """Values that make every constraint true; None when there are none. Raises TooManyError."""
        whole = [(1 << len(values)) - 1 for values in self._values]
        left = self._solved(list(whole), range(len(self._constraints)))
        if left is None:
            return None
        narrowed = [n for n in range(len(left)) if left[n] != whole[n]]
        others = [n for n in range(len(left)) if left[n] == whole[n]]
        return {self._names[n]: self._first(n, left[n]) for n in (*narrowed, *others)}

    def _first(self, variable: int, mask: int) -> Hashable:
        return next(v for n, v in enumerate(self._values[variable]) if mask >> n & 1)

    def _solved(self, left: Left, changed: Sequence[int]) -> Left | None:
        if not self._narrow(left, changed):
            return None
        split = self._undecided(left)
        if split is None:
            return left
        self._tried += 1
        if self._tried > self._limit:
            raise TooManyError
        for mask in (left[split.variable] & split.mask, left[split.variable] & ~split.mask):
            trial = list(left)
            trial[split.variable] = mask
            found = self._solved(trial, self._watching[split.variable])
            if found is not None:
                return found
        return None

    def _narrow(self, left: Left, changed: Sequence[int]) -> bool:
        """Until nothing changes any more; False when some constraint cannot hold."""
        waiting = dict.fromkeys(changed)
        while waiting:
            number = next(iter(waiting))
            del waiting[number]
            touched: list[int] = []
            if not _enforce(self._constraints[number], left, touched):
                return False
            for variable in touched:
                waiting.update(dict.fromkeys(self._watching[variable]))
        return True

    def _undecided(self, left: Left) -> _Leaf | None:
        """What to split on: a leaf of the first constraint that may still go either way."""
        for node in self._constraints:
            if _status(node, left) is None:
                return _open_leaf(node, left)
        return None

    # --- compiling ---------------------------------------------------------------------------------------------------

    def _compiled(self, formula: Formula, *, negated: bool) -> _Node:
        match formula:
            case Fixed(value):
                return TRUE if value != negated else FALSE
            case In(variable, values):
                return self._leaf(variable, values, negated=negated)
            case Related():
                return self._pair(formula, negated=negated)
            case No(part):
                return self._compiled(part, negated=not negated)
            case All(parts):
                kind = _Some if negated else _Every
            case AnyOf(parts):
                kind = _Every if negated else _Some
        return _flat(kind, tuple(self._compiled(p, negated=negated) for p in parts))

    def _leaf(self, variable: Variable, values: frozenset[Hashable], *, negated: bool) -> _Node:
        number = self._number(variable)
        mask = sum(1 << n for n, v in enumerate(self._values[number]) if (v in values) != negated)
        whole = (1 << len(self._values[number])) - 1
        return TRUE if mask == whole else FALSE if not mask else _Leaf(number, mask)

    def _pair(self, related: Related, *, negated: bool) -> _Node:
        one, other = self._number(related.left), self._number(related.right)
        left, right = self._values[one], self._values[other]
        table = [[related.holds(a, b) != negated for b in right] for a in left]
        by_one = tuple(sum(1 << n for n, holds in enumerate(row) if holds) for row in table)
        by_other = tuple(
            sum(1 << n for n in range(len(left)) if table[n][column]) for column in range(len(right))
        )
        return _Pair(one, other, by_one, by_other)

    def _number(self, variable: Variable) -> int:
        if variable not in self._index:
            self._index[variable] = len(self._names)
            self._names.append(variable)
            self._values.append(tuple(self._domains[variable]))
        return self._index[variable]


def _flat(kind: type[_Every] | type[_Some], parts: tuple[_Node, ...]) -> _Node:
    neutral, decisive = (TRUE, FALSE) if kind is _Every else (FALSE, TRUE)
    inner = [q for p in parts for q in (p.parts if isinstance(p, kind) else (p,))]
    kept = tuple(dict.fromkeys(p for p in inner if p != neutral))
    if decisive in kept:
        return decisive
    return kept[0] if len(kept) == 1 else kind(kept)


def _variables(node: _Node) -> Iterator[int]:
    match node:
        case _Leaf(variable, _):
            yield variable
        case _Pair(one, other, _, _):
            yield one
            yield other
        case _Every(parts) | _Some(parts):
            for part in parts:
                yield from _variables(part)


@cache
def _bits(mask: int) -> tuple[int, ...]:
    return tuple(n for n in range(mask.bit_length()) if mask >> n & 1)


def _status(node: _Node, left: Left) -> bool | None:
    """True or False when every choice of what is left gives that."""
    kind = type(node)
    if kind is _Leaf:
        mask = left[node.variable] & node.mask  # type: ignore[union-attr]  # the fast way to the commonest kind
        return False if not mask else True if mask == left[node.variable] else None  # type: ignore[union-attr]
    match node:
        case _Every(parts):
            return _status_of(parts, left, decisive=False)
        case _Some(parts):
            return _status_of(parts, left, decisive=True)
        case _Pair(one, other, by_one, _):
            rest = left[other]
            seen = [by_one[n] & rest for n in _bits(left[one])]
            return True if all(m == rest for m in seen) else None if any(seen) else False
        case _:
            raise AssertionError(node)


def _status_of(parts: tuple[_Node, ...], left: Left, *, decisive: bool) -> bool | None:
    result: bool | None = not decisive
    for part in parts:
        status = _status(part, left)
        if status is decisive:
            return decisive
        if status is None:
            result = None
    return result


def _enforce(node: _Node, left: Left, touched: list[int]) -> bool:
    """Take away the values with which this cannot hold; False when none are left."""
    match node:
        case _Leaf(variable, mask):
            return _keep(variable, mask, left, touched)
        case _Every(parts):
            return all(_enforce(p, left, touched) for p in parts)
        case _Some(parts):
            return _enforce_some(parts, left, touched)
        case _Pair(one, other, by_one, by_other):
            return _keep(one, _supported(by_other, left[other]), left, touched) and _keep(
                other, _supported(by_one, left[one]), left, touched
            )


def _enforce_some(parts: tuple[_Node, ...], left: Left, touched: list[int]) -> bool:
    alive: _Node | None = None
    for part in parts:
        status = _status(part, left)
        if status:
            return True
        if status is None:
            if alive is not None:
                return True
            alive = part
    return alive is not None and _enforce(alive, left, touched)


def _supported(table: tuple[int, ...], mask: int) -> int:
    found = 0
    for n in _bits(mask):
        found |= table[n]
    return found


def _keep(variable: int, mask: int, left: Left, touched: list[int]) -> bool:
    kept = left[variable] & mask
    if kept != left[variable]:
        left[variable] = kept
        touched.append(variable)
    return bool(kept)


def _open_leaf(node: _Node, left: Left) -> _Leaf | None:
    """A leaf that is not decided yet; of a pair its first variable, one value against the others."""
    match node:
        case _Leaf():
            return node if _status(node, left) is None else None
        case _Pair(one, other, _, _):
            open_ = one if left[one] & (left[one] - 1) else other
            return _Leaf(open_, left[open_] & -left[open_])
        case _Every(parts) | _Some(parts):
            for part in parts:
                if _status(part, left) is None:
                    return _open_leaf(part, left)
    return None
