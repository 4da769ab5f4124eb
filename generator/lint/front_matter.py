"""Every clause says what it means, what it rests on and what kind of text it is: that is what a reader asks first."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.library import Clause, Library

MENDS = {
    "toelichting": "schrijf in de kop toelichting: met wat dit betekent, in twee zinnen",
    "grond": "schrijf in de kop grond: met een bron uit bronnen.yaml, of [vakmanschap] als er geen is",
    "aard": "schrijf in de kop aard: kern, maatwerk of standaard",
}


def check_front_matter(library: Library) -> Iterator[Diagnostic]:
    for clause in library.clauses.values():
        for key in _missing(clause):
            yield Diagnostic(
                "kop-onvolledig",
                f"in de kop van deze clausule staat geen {key}",
                MENDS[key],
                clause.position,
                Severity.WARNING,
            )


def _missing(clause: Clause) -> Iterator[str]:
    has = {"toelichting": clause.explanation, "grond": clause.basis, "aard": clause.nature}
    yield from (key for key, value in has.items() if not value)
