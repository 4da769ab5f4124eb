"""What a paragraph in another's Word file looks like and how it is counted: its own properties over those of its styles."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from generator.frozen import dataclass
from generator.writers.docx.numbers import Counters, Numbering, Place, place_of, read_numbering
from generator.writers.docx.opening import WordFile, parsed
from generator.writers.docx.xml import W

_W = f"{{{W}}}"
_OFF = {"0", "false", "off", "none"}
_PPR = f"{_W}pPr"
_HEADING = re.compile(r"(?:heading|kop) ([1-9])")
_HIGHEST = 9_999
"""No contract counts further; a file that says so wants something else."""
BODY_TEXT = 9
"""The outline level that is none."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The number a paragraph shows. ``form``: how it counts (``decimal``, ``lowerLetter``, ``bullet`` …)."""

    label: str
    level: int
    form: str


class Sheet:
    """The styles of a file and the state of its lists. Paragraphs are counted in the order of asking."""

    def __init__(self, file: WordFile) -> None:
        name = file.related("styles")
        tree = file.tree(name) if name else None
        found = () if tree is None else tree.iterfind(f"{_W}style")
        self.styles = {str(s.get(f"{_W}styleId")): s for s in found}
        self.default = next(
            (
                i
                for i, s in self.styles.items()
                if s.get(f"{_W}type") == "paragraph" and s.get(f"{_W}default") in {"1", "true"}
            ),
            "",
        )
        known = _numbering(file)
        self.readable = known is not None
        """Whether its lists could be read."""
        self.counters = Counters(known or Numbering({}, {}, {}))
        self.indents = _indents(file)

    def style_of(self, paragraph: "etree._Element") -> str:
        style = paragraph.find(f"{_PPR}/{_W}pStyle")
        return self.default if style is None else str(style.get(f"{_W}val"))

    def name_of(self, paragraph: "etree._Element") -> str:
        element = self.styles.get(self.style_of(paragraph))
        name = None if element is None else element.find(f"{_W}name")
        return "" if name is None else str(name.get(f"{_W}val", "")).casefold()

    def _line_of(self, style: str) -> Iterator["etree._Element"]:
        """The style and those it is based on, the nearest first."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            based = self.styles[style].find(f"{_W}basedOn")
            style = "" if based is None else str(based.get(f"{_W}val"))

    def paragraph_value(self, paragraph: "etree._Element", path: str, attribute: str = "val") -> str | None:
        for owner in (paragraph, *self._line_of(self.style_of(paragraph))):
            found = owner.find(f"{_PPR}/{_W}{path}")
            if found is not None and (value := found.get(f"{_W}{attribute}")) is not None:
                return str(value)
        return None

    def run_is(self, run: "etree._Element", paragraph: "etree._Element", name: str) -> bool:
        """Whether a run is bold, italic, hidden …: by itself, its character style, or the style of its paragraph."""
        style = run.find(f"{_W}rPr/{_W}rStyle")
        own = self._line_of(str(style.get(f"{_W}val"))) if style is not None else iter(())
        for owner in (run, *own, *self._line_of(self.style_of(paragraph))):
            found = owner.find(f"{_W}rPr/{_W}{name}")
            if found is not None:
                return str(found.get(f"{_W}val", "1")) not in _OFF
        return False

    def heading(self, paragraph: "etree._Element") -> int | None:
        value = self.paragraph_value(paragraph, "outlineLvl")
        level = int(value) if value and value.isdecimal() else BODY_TEXT
        named = _HEADING.fullmatch(self.name_of(paragraph)) if value is None else None
        if named:
            return int(named[1])
        return level + 1 if level < BODY_TEXT else None

    def counted(self, paragraph: "etree._Element") -> Counted | None:
        """Its number; asking counts it."""
        place = self._place(paragraph)
        numbering = self.counters.numbering
        if place is None or place.list_id not in numbering.lists:
            return None
        level = numbering.levels.get((numbering.lists[place.list_id].abstract, place.level))
        if level is None or level.number_format == "none":
            return None
        if level.number_format == "bullet":
            return Counted("", place.level, "bullet")
        try:
            label = self.counters.advance(place)
        except (KeyError, ValueError, IndexError):
            return None
        return Counted(label.strip(), place.level, level.number_format)

    def indent(self, paragraph: "etree._Element") -> int:
        """Where its text begins: its own, else that of its list, else that of its style."""
        place = self._place(paragraph)
        own = _left(paragraph)
        of_list = self.indents.get((place.list_id, place.level)) if place else None
        of_styles = (_left(s) for s in self._line_of(self.style_of(paragraph)))
        return next((x for x in (own, of_list, *of_styles) if x is not None), 0)

    def _place(self, paragraph: "etree._Element") -> Place | None:
        properties = paragraph.find(_PPR)
        try:
            own = place_of(properties)
        except ValueError:
            return None
        of_style = self.counters.numbering.of_style.get(self.style_of(paragraph))
        if own is not None or properties is None or of_style is None:
            return own if own is not None else of_style
        level = properties.find(f"{_W}numPr/{_W}ilvl")
        return of_style if level is None else replace(of_style, level=_whole(str(level.get(f"{_W}val"))))


def _left(owner: "etree._Element") -> int | None:
    found = owner.find(f"{_PPR}/{_W}ind")
    left = None if found is None else found.get(f"{_W}left", found.get(f"{_W}start"))
    return None if left is None else _whole(str(left))


def _indents(file: WordFile) -> dict[tuple[str, int], int]:
    """By list and level: where the text stands."""
    name = file.related("numbering")
    tree = file.tree(name) if name else None
    found: dict[tuple[str, int], int] = {}
    if tree is None:
        return found
    abstracts = {str(a.get(f"{_W}abstractNumId")): a for a in tree.iterfind(f"{_W}abstractNum")}
    for num in tree.iterfind(f"{_W}num"):
        home = num.find(f"{_W}abstractNumId")
        abstract = abstracts.get(str(home.get(f"{_W}val"))) if home is not None else None
        for level in () if abstract is None else abstract.iterfind(f"{_W}lvl"):
            if (left := _left(level)) is not None:
                found[str(num.get(f"{_W}numId")), _whole(str(level.get(f"{_W}ilvl")))] = left
    return found


def _whole(text: str) -> int:
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return 0


def _numbering(file: WordFile) -> Numbering | None:
    """None when the lists are there and cannot be read."""
    names = file.related("numbering"), file.related("styles")
    numbering, styles = (file.parts.get(n) if n else None for n in names)
    if numbering is None or styles is None:
        return Numbering({}, {}, {})
    parsed(numbering), parsed(styles)  # refuses what has no place in a Word file before it is read as ours
    try:
        found = read_numbering(numbering, styles)
    except (LookupError, ValueError):
        return None
    begins = (
        *(x.start for x in found.levels.values()),
        *(n for x in found.lists.values() for n in x.starts.values()),
    )
    return found if all(0 <= n <= _HIGHEST for n in begins) else None
