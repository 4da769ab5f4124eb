"""The real program in a real terminal: resume, stop, kill, resize, no colour, plain lines."""

import os
import random
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kept_session import read
from screens import BACK, Terminal

Start = Callable[..., Terminal]
HEAVY = {"docxtpl", "docx", "lxml", "babel", "rich", "jinja2", "yaml", "pydantic", "markdown_it"}


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Terminal] = []

    def starting(*options: str, columns: int = 100, rows: int = 32, **environment: str) -> Terminal:
        started.append(Terminal(tmp_path / "zaak", *options, columns=columns, rows=rows, **environment))
        return started[-1]

    yield starting
    for terminal in started:
        terminal.child.close(force=True)


def test_going_back_leaves_nothing_behind(start: Start) -> None:
    screen = start()
    screen.until(r"^── Klant ─+ 1 van 8 · totaal 0% ──$")
    screen.type("Fictief Kantoor", "\r")
    screen.until(r"^\? Wat is het KvK-nummer")
    screen.type("1234", "\x1b")
    seen = screen.until(r"^\? Hoe heet de klant precies\?$")
    assert seen.count("── Klant") == 1
    assert "KvK" not in seen
    assert "✓" not in seen


def test_stopping_and_going_on(start: Start) -> None:
    screen = start()
    screen.until("Hoe heet de klant")
    screen.type("Fictief Kantoor", "\r")
    screen.until("Wat is het KvK-nummer")
    screen.type("\x03")
    screen.until("Einde: gestopt")
    assert screen.ended() == 130
    again = start()
    seen = again.until("Wat is het KvK-nummer")
    assert "✓ Hoe heet de klant precies?" in seen


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGKILL, 137), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_killed_program_loses_no_answer(start: Start, tmp_path: Path, number: int, status: int) -> None:
    screen = start()
    screen.until("Hoe heet de klant")
    screen.type("Fictief Kantoor", "\r")
    screen.until("Wat is het KvK-nummer")
    screen.type("123")
    os.kill(screen.child.pid, number)
    assert screen.ended() == status
    assert read(tmp_path / "zaak").answers[("klant", "naam")] == "Fictief Kantoor"
    start().until("Wat is het KvK-nummer")


def kill_at_random(start: Start, file: Path, seed: int) -> None:
    """Typed ahead, killed somewhere: what the screen showed as answered is in the file, and it goes on."""
    chance = random.Random(seed)
    screen = start()
    screen.until("Hoe heet de klant")
    screen.type("Fictief Kantoor\r12345678\r1-7-2026\r380\r")
    for _ in range(chance.randrange(12)):
        screen.pump(0.02)
    seen = screen.text()
    os.kill(screen.child.pid, signal.SIGKILL)
    screen.ended()
    kept = len(read(file).answers)
    assert kept >= seen.count("✓")
    start().until(r"^\? ")


@pytest.mark.parametrize("seed", range(3))
def test_an_end_at_a_random_moment_loses_no_answer(start: Start, tmp_path: Path, seed: int) -> None:
    kill_at_random(start, tmp_path / "zaak", seed)


@pytest.mark.diep
@pytest.mark.parametrize("seed", range(3, 53))
def test_fifty_ends_at_random_moments_lose_no_answer(start: Start, tmp_path: Path, seed: int) -> None:
    kill_at_random(start, tmp_path / "zaak", seed)


def test_an_interrupt_from_outside_stops_a_list_too(start: Start) -> None:
    screen = start()
    screen.until("Hoe heet de klant")
    screen.type("Fictief\r", "later\r", "1-7-2026\r", "380\r", "\x1b[20~")
    screen.until("Welke gegevens heeft de klant")
    screen.child.kill(signal.SIGINT)
    screen.until("Einde: gestopt")


def test_a_smaller_window_is_drawn_anew(start: Start) -> None:
    screen = start()
    screen.until("Hoe heet de klant")
    for columns, rows in ((60, 16), (90, 20), (60, 16)):
        screen.resize(columns, rows)
        seen = screen.until(r"^── Klant ─+ 1 van 8.* ──$")
        screen.pump(0.3)
    seen = screen.text()
    assert seen.count("── Klant") == 1
    assert seen.count("? Hoe heet de klant precies?") == 1


