"""Conditions as text, and conditions read from another place."""

import pytest
from expression_cases import NAMES, PLACE, SECTIONS

from generator.expressions.parsing import parse_computation, parse_condition
from generator.expressions.printing import printed
from generator.expressions.reads import variables
from generator.expressions.rewriting import of_record
from generator.library import Condition, Kind

DERIVED = [
    "beheer.einde is bekend and beheer.einde < beheer.begin",
    "dagen_tot(beheer.begin) < 14",
    "klant.schade * 2 + klant.schade > klant.schade - klant.schade",
    '(beheer.systemen | met(soort="nas") | som("aantal", "prijs")) >= klant.schade',
    '(beheer.systemen | eerste("sinds")) < beheer.begin',
    "(beheer.systemen | aantal) == klant.medewerkers",
    'beheer.systemen | met(soort="nas") | met(soort=["nas", "server"])',
    'beheer.begin >= "2026-07-01"',
    'beheer.reactie < "4 uur"',
    'not (klant.soort == "bv" or aanwezig("a/b"))',
    "true and not (false)",
]


@pytest.mark.parametrize("source", DERIVED)
def test_what_is_written_in_derived_values_is_read_back_equal(source: str) -> None:
    first = parse_computation(source, NAMES, PLACE, Kind.TRUTH)
    assert isinstance(first, Condition)
    again = parse_condition(printed(first.expr), NAMES, PLACE, derived=True)
    assert again.expr == first.expr


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ('keuze == "klant" and not (derde is bekend)', {("s", "derde"), ("s", "keuze")}),
        ('keuze in ["klant"] or klant.groot', {("s", "keuze"), ("klant", "groot")}),
        ("beheer.systemen | aantal > 3", {("beheer", "systemen")}),
    ],
)
def test_siblings_are_read_from_the_record_that_is_named(source: str, read: set[tuple[str, ...]]) -> None:
    names = NAMES.in_record(SECTIONS["beheer"].questions[1])
    assert variables(of_record(parse_condition(source, names, PLACE).expr, ("s",))) == read


def test_siblings_inside_computations_and_lists() -> None:
    names = NAMES.in_record(SECTIONS["klant"].questions[-1]).with_local("x", SECTIONS["backup"].questions[0])
    fields = NAMES.in_record(SECTIONS["beheer"].questions[0])
    computed = parse_condition(
        "aantal * 2 + 1 > aantal - (beheer.systemen | aantal)", fields, PLACE, derived=True
    )
    assert variables(of_record(computed.expr, ("s",))) == {("s", "aantal"), ("beheer", "systemen")}
    dated = parse_condition("dagen_tot(beheer.begin) < 3", names, PLACE, derived=True)
    assert variables(of_record(dated.expr, ("s",))) == {("beheer", "begin"), ("vandaag",)}
    of_options = parse_condition('"updates" in taken and taken', fields, PLACE)
    assert variables(of_record(of_options.expr, ("s",))) == {("s", "taken")}
