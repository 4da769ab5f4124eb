"""``kaart``: which map is meant, and where it is drawn."""

import re
from argparse import Namespace
from pathlib import Path

from generator import app
from generator.connections import Web
from generator.diagnostics import MisuseError, OutputError
from generator.library import Library
from generator.loading.load import load_library
from generator.printing import say
from generator.saving import save_bytes
from generator.unit_names import named_unit

OK = 0
OURS = b'aria-labelledby="titel" aria-describedby="uitleg"'
"""In every map that this program drew, and so may draw again."""


def run(a: Namespace) -> int:
    library = load_library(layers=app.settings(layers=a.huis).layers)
    wanted = [a.wat] if a.wat else list(library.questionnaires)
    if a.uit is not None and (len(wanted) > 1 or Path(a.uit).suffix != ".svg"):
        raise MisuseError(
            "Achter --uit hoort één tekening.", "Schrijf: zwartopwit kaart spoedklus --uit spoedklus.svg"
        )
    web = Web(library)
    for what in wanted:
        if a.tekst:
            say(*told(web, what), "")
            continue
        path = Path(a.uit) if a.uit else Path(f"kaart-{re.sub(r'[^a-z0-9._-]', '-', what)}.svg")
        _write(path, drawn(web, what))
        say(f"getekend: {path}")
    return OK


def drawn(web: Web, what: str) -> bytes:
    from generator.house_style import MAP_SHEET, style_part

    library = web.library
    style = style_part(MAP_SHEET)
    said = f"Bibliotheek {library.name}, versie {library.version}, rechtsstand {library.law_date}"
    if _is_questionnaire(library, what):
        from generator.questionnaire_map import map_of
        from generator.writers.svg.questionnaire import write_map

        return write_map(map_of(web, what.removeprefix("vragenlijst:")), said, style)
    from generator.neighbourhood import neighbourhood
    from generator.writers.svg.neighbourhood import write_neighbourhood

    return write_neighbourhood(neighbourhood(web, named_unit(library, what)), said, style)


def told(web: Web, what: str) -> list[str]:
    from generator import map_text

    if _is_questionnaire(web.library, what):
        from generator.questionnaire_map import map_of

        return list(map_text.of_map(map_of(web, what.removeprefix("vragenlijst:"))))
    from generator.neighbourhood import neighbourhood

    return list(map_text.of_neighbourhood(neighbourhood(web, named_unit(web.library, what))))


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
