"""Checks of the library as a whole: everything that is named exists, every clause is used; then the lints."""

from collections.abc import Collection
from dataclasses import replace

from generator.library import ClauseUse, Library, Outline, Questionnaire
from generator.lint.cycles import check_cycles
from generator.lint.reading import check_reading
from generator.lint.references import check_references
from generator.loading.decode_outlines import entries_of
from generator.loading.existence import OUTLINES, check_existence
from generator.loading.problems import Problems


def check_library(library: Library, paths: Collection[str], problems: Problems) -> None:
    if len(library.outlines) == sum(p.startswith(OUTLINES) for p in paths):
        _check_orphans(library, problems)
    check_existence(library, paths, problems)
    broken = problems.broken
    whole = without_holes(library) if broken else library
    for check in (check_reading, check_references, check_cycles):
        problems.take(d for d in check(whole) if d.position is None or d.position.path not in broken)


def without_holes(library: Library) -> Library:
    """The part of the library that could be read, so that its own faults are told in the same run."""
    outlines = {o.id: _readable(o, library) for o in library.outlines.values()}
    questionnaires = {q.id: _with_documents(q, outlines) for q in library.questionnaires.values()}
    return replace(library, outlines=outlines, questionnaires=questionnaires)


def _with_documents(questionnaire: Questionnaire, outlines: Collection[str]) -> Questionnaire:
    return replace(
        questionnaire, documents=tuple(d for d in questionnaire.documents if d.document in outlines)
    )


def _readable(outline: Outline, library: Library) -> Outline:
    def kept(entries: tuple[ClauseUse, ...]) -> tuple[ClauseUse, ...]:
        return tuple(
            replace(e, entries=kept(e.entries))
            for e in entries
            if e.clause is None or e.clause in library.clauses
        )

    return replace(
        outline,
        addressee=kept(outline.addressee),
        front_page=kept(outline.front_page),
        parties=kept(outline.parties),
        recitals=kept(outline.recitals),
        articles=kept(outline.articles),
        annexes=tuple(replace(a, entries=kept(a.entries)) for a in outline.annexes),
        signing_text=kept(outline.signing_text),
    )


def _check_orphans(library: Library, problems: Problems) -> None:
    used = {entry.clause for outline in library.outlines.values() for entry, _ in entries_of(outline)}
    for clause in library.clauses.values():
        if clause.id not in used:
            problems.add(
                "weesclausule",
                f"de clausule '{clause.id}' staat in geen enkel document",
                "zet haar in de opbouw van een document (zwartopwit bibliotheek kopieer document:NAAM), of haal het bestand weg",
                clause.position,
                warning=True,
            )
