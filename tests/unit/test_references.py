"""Cross-references print the number of what they point at."""

from dataclasses import replace

import pytest

from generator.document import (
    Annex,
    Article,
    Block,
    Document,
    Inline,
    Item,
    Paragraph,
    Ref,
    Table,
    Text,
    Undecided,
    plain,
)
from generator.library import Form, Gate
from generator.numbering import MODERN, Level, NumberingScheme, numbered
from generator.references import resolved


def item(key: str, level: int = 0, *inlines: Inline) -> Item:
    return Item(inlines or (Text("tekst"),), level, "", key)


def article(key: str, *blocks: Block, title: str = "Titel") -> Article:
    return Article(key, key, 1, "", (Text(title),) if title else (), blocks)


def paper(
    *articles: Article, id_: str = "overeenkomst", title: str = "Overeenkomst voor beheer", **more
) -> Document:
    scheme = more.pop("scheme", MODERN)
    made = Document(
        id_, more.pop("file", id_), (Text(title),), more.pop("form", Form.CONTRACT), Gate.FREE, "",
        internal=False, author="", articles=articles, **more,
    )  # fmt: skip
    return numbered(made, scheme)


def pointing(target: str, word: str = "") -> Article:
    return article("bron/a", Paragraph((Text("Zie "), Ref(target, word), Text("."))))


def read(document: Document, at: int = -1) -> str:
    block = document.articles[at].blocks[0]
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


def test_an_article_a_lid_and_an_annex_print_their_numbers() -> None:
    doel = article("werk/doel", item("werk/doel#een"), item("werk/doel#twee"))
    annexes = (Annex("matrix", "", "Matrix", ()), Annex("prijzen", "", "Prijzen", ()))
    for target, expected in (
        ("werk/doel", "Zie 1."),
        ("werk/doel#twee", "Zie 1.2."),
        ("bijlage:prijzen", "Zie Bijlage 2."),
    ):
        (made,) = resolved([paper(doel, pointing(target), annexes=annexes)])
        assert read(made) == expected


def test_an_onderdeel_prints_with_its_lid_and_both_stay_live() -> None:
    lid = (item("w#lid"), item("w#a", 1), item("w#b", 1))
    (made,) = resolved([paper(article("w", *lid), pointing("w#b"))])
    block = made.articles[1].blocks[0]
    assert isinstance(block, Paragraph)
    assert [i.target for i in block.inlines if isinstance(i, Ref)] == ["w#lid", "w#b"]
    assert plain(block.inlines) == "Zie 1.1 onder (b)."


def test_a_sub_onderdeel_prints_the_whole_way_to_it() -> None:
    items = (item("w#1"), item("w#2"), item("w#a", 1), item("w#i", 2), item("w#ii", 2))
    (made,) = resolved([paper(article("w", *items), pointing("w#ii"))])
    assert read(made) == "Zie 1.2 onder (a) onder (ii)."


def test_an_onderdeel_belongs_to_the_lid_before_it_and_not_to_an_earlier_one() -> None:
    items = (item("w#1"), item("w#a", 1), item("w#2"), item("w#2a", 1))
    (made,) = resolved([paper(article("w", *items), pointing("w#2a"))])
    assert read(made) == "Zie 1.2 onder (a)."


def test_in_a_letter_a_lid_prints_without_its_full_stop() -> None:
    letter = paper(article("w", item("w#1"), item("w#a", 1)), pointing("w#a"), form=Form.LETTER)
    assert read(resolved([letter])[0]) == "Zie 1 onder (a)."


def test_references_in_tables_titles_and_annexes_are_filled_too() -> None:
    table = Table(((Text("Kop"),),), ((((Ref("w", "")),),),))
    annex = Annex("m", "", "Matrix", (article("x", table),))
    titled = Article("y", "y", 1, "", (Text("Over "), Ref("w", "")), ())
    (made,) = resolved([paper(article("w"), titled, annexes=(annex,))])
    cells = made.annexes[0].articles[0].blocks[0]
    assert isinstance(cells, Table)
    assert plain(cells.rows[0][0]) == "1"
    assert plain(made.articles[1].title) == "Over 1"


