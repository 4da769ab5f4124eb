"""One deal as data: answers, decisions, and what was put aside. Immutable; changes make a new Case."""

from collections.abc import Mapping
from dataclasses import replace

from generator.expressions.ast import Path
from generator.frozen import dataclass, field
from generator.values import NOTHING, Record, State, Value

Answers = Mapping[Path, Value | State]
"""By question path ``("backup", "bronnen")``. An open question is absent; NOT_ASKED is computed, never stored."""


@dataclass(frozen=True, slots=True)
class HeldFor:
    """What a decision was about (``gold_voor``): when any of it changes, the decision reopens.

    ``facts`` holds the variables the finding read, in written form; ``shown`` a hash of what was shown.
    """

    risk_version: int
    facts: Mapping[str, str]
    shown: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The customer's or the director's choice on one finding. ``fields`` are those of ``library.decision``.

    ``signed`` is ``ondertekend:`` (date, file, hash), in written form.
    """

    fields: Record
    held_for: HeldFor | None = None
    signed: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """The content of ``antwoorden.yaml``. Decisions by finding key: ``risk`` or ``risk/record``.

    ``earlier`` are decisions whose finding vanished; ``lapsed`` answers whose question is hidden or gone, by dotted
    name, in written form; ``source`` is ``invoer:`` (profile and package used, library version, defaults).
    """

    questionnaire: str
    answers: Answers = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    earlier: Mapping[str, Decision] = field(default_factory=dict)
    lapsed: Mapping[str, object] = field(default_factory=dict)
    source: Mapping[str, object] = field(default_factory=dict)

    def with_answer(self, path: Path, value: Value | State) -> "Case":
        """The case with this question answered; State.OPEN takes the answer away."""
        kept = {p: v for p, v in self.answers.items() if p != path}
        if value is not State.OPEN:
            kept[path] = value
        return replace(self, answers=kept)

    def with_decision(self, key: str, decision: Decision | None) -> "Case":
        """The case with this finding decided, or undecided again (None)."""
        kept = {k: d for k, d in self.decisions.items() if k != key}
        if decision is not None:
            kept[key] = decision
        return replace(self, decisions=kept)


EMPTY_RECORD = Record("", NOTHING)
