"""Which question is next, what came before, how far along, and what happens to hidden answers."""

from datetime import date
from typing import Any

import pytest
from expression_cases import NO_DECISION, PLACE, choices, question

from generator.answers import Case
from generator.expressions.ast import Compare, Condition
from generator.facts import Facts
from generator.interview import (
    Filter,
    answered,
    busy,
    complete,
    fields_that_apply,
    new_row_id,
    next_step,
    open_fields,
    overview,
    previous_step,
    progress,
    row_name,
    settle,
    shown_answer,
    step_at,
    steps,
    with_field,
)
from generator.library import Kind, Library, Question, Questionnaire, Section, SectionUse
from generator.values import Record, State

TODAY = date(2026, 11, 21)


def only_if(*path: str, is_: str) -> Condition:
    return Condition(Compare(path, "==", is_), "", PLACE)


BACKUP = Section(
    "backup",
    "Back-ups",
    (
        question("maken", Kind.YES_NO),
        question("hoe_vaak", Kind.FREQUENCY, when=only_if("backup", "maken", is_="ja")),
        question("prijs", Kind.MONEY, when=only_if("backup", "maken", is_="ja"), may_be_unknown=True),
        question(
            "bezwaar",
            Kind.TEXT,
            when=only_if("backup", "maken", is_="nee"),
            who="techniek",
            moment="achteraf",
        ),
    ),
    (),
    (),
    PLACE,
)
BRONNEN = question(
    "bronnen",
    Kind.LIST,
    fields=(
        question("naam", Kind.TEXT),
        question("maker", Kind.CHOICE, choices=choices("wij", "derde")),
        question("derde", Kind.TEXT, when=only_if("@", "maker", is_="derde")),
    ),
)
MATRIX = question(
    "maatregelen",
    Kind.MATRIX,
    rows=choices("firewall", "mfa"),
    choices=choices("ja", "nee"),
    fields=(question("reden", Kind.TEXT, when=only_if("@", "keuze", is_="nee")),),
)
LIJSTEN = Section(
    "lijsten",
    "Lijsten",
    (BRONNEN, MATRIX, question("geheim", Kind.TEXT, customer_sees=False)),
    (),
    (),
    PLACE,
)


def library(*sections: Section) -> Library:
    used = sections or (BACKUP,)
    proef = Questionnaire("proef", "Proef", tuple(SectionUse(s.id) for s in used), (), PLACE)
    empty: dict[str, Any] = {}
    return Library(
        "Proef", "1", "2026-11-21", "x", {s.id: s for s in used}, {"proef": proef},
        empty, empty, empty, empty, NO_DECISION, (), empty, empty, empty, (),
    )  # fmt: skip


def facts(case: Case, *sections: Section) -> Facts:
    return Facts(library(*sections), "proef", case.answers, TODAY)


def now(case: Case, *sections: Section, chosen: Filter = Filter()) -> Any:  # noqa: B008 - frozen
    return steps(library(*sections), case, facts(case, *sections), chosen)


def ids(found: Any) -> list[str]:
    return [s.question.id for s in found]


EMPTY = Case("proef")
YES = EMPTY.with_answer(("backup", "maken"), "ja")
NO = EMPTY.with_answer(("backup", "maken"), "nee")


def test_next_is_the_first_visible_open_question() -> None:
    assert next_step(now(EMPTY)).question.id == "maken"
    assert next_step(now(YES)).question.id == "hoe_vaak"
    assert next_step(now(NO)).question.id == "bezwaar"
    assert next_step(now(NO.with_answer(("backup", "bezwaar"), "geen"))) is None


def test_back_is_the_visible_question_before_it() -> None:
    assert previous_step(now(NO), ("backup", "bezwaar")).question.id == "maken"
    assert previous_step(now(YES), ("backup", "maken")) is None
    assert previous_step(now(YES), None).question.id == "prijs"


def test_progress_counts_what_may_still_be_asked() -> None:
    assert progress(now(EMPTY), ("backup", "maken")).of == 4
    assert progress(now(YES), ("backup", "hoe_vaak")) == progress(now(YES), ("backup", "hoe_vaak"))
    assert progress(now(YES), ("backup", "hoe_vaak")).number == 2
    assert progress(now(YES), ("backup", "hoe_vaak")).of == 3
    assert progress(now(NO), ("backup", "bezwaar")).of == 2


