"""One clause out of the papers of a case, as a small document of its own."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.document import (
    Annex,
    Article,
    Block,
    Document,
    Inlines,
    Ref,
    Table,
    Text,
    Undecided,
    WritingLines,
    parts,
)


def excerpts(documents: Iterable[Document], clause: str) -> tuple[Document, ...]:
    """Of each paper that has the clause: the clause as it stands there, with its number, and nothing else."""
    return tuple(
        _only(d, clause)
        for d in documents
        if any(a.clause == clause for _s, found in parts(d) for a in found)
    )


def _only(document: Document, clause: str) -> Document:
    def kept(articles: tuple[Article, ...]) -> tuple[Article, ...]:
        return tuple(_alone(a) for a in articles if a.clause == clause)

    annexes = tuple(replace(a, articles=kept(a.articles)) for a in document.annexes)
    return replace(
        document,
        front_page=kept(document.front_page),
        addressee=kept(document.addressee),
        parties=kept(document.parties),
        recitals=kept(document.recitals),
        articles=kept(document.articles),
        annexes=tuple(filter(_is_there, annexes)),
        signing_text=kept(document.signing_text),
        signatories=(),
        concept=(),
    )


def _is_there(annex: Annex) -> bool:
    return bool(annex.articles)


def _alone(article: Article) -> Article:
    """What it points at is not in the excerpt: its references are words."""
    return replace(
        article, title=_words(article.title), blocks=tuple(_each(b, _words) for b in article.blocks)
    )


def _each(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    match block:
        case Table(header, rows):
            return Table(tuple(map(change, header)), tuple(tuple(map(change, row)) for row in rows))
        case WritingLines() | Undecided():
            return block
        case _:
            return replace(block, inlines=change(block.inlines))


def _words(inlines: Inlines) -> Inlines:
    return tuple(Text(i.text) if isinstance(i, Ref) else i for i in inlines)
