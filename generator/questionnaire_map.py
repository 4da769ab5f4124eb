"""The logic of a questionnaire, ready to be drawn or told: its questions by number, and what hangs on which number."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.connections import Tie, Web, title_of
from generator.expressions.ast import Condition
from generator.expressions.setting import Setting
from generator.facts import reads_of
from generator.frozen import dataclass
from generator.library import Level, Library, Questionnaire, Risk, questions_of
from generator.lint.places import all_entries
from generator.lint.settings import names_of

_GRAVEST = (Level.STOP, Level.SERIOUS, Level.NOTICE, Level.TIP)
_OF_CLAUSE = (Tie.PRESENT, Tie.WORDS, Tie.PRINTS)


@dataclass(frozen=True, slots=True)
class Dependence:
    """The numbers of the questions that decide; ``rule`` as it is written."""

    on: tuple[int, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Raised:
    """A risk with the questions that raise it and those that end it."""

    id: str
    title: str
    level: Level
    raised: Dependence
    ended: Dependence
    other: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """``clauses``: by document, the clauses that print, hang on or change with this answer."""

    number: int
    unit: str
    text: str
    shown: Dependence
    clauses: Mapping[str, tuple[str, ...]]
    risks: tuple[Raised, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A section where it is asked."""

    title: str
    section: str
    shown: Dependence
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    id: str
    code: str
    title: str
    made: Dependence
    clauses: int


@dataclass(frozen=True, slots=True)
class Map:
    """``of_file``: risks that look at decisions or at all findings, and hang on no question."""

    id: str
    title: str
    lanes: tuple[Lane, ...]
    papers: tuple[Paper, ...]
    of_file: tuple[Raised, ...]

    @property
    def questions(self) -> tuple[Asked, ...]:
        return tuple(q for lane in self.lanes for q in lane.questions)

    @property
    def risks(self) -> tuple[Raised, ...]:
        return (*(r for q in self.questions for r in q.risks), *self.of_file)


ELSEWHERE = "elders"
"""The lane of a map of some sections that names the questions of others which decide there."""


def of_sections(found: Map, sections: Collection[str]) -> Map:
    """Only these sections, and by name the questions of others that they hang on."""
    lanes = tuple(lane for lane in found.lanes if lane.section in sections)
    here = {q.number for lane in lanes for q in lane.questions}
    wanted = {n for lane in lanes for n in _decides(lane)} - here
    bare = tuple(
        Asked(q.number, q.unit, q.text, Dependence(), {}, ()) for q in found.questions if q.number in wanted
    )
    others = (Lane("Vragen op andere vellen", ELSEWHERE, Dependence(), bare),) if bare else ()
    title = f"{found.title}: {', '.join(dict.fromkeys(lane.title for lane in lanes))}"
    return replace(found, title=title, lanes=(*lanes, *others), of_file=())


def _decides(lane: Lane) -> Iterator[int]:
    yield from lane.shown.on
    for asked in lane.questions:
        yield from asked.shown.on
        for r in asked.risks:
            yield from (*r.raised.on, *r.ended.on, *r.other)


def map_of(web: Web, questionnaire: str) -> Map:
    return _Making(web, web.library.questionnaires[questionnaire]).map()


