"""Which risks the answers raise, how serious they are, and what a decision makes of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from small_content import (
    BASE,
    TODAY,
    answers,
    clause,
    decided,
    facts_of,
    findings_of,
    library,
    only_paper,
    risk,
    row,
    sentences,
)

from generator.answers import Decision
from generator.document import inlines_of, plain
from generator.findings import Finding, Status
from generator.library import Level, Library, StopKind
from generator.risks import assess, dossier_record, held_for
from generator.values import Record, State, Value

LATER_DAY = date(2027, 1, 31)
TWO_WARNINGS = (
    row("r1", datum=date(2026, 11, 2), hoe="gesprek"),
    row("r2", datum=date(2026, 11, 9), hoe="brief"),
)
ON_PAPER: Mapping[str, Value | State] = {
    "reden": "Het past niet bij ons kantoor.",
    "gewaarschuwd": TWO_WARNINGS,
}


def library_with(**risks: str) -> Library:
    """Risk files by name; ``_`` stands for ``-``."""
    return library({f"clauses/risicos/{name.replace('_', '-')}.md": text for name, text in risks.items()})


def finding(
    text: str,
    given: Mapping[tuple[str, ...], Value | State],
    decision: Decision | None = None,
    today: date = TODAY,
    **others: str,
) -> Finding:
    known = library_with(gevaar=text, **others)
    return findings_of(known, given, {"gevaar": decision} if decision else {}, today)["gevaar"]


# --- what is raised ------------------------------------------------------------------------------------------------


def test_a_risk_is_there_when_its_condition_holds_and_not_while_that_is_open() -> None:
    known = library_with(gevaar=risk('alleen_als: zaak.haast == "ja"\nniveau: ernstig'))
    assert set(findings_of(known, answers(haast="ja"))) == {"gevaar"}
    assert not findings_of(known, answers(haast="nee"))
    assert not findings_of(known, answers())


def test_a_risk_without_condition_is_always_there() -> None:
    assert finding(risk("niveau: let_op"), answers()).level is Level.NOTICE


PER_SOURCE = risk(
    'titel: "Geen back-up van {{ b.naam }}"\nvoor_elke: b in zaak.bronnen if b.maker == "niemand"\nniveau: ernstig'
)


def test_a_risk_per_record_is_there_once_for_each_record_that_passes() -> None:
    rows = (
        row("r1", naam="Administratie", maker="niemand"),
        row("r2", naam="Post", maker="wij"),
        row("r3", naam="Foto's", maker="niemand"),
    )
    found = findings_of(library_with(gevaar=PER_SOURCE), answers(bronnen=rows))
    assert {k: (f.record, f.record_name, f.title) for k, f in found.items()} == {
        "gevaar/r1": ("r1", "Administratie", "Geen back-up van Administratie"),
        "gevaar/r3": ("r3", "Foto's", "Geen back-up van Foto's"),
    }


def test_a_record_that_is_still_open_does_not_hide_what_another_shows() -> None:
    rows = (row("r1", naam="Post"), row("r2", naam="Administratie", maker="niemand"))
    assert set(findings_of(library_with(gevaar=PER_SOURCE), answers(bronnen=rows))) == {"gevaar/r2"}


def test_a_list_that_is_still_open_raises_nothing() -> None:
    assert not findings_of(library_with(gevaar=PER_SOURCE), answers())


def test_each_row_of_a_matrix_has_its_own_finding_named_after_the_measure() -> None:
    text = risk('voor_elke: m in zaak.maatregelen if m.keuze == "afgewezen"\nniveau: ernstig')
    rows = (row("firewall", keuze="afgewezen"), row("mfa", keuze="inbegrepen"))
    (found,) = findings_of(library_with(gevaar=text), answers(maatregelen=rows)).values()
    assert (found.key, found.record_name) == ("gevaar/firewall", "Firewall")


def test_a_record_without_name_is_called_by_its_first_text_else_by_its_id() -> None:
    text = risk('voor_elke: b in zaak.bronnen if b.naam is onbekend or b.maker == "wij"\nniveau: let_op')
    known = library_with(gevaar=text)
    by_text = findings_of(known, answers(bronnen=(row("r1", maker="wij", naam=State.LATER),)))
    assert by_text["gevaar/r1"].record_name == "wij"
    by_id = findings_of(known, answers(bronnen=(row("r1", naam=State.LATER, maker=State.LATER),)))
    assert by_id["gevaar/r1"].record_name == "r1"


def test_a_risk_that_reads_what_this_questionnaire_does_not_ask_does_not_exist_there() -> None:
    known = library(
        {
            "clauses/risicos/gevaar.md": risk('alleen_als: zaak.haast == "ja"\nniveau: ernstig'),
            "questionnaires/proef.yaml": "vragenlijst: proef\ntitel: Proef\nrubrieken: [{rubriek: zaak, vragen: [naam]}]\ndocumenten: [stuk]\n",
            "questionnaires/anders.yaml": "vragenlijst: anders\ntitel: Anders\nrubrieken: [zaak]\ndocumenten: [stuk]\n",
        }
    )
    assert not findings_of(known, answers(haast="ja"))


def test_a_solved_risk_is_still_shown_as_solved() -> None:
    text = risk('alleen_als: zaak.haast == "ja"\nniveau: ernstig\nopgelost_als: zaak.kennis == "ja"')
    assert finding(text, answers(haast="ja", kennis="nee")).status is Status.OPEN
    assert finding(text, answers(haast="ja")).status is Status.OPEN
    solved = finding(text, answers(haast="ja", kennis="ja"), decided("later", uiterlijk=LATER_DAY))
    assert solved.status is Status.SOLVED
    assert not solved.blocking


def test_findings_stand_by_kind_then_by_weight_then_by_name() -> None:
    known = library_with(
        a_tip=risk("niveau: tip"),
        b_ernstig=risk("niveau: ernstig"),
        a_ernstig=risk("niveau: ernstig"),
        z_stop=risk("niveau: [{niveau: stop, soort: wet}]"),
        a_intern=risk("aard: intern\nniveau: [{niveau: stop, soort: vakregel}]", ways="oplossen"),
        a_context=risk("aard: context\nniveau: tip"),
    )
    expected = ["z-stop", "a-ernstig", "b-ernstig", "a-tip", "a-intern", "a-context"]
    assert list(findings_of(known, answers())) == expected


def test_looking_at_one_risk_leaves_the_others_out_but_keeps_what_raises_it() -> None:
    known = library_with(
        gevaar=risk("niveau: let_op\nverzwaard_door: [leek]"),
        ander=risk("niveau: let_op"),
        leek=risk('aard: context\nalleen_als: zaak.kennis == "nee"\nniveau: tip'),
    )
    found = assess(known, facts_of(known, answers(kennis="nee")), {}, only={"gevaar"})
    assert [(f.key, f.level) for f in found] == [("gevaar", Level.SERIOUS), ("leek", Level.TIP)]


# --- levels --------------------------------------------------------------------------------------------------------

BY_LEVEL = risk(
    """
