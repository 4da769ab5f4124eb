"""Every record of a divided list stands in exactly one state: in each document, and the same one in all of them.

Proved per questionnaire for one record of whatever value; what is said of one record holds for all.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from generator.diagnostics import Diagnostic, Position, Severity, in_order
from generator.expressions.ast import And, Compare, Expr, Literal, NonEmpty, Not, OneOf, Or, Records
from generator.expressions.implication import LIMIT, Verdict, implies
from generator.expressions.names import Names
from generator.expressions.rewriting import renamed
from generator.expressions.setting import ALWAYS, NEVER, Setting, both
from generator.frozen import dataclass
from generator.library import Block, Division, For, Heading, If, Library, Question, Questionnaire, Table, Text
from generator.lint.claims import Claim, Claims
from generator.lint.places import Place, entries, slots_of
from generator.lint.presence import either
from generator.lint.readings import in_paper
from generator.lint.settings import Paper, names_of, papers_of
from generator.lint.tally import Tally

RECORD = "rij_van_de_lijst"
"""What every loop variable is called here, so that two loops speak of one record."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One loop that names records: in which document, for which state, and when."""

    document: str
    state: str
    when: Expr
    position: Position


def check_divisions(
    library: Library, tally: Tally, limit: int = LIMIT, claims: Claims | None = None
) -> list[Diagnostic]:
    names = names_of(library)
    found: list[Diagnostic] = []
    for division in library.divisions:
        for questionnaire in library.questionnaires.values():
            setting = Setting(names, questionnaire)
            if not setting.never_asked(division.records):
                found.extend(
                    _Divided(
                        library, division, setting, questionnaire, tally, limit, claims or Claims()
                    ).problems()
                )
    return list(in_order(_once(found)))


def _once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """One questionnaire shows a fault as well as two."""
    told: set[tuple[str, Position | None]] = set()
    for diagnostic in found:
        if (diagnostic.slug, diagnostic.position) not in told:
            told.add((diagnostic.slug, diagnostic.position))
            yield diagnostic


@dataclass(frozen=True)
class _Divided:
    library: Library
    division: Division
    setting: Setting
    questionnaire: Questionnaire
    tally: Tally
    limit: int
    claims: Claims

    def problems(self) -> Iterator[Diagnostic]:
        list_ = self.setting.names.resolve(self.division.records)
        if not isinstance(list_, Question):
            return
        names = self.setting.names.with_local(RECORD, list_, self.division.records)
        namings: list[Naming] = []
        for paper in papers_of(self.library, self.questionnaire, self.setting):
            if paper.use.for_each is None:
                own = list(self._namings(paper))
                namings.extend(own)
                yield from self._left_out(own, paper, names)
        for one, other in combinations(namings, 2):
            if one.state != other.state or one.document == other.document:
                yield from self._twice(one, other, names)

    # --- where records are named ----------------------------------------------------------------------------------

    def _namings(self, paper: Paper) -> Iterator[Naming]:
        start = paper.start
        state_of = {c: state for state, clauses in self.division.states.items() for c in clauses}
        for uses, when in slots_of(paper.outline):
            for use, place in entries(uses, start.given(when)):
                clause = self.library.clauses.get(use.clause or "")
                if clause is None or clause.id not in state_of or place.names.origins:
                    continue
                inside = place.given(clause.when)
                for expr, position in _loops(clause.blocks, inside, self.division):
                    within = _within(expr, paper.outline.id)
                    yield Naming(paper.outline.id, state_of[clause.id], within, position)

    # --- what must hold -------------------------------------------------------------------------------------------

    def _left_out(self, namings: list[Naming], paper: Paper, names: Names) -> Iterator[Diagnostic]:
        """Only of a document that names records of every state."""
        if {n.state for n in namings} != set(self.division.states):
            return
        given = (*paper.start.premises, *self._asked())
        setting, wanted = in_paper(self.library, paper, self.setting), either(n.when for n in namings)
        verdict = self._verdict(given, wanted, names, setting)
        if not verdict.proved:
            problem = Diagnostic(
                "verdeling-onvolledig",
                f"in '{paper.outline.id}' staat niet elke rij van '{'.'.join(self.division.records)}'{_example(verdict)}",
                "noem ook deze rijen in een van de clausules, of geef ze een eigen staat",
                self.division.position,
                Severity.WARNING,
            )
            self.claims.add(problem, Claim(given, wanted, setting.with_names(names)))
            yield problem

    def _twice(self, one: Naming, other: Naming, names: Names) -> Iterator[Diagnostic]:
        given = (one.when, other.when, *self._asked())
        verdict = self._verdict(given, NEVER, names, self.setting)
        if verdict.proved:
            return
        told = self._said_twice if one.state == other.state else self._contradiction
        problem = told(one, other, verdict)
        self.claims.add(problem, Claim(given, NEVER, self.setting.with_names(names)))
        yield problem

    def _said_twice(self, one: Naming, other: Naming, verdict: Verdict) -> Diagnostic:
        return Diagnostic(
            "verdeling-dubbel",
            f"in '{one.document}' kan een rij van '{'.'.join(self.division.records)}' twee keer staan: "
            f"hier en op {one.position}{_example(verdict)}",
            "maak de voorwaarden zo dat elke rij onder één lus valt, of noem het kopje onder behalve: in verdelingen.yaml",
            other.position,
            Severity.WARNING,
        )

    def _contradiction(self, one: Naming, other: Naming, verdict: Verdict) -> Diagnostic:
        return Diagnostic(
            "stukken-spreken-tegen",
            f"een rij van '{'.'.join(self.division.records)}' kan hier '{other.state}' zijn ('{other.document}') "
            f"en op {one.position} '{one.state}' ('{one.document}'){_example(verdict)}",
            "geef beide plaatsen voorwaarden die elkaar uitsluiten",
            other.position,
            Severity.WARNING,
        )

    def _asked(self) -> tuple[Expr, ...]:
        path = self.division.records
        return (self.setting.visible(path), NonEmpty(Records(path)))

    def _verdict(self, given: tuple[Expr, ...], wanted: Expr, names: Names, setting: Setting) -> Verdict:
        verdict = implies(given, wanted, names, limit=self.limit, setting=setting.with_names(names))
        self.tally.count(verdict)
        return verdict


