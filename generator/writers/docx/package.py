"""A Word file as its parts. Written with fixed order and dates: the same parts are the same bytes."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.frozen import dataclass
from generator.writers.docx.xml import escape

_CONTENT_TYPES = "[Content_Types].xml"
_FIRST = (_CONTENT_TYPES, "_rels/.rels", "word/document.xml")
_DATE = (1980, 1, 1, 0, 0, 0)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Package:
    parts: Mapping[str, bytes]


def read_package(data: bytes) -> Package:
    with ZipFile(BytesIO(data)) as archive:
        return Package({i.filename: archive.read(i) for i in archive.infolist() if not i.is_dir()})


def written(parts: Mapping[str, bytes]) -> bytes:
    order = [*(n for n in _FIRST if n in parts), *sorted(n for n in parts if n not in _FIRST)]
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in order:
            entry = ZipInfo(name, _DATE)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 0, 0
            archive.writestr(entry, parts[name], compresslevel=6)
    return buffer.getvalue()


def next_name(parts: Mapping[str, bytes], pattern: str) -> str:
    """The first free name; a house style may hold such parts already."""
    return next(name for n in range(1, len(parts) + 2) if (name := pattern.format(n)) not in parts)


def with_relation(parts: Mapping[str, bytes], owner: str, kind: str, target: str) -> bytes:
    """The relations of ``owner`` (its .rels part) with one more."""
    empty = f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'
    found = parts.get(owner, empty.encode()).decode("utf-8")
    taken = set(re.findall(r'\bId="([^"]*)"', found))
    identity = next(i for n in range(1, len(taken) + 2) if (i := f"rIdHerkomst{n}") not in taken)
    added = f'<Relationship Id="{identity}" Type="{escape(kind)}" Target="{escape(target)}"/>'
    return _before_end(found, "Relationships", added).encode("utf-8")


def with_content_type(parts: Mapping[str, bytes], name: str, content_type: str) -> bytes:
    found = parts[_CONTENT_TYPES].decode("utf-8")
    if f'PartName="/{name}"' in found:
        return parts[_CONTENT_TYPES]
    return _before_end(found, "Types", f'<Override PartName="/{name}" ContentType="{content_type}"/>').encode(
        "utf-8"
    )


def _before_end(xml: str, element: str, added: str) -> str:
    self_closed = re.sub(rf"<({element}\b[^>]*)/>\s*$", rf"<\1></{element}>", xml)
    return re.sub(rf"</{element}>\s*$", lambda _: f"{added}</{element}>", self_closed)
