"""Rules (b), (c) and (d) of the five states: nothing is read where it may be not asked, unknown or later."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Diagnostic, in_order
from generator.expressions.ast import Compare, Condition, Expr, Path
from generator.expressions.names import Names
from generator.expressions.reads import needed
from generator.expressions.setting import ALWAYS, Setting
from generator.facts import reads_of
from generator.library import (
    Library,
    Question,
    Questionnaire,
    Risk,
    Section,
    SignatoryUse,
    TermUse,
    ValueSlot,
)
from generator.lint.claims import Claims
from generator.lint.cycles import check_cycles
from generator.lint.judging import Judge
from generator.lint.places import (
    ABOUT_A_DECISION,
    ABOUT_ALL_FINDINGS,
    IN_WORDS_OF_A_RISK,
    Place,
    Reading,
    entries,
    entry_conditions,
    of_blocks,
    of_clause,
    of_condition,
    of_inlines,
    of_loop,
    slots_of,
)
from generator.lint.presence import presence_of_clauses
from generator.lint.settings import Paper, names_of, papers_of

ACCEPTED = Compare(("melding", "status"), "==", "aanvaard")
"""Decisions are checked, and their substantiation weighed, for accepted findings; of others nothing is on paper."""


def check_reading(library: Library, claims: Claims | None = None) -> list[Diagnostic]:
    """Per questionnaire, and per document in it. A library with circles in it is not looked at further."""
    if check_cycles(library):
        return []
    names = names_of(library)
    asked_in = _asked_in(library)
    found = list(_dead_risks(library, names))
    for questionnaire in library.questionnaires.values():
        judge = Judge(Setting(names, questionnaire), asked_in, claims or Claims())
        for reading in outside_papers(library, questionnaire, judge.setting):
            found.extend(judge.of(reading))
        for paper in papers_of(library, questionnaire, judge.setting):
            found.extend(_of_paper(library, paper, judge))
    return list(in_order(found))


def _dead_risks(library: Library, names: Names) -> Iterator[Diagnostic]:
    """Risks that no questionnaire can raise, as none asks all that they read (ADR 0001, 3)."""
    settings = [Setting(names, q) for q in library.questionnaires.values()]
    for risk in library.risks.values():
        missing = [[p for p in sorted(reads_of(risk)) if s.never_asked(p)] for s in settings]
        if settings and all(missing):
            names_missing = ", ".join(".".join(p) for p in min(missing, key=len))
            yield Diagnostic(
                "risico-nergens",
                f"geen enkele vragenlijst kan het risico '{risk.id}' melden: er ontbreekt {names_missing}",
                "vraag dat in een vragenlijst, of haal het uit de voorwaarden van het risico",
                risk.position,
            )


def _asked_in(library: Library) -> dict[Path, tuple[str, ...]]:
    found: dict[Path, tuple[str, ...]] = {}
    for questionnaire in library.questionnaires.values():
        for use in questionnaire.sections:
            for question in library.sections[use.section].questions:
                if use.only is None or question.id in use.only:
                    path = (use.section, question.id)
                    found[path] = (*found.get(path, ()), questionnaire.id)
    return found


# --- questions, derived values, checks, risks ------------------------------------------------------------------------


def outside_papers(library: Library, questionnaire: Questionnaire, setting: Setting) -> Iterator[Reading]:
    names = setting.names
    used = dict.fromkeys(use.section for use in questionnaire.sections)
    for use in questionnaire.sections:
        yield from of_condition(use.when, Place(names))
        section = library.sections[use.section]
        asked = [q for q in section.questions if use.only is None or q.id in use.only]
        yield from _of_questions(asked, names.in_section(section.id), Place(names).given(use.when))
    for name in used:
        yield from _computed(library.sections[name], setting)
    decision = names.in_section(library.decision.id)
    yield from _of_questions(library.decision.questions, decision, Place(decision, built_in=ABOUT_A_DECISION))
    for risk in library.risks.values():
        if not any(setting.never_asked(p) for p in reads_of(risk)):
            place = _PLACE_OF_RISK[risk.about](names)
            yield from of_risk(risk, place.where(_list_is_asked(risk, setting)))
    for factor in library.factors:
        yield from of_condition(factor.when, _of_decision(names))


def _list_is_asked(risk: Risk, setting: Setting) -> Expr:
    """A risk per record is there only where its records are: a list that is not asked has none."""
    return setting.visible(risk.for_each.path) if risk.for_each else ALWAYS


def _of_decision(names: Names) -> Place:
    return Place(names, (ACCEPTED,), ABOUT_A_DECISION)


_PLACE_OF_RISK: Mapping[str | None, Callable[[Names], Place]] = {
    None: Place,
    "besluit": _of_decision,
    "dossier": lambda names: Place(names, built_in=ABOUT_ALL_FINDINGS),
}


def _of_questions(
    questions: list[Question] | tuple[Question, ...], names: Names, place: Place
) -> Iterator[Reading]:
    for question in questions:
        here = replace(place, names=names)
        yield from of_condition(question.when, here)
        if question.fields:
            inside = here.given(question.when) if not names.siblings else here
            yield from _of_questions(question.fields, names.in_record(question), inside)


def _computed(section: Section, setting: Setting) -> Iterator[Reading]:
    place = Place(setting.names)
    for derived in section.derived:
        if isinstance(derived.value, Condition) and not setting.never_asked((section.id, derived.id)):
            yield Reading(derived.value, place)
    for check in section.checks:
        if not any(setting.never_asked(p) for p in needed(check.when.expr)):
            yield Reading(check.when, place)


def of_risk(risk: Risk, place: Place) -> Iterator[Reading]:
    yield from of_condition(risk.when, place)
    inside = place.given(risk.when)
    yield from of_loop(risk.for_each, inside)
    inside = inside.entering(risk.for_each)
    left = inside
    for level in risk.levels:
        yield from of_condition(level.when, left)
        left = left.unless(level.when)
    yield from of_condition(risk.solved_if, inside)
    for cause in risk.raised_by:
        yield from of_condition(cause.when, inside)
    yield from of_inlines((*risk.title, *risk.measure), inside)
    words = replace(inside, built_in=inside.built_in | IN_WORDS_OF_A_RISK)
    for blocks in risk.sections.values():
        yield from of_blocks(blocks, words)


# --- documents ---------------------------------------------------------------------------------------------------------


def _of_paper(library: Library, paper: Paper, judge: Judge) -> Iterator[Diagnostic]:
    presence = presence_of_clauses(library, paper.outline, paper.start)
    setting = Setting(judge.setting.names, judge.setting.questionnaire, presence)
    inside = Judge(setting, judge.asked_in, judge.claims)
    terms: dict[str, None] = {}
    for reading in readings_of_paper(library, paper):
        if isinstance(reading.what, TermUse):
            terms[reading.what.term] = None
        yield from inside.of(reading)
    for name in terms:
        if name in library.terms:
            for reading in of_inlines(library.terms[name].definition, paper.start):
                yield from inside.of(reading)


def readings_of_paper(library: Library, paper: Paper) -> Iterator[Reading]:
    outline, start = paper.outline, paper.start
    yield from of_condition(paper.use.when, paper.outside)
    yield from of_loop(paper.use.for_each, paper.outside.given(paper.use.when))
    yield from of_inlines(outline.title, start)
    for uses, when in slots_of(outline):
        yield from of_condition(when, start)
        yield from entry_conditions(uses, start.given(when))
        for use, place in entries(uses, start.given(when)):
            clause = library.clauses.get(use.clause or "")
            if clause is not None:
                yield from of_clause(clause, place)
    for signatory in outline.signing:
        yield from _of_signatory(signatory, paper)


def _of_signatory(signatory: SignatoryUse, paper: Paper) -> Iterator[Reading]:
    meaning = paper.start.names.resolve(signatory.name)
    if isinstance(meaning, Question):
        slot = ValueSlot(signatory.name, (), meaning.kind, paper.outline.position)
        yield Reading(slot, paper.start)
