"""Why a unit stands in a paper: the chain of conditions from questionnaire to lid, and the answers that decided them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass as tracing
from dataclasses import field, replace

from generator import document as doc
from generator.clause_blocks import Block, For, If
from generator.clause_blocks import Item as ClauseItem
from generator.expressions.ast import Condition, ForEach
from generator.expressions.evaluation import Scope, entered, records
from generator.filling import Filling
from generator.findings import Finding
from generator.frozen import dataclass
from generator.library import Clause, ClauseUse, DocumentUse, Library, Outline, Risk


@dataclass(frozen=True, slots=True)
class Step:
    """A condition or loop that was passed. ``level`` is where it is written; not ``outcome``: it is there as this is not so."""

    level: str
    rule: Condition | ForEach
    scope: Scope
    outcome: bool = True


Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """``unit``: what was asked after, as it prints. ``filled``: the variables that are printed in it, with their text."""

    paper: str
    unit: str
    clause: Clause | None
    risk: Risk | None
    steps: Steps
    filled: tuple[tuple[str, str], ...] = ()
    finding: Finding | None = None


def why(
    library: Library, document: doc.Document, use: DocumentUse, scope: Scope, article: doc.Article, key: str
) -> Why:
    """``key``: of the article itself, or of an item in it. ``use`` and ``scope`` are those of the paper."""
    asked = tuple(Step("stuk", rule, scope) for rule in (use.when, use.for_each) if rule is not None)
    steps, inner = _chain(library, library.outlines[document.id], scope, article.key) or ((), scope)
    clause = library.clauses.get(article.clause)
    risk = None if clause else library.risks.get(article.clause.removeprefix("risicos/"))
    if clause is not None and key != article.key:
        steps = (*steps, *_in_clause(clause, article.key, key, inner))
    return Why(doc.plain(document.title), named(article, key), clause, risk, (*asked, *steps), _filled(article, key))  # fmt: skip


def why_finding(library: Library, finding: Finding, scope: Scope) -> Why:
    """``scope`` knows the answers; what a risk says of a record is read in that record."""
    risk = library.risks[finding.risk]
    inner = scope
    if risk.for_each is not None and finding.record is not None:
        found = records(risk.for_each, scope) or ()
        record = next((r for r in found if r.id == finding.record), None)
        inner = entered(risk.for_each, record, scope) if record is not None else scope
    rules = (risk.for_each, risk.when)
    steps = [Step("risico", rule, inner) for rule in rules if rule is not None]
    steps += [Step("niveau", r.when, inner) for r in risk.levels if r.when and r.level is finding.level]
    return Why("", finding.title, None, risk, tuple(steps), finding=finding)


def named(article: doc.Article, key: str) -> str:
    """What was asked after, as it prints."""
    for block in article.blocks:
        if isinstance(block, doc.Item) and block.key == key:
            return f"{block.label} {doc.plain(block.inlines)}"
    return f"{article.label} {doc.plain(article.title)}".strip() or article.clause


def _filled(article: doc.Article, key: str) -> tuple[tuple[str, str], ...]:
    """Of an item its own answers; of an article those of all of it."""
    own = [b for b in article.blocks if isinstance(b, doc.Item) and b.key == key]
    found = (i for b in own or article.blocks for i in doc.inlines_of(b))
    return tuple(dict.fromkeys((i.variable, i.text) for i in found if isinstance(i, doc.Filled)))


# --- from the outline to the clause -------------------------------------------------------------------------------

Found = tuple[Steps, Scope]


def _chain(library: Library, outline: Outline, scope: Scope, key: str) -> Found | None:
    plain = (
        outline.front_page, outline.addressee, outline.parties,
        outline.recitals, outline.articles, outline.signing_text,
    )  # fmt: skip
    for uses in plain:
        if (found := _among(library, uses, scope, "", key)) is not None:
            return found
    for annex in outline.annexes:
        if (found := _among(library, annex.entries, scope, "", key)) is not None:
            own = () if annex.when is None else (Step("bijlage", annex.when, scope),)
            return (*own, *found[0]), found[1]
    return None


def _among(library: Library, uses: Iterable[ClauseUse], scope: Scope, suffix: str, key: str) -> Found | None:
    for use in uses:
        for inner, ending in _passes(use, scope, suffix):
            found = _entry(library, use, inner, ending, key)
            if found is not None:
                rules = ((use.when, scope), (use.for_each, inner))
                own = tuple(Step("opbouw", rule, s) for rule, s in rules if rule is not None)
                return (*own, *found[0]), found[1]
    return None


def _passes(use: ClauseUse, scope: Scope, suffix: str) -> Iterator[tuple[Scope, str]]:
    if use.for_each is None:
        yield scope, suffix
        return
    for record in records(use.for_each, scope) or ():
        yield entered(use.for_each, record, scope), f"{suffix}/{record.id}"


def _entry(library: Library, use: ClauseUse, scope: Scope, suffix: str, key: str) -> Found | None:
    if use.entries:
        return _among(library, use.entries, scope, suffix, key)
    if use.clause is None:
        here = key.startswith("risicos/") and key.endswith(f":{use.risk_heading}{suffix}")
        return ((), scope) if here else None
    if f"{use.clause}{suffix}" != key:
        return None
    when = library.clauses[use.clause].when
    return (() if when is None else (Step("clausule", when, scope),)), scope


# --- from the clause to the lid -----------------------------------------------------------------------------------


@tracing
class _Tracing(Filling):
    """Fills a clause as assembly does, and remembers under which conditions each item came."""

    stack: Steps = ()
    found: dict[str, Steps] = field(default_factory=dict)

    def _item(self, item: ClauseItem, level: int) -> Iterator[doc.Block]:
        for n, block in enumerate(super()._item(item, level)):
            if n == 0 and isinstance(block, doc.Item):
                self.found.setdefault(block.key, self.stack)
            yield block

    def _if(self, block: If, level: int) -> Iterator[doc.Block]:
        step = Step("lid", block.condition, self.scope, self.holds(block.condition) is not False)
        yield from Filling._if(replace(self, stack=(*self.stack, step)), block, level)  # noqa: SLF001

    def _for(self, block: For, level: int) -> Iterator[doc.Block]:
        step = Step("lid", block.loop, self.scope)
        yield from Filling._for(replace(self, stack=(*self.stack, step)), block, level)  # noqa: SLF001


def _in_clause(clause: Clause, article: str, key: str, scope: Scope) -> Steps:
    filling = _Tracing(article, scope)
    blocks: tuple[Block, ...] = clause.blocks
    filling.blocks(blocks)
    return filling.found.get(key, ())
