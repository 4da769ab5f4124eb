"""HTML: answers stay literal, numbers and links right, nothing beside the words counts as a word."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Inline,
    Inlines,
    Item,
    Paragraph,
    Quote,
    Ref,
    Signatory,
    Table,
    Text,
    Undecided,
    Use,
    WritingLines,
)
from generator.library import Form, Gate
from generator.writers.faults import WriterFault
from generator.writers.html import page as page_module
from generator.writers.html import write
from generator.writers.html.reading import read_words
from generator.writers.words import words


def t(*pieces: str | Inline) -> Inlines:
    return tuple(Text(p) if isinstance(p, str) else p for p in pieces)


def article(key: str, title: str, *blocks: Block, label: str = "") -> Article:
    return Article(key, key, 1, label, t(title) if title else (), blocks)


def document(*articles: Article, form: Form = Form.CONTRACT) -> Document:
    return Document(
        "stuk", "stuk", t("Titel"), form, Gate.FREE, "2026-001", False, "Fictief B.V.", articles=articles
    )


def shown(*articles: Article) -> str:
    return write(document(*articles), "p { color: red }").decode()


def body(*blocks: Block) -> str:
    page = shown(article("a/b", "Kop", *blocks, label="1"))
    return page.split("</h2>", 1)[1].split("</main>")[0]


def shape(page: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes, as a browser reads them."""
    found: list[tuple[str, tuple[str, ...]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
            found.append((name, tuple(key for key, _ in attributes)))

    Reader().feed(page.decode())
    return [f for f in found if f[0] not in {"bdi", "br"}]


HOSTILE = (
    "<script>alert(1)</script>",
    "</main></body>",
    "<!-- --><![CDATA[ ]]>",
    "&lt;b&gt; &amp; &nbsp; &#x41;",
    '" onmouseover="x" \'',
    "{{ 7*7 }} {% if %} {# #}",
    "**vet** [x](y) <https://x>",
    "een\r\ntwee\x0bdrie\u2028vier",
    "\u202eomgekeerd\u202c \x00\x1b[31m \ufffe",
    "שלום العربية",
    "a" * 10_000,
    "e\u0301 👩‍👩‍👧 🇳🇱",
)


@pytest.mark.parametrize("answer", HOSTILE)
def test_a_hostile_answer_stands_there_literally(answer: str) -> None:
    filled = t(Filled(answer, "x"))
    made = replace(
        document(
            article(
                "a/b", "", Paragraph(filled), Item(filled, 0, "1.", "a/b#1"), Table((filled,), ((filled,),))
            ),
            replace(article("a/c", "", Quote(filled)), title=filled),
        ),
        title=filled,
        reference=answer,
        author=answer,
        concept=(answer,),
        signatories=(Signatory(answer, filled, filled, filled),),
    )
    page = write(made, "")
    assert read_words(page) == words(made)
    assert shape(page) == shape(write(replace(made, **dict.fromkeys(("reference", "author"), "x")), ""))
    assert not {"script", "b", "x:b"} & {name for name, _attributes in shape(page)}


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_answer_stands_there_literally(one: str, other: str) -> None:
    made = document(article("a/b", "Kop", Paragraph(t(Filled(one, "x"), "-", Filled(other, "y", bold=True)))))
    assert read_words(write(made, "")) == words(made)


def test_a_line_break_in_an_answer_is_one() -> None:
    assert "Laan 1<br>0000 AA" in body(Paragraph(t(Filled("Laan 1\n0000 AA", "x"))))


def test_items_nest_with_their_numbers_and_what_hangs_below_them() -> None:
    found = body(
        Item(t("een"), 0, "1.1", "a/b#1"),
        Item(t("onder"), 1, "(a)", "a/b#2"),
        Continuation(t("verder"), 0),
        Table((t("K"), t("L")), ((t("x"), t("y")),)),
        Item(t("twee"), 0, "1.2", "a/b#3"),
        Paragraph(t("los")),
    )
    bare = re.sub(r' (class|id|role|data-naast|scope|data-kop)(="[^"]*")?', "", found)
    assert bare.startswith(
        "<ol><li><span>1.1 </span><div><p>een</p><ol><li><span>(a) </span><div><p>onder</p></div></li></ol>"
        "<p>verder</p><table>"
    )
    assert "</table></div></li><li><span>1.2 </span><div><p>twee</p></div></li></ol><p>los</p>" in bare


def test_bullets_boxes_and_definitions_are_lists() -> None:
    found = body(
        Bullet(t("a")),
        Bullet(t("b")),
        Bullet(t("c"), box=True),
        Definition("Back-up", t("een kopie"), "back-up"),
        Definition("Beheer", t("het werk"), "beheer"),
    )
    assert found.count("<ul") == 2
    assert found.count("<dl>") == 1
    assert 'aria-label="vakje om aan te kruisen"' in found


def test_references_and_the_first_use_of_a_term_are_links_that_land() -> None:
    page = shown(
        article("a/begrippen", "Begrippen", Definition("Back-up", t("een kopie"), "back-up"), label="1"),
        article(
            "a/b",
            "Kop",
            Item(t(Use("Back-ups", "back-up"), " en ", Use("Back-up", "back-up")), 0, "2.1", "a/b#naam"),
            Item(t("artikel ", Ref("a/b#naam", "2.1"), Use("Onbekend", "x")), 0, "2.2", "a/b#2"),
            label="2",
        ),
    )
    assert '<a class="begrip" href="#begrip-back-up" title="een kopie">Back-ups</a> en Back-up<' in page
    assert '<a class="verwijzing" href="#a-b-naam">2.1</a>Onbekend' in page
    places = re.findall(r' id="([^"]+)"', page)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(places)


def test_a_clause_that_stands_twice_has_two_places() -> None:
    page = shown(article("a/b", "Kop"), article("a/b", "Kop"))
    assert len(re.findall(r'<section id="(a-b|a-b-2)" class="artikel"', page)) == 2


def test_a_blank_shows_its_name_while_open_and_a_line_when_it_is_for_signing() -> None:
    found = body(Paragraph(t(Blank("Prijs", "x", holds_up=True), Blank("Plaats", None, holds_up=False))))
    assert "<mark>[Prijs]</mark>" in found
    assert 'aria-label="in te vullen: Plaats"' in found


def test_the_explanation_stands_beside_and_is_no_part_of_the_words() -> None:
    made = document(
        replace(article("a/b", "Kop", Paragraph(t("Tekst."))), explanation="Dit <betekent> iets.")
    )
    page = write(made, "")
    assert b"Dit &lt;betekent&gt; iets." in page
    assert read_words(page) == ["Kop", "Tekst."]


def test_an_accepted_risk_is_marked_but_not_in_its_own_statement() -> None:
    risk = replace(article("a/b", "Geen firewall", Paragraph(t("Tekst."))), accepted=True)
    others = [article(f"a/{n}", "Kop") for n in range(4)]
    page = write(document(risk, *others), "").decode()
    assert page.count("Aanvaard risico</p>") == 1
    assert "(aanvaard risico)" in page
    assert "anvaard risico" not in write(replace(document(risk, *others), finding="x"), "").decode()


def test_headings_go_down_one_at_a_time() -> None:
    made = replace(
        document(
            article("a/1", "Kop", Heading(t("onder"))),
            article("a/2", "", Heading(t("verder onder de titel"))),
            article("a/4", "Nog een kop"),
        ),
        annexes=(Annex("x", "Bijlage 1", "Extra", (article("a/3", "Kop", Heading(t("diep"))),)),),
        signatories=(Signatory("Klant", t("Fictief"), (), ()),),
    )
    levels = [int(n) for n in re.findall(r"<h(\d)", write(made, "").decode())]
    assert levels[0] != 1  # the table of contents
    assert levels.count(1) == 1
    after = levels[levels.index(1) :]
    assert all(b - a <= 1 for a, b in pairwise(after))
    assert max(after) == 4


@pytest.mark.parametrize(("form", "levels"), [(Form.STATEMENT, [2, 2]), (Form.LETTER, [2, 3])])
def test_text_without_a_title_goes_on_below_the_last_one_except_in_a_statement(
    form: Form, levels: list[int]
) -> None:
    below = article("a/2", "", Heading(t("Wat wij adviseren")))
    page = write(document(article("a/1", "Een risico"), below, form=form), "").decode()
    assert [int(n) for n in re.findall(r"<h([2-6])", page)] == levels


def test_a_short_paper_has_no_contents() -> None:
    assert "<nav" not in shown(article("a/b", "Kop"))


@pytest.mark.parametrize(("concept", "internal"), [((), False), (("Nog invullen: x",), False), ((), True)])
def test_a_draft_and_an_internal_paper_say_so(concept: tuple[str, ...], internal: bool) -> None:
    made = replace(document(article("a/b", "Kop")), concept=concept, internal=internal)
    page = write(made, "").decode()
    assert ("CONCEPT" in page) == bool(concept)
    assert ("INTERN" in page) == internal
    assert page.count('class="watermerk"') == bool(concept or internal)
    assert all(reason in page for reason in concept)


def test_what_waits_and_lines_to_write_on() -> None:
    found = body(Undecided(("Wie maakt de back-up?",)), WritingLines(3), Bullet(t("x")))
    assert "Hangt af van: Wie maakt de back-up?" in found
    assert found.count("<span></span>") == 3


def test_a_cell_of_the_head_is_repeated_for_narrow_screens_and_amounts_stand_right() -> None:
    found = body(Table((t("Wat"), t("Prijs")), ((t("a"), t("€ 1,00")), (t("b"), t("€ 12,50")))))
    assert '<td role="cell" class="bedrag" data-kop="Prijs">€ 12,50</td>' in found
    assert '<th scope="row" role="rowheader">b</th>' in found


def lanes(*rows: tuple[str, str, str]) -> Article:
    head = (t("Systeem"), t("Wie"), t("Afspraak"))
    found = Table(head, tuple(tuple(t(Filled(c, "x")) for c in row) for row in rows))
    return replace(article("a/b", "Wie doet wat", found), lanes=("Wij", "Een ander"))


def test_tables_with_lanes_are_drawn_with_a_summary_and_the_words_stay_those_of_the_table() -> None:
    made = document(lanes(("Server <1>", "Wij", "in beheer"), ("Lijn", "Een ander", "Fictief Telecom")))
    page = write(made, "").decode()
    picture = page[page.index("<svg") : page.index("</svg>")]
    assert "Wij 1, Een ander 1" in picture
    assert "<title>Server &lt;1&gt;: in beheer</title>" in picture
    assert picture.count('class="teken') == 2
    assert read_words(page.encode()) == words(made)
    identified = re.search(r'aria-labelledby="(\S+) (\S+)"', picture)
    assert identified
    assert all(f' id="{place}"' in picture for place in identified.groups())


def test_a_long_name_is_cut_in_the_picture_but_not_in_the_table() -> None:
    name = "een heel lange naam " * 12
    page = shown(lanes((name, "Wij", "x")))
    assert " …</tspan>" in page
    assert name.strip() in page


def test_nothing_is_drawn_without_rows_or_lanes() -> None:
    assert "<svg" not in shown(lanes())
    assert "<svg" not in shown(replace(lanes(("a", "Wij", "b")), lanes=()))


def test_the_policy_lets_in_only_the_style() -> None:
    page = shown(article("a/b", "Kop"))
    policy = re.search(r'content="(default-src[^"]+)"', page)
    assert policy
    assert re.fullmatch(
        r"default-src &#x27;none&#x27;; style-src &#x27;sha256-[\w+/=]+&#x27;; "
        r"base-uri &#x27;none&#x27;; form-action &#x27;none&#x27;",
        policy[1],
    )
    assert not re.search(r"(src|href)=\"(?!#)|url\(|@import|<script|<link", page)


def test_the_same_document_is_the_same_bytes() -> None:
    assert shown(article("a/b", "Kop")) == shown(article("a/b", "Kop"))


def test_a_page_that_lost_words_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "words", lambda _document: ["Kop", "meer"])
    with pytest.raises(WriterFault, match="bij woord 2"):
        shown(article("a/b", "Kop"))


def test_a_letter_is_explained_once_where_a_clause_with_a_title_begins() -> None:
    def told(key: str, title: str, clause: str) -> Article:
        return replace(
            article(key, title, Paragraph(t("Tekst."))), clause=clause, explanation=f"Over {clause}."
        )

    articles = (told("a", "", "aanhef"), told("b#1", "Een", "risico"), told("b#2", "Twee", "risico"))

    assert shown_notes(write(document(*articles, form=Form.LETTER), "")) == ["Over risico."]
    assert shown_notes(write(document(*articles), "")) == ["Over aanhef.", "Over risico.", "Over risico."]


def shown_notes(page: bytes) -> list[str]:
    return re.findall(r'role="note".*?</p><p>(.*?)</p>', page.decode())
