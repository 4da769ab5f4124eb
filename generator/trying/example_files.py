"""``controleer --voorbeelden``: beside each finding that shows for some answers only, a file with such answers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.answers import Case
from generator.answers_file import write_case
from generator.diagnostics import Diagnostic, Severity
from generator.dutch_locale import dutch_date
from generator.lint.claimed import claims_of
from generator.lint.claims import Claims
from generator.loading.cache import content_hash
from generator.loading.files import content_root, inside, read_content
from generator.loading.load import read_as_far_as_it_goes
from generator.saving import failures_in_dutch, save_bytes
from generator.trying.examples import Trying, smallest
from generator.trying.random_sets import FAILED, outcome, tried

NONE = "geen; wij vonden geen antwoorden die dit laten zien"


def with_examples(
    found: Sequence[Diagnostic], root: Path | None, layers: Sequence[Path], folder: Path, today: date
) -> tuple[list[Diagnostic], str]:
    """The findings, each with its file or that there is none; and how many there are of each."""
    content = read_content(root or content_root(), layers)
    library = read_as_far_as_it_goes(content, content_hash(content))
    claims = claims_of(library, whole=not any(d.severity is Severity.ERROR for d in found))
    files = ExampleFiles(Trying(library, today), claims, folder)
    shown = [files.beside(d) for d in found]
    return shown, files.told()


class ExampleFiles:
    """Writes the files, no two under one name."""

    def __init__(self, trying: Trying, claims: Claims, folder: Path) -> None:
        self._trying = trying
        self._claims = claims
        self._folder = folder
        self._names: set[str] = set()
        self._missing = 0

    def beside(self, diagnostic: Diagnostic) -> Diagnostic:
        claims = self._claims.of(diagnostic)
        if diagnostic.slug == FAILED:
            text = self._failing(diagnostic)
        elif claims:
            text = next((t for c in claims if (t := self._trying.example(c)) is not None), None)
        else:
            return diagnostic
        if text is None:
            self._missing += 1
            return replace(diagnostic, example=NONE)
        path = self._folder / self._name(diagnostic)
        with failures_in_dutch(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        save_bytes(path, _headed(diagnostic, text, self._trying.today).encode())
        return replace(diagnostic, example=str(path))

    def _failing(self, diagnostic: Diagnostic) -> str | None:
        """The random answers with which this went wrong, without those that do not matter."""
        library = self._trying.library
        case = self._random.get(diagnostic.message)
        if case is None:
            return None
        wrong = diagnostic.message.partition(": ")[2]
        return write_case(smallest(case, lambda c: wrong in outcome(library, c)[1]), library)

    @cached_property
    def _random(self) -> Mapping[str, Case]:
        return {d.message: case for d, case in tried(self._trying.library).faults}

    def told(self) -> str:
        written = len(self._names)
        line = f"Geschreven naar {self._folder}: {written} {'voorbeeld' if written == 1 else 'voorbeelden'}."
        return f"{line} Bij {self._missing} andere lukte dat niet." if self._missing else line

    def _name(self, diagnostic: Diagnostic) -> str:
        place = diagnostic.position
        stem = inside(place.path).rsplit(".", 1)[0].partition("/")[2] if place else ""
        words = "-".join(
            [diagnostic.slug, *re.findall(r"[a-z0-9]+", stem.lower()), *([str(place.line)] if place else [])]
        )
        names = (words, *(f"{words}-{n}" for n in range(2, 1000)))
        name = next(n for n in names if n not in self._names)
        self._names.add(name)
        return f"{name}.yaml"


def _headed(diagnostic: Diagnostic, text: str, today: date) -> str:
    """The file says itself what it shows."""
    told = [
        f"{diagnostic.position}: {diagnostic.message} [{diagnostic.slug}]",
        f"nagerekend op {dutch_date(today)}",
    ]
    return "".join(f"# {' '.join(line.split())}\n" for line in told) + text
