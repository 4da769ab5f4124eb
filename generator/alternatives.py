"""The alternatives of a risk as rows to offer, with the price of the deal itself or of the last time. Pure."""

from collections.abc import Mapping, Sequence

from generator.facts import Facts
from generator.findings import Finding
from generator.library import Kind, Question
from generator.values import Record, State, Value

WHAT, PRICE, PER = "omschrijving", "prijs", "per"
FIELD = "alternatieven"
"""The field of a decision that holds them."""


def offered(finding: Finding, facts: Facts, before: Sequence[Record]) -> tuple[Record, ...]:
    """What the risk proposes, priced where a price is known; then what was offered ``before`` in other words.

    The first alternative is the measure itself: where its own row names a price, that is the price.
    """
    prices = {row.values.get(WHAT): _priced(row) for row in before}
    rows: dict[str, dict[str, Value | State]] = {}
    for number, alternative in enumerate(facts.library.risks[finding.risk].alternatives):
        own = _priced(_row(finding, facts)) if number == 0 else {}
        unit: dict[str, Value | State] = {PER: alternative.per} if alternative.per else {}
        rows[alternative.text] = unit | dict(own or prices.get(alternative.text, {}))
    for row in before:
        text = row.values.get(WHAT)
        if isinstance(text, str) and not isinstance(text, State):
            rows.setdefault(text, dict(_priced(row)))
    return tuple(Record(f"r{n}", {WHAT: text, **known}) for n, (text, known) in enumerate(rows.items(), 1))


def price_key(finding: Finding, facts: Facts) -> str:
    """Under which name its prices are remembered: the rows of a matrix are the same in every deal, those of a list not."""
    loop = facts.library.risks[finding.risk].for_each
    over = facts.question(loop.path) if loop else None
    same_rows = isinstance(over, Question) and over.kind is Kind.MATRIX
    return finding.key if same_rows else finding.risk


def priced(rows: Value | State | None) -> tuple[Record, ...]:
    """The rows of an answer that name a price."""
    found = rows if isinstance(rows, tuple) else ()
    return tuple(r for r in found if isinstance(r, Record) and r.values.get(WHAT) and _priced(r))


def _priced(row: Record | None) -> Mapping[str, Value | State]:
    values = row.values if row else {}
    price = values.get(PRICE, State.OPEN)
    return {} if isinstance(price, State) else {k: values[k] for k in (PRICE, PER) if k in values}


def _row(finding: Finding, facts: Facts) -> Record | None:
    """The row that the finding is about."""
    loop = facts.library.risks[finding.risk].for_each
    rows = facts.value(loop.path) if loop else ()
    found = rows if isinstance(rows, tuple) else ()
    return next((r for r in found if isinstance(r, Record) and r.id == finding.record), None)
