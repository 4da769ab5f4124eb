"""One sitting: what is saved, what a decision holds on to, and what stands beside a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest
from small_content import TODAY, answers, clause, library, risk, row

from generator.answers import Answers, Case
from generator.diagnostics import OutputError
from generator.document import Identity
from generator.expressions.ast import Path
from generator.findings import Status
from generator.interview import Filter
from generator.library import Library
from generator.sitting import Sitting
from generator.values import Record, State, Value

LIBRARY = library(
    {
        "clauses/algemeen/doel.md": clause(
            '1. Leverancier helpt {{ zaak.naam }}.\n{% if zaak.haast == "ja" %}\n2. Met haast, zie {{ artikel("algemeen/doel") }}.\n{% endif %}'
        ),
        "clauses/algemeen/haast.md": clause("1. Er is haast.", 'titel: Haast\nalleen_als: zaak.haast == "ja"'),
        "clauses/documenten/stuk.yaml": "document: stuk\ntitel: Overeenkomst\nvorm: overeenkomst\npoort: tekenen\nartikelen: [algemeen/doel, algemeen/haast]\n",
        "clauses/risicos/gevaar.md": risk(
            'alleen_als: zaak.haast == "ja"\nniveau: ernstig\nalternatieven: [{tekst: Wachten, per: maand}]',
            "Haast gaat mis.\n\n## Wat wij adviseren\n\nWacht nog even.",
        ),
        "clauses/risicos/eigen.md": risk(
            'titel: Onze eigen zaak\naard: intern\nalleen_als: zaak.kennis == "nee"\nniveau: let_op', ways="oplossen"
        ),
        "clauses/risicos/leek.md": risk(
            'titel: Leek\naard: context\nalleen_als: zaak.kennis == "ja"\nniveau: tip'
        ),
    }
)  # fmt: skip


@dataclass
class Kept:
    """A sitting with all it wrote: cases with their event, and what it remembered for other cases."""

    sitting: Sitting
    saved: list[tuple[Case, Mapping[str, object]]] = field(default_factory=list)
    remembered: list[tuple[Path, Value | State]] = field(default_factory=list)


def begin(
    given: Answers | None = None, *, customer: bool = False, full: bool = False, known: Library = LIBRARY
) -> Kept:
    saved: list[tuple[Case, Mapping[str, object]]] = []
    remembered: list[tuple[Path, Value | State]] = []

    def save(case: Case, event: Mapping[str, object]) -> None:
        if full:
            raise OutputError("De schijf is vol.", "Maak plaats.")
        saved.append((case, event))

    def remember(path: Path, value: Value | State) -> None:
        remembered.append((path, value))

    case, chosen = Case("proef", given or {}), Filter(customer=customer)
    return Kept(Sitting(known, case, TODAY, chosen, Identity(), save, remember), saved, remembered)


HASTE = ("zaak", "haast")
ACCEPTED = Record("", {"besluit": "aanvaard", "reden": "Het moet vandaag."})


# --- saving ----------------------------------------------------------------------------------------------------------


def test_an_answer_is_saved_with_what_was_asked_and_counts_at_once() -> None:
    kept = begin()
    kept.sitting.answer(HASTE, "ja")
    ((case, event),) = kept.saved
    assert case.answers[HASTE] == "ja"
    assert event == {"wat": "antwoord", "vraag": "zaak.haast"}
    assert kept.sitting.facts().value(HASTE) == "ja"
    assert [f.key for f in kept.sitting.findings()] == ["gevaar"]


def test_findings_are_looked_for_once_until_something_changes() -> None:
    sitting = begin(answers(haast="ja")).sitting
    assert sitting.findings() is sitting.findings()
    sitting.answer(HASTE, "nee")
    assert sitting.findings() == ()


def test_what_cannot_be_saved_did_not_happen() -> None:
    kept = begin(answers(haast="ja"), full=True)
    before = kept.sitting.case
    with pytest.raises(OutputError):
        kept.sitting.answer(HASTE, "nee")
    with pytest.raises(OutputError):
        kept.sitting.decide("gevaar", ACCEPTED)
    assert kept.sitting.case is before
    assert kept.sitting.facts().value(HASTE) == "ja"


def test_what_the_supplier_answers_once_is_remembered_when_it_is_ready() -> None:
    kept = begin()
    kept.sitting.answer(("zaak", "naam"), "Fict", ready=False)
    kept.sitting.answer(HASTE, "ja")
    assert kept.remembered == []
    kept.sitting.answer(("zaak", "naam"), "Fictief")
    assert kept.remembered == [(("zaak", "naam"), "Fictief")]


def test_an_answer_whose_question_is_hidden_is_put_aside() -> None:
    section = 'rubriek: zaak\ntitel: Zaak\nvragen:\n  - {id: haast, vraag: "Haast?", soort: keuze, opties: {ja: Ja, nee: Nee}}\n  - {id: naam, vraag: "Wie?", soort: tekst, alleen_als: haast == "ja"}\n'
    kept = begin(
        answers(haast="ja", naam="Fictief"), known=library({"questionnaires/rubrieken/zaak.yaml": section})
    )
    kept.sitting.answer(HASTE, "nee")
    assert dict(kept.sitting.case.answers) == {HASTE: "nee"}
    assert dict(kept.sitting.case.lapsed) == {"zaak.naam": "Fictief"}


# --- decisions -------------------------------------------------------------------------------------------------------


def test_a_decision_holds_on_to_what_it_was_about() -> None:
    kept = begin(answers(haast="ja"))
    kept.sitting.decide("gevaar", ACCEPTED)
    decision = kept.sitting.case.decisions["gevaar"]
    assert decision.held_for is not None
    assert dict(decision.held_for.facts) == {"zaak.haast": "ja"}
    assert kept.sitting.findings()[0].status is Status.ACCEPTED
    assert kept.saved[-1][1] == {"wat": "besluit", "melding": "gevaar"}


def test_a_decision_that_changes_the_words_of_its_own_finding_does_not_reopen_at_once() -> None:
    words = '{% if melding.soort == "huisregel" %}\nDit doen wij niet.\n{% endif %}'
    head = "niveau: [{niveau: stop, soort: huisregel}]"
    kept = begin(known=library({"clauses/risicos/gevaar.md": risk(head, words)}))
    deviation = Record(
        "", {"door": "D. Fictief", "reden": "Kort.", "vervangende_maatregel": "Slot.", "tot": TODAY}
    )
    kept.sitting.decide("gevaar", Record("", {"afwijking": deviation, "besluit": "aanvaard"}))
    (finding,) = kept.sitting.findings()
    assert (finding.stepped_down, finding.reopened, finding.status) == (True, False, Status.INCOMPLETE)


def test_an_empty_decision_takes_the_decision_away() -> None:
    kept = begin(answers(haast="ja"))
    kept.sitting.decide("gevaar", ACCEPTED)
    kept.sitting.decide("gevaar", Record("", {}))
    assert dict(kept.sitting.case.decisions) == {}
    assert kept.sitting.case.earlier["gevaar"].fields == ACCEPTED
    assert kept.sitting.findings()[0].status is Status.OPEN
    kept.sitting.decide("gevaar", Record("", {}))
    assert kept.sitting.case.earlier["gevaar"].fields == ACCEPTED


def test_a_decision_whose_finding_vanishes_is_put_aside_and_never_comes_back_by_itself() -> None:
    kept = begin(answers(haast="ja"))
    kept.sitting.decide("gevaar", ACCEPTED)
    kept.sitting.answer(HASTE, "nee")
    assert dict(kept.sitting.case.decisions) == {}
    assert kept.sitting.case.earlier["gevaar"].fields == ACCEPTED
    kept.sitting.answer(HASTE, "ja")
    assert kept.sitting.findings()[0].status is Status.OPEN
    assert "gevaar" in kept.sitting.case.earlier
    kept.sitting.decide("gevaar", ACCEPTED)
    assert dict(kept.sitting.case.earlier) == {}


def test_a_decision_stays_when_another_answer_changes() -> None:
    kept = begin(answers(haast="ja"))
    kept.sitting.decide("gevaar", ACCEPTED)
    kept.sitting.answer(("zaak", "kennis"), "ja")
    assert kept.sitting.case.decisions["gevaar"].fields == ACCEPTED
    assert dict(kept.sitting.case.earlier) == {}


def warned(day: date, **more: Value | State) -> Record:
    return Record("", {"besluit": "aanvaard", "gewaarschuwd": (row("r1", datum=day, hoe="brief", **more),)})


def test_the_day_on_which_a_warning_was_recorded_is_filled_in_once_and_never_changed() -> None:
    kept = begin(answers(haast="ja"))
    kept.sitting.decide("gevaar", warned(TODAY))
    rows = kept.sitting.case.decisions["gevaar"].fields.values["gewaarschuwd"]
    assert rows == (row("r1", datum=TODAY, hoe="brief", vastgelegd_op=TODAY),)
    before = date(2026, 11, 9)
    kept.sitting.decide("gevaar", warned(before, vastgelegd_op=before))
    rows = kept.sitting.case.decisions["gevaar"].fields.values["gewaarschuwd"]
    assert rows == (row("r1", datum=before, hoe="brief", vastgelegd_op=before),)


def test_a_warning_that_is_still_to_come_is_refused() -> None:
    kept = begin(answers(haast="ja"))
    with pytest.raises(OutputError, match="toekomst"):
        kept.sitting.decide("gevaar", warned(date(2026, 11, 22)))
    assert kept.saved == []


# --- what is told about a finding ------------------------------------------------------------------------------------


def test_a_finding_is_told_with_what_can_happen_and_what_we_advise() -> None:
    kept = begin(answers(haast="ja"))
    told = kept.sitting.finding_text(kept.sitting.findings()[0])
    assert (told.can_happen, told.advice) == ("Haast gaat mis.", "Wacht nog even.")
    assert told.alternatives == (("Wachten", ""),)
    assert told.lacking == ()


def test_once_decided_it_is_told_with_the_prices_offered_and_what_still_lacks() -> None:
    offered = (
        row("r1", omschrijving="Beheerde firewall", prijs=Decimal("45.00"), per="maand"),
        row("r2", omschrijving="Wachten", prijs=State.OPEN),
        row("r3", omschrijving="Niets doen", prijs=Decimal(0)),
    )
    kept = begin(answers(haast="ja"))
    kept.sitting.decide("gevaar", Record("", {"besluit": "aanvaard", "alternatieven": offered}))
    told = kept.sitting.finding_text(kept.sitting.findings()[0])
    assert [(what, price.replace("\u00a0", " ")) for what, price in told.alternatives] == [
        ("Beheerde firewall", "€ 45,00 per maand"),
        ("Wachten", ""),
        ("Niets doen", "€ 0,00"),
    ]
    assert told.lacking == ("Vraag de reden.", "Waarschuw nog eens.")


# --- beside the question ---------------------------------------------------------------------------------------------


def test_the_paper_can_be_read_so_far() -> None:
    assert "Leverancier helpt Fictief." in begin(answers(naam="Fictief")).sitting.preview()


def test_without_a_paper_it_says_so() -> None:
    known = library(
        {
            "questionnaires/proef.yaml": "vragenlijst: proef\ntitel: Proef\nrubrieken: [zaak]\ndocumenten: [{id: stuk, alleen_als: 'zaak.haast == \"ja\"'}]\n"
        }
    )
    assert begin(known=known).sitting.preview() == "Er is nog geen stuk om te lezen."


def test_beside_a_question_stands_what_the_paper_would_say_with_this_answer() -> None:
    sitting = begin(answers(naam="Fictief")).sitting
    assert sitting.clause_beside(HASTE, "ja") == (
        "Proef\nLeverancier helpt Fictief. Met haast, zie artikel ….\n\nHaast\nEr is haast."
    )
    assert sitting.clause_beside(HASTE, "nee") == "Proef\nLeverancier helpt Fictief."
    assert sitting.facts().value(HASTE) is State.OPEN


def test_beside_a_question_that_no_paper_reads_stands_nothing() -> None:
    assert begin().sitting.clause_beside(("zaak", "prijs"), Decimal(45)) is None


def test_an_answer_that_raises_a_risk_says_what_can_happen() -> None:
    sitting = begin().sitting
    assert sitting.risk_text(HASTE, "ja", "nee") == "Er is een risico. Haast gaat mis."
    assert sitting.risk_text(HASTE, "nee", "ja") is None
    assert sitting.risk_text(HASTE, "ja", "ja") is None
    assert sitting.risk_text(("zaak", "prijs"), Decimal(45), State.OPEN) is None


@pytest.mark.parametrize("customer", [True, False])
def test_our_own_affairs_are_never_told_beside_a_question(customer: bool) -> None:
    sitting = begin(customer=customer).sitting
    assert sitting.risk_text(("zaak", "kennis"), "nee", State.OPEN) is None


def test_what_waits_for_an_answer_is_left_out_with_the_words_that_announce_it() -> None:
    text = """Haast gaat mis. Dit kost het:

{% if zaak.prijs is bekend %}
Het kost {{ zaak.prijs | euro }}.
{% endif %}

Bel {{ zaak.naam }}.

Let op:"""
    known = library(
        {"clauses/risicos/gevaar.md": risk('alleen_als: zaak.haast == "ja"\nniveau: ernstig', text)}
    )
    sitting = begin(known=known).sitting
    assert sitting.risk_text(HASTE, "ja", "nee") == "Er is een risico. Haast gaat mis. Let op:"


def test_what_only_changes_other_risks_is_never_shown_beside_a_question() -> None:
    assert begin().sitting.risk_text(("zaak", "kennis"), "ja", State.OPEN) is None
