"""The PDFs of a whole set: made to be kept, tagged, in Dutch, and with the words of the document tree."""

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import needs_office, needs_pdf_text

from generator import app
from generator.document import Document
from generator.library import Form
from generator.office import to_pdfs
from generator.writers.docx import Origin, write_docx
from generator.writers.words import words

pytestmark = [
    pytest.mark.office,
    needs_office,
    needs_pdf_text,
    pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts is absent"),
]

CASE = Path(__file__).resolve().parents[2] / "examples" / "administratiekantoor.yaml"


@pytest.fixture(scope="module")
def papers() -> dict[str, Document]:
    made = app.papers_of(app.opened(str(CASE), app.settings(today="2026-11-21")))
    return {d.file: d for d in made.documents if d.form is not Form.EMAIL}


@pytest.fixture(scope="module")
def pdfs(papers: dict[str, Document], style: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    word = {file: write_docx(d, style, origin=Origin("proef", "1")) for file, d in papers.items()}
    for file, data in to_pdfs(word).items():
        (folder / f"{file}.pdf").write_bytes(data)
    return folder


def told(program: str, *arguments: str) -> str:
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout


def test_each_says_to_be_pdf_a_2b_and_has_what_that_asks(pdfs: Path, papers: dict[str, Document]) -> None:
    for file in papers:
        data = (pdfs / f"{file}.pdf").read_bytes()
        assert b"<pdfaid:part>2</pdfaid:part>" in data
        assert b"<pdfaid:conformance>B</pdfaid:conformance>" in data
        assert b"/OutputIntents" in data
        fonts = told("pdffonts", str(pdfs / f"{file}.pdf")).splitlines()[2:]
        assert fonts
        assert all(line.split()[-5] == "yes" for line in fonts), fonts


def test_each_is_tagged_in_dutch_with_a_title(pdfs: Path, papers: dict[str, Document]) -> None:
    for file in papers:
        seen = told("pdfinfo", str(pdfs / f"{file}.pdf"))
        data = (pdfs / f"{file}.pdf").read_bytes()
        assert "Tagged:          yes" in seen
        assert "JavaScript:      no" in seen
        assert b"/Lang(nl-NL)" in data
        assert b"/StructTreeRoot" in data
        title = next(line for line in seen.splitlines() if line.startswith("Title:"))
        assert title.removeprefix("Title:").strip()


def test_the_contract_has_its_articles_as_bookmarks(pdfs: Path) -> None:
    assert (pdfs / "overeenkomst.pdf").read_bytes().count(b"/Title<") > 40


FURNITURE, CONTENTS = 250, 5000
"""Characters between two words of the tree at the most: the foot of a page, the head of the next, a number.
Where the table of contents stands in between, far more."""


def test_it_holds_the_words_of_the_tree_in_their_order(pdfs: Path, papers: dict[str, Document]) -> None:
    for file, document in papers.items():
        shown = _letters(told("pdftotext", "-raw", str(pdfs / f"{file}.pdf"), "-"))
        place = shown.index(_letters(words(document)[0]))
        once = "".join(map(_letters, words(document)))
        done = 0
        for word in map(_letters, words(document)):
            found = shown.find(word, place, place + FURNITURE + len(word))
            if found < 0:  # behind the table of contents, where more than one word is the same
                found = shown.find(once[done : done + 40], place, place + CONTENTS)
            assert found >= 0, (file, word, shown[place - 100 : place + 100])
            place, done = found + len(word), done + len(word)


def _letters(text: str) -> str:
    """Without spaces and hyphens: a line may end after a hyphen."""
    return "".join(text.replace("-", "").split())
