"""Elements with their text escaped: the only place where text becomes HTML."""

from collections.abc import Iterable
from html import escape
from unicodedata import bidirectional

from generator.writers.words import clean

BESIDE = "data-naast"
"""Marks what stands beside the words of the document: numbers, headings of the frame, explanations, pictures."""

_VOID = frozenset({"br", "input", "meta"})
Attribute = str | int | bool | None


class Markup(str):
    """HTML that needs no escaping any more."""

    __slots__ = ()


def text(written: str) -> Markup:
    """As it reads; a line break in an answer stays one, and what reads from right to left keeps to itself."""
    lines = (escape(line, quote=False) for line in clean(written).split("\n"))
    made = "<br>".join(lines)
    turned = any(bidirectional(c) in {"R", "AL"} for c in written)
    return Markup(f"<bdi>{made}</bdi>" if turned else made)


def tag(name: str, /, *children: str, **attributes: Attribute) -> Markup:
    """``class_`` is ``class`` and ``aria_label`` is ``aria-label``; an attribute that is None or False stays out."""
    inner = "".join(c if isinstance(c, Markup) else text(c) for c in children)
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    return Markup(f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{inner}</{name}>")


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(parts))


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key if key == "viewBox" else key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    return f' {name}="{escape(" ".join(clean(str(value)).split()))}"'
