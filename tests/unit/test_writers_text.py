"""A paper as plain text."""

import pytest

from generator.document import (
    Annex,
    Article,
    Blank,
    Block,
    Bullet,
    Continuation,
    Definition,
    Document,
    Filled,
    Heading,
    Inlines,
    Item,
    Paragraph,
    Quote,
    Signatory,
    Table,
    Text,
    Undecided,
    WritingLines,
)
from generator.library import Form, Gate
from generator.writers.text import write

LINE = "____________________"


def words(text: str) -> Inlines:
    return (Text(text),)


def article(*blocks: Block, title: str = "", label: str = "") -> Article:
    return Article("a", "a", 1, label, words(title) if title else (), blocks)


def paper(*blocks: Block, form: Form = Form.LETTER, title: str = "", **more: object) -> Document:
    parts: dict[str, object] = {"articles": (article(*blocks),), "internal": False, "author": ""}
    named = words(title) if title else ()
    return Document("stuk", "stuk", named, form, Gate.FREE, "", **{**parts, **more})  # type: ignore[arg-type]


def lines(*blocks: Block, width: int = 80) -> list[str]:
    return write(paper(*blocks), width).rstrip("\n").split("\n")


def row(*cells: str) -> tuple[Inlines, ...]:
    return tuple(words(c) if c else () for c in cells)


def test_a_paper_ends_in_one_newline_and_begins_with_its_title() -> None:
    assert write(paper(Paragraph(words("Dag.")), title="Brief")) == "Brief\n\nDag.\n"


def test_a_contract_shouts_its_title_and_a_mail_leaves_it_to_the_subject() -> None:
    assert write(paper(form=Form.CONTRACT, title="Overeenkomst")) == "OVEREENKOMST\n"
    assert write(paper(Paragraph(words("Dag.")), form=Form.EMAIL, title="Onderwerp")) == "Dag.\n"


def test_a_paper_that_is_held_up_says_so_first() -> None:
    held = paper(Paragraph(words("Dag.")), concept=("Nog invullen: Naam", "Geen firewall: nog niet beslist"))
    assert write(held).split("\n")[:4] == [
        "CONCEPT – dit stuk kan nog niet de deur uit:",
        "  - Nog invullen: Naam",
        "  - Geen firewall: nog niet beslist",
        "",
    ]


def test_a_paper_of_our_own_says_that_it_is_not_for_the_customer() -> None:
    assert write(paper(internal=True)).startswith("INTERN – niet voor de klant\n")


def test_numbers_stand_in_the_margin_and_deeper_items_further_in() -> None:
    items = (
        Item(words("Leverancier:"), 0, "1.1", "k"),
        Continuation(words("ook dit"), 0),
        Item(words("helpt;"), 1, "(a)", "k"),
        Item(words("en belt."), 2, "(i)", "k"),
    )
    assert lines(*items) == [
        " 1.1  Leverancier:",
        "      ook dit",
        "      (a)  helpt;",
        "           (i)  en belt.",
    ]


def test_long_items_go_on_under_their_own_text() -> None:
    assert lines(Item(words("een twee drie vier vijf"), 0, "1.1", "k"), width=26) == [
        " 1.1  een twee drie vier",
        "      vijf",
    ]


@pytest.mark.parametrize("label", ["10.10", "100.12", "1000.100"])
def test_a_long_number_never_touches_its_text(label: str) -> None:
    (line,) = lines(Item(words("Leverancier helpt."), 0, label, "k"))
    assert line.strip() == f"{label} Leverancier helpt."


def test_articles_carry_number_and_title_and_hang_under_them() -> None:
    made = paper(
        form=Form.CONTRACT,
        articles=(article(title="Doel", label="7."), article(Heading(words("Kop")), title="Los")),
    )
    assert write(made) == " 7.   Doel\n\n\nLos\n\nKop\n"


def test_bullets_and_boxes_quotations_and_definitions() -> None:
    assert lines(
        Bullet(words("een punt")),
        Bullet(words("een vakje"), box=True),
        Quote(words("Te duur.")),
        Definition("Back-up", words("een kopie.")),
    ) == ["- een punt", " ☐ een vakje", "    Te duur.", "", "      Back-up: een kopie."]


