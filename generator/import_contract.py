"""A firm's own contract in Word to a house layer on disk: all files or none, and only what loads."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, OutputError
from generator.frozen import dataclass
from generator.importing.foreign import Note
from generator.importing.imported import Imported, imported
from generator.importing.losses import differences
from generator.importing.naming import free
from generator.importing.report import report
from generator.library import Library
from generator.loading.files import FOLDERS, content_root, layer_names, read_content
from generator.loading.load import load_library, read_library
from generator.saving import add_files

REPORT = "IMPORT"
FEW = 3
"""So many lines of each list are told on screen."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was written, where, and what a person must still do."""

    made: Imported
    layer: Path
    report: Path
    summary: tuple[str, ...]


def import_contract(path: Path, layer: Path, layers: Sequence[Path] = ()) -> Done:
    """Raises UnreadableError, OutputError; nothing is written then."""
    from generator.writers.docx.foreign_text import foreign
    from generator.writers.docx.opening import opened

    found = foreign(opened(_bytes(path)))
    if not found.blocks:
        raise OutputError("In dit bestand staat geen tekst.", "Kijk of u het goede bestand hebt.")
    base = _Base(layer, layers)
    made = imported(found, path.stem, base.library, base.loads)
    lost, added = differences(found, made, base.loaded)
    notes = (*made.notes, *(Note("woorden weg", w) for w in lost), *(Note("woorden erbij", w) for w in added))
    judged = base.told(made)
    lines = report(path.name, made, notes, base.library, judged)
    name = _report_name(layer)
    files = {p: text.encode() for p, text in made.files.items()}
    add_files(layer, {**files, name: "\n".join([*lines, ""]).encode()})
    return Done(
        made, layer, layer / name, tuple(report(path.name, made, notes, base.library, judged, most=FEW))
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise OutputError(
            f"‘{path}’ is niet te lezen.", "Kijk of de naam klopt en of het bestand niet openstaat in Word."
        ) from problem


def _report_name(layer: Path) -> str:
    there = {p.stem for p in layer.glob("*.md")} if layer.is_dir() else set()
    return f"{free(REPORT, there)}.md"


class _Base:
    """The library with the layers over it, to which the new files are added."""

    def __init__(self, layer: Path, layers: Sequence[Path]) -> None:
        has_content = any((layer / folder).is_dir() for folder in FOLDERS)
        others = [x for x in layers if x.absolute() != layer.absolute()]
        stack = [*others, layer]
        self.label = layer_names(stack)[-1]
        self.content = read_content(content_root(), stack if has_content else others)
        self.library = self.loaded = load_library(layers=stack if has_content else others)
        self.diagnostics: list[Diagnostic] = []

    def _read(self, files: Mapping[str, str]) -> Library:
        from generator.diagnostics import LibraryError

        content = {**self.content, **{f"{self.label}/{p}": text.encode() for p, text in files.items()}}
        library, self.diagnostics = read_library(
            content, hashlib.sha256(repr(sorted(files)).encode()).hexdigest()
        )
        if library is None:
            raise LibraryError(self.diagnostics)
        return library

    def loads(self, files: Mapping[str, str]) -> bool:
        from generator.diagnostics import LibraryError

        try:
            self.loaded = self._read(files)
        except LibraryError:
            return False
        return True

    def told(self, made: Imported) -> list[Diagnostic]:
        """What the checks of language say about the new texts."""
        from generator.library_checks import language_of
        from generator.loading.problems import Problems
        from generator.loading.texts import read_texts

        own = {f"{self.label}/{p}" for p in made.files}
        content = {**self.content, **{f"{self.label}/{p}": t.encode() for p, t in made.files.items()}}
        problems = Problems()
        found, _notes = language_of(read_texts(content, problems), self.loaded, problems, own=False)
        return [d for d in found if d.position and d.position.path in own]
