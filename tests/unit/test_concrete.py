"""The values that a refutation finds, as answers: read with the real evaluation they do refute it."""

import pytest
from expression_cases import BEHEER, NAMES, PLACE, TODAY, facts, library, record

from generator.answers import Case
from generator.expressions.abstraction import ABSENT, OTHER, Abstraction
from generator.expressions.ast import Expr, Literal
from generator.expressions.evaluation import holds
from generator.expressions.implication import counterexample
from generator.expressions.parsing import parse_condition, parse_loop
from generator.expressions.setting import Setting
from generator.library import Kind, Question
from generator.lint.claims import Claim
from generator.lint.concrete import answers_of, concrete
from generator.lint.concrete_values import PLAIN, absent, value_for
from generator.lint.places import Place
from generator.lint.showing import list_of_siblings, shows
from generator.values import Duration, State

NEVER = Literal(value=False)
SETTING = Setting(NAMES, BEHEER)


def expr(source: str, setting: Setting = SETTING) -> Expr:
    return parse_condition(source, setting.names, PLACE).expr


def shown(premise: str, conclusion: str = "false") -> dict[str, object]:
    """The answers that are found, by name, after it was seen that they do show it."""
    given, wanted = expr(premise), expr(conclusion)
    found, abstraction, _opaque = counterexample((given,), wanted, SETTING)
    assert found is not None
    answers = concrete(found, abstraction)
    known = facts({".".join(p): v for p, v in answers.items()})
    assert holds(given, known.scope()) is True, answers
    assert holds(wanted, known.scope()) is False, answers
    return {".".join(p): v for p, v in answers.items()}


@pytest.mark.parametrize(
    ("premise", "conclusion"),
    [
        ('klant.soort in ["bv", "vof"]', 'klant.soort == "bv"'),
        ('klant.soort != "bv"', 'klant.soort == "vof"'),
        ("klant.medewerkers > 50", "klant.medewerkers >= 100"),
        ("klant.medewerkers > 50", "klant.medewerkers < 100"),
        ("klant.medewerkers >= 50", "klant.medewerkers > 50"),
        ("klant.medewerkers < 50", "false"),
        ("klant.schade > 5", "klant.schade > 5.02"),
        ('beheer.begin < "2026-07-01"', "false"),
        ('beheer.begin > "2026-07-01"', 'beheer.begin > "2026-08-01"'),
        ('beheer.reactie <= "4 uur"', 'beheer.reactie <= "2 uur"'),
        ('beheer.reactie > "8 kantooruren"', "false"),
        ("klant.schade is onbekend", "false"),
        ("klant.kvk is onbekend", "false"),
        ("klant.bijnaam is onbekend", "false"),
        ("klant.naam is bekend", "klant.bijnaam is bekend"),
        ("klant.contact.email is bekend", "klant.groot"),
        ('"bsn" in klant.gegevens', '"gezondheid" in klant.gegevens'),
        ("klant.gegevens", "klant.bijzonder"),
        ("klant.gegevens | aantal == 0", "false"),
        ("klant.gegevens | aantal >= 2", "false"),
        ("klant.groot", "klant.medewerkers > 60"),
        ("backup.bronnen", 'backup.bronnen | met(maker="wij")'),
        ('backup.bronnen | met(maker="wij") | aantal >= 2', 'backup.bronnen | alle(maker="wij")'),
        ('backup.bronnen | alle(maker="wij")', "false"),
        ('backup.bronnen | met(maker=["wij", "klant"]) | aantal == 1', 'backup.bronnen | met(maker="klant")'),
        ('beheer.systemen | met(taken="updates")', 'beheer.systemen | alle(taken="updates")'),
        ('beheer.maatregelen | met(keuze="afgewezen")', 'beheer.maatregelen | met(keuze="klant")'),
        ('beheer.maatregelen.mfa.keuze == "afgewezen"', 'beheer.maatregelen.firewall.keuze == "afgewezen"'),
        (
            'beheer.maatregelen | met(rij="mfa", keuze="afgewezen")',
            'beheer.maatregelen | met(rij="firewall", keuze="afgewezen")',
        ),
        ("backup.prijs is onbekend", 'klant.soort == "overheid"'),
    ],
)
def test_a_refutation_becomes_answers_that_refute(premise: str, conclusion: str) -> None:
    assert shown(premise, conclusion)


def claim_in(loop: str, conclusion: str) -> Claim:
    place = Place(NAMES).entering(parse_loop(loop, NAMES, PLACE))
    setting = SETTING.with_names(place.names)
    return Claim(place.premises, expr(conclusion, setting), setting)


