"""Every place of the content where something is read, with what is known to hold there (its premises)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.expressions.ast import Condition, Expr, ForEach, Not, Path
from generator.expressions.builtins import ROOTS
from generator.expressions.names import Names
from generator.expressions.reads import variables
from generator.library import (
    Block,
    Clause,
    ClauseUse,
    For,
    If,
    Inline,
    Item,
    Outline,
    Question,
    ReferenceSlot,
    Row,
    Table,
    TermUse,
    ValueSlot,
    WritingLines,
)

Known = frozenset[Path]
EVERYWHERE: Known = frozenset({("vandaag",), ("dossier", "vragenlijst"), ("dossier", "afwezig")})
ABOUT_A_DECISION = EVERYWHERE | {("melding",)}
ABOUT_ALL_FINDINGS = EVERYWHERE | {("meldingen",), ("dossier", "aanvaard_ernstig")}
BESIDE_A_PAPER = EVERYWHERE | {("meldingen",), ("dossier",)}
ON_PAPER = BESIDE_A_PAPER | {("document",)}
"""What is built in, by the places where the program fills it in. Elsewhere it would stay open for ever."""

IN_WORDS_OF_A_RISK: Known = frozenset(
    ("melding", name)
    for name in (
        "risico",
        "regel",
        "titel",
        "maatregel",
        "aard",
        "niveau",
        "soort",
        "verzwaard",
        "afgeweken",
        "voor",
        "record_naam",
    )
)
"""Besides. Not its status and decision: a decision holds for the words that were shown when it was taken."""

Read = Condition | ForEach | ValueSlot | ReferenceSlot | TermUse


@dataclass(frozen=True)
class Place:
    """Where something is read: the names there, what holds whenever that text is reached, and what is built in there."""

    names: Names
    premises: tuple[Expr, ...] = ()
    built_in: Known = EVERYWHERE

    def knows(self, path: Path) -> bool:
        """False for what is built in, but not filled in here."""
        if path[0] not in ROOTS or path[0] in self.names.locals:
            return True
        return any(path[: len(known)] == known for known in self.built_in)

    def given(self, *conditions: Condition | None) -> "Place":
        exprs = tuple(c.expr for c in conditions if c is not None)
        return replace(self, premises=(*self.premises, *exprs)) if exprs else self

    def where(self, expr: Expr) -> "Place":
        return replace(self, premises=(*self.premises, expr))

    def unless(self, condition: Condition | None) -> "Place":
        return self if condition is None else replace(self, premises=(*self.premises, Not(condition.expr)))

    def entering(self, loop: ForEach | None) -> "Place":
        """Inside the loop; what was known of an outer variable of that name is about another record."""
        if loop is None:
            return self
        list_ = self.names.resolve(loop.path)
        if not isinstance(list_, Question):
            return self
        names = self.names.with_local(loop.name, list_, loop.path)
        kept = tuple(p for p in self.premises if all(v[0] != loop.name for v in variables(p)))
        return replace(self, names=names, premises=kept).given(loop.condition)


@dataclass(frozen=True)
class Reading:
    """One thing that is read, in its place. A loop's own condition comes as a reading of its own."""

    what: Read
    place: Place


def of_condition(condition: Condition | None, place: Place) -> Iterator[Reading]:
    if condition is not None:
        yield Reading(condition, place)


def of_loop(loop: ForEach | None, place: Place) -> Iterator[Reading]:
    if loop is None:
        return
    yield Reading(loop, place)
    if loop.condition is not None:
        yield Reading(loop.condition, place.entering(replace(loop, condition=None)))


def of_inlines(inlines: Iterable[Inline], place: Place) -> Iterator[Reading]:
    for inline in inlines:
        if isinstance(inline, ValueSlot | ReferenceSlot | TermUse):
            yield Reading(inline, place)


def of_blocks(blocks: Iterable[Block], place: Place) -> Iterator[Reading]:
    for block in blocks:
        yield from _of_block(block, place)


def _of_block(block: Block, place: Place) -> Iterator[Reading]:
    match block:
        case If(condition, then, otherwise):
            yield Reading(condition, place)
            yield from of_blocks(then, place.given(condition))
            yield from of_blocks(otherwise, place.unless(condition))
        case For(loop, blocks):
            yield from of_loop(loop, place)
            yield from of_blocks(blocks, place.entering(loop))
        case Table(header, rows):
            for cell in header:
                yield from of_inlines(cell, place)
            yield from of_blocks(rows, place)
        case Row(cells):
            for cell in cells:
                yield from of_inlines(cell, place)
        case WritingLines():
            return
        case Item():
            yield from of_inlines(block.inlines, place)
            yield from of_blocks(block.children, place)
        case _:
            yield from of_inlines(block.inlines, place)


def of_clause(clause: Clause, place: Place) -> Iterator[Reading]:
    yield from of_condition(clause.when, place)
    inside = place.given(clause.when)
    yield from of_inlines(clause.title, inside)
    yield from of_blocks(clause.blocks, inside)


def slots_of(outline: Outline) -> Iterator[tuple[tuple[ClauseUse, ...], Condition | None]]:
    """The slots of a document, each with its condition."""
    plain = (
        outline.front_page,
        outline.addressee,
        outline.parties,
        outline.recitals,
        outline.articles,
        outline.signing_text,
    )
    yield from ((slot, None) for slot in plain)
    yield from ((annex.entries, annex.when) for annex in outline.annexes)


def all_entries(outline: Outline) -> Iterator[ClauseUse]:
    """Every entry of a document, those inside others too, whatever their conditions."""
    waiting = [use for uses, _ in slots_of(outline) for use in uses]
    while waiting:
        use = waiting.pop(0)
        waiting[:0] = use.entries
        yield use


def entries(uses: Iterable[ClauseUse], place: Place) -> Iterator[tuple[ClauseUse, Place]]:
    """Every clause or risk text of a slot with what holds there."""
    for use in uses:
        inside = place.given(use.when).entering(use.for_each)
        if use.entries:
            yield from entries(use.entries, inside)
        else:
            yield use, inside


def entry_conditions(uses: Iterable[ClauseUse], place: Place) -> Iterator[Reading]:
    for use in uses:
        yield from of_condition(use.when, place)
        inside = place.given(use.when)
        yield from of_loop(use.for_each, inside)
        yield from entry_conditions(use.entries, inside.entering(use.for_each))


def item_places(blocks: Iterable[Block], name: str, place: Place) -> Iterator[Place]:
    """Where the lid of this name stands in a clause."""
    for block in blocks:
        match block:
            case If(condition, then, otherwise):
                yield from item_places(then, name, place.given(condition))
                yield from item_places(otherwise, name, place.unless(condition))
            case For(loop, inner):
                yield from item_places(inner, name, place.entering(loop))
            case Item():
                if block.name == name:
                    yield place
                yield from item_places(block.children, name, place)
            case _:
                continue
