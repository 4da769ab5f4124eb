"""Reads a written file back: its parts, its words per article, its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.writers.docx.marks import CLAUSE_PREFIX, END_PREFIX
from generator.writers.docx.numbers import Counters, place_of, read_numbering
from generator.writers.docx.xml import W14, W

_W = f"{{{W}}}"
_SPACES = {f"{_W}br": "\n", f"{_W}tab": " ", f"{_W}cr": "\n"}
_READ = (f"{_W}p", f"{_W}bookmarkStart", f"{_W}t", *_SPACES)


@dataclass(slots=True)
class Reading:
    """``clauses``: words between a clause's bookmark and the next; ``frame``: all words outside them, in order."""

    clauses: dict[str, list[str]] = field(default_factory=dict)
    frame: list[str] = field(default_factory=list)


def read_words(body: "etree._Element") -> Reading:
    reading = Reading()
    current: str | None = None
    ending = False
    texts: dict[str | None, list[str]] = {None: []}
    for event, element in etree.iterwalk(body, events=("start", "end"), tag=_READ):
        tag = element.tag
        if event == "end":
            if tag == f"{_W}p":
                texts[current].append("\n")
                current, ending = (None if ending else current), False
        elif tag == f"{_W}bookmarkStart" and (name := str(element.get(f"{_W}name"))).startswith(
            CLAUSE_PREFIX
        ):
            if name.startswith(END_PREFIX):
                ending = True
            else:
                current = name
                texts.setdefault(current, []).append("\n")
        elif tag == f"{_W}t" and not _in_box(element):
            texts[current].append(element.text or "")
        elif tag in _SPACES and element.getparent() is not None and element.getparent().tag == f"{_W}r":
            texts[current].append(_SPACES[tag])
    reading.frame = "".join(texts.pop(None)).split()
    reading.clauses = {str(name): "".join(pieces).split() for name, pieces in texts.items()}
    return reading


def _in_box(text: "etree._Element") -> bool:
    return any(a.find(f"{_W}sdtPr/{{{W14}}}checkbox") is not None for a in text.iterancestors(f"{_W}sdt"))


def printed_numbers(body: "etree._Element", numbering: bytes, styles: bytes) -> Iterator[tuple[str, str]]:
    """Bookmark and label of every numbered paragraph that references can point at, as Word counts them."""
    counters = Counters(read_numbering(numbering, styles))
    for paragraph in body.iter(f"{_W}p"):
        properties = paragraph.find(f"{_W}pPr")
        style = None if properties is None else properties.find(f"{_W}pStyle")
        by_style = None if style is None else counters.numbering.of_style.get(str(style.get(f"{_W}val")))
        place = place_of(properties) or by_style
        if place is None or place.list_id not in counters.numbering.lists:
            continue
        label = counters.advance(place)
        for mark in paragraph.iter(f"{_W}bookmarkStart"):
            if (name := str(mark.get(f"{_W}name"))).startswith("_Ref"):
                yield name, label
