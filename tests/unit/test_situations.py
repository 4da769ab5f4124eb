"""Situations say in Dutch what is other than a lawyer expected."""

from collections.abc import Mapping
from typing import Any

import pytest
from small_content import TODAY, answers, clause, decided, library, risk, row

from generator.answers import Case
from generator.situations import Outcome, Situation, run

LIBRARY = library(
    {
        "clauses/algemeen/doel.md": clause("1. Leverancier helpt\n   {{ zaak.naam }}."),
        "clauses/algemeen/intern.md": clause("Alleen voor ons.", "aard: standaard"),
        "clauses/documenten/rapport.yaml": "document: rapport\ntitel: Rapport\nvorm: rapport\npoort: vrij\nintern: ja\nartikelen: [algemeen/intern]\n",
        "questionnaires/proef.yaml": "vragenlijst: proef\ntitel: Proef\nrubrieken: [zaak]\ndocumenten: [stuk, rapport]\n",
        "clauses/risicos/gevaar.md": risk(
            'regel: R-01\nvoor_elke: b in zaak.bronnen if b.maker == "niemand"\nniveau: [{niveau: stop, soort: vakregel}]'
        ),
        "clauses/risicos/ander.md": risk('voor_elke: b in zaak.bronnen if b.maker == "wij"\nniveau: tip'),
        "clauses/algemeen/weg.md": clause("Dit staat alleen in de brief."),
        "clauses/documenten/brief.yaml": "document: brief\ntitel: Brief\nvorm: rapport\npoort: vrij\nartikelen: [algemeen/weg]\n",
    }
)
GIVEN = answers(naam="Fictief", bronnen=(row("r1", naam="Post", maker="niemand"),))


def outcome(expected: Mapping[str, Any]) -> Outcome:
    case = Case("proef", GIVEN, {"gevaar/r1": decided("geweigerd")})
    return run(LIBRARY, Situation("proef", "Een proef", TODAY, case, expected))


def differences(**expected: Any) -> list[str]:
    return list(outcome(expected).differences)


AS_IT_IS: dict[str, Any] = {
    "meldingen": {
        "gevaar/r1": {
            "niveau": "stop",
            "soort": "vakregel",
            "status": "open",
            "aard": "zaak",
            "verzwaard": "nee",
            "regel": "R-01",
        }
    },
    "geen_meldingen": ["ander"],
    "stukken": "stuk",
    "geen_stukken": ["brief"],
    "concept": {"stuk": "ja", "rapport": "nee"},
    "clausules": {"stuk": "algemeen/doel"},
    "geen_clausules": {"stuk": ["algemeen/weg"]},
    "zinnen": {"stuk": ["Leverancier helpt   Fictief."]},
    "geen_zinnen": {"alle": "Alleen voor ons."},
}


def test_what_is_as_expected_differs_in_nothing() -> None:
    assert differences(**AS_IT_IS) == []
    assert differences() == []


@pytest.mark.parametrize(
    ("expected", "difference"),
    [
        ({"meldingen": {"ander": {}}}, "melding ander ontbreekt"),
        ({"meldingen": {"gevaar/r9": {}}}, "melding gevaar/r9 ontbreekt; wel gemeld: gevaar/r1"),
        ({"meldingen": {"gevaar/r1": {"niveau": "tip"}}}, "melding gevaar/r1: niveau is stop, verwacht tip"),
        (
            {"meldingen": {"gevaar/r1": {"kleur": "rood"}}},
            "melding gevaar/r1: 'kleur' is geen kenmerk van een melding; kies uit niveau, soort, status, aard, verzwaard, regel",
        ),
        ({"geen_meldingen": ["gevaar"]}, "melding gevaar mag er niet zijn, maar is er wel"),
        ({"geen_meldingen": "gevaar/r1"}, "melding gevaar/r1 mag er niet zijn, maar is er wel"),
        ({"stukken": ["brief"]}, "stuk brief ontbreekt; wel gemaakt: rapport, stuk"),
        ({"geen_stukken": ["stuk"]}, "stuk stuk mag er niet zijn, maar is er wel"),
        ({"concept": {"rapport": "ja"}}, "rapport is geen concept, verwacht: ja"),
        ({"concept": {"brief": "nee"}}, "stuk brief ontbreekt, dus ook of het concept is"),
        ({"clausules": {"stuk": ["algemeen/weg"]}}, "stuk: clausule algemeen/weg ontbreekt"),
        ({"geen_clausules": {"stuk": "algemeen/doel"}}, "stuk: clausule algemeen/doel mag er niet staan"),
        ({"zinnen": {"stuk": "Nee."}}, "stuk: de zin ontbreekt: Nee."),
        ({"zinnen": {"brief": "Ja."}}, "stuk brief ontbreekt, dus ook de zinnen die erin moeten staan"),
        ({"geen_zinnen": {"stuk": "helpt"}}, "stuk: deze woorden mogen er niet staan: helpt"),
    ],
)
def test_each_difference_is_told_in_one_line(expected: Mapping[str, Any], difference: str) -> None:
    assert list(outcome(expected).differences) == [difference]


