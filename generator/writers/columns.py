"""What a column of a table holds."""

import re

from generator.document import Table
from generator.writers.words import clean, printed

_AMOUNT = re.compile(r"(€\s*)?-?[\d.]+(,\d\d)?(,-|,–)?(\s*%)?")


def amounts(table: Table) -> frozenset[int]:
    """The columns that hold only figures: those are set to the right."""
    columns = [[clean(printed(row[n])).strip() for row in table.rows] for n in range(len(table.header))]
    return frozenset(n for n, cells in enumerate(columns) if _only_amounts(cells))


def _only_amounts(cells: list[str]) -> bool:
    filled = [c for c in cells if c]
    return bool(filled) and all(_AMOUNT.fullmatch(c) for c in filled)
