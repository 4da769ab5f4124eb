"""Which file is what: the place of a file says what it holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.diagnostics import Position
from generator.loading.problems import Problems
from generator.loading.sources import check_kebab

KNOWN_WORDS = "clauses/woordenlijst.txt"
SINGLE = frozenset(
    f"clauses/{name}.yaml" for name in ("bibliotheek", "onderbouwing", "onderwerpen", "bronnen", "woorden")
) | {KNOWN_WORDS}
FOLDERS = {
    "clauses/begrippen": ("terms", ".md"),
    "clauses/risicos": ("risks", ".md"),
    "clauses/documenten": ("outlines", ".yaml"),
    "questionnaires": ("questionnaires", ".yaml"),
    "questionnaires/rubrieken": ("sections", ".yaml"),
    "questionnaires/lijsten": ("catalogues", ".yaml"),
    "questionnaires/pakketten": ("packages", ".yaml"),
}


@dataclass(slots=True)
class Layout:
    """Paths by kind of file."""

    terms: list[str] = field(default_factory=list)
    risks: list[str] = field(default_factory=list)
    outlines: list[str] = field(default_factory=list)
    questionnaires: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    catalogues: list[str] = field(default_factory=list)
    packages: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)


def arranged(paths: Iterable[str], problems: Problems) -> Layout:
    layout = Layout()
    for path in paths:
        if path in SINGLE:
            continue
        kind = _kind(path)
        if kind is None:
            problems.add(
                "onbekend-bestand",
                f"het bestand '{path}' heeft hier geen betekenis",
                "geef het de uitgang .md of .yaml in de map waar het hoort (zie CONTRIBUTING), of haal het weg",
                Position(path),
            )
            continue
        if kind != "sections":
            check_kebab(path, problems)
        getattr(layout, kind).append(path)
    return layout


def _kind(path: str) -> str | None:
    folder, name = path.rsplit("/", 1)
    if folder in FOLDERS:
        kind, suffix = FOLDERS[folder]
        return kind if name.endswith(suffix) else None
    in_map = folder.startswith("clauses/") and folder.count("/") == 1
    return "clauses" if in_map and name.endswith(".md") else None
