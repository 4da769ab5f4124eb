"""The values an answer can have. Dutch text to value and back lives in ``dutch.py``."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from generator.frozen import dataclass


class State(StrEnum):
    """The states of a variable that has no value; see design 3, five states."""

    OPEN = "open"
    NOT_ASKED = "niet gevraagd"
    LATER = "later"
    UNKNOWN = "onbekend"


class Unit(StrEnum):
    """Units of a duration. A werkdag or kantooruur does not compare with an hour."""

    MINUTE = "minuut"
    HOUR = "uur"
    OFFICE_HOUR = "kantooruur"
    DAY = "dag"
    WORKDAY = "werkdag"
    WEEK = "week"
    MONTH = "maand"
    YEAR = "jaar"


@dataclass(frozen=True, slots=True)
class Duration:
    """``amount`` whole units; at least 0."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Frequency:
    """``times`` per ``every`` units: dagelijks is 1 per 1 dag; elke 4 uur is 1 per 4 uur."""

    times: int
    per: Unit
    every: int = 1


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a list (id ``r1``), of a matrix (id is the row's option) or a group (id ``""``).

    A field that is absent from ``values`` is open.
    """

    id: str
    values: Mapping[str, "Value | State"]

    def __hash__(self) -> int:
        return hash((self.id, tuple(sorted(self.values))))


Value = str | bool | Decimal | date | Duration | Frequency | tuple[str, ...] | Record | tuple[Record, ...]

NOTHING: Mapping[str, "Value | State"] = MappingProxyType({})
