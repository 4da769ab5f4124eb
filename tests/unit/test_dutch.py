"""What people type in Dutch, and what they read back."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Position
from generator.dutch import Rejection, apply_filter, document_form, echo, joined, read, shown
from generator.library import Choice, Kind, Question
from generator.values import Duration, Frequency, Record, State, Unit

HERE = Position("questionnaires/rubrieken/proef.yaml")
MAKERS = (
    Choice("leverancier", "Wij", "Leverancier"),
    Choice("klant", "De klant zelf", "Klant"),
    Choice("derde", "Een andere partij", "een derde"),
    Choice("niemand", "Niemand", "niemand"),
)


def question(kind: Kind, **more: object) -> Question:
    return Question(id="proef", kind=kind, text="Proef?", position=HERE, **more)  # type: ignore[arg-type]


def refused(kind: Kind, text: str) -> str:
    answer = read(question(kind), text)
    assert isinstance(answer, Rejection), answer
    assert "ongeldig" not in answer.message.casefold()
    assert answer.message.endswith((".", "?"))
    assert answer.remedy
    return answer.message


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("380", "380"),
        ("€ 380", "380"),
        ("€380,-", "380"),
        ("10,-", "10"),
        ("10,--", "10"),
        ("EUR 10", "10"),
        ("10 euro", "10"),
        ("1.250,50", "1250.50"),
        ("1250,50", "1250.50"),
        ("€\N{NO-BREAK SPACE}1.250,50", "1250.50"),
        ("1.250", "1250"),
        ("0", "0"),
        ("999.000.000", "999000000"),
    ],
)
def test_money_is_read_as_dutch_people_write_it(text: str, amount: str) -> None:
    assert read(question(Kind.MONEY), text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1250.50", "Bedoelt u €\N{NO-BREAK SPACE}1.250,50? Gebruik een komma voor de centen."),
        ("12.50", "Bedoelt u €\N{NO-BREAK SPACE}12,50? Gebruik een komma voor de centen."),
        ("1,250.50", "Bedoelt u €\N{NO-BREAK SPACE}1.250,50? Gebruik een komma voor de centen."),
        ("1,250", "Bedoelt u €\N{NO-BREAK SPACE}1.250,00? Gebruik een punt voor de duizendtallen."),
        ("12,5", "Bedoelt u €\N{NO-BREAK SPACE}12,50? Schrijf de centen met twee cijfers."),
    ],
)
def test_money_that_could_mean_two_things_is_asked_back(text: str, message: str) -> None:
    assert refused(Kind.MONEY, text) == message


@pytest.mark.parametrize(
    "text", ["1e3", "1.250,505", "-5", "١٢", "€", "abc", "1.000.000.000", "12.34.56", "1.25,0"]
)
def test_money_that_is_no_money_is_refused_with_an_example(text: str) -> None:
    refused(Kind.MONEY, text)


@pytest.mark.parametrize(
    ("kind", "text", "number"),
    [
        (Kind.NUMBER, "12", "12"),
        (Kind.NUMBER, "1.250", "1250"),
        (Kind.NUMBER, "1,5", "1.5"),
        (Kind.NUMBER, "twaalf", "12"),
        (Kind.PERCENTAGE, "21", "21"),
        (Kind.PERCENTAGE, "21 %", "21"),
        (Kind.PERCENTAGE, "2,5%", "2.5"),
        (Kind.PERCENTAGE, "100 procent", "100"),
    ],
)
def test_numbers_and_percentages(kind: Kind, text: str, number: str) -> None:
    assert read(question(kind), text) == Decimal(number)


@pytest.mark.parametrize(
    ("kind", "text", "part"),
    [
        (Kind.NUMBER, "12.5", "Bedoelt u 12,5?"),
        (Kind.NUMBER, "1,250", "Bedoelt u 1.250?"),
        (Kind.NUMBER, "-1", "zonder minteken"),
        (Kind.NUMBER, "10,-", "bijvoorbeeld 12"),
        (Kind.NUMBER, "veel", "‘veel’"),
        (Kind.NUMBER, "9999999999", "cijfer te veel"),
        (Kind.PERCENTAGE, "101", "meer dan het geheel"),
    ],
)
def test_numbers_that_are_refused(kind: Kind, text: str, part: str) -> None:
    assert part in refused(kind, text)


@pytest.mark.parametrize(
    "text",
    ["1 juli 2026", "1 jul. 2026", "01-07-2026", "1/7/2026", "1.7.2026", "2026-07-01", "1 Juli 2026", "woensdag 1 juli 2026", "wo 1 juli 2026", "1-jul-2026", "1e juli 2026"],
)  # fmt: skip
def test_dates_are_read_in_every_dutch_form(text: str) -> None:
    assert read(question(Kind.DATE), text) == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1-7-26", "vier cijfers"),
        ("1 juli '26", "vier cijfers"),
        ("1 juli", "Zet het jaar erbij, bijvoorbeeld 1 juli 2026"),
        ("31 februari 2026", "Februari 2026 heeft 28 dagen"),
        ("29-02-2027", "28 dagen"),
        ("0-1-2026", "31 dagen"),
        ("7/13/2026", "Bedoelt u 13 juli 2026?"),
        ("1-32-2026", "12 maanden"),
        ("1 juli 1826", "1826 ligt niet tussen"),
        ("maandag 1 juli 2026", "1 juli 2026 is een woensdag"),
        ("1 brumaire 2026", "bijvoorbeeld 1 juli 2026"),
        ("binnenkort", "bijvoorbeeld 1 juli 2026"),
        ("1 juli 20266", "vier cijfers"),
    ],
)
def test_dates_that_are_refused_say_what_to_write(text: str, part: str) -> None:
    assert part in refused(Kind.DATE, text)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("4 uur", 4, Unit.HOUR),
        ("vier uur", 4, Unit.HOUR),
        ("één dag", 1, Unit.DAY),
        ("30 min", 30, Unit.MINUTE),
        ("30m", 30, Unit.MINUTE),
        ("1 werkdag", 1, Unit.WORKDAY),
        ("8 kantooruren", 8, Unit.OFFICE_HOUR),
        ("binnen 2 weken", 2, Unit.WEEK),
        ("3 mnd", 3, Unit.MONTH),
        ("2 jaar", 2, Unit.YEAR),
        ("1,5 uur", 90, Unit.MINUTE),
        ("anderhalf jaar", 18, Unit.MONTH),
        ("een half uur", 30, Unit.MINUTE),
        ("half jaar", 6, Unit.MONTH),
        ("een kwartier", 15, Unit.MINUTE),
        ("kwartaal", 3, Unit.MONTH),
        ("2 kwartalen", 6, Unit.MONTH),
        ("0 uur", 0, Unit.HOUR),
    ],
)
def test_durations(text: str, amount: int, unit: Unit) -> None:
    assert read(question(Kind.DURATION), text) == Duration(amount, unit)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("4", "4 uur"),
        ("vier", "vier uur"),
        ("snel", "bijvoorbeeld 4 uur"),
        ("2,5 dagen", "hele dagen"),
        ("-1 uur", "bijvoorbeeld 4 uur"),
        ("wat uur", "‘wat’ is geen getal"),
        ("999999999 uur", "cijfer te veel"),
        ("1234567890123 uur", "geen getal"),
        ("45 seconden", "bijvoorbeeld 4 uur"),
    ],
)
def test_durations_that_are_refused(text: str, part: str) -> None:
    assert part in refused(Kind.DURATION, text)


@pytest.mark.parametrize(
    ("text", "frequency", "dutch"),
    [
        ("dagelijks", Frequency(1, Unit.DAY), "elke dag"),
        ("elke nacht", Frequency(1, Unit.DAY), "elke dag"),
        ("elk uur", Frequency(1, Unit.HOUR), "elk uur"),
        ("elke 4 uur", Frequency(1, Unit.HOUR, 4), "elke 4 uur"),
        ("iedere vier uur", Frequency(1, Unit.HOUR, 4), "elke 4 uur"),
        ("2 keer per week", Frequency(2, Unit.WEEK), "2 keer per week"),
        ("tweemaal per week", Frequency(2, Unit.WEEK), "2 keer per week"),
        ("2x per week", Frequency(2, Unit.WEEK), "2 keer per week"),
        ("1 per dag", Frequency(1, Unit.DAY), "elke dag"),
        ("1 per 4 uur", Frequency(1, Unit.HOUR, 4), "elke 4 uur"),
        ("3 keer per 2 weken", Frequency(3, Unit.WEEK, 2), "3 keer per 2 weken"),
        ("kwartaal", Frequency(1, Unit.MONTH, 3), "elk kwartaal"),
        ("elk kwartaal", Frequency(1, Unit.MONTH, 3), "elk kwartaal"),
        ("elk half jaar", Frequency(1, Unit.MONTH, 6), "elk half jaar"),
        ("om de dag", Frequency(1, Unit.DAY, 2), "elke 2 dagen"),
        ("jaarlijks", Frequency(1, Unit.YEAR), "elk jaar"),
        ("op werkdagen", Frequency(1, Unit.WORKDAY), "elke werkdag"),
        ("eens per maand", Frequency(1, Unit.MONTH), "elke maand"),
    ],
)
def test_frequencies_read_and_shown(text: str, frequency: Frequency, dutch: str) -> None:
    assert read(question(Kind.FREQUENCY), text) == frequency
    assert shown(frequency, Kind.FREQUENCY) == dutch
    assert read(question(Kind.FREQUENCY), dutch) == frequency


@pytest.mark.parametrize(
    "text", ["soms", "0 keer per dag", "continu", "elke blauwe maan", "9999999 per dag", "4 uur"]
)
def test_frequencies_that_are_refused(text: str) -> None:
    refused(Kind.FREQUENCY, text)


@pytest.mark.parametrize(
    ("kind", "text", "stored", "dutch"),
    [
        (Kind.KVK, "12345678", "12345678", "12345678"),
        (Kind.KVK, "KvK: 1234 5678", "12345678", "12345678"),
        (Kind.VAT, "nl 0000.99998.B57", "NL000099998B57", "NL000099998B57"),
        (Kind.IBAN, "nl91abna0417164300", "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00"),
        (
            Kind.EMAIL,
            "info@fictief-kantoor.example",
            "info@fictief-kantoor.example",
            "info@fictief-kantoor.example",
        ),
        (Kind.PHONE, "020 - 123 45 67", "+31201234567", "020 1234567"),
        (Kind.PHONE, "0031 (0)6 12345678", "+31612345678", "06 12345678"),
        (Kind.PHONE, "+31 115 123456", "+31115123456", "0115 123456"),
        (Kind.PHONE, "0800-1234", "08001234", "0800 1234"),
        (Kind.PHONE, "+32 2 123 45 67", "+3221234567", "+3221234567"),
        (Kind.POSTCODE, "1234ab", "1234 AB", "1234 AB"),
    ],
)
def test_numbers_that_others_gave_out(kind: Kind, text: str, stored: str, dutch: str) -> None:
    assert read(question(kind), text) == stored
    assert shown(stored, kind) == dutch
    assert read(question(kind), dutch) == stored


@pytest.mark.parametrize(
    ("kind", "text", "part"),
    [
        (Kind.KVK, "123", "heeft 8 cijfers; dit zijn er 3"),
        (Kind.KVK, "1", "dit is er 1"),
        (Kind.KVK, "000012345678", "vestigingsnummer"),
        (Kind.KVK, "geen idee", "8 cijfers"),
        (Kind.VAT, "000099998B57", "Zet NL voor"),
        (Kind.VAT, "NL123456789B01", "tikfout"),
        (Kind.VAT, "BE0123456789", "NL, 9 cijfers"),
        (Kind.IBAN, "NL91ABNA0417164301", "tikfout"),
        (Kind.IBAN, "NL91ABNA04171643", "dit zijn er 16"),
        (Kind.IBAN, "12345", "met landcode"),
        (Kind.IBAN, "NL91 1234 5678 9012 34", "tikfout"),
        (Kind.IBAN, "XX62 ABNA 0417 1643 00", "het land XX"),
        (Kind.EMAIL, "jan", "een @"),
        (Kind.EMAIL, "jan@bedrijf", "één e-mailadres"),
        (Kind.EMAIL, "Jan <jan@bedrijf.example>", "zonder spaties of haakjes"),
        (Kind.EMAIL, "a@b..nl", "één e-mailadres"),
        (Kind.PHONE, "123", "met kengetal"),
        (Kind.PHONE, "020 123", "heeft 10 cijfers; dit zijn er 6"),
        (Kind.POSTCODE, "1234 SS", "SS komen in postcodes niet voor"),
        (Kind.POSTCODE, "0234 AB", "bijvoorbeeld 1234 AB"),
    ],
)
def test_codes_that_are_refused_say_why(kind: Kind, text: str, part: str) -> None:
    assert part in refused(kind, text)


def test_a_line_is_one_line_however_it_was_pasted() -> None:
    assert read(question(Kind.TEXT), "  Fictief\r\nKantoor \t B.V. ") == "Fictief Kantoor B.V."
    assert read(question(Kind.TEXT), "cafe\u0301") == "café"
    assert read(question(Kind.LONG_TEXT), " een \r\ntwee\t\x85drie\n") == "een\ntwee\ndrie"


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x00", "\x1b", "\x7f", "\ud800", "\ufffe"])
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONG_TEXT, Kind.MONEY, Kind.CHOICE])
def test_hidden_characters_are_refused_and_named(kind: Kind, character: str) -> None:
    assert f"U+{ord(character):04X}" in refused(kind, f"ab{character}c")


@pytest.mark.parametrize(("kind", "limit"), [(Kind.TEXT, "300"), (Kind.LONG_TEXT, "5.000")])
def test_text_that_is_too_long_is_refused_with_the_limit(kind: Kind, limit: str) -> None:
    assert f"telt 100.000 tekens; er passen er {limit}." in refused(kind, "a" * 100_000)
    assert read(question(kind), "a" * 300) == "a" * 300


@pytest.mark.parametrize(
    "kind", [k for k in Kind if k not in (Kind.GROUP, Kind.LIST, Kind.MATRIX, Kind.TRUTH)]
)
@pytest.mark.parametrize("text", ["x" * 100_000, "9" * 100_000, "1." * 50_000, "\N{ZERO WIDTH SPACE}", " "])
def test_no_text_of_any_size_crashes_a_reader(kind: Kind, text: str) -> None:
    assert isinstance(read(question(kind, choices=MAKERS), text), Rejection)


@pytest.mark.parametrize("text", ["& < > {{ x }} {% if %}", "**vet** | `code` # kop", "'); DROP TABLE"])
def test_markup_is_just_text(text: str) -> None:
    assert read(question(Kind.TEXT), text) == text


@pytest.mark.parametrize("text", ["leverancier", "Wij", "wij", "w", "WIJ.", "lev"])
def test_a_choice_by_id_label_or_beginning(text: str) -> None:
    assert read(question(Kind.CHOICE, choices=MAKERS), text) == "leverancier"


def test_a_choice_that_fits_more_options_or_none() -> None:
    both = (Choice("vast", "Vaste prijs", "vast"), Choice("variabel", "Variabele prijs", "variabel"))
    several = read(question(Kind.CHOICE, choices=both), "va")
    assert isinstance(several, Rejection)
    assert "Vaste prijs, Variabele prijs" in several.message
    unlike = read(question(Kind.CHOICE, choices=MAKERS), "leverancer")
    assert isinstance(unlike, Rejection)
    assert unlike.remedy == "Schrijf 'Wij'."


def test_an_id_goes_before_a_label_that_reads_the_same() -> None:
    crossed = (Choice("geen", "Later", "geen"), Choice("later", "Geen", "later"))
    assert read(question(Kind.CHOICE, choices=crossed), "later") == "later"


@pytest.mark.parametrize(
    ("text", "answer"), [("j", "ja"), ("Nee", "nee"), ("weet ik niet", "weet_ik_niet"), ("w", "weet_ik_niet")]
)
def test_yes_and_no_and_i_do_not_know(text: str, answer: str) -> None:
    assert read(question(Kind.YES_NO), text) == answer


def test_several_options_keep_the_order_of_the_questionnaire() -> None:
    several = question(Kind.MULTI, choices=MAKERS, may_be_empty=True)
    assert read(several, "derde, Wij en klant") == ("leverancier", "klant", "derde")
    assert read(several, "geen") == ()
    assert read(several, "") == ()
    assert isinstance(read(several, "derde, onzin"), Rejection)
    assert isinstance(read(several, ","), Rejection)


def test_an_empty_answer_is_taken_only_where_it_may_be() -> None:
    assert isinstance(read(question(Kind.TEXT), ""), Rejection)
    assert read(question(Kind.TEXT, may_be_empty=True), " ") == ""
    assert read(question(Kind.TEXT, at_signing=True), "") is State.LATER
    wanted = read(question(Kind.MONEY, may_be_empty=True, example="€ 380"), "")
    assert isinstance(wanted, Rejection)
    assert "bijvoorbeeld € 380" in wanted.message


def test_states_are_taken_only_where_the_question_allows_them() -> None:
    assert read(question(Kind.KVK, may_be_later=True), "later") is State.LATER
    assert isinstance(read(question(Kind.KVK), "later"), Rejection)
    assert read(question(Kind.MONEY, may_be_unknown=True), "weet ik niet") is State.UNKNOWN
    later = (Choice("nu", "Nu", "nu"), Choice("later", "Later", "later"))
    assert read(question(Kind.CHOICE, choices=later), "later") == "later"
    assert read(question(Kind.CHOICE, choices=later), "later") is not State.LATER


@pytest.mark.parametrize(
    ("kind", "text", "shows"),
    [
        (Kind.MONEY, "1250,50", "= €\N{NO-BREAK SPACE}1.250,50"),
        (Kind.DATE, "1-7-2026", "= 1 juli 2026"),
        (Kind.DURATION, "1,5 uur", "= 90 minuten"),
        (Kind.FREQUENCY, "kwartaal", "= elk kwartaal"),
        (Kind.PERCENTAGE, "21 %", "= 21%"),
        (Kind.MONEY, "12.50", None),
        (Kind.MONEY, "", None),
        (Kind.TEXT, "gewoon tekst", None),
    ],
)
def test_the_echo_shows_what_was_understood_and_never_scolds(
    kind: Kind, text: str, shows: str | None
) -> None:
    assert echo(question(kind), text) == shows


@given(st.decimals(-999_999_999, 999_999_999, places=2))
def test_numbers_have_points_between_thousands_and_a_comma_before_decimals(value: Decimal) -> None:
    text = shown(value, Kind.NUMBER)

    assert Decimal(text.replace(".", "").replace(",", ".")) == value
    assert re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})*(,[0-9]{1,2})?", text)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_dates_shown_are_dates_read(value: date) -> None:
    assert read(question(Kind.DATE), shown(value, Kind.DATE)) == value


@given(st.decimals(0, 999_000_000, places=2))
def test_money_shown_is_money_read(value: Decimal) -> None:
    assert read(question(Kind.MONEY), shown(value, Kind.MONEY)) == value


@pytest.mark.parametrize(
    ("value", "kind", "dutch"),
    [
        (Decimal(45), Kind.MONEY, "€\N{NO-BREAK SPACE}45,00"),
        (Duration(1, Unit.MINUTE), Kind.DURATION, "1 minuut"),
        (Duration(30, Unit.MINUTE), Kind.DURATION, "30 minuten"),
        (Duration(4, Unit.HOUR), Kind.DURATION, "4 uur"),
        (State.LATER, Kind.KVK, "later"),
        (True, Kind.TRUTH, "ja"),
        (("leverancier", "klant", "derde"), Kind.MULTI, "Wij, De klant zelf en Een andere partij"),
        ((Record("r1", {"naam": "Boekhouding"}), Record("r2", {})), Kind.LIST, "Boekhouding en r2"),
        (Record("", {"kvk": State.LATER, "naam": "Fictief B.V."}), Kind.GROUP, "Fictief B.V."),
        ("nee", Kind.YES_NO, "Nee"),
    ],
)
def test_values_as_shown_on_screen(value: object, kind: Kind, dutch: str) -> None:
    assert shown(value, kind, MAKERS if kind is Kind.MULTI else ()) == dutch  # type: ignore[arg-type]


def test_papers_use_the_labels_for_papers() -> None:
    assert document_form("leverancier", Kind.CHOICE, MAKERS) == "Leverancier"
    assert document_form("leverancier", Kind.TEXT) == "leverancier"


@pytest.mark.parametrize(
    ("name", "value", "kind", "argument", "dutch"),
    [
        ("euro", Decimal("1250.5"), Kind.MONEY, None, "€\N{NO-BREAK SPACE}1.250,50"),
        ("datum", date(2026, 7, 1), Kind.DATE, None, "1 juli 2026"),
        ("duur", Duration(1, Unit.WORKDAY), Kind.DURATION, None, "1 werkdag"),
        ("frequentie", Frequency(1, Unit.HOUR, 4), Kind.FREQUENCY, None, "elke 4 uur"),
        ("procent", Decimal("2.5"), Kind.PERCENTAGE, None, "2,5%"),
        ("label", "klant", Kind.CHOICE, None, "Klant"),
        ("opsomming", ("leverancier", "niemand"), Kind.MULTI, None, "Leverancier en niemand"),
        ("opsomming", (Record("r1", {"wat": "A"}), Record("r2", {}), Record("r3", {"wat": "B"})), Kind.LIST, "wat", "A en B"),
        ("opsomming", (Record("r1", {"wat": "A"}),), Kind.LIST, None, "A"),
        ("opsomming", "klant", Kind.CHOICE, None, "Klant"),
        ("citaat", "Te “duur”, zei hij", Kind.LONG_TEXT, None, "“Te ‘duur’, zei hij”"),
        ("hoofdletter", "ijzeren voorraad", Kind.TEXT, None, "IJzeren voorraad"),
        ("hoofdletter", "één", Kind.TEXT, None, "Één"),
    ],
)  # fmt: skip
def test_filters_of_clause_text(
    name: str, value: object, kind: Kind, argument: str | None, dutch: str
) -> None:
    assert apply_filter(name, value, kind, MAKERS, argument) == dutch  # type: ignore[arg-type]


def test_lists_are_joined_as_dutch_people_do() -> None:
    assert [joined([]), joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]


def test_a_comma_parts_the_last_two_where_one_of_them_holds_an_en() -> None:
    assert joined(["mail en agenda", "brieven"]) == "mail en agenda, en brieven"
    assert joined(["brieven (oud en nieuw)", "mail"]) == "brieven (oud en nieuw) en mail"


@given(st.text(max_size=60))
def test_any_text_is_a_value_or_an_explained_refusal(text: str) -> None:
    for kind in Kind:
        if kind in (Kind.GROUP, Kind.LIST, Kind.MATRIX, Kind.TRUTH):
            continue
        answer = read(question(kind, choices=MAKERS), text)
        assert answer is not None
        if isinstance(answer, Rejection):
            assert answer.message
            assert answer.remedy
