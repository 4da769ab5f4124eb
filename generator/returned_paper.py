"""What a paper that came back holds, and what was found when it was read."""

from generator.comparing import Difference, Known, Status, Unit, compared
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a file says of itself; the clauses are empty when that part was taken out."""

    reference: str
    paper: str
    library: str
    clauses: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: who made it, its words, and the words it is about."""

    author: str
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Returned:
    """``units`` with all changes accepted; ``frame`` what stands outside clauses; ``changes`` the open ones per author."""

    provenance: Provenance
    units: tuple[Unit, ...]
    frame: tuple[str, ...]
    changes: tuple[tuple[str, int], ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A paper against the one that was made. ``case`` and ``original`` are "" when those were not found.

    ``drift``: what the case would now write otherwise; None when that is not known, with the reason in ``unknown``.
    """

    returned: Returned
    case: str
    original: str
    differences: tuple[Difference, ...]
    frame: tuple[Difference, ...]
    drift: tuple[str, ...] | None
    unknown: str = ""

    @property
    def touched(self) -> bool:
        """Whether anyone did anything to it, or to the case."""
        words = any(d.status is not Status.SAME for d in (*self.differences, *self.frame))
        return bool(words or self.returned.changes or self.returned.remarks or self.drift)


def outside(before: Returned, now: Returned) -> tuple[Difference, ...]:
    """What differs outside clauses: the front, headings and the place to sign."""
    old, new = (Unit("kader", "", "", "", r.frame) for r in (before, now))
    return tuple(d for d in compared((old,), (new,)) if d.status is not Status.SAME)
