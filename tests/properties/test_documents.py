"""What must hold for any answers (design 6), over the real library."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from answering import TODAY, Answering
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import document as doc
from generator.answers import Case
from generator.answers_file import read_case, write_case
from generator.assembly import Papers, assemble
from generator.document import Identity
from generator.library import Form, Library
from generator.loading.load import load_library
from generator.numbering import bare
from generator.writers.docx.write import Origin, write_docx
from generator.writers.html import write as write_html
from generator.writers.html.reading import read_words
from generator.writers.text import write as write_text
from generator.writers.words import clean, words

STYLE = (Path(__file__).resolve().parents[2] / "clauses/stijl/modern.docx").read_bytes()
QUESTIONNAIRES = ("aanvulling", "backup-aanbod", "it-beheer", "migratie", "spoedklus")
SEEDS = st.integers(0, 2**32)
ORIGIN = Origin("proef", "1")
IDENTITY = Identity("2026-001", "fictief")


@cache
def library() -> Library:
    return load_library()


@dataclass(frozen=True)
class Run:
    """One set of random answers and all that came of it."""

    answering: Answering
    papers: Papers


def run(questionnaire: str, seed: int, *, complete: bool = True) -> Run:
    answering = Answering(library(), questionnaire, seed)
    if complete:
        answering.complete()
    else:
        answering.partial()
    case = answering.decided()
    return Run(answering, assemble(library(), answering.facts(), case, IDENTITY))


@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES)
@given(seed=SEEDS)
def test_what_holds_for_any_complete_answers(questionnaire: str, seed: int) -> None:
    made = run(questionnaire, seed)

    assert made.papers.documents
    assert not made.papers.pending
    for document in made.papers.documents:
        nothing_prints_empty(document)
        nothing_is_undecided(document)
        numbers_have_no_gaps(document)
        references_point_at_what_is_there(document)
        every_format_holds_the_same_words(document)
        printed_answers_stand_literally(document)
        customers_read_nothing_internal(document, made.papers)
    reads_back_equal(made)


@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES)
@given(seed=SEEDS)
def test_what_holds_for_any_half_done_answers(questionnaire: str, seed: int) -> None:
    made = run(questionnaire, seed, complete=False)

    for document in made.papers.documents:
        nothing_prints_empty(document)
        numbers_have_no_gaps(document)
        references_point_at_what_is_there(document)
        if any(isinstance(b, doc.Undecided) for b in all_blocks(document)):
            assert document.concept
    settles_when_written(made)


@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES)
@given(seed=SEEDS)
@settings(max_examples=5)
def test_the_same_case_gives_the_same_bytes(questionnaire: str, seed: int) -> None:
    first, second = (run(questionnaire, seed).papers.documents for _ in range(2))

    for one, other in zip(first, second, strict=True):
        assert write_docx(one, STYLE, origin=ORIGIN) == write_docx(other, STYLE, origin=ORIGIN)


def all_blocks(document: doc.Document) -> list[doc.Block]:
    return [b for _slot, articles in doc.parts(document) for article in articles for b in article.blocks]


def nothing_prints_empty(document: doc.Document) -> None:
    for inline in doc.all_inlines(document):
        if isinstance(inline, doc.Filled | doc.Ref):
            assert inline.text.strip(), (document.file, inline)


def nothing_is_undecided(document: doc.Document) -> None:
    assert not [b for b in all_blocks(document) if isinstance(b, doc.Undecided)], document.file


def numbers_have_no_gaps(document: doc.Document) -> None:
    labels = [a.label for a in document.articles if a.label]
    assert labels == [f"{n}." for n in range(1, len(labels) + 1)]
    for article in (a for a in document.articles if a.label):
        leden = [b.label for b in article.blocks if isinstance(b, doc.Item) and b.level == 0]
        assert leden == [f"{article.label}{n}" for n in range(1, len(leden) + 1)]


def references_point_at_what_is_there(document: doc.Document) -> None:
    there = {b.label.rstrip(".") for b in all_blocks(document) if isinstance(b, doc.Item)}
    there |= {bare(a.label) for a in document.articles} | {a.label for a in document.annexes}
    assert {i.text for i in doc.all_inlines(document) if isinstance(i, doc.Ref)} <= there


def every_format_holds_the_same_words(document: doc.Document) -> None:
    """Word and HTML are compared with the tree when they are written, and refused; here text is held to the same tree."""
    page = write_html(document, "")
    assert read_words(page) == words(document)
    assert every_link_lands(page.decode())
    if document.form is not Form.EMAIL:
        assert write_docx(document, STYLE, origin=ORIGIN).startswith(b"PK")
    found = iter(_text_words(document))
    missing = [w for w in words(document) if w not in found]
    assert not missing, (document.file, missing[:5])


def every_link_lands(page: str) -> bool:
    places = re.findall(r' id="([^"]+)"', page)
    return len(places) == len(set(places)) and set(re.findall(r'href="#([^"]+)"', page)) <= set(places)


def printed_answers_stand_literally(document: doc.Document) -> None:
    text = " ".join(_text_words(document))
    for _slot, articles in doc.parts(document):
        for inline in (i for a in articles for b in a.blocks for i in doc.inlines_of(b)):
            if isinstance(inline, doc.Filled):
                assert " ".join(clean(inline.text).split()) in text, (document.file, inline)


def _text_words(document: doc.Document) -> list[str]:
    """The words of the text edition, without the lines to write on."""
    return re.sub("_{20,}", " ", clean(write_text(document, 100_000))).split()


def customers_read_nothing_internal(document: doc.Document, papers: Papers) -> None:
    """No rule numbers and no findings that are ours alone in what goes to the customer."""
    if document.internal:
        return
    own = " ".join(i.text for i in doc.all_inlines(document) if isinstance(i, doc.Text | doc.Use))
    assert not re.search(r"\bR-\d\d\b", own), document.file
    ours = {f.title for f in papers.findings if not f.for_customer}
    assert not [reason for reason in document.concept if any(t in reason for t in ours)]


def reads_back_equal(made: Run) -> None:
    assert _written_and_read(made.answering.case) == made.answering.case


def settles_when_written(made: Run) -> None:
    """A reference whose row was taken away is written as open; what was read once stays as it is."""
    once = _written_and_read(made.answering.case)
    assert _written_and_read(once) == once


def _written_and_read(case: Case) -> Case:
    return read_case(write_case(case, library()), library(), "antwoorden.yaml", today=TODAY)
