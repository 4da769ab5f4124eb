"""Dutch text to sentences and words."""

import re
from collections.abc import Iterator

from generator.frozen import dataclass
from generator.prose import FILLED_IN, Prose

ABBREVIATIONS = frozenset(
    {"art.", "bijv.", "bv.", "ca.", "d.d.", "dhr.", "e.d.", "e.v.", "etc.", "excl.", "incl.", "i.v.m.", "jo."}
    | {
        "m.b.t.",
        "max.",
        "min.",
        "mr.",
        "mw.",
        "n.v.t.",
        "nr.",
        "o.a.",
        "p.m.",
        "rb.",
        "resp.",
        "t.a.v.",
        "tel.",
    }
    | {"v.a.", "vgl.", "z.s.m."}
)
END = re.compile(r"[.!?…]+[)’”\"]*(?=\s|$)")
WORD = re.compile(r"\S+")
OUTSIDE = re.compile(r"^[^\w" + FILLED_IN + r"]+|[^\w%+" + FILLED_IN + r"]+$")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """``whole``: it ends as a sentence does; a title, label or cell mostly does not."""

    prose: Prose
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    @property
    def whole(self) -> bool:
        return bool(END.search(self.text.rstrip()[-3:]))


def sentences(prose: Prose) -> Iterator[Sentence]:
    start = 0
    for end in (*_ends(prose.text), len(prose.text)):
        words = tuple(_words(prose.text, start, end))
        if words:
            yield Sentence(prose, words[0].offset, end, words)
        start = end


def _ends(text: str) -> Iterator[int]:
    """Where sentences end: not after an abbreviation, and only where a new sentence can begin."""
    for match in END.finditer(text):
        before = text[: match.end()].rsplit(maxsplit=1)[-1].lstrip("(‘“").lower()
        after = text[match.end() :].lstrip()[:2].lstrip("‘“(„")
        begins = not after or after[0].isupper() or after[0].isdigit() or after[0] == FILLED_IN
        if before not in ABBREVIATIONS and begins:
            yield match.end()


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for match in WORD.finditer(text, start, end):
        trimmed = OUTSIDE.sub("", match[0])
        if trimmed:
            yield Word(trimmed, match.start() + match[0].index(trimmed))
