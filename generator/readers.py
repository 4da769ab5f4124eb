"""Who reads an answer: the clauses and risks that change with a question. For what stands beside it on screen."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property

from generator.expressions.ast import Path
from generator.library import AnnexUse, Clause, ClauseUse, Library, Outline, Risk


class Readers:
    """An index over one library and the papers of one questionnaire, made when first asked."""

    def __init__(self, library: Library, questionnaire: str) -> None:
        self._library = library
        self._questionnaire = questionnaire

    def clauses(self, path: Path) -> tuple[Clause, ...]:
        """The clauses of the papers that depend on this question in text or condition, in the order of the papers."""
        return tuple(c for c in self._on_paper if path in self._clauses[c.id])

    def risks(self, path: Path) -> tuple[Risk, ...]:
        return tuple(r for r in self._library.risks.values() if path in self._risks[r.id])

    @cached_property
    def _on_paper(self) -> tuple[Clause, ...]:
        uses = self._library.questionnaires[self._questionnaire].documents
        outlines = (self._library.outlines[u.document] for u in uses)
        ids = dict.fromkeys(c for outline in outlines if not outline.internal for c in _used(outline))
        return tuple(self._library.clauses[c] for c in ids)

    @cached_property
    def _clauses(self) -> dict[str, frozenset[Path]]:
        return {c.id: self._answers(c) for c in self._on_paper}

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


def _used(node: object) -> Iterator[str]:
    """The clauses an outline names, in the order of printing."""
    if isinstance(node, tuple):
        for part in node:
            yield from _used(part)
    elif isinstance(node, ClauseUse | AnnexUse | Outline):
        if isinstance(node, ClauseUse) and node.clause:
            yield node.clause
        for f in fields(node):
            yield from _used(getattr(node, f.name))


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
