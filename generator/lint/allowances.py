"""An exception (``mag:``) is for a rule that exists and a word that stands there."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.lint.phrases import pattern_of
from generator.prose import Manuscript


def check_allowances(manuscript: Manuscript) -> Iterator[Diagnostic]:
    rules = manuscript.rules
    known = {*rules.replacements, *rules.double_negatives, *rules.never_printed, *rules.unfinished}
    for path, allowances in manuscript.allowed.items():
        own = [p.text for p in manuscript.prose if p.path == path]
        for allowance in allowances:
            used = allowance.word in known and any(pattern_of(allowance.word).search(t) for t in own)
            if not used:
                yield Diagnostic(
                    "uitzondering-ongebruikt",
                    f"mag: ‘{allowance.word}’ is hier niet nodig",
                    "haal het woord uit mag:, of schrijf het zoals in woorden.yaml",
                    allowance.place,
                    Severity.WARNING,
                    width=len(allowance.word),
                )
