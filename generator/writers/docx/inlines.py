"""Inlines → runs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.document import Blank, Filled, Inline, Inlines, Ref, Text, Use
from generator.frozen import dataclass
from generator.writers.docx import roles
from generator.writers.docx.controls import fill_in
from generator.writers.docx.marks import Marks
from generator.writers.docx.xml import escape, field, run
from generator.writers.faults import WriterFault
from generator.writers.words import BOX, one_line

BOX_FONT = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:cs="MS Gothic" w:hint="eastAsia"/>'
_BOX = re.compile(f"({BOX})")
_NO_BREAK = "\u00a0"
_SIGNING_LINE = _NO_BREAK * 40
_BEFORE_NUMBER = ("artikel ", "Artikel ", "artikelen ", "lid ", "leden ", "onder ", "en ", "of ")
_UNITS = "procent|minuten|minuut|uren|uur|dagen|dag|werkdagen|werkdag|weken|week|maanden|maand|jaar|keer|euro"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_LAWS = "BW|AVG|Auteurswet"
_TOGETHER = re.compile(
    rf"(?<=€) (?=\d)|(?<=\w) (?=[BN]\.V\.)|(?<=\bartikel) (?=\d)|(?<=\bArtikel) (?=\d)|(?<=\bart\.) (?=\d)|(?<=\blid) (?=\d)"
    rf"|(?<={BOX}) (?=\w)|(?<=\bonder) (?=\(?[a-z]\b)|(?<=\d) (?=(?:{_UNITS}|{_MONTHS}|{_LAWS})\b)"
    rf"|(?:(?<=\d[a-z])|(?<=\bonder [a-z])) (?=(?:{_LAWS})\b)",
    re.IGNORECASE,
)
_A_VALUE = re.compile(rf"[\d.,]+ (?:{_UNITS})|\d{{1,2}} (?:{_MONTHS}) \d{{4}}", re.IGNORECASE)
_NUMBER_LAST = re.compile(r"\d $")
_A_UNIT = re.compile(rf"(?:{_UNITS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RunWriter:
    marks: Marks
    style_ids: Mapping[str, str]
    file: str
    flat: bool = False

    def runs(self, inlines: Inlines, extra: str = "") -> str:
        return "".join(self._inline(i, extra) for i in _kept_together(inlines))

    def _inline(self, inline: Inline, extra: str) -> str:
        match inline:
            case Text(text, bold, italic):
                parts = (part for part in _BOX.split(text) if part)
                return "".join(run(p, _face(p) + _emphasis(bold, italic, extra)) for p in parts)
            case Filled(text, _, bold, italic):
                return run(text, _emphasis(bold, italic, extra))
            case Use(text, _, bold):
                return run(text, _emphasis(bold, False, extra))
            case Ref(target, text):
                return self._reference(target, text, extra)
            case Blank():
                return self.blank(inline)

    def blank(self, blank: Blank) -> str:
        """What is still open shows by name; what is written at signing is a line."""
        if not blank.holds_up:
            shown = run(_SIGNING_LINE, '<w:u w:val="single"/>')
        else:
            shown = run(f"[{blank.label}]", f'<w:rStyle w:val="{escape(self.style_ids[roles.BLANK])}"/>')
        return shown if self.flat else fill_in(self.marks.control("invulveld"), one_line(blank.label), shown)

    def _reference(self, key: str, text: str, extra: str) -> str:
        target = self.marks.targets.get(key)
        if target is None:
            raise WriterFault(self.file, [f"er wordt verwezen naar ‘{key}’, en dat staat er niet in"])
        if not text:
            return ""
        if self.flat:
            return f'<w:hyperlink w:anchor="{target.bookmark}" w:history="1">{run(text, extra)}</w:hyperlink>'
        # A number as it stands there, without that of what is above it: the tree names that itself.
        return field(f"REF {target.bookmark} \\n \\h", text, extra)


def _ends_in_number(inline: Inline) -> bool:
    return isinstance(inline, Filled) and inline.text[-1:].isdecimal()


def _face(part: str) -> str:
    """A box to tick in a sentence or cell has a font of its own: few text fonts know the sign."""
    return BOX_FONT if _BOX.fullmatch(part) else ""


def _emphasis(bold: bool, italic: bool, extra: str) -> str:
    return f"{'<w:b/><w:bCs/>' if bold else ''}{'<w:i/><w:iCs/>' if italic else ''}{extra}"


def _kept_together(inlines: Sequence[Inline]) -> list[Inline]:
    """A number stays on one line with the word before it or its unit. Of an answer, only what is such a value as a whole."""
    kept: list[Inline] = []
    for n, inline in enumerate(inlines):
        following = inlines[n + 1] if n + 1 < len(inlines) else None
        match inline:
            case Text(text):
                text = _TOGETHER.sub(_NO_BREAK, text)
                if isinstance(following, Ref) and text.endswith(_BEFORE_NUMBER):
                    text = text[:-1] + _NO_BREAK
                if isinstance(following, Use) and _NUMBER_LAST.search(text) and _A_UNIT.match(following.text):
                    text = text[:-1] + _NO_BREAK
                if n and _ends_in_number(inlines[n - 1]) and text[:1] == " " and _A_UNIT.match(text, 1):
                    text = _NO_BREAK + text[1:]
                kept.append(replace(inline, text=text))
            case Filled(text) if _A_VALUE.fullmatch(text):
                kept.append(replace(inline, text=_TOGETHER.sub(_NO_BREAK, text)))
            case _:
                kept.append(inline)
    return kept
