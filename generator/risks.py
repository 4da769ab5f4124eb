"""Answers and decisions → findings: which risks these facts raise, how serious, and where each stands."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator import document as doc
from generator.answers import EMPTY_RECORD, Decision, HeldFor
from generator.expressions.ast import Expr
from generator.expressions.evaluation import Local, Scope, each, entered, holds, is_known, value_at
from generator.expressions.reads import variables
from generator.facts import Facts, reads_of
from generator.filling import Filling
from generator.findings import (
    STATUS_OF_DECISION,
    WAY_OUT_OF_DECISION,
    Finding,
    Lack,
    Status,
    Substantiation,
)
from generator.frozen import dataclass
from generator.library import Aspect, Factor, Level, LevelRule, Library, Question, Risk, StopKind
from generator.melding import as_record, taken_record
from generator.values import Record, State, Value

_ACCEPTED = (Status.ACCEPTED.value, Status.INCOMPLETE.value)
RAISED = {Level.TIP: Level.NOTICE, Level.NOTICE: Level.SERIOUS}
_ORDER = {aspect: n for n, aspect in enumerate(Aspect)}
_WEIGHT = {Level.STOP: 0, Level.SERIOUS: 1, Level.NOTICE: 2, Level.TIP: 3}

Decisions = Mapping[str, Decision]


def assess(
    library: Library, facts: Facts, decisions: Decisions, *, only: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """All findings, sorted: matters first, the gravest first. ``facts`` carries the date of today.

    ``only`` looks at these risks, and at the context that raises them.
    """
    return _Assessment(library, facts, decisions, only).all()


def held_for(finding: Finding) -> HeldFor:
    """What a decision taken now on this finding is about."""
    return HeldFor(finding.risk_version, dict(finding.reads), shown(finding))


def shown(finding: Finding) -> str:
    """A hash of the words that explain the finding."""
    words = [
        finding.title,
        *(doc.plain(tuple(doc.inlines_of(b))) for s in finding.sections.values() for b in s),
    ]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Raised:
    """A risk whose condition holds, for one record or for the deal."""

    risk: Risk
    scope: Scope
    record: Record | None = None

    @property
    def key(self) -> str:
        return f"{self.risk.id}/{self.record.id}" if self.record else self.risk.id


@dataclass(frozen=True)
class _Assessment:
    library: Library
    facts: Facts
    decisions: Decisions
    only: Collection[str] | None = None

    def all(self) -> tuple[Finding, ...]:
        plain = [r for r in self.library.risks.values() if r.about is None and self._live(r)]
        raised = [found for risk in plain for found in self._raised(risk, self.facts.scope())]
        context = {r.risk.id for r in raised if r.risk.aspect is Aspect.CONTEXT and not self._solved(r)}
        findings = [self._finding(r, context) for r in raised]
        judged = [g for f in findings for g in self._with_checks(f)]
        return tuple(sorted([*judged, *self._over_all(judged)], key=_place))

    def _live(self, risk: Risk) -> bool:
        if self.only is not None and risk.id not in self.only and risk.aspect is not Aspect.CONTEXT:
            return False
        return self.facts.is_live(reads_of(risk))

    def _raised(self, risk: Risk, scope: Scope) -> Iterator[_Raised]:
        if risk.when is not None and holds(risk.when.expr, scope) is not True:
            return
        if risk.for_each is None:
            yield _Raised(risk, scope)
            return
        # a row that is still open does not hide what another row already shows
        for record, passes in each(risk.for_each, scope) or ():
            if passes and isinstance(record, Record):
                yield _Raised(risk, entered(risk.for_each, record, scope), record)

    def _solved(self, raised: _Raised) -> bool:
        rule = raised.risk.solved_if
        return rule is not None and holds(rule.expr, raised.scope) is True

    def _finding(
        self, raised: _Raised, context: set[str], key: str = "", about: Finding | None = None
    ) -> Finding:
        """The finding of a raised risk with its level and status; ``about`` for one on another's decision."""
        risk, key = raised.risk, key or raised.key
        decision = self.decisions.get(key)
        rule = _first(risk.levels, raised.scope)
        stepped_down = rule.stop_kind is StopKind.HOUSE and self._stepped_down(decision)
        level, stop = (Level.SERIOUS, None) if stepped_down else (rule.level, rule.stop_kind)
        level, heightened = self._raised_level(level, raised, context)
        filling = Filling(key, raised.scope)
        finding = Finding(
            key=key,
            risk=risk.id,
            title=doc.plain(filling.inlines(risk.title)),
            measure=doc.plain(filling.inlines(risk.measure)),
            aspect=risk.aspect,
            level=level,
            status=Status.OPEN,
            rule=risk.rule,
            stop_kind=stop,
            heightened=heightened,
            stepped_down=stepped_down,
            record=raised.record.id if raised.record else None,
            record_name=about.title if about else name_of(raised.record),
            about=about.key if about else None,
            ways_out=ways_out_at(risk, level, stop),
            asks=risk.asks,
            basis=risk.basis,
            risk_version=risk.version,
            only_starting=risk.only_starting,
            reads=_facts_read(risk, raised.scope),
        )
        finding = replace(finding, sections=_texts(finding, raised))
        status = Status.SOLVED if self._solved(raised) else self._status(finding, decision)
        reopened = decision is not None and status is Status.OPEN and not _still_holds(finding, decision)
        return replace(finding, status=status, reopened=reopened)

    def _raised_level(self, level: Level, raised: _Raised, context: set[str]) -> tuple[Level, bool]:
        """The level after the context, and whether that made an ernstig risk heavier."""
        causes = ((r.risk, r.when.expr if r.when else None) for r in raised.risk.raised_by)
        if not any(self._raises(risk, when, raised, context) for risk, when in causes):
            return level, False
        return RAISED.get(level, level), level is Level.SERIOUS

    def _raises(self, risk: str, when: Expr | None, raised: _Raised, context: set[str]) -> bool:
        return risk in context and (when is None or holds(when, raised.scope) is True)

    def _stepped_down(self, decision: Decision | None) -> bool:
        """A stop of the house yields to a named director, with a reason, a substitute measure and an end date."""
        deviation = decision.fields.values.get("afwijking") if decision else None
        if not isinstance(deviation, Record):
            return False
        until = deviation.values.get("tot")
        said = ("door", "reden", "vervangende_maatregel")
        named = all(is_known(deviation.values.get(name, State.OPEN)) for name in said)
        return named and isinstance(until, date) and until >= self.facts.today

    def _status(self, finding: Finding, decision: Decision | None) -> Status:
        chosen = decision.fields.values.get("besluit") if decision else None
        status = STATUS_OF_DECISION.get(str(chosen))
        if decision is None or status is None or WAY_OUT_OF_DECISION[str(chosen)] not in finding.ways_out:
            return Status.OPEN
        if not _still_holds(finding, decision):
            return Status.OPEN
        if status is Status.LATER:
            until = decision.fields.values.get("uiterlijk")
            return status if isinstance(until, date) and until >= self.facts.today else Status.OPEN
        return status

    def _with_checks(self, finding: Finding) -> list[Finding]:
        """The finding with its substantiation, followed by what its own decision raises."""
        if finding.aspect is not Aspect.MATTER:
            return [finding]
        scope = self._decision_scope(finding)
        finding = replace(finding, substantiation=self._substantiation(scope))
        if finding.status is not Status.ACCEPTED:
            return [finding]
        known = (r for r in self.library.risks.values() if r.about == "besluit")
        checks = [r for r in known if self.facts.is_live(reads_of(r))]
        raised = [r for risk in checks for r in self._raised(risk, scope)]
        found = [self._finding(r, set(), f"{r.risk.id}@{finding.key}", finding) for r in raised]
        lacking = finding.level is Level.SERIOUS and any(x.gate for x in finding.substantiation.lacking)
        if lacking or any(f.blocking for f in found):
            finding = replace(finding, status=Status.INCOMPLETE)
        return [finding, *found]

    def _decision_scope(self, finding: Finding) -> Scope:
        return with_finding(self.facts.scope(), self._record(finding))

    def _record(self, finding: Finding) -> Record:
        taken = self.decisions.get(finding.key)
        questions = self.library.decision.questions
        return as_record(
            finding, taken_record(taken, questions, self.facts.today, self.library.too_thin_reasons)
        )

    def _substantiation(self, scope: Scope) -> Substantiation:
        factors = self.library.factors
        judged = [(f, holds(f.when.expr, scope)) for f in factors if f.when is not None]
        return Substantiation(
            present=tuple(f.text for f, outcome in judged if outcome),
            lacking=tuple(_lack(f) for f, outcome in judged if not outcome),
            not_assessable=tuple(f.text for f in factors if f.when is None),
        )

    def _over_all(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings over the whole file: a stack of accepted risks, and the like."""
        rows = tuple(self._record(f) for f in findings)
        scope = self.facts.with_roots(meldingen=rows, dossier=dossier_record(rows)).scope()
        over = [r for r in self.library.risks.values() if r.about == "dossier" and self._live(r)]
        return [self._finding(r, set()) for risk in over for r in self._raised(risk, scope)]


def dossier_record(
    rows: tuple[Record, ...], reference: str = "", name: str = "", to_check: tuple[Record, ...] = ()
) -> Record:
    """What conditions read under ``dossier``; ``rows`` are the findings as records."""
    accepted = [
        r for r in rows if r.values["niveau"] == Level.SERIOUS.value and r.values["status"] in _ACCEPTED
    ]
    values: Mapping[str, Value | State] = {
        "kenmerk": reference or State.OPEN,
        "naam": name or State.OPEN,
        "aanvaard_ernstig": Decimal(len(accepted)),
        "na_te_kijken": to_check,
    }
    return Record("", values)


def with_finding(scope: Scope, row: Record) -> Scope:
    """The scope in which ``melding`` is this finding, as ``melding.as_record`` made it."""
    meaning = scope.lookup.question(("melding",))
    fields = meaning.fields if isinstance(meaning, Question) else ()
    return scope.with_local("melding", Local(row, fields, ("meldingen",)))


def _texts(finding: Finding, raised: _Raised) -> Mapping[str, tuple[doc.Block, ...]]:
    """The risk's own words, in which ``melding`` is this finding, or the one whose decision it is about."""
    own = "melding" not in raised.scope.locals
    scope = with_finding(raised.scope, as_record(finding, EMPTY_RECORD)) if own else raised.scope
    return {h: Filling(f"{finding.key}:{h}", scope).blocks(b) for h, b in raised.risk.sections.items()}


def _place(finding: Finding) -> tuple[int, int, str]:
    return _ORDER[finding.aspect], _WEIGHT[finding.level], finding.key


def _lack(factor: Factor) -> Lack:
    return Lack(factor.text, factor.remedy, factor.gate)


def _first(rules: tuple[LevelRule, ...], scope: Scope) -> LevelRule:
    """The first rule that holds; loading makes sure that the last one has no condition."""
    return next(r for r in rules if r.when is None or holds(r.when.expr, scope) is True)


def ways_out_at(risk: Risk, level: Level, stop: StopKind | None) -> tuple[str, ...]:
    """At a stop nobody accepts, and later leaves it open; a stop of law ends by other facts only."""
    if level is not Level.STOP:
        return risk.ways_out
    if stop is StopKind.LAW:
        return tuple(w for w in risk.ways_out if w == "oplossen")
    return tuple(w for w in risk.ways_out if w not in ("aanvaarden", "later", "besluit_directie"))


def _still_holds(finding: Finding, decision: Decision) -> bool:
    """A decision holds for the facts it was taken on; without a record of them (a file by hand) for today's."""
    held = decision.held_for
    if held is None:
        return True
    same = held.risk_version == finding.risk_version and dict(held.facts) == dict(finding.reads)
    return same and held.shown in ("", shown(finding))


def name_of(record: Record | None) -> str:
    """What a record is called on paper: its name, else its first text."""
    if record is None:
        return ""
    named = record.values.get("naam")
    texts = (v for v in record.values.values() if isinstance(v, str) and not isinstance(v, State))
    return named if isinstance(named, str) and not isinstance(named, State) else next(texts, record.id)


def _conditions(risk: Risk) -> Iterator[Expr]:
    rules = (
        risk.when,
        risk.solved_if,
        *(rule.when for rule in risk.levels),
        *(r.when for r in risk.raised_by),
    )
    yield from (rule.expr for rule in rules if rule is not None)
    if risk.for_each is not None and risk.for_each.condition is not None:
        yield risk.for_each.condition.expr


def _facts_read(risk: Risk, scope: Scope) -> dict[str, str]:
    """Every variable the risk's conditions read, in one comparable form."""
    read = {p for expr in _conditions(risk) for p in variables(expr)}
    return {
        ".".join(p): _canonical(value_at(p, scope))
        for p in sorted(read)
        if p[0] not in ("melding", "besluit")
    }


def _canonical(value: Value | State) -> str:
    if isinstance(value, Record):
        return "{" + ", ".join(f"{k}: {_canonical(v)}" for k, v in sorted(value.values.items())) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(v if isinstance(v, str) else f"{v.id} {_canonical(v)}" for v in value) + "]"
    return str(value.value) if isinstance(value, State) else str(value)
