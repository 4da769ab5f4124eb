"""Checks across files: every id that is named exists, everything that exists is used; then the lints."""

from collections.abc import Callable, Iterable
from importlib import import_module

from generator.diagnostics import Diagnostic, Position
from generator.library import Library
from generator.loading.decode_outlines import entries_of
from generator.loading.existence import check_existence
from generator.loading.problems import Problems

LINTS = (
    ("generator.lint.reading", "check_reading"),
    ("generator.lint.references", "check_references"),
    ("generator.lint.cycles", "check_cycles"),
)


def check_library(library: Library, problems: Problems) -> None:
    _check_orphans(library, problems)
    check_existence(library, problems)
    for module, name in LINTS:
        try:
            check: Callable[[Library], Iterable[Diagnostic]] = getattr(import_module(module), name)
        except ModuleNotFoundError:
            continue
        problems.take(check(library))


def _check_orphans(library: Library, problems: Problems) -> None:
    used = {entry.clause for outline in library.outlines.values() for entry, _ in entries_of(outline)}
    for clause in library.clauses.values():
        if clause.id not in used:
            problems.add(
                "weesclausule",
                f"de clausule '{clause.id}' staat in geen enkel document",
                "zet haar in de opbouw van een document, of haal het bestand weg",
                Position(clause.position.path),
                warning=True,
            )
