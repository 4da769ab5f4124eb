"""The conversation about one finding: what can happen, what we advise, what else is possible; then the decision."""

from dataclasses import replace

from generator.answers import EMPTY_RECORD
from generator.expressions.ast import Path
from generator.findings import Finding
from generator.library import Level, Question, StopKind
from generator.terminal.asking import with_letters
from generator.terminal.deciding import (
    DECISION,
    DEVIATION,
    decided,
    decision_question,
    earlier,
    half_decided,
    read_by_fields,
    rows_before,
    told_before,
)
from generator.terminal.desk import Desk
from generator.terminal.place import Place
from generator.terminal.prompts import Around, Nav, Option, PickPrompt
from generator.terminal.records import ask_record
from generator.terminal.session import FindingText
from generator.terminal.visible import named
from generator.values import Record, State, Value

LEVELS = {Level.TIP: "Tip", Level.NOTICE: "Let op", Level.SERIOUS: "Ernstig", Level.STOP: "Stop"}
STOPS = {
    StopKind.LAW: "Hier helpt geen handtekening: zo mag het niet van de wet. Verander wat er aan de hand is, of doe het niet.",
    StopKind.PROFESSION: "Hier helpt geen handtekening. Los het op, stel het werk uit, of doe het niet.",
    StopKind.HOUSE: "Dit is uw eigen minimum. Alleen een directeur mag ervan afwijken, met een reden en een einddatum.",
}
LATER, NOTHING = "Dit werkt u later verder uit.", "Hier hoeft u nu niets te doen."
BACK_ONLY = (Option("", "Terug", letter="t"),)
MEND = "oplossen"
QUESTION, ABOUT = "vraag:", "besluit:"
AGAIN, WITHDRAW, FORMER, DEVIATE = "\x00blijft", "\x00intrekken", "\x00eerder", "\x00afwijken"
OUR_MINIMUM = "Dit is ons minimum, voor elke klant."


def talk_about(desk: Desk, finding: Finding, *, go_on: bool = False) -> Nav | Path | None:
    """None: there is a decision. A path: the way out is to change that answer. Nav: left without finishing.

    ``go_on``: a decision that was broken off is asked further at once.
    """
    if go_on and half_decided(desk.session, finding):
        nav = _ask(desk, _place(desk, finding))
        if nav is not Nav.BACK:
            return nav
    while True:
        place = _place(desk, finding)
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
        if chosen == WITHDRAW:
            if place.save(EMPTY_RECORD, True):
                desk.notice = "Het besluit is ingetrokken. U kunt het hier weer opnemen."
                finding = _as_it_is_now(desk, finding)
            continue
        nav = _decide(desk, place, finding, chosen)
        if nav is not Nav.BACK:
            return nav
        finding = _as_it_is_now(desk, finding)


def _decide(desk: Desk, place: Place, finding: Finding, chosen: str) -> Nav | None:
    """Save what was chosen, and ask what is still open about it. BACK: nothing was decided yet."""
    if chosen == DEVIATE:
        field = replace(_field(place, DEVIATION), may_be_empty=False)
        return ask_record(desk, _brief(place).field(field)) or Nav.BACK
    now, before = place.record(), earlier(desk.session, finding)
    if chosen in (AGAIN, FORMER):
        if not place.save(now if chosen == AGAIN else before, True):
            return Nav.BACK
        return _ask(desk, place) if half_decided(desk.session, finding) else None
    if now.values.get(DECISION) == chosen:
        saved = not finding.reopened or place.save(now, True)
    elif not now.values and before.values.get(DECISION) == chosen:
        saved = place.save(before, True)
    else:
        saved = place.field(_field(place, DECISION)).save(chosen, True)
    return _ask(desk, place) if saved else Nav.BACK


def _ask(desk: Desk, place: Place) -> Nav | None:
    """The fields of the decision; stepping down from one's own minimum is a choice of its own."""
    return ask_record(desk, _brief(place), skip=DEVIATION)


def _as_it_is_now(desk: Desk, finding: Finding) -> Finding:
    return next((f for f in desk.session.findings() if f.key == finding.key), finding)


def panel(finding: Finding, text: FindingText, *, customer: bool = False) -> str:
    """What stands above the questions about a finding; beside the customer nothing about our own work on it."""
    lines = [_first_line(finding)]
    if finding.reopened:
        lines += ["Er was al een besluit, maar er is iets veranderd:", *(f"  {why}" for why in text.changed)]
    if text.can_happen:
        lines.append(text.can_happen)
    if text.advice:
        lines.append(f"Ons advies: {text.advice}")
    lines += [f"  {what}{f'  {price}' if price else ''}" for what, price in text.alternatives]
    if text.lacking and not customer:
        lines += ["Nog te doen voor het papier:", *(f"  {todo}" for todo in text.lacking)]
    if finding.stop_kind is not None:
        ours = customer and finding.stop_kind is StopKind.HOUSE
        lines.append(OUR_MINIMUM if ours else STOPS[finding.stop_kind])
    return "\n".join(lines)


