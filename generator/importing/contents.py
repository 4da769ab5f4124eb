"""The blocks of one part: which lines are leden and onderdelen, and what stands under them."""

from dataclasses import dataclass, replace

from generator.importing import parts
from generator.importing.foreign import Block, Grid, Line, Note, Run, Runs
from generator.importing.labels import ANNEX, ARTICLE, FIGURE, Label, box_length, bullet_length, readings
from generator.importing.parts import Content, Entry, Table
from generator.importing.runs import cut, text_of, tidy

_SLACK = 60
"""Twips: a paragraph stands under an item when its text begins about where that of the item does."""


@dataclass(slots=True)
class _Open:
    family: str
    number: int
    indent: int


class Contents:
    """``number``: of the article, to know its own leden by."""

    def __init__(self, number: int | None, notes: list[Note]) -> None:
        self.number = number
        self.notes = notes
        self.open: list[_Open] = []
        self.made: list[Content] = []

    def done(self) -> tuple[Content, ...]:
        return tuple(_held_together(self.made))

    def add(self, block: Block) -> None:
        if isinstance(block, Grid):
            self.made.append(Table(block, min(len(self.open), 1)))
        elif block.label:
            self._item(block, _counted(block), block.runs)
        elif (typed := self._typed(block)) is not None:
            self._item(block, typed, cut(block.runs, typed.length))
        else:
            self._text(block)

    def _typed(self, line: Line) -> Label | None:
        """The number that this line begins with, when it counts on from what stands above it."""
        if line.bullet or line.heading:
            return None
        found = [x for x in readings(line.text) if x.kind not in {ARTICLE, ANNEX}]
        for label in found:
            if label.kind == FIGURE and len(label.numbers) > 1:
                return label if self.number in {None, label.numbers[0]} else None
        number = {o.family: o.number for o in self.open}
        on = (x for x in found if number.get(x.family, -1) + 1 == x.numbers[-1])
        anew = (x for x in found if x.family not in number and x.numbers[-1] == 1)
        return next(on, None) or next(anew, None)

    def _item(self, line: Line, label: Label, runs: Runs) -> None:
        for depth, known in enumerate(self.open):
            if known.family == label.family:
                del self.open[depth:]
                break
        depth = len(self.open)
        words = tidy(runs)
        if depth > parts.DEEPEST:
            self._note("een vierde niveau staat nu als tekst onder het derde", label.text, words)
            words = tidy((Run(f"{label.text} "), *runs))
            self.made.append(Entry(parts.TEXT, parts.DEEPEST + 1, words, marks=line.marks))
            return
        self.open.append(_Open(label.family, label.numbers[-1], line.indent))
        typed = label.length > 0
        self.made.append(Entry(parts.ITEM, depth, words, label.text, label.numbers, line.marks, typed))

    def _text(self, line: Line) -> None:
        text = line.text
        under = self._under(line)
        if line.heading:
            self.open.clear()
            self.made.append(
                Entry(parts.HEADING, 0, tidy(replace(r, bold=False) for r in line.runs), marks=line.marks)
            )
        elif skip := box_length(text):
            self._add(parts.BOX, under, cut(line.runs, skip), line)
        elif line.bullet or bullet_length(text):
            skip = 0 if line.bullet else bullet_length(text)
            if line.bullet and line.level > 0:
                self._note("een streepje onder een streepje staat nu op één niveau", "", tidy(line.runs))
            self._add(parts.BULLET, under, cut(line.runs, skip), line)
        else:
            own = tuple(replace(r, italic=r.italic and not line.quote) for r in line.runs)
            self._add(parts.QUOTE if line.quote else parts.TEXT, under, own, line)

    def _add(self, kind: str, depth: int, runs: Runs, line: Line) -> None:
        words = tidy(runs)
        if words:
            self.made.append(Entry(kind, depth, words, marks=line.marks))

    def _under(self, line: Line) -> int:
        """Of how many open items this is a part: by where its text begins, else of the lid."""
        indents = [o.indent for o in self.open]
        if len(set(indents)) < min(2, len(indents)):
            return min(1, len(self.open)) if line.indent + _SLACK >= min(indents, default=0) else 0
        return sum(1 for i in indents if i <= line.indent + _SLACK)

    def _note(self, what: str, label: str, words: Runs) -> None:
        self.notes.append(Note("nummering", what, f"{label} {text_of(words)}".strip()[:60]))


def _counted(line: Line) -> Label:
    """The number that Word counts. Labels of another level never count on after each other."""
    found = [x for x in readings(f"{line.label} ") if x.kind not in {ARTICLE, ANNEX}]
    wanted = {"Roman": "romeins", "Lette": "letter"}.get(line.form[5:10])
    likely = [x for x in found if x.kind == wanted] or found
    if not likely:
        return Label(FIGURE, (0,), f"{line.form}@{line.level}", line.label, 0)
    return replace(likely[0], family=f"{likely[0].family}@{line.level}", text=line.label, length=0)


def _held_together(made: list[Content]) -> list[Content]:
    """What stands between an item and one a level deeper stands under that item; a heading there becomes text."""
    found: list[Content] = []
    needed = 0
    for content in reversed(made):
        if isinstance(content, Entry) and content.kind == parts.ITEM:
            found.append(content)
            needed = content.depth
        elif isinstance(content, Entry) and content.kind == parts.HEADING and needed:
            bold = tuple(replace(r, bold=True) for r in content.runs)
            found.append(replace(content, kind=parts.TEXT, depth=needed, runs=bold))
        elif isinstance(content, Entry) and content.kind == parts.HEADING:
            found.append(content)
        else:
            found.append(replace(content, depth=max(content.depth, needed)))
    return found[::-1]
