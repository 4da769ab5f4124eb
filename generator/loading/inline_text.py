"""One run of text to inlines: words, emphasis, values and references."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import LibraryError, Position
from generator.expressions.names import Names
from generator.library import BlankSlot, Inline, ReferenceSlot, Text, ValueSlot, WritingLines
from generator.loading.problems import Problems
from generator.loading.tags import FIRST, LAST, Marked

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

MARKS = re.compile(f"([{chr(FIRST)}-{chr(LAST)}])")
LEFTOVER = re.compile(r"\*+")
STRAY_NAME = re.compile(r"\[#[^\]]*\]")
AT_END = re.compile(r"\s*\[#[a-z][a-z0-9_-]*\]\s*$")


def is_one_mark(content: str) -> bool:
    return bool(MARKS.fullmatch(content))


class Inlines:
    def __init__(self, marked: Marked, problems: Problems) -> None:
        self.marked = marked
        self.problems = problems

    def read(
        self, inline: "SyntaxTreeNode", names: Names, place: Position, *, may_be_named: bool = False
    ) -> tuple[Inline, ...]:
        """The inlines of one block of text that stands at this place; escaped signs are still hidden in them."""
        found = _merged(self._nodes(inline.children, names, place, bold=False, italic=False))
        for index, part in enumerate(found):
            if isinstance(part, Text):
                last = may_be_named and index == len(found) - 1
                self._check(AT_END.sub("", part.text) if last else part.text, place)
        return found

    def _check(self, text: str, place: Position) -> None:
        if LEFTOVER.search(text):
            self.problems.add(
                "losse-opmaak",
                "hier staat een sterretje dat niets doet",
                "schrijf **vet** of *schuin*, met het sterretje direct tegen het woord",
                self.problems.place_of(LEFTOVER, place),
            )
        if STRAY_NAME.search(text):
            self.problems.add(
                "losse-lidnaam",
                "een naam zoals [#naam] staat alleen aan het eind van een lid, in kleine letters",
                "zet de naam aan het eind van de eerste alinea van het lid",
                self.problems.place_of(STRAY_NAME, place),
            )

    def _nodes(
        self, nodes: "list[SyntaxTreeNode]", names: Names, place: Position, *, bold: bool, italic: bool
    ) -> Iterator[Inline]:
        for node in nodes:
            match node.type:
                case "text":
                    yield from self._text(node.content, names, bold=bold, italic=italic)
                case "softbreak":
                    yield Text(" ", bold, italic)
                case "strong":
                    yield from self._nodes(node.children, names, place, bold=True, italic=italic)
                case "em":
                    yield from self._nodes(node.children, names, place, bold=bold, italic=True)
                case _:
                    self.problems.add(
                        "losse-opmaak",
                        "deze opmaak wordt niet gebruikt",
                        "gebruik alleen **vet**, *schuin* en {{ … }}",
                        place,
                    )

    def _text(self, text: str, names: Names, *, bold: bool, italic: bool) -> Iterator[Inline]:
        for piece in MARKS.split(text):
            if MARKS.fullmatch(piece):
                slot = self.slot(piece, names)
                if isinstance(slot, ValueSlot):
                    yield replace(slot, bold=bold, italic=italic)
                elif isinstance(slot, WritingLines):
                    self._lines_in_sentence(piece)
                elif slot is not None:
                    yield slot
            elif piece:
                yield Text(piece, bold, italic)

    def slot(self, mark: str, names: Names) -> ValueSlot | ReferenceSlot | BlankSlot | WritingLines | None:
        from generator.expressions.parsing import parse_slot

        tag = self.marked.tag_of(mark)
        if tag is None:
            return None
        try:
            return parse_slot(tag.source, names, tag.position)
        except LibraryError as error:
            self.problems.take(error.diagnostics)
            return None

    def _lines_in_sentence(self, mark: str) -> None:
        tag = self.marked.tag_of(mark)
        if tag is not None:
            self.problems.add(
                "schrijflijnen-in-zin",
                "schrijflijnen staan alleen op een eigen regel",
                "zet de schrijflijnen op een eigen regel met lege regels eromheen",
                tag.start,
                width=tag.width,
            )


def _merged(inlines: Iterator[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts with the same emphasis are one text."""
    found: list[Inline] = []
    for part in inlines:
        last = found[-1] if found else None
        if (
            isinstance(part, Text)
            and isinstance(last, Text)
            and (part.bold, part.italic) == (last.bold, last.italic)
        ):
            found[-1] = replace(last, text=last.text + part.text)
        else:
            found.append(part)
    return tuple(found)
