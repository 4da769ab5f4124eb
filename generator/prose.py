"""Text for people as it stands in a content file or module, with the place of every character."""

import re
from bisect import bisect_right

from generator.diagnostics import Position
from generator.frozen import dataclass, field

FILLED_IN = "\ufffc"
"""Stands for what is filled in later, such as a value. A run of these is one word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """From this character on, the text stands at this line and column."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Prose:
    """One stretch of text, such as a lid, a cell, a question or an option.

    ``printed``: it stands on paper. ``running``: it is the text of a clause, risk or term, not a title or label.
    """

    text: str
    path: str
    pieces: tuple[Piece, ...]
    printed: bool = False
    running: bool = False

    def place(self, offset: int) -> Position:
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda p: p.offset) - 1)]
        return Position(self.path, piece.line, piece.column + max(0, offset - piece.offset))


@dataclass(frozen=True, slots=True)
class Allowance:
    """``mag:`` a word that this file may use, and why it says so there."""

    word: str
    place: Position


@dataclass(frozen=True, slots=True)
class Repeat:
    """``herhaald:`` a sentence that stands in these units on purpose; ``…`` for what is filled in."""

    sentence: str
    units: tuple[str, ...]
    place: Position


@dataclass(frozen=True, slots=True)
class WordRules:
    """What ``clauses/woorden.yaml`` and ``clauses/woordenlijst.txt`` say about words.

    A rule may hold ``…`` for a few words in between, and ``*`` for any ending. ``word_lists`` by file.
    """

    replacements: dict[str, str] = field(default_factory=dict)
    double_negatives: tuple[str, ...] = ()
    never_printed: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    word_lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    repeats: tuple[Repeat, ...] = ()

    @property
    def known_words(self) -> tuple[str, ...]:
        return tuple(word for words in self.word_lists.values() for word in words)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All text for people in a library, with the rules for it and the exceptions that files make for themselves."""

    prose: tuple[Prose, ...]
    rules: WordRules
    allowed: dict[str, tuple[Allowance, ...]] = field(default_factory=dict)


REACH = 400
"""How far beyond the last word the next one is looked for: indents and line ends lie between."""


def pieces_in(source: str, start: Position, text: str) -> tuple[Piece, ...]:
    """Where each word of a text stands that begins here, where lines may have been folded and marks doubled."""
    cursor = _offset(source, start)
    pieces = [Piece(0, start.line, start.column)]
    for word in re.finditer(rf"[^\s{FILLED_IN}]+", text):
        at = source.find(word[0], cursor, cursor + len(word[0]) + REACH)
        if at >= 0:
            line = source.count("\n", 0, at) + 1
            pieces.append(Piece(word.start(), line, at - source.rfind("\n", 0, at)))
            cursor = at + len(word[0])
    return tuple(pieces)


def _offset(source: str, position: Position) -> int:
    start = 0
    for _ in range(position.line - 1):
        start = source.find("\n", start) + 1
    return start + position.column - 1


QUOTED = re.compile('‘[^‘’]*’|“[^“”]*”|„[^”„]*”|"[^"]*"')


def without_quotes(text: str) -> str:
    """The same text with what stands in quotation marks blanked: those are the words of another."""
    return QUOTED.sub(lambda m: " " * len(m[0]), text)
