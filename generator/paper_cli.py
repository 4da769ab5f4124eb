"""The commands about papers that were made: arguments to one use case, and what is said."""

from argparse import Namespace
from collections.abc import Callable

from generator import app
from generator.diagnostics import MisuseError
from generator.printing import say

OK, WARNINGS = 0, 3


def read(a: Namespace, chosen: app.Settings) -> int:
    from generator.reading_back import read_back
    from generator.reading_text import report

    found = read_back(a.bestand, chosen, a.dossier)
    say(*report(found))
    return WARNINGS if a.streng and found.touched else OK


def compare(a: Namespace, chosen: app.Settings) -> int:
    from generator import versions
    from generator.reading_text import comparison

    if a.uit == "":
        raise MisuseError("Achter --uit staat niets.", "Noem een bestand: --uit wijzigingen.docx")
    results = versions.compare(a.oud, a.nieuw, chosen, a.stuk)
    for r in results:
        say(
            f"{r.name}:",
            *(f"  {line}" for line in comparison(r.differences, r.frame, r.only, r.unmarked)),
            "",
        )
    changed = [r for r in results if r.changed]
    if a.uit:
        for path in versions.write(results, a.uit):
            say(f"Met wijzigingen: {path}")
    elif any(r.redline for r in changed):
        say("Voor een Word-bestand met deze wijzigingen: zet erachter --uit wijzigingen.docx")
    return WARNINGS if a.streng and changed else OK


def why(a: Namespace, chosen: app.Settings) -> int:
    from generator.tracing import tell

    say(*tell(a.bron, a.deel, chosen, a.stuk))
    return OK


def origins(a: Namespace, chosen: app.Settings) -> int:
    from generator.layer_origins import origins_of_library
    from generator.tracing import origins as found

    if a.bron is None:
        say(*origins_of_library(chosen.layers))
        return OK
    say(*found(a.bron, chosen, a.stuk))
    return OK


COMMANDS: dict[str, Callable[[Namespace, app.Settings], int]] = {
    "lees": read,
    "vergelijk": compare,
    "waarom": why,
    "herkomst": origins,
}
