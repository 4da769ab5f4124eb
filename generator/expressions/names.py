"""What can be read in one place of a content file, and what a name there stands for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.expressions.ast import Path
from generator.expressions.builtins import YES_NO_CHOICES, built_in
from generator.library import Choice, Derived, Kind, Question, Section
from generator.values import Record, State, Value

SIBLING = "@"
"""First name of a path to a field of the same record."""

Meaning = Question | Derived


def choices_of(meaning: Meaning) -> tuple[Choice, ...]:
    if meaning.kind is Kind.YES_NO and not meaning.choices:
        return YES_NO_CHOICES
    return meaning.choices


def record_fields(question: Question) -> tuple[Question, ...]:
    """The fields of one record of a group, list or matrix; a matrix row has ``rij``, ``naam`` and ``keuze`` besides.

    Where every row of the matrix says what it is for, so does the record, as ``waarvoor``.
    """
    if question.kind is not Kind.MATRIX:
        return question.fields
    row = Question("rij", Kind.CHOICE, question.text, question.position, choices=question.rows)
    name = Question("naam", Kind.TEXT, question.text, question.position)
    choice = Question("keuze", Kind.CHOICE, question.text, question.position, choices=question.choices)
    purpose = Question("waarvoor", Kind.TEXT, question.text, question.position)
    explained = all(r.purpose for r in question.rows)
    return (row, name, choice, *((purpose,) if explained else ()), *question.fields)


def as_record(question: Question) -> Question:
    """One record of a list or matrix, as a group."""
    return replace(
        question,
        kind=Kind.GROUP,
        fields=record_fields(question),
        choices=(),
        rows=(),
        when=None,
        may_be_empty=False,
    )


def field_of(question: Question, name: str, target_of: Callable[[Path], Meaning | None]) -> Question | None:
    """What ``question.name`` stands for: a field, a row of a matrix, or a field of the row that is referred to."""
    if question.kind is Kind.MATRIX:
        is_row = any(row.id == name for row in question.rows)
        return replace(as_record(question), id=name) if is_row else None
    if question.kind is Kind.REFERENCE and question.target is not None:
        target = target_of(question.target)
        return _field(record_fields(target), name) if isinstance(target, Question) else None
    return question.field(name) if question.kind is Kind.GROUP else None


def _field(fields: tuple[Question, ...], name: str) -> Question | None:
    return next((f for f in fields if f.id == name), None)


def matrix_rows(question: Question, given: tuple[Record, ...]) -> tuple[Record, ...]:
    """Every row of a matrix in the library's order, with what the library says of it; what was not given is open."""
    by_id = {r.id: r for r in given}
    return tuple(
        Record(row.id, {**_of_row(row), **(by_id[row.id].values if row.id in by_id else {})})
        for row in question.rows
    )


def _of_row(row: Choice) -> dict[str, Value | State]:
    told: dict[str, Value | State] = {"rij": row.id, "naam": row.in_document}
    return told | {"waarvoor": row.purpose} if row.purpose else told


