"""What no paper may say (``nooit_drukken:`` in woorden.yaml), unless the file itself declares why it may."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.lint.phrases import hits
from generator.prose import Manuscript


def check_never_printed(manuscript: Manuscript) -> Iterator[Diagnostic]:
    on_paper = (p for p in manuscript.prose if p.printed)
    for hit in hits(manuscript, on_paper, manuscript.rules.never_printed):
        yield Diagnostic(
            "nooit-drukken",
            f"‘{hit.text}’ komt nooit op papier",
            f'zeg precies wat er geldt; klopt het woord hier echt, zet dan bovenaan mag: ["{hit.rule}"]',
            hit.prose.place(hit.offset),
            width=len(hit.text),
        )