@pytest.mark.parametrize("route", ["ja", "nee", "weet_ik_niet"])
def test_answering_forward_never_lowers_the_percentage(route: str) -> None:
    case, seen = EMPTY, [progress(now(EMPTY), ("backup", "maken")).percent]
    values = {"maken": route, "hoe_vaak": "x", "prijs": State.UNKNOWN, "bezwaar": "x"}
    while (step := next_step(now(case))) is not None:
        case = case.with_answer(step.path, values[step.question.id])
        seen.append(progress(now(case), step.path).percent)
    assert seen == sorted(seen)
    assert seen[-1] == 100


def test_a_sitting_asks_only_its_own_questions() -> None:
    assert ids(now(NO, chosen=Filter(who="techniek"))) == ["bezwaar"]
    assert ids(now(NO, chosen=Filter(moments=frozenset({"aan_tafel"})))) == ["maken"]
    assert "geheim" not in ids(now(EMPTY, LIJSTEN, chosen=Filter(customer=True)))


def test_later_and_unknown_are_answers() -> None:
    case = EMPTY.with_answer(("backup", "maken"), State.LATER)
    assert next_step(now(case)) is None or next_step(now(case)).question.id != "maken"


# --- records ----------------------------------------------------------------------------------------------------------


def test_only_the_fields_that_apply_are_asked() -> None:
    known = facts(EMPTY, LIJSTEN)
    assert ids_of(fields_that_apply(BRONNEN, Record("r1", {"maker": "wij"}), known)) == ["naam", "maker"]
    assert ids_of(fields_that_apply(BRONNEN, Record("r1", {}), known, perhaps=True)) == [
        "naam",
        "maker",
        "derde",
    ]
    assert ids_of(open_fields(BRONNEN, Record("r1", {"maker": "derde"}), known)) == ["naam", "derde"]


def ids_of(fields: tuple[Question, ...]) -> list[str]:
    return [f.id for f in fields]


def test_a_list_is_complete_when_every_row_is() -> None:
    known = facts(EMPTY, LIJSTEN)
    half, whole = Record("r1", {"naam": "A"}), Record("r2", {"naam": "B", "maker": "wij"})
    assert not complete(BRONNEN, (half, whole), known)
    assert complete(BRONNEN, (whole,), known)
    assert not complete(BRONNEN, (), known)


def test_a_matrix_is_complete_when_every_row_has_a_choice_and_its_fields() -> None:
    known = facts(EMPTY, LIJSTEN)
    firewall = Record("firewall", {"keuze": "ja"})
    assert not complete(MATRIX, (firewall,), known)
    assert not complete(MATRIX, (firewall, Record("mfa", {"keuze": "nee"})), known)
    assert complete(MATRIX, (firewall, Record("mfa", {"keuze": "nee", "reden": "x"})), known)


def test_a_list_that_is_not_called_ready_stays_open() -> None:
    path, rows = ("lijsten", "bronnen"), (Record("r1", {"naam": "A", "maker": "wij"}),)
    case = answered(EMPTY, path, rows, ready=False)
    assert busy(case) == ("lijsten.bronnen",)
    assert next_step(now(case, LIJSTEN)).path == path
    ready = answered(case, path, rows)
    assert busy(ready) == ()
    assert next_step(now(ready, LIJSTEN)).question.id == "maatregelen"


def test_row_ids_are_never_reused_while_they_stand() -> None:
    assert new_row_id(()) == "r1"
    assert new_row_id((Record("r3", {}), Record("r1", {}))) == "r4"
    assert with_field(Record("r1", {"a": "b"}), "a", State.OPEN) == Record("r1", {})


# --- hidden answers ---------------------------------------------------------------------------------------------------


def test_hidden_answers_lapse_and_return() -> None:
    case = YES.with_answer(("backup", "prijs"), State.UNKNOWN)
    hidden = case.with_answer(("backup", "maken"), "nee")
    settled = settle(hidden, facts(hidden))
    assert ("backup", "prijs") not in settled.answers
    assert list(settled.lapsed) == ["backup.prijs"]
    back = settled.with_answer(("backup", "maken"), "ja")
    again = settle(back, facts(back))
    assert again.answers[("backup", "prijs")] is State.UNKNOWN
    assert again.lapsed == {}


