"""How Word counts: read from the numbering and styles of a file, so that our numbers can be held against its own."""

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from generator.frozen import dataclass, field
from generator.numbering import letter, roman
from generator.writers.docx.xml import W

_W = f"{{{W}}}"


@dataclass(frozen=True, slots=True)
class Level:
    number_format: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class List:
    """A ``w:num``: its abstract list and the levels it starts anew."""

    abstract: str
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph counts."""

    list_id: str
    level: int


@dataclass(frozen=True, slots=True)
class Numbering:
    levels: Mapping[tuple[str, int], Level]
    lists: Mapping[str, List]
    of_style: Mapping[str, Place]


def read_numbering(numbering: bytes, styles: bytes) -> Numbering:
    tree = etree.fromstring(numbering)
    levels = {
        (_value(abstract, "abstractNumId"), int(_value(level, "ilvl"))): _level(level)
        for abstract in tree.iterfind(f"{_W}abstractNum")
        for level in abstract.iterfind(f"{_W}lvl")
    }
    lists = {_value(num, "numId"): _list(num) for num in tree.iterfind(f"{_W}num")}
    return Numbering(levels, lists, _style_places(styles))


def place_of(properties: "etree._Element | None") -> Place | None:
    """The ``w:numPr`` of a paragraph or style; ``numId`` 0 means none."""
    found = None if properties is None else properties.find(f"{_W}numPr")
    if found is None or found.find(f"{_W}numId") is None:
        return None
    level = found.find(f"{_W}ilvl")
    return Place(_child(found, "numId"), 0 if level is None else int(_value(level, "val")))


def _level(level: "etree._Element") -> Level:
    start = level.find(f"{_W}start")
    return Level(
        _child(level, "numFmt"), _child(level, "lvlText"), 1 if start is None else int(_value(start, "val"))
    )


def _list(num: "etree._Element") -> List:
    starts = {
        int(_value(override, "ilvl")): int(_child(override, "startOverride"))
        for override in num.iterfind(f"{_W}lvlOverride")
        if override.find(f"{_W}startOverride") is not None
    }
    return List(_child(num, "abstractNumId"), starts)


@lru_cache(8)
def _style_places(styles: bytes) -> Mapping[str, Place]:
    """A style without a list of its own counts in that of the style it is based on. All documents have the same styles."""
    found = {_value(s, "styleId"): s for s in etree.fromstring(styles).iterfind(f"{_W}style")}

    def place(style: str, seen: frozenset[str] = frozenset()) -> Place | None:
        element = found.get(style)
        if element is None or style in seen:
            return None
        return place_of(element.find(f"{_W}pPr")) or place(_child(element, "basedOn"), seen | {style})

    places = {style: place(style) for style in found}
    return {style: known for style, known in places.items() if known is not None and known.list_id != "0"}


def _value(element: "etree._Element", name: str) -> str:
    return str(element.get(f"{_W}{name}", ""))


def _child(element: "etree._Element", name: str) -> str:
    child = element.find(f"{_W}{name}")
    return "" if child is None else _value(child, "val")


@dataclass(slots=True)
class Counters:
    """Counts paragraphs as Word does: lists of one abstract list count on, unless a list starts a level anew."""

    numbering: Numbering
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, place: Place) -> str:
        """The label that the next paragraph at this place would get, with its signs: ``7.2``, ``(a)``, ``1.``"""
        return self.label_at(self.numbering.lists[place.list_id].abstract, place.level, self._number(place))

    def label_at(self, abstract: str, level: int, number: int) -> str:
        def shown(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            known = self.numbering.levels[abstract, other]
            value = number if other == level else self._counts.get((abstract, other), known.start)
            return formatted(value, known.number_format)

        return re.sub(r"%(\d)", shown, self.numbering.levels[abstract, level].text)

    def advance(self, place: Place) -> str:
        label, number = self.label(place), self._number(place)
        abstract = self.numbering.lists[place.list_id].abstract
        for key in [k for k in self._counts if k[0] == abstract and k[1] > place.level]:
            del self._counts[key]
        self._counts[abstract, place.level] = number
        self._started.add((place.list_id, place.level))
        return label

    def _number(self, place: Place) -> int:
        used = self.numbering.lists[place.list_id]
        if place.level in used.starts and (place.list_id, place.level) not in self._started:
            return used.starts[place.level]
        key = (used.abstract, place.level)
        return self._counts.get(key, self.numbering.levels[key].start - 1) + 1


def formatted(number: int, number_format: str) -> str:
    match number_format:
        case "lowerLetter":
            return letter(number)
        case "upperLetter":
            return letter(number).upper()
        case "lowerRoman":
            return roman(number)
        case "bullet" | "none":
            return ""
        case _:
            return str(number)
