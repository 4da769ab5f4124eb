"""Reads a Word file of ours that came back: its clauses, what it says it is, open changes and comments."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.comparing import FIELD, Known, Unit
from generator.returned_paper import Provenance, Remark, Returned
from generator.writers.docx import roles
from generator.writers.docx.marks import CLAUSE_PREFIX, END_PREFIX
from generator.writers.docx.opening import WordFile, parsed
from generator.writers.docx.provenance import NAMESPACE
from generator.writers.docx.reading import printed_numbers
from generator.writers.docx.tracked import CHANGES, accepted
from generator.writers.docx.xml import W14, W

_W = f"{{{W}}}"
_P, _TBL = f"{_W}p", f"{_W}tbl"
_SIGNS = re.compile("[\ufdd0-\ufddf]")
_TITLES = {scheme.title.casefold() for scheme in (roles.CONTRACT, roles.PLAIN, roles.COMPACT)}
_ANNEX = roles.ANNEX.casefold()
_SPACES = {f"{_W}br": "\n", f"{_W}tab": " ", f"{_W}cr": "\n", f"{_W}ptab": " "}
_CHECKBOX = f"{_W}sdtPr/{{{W14}}}checkbox"
_HYPHENS = {f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}


def returned(file: WordFile) -> Returned:
    body = file.body
    reading = _Reading(_style_names(file), {k.mark: k.clause for k in _clauses(file)})
    reading.walk(accepted(body))
    counted = Counter(str(e.get(f"{_W}author", "")) or "onbekend" for e in body.iter(*CHANGES))
    return Returned(
        provenance_of(file),
        tuple(reading.done()),
        tuple(reading.frame),
        tuple(sorted(counted.items())),
        tuple(_remarks(file, body)),
    )


def with_labels(found: Returned, file: WordFile) -> Returned:
    """The same with the number of each article, where its lists can be counted."""
    counted = numbers_of(file)
    labels = {
        mark: counted[ref]
        for paragraph in (file.body.iter(_P) if counted else ())
        for mark, ref in _marks_of_article(paragraph)
        if ref in counted
    }
    units = tuple(replace(u, label=labels.get(u.mark, "").rstrip(".")) for u in found.units)
    return replace(found, units=units)


def numbers_of(file: WordFile) -> dict[str, str]:
    """The number of each bookmarked paragraph; empty when the lists are those of another program."""
    names = file.related("numbering"), file.related("styles")
    numbering, styles = (file.parts.get(n) if n else None for n in names)
    if numbering is None or styles is None:
        return {}
    try:
        return dict(printed_numbers(file.body, numbering, styles))
    except (LookupError, ValueError):
        return {}


def _marks_of_article(paragraph: "etree._Element") -> Iterator[tuple[str, str]]:
    names = [str(m.get(f"{_W}name", "")) for m in paragraph.iter(f"{_W}bookmarkStart")]
    clauses = [n for n in names if n.startswith(CLAUSE_PREFIX) and not n.startswith(END_PREFIX)]
    if clauses and paragraph.find(f"{_W}pPr/{_W}pStyle") is not None:
        yield from ((clauses[0], ref) for ref in names[:1] if ref.startswith("_Ref"))


# --- what it says it is -------------------------------------------------------------------------------------------


def provenance_of(file: WordFile) -> Provenance:
    root = _herkomst(file)
    if root is not None:
        reference, paper, library = (str(root.get(name, "")) for name in ("dossier", "stuk", "bibliotheek"))
        return Provenance(reference, paper, library, tuple(_clauses(file)))
    properties = dict(_properties(file))
    return Provenance(
        properties.get("Kenmerk", ""), properties.get("Stuk", ""), properties.get("Bibliotheek", ""), ()
    )


def _herkomst(file: WordFile) -> "etree._Element | None":
    for name in sorted(file.parts):
        if re.fullmatch(r"customXml/item\d+\.xml", name) and NAMESPACE.encode() in file.parts[name]:
            root = parsed(file.parts[name])
            if root.tag == f"{{{NAMESPACE}}}herkomst":
                return root
    return None


def _clauses(file: WordFile) -> Iterator[Known]:
    root = _herkomst(file)
    for a in () if root is None else root.iterfind(f"{{{NAMESPACE}}}artikel"):
        version = str(a.get("versie", ""))
        yield Known(
            str(a.get("bladwijzer", "")),
            str(a.get("clausule", "")),
            int(version) if version.isdecimal() and len(version) < 6 else 0,
            str(a.get("tekst", "")),
        )


def _properties(file: WordFile) -> Iterator[tuple[str, str]]:
    root = file.tree("docProps/custom.xml")
    for one in () if root is None else root:
        yield str(one.get("name", "")), "".join(str(t) for t in one.itertext())


# --- its text -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Reading:
    """Walks the text: a clause runs from its bookmark to the next, or to a heading that is not ours."""

    styles: dict[str, str]
    clauses: dict[str, str]
    frame: list[str] = field(default_factory=list)
    _units: list[list[object]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _inside: bool = False

    def walk(self, root: "etree._Element") -> None:
        skipped = set(contents_table(root))
        for paragraph in root.iter(_P):
            if paragraph not in skipped:
                self._paragraph(paragraph)

    def done(self) -> Iterator[Unit]:
        for mark, title, passages in self._units:
            if isinstance(mark, str) and isinstance(title, str) and isinstance(passages, list):
                yield Unit(mark, self.clauses.get(mark, ""), "", title, tuple(passages))

    def _mark(self, name: str) -> bool:
        """Whether a clause begins here. A copy of a bookmark elsewhere is not another beginning."""
        if not name.startswith(CLAUSE_PREFIX) or name in self._seen:
            return False
        self._seen.add(name)
        self._begin(name)
        return True

    def _begin(self, mark: str) -> None:
        self._inside = True
        self._units.append([mark, "", []])

    def _paragraph(self, paragraph: "etree._Element") -> None:
        marks = [str(m.get(f"{_W}name", "")) for m in paragraph.iter(f"{_W}bookmarkStart")]
        begins = sum(self._mark(name) for name in marks if not name.startswith(END_PREFIX)) > 0
        text = text_of(paragraph)
        if text.strip():
            self._text(paragraph, text, begins=begins)
        if any(name.startswith(END_PREFIX) for name in marks):
            self._inside = False

    def _text(self, paragraph: "etree._Element", text: str, *, begins: bool) -> None:
        style = _style_name(paragraph, self.styles)
        self._inside = self._inside and (style != _ANNEX or begins)
        title = style in _TITLES
        if title and self._inside and not begins and self._passages():
            self._begin("")
        if not self._inside:
            self.frame.append(text)
            return
        if title and not self._passages():
            self._units[-1][1] = text
        self._passages().append(text)

    def _passages(self) -> list[str]:
        passages = self._units[-1][2]
        return passages if isinstance(passages, list) else []


def contents_table(root: "etree._Element") -> Iterator["etree._Element"]:
    """The paragraphs of a table of contents: Word makes those anew, and they are no words of the paper."""
    depth = 0
    for paragraph in root.iter(_P):
        kinds = [str(s.get(f"{_W}fldCharType")) for s in paragraph.iter(f"{_W}fldChar")]
        was, depth = depth, depth + kinds.count("begin") - kinds.count("end")
        if was > 0 or depth > 0:
            yield paragraph


def text_of(paragraph: "etree._Element") -> str:
    """Its words; a field with where it points, and boxes to tick left out."""
    text: list[str] = []
    fields: list[tuple[list[str], list[str]]] = []
    for element in paragraph.iter():
        tag = element.tag
        if tag == f"{_W}fldChar":
            _field(str(element.get(f"{_W}fldCharType")), fields, text)
        elif tag == f"{_W}instrText" and fields:
            fields[-1][0].append(element.text or "")
        elif (piece := _piece(element)) is not None:
            (fields[-1][1] if fields else text).append(piece)
    for _instruction, left in fields:  # a field over several paragraphs, such as a table of contents
        text.extend(left)
    return "".join(text)


def _field(kind: str, fields: list[tuple[list[str], list[str]]], text: list[str]) -> None:
    if kind == "begin":
        fields.append(([], []))
    elif kind == "end" and fields:
        instruction, result = ("".join(x) for x in fields.pop())
        target = " ".join(instruction.split()[:2])
        (fields[-1][1] if fields else text).append(FIELD.format(target, result))


def _piece(element: "etree._Element") -> str | None:
    tag = element.tag
    if tag == f"{_W}t":
        return None if _in_box(element) else _SIGNS.sub("", element.text or "")
    parent = element.getparent()
    if parent is None or parent.tag != f"{_W}r":
        return None
    return _SPACES.get(tag) or _HYPHENS.get(tag)


def _in_box(text: "etree._Element") -> bool:
    return any(a.find(_CHECKBOX) is not None for a in text.iterancestors(f"{_W}sdt"))


def _style_names(file: WordFile) -> dict[str, str]:
    name = file.related("styles")
    styles = file.tree(name) if name else None
    return {
        str(s.get(f"{_W}styleId")): str(n.get(f"{_W}val", "")).casefold()
        for s in (() if styles is None else styles.iterfind(f"{_W}style"))
        if (n := s.find(f"{_W}name")) is not None
    }


def _style_name(paragraph: "etree._Element", names: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else names.get(str(style.get(f"{_W}val")), "")


# --- what the other side wrote in the margin ----------------------------------------------------------------------


def _remarks(file: WordFile, body: "etree._Element") -> Iterator[Remark]:
    name = file.related("comments")
    tree = file.tree(name) if name else None
    about = _commented(body)
    for comment in () if tree is None else tree.iterfind(f"{_W}comment"):
        words = " ".join(" ".join(text_of(p).split()) for p in comment.iter(_P))
        identity = str(comment.get(f"{_W}id"))
        yield Remark(
            str(comment.get(f"{_W}author", "")) or "onbekend",
            _FIELD_SIGNS.sub("", words),
            " ".join("".join(about.get(identity, ())).split()),
        )


_FIELD_SIGNS = re.compile("\ufdd0[^\ufdd1]*\ufdd1|\ufdd2")


def _commented(body: "etree._Element") -> dict[str, list[str]]:
    """The words between start and end of each comment."""
    running: list[str] = []
    found: dict[str, list[str]] = {}
    for element in body.iter(f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}t", _P):
        identity = str(element.get(f"{_W}id"))
        if element.tag == f"{_W}commentRangeStart":
            running.append(identity)
            found[identity] = []
        elif element.tag == f"{_W}commentRangeEnd":
            running = [r for r in running if r != identity]
        else:
            for one in running:
                found[one].append(" " if element.tag == _P else element.text or "")
    return found
