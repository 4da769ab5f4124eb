"""The body words of a document: what text, HTML and Word must all hold, in the same order.

Left out: numbers of items and articles, ticks and bullets, blanks for the moment of signing (they print as a line).
"""

import re
from hashlib import sha256

from generator.document import (
    Article,
    Blank,
    Block,
    Definition,
    Document,
    Inlines,
    Ref,
    Table,
    Undecided,
    WritingLines,
    parts,
)

_LINE_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # bidi overrides: they can hide text in a contract
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # no characters at all
)


BOX = "\u2610"
"""A box to tick within words, such as in a cell."""


def clean(text: str) -> str:
    """The text as every writer prints it: line breaks as newlines, without control and bidi override characters."""
    return _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def printed(inlines: Inlines, *, references: bool = True) -> str:
    """Inlines as they print; ``references=False`` leaves out what Word recomputes, for hashes."""
    return "".join(
        (f"[{i.label}]" if i.holds_up else " ")
        if isinstance(i, Blank)
        else i.text
        if references or not isinstance(i, Ref)
        else ""
        for i in inlines
    )


def depends(block: Undecided) -> str:
    return f"Hangt af van: {'; '.join(block.depends_on)}"


def has_head(table: Table) -> bool:
    return any(table.header)


def block_words(block: Block, *, references: bool = True) -> list[str]:
    match block:
        case WritingLines():
            return []
        case Undecided():
            return clean(depends(block)).split()
        case Table(header, rows):
            cells = [*(header if has_head(block) else ()), *(cell for row in rows for cell in row)]
            return [w for cell in cells for w in clean(printed(cell, references=references)).split()]
        case Definition(term, inlines):
            return clean(f"{term}: {printed(inlines, references=references)}").split()
        case _:
            return clean(printed(block.inlines, references=references)).split()


def article_words(article: Article, *, references: bool = True) -> list[str]:
    title = clean(printed(article.title, references=references)).split()
    return [*title, *(w for b in article.blocks for w in block_words(b, references=references))]


def words(document: Document) -> list[str]:
    return [w for _slot, articles in parts(document) for article in articles for w in article_words(article)]


def text_hash(article: Article) -> str:
    """Of the words alone: what Word renumbers by itself is not a change of text."""
    return sha256(" ".join(article_words(article, references=False)).encode("utf-8")).hexdigest()
