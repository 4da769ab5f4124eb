"""How Word counts: read from the numbering and styles of a file, so that our numbers can be held against its own."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from generator.frozen import dataclass, field
from generator.numbering import Level, formatted
from generator.writers.docx.xml import W

_W = f"{{{W}}}"
_AFTER = {"space": " ", "nothing": ""}


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

    def level_of(self, style: str) -> Level | None:
        place = self.of_style.get(style)
        found = self.lists.get(place.list_id) if place else None
        return self.levels.get((found.abstract, place.level)) if place and found else None


def read_numbering(numbering: bytes, styles: bytes) -> Numbering:
    tree, sheet = etree.fromstring(numbering), _sheet(styles)
    abstracts = {_value(a, "abstractNumId"): a for a in tree.iterfind(f"{_W}abstractNum")}
    nums = {_value(num, "numId"): num for num in tree.iterfind(f"{_W}num")}
    homes = {name: _home(_child(num, "abstractNumId"), abstracts, nums, sheet) for name, num in nums.items()}
    levels = {
        (name, int(_value(level, "ilvl"))): _level(level)
        for name, abstract in abstracts.items()
        for level in abstract.iterfind(f"{_W}lvl")
    }
    lists = {}
    for name, num in nums.items():
        own = [level for o in num.iterfind(f"{_W}lvlOverride") for level in o.iterfind(f"{_W}lvl")]
        home = homes[name]
        if own:  # a list that words levels of its own counts apart from the others of its form
            levels |= {(f"{home}/{name}", n): known for (a, n), known in [*levels.items()] if a == home}
            levels |= {(f"{home}/{name}", int(_value(level, "ilvl"))): _level(level) for level in own}
            home = f"{home}/{name}"
        lists[name] = List(home, _starts(num))
    linked = {
        (homes[name], _child(level, "pStyle")): int(_value(level, "ilvl"))
        for name in nums
        for level in (abstracts[homes[name]].iterfind(f"{_W}lvl") if homes[name] in abstracts else ())
        if level.find(f"{_W}pStyle") is not None
    }
    return Numbering(levels, lists, _style_places(sheet, homes, linked))


@lru_cache(8)
def _sheet(styles: bytes) -> "etree._Element":
    """All documents of a making have the same styles."""
    return etree.fromstring(styles)


def _home(
    abstract: str,
    abstracts: "Mapping[str, etree._Element]",
    nums: "Mapping[str, etree._Element]",
    styles: "etree._Element",
    seen: frozenset[str] = frozenset(),
) -> str:
    """The abstract list that holds the levels: one may point at a list style, which has them."""
    found = abstracts.get(abstract)
    link = "" if found is None else _child(found, "numStyleLink")
    if not link or abstract in seen:
        return abstract
    for style in styles.iterfind(f"{_W}style"):
        place = place_of(style.find(f"{_W}pPr")) if _value(style, "styleId") == link else None
        num = nums.get(place.list_id) if place else None
        if num is not None:
            return _home(_child(num, "abstractNumId"), abstracts, nums, styles, seen | {abstract})
    return abstract


def place_of(properties: "etree._Element | None") -> Place | None:
    """The ``w:numPr`` of a paragraph or style; ``numId`` 0 means none."""
    found = None if properties is None else properties.find(f"{_W}numPr")
    if found is None or found.find(f"{_W}numId") is None:
        return None
    level = found.find(f"{_W}ilvl")
    return Place(_child(found, "numId"), 0 if level is None else int(_value(level, "val")))


def _level(level: "etree._Element") -> Level:
    start, legal = level.find(f"{_W}start"), level.find(f"{_W}isLgl")
    return Level(
        _child(level, "numFmt") or "decimal",
        _child(level, "lvlText"),
        int(_value(level, "ilvl")),
        1 if start is None else int(_value(start, "val")),
        legal is not None and _value(legal, "val") not in {"0", "false"},
        _AFTER.get(_child(level, "suff"), "\t"),
    )


def _starts(num: "etree._Element") -> Mapping[int, int]:
    return {
        int(_value(override, "ilvl")): int(_child(override, "startOverride"))
        for override in num.iterfind(f"{_W}lvlOverride")
        if override.find(f"{_W}startOverride") is not None
    }


def _style_places(
    styles: "etree._Element", homes: Mapping[str, str], linked: Mapping[tuple[str, str], int]
) -> Mapping[str, Place]:
    """A style without a list of its own counts in that of the style it is based on.

    The level that names a style is its level, whatever the style itself says; so Word has it too.
    """
    found = {_value(s, "styleId"): s for s in styles.iterfind(f"{_W}style")}

    def place(style: str, seen: frozenset[str] = frozenset()) -> Place | None:
        element = found.get(style)
        if element is None or style in seen:
            return None
        own = place_of(element.find(f"{_W}pPr"))
        if own is None:
            return place(_child(element, "basedOn"), seen | {style})
        return replace(own, level=linked.get((homes.get(own.list_id, ""), style), own.level))

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
        own = self.numbering.levels[abstract, level]

        def shown(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            known = self.numbering.levels[abstract, other]
            value = number if other == level else self._counts.get((abstract, other), known.start)
            return formatted(value, "decimal" if own.legal and other != level else known.number_format)

        return re.sub(r"%(\d)", shown, own.text)

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
