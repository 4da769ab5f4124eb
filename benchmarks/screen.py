"""A program in a pseudo-terminal, and the moment at which a text stood on its screen."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import perf_counter

import pyte

ROWS, COLUMNS = 32, 100
PATIENCE = 60


class Screen:
    """``began`` is the moment just before the program was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: str) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.began = perf_counter()
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(folder)
            os.execve(command[0], list(command), dict(environment))  # noqa: S606 - measured without a shell
        self._screen.write_process_input = self.type  # type: ignore[method-assign]

    def type(self, data: str) -> None:
        os.write(self._handle, data.encode())

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def until(self, wanted: str) -> float:
        """The moment at which the bytes came in that put this text on the screen."""
        came = perf_counter()
        end = came + PATIENCE
        while wanted not in self.text():
            if not select.select([self._handle], [], [], end - perf_counter())[0]:
                raise TimeoutError(f"{wanted!r} never came on this screen:\n{self.text()}")
            data = self._read()
            came = perf_counter()
            self._stream.feed(data)
        return came

    def _read(self) -> bytes:
        try:
            return os.read(self._handle, 65536)
        except OSError as ended:
            raise RuntimeError(f"the program ended:\n{self.text()}") from ended

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._handle)


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str], folder: str) -> Iterator[Screen]:
    screen = Screen(command, environment, folder)
    try:
        yield screen
    finally:
        screen.close()


def first_seen(command: Sequence[str], environment: Mapping[str, str], folder: str, wanted: str) -> float:
    """Seconds from start until this text is on the screen."""
    with running(command, environment, folder) as screen:
        return screen.until(wanted) - screen.began
