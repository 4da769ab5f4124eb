"""Finds the tags in clause text with Jinja's own lexer and puts one private-use character in the place of each."""

import re
from functools import cache
from typing import Any

from generator.diagnostics import Position
from generator.frozen import dataclass, field
from generator.loading.escapes import hidden, hidden_count
from generator.loading.problems import Problems

FIRST = 0xE000
LAST = 0xF8FF
TRIM = re.compile(r"\{[{%#][-+]|[-+][}%#]\}")
BLOCK = re.compile(r"(?P<word>[a-z]+)(?P<space>\s*)(?P<rest>.*)", re.DOTALL)
WITH_REST = frozenset({"if", "elif", "for"})
WITHOUT_REST = frozenset({"else", "endif", "endfor"})


@dataclass(frozen=True, slots=True)
class Tag:
    """``word`` is if, elif, else, endif, for, endfor, or ``""`` for a value; ``source`` what follows the word;
    ``alone`` when nothing else stands on its line.
    """

    word: str
    source: str
    position: Position
    start: Position
    width: int
    alone: bool = True


@dataclass(slots=True)
class Marked:
    """Clause text in which each tag is one character; ``tag_of`` gives the tag back."""

    text: str = ""
    tags: list[Tag] = field(default_factory=list)

    def tag_of(self, character: str) -> Tag | None:
        index = ord(character) - FIRST
        return self.tags[index] if 0 <= index < len(self.tags) else None

    def mark(self, tag: Tag) -> str:
        self.tags.append(tag)
        return chr(FIRST + len(self.tags) - 1)


def mark_tags(text: str, start: Position, problems: Problems) -> Marked:
    """The text with its tags marked; ``start`` is where the text begins in its file."""
    return _Marker(_without_trim(hidden(text), start, problems), start, problems).marked()


def place_of(text: str, offset: int, start: Position) -> Position:
    """Where this character of the text stands in the file."""
    line = text.count("\n", 0, offset)
    begin = text.rfind("\n", 0, offset) + 1
    column = offset - begin + hidden_count(text[begin:offset])
    return Position(start.path, start.line + line, column + (start.column if line == 0 else 1))


def _without_trim(text: str, start: Position, problems: Problems) -> str:
    def replaced(match: re.Match[str]) -> str:
        problems.add(
            "streepje-in-tag",
            f"'{match[0]}' knipt witruimte weg en wordt niet gebruikt",
            "haal het teken - of + uit de tag",
            place_of(text, match.start(), start),
            width=3,
        )
        return match[0].replace("-", " ").replace("+", " ")

    return TRIM.sub(replaced, text)


@cache
def _lexer() -> Any:
    from jinja2 import Environment

    return Environment(autoescape=True, keep_trailing_newline=True).lexer


