"""In every house style LibreOffice counts and refers as we do; and when a lawyer adds an article, all later numbers move."""

import re
import subprocess
from functools import cache

import pytest
from conftest import needs_office, needs_pdf_text
from house_styles import STYLES
from samples import contract, unnumbered
from test_gate import changed

from generator.document import Document, Item, plain
from generator.numbering import numbered
from generator.office import to_pdfs
from generator.references import resolved
from generator.writers.docx import Origin, scheme_of, write_docx
from generator.writers.docx.package import read_package

pytestmark = [pytest.mark.office, needs_office, needs_pdf_text]

BODY = "word/document.xml"
NEW = "Klant meldt verzuim binnen een week."


def document_in(style: bytes) -> Document:
    scheme = scheme_of(style)
    return resolved([numbered(unnumbered(contract()), scheme)], scheme)[0]


_PARAGRAPH = re.compile(r'<w:p><w:pPr><w:pStyle w:val="([^"]+)"/>(?:(?!</w:p>).)*</w:p>')


def with_new_article(data: bytes) -> bytes:
    """As a lawyer would: a heading and a lid before the second article, by their styles alone."""
    body = read_package(data).parts[BODY].decode()
    heading = next(
        m for m in _PARAGRAPH.finditer(body) if "Herstel uit een back-up" in m[0] and "hyperlink" not in m[0]
    )
    lid = next(m for m in _PARAGRAPH.finditer(body) if "Terugzetten kost" in m[0])
    new = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in ((heading[1], "Verzuim"), (lid[1], NEW))
    )
    return changed(data, BODY, re.escape(heading[0]), (new + heading[0]).replace("\\", "\\\\"))


@cache
def printed() -> dict[str, str]:
    """The text of every file, by one start of LibreOffice."""
    files = {}
    for name, style in STYLES.items():
        data = write_docx(document_in(style()), style(), origin=Origin("basis", "1"))
        files |= {name: data, f"{name}-nieuw": with_new_article(data)}
    return {name: _text(pdf) for name, pdf in to_pdfs(files).items()}


def _text(pdf: bytes) -> str:
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return bare(run.stdout.decode())


def bare(text: str) -> str:
    """Without spaces: how wide a column is, says nothing of numbers."""
    return "".join(text.split())


def lines(document: Document) -> list[str]:
    found = []
    for article in document.articles:
        found.append(f"{article.label} {plain(article.title)}")
        found += [f"{b.label} {plain(b.inlines)}" for b in article.blocks if isinstance(b, Item)]
    return [bare(line) for line in found]


@pytest.mark.parametrize("name", STYLES)
def test_its_numbers_and_references_are_ours(name: str) -> None:
    seen = printed()[name]
    for line in lines(document_in(STYLES[name]())):
        assert line in seen
        seen = seen[seen.index(line) :]


EXPECTED = {
    "modern": ("2. Verzuim", f"2.1 {NEW}", "3. Herstel uit een back-up", "artikel 5, artikel 3.2 en artikel 3.1 onder (b)."),
    "klassiek": ("Artikel 2 Verzuim", f"2.1 {NEW}", "Artikel 3 Herstel uit een back-up", "Artikel 5, Artikel 3.2 en Artikel 3.1 onder b."),
    "herbewaard": ("2. Verzuim", f"2.1 {NEW}", "3. Herstel uit een back-up", "artikel 5, artikel 3.2 en artikel 3.1 onder (b)."),
    "vreemd": ("§ 2 Verzuim", f"1. {NEW}", "§ 3 Herstel uit een back-up", "§ 5, § 3 lid 2 en § 3 lid 1 onder b)."),
}  # fmt: skip


@pytest.mark.parametrize("name", STYLES)
def test_a_new_article_moves_all_later_numbers_and_the_references_to_them(name: str) -> None:
    seen = printed()[f"{name}-nieuw"]
    for line in EXPECTED[name]:
        assert bare(line) in seen
    assert bare(NEW) not in printed()[name]
