"""What holds a paper up, and what it says about that itself."""

from dataclasses import replace

import pytest

from generator.diagnostics import Position
from generator.document import Article, Blank, Document, Paragraph, Text, Undecided
from generator.findings import Finding, Status
from generator.gates import STILL_WORKING, holds_up, on_paper
from generator.library import Aspect, Form, Gate, Level, Outline, StopKind

FINDING = Finding("gevaar", "gevaar", "Geen firewall", "", Aspect.MATTER, Level.SERIOUS, Status.OPEN)
LAW = replace(FINDING, level=Level.STOP, stop_kind=StopKind.LAW, title="De klant is een particulier")
OURS = replace(FINDING, key="eigen", risk="eigen", aspect=Aspect.INTERNAL, title="Ons maximum is te hoog")


def paper(*blocks: Paragraph | Undecided, finding: str | None = None) -> Document:
    article = Article("a", "a", 1, "", (), blocks)
    return Document(
        "stuk", "stuk", (), Form.CONTRACT, Gate.SIGN, "",
        internal=False, author="", articles=(article,), finding=finding,
    )  # fmt: skip


def outline(gate: Gate, *about: str) -> Outline:
    return Outline("stuk", (), gate, Form.CONTRACT, Position("stuk.yaml"), about or ("alle",))


def reasons(gate: Gate, *findings: Finding, about: str = "alle", made: Document | None = None) -> list[str]:
    return [h.text for h in holds_up(made or paper(), outline(gate, *about.split()), findings)]


def blank(label: str, *, holds: bool = True) -> Paragraph:
    return Paragraph((Text("Naam: "), Blank(label, None, holds)))


@pytest.mark.parametrize("gate", list(Gate))
def test_a_blank_holds_up_every_paper_and_is_named_once(gate: Gate) -> None:
    made = paper(blank("Kvk-nummer"), blank("Kvk-nummer"), blank("Naam"))
    assert reasons(gate, made=made) == ["Nog invullen: Kvk-nummer", "Nog invullen: Naam"]


@pytest.mark.parametrize("gate", list(Gate))
def test_a_blank_for_signing_holds_nothing_up(gate: Gate) -> None:
    assert reasons(gate, made=paper(blank("Plaats", holds=False))) == []


@pytest.mark.parametrize("gate", list(Gate))
def test_a_block_that_is_still_open_holds_up_every_paper_by_its_questions(gate: Gate) -> None:
    made = paper(Undecided(("Is er haast?", "Wie betaalt?")), Undecided(("Is er haast?",)))
    assert reasons(gate, made=made) == ["Nog beantwoorden: Is er haast?", "Nog beantwoorden: Wie betaalt?"]


def test_a_free_paper_goes_out_whatever_the_risks_are() -> None:
    assert reasons(Gate.FREE, FINDING, LAW) == []


@pytest.mark.parametrize(("gate", "held"), [(Gate.FREE, False), (Gate.OFFER, True), (Gate.SIGN, True)])
def test_answers_that_contradict_hold_up_what_is_offered_or_signed(gate: Gate, *, held: bool) -> None:
    found = holds_up(paper(), outline(gate), (), contradictions=["Het einde ligt voor het begin."])
    assert [h.text for h in found] == ["Het einde ligt voor het begin."] * held
    assert on_paper(found) == (STILL_WORKING,) * held


def test_a_stop_that_only_keeps_work_from_starting_lets_the_offer_go() -> None:
    begin = replace(LAW, only_starting=True)
    assert reasons(Gate.OFFER, begin) == []
    assert reasons(Gate.SIGN, begin) == reasons(Gate.SIGN, LAW) != []


