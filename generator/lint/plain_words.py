"""No hard words where a plain one says the same (``vervang:`` in woorden.yaml)."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.lint.phrases import hits
from generator.prose import Manuscript


def check_plain_words(manuscript: Manuscript) -> Iterator[Diagnostic]:
    for hit in hits(manuscript, manuscript.prose, manuscript.rules.replacements):
        yield Diagnostic(
            "moeilijk-woord",
            f"‘{hit.text}’ is geen gewone taal",
            f"schrijf {manuscript.rules.replacements[hit.rule]}",
            hit.prose.place(hit.offset),
            Severity.WARNING,
            width=len(hit.text),
        )