def test_another_paper_of_the_set_is_named_with_its_number_and_without_a_field() -> None:
    contract = paper(article("w", item("w#1"), item("w#a", 1)), annexes=(Annex("m", "", "Matrix", ()),))
    for target, word, expected in (
        ("overeenkomst!w", "artikel", "Zie artikel\u00a01 van de Overeenkomst."),
        ("overeenkomst!w#a", "Artikel", "Zie Artikel\u00a01.1 onder (a) van de Overeenkomst."),
        ("overeenkomst!bijlage:m", "", "Zie Bijlage 1 van de Overeenkomst."),
    ):
        waiver = paper(pointing(target, word), id_="verklaring", title="Verklaring")
        made = resolved([contract, waiver])[1]
        assert read(made) == expected
        assert not [i for i in made.articles[0].blocks[0].inlines if isinstance(i, Ref)]  # type: ignore[union-attr]


def test_a_paper_that_is_not_made_leaves_only_its_name() -> None:
    waiver = paper(pointing("overeenkomst!w", "artikel"), id_="verklaring", title="Verklaring")
    assert read(resolved([waiver])[0]) == "Zie de overeenkomst."


def test_a_paper_without_that_article_leaves_only_its_name() -> None:
    waiver = paper(pointing("overeenkomst!weg", "artikel"), id_="verklaring", title="Verklaring")
    assert read(resolved([paper(article("w")), waiver])[1]) == "Zie de Overeenkomst."


def test_a_paper_may_name_itself() -> None:
    (made,) = resolved([paper(article("w"), pointing("overeenkomst!w"))])
    assert read(made) == "Zie 1."


def test_each_copy_of_a_paper_prints_its_own_numbers() -> None:
    one = paper(article("x"), article("w"), pointing("w"), id_="verklaring", file="verklaring-1")
    two = paper(article("w"), pointing("w"), id_="verklaring", file="verklaring-2")
    assert [read(d) for d in resolved([one, two])] == ["Zie 2.", "Zie 1."]


def test_a_number_that_an_open_answer_still_decides_on_is_a_blank_that_holds_the_paper_up() -> None:
    waiting = article("w", Undecided(("Is er haast?",)))
    (made,) = resolved([paper(waiting, pointing("w#later"))])
    assert read(made) == "Zie [nummer volgt]."


def test_a_reference_to_what_is_nowhere_is_our_fault_and_never_printed() -> None:
    with pytest.raises(LookupError, match="nergens"):
        resolved([paper(pointing("nergens"))])


CLASSIC = replace(
    MODERN,
    articles=(
        Level("decimal", "Artikel\u00a0%1"),
        *MODERN.articles[1:2],
        Level("lowerLetter", "%3.", 2),
        MODERN.articles[3],
    ),
)
SECTIONS = replace(MODERN, articles=(Level("decimal", "§ %1"), *MODERN.articles[1:]))
ON_ITS_OWN = replace(
    CLASSIC, articles=(CLASSIC.articles[0], Level("decimal", "%2.", 1), *CLASSIC.articles[2:])
)
FIGURES = replace(
    MODERN,
    articles=(*MODERN.articles[:2], Level("decimal", "%1.%2.%3", 2), Level("decimal", "%1.%2.%3.%4", 3)),
)


@pytest.mark.parametrize(
    ("scheme", "target", "word", "expected"),
    [
        (CLASSIC, "w", "artikel", "Zie Artikel\u00a01."),
        (CLASSIC, "w", "Artikel", "Zie Artikel\u00a01."),
        (CLASSIC, "w#1", "artikel", "Zie Artikel\u00a01.1."),
        (CLASSIC, "w#a", "artikel", "Zie Artikel\u00a01.1 onder a."),
        (SECTIONS, "w", "artikel", "Zie § 1."),
        (SECTIONS, "w#a", "Artikel", "Zie §\u00a01.1 onder (a)."),
        (ON_ITS_OWN, "w#1", "artikel", "Zie Artikel\u00a01 lid 1."),
        (ON_ITS_OWN, "w#a", "Artikel", "Zie Artikel\u00a01 lid 1 onder a."),
        (FIGURES, "w#a", "artikel", "Zie artikel\u00a01.1.1."),
        (MODERN, "w", "artikel", "Zie artikel\u00a01."),
    ],
)
def test_a_reference_reads_as_the_house_style_counts(
    scheme: NumberingScheme, target: str, word: str, expected: str
) -> None:
    known = paper(article("w", item("w#1"), item("w#a", 1)), pointing(target, word), scheme=scheme)
    (made,) = resolved([known], scheme)
    assert read(made) == expected
    assert all(i.target for i in made.articles[1].blocks[0].inlines if isinstance(i, Ref))  # type: ignore[union-attr]


def test_an_onderdeel_without_a_lid_above_it_is_cited_by_its_article() -> None:
    (made,) = resolved([paper(article("w", item("w#a", 1)), pointing("w#a", "artikel"))])
    assert read(made) == "Zie artikel\u00a01 lid (a)."
