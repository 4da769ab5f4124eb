from hypothesis import given
from hypothesis import strategies as st

from generator.document import Blank, Table, Text
from generator.writers.docx.tables import TEXT_WIDTH, keeps_with_next, room_of, shape, shared


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


def test_room_that_no_column_needs_goes_to_words_and_not_to_figures() -> None:
    table = Table(
        (cell("Gegevens"), cell("Aantal"), cell("Wie")),
        ((cell("Mail"), cell("3"), cell("Leverancier")), (cell("Website"), cell("12"), cell("Klant"))),
    )
    gegevens, aantal, wie = shape(table, 0).widths
    assert aantal < min(gegevens, wie)
    assert abs(gegevens - wie) < TEXT_WIDTH // 4


def test_a_small_table_stays_whole_and_a_long_one_never_leaves_a_row_alone() -> None:
    assert [keeps_with_next(row, 4) for row in range(4)] == [True, True, True, False]
    long = [keeps_with_next(row, 20) for row in range(20)]
    assert [row for row, kept in enumerate(long) if kept] == [0, 1, 2, 18]


def test_a_row_of_places_to_sign_has_room_and_one_with_words_has_not() -> None:
    blank = Blank("Naam", None, holds_up=False)
    assert room_of(((blank,), (blank,))) > 0
    assert room_of(((blank,), cell("Klant"))) == 0
    assert room_of(((), cell("Klant"))) == 0
