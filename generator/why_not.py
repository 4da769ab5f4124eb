"""Why a unit is not there: at each place where it could stand, the first rule that keeps it out."""

from collections.abc import Iterable, Iterator, Sequence

from generator.document import Document
from generator.expressions.ast import Condition, ForEach
from generator.expressions.evaluation import Scope, entered, holds, records
from generator.frozen import dataclass
from generator.library import Clause, ClauseUse, DocumentUse, Library, Outline, Risk
from generator.why import Step

Rule = tuple[str, Condition | ForEach]
"""A rule with the level where it is written, as in ``Step``."""


@dataclass(frozen=True, slots=True)
class Absent:
    """``paper``: where it could have stood; empty for a finding. ``step``: the rule that is not met."""

    paper: str
    unit: Clause | Risk | None
    step: Step


@dataclass(frozen=True, slots=True)
class Missing:
    """What can be asked about: the papers that were made with their scopes, and ``base``: what is known beside them."""

    library: Library
    questionnaire: str
    made: Sequence[tuple[Document, DocumentUse, Scope]]
    base: Scope

    def why(self, unit: str) -> tuple[Absent, ...]:
        """Of a clause, a paper or a risk; nothing when no rule keeps it out, or this questionnaire has no place for it."""
        if unit in self.library.clauses:
            found = self._clause(self.library.clauses[unit])
            return tuple({(a.paper, a.step.rule.position): a for a in found}.values())
        if unit in self.library.risks:
            return tuple(self._risk(self.library.risks[unit]))
        return tuple(self._paper(unit))

    def _uses(self) -> tuple[DocumentUse, ...]:
        return self.library.questionnaires[self.questionnaire].documents

    def _clause(self, clause: Clause) -> Iterator[Absent]:
        for use in self._uses():
            routes = tuple(_routes(self.library.outlines[use.document], clause))
            scopes = [scope for document, _use, scope in self.made if document.id == use.document]
            if routes and not scopes:
                yield from self._paper(use.document, clause)
            for scope in scopes:
                steps = [failing(route, scope) for route in routes]
                yield from (Absent(use.document, clause, s) for s in steps if s is not None)

    def _paper(self, name: str, clause: Clause | None = None) -> Iterator[Absent]:
        for use in self._uses():
            step = failing(_rules("stuk", use.when, use.for_each), self.base)
            if use.document == name and step is not None:
                yield Absent(name, clause, step)

    def _risk(self, risk: Risk) -> Iterator[Absent]:
        if risk.about is None:  # the others look at findings and decisions, of which there may be none
            step = failing(_rules("risico", risk.for_each, risk.when), self.base)
            yield from () if step is None else (Absent("", risk, step),)


def failing(rules: Sequence[Rule], scope: Scope) -> Step | None:
    """The first rule that is not met; of a loop, in its first record when none comes through."""
    if not rules:
        return None
    (level, rule), rest = rules[0], rules[1:]
    if isinstance(rule, Condition):
        return failing(rest, scope) if holds(rule.expr, scope) is True else Step(level, rule, scope)
    found = [failing(rest, entered(rule, r, scope)) for r in records(rule, scope) or ()]
    if not found:
        return Step(level, rule, scope)
    return None if None in found else found[0]


def _rules(level: str, *rules: Condition | ForEach | None) -> list[Rule]:
    return [(level, rule) for rule in rules if rule is not None]


def _routes(outline: Outline, clause: Clause) -> Iterator[list[Rule]]:
    """The rules on the way to each place of the clause."""
    plain = (
        *outline.front_page, *outline.addressee, *outline.parties,
        *outline.recitals, *outline.articles, *outline.signing_text,
    )  # fmt: skip
    yield from _among(plain, clause, [])
    for annex in outline.annexes:
        yield from _among(annex.entries, clause, _rules("bijlage", annex.when))


def _among(uses: Iterable[ClauseUse], clause: Clause, before: list[Rule]) -> Iterator[list[Rule]]:
    for use in uses:
        here = [*before, *_rules("opbouw", use.when, use.for_each)]
        if use.clause == clause.id:
            yield [*here, *_rules("clausule", clause.when)]
        yield from _among(use.entries, clause, here)
