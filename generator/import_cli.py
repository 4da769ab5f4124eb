"""``zwartopwit importeer``: arguments to one use case, and what is said."""

from argparse import Namespace
from pathlib import Path

from generator import app
from generator.diagnostics import MisuseError
from generator.printing import say

OK = 0


def run(a: Namespace, chosen: app.Settings) -> int:
    from generator.import_contract import import_contract

    if not a.uit:
        raise MisuseError("Achter --uit staat niets.", "Noem een map: --uit huis")
    done = import_contract(Path(a.bestand), Path(a.uit), chosen.layers)
    say(*(line.lstrip("# ") if line.startswith("#") else line for line in done.summary))
    say(
        "",
        f"De hele lijst staat in {done.report}.",
        f"Kijk daarna met: zwartopwit controleer --huis {done.layer}",
    )
    return OK
