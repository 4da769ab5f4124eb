"""Defined terms of a foreign contract: those that are clear become terms, of the others a person hears."""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.frozen import dataclass
from generator.importing import parts
from generator.importing.definition_tables import OF_DEFINITIONS
from generator.importing.foreign import Note, Runs
from generator.importing.naming import kebab
from generator.importing.parts import Content, Entry, Part, Table
from generator.importing.runs import around, cut, text_of, tidy

_DEFINED = re.compile(
    r"[\"“‘']?(?P<form>[A-Z][\w-]*(?: [\w-]+){0,3}?)[\"”’']?\s*(?::|=|\bbetekent:?)\s+(?=\S)"
)
_HEREAFTER = re.compile(r"hierna(?:\s+(?:te\s+noemen|ook|gezamenlijk))*\s*:?\s*[\"“‘']?(?P<form>[A-Z][\w-]+)")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Definition:
    id: str
    form: str
    runs: Runs


Place = tuple[int, int]


class Defining:
    """``known``: forms that the library defines; ``ids``: names of its terms; ``roles``: what it calls the parties."""

    def __init__(
        self, made: Sequence[Part], known: Collection[str], ids: Collection[str], roles: Collection[str]
    ) -> None:
        self.parts = made
        self.known = known
        self.ids = ids
        self.roles = roles
        self.texts = {
            (n, i): text for n, p in enumerate(made) for i, c in enumerate(p.contents) for text in (_text(c),)
        }

    def clear(self, pointed_at: Collection[Place]) -> dict[Place, Definition]:
        """The definitions that can stand apart; nothing points at them, and their term is used elsewhere."""
        found: dict[Place, Definition] = {}
        for n, part in enumerate(self.parts):
            if part.slot != parts.ARTICLE or not OF_DEFINITIONS.search(text_of(part.title)):
                continue
            all_here = dict(self._defined(n, part))
            good = {p: d for p, d in all_here.items() if self._may_stand_apart(p, d, pointed_at)}
            counted = [p for p in all_here if _kind(part.contents[p[1]]) == parts.ITEM]
            if any(p not in good for p in counted):  # some leden gone would give the others other numbers
                good = {p: d for p, d in good.items() if p not in counted}
            ids = [d.id for d in good.values()]
            found |= good if len(good) >= _FEWEST and len(set(ids)) == len(ids) else {}
        return found

    def _defined(self, n: int, part: Part) -> Iterator[tuple[Place, Definition]]:
        for i, entry in enumerate(part.contents):
            m = _DEFINED.match(self.texts[n, i])
            if m and isinstance(entry, Entry) and entry.kind in {parts.ITEM, parts.TEXT, parts.BULLET}:
                runs = tidy(cut(entry.runs, m.end()))
                yield (n, i), Definition(kebab(m["form"], "begrip"), m["form"], runs)

    def _may_stand_apart(self, place: Place, d: Definition, pointed_at: Collection[Place]) -> bool:
        taken = d.form in self.known or d.form in self.roles or d.id in self.ids
        word = re.compile(rf"(?<![\w-]){re.escape(d.form)}(?![\w-])")
        used = any(p != place and word.search(text) for p, text in self.texts.items())
        return used and not taken and place not in pointed_at and not self._goes_on(place)

    def _goes_on(self, place: Place) -> bool:
        """Whether something stands under it, such as a list."""
        contents = self.parts[place[0]].contents
        entry = contents[place[1]]
        following = contents[place[1] + 1] if place[1] + 1 < len(contents) else None
        if following is None:
            return False
        if _kind(entry) == parts.ITEM:
            return following.depth > entry.depth
        return isinstance(following, Table) or (
            _kind(following) == parts.ITEM and following.depth >= entry.depth > 0
        )

    def notes(self, apart: Collection[Place]) -> Iterator[Note]:
        """Of the terms that a person must look at."""
        for n, part in enumerate(self.parts):
            if part.slot == parts.ARTICLE and OF_DEFINITIONS.search(text_of(part.title)):
                for place, d in self._defined(n, part):
                    if place not in apart:
                        yield Note("begrip", self._why(d))
        for text in self.texts.values():
            for m in _HEREAFTER.finditer(text):
                if m["form"] not in self.roles:
                    told = f"‘{m['form']}’ krijgt zijn betekenis midden in de tekst"
                    yield Note("begrip", told, around(text, m.start()))

    def _why(self, d: Definition) -> str:
        if d.form in self.known or d.id in self.ids:
            return (
                f"‘{d.form}’ omschrijft de bibliotheek al; uw omschrijving staat in het artikel: kies er één"
            )
        return f"‘{d.form}’ bleef in het artikel staan: kijk of het een begrip moet worden"


def _text(content: Content) -> str:
    if isinstance(content, Entry):
        return text_of(content.runs)
    return " ".join(text_of(cell) for row in content.grid.rows for cell in row)


def _kind(content: Content) -> str:
    return content.kind if isinstance(content, Entry) else ""
