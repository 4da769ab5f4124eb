"""Word counts to our labels, whatever order of levels a clause has."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbering import MODERN, formatted, printed_label
from generator.writers.docx.frame import compiled
from generator.writers.docx.lists import Lists
from generator.writers.faults import WriterFault

STYLE = Path(__file__).resolve().parents[2] / "clauses" / "stijl" / "modern.docx"
LEVELS = ("Lid", "Onderdeel", "Subonderdeel")


def lists() -> Lists:
    return Lists(compiled(STYLE.read_bytes()).numbering, "stuk")


@given(st.lists(st.lists(st.integers(0, 2), max_size=8), min_size=1, max_size=5))
def test_our_numbers_need_no_numbering_of_their_own(articles: list[list[int]]) -> None:
    made = lists()
    for number, levels in enumerate(articles, 1):
        assert made.properties("Kop1", str(number)) == ""
        counts = [0, 0, 0]
        for level in levels:
            counts[level] += 1
            counts[level + 1 :] = [0] * (2 - level)
            made.properties(LEVELS[level], printed_label(MODERN.articles, level + 1, (number, *counts)))
    if all(not levels or levels == sorted(levels) for levels in articles):
        assert made.own_lists() == ""


def test_a_number_out_of_order_gets_a_list_of_its_own() -> None:
    made = lists()
    made.properties("Kop1", "1")
    made.properties("Lid", "1.1")
    made.properties("Onderdeel", "(a)")
    made.properties("Onderdeel", "(b)")
    assert "<w:numId" in made.properties("Onderdeel", "(a)")
    assert "<w:numId" in made.properties("Onderdeel", "(b)")
    assert made.properties("Lid", "1.2") == ""
    assert made.own_lists().count("<w:startOverride") == 1


def test_a_number_that_the_house_style_cannot_print_is_our_fault() -> None:
    with pytest.raises(WriterFault, match="VII"):
        lists().properties("Lid", "VII")


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (9, "lowerRoman", "ix"),
        (4, "decimal", "4"),
        (1, "bullet", ""),
    ],
)
def test_formats(number: int, number_format: str, expected: str) -> None:
    assert formatted(number, number_format) == expected
