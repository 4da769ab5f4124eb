"""Every definition is used in a paper that prints definitions."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.library import Library
from generator.lint.phrases import pattern_of
from generator.lint.places import all_entries
from generator.prose import Manuscript


def check_unused_terms(manuscript: Manuscript, library: Library) -> Iterator[Diagnostic]:
    wanted = set(_paths_with_definitions(library))
    texts: dict[str, str] = {}
    for prose in manuscript.prose:
        if prose.path in wanted and prose.printed:
            texts[prose.path] = f"{texts.get(prose.path, '')}\n{prose.text}"
    for term in library.terms.values():
        others = (text for path, text in texts.items() if path != term.position.path)
        if not _stands_in(term.forms, "\n".join(others)):
            yield Diagnostic(
                "begrip-ongebruikt",
                f"het begrip ‘{term.forms[0]}’ staat in geen enkel stuk met begrippen",
                "gebruik het begrip met een hoofdletter, of haal het bestand weg",
                term.position,
                Severity.WARNING,
            )


def _stands_in(forms: tuple[str, ...], text: str) -> bool:
    """Capitalised, as only then the definition is pulled in."""
    return any(m[0][0].isupper() for form in forms for m in pattern_of(form).finditer(text))


def _paths_with_definitions(library: Library) -> Iterator[str]:
    yield from (term.position.path for term in library.terms.values())
    for outline in library.outlines.values():
        entries = list(all_entries(outline))
        if any(e.with_definitions for e in entries):
            clauses = (library.clauses.get(e.clause or "") for e in entries)
            yield from (clause.position.path for clause in clauses if clause is not None)
            if any(e.risk_heading for e in entries):
                yield from (risk.position.path for risk in library.risks.values())
