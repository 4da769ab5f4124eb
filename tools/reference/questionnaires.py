"""Each questionnaire with its questions, in the order of asking."""

from collections.abc import Iterator

from generator.library import Asked, Library, Question, questions_of
from tools.reference.content import condition, linked
from tools.reference.marks import cell, code, page, table

WHEN = {"vooraf": "vooraf", "aan_tafel": "aan tafel", "achteraf": "achteraf"}


def questionnaire_page(name: str, library: Library) -> str:
    questionnaire = library.questionnaires[name]
    documents = [code(d.document) for d in questionnaire.documents]
    intro = f"{questionnaire.explanation or questionnaire.title}\n\nBegin met `zwartopwit nieuw {name}`."
    made = ("Stukken: " + ", ".join(documents) + " ([wat ze zijn](../stukken.md)).", "")
    return page(questionnaire.title, intro, (*made, *_sections(questions_of(library, name), library)))


def _sections(asked: tuple[Asked, ...], library: Library) -> Iterator[str]:
    section = ""
    for one in asked:
        if one.path[0] != section:
            section = one.path[0]
            yield from (f"## {library.sections[section].title}", "")
            if one.section_when:
                yield from (f"Deze rubriek komt alleen als {condition(one.section_when)}.", "")
        yield from _question(one)


def _question(one: Asked) -> Iterator[str]:
    question = one.question
    yield from (f"**{question.text}**", "")
    sees = "" if question.customer_sees else " · de klant ziet dit niet"
    yield f"`{'.'.join(one.path)}` · {question.kind} · {WHEN[question.moment]}, {question.who}{sees}"
    yield ""
    if question.why:
        yield from (question.why, "")
    if question.when:
        yield from (f"Alleen als {condition(question.when)}.", "")
    if question.basis:
        yield from (f"Bron: {linked(question.basis, '../')}.", "")
    if question.choices:
        yield from (f"Keuzes: {' · '.join(cell(c.label) for c in question.choices)}.", "")
    if question.fields:
        yield from table(("veld", "vraag", "soort"), (_field(f) for f in question.fields))


def _field(field: Question) -> tuple[str, ...]:
    choices = f": {' · '.join(cell(c.label) for c in field.choices)}" if field.choices else ""
    return code(field.id), cell(field.text), f"{field.kind}{choices}"
