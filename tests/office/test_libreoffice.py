"""LibreOffice opens every form, and counts and refers as we do."""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import needs_office, needs_pdf_text
from samples import SAMPLES, contract
from test_gate import changed

from generator.document import Article, Document, Item, plain
from generator.numbering import numbered
from generator.office import to_pdfs

pytestmark = [pytest.mark.office, needs_office]

Write = Callable[[Document], bytes]


def pages(data: bytes, folder: Path) -> list[str]:
    """The text of each page as printed; LibreOffice recomputes references on its way to a PDF."""
    return text_of(to_pdfs({"stuk": data})["stuk"], folder)


def text_of(pdf: bytes, folder: Path) -> list[str]:
    (folder / "stuk.pdf").write_bytes(pdf)
    run = subprocess.run(
        ["pdftotext", "-layout", str(folder / "stuk.pdf"), "-"], capture_output=True, text=True, check=True
    )
    return run.stdout.rstrip("\f").split("\f")


def numbered_lines(document: Document) -> Iterator[str]:
    slots: list[Article] = [*document.parties, *document.recitals, *document.articles]
    for article in slots:
        if article.label:
            yield _line(f"{article.label} {plain(article.title)}")
        yield from (_line(f"{b.label} {plain(b.inlines)}") for b in article.blocks if isinstance(b, Item))
    for annex in document.annexes:
        yield _line(f"{annex.label} {annex.title}")
        for article in annex.articles:
            yield from (_line(f"{b.label} {plain(b.inlines)}") for b in article.blocks if isinstance(b, Item))


def _line(text: str) -> str:
    return " ".join(text.split())


@needs_pdf_text
@pytest.mark.parametrize("form", SAMPLES)
def test_its_numbers_and_references_are_ours(form: str, word: Write, tmp_path: Path) -> None:
    document = SAMPLES[form]()
    printed = _line(" ".join(pages(word(document), tmp_path)))
    for line in numbered_lines(document):
        assert line in printed
        printed = printed[printed.index(line) :]


@needs_pdf_text
def test_it_really_recomputes_the_references(word: Write, tmp_path: Path) -> None:
    """Else the test above would only see our own cached text."""
    stale = changed(
        word(contract()), "word/document.xml", r'(<w:t xml:space="preserve">)2\.2(</w:t>)', r"\g<1>9.9\2"
    )
    printed = _line(" ".join(pages(stale, tmp_path)))
    assert "2.4 Zie ook artikel 4, artikel 2.2 en artikel 2.1 onder (b)." in printed


LENGTHS = range(24)


@pytest.fixture(scope="module")
def of_every_length(word: Write) -> dict[str, bytes]:
    """The same contract with more and more leden, as PDFs by one start of LibreOffice."""
    files = {}
    for n in LENGTHS:
        document = contract(filler=n)
        files[str(n)] = word(numbered(replace(document, annexes=(), articles=document.articles[3:])))
    return to_pdfs(files)


@needs_pdf_text
@pytest.mark.parametrize("filler", LENGTHS)
def test_the_signature_block_stays_on_one_page(
    filler: int, of_every_length: dict[str, bytes], tmp_path: Path
) -> None:
    found = text_of(of_every_length[str(filler)], tmp_path)
    signing = [p for p in found if "Partijen hebben deze Overeenkomst gelezen" in p]
    assert len(signing) == 1
    assert "Ondertekening" in signing[0]
    assert len(re.findall("Datum:", signing[0])) == 2
    assert not found[-1].isspace()


@needs_pdf_text
def test_a_short_statement_is_one_page_with_its_signatures(word: Write, tmp_path: Path) -> None:
    found = pages(word(SAMPLES["verklaring"]()), tmp_path)
    assert len(found) == 1
    assert "Pagina 1 van 1" in found[0]
