"""The one way in: a folder of content files to a Library, or everything that is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, LibraryError, Severity
from generator.library import Library
from generator.loading import cache
from generator.loading.files import content_root, inside, read_content


def load_library(
    root: Path | None = None,
    layers: Sequence[Path] = (),
    *,
    before_reading: Callable[[], None] | None = None,
) -> Library:
    """The library under this root (None: the one that comes with the program) with these house layers over it.

    Raises LibraryError with every fault.
    ``before_reading`` is called when the files must be read anew, which takes seconds.
    """
    content = read_content(root or content_root(), layers)
    content_hash = cache.content_hash(content)
    key = cache.key_of(content_hash)
    cached = cache.read(key)
    if cached is not None:
        return cached
    if before_reading is not None:
        before_reading()
    library, diagnostics = read_library(content, content_hash)
    if library is None:
        raise LibraryError(diagnostics)
    cache.write(key, library)
    return library


def load_with_diagnostics(
    root: Path | None = None, layers: Sequence[Path] = ()
) -> tuple[Library | None, list[Diagnostic]]:
    """The library if it has no faults, with everything worth saying about it; reads the files, never the cache."""
    content = read_content(root or content_root(), layers)
    return read_library(content, cache.content_hash(content))


def read_library(content: Mapping[str, bytes], content_hash: str) -> tuple[Library | None, list[Diagnostic]]:
    """The library of these files, with every diagnostic in the order of place."""
    from generator.loading.checks import check_library
    from generator.loading.decode import decode
    from generator.loading.problems import Problems
    from generator.loading.texts import read_texts

    problems = Problems()
    library = decode(content, read_texts(content, problems), content_hash, problems)
    check_library(library, set(map(inside, content)), problems)
    found = problems.all()
    return (None if any(d.severity is Severity.ERROR for d in found) else library), found


def read_as_far_as_it_goes(content: Mapping[str, bytes], content_hash: str) -> Library:
    """What could be read of a library with faults: to show with what answers they show, never to make papers with."""
    from generator.loading.checks import without_holes
    from generator.loading.decode import decode
    from generator.loading.problems import Problems
    from generator.loading.texts import read_texts

    problems = Problems()
    return without_holes(decode(content, read_texts(content, problems), content_hash, problems))
