"""What one prompt shows and gives: read from the screen, key by key."""

import re

import pytest
from screens import BACK, DOWN, F1, F4, F8, F9, RIGHT, UP, habits, play
from small_library import CATALOGUE, options, question

from generator import dutch
from generator.dutch_text import choices_of
from generator.library import Kind, Question
from generator.terminal import grid, picking, text_field, ticking
from generator.terminal.asking import options_of, with_letters
from generator.terminal.catalogue import matching, meant
from generator.terminal.prompts import (
    Around,
    GridPrompt,
    Nav,
    Option,
    PickPrompt,
    Rejected,
    Reply,
    TextPrompt,
    TickPrompt,
)
from generator.terminal.symbols import ASCII
from generator.values import State

AROUND = Around("Back-ups", "Maken wij back-ups?", "1 van 4 · totaal 50%", help="Daarom.")
PRICE = question("prijs", Kind.MONEY, "Wat is de prijs?", example="380")
YES_NO = question("maken", Kind.YES_NO, "Maken wij back-ups?")


def text_prompt(asked: Question = PRICE, around: Around = AROUND, **more: object) -> TextPrompt:
    def read(typed: str) -> object:
        found = dutch.read(asked, typed)
        return Rejected(found.message) if isinstance(found, dutch.Rejection) else found

    def echo(typed: str) -> str | None:
        understood = dutch.echo(asked, typed)
        return understood.removeprefix("= ") if understood else None

    return TextPrompt(around, read, echo, **more)  # type: ignore[arg-type]


def field(keys: str, prompt: TextPrompt | None = None, **size: int) -> tuple[Reply, list[str]]:
    return play(lambda: text_field.application(prompt or text_prompt(), habits()), keys, **size)


def choose(
    keys: str, around: Around = AROUND, pointer: str | None = None, **size: int
) -> tuple[Reply, list[str]]:
    lines = options_of(YES_NO, choices_of(YES_NO))
    return play(lambda: picking.pick_application(PickPrompt(around, lines, pointer), habits()), keys, **size)


RISKY = Around(
    "Back-ups", "Maken wij back-ups?", risk=lambda v: "De gegevens zijn dan weg." if v == "nee" else None
)

# --- text -----------------------------------------------------------------------------------------------------------


def test_an_error_stands_directly_under_the_input_and_goes_with_the_next_key() -> None:
    _reply, seen = field("1250.50\rx\x1b")
    wrong = next(s for s in seen if "Bedoelt u" in s).splitlines()
    at = next(i for i, line in enumerate(wrong) if "1250.50" in line)
    assert wrong[at + 1].startswith(" ⚠ Bedoelt u € 1.250,50?")
    assert "Bedoelt" not in seen[-1]


def test_nothing_is_called_wrong_while_typing() -> None:
    _reply, seen = field("12a45\x1b")
    assert not any("⚠" in s for s in seen)


def test_what_is_understood_is_shown_while_typing() -> None:
    reply, seen = field("1250,50\r")
    assert re.search(r"^ = € 1\.250,50$", seen[-1].replace("\u00a0", " "), re.MULTILINE)
    assert str(reply.value) == "1250.50"


def test_going_back_keeps_what_was_half_typed() -> None:
    reply, _seen = field("1234\x1b")
    assert (reply.nav, reply.concept) == (Nav.BACK, "1234")


def test_shift_tab_goes_back_as_well() -> None:
    assert field(BACK)[0].nav is Nav.BACK


def test_the_suggestion_is_shown_and_taken_only_with_tab() -> None:
    prompt = text_prompt(suggestion="380")
    reply, seen = field("\r\t\r", prompt)
    assert "Voorstel: 380" in seen[0]
    assert "Vul hier een antwoord in" in seen[1]
    assert str(reply.value) == "380.00"


def test_later_and_unknown_have_a_key() -> None:
    around = Around("Klant", "Wat?", later=True, unknown=True)
    assert field(F8, text_prompt(around=around))[0].value is State.LATER
    assert field(F9, text_prompt(around=around))[0].value is State.UNKNOWN


def test_help_opens_with_f1_and_with_a_question_mark_in_an_empty_field() -> None:
    for key in (F1, "?"):
        _reply, seen = field(key + "\x1b")
        assert "▌ Daarom." in seen[-1]
    _reply, seen = field("a?\x1b")
    assert "Daarom." not in seen[-1]
    assert "a?" in seen[-1]


def test_long_text_takes_lines_and_ends_with_an_empty_one_or_ctrl_d() -> None:
    asked = question("reden", Kind.LONG_TEXT, "Waarom?")
    for end in ("\r\r", "\x04"):
        reply, seen = field(f"een\rtwee{end}", text_prompt(asked, multiline=True))
        assert reply.value == "een\ntwee"
        assert "Enter Enter  klaar" in seen[0]


