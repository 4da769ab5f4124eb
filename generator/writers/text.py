"""The document tree as plain text: for the screen, for golden files, and for e-mail."""

import textwrap
from collections.abc import Iterator
from typing import assert_never

from generator import document as doc
from generator.library import Form
from generator.writers.words import clean, depends

INDENT = {0: 6, 1: 11, 2: 16}
_HEADINGS = {"partijen": "Partijen", "overwegingen": "Overwegingen"}
_LINE = "____________________"


def write(document: doc.Document, width: int = 80) -> str:
    """The whole document, wrapped to ``width`` columns; ends in a newline."""
    lines = [*_concept(document), *_body(document, width)]
    return clean("\n".join(line.rstrip() for line in lines)).strip("\n") + "\n"


def _concept(document: doc.Document) -> Iterator[str]:
    if document.internal:
        yield from ("INTERN – niet voor de klant", "")
    if document.concept:
        yield "CONCEPT – dit stuk kan nog niet de deur uit:"
        yield from (f"  - {reason}" for reason in document.concept)
        yield ""


def _body(document: doc.Document, width: int) -> Iterator[str]:
    title = doc.plain(document.title)
    if document.form is not Form.EMAIL and title:
        yield from (*_wrapped(title.upper() if document.form is Form.CONTRACT else title, width, 0), "")
    for slot, articles in doc.parts(document):
        if slot in _HEADINGS and articles and not articles[0].title and document.form is Form.CONTRACT:
            yield from ("", _HEADINGS[slot], "")
        if slot.startswith("bijlage:"):
            annex = next(a for a in document.annexes if f"bijlage:{a.key}" == slot)
            yield from ("", f"{annex.label} – {annex.title}", "")
        for article in articles:
            yield from _article(article, width)
    yield from _signatures(document, width)


def _article(article: doc.Article, width: int) -> Iterator[str]:
    title = doc.plain(article.title)
    if title:
        numbered = _hanging(article.label, title, INDENT[0], width) if article.label else None
        yield from ("", *(numbered or _wrapped(title, width, 0)), "")
    for n, block in enumerate(article.blocks):
        under_title = bool(title) and n == 0 and isinstance(block, doc.Heading)
        yield from list(_block(block, width))[1 if under_title else 0 :]
        following = article.blocks[n + 1] if n + 1 < len(article.blocks) else None
        if isinstance(block, doc.Bullet) and (following is None or isinstance(following, doc.Paragraph)):
            yield ""


def _block(block: doc.Block, width: int) -> Iterator[str]:
    match block:
        case doc.Heading(inlines):
            yield from ("", *_wrapped(_words(inlines), width, 0), "")
        case doc.Item(inlines, level, label, _):
            margin = INDENT[level]
            yield from _hanging(label, _words(inlines), margin, width)
        case doc.Continuation(inlines, level):
            yield from _wrapped(_words(inlines), width, INDENT[level])
        case doc.Bullet(inlines, box):
            yield from _hanging("☐" if box else "-", _words(inlines), 2 if not box else 3, width)
        case doc.Quote(inlines):
            yield from (*_wrapped(_words(inlines), width, 4), "")
        case doc.Definition(term, inlines):
            yield from _wrapped(f"{term}: {_words(inlines)}", width, 6)
        case doc.Table(header, rows):
            yield from _table(header, rows, width)
        case doc.WritingLines(count):
            yield from ("_" * min(60, width - 1) for _ in range(count))
        case doc.Undecided():
            yield from _wrapped(depends(block), width, 0)
        case doc.Paragraph(inlines):
            yield from (*_wrapped(_words(inlines), width, 0), "")
        case _:
            assert_never(block)


def _words(inlines: doc.Inlines) -> str:
    """As ``words.printed``, but with a line where something is filled in at signing."""
    return "".join(_LINE if isinstance(i, doc.Blank) and not i.holds_up else doc.plain((i,)) for i in inlines)


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    room = max(20, width - indent)
    lines = [
        w for line in text.split("\n") for w in textwrap.wrap(line, room, break_on_hyphens=False) or [""]
    ]
    return [" " * indent + line for line in lines]


def _hanging(label: str, text: str, margin: int, width: int) -> list[str]:
    lines = _wrapped(text, width, margin) or [""]
    room = max(len(label) + 1, 5 if margin > 5 else 0)
    start = max(0, margin - room)
    return [" " * start + label.ljust(max(room, margin - start)) + lines[0][margin:], *lines[1:]]


def _table(
    header: tuple[doc.Inlines, ...], rows: tuple[tuple[doc.Inlines, ...], ...], width: int
) -> Iterator[str]:
    """A row a line: readable at any width and for a screen reader, words in the order of the paper."""
    heads = [h for h in map(_words, header) if h]
    if len(heads) > 1:
        yield from _wrapped(" · ".join(heads), width, 2)
        for row in rows:
            yield from _hanging("-", " · ".join(_words(c) for c in row), 2, width)
        yield ""
        return
    yield from (_wrapped(line, width, 0)[0] for line in heads)
    label_width = min(28, max((len(_words(r[0])) for r in rows), default=0) + 2)
    for row in rows:
        first, rest = _words(row[0]), " · ".join(_words(c) for c in row[1:])
        if len(first) < label_width:
            lines = _wrapped(rest, width, label_width) or [""]
            yield from (first.ljust(label_width) + lines[0][label_width:], *lines[1:])
        else:
            yield from (*_wrapped(first, width, 0), *_wrapped(rest, width, label_width))
    yield ""


def _signatures(document: doc.Document, width: int) -> Iterator[str]:
    for s in document.signatories:
        yield from ("", s.role.upper(), *_wrapped(doc.plain(s.party), width, 0))
        yield from (
            "",
            f"Handtekening: {_LINE}",
            f"Naam: {_words(s.name)}",
            f"Functie: {_words(s.function)}",
        )
        yield from (f"Plaats: {_LINE}", f"Datum: {_LINE}")
