"""All checks of a library as a whole that hold for every set of answers, and what they came to."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, in_order
from generator.expressions.implication import LIMIT
from generator.library import Library
from generator.lint.claims import Claims
from generator.lint.divisions import check_divisions
from generator.lint.effects import check_effects
from generator.lint.endings import check_endings
from generator.lint.front_matter import check_front_matter
from generator.lint.reach import check_reach
from generator.lint.readings import all_readings
from generator.lint.tally import Tally


def check_proofs(
    library: Library, tally: Tally, limit: int = LIMIT, claims: Claims | None = None
) -> tuple[Diagnostic, ...]:
    """Only of a library without errors: of a broken one nothing can be proved."""
    return in_order(_all(library, tally, limit, claims or Claims()))


def _all(library: Library, tally: Tally, limit: int, claims: Claims) -> Iterator[Diagnostic]:
    seen = tuple(all_readings(library))
    yield from check_reach(library, seen, tally, limit, claims)
    yield from check_effects(library, seen)
    yield from check_endings(library, claims)
    yield from check_front_matter(library)
    yield from check_divisions(library, tally, limit, claims)
