"""One sitting at one case, as the screen needs it: every change is saved before it counts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from generator.alternatives import FIELD, PER, PRICE, WHAT, offered, price_key, priced
from generator.answers import Case, Decision
from generator.diagnostics import OutputError
from generator.document import Blank, Block, Inline, Ref, Table, Undecided, inlines_of, plain
from generator.dutch_writing import document_form
from generator.expressions.ast import Path
from generator.facts import Facts
from generator.filling import Filling
from generator.findings import Finding, Status
from generator.interview import Filter, answered, settle
from generator.library import Kind, Library, Question
from generator.readers import Readers
from generator.reopening import changes
from generator.risks import assess, held_for
from generator.terminal.session import FindingText
from generator.values import Record, State, Value

BESIDE = 3
"""How many clauses stand beside a question: what changes most, not all of it."""

_CAN_HAPPEN = ("Wat kan er gebeuren", "Wat stilstand kost")

if TYPE_CHECKING:
    from generator.document import Identity

Event = Mapping[str, object]


class Prices(Protocol):
    """What the supplier asked for an alternative the last time; kept for all cases."""

    def known(self, key: str) -> tuple[Record, ...]: ...
    def keep(self, key: str, rows: tuple[Record, ...]) -> None: ...


class NoPrices:
    """A sitting that remembers none."""

    def known(self, key: str) -> tuple[Record, ...]:  # noqa: ARG002 - the protocol asks for it
        return ()

    def keep(self, key: str, rows: tuple[Record, ...]) -> None:
        """Forgotten."""


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
        prices: Prices | None = None,
    ) -> None:
        self.library = library
        self.case = case
        self.today = today
        self.sitting = chosen
        self._identity = identity
        self._save = save
        self._remember = remember
        self._prices = prices or NoPrices()
        self._readers = Readers(library, case.questionnaire)
        self._seen = _Seen(self._facts_of(case))

    def facts(self) -> Facts:
        return self._seen.facts

    def findings(self) -> tuple[Finding, ...]:
        if self._seen.findings is None:
            self._seen.findings = self._assessed(self.case.decisions)
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
        if not fields.values:
            self._withdraw(key)
            return
        finding = next(f for f in self.findings() if f.key == key)
        before = self.case.decisions.get(key)
        self._refuse_future(fields)
        decision = self._taken(key, _recorded(fields, self.library.decision.questions, self.today))
        earlier = {k: d for k, d in self.case.earlier.items() if k != key}
        case = replace(self.case.with_decision(key, decision), earlier=earlier)
        self._keep(case, {"wat": "besluit", "melding": key}, _Seen(self._seen.facts))
        self._keep_prices(finding, before)

    def _taken(self, key: str, fields: Record) -> Decision:
        """The decision, held for the finding as it reads once it is taken: a director may step a stop down in it."""
        decision = Decision(fields)
        finding = next(f for f in self._assessed({**self.case.decisions, key: decision}) if f.key == key)
        return replace(decision, held_for=held_for(finding))

    def _assessed(self, decisions: Mapping[str, Decision]) -> tuple[Finding, ...]:
        return assess(self.library, self._seen.facts, decisions)

    def _withdraw(self, key: str) -> None:
        """Undecided again. What was decided is kept aside, to be taken up again."""
        decision = self.case.decisions.get(key)
        earlier = {**self.case.earlier, **({key: decision} if decision else {})}
        case = replace(self.case.with_decision(key, None), earlier=earlier)
        self._keep(case, {"wat": "besluit-ingetrokken", "melding": key}, _Seen(self._seen.facts))

    def _keep_prices(self, finding: Finding, before: Decision | None) -> None:
        rows = priced(self.case.decisions[finding.key].fields.values.get(FIELD))
        if rows and rows != priced(before.fields.values.get(FIELD) if before else None):
            self._prices.keep(price_key(finding, self._seen.facts), rows)

    def offers(self, finding: Finding) -> tuple[Record, ...]:
        facts = self._seen.facts
        return offered(finding, facts, self._prices.known(price_key(finding, facts)))

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
        accepted = finding.status in (Status.ACCEPTED, Status.INCOMPLETE)
        return FindingText(
            can_happen="\n".join(_told(b for h in _CAN_HAPPEN for b in finding.sections.get(h, ()))),
            advice="\n".join(_told(finding.sections.get("Wat wij adviseren", ()))),
            alternatives=self._alternatives(finding, decision),
            lacking=tuple(x.remedy or x.text for x in finding.substantiation.lacking) if accepted else (),
            changed=changes(finding, decision, self._seen.facts) if decision else (),
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
        """The gravest matter of the customer that this answer raises and that ``without`` does not."""
        risks = {r.id for r in self._readers.risks(path)}
        if not risks:
            return None
        before = {f.key for f in self._raised_with(path, without, risks)}
        raised = self._raised_with(path, value, risks)
        new = [f for f in raised if f.key not in before and f.risk in risks and f.for_customer]
        if not new:
            return None
        return " ".join((f"{new[0].title}.", *_told(new[0].sections.get("Wat kan er gebeuren", ()))))

    def _raised_with(self, path: Path, value: Value | State, risks: set[str]) -> tuple[Finding, ...]:
        facts = self._facts_of(self.case.with_answer(path, value))
        raised = assess(self.library, facts, self.case.decisions, only=risks)
        return tuple(f for f in raised if f.status is not Status.SOLVED)

    def _facts_of(self, case: Case) -> Facts:
        return Facts(self.library, case.questionnaire, case.answers, self.today)

    def _keep(self, case: Case, event: Event, seen: _Seen) -> None:
        self._save(case, event)
        self.case, self._seen = case, seen

    def _alternatives(self, finding: Finding, decision: Decision | None) -> tuple[tuple[str, str], ...]:
        given = decision.fields.values.get(FIELD) if decision else None
        rows = given if isinstance(given, tuple) and given else self.offers(finding)
        question = self.library.decision.question(FIELD)
        return tuple(
            (str(r.values.get(WHAT, "")), _price(question, r)) for r in rows if isinstance(r, Record)
        )


def _with_current_decisions(case: Case, findings: tuple[Finding, ...]) -> Case:
    """Decisions whose finding vanished are put aside; those of a finding that is back are offered again."""
    keys = {f.key for f in findings}
    gone = {k: d for k, d in case.decisions.items() if k not in keys}
    if not gone:
        return case
    kept = {k: d for k, d in case.decisions.items() if k in keys}
    return replace(case, decisions=kept, earlier={**case.earlier, **gone})


def _price(question: Question | None, row: Record) -> str:
    price, per = row.values.get(PRICE), row.values.get(PER)
    amount = document_form(price, Kind.MONEY) if price is not None and not isinstance(price, State) else ""
    unit = question.field(PER) if question is not None and amount else None
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


def _words(blocks: Iterable[Block]) -> str:
    """On one line; references have no number yet, and show as dots."""
    return " ".join(_line(b) for b in blocks).strip()


def _told(blocks: Iterable[Block]) -> tuple[str, ...]:
    """A line for each paragraph. What waits for an answer is left out, with the words that announce it."""
    told: list[str] = []
    for block in blocks:
        if isinstance(block, Undecided) or any(isinstance(i, Blank) for i in inlines_of(block)):
            if told and told[-1].endswith(":"):
                told[-1] = _without_last_sentence(told[-1])
        else:
            told.append(_line(block))
    return tuple(line for line in told if line)


def _line(block: Block) -> str:
    """A table as a line per row."""
    if isinstance(block, Table):
        return "\n".join(" · ".join(text for cell in row if (text := _text(cell))) for row in block.rows)
    return _text(inlines_of(block))


def _text(inlines: Iterable[Inline]) -> str:
    return " ".join(
        plain(
            tuple(replace(i, text=f"{i.text} …".lstrip()) if isinstance(i, Ref) else i for i in inlines)
        ).split()
    )


def _without_last_sentence(text: str) -> str:
    ends = [text.rfind(f"{mark} ") for mark in ".!?"]
    return text[: max(ends) + 1]
