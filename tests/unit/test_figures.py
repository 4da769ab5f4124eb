"""What conditions may count on a decision."""

from datetime import date
from decimal import Decimal

import pytest
from small_content import TODAY, row

from generator.figures import figures
from generator.values import Record, State, Value


def counted(**fields: Value | State) -> dict[str, Value | State]:
    return dict(figures(Record("", fields), TODAY, ("Te duur", "geen geld")))


def test_a_reason_counts_its_letters_and_its_different_words() -> None:
    found = counted(reden="Te duur, echt te duur: 45 euro!")
    assert found["reden_letters"] == Decimal(20)
    assert found["reden_woorden"] == Decimal(4)


@pytest.mark.parametrize(
    ("reason", "thin"),
    [("te duur", True), ("Te duur!", True), ("TE  DUUR.", True), ("te duur voor ons kantoor", False)],
)
def test_a_reason_on_the_list_of_thin_reasons_is_thin_however_it_is_written(reason: str, thin: bool) -> None:
    assert counted(reden=reason)["reden_mager"] is thin


def test_a_reason_that_is_promised_for_later_is_no_reason_yet() -> None:
    found = counted(reden=State.LATER)
    assert found["reden_letters"] == found["reden_woorden"] == Decimal(0)


def test_two_warnings_on_one_day_in_one_way_are_one_warning() -> None:
    day = date(2026, 11, 2)
    found = counted(gewaarschuwd=(row("r1", datum=day, hoe="gesprek"), row("r2", datum=day, hoe="gesprek")))
    assert (found["waarschuwing_dagen"], found["waarschuwing_kanalen"]) == (Decimal(1), Decimal(1))


def test_warnings_on_other_days_in_other_ways_add_up() -> None:
    rows = (
        row("r1", datum=date(2026, 11, 2), hoe="gesprek"),
        row("r2", datum=date(2026, 11, 9), hoe="brief"),
    )
    found = counted(gewaarschuwd=rows)
    assert (found["waarschuwing_dagen"], found["waarschuwing_kanalen"]) == (Decimal(2), Decimal(2))


def test_a_warning_without_a_day_or_with_a_day_that_is_still_open_does_not_count() -> None:
    found = counted(gewaarschuwd=(row("r1"), row("r2", datum=State.LATER, hoe=State.OPEN)))
    assert (found["waarschuwing_dagen"], found["waarschuwing_kanalen"]) == (Decimal(0), Decimal(0))


def test_an_alternative_counts_when_it_has_a_price_and_free_is_a_price() -> None:
    rows = (row("r1", prijs=Decimal("45.00")), row("r2", prijs=Decimal(0)), row("r3", prijs=State.OPEN))
    assert counted(alternatieven=rows)["alternatieven_met_prijs"] == Decimal(2)


def test_days_to_review_run_from_today_and_are_open_without_a_day() -> None:
    assert counted(herzien_op=date(2026, 12, 1))["dagen_tot_herzien"] == Decimal(10)
    assert counted(herzien_op=date(2026, 11, 20))["dagen_tot_herzien"] == Decimal(-1)
    assert counted()["dagen_tot_herzien"] is State.OPEN


@pytest.mark.parametrize(
    ("authority", "authorised"),
    [("alleen", True), ("gezamenlijk", True), ("volmacht", True), ("onbekend", False), (State.OPEN, False)],
)
def test_who_confirms_may_sign_only_when_that_was_looked_up(authority: str, authorised: bool) -> None:
    assert counted(bevestigd_door=row("", bevoegd=authority))["bevoegd"] is authorised


def test_nobody_confirmed_yet() -> None:
    assert counted()["bevoegd"] is False