def _loops(blocks: Iterable[Block], place: Place, division: Division) -> Iterator[tuple[Expr, Position]]:
    """The loops over the list, each with when it names a record; not under a heading that says it again."""
    again = False
    for block in blocks:
        match block:
            case Heading(inlines):
                again = "".join(i.text for i in inlines if isinstance(i, Text)) in division.again
            case If(condition, then, otherwise):
                yield from _loops(then, place.given(condition), division)
                yield from _loops(otherwise, place.unless(condition), division)
            case Table(_, rows) if not again:
                yield from _loops(rows, place, division)
            case For(loop, inner) if loop.path == division.records and not again:
                own = both(loop.condition.expr if loop.condition else ALWAYS, _printed(inner))
                yield both(*place.premises, renamed(own, loop.name, (RECORD,))), loop.position
            case _:
                continue


def _within(expr: Expr, document: str) -> Expr:
    """As read in this document, so that conditions from two documents can be held together."""
    match expr:
        case And(parts):
            return And(tuple(_within(p, document) for p in parts))
        case Or(parts):
            return Or(tuple(_within(p, document) for p in parts))
        case Not(part):
            return Not(_within(part, document))
        case Compare(("document", "id"), operator, constant):
            return Literal((constant == document) == (operator == "=="))
        case OneOf(("document", "id"), options, negated):
            return Literal((document in options) != negated)
        case _:
            return expr


def _printed(blocks: Iterable[Block]) -> Expr:
    """When something of these is printed."""
    parts: list[Expr] = []
    for block in blocks:
        if not isinstance(block, If):
            return ALWAYS
        condition = block.condition.expr
        parts += [both(condition, _printed(block.then)), both(Not(condition), _printed(block.otherwise))]
    return _simplified(parts)


def _simplified(parts: list[Expr]) -> Expr:
    """``a`` or not ``a`` is always."""
    kept = [p for p in parts if p != NEVER]
    opposite = any(Not(p) in kept for p in kept)
    return ALWAYS if opposite else either(kept)


def _example(verdict: Verdict) -> str:
    shown = ", ".join(f"{k.removeprefix(RECORD + '.')} = {v}" for k, v in verdict.example.items())
    return f" (bijvoorbeeld bij {shown})" if shown else ""
