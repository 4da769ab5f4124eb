"""Rows of a table stand by the columns a clause names."""

from generator import document as doc
from generator.row_order import ordered


def cell(words: str) -> doc.Inlines:
    return (doc.Filled(words, "x"),) if words else (doc.Blank("Dag", None, holds_up=False),)


def table(*rows: tuple[str, str]) -> doc.Table:
    head = tuple((doc.Text(h),) for h in ("Wie", "Vóór"))
    return doc.Table(head, tuple(tuple(map(cell, row)) for row in rows))


def sorted_rows(columns: list[str], *rows: tuple[str, str]) -> list[str]:
    (made,) = ordered([table(*rows)], columns)
    assert isinstance(made, doc.Table)
    return [" ".join(doc.plain(c) for c in row) for row in made.rows]


def test_by_name_and_then_by_day_of_the_calendar() -> None:
    assert sorted_rows(
        ["Wie", "Vóór"],
        ("Wij", "2 december 2026"),
        ("wij", "–"),
        ("Klant", "10 mei 2027"),
        ("Klant", "9 juni 2026"),
    ) == ["Klant 9 juni 2026", "Klant 10 mei 2027", "Wij 2 december 2026", "wij –"]


def test_what_is_blank_comes_last() -> None:
    assert sorted_rows(["Wie"], ("", "a"), ("Zij", "b"), ("–", "c")) == ["Zij b", "[Dag] a", "– c"]


def test_without_columns_or_where_a_table_has_none_of_them_rows_stay_as_they_are() -> None:
    rows = ("b", "1"), ("a", "2")
    assert sorted_rows([], *rows) == ["b 1", "a 2"]
    assert sorted_rows(["Anders"], *rows) == ["b 1", "a 2"]
    blocks = (doc.Paragraph(()), doc.WritingLines(2))
    assert ordered(blocks, ["Wie"]) == blocks
