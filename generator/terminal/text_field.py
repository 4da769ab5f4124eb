"""A line or some lines of text, with the echo of what was understood and, for a catalogue, what matches."""

import os
import shutil
import sys
from dataclasses import dataclass

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout.controls import BufferControl

from generator.terminal import wrap
from generator.terminal.frame import ENTER, common_keys, dress, leave, run
from generator.terminal.prompts import Rejected, Reply, TextPrompt
from generator.terminal.regions import Fragments, Frame, Habits, Lines
from generator.values import State, Value

MATCHES_SHOWN = 8
HIGHEST = 8
LEAVE_EMPTY = "Niets in te vullen? Druk dan op Enter."


def ask(prompt: TextPrompt, habits: Habits) -> Reply:
    return run(application(prompt, habits), habits.interruption)


def application(prompt: TextPrompt, habits: Habits) -> "Application[Reply]":
    question = questionary.text("", qmark="", instruction="", multiline=prompt.multiline)
    control = next(
        c
        for c in question.application.layout.find_all_controls()
        if isinstance(c, BufferControl) and c.buffer.name == "DEFAULT_BUFFER"
    )
    control.buffer.reset(Document(prompt.text))
    field = _Field(prompt, habits, control.buffer)
    frame = Frame(
        prompt.around,
        habits,
        control,
        body_rows=field.rows,
        current=field.current,
        concept=lambda: field.buffer.text,
        keys=field.keys,
        echo=field.echo,
        below=field.below,
        line_prefix=field.prefix,
        question_mark_is_text=lambda: bool(field.buffer.text),
    )
    field.frame = frame
    return dress(question, frame, field.bindings())


@dataclass
class _Field:
    prompt: TextPrompt
    habits: Habits
    buffer: Buffer
    frame: Frame | None = None
    pointed: int = -1

    def __post_init__(self) -> None:
        self.buffer.on_text_changed += self._changed

    def _changed(self, _buffer: Buffer) -> None:
        self.pointed = -1
        if self.frame:
            self.frame.error = ""

    # --- what is shown --------------------------------------------------------------------------------------------

    def rows(self, width: int) -> int:
        lines = self.buffer.text.split("\n")
        needed = sum(1 + (len(line) + 5) // max(1, width) for line in lines[:HIGHEST])
        return max(3 if self.prompt.multiline else 1, min(needed, HIGHEST))

    def prefix(self, line: int, wrap_count: int) -> Fragments:
        first = line == 0 and wrap_count == 0
        return [("class:teken", f" {self.habits.symbols.pointer}  " if first else "    ")]

    def current(self) -> Value | State | None:
        read = self.prompt.read(self.buffer.text) if self.buffer.text.strip() else None
        return None if isinstance(read, Rejected) else read

    def echo(self) -> str | None:
        return self.prompt.echo(self.buffer.text) if self.buffer.text.strip() else None

    def below(self, width: int) -> Lines:
        lines: Lines = []
        if not self.buffer.text:
            for hint in self._hints():
                lines += [[("class:begrepen", line)] for line in wrap.wrapped(hint, width - 1, "    ")]
        shown = self._matches()[:MATCHES_SHOWN]
        for i, label in enumerate(shown):
            pointed = i == self.pointed
            sign = self.habits.symbols.pointer if pointed else " "
            style = "class:aangewezen" if pointed else "class:begrepen"
            lines.append([(style, f"  {sign} {self.habits.symbols.text(label)}"[:width])])
        hidden = len(self._matches()) - len(shown)
        return (
            [*lines, [("class:begrepen", f"    en nog {hidden}: typ een deel van de naam")]]
            if hidden > 0
            else lines
        )

    def _hints(self) -> list[str]:
        hints = [f"Bijvoorbeeld: {self.prompt.example}"] if self.prompt.example else []
        if self.prompt.suggestion:
            hints.append(f"Voorstel: {self.prompt.suggestion}  (Tab neemt dit over)")
        if self.prompt.optional:
            hints.append(LEAVE_EMPTY)
        return [self.habits.symbols.text(hint) for hint in hints]

    def _matches(self) -> tuple[str, ...]:
        return self.prompt.matches(self.buffer.text) if self.prompt.matches else ()

    def keys(self) -> list[tuple[str, str]]:
        around = self.prompt.around
        own = [("Enter Enter", "klaar")] if self.prompt.multiline else [("Enter", "verder")]
        if self.prompt.multiline and editor():
            own.append(("F5", "eigen tekstverwerker"))
        if self.prompt.matches:
            own.append(("↑↓", "kiezen"))
        rest = common_keys(around)
        wipe = [("Ctrl-U", "wist")] if self.prompt.prefilled and not self.prompt.multiline else []
        return [*own, *rest[:1], *wipe, *rest[1:]]

    # --- keys -----------------------------------------------------------------------------------------------------

    def bindings(self) -> KeyBindings:
        keys = KeyBindings()
        if self.prompt.multiline:
            for enter in ENTER:
                keys.add(enter, eager=True)(self._new_line)
            keys.add("f5", eager=True, filter=Condition(lambda: editor() is not None))(self._edit)
        else:
            for enter in ENTER:
                keys.add(enter, eager=True)(self._enter)
        keys.add("c-d", eager=True)(self._enter)
        if self.prompt.matches:
            keys.add("down", eager=True)(lambda _event: self._move(1))
            keys.add("up", eager=True)(lambda _event: self._move(-1))
        if self.prompt.matches or self.prompt.suggestion:
            keys.add("tab", eager=True)(self._take_over)
        return keys

    def _move(self, step: int) -> None:
        shown = len(self._matches()[:MATCHES_SHOWN])
        if shown:
            self.pointed = (
                (self.pointed + step) % shown if self.pointed >= 0 else (0 if step > 0 else shown - 1)
            )

    def _take_over(self, _event: KeyPressEvent) -> None:
        matches = self._matches()
        if matches and self.buffer.text:
            self.buffer.document = Document(matches[max(0, self.pointed)])
        elif self.prompt.suggestion and not self.buffer.text:
            self.buffer.document = Document(self.prompt.suggestion)

    def _new_line(self, event: KeyPressEvent) -> None:
        """A new line, or ready: on an empty line at the end there is nothing more to say."""
        buffer = event.current_buffer
        before = buffer.document.text_before_cursor
        at_end = not buffer.document.text_after_cursor.strip()
        if at_end and (not before.strip() or before.endswith("\n")):
            self._enter(event)
        else:
            buffer.insert_text("\n")

    def _enter(self, event: KeyPressEvent) -> None:
        text = self._matches()[self.pointed] if self.pointed >= 0 else self.buffer.text
        read = self.prompt.read(text)
        if not isinstance(read, Rejected):
            leave(event.app, result=Reply(read, concept=text))
        elif self.frame:
            self.frame.error = str(read)

    def _edit(self, event: KeyPressEvent) -> None:
        program = editor()
        if program:
            os.environ.setdefault("VISUAL", program)
            event.current_buffer.open_in_editor(validate_and_handle=False)


def editor() -> str | None:
    """The user's own editor, or nano; never vi, which traps who does not know it."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if named:
        return named
    return shutil.which("notepad" if sys.platform == "win32" else "nano")
