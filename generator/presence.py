"""Which clauses stand in one document: what ``aanwezig()`` asks, in three values while answers are open."""

from collections.abc import Iterable, Iterator

from generator.expressions.ast import Condition
from generator.expressions.evaluation import Scope, entered, holds, records
from generator.expressions.kleene import all_of, any_of
from generator.frozen import dataclass
from generator.library import AnnexUse, ClauseUse, Library, Outline


@dataclass(frozen=True, slots=True)
class Presence:
    """``scope`` is that of the document; loading makes sure that no clause waits for itself."""

    library: Library
    outline: Outline
    scope: Scope

    def of(self, clause: str) -> bool | None:
        outline = self.outline
        slots = (
            outline.front_page,
            outline.addressee,
            outline.parties,
            outline.recitals,
            outline.articles,
            outline.signing_text,
        )
        scope = Scope(self.scope.lookup, self.scope.locals, self.of)
        return any_of(
            (
                *(self._among(uses, clause, scope) for uses in slots),
                *(self._annex(annex, clause, scope) for annex in outline.annexes),
            )
        )

    def _annex(self, annex: AnnexUse, clause: str, scope: Scope) -> bool | None:
        return all_of((_met(annex.when, scope), self._among(annex.entries, clause, scope)))

    def _among(self, uses: Iterable[ClauseUse], clause: str, scope: Scope) -> bool | None:
        return any_of(self._use(u, clause, scope) for u in uses if clause in _clauses_of(u))

    def _use(self, use: ClauseUse, clause: str, scope: Scope) -> bool | None:
        return all_of((_met(use.when, scope), self._passes(use, clause, scope)))

    def _passes(self, use: ClauseUse, clause: str, scope: Scope) -> bool | None:
        if use.for_each is None:
            return self._entry(use, clause, scope)
        rows = records(use.for_each, scope)
        if rows is None:
            return None
        return any_of(self._entry(use, clause, entered(use.for_each, row, scope)) for row in rows)

    def _entry(self, use: ClauseUse, clause: str, scope: Scope) -> bool | None:
        if use.entries:
            return self._among(use.entries, clause, scope)
        return _met(self.library.clauses[clause].when, scope)


def _met(condition: Condition | None, scope: Scope) -> bool | None:
    return True if condition is None else holds(condition.expr, scope)


def _clauses_of(use: ClauseUse) -> Iterator[str]:
    if use.clause:
        yield use.clause
    for entry in use.entries:
        yield from _clauses_of(entry)
