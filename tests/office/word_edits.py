"""What the other side does to a Word file: edits on its XML, as Word or LibreOffice would leave them."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

BODY = "word/document.xml"


def edited(data: bytes, change: Callable[[str], str], part: str = BODY) -> bytes:
    return with_parts(data, {part: change(part_of(data, part)).encode()})


def part_of(data: bytes, name: str = BODY) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def with_parts(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """With these parts in place of its own; None leaves one out."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(n for n in changed if n not in old.namelist())]:
            content = changed.get(name, b"") if name in changed else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def replaced(data: bytes, old: str, new: str) -> bytes:
    def change(xml: str) -> str:
        assert xml.count(old) >= 1, old
        return xml.replace(old, new, 1)

    return edited(data, change)


def paragraph_around(xml: str, words: str) -> str:
    """The whole paragraph that holds these words."""
    place = xml.index(words)
    return xml[xml.rindex("<w:p>", 0, place) : xml.index("</w:p>", place) + len("</w:p>")]
