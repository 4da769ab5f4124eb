"""Nothing from an answer, a file name or a hand-written file leaves its folder, runs, or grows without end (design 6.6)."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from command import EXAMPLES, Run

from generator.diagnostics import AnswersError
from generator.loading.load import load_library
from generator.profile import read_profile
from generator.situation_files import read_situations

OUTSIDE = ["../../x", "/etc/passwd", "..", "a/../../x", "C:\\x", "\\\\server\\x", "a\0b"]
SAFE_STEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("key", ["basis", "antwoorden_van"])
def test_a_situation_reads_nothing_outside_the_folders_it_stands_in(
    tmp_path: Path, key: str, name: str
) -> None:
    for place in (tmp_path / "x", tmp_path / "x.yaml"):
        place.write_text("vragenlijst: spoedklus\nvandaag: 2026-11-21\n", "utf-8")
    folder = tmp_path / "een" / "situaties"
    folder.mkdir(parents=True)
    escaped = name.replace("\\", "\\\\").replace("\0", "\\0")
    (folder / "s.yaml").write_text(f'{key}: "{escaped}"\nvandaag: 2026-11-21\n', "utf-8")
    found, (fault,) = read_situations(folder, load_library())
    assert found == []
    assert (fault.slug, fault.question, fault.source_line) == (
        {"basis": "situatie-ontbreekt", "antwoorden_van": "antwoorden-ontbreken"}[key],
        "s.yaml",
        None,
    )


@pytest.mark.parametrize("name", OUTSIDE[:-1])
def test_a_paper_is_chosen_by_its_name_never_by_a_path(run: Run, tmp_path: Path, name: str) -> None:
    made = run("maak", str(EXAMPLES / "huisarts.yaml"), "--documenten", name, "--uit", str(tmp_path / "uit"))
    assert made.code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_row_of_a_hand_written_file_cannot_be_called_as_a_path(run: Run, tmp_path: Path, name: str) -> None:
    text = (EXAMPLES / "administratiekantoor.yaml").read_text("utf-8")
    escaped = name.replace("\\", "\\\\").replace("\0", "\\0")
    assert "{id: r1," in text
    source = tmp_path / "a.yaml"
    source.write_text(text.replace("{id: r1,", f'{{id: "{escaped}",', 1), "utf-8")
    made = run("maak", str(source), "--uit", str(tmp_path / "uit"))
    assert made.code == 1
    assert "[regel-id]" in made.err
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_every_file_of_a_making_is_a_plain_name_in_its_own_folder(run: Run, tmp_path: Path) -> None:
    assert run("maak", str(EXAMPLES / "administratiekantoor.yaml"), "--uit", str(tmp_path / "uit")).code == 0
    files = [p for p in (tmp_path / "uit").rglob("*") if p.is_file()]
    assert len(files) > 5
    assert all(SAFE_STEM.fullmatch(p.stem) for p in files)
    for paper in (p for p in files if p.suffix == ".docx"):
        assert strange_names(paper.read_bytes()) == []


def test_the_kept_library_is_a_zip_of_plain_paths(run: Run, tmp_path: Path) -> None:
    run("maak", str(EXAMPLES / "huisarts.yaml"), "--dossiers", str(tmp_path))
    (kept,) = tmp_path.glob("*/bibliotheek/*.zip")
    assert re.fullmatch(r"[0-9a-f]{64}", kept.stem)
    assert strange_names(kept.read_bytes()) == []


def strange_names(data: bytes) -> list[str]:
    """The names in a zip that would land elsewhere when it is unpacked."""
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    return [n for n in names if n.startswith("/") or "\\" in n or ":" in n or ".." in n.split("/")]


def laughs(depth: int = 40) -> str:
    """Each line ten times the one before: what no reader may unfold."""
    rows = [
        f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" if n else "l0: &l0 [ha, ha]" for n in range(depth)
    ]
    return "\n".join(rows) + "\n"


def as_answers(run: Run, folder: Path) -> str:
    (folder / "a.yaml").write_text(laughs(), "utf-8")
    return run("risicos", str(folder / "a.yaml")).err


def as_profile(_run: Run, _folder: Path) -> str:
    with pytest.raises(AnswersError) as refused:
        read_profile(laughs(), load_library(), "profiel.yaml")
    return " ".join(f"[{d.slug}]" for d in refused.value.diagnostics)


def as_situation(_run: Run, folder: Path) -> str:
    (folder / "s.yaml").write_text(laughs(), "utf-8")
    _found, faults = read_situations(folder, load_library())
    return " ".join(f"[{d.slug}]" for d in faults)


def as_library(run: Run, folder: Path) -> str:
    (folder / "clauses").mkdir()
    (folder / "questionnaires").mkdir()
    (folder / "clauses" / "bibliotheek.yaml").write_text(laughs(), "utf-8")
    return run("controleer", str(folder)).out


@pytest.mark.parametrize("given", [as_answers, as_profile, as_situation, as_library])
def test_a_file_that_unfolds_without_end_is_refused_before_it_does(
    run: Run, tmp_path: Path, given: Callable[[Run, Path], str]
) -> None:
    assert "[yaml-anker]" in given(run, tmp_path)
