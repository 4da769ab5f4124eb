"""Random complete answers to the real questionnaires: every Word file opens in LibreOffice and shows its words."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from answering import Answering

from generator.assembly import Identity, assemble
from generator.document import Document
from generator.library import Form
from generator.loading.load import load_library
from generator.office import find_office
from generator.writers.docx import Origin, write_docx
from generator.writers.words import words

SETS_AT_ONCE = 12
"""Sets of papers in one start of LibreOffice."""


def seeds() -> Iterator[range]:
    total = 1000 if os.environ.get("ZWARTOPWIT_DIEP") else 4
    for start in range(0, total, SETS_AT_ONCE):
        yield range(start, min(total, start + SETS_AT_ONCE))


def papers(questionnaire: str, seed: int) -> list[Document]:
    library = load_library()
    answering = Answering(library, questionnaire, seed)
    answering.complete()
    case = answering.decided()
    made = assemble(library, answering.facts(), case, Identity("2026-001", "proef"))
    return [d for d in made.documents if d.form is not Form.EMAIL]


@pytest.mark.office
@pytest.mark.skipif(find_office() is None, reason="LibreOffice is absent")
def test_every_word_file_of_random_answers_opens(tmp_path: Path, style: bytes) -> None:
    questionnaires = sorted(load_library().questionnaires)
    for batch in seeds():
        folder = tmp_path / str(batch.start)
        folder.mkdir()
        expected = {}
        for seed in batch:
            for document in papers(questionnaires[seed % len(questionnaires)], seed):
                name = f"{seed}-{document.file}"
                (folder / f"{name}.docx").write_bytes(
                    write_docx(document, style, origin=Origin("proef", "1"))
                )
                expected[name] = set(words(document))
        opened(folder)
        for name, wanted in expected.items():
            shown = (folder / f"{name}.txt").read_text(encoding="utf-8-sig")
            seen = set(shown.replace("\ufffc", " ").split())
            assert len(wanted - seen) <= len(wanted) / 10, (name, sorted(wanted - seen)[:10])
        shutil.rmtree(folder)


def opened(folder: Path) -> None:
    """All files of the folder as text next to them, by one start of LibreOffice with its own profile."""
    files = sorted(str(f) for f in folder.glob("*.docx"))
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    options = [
        "--headless",
        "--norestore",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(folder),
    ]
    subprocess.run(
        [str(find_office()), profile, *options, *files],
        check=True,
        capture_output=True,
        timeout=60 + 5 * len(files),
    )
