"""The interview: ask the first open question until none is left, then review; stop at any moment with all saved."""

from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.expressions.ast import Path
from generator.interview import (
    Progress,
    Step,
    next_step,
    overview,
    previous_step,
    progress,
    referable,
    shown_answer,
    step_at,
    steps,
)
from generator.library import Kind
from generator.terminal.asking import ask_simple
from generator.terminal.desk import Desk
from generator.terminal.front import front_for
from generator.terminal.place import Place
from generator.terminal.prompts import Around, Nav
from generator.terminal.session import Outcome, Session
from generator.terminal.signals import Interruption
from generator.values import State

if TYPE_CHECKING:
    from generator.findings import Finding


def run(session: Session, *, plain: bool = False, start_at: Path | None = None) -> Outcome:
    """Ask, review, and say how it ended. Whatever happens, every answer given has been saved."""
    with Interruption().watched() as interruption:
        desk = Desk(session, front_for(interruption, plain=plain), interruption, ask_any)
        sitting = Sitting(desk, jump=start_at)
        with nullcontext() if plain else interruption.hushed():
            try:
                return sitting.go()
            except (KeyboardInterrupt, EOFError):
                return Outcome.STOPPED


def ask_any(desk: Desk, place: Place, *, same: bool = False) -> Nav | None:
    """Ask any kind of question. None: answered and saved."""
    match place.question.kind:
        case Kind.GROUP:
            from generator.terminal.records import ask_record

            return ask_record(desk, place)
        case Kind.LIST:
            from generator.terminal.lists import ask_list

            return ask_list(desk, place)
        case Kind.MATRIX:
            from generator.terminal.matrix import ask_matrix

            return ask_matrix(desk, place)
        case _:
            return ask_simple(desk, place, same=same)


