"""``test`` and ``situatie``: arguments to one use case, and what is said."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import app
from generator.diagnostics import Diagnostic, render
from generator.printing import complain, say

if TYPE_CHECKING:
    from generator.situations import Outcome

OK, FAULTS = 0, 1


def play(a: Namespace) -> int:
    from generator.coverage import coverage
    from generator.loading.load import load_library
    from generator.situation_files import read_situations, situation_folders
    from generator.situations import run

    layers = app.settings(layers=a.huis).layers
    folders = [Path(a.map)] if a.map else situation_folders(layers)
    library = load_library(layers=layers)
    outcomes: list[Outcome] = []
    faults: list[Diagnostic] = []
    for folder in folders:
        situations, wrong = read_situations(folder, library)
        played = [run(library, s) for s in situations]
        if len(folders) > 1:
            say(f"{folder}: {len(played)} situaties")
        _tell(played, wrong)
        outcomes += played
        faults += wrong
    for c in coverage(library, outcomes):
        say(f"{c.name}: {c.total - len(c.untouched)} van {c.total} geraakt")
        if a.dekking and c.untouched:
            say(*(f"  - {u}" for u in c.untouched))
    right = sum(not o.differences for o in outcomes)
    say(f"{right} van {len(outcomes)} situaties zoals verwacht")
    return FAULTS if faults or right < len(outcomes) else OK


def _tell(outcomes: "Sequence[Outcome]", faults: Sequence[Diagnostic]) -> None:
    complain(*(render(d) for d in faults)) if faults else None
    for o in outcomes:
        if o.differences:
            say(f"{o.situation.file}: {o.situation.name}", *(f"  - {d}" for d in o.differences))


def draft(a: Namespace) -> int:
    from generator.drafting import draft_situation

    chosen = app.settings(a.dossiers, a.vandaag, a.huis)
    made = draft_situation(a.bron, a.uit, chosen)
    say(
        f"geschreven: {made}",
        "Zo komt het er nu uit. Haal weg wat u niet bedoelt, en zet achter `naam` in één zin wat u bewijst.",
        f"Speel haar na met: zwartopwit test {made}",
    )
    return OK


COMMANDS: dict[str, Callable[[Namespace], int]] = {"test": play, "situatie": draft}