class _Making:
    def __init__(self, web: Web, questionnaire: Questionnaire) -> None:
        self.web = web
        self.library: Library = web.library
        self.questionnaire = questionnaire
        asked = questions_of(self.library, questionnaire.id)
        units = dict.fromkeys(f"vraag:{'.'.join(a.path)}" for a in asked)
        self.numbers = {unit: n for n, unit in enumerate(units, 1)}
        self.codes = _codes([use.document for use in questionnaire.documents])
        self.placed: dict[int, list[Raised]] = {}

    def map(self) -> Map:
        of_file = tuple(self._place_risks())
        seen: set[str] = set()
        lanes: list[Lane] = []
        for use in self.questionnaire.sections:
            section = self.library.sections[use.section]
            names = [q.id for q in section.questions if use.only is None or q.id in use.only]
            units = [f"vraag:{section.id}.{n}" for n in names]
            rows = tuple(self._asked(u) for u in units if u not in seen)
            title = (
                section.title
                if section.id not in {lane.section for lane in lanes}
                else f"{section.title} (vervolg)"
            )
            lanes.append(Lane(title, section.id, self._on_condition(use.when), rows))
            seen |= set(units)
        return Map(
            self.questionnaire.id, self.questionnaire.title, tuple(lanes), tuple(self._papers()), of_file
        )

    def _numbered(self, units: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted({self.numbers[u] for u in units if u in self.numbers}))

    def _dependence(self, unit: str, *ties: Tie) -> Dependence:
        rules = dict.fromkeys(link.rule for link in self.web.reads(unit) if link.tie in ties and link.rule)
        return Dependence(self._numbered(self.web.decides(unit, ties)), "; ".join(rules))

    def _on_condition(self, *conditions: Condition | None) -> Dependence:
        found = [c for c in conditions if c is not None]
        read = [u for c in found for u in self.web.questions_of(c)]
        return Dependence(self._numbered(read), "; ".join(c.source.strip() for c in found))

    def _asked(self, unit: str) -> Asked:
        number = self.numbers[unit]
        return Asked(
            number,
            unit,
            title_of(self.library, unit),
            self._dependence(unit, Tie.SHOWN),
            self._clauses(unit),
            tuple(self.placed.get(number, ())),
        )

    def _clauses(self, unit: str) -> dict[str, tuple[str, ...]]:
        """By the code of the document."""
        found = {}
        for document, code in self.codes.items():
            inside = [c for c in self._clauses_in(document) if unit in self._read_by_clause(c)]
            if inside:
                found[code] = tuple(inside)
        return found

    def _clauses_in(self, document: str) -> tuple[str, ...]:
        uses = all_entries(self.library.outlines[document])
        return tuple(dict.fromkeys(u.clause for u in uses if u.clause is not None))

    def _read_by_clause(self, clause: str) -> frozenset[str]:
        return self.web.behind(f"clausule:{clause}", _OF_CLAUSE)

    def _papers(self) -> Iterable[Paper]:
        for use in self.questionnaire.documents:
            made = self._on_condition(use.when, use.for_each.condition if use.for_each else None)
            rule = "; ".join(r.source.strip() for r in (use.when, use.for_each) if r is not None)
            title = title_of(self.library, f"document:{use.document}")
            count = len(self._clauses_in(use.document))
            yield Paper(use.document, self.codes[use.document], title, Dependence(made.on, rule), count)

    # --- risks ------------------------------------------------------------------------------------------------------

    def _place_risks(self) -> Iterable[Raised]:
        """Each beside the question that brings it up; those that hang on no question are left over."""
        setting = Setting(names_of(self.library), self.questionnaire)
        for risk in self.library.risks.values():
            if any(setting.never_asked(p) for p in reads_of(risk)):
                continue
            if not self._can_come_up(risk):
                continue
            raised = self._raised(risk)
            place = self._place(risk, raised)
            if place is None:
                yield raised
            else:
                self.placed.setdefault(place, []).append(raised)

    def _can_come_up(self, risk: Risk) -> bool:
        """Not when it hangs on questions, and this questionnaire asks none of them."""
        by = self.web.decides(f"risico:{risk.id}", (Tie.RAISES,))
        return not by or any(unit in self.numbers for unit in by)

    def _raised(self, risk: Risk) -> Raised:
        unit = f"risico:{risk.id}"
        by, end = self._dependence(unit, Tie.RAISES), self._dependence(unit, Tie.ENDS)
        more = self._numbered(self.web.decides(unit, (Tie.LEVEL, Tie.HEIGHTENS)))
        other = tuple(n for n in more if n not in {*by.on, *end.on})
        level = next(lv for lv in _GRAVEST if any(rule.level is lv for rule in risk.levels))
        return Raised(risk.id, title_of(self.library, unit), level, by, end, other)

    def _place(self, risk: Risk, raised: Raised) -> int | None:
        asks = self._numbered(f"vraag:{'.'.join(p[:2])}" for p in risk.asks)
        among = [n for n in asks if n in raised.raised.on]
        all_of_it = among or raised.raised.on or asks or (*raised.ended.on, *raised.other)
        return max(all_of_it, default=None)


def _codes(documents: Iterable[str]) -> dict[str, str]:
    """Two letters for each document, no two the same."""
    codes: dict[str, str] = {}
    for name in documents:
        rest = [c for c in name[1:] if c.isalpha()]
        options = (f"{name[0].upper()}{c}" for c in (*rest, *"0123456789"))
        codes[name] = next(o for o in options if o not in codes.values())
    return codes
