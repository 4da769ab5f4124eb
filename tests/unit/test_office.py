"""LibreOffice as a process: what is said when it is absent, does nothing, or hangs."""

import sys
from pathlib import Path

import pytest

from generator import office
from generator.diagnostics import OfficeError


@pytest.mark.parametrize(
    ("platform", "way"),
    [("linux", "apt install"), ("darwin", "Programma’s"), ("win32", "winget"), ("freebsd14", "LibreOffice")],
)
def test_without_libreoffice_it_says_how_to_install_it_here(
    platform: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_INSTALLED", ())
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OfficeError, match="staat niet op deze computer") as fault:
        office.to_pdfs({"stuk": b""})
    assert way in fault.value.remedy
    assert fault.value.code == 4


def test_without_files_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert office.to_pdfs({}) == {}


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder / "soffice"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_it_is_judged_by_the_file_not_by_its_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "echo kapot; exit 0", monkeypatch)
    with pytest.raises(OfficeError, match=r"maakte geen bestand van ‘brief’.*kapot"):
        office.to_pdfs({"brief": b"x"})


def test_a_file_that_is_no_pdf_does_not_pass_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    last = 'for last; do :; done; d=$(dirname "$last"); mkdir -p "$d/uit"; echo fout > "$d/uit/brief.pdf"'
    program(tmp_path, last, monkeypatch)
    with pytest.raises(OfficeError, match="maakte geen bestand"):
        office.to_pdfs({"brief": b"x"})


def test_one_start_makes_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        f"echo start >> {tmp_path}/starts\n"
        'for file; do case "$file" in *.docx) d=$(dirname "$file"); mkdir -p "$d/uit"; '
        'echo "%PDF-1.6" > "$d/uit/$(basename "$file" .docx).pdf";; esac; done'
    )
    program(tmp_path, script, monkeypatch)
    assert set(office.to_pdfs({"brief": b"x", "contract": b"y"})) == {"brief", "contract"}
    assert (tmp_path / "starts").read_text() == "start\n"


def test_one_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "sleep 60", monkeypatch)
    with pytest.raises(OfficeError, match="niet klaar"):
        office.to_pdfs({"stuk": b"x"}, timeout=0.2)
