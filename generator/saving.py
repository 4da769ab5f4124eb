"""Writing so that a crash leaves the old file or the new one, never half of either; failures in Dutch."""

import errno
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.diagnostics import OutputError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR}
_TRIES = 6 if os.name == "nt" else 1
"""On Windows a virus scanner or a sync program may hold a file for a moment."""


def save_bytes(path: Path, data: bytes) -> None:
    """Replace the file at once: a temporary one beside it, synced, renamed, and the folder synced. Mode 0600."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with failures_in_dutch(path.parent):
        try:
            write_new(temporary, data)
            _replace(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink()
        sync_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """A new synced file that only the owner can read. What an earlier crash left under this name is dropped."""
    with suppress(FileNotFoundError):
        path.unlink()
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    try:
        write_all(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)


def add_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """All these files or none. A file that is there with other content stays as it is, and nothing is written."""
    name = f".bezig-{os.getpid()}"
    with failures_in_dutch(folder):
        beside = not folder.is_dir()
        busy = folder.with_name(name) if beside else folder / name
        _refuse_changed(folder, files)
        try:
            for part, data in files.items():
                (busy / part).parent.mkdir(parents=True, exist_ok=True)
                write_new(busy / part, data)
            _move(busy, folder, () if beside else files)
        finally:
            shutil.rmtree(busy, ignore_errors=True)
        sync_folder(folder)


def _refuse_changed(folder: Path, files: Mapping[str, bytes]) -> None:
    """Someone may have worked on a paper since; the same bytes again do no harm."""
    there = [n for n, data in files.items() if (folder / n).exists() and (folder / n).read_bytes() != data]
    if there:
        raise OutputError(
            f"In '{folder}' staat al een andere {there[0]}. Er is niets overschreven.",
            "Kies een nieuwe map, of haal de oude stukken daar weg.",
        )


def _move(busy: Path, folder: Path, parts: Iterable[str]) -> None:
    """The whole folder at once when it is new, else file by file."""
    if not parts:
        busy.rename(folder)
    for inside in {(folder / part).parent for part in parts}:
        inside.mkdir(parents=True, exist_ok=True)  # before the first file moves: a file may be in the way
    for part in parts:
        _replace(busy / part, folder / part)


def write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _replace(temporary: Path, path: Path) -> None:
    for attempt in range(_TRIES):
        try:
            temporary.replace(path)
        except PermissionError:
            if attempt + 1 == _TRIES:
                raise
            time.sleep(0.05 * 2**attempt)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Makes a rename last; Windows has no such call and does not need it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def drop_leftovers(folder: Path, name: str) -> None:
    """Temporary files that a crash left beside the file called ``name``. Only for who holds the folder."""
    for left in folder.glob(f".{name}.*.tmp"):
        with suppress(OSError):
            left.unlink()


@contextmanager
def failures_in_dutch(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise output_error(error, folder) from error


def output_error(error: OSError, folder: Path) -> OutputError:
    if error.errno in _FULL:
        return OutputError(
            "De schijf is vol. Er is niets half bewaard.",
            "Maak ruimte vrij en probeer het opnieuw. Alles tot en met de vorige vraag staat er nog.",
        )
    if error.errno in _FORBIDDEN:
        return OutputError(
            f"In de map '{folder}' mag het programma niet schrijven.",
            "Kies een andere map (`--dossiers MAP` of `--uit MAP`), of geef uzelf daar schrijfrechten.",
        )
    if error.errno in _NO_FOLDER:
        return OutputError(
            f"Waar de map '{folder}' moet komen, staat een bestand in de weg.",
            "Kies een andere map (`--dossiers MAP` of `--uit MAP`).",
        )
    if error.errno == errno.ENAMETOOLONG:
        return OutputError(f"De naam van de map '{folder}' is te lang.", "Kies een kortere naam.")
    if error.errno == errno.ENOENT:
        return OutputError(
            f"De map '{folder}' is er niet (meer).",
            "Zet de map terug, of kies een andere (`--dossiers MAP` of `--uit MAP`).",
        )
    return OutputError(
        f"Bewaren in '{folder}' is niet gelukt (foutcode {error.errno}).",
        "Kijk of de schijf er nog is en niet vol is, en probeer het opnieuw.",
    )
