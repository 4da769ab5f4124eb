"""The conversation about one finding: what can happen, what we advise, what else is possible; then the decision."""

from dataclasses import replace

from generator.answers import EMPTY_RECORD
from generator.expressions.ast import Path
from generator.findings import Finding
from generator.interview import with_field
from generator.library import Level, Question
from generator.terminal.asking import with_letters
from generator.terminal.deciding import DECISION, decided, decision_question, read_by_fields
from generator.terminal.desk import Desk
from generator.terminal.place import Place
from generator.terminal.prompts import Around, Nav, Option, PickPrompt
from generator.terminal.records import ask_record
from generator.terminal.session import FindingText
from generator.terminal.visible import named
from generator.values import Record, State, Value

LEVELS = {Level.TIP: "Tip", Level.NOTICE: "Let op", Level.SERIOUS: "Ernstig", Level.STOP: "Stop"}
MEND = "oplossen"
QUESTION, ABOUT = "vraag:", "besluit:"


def talk_about(desk: Desk, finding: Finding) -> Nav | Path | None:
    """None: there is a decision. A path: the way out is to change that answer. Nav: left without finishing."""
    place = _place(desk, finding)
    while True:
        chosen = _choose(desk, finding, place)
        if chosen is Nav.READ:
            desk.read(place.around)
            continue
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
    lines = [f"{LEVELS[finding.level]}: {named(finding)}"]
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


def _place(desk: Desk, finding: Finding) -> Place:
    session = desk.session
    told = panel(finding, session.finding_text(finding))

    def now() -> Record:
        return decided(session, finding)

    def save(value: Value | State, _ready: bool) -> bool:
        fields = value if isinstance(value, Record) else EMPTY_RECORD
        return desk.kept(lambda: session.decide(finding.key, _with_alternatives(desk, finding, fields)))

    return Place(
        decision_question(desk.session, finding),
        ("besluiten", finding.key),
        value=now,
        save=save,
        whole=lambda value: value,
        around=Around(f"Gesprek › {finding.title}", "", panel=told, explanation=""),
        in_papers=False,
        locals=read_by_fields(session, finding),
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