class _Marker:
    def __init__(self, text: str, start: Position, problems: Problems) -> None:
        self.source = text
        self.start = start
        self.problems = problems
        self.found = Marked()
        self.pieces: list[str] = []

    def marked(self) -> Marked:
        tokens = self._tokens()
        index = 0
        while index < len(tokens):
            offset, kind, value = tokens[index]
            index += 1
            if kind == "data":
                self.pieces.append(value)
            elif kind in {"variable_begin", "block_begin"}:
                end = next(i for i in range(index, len(tokens)) if tokens[i][1].endswith("_end"))
                self._tag(offset, tokens[end][0], tokens[end][2], block=kind == "block_begin")
                index = end + 1
            elif kind in {"comment_begin", "raw_begin"}:
                end = next(i for i in range(index, len(tokens)) if tokens[i][1].endswith("_end"))
                self._refuse("deze tag wordt niet gebruikt", offset, len(value))
                index = end + 1
        self.found.text = "".join(self.pieces)
        return self.found

    def _tokens(self) -> list[tuple[int, str, str]]:
        """Jinja's tokens with their offset. A tag it cannot read is reported, blanked, and the text read again."""
        from jinja2 import TemplateSyntaxError

        lexer = _lexer()
        while True:
            tokens: list[tuple[int, str, str]] = []
            offset = 0
            try:
                for _line, kind, value in lexer.tokeniter(self.source, None):
                    tokens.append((offset, kind, value))
                    offset += len(value)
            except TemplateSyntaxError:
                self._blank_tag(tokens, offset)
            else:
                return self._closed(tokens)

    def _blank_tag(self, tokens: list[tuple[int, str, str]], offset: int) -> None:
        begin = max((o for o, kind, _ in tokens if kind.endswith("_begin")), default=offset)
        self._unreadable(offset if offset < len(self.source) else begin)
        closing = re.compile(r"[}%#]\}|\n|$").search(self.source, max(offset, begin + 2))
        end = closing.end() if closing and closing[0] != "\n" else (closing.start() if closing else offset)
        self.source = self.source[:begin] + "x" * (end - begin) + self.source[end:]

    def _closed(self, tokens: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
        """A tag that is open at the end of the text is no error to the lexer; to us it is."""
        begins = [t for t in tokens if t[1].endswith("_begin")]
        ends = sum(t[1].endswith("_end") for t in tokens)
        if len(begins) == ends:
            return tokens
        self._unreadable(begins[-1][0])
        offset = begins[-1][0]
        return [*(t for t in tokens if t[0] < offset), (offset, "data", "x")]

    def _unreadable(self, offset: int) -> None:
        self.problems.add(
            "onleesbare-tag",
            "deze tag is niet te lezen of niet gesloten",
            "sluit de tag met }} of %} en zet tekst erin tussen aanhalingstekens",
            place_of(self.source, offset, self.start),
        )

    def _refuse(self, message: str, offset: int, width: int) -> None:
        self.problems.add(
            "onbekende-tag",
            message,
            "gebruik alleen if, elif, else, endif, for en endfor, of {{ … }}",
            place_of(self.source, offset, self.start),
            width=width,
        )

    def _tag(self, offset: int, end: int, closing: str, *, block: bool) -> None:
        inner = self.source[offset + 2 : end]
        start = place_of(self.source, offset, self.start)
        width = end + len(closing) - offset
        lines = inner.count("\n")
        if lines:
            self.problems.add(
                "tag-over-regels", "deze tag loopt over meer dan één regel", "zet de tag op één regel", start
            )
        lead = len(inner) - len(inner.lstrip())
        body = inner.strip()
        position = place_of(self.source, offset + 2 + lead, self.start)
        if not block:
            self.pieces.append(
                self.found.mark(Tag("", body, position, start, width)) + self._kept_lines(inner)
            )
            return
        self._block(body, position, start, width, alone=self._is_alone(offset, offset + width))
        self.pieces.append(self._kept_lines(inner))

    def _is_alone(self, begin: int, end: int) -> bool:
        before = self.source[:begin].rpartition("\n")[2]
        after = self.source[end:].partition("\n")[0]
        return not before.strip() and not after.strip()

    def _kept_lines(self, inner: str) -> str:
        """A tag over several lines is a fault; the lines below keep their number and indent all the same."""
        last = inner.rpartition("\n")[2]
        return "\n" * inner.count("\n") + " " * (len(last) - len(last.lstrip()) if "\n" in inner else 0)

    def _block(self, body: str, position: Position, start: Position, width: int, *, alone: bool) -> None:
        match = BLOCK.fullmatch(body)
        word = match["word"] if match else ""
        rest = match["rest"] if match else ""
        fits = (word in WITH_REST and rest) or (word in WITHOUT_REST and not rest)
        if match is None or not fits:
            self.problems.add(
                "onbekende-tag",
                f"de tag '{body}' bestaat niet of is niet af",
                "gebruik alleen {% if … %}, {% elif … %}, {% else %}, {% endif %}, {% for x in … %} en {% endfor %}",
                start,
                width=width,
            )
            return
        at = Position(position.path, position.line, position.column + match.start("rest"))
        self.pieces.append(self.found.mark(Tag(word, rest, at, start, width, alone)))
