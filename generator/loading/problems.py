"""Collects what is wrong with a library while it loads; lines for the caret come from the texts known here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from generator.diagnostics import Diagnostic, Position, Severity, in_order

OF_NAMES = frozenset(
    {
        "onbekende-variabele",
        "onbekende-vraag",
        "onbekende-rubriek",
        "onbekende-optie",
        "verwijzing-zonder-lijst",
    }
)


class Problems:
    """The list that every step of loading adds to; nothing stops at the first problem."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._lines: dict[str, list[str]] = {}
        self._unread: dict[str, list[Diagnostic]] = {}

    def know_text(self, path: str, text: str) -> None:
        self._lines[path] = text.split("\n")

    def add(
        self,
        slug: str,
        message: str,
        remedy: str,
        position: Position,
        *,
        width: int = 1,
        warning: bool = False,
    ) -> None:
        severity = Severity.WARNING if warning else Severity.ERROR
        self._found.append(Diagnostic(slug, message, remedy, position, severity, width=width))

    def place_of(self, pattern: re.Pattern[str], start: Position) -> Position:
        """Where this first stands in the block of text that begins here."""
        lines = self._lines.get(start.path, [])
        for number in range(start.line, len(lines) + 1):
            line = lines[number - 1]
            match = pattern.search(line, start.column - 1 if number == start.line else 0)
            if match:
                return Position(start.path, number, match.start() + 1)
            if not line.strip():
                break
        return start

    def leave_unread(self, name: str, causes: Sequence[Diagnostic] = ()) -> None:
        """Of a section or loop that could not be read, nobody who names what is in it is at fault.

        ``causes``: why it could not; these are told, also when they name it themselves.
        """
        self._unread.setdefault(name, []).extend(causes)
        self._found += causes

    def take(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._found.extend(diagnostics)

    def forget_since(self, count: int) -> None:
        """Drop what was found after this count: consequences of a cause that is already reported."""
        del self._found[count:]

    @property
    def count(self) -> int:
        return len(self._found)

    @property
    def broken(self) -> set[str]:
        """The files with an error, also where that is only an echo of another: what they hold cannot be judged."""
        return {d.position.path for d in self._found if d.position and d.severity is Severity.ERROR}

    def all(self) -> list[Diagnostic]:
        """In the order of place, each with its line of source."""
        return list(in_order(self._with_line(d) for d in self._found if not self._is_echo(d)))

    def _is_echo(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.slug in OF_NAMES and any(
            re.search(rf"['.]{re.escape(name)}['.]", diagnostic.message) and diagnostic not in causes
            for name, causes in self._unread.items()
        )

    def _with_line(self, diagnostic: Diagnostic) -> Diagnostic:
        position = diagnostic.position
        lines = self._lines.get(position.path, []) if position else []
        if diagnostic.source_line is not None or position is None or not 0 < position.line <= len(lines):
            return diagnostic
        line = lines[position.line - 1]
        width = max(1, min(diagnostic.width, len(line) - position.column + 1))
        return replace(diagnostic, source_line=line, width=width)


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    found = get_close_matches(name, list(candidates), n=1, cutoff=0.65)
    return found[0] if found else None


def write_instead(name: str, candidates: Sequence[str]) -> str:
    """The mend for a name that does not exist: the nearest one, else what there is to choose from."""
    near = nearest(name, candidates)
    if near is not None:
        return f"schrijf '{near}'"
    if 0 < len(candidates) <= 12:
        return f"kies uit: {', '.join(candidates)}"
    return "kies een naam die bestaat, of voeg hem toe"
