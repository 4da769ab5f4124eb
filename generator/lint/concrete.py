"""The abstract values of a counterexample as answers that somebody could give. Whether they do show the fault is tried later."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from generator.expressions.abstraction import ABSENT, Abstraction
from generator.expressions.ast import Path
from generator.expressions.formula import Assignment
from generator.expressions.implication import counterexample
from generator.expressions.names import SIBLING
from generator.library import Kind, Question
from generator.lint.claims import Claim
from generator.lint.concrete_rows import Row, Wanted, rows_of
from generator.lint.concrete_values import absent, value_for
from generator.lint.showing import list_of_siblings
from generator.values import Record, State, Value

LEAF = ""
"""Key of what a variable itself has, beside what lies below it (a reference, and fields of what it refers to)."""

Tree = dict[str, "Tree | Value | State"]
_ROWS = frozenset({Kind.LIST, Kind.MATRIX})


def answers_of(claim: Claim) -> dict[Path, Value | State]:
    """The answers that a proof names, with those that make the lists around the claim be asked. Raises TooManyError."""
    own = list_of_siblings(claim.setting)
    lists = (*claim.loops.values(), *((own,) if own else ()))
    asked = (claim.setting.visible(path) for path in lists)
    found, abstraction, _opaque = counterexample((*claim.premises, *asked), claim.conclusion, claim.setting)
    return concrete(found, abstraction, own) if found is not None else {}


def concrete(
    assignment: Assignment, abstraction: Abstraction, record_of: Path = ()
) -> dict[Path, Value | State]:
    """By question path. ``record_of``: the list whose records have the fields that are read by bare name."""
    return _Making(assignment, abstraction, record_of).answers()


@dataclass
class _Making:
    assignment: Assignment
    abstraction: Abstraction
    record_of: Path
    tree: Tree = field(default_factory=dict)
    more: dict[Path, list[Row]] = field(default_factory=dict)
    """Records that others refer to."""

    def answers(self) -> dict[Path, Value | State]:
        for variable, value in self.assignment.items():
            if _is_path(variable):
                self._put(variable, value)
            elif isinstance(variable, tuple) and variable[0] in {"aantal", "heeft"}:
                self._branch(self._placed(variable[1]))
        found: dict[Path, Value | State] = {}
        for path in sorted(self._questions(), key=lambda p: p in self.more):
            value = self._made(path, self._branch(path))
            if value is not State.OPEN:
                found[path] = value
        for path in sorted(set(self.more) - set(found)):
            value = self._made(path, self._branch(path))
            found |= {path: value} if value is not State.OPEN else {}
        return found

    # --- where each value belongs ----------------------------------------------------------------------------------

    def _placed(self, path: Path) -> Path:
        """The list that a loop variable runs over stands before what is said of its record."""
        head, *rest = path
        origin = self.abstraction.setting.names.origins.get(head)
        if origin is not None:
            return (*self._placed(origin), f"@{head}", *rest)
        return (*self.record_of, f"@{SIBLING}", *rest) if head == SIBLING and self.record_of else path

    def _put(self, path: Path, value: Hashable) -> None:
        kind = self.abstraction.kind(path)
        meaning = self.abstraction.setting.names.resolve(path)
        if not isinstance(meaning, Question) or kind in _ROWS | {Kind.MULTI, Kind.GROUP, Kind.TRUTH}:
            return
        constants = self.abstraction.constants.get(path, set())
        made = absent(meaning) if value == ABSENT else value_for(meaning, value, constants)
        if made is not State.OPEN:
            self._branch(self._placed(path))[LEAF] = made

    def _branch(self, path: Path) -> Tree:
        at = self.tree
        for name in path:
            below = at.setdefault(name, {})
            at = below if isinstance(below, dict) else {}
        return at

    def _questions(self) -> Iterator[Path]:
        names = self.abstraction.setting.names
        for section, below in self.tree.items():
            if section in names.sections and isinstance(below, dict):
                yield from (
                    (section, name) for name in below if isinstance(names.resolve((section, name)), Question)
                )

    # --- answers -----------------------------------------------------------------------------------------------------

    def _made(self, path: Path, tree: Tree) -> Value | State:
        question = self.abstraction.setting.names.resolve(path)
        return self._value(question, tree, path) if isinstance(question, Question) else State.OPEN

    def _value(self, question: Question, tree: Tree, path: Path) -> Value | State:
        match question.kind:
            case Kind.GROUP:
                fields = {
                    f.id: self._value(f, _below(tree, f.id), (*path, f.id))
                    for f in question.fields
                    if f.id in tree
                }
                return Record("", {k: v for k, v in fields.items() if v is not State.OPEN})
            case Kind.LIST | Kind.MATRIX:
                return self._rows(question, tree, path)
            case Kind.MULTI:
                return self._options(question, path)
            case Kind.REFERENCE:
                return self._reference(question, tree)
            case _:
                leaf = tree.get(LEAF, State.OPEN)
                return State.OPEN if isinstance(leaf, dict) else leaf

    def _rows(self, question: Question, tree: Tree, path: Path) -> Value | State:
        named = [
            self._row(question, _below(tree, k), k, path)
            for k in tree
            if k and (k[0] == "@" or question.kind is Kind.MATRIX)
        ]
        read = (
            (v, n) for v, n in self.assignment.items() if isinstance(v, tuple) and v[:2] == ("aantal", path)
        )
        counts = {v[2]: n for v, n in read}
        if counts.get((), 0) == ABSENT:
            return absent(question)
        unlike = tuple(
            v[2]
            for v, holds in self.assignment.items()
            if isinstance(v, tuple) and v[:2] == ("alle", path) and not holds
        )
        wanted = Wanted({tests: n for tests, n in counts.items() if isinstance(n, int)}, unlike)
        return rows_of(question, [*named, *self.more.get(path, ())], wanted)

    def _row(self, question: Question, tree: Tree, name: str, path: Path) -> Row:
        """A matrix row by its name, or the record that a loop is at."""
        fields: dict[str, Value | State] = {}
        for inner in (k for k in tree if k != LEAF):
            meaning = self.abstraction.setting.names.resolve((*self._record_path(path, name), inner))
            if isinstance(meaning, Question):
                value = self._value(meaning, _below(tree, inner), (*path, name, inner))
                fields |= {inner: value} if value is not State.OPEN else {}
        row = name if name[0] != "@" else str(fields.pop("rij", ""))
        return Row(row if question.kind is Kind.MATRIX else "", fields)

    def _record_path(self, path: Path, name: str) -> Path:
        return (name.removeprefix("@"),) if name[0] == "@" else (*path, name)

    def _options(self, question: Question, path: Path) -> Value | State:
        read = [
            v
            for v in self.assignment
            if isinstance(v, tuple) and v[0] in {"heeft", "aantal"} and self._placed(v[1]) == path
        ]
        has = {v[2]: bool(self.assignment[v]) for v in read if v[0] == "heeft"}
        counts = [self.assignment[v] for v in read if v[0] == "aantal" and not v[2]]
        if ABSENT in counts:
            return absent(question)
        chosen = {o for o, wanted in has.items() if wanted}
        most = max((n for n in counts if isinstance(n, int)), default=len(chosen))
        spare = [c.id for c in question.choices if c.id not in has]
        chosen |= set(spare[: max(0, most - len(chosen))])
        return tuple(c.id for c in question.choices if c.id in chosen)

    def _reference(self, question: Question, tree: Tree) -> Value | State:
        """To a record of its own, with what is said of that record."""
        leaf = tree.get(LEAF)
        if isinstance(leaf, State) or question.target is None:
            return leaf if isinstance(leaf, State) else State.OPEN
        target = self.abstraction.setting.names.resolve(question.target)
        if not isinstance(target, Question):
            return State.OPEN
        fields = {
            f.id: self._value(f, _below(tree, f.id), (*question.target, "@", f.id))
            for f in target.fields
            if f.id in tree
        }
        known = self.more.setdefault(question.target, [])
        known.append(Row(f"v{len(known) + 1}", {k: v for k, v in fields.items() if v is not State.OPEN}))
        return known[-1].id


def _below(tree: Tree, name: str) -> Tree:
    found = tree.get(name, {})
    return found if isinstance(found, dict) else {}


def _is_path(variable: Hashable) -> TypeGuard[Path]:
    return isinstance(variable, tuple) and all(isinstance(part, str) for part in variable)
