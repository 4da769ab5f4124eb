"""Why a decision reopened, in words of the user."""

from collections.abc import Mapping
from dataclasses import replace

from small_content import BASE, answers, decided, facts_of, findings_of, library, risk, row

from generator.library import Library
from generator.reopening import OTHER_WORDS, changes
from generator.risks import held_for
from generator.values import State, Value

Given = Mapping[tuple[str, ...], Value | State]
ACCEPTED = decided("aanvaard", reden="Het moet.")
SECTION = (
    BASE["questionnaires/rubrieken/zaak.yaml"]
    + """
afgeleid:
  - {id: druk, soort: waar, waarde: haast == "ja" and gevoelig == "ja", label: "Staat alles onder druk?"}
  - {id: stil, soort: waar, waarde: gevoelig == "nee"}
"""
)


def with_risk(head: str, body: str = "Het gaat mis.") -> Library:
    return library(
        {
            "questionnaires/rubrieken/zaak.yaml": SECTION,
            "clauses/risicos/gevaar.md": risk(f'{head}\nniveau: [{{als: zaak.kennis == "nee", niveau: ernstig}}, let_op]', body),
        }
    )  # fmt: skip


def told(known: Library, before: Given, now: Given, key: str = "gevaar") -> tuple[str, ...]:
    decision = replace(ACCEPTED, held_for=held_for(findings_of(known, before)[key]))
    finding = findings_of(known, now, {key: decision})[key]
    return changes(finding, decision, facts_of(known, now))


URGENT = with_risk('alleen_als: zaak.haast in ["ja", "nee"]')


def test_an_option_that_changed_is_told_by_question_with_both_its_labels() -> None:
    assert told(URGENT, answers(haast="ja", kennis="ja"), answers(haast="nee", kennis="ja")) == (
        "Is er haast? Eerst: Ja. Nu: Nee.",
    )


def test_an_answer_that_came_or_went_is_told_without_words_it_does_not_have() -> None:
    assert told(URGENT, answers(haast="ja"), answers(haast="ja", kennis="ja")) == (
        "Heeft de klant kennis? Dit antwoord is veranderd.",
    )


def test_a_derived_truth_is_told_by_its_label_as_yes_and_no() -> None:
    known = with_risk('alleen_als: zaak.druk or zaak.haast == "ja"')
    before, now = answers(haast="ja", gevoelig="nee"), answers(haast="ja", gevoelig="ja")
    assert told(known, before, now) == ("Staat alles onder druk? Eerst: nee. Nu: ja.",)


def test_what_has_no_words_of_its_own_is_told_as_another_explanation() -> None:
    known = with_risk('alleen_als: zaak.stil or zaak.haast == "ja"')
    before, now = answers(haast="ja", gevoelig="ja"), answers(haast="ja", gevoelig="nee")
    assert told(known, before, now) == (OTHER_WORDS,)


def test_other_words_in_the_explanation_are_told_as_such() -> None:
    known = with_risk('alleen_als: zaak.haast == "ja"', "Het gaat mis bij {{ zaak.naam }}.")
    assert told(known, answers(haast="ja", naam="Een"), answers(haast="ja", naam="Twee")) == (OTHER_WORDS,)


def test_a_finding_of_one_record_tells_of_its_own_fields() -> None:
    known = with_risk('voor_elke: b in zaak.bronnen if b.maker in ["wij", "niemand"]')
    before = answers(bronnen=(row("r1", naam="Post", maker="wij"),))
    now = answers(bronnen=(row("r1", naam="Post", maker="niemand"),))
    assert told(known, before, now, "gevaar/r1") == ("Wie maakt hem? Eerst: Wij. Nu: Niemand.",)


def test_a_decision_that_holds_or_that_says_not_what_it_rested_on_has_nothing_to_tell() -> None:
    assert told(URGENT, answers(haast="ja"), answers(haast="ja")) == ()
    now = answers(haast="ja")
    (finding,) = findings_of(URGENT, now, {"gevaar": ACCEPTED}).values()
    assert changes(finding, ACCEPTED, facts_of(URGENT, now)) == ()
