"""The parsed library on disk."""

import hashlib
from collections.abc import Mapping

from generator.library import Library


def key_of(content: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path, data in content.items():
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def read(key: str) -> Library | None:
    return None


def write(key: str, library: Library) -> None:
    return None
