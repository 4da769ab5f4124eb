"""One unit with what it leans on and what leans on it, ready to be drawn or told."""

from collections.abc import Iterable, Iterator

from generator.connections import Link, Tie, Web, title_of
from generator.frozen import dataclass

KINDS = ("vraag", "afgeleid", "risico", "clausule", "document", "begrip", "controle", "rubriek")
NAMES = {
    "vraag": "vraag",
    "afgeleid": "afgeleide waarde",
    "risico": "risico",
    "clausule": "clausule",
    "document": "stuk",
    "begrip": "begrip",
    "controle": "controle",
    "rubriek": "rubriek",
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """``rules``: the conditions that tie it, as written. ``via``: the neighbour through which it is reached, if any."""

    unit: str
    title: str
    rules: tuple[str, ...]
    via: str = ""

    @property
    def kind(self) -> str:
        return self.unit.partition(":")[0]

    @property
    def id(self) -> str:
        return self.unit.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours with the same tie."""

    title: str
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    unit: str
    title: str
    reads: tuple[Group, ...]
    read_by: tuple[Group, ...]


_READS = {
    Tie.SHOWN: "Wordt gevraagd door",
    Tie.SECTION: "Haar rubriek wordt gevraagd door",
    Tie.PRESENT: "Staat er door",
    Tie.WORDS: "De woorden hangen af van",
    Tie.PRINTS: "Drukt af",
    Tie.COMPUTES: "Rekent met",
    Tie.CHECKS: "Kijkt naar",
    Tie.RAISES: "Wordt gemeld door",
    Tie.LEVEL: "Zwaarte volgt uit",
    Tie.ENDS: "Is opgelost door",
    Tie.HEIGHTENS: "Wordt verzwaard door",
    Tie.MADE: "Wordt gemaakt door",
    Tie.HOLDS: "Bevat",
    Tie.REFERS: "Verwijst naar",
    Tie.DEFINES: "Gebruikt de begrippen",
}
_READ_BY = {
    Tie.SHOWN: "Bepaalt of deze vraag komt",
    Tie.SECTION: "Bepaalt of deze rubriek komt",
    Tie.PRESENT: "Bepaalt of deze clausule er staat",
    Tie.WORDS: "Bepaalt de woorden van",
    Tie.PRINTS: "Staat afgedrukt in",
    Tie.COMPUTES: "Telt mee in",
    Tie.CHECKS: "Wordt nagekeken door",
    Tie.RAISES: "Kan deze risico's melden",
    Tie.LEVEL: "Bepaalt de zwaarte van",
    Tie.ENDS: "Kan deze risico's oplossen",
    Tie.HEIGHTENS: "Verzwaart",
    Tie.MADE: "Bepaalt of dit stuk er komt",
    Tie.HOLDS: "Staat in",
    Tie.REFERS: "Hiernaar verwijst",
    Tie.DEFINES: "Wordt gebruikt in",
}


def neighbourhood(web: Web, unit: str) -> Neighbourhood:
    reads = web.reads(unit)
    return Neighbourhood(
        unit,
        title_of(web.library, unit),
        tuple(_groups(web, reads, _READS, incoming=True)),
        tuple(_groups(web, web.read_by(unit), _READ_BY, incoming=False)),
    )


def _groups(web: Web, links: Iterable[Link], titles: dict[Tie, str], *, incoming: bool) -> Iterator[Group]:
    found = tuple(links)
    for tie, title in titles.items():
        here = [link for link in found if link.tie is tie]
        units = dict.fromkeys(link.read if incoming else link.reader for link in here)
        neighbours = tuple(
            n
            for unit in units
            for n in _with_sources(
                web, unit, [k.rule for k in here if unit in (k.read, k.reader)], incoming=incoming
            )
        )
        if neighbours:
            yield Group(title, tuple(dict.fromkeys(neighbours)))


def _with_sources(web: Web, unit: str, rules: Iterable[str], *, incoming: bool) -> Iterator[Neighbour]:
    """A derived value with the questions behind it."""
    written = tuple(dict.fromkeys(r for r in rules if r))
    yield Neighbour(unit, title_of(web.library, unit), written)
    if incoming and unit.startswith("afgeleid:"):
        for question in web.questions_behind(unit):
            yield Neighbour(question, title_of(web.library, question), (), via=unit)
