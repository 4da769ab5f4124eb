"""What docxtpl makes of a house style is kept, and whatever happens to the kept file, the outcome is the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cache_folder import folder
from generator.writers.docx.frame import compiled
from generator.writers.docx.patching import patched

STYLE = Path(__file__).parents[2] / "clauses" / "stijl" / "modern.docx"
PARTS = {"word/document.xml": "<w:p><w:r><w:t>{{ a </w:t></w:r><w:r><w:t>}}</w:t></w:r></w:p>"}


def test_a_tag_cut_over_runs_is_whole_again() -> None:
    assert "{{ a }}" in patched(STYLE.read_bytes(), PARTS)["word/document.xml"]


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"word/document.xml": 3}', b"\xff\xfe", b'{"other": ""}']
)
def test_a_damaged_file_is_made_again(damage: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZWARTOPWIT_CACHE", str(tmp_path))
    first = patched(STYLE.read_bytes(), PARTS)
    (file,) = folder().iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert patched(STYLE.read_bytes(), PARTS) == first
    assert file.read_bytes() == whole


def test_a_second_start_does_without_docxtpl() -> None:
    compiled.cache_clear()
    compiled(STYLE.read_bytes())
    script = (
        "import sys; from pathlib import Path; from generator.writers.docx.frame import compiled;"
        "compiled(Path(sys.argv[1]).read_bytes()); assert not {'docxtpl', 'docx'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(STYLE)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
