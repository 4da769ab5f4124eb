"""Driving prompts and whole programs, and seeing what a person would see (pyte reads the terminal codes)."""

import io
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pyte
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from generator.terminal.frame import leave
from generator.terminal.prompts import Reply
from generator.terminal.regions import Habits
from generator.terminal.signals import Interruption
from generator.terminal.symbols import UTF8, Symbols

KEYS = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1b\d|\x1bO.|.|\n", re.DOTALL)
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
F1, F2, F3, F4, F6, F7 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[17~", "\x1b[18~"
F8, F9 = "\x1b[19~", "\x1b[20~"
BACK = "\x1b[Z"
HERE = Path(__file__).parent


class Paper(io.StringIO):
    """A terminal's output that can be read back."""

    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise io.UnsupportedOperation


def habits(symbols: Symbols = UTF8) -> Habits:
    return Habits(symbols, Interruption(), escape_wait=0.05)


def shown(codes: str, columns: int, rows: int) -> str:
    screen = pyte.Screen(columns, rows)
    pyte.Stream(screen).feed(codes)
    return "\n".join(line.rstrip() for line in screen.display)


def play(make: Callable[[], Any], keys: str, columns: int = 100, rows: int = 32) -> tuple[Reply, list[str]]:
    """The reply to one prompt, and the screen after every key."""
    waiting = KEYS.findall(keys)
    paper, seen = Paper(), []
    with (
        create_pipe_input() as typed,
        create_app_session(
            input=typed,
            output=Vt100_Output(
                paper, lambda: Size(rows=rows, columns=columns), term="xterm", enable_cpr=False
            ),
        ),
    ):
        app = make()

        def after(_app: object) -> None:
            if app.is_done:
                return
            seen.append(shown(paper.getvalue(), columns, rows))
            if waiting:
                typed.send_text(waiting.pop(0))
            elif app.loop is not None:
                app.loop.call_later(2, give_up)

        def give_up() -> None:
            leave(app, exception=AssertionError(f"still asking after the last key:\n{seen[-1]}"))

        app.after_render += after
        return app.run(), seen


@contextmanager
def typing(keys: str) -> Iterator[None]:
    """Everything typed ahead, for a whole interview in this process."""
    output = Vt100_Output(Paper(), lambda: Size(rows=32, columns=100), term="xterm", enable_cpr=False)
    with create_pipe_input() as typed, create_app_session(input=typed, output=output):
        typed.send_text(keys)
        yield


class Terminal:
    """The real program in a real pseudo-terminal."""

    def __init__(
        self, file: Path, *options: str, columns: int = 100, rows: int = 32, **environment: str
    ) -> None:
        self.screen = pyte.HistoryScreen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        source = str(HERE.parent.parent)
        self.child = pexpect.spawn(
            sys.executable,
            [str(HERE / "kept_session.py"), str(file), *options],
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "PYTHONPATH": source,
                "LC_ALL": "C.UTF-8",
                **environment,
            },
            dimensions=(rows, columns),
            encoding="utf-8",
        )

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, pattern: str, seconds: float = 15) -> str:
        """Wait until the screen shows it."""
        end = time.monotonic() + seconds
        while not re.search(pattern, self.text(), re.MULTILINE):
            if time.monotonic() > end:
                raise AssertionError(f"{pattern!r} is not on this screen:\n{self.text()}")
            self.pump()
        return self.text()

    def pump(self, wait: float = 0.1) -> None:
        try:
            self.stream.feed(self.child.read_nonblocking(65536, timeout=wait))
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            time.sleep(0.02)

    def type(self, *keys: str) -> None:
        for key in keys:
            self.child.send(key)

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def style(self, word: str) -> Any:
        """How the first letter of this word looks."""
        for y, line in enumerate(self.screen.display):
            if word in line:
                return self.screen.buffer[y][line.index(word)]
        raise AssertionError(f"{word!r} is not on this screen:\n{self.text()}")

    def ended(self) -> int:
        """The exit status, as a shell would give it."""
        for _ in range(100):
            if not self.child.isalive():
                break
            self.pump()
        self.child.close()
        status = self.child.exitstatus
        return 128 + (self.child.signalstatus or 0) if status is None else status
