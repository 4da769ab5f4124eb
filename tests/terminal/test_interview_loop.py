"""Whole interviews in this process: everything typed ahead, the case looked at afterwards."""

from pathlib import Path

import pytest
from kept_session import KeptSession, read
from screens import BACK, F2, F6, F7, F8, F9, typing
from small_library import BACKUP, BEHEER, BEVEILIGING, KLANT, LOOPTIJD, PLACE, library, question

from generator.interview import Filter, busy
from generator.library import Kind, Section
from generator.terminal.run import run
from generator.terminal.session import Outcome
from generator.values import Record, State

STOP = "\x03"


def interview(keys: str, *sections: Section, session: KeptSession | None = None) -> KeptSession:
    session = session or KeptSession(library(*sections))
    with typing(keys):
        session.outcome = run(session)
    return session


def rows(session: KeptSession) -> list[tuple[str, dict[str, object]]]:
    value = session.case.answers[("beheer", "systemen")]
    assert isinstance(value, tuple)
    return [(r.id, dict(r.values)) for r in value if isinstance(r, Record)]


def test_answers_are_kept_and_the_review_ends_it() -> None:
    session = interview("j1 per dag\r4 uur\rk", BACKUP)
    assert session.outcome is Outcome.READY
    assert session.case.answers[("backup", "maken")] == "ja"
    assert len(session.case.answers) == 3


def test_ctrl_c_stops_with_everything_saved() -> None:
    session = interview("j1 per d" + STOP, BACKUP)
    assert session.outcome is Outcome.STOPPED
    assert list(session.case.answers) == [("backup", "maken")]


def test_going_back_and_pressing_enter_goes_on_at_the_first_open_question() -> None:
    session = interview("j1 per dag\r" + BACK + BACK + "\r4 uur\rk", BACKUP)
    assert session.outcome is Outcome.READY
    assert len(session.case.answers) == 3


def test_half_typed_text_is_still_there_after_going_back() -> None:
    session = interview("j1 per " + BACK + "\rdag\r" + STOP, BACKUP)
    assert ("backup", "frequentie") in session.case.answers


def test_hidden_answers_lapse_and_come_back() -> None:
    session = interview("j1 per dag\r4 uur\r" + BACK + BACK + BACK + "n\rk", BACKUP)
    assert list(session.case.answers) == [("backup", "maken")]
    assert set(session.case.lapsed) == {"backup.frequentie", "backup.hersteltijd"}
    again = interview(BACK + "jk", session=session)
    assert len(again.case.answers) == 3
    assert again.case.lapsed == {}


def test_later_and_unknown_are_answers() -> None:
    session = interview("Fictief B.V.\r" + F8 + "1-7-2026\r380\r" + F9 + STOP, KLANT)
    assert session.case.answers[("klant", "kvk")] is State.LATER
    assert session.case.answers[("klant", "schade")] is State.UNKNOWN


def test_a_group_is_asked_field_by_field_and_each_is_saved() -> None:
    session = KeptSession(library(KLANT))
    keys = "Fictief B.V.\r" + F8 + "1-7-2026\r380\r" + F9 + "g\rgJan\r" + BACK
    session = interview(keys + "\rjan@fictief.example" + STOP, session=session)
    contact = session.case.answers[("klant", "contact")]
    assert isinstance(contact, Record)
    assert contact.values == {"naam": "Jan"}


def test_beside_the_customer_only_what_he_may_see_is_asked() -> None:
    session = KeptSession(library(KLANT), sitting=Filter(customer=True))
    interview(
        "Fictief B.V.\r" + F8 + "1-7-2026\r380\r" + F9 + "g\rJan\rjan@fictief.example\rk", session=session
    )
    assert session.outcome is Outcome.READY
    assert ("klant", "deskundigheid") not in session.case.answers


# --- lists ------------------------------------------------------------------------------------------------------------


def test_several_kinds_are_added_at_once_and_the_rest_taken_from_the_row_before() -> None:
    session = interview("msn\rw" + F7 + "k" + STOP, BEHEER)
    assert rows(session) == [
        ("r1", {"naam": "Server", "soort": "server", "beheerder": "wij"}),
        ("r2", {"naam": "NAS", "soort": "nas", "beheerder": "wij"}),
    ]
    assert busy(session.case) == ()


def test_a_list_is_open_until_it_is_called_ready() -> None:
    session = interview("tSRV-01\rserver\rw" + STOP, BEHEER)
    assert busy(session.case) == ("beheer.systemen",)
    assert rows(session)[0][1]["naam"] == "SRV-01"


def test_a_row_that_was_broken_off_goes_on_where_it_was() -> None:
    session = interview("tSRV-01\rserver\r" + STOP, BEHEER)
    again = interview("w" + STOP, session=session)
    assert rows(again) == [("r1", {"naam": "SRV-01", "soort": "server", "beheerder": "wij"})]


def test_the_same_as_the_row_before_for_one_field() -> None:
    session = interview("tA\rserver\reFictief\rtB\rnas\r" + F6 + F6 + "k" + STOP, BEHEER)
    assert rows(session)[1][1] == {"naam": "B", "soort": "nas", "beheerder": "derde", "derde": "Fictief"}


def test_a_row_can_go_and_be_put_back() -> None:
    keys = "tA\rserver\rwtB\rnas\rw" + "\x1b[A"
    session = interview(keys + "w" + STOP, BEHEER)
    assert [r[1]["naam"] for r in rows(session)] == ["A"]
    session = interview(keys + "wu" + STOP, BEHEER)
    assert [r[1]["naam"] for r in rows(session)] == ["A", "B"]


