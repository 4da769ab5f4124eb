"""What a finding is: a risk that these answers raise, with its level, its decision and what is missing on paper."""

from collections.abc import Mapping
from enum import StrEnum

from generator import document as doc
from generator.expressions.ast import Path
from generator.frozen import dataclass, field
from generator.library import Aspect, Level, StopKind


class Status(StrEnum):
    OPEN = "open"
    INCOMPLETE = "onvolledig"
    LATER = "later"
    OUT_OF_SCOPE = "buiten_opdracht"
    ACCEPTED = "aanvaard"
    REFUSED = "geweigerd"
    BOARD = "besluit_directie"
    SOLVED = "opgelost"


BLOCKING = frozenset({Status.OPEN, Status.INCOMPLETE, Status.REFUSED})
"""Statuses that hold up a paper to be signed (domain 5)."""

STATUS_OF_DECISION = {
    "later": Status.LATER,
    "buiten_opdracht": Status.OUT_OF_SCOPE,
    "aanvaard": Status.ACCEPTED,
    "geweigerd": Status.REFUSED,
    "besluit_directie": Status.BOARD,
}

WAY_OUT_OF_DECISION = {
    "later": "later",
    "buiten_opdracht": "buiten_opdracht",
    "aanvaard": "aanvaarden",
    "geweigerd": "weigeren",
    "besluit_directie": "besluit_directie",
}


@dataclass(frozen=True, slots=True)
class Lack:
    """Something substantiation misses: what, and what to do about it. ``gate``: needed before signing."""

    text: str
    remedy: str
    gate: bool


@dataclass(frozen=True, slots=True)
class Substantiation:
    """Which factors are on paper, which lack, which nobody can judge from paper. Never a number."""

    present: tuple[str, ...] = ()
    lacking: tuple[Lack, ...] = ()
    not_assessable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """``key`` is ``risk`` or ``risk/record``; of a finding on a decision ``risk@key``. ``about`` is that key.

    ``stepped_down``: a director took back a stop of the house, for a time and with another measure.
    ``reads`` are the facts it rests on in written form; ``sections`` its risk text, filled, by heading.
    """

    key: str
    risk: str
    title: str
    measure: str
    aspect: Aspect
    level: Level
    status: Status
    rule: str | None = None
    stop_kind: StopKind | None = None
    heightened: bool = False
    stepped_down: bool = False
    record: str | None = None
    record_name: str = ""
    about: str | None = None
    ways_out: tuple[str, ...] = ()
    asks: tuple[Path, ...] = ()
    basis: tuple[str, ...] = ()
    risk_version: int = 1
    reads: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, tuple[doc.Block, ...]] = field(default_factory=dict)
    substantiation: Substantiation = Substantiation()
    reopened: bool = False
    only_starting: bool = False

    @property
    def blocking(self) -> bool:
        """Whether it holds up a paper to be signed that is about it."""
        return self.level in (Level.SERIOUS, Level.STOP) and self.status in BLOCKING

    @property
    def for_customer(self) -> bool:
        return self.aspect is Aspect.MATTER