niveau:
  - {als: zaak.gevoelig == "ja", niveau: stop, soort: vakregel}
  - {als: zaak.haast == "ja", niveau: ernstig}
  - let_op
"""
)


@pytest.mark.parametrize(
    ("given", "level"),
    [
        (answers(gevoelig="ja", haast="ja"), Level.STOP),
        (answers(gevoelig="nee", haast="ja"), Level.SERIOUS),
        (answers(gevoelig="nee", haast="nee"), Level.NOTICE),
        (answers(), Level.NOTICE),
        (answers(haast="ja"), Level.SERIOUS),
    ],
)
def test_the_first_level_that_certainly_holds_counts(
    given: Mapping[tuple[str, ...], Value | State], level: Level
) -> None:
    assert finding(BY_LEVEL, given).level is level


def test_an_answer_to_a_level_that_was_open_reopens_the_decision() -> None:
    known = library_with(gevaar=BY_LEVEL)
    taken = agreed(known, answers(haast="ja"))
    assert findings_of(known, answers(haast="ja"), taken)["gevaar"].status is Status.ACCEPTED
    assert findings_of(known, answers(haast="ja", gevoelig="nee"), taken)["gevaar"].reopened


LAYMAN = risk('titel: Leek\naard: context\nalleen_als: zaak.kennis == "nee"\nniveau: tip')
SENSITIVE = risk('titel: Gevoelig\naard: context\nalleen_als: zaak.gevoelig == "ja"\nniveau: tip')
UNSKILLED = answers(kennis="nee", gevoelig="nee")
BOTH = answers(kennis="nee", gevoelig="ja")


def raised(level: str, given: Mapping[tuple[str, ...], Value | State]) -> Finding:
    text = risk(f"niveau: {level}\nverzwaard_door: [leek, gevoelig]")
    return finding(text, given, leek=LAYMAN, gevoelig=SENSITIVE)


@pytest.mark.parametrize(
    ("level", "becomes", "heightened"),
    [
        ("tip", Level.NOTICE, False),
        ("let_op", Level.SERIOUS, False),
        ("ernstig", Level.SERIOUS, True),
        ("[{niveau: stop, soort: vakregel}]", Level.STOP, False),
    ],
)
def test_a_raise_is_one_step_and_only_ernstig_becomes_verzwaard(
    level: str, becomes: Level, heightened: bool
) -> None:
    found = raised(level, UNSKILLED)
    assert (found.level, found.heightened) == (becomes, heightened)


@pytest.mark.parametrize(("level", "becomes"), [("tip", Level.NOTICE), ("let_op", Level.SERIOUS)])
def test_two_reasons_to_raise_never_raise_twice(level: str, becomes: Level) -> None:
    found = raised(level, BOTH)
    assert (found.level, found.heightened) == (becomes, False)


def test_nothing_is_raised_where_no_context_is() -> None:
    found = raised("ernstig", answers(kennis="ja", gevoelig="nee"))
    assert (found.level, found.heightened) == (Level.SERIOUS, False)


def test_a_context_that_is_solved_raises_nothing() -> None:
    solved = risk('titel: Leek\naard: context\nniveau: tip\nopgelost_als: zaak.kennis == "ja"')
    text = risk("niveau: ernstig\nverzwaard_door: [leek]")
    assert finding(text, answers(kennis="nee"), leek=solved).heightened
    assert not finding(text, answers(kennis="ja"), leek=solved).heightened


def test_a_raise_may_be_meant_for_some_records_only() -> None:
    text = risk(
        """
