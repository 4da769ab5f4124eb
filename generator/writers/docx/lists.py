"""Places numbered paragraphs so that Word counts to the label that the document tree gives them."""

from dataclasses import dataclass, field, replace

from generator.numbering import bare
from generator.writers.docx.numbers import Counters, List, Numbering, Place
from generator.writers.faults import WriterFault

_MOST = 500


@dataclass(slots=True)
class Lists:
    """Numbering of one document: a style's own list where that counts right, a list of our own where it starts anew."""

    style_numbering: Numbering
    file: str
    _counters: Counters = field(init=False)
    _own: dict[str, List] = field(default_factory=dict)
    _current: dict[str, Place] = field(default_factory=dict)
    _last: int = field(init=False)

    def __post_init__(self) -> None:
        self._counters = Counters(self.style_numbering)
        self._last = max((int(n) for n in self.style_numbering.lists), default=0)

    def start_clause(self, style: str) -> None:
        """The list of this style and all its levels start anew."""
        home = self.style_numbering.of_style[style]
        abstract = self.style_numbering.lists[home.list_id].abstract
        levels = [level for a, level in self.style_numbering.levels if a == abstract]
        self._current[abstract] = Place(self._new(abstract, dict.fromkeys(levels, 1)), 0)

    def properties(self, style: str, label: str) -> str:
        """``w:numPr`` when the style's own list would not count to this label."""
        home = self.style_numbering.of_style[style]
        abstract = self.style_numbering.lists[home.list_id].abstract
        current = self._current.get(abstract)
        place = (
            home if current is None or home.level < current.level else replace(home, list_id=current.list_id)
        )
        if not _same(self._counters.label(place), label):
            place = replace(
                home, list_id=self._new(abstract, {home.level: self._start(abstract, home, label)})
            )
            self._current[abstract] = place
        elif place == home:
            self._current.pop(abstract, None)
        self._counters.advance(place)
        if place == home:
            return ""
        return f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.list_id}"/></w:numPr>'

    def after(self, style: str) -> str:
        """What stands between the numbers of this style and its words."""
        level = self.style_numbering.level_of(style)
        return level.after if level else ""

    def own_lists(self) -> str:
        """The ``w:num`` elements to add to the numbering part."""
        return "".join(
            f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{used.abstract}"/>'
            + "".join(
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                for level, start in sorted(used.starts.items())
            )
            + "</w:num>"
            for list_id, used in self._own.items()
        )

    def _new(self, abstract: str, starts: dict[int, int]) -> str:
        self._last += 1
        list_id = str(self._last)
        self._own[list_id] = List(abstract, starts)
        known = replace(self._counters.numbering, lists={**self._counters.numbering.lists, **self._own})
        self._counters.numbering = known
        return list_id

    def _start(self, abstract: str, home: Place, label: str) -> int:
        for number in range(1, _MOST):
            if _same(self._counters.label_at(abstract, home.level, number), label):
                return number
        raise WriterFault(self.file, [f"nummer {label} past niet in de nummering van de huisstijl"])


def _same(counted: str, label: str) -> bool:
    return bare(counted) == bare(label)
