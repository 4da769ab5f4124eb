"""All findings that show for some answers only, with what they claim; also of a library that has faults."""

from generator.expressions.implication import LIMIT
from generator.library import Library
from generator.lint.claims import Claims
from generator.lint.proofs import check_proofs
from generator.lint.reading import check_reading
from generator.lint.references import check_references
from generator.lint.tally import Tally


def claims_of(library: Library, *, whole: bool, limit: int = LIMIT) -> Claims:
    """``whole``: it has no errors, so proofs were sought as well."""
    claims = Claims()
    check_reading(library, claims)
    check_references(library, claims)
    if whole:
        check_proofs(library, Tally(), limit, claims)
    return claims