def test_enter_on_an_empty_long_text_says_that_something_is_asked() -> None:
    asked = question("reden", Kind.LONG_TEXT, "Waarom?")
    reply, seen = field("\rja\r\r", text_prompt(asked, multiline=True))
    assert "⚠ Vul hier" in seen[1]
    assert reply.value == "ja"


def test_ctrl_d_is_enter_in_one_line_too_and_never_stops_the_program() -> None:
    reply, _ = field("Fictief\x04", text_prompt(question("naam", Kind.TEXT, "Naam?")))
    assert reply.value == "Fictief"


def test_alt_and_a_digit_repeats_nothing() -> None:
    reply, seen = field("a\x1b4b\r", text_prompt(question("naam", Kind.TEXT, "Naam?")))
    assert reply.value == "ab"
    assert not any("arg" in screen for screen in seen)


def test_the_editor_is_offered_only_when_it_is_not_vi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert text_field.editor() is None
    monkeypatch.setenv("EDITOR", "kladblok")
    assert text_field.editor() == "kladblok"


# --- choices --------------------------------------------------------------------------------------------------------


def test_enter_chooses_nothing_by_itself() -> None:
    reply, seen = choose("\r\rj")
    assert "Kies eerst een antwoord" in seen[1]
    assert reply.value == "ja"


def test_a_letter_answers_at_once() -> None:
    assert choose("n")[0].value == "nee"


def test_a_risky_letter_shows_the_warning_and_asks_for_enter() -> None:
    reply, seen = choose("n\r", RISKY)
    assert "⚠ De gegevens zijn dan weg." in seen[1]
    assert reply.value == "nee"


def test_the_warning_follows_the_pointer() -> None:
    _reply, seen = choose(DOWN + DOWN + UP + "\r", RISKY)
    assert ["De gegevens" in s for s in seen] == [False, False, True, False]


def test_an_earlier_answer_is_pointed_at() -> None:
    reply, seen = choose("\r", pointer="weet_ik_niet")
    assert "❯ w) Weet ik niet" in seen[0]
    assert reply.value == "weet_ik_niet"


def test_every_option_has_its_own_letter() -> None:
    lines = with_letters(tuple(Option(c.id, c.label) for c in CATALOGUE))
    letters = [line.letter for line in lines]
    assert len(set(letters)) == len(letters)
    assert all(letters)


TICKS = TickPrompt(
    AROUND,
    with_letters((Option("bsn", "BSN"), Option("gewoon", "Gewoon"), Option("geen", "Geen"))),
    (),
    frozenset({"geen"}),
)


def tick(keys: str, prompt: TickPrompt = TICKS) -> tuple[Reply, list[str]]:
    return play(lambda: ticking.application(prompt, habits()), keys)


def test_ticking_none_is_not_an_answer() -> None:
    reply, seen = tick("\rb\r")
    assert "Kruis eerst iets aan" in seen[1]
    assert reply.value == ("bsn",)


def test_none_of_these_excludes_the_others() -> None:
    assert tick("bge\r")[0].value == ("geen",)
    assert tick("eb\r")[0].value == ("bsn",)


def test_nothing_at_all_is_an_answer_where_it_may() -> None:
    prompt = TickPrompt(AROUND, TICKS.options, (), TICKS.alone, nothing=True)
    assert tick("b0\r", prompt)[0].value == ("",)


# --- matrix ---------------------------------------------------------------------------------------------------------

ROWS = tuple(Option(c.id, c.label) for c in options(firewall="Firewall", mfa="Tweestapsverificatie"))
COLUMNS = with_letters(
    tuple(Option(c.id, c.label) for c in options(in_="Inbegrepen", af="Afgewezen", klant="Klant"))
)


def matrix(
    keys: str, around: Around = AROUND, **chosen: str
) -> tuple[Reply, list[str], list[dict[str, str]]]:
    saved: list[dict[str, str]] = []
    prompt = GridPrompt(around, ROWS, COLUMNS, chosen, 0, save=saved.append)
    reply, seen = play(lambda: grid.application(prompt, habits()), keys)
    return reply, seen, saved


def test_a_matrix_is_one_screen_and_every_choice_is_saved() -> None:
    reply, seen, saved = matrix("ik\r")
    assert reply.concept == {"firewall": "in_", "mfa": "klant"}
    assert saved == [{"firewall": "in_"}, {"firewall": "in_", "mfa": "klant"}]
    assert "Firewall" in seen[0]
    assert "Tweestapsverificatie" in seen[0]


def test_a_matrix_is_ready_only_when_every_row_has_a_choice() -> None:
    reply, seen, _saved = matrix("i\ra\r")
    assert "Eén rij heeft nog geen keuze" in seen[2]
    assert reply.concept == {"firewall": "in_", "mfa": "af"}


def test_arrows_turn_the_choice_of_a_row() -> None:
    reply, _seen, _saved = matrix(RIGHT + RIGHT + DOWN + RIGHT + "\r")
    assert reply.concept == {"firewall": "af", "mfa": "in_"}


