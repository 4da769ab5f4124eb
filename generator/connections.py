"""What reads what in a library: every question, derived value, risk, clause and document with what it leans on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass as walked
from enum import StrEnum
from functools import cached_property

from generator.clause_source import words
from generator.expressions.ast import Condition, ForEach, Path
from generator.expressions.names import SIBLING, Names
from generator.expressions.reads import variables
from generator.frozen import dataclass
from generator.library import (
    Clause,
    ClauseUse,
    Library,
    Outline,
    Question,
    ReferenceSlot,
    Risk,
    Section,
    TermUse,
    ValueSlot,
)
from generator.lint.places import Place, Reading, of_blocks, of_condition, of_inlines, of_loop, slots_of
from generator.lint.settings import names_of

_SLOT = re.compile("‹[^›]*›")


class Tie(StrEnum):
    """How one unit leans on another; the value is how a lawyer reads it."""

    SHOWN = "wordt gevraagd als"
    SECTION = "rubriek wordt gevraagd als"
    PRESENT = "staat er als"
    WORDS = "woorden hangen af van"
    PRINTS = "drukt af"
    COMPUTES = "rekent met"
    CHECKS = "controleert"
    RAISES = "wordt gemeld als"
    LEVEL = "weegt zwaarder of lichter door"
    ENDS = "is opgelost als"
    HEIGHTENS = "wordt verzwaard door"
    MADE = "wordt gemaakt als"
    HOLDS = "bevat"
    REFERS = "verwijst naar"
    DEFINES = "gebruikt het begrip"


@dataclass(frozen=True, slots=True)
class Link:
    """``reader`` leans on ``read``; units are named with their kind (``vraag:backup.bronnen``). ``rule`` as written."""

    reader: str
    read: str
    tie: Tie
    rule: str = ""
    questionnaire: str = ""


def links(library: Library) -> tuple[Link, ...]:
    """Every link once, in the order of the library."""
    return tuple(dict.fromkeys(_links(library)))


def _links(library: Library) -> Iterator[Link]:
    place = Place(names_of(library))
    for section in (*library.sections.values(), library.decision):
        yield from _of_section(section, place.names)
    for questionnaire in library.questionnaires.values():
        for use in questionnaire.sections:
            reading = of_condition(use.when, place)
            yield from _read_by(f"rubriek:{use.section}", reading, Tie.SECTION, questionnaire.id)
        for made in questionnaire.documents:
            asked = (*of_condition(made.when, place), *of_loop(made.for_each, place))
            yield from _read_by(f"document:{made.document}", asked, Tie.MADE, questionnaire.id)
    for risk in library.risks.values():
        yield from _of_risk(risk, place)
    for clause in library.clauses.values():
        yield from _of_clause(clause, place)
    for term in library.terms.values():
        yield from _read_by(f"begrip:{term.id}", of_inlines(term.definition, place), Tie.WORDS)
    for outline in library.outlines.values():
        yield from _of_outline(library, outline, place)


# --- questions and risks ------------------------------------------------------------------------------------------


def _of_section(section: Section, names: Names) -> Iterator[Link]:
    own = names.in_section(section.id)
    for question in section.questions:
        yield from _of_question(f"vraag:{section.id}.{question.id}", question, own)
    for derived in section.derived:
        rule = derived.value
        read = variables(rule.expr if isinstance(rule, Condition) else rule.amount)
        name = f"afgeleid:{section.id}.{derived.id}"
        yield from (
            Link(name, unit, Tie.COMPUTES, rule.source.strip())
            for path in sorted(read)
            if (unit := unit_of(path, own)) is not None
        )
    for number, check in enumerate(section.checks, 1):
        reading = of_condition(check.when, Place(own))
        yield from _read_by(f"controle:{section.id}.{number}", reading, Tie.CHECKS)


def _of_question(name: str, question: Question, names: Names) -> Iterator[Link]:
    yield from _read_by(name, of_condition(question.when, Place(names)), Tie.SHOWN)
    if question.target is not None and (unit := unit_of(question.target, names)) is not None:
        yield Link(name, unit, Tie.REFERS)
    for field in question.fields:
        yield from _of_question(name, field, names.in_record(question))


def _of_risk(risk: Risk, place: Place) -> Iterator[Link]:
    name = f"risico:{risk.id}"
    yield from _read_by(name, of_condition(risk.when, place), Tie.RAISES)
    yield from _read_by(name, of_loop(risk.for_each, place), Tie.RAISES)
    inside = place.entering(risk.for_each)
    for level in risk.levels:
        yield from _read_by(name, of_condition(level.when, inside), Tie.LEVEL)
    yield from _read_by(name, of_condition(risk.solved_if, inside), Tie.ENDS)
    for cause in risk.raised_by:
        rule = cause.when.source.strip() if cause.when else ""
        yield Link(name, f"risico:{cause.risk}", Tie.HEIGHTENS, rule)
        yield from _read_by(name, of_condition(cause.when, inside), Tie.HEIGHTENS)
    yield from _read_by(name, of_inlines((*risk.title, *risk.measure), inside), Tie.WORDS)
    for blocks in risk.sections.values():
        yield from _read_by(name, of_blocks(blocks, inside), Tie.WORDS)


# --- clauses and documents ----------------------------------------------------------------------------------------


def _of_clause(clause: Clause, place: Place) -> Iterator[Link]:
    name = f"clausule:{clause.id}"
    yield from _read_by(name, of_condition(clause.when, place), Tie.PRESENT)
    yield from _read_by(name, of_inlines(clause.title, place), Tie.WORDS)
    yield from _read_by(name, of_blocks(clause.blocks, place), Tie.WORDS)


def _of_outline(library: Library, outline: Outline, place: Place) -> Iterator[Link]:
    name = f"document:{outline.id}"
    yield from _read_by(name, of_inlines(outline.title, place), Tie.WORDS)
    for uses, when in slots_of(outline):
        yield from _of_entries(library, name, uses, place, (when,) if when else ())
    for party in outline.signing:
        for path in (party.name, party.signatories):
            if path is not None and (unit := unit_of(path, place.names)) is not None:
                yield Link(name, unit, Tie.PRINTS)


def _of_entries(
    library: Library,
    document: str,
    uses: Iterable[ClauseUse],
    place: Place,
    rules: tuple[Condition | ForEach, ...],
) -> Iterator[Link]:
    for use in uses:
        here = (*rules, *(r for r in (use.when, use.for_each) if r is not None))
        inside = place.entering(use.for_each)
        yield from _of_entries(library, document, use.entries, inside, here)
        told = "; ".join(r.source.strip() for r in here)
        for unit in _printed_by(library, use):
            yield Link(document, unit, Tie.HOLDS, told)
            if unit.startswith("clausule:"):
                yield from _conditional(unit, here, place)


def _printed_by(library: Library, use: ClauseUse) -> Iterator[str]:
    if use.clause is not None:
        yield f"clausule:{use.clause}"
    elif use.risk_heading is not None:
        yield from (f"risico:{r.id}" for r in library.risks.values() if use.risk_heading in r.sections)


def _conditional(unit: str, rules: Iterable[Condition | ForEach], place: Place) -> Iterator[Link]:
    inside = place
    for rule in rules:
        found = of_condition(rule, inside) if isinstance(rule, Condition) else of_loop(rule, inside)
        yield from _read_by(unit, found, Tie.PRESENT)
        inside = inside.entering(rule) if isinstance(rule, ForEach) else inside


# --- from a reading to links --------------------------------------------------------------------------------------


def _read_by(reader: str, readings: Iterable[Reading], tie: Tie, questionnaire: str = "") -> Iterator[Link]:
    for reading in readings:
        what, names = reading.what, reading.place.names
        match what:
            case ReferenceSlot(target, annex):
                if not annex:
                    yield Link(reader, f"clausule:{target}", Tie.REFERS)
            case TermUse(_, term):
                yield Link(reader, f"begrip:{term}", Tie.DEFINES)
            case ValueSlot(path):
                yield from _link(reader, path, names, Tie.PRINTS, "")
            case ForEach():
                yield from _link(reader, what.path, names, tie, what.source.strip(), questionnaire)
            case Condition():
                for path in sorted(variables(what.expr)):
                    yield from _link(reader, path, names, tie, what.source.strip(), questionnaire)


def _link(
    reader: str, path: Path, names: Names, tie: Tie, rule: str, questionnaire: str = ""
) -> Iterator[Link]:
    unit = unit_of(path, names)
    if unit is not None and unit != reader:
        yield Link(reader, unit, tie, rule, questionnaire)


def unit_of(path: Path, names: Names) -> str | None:
    """The question or derived value that a path begins with; None for what is built in and for fields beside it."""
    seen: set[str] = set()
    while path[0] in names.origins and path[0] not in seen:
        seen.add(path[0])
        path = (*names.origins[path[0]], *path[1:])
    if path[0] == SIBLING:
        return None
    section = names.sections.get(path[0])
    if section is None or len(path) == 1:
        return None
    kind = "vraag" if section.question(path[1]) else "afgeleid"
    return f"{kind}:{path[0]}.{path[1]}"


# --- the web ------------------------------------------------------------------------------------------------------


@walked(frozen=True)
class Web:
    """All links of a library, to be walked from both ends."""

    library: Library

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return links(self.library)

    @cached_property
    def _reads(self) -> Mapping[str, tuple[Link, ...]]:
        return _grouped((link.reader, link) for link in self.links)

    @cached_property
    def _read_by(self) -> Mapping[str, tuple[Link, ...]]:
        return _grouped((link.read, link) for link in self.links)

    def reads(self, unit: str) -> tuple[Link, ...]:
        return self._reads.get(unit, ())

    def read_by(self, unit: str) -> tuple[Link, ...]:
        return self._read_by.get(unit, ())

    def questions_behind(self, unit: str) -> tuple[str, ...]:
        """The question itself; of a derived value every question it is computed from, however far away."""
        found: dict[str, None] = {}
        todo, seen = [unit], set[str]()
        while todo:
            name = todo.pop(0)
            if name in seen:
                continue
            seen.add(name)
            if name.startswith("vraag:"):
                found[name] = None
            elif name.startswith("afgeleid:"):
                todo += [link.read for link in self.reads(name)]
        return tuple(found)

    def questions_of(self, condition: Condition) -> tuple[str, ...]:
        """Of a condition that is written outside the units."""
        names = names_of(self.library)
        units = [unit_of(path, names) for path in sorted(variables(condition.expr))]
        return tuple(dict.fromkeys(q for u in units if u is not None for q in self.questions_behind(u)))

    def behind(self, unit: str, ties: tuple[Tie, ...]) -> frozenset[str]:
        key = (unit, ties)
        if key not in self._behind:
            self._behind[key] = frozenset(self.decides(unit, ties))
        return self._behind[key]

    @cached_property
    def _behind(self) -> dict[tuple[str, tuple[Tie, ...]], frozenset[str]]:
        return {}

    def decides(self, unit: str, ties: Iterable[Tie]) -> tuple[str, ...]:
        """The questions on which a unit hangs by these ties."""
        wanted = set(ties)
        behind = (
            q for link in self.reads(unit) if link.tie in wanted for q in self.questions_behind(link.read)
        )
        return tuple(q for q in dict.fromkeys(behind) if q != unit)


def _grouped(pairs: Iterable[tuple[str, Link]]) -> dict[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = {}
    for key, link in pairs:
        found.setdefault(key, []).append(link)
    return {key: tuple(values) for key, values in found.items()}


def title_of(library: Library, unit: str) -> str:
    """How a unit is called for people."""
    kind, _, name = unit.partition(":")
    section, _, part = name.partition(".")
    match kind:
        case "vraag":
            question = _section(library, section).question(part)
            return question.text if question and question.text else name
        case "afgeleid":
            derived = _section(library, section).derivation(part)
            return (derived.label if derived else None) or name
        case "controle":
            return _section(library, section).checks[int(part) - 1].message
        case "rubriek":
            return _section(library, name).title
        case "begrip":
            return library.terms[name].forms[0]
        case _:
            return _titled(library, kind, name) or name


def _titled(library: Library, kind: str, name: str) -> str:
    unit: Clause | Risk | Outline | None
    match kind:
        case "clausule":
            unit = library.clauses.get(name)
        case "risico":
            unit = library.risks.get(name)
        case _:
            unit = library.outlines.get(name)
    return _SLOT.sub("…", words(unit.title)).removesuffix(": …") if unit is not None else ""


def _section(library: Library, name: str) -> Section:
    return library.decision if name == library.decision.id else library.sections[name]
