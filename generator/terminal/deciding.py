"""The decision on a finding as a record of questions: which are asked, what they read, what is still open."""

from collections.abc import Mapping
from dataclasses import replace

from generator.answers import EMPTY_RECORD, Decision
from generator.findings import WAY_OUT_OF_DECISION, Finding
from generator.interview import open_fields
from generator.library import Kind, Question
from generator.melding import as_record, decision_record
from generator.terminal.session import Session
from generator.values import Record

DECISION = "besluit"
"""The field that names the decision itself."""
ACCEPTED = "aanvaard"
CONFIRMED_BY = "bevestigd_door"
OF_ONE_RISK = frozenset(
    {DECISION, "alternatieven", "reden", "reden_bron", "tijdelijke_maatregelen", "afwijking", "directie"}
)
DEVIATION = "afwijking"
"""The field in which a director steps down from the minimum of his house."""


def decided(session: Session, finding: Finding) -> Record:
    """The fields of its decision so far; empty when there is none."""
    decision = session.case.decisions.get(finding.key)
    return EMPTY_RECORD if decision is None else decision.fields


def earlier(session: Session, finding: Finding) -> Record:
    """What was decided before its finding vanished, or before it was withdrawn; empty when nothing was."""
    decision = session.case.earlier.get(finding.key)
    return EMPTY_RECORD if decision is None else decision.fields


def decision_question(session: Session, finding: Finding) -> Question:
    """The decision as a group: what this finding may end in, and what this sitting may see."""
    section = session.library.decision
    fields = tuple(_narrowed(q, finding) if q.id == DECISION else q for q in section.questions)
    group = Question(section.id, Kind.GROUP, "", section.position, fields=fields)
    return session.sitting.narrowed(group)


def _narrowed(question: Question, finding: Finding) -> Question:
    allowed = (c for c in question.choices if WAY_OUT_OF_DECISION.get(c.id, c.id) in finding.ways_out)
    return replace(question, choices=tuple(allowed))


def told_before(session: Session, finding: Finding) -> Record | None:
    """What the last other decision like this says on who told whom and who signs: mostly it was one conversation.

    Never the reason, nor what is about one risk alone.
    """
    others = [d.fields for key, d in session.case.decisions.items() if key != finding.key]
    like = [f for f in others if f.values.get(DECISION) == ACCEPTED and f.values.keys() - OF_ONE_RISK]
    if like:
        return Record("", {k: v for k, v in like[-1].values.items() if k not in OF_ONE_RISK})
    # who signs for the customer is who confirms, unless somebody else is filled in
    asked = session.library.customer_signatories
    signatories = session.case.answers.get(asked) if asked else None
    first = signatories[0] if isinstance(signatories, tuple) and signatories else None
    return Record("", {CONFIRMED_BY: first}) if isinstance(first, Record) else None


def rows_before(session: Session, finding: Finding) -> dict[str, tuple[Record, ...]]:
    """The rows of its lists, such as the warnings, to take over one by one; what the program fills in is not taken along."""
    before = told_before(session, finding)
    found: dict[str, tuple[Record, ...]] = {}
    for question in session.library.decision.questions:
        rows = before.values.get(question.id) if before else None
        if question.kind is Kind.LIST and isinstance(rows, tuple):
            ours = {f.id for f in question.fields if not f.by_program}
            kept = (
                (r.id, {k: v for k, v in r.values.items() if k in ours})
                for r in rows
                if isinstance(r, Record)
            )
            found[question.id] = tuple(Record(i, values) for i, values in kept)
    return found


def read_by_fields(session: Session, finding: Finding) -> Mapping[str, Record]:
    """What the conditions of the fields read besides each other."""
    record = decision_record(
        Decision(decided(session, finding)), session.today, session.library.too_thin_reasons
    )
    return {"melding": as_record(finding, record)}


def half_decided(session: Session, finding: Finding) -> bool:
    """There is a decision, but not everything about it has been asked."""
    fields = decided(session, finding)
    if not fields.values:
        return False
    question = decision_question(session, finding)
    left = open_fields(question, fields, session.facts(), read_by_fields(session, finding))
    return any(f.id != DEVIATION for f in left)
