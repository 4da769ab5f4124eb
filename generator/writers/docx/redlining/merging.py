"""Pairs of blocks → blocks with tracked changes."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from generator.writers.docx.marks import CLAUSE_PREFIX
from generator.writers.docx.redlining import elements as el
from generator.writers.docx.redlining.atoms import Atom, content_of, runs_of
from generator.writers.docx.redlining.elements import Element
from generator.writers.docx.redlining.pairing import Pair, paired, paired_to_the_end

_IN_DELETION = {el.T: f"{el.WORD}delText", el.INSTRUCTION: f"{el.WORD}delInstrText"}
_CONTAINERS = tuple(f"{el.WORD}{n}" for n in ("hyperlink", "smartTag"))

Change = tuple[str, tuple[Atom, ...], tuple[Atom, ...]]


@dataclass(slots=True)
class Merger:
    """``renamed``: bookmarks of the old paper by their name in the redline. ``fixed``: blocks of the new paper that are not compared."""

    author: str
    date: str
    renamed: Mapping[str, str]
    fixed: frozenset[Element] = frozenset()
    changes: int = field(default=0)

    def blocks(self, pairs: Sequence[Pair]) -> Iterator[Element]:
        for old, new in pairs:
            if old is None and new is not None:
                yield new if new in self.fixed else self._whole(new, "ins")
            elif new is None and old is not None:
                yield self._whole(old, "del")
            elif old is not None and new is not None:
                yield self._both(old, new)

    def _both(self, old: Element, new: Element) -> Element:
        if new.tag == el.TBL:
            return self._table(old, new)
        return self._paragraph(old, new) if new.tag == el.P else new

    # --- a block that went or came ---

    def _whole(self, block: Element, kind: str) -> Element:
        if block.tag == el.TBL:
            for row in block.iterfind(el.TR):
                self._row_mark(row, kind)
            return block
        for paragraph in [block] if block.tag == el.P else [*block.iter(el.P)]:
            self._marked(paragraph, kind)
        return block

    def _row_mark(self, row: Element, kind: str) -> Element:
        properties = row.find(el.TRPR)
        if properties is None:
            properties = el.make("trPr")
            row.insert(1 if len(row) and row[0].tag == f"{el.WORD}tblPrEx" else 0, properties)
        properties.append(self._change(kind))
        for paragraph in [*row.iter(el.P)]:
            self._marked(paragraph, kind)
        return row

    def _marked(self, paragraph: Element, kind: str) -> None:
        """All its words, and its paragraph mark."""
        content = content_of(paragraph, self.renamed if kind == "del" else {})
        properties = _properties(paragraph)
        for child in [c for c in paragraph if c is not properties]:
            paragraph.remove(child)
        _look_of_mark(properties).insert(0, self._change(kind))
        before, marks = 0, list(content.marks)
        for place, mark in [*marks, (len(content.atoms), None)]:
            paragraph.extend(self._changed(kind, content.atoms[before:place]))
            before = place
            if mark is not None:
                paragraph.append(mark)

    # --- a block in both ---

    def _paragraph(self, old: Element, new: Element) -> Element:
        was, now = content_of(old, self.renamed), content_of(new, {})
        made = el.make("p")
        made.append(self._merged_properties(old, new))
        extra = _extra_marks(was.marks, now.marks)
        made.extend(m for m in extra if m.tag == el.START)
        marks, place = list(now.marks), 0
        for op, gone, came in _changes(was.atoms, now.atoms):
            while marks and marks[0][0] == place and marks[0][1].tag == el.START:
                made.append(marks.pop(0)[1])  # before what went: that stood in it too
            if op != "equal":
                made.extend(self._changed("del", gone))
            start = 0
            for n in range(len(came)):
                while marks and marks[0][0] == place + n:
                    made.extend(self._kept_or_came(op, came[start:n]))
                    start = n
                    made.append(marks.pop(0)[1])
            made.extend(self._kept_or_came(op, came[start:]))
            place += len(came)
        made.extend(mark for _, mark in marks)
        made.extend(m for m in extra if m.tag == el.END)
        return made

    def _kept_or_came(self, op: str, atoms: Sequence[Atom]) -> Iterator[Element]:
        return runs_of(atoms) if op == "equal" else self._changed("ins", atoms)

    def _merged_properties(self, old: Element, new: Element) -> Element:
        before, after = _properties(old), deepcopy(_properties(new))
        for stale in after.findall(el.PROPERTY_CHANGE):
            after.remove(stale)
        if el.written(before, el.LAYOUT) != el.written(after, el.LAYOUT):
            change = self._change("pPrChange")
            was = el.make("pPr")
            was.extend(deepcopy(p) for p in before if p.tag not in (el.RPR, el.SECTPR, el.PROPERTY_CHANGE))
            change.append(was)
            after.append(change)
        return after

    def _table(self, old: Element, new: Element) -> Element:
        rows = paired(old.findall(el.TR), new.findall(el.TR))
        widths = [c.find(el.TCPR) for c in next(new.iterfind(el.TR), new).iterfind(el.TC)]
        for row in new.findall(el.TR):
            new.remove(row)
        for was, now in rows:
            if was is not None and now is not None:
                new.append(self._row(was, now))
            elif was is not None:
                new.append(self._row_mark(_fitted(was, widths), "del"))
            elif now is not None:
                new.append(self._row_mark(now, "ins"))
        return new

    def _row(self, old: Element, new: Element) -> Element:
        for was, now in zip(old.findall(el.TC), new.findall(el.TC), strict=True):
            before, after = _blocks(was), _blocks(now)
            for block in after:
                now.remove(block)
            now.extend(self.blocks(paired_to_the_end(before, after)))
        return new

    # --- marks of change ---

    def _changed(self, kind: str, atoms: Sequence[Atom]) -> Iterator[Element]:
        if not atoms:
            return
        change: Element | None = None
        for run in runs_of(atoms):
            if run.tag in _CONTAINERS:
                yield self._inside(run, kind)
                change = None
                continue
            if change is None:
                change = self._change(kind)
                yield change
            change.extend(_deleted(run) if kind == "del" else [run])

    def _inside(self, container: Element, kind: str) -> Element:
        """A link cannot stand in a change; its words can."""
        runs = [*container]
        for run in runs:
            container.remove(run)
        change = self._change(kind)
        change.extend(d for r in runs for d in (_deleted(r) if kind == "del" else [r]))
        container.append(change)
        return container

    def _change(self, kind: str) -> Element:
        self.changes += 1
        return el.make(kind, id=str(1_000_000 + self.changes), author=self.author, date=self.date)


def _changes(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[Change]:
    """What stayed, went and came. One space between two changes goes along: a reader sees one change, not two."""
    matcher = SequenceMatcher(None, [a.key for a in old], [a.key for a in new], autojunk=False)
    found: list[Change] = []
    codes = matcher.get_opcodes()
    for n, (op, i1, i2, j1, j2) in enumerate(codes):
        gone, came = tuple(old[i1:i2]), tuple(new[j1:j2])
        island = op == "equal" and 0 < n < len(codes) - 1 and all(a.text is not None and a.text.isspace() for a in came)  # fmt: skip
        if (op != "equal" or island) and found and found[-1][0] != "equal":
            _, was, now = found.pop()
            found.append(("replace", was + gone, now + came))
        else:
            found.append(("equal" if op == "equal" else "replace", gone, came))
    yield from found


def _extra_marks(old: Sequence[tuple[int, Element]], new: Sequence[tuple[int, Element]]) -> list[Element]:
    """Bookmarks that only the old paragraph has: they stay, but for where a clause begins or ends: that is as it is now."""
    names = {str(m.get(el.NAME)) for _, m in new if m.tag == el.START}
    only = [m for _, m in old if m.tag == el.START and str(m.get(el.NAME)) not in names]
    starts = [m for m in only if not str(m.get(el.NAME)).startswith(CLAUSE_PREFIX)]
    ids = {str(m.get(el.ID)) for m in starts}
    return [*starts, *(m for _, m in old if m.tag == el.END and str(m.get(el.ID)) in ids)]


def _properties(paragraph: Element) -> Element:
    found = paragraph.find(el.PPR)
    if found is None:
        found = el.make("pPr")
        paragraph.insert(0, found)
    return found


def _look_of_mark(properties: Element) -> Element:
    """The ``rPr`` of the paragraph mark, where the order of elements wants it."""
    found = properties.find(el.RPR)
    if found is None:
        found = el.make("rPr")
        after = [n for n, c in enumerate(properties) if c.tag in (el.SECTPR, el.PROPERTY_CHANGE)]
        properties.insert(after[0] if after else len(properties), found)
    return found


def _deleted(run: Element) -> list[Element]:
    """A run as it stands in a deletion. Of a content control only the words: LibreOffice would leave them behind."""
    runs = [*run.iter(el.R)] if run.tag == el.SDT else [run]
    for one in runs:
        for text in one.iter(*_IN_DELETION):
            text.tag = _IN_DELETION[str(text.tag)]
    return runs


def _blocks(cell: Element) -> list[Element]:
    return [b for b in cell if b.tag in (el.P, el.TBL)]


def _fitted(row: Element, widths: Sequence[Element | None]) -> Element:
    """An old row in the widths of the new table."""
    cells = row.findall(el.TC)
    for cell, width in zip(cells, widths, strict=False):
        own = cell.find(el.TCPR)
        if len(cells) == len(widths) and own is not None and width is not None:
            cell.replace(own, deepcopy(width))
    return row
