"""What a case teaches the supplier's profile, and what a package leaves to be confirmed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator import profile
from generator.answers import Case
from generator.app import settings, with_profile
from generator.asking import Known, profile_text, to_confirm
from generator.facts import Facts
from generator.interview import Filter, busy, steps
from generator.library import Library
from generator.loading.load import load_library
from generator.values import Record

TODAY = date(2026, 11, 21)
PLAN, MATRIX, CAP = (
    ("backup", "voor_wijziging"),
    ("beveiliging", "maatregelen"),
    ("aansprakelijkheid", "maximum_per_jaar"),
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_what_the_owner_answers_is_remembered_and_what_is_about_one_deal_is_not(library: Library) -> None:
    known = Known(library, Case("it-beheer"))
    known.remember(CAP, Decimal(100000))
    known.remember(PLAN, "klant_verklaart")
    known.remember(MATRIX, (Record("firewall", {"keuze": "afgewezen"}),))
    assert dict(profile.load(library).answers) == {CAP: Decimal(100000)}


def test_the_second_case_is_not_asked_again_and_a_change_in_it_stays_in_it(library: Library) -> None:
    Known(library, Case("it-beheer")).remember(CAP, Decimal(100000))
    second = with_profile(Case("it-beheer"), library)
    assert second.answers[CAP] == Decimal(100000)
    Known(library, second).remember(CAP, Decimal(250000))
    assert profile.load(library).answers[CAP] == Decimal(100000)


def test_prices_are_remembered_by_risk(library: Library) -> None:
    row = Record("r1", {"omschrijving": "Beheerde firewall", "prijs": Decimal("45.00"), "per": "maand"})
    known = Known(library, Case("it-beheer"))
    assert known.known("geen-backup") == ()
    known.keep("geen-backup", (row,))
    assert known.known("geen-backup") == (row,)
    known.remember(CAP, Decimal(1))
    assert known.known("geen-backup") == (row,)


def test_the_profile_shows_and_asks_what_the_owner_decides(library: Library) -> None:
    text = profile_text(settings())
    assert "Welk bedrag vergoedt u hooguit per jaar?" in text
    assert "Wat spreekt u per maatregel af?" not in text
    assert {q.who for q in profile.owner_questions(library).values()} == {"directie"}


def test_a_matrix_from_a_package_is_shown_once(library: Library) -> None:
    case = to_confirm(with_profile(Case("it-beheer"), library, "plus"), library)
    assert busy(case) == (".".join(MATRIX),)
    facts = Facts(library, case.questionnaire, case.answers, TODAY)
    step = next(s for s in steps(library, case, facts) if s.path == MATRIX)
    assert step.open
    plain = with_profile(Case("it-beheer"), library)
    assert to_confirm(plain, library) == plain


def test_beside_the_customer_a_field_that_he_may_not_see_is_not_asked(library: Library) -> None:
    section = library.sections["beheer"]
    systems = section.question("systemen")
    assert systems is not None
    hidden = replace(
        systems, fields=tuple(replace(f, customer_sees=f.id != "beheerder") for f in systems.fields)
    )
    beside, alone = Filter(customer=True).narrowed(hidden), Filter().narrowed(hidden)
    assert beside.field("beheerder") is None
    assert alone.field("beheerder") is not None
