"""The words that every edition of a paper must hold."""

import pytest

from generator.document import (
    Article,
    Blank,
    Block,
    Bullet,
    Definition,
    Document,
    Item,
    Paragraph,
    Ref,
    Table,
    Text,
    Undecided,
    WritingLines,
)
from generator.library import Form, Gate
from generator.writers.words import (
    article_words,
    block_words,
    clean,
    depends,
    has_head,
    one_line,
    printed,
    words,
)


def test_every_line_break_becomes_a_newline() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h") == "a\nb\nc\nd\ne\nf\ng\nh"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\u202e", "\u2066", "\ufffe", "\ud800"])
def test_what_steers_a_screen_or_hides_text_is_dropped(character: str) -> None:
    assert clean(f"a{character}b") == "ab"


def test_ordinary_signs_of_every_language_stay() -> None:
    assert clean("één 👩‍👩‍👧 שלום\tx") == "één 👩‍👩‍👧 שלום\tx"


def test_one_line_has_no_breaks_and_no_double_spaces() -> None:
    assert one_line(" a\n\nb  c ") == "a b c"


def test_a_blank_prints_its_name_while_open_and_nothing_when_it_is_for_signing() -> None:
    assert printed((Text("a"), Blank("Naam", None, holds_up=True))) == "a[Naam]"
    assert printed((Text("a"), Blank("Plaats", None, holds_up=False), Text("b"))) == "a b"


def test_numbers_can_be_left_out_for_what_word_counts_itself() -> None:
    inlines = (Text("artikel "), Ref("a", "7"))
    assert (printed(inlines), printed(inlines, references=False)) == ("artikel 7", "artikel ")


TABLE = Table(((Text("Kop"),), ()), (((Text("een twee"),), (Ref("a", "3"),)),))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph((Text("een  twee"),)), ["een", "twee"]),
        (Item((Text("lid"),), 0, "1.1", "k"), ["lid"]),
        (Bullet((Text("vakje"),), box=True), ["vakje"]),
        (Definition("Back-up", (Text("een kopie"),)), ["Back-up:", "een", "kopie"]),
        (WritingLines(3), []),
        (Undecided(("Haast?",)), ["Hangt", "af", "van:", "Haast?"]),
        (TABLE, ["Kop", "een", "twee", "3"]),
        (Table(((), ()), (((Text("x"),), ()),)), ["x"]),
    ],
)
def test_the_words_of_each_block(block: Block, expected: list[str]) -> None:
    assert block_words(block) == expected


def test_a_table_without_words_in_its_head_has_none() -> None:
    assert has_head(TABLE)
    assert not has_head(Table(((), ()), ()))


def test_words_for_a_hash_leave_every_number_out() -> None:
    article = Article("a", "a", 1, "7", (Text("Titel "), Ref("x", "9")), (TABLE, Paragraph((Ref("a", "3"),))))
    assert article_words(article) == ["Titel", "9", "Kop", "een", "twee", "3", "3"]
    assert article_words(article, references=False) == ["Titel", "Kop", "een", "twee"]


def test_the_words_of_a_paper_are_those_of_its_articles_in_order() -> None:
    one, two = (Article(t, t, 1, "", (Text(t),), ()) for t in ("een", "twee"))
    made = Document("s", "s", (Text("Titel"),), Form.LETTER, Gate.FREE, "", internal=False, author="",
                    addressee=(one,), articles=(two,))  # fmt: skip
    assert words(made) == ["een", "twee"]


def test_what_a_block_depends_on_is_told_in_one_line() -> None:
    assert depends(Undecided(("Is er haast?", "Wie belt?"))) == "Hangt af van: Is er haast?; Wie belt?"
