"""Which keys go with which kind of question."""

from collections.abc import Callable

from generator.frozen import dataclass
from generator.loading.located import Scalar
from generator.loading.problems import Problems, write_instead
from generator.loading.schema_questions import QuestionBlock

CHOOSING = frozenset({"keuze", "meerkeuze", "matrix"})
WITH_FIELDS = frozenset({"groep", "lijst", "matrix"})
MAY_BE_UNKNOWN = frozenset({"bedrag", "percentage", "datum", "duur", "getal", "frequentie"})


@dataclass(frozen=True, slots=True)
class Needs:
    """A key that some kinds must have and the others cannot have."""

    key: str
    kinds: frozenset[str]
    given: Callable[[QuestionBlock], bool]
    required: bool


NEEDS = (
    Needs("opties", CHOOSING, lambda q: bool(q.options) or q.options_from is not None, required=True),
    Needs("rijen", frozenset({"matrix"}), lambda q: bool(q.rows) or q.rows_from is not None, required=True),
    Needs("naar", frozenset({"verwijzing"}), lambda q: q.target is not None, required=True),
    Needs("velden", WITH_FIELDS - {"matrix"}, lambda q: bool(q.fields), required=True),
    Needs("velden", WITH_FIELDS, lambda q: bool(q.fields), required=False),
    Needs("mag_onbekend", MAY_BE_UNKNOWN, lambda q: q.may_be_unknown, required=False),
)


def check_question(question: QuestionBlock, problems: Problems) -> None:
    for need in NEEDS:
        _check_need(need, question, problems)
    _check_fields(question, problems)
    _check_suggestion(question, problems)


def _check_need(need: Needs, question: QuestionBlock, problems: Problems) -> None:
    kind: Scalar = question.kind
    if need.required and kind in need.kinds and not need.given(question):
        problems.add(
            "sleutel-hoort-bij-soort",
            f"een vraag van soort {kind} heeft '{need.key}:' nodig",
            f"voeg '{need.key}:' toe",
            kind.position,
            width=len(kind),
        )
    if not need.required and kind not in need.kinds and need.given(question):
        problems.add(
            "sleutel-past-niet-bij-soort",
            f"'{need.key}:' past niet bij soort {kind}",
            f"haal '{need.key}:' weg; het kan alleen bij {', '.join(sorted(need.kinds))}",
            kind.position,
            width=len(kind),
        )


def _check_fields(question: QuestionBlock, problems: Problems) -> None:
    """A row may hold a groep, never a lijst; a groep may hold a lijst, never a groep."""
    for field in question.fields:
        if field.kind in {"matrix", "groep" if question.kind == "groep" else "lijst"}:
            problems.add(
                "lijst-in-lijst",
                f"een veld kan geen {field.kind} zijn",
                "maak er een eigen vraag van, en verwijs met soort: verwijzing",
                field.kind.position,
                width=len(field.kind),
            )


def _check_suggestion(question: QuestionBlock, problems: Problems) -> None:
    if question.suggestion is None or not question.options or question.suggestion in question.options:
        return
    problems.add(
        "onbekend-voorstel",
        f"'{question.suggestion}' is geen keuze van deze vraag",
        write_instead(question.suggestion, list(question.options)),
        question.suggestion.position,
        width=len(question.suggestion),
    )
