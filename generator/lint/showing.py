"""Whether these answers show what a finding claims: evaluated as for a paper, in every place that it may be about."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.answers import Case
from generator.assembly import outside, places
from generator.expressions.ast import And, Expr, Not, Or, Path, Present
from generator.expressions.builtins import ROOTS
from generator.expressions.evaluation import Local, Scope, holds, question_at, value_at, variables
from generator.expressions.names import SIBLING, record_fields
from generator.expressions.setting import Setting
from generator.facts import Facts
from generator.library import Kind, Library, Question
from generator.lint.claims import Claim
from generator.values import Record

_KNOWN = frozenset({("vandaag",), ("dossier", "vragenlijst"), ("document", "id")})
"""What is built in, and known without looking at any finding."""


def shows(claim: Claim, library: Library, case: Case, today: date) -> bool:
    """With these answers, finished or not: the premises hold, and the conclusion does not."""
    facts = Facts(library, case.questionnaire, case.answers, today)
    return any(
        holds(claim.conclusion, scope) is False and all(holds(p, scope) is True for p in claim.premises)
        for start in _starts(claim, library, facts, case)
        for scope in _inside(start, _loops(claim))
    )


def _starts(claim: Claim, library: Library, facts: Facts, case: Case) -> Iterator[Scope]:
    if not _reads_findings(claim):
        yield facts.with_roots(document=Record("", {"id": claim.document or ""})).scope()
    elif claim.document is None:
        yield outside(library, facts, case)
    else:
        yield from (s for use, s in places(library, facts, case) if use.document == claim.document)


def _reads_findings(claim: Claim) -> bool:
    """Findings, what is known of the case, or which clauses are present: then everything must be weighed."""
    exprs = (*claim.premises, claim.conclusion)
    paths = {*claim.loops.values(), *(p for e in exprs for p in variables(e))}
    return any(p[0] in ROOTS and p not in _KNOWN for p in paths) or any(map(_names_clause, exprs))


def _names_clause(expr: Expr) -> bool:
    match expr:
        case Present():
            return True
        case And(parts) | Or(parts):
            return any(map(_names_clause, parts))
        case Not(part):
            return _names_clause(part)
        case _:
            return False


def _loops(claim: Claim) -> Sequence[tuple[str, Path]]:
    """The loops around the claim, and the list whose records have the fields that are read by bare name."""
    own = list_of_siblings(claim.setting)
    return (*claim.loops.items(), *(((SIBLING, own),) if own else ()))


def _inside(scope: Scope, loops: Sequence[tuple[str, Path]]) -> Iterator[Scope]:
    """The scope at each record of each loop; a paper per record is at its record already."""
    if not loops:
        yield scope
        return
    (name, path), rest = loops[0], loops[1:]
    if name in scope.locals:
        yield from _inside(scope, rest)
        return
    question, value = question_at(path, scope), value_at(path, scope)
    fields = record_fields(question) if isinstance(question, Question) else ()
    rows = (value,) if isinstance(value, Record) else value if isinstance(value, tuple) else ()
    for row in (r for r in rows if isinstance(r, Record)):
        yield from _inside(scope.with_local(name, Local(row, fields, path)), rest)


def list_of_siblings(setting: Setting) -> Path:
    """Nothing when fields are not read by bare name, or of a decision: that is no list of answers."""
    wanted = setting.names.siblings
    if not wanted or setting.questionnaire is None:
        return ()
    for use in setting.questionnaire.sections:
        section = setting.names.sections[use.section]
        for question in section.questions:
            for path, inner in _with_fields((section.id, question.id), question):
                if record_fields(inner) == wanted:
                    return path
    return ()


def _with_fields(path: Path, question: Question) -> Iterator[tuple[Path, Question]]:
    if question.kind in {Kind.GROUP, Kind.LIST, Kind.MATRIX}:
        yield path, question
        for inner in question.fields:
            yield from _with_fields((*path, inner.id), inner)
