"""One sitting at one case, as the screen needs it: every change is saved before it counts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from generator.answers import Case, Decision
from generator.diagnostics import OutputError
from generator.document import Block, Ref, inlines_of, plain
from generator.dutch_writing import document_form
from generator.expressions.ast import Path
from generator.facts import Facts
from generator.filling import Filling
from generator.findings import Finding
from generator.interview import Filter, answered, settle
from generator.library import Aspect, Kind, Library, Question
from generator.readers import Readers
from generator.risks import assess, held_for
from generator.terminal.session import FindingText
from generator.values import Record, State, Value

BESIDE = 3
"""How many clauses stand beside a question: what changes most, not all of it."""

_CAN_HAPPEN = ("Wat kan er gebeuren", "Wat stilstand kost")

if TYPE_CHECKING:
    from generator.assembly import Identity

Event = Mapping[str, object]


@dataclass
class _Seen:
    """What was computed for one state of the case."""

    facts: Facts
    findings: tuple[Finding, ...] | None = None


class Sitting:
    """Implements ``terminal.session.Session``.

    ``save`` writes the case and logs the event, or raises OutputError; then the case stays what it was.
    ``remember`` gets answers that the supplier gives once for all cases.
    """

    def __init__(
        self,
        library: Library,
        case: Case,
        today: date,
        chosen: Filter,
        identity: "Identity",
        save: Callable[[Case, Event], None],
        remember: Callable[[Path, Value | State], None],
    ) -> None:
        self.library = library
        self.case = case
        self.today = today
        self.sitting = chosen
        self._identity = identity
        self._save = save
        self._remember = remember
        self._readers = Readers(library, case.questionnaire)
        self._seen = _Seen(self._facts_of(case))

    def facts(self) -> Facts:
        return self._seen.facts

    def findings(self) -> tuple[Finding, ...]:
        if self._seen.findings is None:
            self._seen.findings = assess(self.library, self._seen.facts, self.case.decisions)
        return self._seen.findings

    def answer(self, path: Path, value: Value | State, *, ready: bool = True) -> None:
        case = answered(self.case, path, value, ready=ready)
        case = settle(case, self._facts_of(case))
        seen = _Seen(self._facts_of(case))
        if case.decisions:
            findings = assess(self.library, seen.facts, case.decisions)
            case, before = _with_current_decisions(case, findings), case
            seen.findings = findings if case is before else None
        self._keep(case, {"wat": "antwoord", "vraag": ".".join(path)}, seen)
        question = self.library.sections[path[0]].question(path[1])
        if ready and question is not None and question.from_supplier:
            self._remember(path, value)

    def decide(self, key: str, fields: Record) -> None:
        decision = None
        if fields.values:
            finding = next(f for f in self.findings() if f.key == key)
            self._refuse_future(fields)
            decision = Decision(
                _recorded(fields, self.library.decision.questions, self.today), held_for(finding)
            )
        case = self.case.with_decision(key, decision)
        self._keep(case, {"wat": "besluit", "melding": key}, _Seen(self._seen.facts))

    def _refuse_future(self, fields: Record) -> None:
        """What is recorded on the day itself has happened: a warning that is still to come is no warning."""
        for question in self.library.decision.questions:
            rows = fields.values.get(question.id)
            if isinstance(rows, tuple) and any(f.by_program for f in question.fields):
                days = (
                    v for r in rows if isinstance(r, Record) for v in r.values.values() if isinstance(v, date)
                )
                if any(day > self.today for day in days):
                    raise OutputError(
                        "Deze waarschuwing ligt in de toekomst.", "Vul de dag in waarop u echt waarschuwde."
                    )

    def finding_text(self, finding: Finding) -> FindingText:
        decision = self.case.decisions.get(finding.key)
        return FindingText(
            can_happen=_words(tuple(b for h in _CAN_HAPPEN for b in finding.sections.get(h, ()))),
            advice=_words(finding.sections.get("Wat wij adviseren", ())),
            alternatives=self._alternatives(finding, decision),
            lacking=tuple(x.text for x in finding.substantiation.lacking) if decision else (),
        )

    def preview(self) -> str:
        from generator.assembly import assemble
        from generator.writers.text import write

        papers = assemble(self.library, self._seen.facts, self.case, self._identity)
        return write(papers.documents[0]) if papers.documents else "Er is nog geen stuk om te lezen."

    def clause_beside(self, path: Path, value: Value | State) -> str | None:
        scope = self._facts_of(self.case.with_answer(path, value)).scope()
        texts = []
        for clause in self._readers.clauses(path)[:BESIDE]:
            filling = Filling(clause.id, scope)
            if clause.when is None or filling.holds(clause.when) is not False:
                texts.append(
                    f"{plain(filling.inlines(clause.title))}\n{_words(filling.blocks(clause.blocks))}"
                )
        return "\n\n".join(texts) or None

    def risk_text(self, path: Path, value: Value | State, without: Value | State) -> str | None:
        """The gravest matter that this answer raises and that ``without`` does not."""
        risks = {r.id for r in self._readers.risks(path)}
        if not risks:
            return None
        before = {f.key for f in self._raised_with(path, without, risks)}
        raised = self._raised_with(path, value, risks)
        new = [f for f in raised if f.key not in before and f.risk in risks and self._shows(f)]
        return (
            f"{new[0].title}. {_words(new[0].sections.get('Wat kan er gebeuren', ()))}".strip()
            if new
            else None
        )

    def _raised_with(self, path: Path, value: Value | State, risks: set[str]) -> tuple[Finding, ...]:
        facts = self._facts_of(self.case.with_answer(path, value))
        return assess(self.library, facts, self.case.decisions, only=risks)

    def _shows(self, finding: Finding) -> bool:
        if self.sitting.customer:
            return finding.for_customer
        return finding.aspect is not Aspect.CONTEXT

    def _facts_of(self, case: Case) -> Facts:
        return Facts(self.library, case.questionnaire, case.answers, self.today)

    def _keep(self, case: Case, event: Event, seen: _Seen) -> None:
        self._save(case, event)
        self.case, self._seen = case, seen

    def _alternatives(self, finding: Finding, decision: Decision | None) -> tuple[tuple[str, str], ...]:
        rows = decision.fields.values.get("alternatieven") if decision else None
        question = self.library.decision.question("alternatieven")
        if isinstance(rows, tuple) and rows and question is not None:
            return tuple(
                (str(r.values.get("omschrijving", "")), _price(question, r))
                for r in rows
                if isinstance(r, Record)
            )
        return tuple((a.text, "") for a in self.library.risks[finding.risk].alternatives)


def _with_current_decisions(case: Case, findings: tuple[Finding, ...]) -> Case:
    """Decisions whose finding vanished are put aside; those of a finding that is back are offered again."""
    keys = {f.key for f in findings}
    gone = {k: d for k, d in case.decisions.items() if k not in keys}
    if not gone:
        return case
    kept = {k: d for k, d in case.decisions.items() if k in keys}
    return replace(case, decisions=kept, earlier={**case.earlier, **gone})


def _price(question: Question, row: Record) -> str:
    price, per = row.values.get("prijs"), row.values.get("per")
    amount = document_form(price, Kind.MONEY) if price is not None and not isinstance(price, State) else ""
    unit = question.field("per")
    choice = unit.choice(per) if unit is not None and isinstance(per, str) else None
    return f"{amount} {choice.in_document if choice else ''}".strip()


def _recorded(fields: Record, questions: Iterable[Question], today: date) -> Record:
    """The record with today in every field that the program fills in and that is still empty: never typed, never changed."""
    values = dict(fields.values)
    for question in questions:
        value = values.get(question.id)
        if question.by_program and value is None:
            values[question.id] = today
        elif isinstance(value, tuple) and question.fields:
            rows = (_recorded(r, question.fields, today) for r in value if isinstance(r, Record))
            values[question.id] = tuple(rows)
    return Record(fields.id, values)


def _words(blocks: tuple[Block, ...]) -> str:
    """On one line; references have no number yet, and show as dots."""
    texts = (
        plain(tuple(replace(i, text="…") if isinstance(i, Ref) else i for i in inlines_of(b))) for b in blocks
    )
    return " ".join(" ".join(text.split()) for text in texts).strip()
