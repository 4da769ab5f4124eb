"""The table of contents: a field that Word can refresh, with the entries that it would make."""

from collections.abc import Iterator, Mapping

from generator.document import Document, Inlines, plain
from generator.library import Form
from generator.writers.docx import roles
from generator.writers.docx.blocks import BlockWriter
from generator.writers.docx.marks import annex_key
from generator.writers.docx.xml import escape, field, paragraph, run
from generator.writers.words import one_line, printed

_TAB = "<w:r><w:tab/></w:r>"
FEWEST = 6
"""Articles and annexes below which a paper needs no table of contents."""

PageNumbers = Mapping[str, int]
"""By the key of an article or annex. Known only after a second look at the pages."""


def entries(document: Document) -> Iterator[tuple[str, str, str]]:
    """Key, number and words of every heading that the field finds."""
    for article in document.articles:
        if article.label:
            yield article.key, article.label, _title(article.title)
    for annex in document.annexes:
        yield annex_key(annex), annex.label, one_line(annex.title)


def contents(document: Document, writer: BlockWriter, pages: PageNumbers | None = None) -> str:
    """Empty for a short paper, and for one that is nothing but articles. Without ``pages`` the field leaves page numbers out, so that it is never wrong."""
    annexes = {annex_key(a): writer.annex_title(a) for a in document.annexes}
    found = [
        (
            writer.marks.targets[key].bookmark,
            label + writer.lists.after(writer.style_ids[roles.ANNEX if key in annexes else roles.ARTICLE]),
            annexes.get(key, title),
            (pages or {}).get(key),
        )
        for key, label, title in entries(document)
    ]
    bare = not (document.front_page or document.annexes)
    if document.form is not Form.CONTRACT or bare or len(found) < FEWEST:
        return ""
    instruction = 'TOC \\o "1-1" \\h \\z \\u' + ("" if pages else " \\n")
    begin = (
        _char("begin")
        + f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        + _char("separate")
    )
    lines = [_entry(bookmark, number, title, page) for bookmark, number, title, page in found]
    lines[0] = begin + lines[0]
    lines[-1] += _char("end")
    return "".join(paragraph(writer.style_ids[roles.CONTENTS], line) for line in lines)


def _title(title: Inlines) -> str:
    return one_line(printed(title)) or plain(title)


def _entry(bookmark: str, number: str, title: str, page: int | None) -> str:
    shown = f"{run(number[:-1])}{_TAB}" if number.endswith("\t") else run(number)
    where = "" if page is None else _TAB + field(f"PAGEREF {bookmark} \\h", str(page))
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{shown}{run(title)}{where}</w:hyperlink>'


def _char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