def test_rows_can_be_copied_and_moved() -> None:
    up, down = "\x1b[1;2A", "\x1b[1;2B"
    session = interview("tA\rserver\rwtB\rnas\rw" + "\x1b[A" + up + STOP, BEHEER)
    assert [r[0] for r in rows(session)] == ["r2", "r1"]
    session = interview("tA\rserver\rwtB\rnas\rw" + "\x1b[A" + up + down + "z" + STOP, BEHEER)
    assert [r[0] for r in rows(session)] == ["r1", "r2", "r3"]


def test_a_list_cannot_be_ready_with_an_open_row() -> None:
    session = interview("ms\r" + BACK * 3 + "kk" + STOP, BEHEER)
    assert busy(session.case) == ("beheer.systemen",)


def test_a_list_inside_a_group_may_stay_empty_or_get_rows() -> None:
    signing = question("tekenen", Kind.LIST, "Wie tekent?", may_be_empty=True, fields=(
        question("naam", Kind.TEXT, "Hoe heet deze persoon?"),))  # fmt: skip
    who = question(
        "wij", Kind.GROUP, "Wie bent u?", fields=(question("naam", Kind.TEXT, "Welke naam?"), signing)
    )
    section = Section("partijen", "Partijen", (who,), (), (), PLACE)
    path = ("partijen", "wij")
    empty = interview("Fictief\rkk", section)
    assert empty.case.answers[path] == Record("", {"naam": "Fictief", "tekenen": ()})
    filled = interview("Fictief\rtJan\rkk", section)
    assert filled.case.answers[path] == Record(
        "", {"naam": "Fictief", "tekenen": (Record("r1", {"naam": "Jan"}),)}
    )


def test_a_group_that_may_be_empty_can_be_passed_over() -> None:
    group = question("extra", Kind.GROUP, "Wijkt iemand af?", may_be_empty=True, fields=(
        question("naam", Kind.TEXT, "Wie?"),))  # fmt: skip
    section = Section("partijen", "Partijen", (group,), (), (), PLACE)
    assert interview("nk", section).case.answers[("partijen", "extra")] == Record("", {})
    assert interview("jJan\rk", section).case.answers[("partijen", "extra")] == Record("", {"naam": "Jan"})


# --- matrix, findings, decisions --------------------------------------------------------------------------------------


def test_extra_fields_of_a_matrix_row_are_asked_after_the_grid() -> None:
    session = interview("iei\rFictief Netwerk\rk", BEVEILIGING)
    value = session.case.answers[("beveiliging", "maatregelen")]
    assert [dict(r.values) for r in value if isinstance(r, Record)] == [  # type: ignore[union-attr]
        {"keuze": "inbegrepen"},
        {"keuze": "derde", "wie": "Fictief Netwerk"},
        {"keuze": "inbegrepen"},
    ]
    assert session.outcome is Outcome.READY


def test_a_finding_is_decided_field_by_field() -> None:
    session = interview("n\r\rdNiet nodig, zegt de klant.\x04De directeur\rk", BACKUP)
    decision = session.case.decisions["geen-backup"]
    assert decision.fields.values["besluit"] == "aanvaard"
    assert decision.fields.values["naam"] == "De directeur"
    assert session.outcome is Outcome.READY


def test_a_conversation_that_was_broken_off_goes_on_where_it_was() -> None:
    session = interview("n\r\rdNiet nodig.\x04" + STOP, BACKUP)
    assert session.outcome is Outcome.STOPPED
    again = interview("\r\rDe directeur\rk", session=session)
    assert again.case.decisions["geen-backup"].fields.values["naam"] == "De directeur"


def test_mending_goes_to_the_question() -> None:
    session = interview("n\r\roj1 per dag\r4 uur\rk", BACKUP)
    assert session.case.answers[("backup", "maken")] == "ja"
    assert session.findings() == ()


def test_a_contradiction_leads_to_its_question() -> None:
    session = KeptSession(library(KLANT, LOOPTIJD))
    keys = "Fictief B.V.\r" + F8 + "1-7-2026\r380\r" + F9 + "g\rgJan\rjan@fictief.example\r"
    interview(keys + "1-1-2020\r\r\x151-1-2030\rk", session=session)
    assert str(session.case.answers[("looptijd", "einde")]) == "2030-01-01"
    assert session.outcome is Outcome.READY


def test_the_overview_jumps() -> None:
    session = interview("j1 per dag\r" + F2 + "\x1b[H" + "\rwk", BACKUP)
    assert session.case.answers[("backup", "maken")] == "weet_ik_niet"


# --- when saving fails ------------------------------------------------------------------------------------------------


def test_an_answer_that_cannot_be_saved_is_asked_again_with_its_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session = KeptSession(library(LOOPTIJD), tmp_path / "zaak", full=True)
    tries: list[object] = []
    save = KeptSession.answer

    def answer(self: KeptSession, path: tuple[str, ...], value: object, *, ready: bool = True) -> None:
        tries.append(value)
        self.full = len(tries) < 2
        save(self, path, value, ready=ready)  # type: ignore[arg-type]

    monkeypatch.setattr(KeptSession, "answer", answer)
    interview("1-7-2030\r\rk", session=session)
    assert tries[0] == tries[1]
    assert str(read(tmp_path / "zaak").answers[("looptijd", "einde")]) == "2030-07-01"
