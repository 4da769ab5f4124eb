from pathlib import Path

import pytest

from generator import office


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_INSTALLED", ())
    monkeypatch.setenv("PATH", "")
    with pytest.raises(office.OfficeError, match=r"Installeer LibreOffice") as fault:
        office.to_pdf(b"")
    assert fault.value.code == 4


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder / "soffice"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_it_is_judged_by_the_file_not_by_its_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "echo kapot; exit 0", monkeypatch)
    with pytest.raises(office.OfficeError, match=r"maakte geen bestand.*kapot"):
        office.to_pdf(b"x")


def test_one_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "sleep 60", monkeypatch)
    with pytest.raises(office.OfficeError, match="niet klaar"):
        office.to_pdf(b"x", timeout=0.2)
