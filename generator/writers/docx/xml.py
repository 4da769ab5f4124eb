"""Small pieces of WordprocessingML. Everything that enters is text; everything that leaves is well-formed."""

import re
from zlib import crc32

from generator.frozen import dataclass
from generator.writers.words import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"})
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_DIRECTION = re.compile(f"([{_RTL}]+(?:[^\\w{_RTL}]+[{_RTL}]+)*)")
_PIECE = re.compile("([\n\t])")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


@dataclass(frozen=True, slots=True)
class Fragment:
    """XML of our own making, that the frame takes in as it is; everything else it escapes."""

    xml: str

    def __html__(self) -> str:
        return self.xml

    def __bool__(self) -> bool:
        return bool(self.xml)


def escape(text: str) -> str:
    return text.translate(_ESCAPES)


def run(text: str, properties: str = "") -> str:
    """Runs for literal text; right-to-left stretches get their own."""
    return "".join(
        _run(piece, f"{properties}<w:rtl/>" if n % 2 else properties)
        for n, piece in enumerate(_DIRECTION.split(clean(text)))
        if piece
    )


def _run(text: str, properties: str) -> str:
    content = "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _PIECE.split(text)
        if piece
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def field(instruction: str, result: str, properties: str = "") -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result, properties)}"
        f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, content: str, properties: str = "") -> str:
    """``properties`` in schema order after the style: keepNext, pageBreakBefore, numPr, …"""
    return f'<w:p><w:pPr><w:pStyle w:val="{escape(style)}"/>{properties}</w:pPr>{content}</w:p>'


def number(key: str) -> int:
    """A stable number for a key, for ids that must not depend on order."""
    return crc32(key.encode("utf-8", "surrogatepass"))
