"""Names of WordprocessingML that a redline meets, and small looks at elements."""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from generator.writers.docx.marks import CLAUSE_PREFIX, END_PREFIX
from generator.writers.docx.returned import text_of
from generator.writers.docx.xml import W

Element = _Element
WORD = f"{{{W}}}"

P, TBL, TR, TC, R, T = (f"{WORD}{n}" for n in ("p", "tbl", "tr", "tc", "r", "t"))
PPR, RPR, TRPR, TCPR, SECTPR = (f"{WORD}{n}" for n in ("pPr", "rPr", "trPr", "tcPr", "sectPr"))
INS, DEL, SDT, SDT_CONTENT = (f"{WORD}{n}" for n in ("ins", "del", "sdt", "sdtContent"))
START, END = f"{WORD}bookmarkStart", f"{WORD}bookmarkEnd"
FIELD_SIGN, INSTRUCTION = f"{WORD}fldChar", f"{WORD}instrText"
STYLE, NUMBER, NUMBER_ID = f"{WORD}pStyle", f"{WORD}numPr", f"{WORD}numId"
VALUE, NAME, ID, KIND = (f"{WORD}{n}" for n in ("val", "name", "id", "fldCharType"))
PROPERTY_CHANGE = f"{WORD}pPrChange"

ANCHORS = tuple(f"{WORD}{n}" for n in ("commentRangeStart", "commentRangeEnd"))
NOISE = tuple(f"{WORD}{n}" for n in ("proofErr", "permStart", "permEnd", "lastRenderedPageBreak"))
LAYOUT = tuple(f"{WORD}{n}" for n in ("keepNext", "keepLines", "rPr", "sectPr", "pPrChange", "widowControl", "suppressAutoHyphens"))  # fmt: skip
"""Of a paragraph: what changes with its neighbours and says nothing."""


def make(tag: str, **attributes: str) -> Element:
    element = etree.Element(f"{WORD}{tag}")
    for name, value in attributes.items():
        element.set(f"{WORD}{name}", value)
    return element


def style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{PPR}/{STYLE}")
    return "" if style is None else str(style.get(VALUE, ""))


def words_of(block: Element) -> list[str]:
    """All words of a paragraph, row or table; a field as what it points at."""
    paragraphs = [block] if block.tag == P else block.iter(P)
    return [w for p in paragraphs for w in text_of(p).split()]


def first_paragraph(block: Element) -> Element | None:
    return block if block.tag == P else next(block.iter(P), None)


def names_in(block: Element) -> list[str]:
    return [str(m.get(NAME, "")) for m in block.iter(START)]


def clause_mark(block: Element) -> str:
    """The bookmark of the clause that begins in this block."""
    return next(
        (n for n in names_in(block) if n.startswith(CLAUSE_PREFIX) and not n.startswith(END_PREFIX)), ""
    )


def ends_slot(block: Element) -> bool:
    return any(n.startswith(END_PREFIX) for n in names_in(block))


def columns_of(table: Element) -> int:
    return max((len(row.findall(TC)) for row in table.iterfind(TR)), default=0)


def written(element: Element, skipped: tuple[str, ...] = ()) -> bytes:
    """An element as bytes to compare by: attributes sorted, ids and revision marks left out."""
    return b"".join(_written(element, skipped))


def _written(element: Element, skipped: tuple[str, ...]) -> Iterator[bytes]:
    if not isinstance(element.tag, str) or element.tag in skipped:
        return
    kept = sorted((str(k), str(v)) for k, v in element.attrib.items() if "rsid" not in str(k) and k != ID)
    yield f"<{element.tag} {kept} {element.text or ''}>".encode("utf-8", "surrogatepass")
    for child in element:
        yield from _written(child, skipped)
    yield b"/"
