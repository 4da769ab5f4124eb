"""What a house layer can replace, by name: whole files, and questions inside a section."""

import re
from collections.abc import Mapping

from generator.frozen import dataclass
from generator.library import Library, Section
from generator.loading.decode_clauses import clause_id
from generator.loading.layout import KINDS, arranged
from generator.loading.problems import Problems
from generator.loading.sources import FENCE, stem

VERSION = re.compile(r'^versie:\s*"?(\d+)', re.MULTILINE)
DASH = re.compile(r"\s*- ")
QUESTION = "vraag"


@dataclass(frozen=True, slots=True)
class Unit:
    """``path`` is that of the file in its library; ``line`` is where a question starts."""

    kind: str
    id: str
    version: int
    path: str
    line: int = 1

    @property
    def name(self) -> str:
        """With its kind, so that it means one unit only."""
        return f"{self.kind}:{self.id}"

    @property
    def is_question(self) -> bool:
        return self.kind == QUESTION


def units_of(texts: Mapping[str, str], library: Library) -> tuple[Unit, ...]:
    """The units of one library or layer, in the order of their files."""
    layout = arranged(texts, Problems())
    files = [
        Unit(kind, clause_id(p) if kind == "clausule" else stem(p), _version(texts[p]), p)
        for name, kind in KINDS.items()
        for p in getattr(layout, name)
    ]
    return (*files, *_questions(library, texts))


def _questions(library: Library, texts: Mapping[str, str]) -> list[Unit]:
    sections: tuple[Section, ...] = (*library.sections.values(), library.decision)
    return [
        Unit(QUESTION, f"{s.id}.{q.id}", q.version, q.position.path, q.position.line)
        for s in sections
        for q in s.questions
        if q.position.path in texts
    ]


def _version(text: str) -> int:
    found = VERSION.search(text)
    return int(found[1]) if found else 1


def matching(units: tuple[Unit, ...], written: str) -> tuple[Unit, ...]:
    """The units that this name may mean: ``backup/herstel``, ``risico:geen-backup``, ``backup.bronnen``."""
    return tuple(u for u in units if written in {u.id, u.name})


def text_of(unit: Unit, texts: Mapping[str, str]) -> str:
    """The file, or the lines of the question."""
    text = texts[unit.path]
    return _question_lines(text.split("\n"), unit.line - 1) if unit.is_question else text


def _question_lines(lines: list[str], at: int) -> str:
    """From its dash to the next line that does not stand further in."""
    first = at
    while not DASH.match(lines[first]):
        first -= 1
    indent = len(lines[first]) - len(lines[first].lstrip())
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > indent):
        last += 1
    return "\n".join(line[indent:] for line in lines[first:last]).rstrip() + "\n"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def replacing(unit: Unit, text: str) -> str:
    """The text of a unit, as a house layer has it: with what it replaces."""
    line = f"vervangt: {unit.id}@{unit.version}"
    lines = text.split("\n")
    if unit.is_question:
        return _replacing_question(line, lines)
    at = 1 if lines[0].rstrip() == FENCE else _after_first_key(lines)
    return "\n".join([*lines[:at], line, *lines[at:]])


def _after_first_key(lines: list[str]) -> int:
    return next((n for n, text in enumerate(lines, 1) if text and not text.startswith("#")), 0)


def _replacing_question(line: str, lines: list[str]) -> str:
    first = lines[0]
    if first.lstrip().startswith("- {"):
        return "\n".join([first.replace("- {", f"- {{{line}, ", 1), *lines[1:]])
    return "\n".join([first, f"  {line}", *lines[1:]])
