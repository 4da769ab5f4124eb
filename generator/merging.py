"""Two texts that came from one: what both changed is brought together, line by line, and where they clash is told."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.frozen import dataclass

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A stretch that both changed, each in its own way."""

    old: Lines
    own: Lines
    new: Lines


@dataclass(frozen=True, slots=True)
class Merged:
    """``text`` has the own lines where the two clash."""

    text: str
    clashes: tuple[Clash, ...]


def merged(old: str, own: str, new: str) -> Merged:
    """``old``: what both came from; ``own`` and ``new``: what became of it here and there."""
    a, mine, theirs = old.split("\n"), own.split("\n"), new.split("\n")
    lines: list[str] = []
    clashes: list[Clash] = []
    for before, here, there in _stretches(a, mine, theirs):
        if here in {there, before}:
            lines.extend(there)
        else:
            lines.extend(here)
            if there != before:
                clashes.append(Clash(before, here, there))
    return Merged("\n".join(lines), tuple(clashes))


def _stretches(
    old: Sequence[str], own: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[Lines, Lines, Lines]]:
    """The texts cut at every line that all three share, in order."""
    here, there = _same(old, own), _same(old, new)
    i = j = k = 0
    for n in [n for n in range(len(old)) if n in here and n in there]:
        if here[n] < j or there[n] < k:
            continue
        yield tuple(old[i:n]), tuple(own[j : here[n]]), tuple(new[k : there[n]])
        yield (old[n],), (own[here[n]],), (new[there[n]],)
        i, j, k = n + 1, here[n] + 1, there[n] + 1
    yield tuple(old[i:]), tuple(own[j:]), tuple(new[k:])


def _same(old: Sequence[str], changed: Sequence[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, old, changed, autojunk=False).get_matching_blocks()
    return {b.a + n: b.b + n for b in blocks for n in range(b.size)}
