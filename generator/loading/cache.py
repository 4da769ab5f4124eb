"""The parsed library on disk: one file per content.

The file is lines of JSON. The first holds what every start needs; the other units have a line each, read on demand.
"""

import hashlib
import json
import os
import zlib
from collections.abc import Mapping
from typing import Any

from generator import __version__, cache_folder
from generator.library import Library
from generator.loading.codec import Later, decoded, encoded, loads, shape

FORM = 2
KIND = "bibliotheek"
ON_DEMAND = ("sections", "clauses", "terms", "risks", "outlines", "sources", "packages")
AT_ONCE = (
    "name",
    "version",
    "law_date",
    "hash",
    "questionnaires",
    "decision",
    "factors",
    "divisions",
    "subjects",
    "never_printed",
    "too_thin_reasons",
    "absent_subjects",
    "sender",
    "customer_signatories",
)
UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError)


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


def read(key: str) -> Library | None:
    """The library under this key; None when there is none, or none that can be trusted."""
    data = cache_folder.kept(KIND, key)
    if data is None:
        return None
    try:
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
    """Keep the library for the next start."""
    cache_folder.keep(KIND, key, _bytes_of(key, library))


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
