"""Finds where the articles and annexes of a foreign contract begin, and what stands before and after them."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.frozen import dataclass
from generator.importing import parts
from generator.importing.foreign import Block, Line
from generator.importing.labels import ANNEX, ARTICLE, FIGURE, Label, readings

_PARTIES = re.compile(r"(?:de\s+)?(?:partijen|ondergetekenden?)\b.{0,25}$", re.IGNORECASE)
_RECITALS = re.compile(
    r"(?:overwegingen|in aanmerking nemende|(?:partijen\s+)?(?:overwegen|overwegende|nemen in aanmerking)(?:\s+(?:dat|het volgende))?)\b.{0,20}$",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"(?:ondertekening|handtekening(?:en)?|voor akkoord\b.*|(?:aldus|getekend|opgemaakt)\b.*)$", re.IGNORECASE
)
_NO_SENTENCE = re.compile(r"\b[A-Z]\.[A-Z]\.$")
_LONGEST_TITLE = 110
_MOST_WORDS = 14
FEWEST = 2
"""So many that look alike are articles; one may be anything."""


@dataclass(frozen=True, slots=True)
class Start:
    """A part begins at this block. ``skip``: signs of a typed number before the title."""

    slot: str
    label: Label | None = None
    skip: int = 0


def looks_like_title(text: str) -> bool:
    """Short, and no sentence: a point may end it after an abbreviation or in capitals."""
    text = text.strip()
    short = 0 < len(text) <= _LONGEST_TITLE and len(text.split()) <= _MOST_WORDS
    return short and (
        text[-1] not in ".;:," or bool(_NO_SENTENCE.search(text)) or (text.isupper() and text[-1] == ".")
    )


def starts(blocks: Sequence[Block]) -> dict[int, Start]:
    lines = {n: b for n, b in enumerate(blocks) if isinstance(b, Line) and not b.title}
    annexes = {n: s for n, line in lines.items() if (s := _annex(line))}
    rest = {n: line for n, line in lines.items() if n not in annexes}
    articles = _articles(rest)
    found = {**annexes, **articles}
    first = min(found, default=len(blocks))
    found |= _before(rest, first)
    last = max((n for n in articles), default=-1)
    signing = [n for n, line in rest.items() if n > last and n not in found and _signs(line)]
    if signing:
        found[signing[0]] = Start(parts.SIGNING)
    return found


def _annex(line: Line) -> Start | None:
    counted = next((x for x in readings(line.label) if x.kind == ANNEX), None)
    if counted:
        return Start(parts.ANNEX, counted)
    typed = next((x for x in readings(line.text) if x.kind == ANNEX), None)
    rest = line.text[typed.length :].strip() if typed else ""
    prominent = line.heading or line.is_bold or line.centred or not rest
    if typed and prominent and (not rest or looks_like_title(rest)):
        return Start(parts.ANNEX, typed, typed.length)
    return None


def _articles(lines: dict[int, Line]) -> dict[int, Start]:
    named = {n: s for n, line in lines.items() if (s := _named(line))}
    if len(named) >= FEWEST:
        level = Counter(lines[n].heading for n in named).most_common(1)[0][0]
        also = {n for n, line in lines.items() if level and line.heading == level and not _before_words(line)}
        return {n: Start(parts.ARTICLE) for n in also} | named
    headed = _headed(lines)
    if len(headed) >= FEWEST:
        return headed
    numbered = {n: s for n, line in lines.items() if (s := _numbered(line))}
    if len(numbered) >= FEWEST:
        return numbered
    bold = {
        n: Start(parts.ARTICLE)
        for n, line in lines.items()
        if line.is_bold
        and looks_like_title(line.text)
        and not line.bullet
        and not _before_words(line)
        and not _signs(line)
    }
    return bold if len(bold) >= FEWEST else headed | named | numbered


def _named(line: Line) -> Start | None:
    """‘Artikel 7 Prijs’: counted by Word, or typed before what looks like a title."""
    counted = next((x for x in readings(line.label) if x.kind == ARTICLE), None)
    if counted:
        return Start(parts.ARTICLE, counted)
    typed = next((x for x in readings(line.text) if x.kind == ARTICLE), None)
    rest = line.text[typed.length :].strip() if typed else ""
    set_apart = bool(line.heading or line.is_bold or not rest or not rest[:1].islower())
    if typed and set_apart and (not rest or looks_like_title(rest)):
        return Start(parts.ARTICLE, typed, typed.length)
    return None


def _headed(lines: dict[int, Line]) -> dict[int, Start]:
    """The highest level of headings that has more than one, what stands around the articles left out."""
    headings = {
        n: line for n, line in lines.items() if line.heading and not _before_words(line) and not _signs(line)
    }
    levels = Counter(line.heading for line in headings.values())
    numbered = Counter(line.heading for line in headings.values() if _number_of(line))
    counts = numbered if max(numbered.values(), default=0) >= FEWEST else levels
    often = [level for level, count in counts.items() if count >= FEWEST and level]
    if not often:
        return {}
    chosen = {n: line for n, line in headings.items() if line.heading == min(often)}
    return {n: _start_of(line) for n, line in chosen.items()}


def _start_of(line: Line) -> Start:
    label = _number_of(line)
    return Start(parts.ARTICLE, label, label.length if label and not line.label else 0)


def _number_of(line: Line) -> Label | None:
    found = readings(line.label) if line.label else readings(line.text, loose=True)
    return next((x for x in found if x.kind == FIGURE and len(x.numbers) == 1), None)


def _numbered(line: Line) -> Start | None:
    """‘7. Prijs’ in bold or capitals, or the first level of a list whose line is a title."""
    label = _number_of(line)
    if label is None or line.level > 0:
        return None
    title = line.text if line.label else line.text[label.length :]
    set_apart = line.is_bold or title.isupper()
    if looks_like_title(title) and set_apart:
        return _start_of(line)
    return None


def _before_words(line: Line) -> bool:
    text = line.text.strip()
    return bool(_PARTIES.fullmatch(text) or _RECITALS.fullmatch(text))


def _signs(line: Line) -> bool:
    return bool(_SIGNING.fullmatch(line.text.strip()))


def _before(lines: dict[int, Line], first: int) -> dict[int, Start]:
    """The parties and the recitals, where a line of their own says so."""
    found: dict[int, Start] = {}
    for n, line in lines.items():
        slot = next(
            (
                slot
                for slot, words in ((parts.PARTIES, _PARTIES), (parts.RECITALS, _RECITALS))
                if n < first and words.fullmatch(line.text.strip())
            ),
            None,
        )
        if slot and slot not in {s.slot for s in found.values()}:
            found[n] = Start(slot)
    return found
