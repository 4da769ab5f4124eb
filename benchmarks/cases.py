"""Cases to measure with: the examples, whole or answered up to a certain question."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.interleaved import ROOT
from generator.answers import Case
from generator.answers_file import read_case
from generator.app import settings
from generator.casefile import CaseFolder, create
from generator.facts import Facts
from generator.interview import Step, steps
from generator.library import Library

CASE_1 = ROOT / "examples" / "administratiekantoor.yaml"
CASE_3 = ROOT / "examples" / "re-integratie.yaml"
CASE_5 = ROOT / "examples" / "outlook.yaml"
CASE_6 = ROOT / "examples" / "boekhouding.yaml"
MIGRATION = ROOT / "examples" / "verhuizing.yaml"
ADDITION = ROOT / "examples" / "drukkerij.yaml"
CASE_2 = ROOT / "examples" / "huisarts.yaml"
CASE_4 = ROOT / "examples" / "microsoft-365.yaml"
CASE_2_DIARY = ROOT / "examples" / "huisarts-agenda.yaml"


def case_of(file: Path, library: Library) -> Case:
    return read_case(file.read_text(), library, file.name, today=settings().today)


def steps_of(library: Library, case: Case) -> tuple[Step, ...]:
    return steps(library, case, Facts(library, case.questionnaire, case.answers, settings().today))


def answered_until(library: Library, case: Case, stop: Callable[[Step], bool]) -> tuple[Case, Step]:
    """The case without the answers from the first such question of its second half on, and that question."""
    asked = [s for s in steps_of(library, case) if s.visible]
    half = len(asked) // 2
    at = half + next(n for n, s in enumerate(asked[half:]) if stop(s))
    gone = {s.path for s in asked[at:]}
    kept = {path: value for path, value in case.answers.items() if path not in gone}
    return Case(case.questionnaire, kept), asked[at]


def kept_in(folder: Path, case: Case, library: Library) -> CaseFolder:
    made = create(folder, "Fictief Kantoor", settings().today)
    with made.held():
        made.save_case(case, library)
    return made
