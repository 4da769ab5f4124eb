"""``banen`` and ``volgorde``: a clause says how its tables are drawn and ordered, and its tables must be fit for it."""

from collections.abc import Iterable, Iterator

from generator.library import Block, For, If, Inline, Item, Row, Table, TermUse, Text
from generator.loading.located import Scalar
from generator.loading.problems import Problems
from generator.loading.schema_clauses import ClauseFront


def check_tables(front: ClauseFront, blocks: Iterable[Block], problems: Problems) -> None:
    asked = [*front.lanes, *front.order]
    if not asked:
        return
    tables = [*_tables(blocks)]
    if not tables:
        _refuse(
            "tabel-ontbreekt", asked[0], "in deze clausule staat geen tabel", "zet er een tabel in", problems
        )
    for table in tables:
        _check_order(table, front.order, problems)
        if front.lanes:
            _check_lanes(table, front.lanes, problems)


def _check_order(table: Table, order: Iterable[Scalar], problems: Problems) -> None:
    heads = [_words(cell) for cell in table.header]
    for name in order:
        if name not in heads:
            known = ", ".join(filter(None, heads))
            _refuse(
                "onbekende-kolom",
                name,
                f"een tabel heeft geen kolom '{name}'",
                f"kies uit: {known}",
                problems,
            )


def _check_lanes(table: Table, lanes: list[Scalar], problems: Problems) -> None:
    """The lane of a row stands there in words, so that no answer can fall outside the picture."""
    known = ", ".join(lanes)
    for row in _rows(table.rows):
        said = _words(row.cells[1]) if len(row.cells) > 1 else None
        if said not in lanes:
            what = "een rij noemt geen baan" if said is None else f"een rij noemt de baan '{said}'"
            _refuse("onbekende-baan", lanes[0], what, f"zet in de tweede cel een van: {known}", problems)


def _refuse(slug: str, at: Scalar, what: str, remedy: str, problems: Problems) -> None:
    problems.add(slug, what, remedy, at.position, width=len(at))


def _words(cell: Iterable[Inline]) -> str | None:
    """The words of a cell without answers; None when there are answers in it."""
    inlines = tuple(cell)
    plain = [i.text for i in inlines if isinstance(i, Text | TermUse)]
    return "".join(plain).strip() if len(plain) == len(inlines) else None


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case If(_, then, otherwise):
                yield from _tables((*then, *otherwise))
            case For(_, inner):
                yield from _tables(inner)
            case Item(children=inner):
                yield from _tables(inner)
            case _:
                pass


def _rows(blocks: Iterable[Block]) -> Iterator[Row]:
    for block in blocks:
        match block:
            case Row():
                yield block
            case If(_, then, otherwise):
                yield from _rows((*then, *otherwise))
            case For(_, inner):
                yield from _rows(inner)
            case _:
                pass
