"""Numbers of articles, leden, onderdelen, recitals, parties and annexes."""

from dataclasses import replace

import pytest

from generator.document import Annex, Article, Block, Document, Heading, Item, Text
from generator.library import Form, Gate
from generator.numbering import Level, NumberingScheme, letter, numbered, roman


def item(level: int) -> Item:
    return Item((Text("tekst"),), level, "", "")


def article(*levels: int, title: str = "Titel") -> Article:
    return Article("a/b", "a/b", 1, "", (Text(title),) if title else (), tuple(item(n) for n in levels))


def paper(form: Form = Form.CONTRACT, **slots: tuple[Article, ...]) -> Document:
    made = Document("stuk", "stuk", (Text("Stuk"),), form, Gate.FREE, "", internal=False, author="", **slots)
    return numbered(made)


def labels(blocks: tuple[Block, ...]) -> list[str]:
    return [b.label for b in blocks if isinstance(b, Item)]


def test_articles_of_a_contract_count_through_and_their_leden_carry_the_article_number() -> None:
    made = paper(articles=(article(0, 0), article(0)))
    assert [a.label for a in made.articles] == ["1.", "2."]
    assert [labels(a.blocks) for a in made.articles] == [["1.1", "1.2"], ["2.1"]]


def test_an_article_without_title_has_no_number_and_takes_none() -> None:
    made = paper(articles=(article(0, title=""), article(0)))
    assert [a.label for a in made.articles] == ["", "1."]
    assert labels(made.articles[0].blocks) == ["1."]


def test_a_deep_list_counts_letters_and_roman_numerals_and_begins_again_under_each_lid() -> None:
    made = paper(articles=(article(0, 1, 2, 2, 1, 2, 0, 1, 2),))
    expected = ["1.1", "(a)", "(i)", "(ii)", "(b)", "(i)", "1.2", "(a)", "(i)"]
    assert labels(made.articles[0].blocks) == expected


def test_more_than_26_onderdelen_go_on_as_word_does() -> None:
    made = paper(articles=(article(0, *[1] * 28),))
    assert labels(made.articles[0].blocks)[-3:] == ["(z)", "(aa)", "(bb)"]


def test_other_blocks_between_items_do_not_break_the_count() -> None:
    with_heading = Article("a", "a", 1, "", (Text("T"),), (item(0), Heading((Text("Kop"),)), item(0)))
    assert labels(paper(articles=(with_heading,)).articles[0].blocks) == ["1.1", "1.2"]


@pytest.mark.parametrize("form", [Form.LETTER, Form.STATEMENT, Form.EMAIL, Form.REPORT])
def test_only_a_contract_numbers_its_articles(form: Form) -> None:
    made = paper(form, articles=(article(0, 1), article(0)))
    assert [a.label for a in made.articles] == ["", ""]
    assert [labels(a.blocks) for a in made.articles] == [["1.", "(a)"], ["1."]]


def test_parties_and_recitals_are_one_list_over_all_their_clauses() -> None:
    made = paper(parties=(article(0), article(0, 1)), recitals=(article(0), article(0, 1)))
    assert [labels(a.blocks) for a in made.parties] == [["1."], ["2.", "(a)"]]
    assert [labels(a.blocks) for a in made.recitals] == [["A."], ["B.", "(a)"]]


def test_more_than_26_recitals_go_on_after_z() -> None:
    made = paper(recitals=(article(*[0] * 28),))
    assert labels(made.recitals[0].blocks)[-3:] == ["Z.", "AA.", "BB."]


def test_annexes_count_and_each_clause_in_them_begins_its_own_list() -> None:
    whole = Document(
        "stuk", "stuk", (), Form.CONTRACT, Gate.FREE, "", internal=False, author="",
        annexes=(Annex("a", "", "Matrix", (article(0), article(0))), Annex("b", "", "Prijzen", ())),
    )  # fmt: skip
    made = numbered(whole)
    assert [a.label for a in made.annexes] == ["Bijlage 1", "Bijlage 2"]
    assert [labels(a.blocks) for a in made.annexes[0].articles] == [["1."], ["1."]]


def test_front_page_addressee_and_text_above_signatures_number_by_themselves() -> None:
    made = paper(front_page=(article(0),), addressee=(article(0),), signing_text=(article(0),))
    for slot in (made.front_page, made.addressee, made.signing_text):
        assert (slot[0].label, labels(slot[0].blocks)) == ("", ["1."])


def test_letters_and_roman_numerals() -> None:
    assert [letter(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
    assert [roman(n) for n in (1, 4, 9, 14, 19, 38)] == ["i", "iv", "ix", "xiv", "xix", "xxxviii"]


CLASSIC = NumberingScheme(
    articles=(
        Level("decimal", "Artikel\u00a0%1"),
        Level("decimal", "%1.%2", 1),
        Level("lowerLetter", "%3.", 2),
        Level("lowerRoman", "%4.", 3),
    ),
    lists=(Level("decimal", "%1."), Level("lowerLetter", "%2.", 1), Level("lowerRoman", "%3.", 2)),
    statement=(Level("upperRoman", "%1."), Level("lowerLetter", "%2.", 1), Level("lowerRoman", "%3.", 2)),
    parties=(Level("decimal", "(%1)"),),
    recitals=(Level("upperLetter", "(%1)"),),
    annex=Level("upperLetter", "Bijlage %1"),
)


def test_a_house_style_decides_how_a_paper_counts() -> None:
    whole = Document(
        "stuk", "stuk", (), Form.CONTRACT, Gate.FREE, "", internal=False, author="",
        parties=(article(0, 0),), recitals=(article(0),), articles=(article(0, 1, 2, 1),),
        annexes=(Annex("a", "", "Matrix", (article(0, 1),)),),
    )  # fmt: skip
    made = numbered(whole, CLASSIC)
    assert [labels(a.blocks) for a in made.parties] == [["(1)", "(2)"]]
    assert [labels(a.blocks) for a in made.recitals] == [["(A)"]]
    assert made.articles[0].label == "Artikel\u00a01"
    assert labels(made.articles[0].blocks) == ["1.1", "a.", "i.", "b."]
    assert made.annexes[0].label == "Bijlage A"
    assert labels(made.annexes[0].articles[0].blocks) == ["1.", "a."]


def test_a_statement_counts_in_its_own_list() -> None:
    whole = paper(Form.STATEMENT, articles=(article(0, 0),), front_page=(article(0),))
    made = numbered(whole, CLASSIC)
    assert labels(made.articles[0].blocks) == ["I.", "II."]
    assert labels(made.front_page[0].blocks) == ["1."]


def test_a_list_may_start_elsewhere_and_print_figures_in_place_of_letters() -> None:
    legal = replace(
        CLASSIC,
        articles=(
            Level("upperRoman", "%1.", start=3),
            Level("decimal", "%1.%2", 1, legal=True),
            *CLASSIC.articles[2:],
        ),
    )
    made = numbered(paper(articles=(article(0), article(0))), legal)
    assert [a.label for a in made.articles] == ["III.", "IV."]
    assert labels(made.articles[1].blocks) == ["4.1"]
