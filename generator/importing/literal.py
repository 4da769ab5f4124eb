"""Words from outside as clause text that reads as exactly those words."""

import re
import unicodedata

_ALWAYS = re.compile(r"[\\`*_{}\[\]<>|~&!^#]")
_LEAD = re.compile(r"^(?:[+=:-]|\d+[.)])")
_KNOWN_SIGNS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "☐", 0xF06F: "☐", 0xF0FC: "✓", 0xF0FE: "☒", 0xF0E0: "→", 0xF02D: "-",
}  # fmt: skip
"""Signs of the fonts Symbol and Wingdings that stand in contracts."""


def plain_words(text: str) -> str:
    """Without what no reader sees and no content file may hold; one space between words."""
    text = "".join(map(_kept, unicodedata.normalize("NFC", text)))
    return " ".join(text.split())


def _kept(sign: str) -> str:
    if (known := _KNOWN_SIGNS.get(ord(sign))) is not None:
        return known
    kind = unicodedata.category(sign)
    if sign in "\u200e\u200f\u200b\u200d\u2060\ufeff\u00ad" or kind in {"Cf", "Cs"}:
        return ""
    if kind == "Co" or sign == "\ufffd":
        return "?"
    return " " if kind in {"Cc", "Zl", "Zp", "Zs"} and sign != "\u00a0" else sign


def literal(text: str, *, starts: bool = False) -> str:
    """``starts``: these words begin a line, where a number or a dash would begin a list."""
    escaped = _ALWAYS.sub(r"\\\g<0>", text)
    if starts and (lead := _LEAD.match(escaped)):
        sign = lead.end() - 1
        escaped = f"{escaped[:sign]}\\{escaped[sign:]}"
    return escaped


def yaml_text(text: str) -> str:
    """A text in a YAML file, always between quotation marks."""
    return "'" + text.replace("'", "''") + "'"
