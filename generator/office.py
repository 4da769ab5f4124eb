"""LibreOffice as a process: Word file in, PDF out. Each run has its own profile and is judged by the file it leaves."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics import GeneratorError

_NAMES = ("soffice", "libreoffice")
_INSTALLED = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "LibreOffice" / "program" / "soffice.exe",
)
_REMEDY = "U kunt het Word-bestand ook zelf openen en als PDF opslaan."


class OfficeError(GeneratorError):
    """A program outside ours is absent or failed."""

    code = 4


def find_office() -> str | None:
    on_path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    return on_path or next((str(place) for place in _INSTALLED if place.is_file()), None)


def to_pdf(docx: bytes, timeout: float = 90.0) -> bytes:
    return convert(docx, "docx", "pdf", timeout)


def convert(data: bytes, source: str, target: str, timeout: float = 90.0) -> bytes:
    """``target`` is an extension, with a LibreOffice filter after a colon if need be."""
    office = find_office()
    if office is None:
        raise OfficeError(
            f"LibreOffice staat niet op deze computer. Installeer LibreOffice voor PDF’s. {_REMEDY}"
        )
    with TemporaryDirectory(prefix="zwartopwit-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / f"stuk.{source}").write_bytes(data)
        said = _run(_command(office, place, f"stuk.{source}", target), timeout)
        made = place / "uit" / f"stuk.{target.partition(':')[0]}"
        # Its exit code is 0 even when nothing was made.
        if not made.is_file() or made.stat().st_size == 0:
            raise OfficeError(
                f"LibreOffice maakte geen bestand. {_REMEDY} LibreOffice meldde: {said or 'niets'}"
            )
        return made.read_bytes()


def _command(office: str, place: Path, name: str, target: str) -> list[str]:
    profile = f"-env:UserInstallation={(place / 'profiel').as_uri()}"
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
    return [
        office,
        profile,
        *quiet,
        "--convert-to",
        target,
        "--outdir",
        str(place / "uit"),
        str(place / name),
    ]


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
        raise OfficeError(f"LibreOffice start niet. {_REMEDY}") from fault
    try:
        said, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired as late:
        raise OfficeError(
            f"LibreOffice was na {timeout:g} seconden niet klaar. Probeer het opnieuw. {_REMEDY}"
        ) from late
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
