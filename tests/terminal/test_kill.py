"""``kill -9`` at random moments through the real command: no answered question is lost, and ``verder`` goes on there."""

import os
import random
import re
import signal
import sys
import time
from datetime import date
from pathlib import Path

import pexpect
import pyte
import pytest

from generator.casefile import CaseFolder, all_cases
from generator.facts import Facts
from generator.interview import next_step, open_fields, steps
from generator.library import Kind
from generator.loading.load import load_library
from generator.values import Record

TODAY = date(2026, 11, 21)
ROOT = Path(__file__).parents[2]
SCRIPT = (
    *("update 8.2 op de server\r", "morgen\r", "n\r", "v", "d\r", "Fictief Telecom\r", "p"),
    *("gisteren\r", "w", "3 uur\r", "Het spreekuur begint.\r\r", "Alles sinds 2011.\r\r"),
    *("Fictief IT B.V.\r", "b", "later\r", "later\r", "Voorbeeldstraat 1\r", "1234 AB\r", "Voorbeeldstad\r"),
)
"""What a hurried user types for a spoedklus, prompt by prompt; the name of the case comes before."""


class Command:
    """The real program in a pseudo-terminal, and what a person sees of it."""

    def __init__(self, cases: Path, *words: str) -> None:
        self.screen = pyte.Screen(100, 32)
        self.stream = pyte.Stream(self.screen)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "generator", *words, "--dossiers", str(cases)],
            env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
            dimensions=(32, 100),
            encoding="utf-8",
        )

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def pump(self, wait: float = 0.05) -> None:
        try:
            self.stream.feed(self.child.read_nonblocking(65536, timeout=wait))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return

    def until(self, pattern: str, seconds: float = 60) -> str:
        end = time.monotonic() + seconds
        while not re.search(pattern, self.text(), re.MULTILINE):
            if time.monotonic() > end:
                raise AssertionError(f"{pattern!r} is not on this screen:\n{self.text()}")
            self.pump()
        return self.text()

    def kill(self) -> None:
        os.kill(self.child.pid, signal.SIGKILL)
        self.child.close(force=True)


@pytest.fixture(scope="module")
def one_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every command of this file starts with the library that was read once."""
    return tmp_path_factory.mktemp("bibliotheek")


@pytest.fixture(autouse=True)
def _cache(one_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZWARTOPWIT_CACHE", str(one_cache))


def answered(folder: CaseFolder) -> set[str]:
    """Every answered question and field that the file holds."""
    case = folder.load(load_library(), TODAY)
    names = set()
    for path, value in case.answers.items():
        fields = value.values if isinstance(value, Record) else {"": value}
        names |= {".".join([*path, name]) for name in fields}
    return names


def first_open(folder: CaseFolder) -> str:
    """What is asked first: the question, or of a group its first open field."""
    library = load_library()
    case = folder.load(library, TODAY)
    facts = Facts(library, case.questionnaire, case.answers, TODAY)
    step = next_step(steps(library, case, facts))
    if step is None:
        return "Wat wilt u doen?"
    if step.question.kind is Kind.GROUP:
        record = step.value if isinstance(step.value, Record) else Record("", {})
        return open_fields(step.question, record, facts)[0].text
    return step.question.text


def kill_once(cases: Path, seed: int) -> None:
    """Type on, be killed anywhere; what the screen showed as answered is in the file, and verder asks the rest."""
    chance = random.Random(seed)
    begun = Command(cases, "nieuw", "spoedklus")
    begun.until("Voor welke klant is dit")
    begun.child.send("Fictieve Praktijk\r")
    begun.until("Wat gaat u doen")
    (folder,) = all_cases(cases)
    for part in SCRIPT[: chance.randrange(1, len(SCRIPT) + 1)]:
        begun.child.send(part)
        for _ in range(chance.randrange(4)):
            begun.pump(chance.random() * 0.04)
    seen = begun.text()
    begun.kill()
    kept = answered(folder)
    assert len(kept) >= len(re.findall(r"^  [✓⚠] ", seen, re.MULTILINE))
    assert folder.verify_log() == ()
    asked = first_open(folder)

    again = Command(cases, "verder")
    shown = again.until(re.escape(asked)[:60])
    assert "fout:" not in shown
    assert answered(folder) == kept
    again.kill()


@pytest.mark.parametrize("seed", range(10))
def test_an_end_at_a_random_moment_loses_no_answer(tmp_path: Path, seed: int) -> None:
    kill_once(tmp_path / "dossiers", seed)


@pytest.mark.diep
@pytest.mark.parametrize("seed", range(10, 65))
def test_more_ends_at_random_moments_lose_no_answer(tmp_path: Path, seed: int) -> None:
    kill_once(tmp_path / "dossiers", seed)
