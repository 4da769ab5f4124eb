"""The running text of a clause, risk or term: one stretch per lid, paragraph, bullet, quotation or cell."""

import re
from collections.abc import Iterator

from generator.loading.escapes import hidden_in_place, shown
from generator.loading.sources import Body
from generator.prose import FILLED_IN, Piece, Prose

TAG = re.compile(r"\{\{.*?\}\}")
UNSEEN = re.compile(r"\{%.*?%\}|\[#[a-z0-9_-]+\]|\*+|\[ \]")
LEAD = re.compile(r"\s*(?P<mark>\d+\.|-|>|#+)?\s*")
RULE = re.compile(r"\s*\|[\s|:-]*\|\s*")
CELL = re.compile(r"[^|]+")


def masked(text: str) -> str:
    """The same length: a value becomes one unknown word; tags, names of leden and emphasis become spaces."""
    filled = TAG.sub(lambda m: FILLED_IN * len(m[0]), hidden_in_place(text))
    return shown(UNSEEN.sub(lambda m: " " * len(m[0]), filled))


def body_prose(body: Body, *, as_text: bool = False) -> Iterator[Prose]:
    """``as_text``: all of it is one stretch, as in a definition."""
    waiting = _Stretch(body.start.path)
    for number, line in enumerate(body.text.split("\n"), body.start.line):
        text = masked(line)
        lead = LEAD.match(text)
        mark = lead["mark"] if lead and not as_text else None
        if not text.strip() or mark or text.lstrip().startswith("|"):
            yield from waiting.finished()
        if text.lstrip().startswith("|"):
            yield from _cells(text, number, body.start.path)
        elif text.strip() and lead is not None:
            waiting.add(text[lead.end() :], number, lead.end() + 1)
            waiting.running = not (mark or "").startswith("#")
        if mark and mark.startswith("#"):
            yield from waiting.finished()
    yield from waiting.finished()


def _cells(text: str, number: int, path: str) -> Iterator[Prose]:
    if RULE.fullmatch(text):
        return
    for cell in CELL.finditer(text):
        stretch = _Stretch(path)
        stretch.add(cell[0].strip(), number, cell.start() + 1 + len(cell[0]) - len(cell[0].lstrip()))
        yield from stretch.finished()


class _Stretch:
    """Lines that are read as one text."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = ""
        self.pieces: list[Piece] = []
        self.running = True

    def add(self, text: str, line: int, column: int) -> None:
        self.text += " " if self.text else ""
        self.pieces.append(Piece(len(self.text), line, column))
        self.text += text

    def finished(self) -> Iterator[Prose]:
        if self.text.strip():
            yield Prose(self.text.rstrip(), self.path, tuple(self.pieces), True, self.running)
        self.text, self.pieces, self.running = "", [], True
