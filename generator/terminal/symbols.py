"""The signs on the screen, and their stand-ins where the terminal knows no UTF-8."""

import sys
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Symbols:
    rule: str = "─"
    pointer: str = "❯"
    done: str = "✓"
    warn: str = "⚠"
    bar: str = "▌"
    wall: str = "│"
    dot: str = "·"
    more: str = "…"
    open: str = "○"
    ticked: str = "[✓]"
    unticked: str = "[ ]"
    chosen: str = "●"
    unchosen: str = "·"
    higher: str = "↑"
    lower: str = "↓"
    ascii: bool = False

    def text(self, text: str) -> str:
        """Text as this terminal can show it."""
        return to_ascii(text) if self.ascii else text


UTF8 = Symbols()
ASCII = Symbols("-", ">", "+", "!", "|", "|", "-", "...", "o", "[x]", "[ ]", "x", ".", "^", "v", ascii=True)

_STAND_INS: Mapping[int, str] = MappingProxyType(
    str.maketrans(
        {
            "€": "EUR",
            "‘": "'",
            "’": "'",
            "“": '"',
            "”": '"',
            "–": "-",
            "—": "-",
            "…": "...",
            "·": "-",
            "→": "->",
            "↑": "^",
            "↓": "v",
            "←": "<-",
            "⚠": "!",
            "✓": "+",
            "❯": ">",
            "☐": "[ ]",
            "•": "-",
            "\u00a0": " ",
        }
    )
)


def to_ascii(text: str) -> str:
    """Without accents and typographic signs; what has no stand-in becomes a question mark."""
    plain = unicodedata.normalize("NFKD", text.translate(_STAND_INS))
    return "".join(c for c in plain if not unicodedata.combining(c)).encode("ascii", "replace").decode()


def for_this_terminal() -> Symbols:
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    return UTF8 if encoding in {"utf8", "utf16", "cp65001"} else ASCII
