"""What the Word tests share: the bundled house style and a way to write with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.document import Document
from generator.office import find_office
from generator.writers.docx import Origin, write_docx

ROOT = Path(__file__).resolve().parents[2]
STYLE = ROOT / "clauses" / "stijl" / "modern.docx"

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is absent")
needs_pdf_text = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is absent")


@pytest.fixture(scope="session")
def style() -> bytes:
    return STYLE.read_bytes()


@pytest.fixture(scope="session")
def word(style: bytes) -> Callable[[Document], bytes]:
    return lambda document: write_docx(document, style, origin=Origin("basis", "1.0"))
