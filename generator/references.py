"""Cross-references: every Ref gets the number of its target as text, in its own document or in another of the set."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from generator.document import (
    Annex,
    Article,
    Blank,
    Document,
    Inline,
    Item,
    Ref,
    Text,
    Undecided,
    parts,
    plain,
)
from generator.frozen import dataclass
from generator.numbering import numbered_annex


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference lands: the text that prints, and the references to what it stands under, lid first."""

    text: str
    above: tuple[Ref, ...] = ()


def resolved(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents with all references filled. Documents must be numbered."""
    known = tuple(documents)
    targets = {d.id: targets_of(d) for d in known}
    names = {d.id: plain(d.title).split(" ", 1)[0] for d in known}
    # of a paper that is made per finding, each copy has numbers of its own
    return tuple(_document(d, {**targets, d.id: targets_of(d)}, names) for d in known)


def targets_of(document: Document) -> dict[str, Target]:
    """What can be pointed at, by key: articles, items and annexes."""
    found: dict[str, Target] = {}
    for _slot, articles in parts(document):
        for article in articles:
            found.setdefault(article.key, Target(article.label))
            above: tuple[Ref, ...] = ()
            for block in article.blocks:
                if isinstance(block, Item):
                    label = block.label.rstrip(".")
                    above = above[: block.level]
                    found.setdefault(block.key, Target(label, above))
                    above = (*above, Ref(block.key, label))
    for annex in document.annexes:
        found[f"bijlage:{annex.key}"] = Target(numbered_annex(annex))
    return found


Targets = Mapping[str, Mapping[str, Target]]


def _document(document: Document, targets: Targets, names: Mapping[str, str]) -> Document:
    # a target inside a block that is still open has no number yet
    open_here = any(
        isinstance(b, Undecided) for _slot, articles in parts(document) for a in articles for b in a.blocks
    )

    def walk(node: object) -> object:
        if isinstance(node, tuple):
            if any(isinstance(n, Ref) for n in node):
                return tuple(i for n in node for i in _inline(n, document.id, targets, names, open_here))
            return tuple(walk(n) for n in node)
        if isinstance(node, Annex | Article) or hasattr(node, "inlines") or hasattr(node, "rows"):
            changes = {f.name: walk(getattr(node, f.name)) for f in fields(node)}  # type: ignore[arg-type]
            return replace(node, **changes)  # type: ignore[type-var]
        return node

    slots = ("front_page", "addressee", "parties", "recitals", "articles", "annexes", "signing_text", "title")
    return replace(document, **{s: walk(getattr(document, s)) for s in slots})  # type: ignore[arg-type]


def _inline(
    inline: Inline, here: str, targets: Targets, names: Mapping[str, str], open_here: bool
) -> Iterable[Inline]:
    if not isinstance(inline, Ref):
        return (inline,)
    elsewhere, _, key = inline.target.rpartition("!")
    target = targets.get(elsewhere or here, {}).get(key)
    if elsewhere and elsewhere != here:
        return _to_other(inline.text, target, names.get(elsewhere, elsewhere))
    if target is None:
        if open_here:
            return (Blank("nummer volgt", None, holds_up=True),)
        raise LookupError(f"reference to absent {inline.target} in {here}")
    above = (i for ref in target.above for i in (ref, Text(" onder ")))
    return (*above, Ref(key, target.text))


def _to_other(word: str, target: Target | None, name: str) -> Iterable[Inline]:
    """Another paper has its own numbers: plain text, no field. Without that paper only its name is left."""
    if target is None:
        return (Text(f"de {name}"),)
    number = " onder ".join([*(ref.text for ref in target.above), target.text])
    return (Text(f"{word}\u00a0{number} van de {name}" if word else f"{number} van de {name}"),)
