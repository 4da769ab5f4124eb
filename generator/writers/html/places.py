"""Where links land: one id per article, item, annex and defined term."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.document import Definition, Document, Inlines, Item, parts

CONTENT = "stuk"
SIGNING = "ondertekening"
_TAKEN = (CONTENT, "inhoud", SIGNING, "partijen", "overwegingen")


@dataclass(slots=True)
class Places:
    """Ids by key, and of each term that is defined here its id and its meaning."""

    ids: dict[str, str]
    terms: dict[str, tuple[str, Inlines]]
    _taken: set[str]
    _given: set[str] = field(default_factory=set)

    def give(self, key: str) -> str:
        """The id for what stands here: a clause that stands twice gets another the second time."""
        if key in self._given or key not in self.ids:
            return _free(key, self._taken)
        self._given.add(key)
        return self.ids[key]


def places_of(document: Document) -> Places:
    taken = set(_TAKEN)
    ids: dict[str, str] = {}
    terms: dict[str, tuple[str, Inlines]] = {}
    for key in _keys(document):
        if key not in ids:
            ids[key] = _free(key, taken)
    for _slot, articles in parts(document):
        for block in (b for a in articles for b in a.blocks if isinstance(b, Definition) and b.key):
            terms.setdefault(block.key, (_free(f"begrip-{block.key}", taken), block.inlines))
    return Places(ids, terms, taken)


def annex_key(key: str) -> str:
    return f"bijlage:{key}"


def _keys(document: Document) -> Iterator[str]:
    for slot, articles in parts(document):
        if slot.startswith("bijlage:"):
            yield slot
        for article in articles:
            yield article.key
            yield from (b.key for b in article.blocks if isinstance(b, Item))


def _free(key: str, taken: set[str]) -> str:
    """Readable in an address, and nobody else's."""
    base = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-") or "plaats"
    base = base if base[0].isalpha() else f"p-{base}"
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    taken.add(found)
    return found