@pytest.mark.parametrize(
    ("loop", "conclusion"),
    [
        ('b in backup.bronnen if b.maker == "klant"', "b.naam is onbekend"),
        ('b in backup.bronnen if b.systeem.soort == "nas"', "b.systeem.sinds is bekend"),
        ('m in beheer.maatregelen if m.keuze == "afgewezen"', 'm.rij == "firewall"'),
        ('m in beheer.maatregelen if m.rij == "mfa"', 'm.keuze == "klant"'),
        ('s in beheer.systemen if "updates" in s.taken', "s.aantal > 3"),
    ],
)
def test_a_record_of_a_loop_becomes_a_row(loop: str, conclusion: str) -> None:
    claim = claim_in(loop, conclusion)
    case = Case("beheer", answers_of(claim))

    assert shows(claim, library(), case, TODAY)
    assert not shows(claim, library(), Case("beheer"), TODAY)


def test_a_field_that_is_read_by_bare_name_is_of_a_row() -> None:
    names = NAMES.in_section("backup").in_record(NAMES.sections["backup"].questions[0])
    setting = SETTING.with_names(names)
    claim = Claim((expr('maker == "klant"', setting),), NEVER, setting)

    case = Case("beheer", answers_of(claim))

    assert list_of_siblings(setting) == ("backup", "bronnen")
    assert shows(claim, library(), case, TODAY)
    assert list_of_siblings(SETTING) == ()
    assert list_of_siblings(Setting(names)) == ()


def test_of_what_cannot_be_refuted_there_are_no_answers() -> None:
    assert answers_of(Claim((expr("klant.groot"),), expr('klant.soort == "bv"'), SETTING)) == {}


def test_what_nobody_can_answer_stays_open() -> None:
    plain = Question("x", Kind.NUMBER, "X?", PLACE)
    choice = Question("x", Kind.CHOICE, "X?", PLACE)

    assert absent(plain) is State.OPEN
    assert absent(Question("x", Kind.LIST, "X?", PLACE, may_be_empty=True)) == ()
    assert absent(Question("x", Kind.TEXT, "X?", PLACE, at_signing=True)) is State.LATER
    assert value_for(choice, "bv", ()) == "bv"
    assert value_for(plain, ("alle", 0), ()) == PLAIN[Kind.NUMBER]
    long = Question("x", Kind.DURATION, "X?", PLACE)
    assert value_for(long, ("tijd", 0), (Duration(0, PLAIN[Kind.DURATION].unit),)) is State.OPEN  # type: ignore[union-attr]


def handmade(assignment: dict[object, object], setting: Setting = SETTING) -> dict[tuple[str, ...], object]:
    return dict(concrete(assignment, Abstraction(setting)))  # type: ignore[arg-type]


def test_a_list_that_has_no_answer_gets_none() -> None:
    assert handmade({("aantal", ("klant", "gegevens"), ()): ABSENT}) == {("klant", "gegevens"): ()}
    assert handmade({("aantal", ("backup", "bronnen"), ()): ABSENT}) == {}
    assert handmade({("backup", "bronnen"): OTHER, ("klant", "groot"): True}) == {}


def test_more_records_are_made_until_there_are_enough() -> None:
    made = handmade({("aantal", ("beheer", "systemen"), ()): 2})

    assert made == {("beheer", "systemen"): (record("r1"), record("r2"))}


def test_when_no_record_can_pass_the_list_is_left_as_it_is() -> None:
    """What was found is tried afterwards: here it would show nothing."""
    tests = (("soort", ("fiets",)),)

    assert handmade({("aantal", ("beheer", "systemen"), tests): 1}) == {("beheer", "systemen"): ()}


def test_a_row_of_a_matrix_is_filled_in_as_far_as_tests_read_it() -> None:
    tests = (("keuze", ("afgewezen",)),)
    (maatregelen,) = handmade({("aantal", ("beheer", "maatregelen"), tests): 2}).values()

    assert [(r.id, dict(r.values)) for r in maatregelen] == [  # type: ignore[attr-defined]
        ("firewall", {"keuze": "afgewezen"}),
        ("mfa", {"keuze": "afgewezen"}),
    ]


@pytest.mark.parametrize(
    "premise",
    [
        'meldingen | met(aard="zaak")',
        'not (aanwezig("a/b") or klant.groot)',
        'aanwezig("a/b") and klant.groot',
    ],
)
def test_what_hangs_on_findings_or_on_clauses_is_weighed_with_all_of_them(premise: str) -> None:
    """In a library without risks and papers, nothing of it is there to be seen."""
    assert not shows(Claim((expr(premise),), NEVER, SETTING), library(), Case("beheer"), TODAY)


def test_fields_of_a_record_that_no_question_here_has_belong_to_no_list() -> None:
    other = Question("los", Kind.GROUP, "Los?", PLACE, fields=(Question("x", Kind.TEXT, "X?", PLACE),))

    assert list_of_siblings(SETTING.with_names(NAMES.in_record(other))) == ()
