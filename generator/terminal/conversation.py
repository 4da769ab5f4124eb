"""The conversation about one finding: what can happen, what we advise, what else is possible; then the decision."""

from dataclasses import replace

from generator.answers import EMPTY_RECORD, Decision
from generator.expressions.ast import Path
from generator.findings import WAY_OUT_OF_DECISION, Finding
from generator.interview import with_field
from generator.library import Kind, Level, Question
from generator.melding import as_record, decision_record
from generator.terminal.desk import Desk
from generator.terminal.place import Place
from generator.terminal.prompts import Around, Nav, Option, PickPrompt
from generator.terminal.records import ask_record
from generator.terminal.session import FindingText
from generator.values import Record, State, Value

LEVELS = {Level.TIP: "Tip", Level.NOTICE: "Let op", Level.SERIOUS: "Ernstig", Level.STOP: "Stop"}
MEND = "oplossen"
TALK = "\x00gesprek"


def talk_about(desk: Desk, finding: Finding) -> Nav | Path | None:
    """None: there is a decision. A path: the way out is to change that answer. Nav: left without finishing."""
    told = panel(finding, desk.session.finding_text(finding))
    ways = _ways(desk, finding)
    if not any(w.id == TALK for w in ways):
        return _mend(desk, finding, told, ways)
    if desk.session.case.decisions.get(finding.key) is None and len(ways) > 1:
        went = _mend(desk, finding, told, ways)
        if went != (TALK,):
            return went
    return ask_record(desk, _place(desk, finding, told))


def panel(finding: Finding, text: FindingText) -> str:
    """What stands above the questions about a finding."""
    name = f" ({finding.record_name})" if finding.record_name else ""
    lines = [f"{LEVELS[finding.level]}: {finding.title}{name}"]
    if text.can_happen:
        lines.append(text.can_happen)
    if text.advice:
        lines.append(f"Ons advies: {text.advice}")
    lines += [f"  {what}{f'  {price}' if price else ''}" for what, price in text.alternatives]
    if text.lacking:
        lines.append(f"Nog niet op papier: {'; '.join(text.lacking)}")
    if finding.reopened:
        lines.append("Er was al een besluit, maar de feiten zijn veranderd. Kijk het na.")
    return "\n".join(lines)


def _ways(desk: Desk, finding: Finding) -> list[Option]:
    asked = [(p, desk.session.library.sections[p[0]].question(p[1])) for p in finding.asks]
    letters = iter("123456789")
    ways = [
        Option(".".join(p), f"Oplossen: {q.text}", letter=next(letters, ""))
        for p, q in asked
        if q is not None and MEND in finding.ways_out
    ]
    if finding.about and not ways:
        ways.append(Option(f"\x00{finding.about}", "Oplossen: het besluit aanvullen", letter="1"))
    if any(w != MEND for w in finding.ways_out):
        ways.append(Option(TALK, "Een besluit vastleggen", letter="b"))
    return ways


def _mend(desk: Desk, finding: Finding, told: str, ways: list[Option]) -> Nav | Path | None:
    """Choose a way out: the path of a question, or ``(TALK,)``."""
    around = Around(
        "Melding",
        "Wat wilt u doen?" if ways else "Hier hoeft u nu niets te doen.",
        panel=told,
        notice=desk.notice,
        overview=False,
    )
    desk.notice = ""
    reply = desk.front.pick(PickPrompt(around, tuple(ways) or (Option("\x00", "Terug", letter="t"),)))
    if reply.nav is not None or not isinstance(reply.value, str) or reply.value == "\x00":
        return reply.nav or Nav.BACK
    if reply.value == TALK:
        return (TALK,)
    if reply.value.startswith("\x00"):
        return _about(desk, finding)
    section, name = reply.value.split(".", 1)
    return section, name


def _about(desk: Desk, finding: Finding) -> Nav | Path | None:
    """Go on with the finding whose decision this one is about."""
    other = next((f for f in desk.session.findings() if f.key == finding.about), None)
    return Nav.BACK if other is None else _complete(desk, other)


def _complete(desk: Desk, finding: Finding) -> Nav | None:
    return ask_record(desk, _place(desk, finding, panel(finding, desk.session.finding_text(finding))))


def decision_question(desk: Desk, finding: Finding) -> Question:
    """The decision as a group: what this finding may end in, and what this sitting may see."""
    decision = desk.session.library.decision
    sitting = desk.session.sitting
    fields = (q for q in decision.questions if q.customer_sees or not sitting.customer)
    return Question(
        decision.id,
        Kind.GROUP,
        "besluit",
        decision.position,
        fields=tuple(_narrowed(q, finding) if q.id == "besluit" else q for q in fields),
    )


def _narrowed(question: Question, finding: Finding) -> Question:
    allowed = (c for c in question.choices if WAY_OUT_OF_DECISION.get(c.id, c.id) in finding.ways_out)
    return replace(question, choices=tuple(allowed))


def _place(desk: Desk, finding: Finding, told: str) -> Place:
    session = desk.session

    def now() -> Record:
        decision = session.case.decisions.get(finding.key)
        return EMPTY_RECORD if decision is None else decision.fields

    def save(value: Value | State, _ready: bool) -> bool:
        fields = value if isinstance(value, Record) else EMPTY_RECORD
        return desk.kept(lambda: session.decide(finding.key, _with_alternatives(desk, finding, fields)))

    decided = decision_record(Decision(now()), session.today, session.library.too_thin_reasons)
    return Place(
        decision_question(desk, finding),
        ("besluiten", finding.key),
        value=now,
        save=save,
        whole=lambda value: value,
        around=Around(f"Gesprek › {finding.title}", "", panel=told, explanation=""),
        locals={"melding": as_record(finding, decided)},
    )


def _with_alternatives(desk: Desk, finding: Finding, fields: Record) -> Record:
    """The alternatives that the risk proposes are there to be priced, once a risk is accepted."""
    proposed = desk.session.library.risks[finding.risk].alternatives
    if fields.values.get("besluit") != "aanvaard" or "alternatieven" in fields.values or not proposed:
        return fields
    rows = (
        Record(f"r{n}", {"omschrijving": a.text, **({"per": a.per} if a.per else {})})
        for n, a in enumerate(proposed, start=1)
    )
    return with_field(fields, "alternatieven", tuple(rows))
