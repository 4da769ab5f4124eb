"""``controleer``: what is wrong with a library. What was found is kept until content, program or options change."""

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator import __version__, cache_folder
from generator.diagnostics import Diagnostic, Position, Severity
from generator.frozen import dataclass
from generator.loading.files import content_root, read_content

KIND = "controle"
UNREADABLE = (ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Options:
    """``deep``: take more time, and play random answers."""

    language: bool = False
    coverage: bool = False
    deep: bool = False


Found = tuple[list[Diagnostic], list[str]]


def checked(root: Path | None, layers: Sequence[Path], options: Options) -> Found:
    """What is wrong with a library and the house layers over it, and what else there is to tell."""
    key = _key(root, layers, options)
    kept = cache_folder.kept(KIND, key)
    if kept is not None:
        try:
            return _read(kept)
        except UNREADABLE:
            pass
    from generator.library_checks import checked as check

    found, told = check(root, layers, language=options.language, coverage=options.coverage, deep=options.deep)
    cache_folder.keep(KIND, key, _written(found, told))
    return found, told


def _key(root: Path | None, layers: Sequence[Path], options: Options) -> str:
    digest = hashlib.sha256()
    base = root or content_root()
    for path, data in read_content(base, layers).items():
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    told = (
        options.language,
        options.coverage,
        options.deep,
        root is None,
        __version__,
        shutil.which("hunspell"),
    )
    digest.update(repr((told, _release(base), _program())).encode())
    return digest.hexdigest()


def _release(base: Path) -> bytes:
    try:
        return (base / "clauses" / "uitgave.json").read_bytes()
    except OSError:
        return b""


def _program() -> list[tuple[str, int, int]]:
    """Sizes and times of all modules: their own texts are checked too."""
    package = os.path.dirname(__file__)  # noqa: PTH120 - pathlib costs more than the work
    return sorted(
        (entry, (stat := os.stat(os.path.join(folder, entry))).st_size, stat.st_mtime_ns)  # noqa: PTH116, PTH118
        for folder, _folders, entries in os.walk(package)
        for entry in entries
        if entry.endswith(".py")
    )


# --- on disk ------------------------------------------------------------------------------------------------------


def _written(found: Sequence[Diagnostic], told: Sequence[str]) -> bytes:
    rows = [
        [
            d.slug,
            d.message,
            d.remedy,
            [d.position.path, d.position.line, d.position.column] if d.position else None,
            d.severity.value,
            d.question,
            d.source_line,
            d.width,
        ]
        for d in found
    ]
    return json.dumps([rows, list(told)], ensure_ascii=False).encode()


def _read(data: bytes) -> Found:
    rows, told = json.loads(data)
    return [_diagnostic(row) for row in rows], [str(line) for line in told]


def _diagnostic(row: list[object]) -> Diagnostic:
    slug, message, remedy, place, severity, question, line, width = row
    position = Position(str(place[0]), int(place[1]), int(place[2])) if isinstance(place, list) else None
    return Diagnostic(
        str(slug),
        str(message),
        str(remedy),
        position,
        Severity(str(severity)),
        None if question is None else str(question),
        None if line is None else str(line),
        int(str(width)),
    )
