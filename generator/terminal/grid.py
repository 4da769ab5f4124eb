"""A matrix on one screen: ↑↓ goes to a row, ←→ or a letter chooses a column, Enter is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from generator.terminal import wrap
from generator.terminal.frame import ENTER, common_keys, dress, leave, run
from generator.terminal.picking import list_application
from generator.terminal.prompts import GridPrompt, Option, Reply
from generator.terminal.regions import Fragments, Frame, Habits, Lines
from generator.values import Record, State, Value


def ask(prompt: GridPrompt, habits: Habits) -> Reply:
    return run(application(prompt, habits), habits.interruption)


def application(prompt: GridPrompt, habits: Habits) -> "Application[Reply]":
    question, control = list_application(prompt.rows)
    control.pointed_at = prompt.pointer
    grid = _Grid(prompt, habits, control, dict(prompt.chosen))
    keys = [("↑↓", "rij"), ("←→", "keuze"), ("letter", "keuze, volgende rij"), ("Enter", "klaar")]
    frame = Frame(
        prompt.around,
        habits,
        control,
        body_rows=lambda _width: len(prompt.rows),
        current=grid.current,
        concept=lambda: control.pointed_at,
        keys=lambda: [*keys, *common_keys(prompt.around)],
        below=grid.legend,
    )
    grid.frame = frame
    control.text = grid.fragments
    return dress(question, frame, grid.bindings())


@dataclass
class _Grid:
    prompt: GridPrompt
    habits: Habits
    control: Any
    chosen: dict[str, str]
    frame: Frame | None = None

    @property
    def row(self) -> Option:
        at: int = self.control.pointed_at
        return self.prompt.rows[at]

    def current(self) -> Value | State | None:
        """The row that is pointed at, as the record it would be."""
        option = self.chosen.get(self.row.id)
        return Record(self.row.id, {"keuze": option}) if option else None

    # --- drawing --------------------------------------------------------------------------------------------------

    def fragments(self) -> Fragments:
        s = self.habits.symbols
        width = self.frame.width() if self.frame else 80
        room = max(12, width - 30)
        column = min(max((len(r.label) for r in self.prompt.rows), default=12) + 2, room)
        drawn: Fragments = []
        for i, row in enumerate(self.prompt.rows):
            pointed = i == self.control.pointed_at
            chosen = next((c for c in self.prompt.columns if c.id == self.chosen.get(row.id)), None)
            drawn += [("", "\n")] if i else []
            drawn += [("[SetCursorPosition]", "")] if pointed else []
            drawn.append(("class:teken", f" {s.pointer} " if pointed else "   "))
            label = wrap.clipped(s.text(row.label), column - 2, s).ljust(column)
            drawn.append(("class:aangewezen" if pointed else "", label))
            shown = s.text(chosen.label) if chosen else s.more
            sign = f"{s.chosen} " if chosen else f"{s.open} "
            drawn.append(("class:knop" if pointed else "", wrap.clipped(sign + shown, width - column - 5, s)))
        return drawn

    def legend(self, width: int) -> Lines:
        """The columns with their letters, the chosen one of this row marked; then what the row means."""
        s = self.habits.symbols
        lines: Lines = [[("", "")]]
        at: Fragments = []
        used = 0
        for column in self.prompt.columns:
            mark = s.chosen if self.chosen.get(self.row.id) == column.id else s.unchosen
            part = f"  {mark} {column.letter}) {s.text(column.label)}"
            if used + len(part) > width - 2 and at:
                lines.append(at)
                at, used = [], 0
            at.append(("class:aangewezen" if mark == s.chosen else "class:begrepen", part))
            used += len(part)
        lines.append(at)
        if self.row.explanation:
            told = wrap.wrapped(s.text(self.row.explanation), width - 1, "  ")
            lines += [[("class:begrepen", line)] for line in told]
        return lines

    # --- keys -----------------------------------------------------------------------------------------------------

    def bindings(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add(Keys.Any)(lambda _event: None)
        for key, step in (("down", 1), ("up", -1), ("pagedown", 8), ("pageup", -8)):
            keys.add(key, eager=True)(self._go(step))
        keys.add("right", eager=True)(lambda _event: self._turn(1))
        keys.add("left", eager=True)(lambda _event: self._turn(-1))
        keys.add("delete", eager=True)(lambda _event: self._choose(None))
        for column in self.prompt.columns:
            keys.add(column.letter, eager=True)(self._by_letter(column))
        for enter in ENTER:
            keys.add(enter, eager=True)(self._enter)
        return keys

    def _go(self, step: int) -> Callable[[KeyPressEvent], None]:
        def going(_event: KeyPressEvent) -> None:
            last = len(self.prompt.rows) - 1
            at = self.control.pointed_at + step
            self.control.pointed_at = (
                0 if at > last and step == 1 else last if at < 0 and step == -1 else min(max(at, 0), last)
            )

        return going

    def _turn(self, step: int) -> None:
        ids = [c.id for c in self.prompt.columns]
        now = self.chosen.get(self.row.id)
        at = (ids.index(now) + step) % len(ids) if now in ids else (0 if step > 0 else len(ids) - 1)
        self._choose(ids[at])

    def _choose(self, option: str | None) -> None:
        if option is None:
            self.chosen.pop(self.row.id, None)
        else:
            self.chosen[self.row.id] = option
        if self.frame:
            self.frame.error = self.prompt.save(dict(self.chosen)) or ""

    def _by_letter(self, column: Option) -> Callable[[KeyPressEvent], None]:
        """Choose and go on, unless it is risky: then the warning is read first."""

        def chosen(_event: KeyPressEvent) -> None:
            self._choose(column.id)
            risky = self.frame is not None and self.frame.risk(self.current())
            if not risky and self.control.pointed_at < len(self.prompt.rows) - 1:
                self.control.pointed_at += 1

        return chosen

    def _enter(self, event: KeyPressEvent) -> None:
        missing = [i for i, r in enumerate(self.prompt.rows) if r.id not in self.chosen]
        if missing and self.frame:
            self.control.pointed_at = missing[0]
            count = "Eén rij heeft" if len(missing) == 1 else f"{len(missing)} rijen hebben"
            self.frame.error = f"{count} nog geen keuze. Kies met een letter of met de pijltjes."
            return
        leave(event.app, result=Reply(concept=dict(self.chosen)))
