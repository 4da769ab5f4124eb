"""What commands print: any terminal can show it, and nothing in it can steer a terminal."""

import codecs
import json
import os
import re
import sys
from contextlib import suppress
from typing import TextIO

from generator.diagnostics import OutputError

SIMPLER = "eenvoudiger"
_PLAIN = {
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "–": "-",
    "—": "-",
    "…": "...",
    "═": "=",
    "€": "EUR",
    "•": "-",
    "·": ".",
    "→": "->",
    "☐": "[ ]",
}
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of reading."""


def prepare() -> None:
    """From here on a character that the terminal does not know is shown simpler, instead of stopping the program."""
    codecs.register_error(SIMPLER, _simpler)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=SIMPLER)


def _simpler(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_simple(c) for c in error.object[error.start : error.end]), error.end


def _simple(character: str) -> str:
    from unicodedata import normalize

    bare = normalize("NFKD", character).encode("ascii", "ignore").decode()
    return _PLAIN.get(character) or bare or "?"


def inert(text: str) -> str:
    """The text with a dot for everything that would steer a terminal; as long as it was, so that carets stay right."""
    return _STEERING.sub("·", text)


def say(*lines: str) -> None:
    if sys.stdout is not None:
        _print(sys.stdout, lines)


def say_json(value: object) -> None:
    """For other programs: every character as it is, escaped where the stream does not know it."""
    known = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    say(json.dumps(value, ensure_ascii=not known, indent=1))


def complain(*lines: str) -> None:
    if sys.stderr is not None:
        with suppress(OutputError):
            _print(sys.stderr, lines)


def fitted(text: str) -> tuple[str, ...]:
    """A sentence on lines that fit the terminal; whole on one line where nobody looks, so that it can be searched.

    A path or command is never broken.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return (text,)
    from shutil import get_terminal_size
    from textwrap import wrap

    lead = " " * (len(text) - len(text.lstrip()) + 2)
    width = get_terminal_size().columns - 1
    return tuple(wrap(text, width, subsequent_indent=lead, break_long_words=False, break_on_hyphens=False))


def _print(stream: TextIO, lines: tuple[str, ...]) -> None:
    try:
        stream.write(inert("\n".join(lines)) + "\n")
        stream.flush()
    except BrokenPipeError:  # who read along has seen enough (`| head`); the command itself goes on
        _silence(stream)
    except OSError as problem:
        _silence(stream)
        raise OutputError(
            "De uitvoer past niet op de plek waar u haar heen stuurt.",
            "Maak daar ruimte vrij, of stuur de uitvoer ergens anders heen.",
        ) from problem


def _silence(stream: TextIO) -> None:
    """What still waits in the stream goes nowhere, so that Python does not stumble over it at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
