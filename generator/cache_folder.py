"""Where work that need not be done again is kept, in the platform's cache folder. Never an error: only slower."""

import os
import sys
from pathlib import Path

KEPT = 6


def folder() -> Path:
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


def kept(kind: str, key: str) -> bytes | None:
    """What was kept under this key; using it keeps it from being the oldest."""
    path = _file(kind, key)
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return data


def keep(kind: str, key: str, data: bytes) -> None:
    """Keep this for the next start, and of its kind a few older ones; where that cannot be, the work is done again."""
    try:
        path = _file(kind, key)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, data)
        _forget_old(path.parent, kind)
    except OSError:
        return


def _file(kind: str, key: str) -> Path:
    return folder() / f"{kind}-{key[:32]}.json"


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


def _forget_old(place: Path, kind: str) -> None:
    files = sorted(place.glob(f"{kind}-*.json"), key=lambda f: f.stat().st_mtime, reverse=True)
    for old in files[KEPT:]:
        old.unlink(missing_ok=True)
