"""Cross-references: every Ref gets the number of its target as text, in its own document or in another of the set."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import pairwise

from generator.document import (
    Annex,
    Article,
    Blank,
    Document,
    Inline,
    Inlines,
    Item,
    Ref,
    Text,
    Undecided,
    parts,
    plain,
)
from generator.frozen import dataclass
from generator.numbering import MODERN, Levels, NumberingScheme, bare

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Target:
    """How a place is cited: its number, or first that of what it stands under where it does not print that itself.

    ``named``: the first number brings its own word (‘Artikel 7’, ‘§ 7’).
    """

    first: Ref
    then: Inlines = ()
    named: bool = False


def resolved(documents: Iterable[Document], scheme: NumberingScheme = MODERN) -> tuple[Document, ...]:
    """The documents with all references filled. Documents must be numbered by the same scheme."""
    known = tuple(documents)
    targets = {d.id: targets_of(d, scheme) for d in known}
    names = {d.id: plain(d.title).split(" ", 1)[0] for d in known}
    # of a paper that is made per finding, each copy has numbers of its own
    return tuple(
        _Resolving(d, {**targets, d.id: targets_of(d, scheme)}, names, scheme).whole() for d in known
    )


def targets_of(document: Document, scheme: NumberingScheme = MODERN) -> dict[str, Target]:
    """What can be pointed at, by key: articles, items and annexes."""
    found: dict[str, Target] = {}
    for slot, articles in parts(document):
        for article in articles:
            levels, above = scheme.items_of(document, slot, article)
            named = bool(article.label) and bool(scheme.articles[0].lead)
            own = Ref(article.key, bare(article.label))
            found.setdefault(article.key, Target(own, named=named))
            over = {0: own} if above else {}
            for block in article.blocks:
                if isinstance(block, Item):
                    at = block.level + above
                    over = {n: ref for n, ref in over.items() if n < at} | {
                        at: Ref(block.key, bare(block.label))
                    }
                    found.setdefault(block.key, _cited(over, levels, above))
    for annex in document.annexes:
        key = f"bijlage:{annex.key}"
        found[key] = Target(Ref(key, bare(annex.label)), named=True)
    return found


def _cited(over: Mapping[int, Ref], levels: Levels, above: int) -> Target:
    """The deepest of these, after those whose number it does not print: ``7.2 onder (a)``, ``Artikel 7 lid 2``."""
    at = max(over)
    needed, printed = [at], set(levels[at].depths)
    for n in range(at - 1, -1, -1):
        if n in over and levels[n].depth not in printed:
            needed.insert(0, n)
            printed |= levels[n].depths
    then: list[Inline] = []
    for before, n in pairwise(needed):
        word = "lid" if above and before == 0 else "onder"
        then += [Text(" " if levels[n].lead else f" {word} "), over[n]]
    return Target(over[needed[0]], tuple(then), bool(levels[needed[0]].lead))


Targets = Mapping[str, Mapping[str, Target]]


@dataclass(frozen=True, slots=True)
class _Resolving:
    document: Document
    targets: Targets
    names: Mapping[str, str]
    scheme: NumberingScheme

    def whole(self) -> Document:
        slots = (
            "front_page",
            "addressee",
            "parties",
            "recitals",
            "articles",
            "annexes",
            "signing_text",
            "title",
        )
        return replace(self.document, **{s: self._walk(getattr(self.document, s)) for s in slots})  # type: ignore[arg-type]

    def _walk(self, node: object) -> object:
        if isinstance(node, tuple):
            if any(isinstance(n, Ref) for n in node):
                return tuple(i for n in node for i in self._inline(n))
            return tuple(self._walk(n) for n in node)
        if isinstance(node, Annex | Article) or hasattr(node, "inlines") or hasattr(node, "rows"):
            changes = {f.name: self._walk(getattr(node, f.name)) for f in fields(node)}  # type: ignore[arg-type]
            return replace(node, **changes)  # type: ignore[type-var]
        return node

    def _inline(self, inline: Inline) -> Iterable[Inline]:
        if not isinstance(inline, Ref):
            return (inline,)
        elsewhere, _, key = inline.target.rpartition("!")
        target = self.targets.get(elsewhere or self.document.id, {}).get(key)
        if elsewhere and elsewhere != self.document.id:
            return self._to_other(inline.text, target, self.names.get(elsewhere, elsewhere))
        if target is None:
            if self._has_open_blocks():
                lead = (Text(inline.text + NO_BREAK_SPACE),) if inline.text else ()
                return (*lead, Blank("nummer volgt", None, holds_up=True))
            raise LookupError(f"reference to absent {inline.target} in {self.document.id}")
        return self._worded(inline.text, target)

    def _worded(self, word: str, target: Target) -> Iterator[Inline]:
        """``word``: ‘artikel’, ‘Artikel’ at the start of a sentence, or nothing.

        Where headings bring their own word (‘Artikel 7’, ‘§ 7’), it is cited as it stands there, with its capital: so Word
        and every other program refresh it to the same, and an article of these papers is told from one of the law.
        """
        if word and not target.named:
            yield Text((self.scheme.articles[0].lead or word) + NO_BREAK_SPACE)
        yield target.first
        yield from target.then

    def _has_open_blocks(self) -> bool:
        """A target inside a block that is still open has no number yet."""
        return any(
            isinstance(b, Undecided)
            for _slot, articles in parts(self.document)
            for a in articles
            for b in a.blocks
        )

    def _to_other(self, word: str, target: Target | None, name: str) -> Iterable[Inline]:
        """Another paper has its own numbers: plain text, no field. Without that paper only its name is left."""
        if target is None:
            return (Text(f"de {name}"),)
        return (Text(f"{plain(tuple(self._worded(word, target)))} van de {name}"),)