def test_a_small_window_shows_question_answer_and_keys(start: Start) -> None:
    screen = start(columns=60, rows=16)
    seen = screen.until("Hoe heet de klant")
    assert "Enter  verder" in seen
    assert all(len(line) <= 60 for line in seen.splitlines())


def test_errors_are_red_and_no_color_takes_colour_away(start: Start, tmp_path: Path) -> None:
    for environment, colour in (({}, "red"), ({"NO_COLOR": "1"}, "default")):
        (tmp_path / "zaak").unlink(missing_ok=True)
        screen = start(**environment)
        screen.until("Hoe heet de klant")
        screen.type("\r")
        screen.until("⚠ Vul hier")
        assert screen.style("⚠ Vul hier").fg == colour
        screen.type("\x03")
        screen.until("Einde")


def test_the_contract_so_far_opens_and_closes_with_the_text_kept(start: Start) -> None:
    screen = start()
    screen.until("Hoe heet de klant")
    screen.type("Fictief", "\x1bOR")
    screen.until("Artikel 1. Dit is de tekst")
    screen.type("\x1b[F")
    screen.until("Artikel 40.")
    screen.type("\x1b")
    seen = screen.until("Hoe heet de klant")
    assert "❯  Fictief" in seen


def test_the_first_question_has_not_paid_for_word(start: Start) -> None:
    screen = start("--modules", columns=250, rows=60)
    screen.until("Hoe heet de klant")
    screen.type("\x03")
    seen = screen.until("zlib|zipimport")
    loaded = set("".join(line.ljust(250) for line in seen.splitlines()).split())
    assert "prompt_toolkit" in loaded
    assert not HEAVY & loaded


def test_a_hundred_thousand_pasted_characters_are_refused_and_nothing_breaks(start: Start) -> None:
    screen = start()
    screen.until("Hoe heet de klant")
    pasted = "\x1b[200~" + "{{ x }} & <b> " * 7200 + "\x1b[201~\r"
    parts = [pasted[i : i + 2000] for i in range(0, len(pasted), 2000)]
    sending = threading.Thread(target=screen.type, args=parts)
    sending.start()
    screen.until("Deze tekst telt .* tekens; er passen er 300", 60)
    sending.join()
    screen.type("\x15", "{{ x }} & <b>\r")
    screen.until(r"✓ Hoe heet de klant precies\? +\{\{ x \}\} & <b>")


def test_plain_lines_ask_the_same_questions(start: Start, tmp_path: Path) -> None:
    screen = start("--eenvoudig")
    screen.until(r"Hoe heet de klant precies\?")
    screen.type("?\r")
    screen.until("Een contract met de verkeerde naam")
    screen.type("Fictief Kantoor\r")
    screen.until(r"Antwoord, bijvoorbeeld 12345678:")
    screen.type("123\r")
    screen.until("Fout: Een KvK-nummer heeft 8 cijfers; dit zijn er 3")
    screen.type("<\r")
    screen.until(r"Nu: Fictief Kantoor")
    screen.type("\r", "later\r", "1-7-2026\r", "380\r", "weet ik niet\r")
    screen.until("3. Burgerservicenummers")
    screen.type("1,3\r")
    screen.until("Een beetje")
    screen.type("\x03")
    screen.until("Einde: gestopt")
    answers = read(tmp_path / "zaak").answers
    assert answers[("klant", "gegevens")] == ("gewoon", "bsn")


def test_a_terminal_that_can_do_nothing_gets_plain_lines_when_asked() -> None:
    from generator.terminal.console import wants_plain

    os.environ["TERM"], before = "dumb", os.environ.get("TERM", "")
    try:
        assert wants_plain()
    finally:
        os.environ["TERM"] = before


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "kept_session.py"), str(tmp_path / "zaak")],
        input=b"hallo\n",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 2
    assert b"toetsenbord" in done.stderr


def test_beside_the_customer_nothing_internal_is_shown(start: Start) -> None:
    screen = start("--met-klant")
    screen.until("Hoe heet de klant")
    screen.type("Fictief\r", "later\r", "1-7-2026\r", "380\r", "\x1b[20~", "g\r")
    seen = screen.until("Hoe heet deze persoon")
    assert "verstand" not in seen
    screen.type(BACK)
    screen.until("Welke gegevens")
