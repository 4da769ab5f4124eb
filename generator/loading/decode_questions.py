"""Catalogues, sections, questionnaires and packages: models to the library's types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.diagnostics import Position
from generator.expressions.ast import Condition, Literal, Missing, Number, Path
from generator.expressions.names import Names, record_fields
from generator.expressions.names import choices_of as choices_in
from generator.library import Check, Choice, Computation, Derived, Kind, Question, Section
from generator.loading.expressions import condition_of, dotted, value_of
from generator.loading.located import Scalar
from generator.loading.problems import Problems, write_instead
from generator.loading.question_rules import check_question
from generator.loading.schema import RESERVED
from generator.loading.schema_questions import (
    CheckBlock,
    DerivedBlock,
    OptionBlock,
    QuestionBlock,
    SectionFile,
)

DECISION = "besluit"
Catalogues = Mapping[str, tuple[Choice, ...]]


@dataclass(slots=True)
class SectionDraft:
    """A section whose conditions are not read yet, beside the file they are in."""

    section: Section
    file: SectionFile


def choices_of(options: Mapping[Scalar, OptionBlock] | None) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            str(name),
            str(o.label),
            str(o.in_document or o.label),
            _plain(o.explanation),
            o.without_effect,
            _plain(o.group),
            _plain(o.purpose),
        )
        for name, o in (options or {}).items()
    )


def draft_section(file: SectionFile, catalogues: Catalogues, problems: Problems) -> SectionDraft:
    """The section with every question and derived value by name, but no condition yet."""
    check_names([q.id for q in file.questions] + [d.id for d in file.derived], file.id, problems)
    questions = tuple(_question(q, catalogues, file.id, problems) for q in file.questions)
    derived = tuple(_derived_draft(d) for d in file.derived)
    section = Section(
        str(file.id), str(file.title), questions, derived, (), file.id.position, _plain(file.explanation)
    )
    return SectionDraft(section, file)


def check_names(names: Sequence[Scalar], section: str, problems: Problems) -> None:
    """Reserved names and names given twice."""
    seen: dict[str, Scalar] = {}
    for name in names:
        if name in RESERVED and not (name == DECISION == section):
            problems.add(
                "gereserveerde-naam",
                f"'{name}' heeft al een eigen betekenis",
                "kies een andere naam",
                name.position,
                width=len(name),
            )
        if name in seen:
            problems.add(
                "dubbele-naam",
                f"'{name}' bestaat hier al (regel {seen[name].position.line})",
                "kies een andere naam",
                name.position,
                width=len(name),
            )
        seen.setdefault(name, name)


def _question(block: QuestionBlock, catalogues: Catalogues, section: str, problems: Problems) -> Question:
    check_question(block, problems)
    check_names([f.id for f in block.fields], "", problems)
    return Question(
        id=str(block.id),
        kind=Kind(block.kind),
        text=str(block.text),
        position=block.id.position,
        why=_plain(block.why),
        example=_plain(block.example),
        basis=tuple(map(str, block.basis)),
        choices=choices_of(block.options) or _catalogue(block.options_from, catalogues, problems),
        rows=choices_of(block.rows) or _catalogue(block.rows_from, catalogues, problems),
        fields=tuple(_question(f, catalogues, section, problems) for f in block.fields),
        target=_target(block.target, section),
        catalogue=_plain(block.options_from or block.rows_from),
        may_be_later=block.may_be_later,
        may_be_unknown=block.may_be_unknown,
        may_be_empty=block.may_be_empty,
        at_signing=block.at_signing,
        common_noun=block.common_noun,
        suggestion=_plain(block.suggestion),
        from_supplier=block.supplied_by is not None,
        moment=str(block.moment),
        who=str(block.who),
        customer_sees=block.customer_sees,
        without_effect=block.without_effect,
        by_program=block.by_program,
        version=block.version,
        formerly=tuple(map(str, block.formerly)),
    )


def _target(written: Scalar | None, section: str) -> Path | None:
    if written is None:
        return None
    path = dotted(written)
    return path if len(path) > 1 else (str(section), *path)


def _catalogue(name: Scalar | None, catalogues: Catalogues, problems: Problems) -> tuple[Choice, ...]:
    if name is None:
        return ()
    if name not in catalogues:
        problems.add(
            "onbekende-lijst",
            f"er is geen lijst '{name}' in questionnaires/lijsten",
            write_instead(name, list(catalogues)),
            name.position,
            width=len(name),
        )
    return catalogues.get(name, ())


def _derived_draft(block: DerivedBlock) -> Derived:
    kind = Kind(block.kind)
    place = block.id.position
    value: Condition | Computation
    if kind is Kind.TRUTH:
        value = Condition(Literal(value=True), str(block.value), place)
    else:
        value = Computation(Number(Decimal(0)), str(block.value), place)
    return Derived(str(block.id), kind, value, place, _plain(block.label))


# --- conditions, once every name is known ----------------------------------------------------------------------


def with_derived(draft: SectionDraft, names: Names, problems: Problems) -> SectionDraft:
    """The derived values read; the questions' conditions still not."""
    here = names.in_section(draft.section.id)
    derived = tuple(
        _derived(block, plain, here, problems)
        for block, plain in zip(draft.file.derived, draft.section.derived, strict=True)
    )
    return SectionDraft(replace(draft.section, derived=derived), draft.file)


