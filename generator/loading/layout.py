"""Which file is what: the place of a file says what it holds, and which of two layers wins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Position
from generator.loading.files import inside
from generator.loading.problems import Problems
from generator.loading.sources import check_kebab

KNOWN_WORDS = "clauses/woordenlijst.txt"
ABOUT = "clauses/bibliotheek.yaml"
LISTS = frozenset(
    f"clauses/{name}.yaml" for name in ("onderbouwing", "onderwerpen", "bronnen", "woorden", "verdelingen")
) | {KNOWN_WORDS}
"""A house layer adds to these; nothing in them is replaced."""
SECTIONS = "sections"
FOLDERS = {
    "clauses/begrippen": ("terms", ".md"),
    "clauses/risicos": ("risks", ".md"),
    "clauses/documenten": ("outlines", ".yaml"),
    "questionnaires": ("questionnaires", ".yaml"),
    "questionnaires/rubrieken": (SECTIONS, ".yaml"),
    "questionnaires/lijsten": ("catalogues", ".yaml"),
    "questionnaires/pakketten": ("packages", ".yaml"),
}
KINDS = {
    "clauses": "clausule",
    "risks": "risico",
    "terms": "begrip",
    "outlines": "document",
    "questionnaires": "vragenlijst",
    "catalogues": "lijst",
    "packages": "pakket",
}
"""The word that users have for what a file of that kind holds."""


@dataclass(slots=True)
class Layout:
    """Paths by kind of file, of each unit the file that wins.

    ``over``: the file that another one replaces, by that other; ``additions``: what layers add to a section, by the
    section's own file; ``lists``: the files of one list, the base first.
    """

    terms: list[str] = field(default_factory=list)
    risks: list[str] = field(default_factory=list)
    outlines: list[str] = field(default_factory=list)
    questionnaires: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    catalogues: list[str] = field(default_factory=list)
    packages: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    over: dict[str, str] = field(default_factory=dict)
    additions: dict[str, list[str]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)

    def of_layers(self) -> Iterator[str]:
        """The units that a house layer brings."""
        kinds = (name for name, _ in FOLDERS.values())
        for kind in (*kinds, "clauses"):
            yield from (path for path in getattr(self, kind) if path != inside(path))


def arranged(paths: Iterable[str], problems: Problems) -> Layout:
    """``paths``: the base first, then those of each layer."""
    layout = Layout()
    for unit, files in _by_unit(paths).items():
        kind = _kind(unit)
        if unit in LISTS:
            layout.lists[unit] = files
        elif kind == SECTIONS:
            layout.sections.append(files[0])
            layout.additions[files[0]] = files[1:]
        elif kind is not None:
            check_kebab(unit, problems)
            getattr(layout, kind).append(_winner(files, layout, problems))
        elif unit != ABOUT or len(files) > 1:
            _report_unknown(files[-1], problems)
    return layout


def unit_kind(path: str) -> str:
    """What the file at this place holds, in the word that users have for it."""
    return KINDS.get(_kind(inside(path)) or "", "")


def _by_unit(paths: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(inside(path), []).append(path)
    return found


def _winner(files: list[str], layout: Layout, problems: Problems) -> str:
    """The layer's file over the base's; two layers that bring the same unit are a fault, as neither can win."""
    of_layers = [path for path in files if path != inside(path)]
    for second in of_layers[1:]:
        problems.add(
            "twee-lagen",
            f"ook '{of_layers[0]}' brengt deze eenheid",
            "laat haar maar in één laag staan",
            Position(second),
        )
    if of_layers and files[0] != of_layers[0]:
        layout.over[of_layers[0]] = files[0]
    return of_layers[0] if of_layers else files[0]


def _report_unknown(path: str, problems: Problems) -> None:
    problems.add(
        "onbekend-bestand",
        f"het bestand '{path}' heeft hier geen betekenis",
        "geef het de uitgang .md of .yaml in de map waar het hoort (zie het handboek, De vorm van de bestanden), of haal het weg",
        Position(path),
    )


def _kind(path: str) -> str | None:
    folder, _, name = path.rpartition("/")
    if folder in FOLDERS:
        kind, suffix = FOLDERS[folder]
        return kind if name.endswith(suffix) else None
    in_map = folder.startswith("clauses/") and folder.count("/") == 1
    return "clauses" if in_map and name.endswith(".md") else None
