"""What is offered besides the risk: what the risk proposes, at the price of this deal or of the last time."""

from collections.abc import Mapping
from decimal import Decimal

from small_content import BASE, answers, facts_of, findings_of, library, risk, row

from generator.alternatives import offered, price_key, priced
from generator.library import Library
from generator.values import Record, State, Value

WITH_PRICES = BASE["questionnaires/rubrieken/zaak.yaml"].replace(
    "    opties: {inbegrepen: Ja, afgewezen: Nee}\n",
    '    opties: {inbegrepen: Ja, afgewezen: Nee}\n    velden: [{id: prijs, vraag: "Prijs?", soort: bedrag}]\n',
)
OFFERS = "alternatieven: [{tekst: Beheerde firewall, per: maand}, Losse firewall]"


def with_risk(head: str) -> Library:
    return library(
        {
            "questionnaires/rubrieken/zaak.yaml": WITH_PRICES,
            "clauses/risicos/gevaar.md": risk(f"{head}\nniveau: ernstig\n{OFFERS}"),
        }
    )


MATRIX = with_risk('voor_elke: m in zaak.maatregelen if m.keuze == "afgewezen"')
LIST = with_risk('voor_elke: b in zaak.bronnen if b.maker == "niemand"')
PLAIN = with_risk('alleen_als: zaak.haast == "ja"')
SOURCES = (row("r1", naam="Post", maker="niemand"),)


def told(
    known: Library, given: Mapping[tuple[str, ...], Value | State], *before: Record
) -> list[dict[str, Value | State]]:
    (finding,) = findings_of(known, given).values()
    rows = offered(finding, facts_of(known, given), before)
    assert [r.id for r in rows] == [f"r{n}" for n in range(1, len(rows) + 1)]
    return [dict(r.values) for r in rows]


def measure(**fields: Value | State) -> Mapping[tuple[str, ...], Value | State]:
    return answers(maatregelen=(row("firewall", keuze="afgewezen", **fields),))


FIRST: dict[str, Value | State] = {"omschrijving": "Beheerde firewall", "per": "maand"}
SECOND: dict[str, Value | State] = {"omschrijving": "Losse firewall"}


def test_a_risk_offers_its_alternatives_in_order_without_a_price_until_one_is_known() -> None:
    assert told(PLAIN, answers(haast="ja")) == [FIRST, SECOND]


def test_the_price_in_the_row_of_the_measure_is_the_price_of_the_first_alternative() -> None:
    assert told(MATRIX, measure(prijs=Decimal(45))) == [{**FIRST, "prijs": Decimal(45)}, SECOND]


def test_a_price_of_the_last_time_returns_with_its_unit() -> None:
    last = row("r9", omschrijving="Losse firewall", prijs=Decimal(300), per="maand")
    assert told(MATRIX, measure(), last)[1] == {**SECOND, "prijs": Decimal(300), "per": "maand"}


def test_the_price_of_this_deal_goes_before_that_of_the_last_time() -> None:
    last = row("r9", omschrijving="Beheerde firewall", prijs=Decimal(99))
    assert told(MATRIX, measure(prijs=Decimal(45)), last)[0]["prijs"] == Decimal(45)
    assert told(MATRIX, measure(prijs=State.OPEN), last)[0]["prijs"] == Decimal(99)


def test_what_was_offered_in_other_words_is_offered_again_after_the_risks_own() -> None:
    other = row("r9", omschrijving="Iets anders", prijs=Decimal(10))
    nameless = row("r8", omschrijving=State.OPEN, prijs=Decimal(10))
    assert told(LIST, answers(bronnen=SOURCES), other, nameless)[2:] == [
        {"omschrijving": "Iets anders", "prijs": Decimal(10)}
    ]


def test_prices_are_remembered_per_row_of_a_matrix_and_per_risk_otherwise() -> None:
    for known, given, key in (
        (MATRIX, measure(), "gevaar/firewall"),
        (LIST, answers(bronnen=SOURCES), "gevaar"),
        (PLAIN, answers(haast="ja"), "gevaar"),
    ):
        (finding,) = findings_of(known, given).values()
        assert price_key(finding, facts_of(known, given)) == key


def test_only_rows_with_words_and_a_price_are_worth_remembering() -> None:
    whole = row("r1", omschrijving="Firewall", prijs=Decimal(0))
    bare, nameless = row("r2", omschrijving="Firewall"), row("r3", prijs=Decimal(1))
    assert priced((whole, bare, nameless)) == (whole,)
    assert priced(None) == priced(State.OPEN) == ()
