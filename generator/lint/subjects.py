"""Every topic that a lawyer expects has a clause, or a reason why not (``clauses/onderwerpen.yaml``)."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Position, Severity
from generator.library import Library, Outline
from generator.lint.places import all_entries

FILE = "clauses/onderwerpen.yaml"


def clauses_by_subject(library: Library) -> dict[str, tuple[str, ...]]:
    """Per topic the clauses about it that a customer can meet."""
    shown = {c for outline in library.outlines.values() if not outline.internal for c in clauses_of(outline)}
    return {
        subject: tuple(c.id for c in library.clauses.values() if c.subject == subject and c.id in shown)
        for subject in library.subjects
    }


def clauses_of(outline: Outline) -> Iterator[str]:
    yield from (entry.clause for entry in all_entries(outline) if entry.clause is not None)


def check_subjects(library: Library, places: Mapping[str, Position]) -> Iterator[Diagnostic]:
    for subject, clauses in clauses_by_subject(library).items():
        place = places.get(subject, Position(FILE))
        if not clauses and subject not in library.absent_subjects:
            yield _uncovered(library.subjects[subject], place)
        elif clauses and subject in library.absent_subjects:
            yield _covered_all_the_same(library.subjects[subject], clauses[0], place)


def _uncovered(title: str, place: Position) -> Diagnostic:
    return Diagnostic(
        "onderwerp-zonder-clausule",
        f"geen clausule gaat over ‘{title}’",
        "schrijf een clausule met dit onderwerp, of zeg met 'afwezig' waarom zij er niet is",
        place,
        Severity.WARNING,
    )


def _covered_all_the_same(title: str, clause: str, place: Position) -> Diagnostic:
    return Diagnostic(
        "onderwerp-toch-geregeld",
        f"‘{title}’ staat als afwezig, maar '{clause}' gaat erover",
        "haal 'afwezig' weg, of geef de clausule een ander onderwerp",
        place,
        Severity.WARNING,
    )
