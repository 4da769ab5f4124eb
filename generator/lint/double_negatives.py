"""No double negatives (``dubbele_ontkenning:`` in woorden.yaml)."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.lint.phrases import hits
from generator.prose import Manuscript


def check_double_negatives(manuscript: Manuscript) -> Iterator[Diagnostic]:
    for hit in hits(manuscript, manuscript.prose, manuscript.rules.double_negatives):
        yield Diagnostic(
            "dubbele-ontkenning",
            f"‘{hit.text}’ is een dubbele ontkenning",
            "zeg wat wél zo is",
            hit.prose.place(hit.offset),
            Severity.WARNING,
            width=len(hit.text),
        )
