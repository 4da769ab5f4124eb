"""A finding as the record that clauses and conditions read."""

from decimal import Decimal

from small_content import TODAY, decided, library

from generator.findings import Finding, Lack, Status, Substantiation
from generator.library import Aspect, Level, StopKind
from generator.melding import as_record, decision_record, taken_record
from generator.values import Record, State

NONE = Record("", {})


def test_a_bare_finding_leaves_open_nothing_that_a_clause_may_ask() -> None:
    bare = Finding("gevaar", "gevaar", "Geen firewall", "", Aspect.MATTER, Level.SERIOUS, Status.OPEN)
    record = as_record(bare, NONE)
    assert record.id == "gevaar"
    assert not [name for name, value in record.values.items() if value is State.OPEN]
    assert {k for k, v in record.values.items() if v is State.NOT_ASKED} == {
        "regel",
        "soort",
        "voor",
        "record_naam",
    }
    assert record.values["maatregel"] == "Geen firewall"
    assert (record.values["niveau"], record.values["status"]) == ("ernstig", "open")


def test_a_full_finding_tells_what_it_is_about_and_what_lacks() -> None:
    full = Finding(
        "gevaar/mfa",
        "gevaar",
        "Geen tweede stap",
        "inloggen in twee stappen",
        Aspect.MATTER,
        Level.STOP,
        Status.INCOMPLETE,
        rule="R-08",
        stop_kind=StopKind.HOUSE,
        heightened=True,
        record="mfa",
        record_name="Inloggen",
        substantiation=Substantiation(("Op papier.",), (Lack("Reden.", "Vraag hem.", gate=True),)),
    )
    values = as_record(full, NONE).values
    assert (values["regel"], values["soort"], values["voor"]) == ("R-08", "huisregel", "mfa")
    assert (values["maatregel"], values["record_naam"]) == ("inloggen in twee stappen", "Inloggen")
    assert values["verzwaard"] is True
    assert values["ontbreekt"] == (Record("0", {"tekst": "Reden.", "doen": "Vraag hem."}),)
    assert values["aanwezig_feiten"] == (Record("0", {"tekst": "Op papier."}),)


def test_a_finding_on_a_decision_is_about_that_finding() -> None:
    about = Finding(
        "mager@gevaar", "mager", "Mager", "", Aspect.FILE, Level.NOTICE, Status.OPEN, about="gevaar"
    )
    assert as_record(about, NONE).values["voor"] == "gevaar"


def test_a_decision_carries_its_figures_beside_its_own_fields() -> None:
    record = decision_record(decided("aanvaard", reden="Te duur"), TODAY, ("te duur",))
    assert (record.values["besluit"], record.values["reden_woorden"]) == ("aanvaard", Decimal(2))
    assert record.values["reden_mager"] is True


def test_without_decision_its_fields_are_open_and_with_one_they_are_unknown() -> None:
    fields = library().decision.questions
    assert "herzien_op" not in taken_record(None, fields, TODAY, ()).values
    taken = taken_record(decided("later"), fields, TODAY, ())
    assert (taken.values["besluit"], taken.values["herzien_op"]) == ("later", State.UNKNOWN)
