"""The conversation about one finding: what can happen, what we advise, what else is possible; then the decision."""

from dataclasses import replace

from generator.answers import EMPTY_RECORD, Decision
from generator.expressions.ast import Path
from generator.findings import WAY_OUT_OF_DECISION, Finding
from generator.interview import with_field
from generator.library import Kind, Level, Question
from generator.melding import as_record, decision_record
from generator.terminal.asking import with_letters
from generator.terminal.desk import Desk
from generator.terminal.place import Place
from generator.terminal.prompts import Around, Nav, Option, PickPrompt
from generator.terminal.records import ask_record
from generator.terminal.session import FindingText
from generator.values import Record, State, Value

LEVELS = {Level.TIP: "Tip", Level.NOTICE: "Let op", Level.SERIOUS: "Ernstig", Level.STOP: "Stop"}
MEND = "oplossen"
DECISION = "besluit"
QUESTION, ABOUT = "vraag:", "besluit:"


def talk_about(desk: Desk, finding: Finding) -> Nav | Path | None:
    """None: there is a decision. A path: the way out is to change that answer. Nav: left without finishing."""
    place = _place(desk, finding)
    while True:
        chosen = _choose(desk, finding, place)
        if isinstance(chosen, Nav):
            return chosen
        if chosen.startswith(ABOUT):
            other = next((f for f in desk.session.findings() if f.key == finding.about), None)
            return Nav.BACK if other is None else talk_about(desk, other)
        if chosen.startswith(QUESTION):
            section, name = chosen.removeprefix(QUESTION).split(".", 1)
            return section, name
        if place.record().values.get(DECISION) != chosen and not place.field(_decision(place)).save(
            chosen, True
        ):
            continue
        nav = ask_record(desk, place)
        if nav is not Nav.BACK:
            return nav


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


def _choose(desk: Desk, finding: Finding, place: Place) -> Nav | str:
    """A way out: the question to change, or an option of the decision."""
    options = with_letters((*_mends(desk, finding), *_decisions(place)))
    around = replace(
        place.around,
        question="Wat wordt het?" if options else "Hier hoeft u nu niets te doen.",
        help=_decision(place).why or "",
        notice=desk.notice,
        overview=False,
    )
    desk.notice = ""
    now = place.record().values.get(DECISION)
    pointer = now if isinstance(now, str) else None
    reply = desk.front.pick(PickPrompt(around, options or (Option("", "Terug", letter="t"),), pointer))
    return reply.value if isinstance(reply.value, str) and reply.value else reply.nav or Nav.BACK


def _mends(desk: Desk, finding: Finding) -> list[Option]:
    asked = [(p, desk.session.library.sections[p[0]].question(p[1])) for p in finding.asks]
    mends = [
        Option(f"{QUESTION}{'.'.join(p)}", f"Oplossen: {q.text}")
        for p, q in asked
        if q is not None and MEND in finding.ways_out
    ]
    if finding.about and not mends:
        mends.append(Option(ABOUT, "Oplossen: het besluit aanvullen"))
    return mends


def _decisions(place: Place) -> list[Option]:
    return [Option(c.id, c.label, explanation=c.explanation or "") for c in _decision(place).choices]


def _decision(place: Place) -> Question:
    """The question that names the decision itself; loading makes sure that it is there."""
    return next(f for f in place.question.fields if f.id == DECISION)


def decision_question(desk: Desk, finding: Finding) -> Question:
    """The decision as a group: what this finding may end in, and what this sitting may see."""
    decision = desk.session.library.decision
    sitting = desk.session.sitting
    fields = (q for q in decision.questions if q.customer_sees or not sitting.customer)
    return Question(
        decision.id,
        Kind.GROUP,
        "",
        decision.position,
        fields=tuple(_narrowed(q, finding) if q.id == DECISION else q for q in fields),
    )


def _narrowed(question: Question, finding: Finding) -> Question:
    allowed = (c for c in question.choices if WAY_OUT_OF_DECISION.get(c.id, c.id) in finding.ways_out)
    return replace(question, choices=tuple(allowed))


def _place(desk: Desk, finding: Finding) -> Place:
    session = desk.session
    told = panel(finding, session.finding_text(finding))

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
        in_papers=False,
        locals={"melding": as_record(finding, decided)},
    )


def _with_alternatives(desk: Desk, finding: Finding, fields: Record) -> Record:
    """The alternatives that the risk proposes are there to be priced, once a risk is accepted."""
    proposed = desk.session.library.risks[finding.risk].alternatives
    if fields.values.get(DECISION) != "aanvaard" or "alternatieven" in fields.values or not proposed:
        return fields
    rows = (
        Record(f"r{n}", {"omschrijving": a.text, **({"per": a.per} if a.per else {})})
        for n, a in enumerate(proposed, start=1)
    )
    return with_field(fields, "alternatieven", tuple(rows))
