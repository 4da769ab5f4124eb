"""Where each article came from, in a part of the file: clause, version, text hash. Never answers or findings."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from generator.document import Article, Document
from generator.writers.docx.package import next_name, with_content_type, with_relation
from generator.writers.docx.xml import escape
from generator.writers.words import one_line, text_hash

NAMESPACE = "urn:zwartopwit:herkomst:1"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_ITEM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def provenance_xml(document: Document, library: str, bookmarks: Sequence[tuple[Article, str]]) -> str:
    articles = "".join(
        f'<artikel clausule="{escape(a.clause)}" versie="{a.version}" bron="{escape(a.source_hash)}" '
        f'bladwijzer="{escape(name)}" tekst="{text_hash(a)}"/>'
        for a, name in bookmarks
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<herkomst xmlns="{NAMESPACE}" stuk="{escape(document.id)}" dossier="{escape(one_line(document.reference))}" '
        f'bibliotheek="{escape(one_line(library))}">{articles}</herkomst>'
    )


def with_provenance(parts: Mapping[str, bytes], xml: str) -> dict[str, bytes]:
    item = next_name(parts, "customXml/item{}.xml")
    number = item.removeprefix("customXml/item").removesuffix(".xml")
    properties = f"customXml/itemProps{number}.xml"
    grown = dict(parts)
    grown[item] = xml.encode("utf-8")
    grown[properties] = _item_properties(xml).encode("utf-8")
    relations = f"customXml/_rels/item{number}.xml.rels"
    grown[relations] = with_relation(
        grown, relations, f"{_OFFICE}/relationships/customXmlProps", f"itemProps{number}.xml"
    )
    body = "word/_rels/document.xml.rels"
    grown[body] = with_relation(grown, body, f"{_OFFICE}/relationships/customXml", f"../{item}")
    grown["[Content_Types].xml"] = with_content_type(grown, properties, _ITEM_TYPE)
    return grown


def _item_properties(xml: str) -> str:
    digest = sha256(json.dumps(xml).encode()).hexdigest().upper()
    identity = "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<ds:datastoreItem ds:itemID="{{{identity}}}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
