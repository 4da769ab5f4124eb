"""Questionnaires and packages: models to the library's types, every name in them looked up."""

from collections.abc import Collection, Mapping
from typing import Any

from generator.expressions.names import Names
from generator.library import DocumentUse, Package, Questionnaire, Section, SectionUse
from generator.loading.decode_questions import DECISION
from generator.loading.expressions import condition_of, loop_of
from generator.loading.located import Scalar
from generator.loading.problems import Problems, write_instead
from generator.loading.schema_questions import (
    DocumentUseBlock,
    PackageFile,
    QuestionnaireFile,
    SectionUseBlock,
)


def decode_questionnaire(
    file: QuestionnaireFile, names: Names, documents: Collection[str], problems: Problems
) -> Questionnaire:
    sections = tuple(u for block in file.sections if (u := _section_use(block, names, problems)))
    uses = tuple(d for block in file.documents if (d := _document_use(block, names, documents, problems)))
    return Questionnaire(
        str(file.id),
        str(file.title),
        sections,
        uses,
        file.id.position,
        str(file.explanation) if file.explanation is not None else None,
        file.review_months,
    )


def _section_use(block: SectionUseBlock, names: Names, problems: Problems) -> SectionUse | None:
    section = names.sections.get(block.section)
    if section is None or block.section == DECISION:
        unknown("onbekende-rubriek", "rubriek", block.section, list(names.sections), problems)
        return None
    when = condition_of(block.when, names, problems)
    if block.only is None:
        return SectionUse(str(block.section), when)
    known = [q.id for q in section.questions]
    for name in block.only:
        if name not in known:
            unknown("onbekende-vraag", "vraag", name, known, problems)
    return SectionUse(str(block.section), when, tuple(str(n) for n in block.only if n in known))


def _document_use(
    block: DocumentUseBlock, names: Names, documents: Collection[str], problems: Problems
) -> DocumentUse | None:
    if block.document not in documents:
        unknown("onbekend-document", "document", block.document, sorted(documents), problems)
        return None
    when = condition_of(block.when, names, problems)
    return DocumentUse(str(block.document), when, loop_of(block.for_each, names, problems))


def unknown(slug: str, kind: str, name: Scalar, known: list[str], problems: Problems) -> None:
    """A name in a file that nothing bears. The slug is the caller's."""
    problems.add(
        slug, f"{kind} '{name}' bestaat niet", write_instead(name, known), name.position, width=len(name)
    )


def decode_package(file: PackageFile, sections: Mapping[str, Section], problems: Problems) -> Package:
    answers: dict[str, object] = {}
    for section, questions in file.answers.items():
        if section not in sections:
            unknown("onbekende-rubriek", "rubriek", section, list(sections), problems)
            continue
        answers[str(section)] = _answers(sections[section], questions, problems)
    return Package(str(file.id), str(file.title), answers, file.id.position)


def _answers(section: Section, questions: Mapping[Scalar, Any], problems: Problems) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in questions.items():
        question = section.question(name)
        if question is None:
            unknown("onbekende-vraag", "vraag", name, [q.id for q in section.questions], problems)
        elif not question.from_supplier:
            problems.add(
                "vraag-niet-van-leverancier",
                f"de vraag '{section.id}.{name}' mag niet uit een pakket komen",
                "haal het antwoord weg, of zet 'van: leverancier' bij de vraag",
                name.position,
                width=len(name),
            )
        else:
            found[str(name)] = plain_data(value)
    return found


def plain_data(value: Any) -> object:
    """Without places: what an answers file would hold."""
    match value:
        case dict():
            return {str(k): plain_data(v) for k, v in value.items()}
        case list():
            return [plain_data(v) for v in value]
        case None:
            return None
        case _:
            return str(value)
