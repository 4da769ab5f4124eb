"""The commands of ``zwartopwit bibliotheek``: arguments to one use case, and what is said."""

from argparse import Namespace
from pathlib import Path

from generator.diagnostics import MisuseError
from generator.printing import say

OK, FAULTS = 0, 1


def run(a: Namespace) -> int:
    return ACTIONS[a.daad](a)


def layer_of(a: Namespace) -> Path:
    """The one layer that is worked on: the one named, else ``huis``. Raises MisuseError for two."""
    if len(a.huis) > 1:
        raise MisuseError("U noemt meer dan één laag.", "Noem er één: --huis huis")
    return Path(a.huis[0]) if a.huis else Path("huis")


def _copy(a: Namespace) -> int:
    from generator.house_layer import copy_units

    layer = layer_of(a)
    for path in copy_units(a.eenheid, layer):
        say(f"overgenomen: {path}")
    say("Pas de tekst aan. Kijk daarna met: zwartopwit controleer" + (f" --huis {layer}" if a.huis else ""))
    return OK


def _differences(a: Namespace) -> int:
    from generator.layer_changes import changes, told
    from generator.loading.files import named_library

    found = changes(named_library(layer_of(a)), a.eenheid)
    if not found:
        say("Deze laag vervangt niets.")
    for change in found:
        say(*told(change), "")
    return OK


def _update(a: Namespace) -> int:
    from generator.layer_changes import changes, update
    from generator.loading.files import named_library

    layer = named_library(layer_of(a))
    done = True
    for change in changes(layer, a.eenheid):
        lines, finished = update(change, layer, checked=a.bekeken)
        say(*lines)
        done = done and finished
    return OK if done else FAULTS


def _editor(a: Namespace) -> int:
    from generator import app
    from generator.editor import write_editor
    from generator.loading.load import load_library

    place = Path(a.map)
    for path in write_editor(place, load_library(layers=app.settings(layers=a.huis).layers)):
        say(str(path))
    say("Open deze map in VS Code met de uitbreiding redhat.vscode-yaml.")
    return OK


def _origins(a: Namespace) -> int:
    from generator import app
    from generator.layer_origins import origins_of_library

    say(*origins_of_library(app.settings(layers=a.huis).layers))
    return OK


def _release(a: Namespace) -> int:
    from generator.loading.files import content_root, named_library
    from generator.release_file import write_release

    say(str(write_release(named_library(Path(a.map)) if a.map else content_root())))
    return OK


def _list(a: Namespace) -> int:
    from generator.listing_cli import run as listed

    return listed(a)


ACTIONS = {
    "lijst": _list,
    "kopieer": _copy,
    "verschil": _differences,
    "bijwerken": _update,
    "herkomst": _origins,
    "uitgave": _release,
    "editor": _editor,
}
