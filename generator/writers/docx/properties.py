"""Title, author and reference as properties of the file. Written by us: docxtpl escapes them twice."""

from collections.abc import Mapping

from lxml import etree

from generator.document import Document
from generator.writers.docx.package import with_content_type, with_relation
from generator.writers.docx.xml import escape
from generator.writers.words import one_line, printed

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CUSTOM_NS = f"{_OFFICE}/custom-properties"
_TYPES_NS = f"{_OFFICE}/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def title_of(document: Document) -> str:
    return one_line(printed(document.title))


def with_properties(
    parts: Mapping[str, bytes], document: Document, custom: Mapping[str, str]
) -> dict[str, bytes]:
    grown = dict(parts)
    _place(grown, "docProps/core.xml", _core(document), "application/vnd.openxmlformats-package.core-properties+xml",
           f"{_PACKAGE}/relationships/metadata/core-properties")  # fmt: skip
    _place(grown, "docProps/app.xml", _app(document), "application/vnd.openxmlformats-officedocument.extended-properties+xml",
           f"{_OFFICE}/relationships/extended-properties")  # fmt: skip
    _place(grown, "docProps/custom.xml", _custom(grown.get("docProps/custom.xml"), custom),
           "application/vnd.openxmlformats-officedocument.custom-properties+xml",
           f"{_OFFICE}/relationships/custom-properties")  # fmt: skip
    return grown


def _place(parts: dict[str, bytes], name: str, content: bytes, content_type: str, relation: str) -> None:
    new = name not in parts
    parts[name] = content
    parts["[Content_Types].xml"] = with_content_type(parts, name, content_type)
    if new:
        parts["_rels/.rels"] = with_relation(parts, "_rels/.rels", relation, name)


def _core(document: Document) -> bytes:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title_of(document))}</dc:title>"
        f"<dc:subject>{escape(one_line(document.reference))}</dc:subject>"
        f"<dc:creator>{escape(one_line(document.author))}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(one_line(document.author))}</cp:lastModifiedBy>"
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    ).encode()


def _app(document: Document) -> bytes:
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Company>{escape(one_line(document.author))}</Company><AppVersion>16.0000</AppVersion></Properties>"
    ).encode()


def _custom(existing: bytes | None, values: Mapping[str, str]) -> bytes:
    """Our properties added to those of the house style; of the same name ours stand."""
    root = etree.fromstring(existing or f'<Properties xmlns="{_CUSTOM_NS}" xmlns:vt="{_TYPES_NS}"/>'.encode())
    for old in [p for p in root if p.get("name") in values]:
        root.remove(old)
    taken = [int(p.get("pid") or 1) for p in root]
    for pid, (name, value) in enumerate(values.items(), max([1, *taken]) + 1):
        added = etree.SubElement(
            root, f"{{{_CUSTOM_NS}}}property", fmtid=_USER_DEFINED, pid=str(pid), name=name
        )
        etree.SubElement(added, f"{{{_TYPES_NS}}}lpwstr").text = one_line(value)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
