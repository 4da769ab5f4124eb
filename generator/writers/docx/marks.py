"""Bookmarks: what references and provenance hold on to."""

import re
from collections.abc import Iterator

from generator.document import Annex, Article, Document, Item, Ref, all_inlines, parts
from generator.frozen import dataclass, field
from generator.writers.docx.xml import number
from generator.writers.faults import WriterFault

CLAUSE_PREFIX = "_cl_"
END_PREFIX = "_cl__einde_"  # no key begins with a sign: a clause `einde/…` is not an end


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference points at, and the number that stands there."""

    bookmark: str
    label: str


@dataclass(slots=True)
class Marks:
    """All targets of a document, and ids for the bookmarks as they are written."""

    targets: dict[str, Target]
    _placed: set[str] = field(default_factory=set)
    _clauses: dict[str, int] = field(default_factory=dict)
    _id: int = 0
    _controls: int = 0

    def target(self, key: str, content: str) -> str:
        """``content`` as the place that references to ``key`` point at."""
        found = self.targets.get(key)
        if found is None or found.bookmark in self._placed:
            return content
        self._placed.add(found.bookmark)
        return self._around(found.bookmark, content)

    def clause(self, slot: str, key: str) -> tuple[str, str]:
        """Name and empty bookmark for the beginning of a clause. A clause that stands twice gets two."""
        seen = self._clauses[f"{slot} {key}"] = self._clauses.get(f"{slot} {key}", 0) + 1
        name = f"{CLAUSE_PREFIX}{re.sub(r'[^a-z0-9]', '_', key.lower())[:26]}_{number(f'{slot} {key} {seen}'):08x}"
        return name, self._around(name, "")

    def control(self, kind: str) -> str:
        """A key of its own for the next field to fill in."""
        self._controls += 1
        return f"{kind} {self._controls}"

    def end(self, content: str) -> str:
        """``content`` as the last paragraph of a slot: after it the frame goes on."""
        return self._around(f"{END_PREFIX}{self._id + 1}", content)

    def _around(self, name: str, content: str) -> str:
        self._id += 1
        return (
            f'<w:bookmarkStart w:id="{self._id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{self._id}"/>'
        )


def marks_of(document: Document) -> Marks:
    """Every article, item and annex can be pointed at. Two keys with one bookmark, or one key twice: our bug."""
    targets: dict[str, Target] = {}
    wanted = {i.target for i in all_inlines(document) if isinstance(i, Ref)}
    names: dict[str, str] = {}
    for key, label in _keys(document):
        name = f"_Ref{number(key):010d}"
        if names.setdefault(name, key) != key:
            raise WriterFault(document.file, [f"‘{key}’ en ‘{names[name]}’ krijgen dezelfde bladwijzer"])
        if key in targets and key in wanted:
            raise WriterFault(document.file, [f"er wordt verwezen naar ‘{key}’, en dat staat er twee keer"])
        targets.setdefault(key, Target(name, label))
    return Marks(targets)


def _keys(document: Document) -> Iterator[tuple[str, str]]:
    yield from ((annex_key(a), a.label) for a in document.annexes)
    for _slot, articles in parts(document):
        for article in articles:
            yield article.key, article.label
            yield from ((b.key, b.label) for b in article.blocks if isinstance(b, Item) and b.key)


def annex_key(annex: Annex) -> str:
    return f"bijlage:{annex.key}"


def clause_marks(document: Document) -> Iterator[tuple[str, Article]]:
    """The bookmark that each article gets, in the order of printing."""
    marks = Marks({})
    for slot, articles in parts(document):
        for article in articles:
            yield marks.clause(slot, article.key)[0], article
