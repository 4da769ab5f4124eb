"""The last look at every file before it leaves: what no validator sees, and whether it says what the tree says."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from generator.document import Document, Ref, all_inlines, parts
from generator.numbering import bare
from generator.writers.docx.marks import marks_of
from generator.writers.docx.properties import title_of
from generator.writers.docx.reading import printed_numbers, read_words
from generator.writers.docx.xml import W
from generator.writers.words import article_words, clean, one_line, printed

_W = f"{{{W}}}"
_RELATED = etree.XPath(
    "//@r:*", namespaces={"r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
)
_TAG = re.compile(r"\{\{|\{%|\{#")
_SIGN = re.compile(r"[{%#]")
_NUMBERING = "word/numbering.xml"
_BODY = "word/document.xml"
_COMMENTS = "word/comments.xml"
_STYLES = "word/styles.xml"
_STYLE_USES = ("pStyle", "rStyle", "tblStyle")
_STYLE_LINKS = ("basedOn", "next", "link")


def check_docx(data: bytes, document: Document) -> list[str]:
    """What is wrong with a written file, in Dutch; empty when it may leave."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            raw = {n: archive.read(n) for n in names}
        trees = {n: _strict(content) for n, content in raw.items() if n.endswith((".xml", ".rels"))}
    except (BadZipFile, etree.XMLSyntaxError, KeyError) as fault:
        return [f"het bestand is niet te openen: {fault}"]
    if missing := {_BODY, _STYLES, _NUMBERING} - trees.keys():
        return [f"in het bestand ontbreekt {name}" for name in sorted(missing)]
    return [
        *(f"{n} staat dubbel in het bestand" for n, times in Counter(names).items() if times > 1),
        *_structure(trees),
        *_leftovers(trees, document),
        *_same_words(trees[_BODY], document),
        *_same_numbers(trees[_BODY], raw, document),
    ]


def _strict(content: bytes) -> "etree._Element":
    return etree.fromstring(
        content, etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=True)
    )


