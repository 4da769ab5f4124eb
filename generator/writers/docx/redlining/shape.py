"""The oracle: what a paper says and how it is built, to hold a redline against the two papers it came from."""

from collections.abc import Iterator
from itertools import zip_longest

from generator.writers.docx.reading import printed_numbers
from generator.writers.docx.redlining import elements as el
from generator.writers.docx.redlining.elements import Element
from generator.writers.docx.returned import contents_table, text_of
from generator.writers.docx.tracked import accepted, rejected

_FIELD = "\ufdd0"
_BOX = "\u2610"
"""A box to tick that was taken away and put back has lost its control, and is a sign."""

Line = tuple[str, ...]


def shape(root: Element, numbering: bytes | None, styles: bytes, names: dict[str, str]) -> list[Line]:
    """A line per paragraph: where it stands, its style, its number, its words, with what its fields show."""
    labels = _labels(root, numbering, styles)
    skipped = set(contents_table(root))
    return [_line(p, labels, names) for p in root.iter(el.P) if p not in skipped]


def _labels(root: Element, numbering: bytes | None, styles: bytes) -> dict[str, str]:
    if numbering is None:
        return {}
    try:
        return dict(printed_numbers(root, numbering, styles))
    except (LookupError, ValueError):  # lists of another program that we cannot count
        return {}


def _line(paragraph: Element, labels: dict[str, str], names: dict[str, str]) -> Line:
    style = el.style_of(paragraph)
    own = next((labels[n] for n in el.names_in(paragraph) if n in labels), "")
    return (_place(paragraph), names.get(style, style), own, *_words(paragraph, labels))


def _words(paragraph: Element, labels: dict[str, str]) -> Iterator[str]:
    """A field prints the number of what it points at."""
    text = text_of(paragraph)
    for piece in text.replace("\ufdd2", _FIELD).split(_FIELD):
        instruction, shows, result = piece.partition("\ufdd1")
        if not shows:
            yield from (w for w in piece.split() if w != _BOX)
        elif instruction.startswith("REF "):
            yield f"→{labels.get(instruction.removeprefix('REF '), '')}"
        else:
            yield instruction or result


def _place(paragraph: Element) -> str:
    """The rows and cells around it, by number."""
    steps = list(paragraph.iterancestors(el.TR, el.TC))
    return "/".join(str(_position(a)) for a in reversed(steps))


def _position(element: Element) -> int:
    return sum(1 for _ in element.itersiblings(str(element.tag), preceding=True))


def faults(
    redline: Element, numbering: bytes | None, styles: bytes, names: dict[str, str],
    old: list[Line], new: list[Line],
) -> Iterator[str]:  # fmt: skip
    """What is wrong with a redline: that accepting gives another paper than the new one, or rejecting than the old one."""
    for root, wanted, what in ((accepted(redline), new, "aannemen"), (rejected(redline), old, "weigeren")):
        found = shape(root, numbering, styles, names)
        for n, (a, b) in enumerate(zip_longest(found, wanted)):
            if a != b:
                yield f"na {what} van alles is alinea {n + 1} niet ‘{' '.join((b or ())[1:])[:80]}’ maar ‘{' '.join((a or ())[1:])[:80]}’"
                break
