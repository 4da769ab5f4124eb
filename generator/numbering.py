"""Numbers for articles, items and annexes, computed on the tree by the scheme of a house style.

Word computes the same from the same scheme; a test compares.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from generator.document import Annex, Article, Block, Document, Item
from generator.frozen import dataclass
from generator.library import Form

_PLACE = re.compile(r"%(\d)")
_OPENING = " \u00a0([{–-"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as Word describes it: in ``text``, ``%1`` is the number of the first level.

    ``depth`` is which of those is its own, from 0; ``legal``: the numbers of other levels print as figures.
    ``after``: what stands between the number and the words.
    """

    number_format: str
    text: str
    depth: int = 0
    start: int = 1
    legal: bool = False
    after: str = "\t"

    @property
    def lead(self) -> str:
        """What stands before the number, such as ‘Artikel’ or ‘§’; brackets are no lead."""
        return self.text.partition("%")[0].strip(_OPENING)

    @property
    def depths(self) -> frozenset[int]:
        """The levels whose numbers it prints."""
        return frozenset(int(n) - 1 for n in _PLACE.findall(self.text))


Levels = tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class NumberingScheme:
    """How a house style counts. ``articles`` are article, lid, onderdeel and sub-onderdeel; the other lists have no article."""

    articles: Levels
    lists: Levels
    statement: Levels
    parties: Levels
    recitals: Levels
    annex: Level

    def items_of(self, document: Document, slot: str, article: Article) -> tuple[Levels, int]:
        """The levels in which the items of an article count, and how many levels stand above its first."""
        if slot == "partijen":
            return self.parties, 0
        if slot == "overwegingen":
            return self.recitals, 0
        if article.label:
            return self.articles, 1
        signed = document.form is Form.STATEMENT and slot in {"artikelen", "ondertekening"}
        return (self.statement if signed else self.lists), 0


_LISTS = (
    Level("decimal", "%1.", 0),
    Level("lowerLetter", "(%2)", 1),
    Level("lowerRoman", "(%3)", 2),
)

MODERN = NumberingScheme(
    articles=(
        Level("decimal", "%1.", 0),
        Level("decimal", "%1.%2", 1),
        Level("lowerLetter", "(%3)", 2),
        Level("lowerRoman", "(%4)", 3),
    ),
    lists=_LISTS,
    statement=_LISTS,
    parties=(Level("decimal", "%1."), *_LISTS[1:]),
    recitals=(Level("upperLetter", "%1."), *_LISTS[1:]),
    annex=Level("decimal", "Bijlage %1"),
)
"""The scheme of the bundled style that is used unless another is chosen."""


def numbered(document: Document, scheme: NumberingScheme = MODERN) -> Document:
    """The document with every label as it prints: ``7.`` or ``Artikel 7``, ``7.2``, ``(a)``, ``Bijlage 1``.

    Only the articles of a contract are numbered; in other forms and in annexes each clause starts its own list.
    """
    return _Numbering(document, scheme).whole()


@dataclass(frozen=True, slots=True)
class _Numbering:
    document: Document
    scheme: NumberingScheme

    def whole(self) -> Document:
        given = self.document
        articles = tuple(self._in_slot("artikelen", self._titled(given.articles)))
        annexes = tuple(self._annex(a, n) for n, a in enumerate(given.annexes, 1))
        return replace(
            given,
            articles=articles,
            annexes=annexes,
            front_page=tuple(self._in_slot("voorblad", given.front_page)),
            addressee=tuple(self._in_slot("adressering", given.addressee)),
            parties=tuple(self._in_slot("partijen", given.parties, through=True)),
            recitals=tuple(self._in_slot("overwegingen", given.recitals, through=True)),
            signing_text=tuple(self._in_slot("ondertekening", given.signing_text)),
        )

    def _titled(self, articles: tuple[Article, ...]) -> Iterator[Article]:
        contract = self.document.form is Form.CONTRACT
        numbers = count(1)
        for a in articles:
            number = next(numbers) if contract and a.title else 0
            yield replace(a, label=printed_label(self.scheme.articles, 0, (number,)) if number else "")

    def _annex(self, annex: Annex, number: int) -> Annex:
        return replace(
            annex,
            label=printed_label((self.scheme.annex,), 0, (number,)),
            articles=tuple(self._in_slot(f"bijlage:{annex.key}", annex.articles)),
        )

    def _in_slot(
        self, slot: str, articles: Iterator[Article] | tuple[Article, ...], *, through: bool = False
    ) -> Iterator[Article]:
        """``through``: one list over all clauses of the slot."""
        first = 0
        labelled = 0
        for article in articles:
            labelled += bool(article.label)
            levels, above = self.scheme.items_of(self.document, slot, article)
            numbers = [labelled, 0, 0, 0] if above else [first, 0, 0]
            blocks = tuple(_labelled(article.blocks, levels, above, numbers))
            first = numbers[0] if through else 0
            yield replace(article, blocks=blocks)


def _labelled(blocks: tuple[Block, ...], levels: Levels, above: int, numbers: list[int]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Item):
            yield block
            continue
        at = block.level + above
        numbers[at] += 1
        numbers[at + 1 :] = [0] * (len(numbers) - at - 1)
        yield replace(block, label=printed_label(levels, at, numbers))


def printed_label(levels: Levels, at: int, numbers: Sequence[int]) -> str:
    """The label of level ``at`` when the levels stand at these numbers, counted from 1."""
    own = levels[at]
    by_depth = {level.depth: (level, n) for level, n in zip(levels, numbers, strict=False)}

    def shown(match: re.Match[str]) -> str:
        level, number = by_depth.get(int(match[1]) - 1, (own, 1))
        kind = "decimal" if own.legal and level is not own else level.number_format
        return formatted(level.start + max(number, 1) - 1, kind)

    return _PLACE.sub(shown, own.text)


FORMATS = frozenset(
    {"decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "bullet", "none"}
)
"""The formats of Word that we count in."""


def formatted(number: int, number_format: str) -> str:
    match number_format:
        case "lowerLetter":
            return letter(number)
        case "upperLetter":
            return letter(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02d}"
        case "bullet" | "none":
            return ""
        case _:
            return str(number)


def letter(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, as Word counts."""
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    parts = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        parts.append(sign * times)
    return "".join(parts)


def bare(label: str) -> str:
    """A label as a reference prints it: Word leaves out the full stop at its end."""
    return label.rstrip(".")
