"""Lists to choose one line from. Nothing is chosen beforehand, and a risky line asks for Enter."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from generator.terminal import wrap
from generator.terminal.frame import ENTER, common_keys, dress, leave, run
from generator.terminal.prompts import Action, Around, Option, PickPrompt, Reply
from generator.terminal.regions import Fragments, Frame, Habits, Lines
from generator.values import State, Value


def pick(prompt: PickPrompt, habits: Habits) -> Reply:
    return run(pick_application(prompt, habits), habits.interruption)


def list_application(options: tuple[Option, ...]) -> tuple[Any, Any]:
    """A question around questionary's list control; not its ``select``, which makes two applications more to throw away."""
    lines = [
        questionary.Separator(o.label or " ") if o.heading else questionary.Choice(o.label or " ", value=o.id)
        for o in options
    ]
    if all(o.heading for o in options):
        lines.append(questionary.Choice(" ", value=" "))
    return questionary.Question(Application()), InquirerControl(lines)


@dataclass
class Pointing:
    """A list with a pointer that may point at nothing (-1)."""

    options: tuple[Option, ...]
    control: Any
    habits: Habits
    around: Around

    def point(self, option: str | None) -> None:
        self.control.pointed_at = next(
            (i for i, o in enumerate(self.options) if o.id == option and not o.heading), -1
        )

    @property
    def pointed(self) -> Option | None:
        at = self.control.pointed_at
        return self.options[at] if 0 <= at < len(self.options) else None

    def move(self, step: int) -> None:
        choosable = [i for i, o in enumerate(self.options) if not o.heading]
        if not choosable:
            return
        at = self.control.pointed_at
        if at in choosable:
            self.control.pointed_at = choosable[(choosable.index(at) + step) % len(choosable)]
        else:
            self.control.pointed_at = choosable[0] if step > 0 else choosable[-1]

    def move_far(self, step: int) -> None:
        for _line in range(8):
            self.move(step)

    def jump(self, to_end: bool) -> None:
        self.control.pointed_at = -1
        self.move(-1 if to_end else 1)

    def current(self) -> Value | State | None:
        pointed = self.pointed
        return None if pointed is None else pointed.value

    # --- drawing --------------------------------------------------------------------------------------------------

    def rows(self, width: int) -> int:
        return sum(len(self._lines(o, width)) for o in self.options)

    def _lines(self, option: Option, width: int, prefix: str = "") -> list[str]:
        s = self.habits.symbols
        if option.heading:
            return [s.text(option.label)]
        letter = f"{option.letter}) " if option.letter else ""
        mark = f"{option.mark} " if option.mark else ""
        start = f"{prefix}{letter}{mark}"
        label = s.text(option.label)
        if option.detail:
            column = self._column(width)
            label = wrap.clipped(label, column - 2 - len(start), s).ljust(column - len(start))
            return [
                start + wrap.clipped(f"{label}{s.text(option.detail)}", max(10, width - len(start) - 5), s)
                if len(label) > column
                else start
                + label
                + wrap.clipped(s.text(option.detail), max(6, width - len(start) - column - 5), s)
            ]
        return wrap.wrapped(label, width - 5, start, " " * len(start))

    def _column(self, width: int) -> int:
        """Where the details begin: as far to the right as the longest of them allows, within reason."""
        listed = [o for o in self.options if o.detail and not o.heading]
        room = width - 8
        details = min(max(len(o.detail) for o in listed), room * 4 // 9)
        labels = max(len(o.label) for o in listed) + 7
        return max(24, min(room - details, labels))

    def fragments(self, width: Callable[[], int], prefix: Callable[[Option], str]) -> Fragments:
        drawn: Fragments = []
        for i, option in enumerate(self.options):
            pointed = i == self.control.pointed_at
            if i:
                drawn.append(("", "\n"))
            if pointed:
                drawn.append(("[SetCursorPosition]", ""))
            for n, line in enumerate(self._lines(option, width(), "" if option.heading else prefix(option))):
                drawn.append(("", "\n" if n else ""))
                sign = f" {self.habits.symbols.pointer} " if pointed and not n else "   "
                style = "class:aangewezen" if pointed else "class:kop" if option.heading else ""
                drawn += [("class:teken", sign), (style, line)]
        return drawn

    def explanation(self, width: int) -> Lines:
        pointed = self.pointed
        text = pointed.explanation if pointed else ""
        lines = wrap.wrapped(self.habits.symbols.text(text), width - 1, "   ") if text else []
        told: Lines = [[("", "")]] if lines else []
        for line in lines:
            told.append([("class:begrepen", line)])
        return told

    def moves(self, keys: KeyBindings) -> None:
        keys.add("down", eager=True)(lambda _event: self.move(1))
        keys.add("up", eager=True)(lambda _event: self.move(-1))
        keys.add("home", eager=True)(lambda _event: self.jump(to_end=False))
        keys.add("end", eager=True)(lambda _event: self.jump(to_end=True))
        keys.add("pagedown", eager=True)(lambda _event: self.move_far(1))
        keys.add("pageup", eager=True)(lambda _event: self.move_far(-1))


def framed(
    pointing: Pointing,
    prefix: Callable[[Option], str],
    keys: Callable[[], list[tuple[str, str]]],
    current: Callable[[], Value | State | None],
    concept: Callable[[], object],
) -> Frame:
    """A frame around a list; draws the list through its control."""
    frame = Frame(
        pointing.around,
        pointing.habits,
        pointing.control,
        body_rows=pointing.rows,
        current=current,
        concept=concept,
        keys=keys,
        below=pointing.explanation,
    )
    pointing.control.text = lambda: pointing.fragments(frame.width, prefix)
    return frame


# --- one line -----------------------------------------------------------------------------------------------------


def pick_application(prompt: PickPrompt, habits: Habits) -> "Application[Reply]":
    question, control = list_application(prompt.options)
    pointing = Pointing(prompt.options, control, habits, prompt.around)
    pointing.point(prompt.pointer)

    def concept() -> object:
        return pointing.pointed.id if pointing.pointed else None

    frame = framed(pointing, lambda _o: "", lambda: _pick_keys(prompt), pointing.current, concept)
    picking = _Picking(prompt, pointing, frame)
    return dress(question, frame, picking.bindings())


def _pick_keys(prompt: PickPrompt) -> list[tuple[str, str]]:
    actions = [(a.shown, a.meaning) for a in prompt.actions if a.shown]
    return [("Enter", prompt.enter), *prompt.hints, *actions, *common_keys(prompt.around)]


@dataclass
class _Picking:
    prompt: PickPrompt
    pointing: Pointing
    frame: Frame

    def bindings(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add(Keys.Any)(lambda _event: None)
        self.pointing.moves(keys)
        for enter in ENTER:
            keys.add(enter, eager=True)(self._enter)
        for option in self.prompt.options:
            if option.letter:
                keys.add(option.letter, eager=True)(self._by_letter(option))
        for action in self.prompt.actions:
            keys.add(action.key, eager=True)(self._by_action(action))
        return keys

    def _enter(self, event: KeyPressEvent) -> None:
        pointed = self.pointing.pointed
        if pointed is None:
            self.frame.error = self.prompt.must_point
            return
        leave(event.app, result=Reply(pointed.id, concept=pointed.id))

    def _by_letter(self, option: Option) -> Callable[[KeyPressEvent], None]:
        def chosen(event: KeyPressEvent) -> None:
            self.frame.error = ""
            risky = bool(self.frame.risk(option.value))
            self.pointing.point(option.id)
            if not risky:
                leave(event.app, result=Reply(option.id, concept=option.id))

        return chosen

    def _by_action(self, action: Action) -> Callable[[KeyPressEvent], None]:
        def act(event: KeyPressEvent) -> None:
            pointed = self.pointing.pointed
            if action.needs_row and pointed is None:
                self.frame.error = "Wijs eerst een regel aan met de pijltjes."
                return
            leave(event.app, result=Reply(pointed.id if pointed else None, action=action.id))

        return act
