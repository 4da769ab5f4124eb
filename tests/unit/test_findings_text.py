"""Findings as the screen and other programs read them."""

from dataclasses import replace

from generator.findings import Finding, Lack, Status, Substantiation
from generator.findings_text import findings_json, findings_text
from generator.library import Aspect, Level, StopKind

LACKING = Substantiation((), (Lack("De reden ontbreekt.", "Vraag hem.", gate=True),))
FINDING = Finding("gevaar", "gevaar", "Geen firewall", "", Aspect.MATTER, Level.SERIOUS, Status.OPEN,
                  substantiation=LACKING)  # fmt: skip
STOP = replace(
    FINDING, key="stop/r1", risk="stop", rule="R-01", record="r1", level=Level.STOP,
    stop_kind=StopKind.HOUSE, ways_out=("oplossen", "weigeren"), substantiation=Substantiation(),
)  # fmt: skip


def test_other_programs_read_the_keys_of_the_design() -> None:
    assert findings_json([STOP]) == [
        {
            "risico": "stop",
            "regel": "R-01",
            "aard": "zaak",
            "voor": "r1",
            "niveau": "stop",
            "soort": "huisregel",
            "verzwaard": False,
            "status": "open",
            "uitwegen": ["oplossen", "weigeren"],
            "ontbreekt": [],
        }
    ]


def test_a_finding_without_stop_or_record_has_no_kind_and_is_about_nothing() -> None:
    (told,) = findings_json([FINDING])
    assert (told["soort"], told["voor"], told["regel"]) == (None, None, None)
    assert told["ontbreekt"] == ["De reden ontbreekt."]


def test_a_finding_on_a_decision_is_for_that_finding() -> None:
    (told,) = findings_json([replace(FINDING, key="mager@gevaar", about="gevaar")])
    assert told["voor"] == "gevaar"


def test_without_findings_the_screen_says_so() -> None:
    assert findings_text([]) == "Er zijn geen meldingen."


def test_each_finding_is_one_line_with_its_level_first() -> None:
    heightened = replace(FINDING, heightened=True)
    assert findings_text([STOP, heightened]).split("\n") == [
        "STOP    Geen firewall (huisregel) – open  [stop/r1, zaak]",
        "ernstig Geen firewall, verzwaard – open  [gevaar, zaak]",
    ]


def test_what_lacks_on_paper_is_told_once_the_risk_is_accepted() -> None:
    for status in (Status.ACCEPTED, Status.INCOMPLETE):
        lines = findings_text([replace(FINDING, status=status)]).split("\n")
        assert lines[1:] == ["          ontbreekt: De reden ontbreekt. Vraag hem."]
    assert "\n" not in findings_text([FINDING])


def test_what_is_solved_comes_last() -> None:
    solved = replace(FINDING, title="Opgelost", status=Status.SOLVED)
    assert findings_text([solved, FINDING]).split("\n")[1].startswith("ernstig Opgelost")
