"""Every unit of a library as one looks it up: what it is, what it says, what it hangs on, where it is used."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypedDict

from generator.clause_source import Line, blocks_of, lines_of, words
from generator.connections import Link, Tie, Web, title_of
from generator.diagnostics import Position
from generator.frozen import dataclass, field
from generator.library import Library, Question, questions_of
from generator.questions import Choice

KINDS = ("vraag", "risico", "clausule", "begrip", "document")
ROOTS = ("clauses", "questionnaires")
BASE = "bibliotheek"
SHOWN_TIES = {
    Tie.SHOWN: "Wordt gevraagd als",
    Tie.PRESENT: "Staat er als",
    Tie.RAISES: "Wordt gemeld als",
    Tie.ENDS: "Is opgelost als",
    Tie.LEVEL: "Zwaarte als",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text with its heading (of a risk), all branches with their conditions."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """``rules``: by tie, the conditions as written; ``rests_on``: questions, ``risks``: risks it hangs on or stands beside."""

    kind: str
    id: str
    title: str
    version: int
    layer: str
    place: str
    used_in: tuple[str, ...]
    facts: tuple[str, ...] = ()
    explanation: str = ""
    parts: tuple[Part, ...] = ()
    choices: tuple[Choice, ...] = ()
    rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    to_check: bool = False

    group_title: str = ""

    @property
    def unit(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def group(self) -> str:
        """Clauses by their folder, questions by their section."""
        if self.kind == "clausule":
            return self.id.partition("/")[0]
        return self.id.partition(".")[0] if self.kind == "vraag" else ""

    def searched(self) -> str:
        said = [self.id, self.title, self.explanation, *self.sources]
        said += [c.label for c in self.choices]
        said += [line.text for part in self.parts for line in part.lines]
        return " ".join(said).casefold()


def entries(web: Web) -> tuple[Entry, ...]:
    return tuple(_Listing(web).all())


def found(listed: Iterable[Entry], wanted: str, kind: str | None) -> tuple[Entry, ...]:
    """Every word that is looked for stands in the unit, in any order."""
    looked_for = wanted.casefold().split()
    return tuple(
        e for e in listed if kind in (None, e.kind) and all(word in e.searched() for word in looked_for)
    )


def layer_of(position: Position) -> str:
    first = position.path.partition("/")[0]
    return BASE if first in ROOTS else first


class _Relations(TypedDict):
    rules: Mapping[str, tuple[str, ...]]
    rests_on: tuple[str, ...]
    carries: tuple[str, ...]


class _Listing:
    def __init__(self, web: Web) -> None:
        self.web = web
        self.library: Library = web.library

    def all(self) -> Iterator[Entry]:
        for section in self.library.sections.values():
            for question in section.questions:
                yield self._question(f"{section.id}.{question.id}", question, section.title)
        for name in self.library.risks:
            yield self._risk(name)
        for name in self.library.clauses:
            yield self._clause(name)
        for name in self.library.terms:
            yield self._term(name)
        for name in self.library.outlines:
            yield self._document(name)

    # --- one kind each ----------------------------------------------------------------------------------------------

    def _question(self, name: str, q: Question, section: str) -> Entry:
        unit = f"vraag:{name}"
        facts = [q.kind.value, f"voor {q.who}", q.moment.replace("_", " ")]
        facts += ["mag later"] if q.may_be_later else []
        return Entry(
            "vraag", name, q.text, q.version, layer_of(q.position), str(q.position), self._asked_in.get(unit, ()),
            facts=tuple(facts), explanation=q.why or "", choices=q.choices, sources=self._sources(q.basis),
            parts=_fields(q), group_title=section, **self._relations(unit),
        )  # fmt: skip

    def _risk(self, name: str) -> Entry:
        risk, unit = self.library.risks[name], f"risico:{name}"
        levels = " of ".join(dict.fromkeys(rule.level.value.replace("_", " ") for rule in risk.levels))
        parts = tuple(Part(head, tuple(blocks_of(blocks, 0))) for head, blocks in risk.sections.items())
        facts = (f"regel {risk.rule}" if risk.rule else "", f"aard {risk.aspect.value}", levels)
        return Entry(
            "risico", name, title_of(self.library, unit), risk.version, layer_of(risk.position), str(risk.position),
            self._inside(unit), facts=tuple(filter(None, facts)), parts=parts, sources=self._sources(risk.basis),
            to_check=risk.to_check, **self._relations(unit),
        )  # fmt: skip

    def _clause(self, name: str) -> Entry:
        clause, unit = self.library.clauses[name], f"clausule:{name}"
        subject = self.library.subjects.get(clause.subject or "", "")
        facts = (clause.nature or "", f"onderwerp {subject}" if subject else "")
        return Entry(
            "clausule", name, title_of(self.library, unit), clause.version, layer_of(clause.position),
            str(clause.position), self._inside(unit), facts=tuple(filter(None, facts)),
            explanation=clause.explanation or "", parts=(Part("", _body(lines_of(clause), words(clause.title))),),
            sources=self._sources(clause.basis), to_check=clause.to_check, **self._relations(unit),
        )  # fmt: skip

    def _term(self, name: str) -> Entry:
        term, unit = self.library.terms[name], f"begrip:{name}"
        used = tuple(dict.fromkeys(link.reader for link in self.web.read_by(unit)))
        return Entry(
            "begrip", name, ", ".join(term.forms), term.version, layer_of(term.position), str(term.position), used,
            parts=(Part("", (Line(0, words(term.definition)),)),), **self._relations(unit),
        )  # fmt: skip

    def _document(self, name: str) -> Entry:
        outline, unit = self.library.outlines[name], f"document:{name}"
        made = [
            f"vragenlijst:{q.id}" for q in self.library.questionnaires.values()
            if any(use.document == name for use in q.documents)
        ]  # fmt: skip
        facts = (
            f"vorm {outline.form.value}",
            f"poort {outline.gate.value}",
            "intern" if outline.internal else "",
        )
        return Entry(
            "document", name, title_of(self.library, unit), outline.version, layer_of(outline.position),
            str(outline.position), tuple(made), facts=tuple(filter(None, facts)), **self._relations(unit),
        )  # fmt: skip

    # --- what belongs to it -------------------------------------------------------------------------------------------

    def _relations(self, unit: str) -> _Relations:
        reads, read_by = self.web.reads(unit), self.web.read_by(unit)
        rules = {
            told: _whole(dict.fromkeys(k.rule for k in reads if k.tie is tie and k.rule))
            for tie, told in SHOWN_TIES.items()
        }
        questions = dict.fromkeys(q for k in reads for q in self.web.questions_behind(k.read) if q != unit)
        return {
            "rules": {told: r for told, r in rules.items() if r},
            "rests_on": (*questions, *_of(reads, "risico", read=True), *_of(reads, "clausule", read=True)),
            "carries": tuple(
                n for kind in ("vraag", "risico", "clausule", "document", "controle")
                for n in _of(read_by, kind, read=False)
            ),
        }  # fmt: skip

    def _inside(self, unit: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k.reader for k in self.web.read_by(unit) if k.tie is Tie.HOLDS))

    def _sources(self, basis: Iterable[str]) -> tuple[str, ...]:
        known = self.library.sources
        return tuple(known[b].title if b in known else b for b in basis)

    @cached_property
    def _asked_in(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name in self.library.questionnaires:
            for asked in questions_of(self.library, name):
                unit = f"vraag:{'.'.join(asked.path)}"
                found[unit] = (*found.get(unit, ()), f"vragenlijst:{name}")
        return found


def _whole(rules: Iterable[str]) -> tuple[str, ...]:
    """Without what is a part of another: the condition inside a loop."""
    every = tuple(rules)
    return tuple(r for r in every if not any(r != other and r in other for other in every))


def _of(links: Iterable[Link], kind: str, *, read: bool) -> tuple[str, ...]:
    ends = (link.read if read else link.reader for link in links)
    return tuple(dict.fromkeys(n for n in ends if n.startswith(f"{kind}:")))


def _body(lines: tuple[Line, ...], title: str) -> tuple[Line, ...]:
    """Without the title, which stands above it already."""
    at = next((n for n, line in enumerate(lines[:2]) if line.text == title), None)
    return lines if at is None else (*lines[:at], *lines[at + 1 :])


def _fields(question: Question) -> tuple[Part, ...]:
    lines = []
    for f in question.fields:
        options = f" ({' · '.join(c.label for c in f.choices)})" if f.choices else ""
        when = f"  [als {f.when.source.strip()}]" if f.when else ""
        lines.append(Line(0, f"{f.text or f.id}{options}{when}"))
    rows = [Line(0, row.label) for row in question.rows]
    return tuple(Part(title, tuple(part)) for title, part in (("Rijen", rows), ("Velden", lines)) if part)
