"""The words of one paragraph of another's Word file, with what its fields and controls say they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.importing.foreign import Kind, Run
from generator.writers.docx.foreign_styles import Sheet
from generator.writers.docx.xml import W14, W

_W = f"{{{W}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_POINTS = {"REF", "NOTEREF"}
_FILLED = {"MERGEFIELD", "FORMTEXT", "FORMDROPDOWN", "FILLIN", "ASK", "MACROBUTTON"}
_WITHIN = {
    f"{_W}{n}" for n in ("hyperlink", "smartTag", "customXml", "ins", "moveTo", "dir", "bdo", "sdtContent")
}
_UNMARKED = {"none", "white"}


@dataclass(slots=True)
class Fields:
    """The fields that are open; one may run over several paragraphs, such as a table of contents."""

    open: list[list[str]] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        if kind == "begin":
            self.open.append(["", ""])
        elif kind == "separate" and self.open:
            self.open[-1][1] = "result"
        elif kind == "end" and self.open:
            self.open.pop()

    def instruct(self, text: str) -> None:
        if self.open and not self.open[-1][1]:
            self.open[-1][0] += text

    @property
    def in_instruction(self) -> bool:
        return any(not phase for _text, phase in self.open)

    @property
    def in_contents(self) -> bool:
        return any(text.split()[:1] == ["TOC"] for text, _phase in self.open)

    @property
    def meaning(self) -> tuple[Kind, str]:
        for text, _phase in reversed(self.open):
            words = text.replace('"', " ").split()
            if words and words[0].upper() in _POINTS and len(words) > 1:
                return Kind.POINTER, words[1]
            if words and words[0].upper() in _FILLED:
                named = words[0].upper() == "MERGEFIELD" and len(words) > 1
                return Kind.BLANK, words[1] if named else ""
        return Kind.WORDS, ""


@dataclass(slots=True)
class Found:
    """What stands beside the words. ``boxes``: text boxes; ``footnotes``: their ids."""

    marks: list[str] = field(default_factory=list)
    boxes: list["etree._Element"] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    images: int = 0
    hidden: list[str] = field(default_factory=list)


class Reader:
    def __init__(self, sheet: Sheet, fields: Fields) -> None:
        self.sheet = sheet
        self.fields = fields

    def read(self, paragraph: "etree._Element", found: Found) -> tuple[Run, ...]:
        return tuple(_joined(self._children(paragraph, paragraph, found, None)))

    def _children(
        self, parent: "etree._Element", paragraph: "etree._Element", found: Found, blank: str | None
    ) -> Iterator[Run]:
        for child in parent:
            tag = child.tag
            if tag == f"{_W}r":
                yield from self._run(child, paragraph, found, blank)
            elif tag == f"{_W}bookmarkStart":
                found.marks.append(str(child.get(f"{_W}name", "")))
            elif tag == f"{_W}fldSimple":
                self.fields.open.append([str(child.get(f"{_W}instr", "")), "result"])
                yield from self._children(child, paragraph, found, blank)
                self.fields.open.pop()
            elif tag == f"{_W}sdt":
                yield from self._control(child, paragraph, found)
            elif tag == f"{_MC}AlternateContent":
                yield from self._children(child[0], paragraph, found, blank) if len(child) else ()
            elif tag in _WITHIN:
                yield from self._children(child, paragraph, found, blank)

    def _control(self, control: "etree._Element", paragraph: "etree._Element", found: Found) -> Iterator[Run]:
        content = control.find(f"{_W}sdtContent")
        if content is None:
            return
        box = control.find(f"{_W}sdtPr/{{{W14}}}checkbox") is not None
        yield from self._children(content, paragraph, found, None if box else name_of_control(control))

    def _run(
        self, run: "etree._Element", paragraph: "etree._Element", found: Found, blank: str | None
    ) -> Iterator[Run]:
        text = "".join(self._piece(child, found) for child in run)
        if not text or self.fields.in_contents:
            return
        if self.sheet.run_is(run, paragraph, "vanish"):
            found.hidden.append(text)
            return
        kind, target = self.fields.meaning
        if blank is not None and kind is Kind.WORDS:
            kind, target = Kind.BLANK, blank
        if kind is Kind.WORDS and _is_highlighted(run):
            kind = Kind.BLANK
        bold, italic = (self.sheet.run_is(run, paragraph, name) for name in ("b", "i"))
        yield Run(text, bold, italic, kind, target)

    def _piece(self, element: "etree._Element", found: Found) -> str:
        tag = element.tag
        if tag == f"{_W}fldChar":
            self.fields.mark(str(element.get(f"{_W}fldCharType")))
        elif tag == f"{_W}instrText":
            self.fields.instruct(element.text or "")
        elif tag in {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
            kind = "footnotes" if tag.endswith("footnoteReference") else "endnotes"
            found.footnotes.append((kind, str(element.get(f"{_W}id"))))
        elif tag in {f"{_W}drawing", f"{_W}pict", f"{_W}object", f"{_MC}AlternateContent"}:
            self._drawing(element, found)
        elif self.fields.in_instruction:
            return ""
        elif tag == f"{_W}t":
            return element.text or ""
        elif tag == f"{_W}sym":
            return _symbol(str(element.get(f"{_W}char", "")))
        elif tag == f"{_W}br" and element.get(f"{_W}type", "textWrapping") != "textWrapping":
            return " "
        return _SIGNS.get(tag, "") if isinstance(tag, str) else ""

    def _drawing(self, element: "etree._Element", found: Found) -> None:
        if element.tag == f"{_MC}AlternateContent":
            element = element[0] if len(element) else element
        boxes = [*element.iter(f"{_W}txbxContent")]
        found.boxes += boxes
        found.images += not boxes


def name_of_control(control: "etree._Element") -> str:
    for name in ("alias", "tag"):
        found = control.find(f"{_W}sdtPr/{_W}{name}")
        if found is not None and (value := str(found.get(f"{_W}val", ""))):
            return value
    return ""


def _is_highlighted(run: "etree._Element") -> bool:
    found = run.find(f"{_W}rPr/{_W}highlight")
    return found is not None and str(found.get(f"{_W}val")) not in _UNMARKED


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Word cuts a sentence into runs at every edit; those that look the same are one."""
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and _look(run) == _look(waiting):
            waiting = Run(waiting.text + run.text, *_look(run))
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting


def _look(run: Run) -> tuple[bool, bool, Kind, str]:
    return run.bold, run.italic, run.kind, run.target
