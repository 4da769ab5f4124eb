"""The folder of one deal: answers, log, documents as made, and the library they were made with."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from generator import log
from generator.answers import Case
from generator.answers_file import decoded, read_case, stamped, write_case
from generator.clock import now
from generator.diagnostics import Diagnostic, MisuseError, OutputError
from generator.library import Library
from generator.saving import drop_leftovers, failures_in_dutch, save_bytes, sync_folder, write_new

ANSWERS = "antwoorden.yaml"
LOG = "logboek.jsonl"
SLOT = ".slot"
DOCUMENTS = "stukken"
INTERNAL = "intern"
LIBRARIES = "bibliotheek"
PROVENANCE = "herkomst.json"

_FOLDER = r"(?P<number>[0-9]{4}-[0-9]{3,})-(?P<slug>[a-z0-9-]+)"
_SLUG_LENGTH = 40
_MAKING = r"[0-9]{4,}"


def slug_of(name: str) -> str:
    """A part of a folder name that is safe on every system, whatever the customer is called."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return (
        re.sub(r"[^a-z0-9]+", "-", plain)[: _SLUG_LENGTH + 1].strip("-")[:_SLUG_LENGTH].strip("-")
        or "dossier"
    )


class CaseFolder:
    """One case on disk. ``load`` before ``save``: what this object did not read or write itself is not overwritten."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: str | None = None

    @property
    def number(self) -> str:
        """``2026-003``: what people call the case by."""
        found = re.fullmatch(_FOLDER, self.path.name)
        return found["number"] if found else self.path.name

    @property
    def answers(self) -> Path:
        return self.path / ANSWERS

    def text(self) -> str:
        """The text of the answers file; raises AnswersError when it is no text."""
        return decoded(self._bytes(), str(self.answers))

    def _bytes(self) -> bytes:
        try:
            return self.answers.read_bytes()
        except FileNotFoundError:
            raise OutputError(
                f"In '{self.path}' staat geen {ANSWERS}.",
                "Kies een ander dossier; `zwartopwit dossiers` toont ze.",
            ) from None
        except OSError:
            raise OutputError(
                f"'{self.answers}' is niet te lezen.", "Kijk of u rechten hebt op deze map."
            ) from None

    def load(self, library: Library, today: date) -> Case:
        data = self._bytes()
        case = read_case(decoded(data, str(self.answers)), library, str(self.answers), today=today)
        self._known = _hash(data)
        return case

    def save(self, text: str) -> None:
        """Replace the answers file at once. A file that changed meanwhile, or that could not be read, stays as it is."""
        if self._on_disk() != self._known:
            raise OutputError(
                f"{ANSWERS} is buiten dit venster veranderd. Er is niets overschreven.",
                f"Stop, en ga verder met `zwartopwit verder {self.number}`: dan leest het programma het bestand opnieuw.",
            )
        data = text.encode()
        try:
            save_bytes(self.answers, data)
        finally:
            if self._on_disk() == (new := _hash(data)):
                self._known = new

    def save_case(self, case: Case, library: Library) -> None:
        self.save(write_case(stamped(case, library), library))

    def _on_disk(self) -> str | None:
        try:
            return _hash(self.answers.read_bytes())
        except FileNotFoundError:
            return None
        except OSError:
            return ""

    @contextmanager
    def held(self) -> Iterator["CaseFolder"]:
        """Only one window writes here; a second one gets a message. A crash lets go by itself."""
        with failures_in_dutch(self.path):
            handle = os.open(self.path / SLOT, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            if not _locked(handle):
                raise OutputError(
                    f"Dossier {self.number} is al open in een ander venster.",
                    "Ga daar verder, of sluit dat venster en probeer het opnieuw.",
                )
            drop_leftovers(self.path, ANSWERS)
            yield self
        finally:
            os.close(handle)

    def append_log(self, event: str, data: Mapping[str, object], moment: datetime | None = None) -> None:
        log.append(self.path / LOG, event, data, moment or now())

    def events(self) -> tuple[log.Event, ...]:
        return log.events(self.path / LOG)

    def verify_log(self) -> tuple[Diagnostic, ...]:
        return log.faults_of(self.path / LOG)

    def makings(self) -> tuple[int, ...]:
        """The numbers of the sets of documents that were made."""
        return _makings(self.path / DOCUMENTS)

    def publish(
        self, documents: Mapping[str, bytes], internal: Mapping[str, bytes], provenance: bytes
    ) -> int:
        """One making: whole or absent, under a number that was never used before."""
        number = max(self.makings(), default=0) + 1
        name = f"{number:04d}"
        with failures_in_dutch(self.path):
            self._drop_unfinished(number)
            placed: list[Path] = []
            try:
                for part, files in ((INTERNAL, internal), (DOCUMENTS, {**documents, PROVENANCE: provenance})):
                    if files:
                        placed.append(_place(self.path / part / name, files))
            except BaseException:
                for folder in placed:
                    _drop(folder)
                raise
        return number

    def _drop_unfinished(self, number: int) -> None:
        """What a crash left: half-filled folders, and an internal part whose documents never came."""
        for part in (INTERNAL, DOCUMENTS):
            (self.path / part).mkdir(mode=0o700, exist_ok=True)
            for left in (self.path / part).glob(".bezig-*"):
                _drop(left)
        for unfinished in (n for n in _makings(self.path / INTERNAL) if n >= number):
            _drop(self.path / INTERNAL / f"{unfinished:04d}")

    def keep_library(self, archive: bytes, sha: str) -> Path:
        """The content files as they were, once per edition."""
        folder = self.path / LIBRARIES
        with failures_in_dutch(folder):
            folder.mkdir(mode=0o700, exist_ok=True)
        target = folder / f"{sha}.zip"
        if not target.exists():
            save_bytes(target, archive)
        return target


def _hash(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _drop(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _makings(folder: Path) -> tuple[int, ...]:
    if not folder.is_dir():
        return ()
    return tuple(sorted(int(f.name) for f in folder.iterdir() if re.fullmatch(_MAKING, f.name)))


def _place(target: Path, files: Mapping[str, bytes]) -> Path:
    """A folder with these files, filled under another name, synced, and renamed once."""
    strange = [name for name in files if Path(name).name != name or name.startswith(".")]
    if strange or target.exists():
        raise ValueError(f"not a place for documents: {target} {strange}")
    busy = target.with_name(f".bezig-{target.name}")
    try:
        busy.mkdir(mode=0o700)
        for name, data in files.items():
            write_new(busy / name, data)
        sync_folder(busy)
        busy.rename(target)
    except BaseException:
        _drop(busy)
        raise
    sync_folder(target.parent)
    return target


def _locked(handle: int) -> bool:
    try:
        _lock(handle)
    except OSError:
        return False
    return True


def _lock(handle: int) -> None:
    if os.name == "nt":
        import msvcrt

        locking: Callable[[int, int, int], None] = msvcrt.locking  # type: ignore[attr-defined]
        locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def create(root: Path, name: str, today: date) -> CaseFolder:
    """A new folder with the next free number of this year. Two windows never get the same one."""
    with failures_in_dutch(root):
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        while True:
            number = _next_number(root, today.year)
            reserved = root / f".{number}"
            try:
                reserved.mkdir(mode=0o700)
            except FileExistsError:
                continue
            if any(folder.number == number for folder in all_cases(root)):
                reserved.rmdir()  # another window finished this number between our look and our reservation
                continue
            target = root / f"{number}-{slug_of(name)}"
            reserved.rename(target)
            sync_folder(root)
            return CaseFolder(target)


def _next_number(root: Path, year: int) -> str:
    taken = [
        found[1] for f in root.iterdir() if (found := re.match(r"\.?([0-9]{4}-[0-9]{3,})(?:-|$)", f.name))
    ]
    used = [int(number[5:]) for number in taken if number.startswith(f"{year:04d}-")]
    return f"{year:04d}-{max(used, default=0) + 1:03d}"


def open_folder(path: Path) -> CaseFolder:
    """The case at this path: its folder, or the answers file in it."""
    folder = path.parent if path.name == ANSWERS else path
    if (folder / ANSWERS).is_file():
        return CaseFolder(folder)
    raise MisuseError(
        f"In '{folder}' staat geen dossier.", "Kies een ander dossier; `zwartopwit dossiers` toont ze."
    )


def all_cases(root: Path) -> tuple[CaseFolder, ...]:
    """In the order of their numbers."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        return tuple(
            CaseFolder(f) for f in sorted(root.iterdir()) if re.fullmatch(_FOLDER, f.name) and f.is_dir()
        )
    return ()


def find(root: Path, text: str) -> CaseFolder:
    """The one case meant by a path, a number (``2026-003``, ``3``) or a part of its name."""
    with suppress(OSError, ValueError):
        given = Path(text)
        if given.is_file() or (given / ANSWERS).is_file():
            return open_folder(given)
    cases = all_cases(root)
    wanted = text.strip().lower()
    by_number = [c for c in cases if wanted in (c.path.name, c.number) or _same_number(c.number, wanted)]
    meant = by_number or [c for c in cases if slug_of(text) in c.path.name]
    if len(meant) == 1:
        return meant[0]
    if meant:
        names = ", ".join(c.path.name for c in meant[:8])
        raise MisuseError(
            f"'{text}' past op {len(meant)} dossiers: {names}.",
            "Noem het nummer, bijvoorbeeld " + meant[-1].number + ".",
        )
    raise MisuseError(
        f"Er is geen dossier '{text}' in '{root}'.", "Bekijk uw dossiers met `zwartopwit dossiers`."
    )


def _same_number(number: str, wanted: str) -> bool:
    """``3`` for the third of a year; when that fits several years, the caller says so."""
    return wanted.isdigit() and int(number[5:]) == int(wanted[:9])
