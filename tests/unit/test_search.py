"""The search against trying everything: it finds values exactly when there are some, and those it finds are right."""

from collections.abc import Hashable, Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.expressions.formula import All, AnyOf, Fixed, Formula, In, No, Related, TooManyError
from generator.expressions.search import Search

DOMAINS: Mapping[Hashable, tuple[Hashable, ...]] = {
    "a": (0, 1, 2),
    "b": (0, 1, 2, 3),
    "c": (True, False),
    "d": ("x", "y"),
}


def at_most(left: Hashable, right: Hashable) -> bool:
    return isinstance(left, int) and isinstance(right, int) and left <= right


def unequal(left: Hashable, right: Hashable) -> bool:
    return left != right


@st.composite
def leaves(draw: st.DrawFn) -> Formula:
    if draw(st.integers(0, 4)) == 0:
        return draw(
            st.sampled_from(
                [
                    Fixed(value=True),
                    Fixed(value=False),
                    Related("a", "b", at_most),
                    Related("b", "a", unequal),
                ]
            )
        )
    name = draw(st.sampled_from(sorted(DOMAINS)))
    return In(name, frozenset(draw(st.sets(st.sampled_from(DOMAINS[name])))))


def combined(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    parts = st.lists(inner, max_size=4).map(tuple)
    return st.one_of(parts.map(All), parts.map(AnyOf), inner.map(No))


FORMULAS = st.recursive(leaves(), combined, max_leaves=12)


def holds(formula: Formula, values: Mapping[Hashable, Hashable]) -> bool:
    match formula:
        case Fixed(value):
            return value
        case In(variable, allowed):
            return values[variable] in allowed
        case Related(left, right, related):
            return related(values[left], values[right])
        case All(parts):
            return all(holds(p, values) for p in parts)
        case AnyOf(parts):
            return any(holds(p, values) for p in parts)
        case No(part):
            return not holds(part, values)


@given(st.lists(FORMULAS, max_size=5))
def test_as_trying_everything(constraints: list[Formula]) -> None:
    every = (dict(zip(DOMAINS, values, strict=True)) for values in product(*DOMAINS.values()))
    possible = any(all(holds(c, values) for c in constraints) for values in every)

    found = Search(constraints, DOMAINS, 1000).solution()

    assert (found is not None) == possible
    if found is not None:
        whole = {name: found.get(name, values[0]) for name, values in DOMAINS.items()}
        assert all(holds(c, whole) for c in constraints)


def test_what_follows_is_found_without_trying() -> None:
    chain = [
        In("a", frozenset({2})),
        Related("a", "b", at_most),
        No(In("b", frozenset({3}))),
        AnyOf((No(In("b", frozenset({2}))), In("c", frozenset({False})))),
    ]

    assert Search(chain, DOMAINS, 0).solution() == {"a": 2, "b": 2, "c": False}


def test_more_than_the_limit_is_never_silent() -> None:
    either = [AnyOf((In("a", frozenset({0})), In("b", frozenset({0}))))]

    assert Search(either, DOMAINS, 1).solution() is not None
    with pytest.raises(TooManyError):
        Search(either, DOMAINS, 0).solution()
