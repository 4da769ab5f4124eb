"""Random pairs of versions: accept every change and it is the new paper, reject every change and it is the old one."""

import io
import os
import random
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from answering import TODAY, Answering
from lxml import etree

from generator.answers import Case
from generator.assembly import assemble
from generator.comparing import bare
from generator.document import Document, Identity, parts
from generator.facts import Facts
from generator.library import Form, Library
from generator.loading.load import load_library
from generator.writers.docx import Origin, check_docx, write_docx
from generator.writers.docx.marks import clause_marks
from generator.writers.docx.redlining import Revision, redlined
from generator.writers.docx.returned import contents_table, text_of
from generator.writers.docx.tracked import accepted, has_changes, rejected
from generator.writers.docx.xml import W
from generator.writers.words import article_words

STYLE = (Path(__file__).resolve().parents[2] / "clauses/stijl/modern.docx").read_bytes()
QUESTIONNAIRES = ("it-beheer", "spoedklus", "migratie", "backup-aanbod", "aanvulling")
REVISION = Revision("Fictief IT-beheer B.V.", "2026-11-21T00:00:00Z")
PAIRS = 200 if os.environ.get("ZWARTOPWIT_DIEP") else 20


@cache
def library() -> Library:
    return load_library()


def papers(case: Case) -> dict[str, Document]:
    facts = Facts(library(), case.questionnaire, case.answers, TODAY)
    made = assemble(library(), facts, case, Identity("2026-001", "fictief"))
    return {d.file: d for d in made.documents if d.form is not Form.EMAIL}


def versions(seed: int) -> tuple[dict[str, Document], dict[str, Document]]:
    """A case and the same case later, with a few answers given anew; every fourth pair shares nothing but the questions."""
    chance = random.Random(seed)
    questionnaire = QUESTIONNAIRES[seed % len(QUESTIONNAIRES)]
    first = Answering(library(), questionnaire, seed)
    first.complete()
    second = Answering(library(), questionnaire, seed + 1_000_000)
    second.complete()
    old, new = first.decided(), second.decided()
    if seed % 4:
        later = Case(questionnaire, dict(old.answers), dict(old.decisions))
        for path in chance.sample(sorted(new.answers), min(4, len(new.answers))):
            later = later.with_answer(path, new.answers[path])
        new = later
    return papers(old), papers(new)


def body_of(data: bytes) -> "etree._Element":
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def with_body(data: bytes, root: "etree._Element") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(root) if name == "word/document.xml" else old.read(name))
    return buffer.getvalue()


def holds(old: Document, new: Document) -> None:
    """``redlined`` holds itself to its two files; here both sides are held to the trees they were written from."""
    before, after = (write_docx(d, STYLE, origin=Origin("proef", "1")) for d in (old, new))
    redline = redlined(before, after, REVISION, new.file)
    root = body_of(redline)
    assert check_docx(with_body(redline, accepted(root)), new) == []
    assert all_words(with_body(redline, rejected(root))) == all_words(before)
    assert has_changes(root) or not changed(old, new)
    assert before != after or not has_changes(root)


def without_references(document: Document) -> Iterator[list[str]]:
    """The words of each clause, without the numbers that Word counts anew."""
    for _slot, found in parts(document):
        yield from (words for a in found if (words := article_words(a, references=False)))


def all_words(data: bytes) -> list[str]:
    """Of clauses, headings and the place to sign, in order; without the numbers that Word counts anew."""
    root = body_of(data)
    skipped = set(contents_table(root))
    paragraphs = (p for p in root.iter(f"{{{W}}}p") if p not in skipped)
    return [w for p in paragraphs for w in bare(text_of(p)).split() if w != "\u2610"]


def changed(old: Document, new: Document) -> bool:
    """Whether the papers differ in more than numbers; the frame prints what holds a paper up, and who signs."""
    frames = [(d.concept, d.title, d.signatories, [a.title for a in d.annexes]) for d in (old, new)]
    return frames[0] != frames[1] or [*without_references(old)] != [*without_references(new)]


@pytest.mark.parametrize("seed", range(PAIRS))
def test_accepting_gives_the_new_paper_and_rejecting_the_old(seed: int) -> None:
    old, new = versions(seed)
    assert old.keys() & new.keys()
    for file in sorted(old.keys() & new.keys()):
        holds(old[file], new[file])


def test_a_paper_has_no_changes_against_itself() -> None:
    old, _new = versions(3)
    for document in old.values():
        data = write_docx(document, STYLE, origin=Origin("proef", "1"))
        assert not has_changes(body_of(redlined(data, data, REVISION)))
        assert [m for m, _a in clause_marks(document)]
