"""What a house layer replaces: named with the version it was written against, and whole."""

import re
from collections.abc import Iterable, Sequence

from generator.diagnostics import Position
from generator.loading.located import Scalar
from generator.loading.problems import Problems, write_instead
from generator.loading.schema_questions import OptionBlock, QuestionBlock, SectionAddition, SectionFile

NAMED = re.compile(r"(?P<unit>\S+)@(?P<version>\d{1,6})")


def check_replaced(
    unit: str, full: str, written: Scalar | None, version: int | None, place: Position, problems: Problems
) -> None:
    """``written``: the ``vervangt:`` of a unit; ``version``: of the unit of that name below it, None without one.

    ``full``: the unit with its kind, as the commands name it.
    """
    if written is None and version is not None:
        problems.add(
            "vervangt-ontbreekt",
            f"'{unit}' bestaat al in de bibliotheek hieronder",
            f"schrijf 'vervangt: {unit}@{version}', of geef uw eigen eenheid een andere naam",
            place,
        )
    if written is None:
        return
    named = NAMED.fullmatch(written)
    if version is None or named is None or named["unit"] != unit:
        _wrong_name(unit, written, version, problems)
    elif int(named["version"]) != version:
        problems.add(
            "basis-verder",
            f"'{unit}' heeft hieronder nu versie {version}; u schreef tegen versie {named['version']}",
            f"kijk wat er veranderde (zwartopwit bibliotheek verschil {full}), en neem dat over "
            f"(zwartopwit bibliotheek bijwerken {full})",
            written.position,
            width=len(written),
            warning=True,
        )


def _wrong_name(unit: str, written: Scalar, version: int | None, problems: Problems) -> None:
    if version is None:
        problems.add(
            "vervangt-niets",
            f"er is geen '{unit}' om te vervangen",
            "haal 'vervangt:' weg, of geef het bestand de plaats en naam van wat het vervangt",
            written.position,
            width=len(written),
        )
        return
    problems.add(
        "vervangt-anders",
        f"dit bestand vervangt '{unit}', niet '{written}'",
        f"schrijf '{unit}@{version}'",
        written.position,
        width=len(written),
    )


# --- questions -----------------------------------------------------------------------------------------------------


def with_addition(section: SectionFile, addition: SectionAddition, problems: Problems) -> SectionFile:
    """The section with the questions of a house layer: some replaced, others added."""
    questions = list(section.questions)
    for block in addition.questions:
        at = next((i for i, q in enumerate(questions) if q.id == block.id), None)
        unit = f"{section.id}.{block.id}"
        below = questions[at] if at is not None else None
        version = below.version if below else None
        check_replaced(unit, f"vraag:{unit}", block.replaces, version, block.id.position, problems)
        if at is not None and below is not None:
            _check_kept(below, block, problems)
            questions[at] = block
        else:
            questions.insert(_place_of(block, questions, problems), block)
    return section.model_copy(
        update={
            "questions": questions,
            "derived": [*section.derived, *addition.derived],
            "checks": [*section.checks, *addition.checks],
        }
    )


def _place_of(block: QuestionBlock, questions: Sequence[QuestionBlock], problems: Problems) -> int:
    if block.after is None:
        return len(questions)
    at = next((i for i, q in enumerate(questions) if q.id == block.after), None)
    if at is None:
        known = [str(q.id) for q in questions]
        problems.add(
            "onbekende-vraag",
            f"er is in deze rubriek geen vraag '{block.after}'",
            write_instead(block.after, known),
            block.after.position,
            width=len(block.after),
        )
    return len(questions) if at is None else at + 1


def _check_kept(below: QuestionBlock, block: QuestionBlock, problems: Problems) -> None:
    """Answers files hold the kind, options and fields of the question that was: they may grow, not shrink."""
    if below.kind != block.kind:
        problems.add(
            "soort-veranderd",
            f"de vraag '{block.id}' is hieronder van soort {below.kind}",
            f"schrijf 'soort: {below.kind}', of maak een nieuwe vraag met een eigen naam",
            block.kind.position,
            width=len(block.kind),
        )
        return
    gone = [*_gone(below.options, block.options), *_gone(below.rows, block.rows)]
    fields = {str(f.id): f for f in block.fields}
    gone += [str(f.id) for f in below.fields if f.id not in fields]
    for name in gone:
        problems.add(
            "optie-weg",
            f"'{name}' van de vraag '{block.id}' is weg; antwoorden kunnen dit nog noemen",
            f"voeg '{name}' weer toe",
            block.id.position,
            width=len(block.id),
        )
    for field in below.fields:
        if field.id in fields:
            _check_kept(field, fields[field.id], problems)


def _gone(below: dict[Scalar, OptionBlock] | None, here: dict[Scalar, OptionBlock] | None) -> Iterable[str]:
    kept = set(here or {})
    return [str(name) for name in (below or {}) if name not in kept]