voor_elke: b in zaak.bronnen if b.maker in ["wij", "niemand"]
niveau: ernstig
verzwaard_door: [{risico: gevoelig, als: b.maker == "niemand"}]
"""
    )
    rows = (row("r1", naam="Post", maker="niemand"), row("r2", naam="Foto's", maker="wij"))
    known = library_with(gevaar=text, gevoelig=SENSITIVE)
    found = findings_of(known, answers(gevoelig="ja", bronnen=rows))
    assert (found["gevaar/r1"].heightened, found["gevaar/r2"].heightened) == (True, False)


# --- stops and their ways out ----------------------------------------------------------------------------------------


def stop(kind: str) -> str:
    return risk(
        f"niveau: [{{niveau: stop, soort: {kind}}}]",
        ways="oplossen, later, buiten_opdracht, aanvaarden, weigeren",
    )


def test_below_a_stop_every_way_out_of_the_risk_is_open() -> None:
    assert finding(risk("niveau: ernstig"), answers()).ways_out == ("oplossen", "later", "aanvaarden")


@pytest.mark.parametrize(
    ("kind", "ways"),
    [
        ("wet", ("oplossen",)),
        ("vakregel", ("oplossen", "buiten_opdracht", "weigeren")),
        ("huisregel", ("oplossen", "buiten_opdracht", "weigeren")),
    ],
)
def test_at_a_stop_nobody_accepts_and_later_is_no_way_out(kind: str, ways: tuple[str, ...]) -> None:
    found = finding(stop(kind), answers())
    assert (found.level, found.stop_kind) == (Level.STOP, StopKind(kind))
    assert found.ways_out == ways


@pytest.mark.parametrize("kind", ["wet", "vakregel", "huisregel"])
@pytest.mark.parametrize("choice", ["aanvaard", "later"])
def test_a_decision_that_a_stop_does_not_allow_leaves_it_open(kind: str, choice: str) -> None:
    found = finding(stop(kind), answers(), decided(choice, uiterlijk=LATER_DAY, **ON_PAPER))
    assert found.status is Status.OPEN
    assert found.blocking
    assert not found.reopened


def test_a_stop_of_the_profession_may_be_taken_out_of_the_job_or_refused() -> None:
    assert finding(stop("vakregel"), answers(), decided("buiten_opdracht")).status is Status.OUT_OF_SCOPE
    refused = finding(stop("vakregel"), answers(), decided("geweigerd"))
    assert refused.status is Status.REFUSED
    assert refused.blocking


def test_the_words_of_a_risk_read_their_own_finding() -> None:
    words = "{% if melding.verzwaard %}\nDit weegt zwaar: {{ melding.titel }}.\n{% endif %}"
    text = risk("niveau: ernstig\nverzwaard_door: [leek]", words)
    context = risk('aard: context\nalleen_als: zaak.kennis == "nee"\nniveau: let_op')
    told = [
        finding(text, answers(kennis=knows), leek=context).sections["Wat kan er gebeuren"]
        for knows in ("nee", "ja")
    ]
    assert [[plain(tuple(inlines_of(b))) for b in blocks] for blocks in told] == [
        ["Dit weegt zwaar: Er is een risico."],
        [],
    ]


def stepped_down(**changes: Value | State) -> Decision:
    said: dict[str, Value | State] = {
        "door": "D. Fictief",
        "reden": "De klant verhuist volgende maand.",
        "vervangende_maatregel": "Toegang van buiten staat dicht.",
        "tot": date(2026, 12, 31),
    }
    return decided("aanvaard", afwijking=Record("", {**said, **changes}), **ON_PAPER)


def test_papers_can_name_the_measure_that_took_the_place_of_a_huisregel() -> None:
    text = risk("niveau: [{niveau: stop, soort: huisregel}]\nuitwegen: [aanvaarden]")
    files = {
        "questionnaires/rubrieken/besluit.yaml": BASE["questionnaires/rubrieken/besluit.yaml"].replace(
            "    mag_leeg: ja\n    velden:",
            """    alleen_als: 'melding.soort == "huisregel" or melding.afgeweken'\n    velden:""",
            1,
        ),
        "clauses/risicos/gevaar.md": text,
        "clauses/algemeen/doel.md": clause(
            "{% for m in meldingen if m.afgeweken %}\n"
            "1. Nu geldt: {{ m.besluit.afwijking.vervangende_maatregel }}\n"
            "{% endfor %}"
        ),
    }
    known = library(files)
    assert sentences(only_paper(known, answers(), {"gevaar": stepped_down()})) == [
        "1.1 Nu geldt: Toegang van buiten staat dicht."
    ]
    assert sentences(only_paper(known, answers(), {})) == []


def test_a_director_steps_a_huisregel_down_to_ernstig_and_it_still_needs_a_way_out() -> None:
    found = finding(stop("huisregel"), answers(), stepped_down())
    assert (found.level, found.stop_kind, found.status) == (Level.SERIOUS, None, Status.ACCEPTED)
    only_stepped = Decision(Record("", {"afwijking": stepped_down().fields.values["afwijking"]}))
    undecided = finding(stop("huisregel"), answers(), only_stepped)
    assert (undecided.level, undecided.status) == (Level.SERIOUS, Status.OPEN)
    assert "aanvaarden" in undecided.ways_out


def test_the_step_down_counts_through_its_last_day_and_lapses_after_it() -> None:
    last = finding(stop("huisregel"), answers(), stepped_down(), date(2026, 12, 31))
    assert last.status is Status.ACCEPTED
    after = finding(stop("huisregel"), answers(), stepped_down(), date(2027, 1, 1))
    assert (after.level, after.stop_kind, after.status) == (Level.STOP, StopKind.HOUSE, Status.OPEN)


@pytest.mark.parametrize(
    "lacking",
    [
        {"door": State.OPEN},
        {"door": ""},
        {"reden": State.LATER},
        {"vervangende_maatregel": State.OPEN},
        {"tot": State.OPEN},
        {"tot": "ooit"},
    ],
)
def test_a_step_down_without_name_reason_substitute_or_end_lifts_nothing(
    lacking: dict[str, Value | State],
) -> None:
    found = finding(stop("huisregel"), answers(), stepped_down(**lacking))
    assert (found.level, found.status) == (Level.STOP, Status.OPEN)


@pytest.mark.parametrize("kind", ["wet", "vakregel"])
def test_no_director_lifts_the_law_or_the_rules_of_the_profession(kind: str) -> None:
    assert finding(stop(kind), answers(), stepped_down()).level is Level.STOP


def test_a_huisregel_that_was_stepped_down_becomes_verzwaard_like_any_ernstig() -> None:
    text = risk("niveau: [{niveau: stop, soort: huisregel}]\nverzwaard_door: [leek]")
    found = finding(text, UNSKILLED, stepped_down(), leek=LAYMAN)
    assert (found.level, found.heightened) == (Level.SERIOUS, True)


# --- decisions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "status", "blocking"),
    [
        ("later", Status.LATER, False),
        ("buiten_opdracht", Status.OUT_OF_SCOPE, False),
        ("aanvaard", Status.ACCEPTED, False),
        ("geweigerd", Status.REFUSED, True),
    ],
)
def test_each_decision_has_its_status_and_only_a_refusal_blocks(
    choice: str, status: Status, blocking: bool
) -> None:
    text = risk("niveau: ernstig", ways="oplossen, later, buiten_opdracht, aanvaarden, weigeren")
    found = finding(text, answers(), decided(choice, uiterlijk=LATER_DAY, **ON_PAPER))
    assert (found.status, found.blocking) == (status, blocking)


def test_our_own_affairs_end_with_a_decision_of_the_board() -> None:
    text = risk("aard: intern\nniveau: ernstig", ways="oplossen, besluit_directie")
    assert finding(text, answers(), decided("besluit_directie")).status is Status.BOARD
    assert finding(text, answers(), decided("aanvaard")).status is Status.OPEN


def test_a_way_out_that_the_risk_does_not_offer_leaves_it_open() -> None:
    text = risk("niveau: ernstig", ways="oplossen, later")
    assert finding(text, answers(), decided("aanvaard", **ON_PAPER)).status is Status.OPEN


def test_a_decision_that_says_nothing_yet_leaves_it_open() -> None:
    assert finding(risk("niveau: ernstig"), answers(), Decision(Record("", {}))).status is Status.OPEN


def test_later_reopens_when_its_day_has_passed_or_was_never_named() -> None:
    text, day = risk("niveau: ernstig"), date(2026, 12, 1)
    assert finding(text, answers(), decided("later", uiterlijk=day), day).status is Status.LATER
    assert finding(text, answers(), decided("later", uiterlijk=day), date(2026, 12, 2)).status is Status.OPEN
    assert finding(text, answers(), decided("later")).status is Status.OPEN


READS = risk('alleen_als: zaak.haast == "ja"\nniveau: ernstig', "Het gaat mis bij {{ zaak.naam }}.")
URGENT = answers(haast="ja", naam="Fictief B.V.")


def agreed(known: Library, given: Mapping[tuple[str, ...], Value | State]) -> dict[str, Decision]:
    """Accepted with everything on paper, as the program records it."""
    now = findings_of(known, given)["gevaar"]
    return {"gevaar": replace(decided("aanvaard", **ON_PAPER), held_for=held_for(now))}


def test_a_decision_holds_while_nothing_changes() -> None:
    known = library_with(gevaar=READS)
    found = findings_of(known, URGENT, agreed(known, URGENT))["gevaar"]
    assert (found.status, found.reopened) == (Status.ACCEPTED, False)


def test_a_decision_reopens_when_a_fact_it_rested_on_changes() -> None:
    text = risk("niveau: [{als: zaak.prijs is bekend, niveau: ernstig}, let_op]")
    known = library_with(gevaar=text)
    taken = agreed(known, answers(prijs=Decimal(45)))
    found = findings_of(known, answers(prijs=Decimal(90)), taken)["gevaar"]
    assert (found.status, found.reopened) == (Status.OPEN, True)


def test_a_decision_reopens_when_the_words_that_explained_the_risk_change() -> None:
    known = library_with(gevaar=READS)
    other = answers(haast="ja", naam="Anders Fictief B.V.")
    found = findings_of(known, other, agreed(known, URGENT))["gevaar"]
    assert (found.status, found.reopened) == (Status.OPEN, True)


def test_a_decision_reopens_when_the_risk_gets_a_new_version() -> None:
    taken = agreed(library_with(gevaar=READS), URGENT)
    newer = library_with(gevaar=READS.replace("versie: 1", "versie: 2"))
    assert findings_of(newer, URGENT, taken)["gevaar"].reopened


def test_an_answer_that_the_risk_does_not_read_leaves_the_decision_alone() -> None:
    known = library_with(gevaar=READS)
    found = findings_of(known, {**URGENT, ("zaak", "kennis"): "nee"}, agreed(known, URGENT))["gevaar"]
    assert found.status is Status.ACCEPTED


def test_a_reopened_decision_is_kept_to_offer_it_again_and_holds_again_when_the_facts_return() -> None:
    known = library_with(gevaar=READS)
    taken = agreed(known, URGENT)
    changed = answers(haast="ja", naam="Anders Fictief B.V.")
    assert findings_of(known, changed, taken)["gevaar"].status is Status.OPEN
    assert taken["gevaar"].fields.values["reden"] == ON_PAPER["reden"]
    assert findings_of(known, URGENT, taken)["gevaar"].status is Status.ACCEPTED


def test_a_decision_written_by_hand_holds_for_the_facts_of_today() -> None:
    known = library_with(gevaar=READS)
    assert (
        findings_of(known, URGENT, {"gevaar": decided("aanvaard", **ON_PAPER)})["gevaar"].status
        is Status.ACCEPTED
    )


def test_a_decision_without_record_of_what_was_shown_holds_for_its_facts() -> None:
    known = library_with(gevaar=READS)
    held = replace(held_for(findings_of(known, URGENT)["gevaar"]), shown="")
    by_hand = {"gevaar": replace(decided("aanvaard", **ON_PAPER), held_for=held)}
    assert findings_of(known, URGENT, by_hand)["gevaar"].status is Status.ACCEPTED


def test_what_a_finding_rests_on_is_written_down_for_every_kind_of_answer() -> None:
    text = risk(
        'niveau: [{als: zaak.bronnen | met(maker="niemand") or zaak.plaats is bekend, niveau: ernstig}, let_op]'
    )
    rows = (row("r1", naam="Post", maker="wij"),)
    reads = finding(text, answers(bronnen=rows, plaats=State.LATER)).reads
    assert reads == {"zaak.bronnen": "[r1 {maker: wij, naam: Post}]", "zaak.plaats": "later"}


def test_a_finding_per_record_rests_on_its_own_record_only() -> None:
    first, other = row("r1", naam="Post", maker="niemand"), row("r2", naam="Foto's", maker="niemand")
    known = library_with(gevaar=PER_SOURCE)
    before = findings_of(known, answers(bronnen=(first,)))["gevaar/r1"]
    assert before.reads == {"b.maker": "niemand"}
    taken = {"gevaar/r1": replace(decided("aanvaard", **ON_PAPER), held_for=held_for(before))}
    after = findings_of(known, answers(bronnen=(first, other)), taken)
    assert (after["gevaar/r1"].status, after["gevaar/r2"].status) == (Status.ACCEPTED, Status.OPEN)


# --- what is on paper ------------------------------------------------------------------------------------------------


def test_an_accepted_serious_risk_is_incomplete_until_the_gates_of_substantiation_are_on_paper() -> None:
    bare = finding(risk("niveau: ernstig"), answers(), decided("aanvaard"))
    assert (bare.status, bare.blocking) == (Status.INCOMPLETE, True)
    assert [(x.text, x.gate) for x in bare.substantiation.lacking] == [
        ("De reden staat op papier.", True),
        ("Er is op twee dagen gewaarschuwd.", False),
    ]
    reasoned = finding(risk("niveau: ernstig"), answers(), decided("aanvaard", reden="Wij verhuizen."))
    assert reasoned.status is Status.ACCEPTED
    assert reasoned.substantiation.present == ("De reden staat op papier.",)


def test_what_nobody_can_judge_from_paper_is_named_apart_whatever_was_decided() -> None:
    for decision in (None, decided("aanvaard", **ON_PAPER)):
        found = finding(risk("niveau: ernstig"), answers(), decision)
        assert found.substantiation.not_assessable == ("De klant koos zonder druk.",)


def test_a_light_risk_needs_no_paper() -> None:
    assert finding(risk("niveau: let_op"), answers(), decided("aanvaard")).status is Status.ACCEPTED


def test_our_own_affairs_have_no_substantiation() -> None:
    found = finding(risk("aard: ontwerp\nniveau: ernstig", ways="oplossen"), answers())
    assert found.substantiation.lacking == ()


THIN = risk(
    """
