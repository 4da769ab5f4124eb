"""Numbers as people write them: ‘Artikel 7’, ‘7.2’, ‘a.’, ‘(i)’, and what they count."""

import re
from collections.abc import Iterator

from generator.frozen import dataclass
from generator.numbering import letter, roman

ARTICLE, ANNEX, FIGURE, LETTER, ROMAN = "artikel", "bijlage", "getal", "letter", "romeins"

_ARTICLE = re.compile(r"(?:artikel|art\.|§)\s*(\d{1,3})(?!\d|[.:]\d)\s*[.:–—-]?\s*", re.IGNORECASE)
_ANNEX = re.compile(
    r"(?:bijlage|annex|appendix)\s+(\d{1,2}|[A-Z]|[IVX]{1,4})(?!\w)\s*[.:–—-]?\s*", re.IGNORECASE
)
_DOTTED = re.compile(r"\(?(\d{1,3}(?:\.\d{1,2}){1,4})\.?\)?(?=\s|$)\s*")
_SINGLE = re.compile(r"\(?(\d{1,3})(?P<sign>[.)]|º|°)(?=\s|$)\s*")
_BARE = re.compile(r"(\d{1,3})(?=\t|\s{2,}|$)\s*")
_LOOSE = re.compile(r"(\d{1,2})\s+(?=[A-Z])")
_LETTER = re.compile(r"\(?([a-zA-Z])(?P<sign>[.)])(?=\s|$)\s*")
_ROMAN = re.compile(r"\(?([ivx]{1,6}|[IVX]{1,6})(?P<sign>[.)])(?=\s|$)\s*")
_BULLET = re.compile(r"[•·▪◦‣⁃●○■–—*o-](?=\s)\s+|[•·▪◦‣⁃●○■]\s*")
_BOX = re.compile(r"[☐□❑❏]\s*")
_ROMANS = {roman(n): n for n in range(1, 60)}
_LETTERS = {letter(n): n for n in range(1, 60)}


@dataclass(frozen=True, slots=True)
class Label:
    """``numbers``: 7.2 is (7, 2), b is (2,). ``family``: labels that count on after each other share it."""

    kind: str
    numbers: tuple[int, ...]
    family: str
    text: str
    length: int


def readings(text: str, *, loose: bool = False) -> Iterator[Label]:
    """Every way in which this line may begin with a number, the likeliest first. ``loose``: also ‘7 Prijs’."""
    lead = len(text) - len(text.lstrip())
    text = text.lstrip()
    for label in _readings(text, loose=loose):
        yield Label(label.kind, label.numbers, label.family, label.text.strip(), label.length + lead)


def _readings(text: str, *, loose: bool) -> Iterator[Label]:
    if m := _ARTICLE.match(text):
        yield Label(ARTICLE, (int(m[1]),), ARTICLE, m[0], m.end())
    if m := _ANNEX.match(text):
        yield Label(ANNEX, (_annex_number(m[1]),), ANNEX, m[0], m.end())
    if m := _DOTTED.match(text):
        numbers = tuple(map(int, m[1].split(".")))
        yield Label(FIGURE, numbers, f"{FIGURE}{len(numbers)}", m[0], m.end())
    elif m := _SINGLE.match(text) or _BARE.match(text) or (_LOOSE.match(text) if loose else None):
        sign = m.groupdict().get("sign", "")
        yield Label(FIGURE, (int(m[1]),), f"{FIGURE}1{sign}", m[0], m.end())
    if (m := _ROMAN.match(text)) and (number := _ROMANS.get(m[1].lower())) is not None:
        yield Label(ROMAN, (number,), f"{ROMAN}{m['sign']}{m[1].islower()}", m[0], m.end())
    if m := _LETTER.match(text):
        yield Label(LETTER, (_LETTERS[m[1].lower()],), f"{LETTER}{m['sign']}{m[1].islower()}", m[0], m.end())


def _annex_number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return _ROMANS.get(text.lower(), 0) if len(text) > 1 or text in "IVX" else _LETTERS[text.lower()]


def bullet_length(text: str) -> int:
    m = _BULLET.match(text.lstrip())
    return m.end() + len(text) - len(text.lstrip()) if m else 0


def box_length(text: str) -> int:
    m = _BOX.match(text.lstrip())
    return m.end() + len(text) - len(text.lstrip()) if m else 0
