"""A clause with all its branches, for a person: the text with its conditions, before any answer is known."""

from collections.abc import Iterable, Iterator

from generator.expressions.ast import ForEach
from generator.expressions.printing import dotted
from generator.frozen import dataclass
from generator.library import (
    BlankSlot,
    Block,
    Bullet,
    Clause,
    For,
    Heading,
    If,
    Inline,
    Item,
    Paragraph,
    Quote,
    ReferenceSlot,
    Row,
    Table,
    TermUse,
    Text,
    ValueSlot,
    WritingLines,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text, or (``condition``) what decides on the lines that stand further in below it."""

    depth: int
    text: str
    condition: bool = False


def lines_of(clause: Clause) -> tuple[Line, ...]:
    return tuple(_clause(clause))


def _clause(clause: Clause) -> Iterator[Line]:
    if clause.when is not None:
        yield Line(0, f"alleen als {clause.when.source}", condition=True)
    if clause.title:
        yield Line(0, words(clause.title))
    yield from blocks_of(clause.blocks, 0)


def blocks_of(blocks: Iterable[Block], depth: int) -> Iterator[Line]:
    for block in blocks:
        yield from _block(block, depth)


def _block(block: Block, depth: int) -> Iterator[Line]:
    match block:
        case If(condition, then, otherwise):
            yield Line(depth, f"als {condition.source}", condition=True)
            yield from blocks_of(then, depth + 1)
            yield from _otherwise(otherwise, depth)
        case For(loop, inner):
            yield Line(depth, _each(loop), condition=True)
            yield from blocks_of(inner, depth + 1)
        case Item(inlines, children):
            yield Line(depth, f"• {words(inlines)}")
            yield from blocks_of(children, depth + 1)
        case Table(header, rows):
            if any(header):
                yield Line(depth, _cells(header))
            yield from blocks_of(rows, depth)
        case Row(cells):
            yield Line(depth, _cells(cells))
        case WritingLines():
            yield Line(depth, "__________")
        case Quote(inlines):
            yield Line(depth, f"> {words(inlines)}")
        case Bullet(inlines, box):
            yield Line(depth, f"{'☐' if box else '-'} {words(inlines)}")
        case Heading(inlines) | Paragraph(inlines):
            yield Line(depth, words(inlines))


def _otherwise(blocks: tuple[Block, ...], depth: int) -> Iterator[Line]:
    if len(blocks) == 1 and isinstance(blocks[0], If):
        first, *rest = _block(blocks[0], depth)
        yield Line(depth, f"anders {first.text}", condition=True)
        yield from rest
    elif blocks:
        yield Line(depth, "anders", condition=True)
        yield from blocks_of(blocks, depth + 1)


def _each(loop: ForEach) -> str:
    within = f" als {loop.condition.source}" if loop.condition is not None else ""
    return f"voor elke {loop.name} in {dotted(loop.path)}{within}"


def _cells(cells: tuple[tuple[Inline, ...], ...]) -> str:
    return " | ".join(map(words, cells))


def words(inlines: Iterable[Inline]) -> str:
    """What is filled in later stands between angle quotes, by its name."""
    return "".join(map(_word, inlines))


def _word(inline: Inline) -> str:
    match inline:
        case Text(text) | TermUse(text):
            return text
        case ValueSlot(path):
            return f"‹{dotted(path)}›"
        case ReferenceSlot(target, annex, item):
            return f"‹{'bijlage' if annex else 'artikel'} {target}{f' {item}' if item else ''}›"
        case BlankSlot(label):
            return f"[{label}]"