def test_a_paper_that_is_concept_against_expectation_says_why() -> None:
    (told,) = differences(concept={"stuk": "nee"})
    assert told.startswith("stuk is wel concept, verwacht: nee: ")
    assert "nog niet beslist" in told


def test_an_expectation_that_nobody_checks_is_a_difference_too() -> None:
    (told,) = differences(melding={"gevaar/r1": {}})
    assert told.startswith("'melding' is geen verwachting; kies uit meldingen, ")


@pytest.mark.parametrize(
    ("expected", "difference"),
    [
        ({"geen_meldingen": ["gevar"]}, "geen_meldingen: er is geen risico 'gevar'; bedoelt u 'gevaar'?"),
        ({"geen_meldingen": "gevar/r1"}, "geen_meldingen: er is geen risico 'gevar'; bedoelt u 'gevaar'?"),
        ({"geen_stukken": ["rapprt"]}, "geen_stukken: er is geen stuk 'rapprt'; bedoelt u 'rapport'?"),
        ({"geen_zinnen": {"x": "Ja."}}, "geen_zinnen: er is geen stuk 'x'; kies uit brief, rapport, stuk"),
        (
            {"geen_clausules": {"stuk": ["algemeen/wegg"]}},
            "geen_clausules: er is geen clausule 'algemeen/wegg'; bedoelt u 'algemeen/weg'?",
        ),
    ],
)
def test_a_name_that_does_not_exist_proves_nothing_so_it_is_a_difference(
    expected: Mapping[str, Any], difference: str
) -> None:
    assert differences(**expected) == [difference]


def test_a_paper_of_one_finding_is_named_by_its_file() -> None:
    assert differences(geen_stukken=["stuk-gevaar-r1"]) == []


def test_contradictions_are_expected_by_a_part_of_their_message_and_no_other_may_be_there() -> None:
    section = """
rubriek: zaak
titel: De zaak
vragen:
  - {id: naam, vraag: "Naam?", soort: tekst, mag_leeg: ja}
  - {id: deur, vraag: "Hoe staat de deur?", soort: keuze, opties: {open: Open, dicht: Dicht}}
controles:
  - {als: deur == "open", melding: "De deur staat open.", bij: [deur]}
"""
    known = library({"questionnaires/rubrieken/zaak.yaml": section})

    def told(wanted: list[str], door: str) -> list[str]:
        situation = Situation(
            "proef", "Proef", TODAY, Case("proef", answers(deur=door)), {"controles": wanted}
        )
        return list(run(known, situation).differences)

    assert told(["staat open"], "open") == []
    assert told([], "dicht") == []
    assert told(["staat open"], "dicht") == ["de controle ontbreekt: staat open"]
    assert told([], "open") == ["deze controle mag er niet zijn, maar is er wel: De deur staat open."]


def test_a_stop_without_kind_and_a_risk_without_rule_read_as_empty() -> None:
    known = library({"clauses/risicos/gevaar.md": risk("niveau: ernstig")})
    expected = {"meldingen": {"gevaar": {"soort": "wet"}}}
    told = run(known, Situation("proef", "Proef", TODAY, Case("proef"), expected)).differences
    assert told == ("melding gevaar: soort is leeg, verwacht wet",)


def test_an_outcome_carries_what_was_made() -> None:
    made = outcome(AS_IT_IS)
    assert [d.file for d in made.papers.documents] == ["stuk", "rapport"]
    assert made.facts.value(("zaak", "naam")) == "Fictief"
