"""On which page each heading stands: read from the bookmarks of the PDF that LibreOffice makes of a paper."""

import re
from collections.abc import Iterable

_PAGES = re.compile(rb"/Kids\[([^\]]*)\]\s*/Count")
_OBJECT = re.compile(rb"(\d+) 0 R")
_BOOKMARK = re.compile(rb"/Title<([0-9A-F]+)>(?:(?!endobj).)*?/Dest\[\s*(\d+) 0 R", re.DOTALL)


def pages_of(pdf: bytes, headings: Iterable[tuple[str, str]]) -> dict[str, int] | None:
    """Page by key for headings given as key and words, in their order; None when one of them is not found.

    Only for PDFs of LibreOffice, which writes bookmarks and pages as plain objects.
    """
    known = _PAGES.search(pdf)
    if known is None:
        return None
    number = {page: n for n, page in enumerate(_OBJECT.findall(known[1]), 1)}
    marks = iter([(_bare(_title(title)), number.get(page)) for title, page in _BOOKMARK.findall(pdf)])
    found: dict[str, int] = {}
    for key, words in headings:
        page = next((page for title, page in marks if title.endswith(_bare(words))), None)
        if page is None:
            return None
        found[key] = page
    return found


def _title(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16", "replace")


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
