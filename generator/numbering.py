"""Numbers for articles, items and annexes, computed on the tree. Word computes the same; a test compares."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

from generator.document import Annex, Article, Block, Document, Item
from generator.library import Form

Labeller = Callable[[int, list[int]], str]
"""From an item's level and the counters per level to its label."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numbered(document: Document) -> Document:
    """The document with every label filled: articles "7", leden "7.2", onderdelen "(a)", "(i)"; annexes "1".

    Only the articles of a contract are numbered; in other forms and in annexes each clause starts its own list.
    """
    contract = document.form is Form.CONTRACT
    numbers = count(1)
    articles = tuple(
        _article(a, str(next(numbers)) if contract and a.title else "") for a in document.articles
    )
    annexes = tuple(
        replace(annex, label=str(n), articles=tuple(_article(a, "") for a in annex.articles))
        for n, annex in enumerate(document.annexes, 1)
    )
    return replace(
        document,
        articles=articles,
        annexes=annexes,
        front_page=_plain(document.front_page),
        addressee=_plain(document.addressee),
        parties=_run(document.parties, letters=False),
        recitals=_run(document.recitals, letters=True),
        signing_text=_plain(document.signing_text),
    )


def _plain(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    return tuple(_article(a, "") for a in articles)


def _run(articles: tuple[Article, ...], *, letters: bool) -> tuple[Article, ...]:
    """Parties and recitals: one list over all clauses of the slot, ``1.`` or ``A.``"""
    counter = count(1)

    def label(level: int, numbers: list[int]) -> str:
        if level == 0:
            numbers[0] = next(counter)
            return f"{letter(numbers[0]).upper()}." if letters else f"{numbers[0]}."
        return item_label("", level, numbers)

    return tuple(replace(a, blocks=tuple(_labelled(a.blocks, label))) for a in articles)


def _article(article: Article, label: str) -> Article:
    def of_item(level: int, numbers: list[int]) -> str:
        return item_label(label, level, numbers)

    return replace(article, label=label, blocks=tuple(_labelled(article.blocks, of_item)))


def _labelled(blocks: tuple[Block, ...], label: Labeller) -> Iterator[Block]:
    numbers = [0, 0, 0]
    for block in blocks:
        if not isinstance(block, Item):
            yield block
            continue
        numbers[block.level] += 1
        numbers[block.level + 1 :] = [0] * (2 - block.level)
        yield replace(block, label=label(block.level, numbers))


def item_label(article: str, level: int, numbers: list[int]) -> str:
    """The label in the modern scheme; outside a numbered article a lid is "1."."""
    if level == 0:
        return f"{article}.{numbers[0]}" if article else f"{numbers[0]}."
    return f"({letter(numbers[1])})" if level == 1 else f"({roman(numbers[2])})"


def letter(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, as Word counts."""
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    parts = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        parts.append(sign * times)
    return "".join(parts)


def numbered_annex(annex: Annex) -> str:
    return f"Bijlage {annex.label}"
