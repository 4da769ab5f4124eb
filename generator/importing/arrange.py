"""Lines and tables of a foreign contract to its parts: articles with leden and onderdelen, annexes, what stands around."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.frozen import dataclass
from generator.importing import parts
from generator.importing.contents import Contents
from generator.importing.definition_tables import without_tables
from generator.importing.divide import Start, looks_like_title, starts
from generator.importing.foreign import Block, Foreign, Grid, Line, Note, Runs
from generator.importing.labels import readings
from generator.importing.parts import Content, Entry, Part, Table
from generator.importing.runs import cut, lines_of, plain, text_of

_OURS = {
    parts.PARTIES: {"partijen"},
    parts.RECITALS: {"overwegingen"},
    parts.SIGNING: {"ondertekening"},
}
"""Headings that the frame of a contract prints by itself."""
_SENTENCE = 7


@dataclass(frozen=True, slots=True)
class Contract:
    title: str
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    headings: tuple[str, ...] = ()
    """Words that are not in the parts, as the frame prints them, or a person must look at them."""


def arranged(found: Foreign) -> Contract:
    return _Arranging(found).contract()


class _Arranging:
    def __init__(self, found: Foreign) -> None:
        self.blocks = tuple(_split(found.blocks))
        self.notes = list(found.notes)
        self.headings: list[str] = []
        self.starts = starts(self.blocks)

    def contract(self) -> Contract:
        at = self._title_at()
        title = "" if at is None else _words(self.blocks[at])
        cuts = [-1, *sorted(self.starts), len(self.blocks)]
        made = [
            part
            for begin, end in itertools.pairwise(cuts)
            if (part := self._part(begin, [n for n in range(begin + 1, end) if n != at])) is not None
        ]
        if not any(p.slot == parts.ARTICLE for p in made):
            self.notes.append(Note("artikelen", "er zijn geen artikelen gevonden: alles staat bij elkaar"))
        listed = without_tables(list(_moved_up(made)), self.notes, self.headings)
        return Contract(title, tuple(listed), tuple(self.notes), tuple(self.headings))

    def _title_at(self) -> int | None:
        """The title of the contract: so styled, else the first line before the first part that may be one."""
        styled = next((n for n, b in enumerate(self.blocks) if isinstance(b, Line) and b.title), None)
        if styled is not None:
            return styled
        first = min(self.starts, default=len(self.blocks))
        before = [(n, b) for n, b in enumerate(self.blocks[:first]) if isinstance(b, Line)]
        return next((n for n, b in before[:3] if not b.label and looks_like_title(b.text)), None)

    def _part(self, begin: int, inside: list[int]) -> Part | None:
        start = self.starts.get(begin, Start(parts.FRONT))
        contents = Contents(start.label.numbers[0] if start.label else None, self.notes)
        inside = [n for n in inside if not self._is_contents_title(n)]
        line = self.blocks[begin] if begin >= 0 else None
        title: Runs = ()
        if isinstance(line, Line) and start.slot in {parts.ARTICLE, parts.ANNEX}:
            title = plain(_untitled_lead(cut(line.runs, start.skip)))
            if not title and inside and self._is_title(inside[0]):
                title = plain(self._line(inside.pop(0)).runs)
        elif isinstance(line, Line) and text_of(line.runs).strip().casefold() in _OURS.get(start.slot, ()):
            self.headings.append(line.text)
        elif isinstance(line, Line):
            contents.add(line)
        for n in inside:
            block = self.blocks[n]
            if start.slot == parts.SIGNING and _is_signature(block):
                self._signature(block)
            else:
                contents.add(block)
        made = contents.done()
        if not made and start.slot not in {parts.ARTICLE, parts.ANNEX}:
            return None
        label = start.label
        marks = line.marks if isinstance(line, Line) else ()
        number = label.numbers[0] if label else None
        return Part(start.slot, title, made, label.text if label else "", number, marks, start.skip > 0)

    def _is_contents_title(self, n: int) -> bool:
        """‘Inhoud’ above a table of contents, which Word makes anew."""
        words = _words(self.blocks[n])
        found = words.casefold() in {"inhoud", "inhoudsopgave"}
        if found:
            self.headings.append(words)
        return found

    def _line(self, n: int) -> Line:
        block = self.blocks[n]
        return block if isinstance(block, Line) else Line(())

    def _is_title(self, n: int) -> bool:
        line = self._line(n)
        typed = next(readings(line.text), None)
        return bool(line.runs) and not line.label and typed is None and looks_like_title(line.text)

    def _signature(self, block: Block) -> None:
        text = _words(block)
        self.headings.append(text)
        self.notes.append(Note("ondertekenblok", text, "ondertekening"))


def _untitled_lead(runs: Runs) -> Runs:
    """‘– Back-up’ after ‘Bijlage 2’ is called ‘Back-up’."""
    lead = re.match(r"[\s–—:.-]*", text_of(runs))
    return cut(runs, lead.end() if lead else 0)


def _is_signature(block: Block) -> bool:
    if isinstance(block, Grid):
        return True
    text = block.text.strip()
    return len(text.split()) < _SENTENCE or "__" in text or "...." in text or "……" in text


def _words(block: Block) -> str:
    cells: Sequence[Runs] = (
        (block.runs,) if isinstance(block, Line) else [c for row in block.rows for c in row]
    )
    return " ".join(" ".join(text_of(c) for c in cells).split())


def _split(blocks: Sequence[Block]) -> Iterator[Block]:
    """A line that goes on after a break with a number of its own is two."""
    for block in blocks:
        if isinstance(block, Grid) or "\n" not in block.text:
            yield block
            continue
        waiting: Runs = ()
        first = True
        for runs in lines_of(block.runs):
            if waiting and next(readings(text_of(runs)), None) is not None:
                yield _piece(block, waiting, first=first)
                waiting, first = (), False
            waiting = (
                (*waiting, *cut(((replace(runs[0], text=" ")),), 0), *runs)
                if waiting and runs
                else waiting or runs
            )
        if waiting:
            yield _piece(block, waiting, first=first)


def _piece(line: Line, runs: Runs, *, first: bool) -> Line:
    if first:
        return replace(line, runs=runs)
    return Line(runs, indent=line.indent)


def _moved_up(made: Sequence[Part]) -> Iterator[Part]:
    """A heading at the end of an article is of the articles after it: a chapter."""
    carried: tuple[Content, ...] = ()
    for n, part in enumerate(made):
        contents = (*carried, *part.contents)
        carried = ()
        if n + 1 < len(made) and made[n + 1].slot == parts.ARTICLE:
            while contents and isinstance(contents[-1], Entry) and contents[-1].kind == parts.HEADING:
                carried = (contents[-1], *carried)
                contents = contents[:-1]
        if contents or part.slot in {parts.ARTICLE, parts.ANNEX}:
            yield replace(part, contents=contents)


__all__ = ["Contract", "Table", "arranged"]
