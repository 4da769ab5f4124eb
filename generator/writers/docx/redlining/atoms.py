"""A paragraph as what can change by itself: words, fields, boxes; and where its bookmarks stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from generator.frozen import dataclass
from generator.writers.docx.redlining import elements as el
from generator.writers.docx.redlining.elements import Element

_TOKEN = re.compile(r"\d[\d.,]*\d|\w+|\s+|[^\w\s]")
_LOOKS = tuple(f"{el.WORD}{n}" for n in ("lang", "noProof", "bCs", "iCs", "szCs", "webHidden"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Atom:
    """``key`` decides whether two are the same; ``elements`` are the runs that print it."""

    key: tuple[object, ...]
    elements: tuple[Element, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """``marks``: bookmarks and such, each with the number of atoms before it."""

    atoms: tuple[Atom, ...]
    marks: tuple[tuple[int, Element], ...]


def content_of(paragraph: Element, renamed: Mapping[str, str]) -> Content:
    """``renamed``: bookmarks that have another name in the new paper, for where fields point."""
    atoms: list[Atom] = []
    marks: list[tuple[int, Element]] = []
    field: list[Element] = []
    depth = 0
    for element in _inline(paragraph):
        if element.tag in (el.START, el.END, *el.ANCHORS):
            marks.append((len(atoms), element))
            continue
        depth += _opens(element)
        if depth or field:
            field.append(element)
            if depth <= 0:
                atoms.append(_field(field, renamed))
                field, depth = [], 0
        else:
            atoms += _atoms(element)
    if field:
        atoms.append(_field(field, renamed))
    return Content(tuple(atoms), tuple(marks))


def _inline(paragraph: Element) -> Iterator[Element]:
    for child in paragraph:
        if child.tag != el.PPR and child.tag not in el.NOISE:
            yield child


def _opens(element: Element) -> int:
    kinds = [str(s.get(el.KIND)) for s in element.iter(el.FIELD_SIGN)] if element.tag == el.R else []
    return kinds.count("begin") - kinds.count("end")


def _field(runs: Sequence[Element], renamed: Mapping[str, str]) -> Atom:
    copies = tuple(deepcopy(r) for r in runs)
    instruction = []
    for copy in copies:
        for part in copy.iter(el.INSTRUCTION):
            part.text = " ".join(renamed.get(w, w) for w in (part.text or "").split(" "))
            instruction += part.text.split()
    return Atom(("field", tuple(instruction[:2])), copies)


def _atoms(element: Element) -> Iterator[Atom]:
    if element.tag != el.R:
        yield Atom((element.tag, el.written(element)), (element,))
        return
    properties = element.find(el.RPR)
    look = b"" if properties is None else b"".join(el.written(p, _LOOKS) for p in properties)
    for child in element:
        if child.tag == el.RPR or child.tag in el.NOISE:
            continue
        if child.tag == el.T:
            for token in _TOKEN.findall(child.text or ""):
                yield Atom(("text", look, token), (_run(properties),), token)
        else:
            run = _run(properties)
            run.append(deepcopy(child))
            yield Atom((child.tag, look, el.written(child)), (run,))


def _run(properties: Element | None) -> Element:
    run = el.make("r")
    if properties is not None:
        run.append(deepcopy(properties))
    return run


def runs_of(atoms: Sequence[Atom]) -> Iterator[Element]:
    """The runs that print these atoms; words of one look in one run."""
    last: Element | None = None
    look: object = None
    for atom in atoms:
        if atom.text is None:
            last = None
            yield from (deepcopy(e) for e in atom.elements)
        elif last is not None and atom.key[1] == look:
            last.text = (last.text or "") + atom.text
        else:
            run = deepcopy(atom.elements[0])
            last, look = el.make("t"), atom.key[1]
            last.set(_SPACE, "preserve")
            last.text = atom.text
            run.append(last)
            yield run
