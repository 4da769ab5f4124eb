"""Conversations over the real library: what is offered, confirmed, withdrawn, taken up again and gone on with."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path as File

import pytest
from screens import typing

from generator.alternatives import priced
from generator.answers import Case, Decision
from generator.answers_file import read_case
from generator.document import Identity
from generator.findings import Finding, Status
from generator.interview import Filter
from generator.library import Library
from generator.loading.load import load_library
from generator.sitting import Sitting
from generator.terminal.run import run
from generator.values import Record, State

KEY = "wijziging-zonder-backup"
PLAN = ("backup", "voor_wijziging")
TODAY = date(2026, 11, 21)
STOP, END, HOME = "\x03", "\x1b[F", "\x1b[H"
EXAMPLE = File(__file__).parents[2] / "examples" / "huisarts-agenda.yaml"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@dataclass
class Prices:
    """What the profile remembers, in memory."""

    rows: dict[str, tuple[Record, ...]] = field(default_factory=dict)

    def known(self, key: str) -> tuple[Record, ...]:
        return self.rows.get(key, ())

    def keep(self, key: str, rows: tuple[Record, ...]) -> None:
        self.rows[key] = rows


def sitting(library: Library, *, decided: bool = True, prices: Prices | None = None) -> Sitting:
    case = read_case(EXAMPLE.read_text(encoding="utf-8"), library, EXAMPLE.name, today=TODAY)
    decision = case.decisions[KEY]
    begun = replace(case, decisions={})

    def save(_case: Case, _event: Mapping[str, object]) -> None:
        return

    made = Sitting(library, begun, TODAY, Filter(), Identity(), save, lambda _path, _value: None, prices)
    if decided:
        made.decide(KEY, decision.fields)
    return made


def finding(session: Sitting) -> Finding:
    return next(f for f in session.findings() if f.key == KEY)


def rows_of(session: Sitting) -> tuple[Record, ...]:
    """The alternatives of its decision."""
    return priced(session.case.decisions[KEY].fields.values["alternatieven"])


def typed(session: Sitting, keys: str) -> Sitting:
    with typing(keys):
        run(session)
    return session


def test_a_decision_whose_facts_changed_says_why_and_is_confirmed_with_two_keys(library: Library) -> None:
    session = sitting(library)
    assert finding(session).status is Status.ACCEPTED
    session.answer(PLAN, "geen")
    assert finding(session).status is Status.OPEN
    (why,) = session.finding_text(finding(session)).changed
    assert why.startswith("Wat doet u voordat u een update")
    assert why.endswith("Eerst: De klant zegt dat er een back-up is. Nu: Niets.")
    typed(session, "\r\rk")
    assert finding(session).status is Status.ACCEPTED
    assert session.finding_text(finding(session)).changed == ()


def test_other_words_about_a_risk_reopen_a_decision_too(library: Library) -> None:
    session = sitting(library)
    session.answer(("klus", "verlies_bij_mislukken"), "Alles.")
    assert session.finding_text(finding(session)).changed == ("De uitleg bij dit risico is veranderd.",)


def test_a_decision_is_withdrawn_and_taken_up_again(library: Library) -> None:
    session = sitting(library)
    before = session.case.decisions[KEY].fields
    typed(session, HOME + "\r" + END + "\r" + STOP)
    assert KEY not in session.case.decisions
    assert finding(session).status is Status.OPEN
    typed(session, "\r" + HOME + "\r" + STOP)
    assert session.case.decisions[KEY].fields == before
    assert dict(session.case.earlier) == {}


def test_a_decision_put_aside_is_offered_and_never_comes_back_by_itself(library: Library) -> None:
    session = sitting(library)
    decision = session.case.decisions[KEY]
    session.case = replace(session.case, decisions={}, earlier={KEY: Decision(decision.fields)})
    assert typed(session, "\r" + STOP).case.decisions == {}
    typed(session, "\rdk" + STOP)
    assert session.case.decisions[KEY].fields == decision.fields


def test_alternatives_are_offered_with_the_price_of_the_last_time_and_never_taken_by_themselves(
    library: Library,
) -> None:
    prices = Prices()
    sitting(library, prices=prices)
    assert [r.values["prijs"] for r in prices.rows[KEY]] == [Decimal("285.00"), Decimal("142.50")]
    session = typed(sitting(library, decided=False, prices=prices), "\rd" + STOP)
    assert "alternatieven" not in session.case.decisions[KEY].fields.values
    typed(session, "2k" + STOP)
    (row,) = rows_of(session)
    assert dict(row.values) == {
        "omschrijving": "De bestaande back-up nu controleren",
        "prijs": Decimal("142.50"),
        "per": "eenmalig",
    }


def test_a_price_that_is_not_known_is_asked(library: Library) -> None:
    session = typed(sitting(library, decided=False), "\rd1285\rk" + STOP)
    (row,) = rows_of(session)
    assert row.values["prijs"] == Decimal(285)


def test_a_conversation_broken_off_is_where_the_program_goes_on(library: Library) -> None:
    session = sitting(library)
    fields = dict(session.case.decisions[KEY].fields.values)
    del fields["uitleg_aan"]
    session.decide(KEY, Record("", fields))
    typed(session, "De directeur\r" + STOP)
    assert session.case.decisions[KEY].fields.values["uitleg_aan"] == "De directeur"


def test_esc_at_a_question_chosen_from_the_review_leads_back_there(library: Library) -> None:
    session = sitting(library, decided=False)
    typed(session, "\ro\x1b[Z\rdk" + STOP)
    assert session.case.answers[PLAN] == "klant_verklaart"
    assert session.case.decisions[KEY].fields.values["besluit"] == "aanvaard"


def test_what_waits_for_an_answer_is_left_out_with_the_words_that_announce_it(library: Library) -> None:
    session = sitting(library, decided=False)
    lost = ("klus", "verlies_bij_mislukken")
    assert (
        "U bent dan dit kwijt (‘wij’ bent u hier zelf):\nHet rooster"
        in session.finding_text(finding(session)).can_happen
    )
    session.answer(lost, State.OPEN)
    said = session.finding_text(finding(session)).can_happen
    assert "Dan zijn de gegevens weg.\n" in said
    assert "kwijt" not in said
    assert "[" not in said


def test_our_own_affairs_are_no_warning_beside_a_question(library: Library) -> None:
    case = Case("it-beheer", {("opdracht", "fase"): "nieuw"})
    session = Sitting(library, case, TODAY, Filter(), Identity(), lambda _c, _e: None, lambda _p, _v: None)
    fase = ("opdracht", "fase")
    assert session.risk_text(fase, "wij_werken_al_zonder_papier", "nieuw") is None
    session.answer(fase, "wij_werken_al_zonder_papier")
    assert "al-begonnen" in {f.key for f in session.findings()}


def test_who_told_whom_is_taken_over_from_the_conversation_before(library: Library) -> None:
    from generator.terminal.deciding import rows_before, told_before

    session = sitting(library)
    other = replace(finding(session), key="een-ander")
    told = told_before(session, other)
    assert told is not None
    assert told.values["uitleg_aan"] == "H. Huisarts (verzonnen)"
    assert not told.values.keys() & {"reden", "reden_bron", "alternatieven", "besluit"}
    rows = rows_before(session, other)["gewaarschuwd"]
    assert len(rows) == 2
    assert not any("vastgelegd_op" in r.values for r in rows)


def test_the_safe_way_is_no_warning_and_the_unsafe_one_is(library: Library) -> None:
    session = sitting(library, decided=False)
    assert session.risk_text(PLAN, "leverancier_maakt_en_test", State.OPEN) is None
    assert str(session.risk_text(PLAN, "geen", State.OPEN)).startswith("Een riskante klus")
    assert str(session.risk_text(PLAN, "geen", "leverancier_maakt_en_test")).startswith("Een riskante klus")
