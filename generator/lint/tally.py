"""What was proved, and what could not be: so that no more is claimed than was checked."""

from dataclasses import dataclass

from generator.expressions.implication import Answer, Verdict


@dataclass
class Tally:
    """Counts verdicts. ``split``: amounts, dates or counts took part, so all values between two constants are one."""

    proved: int = 0
    refuted: int = 0
    not_provable: int = 0
    split: int = 0

    def count(self, verdict: Verdict) -> None:
        self.split += verdict.split
        match verdict.answer:
            case Answer.PROVED:
                self.proved += 1
            case Answer.REFUTED:
                self.refuted += 1
            case Answer.NOT_PROVABLE:
                self.not_provable += 1

    @property
    def total(self) -> int:
        return self.proved + self.refuted + self.not_provable


def told(tally: Tally) -> str:
    """One line of Dutch: what the proofs cover."""
    return (
        f"Nagerekend voor alle antwoorden: {tally.total} beweringen. {tally.proved} kloppen altijd, "
        f"{tally.refuted} soms; {tally.not_provable} zijn niet te bewijzen. "
        f"Bij {tally.split} telden bedragen, datums of aantallen mee: die zijn gesplitst op de grenzen in de voorwaarden."
    )
