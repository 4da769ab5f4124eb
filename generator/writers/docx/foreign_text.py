"""Reads a contract that another made in Word: its lines and tables, and what cannot come along."""

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.importing.foreign import Block, Foreign, Grid, Kind, Line, Note, Run, Runs
from generator.writers.docx.foreign_runs import Fields, Found, Reader
from generator.writers.docx.foreign_styles import Sheet
from generator.writers.docx.opening import UnreadableError, WordFile
from generator.writers.docx.tracked import CHANGES
from generator.writers.docx.xml import W

_W = f"{{{W}}}"
_P, _TBL, _TR, _TC = (f"{_W}{n}" for n in ("p", "tbl", "tr", "tc"))
_THROUGH = {f"{_W}{n}" for n in ("sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_SHOWN_PLACES = 5
_START = 60
_CAPTIONS = {"footnotes": "voetnoot", "endnotes": "eindnoot"}


def foreign(file: WordFile) -> Foreign:
    """Raises UnreadableError for macros and for tracked changes that are still open."""
    if any(n.casefold().endswith("vbaproject.bin") for n in file.parts):
        raise UnreadableError(
            "In dit bestand zitten macro's. Die lezen wij niet.",
            "Sla het in Word op als gewoon Word-document (.docx).",
        )
    root = file.body
    _refuse_changes(root)
    reading = _Reading(file)
    body = root.find(f"{_W}body")
    blocks = tuple(reading.blocks(body)) if body is not None else ()
    words = tuple(w for b in blocks for w in _words(b))
    return Foreign(blocks, (*reading.notes, *_beside(file)), words)


def _refuse_changes(root: "etree._Element") -> None:
    places: dict[str, None] = {}
    for change in root.iter(*CHANGES):
        holder = next((a for a in change.iterancestors(_P)), None)
        text = "" if holder is None else _start(t.text or "" for t in holder.iter(f"{_W}t", f"{_W}delText"))
        author = str(change.get(f"{_W}author", "")) or "onbekend"
        places[f"‘{text or 'een tabel of de opmaak van de pagina'}’ ({author})"] = None
    if places:
        shown = "; ".join([*places][:_SHOWN_PLACES])
        more = f"; en nog {len(places) - _SHOWN_PLACES}" if len(places) > _SHOWN_PLACES else ""
        raise UnreadableError(
            f"In dit bestand staan nog wijzigingen open: {shown}{more}.",
            "Kies in Word Controleren, Accepteren, Alle wijzigingen accepteren. Sla het op en probeer het opnieuw.",
        )


def _start(texts: Iterator[str]) -> str:
    text = " ".join("".join(texts).split())
    return text if len(text) <= _START else f"{text[:_START].rstrip()}…"


def _words(block: Block) -> Iterator[str]:
    cells: Sequence[Runs] = (block.runs,) if isinstance(block, Line) else [c for r in block.rows for c in r]
    for runs in cells:
        yield from "".join(r.text for r in runs).split()


class _Reading:
    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.sheet = Sheet(file)
        self.fields = Fields()
        self.reader = Reader(self.sheet, self.fields)
        self.notes: list[Note] = []
        if not self.sheet.readable:
            self._note("nummering", "de lijsten van Word waren niet te lezen: nummer zelf", "")

    def blocks(self, parent: "etree._Element") -> Iterator[Block]:
        for child in parent:
            if child.tag == _P:
                yield from self._paragraph(child)
            elif child.tag == _TBL:
                yield from self._table(child)
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                yield from self.blocks(content) if content is not None else ()
            elif child.tag in _THROUGH:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: "etree._Element") -> Iterator[Block]:
        skipped = self.fields.in_contents or self.sheet.name_of(paragraph).startswith("toc ")
        found = Found()
        runs = self.reader.read(paragraph, found)
        text = "".join(r.text for r in runs)
        self._tell(found, text)
        if text.strip() and not skipped:
            yield self._line(paragraph, runs, tuple(found.marks))
        for box in found.boxes:
            inside = tuple(self.blocks(box))
            if inside:
                self._note("tekstvak", "is gewone tekst geworden", _start(iter(_words(inside[0]))))
            yield from inside

    def _line(self, paragraph: "etree._Element", runs: Runs, marks: tuple[str, ...]) -> Line:
        name = self.sheet.name_of(paragraph)
        counted = self.sheet.counted(paragraph)
        return Line(
            runs,
            counted.label if counted else "",
            counted.level if counted else 0,
            counted.form if counted else "",
            bullet=counted is not None and counted.form == "bullet",
            heading=self.sheet.heading(paragraph),
            title=name in {"title", "titel"},
            quote="quote" in name or "citaat" in name,
            centred=self.sheet.paragraph_value(paragraph, "jc") == "center",
            indent=self.sheet.indent(paragraph),
            marks=marks,
        )

    def _tell(self, found: Found, text: str) -> None:
        place = _start(iter(text))
        for kind, identity in found.footnotes:
            note = _note_text(self.file, kind, identity)
            self._note(_CAPTIONS[kind], note, place)
        if found.images:
            self._note("afbeelding", "is niet overgenomen", place)
        if found.hidden:
            self._note("verborgen tekst", _start(iter(" ".join(found.hidden))), place)

    def _note(self, what: str, text: str, place: str) -> None:
        self.notes.append(Note(what, text, place))

    # --- tables ----------------------------------------------------------------------------------------------------

    def _table(self, table: "etree._Element") -> Iterator[Block]:
        rows: list[list[Runs]] = []
        headed = False
        merged = False
        for row in _rows(table):
            cells: list[Runs] = []
            for cell in _cells(row):
                span, goes_on = _span(cell)
                cells += [self._cell(cell), *[()] * (span - 1)]
                merged = merged or span > 1 or goes_on
            headed = headed or (not rows and row.find(f"{_W}trPr/{_W}tblHeader") is not None)
            rows.append(cells)
        if not any(r.text.strip() for row in rows for cell in row for r in cell):
            return
        width = max(map(len, rows))
        grid = Grid(
            tuple((*row, *[()] * (width - len(row))) for row in map(tuple, rows)), headed or _bold(rows)
        )
        if merged:
            self._note(
                "tabel",
                "samengevoegde vakken staan nu los: de tekst staat in het eerste",
                _start(iter(" ".join(_words(grid)))),
            )
        yield grid

    def _cell(self, cell: "etree._Element") -> Runs:
        runs: list[Run] = []
        for block in self.blocks(cell):
            lines = [block] if isinstance(block, Line) else []
            if isinstance(block, Grid):
                self._note(
                    "tabel", "een tabel in een tabel is tekst geworden", _start(iter(" ".join(_words(block))))
                )
                lines = [Line(c) for r in block.rows for c in r if c]
            for line in lines:
                runs += [Run(" ")] if runs else []
                runs += [Run(f"{line.label} ")] if line.label else []
                runs += line.runs
        return tuple(runs)


def _rows(table: "etree._Element") -> Iterator["etree._Element"]:
    for child in table:
        if child.tag == _TR:
            yield child
        elif child.tag in {f"{_W}sdt", *_THROUGH}:
            yield from _rows(child)


def _cells(row: "etree._Element") -> Iterator["etree._Element"]:
    for child in row:
        if child.tag == _TC:
            yield child
        elif child.tag in {f"{_W}sdt", *_THROUGH}:
            yield from _cells(child)


def _span(cell: "etree._Element") -> tuple[int, bool]:
    """Over how many columns, and whether it goes on with the cell above it."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    value = "1" if span is None else str(span.get(f"{_W}val"))
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    goes_on = merge is not None and merge.get(f"{_W}val") != "restart"
    return (min(int(value), 60) if value.isdecimal() and int(value[:4]) > 0 else 1), goes_on


def _bold(rows: list[list[Runs]]) -> bool:
    """A first row that is bold throughout, over rows that are not."""
    if len(rows) < 2:
        return False
    first, second = (
        [r.bold and r.kind is Kind.WORDS for cell in row for r in cell if r.text.strip()] for row in rows[:2]
    )
    return bool(first) and all(first) and not all(second or [True])


# --- what stands beside the text -----------------------------------------------------------------------------------


def _note_text(file: WordFile, kind: str, identity: str) -> str:
    name = file.related(kind)
    tree = file.tree(name) if name else None
    for note in () if tree is None else tree:
        if str(note.get(f"{_W}id")) == identity:
            return " ".join("".join(t.text or "" for t in note.iter(f"{_W}t")).split())
    return ""


def _beside(file: WordFile) -> Iterator[Note]:
    """Headers, footers and comments: their words are told, not taken over."""
    for part in sorted(file.parts):
        kind = next((k for k in ("header", "footer") if part.startswith(f"word/{k}")), None)
        tree = file.tree(part) if kind and part.endswith(".xml") else None
        if tree is not None and (text := _all_words(tree)):
            yield Note("koptekst" if kind == "header" else "voettekst", text)
    name = file.related("comments")
    comments = file.tree(name) if name else None
    for comment in () if comments is None else comments.iterfind(f"{_W}comment"):
        yield Note(f"opmerking van {comment.get(f'{_W}author') or 'onbekend'}", _all_words(comment))


def _all_words(tree: "etree._Element") -> str:
    paragraphs = ("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in tree.iter(_P))
    return " ".join(" ".join(paragraphs).split())
