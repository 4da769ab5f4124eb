"""The five states of every variable, per questionnaire."""

from decimal import Decimal

import pytest
from expression_cases import NAMES, PLACE, SECTIONS, TODAY, facts, library, record

from generator.expressions.parsing import parse_condition, parse_loop
from generator.facts import Facts, reads_of
from generator.library import Aspect, Level, LevelRule, Raise, Risk, questions_of
from generator.values import State, Value


@pytest.mark.parametrize(
    ("name", "answers", "expected"),
    [
        ("klant.naam", {}, State.OPEN),
        ("klant.naam", {"klant.naam": "Fictief B.V."}, "Fictief B.V."),
        ("klant.kvk", {"klant.kvk": State.LATER}, State.LATER),
        ("klant.schade", {"klant.schade": State.UNKNOWN}, State.UNKNOWN),
        ("klant.medewerkers", {"klant.medewerkers": Decimal(3)}, State.OPEN),
        ("klant.medewerkers", {"klant.soort": "vof", "klant.medewerkers": Decimal(3)}, State.NOT_ASKED),
        ("klant.medewerkers", {"klant.soort": "bv", "klant.medewerkers": Decimal(3)}, Decimal(3)),
        ("klant.groot", {"klant.soort": "vof"}, False),
        ("klant.groot", {}, State.OPEN),
        ("backup.herstel", {"klant.soort": "overheid", "backup.herstel": "inbegrepen"}, State.NOT_ASKED),
        ("backup.herstel", {"backup.herstel": "inbegrepen"}, State.OPEN),
        ("klant.contact.email", {"klant.contact": record("", email="jan@voorbeeld.nl")}, "jan@voorbeeld.nl"),
        ("klant.contact.naam", {"klant.contact": record("")}, State.OPEN),
        ("klant.contact.naam", {}, State.OPEN),
        ("dossier.vragenlijst", {}, "beheer"),
        ("vandaag", {}, TODAY),
        ("melding", {}, State.OPEN),
        ("onzin.vraag", {}, State.NOT_ASKED),
    ],
)
def test_states(name: str, answers: dict[str, Value | State], expected: Value | State) -> None:
    assert facts(answers).value(tuple(name.split("."))) == expected


def test_what_a_questionnaire_does_not_ask_is_not_asked() -> None:
    of_job = facts({"klant.soort": "bv", "klant.gegevens": ("bsn",)}, "klus")
    assert of_job.value(("klant", "soort")) is State.NOT_ASKED
    assert of_job.value(("klant", "groot")) is State.NOT_ASKED
    assert of_job.value(("klant", "bijzonder")) is True
    assert of_job.value(("dossier", "vragenlijst")) == "klus"


def test_a_derived_truth_that_only_asks_whether_something_is_known_lives_anywhere() -> None:
    of_job = facts({}, "klus")
    assert of_job.is_live({("klant", "gegevens"), ("vandaag",), ("m", "keuze")})
    assert not of_job.is_live({("klant", "soort")})
    assert not of_job.is_live({("beheer", "dagen")})
    assert of_job.is_live({("klant", "bijzonder")})


def test_visibility_of_questions() -> None:
    asked = {a.path: a for a in questions_of(library(), "beheer")}
    open_, shown = facts({}), facts({"klant.soort": "bv"})
    hidden = facts({"klant.soort": "overheid"})
    for path in (("klant", "medewerkers"), ("backup", "bronnen")):
        assert open_.visible(asked[path]) is None
        assert shown.visible(asked[path]) is True
        assert hidden.visible(asked[path]) is False


def test_failed_checks_are_told_only_when_certain() -> None:
    from datetime import date

    assert not facts({"beheer.begin": date(2027, 1, 1)}).failed_checks()
    (check,) = facts({"beheer.begin": date(2027, 1, 1), "beheer.einde": date(2026, 1, 1)}).failed_checks()
    assert check.message == "Het einde ligt voor het begin."
    assert not facts({}, "klus").failed_checks()


def test_roots_given_by_the_caller() -> None:
    plain = facts({"klant.naam": "Fictief B.V."})
    with_dossier = plain.with_roots(dossier=record("", kenmerk="2026-001"))
    assert with_dossier.value(("dossier", "kenmerk")) == "2026-001"
    assert with_dossier.value(("dossier", "vragenlijst")) == "beheer"
    assert with_dossier.value(("klant", "naam")) == "Fictief B.V."


def test_a_closed_variable_has_no_causes() -> None:
    known = facts({"klant.naam": "Fictief B.V.", "klant.soort": "overheid"})
    assert known.causes(("klant", "naam")) == ()
    assert known.causes(("backup", "prijs")) == ()


def test_a_decision_reads_its_own_finding_whatever_the_loop_calls_it() -> None:
    from expression_cases import choices, question

    from generator.library import Kind, Section

    names = NAMES
    decision = Section(
        "besluit",
        "Besluit",
        (
            question("besluit", Kind.CHOICE, choices=choices("aanvaard", "later")),
            question(
                "afwijking",
                Kind.TEXT,
                when=parse_condition('melding.niveau == "stop"', names, PLACE),
            ),
        ),
        (),
        (),
        PLACE,
    )
    rows = (
        record("a", niveau="stop", besluit=record("", afwijking="Tot 1 mei")),
        record("b", niveau="ernstig", besluit=record("", afwijking="Tot 1 juni")),
    )
    made = Facts(library(decision=decision), "beheer", {}, TODAY, {"meldingen": rows})
    from generator.expressions.evaluation import entered, value_at

    loop = parse_loop("m in meldingen", NAMES, PLACE)
    values = [value_at(("m", "besluit", "afwijking"), entered(loop, r, made.scope())) for r in rows]
    assert values == ["Tot 1 mei", State.NOT_ASKED]


def test_a_risk_lives_where_all_that_its_conditions_read_is_asked() -> None:
    loop = parse_loop('b in backup.bronnen if b.maker == "wij"', NAMES, PLACE)
    names = NAMES.with_local("b", SECTIONS["backup"].questions[0])
    level = LevelRule(Level.SERIOUS, None, parse_condition('b.maker == "wij" and klant.groot', names, PLACE))
    risk = Risk(
        "geen-backup",
        (),
        Aspect.MATTER,
        (level,),
        {},
        PLACE,
        for_each=loop,
        raised_by=(Raise("leek", parse_condition("klant.naam is bekend", NAMES, PLACE)),),
    )
    assert reads_of(risk) == {("backup", "bronnen"), ("klant", "groot")}
    assert facts({}).is_live(reads_of(risk))
    assert not facts({}, "klus").is_live(reads_of(risk))
