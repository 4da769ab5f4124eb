"""From Enter to the next question on the screen; in between the answer is saved and synced to disk."""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter, sleep

from benchmarks.cases import CASE_1, case_of, kept_in, steps_of
from benchmarks.interleaved import PROGRAM, environment, report, rounds_asked
from benchmarks.screen import Screen, running
from generator.answers import Case
from generator.dutch import shown
from generator.expressions.ast import Path as Variable
from generator.interview import Step, next_step
from generator.library import Kind, Library
from generator.loading.load import load_library
from generator.values import State

BARE = """
import sys
import questionary
for question in sys.argv[1:]:
    questionary.text(question).ask()
"""
TYPED = {Kind.TEXT, Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.DURATION}
BEGINS = 40
"""So many characters of a question stand on one line."""
IDLE = 0.1

Dialogue = Sequence[tuple[str, str]]
"""Of each question the text, and what is typed as its answer."""


def main() -> int:
    rounds = rounds_asked(5)
    times: dict[str, list[float]] = {"questionary": [], "zwartopwit": []}
    library = load_library()
    case = case_of(CASE_1, library)
    for n in range(rounds + 1):
        with tempfile.TemporaryDirectory() as home:
            for name, found in one_round(Path(home), library, case).items():
                times[name] += found if n else []
    return report(times, "questionary")


def one_round(home: Path, library: Library, case: Case) -> dict[str, list[float]]:
    known = environment(home)
    unanswered, talk = dialogue(library, case)
    (home / "dossiers").mkdir()
    kept_in(home / "dossiers", unanswered, library)
    script = home / "bare.py"
    script.write_text(BARE)
    bare = (sys.executable, str(script), *(question for question, _typed in talk))
    return {
        "questionary": waits(bare, known, home, talk),
        "zwartopwit": waits((*PROGRAM, "verder"), known, home, talk),
    }


def dialogue(library: Library, case: Case) -> tuple[Case, Dialogue]:
    """The case with the questions that are answered by typing open again, and what is said until another comes."""
    steps = [s for s in steps_of(library, case) if s.visible and s.question.kind in TYPED]
    typed: dict[Variable, Step] = {s.path: s for s in steps if not isinstance(s.value, State)}
    now = Case(case.questionnaire, {p: v for p, v in case.answers.items() if p not in typed}, case.decisions)
    unanswered, talk = now, []
    while (step := next_step(steps_of(library, now))) and step.path in typed:
        talk.append((step.question.text, in_keys(typed[step.path])))
        now = now.with_answer(step.path, typed[step.path].value)
    return unanswered, talk


def in_keys(step: Step) -> str:
    """The answer as a user would type it."""
    if isinstance(step.value, State):
        return ""
    return shown(step.value, step.question.kind, ()).replace("\N{NO-BREAK SPACE}", " ")


def waits(command: Sequence[str], known: Mapping[str, str], home: Path, talk: Dialogue) -> list[float]:
    """Milliseconds from each Enter until the question after it is on the screen."""
    with running(command, known, str(home)) as screen:
        screen.until(talk[0][0][:BEGINS])
        return [
            answered(screen, typed, after[:BEGINS]) * 1000
            for (_question, typed), (after, _) in pairwise(talk)
        ]


def answered(screen: Screen, typed: str, after: str) -> float:
    screen.type(typed)
    screen.until(typed)
    sleep(IDLE)
    began = perf_counter()
    screen.type("\r")
    return screen.until(after) - began


if __name__ == "__main__":
    raise SystemExit(main())
