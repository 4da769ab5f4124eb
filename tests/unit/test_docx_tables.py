from hypothesis import given
from hypothesis import strategies as st

from generator.document import Table, Text
from generator.writers.docx.tables import TEXT_WIDTH, shape, shared


@given(st.lists(st.tuples(st.integers(300, 3000), st.integers(0, 5000)), min_size=1, max_size=9))
def test_widths_fill_the_page_and_none_is_lost(columns: list[tuple[int, int]]) -> None:
    least = [low for low, _ in columns]
    widths = shared(TEXT_WIDTH, least, [low + more for low, more in columns])
    assert sum(widths) == TEXT_WIDTH
    assert min(widths) > 0
    if sum(least) <= TEXT_WIDTH:
        assert all(w >= low for w, low in zip(widths, least, strict=True))


def cell(text: str) -> tuple[Text, ...]:
    return (Text(text),) if text else ()


def test_amounts_stand_right_and_short_columns_stay_short() -> None:
    table = Table(
        (cell("Wat"), cell("Aantal"), cell("Prijs")),
        ((cell("Een lange omschrijving van een post " * 3), cell("2"), cell("€ 1.250,00")),),
    )
    found = shape(table, 0)
    assert found.amounts == {1, 2}
    assert found.widths[0] > found.widths[1] + found.widths[2]


def test_a_list_of_facts_has_no_head() -> None:
    found = shape(Table(((), ()), ((cell("Klant"), cell("Fictief B.V.")),)), 851)
    assert not found.head
    assert found.indent + sum(found.widths) == TEXT_WIDTH


def test_a_short_head_stays_on_one_line() -> None:
    table = Table(
        (cell("Wat u aanlevert"), cell("Vorm"), cell("Uiterlijk")),
        ((cell("De lijst van kritieke processen"), cell("pdf"), cell("11 december 2026")),),
    )
    assert shape(table, 0).widths[1] >= 800
