"""A case is a value: a change makes a new one."""

import pytest

from generator.answers import Case, Decision
from generator.values import Record, State

NAAM = ("zaak", "naam")
DECISION = Decision(Record("", {"besluit": "later"}))


def test_an_answer_makes_a_new_case_and_leaves_the_old_one() -> None:
    before = Case("proef")
    after = before.with_answer(NAAM, "Fictief")
    assert (dict(before.answers), dict(after.answers)) == ({}, {NAAM: "Fictief"})


@pytest.mark.parametrize("value", ["", State.LATER, State.UNKNOWN, "open"])
def test_whatever_is_said_is_an_answer(value: str) -> None:
    assert Case("proef").with_answer(NAAM, value).answers[NAAM] == value


def test_open_takes_an_answer_away_and_takes_away_nothing_else() -> None:
    case = Case("proef", {NAAM: "Fictief", ("zaak", "haast"): "ja"})
    assert dict(case.with_answer(NAAM, State.OPEN).answers) == {("zaak", "haast"): "ja"}
    assert dict(Case("proef").with_answer(NAAM, State.OPEN).answers) == {}


def test_a_finding_is_decided_on_and_undecided_again() -> None:
    decided = Case("proef").with_decision("gevaar", DECISION)
    assert dict(decided.decisions) == {"gevaar": DECISION}
    assert dict(decided.with_decision("gevaar", None).decisions) == {}
    assert dict(decided.with_decision("ander", None).decisions) == {"gevaar": DECISION}
