r"""A backslash before a sign of the format makes it an ordinary sign: ``\*``, ``1\.``, ``\{\{``.

What is escaped is hidden behind one private character before anything else reads the text, and shown again in the
words that come out. No content file may hold such characters, so nothing else can be taken for one.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.library import Inline, Text

SIGNS = "\\`*_{}[]()<>#+-.!|~&%=:^"
_HIDDEN = 0xF0000
_NOTHING = "\u2060"
_TAG = r"\{\{(?:\"[^\"\n]*\"|'[^'\n]*'|[^\"'\n])*?\}\}|\{%.*?%\}"
_ESCAPED = re.compile(rf"(?P<tag>{_TAG})|\\(?P<sign>[{re.escape(SIGNS)}])")
_SHOWN = {_HIDDEN + ord(sign): sign for sign in SIGNS}
_IS_HIDDEN = re.compile("[" + "".join(map(chr, _SHOWN)) + "]")


def hidden(text: str) -> str:
    """Each escaped sign as one private character; what stands inside a tag is the tag's own affair."""
    return _ESCAPED.sub(lambda m: m["tag"] or chr(_HIDDEN + ord(m["sign"])), text)


def hidden_count(text: str) -> int:
    """How many characters shorter this is than it stands in the file."""
    return len(_IS_HIDDEN.findall(text))


def hidden_in_place(text: str) -> str:
    """The same, of the same length: for who must find the words back in the file."""
    return _ESCAPED.sub(lambda m: m["tag"] or f"{_NOTHING}{chr(_HIDDEN + ord(m['sign']))}", text)


def shown(text: str) -> str:
    return text.translate(_SHOWN)


def shown_inlines(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(replace(i, text=shown(i.text)) if isinstance(i, Text) else i for i in inlines)
