"""House styles to test with: ours, one as LibreOffice saves it, and one of a firm that did everything otherwise."""

import re
from functools import cache

from generator.house_style import house_style
from generator.office import convert
from generator.writers.docx.package import read_package, written

CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Kantoor"><vt:lpwstr>x</vt:lpwstr></property>'
    "</Properties>"
)
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
ITEM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
ITEM_PROPERTIES = (
    '<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
)
PROPERTIES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
NO_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
ITEM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


@cache
def modern() -> bytes:
    return house_style("modern").data


@cache
def classic() -> bytes:
    return house_style("klassiek").data


@cache
def resaved() -> bytes:
    """Through LibreOffice: it rewrites ids, lists and order."""
    return convert({"stijl": modern()}, "docx", "docx")["stijl"]


@cache
def foreign() -> bytes:
    """Other style ids, ‘§ 1’ with ‘1.’ and ‘a)’ below it through a list style, annexes without a tab, and custom parts of its own."""
    parts = dict(read_package(modern()).parts)
    styles, numbering = parts["word/styles.xml"].decode(), parts["word/numbering.xml"].decode()
    others = [n for n in parts if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", n)]
    for n, style in enumerate(dict.fromkeys(re.findall(r'w:styleId="([^"]+)"', styles))):
        styles = styles.replace(f'w:styleId="{style}"', f'w:styleId="x{n}"')
        for name in ("basedOn", "next", "link"):
            styles = styles.replace(f'<w:{name} w:val="{style}"/>', f'<w:{name} w:val="x{n}"/>')
        numbering = numbering.replace(f'<w:pStyle w:val="{style}"/>', f'<w:pStyle w:val="x{n}"/>')
        for part in others:
            text = parts[part].decode()
            for tag in ("pStyle", "rStyle", "tblStyle"):
                text = text.replace(f'<w:{tag} w:val="{style}"/>', f'<w:{tag} w:val="x{n}"/>')
            parts[part] = text.encode()
    for old, new in (('"%1."/>', '"§ %1"/>'), ('"%1.%2"/>', '"%2."/>'), ('"(%3)"/>', '"%3)"/>')):
        numbering = numbering.replace(f"<w:lvlText w:val={old}", f"<w:lvlText w:val={new}", 1)
    numbering = numbering.replace(
        '<w:lvlText w:val="Bijlage %1"/>', '<w:suff w:val="space"/><w:lvlText w:val="Bijlage %1"/>'
    )
    through_style = '<w:abstractNum w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="xlijst"/></w:abstractNum>'
    numbering = numbering.replace("<w:num ", f"{through_style}<w:num ", 1)
    numbering = numbering.replace(
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/>', '<w:num w:numId="1"><w:abstractNumId w:val="90"/>'
    )
    numbering = numbering.replace(
        "</w:numbering>", '<w:num w:numId="91"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    numbering = re.sub(
        r'(<w:abstractNum w:abstractNumId="1">.*?)(<w:lvl )',
        r'\1<w:styleLink w:val="xlijst"/>\2',
        numbering,
        count=1,
        flags=re.DOTALL,
    )
    list_style = (
        '<w:style w:type="numbering" w:customStyle="1" w:styleId="xlijst"><w:name w:val="Kantoorlijst"/>'
        '<w:pPr><w:numPr><w:numId w:val="91"/></w:numPr></w:pPr></w:style>'
    )
    parts["word/styles.xml"] = styles.replace("</w:styles>", f"{list_style}</w:styles>").encode()
    parts["word/numbering.xml"] = numbering.encode()
    return written(_with_own_parts(parts))


def _with_own_parts(parts: dict[str, bytes]) -> dict[str, bytes]:
    types = parts["[Content_Types].xml"].decode()
    override = f'<Override PartName="/docProps/custom.xml" ContentType="{CUSTOM_TYPE}"/>'
    item = f'<Override PartName="/customXml/itemProps1.xml" ContentType="{ITEM_TYPE}"/>'
    top = parts["_rels/.rels"].decode()
    body = parts["word/_rels/document.xml.rels"].decode()
    return {
        **parts,
        "customXml/item1.xml": b"<x/>",
        "customXml/itemProps1.xml": ITEM_PROPERTIES.encode(),
        "customXml/_rels/item1.xml.rels": _related(NO_RELATIONS, PROPERTIES_RELATION, "itemProps1.xml"),
        "docProps/custom.xml": CUSTOM.encode(),
        "[Content_Types].xml": types.replace("</Types>", f"{override}{item}</Types>").encode(),
        "_rels/.rels": _related(top, CUSTOM_RELATION, "docProps/custom.xml"),
        "word/_rels/document.xml.rels": _related(body, ITEM_RELATION, "../customXml/item1.xml"),
    }


def _related(relations: str, kind: str, target: str) -> bytes:
    added = f'<Relationship Id="rIdEigen" Type="{kind}" Target="{target}"/>'
    return relations.replace("</Relationships>", f"{added}</Relationships>").encode()


STYLES = {"modern": modern, "klassiek": classic, "herbewaard": resaved, "vreemd": foreign}
