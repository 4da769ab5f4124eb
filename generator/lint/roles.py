"""What each condition of a library decides: for messages about the condition itself."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Position
from generator.expressions.ast import Condition, ForEach
from generator.frozen import dataclass
from generator.library import (
    Block,
    ClauseUse,
    For,
    If,
    Item,
    Library,
    Outline,
    Question,
    Questionnaire,
    Risk,
    Section,
    Table,
)
from generator.lint.places import slots_of

Spot = tuple[Position, str]


@dataclass(frozen=True, slots=True)
class Role:
    """``slug`` when the condition never comes true; ``what`` it decides, and what then never happens.

    That it always comes true is told too, but a unit's own condition (``alone``) may follow from where the
    unit is used; a last ``elif`` that names what is left (``spoken``), or a fact about a decision, guards nothing
    on purpose.
    """

    slug: str
    what: str
    never: str
    alone: bool = False
    spoken: bool = False


TEXT = Role("tak-onbereikbaar", "deze tekst", "staat nooit in een stuk")
LAST = Role("tak-onbereikbaar", "deze tekst", "staat nooit in een stuk", spoken=True)
OTHER = Role("voorwaarde-nooit", "deze voorwaarde", "komt nooit uit")
FACTOR = Role("voorwaarde-nooit", "dit punt van de onderbouwing", "staat nooit op papier", spoken=True)

Found = Iterator[tuple[Condition, Role]]


def roles_of(library: Library) -> dict[Spot, Role]:
    return {spot_of(condition): role for condition, role in _all(library)}


def spot_of(condition: Condition) -> Spot:
    return condition.position, condition.source


def _all(library: Library) -> Found:
    for questionnaire in library.questionnaires.values():
        yield from _of_questionnaire(questionnaire)
    for section in library.sections.values():
        yield from _of_section(section)
    for question in library.decision.questions:
        yield from _of_question(question, f"besluit.{question.id}")
    for clause in library.clauses.values():
        role = Role(
            "clausule-onbereikbaar", f"de clausule '{clause.id}'", "staat nooit in een stuk", alone=True
        )
        yield from _one(clause.when, role)
        yield from _of_blocks(clause.blocks)
    for risk in library.risks.values():
        yield from _of_risk(risk)
    for outline in library.outlines.values():
        yield from _of_outline(outline)
    for factor in library.factors:
        yield from _one(factor.when, FACTOR)


def _of_questionnaire(questionnaire: Questionnaire) -> Found:
    for use in questionnaire.sections:
        role = Role("vraag-onbereikbaar", f"de rubriek '{use.section}'", "wordt nooit gevraagd")
        yield from _one(use.when, role)
    for document in questionnaire.documents:
        role = Role("document-onbereikbaar", f"het document '{document.document}'", "wordt nooit gemaakt")
        yield from _one(document.when, role)
        yield from _loop(document.for_each, role)


def _of_section(section: Section) -> Found:
    for question in section.questions:
        yield from _of_question(question, f"{section.id}.{question.id}")
    for derived in section.derived:
        if isinstance(derived.value, Condition):
            yield (
                derived.value,
                Role("voorwaarde-nooit", f"'{section.id}.{derived.id}' onder afgeleid", "klopt nooit"),
            )
    for check in section.checks:
        yield check.when, Role("voorwaarde-nooit", "deze controle", "meldt nooit iets")


def _of_question(question: Question, name: str) -> Found:
    role = Role("vraag-onbereikbaar", f"de vraag '{name}'", "wordt nooit gesteld")
    yield from _one(question.when, role)
    for inner in question.fields:
        yield from _of_question(inner, f"{name}.{inner.id}")


def _of_risk(risk: Risk) -> Found:
    role = Role("risico-onbereikbaar", f"het risico '{risk.id}'", "wordt nooit gemeld", alone=True)
    yield from _one(risk.when, role)
    yield from _loop(risk.for_each, role)
    for level in risk.levels:
        what = f"het niveau '{level.level.value}' van '{risk.id}'"
        yield from _one(level.when, Role("niveau-nooit", what, "komt nooit voor"))
    yield from _one(
        risk.solved_if, Role("risico-nooit-opgelost", f"het risico '{risk.id}'", "raakt zo nooit opgelost")
    )
    for cause in risk.raised_by:
        yield from _one(
            cause.when, Role("voorwaarde-nooit", f"'{cause.risk}'", f"verzwaart '{risk.id}' nooit")
        )
    for blocks in risk.sections.values():
        yield from _of_blocks(blocks)


def _of_outline(outline: Outline) -> Found:
    for uses, when in slots_of(outline):
        role = Role("clausule-onbereikbaar", f"deze bijlage van '{outline.id}'", "is er nooit")
        yield from _one(when, role)
        yield from _of_uses(uses, outline)


def _of_uses(uses: Iterable[ClauseUse], outline: Outline) -> Found:
    for use in uses:
        what = f"de clausule '{use.clause}'" if use.clause else "dit deel"
        role = Role("clausule-onbereikbaar", what, f"staat nooit in '{outline.id}'")
        yield from _one(use.when, role)
        yield from _loop(use.for_each, role)
        yield from _of_uses(use.entries, outline)


def _of_blocks(blocks: Iterable[Block], *, last: bool = False) -> Found:
    for block in blocks:
        match block:
            case If(condition, then, otherwise):
                yield condition, LAST if last and not otherwise else TEXT
                yield from _of_blocks(then)
                yield from _of_blocks(otherwise, last=len(otherwise) == 1)
            case For(loop, inner):
                yield from _loop(loop, TEXT)
                yield from _of_blocks(inner)
            case Item():
                yield from _of_blocks(block.children)
            case Table():
                yield from _of_blocks(block.rows)
            case _:
                continue


def _one(condition: Condition | None, role: Role) -> Found:
    if condition is not None:
        yield condition, role


def _loop(loop: ForEach | None, role: Role) -> Found:
    if loop is not None:
        yield from _one(loop.condition, role)