def _derived(block: DerivedBlock, plain: Derived, names: Names, problems: Problems) -> Derived:
    value = value_of(block.value, names, plain.kind, problems)
    return (
        replace(plain, value=value, choices=_choices_of_value(value, names)) if value is not None else plain
    )


def _choices_of_value(value: Condition | Computation, names: Names) -> tuple[Choice, ...]:
    """What is missing from a list is told in the options of the list's own field."""
    if isinstance(value, Condition) or not isinstance(value.amount, Missing):
        return ()
    meaning = names.resolve(value.amount.records.path)
    fields = record_fields(meaning) if isinstance(meaning, Question) else ()
    name = value.amount.field
    return next((choices_in(f) for f in fields if f.id == name), ())


def with_conditions(draft: SectionDraft, names: Names, problems: Problems) -> Section:
    """The whole section."""
    here = names.in_section(draft.section.id)
    questions = tuple(
        _conditioned(block, question, here, names.in_section(draft.section.id), problems)
        for block, question in zip(draft.file.questions, draft.section.questions, strict=True)
    )
    checks = tuple(c for block in draft.file.checks if (c := _check(block, here, problems)))
    return replace(draft.section, questions=questions, checks=checks)


def _conditioned(
    block: QuestionBlock, question: Question, names: Names, section: Names, problems: Problems
) -> Question:
    when = condition_of(block.when, names, problems)
    inside = section.in_record(question) if question.fields else section
    fields = tuple(
        _conditioned(b, f, inside, section, problems)
        for b, f in zip(block.fields, question.fields, strict=True)
    )
    _check_target(block, question, names, problems)
    return replace(question, when=when, fields=fields)


def _check_target(block: QuestionBlock, question: Question, names: Names, problems: Problems) -> None:
    if block.target is None or question.target is None:
        return
    meaning = names.resolve(question.target)
    if not isinstance(meaning, Question) or meaning.kind not in {Kind.LIST, Kind.MATRIX}:
        problems.add(
            "verwijzing-zonder-lijst",
            f"'{block.target}' is geen vraag van soort lijst",
            "schrijf rubriek.vraag van een vraag met soort: lijst",
            block.target.position,
            width=len(block.target),
        )


def _check(block: CheckBlock, names: Names, problems: Problems) -> Check | None:
    when = condition_of(block.when, names, problems)
    at = tuple(p for written in block.at if (p := question_path(written, names, problems)))
    return Check(when, str(block.message), at, block.when.position) if when is not None else None


def question_path(written: Scalar, names: Names, problems: Problems) -> Path | None:
    """The full path of a question named in a file, or None after reporting."""
    path = names.canonical(dotted(written))
    if path is None:
        near = names.nearest(dotted(written))
        problems.add(
            "onbekende-vraag",
            f"er is geen vraag '{written}'",
            f"schrijf '{near[0]}'" if near else "schrijf rubriek.vraag van een vraag die bestaat",
            written.position,
            width=len(written),
        )
    return path


def _plain(text: Scalar | None) -> str | None:
    return str(text) if text is not None else None


def no_section(name: str, place: Position) -> Section:
    """Stands in for a section that a library does not have."""
    return Section(name, name, (), (), (), place)