def test_an_offer_waits_only_for_a_stop_of_the_law() -> None:
    others = [replace(LAW, stop_kind=kind) for kind in (StopKind.PROFESSION, StopKind.HOUSE)]
    assert reasons(Gate.OFFER, FINDING, *others) == []
    assert reasons(Gate.OFFER, LAW) == ["Stop: De klant is een particulier: nog niet beslist"]
    assert reasons(Gate.OFFER, replace(LAW, status=Status.SOLVED)) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.OPEN, ["Geen firewall: nog niet beslist"]),
        (Status.INCOMPLETE, ["Geen firewall: het besluit is nog niet compleet"]),
        (Status.REFUSED, ["Geen firewall: dit nemen wij zo niet aan"]),
        (Status.LATER, []),
        (Status.OUT_OF_SCOPE, []),
        (Status.ACCEPTED, []),
        (Status.BOARD, []),
        (Status.SOLVED, []),
    ],
)
def test_signing_waits_until_a_serious_risk_is_decided_on(status: Status, expected: list[str]) -> None:
    assert reasons(Gate.SIGN, replace(FINDING, status=status)) == expected


def test_signing_waits_for_nothing_light_and_for_no_context() -> None:
    light = [replace(FINDING, level=level) for level in (Level.TIP, Level.NOTICE)]
    assert reasons(Gate.SIGN, *light, replace(FINDING, aspect=Aspect.CONTEXT)) == []


def test_a_risk_of_one_record_names_it_unless_its_title_does() -> None:
    of_record = replace(FINDING, key="gevaar/r1", record_name="Server")
    assert reasons(Gate.SIGN, of_record) == ["Geen firewall (Server): nog niet beslist"]
    titled = replace(of_record, title="Geen firewall op Server")
    assert reasons(Gate.SIGN, titled) == ["Geen firewall op Server: nog niet beslist"]


ONE = replace(FINDING, key="gevaar/r1")
OTHER = replace(FINDING, key="gevaar/r2", title="Geen virusscanner")
HANGS_ON_ONE = replace(FINDING, key="mager@gevaar/r1", risk="mager", title="De reden is te mager",
                       aspect=Aspect.FILE, about="gevaar/r1")  # fmt: skip


def test_a_paper_about_one_finding_waits_for_that_one_and_what_hangs_on_it() -> None:
    found = reasons(Gate.SIGN, ONE, OTHER, HANGS_ON_ONE, about="eigen", made=paper(finding="gevaar/r1"))
    assert found == ["Geen firewall: nog niet beslist", "De reden is te mager: nog niet opgelost"]


def test_a_paper_about_its_own_finding_that_was_made_for_none_waits_for_none() -> None:
    assert reasons(Gate.SIGN, ONE, OTHER, about="eigen") == []


def test_a_paper_about_named_risks_waits_for_those_and_what_hangs_on_them() -> None:
    found = reasons(Gate.SIGN, ONE, HANGS_ON_ONE, OURS, about="gevaar overig")
    assert found == ["Geen firewall: nog niet beslist", "De reden is te mager: nog niet opgelost"]
    assert reasons(Gate.SIGN, ONE, OURS, about="overig") == []


def test_a_paper_about_everything_waits_for_everything() -> None:
    assert len(reasons(Gate.SIGN, ONE, OTHER, HANGS_ON_ONE, OURS)) == 4


def test_the_paper_itself_tells_the_customer_only_what_he_may_read() -> None:
    held = holds_up(paper(blank("Naam")), outline(Gate.SIGN), [FINDING, OURS, HANGS_ON_ONE])
    assert [h.public for h in held] == [True, True, False, False]
    assert [h.finding for h in held] == [None, "gevaar", "eigen", "mager@gevaar/r1"]
    expected = ("Nog invullen: Naam", "Geen firewall: nog niet beslist", STILL_WORKING)
    assert on_paper(held) == expected


def test_a_paper_held_up_by_our_own_affairs_says_only_that_we_work_on_it() -> None:
    assert on_paper(holds_up(paper(), outline(Gate.SIGN), [OURS])) == (STILL_WORKING,)


def test_a_paper_that_nothing_holds_up_says_nothing() -> None:
    assert on_paper(()) == ()
