"""Clause blocks and a scope of answers → document blocks. No text is parsed here; answers enter as literal text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from generator import document as doc
from generator import library as lib
from generator.dutch import apply_filter, document_form
from generator.expressions.ast import Condition, ForEach, NonEmpty, Path, Records
from generator.expressions.evaluation import (
    Scope,
    each,
    entered,
    holds,
    open_variables,
    question_at,
    records,
    value_at,
)
from generator.values import Record, State, Value

STILL_OPEN = "een vraag die nog open is"
ARTICLES = ("De ", "Het ", "Een ")


@dataclass
class Filling:
    """One clause being filled: ``key`` names the article, so that its items can be pointed at.

    ``scope`` changes while a loop is walked; ``counter`` makes keys for unnamed items.
    """

    key: str
    scope: Scope
    counter: Iterator[int] = field(default_factory=lambda: iter(range(1, 1_000_000)))
    suffix: str = ""

    def blocks(self, blocks: Iterable[lib.Block], level: int = 0) -> tuple[doc.Block, ...]:
        """``level`` is the depth of the ordered list these blocks stand in; 0 outside any item."""
        return tuple(b for block in blocks for b in self._block(block, level))

    def inlines(self, inlines: Iterable[lib.Inline]) -> doc.Inlines:
        found: list[doc.Inline] = []
        for inline in inlines:
            found.extend(self._in_sentence(inline, found))
        return _one_full_stop(tuple(found))

    def _in_sentence(self, inline: lib.Inline, before: Iterable[doc.Inline]) -> Iterator[doc.Inline]:
        small = isinstance(inline, lib.ValueSlot) and self._common_noun(inline) and _inside_a_sentence(before)
        for filled in self._inline(inline):
            yield (
                replace(filled, text=_small_article(filled.text))
                if small and isinstance(filled, doc.Filled)
                else filled
            )

    def _common_noun(self, slot: lib.ValueSlot) -> bool:
        question = question_at(slot.path, self.scope)
        return isinstance(question, lib.Question) and question.common_noun

    def holds(self, condition: Condition) -> bool | None:
        return holds(condition.expr, self.scope)

    def _block(self, block: lib.Block, level: int) -> Iterator[doc.Block]:
        match block:
            case lib.Heading(inlines):
                yield doc.Heading(self.inlines(inlines))
            case lib.Paragraph(inlines):
                filled = self.inlines(inlines)
                yield doc.Continuation(filled, level - 1) if level else doc.Paragraph(filled)
            case lib.Bullet(inlines, box):
                yield doc.Bullet(self.inlines(inlines), box)
            case lib.Quote(inlines):
                yield doc.Quote(self.inlines(inlines))
            case lib.Item():
                yield from self._item(block, level)
            case lib.Table(header, rows):
                yield from self._table(header, rows)
            case lib.WritingLines(count):
                yield doc.WritingLines(count)
            case lib.If():
                yield from self._if(block, level)
            case lib.For():
                yield from self._for(block, level)
            case lib.Row():
                raise TypeError("a row outside a table cannot be loaded")
            case _:
                assert_never(block)

    def _item(self, item: lib.Item, level: int) -> Iterator[doc.Block]:
        name = f"{item.name}{self.suffix}" if item.name else str(next(self.counter))
        yield doc.Item(self.inlines(item.inlines), level, "", f"{self.key}#{name}")
        yield from self.blocks(item.children, level + 1)

    def _if(self, block: lib.If, level: int) -> Iterator[doc.Block]:
        outcome = holds(block.condition.expr, self.scope)
        if outcome is None:
            yield self.undecided(block.condition)
        else:
            yield from self.blocks(block.then if outcome else block.otherwise, level)

    def _for(self, block: lib.For, level: int) -> Iterator[doc.Block]:
        for passing in self._passes(block):
            if passing is None:
                yield self.undecided(block.loop)
            else:
                yield from passing.blocks(block.blocks, level)

    def _passes(self, block: lib.For) -> Iterator["Filling | None"]:
        found = records(block.loop, self.scope)
        if found is None:
            yield None
            return
        for record in found:
            scope = entered(block.loop, record, self.scope)
            yield replace(self, scope=scope, suffix=f"{self.suffix}-{record.id}")

    def _table(
        self, header: Iterable[tuple[lib.Inline, ...]], blocks: Iterable[lib.Block]
    ) -> Iterator[doc.Table | doc.Undecided]:
        """The rows that are certain; below the table what the others wait for."""
        found = tuple(self.rows(blocks))
        rows = tuple(r for r in found if not isinstance(r, doc.Undecided))
        yield doc.Table(tuple(self.inlines(c) for c in header), rows)
        yield from dict.fromkeys(r for r in found if isinstance(r, doc.Undecided))

    def rows(self, blocks: Iterable[lib.Block]) -> Iterator[tuple[doc.Inlines, ...] | doc.Undecided]:
        for block in blocks:
            match block:
                case lib.Row(cells):
                    yield tuple(self.inlines(c) for c in cells)
                case lib.If(condition, then, otherwise):
                    outcome = holds(condition.expr, self.scope)
                    if outcome is None:
                        yield self.undecided(condition)
                    else:
                        yield from self.rows(then if outcome else otherwise)
                case lib.For(loop, inner):
                    for passing in self._passes(block):
                        yield from (self.undecided(loop),) if passing is None else passing.rows(inner)
                case _:
                    raise TypeError("only rows stand in a table")

    def undecided(self, read: Condition | ForEach) -> doc.Undecided:
        """In the place of what a condition or loop still keeps open, the questions it waits for."""
        paths = open_variables(read.expr, self.scope) if isinstance(read, Condition) else self._open_in(read)
        return doc.Undecided(tuple(dict.fromkeys(label_of(p, self.scope) for p in paths)) or (STILL_OPEN,))

    def _open_in(self, loop: ForEach) -> Iterator[Path]:
        """The list itself, or what the records that are not decided on wait for."""
        passes = each(loop, self.scope)
        if passes is None or loop.condition is None:
            yield from open_variables(NonEmpty(Records(loop.path)), self.scope)
            return
        for record, outcome in passes:
            if outcome is None and isinstance(record, Record):
                yield from open_variables(loop.condition.expr, entered(loop, record, self.scope))

    def _inline(self, inline: lib.Inline) -> Iterator[doc.Inline]:
        match inline:
            case lib.Text(text, bold, italic):
                yield doc.Text(text, bold, italic)
            case lib.TermUse(text, term, bold):
                yield doc.Use(text, term, bold)
            case lib.BlankSlot(label):
                yield doc.Blank(label, None, holds_up=False)
            case lib.ReferenceSlot():
                yield from _reference(inline)
            case lib.ValueSlot():
                yield self._value(inline)
            case _:
                assert_never(inline)

    def _value(self, slot: lib.ValueSlot) -> doc.Inline:
        value = self._narrowed(slot) if slot.tests else value_at(slot.path, self.scope)
        variable = ".".join(slot.path)
        if isinstance(value, State):
            question = question_at(slot.path, self.scope)
            at_signing = isinstance(question, lib.Question) and question.at_signing
            return doc.Blank(slot.label or label_of(slot.path, self.scope), variable, holds_up=not at_signing)
        text = document_form(value, slot.kind, slot.choices) if not slot.filters else ""
        for index, name in enumerate(slot.filters):
            given, kind = (value, slot.kind) if index == 0 else (text, lib.Kind.TEXT)
            text = apply_filter(name, given, kind, slot.choices, slot.record_field)
        return doc.Filled(text or "–", variable, slot.bold, slot.italic)

    def _narrowed(self, slot: lib.ValueSlot) -> Value | State:
        found = records(Records(slot.path, slot.tests), self.scope)
        return State.OPEN if found is None else found


def _inside_a_sentence(before: Iterable[doc.Inline]) -> bool:
    """Whether something of the sentence stands here already; what an answer or the clause ended, is a new one."""
    written = "".join(i.label if isinstance(i, doc.Blank) else i.text for i in before).rstrip()
    return bool(written) and not written.endswith((".", "!", "?", "‘", "“"))


def _small_article(name: str) -> str:
    return name[0].lower() + name[1:] if name.startswith(ARTICLES) else name


def _one_full_stop(inlines: doc.Inlines) -> doc.Inlines:
    """An answer that ends its own sentence ("… B.V.", "Hij doet het.”") takes the place of the clause's full stop."""
    found: list[doc.Inline] = []
    for inline in inlines:
        before = found[-1] if found else None
        ends = isinstance(before, doc.Filled) and before.text.rstrip("”’\"'").endswith((".", "!", "?"))
        if (
            ends
            and isinstance(inline, doc.Text)
            and inline.text.startswith(".")
            and not inline.text.startswith("..")
        ):
            found.append(replace(inline, text=inline.text[1:]))
        else:
            found.append(inline)
    return tuple(i for i in found if not isinstance(i, doc.Text) or i.text)


def _reference(slot: lib.ReferenceSlot) -> Iterator[doc.Inline]:
    """A Ref without its number yet: that is known when every document is numbered; see ``references.py``.

    Until then its text is the word it is called by.
    """
    word = "Artikel" if slot.capital else "artikel"
    target = f"bijlage:{slot.target}" if slot.annex else slot.target
    if slot.item:
        target = f"{target}#{slot.item}"
    target = f"{slot.document}!{target}" if slot.document else target
    yield doc.Ref(target, "" if slot.annex else word)


def label_of(path: Path, scope: Scope) -> str:
    """What a variable is called for a person: its question."""
    meaning = question_at(path, scope)
    return meaning.text if isinstance(meaning, lib.Question) else ".".join(path)
