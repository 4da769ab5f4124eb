"""The document tree: reading it back in the order of printing."""

from generator.document import (
    Annex,
    Article,
    Blank,
    Block,
    Bullet,
    Definition,
    Document,
    Filled,
    Heading,
    Ref,
    Signatory,
    Table,
    Text,
    Undecided,
    Use,
    WritingLines,
    all_inlines,
    inlines_of,
    parts,
    plain,
)
from generator.library import Form, Gate


def article(key: str, *blocks: Block) -> Article:
    return Article(key, key, 1, "", (Text(f"titel {key}"),), blocks)


FULL = Document(
    "stuk",
    "stuk",
    (Text("Overeenkomst"),),
    Form.CONTRACT,
    Gate.SIGN,
    "",
    internal=False,
    author="",
    front_page=(article("voor"),),
    addressee=(article("aan"),),
    parties=(article("partij"),),
    recitals=(article("weging"),),
    articles=(article("artikel", Heading((Text("kop"),)), WritingLines(2), Undecided(("Haast?",))),),
    annexes=(Annex("prijs", "1", "Prijzen", (article("matrix"),)),),
    signing_text=(article("slot"),),
    signatories=(Signatory("Klant", (Text("Fictief"),), (Text("A"),), (Text("directeur"),)),),
)


def test_the_parts_come_in_the_order_of_printing() -> None:
    assert [slot for slot, _articles in parts(FULL)] == [
        "voorblad",
        "adressering",
        "partijen",
        "overwegingen",
        "artikelen",
        "bijlage:prijs",
        "ondertekening",
    ]


def test_every_word_is_read_once_from_title_to_signature() -> None:
    assert [i.text for i in all_inlines(FULL) if isinstance(i, Text)] == [
        "Overeenkomst",
        "titel voor",
        "titel aan",
        "titel partij",
        "titel weging",
        "titel artikel",
        "kop",
        "titel matrix",
        "titel slot",
        "Fictief",
        "A",
        "directeur",
    ]


def test_a_table_reads_its_head_and_then_row_by_row() -> None:
    table = Table(((Text("a"),), (Text("b"),)), (((Text("c"),), (Text("d"),)), ((Text("e"),), ())))
    assert plain(tuple(inlines_of(table))) == "abcde"


def test_lines_to_write_on_and_open_blocks_hold_no_words_of_the_paper() -> None:
    assert list(inlines_of(WritingLines(3))) == list(inlines_of(Undecided(("Haast?",)))) == []


def test_the_words_of_every_other_block_are_its_inlines() -> None:
    for block in (Bullet((Text("x"),), box=True), Definition("Back-up", (Text("x"),))):
        assert plain(tuple(inlines_of(block))) == "x"


def test_a_blank_reads_as_its_name_between_brackets() -> None:
    inlines = (Text("Klant "), Filled("Fictief", "zaak.naam"), Ref("a", "7"), Use("Back-up", "back-up"),
               Blank("Plaats", None, holds_up=True))  # fmt: skip
    assert plain(inlines) == "Klant Fictief7Back-up[Plaats]"