def _structure(trees: dict[str, "etree._Element"]) -> Iterator[str]:
    body = trees[_BODY]
    yield from _unique(body, "bookmarkStart", "name", "bladwijzer")
    yield from _unique(body, "bookmarkStart", "id", "bladwijzernummer")
    boxes = Counter(_value(e.find(f"{_W}id")) for e in body.iter(f"{_W}sdtPr"))
    yield from (f"invulvak {n} staat dubbel" for n, times in boxes.items() if times > 1)
    yield from _fields(trees)
    yield from _lists(trees)
    yield from _styles(trees)
    for cell in body.iter(f"{_W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{_W}p":
            yield "een cel in een tabel eindigt niet met een alinea"
    if body.find(f"{_W}body/{_W}sectPr") is None:
        yield "de pagina-instelling ontbreekt"


def _unique(body: "etree._Element", element: str, attribute: str, what: str) -> Iterator[str]:
    found = Counter(str(e.get(f"{_W}{attribute}")) for e in body.iter(f"{_W}{element}"))
    yield from (f"{what} {name} staat dubbel" for name, times in found.items() if times > 1)


def _fields(trees: dict[str, "etree._Element"]) -> Iterator[str]:
    marks = {str(e.get(f"{_W}name")) for e in trees[_BODY].iter(f"{_W}bookmarkStart")}
    for name, tree in trees.items():
        if not _balanced(tree):
            yield f"een veld in {name} is niet af"
        for instruction in tree.iter(f"{_W}instrText"):
            words = (instruction.text or "").split()
            if words[:1] in (["REF"], ["PAGEREF"]) and words[1] not in marks:
                yield f"een verwijzing wijst naar {words[1]}, en dat staat er niet"


_FIELD_STEPS = {"begin": "separate", "separate": "end"}


def _balanced(tree: "etree._Element") -> bool:
    """Every field begins, separates and ends; one may stand within the result of another."""
    waiting: list[str] = []
    for mark in tree.iter(f"{_W}fldChar"):
        kind = str(mark.get(f"{_W}fldCharType"))
        if kind != "begin" and (not waiting or waiting.pop() != kind):
            return False
        if kind in _FIELD_STEPS:
            waiting.append(_FIELD_STEPS[kind])
    return not waiting


def _lists(trees: dict[str, "etree._Element"]) -> Iterator[str]:
    numbering = trees[_NUMBERING]
    abstract = {str(e.get(f"{_W}abstractNumId")) for e in numbering.iter(f"{_W}abstractNum")}
    known = {"0", *(str(e.get(f"{_W}numId")) for e in numbering.iter(f"{_W}num"))}
    for num in numbering.iter(f"{_W}num"):
        if _value(num.find(f"{_W}abstractNumId")) not in abstract:
            yield f"lijst {num.get(f'{_W}numId')} heeft geen vorm"
    used = {_value(e) for n in (_BODY, _STYLES) for e in trees[n].iter(f"{_W}numId")}
    yield from (f"lijst {n} bestaat niet" for n in sorted(used - known))
    relations = trees.get("word/_rels/document.xml.rels")
    targets = [] if relations is None else [str(r.get("Target")) for r in relations]
    if not any(t.endswith("numbering.xml") for t in targets):
        yield "de nummering is niet aan het document verbonden"
    found = _RELATED(trees[_BODY])
    wanted = {str(v) for v in found} if isinstance(found, list) else set()
    have = set() if relations is None else {str(r.get("Id")) for r in relations}
    yield from (f"verbinding {r} bestaat niet" for r in sorted(wanted - have))


def _styles(trees: dict[str, "etree._Element"]) -> Iterator[str]:
    known = {str(s.get(f"{_W}styleId")) for s in trees[_STYLES].iter(f"{_W}style")}
    uses = {
        _value(e)
        for name, t in trees.items()
        if name.startswith("word/")
        for k in _STYLE_USES
        for e in t.iter(f"{_W}{k}")
    }
    links = {_value(e) for k in _STYLE_LINKS for e in trees[_STYLES].iter(f"{_W}{k}")}
    yield from (f"stijl {s} bestaat niet" for s in sorted((uses | links) - known))


def _leftovers(trees: dict[str, "etree._Element"], document: Document) -> Iterator[str]:
    """Tags of the house style that nobody filled. Outside the body only known values may hold such signs."""
    values = [title_of(document), one_line(document.reference), one_line(document.author)]
    for name, tree in trees.items():
        if name in (_BODY, _COMMENTS) or name.endswith(".rels"):
            continue
        text = "".join(str(t) for t in tree.itertext())
        # Half a tag counts too: two values side by side would make a whole one.
        for value in sorted(filter(_SIGN.search, values), key=len, reverse=True):
            text = text.replace(value, " ")
        # A shortened title ends in an ellipsis; what stands before it is checked whole elsewhere.
        if _TAG.search(text) and not any(_TAG.search(v) for v in values):
            yield f"in {name} staat nog een code van de huisstijl"


def _same_words(root: "etree._Element", document: Document) -> Iterator[str]:
    reading = read_words(root)
    expected = [a for _slot, articles in parts(document) for a in articles]
    found = list(reading.clauses.values())
    if len(found) != len(expected):
        yield f"er staan {len(found)} clausules in het bestand in plaats van {len(expected)}"
        return
    for article, words in zip(expected, found, strict=True):
        if words != article_words(article):
            yield f"de tekst van ‘{article.key}’ is niet de tekst van het stuk: {_difference(article_words(article), words)}"
    outside = f" {' '.join(reading.frame)} "
    needed = [*(a.title for a in document.annexes), printed(document.title)]
    for s in document.signatories:
        needed += [printed(s.party), printed(s.name), printed(s.function)]
    for text in needed:
        if (wanted := " ".join(clean(text).split())) and f" {wanted} " not in outside:
            yield f"‘{wanted}’ staat niet in het bestand"
    titles = [printed(a.title) for a in document.articles]
    # As printed: a control character between two signs is left out, and then they stand side by side.
    if not any(
        _TAG.search(clean(text))
        for text in (*needed, *titles, *document.concept, document.reference, document.author)
    ):
        yield from (f"er staat nog een code van de huisstijl: {tag}" for tag in _TAG.findall(outside))


def _difference(expected: list[str], found: list[str]) -> str:
    for n, (wanted, read) in enumerate(zip(expected, found, strict=False)):
        if wanted != read:
            return f"woord {n + 1} is ‘{read}’ in plaats van ‘{wanted}’"
    return f"{len(found)} woorden in plaats van {len(expected)}"


def _same_numbers(root: "etree._Element", raw: dict[str, bytes], document: Document) -> Iterator[str]:
    counted = dict(printed_numbers(root, raw[_NUMBERING], raw[_STYLES]))
    targets = marks_of(document).targets
    for key, target in targets.items():
        if target.label and bare(counted.get(target.bookmark, "")) != bare(target.label):
            yield f"‘{key}’ heeft nummer {counted.get(target.bookmark)} in plaats van {target.label}"
    for inline in all_inlines(document):
        if isinstance(inline, Ref) and inline.text:
            label = targets[inline.target].label if inline.target in targets else ""
            if bare(inline.text) != bare(label):
                yield f"de verwijzing naar ‘{inline.target}’ zegt {inline.text} in plaats van {label}"


def _value(element: "etree._Element | None") -> str:
    return "" if element is None else str(element.get(f"{_W}val", ""))
