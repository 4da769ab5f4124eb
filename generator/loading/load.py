"""The one way in: a folder of content files to a Library, or everything that is wrong with it."""

from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Diagnostic, LibraryError, Severity
from generator.library import Library
from generator.loading.files import content_root, read_content


def load_library(root: Path | None = None) -> Library:
    """The library under this root (None: the one that comes with the program). Raises LibraryError with every fault."""
    from generator.loading import cache

    content = read_content(root or content_root())
    key = cache.key_of(content)
    cached = cache.read(key)
    if cached is not None:
        return cached
    library, diagnostics = read_library(content, key)
    if library is None:
        raise LibraryError(diagnostics)
    cache.write(key, library)
    return library


def load_with_diagnostics(root: Path | None = None) -> tuple[Library | None, list[Diagnostic]]:
    """The library if it has no faults, with everything worth saying about it; reads the files, never the cache."""
    from generator.loading import cache

    content = read_content(root or content_root())
    return read_library(content, cache.key_of(content))


def read_library(content: Mapping[str, bytes], key: str) -> tuple[Library | None, list[Diagnostic]]:
    from generator.loading.checks import check_library
    from generator.loading.decode import decode
    from generator.loading.files import read_texts
    from generator.loading.problems import Problems

    problems = Problems()
    library = decode(read_texts(content, problems), key, problems)
    check_library(library, problems)
    found = problems.all()
    return (None if any(d.severity is Severity.ERROR for d in found) else library), found
