"""Tables: fixed widths computed from their words, rules only between rows, a head that repeats."""

from collections.abc import Sequence

from generator.document import Blank, Inlines, Table
from generator.frozen import dataclass
from generator.writers.columns import amounts
from generator.writers.docx import roles
from generator.writers.docx.xml import escape
from generator.writers.words import BOX, clean, has_head, printed

TEXT_WIDTH = 9070
_PADDING = 220
_CHARACTER = 100
_SHORTEST_WORD = 6
"""A head is bold, and a short word may be all wide letters: ‘Vorm’ needs more room than four of the average."""
_LONGEST_WORD = 26
_LONGEST_CELL = 64
_SIGNING_LINE = 18
_ROOM_TO_SIGN = 794
_FIRST_ROWS = 3
_MOST_WHOLE = 12
"""Rows of a table that stays on one page; a longer one may go on, under its head."""


@dataclass(frozen=True, slots=True)
class Shape:
    """``widths`` in twips; ``amounts`` the columns that hold only figures."""

    indent: int
    widths: tuple[int, ...]
    amounts: frozenset[int]
    head: bool


def shape(table: Table, indent: int) -> Shape:
    rows = [*([table.header] if has_head(table) else []), *table.rows]
    columns = [[_measured(row[n]) for row in rows] for n in range(len(table.header))]
    width = TEXT_WIDTH - indent
    if not has_head(table) and len(columns) == 2:
        first = next((w for w in _labels(width) if _natural(columns[0]) <= w), _labels(width)[-1])
        widths: tuple[int, ...] = (first, width - first)
    else:
        natural, figures = [_natural(c) for c in columns], amounts(table)
        stretch = [0 if n in figures else wish for n, wish in enumerate(natural)]
        widths = shared(width, [_least(c) for c in columns], natural, stretch if any(stretch) else natural)
    return Shape(indent, widths, amounts(table), has_head(table))


def _labels(width: int) -> tuple[int, ...]:
    """How wide the labels of facts may be: few widths, so that tables under one another line up."""
    return width // 4, width // 3, width * 2 // 5


def keeps_with_next(row: int, rows: int) -> bool:
    """Whether a row stays on the page of the one below: no table begins or ends with a row alone."""
    below = rows - 1 - row
    return below > 0 and (rows <= _MOST_WHOLE or row < _FIRST_ROWS or below == 1)


def room_of(cells: Sequence[Inlines]) -> int:
    """The height of a row that is nothing but places to write and sign; 0 for one with words."""
    return _ROOM_TO_SIGN if all(map(is_signed, cells)) else 0


def is_signed(cell: Inlines) -> bool:
    return bool(cell) and all(isinstance(i, Blank) and not i.holds_up for i in cell)


def _measured(cell: Inlines) -> str:
    """The words of a cell, with a line to write on as long as it prints."""
    lines = sum(isinstance(i, Blank) and not i.holds_up for i in cell)
    words = clean(printed(cell)).replace(f"{BOX} ", f"{BOX}__")
    return " ".join([words, *["_" * _SIGNING_LINE] * lines])


def _least(cells: list[str]) -> int:
    longest = max((len(word) for cell in cells for word in cell.split()), default=1)
    return max(_SHORTEST_WORD, min(longest, _LONGEST_WORD)) * _CHARACTER + _PADDING


def _natural(cells: list[str]) -> int:
    longest = max((len(line) for cell in cells for line in cell.split("\n")), default=1)
    return max(min(longest, _LONGEST_CELL) * _CHARACTER + _PADDING, _least(cells))


def shared(
    width: int, least: list[int], natural: list[int], stretch: list[int] | None = None
) -> tuple[int, ...]:
    """Each column its longest word; short columns all they need; long ones share the rest. Sums to ``width``.

    ``stretch``: in what measure they take the room that none of them needs.
    """
    if sum(least) >= width:
        shares = [width * n // sum(least) for n in least]
    else:
        extra = _shared_room(width - sum(least), {n: w - least[n] for n, w in enumerate(natural)})
        shares = [low + extra[n] for n, low in enumerate(least)]
    weights = stretch or natural
    over = width - sum(shares)
    shares = [share + over * weight // sum(weights) for share, weight in zip(shares, weights, strict=True)]
    shares[natural.index(max(natural))] += width - sum(shares)
    return tuple(shares)


def _shared_room(room: int, needs: dict[int, int]) -> dict[int, int]:
    """Who needs no more than an equal share gets it whole; the others divide what is left by need."""
    content = {n: need for n, need in needs.items() if need * len(needs) <= room}
    if content and len(content) < len(needs):
        others = {n: need for n, need in needs.items() if n not in content}
        return content | _shared_room(room - sum(content.values()), others)
    wish = sum(needs.values())
    return needs if wish <= room else {n: room * need // wish for n, need in needs.items()}


def opening(table_style: str, found: Shape) -> str:
    look = (
        f'<w:tblLook w:val="{"0420" if found.head else "0400"}" w:firstRow="{int(found.head)}" w:lastRow="0" '
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in found.widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{escape(table_style)}"/><w:tblW w:w="{sum(found.widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{found.indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'{look}w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def row(cells: list[str], found: Shape, *, head: bool = False, height: int = 0, at_foot: bool = False) -> str:
    align = '<w:vAlign w:val="bottom"/>' if at_foot else ""
    properties = (
        "<w:cantSplit/>"
        + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
        + ("<w:tblHeader/>" if head else "")
    )
    body = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{align}</w:tcPr>{cell}</w:tc>'
        for width, cell in zip(found.widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{body}</w:tr>"


def cell_role(column: int, found: Shape, *, head: bool) -> str:
    if head:
        return roles.TABLE_HEAD_RIGHT if column in found.amounts else roles.TABLE_HEAD
    if column in found.amounts:
        return roles.TABLE_AMOUNT
    return roles.TABLE_LABEL if column == 0 and not found.head and len(found.widths) > 1 else roles.TABLE_TEXT


def cells_of(table: Table) -> list[tuple[tuple[Inlines, ...], bool]]:
    """Rows with whether they are the head."""
    head = [(table.header, True)] if has_head(table) else []
    return [*head, *((cells, False) for cells in table.rows)]
