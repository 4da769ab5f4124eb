"""Risks of which an open answer still decides whether they are there, or how grave they are. Pure.

A paper to be signed waits for them: a risk that nobody could look at yet is not a risk that is not there.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.expressions.ast import Condition, ForEach, NonEmpty, Path, Records
from generator.expressions.evaluation import Scope, each, entered, holds, open_variables, question_at
from generator.facts import Facts, reads_of
from generator.filling import label_of
from generator.frozen import dataclass
from generator.library import Aspect, Level, LevelRule, Library, Question, Risk, StopKind
from generator.risks import RAISED, name_of
from generator.values import Record

GRAVE = (Level.SERIOUS, Level.STOP)


@dataclass(frozen=True, slots=True)
class OpenRisk:
    """``key`` is that of the finding it may become; ``waits_for`` the questions, as people read them.

    ``by_law``: it may become a stop of the law. ``for_customer``: he may see the risk and these questions.
    """

    key: str
    risk: str
    waits_for: tuple[str, ...]
    by_law: bool
    for_customer: bool


def open_risks(library: Library, facts: Facts) -> tuple[OpenRisk, ...]:
    """Those that may turn out ernstig or a stop."""
    search = _Search(library, facts)
    risks = (r for r in library.risks.values() if search.looks_at(r))
    return tuple(found for risk in risks for found in search.of_risk(risk))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A risk that is raised, or may be: ``waits_for`` what still decides on that."""

    risk: Risk
    scope: Scope
    record: Record | None
    waits_for: tuple[Path, ...]

    @property
    def key(self) -> str:
        return f"{self.risk.id}/{self.record.id}" if self.record else self.risk.id


@dataclass(frozen=True)
class _Search:
    library: Library
    facts: Facts

    def looks_at(self, risk: Risk) -> bool:
        """What decisions raise is looked at when they are taken; context holds nothing up by itself."""
        asked = risk.about is None and self.facts.is_live(reads_of(risk))
        return asked and risk.aspect is not Aspect.CONTEXT and _may_be_grave(risk)

    def of_risk(self, risk: Risk) -> Iterator[OpenRisk]:
        for candidate in self._candidates(risk):
            if risk.solved_if is not None and holds(risk.solved_if.expr, candidate.scope) is True:
                continue
            grave = [(rule, waits) for rule, waits in self._levels(candidate) if rule.level in GRAVE]
            paths = (*candidate.waits_for, *(p for _, waits in grave for p in waits))
            if grave and paths:
                yield _told(candidate, paths, by_law=any(r.stop_kind is StopKind.LAW for r, _ in grave))

    def _candidates(self, risk: Risk) -> Iterator[_Candidate]:
        scope = self.facts.scope()
        outcome = True if risk.when is None else holds(risk.when.expr, scope)
        if outcome is False:
            return
        waits = _open_in(risk.when, scope) if outcome is None else ()
        if risk.for_each is None:
            yield _Candidate(risk, scope, None, waits)
            return
        rows = each(risk.for_each, scope)
        if rows is None:
            yield _Candidate(risk, scope, None, (*waits, *_open_list(risk.for_each, scope)))
        for record, passes in rows or ():
            if passes is not False and isinstance(record, Record):
                inside = entered(risk.for_each, record, scope)
                inner = _open_in(risk.for_each.condition, inside) if passes is None else ()
                yield _Candidate(risk, inside, record, (*waits, *inner))

    def _levels(self, candidate: _Candidate) -> Iterator[tuple[LevelRule, tuple[Path, ...]]]:
        """The levels it may get, each with what decides on it; none after the first that is certain."""
        scope = candidate.scope
        judged = [
            (rule, True if rule.when is None else holds(rule.when.expr, scope))
            for rule in candidate.risk.levels
        ]
        certain = next(n for n, (_, outcome) in enumerate(judged) if outcome)
        yield from ((r, _open_in(r.when, scope)) for r, outcome in judged[:certain] if outcome is None)
        yield from self._raised(judged[certain][0], candidate)

    def _raised(self, rule: LevelRule, candidate: _Candidate) -> Iterator[tuple[LevelRule, tuple[Path, ...]]]:
        """The level itself, and the graver one that a context raises it to, when that is there or open."""
        yield rule, ()
        higher = replace(rule, level=RAISED.get(rule.level, rule.level))
        if higher.level is not rule.level:
            for cause in candidate.risk.raised_by:
                waits = self._open_cause(cause.risk, cause.when, candidate.scope)
                if waits is not None:
                    yield higher, waits

    def _open_cause(self, risk: str, when: Condition | None, scope: Scope) -> tuple[Path, ...] | None:
        """What decides whether this context raises the risk; empty when it does, None when it does not."""
        context = self.library.risks[risk]
        if not self.facts.is_live(reads_of(context)):
            return None
        found: list[Path] = []
        for condition, place in ((context.when, self.facts.scope()), (when, scope)):
            outcome = True if condition is None else holds(condition.expr, place)
            if outcome is False:
                return None
            found += _open_in(condition, place) if outcome is None else ()
        return tuple(found)


def _told(candidate: _Candidate, paths: tuple[Path, ...], *, by_law: bool) -> OpenRisk:
    scope, loop = candidate.scope, candidate.risk.for_each
    of_record = f" ({name_of(candidate.record)})" if candidate.record else ""
    labels = (label_of(p, scope) + (of_record if loop and p == loop.path else "") for p in paths)
    return OpenRisk(
        key=candidate.key,
        risk=candidate.risk.id,
        waits_for=tuple(dict.fromkeys(labels)),
        by_law=by_law,
        for_customer=candidate.risk.aspect is Aspect.MATTER and all(_shown(p, scope) for p in paths),
    )


def _may_be_grave(risk: Risk) -> bool:
    levels = {rule.level for rule in risk.levels}
    return bool(levels & set(GRAVE)) or (bool(risk.raised_by) and Level.NOTICE in levels)


def _open_in(condition: Condition | None, scope: Scope) -> tuple[Path, ...]:
    return open_variables(condition.expr, scope) if condition is not None else ()


def _open_list(loop: ForEach, scope: Scope) -> tuple[Path, ...]:
    return open_variables(NonEmpty(Records(loop.path)), scope)


def _shown(path: Path, scope: Scope) -> bool:
    question = question_at(path, scope)
    return not isinstance(question, Question) or question.customer_sees
