"""The closed list of figures derived from one decision, which content compares with constants."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.values import Record, State, Value

AUTHORISED = ("alleen", "gezamenlijk", "volmacht")


def figures(decision: Record, today: date, too_thin: tuple[str, ...]) -> Mapping[str, Value | State]:
    """By name: counts as Decimal, facts as bool; ``dagen_tot_herzien`` is open without a date."""
    reason = decision.values.get("reden")
    words = _words(reason) if isinstance(reason, str) and not isinstance(reason, State) else []
    warnings = _rows(decision, "gewaarschuwd")
    review = decision.values.get("herzien_op")
    confirmed = decision.values.get("bevestigd_door")
    authority = confirmed.values.get("bevoegd") if isinstance(confirmed, Record) else None
    return {
        "reden_letters": Decimal(sum(len(w) for w in words)),
        "reden_woorden": Decimal(len(set(words))),
        "reden_mager": " ".join(words) in _all_words(too_thin),
        "waarschuwing_dagen": _different(warnings, "datum"),
        "waarschuwing_kanalen": _different(warnings, "hoe"),
        "alternatieven_met_prijs": Decimal(
            sum(isinstance(a.values.get("prijs"), Decimal) for a in _rows(decision, "alternatieven"))
        ),
        "dagen_tot_herzien": Decimal((review - today).days) if isinstance(review, date) else State.OPEN,
        "bevoegd": authority in AUTHORISED,
    }


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


@lru_cache(8)
def _all_words(texts: tuple[str, ...]) -> frozenset[str]:
    """The same for every decision under one library."""
    return frozenset(" ".join(_words(t)) for t in texts)


def _different(rows: tuple[Record, ...], name: str) -> Decimal:
    """How many answers there are to this field; what is still open counts for none."""
    given = (row.values.get(name, State.OPEN) for row in rows)
    return Decimal(len({value for value in given if not isinstance(value, State)}))


def _rows(decision: Record, name: str) -> tuple[Record, ...]:
    rows = decision.values.get(name)
    return tuple(r for r in rows if isinstance(r, Record)) if isinstance(rows, tuple) else ()
