"""Text as typed or pasted: what is kept, what is refused. Also the answer that every reader here gives when it cannot."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from generator.frozen import dataclass
from generator.library import Choice, Kind, Question

LINE_LIMIT = 300
TEXT_LIMIT = 5000
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_LINE_ENDS = r"\r\n|[\r\n\x85\u2028\u2029]"
_NONCHARACTER = r"[\ufdd0-\ufdef\ufffe\uffff]"

YES_NO = (
    Choice("ja", "Ja", "ja"),
    Choice("nee", "Nee", "nee"),
    Choice("weet_ik_niet", "Weet ik niet", "weet ik niet"),
)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why an answer is not taken, as a sentence with an example, and what to do, in the imperative."""

    message: str
    remedy: str
    slug: str = "antwoord-niet-te-lezen"


def choices_of(question: Question) -> tuple[Choice, ...]:
    return question.choices or (YES_NO if question.kind is Kind.YES_NO else ())


def refused_character(text: str) -> Rejection | None:
    """A character that no document can carry, or that shows text in another order than it is stored."""
    if text.isprintable():
        return None  # neither kind is printable
    for at, character in enumerate(text, start=1):
        if ord(character) in _BIDI:
            return Rejection(
                f"Op plaats {at} staat een verborgen teken dat de leesrichting omdraait (U+{ord(character):04X}).",
                "Typ deze tekst opnieuw in plaats van hem te plakken.",
                "verborgen-teken",
            )
        if _is_control(character):
            return Rejection(
                f"Op plaats {at} staat een stuurteken dat niet in een document kan (U+{ord(character):04X}).",
                "Typ deze tekst opnieuw in plaats van hem te plakken.",
                "verborgen-teken",
            )
    return None


def _is_control(character: str) -> bool:
    if character in "\t\r\n\x85\u2028\u2029":
        return False
    return unicodedata.category(character) in {"Cc", "Cs"} or bool(re.match(_NONCHARACTER, character))


def tidy(text: str) -> str:
    """One line: composed characters, every run of white space one plain space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def has_ink(text: str) -> bool:
    """Whether anything of it shows on paper."""
    return any(unicodedata.category(c)[0] in "LNPS" for c in text)


def read_line(text: str) -> str | Rejection:
    line = tidy(text)
    return _too_long(line, LINE_LIMIT) or line


def read_text(text: str) -> str | Rejection:
    lines = [
        part.replace("\t", " ").rstrip() for part in re.split(_LINE_ENDS, unicodedata.normalize("NFC", text))
    ]
    kept = "\n".join(lines).strip()
    return _too_long(kept, TEXT_LIMIT) or kept


def _too_long(text: str, limit: int) -> Rejection | None:
    if len(text) <= limit:
        return None
    return Rejection(
        f"Deze tekst telt {_thousands(len(text))} tekens; er passen er {_thousands(limit)}.",
        "Kort de tekst in, of zet de rest in een stuk dat u meestuurt.",
        "te-lang",
    )


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@lru_cache(4096)
def folded(text: str) -> str:
    """For comparing what people type: no accents, no capitals, no underscores, no closing point."""
    plain = text if text.isascii() else _without_accents(text)
    return " ".join(plain.casefold().replace("_", " ").split()).removesuffix(".")


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def read_choice(choices: Sequence[Choice], text: str, *, prefix: bool = True) -> str | Rejection:
    """The option meant by its id, its label or (``prefix``) a beginning that fits one option only."""
    wanted = folded(text)
    exact = [c for c in choices if wanted in (folded(c.id), folded(c.label))]
    if len(exact) > 1:
        exact = [c for c in choices if c.id == text.strip()] or exact
    if len(exact) == 1:
        return exact[0].id
    begun = [c for c in choices if any(folded(w).startswith(wanted) for w in (c.id, c.label))]
    if prefix and wanted and len(begun) == 1:
        return begun[0].id
    if prefix and wanted and len(begun) > 1:
        return Rejection(
            f"‘{_clipped(text)}’ past op meer antwoorden: {_listed(begun)}. Typ er iets meer van.",
            "Schrijf het antwoord voluit.",
            "onbekende-optie",
        )
    return unknown_option(choices, text, by_id=not prefix)


def unknown_option(choices: Sequence[Choice], text: str, *, by_id: bool) -> Rejection:
    nearest = nearest_of(text, [w for c in choices for w in (c.id, c.label)])
    meant = next((c for c in choices if nearest in (c.id, c.label)), None)
    names = ", ".join(c.id for c in choices[:12]) if by_id else _listed(choices)
    message = (
        f"‘{_clipped(text)}’ is hier geen antwoord. Kies uit: {names}{' …' if len(choices) > 12 else ''}."
    )
    if meant is None:
        return Rejection(message, "Neem een van deze antwoorden over.", "onbekende-optie")
    return Rejection(message, f"Schrijf '{meant.id if by_id else meant.label}'.", "onbekende-optie")


def nearest_of(text: str, names: Sequence[str]) -> str | None:
    """The name most like ``text``, when one is like it at all."""
    from difflib import get_close_matches

    by_folded = {folded(n): n for n in reversed(names)}
    close = get_close_matches(folded(text[:80]), list(by_folded), n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def _listed(choices: Sequence[Choice]) -> str:
    return ", ".join(c.label for c in choices[:12])


def _clipped(text: str, limit: int = 40) -> str:
    line = tidy(text)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def clipped(text: str) -> str:
    """Typed text, short enough to repeat in a message."""
    return _clipped(text)
