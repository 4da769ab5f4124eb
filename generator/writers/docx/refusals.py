"""What no house style may bring along: macros, tracked changes, and what is fetched from elsewhere."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from generator.writers.docx.package import Package, read_package
from generator.writers.docx.style_faults import HouseStyleError, StyleFault
from generator.writers.docx.xml import W

_W = f"{{{W}}}"
_NEEDED = ("[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/numbering.xml")
_TRACKED = re.compile(
    r"(ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|moveFromRangeStart|moveToRangeStart|numberingChange|\w+Change)"
)
_FETCHING = re.compile(r"^\s*(INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO|IMPORT|RD)\b", re.IGNORECASE)
_PLAIN_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_MOST_BYTES = 50_000_000


def opened(style: bytes) -> tuple[Package, Mapping[str, "etree._Element"]]:
    """The parts and their trees; raises HouseStyleError when this is no Word file, or one that we refuse."""
    try:
        with ZipFile(BytesIO(style)) as archive:
            size = sum(i.file_size for i in archive.infolist())
        package = read_package(style) if size < _MOST_BYTES else Package({})
    except (BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError):
        raise HouseStyleError([_no_word_file()]) from None
    if missing := [n for n in _NEEDED if n not in package.parts]:
        raise HouseStyleError([_no_word_file() if len(missing) > 1 else _without(missing[0])])
    try:
        trees = {n: _strict(c) for n, c in package.parts.items() if n.endswith((".xml", ".rels"))}
    except etree.XMLSyntaxError:
        raise HouseStyleError([_no_word_file()]) from None
    if refused := list(_refusals(package, trees)):
        raise HouseStyleError(refused)
    return package, trees


def _strict(content: bytes) -> "etree._Element":
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _no_word_file() -> StyleFault:
    return StyleFault(
        "Dit is geen Word-bestand (.docx), of het is beschadigd.",
        "Open het in Word en bewaar het als Word-document (.docx).",
    )


def _without(part: str) -> StyleFault:
    if part == "word/numbering.xml":
        return StyleFault(
            "Dit bestand heeft geen enkele genummerde lijst.",
            "Begin met onze huisstijl: zwartopwit huisstijl kopieer modern kantoor.docx",
        )
    return StyleFault(f"In dit Word-bestand ontbreekt {part}.", "Open het in Word en bewaar het opnieuw.")


def _refusals(package: Package, trees: Mapping[str, "etree._Element"]) -> Iterator[StyleFault]:
    kinds = package.parts["[Content_Types].xml"].lower()
    if b"macroenabled" in kinds or any("vbaproject" in n.lower() for n in package.parts):
        yield StyleFault(
            "Er staan macro's in dit bestand. Die nemen wij niet over in stukken.",
            "Bewaar het in Word als gewoon document (.docx), zonder macro's.",
        )
    if "word/comments.xml" in trees and len(trees["word/comments.xml"]):
        yield StyleFault(
            "Er staan opmerkingen in dit bestand. Die zouden in elk stuk staan.",
            "Verwijder in Word alle opmerkingen.",
        )
    words = {n: t for n, t in trees.items() if n.startswith("word/") and n.endswith(".xml")}
    if any(_tracked(tree) for tree in words.values()):
        yield StyleFault(
            "Er staan wijzigingen in die nog zijn bijgehouden.",
            "Accepteer of weiger in Word alle wijzigingen, en zet ‘Wijzigingen bijhouden’ uit.",
        )
    for target in sorted({t for tree in trees.values() for t in _fetched(tree)}):
        yield StyleFault(
            f"Dit bestand haalt iets van buiten: {target}.",
            "Neem het op in het bestand zelf, of haal het weg.",
        )


def _tracked(tree: "etree._Element") -> bool:
    return any(
        isinstance(e.tag, str) and e.tag.startswith(_W) and _TRACKED.fullmatch(e.tag[len(_W) :])
        for e in tree.iter()
    )


def _fetched(tree: "etree._Element") -> Iterator[str]:
    """A plain link to a website fetches nothing by itself, and is let through."""
    for relation in tree.iter("{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"):
        target, kind = str(relation.get("Target")), str(relation.get("Type")).rpartition("/")[2]
        if relation.get("TargetMode") == "External" and not (
            kind == "hyperlink" and _PLAIN_LINK.match(target)
        ):
            yield target
    codes = [e.text or "" for e in tree.iter(f"{_W}instrText")]
    codes += [str(e.get(f"{_W}instr")) for e in tree.iter(f"{_W}fldSimple")]
    yield from (code.strip() for code in codes if _FETCHING.match(code))
