"""LibreOffice as a process: Word files in, PDFs out. Each run has its own profile and is judged by the files it leaves."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics import OfficeError

_NAMES = ("soffice", "libreoffice")
_INSTALLED = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "LibreOffice" / "program" / "soffice.exe",
)
_BY_HAND = "U kunt het Word-bestand ook zelf openen en als PDF opslaan."
_APT, _WINGET = "sudo apt install libreoffice-writer", "winget install TheDocumentFoundation.LibreOffice"
_HOW_TO_INSTALL = {
    "linux": f"Installeer LibreOffice Writer. Op Debian en Ubuntu typt u ‘{_APT}’",
    "darwin": "Installeer LibreOffice van libreoffice.org en sleep het naar de map Programma’s",
    "win32": f"Installeer LibreOffice van libreoffice.org, of typ ‘{_WINGET}’",
}
_FOR_KEEPS = {
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2b
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "InitialView": {"type": "long", "value": "1"},  # with the bookmarks open
    "DisplayPDFDocumentTitle": {"type": "boolean", "value": "true"},
}
PDF = f"pdf:writer_pdf_Export:{json.dumps(_FOR_KEEPS, separators=(',', ':'))}"
TO_START, PER_FILE = 90.0, 10.0
"""Seconds: far more than a slow computer needs, so that only a program that hangs is ended."""


def find_office() -> str | None:
    on_path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    return on_path or next((str(place) for place in _INSTALLED if place.is_file()), None)


def to_pdfs(files: Mapping[str, bytes], timeout: float | None = None) -> dict[str, bytes]:
    """The PDFs of Word files, both by stem: PDF/A-2b with tags and bookmarks, by one start of LibreOffice."""
    return convert(files, "docx", PDF, timeout) if files else {}


def convert(
    files: Mapping[str, bytes], source: str, target: str, timeout: float | None = None
) -> dict[str, bytes]:
    """``source`` and ``target`` are extensions, the second with a LibreOffice filter after a colon if need be."""
    office = find_office()
    if office is None:
        raise OfficeError("LibreOffice staat niet op deze computer.", f"{how_to_install()}. {_BY_HAND}")
    with TemporaryDirectory(prefix="zwartopwit-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        for stem, data in files.items():
            (place / f"{stem}.{source}").write_bytes(data)
        names = [f"{stem}.{source}" for stem in files]
        said = _run(_command(office, place, names, target), timeout or TO_START + PER_FILE * len(files))
        extension = target.partition(":")[0]
        return {stem: _made(place / "uit" / f"{stem}.{extension}", said) for stem in files}


def how_to_install() -> str:
    return _HOW_TO_INSTALL.get(sys.platform, _HOW_TO_INSTALL["linux"])


def _made(file: Path, said: str) -> bytes:
    """Its exit code is 0 even when nothing was made."""
    data = file.read_bytes() if file.is_file() else b""
    if not data or (file.suffix == ".pdf" and not data.startswith(b"%PDF-")):
        message = f"LibreOffice maakte geen bestand van ‘{file.stem}’. LibreOffice meldde: {said or 'niets'}"
        raise OfficeError(message, f"Probeer het opnieuw. {_BY_HAND}")
    return data


def _command(office: str, place: Path, names: list[str], target: str) -> list[str]:
    profile = f"-env:UserInstallation={(place / 'profiel').as_uri()}"
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
    out = ["--convert-to", target, "--outdir", str(place / "uit")]
    return [office, profile, *quiet, *out, *(str(place / name) for name in names)]


def _run(command: list[str], timeout: float) -> str:
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed command; only files of ours are named
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as fault:
        raise OfficeError("LibreOffice start niet.", f"Kijk of LibreOffice zelf opent. {_BY_HAND}") from fault
    try:
        said, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired as late:
        message = f"LibreOffice was na {timeout:g} seconden niet klaar."
        raise OfficeError(message, f"Probeer het opnieuw. {_BY_HAND}") from late
    finally:
        _end(process)
    return said.decode("utf-8", "replace").strip()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Also the children: the starter passes the work on to another process."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
