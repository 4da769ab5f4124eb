"""Rows of a table in the order of some of its columns: days by the calendar, other words by the alphabet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from generator import document as doc
from generator.dutch_time import read_date

_LAST = date.max


def ordered(blocks: Sequence[doc.Block], columns: Sequence[str]) -> tuple[doc.Block, ...]:
    """The blocks; the rows of a table that has these columns stand by the first, then by the next."""
    return tuple(_sorted(b, columns) if isinstance(b, doc.Table) and columns else b for b in blocks)


def _sorted(table: doc.Table, columns: Sequence[str]) -> doc.Table:
    heads = [doc.plain(cell) for cell in table.header]
    places = [heads.index(name) for name in columns if name in heads]

    def key(row: tuple[doc.Inlines, ...]) -> tuple[tuple[date, bool, str], ...]:
        return tuple(_key(row[n]) for n in places)

    return replace(table, rows=tuple(sorted(table.rows, key=key)))


def _key(cell: Iterable[doc.Inline]) -> tuple[date, bool, str]:
    """What is still blank comes last."""
    inlines = tuple(cell)
    words = doc.plain(inlines).strip()
    day = read_date(words) if words else None
    blank = not words or words == "–" or any(isinstance(i, doc.Blank) for i in inlines)
    return (day if isinstance(day, date) else _LAST), blank, words.casefold()
