"""``bibliotheek lijst``: what is looked for, on screen or on one page."""

import shutil
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from generator import app
from generator.connections import Web
from generator.diagnostics import MisuseError, OutputError
from generator.library import Library
from generator.listing import Entry, entries, found
from generator.listing_text import of_list
from generator.loading.load import load_library
from generator.printing import complain, say
from generator.writers.html.listing import About, Reached, write_listing

OK, FAULTS = 0, 1
OURS = b'<body class="stuk bibliotheek">'


def run(a: Namespace) -> int:
    layers = app.settings(layers=a.huis).layers
    library = load_library(layers=layers)
    listed = found(entries(Web(library)), " ".join(a.zoek), a.soort)
    if a.html is not None:
        return _write(a, listed, library, layers)
    say(*of_list(listed, shutil.get_terminal_size().columns - 1))
    return OK if listed else FAULTS


def _write(a: Namespace, listed: Sequence[Entry], library: Library, layers: Sequence[Path]) -> int:
    from generator.house_style import LIST_SHEET, SEARCH, reading_sheet, style_part
    from generator.saving import save_bytes

    path = Path(a.html)
    if path.suffix != ".html":
        raise MisuseError(f"‘{path}’ is geen naam van een pagina.", "Noem een bestand dat eindigt op .html.")
    if path.exists() and OURS not in path.read_bytes():
        raise OutputError(
            f"‘{path}’ is er al, en is geen lijst. Er is niets overschreven.", "Noem een ander bestand."
        )
    about = About(
        f"De bibliotheek van {library.name}",
        (f"versie {library.version}", f"rechtsstand {library.law_date}", *(f"laag {x.name}" for x in layers)),
    )
    reached = Reached() if a.zonder_dekking else _played(library, layers)
    save_bytes(path, write_listing(listed, about, reached, reading_sheet(LIST_SHEET), style_part(SEARCH)))
    say(f"geschreven: {path} ({len(listed)} eenheden)")
    return OK


def _played(library: Library, layers: Sequence[Path]) -> Reached:
    from generator.coverage import reached
    from generator.situation_files import read_situations, situation_folders
    from generator.situations import run as play

    try:
        folders = situation_folders(layers)
    except MisuseError:
        return Reached()
    situations = [s for folder in folders for s in read_situations(folder, library)[0]]
    complain(f"{len(situations)} situaties worden nagespeeld; dat duurt even.")
    return Reached(reached(play(library, s) for s in situations), len(situations))
