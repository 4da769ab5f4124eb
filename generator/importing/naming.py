"""Names of files and leden, from the words of the contract."""

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 40
_SKIPPED = {
    "de",
    "het",
    "een",
    "van",
    "en",
    "of",
    "in",
    "op",
    "te",
    "dat",
    "die",
    "is",
    "voor",
    "aan",
    "met",
    "door",
    "bij",
    "als",
}


def kebab(text: str, otherwise: str, *, most: int = 6) -> str:
    """``Prijs en betaling`` → ``prijs-en-betaling``; begins with a letter, never empty."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"[a-z0-9]+", "".join(c for c in flat if not unicodedata.combining(c)))[:most]
    while words and not words[0][0].isalpha():
        words.pop(0)
    name = "-".join(words)[:_LONGEST].strip("-")
    return name or otherwise


def short_name(text: str, otherwise: str) -> str:
    """What a lid is called by, so that a reference can find it."""
    words = [w for w in re.findall(r"[^\W\d_]+", text.casefold()) if w not in _SKIPPED]
    return kebab(" ".join(words[:3]), otherwise)


def free(name: str, taken: Collection[str]) -> str:
    """The name, or the name with the first number that makes it new."""
    return next(n for n in (name, *(f"{name}-{i}" for i in range(2, len(taken) + 3))) if n not in taken)
