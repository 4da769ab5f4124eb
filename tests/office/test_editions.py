"""Concept, to sign, and with an explanation of each clause; with page numbers, and flat for a PDF."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from answering import Answering
from conftest import needs_office
from samples import SAMPLES, contract

from generator.assembly import Identity, assemble
from generator.document import Ref, all_inlines, parts
from generator.expressions.evaluation import Scope
from generator.library import Form
from generator.loading.load import load_library
from generator.page_numbers import pages_of
from generator.word_editions import Word
from generator.writers.docx import Edition, Origin, check_docx, write_docx
from generator.writers.docx.package import read_package

BODY = "word/document.xml"


def papers(style: bytes) -> tuple[Word, Scope]:
    library = load_library()
    answering = Answering(library, "it-beheer", 7)
    answering.complete()
    case = answering.decided()
    facts = answering.facts()
    made = assemble(library, facts, case, Identity("2026-001", "proef"))
    documents = tuple(d for d in made.documents if d.form is not Form.EMAIL)
    return Word(library, style, facts.today, documents), facts.scope()


def test_the_explained_edition_is_internal_and_tells_of_every_clause(style: bytes) -> None:
    word, scope = papers(style)
    made = word.explained(scope)
    assert not any("risicorapport" in name for name in made)
    agreement = next(d for d in word.documents if d.form is Form.CONTRACT)
    data = made[f"{agreement.file}-met-toelichting.docx"]
    told = [c.text for c in docx.Document(BytesIO(data)).comments]
    articles = [a for _slot, found in parts(agreement) for a in found]
    assert len(told) == len(articles)
    for article, text in zip(articles, told, strict=True):
        assert text.startswith(f"Clausule: {article.clause}, versie {article.version}")
        assert "Waarom dit er staat:" in text or "Omdat u antwoordde:" in text
    assert any("Bron: " in text for text in told)
    assert any("Ingevuld: " in text for text in told)
    for header in ("word/header1.xml", "word/header2.xml"):
        assert "INTERN" in read_package(data).parts[header].decode()


def test_the_explained_edition_has_the_words_of_the_paper_and_the_same_bytes_each_time(style: bytes) -> None:
    document = contract()
    notes = tuple((("Bron:", f"wet <{n}> & {{{{ 7 }}}}"),) for n, _ in enumerate(_articles(document)))
    edition = Edition(notes=notes, day="2026-11-21")
    one, other = (write_docx(document, style, origin=Origin("x", "1"), edition=edition) for _ in range(2))
    assert one == other
    assert check_docx(one, document) == []
    comments = list(docx.Document(BytesIO(one)).comments)
    assert [c.text for c in comments] == [f"Bron: wet <{n}> & {{{{ 7 }}}}" for n, _ in enumerate(notes)]
    assert {(c.author, str(c.timestamp)[:10]) for c in comments} == {("Zwart op wit", "2026-11-21")}


def _articles(document) -> list[object]:
    return [a for _slot, found in parts(document) for a in found]


def test_a_short_paper_has_no_contents_and_a_long_one_a_line_for_each_article(style: bytes) -> None:
    word, _scope = papers(style)
    agreement = next(d for d in word.documents if d.form is Form.CONTRACT and len(d.articles) > 9)
    body = read_package(word.plain(agreement)).parts[BODY].decode()
    lines = sum(bool(a.label) for a in agreement.articles) + len(agreement.annexes)
    assert body.count('<w:pStyle w:val="Inhopg1"/>') == lines
    assert 'TOC \\o "1-1" \\h \\z \\u \\n' in body.replace("&quot;", '"')
    assert "PAGEREF" not in body
    for form in ("verklaring", "brief", "rapport"):
        short = read_package(write_docx(SAMPLES[form](), style, origin=Origin("x", "1"))).parts[BODY]
        assert b"TOC" not in short


@pytest.mark.office
@needs_office
def test_page_numbers_are_those_on_which_the_headings_stand(style: bytes, tmp_path: Path) -> None:
    from generator.office import to_pdfs
    from generator.writers.docx.contents import entries

    word, _scope = papers(style)
    agreement = next(d for d in word.documents if d.form is Form.CONTRACT and len(d.articles) > 9)
    numbered = Word(word.library, style, word.today, (agreement,)).with_page_numbers()
    again = to_pdfs({"x": numbered.flat(agreement)})["x"]
    headings = [(key, title) for key, _label, title in entries(agreement)]
    assert pages_of(again, headings) == numbered.pages[agreement.file]
    assert len(set(numbered.pages[agreement.file].values())) > 3
    assert b"PAGEREF" in read_package(numbered.plain(agreement)).parts[BODY]


def test_a_pdf_is_made_without_fields_that_would_be_computed_otherwise(style: bytes) -> None:
    body = read_package(
        write_docx(contract(), style, origin=Origin("x", "1"), edition=Edition(flat=True))
    ).parts[BODY]
    assert b" REF " not in body
    references = [i for i in all_inlines(contract()) if isinstance(i, Ref)]
    contents = len(contract().articles) + len(contract().annexes)
    assert body.count(b"<w:hyperlink ") == len(references) + contents


def test_headings_that_are_not_in_a_pdf_give_no_page_numbers() -> None:
    assert pages_of(b"%PDF-1.6", [("a", "Begrippen")]) is None
    plain = b"/Kids[ 1 0 R 4 0 R ]\n/Count 2>> /Title<FEFF0041>\n/Dest[4 0 R/XYZ 0 0 0]"
    assert pages_of(plain, [("a", "A")]) == {"a": 2}
    assert pages_of(plain, [("a", "A"), ("b", "B")]) is None
