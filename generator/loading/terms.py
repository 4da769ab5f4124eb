"""Recognises defined terms in clause text by their forms: capitalised, whole words, the longest form first."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.frozen import dataclass
from generator.library import (
    Block,
    Bullet,
    Clause,
    For,
    If,
    Inline,
    Item,
    Paragraph,
    Quote,
    Risk,
    Row,
    Table,
    Term,
    TermUse,
    Text,
)


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of all terms, as one pattern."""

    pattern: re.Pattern[str] | None
    term_of: Mapping[str, str]

    def mark(self, inlines: tuple[Inline, ...], own: str | None = None) -> tuple[Inline, ...]:
        """The same text with its terms marked; ``own`` is the term being defined."""
        return tuple(part for inline in inlines for part in self._split(inline, own))

    def _split(self, inline: Inline, own: str | None) -> Iterator[Inline]:
        if not isinstance(inline, Text) or self.pattern is None:
            yield inline
            return
        at = 0
        for match in self.pattern.finditer(inline.text):
            term = self.term_of[match[0]]
            if term == own:
                continue
            if match.start() > at:
                yield replace(inline, text=inline.text[at : match.start()])
            yield TermUse(match[0], term, inline.bold)
            at = match.end()
        if at < len(inline.text):
            yield replace(inline, text=inline.text[at:])


def forms_of(terms: Mapping[str, Term]) -> Forms:
    term_of = {form: term.id for term in terms.values() for form in term.forms}
    if not term_of:
        return Forms(None, {})
    longest_first = sorted(term_of, key=lambda form: (-len(form), form))
    words = "|".join(map(re.escape, longest_first))
    return Forms(re.compile(rf"(?<![\w-])(?:{words})(?![\w-])"), term_of)


def marked_clause(clause: Clause, forms: Forms) -> Clause:
    """Titles, headings and heads of tables start with a capital anyway: there nothing is marked."""
    return replace(clause, blocks=marked_blocks(clause.blocks, forms))


def marked_risk(risk: Risk, forms: Forms) -> Risk:
    return replace(
        risk, sections={name: marked_blocks(blocks, forms) for name, blocks in risk.sections.items()}
    )


def marked_term(term: Term, forms: Forms) -> Term:
    return replace(term, definition=forms.mark(term.definition, term.id))


def marked_blocks(blocks: tuple[Block, ...], forms: Forms) -> tuple[Block, ...]:
    return tuple(_marked(block, forms) for block in blocks)


def _marked(block: Block, forms: Forms) -> Block:
    match block:
        case Item(inlines, children):
            return replace(block, inlines=forms.mark(inlines), children=marked_blocks(children, forms))
        case Paragraph(inlines) | Bullet(inlines) | Quote(inlines):
            return replace(block, inlines=forms.mark(inlines))
        case Row(cells):
            return Row(tuple(forms.mark(cell) for cell in cells))
        case Table(_, rows):
            return replace(block, rows=marked_blocks(rows, forms))
        case If(_, then, otherwise):
            return replace(block, then=marked_blocks(then, forms), otherwise=marked_blocks(otherwise, forms))
        case For(_, inner):
            return replace(block, blocks=marked_blocks(inner, forms))
        case _:
            return block
