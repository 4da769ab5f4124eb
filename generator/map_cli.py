"""``kaart``: which map is meant, and where it is drawn."""

import re
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import app
from generator.connections import Web
from generator.diagnostics import MisuseError, OutputError
from generator.library import Library
from generator.loading.load import load_library
from generator.printing import say
from generator.saving import save_bytes
from generator.unit_names import named_unit

if TYPE_CHECKING:
    from generator.questionnaire_map import Map

OK = 0
Sections = tuple[str, ...]
OURS = b'aria-labelledby="titel" aria-describedby="uitleg"'
"""In every map that this program drew, and so may draw again."""


def run(a: Namespace) -> int:
    library = load_library(layers=app.settings(layers=a.huis).layers)
    wanted = _sheets(library, a)
    if a.uit is not None and (len(wanted) > 1 or Path(a.uit).suffix != ".svg"):
        raise MisuseError(
            "Achter --uit hoort één tekening.", "Schrijf: zwartopwit kaart spoedklus --uit spoedklus.svg"
        )
    web = Web(library)
    for what, sections in wanted:
        if a.tekst:
            say(*told(web, what, sections), "")
            continue
        name = "-".join((what, *sections))
        path = Path(a.uit) if a.uit else Path(f"kaart-{re.sub(r'[^a-z0-9._-]', '-', name)}.svg")
        _write(path, drawn(web, what, sections))
        say(f"getekend: {path}")
    return OK


def _sheets(library: Library, a: Namespace) -> list[tuple[str, Sections]]:
    """What to draw, each with the sections of it that are wanted; none means all of it."""
    if not a.rubriek and not a.per_rubriek:
        return [(what, ()) for what in ([a.wat] if a.wat else library.questionnaires)]
    if not a.wat or not _is_questionnaire(library, a.wat):
        raise MisuseError(
            "Een rubriek hoort bij een vragenlijst.", "Schrijf: zwartopwit kaart it-beheer --rubriek backup"
        )
    uses = library.questionnaires[a.wat.removeprefix("vragenlijst:")].sections
    known = tuple(dict.fromkeys(use.section for use in uses))
    strange = [name for name in a.rubriek or () if name not in known]
    if strange:
        raise MisuseError(f"‘{strange[0]}’ is geen rubriek van ‘{a.wat}’.", f"Kies uit: {', '.join(known)}.")
    return [(a.wat, (name,)) for name in known] if a.per_rubriek else [(a.wat, tuple(a.rubriek))]


def drawn(web: Web, what: str, sections: Sections = ()) -> bytes:
    from generator.house_style import MAP_SHEET, style_part

    library = web.library
    style = style_part(MAP_SHEET)
    said = f"Bibliotheek {library.name}, versie {library.version}, rechtsstand {library.law_date}"
    if _is_questionnaire(library, what):
        from generator.writers.svg.questionnaire import write_map

        return write_map(_map(web, what, sections), said, style)
    from generator.neighbourhood import neighbourhood
    from generator.writers.svg.neighbourhood import write_neighbourhood

    return write_neighbourhood(neighbourhood(web, named_unit(library, what)), said, style)


def told(web: Web, what: str, sections: Sections = ()) -> list[str]:
    from generator import map_text

    if _is_questionnaire(web.library, what):
        return list(map_text.of_map(_map(web, what, sections)))
    from generator.neighbourhood import neighbourhood

    return list(map_text.of_neighbourhood(neighbourhood(web, named_unit(web.library, what))))


def _map(web: Web, what: str, sections: Sections) -> "Map":
    from generator.questionnaire_map import map_of, of_sections

    whole = map_of(web, what.removeprefix("vragenlijst:"))
    return of_sections(whole, sections) if sections else whole


def _is_questionnaire(library: Library, what: str) -> bool:
    return what.removeprefix("vragenlijst:") in library.questionnaires


def _write(path: Path, data: bytes) -> None:
    """A map is drawn again over an older one, and over nothing else."""
    if path.exists() and OURS not in path.read_bytes():
        raise OutputError(
            f"‘{path}’ is er al, en is geen kaart. Er is niets overschreven.",
            "Noem een ander bestand achter --uit.",
        )
    save_bytes(path, data)