@dataclass(frozen=True)
class Names:
    """``locals`` are loop variables, as groups; ``origins`` the lists they run over, where known.

    ``siblings`` are the fields of the record whose conditions are read; ``own_section`` the section whose
    questions may be named bare. The fields of a decision are each other's siblings.
    """

    sections: Mapping[str, Section]
    decision: Section
    risk_ids: tuple[str, ...]
    questionnaires: tuple[str, ...]
    own_section: str | None = None
    locals: Mapping[str, Question] = field(default_factory=dict)
    siblings: tuple[Question, ...] = ()
    documents: tuple[str, ...] = ()
    origins: Mapping[str, Path] = field(default_factory=dict)
    roots: Mapping[str, Question] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.roots:
            roots = built_in(self.decision, self.risk_ids, self.questionnaires, self.documents)
            object.__setattr__(self, "roots", roots)

    def with_local(self, name: str, question: Question, origin: Path | None = None) -> "Names":
        """Names inside a loop; ``question`` is the list or matrix it runs over, ``origin`` its full path."""
        record = question if question.kind is Kind.GROUP else as_record(question)
        origins = {k: v for k, v in self.origins.items() if k != name and v[0] != name}
        if origin is not None:
            origins[name] = origin
        return replace(self, locals={**self.locals, name: record}, origins=origins)

    def in_section(self, section: str) -> "Names":
        return replace(self, own_section=section, siblings=())

    def in_record(self, question: Question) -> "Names":
        """Names for the conditions of the fields of this group, list or matrix."""
        return replace(self, siblings=record_fields(question))

    def canonical(self, path: Path) -> Path | None:
        """The full path of what is written: bare names get their section, siblings ``@``. None: no such name."""
        return next((p for p in self._readings(path) if self._resolve(p) is not None), None)

    def resolve(self, path: Path) -> Meaning | None:
        if path not in self._resolved:
            meanings = (self._resolve(p) for p in self._readings(path))
            self._resolved[path] = next((m for m in meanings if m is not None), None)
        return self._resolved[path]

    @cached_property
    def _resolved(self) -> dict[Path, Meaning | None]:
        return {}

    def _readings(self, path: Path) -> Iterator[Path]:
        head, *rest = path
        if head in self.locals or head == SIBLING:
            yield path
            return
        if _field(self.siblings, head) is not None or self.own_section == self.decision.id:
            yield (SIBLING, *path)
        if self.own_section is not None and self.own_section != self.decision.id:
            yield (self.own_section, *path)
        yield path
        if head == self.decision.id:
            yield ("melding", head, *rest)

    def _resolve(self, path: Path) -> Meaning | None:
        base, rest = self._base(path)
        meaning = base
        for name in rest:
            if not isinstance(meaning, Question):
                return None
            meaning = field_of(meaning, name, self._resolve)
        return meaning

    def _base(self, path: Path) -> tuple[Meaning | None, Path]:
        head = path[0]
        if head in self.locals:
            return self.locals[head], path[1:]
        if head == SIBLING and len(path) > 1:
            fields = self.siblings or (
                self.decision.questions if self.own_section == self.decision.id else ()
            )
            return _field(fields, path[1]), path[2:]
        if head in self.sections and len(path) > 1:
            section = self.sections[head]
            return section.question(path[1]) or section.derivation(path[1]), path[2:]
        return self.roots.get(head), path[1:]

    def nearest(self, path: Path) -> tuple[str, Meaning] | None:
        """The dotted name that looks most like what was written, with what it stands for."""
        from difflib import get_close_matches

        written = ".".join(path)
        known = {".".join(p): p for p in self._known()}
        same_field = [name for name, known_path in known.items() if known_path[-1] == path[-1]]
        match = get_close_matches(written, same_field, n=1, cutoff=0.5) or get_close_matches(
            written, known, n=1, cutoff=0.6
        )
        if not match:
            return None
        meaning = self.resolve(known[match[0]])
        return (match[0], meaning) if meaning is not None else None

    def _known(self) -> Iterator[Path]:
        """Every name that may be written here, three levels deep."""
        for sibling in self.siblings:
            yield (sibling.id,)
        for name, record in (*self.locals.items(), *self.roots.items()):
            yield from self._below((name,), record, 2)
        own = self.sections.get(self.own_section or "")
        if own is not None:
            yield from ((q.id,) for q in own.questions)
            yield from ((d.id,) for d in own.derived)
        for section in self.sections.values():
            for question in section.questions:
                yield from self._below((section.id, question.id), question, 2)
            yield from ((section.id, d.id) for d in section.derived)

    def _below(self, path: Path, question: Question, depth: int) -> Iterator[Path]:
        yield path
        if depth == 0:
            return
        if question.kind is Kind.GROUP:
            inner = question.fields
        elif question.kind is Kind.MATRIX:
            inner = tuple(replace(as_record(question), id=row.id) for row in question.rows)
        elif question.kind is Kind.REFERENCE and question.target is not None:
            target = self._resolve(question.target)
            inner = record_fields(target) if isinstance(target, Question) else ()
        else:
            inner = ()
        for f in inner:
            yield from self._below((*path, f.id), f, depth - 1)
