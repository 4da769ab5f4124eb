"""Nothing is left to be written (``niet_af:`` in woorden.yaml)."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.lint.phrases import hits
from generator.prose import Manuscript


def check_unfinished(manuscript: Manuscript) -> Iterator[Diagnostic]:
    for hit in hits(manuscript, manuscript.prose, manuscript.rules.unfinished):
        yield Diagnostic(
            "tekst-niet-af",
            f"‘{hit.text}’ wacht nog op een tekst",
            "schrijf de tekst, of haal de zin weg",
            hit.prose.place(hit.offset),
            width=len(hit.text),
        )