def test_lines_to_write_on_fit_the_page() -> None:
    assert lines(WritingLines(2)) == ["_" * 60] * 2
    assert lines(WritingLines(1), width=40) == ["_" * 39]


def test_what_is_open_names_its_questions() -> None:
    assert lines(Undecided(("Is er haast?", "Wie belt?"))) == ["Hangt af van: Is er haast?; Wie belt?"]


def test_a_blank_for_signing_is_a_line_and_an_open_answer_its_name() -> None:
    blanks = (Blank("Plaats", None, holds_up=False), Text(", "), Blank("Naam", "zaak.naam", holds_up=True))
    assert lines(Paragraph(blanks)) == [f"{LINE}, [Naam]"]


def test_an_answer_of_more_lines_keeps_them_and_its_empty_lines() -> None:
    assert lines(Paragraph((Filled("een\n\ntwee", "zaak.reden"),))) == ["een", "", "twee"]


def test_an_answer_can_steer_no_screen_and_turn_no_text_around() -> None:
    hostile = (Filled("a\x1b[31mb\u202ec", "zaak.naam"),)
    assert lines(Paragraph(hostile)) == ["a[31mbc"]


def test_words_with_a_hyphen_are_not_broken() -> None:
    assert lines(Paragraph(words("een it-beheerovereenkomst")), width=22) == ["een", "it-beheerovereenkomst"]


def test_a_table_with_columns_reads_a_row_a_line() -> None:
    table = Table(row("Gegevens", "Wie"), (row("Post", "Wij"), row("Foto's", "")))
    assert lines(table) == ["  Gegevens · Wie", "- Post · Wij", "- Foto's ·"]


def test_a_table_of_facts_sets_them_beside_their_names() -> None:
    table = Table(((), ()), (row("Naam", "Fictief"), row("Plaats", "Ons Dorp")))
    assert lines(table) == ["Naam    Fictief", "Plaats  Ons Dorp"]


def test_a_fact_with_a_long_name_stands_below_it() -> None:
    name = "Wat er gebeurt als niemand opneemt"
    assert lines(Table(((), ()), (row(name, "Niets"),))) == [name, " " * 28 + "Niets"]


def test_a_table_under_one_heading_prints_it_above() -> None:
    assert lines(Table(row("Partijen", ""), (row("Klant", "Fictief"),))) == ["Partijen", "Klant  Fictief"]


def test_a_table_without_rows_is_only_its_heading() -> None:
    assert lines(Table(row("Partijen", ""), ())) == ["Partijen"]


def test_a_fact_without_value_keeps_its_name() -> None:
    assert lines(Table(((), ()), (row("Naam", ""),))) == ["Naam"]


def test_parties_recitals_and_annexes_are_announced() -> None:
    made = paper(
        form=Form.CONTRACT,
        articles=(),
        parties=(article(Item(words("Klant"), 0, "1.", "k")),),
        recitals=(article(Item(words("Klant zoekt hulp."), 0, "A.", "k")),),
        annexes=(Annex("m", "Bijlage 1", "Matrix", (article(Paragraph(words("Tekst."))),)),),
    )
    text = write(made)
    for heading in ("Partijen\n", "Overwegingen\n", "Bijlage 1 – Matrix\n"):
        assert heading in text


def test_recitals_with_a_title_of_their_own_get_no_second_one() -> None:
    assert "Overwegingen" not in write(
        paper(form=Form.CONTRACT, articles=(), recitals=(article(title="Waarom"),))
    )


def test_each_party_gets_a_place_to_sign() -> None:
    signing = Signatory(
        "Klant", words("Fictief B.V."), words("A. Fictief"), (Blank("Functie", None, holds_up=False),)
    )
    assert write(paper(articles=(), signatories=(signing,))) == "\n".join(
        [
            "KLANT",
            "Fictief B.V.",
            "",
            f"Handtekening: {LINE}",
            "Naam: A. Fictief",
            f"Functie: {LINE}",
            f"Plaats: {LINE}",
            f"Datum: {LINE}",
            "",
        ]
    )
