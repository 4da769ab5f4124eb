"""Holds the words of a foreign contract against those of the clauses that were made of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.importing.foreign import Foreign
from generator.importing.imported import Imported
from generator.importing.literal import plain_words
from generator.importing.parts import ANNEX, Entry
from generator.importing.runs import text_of
from generator.library import (
    BlankSlot,
    Block,
    Bullet,
    Heading,
    Inline,
    Item,
    Library,
    Paragraph,
    Quote,
    ReferenceSlot,
    Row,
    Table,
    ValueSlot,
)

_WORD = re.compile(r"[^\W_]+")


def differences(found: Foreign, made: Imported, loaded: Library) -> tuple[list[str], list[str]]:
    """Words of the contract that are in no clause, and words in clauses that the contract does not have."""
    own = _counted(plain_words(w) for w in found.words)
    there = _counted(_texts(made, loaded))
    return sorted((own - there).elements()), sorted((there - own).elements())


def _counted(texts: Iterable[str]) -> "Counter[str]":
    return Counter(w for text in texts for w in _WORD.findall(text))


def _texts(made: Imported, loaded: Library) -> Iterator[str]:
    for name in made.written.ids:
        clause = loaded.clauses[name]
        yield _words(clause.title)
        for block in clause.blocks:
            yield from _of_block(block)
    for term, form in made.written.terms.items():
        yield form
        yield _words(loaded.terms[term].definition)
    yield from (r.piece.was for r in made.written.replaced)
    yield made.contract.title
    yield from made.contract.headings
    for part in made.contract.parts:
        yield part.label if part.typed else ""
        yield text_of(part.title) if part.slot == ANNEX else ""
        yield from (c.label for c in part.contents if isinstance(c, Entry) and c.typed)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Item(inlines, children):
            yield _words(inlines)
            for child in children:
                yield from _of_block(child)
        case Paragraph(inlines) | Bullet(inlines) | Quote(inlines) | Heading(inlines):
            yield _words(inlines)
        case Row(cells):
            yield from map(_words, cells)
        case Table(header, rows):
            yield from map(_words, header)
            for row in rows:
                yield from _of_block(row)


def _words(inlines: Iterable[Inline]) -> str:
    return "".join(_word(i) for i in inlines)


def _word(inline: Inline) -> str:
    return " " if isinstance(inline, ReferenceSlot | BlankSlot | ValueSlot) else inline.text