@dataclass
class Sitting:
    """Where we are: ``jump`` is a question to go to instead of the first open one; ``chosen`` when it was picked from
    the review or the overview, so that Esc leads back there. ``fresh``: nothing was asked yet.
    """

    desk: Desk
    jump: Path | None = None
    chosen: Path | None = None
    fresh: bool = True
    pointer: str | None = None
    known: frozenset[str] | None = None
    closed: set[str] = field(default_factory=set)

    def go(self) -> Outcome:
        while True:
            if self.desk.interruption.asked:
                raise KeyboardInterrupt
            step = self._next()
            fresh, self.fresh = self.fresh, False
            if step is not None:
                self._ask(step)
            elif fresh and (unfinished := self._unfinished()) is not None:
                self._talk(unfinished.key, go_on=True)
            elif self._review():
                return Outcome.READY

    def _unfinished(self) -> "Finding | None":
        """The conversation that was broken off: the program goes on there."""
        from generator.terminal.deciding import half_decided
        from generator.terminal.visible import visible_findings

        session = self.desk.session
        return next((f for f in visible_findings(session) if half_decided(session, f)), None)

    def steps(self) -> tuple[Step, ...]:
        session = self.desk.session
        return steps(session.library, session.case, session.facts(), session.sitting)

    def _next(self) -> Step | None:
        every = self.steps()
        wanted = step_at(every, self.jump) if self.jump else None
        self.jump = None
        return wanted or next_step(every)

    # --- a question -----------------------------------------------------------------------------------------------

    def _ask(self, step: Step) -> None:
        self._note_findings()
        place = self.desk.place(step.path, step.question, self._around(step))
        if step.question.kind is Kind.REFERENCE and not self._can_refer(step):
            return
        nav = ask_any(self.desk, place)
        if nav is Nav.BACK:
            self._back(step)
        elif nav is Nav.OVERVIEW:
            self._to(self._overview(step.path) or step.path)
        elif nav is Nav.READ:
            self.desk.read(place.around)
            self.jump = step.path
        elif nav is not None:
            self.jump = step.path
        else:
            self._close_section(step)

    def _to(self, path: Path | None) -> None:
        self.jump = self.chosen = path

    def _back(self, step: Step) -> None:
        """To the question before; from one that was picked, to where it was picked: the review or the first open question."""
        picked, self.chosen = self.chosen == step.path, None
        every = self.steps()
        first_open = next_step(every)
        if picked and (first_open is None or first_open.path != step.path):
            return
        before = previous_step(every, step.path)
        self.jump = before.path if before else step.path
        if before is None:
            self.desk.notice = "Dit is de eerste vraag. Met Ctrl-C stopt u; alles is bewaard."

    def _can_refer(self, step: Step) -> bool:
        """A reference needs rows to refer to; without them the list comes first."""
        target = step.question.target
        if target is None or referable(step.question, self.desk.session.facts()):
            return True
        self.desk.notice = "Vul eerst deze lijst in; daarna kunt u eruit kiezen."
        self.jump = target
        return False

    def _around(self, step: Step) -> Around:
        every = self.steps()
        session = self.desk.session
        section = session.library.sections[step.path[0]]
        at = progress(every, step.path)
        before = []
        for other in every:
            if other.path == step.path:
                break
            if other.path[0] == step.path[0] and other.visible and other.value is not State.OPEN:
                before.append(other)
        worried = self._worried()
        return Around(
            section.title,
            step.question.text,
            progress=f"{at.number} van {at.of} · totaal {at.percent}%",
            earlier=tuple(
                (
                    s.complete and s.path not in worried,
                    s.question.text,
                    shown_answer(s.question, s.value, session.facts()),
                )
                for s in before
            ),
            explanation=(section.explanation or "") if self._explains(at, before) else "",
        )

    def _explains(self, at: Progress, before: list[Step]) -> bool:
        """At the first question of a section; beside the customer what is meant for the supplier stays away."""
        return not before and at.number == 1 and not self.desk.session.sitting.customer

    def _worried(self) -> frozenset[Path]:
        """The question that each finding is first of all about."""
        return frozenset(f.asks[0] for f in self._findings() if f.asks)

    def _findings(self) -> "tuple[Finding, ...]":
        """The findings that ask for work, and that this sitting may see; none before the first answer."""
        if not self.desk.session.case.answers:
            return ()
        from generator.terminal.visible import findings_to_do

        return findings_to_do(self.desk.session)

    def _note_findings(self) -> None:
        """One line about what the last answer raised."""
        now = {f.key: f for f in self._findings()}
        if self.known is not None and not self.desk.notice:
            new = [f.title for key, f in now.items() if key not in self.known]
            if new:
                more = f" en nog {len(new) - 1}" if len(new) > 1 else ""
                self.desk.notice = f"Dit geeft een melding: {new[0]}{more}. Die ziet u aan het eind terug."
        self.known = frozenset(now)

    def _close_section(self, step: Step) -> None:
        """When the last question of a section is answered, one line stays behind as a record."""
        inside = [s for s in self.steps() if s.path[0] == step.path[0]]
        section = self.desk.session.library.sections[step.path[0]]
        if section.id in self.closed or any(s.visible is None or s.open for s in inside):
            return
        self.closed.add(section.id)
        count = sum(1 for s in inside if s.visible)
        self.desk.front.say(f"✓ {section.title}: {count} {'antwoord' if count == 1 else 'antwoorden'}")

    # --- overview and review --------------------------------------------------------------------------------------

    def _overview(self, here: Path | None) -> Path | None:
        from generator.terminal.overview import choose_question

        rows = overview(self.steps(), self.desk.session.facts())
        return choose_question(self.desk.front, rows, here, self._worried())

    def _review(self) -> bool:
        """One choice of the review; True when the user calls it ready."""
        from generator.terminal.review import path_of, review

        kind, name = review(self.desk, self.steps(), self.pointer)
        if kind == "klaar":
            return True
        if kind == "lezen":
            self.desk.read(Around("Nalopen", ""))
        elif kind == "terug":
            before = previous_step(self.steps(), None)
            self.jump = before.path if before else None
        elif kind == "overzicht":
            self._to(self._overview(None))
        elif kind == "vraag" and name:
            self._to(path_of(name))
        elif kind == "melding" and name:
            self.pointer = f"melding:{name}"
            self._talk(name)
        return False

    def _talk(self, key: str, *, go_on: bool = False) -> None:
        from generator.terminal.conversation import talk_about
        from generator.terminal.visible import visible_findings

        finding = next((f for f in visible_findings(self.desk.session) if f.key == key), None)
        if finding is None:
            return
        went = talk_about(self.desk, finding, go_on=go_on)
        if isinstance(went, tuple):
            self._to(went)
        elif went is Nav.OVERVIEW:
            self._to(self._overview(None))
        elif went is None:
            left = [f.key for f in self._findings()]
            self.pointer = f"melding:{left[0]}" if left else None
