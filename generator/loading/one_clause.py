"""One clause read anew into a library that is there: what an editor's user waits for."""

from dataclasses import replace

from generator.diagnostics import Diagnostic, Severity
from generator.library import Library
from generator.lint.settings import names_of
from generator.loading.decode import document_loops
from generator.loading.decode_clauses import clause_id, decode_clause
from generator.loading.decode_outlines import in_loops, loops_of_clauses
from generator.loading.existence import check_existence
from generator.loading.problems import Problems
from generator.loading.schema_clauses import ClauseFront
from generator.loading.sources import read_front
from generator.loading.terms import forms_of, marked_clause
from generator.loading.texts import read_texts


def with_clause(library: Library, path: str, data: bytes) -> tuple[Library, list[Diagnostic]]:
    """The library with this file's clause as it is now, and what is wrong with it by itself.

    With an error in it the library is the one that was.
    """
    problems = Problems()
    text = read_texts({path: data}, problems).get(path)
    read = read_front(ClauseFront, path, text, problems) if text is not None else None
    if read is None:
        return library, problems.all()
    loops = loops_of_clauses(library.outlines.values(), document_loops(library.questionnaires.values()))
    names = in_loops(names_of(library), loops.get(clause_id(path), ()))
    clause = decode_clause(path, *read, names, problems)
    marked = marked_clause(clause, forms_of(library.terms))
    changed = replace(library, clauses={**library.clauses, clause.id: marked})
    _check_names(changed, clause.id, problems)
    found = problems.all()
    return (library if any(d.severity is Severity.ERROR for d in found) else changed), found


def _check_names(library: Library, clause: str, problems: Problems) -> None:
    """What this clause names exists; the rest of the library was checked when it was loaded."""
    alone = replace(library, risks={}, terms={}, outlines={}, clauses={clause: library.clauses[clause]})
    paths = {
        *(f"clauses/{name}.md" for name in library.clauses),
        *(f"clauses/documenten/{name}.yaml" for name in library.outlines),
    }
    check_existence(alone, paths, problems)
