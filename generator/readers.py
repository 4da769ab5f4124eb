"""Who reads an answer: the clauses and risks that change with a question. For what stands beside it on screen."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property

from generator.expressions.ast import Path
from generator.library import Clause, Library, Risk


class Readers:
    """An index over one library, made when first asked."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def clauses(self, path: Path) -> tuple[Clause, ...]:
        """The clauses whose text or condition depends on this question, in the order of the library."""
        return tuple(c for c in self._library.clauses.values() if path in self._clauses[c.id])

    def risks(self, path: Path) -> tuple[Risk, ...]:
        return tuple(r for r in self._library.risks.values() if path in self._risks[r.id])

    @cached_property
    def _clauses(self) -> dict[str, frozenset[Path]]:
        return {c.id: self._answers(c) for c in self._library.clauses.values()}

    @cached_property
    def _risks(self) -> dict[str, frozenset[Path]]:
        """Of a risk only its conditions: its text explains, it does not decide."""
        return {
            r.id: self._answers((r.when, r.for_each, r.levels, r.solved_if, r.raised_by))
            for r in self._library.risks.values()
        }

    def _answers(self, node: object) -> frozenset[Path]:
        """Questions, with derived values replaced by what they are derived from."""
        found: set[Path] = set()
        todo = [p[:2] for p in _paths(node)]
        while todo:
            path = todo.pop()
            section = self._library.sections.get(path[0])
            if section is None or path in found:
                continue
            found.add(path)
            derived = section.derivation(path[-1])
            todo += [p[:2] for p in _paths(derived.value)] if derived else []
        return frozenset(found)


def _paths(node: object) -> Iterator[Path]:
    """The variables anywhere in a tree of conditions, computations and blocks."""
    if isinstance(node, tuple):
        for part in node:
            yield from _paths(part)
    elif is_dataclass(node):
        for f in fields(node):
            value = getattr(node, f.name)
            if f.name == "path" and isinstance(value, tuple):
                yield value
            else:
                yield from _paths(value)
