"""A copy of a house style with a Word comment at each fault, for who mends it in Word."""

from collections.abc import Sequence

from lxml import etree

from generator.writers.docx.comments import CommentStyles, Line, commented
from generator.writers.docx.package import read_package, written
from generator.writers.docx.style_faults import StyleFault
from generator.writers.docx.xml import W

_W = f"{{{W}}}"
_DATE = "1980-01-01T00:00:00Z"


def commented_copy(style: bytes, faults: Sequence[StyleFault]) -> bytes:
    """Faults of styles, headers and footers stand at the beginning: Word has no comments there."""
    parts = read_package(style).parts
    body = etree.fromstring(parts["word/document.xml"])
    paragraphs = [*body.iter(f"{_W}p")]
    placed: dict[etree._Element, list[Line]] = {}
    for fault in faults:
        at = next((p for p in paragraphs if fault.near and fault.near in _text(p)), paragraphs[0])
        kind = "Fout:" if fault.grave else "Waarschuwing:"
        placed.setdefault(at, []).extend((Line(fault.message, kind), Line(fault.remedy, "Doe:")))
    comments = [(p, placed[p]) for p in paragraphs if p in placed]
    return written(commented(parts, body, comments, CommentStyles(), _DATE))


def _text(paragraph: "etree._Element") -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{_W}t"))
