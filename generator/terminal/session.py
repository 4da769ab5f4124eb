"""What the screen needs of the rest of the program; the use cases implement it."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from generator.expressions.ast import Path
from generator.frozen import dataclass
from generator.values import Record, State, Value

if TYPE_CHECKING:
    from generator.answers import Case
    from generator.facts import Facts
    from generator.findings import Finding
    from generator.interview import Filter
    from generator.library import Library


class Outcome(StrEnum):
    """How a sitting ended: the user called it ready, or stopped; either way everything is saved."""

    READY = "klaar"
    STOPPED = "gestopt"


@dataclass(frozen=True, slots=True)
class FindingText:
    """What is told about a finding, in the order of the conversation; alternatives are (what, price).

    ``lacking`` is what is still to be done before it is on paper; ``changed`` why its decision reopened.
    """

    can_happen: str
    advice: str
    alternatives: tuple[tuple[str, str], ...] = ()
    lacking: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class Session(Protocol):
    """One sitting over one case.

    ``answer`` is ``interview.answered`` followed by ``interview.settle``, then saved before it returns; ``ready`` is
    False while a list or matrix is still being filled, and State.OPEN takes an answer away. ``decide`` saves the
    fields of a decision so far, each time one is answered; an empty record withdraws the decision, which
    then is one of ``case.earlier``. Both raise OutputError when it could not be saved; then ``case`` must be what it was, and
    the user gets the message and his answer back on screen.

    ``offers`` are the alternatives of a finding as rows of the decision, priced where a price is known.

    ``facts`` are the facts of ``case`` as it is now. ``clause_beside`` says what the paper would be if the question at
    ``path`` (section, question) had ``value``; ``risk_text`` what that raises which ``without`` would not (its findings
    minus those of ``without``); None: nothing to say. For a list or matrix both are the whole list, with and without the half-made
    answer. They run on every key: keep them cheap.
    ``sitting.customer`` is true when the customer sits beside the screen.
    """

    @property
    def library(self) -> "Library": ...
    @property
    def case(self) -> "Case": ...
    @property
    def today(self) -> date: ...
    @property
    def sitting(self) -> "Filter": ...

    def facts(self) -> "Facts": ...
    def answer(self, path: Path, value: Value | State, *, ready: bool = True) -> None: ...
    def decide(self, key: str, fields: Record) -> None: ...
    def findings(self) -> "tuple[Finding, ...]": ...
    def finding_text(self, finding: "Finding") -> FindingText: ...
    def offers(self, finding: "Finding") -> tuple[Record, ...]: ...
    def preview(self) -> str: ...
    def clause_beside(self, path: Path, value: Value | State) -> str | None: ...
    def risk_text(self, path: Path, value: Value | State, without: Value | State) -> str | None: ...
