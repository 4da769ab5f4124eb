"""The desk that the flows work at: session, screen, half-typed text, and the message for the next prompt."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from generator.diagnostics import OutputError
from generator.expressions.ast import Path
from generator.library import Question
from generator.terminal.place import Place
from generator.terminal.prompts import Around, Front, Nav, Says, silent
from generator.terminal.session import Session
from generator.terminal.signals import Interruption
from generator.values import State, Value


class Asks(Protocol):
    """Asks any kind of question. None: answered and saved."""

    def __call__(self, desk: "Desk", place: Place, *, same: bool = False) -> Nav | None: ...


@dataclass
class Desk:
    """``concepts`` keeps what was half-typed or pointed at, per place."""

    session: Session
    front: Front
    interruption: Interruption
    ask: "Asks"
    concepts: dict[Path, object] = field(default_factory=dict)
    notice: str = ""

    def kept(self, saving: Callable[[], None]) -> bool:
        """Save; when that fails the user hears why at the next prompt, and his answer is asked again."""
        try:
            with self.interruption.saving():
                saving()
        except OutputError as problem:
            self.notice = f"Nog niet opgeslagen. {problem} {problem.remedy}"
            return False
        return True

    def place(self, path: Path, question: Question, around: Around) -> Place:
        """The place of a question on top."""
        session = self.session

        def save(value: Value | State, ready: bool) -> bool:
            return self.kept(lambda: session.answer(path, value, ready=ready))

        return Place(
            question,
            path,
            value=lambda: session.case.answers.get(path, State.OPEN),
            save=save,
            whole=lambda value: value,
            around=around,
        )

    def around(self, place: Place, *, same: bool = False) -> Around:
        """What stands around the prompt of this place: its words, its help, its risk and its clause."""
        question, notice = place.question, self.notice
        self.notice = ""
        return replace(
            place.around,
            question=question.text,
            help=self._help(question),
            notice=notice or place.around.notice,
            risk=self._risk(place),
            clause=self._clause(place),
            later=question.may_be_later,
            unknown=question.may_be_unknown,
            same=same,
        )

    def _risk(self, place: Place) -> Says:
        def said(value: Value | State | None) -> str | None:
            if value is None or isinstance(value, State):
                return None
            return self.session.risk_text(place.path[:2], place.whole(value), place.whole(State.OPEN))

        return said if place.in_papers else silent

    def _clause(self, place: Place) -> Says:
        def said(value: Value | State | None) -> str | None:
            return None if value is None else self.session.clause_beside(place.path[:2], place.whole(value))

        return said if place.in_papers else silent

    def _help(self, question: Question) -> str:
        sources = self.session.library.sources
        grounds = [sources[b].title if b in sources else b for b in question.basis]
        parts = [
            question.why or "",
            f"Voorbeeld: {question.example}" if question.example else "",
            f"Grond: {'; '.join(grounds)}" if grounds else "",
        ]
        return "\n".join(p for p in parts if p)

    def read(self, around: Around) -> None:
        """What stands above the question in full, or else the contract so far."""
        if around.panel:
            self.front.read(around.title, around.reading or around.panel)
        else:
            self.front.read("Het contract tot nu toe", self.session.preview())

    def remember(self, place: Place, nav: Nav | None, concept: object) -> None:
        if nav is None:
            self.concepts.pop(place.path, None)
        elif concept is not None:
            self.concepts[place.path] = concept
