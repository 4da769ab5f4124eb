"""From the start of the program to the first question on the screen."""

import sys
import tempfile
from pathlib import Path
from shutil import which

from benchmarks.cases import CASE_1, answered_until, case_of, kept_in
from benchmarks.interleaved import PROGRAM, Measure, Target, environment, in_turn, report, rounds_asked
from benchmarks.screen import first_seen
from generator.library import Kind
from generator.loading.load import load_library

BARE = """
import questionary
questionary.text("Hoe heet de klant precies?").ask()
"""
TEMPLATE = """
naam:
  type: str
  help: Hoe heet de klant precies?
"""
QUESTION = "Hoe heet de klant precies?"
SIMPLE = (Kind.TEXT, Kind.YES_NO, Kind.CHOICE)


def main() -> int:
    rounds = rounds_asked(15)
    with tempfile.TemporaryDirectory() as home:
        times = in_turn(subjects(Path(home)), rounds)
    targets = (
        Target("zwartopwit verder", "questionary", 1.25),
        Target("zwartopwit nieuw", "questionary", 1.25),
    )
    return report(times, "questionary", targets)


def subjects(home: Path) -> dict[str, Measure]:
    known = environment(home)
    folder = str(home)
    bare, half = bare_prompt(home), half_a_case(home)
    measures: dict[str, Measure] = {
        "questionary": lambda: first_seen((sys.executable, str(bare)), known, folder, QUESTION),
        "zwartopwit verder": lambda: first_seen((*PROGRAM, "verder"), known, folder, half),
        "zwartopwit nieuw": lambda: first_seen((*PROGRAM, "nieuw"), known, folder, "Wat wilt u maken?"),
    }
    command = copier(home)
    if command:
        measures["copier copy"] = lambda: first_seen(command, known, folder, QUESTION)
    return measures


def bare_prompt(home: Path) -> Path:
    script = home / "bare.py"
    script.write_text(BARE)
    return script


def half_a_case(home: Path) -> str:
    """Case 1 answered halfway in the folder of cases; the words that the first open question begins with."""
    library = load_library()
    case, step = answered_until(library, case_of(CASE_1, library), lambda s: s.question.kind in SIMPLE)
    (home / "dossiers").mkdir()
    kept_in(home / "dossiers", case, library)
    return step.question.text[:40]


def copier(home: Path) -> tuple[str, ...]:
    """The command that copies the smallest template with one question; empty when copier is not there."""
    found = which("copier", path=str(Path(sys.executable).parent)) or which("copier")
    if found is None:
        print("copier is not installed: skipped (pip install copier)")
        return ()
    template = home / "template"
    template.mkdir()
    (template / "copier.yml").write_text(TEMPLATE)
    (template / "brief.txt.jinja").write_text("Beste {{ naam }},\n")
    return (found, "copy", str(template), str(home / "copied"))


if __name__ == "__main__":
    raise SystemExit(main())
