"""Blocks → nested HTML. The tree is a row of blocks; lists and what hangs below their items are nested here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.document import (
    Block,
    Bullet,
    Continuation,
    Definition,
    Heading,
    Item,
    Paragraph,
    Quote,
    Table,
    Undecided,
    WritingLines,
)
from generator.writers.html.inlines import Phrases
from generator.writers.html.markup import Markup, joined, tag
from generator.writers.html.tables import write_table
from generator.writers.words import depends

_TOP = -1
_BOX = tag("span", class_="vakje", role="img", aria_label="vakje om aan te kruisen")


@dataclass(slots=True)
class Flow:
    """The blocks of one article, read from the front. ``heading`` is the level of its headings."""

    blocks: Sequence[Block]
    phrases: Phrases
    heading: int
    heading_ids: Sequence[str] = ()
    _next: int = 0
    _headings: int = 0

    def write(self) -> Markup:
        return joined(self._below(_TOP))

    def _peek(self) -> Block | None:
        return self.blocks[self._next] if self._next < len(self.blocks) else None

    def _below(self, level: int) -> Iterator[Markup]:
        """All that belongs below an item of this level; ``_TOP`` is the article itself."""
        while (block := self._peek()) is not None and _belongs(block, level):
            match block:
                case Item():
                    yield self._list(block.level)
                case Bullet():
                    yield self._bullets()
                case Definition():
                    yield self._definitions()
                case _:
                    self._next += 1
                    yield self._single(block)

    def _list(self, level: int) -> Markup:
        items: list[Markup] = []
        while isinstance(item := self._peek(), Item) and item.level == level:
            self._next += 1
            number = tag("span", f"{item.label} ", class_="nr", data_naast=True)
            text = tag("p", self.phrases.write(item.inlines))
            place = self.phrases.places.give(item.key)
            items.append(tag("li", number, tag("div", text, *self._below(level)), id=place))
        return tag("ol", *items, role="list")

    def _bullets(self) -> Markup:
        items: list[Markup] = []
        boxes = isinstance(first := self._peek(), Bullet) and first.box
        while isinstance(bullet := self._peek(), Bullet) and bullet.box == boxes:
            self._next += 1
            items.append(tag("li", _BOX if boxes else Markup(), tag("p", self.phrases.write(bullet.inlines))))
        return tag("ul", *items, role="list", class_="keuzes" if boxes else None)

    def _definitions(self) -> Markup:
        rows: list[Markup] = []
        while isinstance(definition := self._peek(), Definition):
            self._next += 1
            place = self.phrases.places.terms.get(definition.key)
            term = tag("dt", f"{definition.term}:", id=place[0] if place else None)
            rows.append(tag("div", term, " ", tag("dd", self.phrases.write(definition.inlines))))
        return tag("dl", *rows)

    def _single(self, block: Block) -> Markup:
        match block:
            case Heading(inlines):
                self._headings += 1
                place = self.heading_ids[self._headings - 1] if self.heading_ids else None
                return tag(f"h{self.heading}", self.phrases.write(inlines), id=place)
            case Quote(inlines):
                return tag("blockquote", tag("p", self.phrases.write(inlines)))
            case Table():
                return write_table(block, self.phrases)
            case WritingLines(count):
                lines = (tag("span") for _ in range(count))
                return tag(
                    "div", *lines, class_="schrijflijnen", role="img", aria_label="regels om op te schrijven"
                )
            case Undecided():
                return tag("p", depends(block), class_="wacht")
            case Paragraph(inlines) | Continuation(inlines, _):
                return tag("p", self.phrases.write(inlines))
            case Item() | Bullet() | Definition():
                raise TypeError("stands in a list")


def _belongs(block: Block, level: int) -> bool:
    """A paragraph or heading ends every list; a table or bullet hangs below the lid, not below its parts."""
    match block:
        case Item(level=own):
            return own > level
        case Continuation(level=own):
            return own >= level
        case Paragraph() | Heading():
            return level == _TOP
        case _:
            return level <= 0