def test_an_answer_that_returns_brings_back_what_hung_on_it() -> None:
    chain = Section(
        "keten",
        "Keten",
        (
            question("a", Kind.YES_NO),
            question("b", Kind.YES_NO, when=only_if("keten", "a", is_="ja")),
            question("c", Kind.TEXT, when=only_if("keten", "b", is_="ja")),
        ),
        (),
        (),
        PLACE,
    )
    full = EMPTY.with_answer(("keten", "a"), "ja").with_answer(("keten", "b"), "ja")
    full = full.with_answer(("keten", "c"), "tekst")
    gone = full.with_answer(("keten", "a"), "nee")
    gone = settle(gone, facts(gone, chain))
    assert set(gone.lapsed) == {"keten.b", "keten.c"}
    back = gone.with_answer(("keten", "a"), "ja")
    back = settle(back, facts(back, chain))
    assert back.answers == full.answers
    assert back.lapsed == {}


def test_what_no_longer_fits_the_question_stays_aside() -> None:
    case = Case("proef", YES.answers, lapsed={"backup.prijs": "twaalf euro"})
    assert settle(case, facts(case)).lapsed == {"backup.prijs": "twaalf euro"}


def test_what_is_not_hidden_stays() -> None:
    assert settle(YES, facts(YES)) == YES


# --- showing ----------------------------------------------------------------------------------------------------------


def test_answers_are_shown_in_dutch() -> None:
    known = facts(EMPTY, LIJSTEN)
    rows = (Record("r1", {"naam": "A"}), Record("r2", {}))
    assert shown_answer(BRONNEN, rows, known) == "2 regels: A, nieuwe regel"
    assert shown_answer(MATRIX, (Record("mfa", {"keuze": "ja"}),), known) == "1 van 2 ingevuld"
    assert shown_answer(BRONNEN, State.LATER, known) == "later invullen"


def test_an_empty_answer_is_shown_as_none() -> None:
    known = facts(EMPTY, LIJSTEN)
    group = question("extra", Kind.GROUP, may_be_empty=True, fields=(question("naam", Kind.TEXT),))
    assert complete(group, Record("", {}), known)
    assert not complete(question("g", Kind.GROUP, fields=group.fields), Record("", {}), known)
    assert shown_answer(group, Record("", {}), known) == "geen"
    assert shown_answer(group, Record("", {"naam": "Jan"}), known) == "Jan"
    assert shown_answer(BRONNEN, (), known) == "geen"
    assert row_name(MATRIX, Record("mfa", {}), known) == "Mfa"
    assert row_name(BRONNEN, Record("r1", {}), known) == "nieuwe regel"


def test_a_question_is_found_by_its_path_while_it_is_visible() -> None:
    assert step_at(now(YES), ("backup", "prijs")) is not None
    assert step_at(now(NO), ("backup", "prijs")) is None


def test_the_overview_shows_every_visible_question() -> None:
    found = overview(now(YES), facts(YES))
    assert [(r.section, r.step.question.id, r.answer) for r in found] == [
        ("Back-ups", "maken", "Ja"),
        ("Back-ups", "hoe_vaak", "…"),
        ("Back-ups", "prijs", "…"),
    ]


# --- references -------------------------------------------------------------------------------------------------------

SYSTEM = question("systeem", Kind.REFERENCE, target=("lijsten", "bronnen"))
REFERRING = Section("verwijst", "Verwijst", (SYSTEM,), (), (), PLACE)


def test_a_reference_to_a_row_that_is_gone_is_open_again() -> None:
    rows = (Record("r1", {"naam": "A", "maker": "wij"}),)
    known = facts(EMPTY.with_answer(("lijsten", "bronnen"), rows), LIJSTEN, REFERRING)
    assert complete(SYSTEM, "r1", known)
    assert not complete(SYSTEM, "r2", known)
    assert not complete(SYSTEM, State.OPEN, known)
    assert shown_answer(SYSTEM, "r1", known) == "A"


def test_a_reference_to_a_list_that_is_not_asked_is_passed_over() -> None:
    assert next_step(now(EMPTY, REFERRING)) is None
