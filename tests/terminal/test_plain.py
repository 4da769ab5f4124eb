"""Plain mode: the same interview as lines, for screen readers."""

import io
import sys
from datetime import date
from decimal import Decimal

import pytest
from kept_session import KeptSession
from small_library import BACKUP, BEHEER, BEVEILIGING, KLANT, library

from generator.answers import Case
from generator.interview import Filter
from generator.library import Section
from generator.terminal.run import run
from generator.terminal.session import Outcome
from generator.values import Record, State, Value


def talk(monkeypatch: pytest.MonkeyPatch, lines: str, *sections: Section) -> KeptSession:
    """Everything on one line each, separated by ``|``."""
    session = KeptSession(library(*sections))
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines.replace("|", "\n") + "\n"))
    session.outcome = run(session, plain=True)
    return session


def names(session: KeptSession) -> list[object]:
    value = session.case.answers[("beheer", "systemen")]
    assert isinstance(value, tuple)
    return [r.values["naam"] for r in value if isinstance(r, Record)]


def test_a_choice_by_number_by_name_or_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in ("1", "ja", "j"):
        session = talk(monkeypatch, f"{answer}|1 per dag|4 uur|2", BACKUP)
        assert session.case.answers[("backup", "maken")] == "ja"
        assert session.outcome is Outcome.READY


def test_faults_are_lines_that_begin_with_fout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    talk(monkeypatch, "9|1|soms", BACKUP)
    said = capsys.readouterr().out
    assert "Fout: Typ een nummer van 1 tot en met 3." in said
    assert said.count("Fout: ") == 2


def test_a_risky_answer_is_read_out_and_can_be_taken_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = talk(monkeypatch, "2|<|1", BACKUP)
    assert "Let op: Geen back-up." in capsys.readouterr().out
    assert session.case.answers[("backup", "maken")] == "ja"


def test_rows_are_added_removed_and_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    add = "t|A|server|1|t|B|nas|1"
    assert names(talk(monkeypatch, f"{add}|weg 1", BEHEER)) == ["B"]
    assert names(talk(monkeypatch, f"{add}|weg 1|terugzetten", BEHEER)) == ["A", "B"]
    assert names(talk(monkeypatch, f"{add}|omhoog 2", BEHEER)) == ["B", "A"]


def test_several_kinds_at_once_and_the_same_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    session = talk(monkeypatch, "m|2,3|1|==|k", BEHEER)
    assert names(session) == ["Server", "NAS"]


def test_a_matrix_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    session = talk(monkeypatch, "1|3|<|2|4||k", BEVEILIGING)
    value = session.case.answers[("beveiliging", "maatregelen")]
    assert isinstance(value, tuple)
    assert [r.values["keuze"] for r in value if isinstance(r, Record)] == ["inbegrepen", "klant", "afgewezen"]


def test_later_unknown_and_help(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    session = talk(monkeypatch, "?|Fictief B.V.|later|1-7-2026|380|weet ik niet", KLANT)
    assert "Een contract met de verkeerde naam" in capsys.readouterr().out
    assert session.case.answers[("klant", "kvk")] is State.LATER
    assert session.case.answers[("klant", "schade")] is State.UNKNOWN


def test_a_conversation_in_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    session = talk(monkeypatch, "2||1|3|Niet nodig, zegt hij.||De directeur|k", BACKUP)
    said = capsys.readouterr().out
    assert "Gaat er iets mis, dan zijn de gegevens definitief weg." in said
    assert session.case.decisions["geen-backup"].fields.values["naam"] == "De directeur"
    assert session.outcome is Outcome.READY


def test_the_end_of_the_input_stops_with_everything_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    session = talk(monkeypatch, "1", BACKUP)
    assert session.outcome is Outcome.STOPPED
    assert session.case.answers == {("backup", "maken"): "ja"}


def test_beside_the_customer_no_word_about_our_own_house(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers: dict[tuple[str, str], Value | State] = {
        ("klant", "naam"): "Fictief B.V.",
        ("klant", "kvk"): State.LATER,
        ("klant", "begin"): date(2026, 7, 1),
        ("klant", "prijs"): Decimal(380),
        ("klant", "schade"): State.UNKNOWN,
        ("klant", "gegevens"): (),
        ("klant", "deskundigheid"): "geen",
        ("klant", "contact"): Record("", {"naam": "Jan", "email": "jan@fictief.example"}),
        ("beheer", "systemen"): (Record("r1", {"naam": "A", "soort": "nas", "beheerder": "wij"}),),
        ("beheer", "hoofdsysteem"): "r1",
        ("beheer", "omschrijving"): "",
    }
    for customer in (False, True):
        session = KeptSession(
            library(KLANT, BEHEER), sitting=Filter(customer=customer), case=Case("proef", answers)
        )
        monkeypatch.setattr(sys, "stdin", io.StringIO("<<\n"))
        run(session, plain=True)
        said = capsys.readouterr().out
        assert ("prijs is erg laag" in said) is not customer
        assert ("Hoeveel verstand" in said) is not customer
