"""Tables, with roles in words: on a narrow screen a row becomes a card, and must stay a row to who cannot see it."""

from generator.document import Inlines, Table
from generator.writers.columns import amounts
from generator.writers.html.inlines import Phrases
from generator.writers.html.markup import Markup, joined, tag
from generator.writers.words import has_head, one_line, printed


def write_table(table: Table, phrases: Phrases) -> Markup:
    head = has_head(table)
    figures = amounts(table)
    heads = [one_line(printed(cell)) for cell in table.header]
    rows = joined(_row(row, heads, figures, phrases) for row in table.rows)
    body = tag("tbody", rows, role="rowgroup")
    if not head:
        return tag("table", body, role="table", class_="gegevens")
    return tag("table", _head(table.header, figures, phrases), body, role="table", class_="lijst")


def _head(header: tuple[Inlines, ...], figures: frozenset[int], phrases: Phrases) -> Markup:
    cells = joined(
        tag("th", phrases.write(c), scope="col", role="columnheader", class_=_look(n, figures))
        if printed(c).strip()
        else tag("td", role="cell")
        for n, c in enumerate(header)
    )
    return tag("thead", tag("tr", cells, role="row"), role="rowgroup")


def _row(row: tuple[Inlines, ...], heads: list[str], figures: frozenset[int], phrases: Phrases) -> Markup:
    """The first cell names the row, when there is more to say and it says something."""
    names = len(row) > 1 and bool(printed(row[0]).strip())
    cells = joined(
        tag("th", phrases.write(cell), scope="row", role="rowheader")
        if n == 0 and names
        else tag("td", phrases.write(cell), role="cell", class_=_look(n, figures), data_kop=heads[n] or None)
        for n, cell in enumerate(row)
    )
    return tag("tr", cells, role="row")


def _look(column: int, figures: frozenset[int]) -> str | None:
    return "bedrag" if column in figures else None
