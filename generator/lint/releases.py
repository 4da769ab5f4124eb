"""A text that changed since the last release has a higher version, and nothing of that release is gone unnoticed."""

import hashlib
import re
from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Position, Severity
from generator.frozen import dataclass
from generator.library import Library

VERSION_LINE = re.compile(r"^versie:.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Released:
    """A unit as it went out: its version, and the hash of its words."""

    version: int
    text: str


def units_of(library: Library, texts: Mapping[str, str]) -> dict[str, Released]:
    """By file. Of a clause its words count; of a risk, term or outline all but the line with its version."""
    found = {c.position.path: Released(c.version, c.source_hash) for c in library.clauses.values()}
    for units in (library.risks, library.terms, library.outlines):
        for unit in units.values():
            path = unit.position.path
            found[path] = Released(unit.version, _hash(texts.get(path, "")))
    return dict(sorted(found.items()))


def _hash(text: str) -> str:
    return hashlib.sha256(VERSION_LINE.sub("", text, count=1).encode()).hexdigest()


def check_release(
    now: Mapping[str, Released], before: Mapping[str, Released], texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    for path, old in before.items():
        new = now.get(path)
        if new is None:
            yield _gone(path)
        elif new.text != old.text and new.version <= old.version:
            yield _not_raised(_version_line(path, texts), old)


def _not_raised(place: Position, old: Released) -> Diagnostic:
    return Diagnostic(
        "versie-niet-verhoogd",
        f"deze tekst is veranderd sinds de laatste uitgave, en heeft nog versie {old.version}",
        f"schrijf versie: {old.version + 1}, en een regel in clauses/WIJZIGINGEN.md",
        place,
        Severity.WARNING,
    )


def _version_line(path: str, texts: Mapping[str, str]) -> Position:
    text = texts.get(path, "")
    found = VERSION_LINE.search(text)
    return Position(path, text.count("\n", 0, found.start()) + 1 if found else 1)


def _gone(path: str) -> Diagnostic:
    return Diagnostic(
        "eenheid-verdwenen",
        "dit stond in de laatste uitgave en is weg: dossiers en huislagen kunnen ernaar verwijzen",
        "zet het terug, of maak een nieuwe uitgave: zwartopwit bibliotheek uitgave",
        Position(path),
        Severity.WARNING,
    )
