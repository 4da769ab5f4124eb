"""The smallest set of answers, as far as we can find it, that shows a finding of ``controleer``."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.answers import Case
from generator.answers_file import read_case, write_case
from generator.diagnostics import AnswersError
from generator.expressions.ast import Path
from generator.expressions.formula import TooManyError
from generator.frozen import dataclass
from generator.library import Library
from generator.lint.claims import Claim
from generator.lint.concrete import answers_of
from generator.lint.showing import shows
from generator.trying.random_answers import Answering
from generator.values import Record, State, Value

ATTEMPTS = 12
"""Random completions, when the answers that the proof names do not show it by themselves."""

Shows = Callable[[Case], bool]


@dataclass(frozen=True, slots=True)
class Trying:
    """``attempts``: how often chance may fill in the rest."""

    library: Library
    today: date
    attempts: int = ATTEMPTS

    def example(self, claim: Claim) -> str | None:
        """The text of an answers file that was read back and shows the claim; None when none was found."""
        if claim.questionnaire is None:
            return None
        for case in self._candidates(claim, claim.questionnaire):
            if self._reads_back(case, claim):
                small = smallest(case, lambda c: shows(claim, self.library, c, self.today))
                return write_case(small if self._reads_back(small, claim) else case, self.library)
        return None

    def _candidates(self, claim: Claim, questionnaire: str) -> Iterator[Case]:
        given = self._named(claim)
        yield Answering(self.library, questionnaire, 0, self.today, given=given).only_given()
        for seed in range(self.attempts):
            answering = Answering(
                self.library, questionnaire, seed, self.today, given=given if seed % 3 else {}
            )
            yield answering.complete()
            yield answering.decided()

    def _named(self, claim: Claim) -> Mapping[Path, Value | State]:
        """The answers that the proof itself names."""
        try:
            return answers_of(claim)
        except TooManyError:
            return {}

    def _reads_back(self, case: Case, claim: Claim) -> bool:
        """As the file will be read: what it cannot hold shows nothing."""
        try:
            read = read_case(write_case(case, self.library), self.library, "voorbeeld", today=self.today)
        except AnswersError:
            return False
        return shows(claim, self.library, read, self.today)


def smallest(case: Case, still: Shows) -> Case:
    """The case without the decisions, answers and rows that are not needed: each is left out in turn."""
    for key in tuple(case.decisions):
        case = _kept(case.with_decision(key, None), case, still)
    case = _fewer_answers(case, still)
    for path, value in tuple(case.answers.items()):
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            case = _fewer_rows(case, path, still)
    return case


def _fewer_answers(case: Case, still: Shows) -> Case:
    """Large parts first: of a whole questionnaire only a few answers matter."""
    size = len(case.answers)
    while size:
        paths = tuple(case.answers)
        for at in range(0, len(paths), size):
            left_out = set(paths[at : at + size])
            kept = {p: v for p, v in case.answers.items() if p not in left_out}
            case = _kept(replace(case, answers=kept), case, still)
        size //= 2
    return case


def _fewer_rows(case: Case, path: Path, still: Shows) -> Case:
    value = case.answers[path]
    for row in value if isinstance(value, tuple) else ():
        now = case.answers[path]
        rows = tuple(r for r in now if isinstance(r, Record) and r != row) if isinstance(now, tuple) else ()
        if rows:
            case = _kept(replace(case, answers={**case.answers, path: rows}), case, still)
    return case


def _kept(smaller: Case, case: Case, still: Shows) -> Case:
    return smaller if still(smaller) else case