titel: De reden is te mager
aard: dossier
over: besluit
alleen_als: melding.besluit.reden_mager
niveau: ernstig
""",
    ways="oplossen",
)


def with_check(check: str, decision: Decision | None, **more: str) -> dict[str, Finding]:
    known = library_with(gevaar=risk("niveau: ernstig"), mager=check, **more)
    return findings_of(known, answers(), {"gevaar": decision} if decision else {})


def test_thin_evidence_is_a_finding_of_its_own_and_makes_the_decision_incomplete() -> None:
    found = with_check(THIN, decided("aanvaard", **{**ON_PAPER, "reden": "Te duur."}))
    assert set(found) == {"gevaar", "mager@gevaar"}
    assert found["mager@gevaar"].about == "gevaar"
    assert found["mager@gevaar"].blocking
    assert found["gevaar"].status is Status.INCOMPLETE


def test_a_light_remark_on_the_evidence_leaves_the_decision_whole() -> None:
    light = THIN.replace("niveau: ernstig", "niveau: let_op")
    found = with_check(light, decided("aanvaard", **{**ON_PAPER, "reden": "Te duur."}))
    assert found["mager@gevaar"].level is Level.NOTICE
    assert found["gevaar"].status is Status.ACCEPTED


def test_good_evidence_raises_nothing_and_neither_does_another_decision() -> None:
    assert set(with_check(THIN, decided("aanvaard", **ON_PAPER))) == {"gevaar"}
    assert set(with_check(THIN, decided("later", reden="Te duur", uiterlijk=LATER_DAY))) == {"gevaar"}
    assert set(with_check(THIN, None)) == {"gevaar"}


def test_a_decision_that_was_taken_is_finished_so_what_it_does_not_say_is_unknown() -> None:
    silent = THIN.replace("melding.besluit.reden_mager", "melding.besluit.herzien_op is onbekend")
    assert "mager@gevaar" in with_check(silent, decided("aanvaard", **ON_PAPER))
    dated = decided("aanvaard", herzien_op=LATER_DAY, **ON_PAPER)
    assert "mager@gevaar" not in with_check(silent, dated)


def test_a_check_on_decisions_exists_only_where_its_facts_are_asked() -> None:
    check = THIN.replace("melding.besluit.reden_mager", 'not (zaak.haast == "ja")')
    narrow = (
        "vragenlijst: {}\ntitel: Proef\nrubrieken: [{{rubriek: zaak, vragen: [{}]}}]\ndocumenten: [stuk]\n"
    )
    known = library(
        {
            "clauses/risicos/gevaar.md": risk("niveau: ernstig"),
            "clauses/risicos/mager.md": check,
            "questionnaires/proef.yaml": narrow.format("proef", "naam"),
            "questionnaires/anders.yaml": narrow.format("anders", "haast"),
        }
    )
    assert set(findings_of(known, answers(), {"gevaar": decided("aanvaard", **ON_PAPER)})) == {"gevaar"}


STACK = risk(
    "titel: Te veel aanvaard\naard: intern\nover: dossier\nalleen_als: dossier.aanvaard_ernstig > 1\nniveau: ernstig",
    ways="oplossen, besluit_directie",
)


def test_many_accepted_serious_risks_together_are_a_finding_over_the_whole_file() -> None:
    known = library_with(een=risk("niveau: ernstig"), twee=risk("niveau: ernstig"), stapel=STACK)
    accepted = decided("aanvaard", **ON_PAPER)
    assert "stapel" not in findings_of(known, answers(), {"een": accepted})
    found = findings_of(known, answers(), {"een": accepted, "twee": decided("aanvaard")})
    assert found["stapel"].reads == {"dossier.aanvaard_ernstig": "2"}
    both = {"een": accepted, "twee": accepted}
    decided_on = findings_of(known, answers(), {**both, "stapel": decided("besluit_directie")})
    assert decided_on["stapel"].status is Status.BOARD


def test_conditions_may_look_at_findings_over_the_whole_file_by_name() -> None:
    over = STACK.replace("dossier.aanvaard_ernstig > 1", 'meldingen | met(status="geweigerd")')
    known = library_with(een=risk("niveau: ernstig", ways="oplossen, weigeren"), stapel=over)
    assert "stapel" in findings_of(known, answers(), {"een": decided("geweigerd")})
    assert "stapel" not in findings_of(known, answers())


def test_the_file_itself_knows_its_reference_and_name_only_when_they_are_given() -> None:
    bare, named = dossier_record(()), dossier_record((), "2026-001", "Fictief")
    assert (bare.values["kenmerk"], bare.values["naam"]) == (State.OPEN, State.OPEN)
    assert (named.values["kenmerk"], named.values["naam"]) == ("2026-001", "Fictief")
    assert named.values["aanvaard_ernstig"] == Decimal(0)
