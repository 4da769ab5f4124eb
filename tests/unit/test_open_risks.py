"""A paper to be signed waits for the answers that still decide whether there is a grave risk."""

from collections.abc import Mapping

import pytest
from small_content import answers, decided, facts_of, library, papers_of, risk, row

from generator.library import Library
from generator.open_risks import OpenRisk, open_risks
from generator.values import State, Value

Given = Mapping[tuple[str, ...], Value | State]
HASTE = 'alleen_als: zaak.haast == "ja"\n'
ASKED = "Nog beantwoorden: Is er haast?"


def with_risk(head: str, **others: str) -> Library:
    files = {f"clauses/risicos/{name}.md": text for name, text in {"gevaar": risk(head), **others}.items()}
    return library(files)


def found(known: Library, given: Given) -> dict[str, OpenRisk]:
    return {r.key: r for r in open_risks(known, facts_of(known, given))}


def reasons(known: Library, given: Given, *decisions: str) -> list[str]:
    papers = papers_of(known, given, {key: decided("aanvaard", reden="Wij stoppen.") for key in decisions})
    return [h.text for h in papers.held_up["stuk"]]


@pytest.mark.parametrize("level", ["niveau: ernstig", "niveau: [{niveau: stop, soort: vakregel}]"])
def test_a_grave_risk_whose_condition_is_open_holds_the_paper_up_by_its_question(level: str) -> None:
    known = with_risk(HASTE + level)
    assert reasons(known, answers()) == [ASKED]
    assert reasons(known, answers(haast="nee")) == []


@pytest.mark.parametrize("level", ["tip", "let_op"])
def test_a_light_risk_whose_condition_is_open_holds_nothing_up(level: str) -> None:
    assert reasons(with_risk(f"{HASTE}niveau: {level}"), answers()) == []


def test_context_and_a_risk_that_is_solved_hold_nothing_up() -> None:
    assert reasons(with_risk(f"aard: context\n{HASTE}niveau: ernstig"), answers()) == []
    solved = with_risk(f'{HASTE}niveau: ernstig\nopgelost_als: zaak.kennis == "ja"')
    assert reasons(solved, answers(kennis="ja")) == []
    assert reasons(solved, answers(kennis="nee")) == [ASKED]


def test_an_accepted_risk_waits_for_what_may_still_make_it_a_stop() -> None:
    known = with_risk(
        """niveau: [{als: 'zaak.haast == "ja"', niveau: stop, soort: wet}, ernstig]\nuitwegen: [aanvaarden]"""
    )
    assert reasons(known, answers(), "gevaar") == [ASKED]
    assert found(known, answers())["gevaar"].by_law
    assert reasons(known, answers(haast="nee"), "gevaar") == []


def test_a_level_that_may_only_become_lighter_is_not_waited_for() -> None:
    known = with_risk("""niveau: [{als: 'zaak.haast == "ja"', niveau: let_op}, ernstig]""")
    assert found(known, answers()) == {}
    assert reasons(known, answers()) == ["Er is een risico: nog niet beslist"]


LAYMAN = 'aard: context\nalleen_als: zaak.kennis == "nee"\nniveau: let_op'


def test_a_let_op_waits_for_the_context_that_would_make_it_ernstig() -> None:
    known = with_risk("niveau: let_op\nverzwaard_door: [leek]", leek=risk(LAYMAN))
    assert reasons(known, answers()) == ["Nog beantwoorden: Heeft de klant kennis?"]
    assert reasons(known, answers(kennis="ja")) == []


def test_a_cause_for_some_records_only_waits_for_what_says_which() -> None:
    cause = """verzwaard_door: [{risico: leek, als: 'zaak.gevoelig == "ja"'}]"""
    known = with_risk(f"niveau: let_op\n{cause}", leek=risk(LAYMAN))
    asked = ["Heeft de klant kennis?", "Zijn er gevoelige gegevens?"]
    assert reasons(known, answers()) == [f"Nog beantwoorden: {question}" for question in asked]
    assert reasons(known, answers(gevoelig="nee")) == []


def test_a_context_that_nobody_asks_after_is_not_waited_for() -> None:
    part = "vragenlijst: proef\ntitel: Proef\nrubrieken: [{rubriek: zaak, vragen: [haast]}]\ndocumenten: [stuk]\n"
    whole = "vragenlijst: alles\ntitel: Alles\nrubrieken: [zaak]\ndocumenten: [stuk]\n"
    files = {
        "questionnaires/proef.yaml": part,
        "questionnaires/alles.yaml": whole,
        "clauses/risicos/gevaar.md": risk("niveau: let_op\nverzwaard_door: [leek]"),
        "clauses/risicos/leek.md": risk(LAYMAN),
    }
    assert reasons(library(files), answers()) == []


PER_SOURCE = """voor_elke: 'b in zaak.bronnen if b.maker == "niemand"'\nniveau: ernstig"""


def test_a_record_that_is_still_open_is_named_and_a_list_that_is_open_is_asked_for() -> None:
    known, asked = with_risk(PER_SOURCE), "Nog beantwoorden: Van welke gegevens is er een back-up?"
    assert reasons(known, answers()) == [asked]
    rows = (row("r1", naam="Post"), row("r2", naam="Films", maker="wij"))
    assert reasons(known, answers(bronnen=rows)) == [f"{asked} (Post)"]
    assert list(found(known, answers(bronnen=rows))) == ["gevaar/r1"]


def test_a_question_that_several_risks_wait_for_is_named_once() -> None:
    known = with_risk(f"{HASTE}niveau: ernstig", ander=risk(f"{HASTE}niveau: ernstig"))
    assert reasons(known, answers()) == [ASKED]


def test_a_risk_of_the_firm_itself_is_not_told_to_the_customer() -> None:
    internal = f"aard: intern\n{HASTE}niveau: ernstig\nuitwegen: [oplossen]"
    ours = with_risk(internal)
    (paper,) = papers_of(ours, answers()).documents
    assert paper.concept == ("Leverancier werkt dit stuk nog af.",)
    both = with_risk(internal, ander=risk(f"{HASTE}niveau: ernstig"))
    (paper,) = papers_of(both, answers()).documents
    assert paper.concept == (ASKED,)
