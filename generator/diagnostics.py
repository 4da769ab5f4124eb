"""Problems found in content or answers: where, what, and how to mend it; worded in Dutch, rendered in one place."""

from collections.abc import Iterable
from enum import StrEnum

from generator.frozen import dataclass

LONGEST_SHOWN = 400
"""Characters of a line of source: content has long paragraphs, a broken file may have one line of a megabyte."""


class Severity(StrEnum):
    ERROR = "fout"
    WARNING = "waarschuwing"
    HINT = "tip"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a content file: path relative to the library's root, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem.

    ``slug`` is stable and Dutch; ``remedy`` is what to do, in the imperative; ``question`` is the question id
    for problems in answers; ``source_line`` and ``width`` draw the caret. ``example``: the answers file that shows it,
    or that none was found.
    """

    slug: str
    message: str
    remedy: str
    position: Position | None = None
    severity: Severity = Severity.ERROR
    question: str | None = None
    source_line: str | None = None
    width: int = 1
    example: str | None = None


class GeneratorError(Exception):
    """Base of what a user can mend; the command line prints it and exits with ``code``."""

    code = 1


class LibraryError(GeneratorError):
    """The library has errors; holds all of them, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = in_order(diagnostics)
        super().__init__(f"{len(self.diagnostics)} problemen in de bibliotheek")


class AnswersError(GeneratorError):
    """The answers have errors; holds all of them."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = in_order(diagnostics)
        super().__init__(f"{len(self.diagnostics)} problemen in de antwoorden")


class MisuseError(GeneratorError):
    """What was typed on the command line cannot be; ``remedy`` says what can."""

    code = 2

    def __init__(self, message: str, remedy: str) -> None:
        self.remedy = remedy
        super().__init__(message)


class OutputError(GeneratorError):
    """Something could not be written; ``remedy`` says what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        self.remedy = remedy
        super().__init__(message)


class OfficeError(GeneratorError):
    """An outside program is missing or failed."""

    code = 4

    def __init__(self, message: str, remedy: str) -> None:
        self.remedy = remedy
        super().__init__(message)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    def key(d: Diagnostic) -> tuple[str, int, int, str, str]:
        p = d.position
        return (p.path, p.line, p.column, d.slug, d.message) if p else ("", 0, 0, d.question or "", d.message)

    return tuple(sorted(set(diagnostics), key=key))


def render(diagnostic: Diagnostic) -> str:
    """The form of design 5: place, severity, message, [slug]; the line with a caret; ``doe:``."""
    d = diagnostic
    place = f"{d.position}: " if d.position else (f"{d.question}: " if d.question else "")
    lines = [f"{place}{d.severity.value}: {d.message} [{d.slug}]"]
    if d.source_line is not None and d.position is not None:
        number = str(d.position.line)
        shown, column = _window(d.source_line, d.position.column)
        lines.append(f"  {number} | {shown}")
        width = max(1, min(d.width, len(shown) + 1 - column))
        lines.append("  " + " " * len(number) + " | " + " " * (column - 1) + "^" * width)
    lines.append(f"  doe: {d.remedy}")
    if d.example is not None:
        lines.append(f"  voorbeeld: {d.example}")
    return "\n".join(lines)


def _window(line: str, column: int) -> tuple[str, int]:
    """As much of a line as fits a few rows of screen, and where the caret then stands."""
    if len(line) <= LONGEST_SHOWN:
        return line, column
    start = max(0, min(column - 1 - LONGEST_SHOWN // 2, len(line) - LONGEST_SHOWN))
    end = start + LONGEST_SHOWN
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    return f"{head}{line[start:end]}{tail}", column - start + len(head)


def as_json(diagnostic: Diagnostic) -> dict[str, object]:
    """The keys of ``controleer --json``, in Dutch."""
    d = diagnostic
    return {
        "slug": d.slug,
        "ernst": d.severity.value,
        "bestand": d.position.path if d.position else None,
        "regel": d.position.line if d.position else None,
        "kolom": d.position.column if d.position else None,
        "vraag": d.question,
        "melding": d.message,
        "doe": d.remedy,
        "voorbeeld": d.example,
    }
