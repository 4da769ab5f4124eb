"""The parsed library on disk: one file per content, in the platform's cache folder. Never an error: only slower.

The file is lines of JSON. The first holds what every start needs; the other units have a line each, read on demand.
"""

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import __version__
from generator.library import Library
from generator.loading.codec import Later, decoded, encoded, loads, shape

FORM = 2
KEPT = 6
ON_DEMAND = ("sections", "clauses", "terms", "risks", "outlines", "sources", "packages")
AT_ONCE = (
    "name",
    "version",
    "law_date",
    "hash",
    "questionnaires",
    "decision",
    "factors",
    "subjects",
    "never_printed",
    "too_thin_reasons",
    "amounts",
    "absent_subjects",
)
UNREADABLE = (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError)


def content_hash(content: Mapping[str, bytes]) -> str:
    """Of paths and bytes: the same on every machine."""
    digest = hashlib.sha256()
    for path, data in content.items():
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def key_of(content: str) -> str:
    """Of this content as read by this program."""
    parts = (content, __version__, str(FORM), shape(), _program())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _program() -> str:
    """Sizes and times of the modules that read content, so that a changed program never meets an old reading."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib costs more than the work
    folders = (package, *(os.path.join(package, n) for n in ("loading", "expressions", "lint")))  # noqa: PTH118
    stats = [
        (e.name, s.st_size, s.st_mtime_ns)
        for folder in folders
        if os.path.isdir(folder)  # noqa: PTH112
        for e in os.scandir(folder)
        if e.name.endswith(".py") and (s := e.stat())
    ]
    return repr(sorted(stats))


def cache_folder() -> Path:
    """``ZWARTOPWIT_CACHE``, else where this platform keeps such files."""
    chosen = os.environ.get("ZWARTOPWIT_CACHE")
    if chosen:
        return Path(chosen)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "zwartopwit" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "zwartopwit"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "zwartopwit"


def _file(key: str) -> Path:
    return cache_folder() / f"bibliotheek-{key[:32]}.jsonl"


def read(key: str) -> Library | None:
    """The library under this key; None when there is none, or none that can be trusted."""
    try:
        data = _file(key).read_bytes()
        head, _, body = data.partition(b"\n")
        found, check = head.split(b" ")
        if found.decode() != key or int(check) != zlib.crc32(body):
            return None
        return _library(body)
    except UNREADABLE:
        return None


def _library(body: bytes) -> Library:
    first, _, rest = body.partition(b"\n")
    start = json.loads(first)
    parts: dict[str, Any] = {name: decoded(start[name]) for name in AT_ONCE}
    for name in ON_DEMAND:
        parts[name] = Later(start[name], lambda place: loads(rest[place[0] : place[0] + place[1]]))
    return Library(**parts)


def write(key: str, library: Library) -> None:
    """Keep the library for the next start; where that cannot be, the next start reads the files again."""
    try:
        path = _file(key)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, _bytes_of(key, library))
        _forget_old(path)
    except OSError:
        return


def _bytes_of(key: str, library: Library) -> bytes:
    start: dict[str, Any] = {name: encoded(getattr(library, name)) for name in AT_ONCE}
    lines: list[bytes] = []
    at = 0
    for name in ON_DEMAND:
        places: dict[str, tuple[int, int]] = {}
        for unit, value in getattr(library, name).items():
            line = _json(encoded(value))
            places[str(unit)] = (at, len(line))
            lines.append(line)
            at += len(line) + 1
        start[name] = places
    body = b"\n".join([_json(start), *lines])
    return f"{key} {zlib.crc32(body)}\n".encode() + body


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _replace(path: Path, data: bytes) -> None:
    """Written beside it first: another start never sees half a file."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _forget_old(path: Path) -> None:
    files = sorted(path.parent.glob("bibliotheek-*.jsonl"), key=lambda f: f.stat().st_mtime, reverse=True)
    for old in files[KEPT:]:
        old.unlink(missing_ok=True)
