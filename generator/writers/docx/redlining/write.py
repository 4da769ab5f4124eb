"""Two papers into one with tracked changes, checked before it leaves."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from generator.frozen import dataclass
from generator.writers.docx.opening import WordFile, opened
from generator.writers.docx.package import written
from generator.writers.docx.redlining import elements as el
from generator.writers.docx.redlining.bookmarks import rename, renames, settle
from generator.writers.docx.redlining.elements import Element
from generator.writers.docx.redlining.lists import united
from generator.writers.docx.redlining.merging import Merger
from generator.writers.docx.redlining.pairing import paired_papers
from generator.writers.docx.redlining.shape import faults, shape
from generator.writers.docx.returned import contents_table
from generator.writers.docx.tracked import accepted, has_changes
from generator.writers.faults import WriterFault

_BODY = f"{el.WORD}body"
_COMMENTED = (f"{el.WORD}commentReference", *el.ANCHORS)


@dataclass(frozen=True, slots=True)
class Revision:
    """Whose changes they are, and of which moment (``2026-11-21T00:00:00Z``)."""

    author: str
    moment: str


def redlined(before: bytes, after: bytes, revision: Revision, file: str = "vergelijking") -> bytes:
    """The new paper with tracked changes since the old one. Raises WriterFault rather than return a wrong file."""
    old, new = opened(before), opened(after)
    names = _style_names(new)
    was, now = _settled(old), _settled(new)
    _same_styles(was, _style_names(old), names)
    numbering, styles = _part(new, "numbering"), _part(new, "styles") or b""
    own = shape(was, _part(old, "numbering"), _styles_renamed(old, names), names)
    wanted = shape(now, numbering, styles, names)
    merged, lists = _merged(was, now, (_part(old, "numbering"), numbering), revision)
    if found := [*faults(merged, lists, styles, names, own, wanted)]:
        raise WriterFault(file, found)
    return written(_parts(new, merged, lists))


def _merged(
    was: Element, now: Element, numbering: tuple[bytes | None, bytes | None], revision: Revision
) -> tuple[Element, bytes | None]:
    fixed = frozenset(contents_table(now))
    for entry in [*contents_table(was)]:
        _remove(entry)
    pairs = paired_papers(_blocks(was), [b for b in _blocks(now) if b not in fixed])
    pairs = [*_with_fixed(pairs, _blocks(now), fixed)]
    names = renames(pairs, now)
    rename(was, names)
    lists = united(numbering[0], numbering[1], was, pairs)
    merger = Merger(revision.author, revision.moment, names, fixed)
    body = now.find(_BODY)
    if body is None:
        raise ValueError("a paper without a body")
    last = [deepcopy(c) for c in body if c.tag == el.SECTPR]
    blocks = [*merger.blocks(pairs)]
    for child in [*body]:
        body.remove(child)
    body.extend([*blocks, *last])
    settle(body)
    return now, lists


# --- what goes in -------------------------------------------------------------------------------------------------


def _settled(file: WordFile) -> Element:
    """Its text with open changes accepted, content controls around blocks opened, and no comments."""
    root = file.body
    root = accepted(root) if has_changes(root) else root
    for anchor in [*root.iter(*_COMMENTED)]:
        _remove(anchor)
    body = root.find(_BODY)
    for control in [] if body is None else body.findall(el.SDT):
        content = control.find(el.SDT_CONTENT)
        for block in [] if content is None else [*content]:
            control.addprevious(block)
        _remove(control)
    _marks_inside(root)
    return root


def _marks_inside(root: Element) -> None:
    """Bookmarks between blocks go into the paragraph that follows."""
    body = root.find(_BODY)
    for mark in [] if body is None else [*body]:
        if mark.tag not in (el.START, el.END):
            continue
        following = next((s for s in mark.itersiblings() if s.tag in (el.P, el.TBL)), None)
        paragraph = None if following is None else el.first_paragraph(following)
        _remove(mark)
        if paragraph is not None:
            paragraph.insert(1 if paragraph.find(el.PPR) is not None else 0, mark)


def _blocks(root: Element) -> list[Element]:
    body = root.find(_BODY)
    return [] if body is None else [b for b in body if b.tag in (el.P, el.TBL)]


def _with_fixed(
    pairs: Sequence[tuple[Element | None, Element | None]],
    blocks: Sequence[Element],
    fixed: frozenset[Element],
) -> Iterator[tuple[Element | None, Element | None]]:
    """What is not compared stands before the block that it stood before."""
    places = {b: n for n, b in enumerate(blocks)}
    waiting = [b for b in blocks if b in fixed]
    for old, new in pairs:
        while new is not None and waiting and places[waiting[0]] < places[new]:
            yield None, waiting.pop(0)
        yield old, new
    yield from ((None, b) for b in waiting)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


# --- styles and parts ---------------------------------------------------------------------------------------------


def _style_names(file: WordFile) -> dict[str, str]:
    """Names by id; other programs rewrite ids, and keep names."""
    name = file.related("styles")
    styles = file.tree(name) if name else None
    return {
        str(s.get(f"{el.WORD}styleId")): str(n.get(el.VALUE, "")).casefold()
        for s in (() if styles is None else styles.iterfind(f"{el.WORD}style"))
        if (n := s.find(f"{el.WORD}name")) is not None
    }


def _same_styles(root: Element, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """The old text in the styles of the new file; a style that is not there is left out."""
    ids = {name: identity for identity, name in reversed(list(new.items()))}
    for use in [*root.iter(el.STYLE, f"{el.WORD}rStyle", f"{el.WORD}tblStyle")]:
        identity = str(use.get(el.VALUE))
        if identity in new and old.get(identity) == new[identity]:
            continue
        there = ids.get(old.get(identity, ""))
        if there is None:
            _remove(use)
        else:
            use.set(el.VALUE, there)


def _styles_renamed(file: WordFile, new: Mapping[str, str]) -> bytes:
    """The styles of the old file under the ids that its text now has."""
    name = file.related("styles")
    tree = file.tree(name) if name else None
    if tree is None:
        return b""
    old, ids = _style_names(file), {n: i for i, n in reversed(list(new.items()))}
    for element in tree.iter():
        for key in (f"{el.WORD}styleId", el.VALUE):
            value = element.get(key)
            named = element.tag in (
                f"{el.WORD}style",
                f"{el.WORD}basedOn",
                f"{el.WORD}next",
                f"{el.WORD}link",
            )
            if named and value in old and old[str(value)] in ids:
                element.set(key, ids[old[str(value)]])
    return etree.tostring(tree)


def _part(file: WordFile, kind: str) -> bytes | None:
    name = file.related(kind)
    return file.parts.get(name) if name else None


def _parts(file: WordFile, root: Element, numbering: bytes | None) -> dict[str, bytes]:
    """The parts of the new file with the merged text; without the comments, that nothing points at any more."""
    parts = dict(file.parts)
    parts[file.main] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    if (name := file.related("numbering")) and numbering is not None:
        parts[name] = numbering
    return parts
