"""Word comments: on a paragraph of the body, each with its own lines, the same for the same input."""

from collections.abc import Mapping, Sequence

from lxml import etree

from generator.frozen import dataclass
from generator.writers.docx import roles
from generator.writers.docx.package import with_content_type, with_relation
from generator.writers.docx.xml import W, escape, run

_W = f"{{{W}}}"
_PART = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
AUTHOR, INITIALS = "Zwart op wit", "ZOW"


@dataclass(frozen=True, slots=True)
class CommentStyles:
    """Ids of the styles for text and mark of a comment; empty where a file has none."""

    text: str = ""
    mark: str = ""

    @classmethod
    def of(cls, ids: Mapping[str, str]) -> "CommentStyles":
        return cls(ids[roles.COMMENT], ids[roles.COMMENT_MARK])


@dataclass(frozen=True, slots=True)
class Line:
    """``lead`` is printed bold before the text."""

    text: str
    lead: str = ""


def commented(
    parts: Mapping[str, bytes],
    body: "etree._Element",
    comments: Sequence[tuple["etree._Element", Sequence[Line]]],
    styles: CommentStyles,
    date: str,
) -> dict[str, bytes]:
    """The parts with these comments on these paragraphs of ``body``; ``date`` as ``2026-11-21T00:00:00Z``."""
    grown = dict(parts)
    for number, (paragraph, _lines) in enumerate(comments):
        _mark(paragraph, number, styles.mark)
    written = "".join(_comment(n, lines, styles, date) for n, (_p, lines) in enumerate(comments))
    grown["word/document.xml"] = etree.tostring(body, encoding="UTF-8", xml_declaration=True, standalone=True)
    if _PART not in grown:
        relations = "word/_rels/document.xml.rels"
        grown[relations] = with_relation(grown, relations, _RELATION, "comments.xml")
    grown[_PART] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:comments xmlns:w="{W}">{written}</w:comments>'
    ).encode()
    grown["[Content_Types].xml"] = with_content_type(grown, _PART, _TYPE)
    return grown


def _mark(paragraph: "etree._Element", number: int, style: str) -> None:
    start = etree.Element(f"{_W}commentRangeStart", {f"{_W}id": str(number)})
    properties = paragraph.find(f"{_W}pPr")
    paragraph.insert(0 if properties is None else list(paragraph).index(properties) + 1, start)
    etree.SubElement(paragraph, f"{_W}commentRangeEnd", {f"{_W}id": str(number)})
    reference = etree.SubElement(paragraph, f"{_W}r")
    if style:
        etree.SubElement(etree.SubElement(reference, f"{_W}rPr"), f"{_W}rStyle", {f"{_W}val": style})
    etree.SubElement(reference, f"{_W}commentReference", {f"{_W}id": str(number)})


def _comment(number: int, lines: Sequence[Line], styles: CommentStyles, date: str) -> str:
    paragraphs = "".join(_line(line, styles, first=n == 0) for n, line in enumerate(lines or (Line(""),)))
    return (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{escape(date)}" w:initials="{INITIALS}">'
        f"{paragraphs}</w:comment>"
    )


def _line(line: Line, styles: CommentStyles, *, first: bool) -> str:
    style = f'<w:pPr><w:pStyle w:val="{escape(styles.text)}"/></w:pPr>' if styles.text else ""
    mark = f'<w:rPr><w:rStyle w:val="{escape(styles.mark)}"/></w:rPr>' if styles.mark else ""
    reference = f"<w:r>{mark}<w:annotationRef/></w:r>" if first else ""
    lead = run(f"{line.lead} ", "<w:b/><w:bCs/>") if line.lead else ""
    return f"<w:p>{style}{reference}{lead}{run(line.text)}</w:p>"


def first_paragraphs(body: "etree._Element") -> dict[str, "etree._Element"]:
    """Of every bookmark its paragraph; of one between blocks the first paragraph that follows, in a table too."""
    found: dict[str, etree._Element] = {}
    waiting: list[str] = []
    for element in body.iter(f"{_W}bookmarkStart", f"{_W}p"):
        if element.tag == f"{_W}bookmarkStart":
            inside = next(element.iterancestors(f"{_W}p"), None)
            if inside is None:
                waiting.append(str(element.get(f"{_W}name")))
            else:
                found[str(element.get(f"{_W}name"))] = inside
        else:
            found |= dict.fromkeys(waiting, element)
            waiting.clear()
    return found
