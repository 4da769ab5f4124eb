"""The review: contradictions, findings and what was left for later; choose one to work on, or call it ready."""

from collections.abc import Iterable, Sequence

from generator.expressions.ast import Path
from generator.findings import Finding, Status
from generator.interview import Step
from generator.library import Aspect, Check, Level
from generator.terminal.conversation import LEVELS
from generator.terminal.deciding import half_decided
from generator.terminal.desk import Desk
from generator.terminal.prompts import Around, Nav, Option, PickPrompt
from generator.terminal.session import Session
from generator.terminal.visible import named, needs_work, visible_findings
from generator.values import State

READY, OVERVIEW = "\x00klaar", "\x00overzicht"
HEADINGS = {
    Aspect.MATTER: "Risico's van de klant",
    Aspect.DESIGN: "Ons papier",
    Aspect.FILE: "Wat nog op papier moet",
    Aspect.INTERNAL: "Ons eigen huis",
    Aspect.CONTEXT: "Om rekening mee te houden",
}
TO_DISCUSS = "Om samen te bespreken"
STATUSES = {
    Status.OPEN: "nog te bespreken",
    Status.INCOMPLETE: "aanvaard, aan te vullen",
    Status.LATER: "later, met een datum",
    Status.OUT_OF_SCOPE: "buiten de opdracht",
    Status.ACCEPTED: "aanvaard",
    Status.REFUSED: "wij doen dit niet",
    Status.BOARD: "besluit van de directie",
    Status.SOLVED: "opgelost",
}
_OURS = {Aspect.DESIGN: "nog te doen", Aspect.FILE: "nog te doen", Aspect.INTERNAL: "nog te besluiten"}
"""Not a thing to talk about with the customer, but to put right ourselves."""
_NOTHING_TO_DECIDE = frozenset({Level.TIP, Level.NOTICE})


def review(desk: Desk, steps: Sequence[Step], pointer: str | None) -> tuple[str, str | None]:
    """What was chosen: ("klaar", None), ("overzicht", None), ("terug", None), ("vraag", dotted), ("melding", key)."""
    checks, findings = _seen(desk)
    todo = len(checks) + sum(1 for f in findings if needs_work(desk.session, f))
    beside = desk.session.sitting.customer
    options = (
        *_contradictions(checks),
        *_findings(desk.session, findings),
        *_later(steps),
        *_ends(0 if beside else todo),
    )
    text = (
        f"Nog {todo} {'punt' if todo == 1 else 'punten'} om na te lopen."
        if todo
        else "Alle punten zijn nagelopen."
    )
    around = Around(
        "Nalopen",
        "Wat wilt u doen?",
        progress=f"nog {todo} open" if todo else "alles nagelopen",
        explanation=text,
        notice=desk.notice,
    )
    desk.notice = ""
    reply = desk.front.pick(
        PickPrompt(
            around,
            options,
            _pointer(options, pointer),
            hints=(("a", "alle antwoorden"), ("k", "klaar")),
            enter="openen",
            must_point="Kies een punt met de pijltjes, of k voor klaar.",
        )
    )
    if reply.nav is Nav.READ:
        return "lezen", None
    if reply.nav is not None:
        return ("overzicht" if reply.nav is Nav.OVERVIEW else "terug"), None
    kind, _, name = str(reply.value).removeprefix("\x00").partition(":")
    return kind, name or None


def _pointer(options: Sequence[Option], pointer: str | None) -> str | None:
    """Where the user was, as long as there is work; else the first thing to do."""
    to_do = [o.id for o in options if o.mark == "⚠"]
    there = [o.id for o in options if o.id == pointer]
    return next((i for i in there if i in to_do or not to_do), next(iter(to_do), None))


def _seen(desk: Desk) -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
    session = desk.session
    checks = session.facts().failed_checks()
    return checks, visible_findings(session)


def _contradictions(checks: Iterable[Check]) -> list[Option]:
    lines = [Option(f"vraag:{'.'.join(c.at[0])}" if c.at else OVERVIEW, c.message, mark="⚠") for c in checks]
    return (
        [Option("\x00kop", "Deze antwoorden passen niet bij elkaar", heading=True), *lines] if lines else []
    )


def _findings(session: Session, findings: Sequence[Finding]) -> list[Option]:
    options: list[Option] = []
    headings = HEADINGS | ({Aspect.MATTER: TO_DISCUSS} if session.sitting.customer else {})
    for aspect, heading in headings.items():
        here = [f for f in findings if f.aspect is aspect]
        if here:
            options.append(Option(f"\x00{aspect}", heading, heading=True))
            options.extend(_line(session, f) for f in here)
    return options


def _line(session: Session, finding: Finding) -> Option:
    told = STATUSES[finding.status]
    if finding.status is Status.OPEN and (
        finding.level in _NOTHING_TO_DECIDE or finding.aspect is Aspect.CONTEXT
    ):
        told = "ter kennisname"
    if told == STATUSES[Status.OPEN]:
        told = _OURS.get(finding.aspect, told)
    if finding.reopened:
        told = "opnieuw bekijken"
    if half_decided(session, finding):
        told = "gesprek nog niet af"
    level = LEVELS[finding.level].lower()
    mark = "⚠" if needs_work(session, finding) else "✓"
    return Option(f"melding:{finding.key}", named(finding), f"{level}, {told}", mark=mark)


def _later(steps: Sequence[Step]) -> list[Option]:
    waiting = [s for s in steps if s.visible and s.value is State.LATER]
    lines = [
        Option(f"vraag:{'.'.join(s.path)}", s.question.text, "later invullen", mark="○") for s in waiting
    ]
    return [Option("\x00later", "Nog op te zoeken", heading=True), *lines] if lines else []


def _ends(todo: int) -> list[Option]:
    ready = "Klaar voor nu: wat nog open staat, komt als CONCEPT op papier" if todo else "Klaar"
    return [
        Option("\x00slot", " ", heading=True),
        Option(OVERVIEW, "Alle antwoorden bekijken of wijzigen", letter="a"),
        Option(READY, ready, letter="k"),
    ]


def path_of(dotted: str) -> Path:
    section, _, name = dotted.partition(".")
    return section, name