def _first_line(finding: Finding) -> str:
    return f"{LEVELS[finding.level]}: {named(finding)}"


def _brief(place: Place) -> Place:
    """While its fields are asked one line is enough; F3 shows the rest."""
    first = place.around.panel.partition("\n")[0]
    return replace(place, around=replace(place.around, panel=first, reading=place.around.panel))


def _choose(desk: Desk, finding: Finding, place: Place) -> Nav | str:
    """A way out: the question to change, or an option of the decision."""
    options = with_letters(
        (*_kept(desk, finding, place), *_mends(desk, finding), *_decisions(place), *_others(finding, place))
    )
    around = replace(
        place.around,
        question="Wat wordt het?" if options else LATER if finding.ways_out else NOTHING,
        help=_field(place, DECISION).why or "",
        notice=desk.notice,
        overview=False,
    )
    desk.notice = ""
    now = place.record().values.get(DECISION)
    pointer = AGAIN if finding.reopened else now if isinstance(now, str) else None
    prompt = PickPrompt(around, options, pointer) if options else PickPrompt(around, BACK_ONLY, "")
    reply = desk.front.pick(prompt)
    return reply.value if isinstance(reply.value, str) and reply.value else reply.nav or Nav.BACK


def _kept(desk: Desk, finding: Finding, place: Place) -> list[Option]:
    """What was decided before, to be confirmed with one key; never by itself."""
    now, before = place.record(), earlier(desk.session, finding)
    if finding.reopened and now.values:
        return [Option(AGAIN, f"Het besluit blijft: {_name(place, now)}")]
    if before.values and not now.values:
        return [Option(FORMER, f"Het eerdere besluit weer opnemen: {_name(place, before)}")]
    return []


def _name(place: Place, fields: Record) -> str:
    """The decision in a few words."""
    chosen = fields.values.get(DECISION)
    choice = _field(place, DECISION).choice(chosen) if isinstance(chosen, str) else None
    return choice.label[0].lower() + choice.label[1:] if choice else "nog niet gekozen"


def _mends(desk: Desk, finding: Finding) -> list[Option]:
    asked = [(p, desk.session.library.sections[p[0]].question(p[1])) for p in finding.asks]
    mends = [
        Option(f"{QUESTION}{'.'.join(p)}", f"Oplossen: {q.text}")
        for p, q in asked
        if q is not None and MEND in finding.ways_out and desk.session.sitting.admits(q)
    ]
    if finding.about and not mends:
        mends.append(Option(ABOUT, "Oplossen: het besluit aanvullen"))
    return mends


def _decisions(place: Place) -> list[Option]:
    return [Option(c.id, c.label, explanation=c.explanation or "") for c in _field(place, DECISION).choices]


def _others(finding: Finding, place: Place) -> list[Option]:
    others = []
    deviation = place.record().values.get(DEVIATION)
    if any(f.id == DEVIATION for f in place.question.fields) and (
        finding.stop_kind is StopKind.HOUSE or isinstance(deviation, Record)
    ):
        others.append(Option(DEVIATE, "De directie wijkt af van ons minimum"))
    if place.record().values:
        others.append(Option(WITHDRAW, "Het besluit intrekken", explanation="Daarna is dit punt weer open."))
    return others


def _field(place: Place, name: str) -> Question:
    """A field of the decision; loading makes sure that the ones named here are there."""
    return next(f for f in place.question.fields if f.id == name)


def _place(desk: Desk, finding: Finding) -> Place:
    session = desk.session
    told = panel(finding, session.finding_text(finding), customer=session.sitting.customer)

    def now() -> Record:
        return decided(session, finding)

    def save(value: Value | State, _ready: bool) -> bool:
        fields = value if isinstance(value, Record) else EMPTY_RECORD
        return desk.kept(lambda: session.decide(finding.key, fields))

    return Place(
        decision_question(desk.session, finding),
        ("besluiten", finding.key),
        value=now,
        save=save,
        whole=lambda value: value,
        around=Around(f"Gesprek › {finding.title}", "", panel=told, explanation=""),
        in_papers=False,
        locals=read_by_fields(session, finding),
        previous=told_before(session, finding),
        offers={**rows_before(session, finding), ALTERNATIVES: session.offers(finding)},
    )


ALTERNATIVES = "alternatieven"
"""The field that lists the alternatives with their prices."""
