"""Ctrl-C, a closed window and a kill: nothing that was answered is lost, and a save is never cut in half."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

_HANG_UP = tuple(
    getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if getattr(signal, name, None) is not None
)


class Interruption:
    """Whether Ctrl-C was pressed between two questions, where no prompt can hear it.

    ``breaks_in``: it also ends the waiting for a line, as plain mode needs.
    """

    def __init__(self) -> None:
        self.asked = False
        self.breaks_in = False
        self._saving = False
        self._ending: int | None = None
        self._terminal: Any = None

    @contextmanager
    def watched(self) -> Iterator["Interruption"]:
        """Listen to signals; puts the old handlers back afterwards."""
        self._remember_terminal()
        before = {s: signal.getsignal(s) for s in (signal.SIGINT, *_HANG_UP)}
        signal.signal(signal.SIGINT, self._interrupted)
        for number in _HANG_UP:
            signal.signal(number, self._hung_up)
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def hushed(self) -> Iterator[None]:
        """Between two questions typed-ahead keys are not echoed, and Enter stays Enter; Ctrl-C is still heard."""
        if self._terminal is None:
            yield
            return
        import termios

        keyboard = sys.stdin.fileno()
        quiet = list(self._terminal)
        quiet[0] &= ~termios.ICRNL
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(keyboard, termios.TCSANOW, quiet)
        try:
            yield
        finally:
            with suppress(OSError, termios.error):
                termios.tcsetattr(keyboard, termios.TCSADRAIN, self._terminal)

    @contextmanager
    def saving(self) -> Iterator[None]:
        """An end that comes while saving waits until it is saved."""
        self._saving = True
        try:
            yield
        finally:
            self._saving = False
            if self.breaks_in and self.asked:
                raise KeyboardInterrupt
            if self._ending is not None:
                self._end(self._ending)

    def _interrupted(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        if self.breaks_in and not self._saving:
            raise KeyboardInterrupt

    def _hung_up(self, number: int, _frame: FrameType | None) -> None:
        if self._saving:
            self._ending = number
        else:
            self._end(number)

    def _remember_terminal(self) -> None:
        with suppress(ImportError, OSError, ValueError, AttributeError):
            import termios

            if sys.stdin.isatty():
                self._terminal = termios.tcgetattr(sys.stdin.fileno())

    def _end(self, number: int) -> None:
        with suppress(ImportError, OSError, ValueError):
            import termios

            if self._terminal is not None:
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._terminal)
                os.write(sys.stdout.fileno(), b"\x1b[?25h\x1b[0m\r\n")
        os._exit(128 + number)
