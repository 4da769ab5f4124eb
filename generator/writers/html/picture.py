"""Tables as a picture: one lane per answer to "who", one row per thing, a mark where they meet.

The same stands in words in the tables below it, so the picture is one image with a summary to who cannot see it.
"""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.document import Article, Inlines, Table
from generator.frozen import dataclass
from generator.writers.html.markup import Markup, joined, tag
from generator.writers.words import one_line, printed

WIDTH, LABELS, LANE_TOP = 720, 270, 46
_ROW, _LINE, _GROUP = 24, 14, 30
_CHARACTERS = 43
_MARKS = 5
"""Shapes in the style sheet: a lane is told by its place, its shape and its colour."""


@dataclass(frozen=True, slots=True)
class _Row:
    name: tuple[str, ...]
    lane: int
    said: str

    @property
    def height(self) -> int:
        return _ROW + _LINE * (len(self.name) - 1)


@dataclass(frozen=True, slots=True)
class _Group:
    title: str
    rows: tuple[_Row, ...]

    @property
    def height(self) -> int:
        return _GROUP + sum(r.height for r in self.rows)


def picture(article: Article, place: str) -> Markup:
    """Nothing for an article without lanes, or whose tables are still empty."""
    tables = [b for b in article.blocks if isinstance(b, Table)] if article.lanes else []
    groups = [g for table in tables if (g := _group(table, article.lanes)).rows]
    if not groups:
        return Markup()
    height = LANE_TOP + sum(g.height for g in groups) + 8
    drawn = tag(
        "svg",
        tag("title", one_line(printed(article.title)), id=f"{place}-beeld"),
        tag("desc", _summary(groups, article.lanes), id=f"{place}-uitleg"),
        *_lanes(article.lanes, groups, height),
        *_groups(groups, len(article.lanes)),
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_labelledby=f"{place}-beeld {place}-uitleg",
    )
    scroll = tag("div", drawn, class_="rol", role="group", aria_labelledby=f"{place}-beeld", tabindex=0)
    return tag("figure", scroll, class_="beeld", data_naast=True)


def _group(table: Table, lanes: Sequence[str]) -> _Group:
    rows = (
        _Row(_lines(one_line(printed(name))), lanes.index(lane), _said(rest))
        for name, where, *rest in table.rows
        if (lane := one_line(printed(where))) in lanes
    )
    return _Group(one_line(printed(table.header[0])), tuple(rows))


def _lines(name: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(name, _CHARACTERS, max_lines=2, placeholder=" …")) or ("",)


def _said(cells: Sequence[Inlines]) -> str:
    return " · ".join(one_line(printed(c)) for c in cells)


def _summary(groups: Sequence[_Group], lanes: Sequence[str]) -> str:
    counted = _counted(groups)
    told = ", ".join(f"{lane} {counted[n]}" for n, lane in enumerate(lanes))
    return f"Hoeveel er in elke baan staan: {told}. De tabellen hieronder noemen ze allemaal."


def _counted(groups: Sequence[_Group]) -> Counter[int]:
    return Counter(row.lane for group in groups for row in group.rows)


def _lane_width(lanes: int) -> int:
    return (WIDTH - LABELS) // lanes


def _lanes(lanes: Sequence[str], groups: Sequence[_Group], height: int) -> Iterator[Markup]:
    counted, width = _counted(groups), _lane_width(len(lanes))
    for n, lane in enumerate(lanes):
        left = LABELS + n * width
        yield tag("rect", class_="baan", x=left + 2, y=0, width=width - 4, height=height, rx=4)
        words = textwrap.wrap(lane, 13, max_lines=2, placeholder="…")
        yield _text(words, left + width // 2, 16, "baankop")
        yield _text([str(counted[n])], left + width // 2, LANE_TOP, "aantal")


def _groups(groups: Sequence[_Group], lanes: int) -> Iterator[Markup]:
    top = LANE_TOP
    for group in groups:
        yield _text([group.title], 0, top + 22, "groep")
        yield tag("line", class_="streep", x1=0, x2=WIDTH, y1=top + _GROUP - 2, y2=top + _GROUP - 2)
        top += _GROUP
        for row in group.rows:
            yield _row(row, top, lanes)
            top += row.height


def _row(row: _Row, top: int, lanes: int) -> Markup:
    width = _lane_width(lanes)
    across, down = LABELS + row.lane * width + width // 2, top + row.height // 2
    words = f"{' '.join(row.name)}: {row.said}" if row.said else " ".join(row.name)
    return tag(
        "g",
        tag("title", words),
        _text(row.name, 0, top + 16, "naam"),
        tag("line", class_="leider", x1=LABELS - 8, x2=across - 10, y1=down, y2=down)
        if row.lane
        else Markup(),
        _mark(row.lane % _MARKS, across, down),
    )


def _mark(kind: int, x: int, y: int) -> Markup:
    look = f"teken teken-{kind + 1}"
    if kind == 0:
        return tag("circle", class_=look, cx=x, cy=y, r=7)
    if kind == 1:
        return tag("circle", class_=look, cx=x, cy=y, r=6)
    if kind == 2:
        return tag("path", class_=look, d=f"M{x} {y - 8}L{x + 8} {y}L{x} {y + 8}L{x - 8} {y}Z")
    if kind == 3:
        return tag("path", class_=look, d=f"M{x - 6} {y - 6}L{x + 6} {y + 6}M{x + 6} {y - 6}L{x - 6} {y + 6}")
    return tag("path", class_=look, d=f"M{x} {y - 8}L{x + 8} {y + 6}L{x - 8} {y + 6}Z")


def _text(lines: Sequence[str], x: int, y: int, look: str) -> Markup:
    spans = joined(tag("tspan", line, x=x, y=y + n * _LINE) for n, line in enumerate(lines))
    return tag("text", spans, class_=look)