def test_a_risky_choice_in_a_row_stays_there_with_its_warning() -> None:
    around = Around(
        "B", "Wat?", risk=lambda v: "Dat is gevaarlijk." if v and v.values["keuze"] == "af" else None
    )  # type: ignore[union-attr,index]
    _reply, seen, _saved = matrix("a\x1b", around)
    assert "⚠ Dat is gevaarlijk." in seen[1]
    assert "❯ Firewall" in seen[1]


def test_a_package_fills_in_rows_beforehand() -> None:
    reply, seen, _saved = matrix("\r", firewall="in_", mfa="af")
    assert "Inbegrepen" in seen[0]
    assert reply.concept == {"firewall": "in_", "mfa": "af"}


# --- catalogue ------------------------------------------------------------------------------------------------------


def test_a_unique_part_of_a_name_is_enough() -> None:
    assert meant(CATALOGUE, "telefoni") == "telefonie"
    assert meant(CATALOGUE, "server") == "server"


def test_several_matches_are_named() -> None:
    assert str(meant(CATALOGUE, "serv")) == "Welke bedoelt u: ‘Server’ of ‘Fileserver’?"


def test_matches_begin_with_what_was_typed_before_they_hold_it() -> None:
    assert [c.id for c in matching(CATALOGUE, "serv")] == ["server", "fileserver"]


def test_a_catalogue_is_chosen_with_the_arrows_too() -> None:
    prompt = TextPrompt(
        AROUND,
        lambda t: meant(CATALOGUE, t),
        lambda _t: None,
        matches=lambda t: tuple(c.label for c in matching(CATALOGUE, t)),
    )
    reply, seen = field("ser" + DOWN + DOWN + "\r", prompt)
    assert "❯ Fileserver" in seen[-1]
    assert reply.value == "fileserver"


# --- the frame ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("columns", "rows"), [(100, 32), (60, 16), (60, 10), (40, 10), (30, 8)])
def test_every_size_shows_question_and_input(columns: int, rows: int) -> None:
    around = Around(
        "Back-ups",
        "Maken wij back-ups?",
        "1 van 4 · totaal 50%",
        earlier=tuple((True, f"Vraag {i}?", "Ja") for i in range(20)),
        help="Uitleg. " * 30,
        panel="Paneel. " * 30,
        risk=lambda _v: "Gevaar. " * 40,
    )
    _reply, seen = choose("?" + DOWN + "\x1b", around, columns=columns, rows=rows)
    assert "? Maken wij back-ups?" in seen[-1]
    assert "❯ j) Ja" in seen[-1]
    assert all(len(line) <= columns for line in seen[-1].splitlines())


def test_the_clause_stands_beside_the_question_on_a_wide_screen_and_below_it_on_a_narrow_one() -> None:
    around = Around("B", "Maken wij back-ups?", clause=lambda v: f"Artikel over {v}." if v else None)
    _reply, seen = choose(F4 + DOWN + "\x1b", around, columns=120)
    assert re.search(r"│ +Artikel over ja\.", seen[-1])
    _reply, seen = choose(F4 + DOWN + "\x1b", around, columns=80)
    assert re.search(r"^ ▌ Artikel over ja\.", seen[-1], re.MULTILINE)


ENGLISH = re.compile(
    r"\b(use|arrow|keys|select|answer|enter to|press|invalid|input|cancelled|done|toggle|invert|finish|window|too small|"
    r"yes|no|error|warning|description|search|unhandled|exception|help|back|quit|next)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "seen",
    [
        field("1250.50\r\x1b")[1],
        field("a\x1b", text_prompt(question("x", Kind.LONG_TEXT, "Waarom?"), multiline=True))[1],
        choose("\r" + F1 + "\x1b")[1],
        tick("\r" + F1 + "\x1b")[1],
        matrix("\r" + F4 + "\x1b")[1],
        field("1\x1b", columns=18, rows=3)[1],
    ],
)
def test_no_screen_holds_an_english_word(seen: list[str]) -> None:
    for screen in seen:
        words = screen.replace("Enter", "").replace("Back-ups", "").replace("back-ups", "")
        assert not ENGLISH.search(words), screen


def test_without_utf8_everything_is_plain_ascii() -> None:
    around = Around("Één", "Maken wij één back-up?", "1 van 4 · totaal 50%", risk=lambda _v: "Pas op: € 5…")
    lines = options_of(YES_NO, choices_of(YES_NO))
    _reply, seen = play(
        lambda: picking.pick_application(PickPrompt(around, lines), habits(ASCII)), DOWN + "\x1b"
    )
    assert all(s.isascii() for s in seen)
    assert "-- Een --" in seen[-1]
    assert "! Pas op: EUR 5..." in seen[-1]


def test_a_fault_in_our_own_code_ends_the_prompt_instead_of_hanging() -> None:
    def broken(_value: object) -> str | None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        choose(DOWN, Around("B", "Wat?", risk=broken))
