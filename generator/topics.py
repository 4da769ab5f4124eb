"""What a library covers, as tables for the screen: topics with their clauses, sources with where they are used."""

from collections.abc import Iterator
from itertools import chain

from generator.library import Library, Question
from generator.lint.subjects import clauses_by_subject

WIDTH = 46


def subject_table(library: Library) -> Iterator[str]:
    covering = clauses_by_subject(library)
    covered = sum(bool(clauses) for clauses in covering.values())
    absent = len(library.absent_subjects)
    yield f"Onderwerpen: {covered} met een clausule, {absent} met opzet afwezig, {len(covering)} in totaal"
    for subject, clauses in covering.items():
        yield f"  {library.subjects[subject]}"
        for clause in clauses:
            yield f"      {clause}{_mark(library.clauses[clause].to_check)}"
        if subject in library.absent_subjects:
            yield f"      met opzet afwezig: {library.absent_subjects[subject]}"
        elif not clauses:
            yield "      nog geen clausule"


def source_table(library: Library) -> Iterator[str]:
    users = _users(library)
    yield f"Bronnen: {len(users)} van {len(library.sources)} gebruikt"
    for source in library.sources:
        places = users.get(source, ())
        yield f"  {source:<{WIDTH}} {', '.join(places) or 'nergens gebruikt'}"
    unchecked = _unchecked(library)
    yield f"Nog na te kijken door een jurist (te_controleren): {len(unchecked)}"
    yield from (f"  {name}" for name in unchecked)


def _mark(to_check: bool) -> str:
    return "  (te controleren)" if to_check else ""


def _users(library: Library) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, sources in _uses(library):
        for source in sources:
            found.setdefault(source, []).append(name)
    return {source: tuple(dict.fromkeys(names)) for source, names in found.items()}


def _uses(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    for clause in library.clauses.values():
        yield clause.id, clause.basis
    for risk in library.risks.values():
        yield f"risico {risk.id}", risk.basis
    for section in (*library.sections.values(), library.decision):
        for question in chain.from_iterable(map(_with_fields, section.questions)):
            yield f"vraag {section.id}.{question.id}", question.basis


def _with_fields(question: Question) -> Iterator[Question]:
    yield question
    for field in question.fields:
        yield from _with_fields(field)


def _unchecked(library: Library) -> tuple[str, ...]:
    clauses = (c.id for c in library.clauses.values() if c.to_check)
    return (*clauses, *(f"risico {r.id}" for r in library.risks.values() if r.to_check))
