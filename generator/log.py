"""The log of a case: one line of JSON per event, each with the hash of the line before it, so that a change shows."""

import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Position, Severity
from generator.frozen import dataclass
from generator.saving import failures_in_dutch, sync_folder, write_all

FIRST = "0" * 64
"""What stands for the hash before the first line."""


@dataclass(frozen=True, slots=True)
class Event:
    """``at`` is a moment with its time zone, in ISO form."""

    at: str
    name: str
    data: Mapping[str, object]


def line_of(previous: str, moment: datetime, name: str, data: Mapping[str, object]) -> bytes:
    """One line, without its end. ``previous`` is the hash of the line before."""
    if moment.tzinfo is None:
        raise ValueError("a moment in the log has a time zone")
    entry = {
        "tijd": moment.isoformat(timespec="seconds"),
        "gebeurtenis": name,
        "gegevens": data,
        "vorige": previous,
    }
    return json.dumps(entry, ensure_ascii=False, sort_keys=False, default=str).encode()


def hash_of(line: bytes) -> str:
    from hashlib import sha256

    return sha256(line).hexdigest()


def append(path: Path, name: str, data: Mapping[str, object], moment: datetime) -> None:
    """One more event, synced. A line that a crash tore off stays as evidence; the chain goes on after it."""
    with failures_in_dutch(path.parent):
        fresh = not path.exists()
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            size = os.fstat(handle).st_size
            last, ended = _last_line(handle, size)
            new = line_of(hash_of(last) if last else FIRST, moment, name, data)
            _append_whole(handle, size, (b"" if ended else b"\n") + new + b"\n")
        finally:
            os.close(handle)
        if fresh:
            sync_folder(path.parent)


def _append_whole(handle: int, size: int, data: bytes) -> None:
    """All of it or nothing: a full disk leaves the log as it was."""
    try:
        write_all(handle, data)
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def _last_line(handle: int, size: int) -> tuple[bytes, bool]:
    """The last line of the file, and whether the file ends with a line end (an empty file does)."""
    tail = b""
    while len(tail) < size and b"\n" not in tail[:-1]:
        step = min(size - len(tail), 65_536)
        os.lseek(handle, size - len(tail) - step, os.SEEK_SET)
        tail = os.read(handle, step) + tail
    return tail.removesuffix(b"\n").rpartition(b"\n")[2], not tail or tail.endswith(b"\n")


def events(path: Path) -> tuple[Event, ...]:
    """What can be read of the log, in order."""
    found = (_entry(line) for line in _lines(path))
    return tuple(
        Event(str(e["tijd"]), str(e["gebeurtenis"]), dict(e["gegevens"])) for e in found if e is not None
    )


def _lines(path: Path) -> list[bytes]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    return data.removesuffix(b"\n").split(b"\n") if data else []


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    keys = {"tijd", "gebeurtenis", "gegevens", "vorige"}
    whole = isinstance(entry, dict) and entry.keys() >= keys and isinstance(entry["gegevens"], dict)
    return entry if whole else None


def faults_of(path: Path) -> tuple[Diagnostic, ...]:
    """Lines that were torn off by a crash (a warning), and places where the chain is broken (an error)."""
    found: list[Diagnostic] = []
    previous = FIRST
    for number, line in enumerate(_lines(path), start=1):
        entry = _entry(line)
        if entry is None:
            found.append(_torn(path, number))
        elif entry["vorige"] != previous:
            found.append(_broken(path, number))
        previous = hash_of(line)
    return tuple(found)


def _torn(path: Path, number: int) -> Diagnostic:
    return Diagnostic(
        "logregel-afgebroken",
        f"Regel {number} van het logboek is niet heel: het programma stopte tijdens het schrijven.",
        "U hoeft niets te doen. De regel blijft staan; het logboek gaat daarna gewoon verder.",
        Position(path.name, number),
        Severity.WARNING,
    )


def _broken(path: Path, number: int) -> Diagnostic:
    return Diagnostic(
        "logboek-gewijzigd",
        f"Regel {number} van het logboek sluit niet aan op de regel ervoor: er is iets gewijzigd of weggehaald.",
        "Zet een kopie van het logboek terug. Zonder kopie bewijst het logboek tot hier minder.",
        Position(path.name, number),
    )
