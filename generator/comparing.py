"""Two states of one paper, clause by clause: what is the same, changed, vanished or new, and which words.

A text is words with fields between them, set apart by signs that no paper can hold (``FIELD``). Two fields are the same when they
point at the same place: a number that moved along is no change.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from hashlib import sha256

from generator.frozen import dataclass

FIELD = "\ufdd0{}\ufdd1{}\ufdd2"
_FIELD = re.compile("\ufdd0([^\ufdd1]*)\ufdd1([^\ufdd2]*)\ufdd2")
_CONTEXT = 6
_ALIKE = 0.6


class Status(StrEnum):
    SAME = "gelijk"
    CHANGED = "veranderd"
    GONE = "verdwenen"
    NEW = "nieuw"


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause as it stands in a paper. ``mark`` is its bookmark, "" for what the program did not write."""

    mark: str
    clause: str
    label: str
    title: str
    passages: tuple[str, ...]

    @property
    def name(self) -> str:
        """What a reader calls it: its number and title, else its first words."""
        if title := shown(self.title):
            return f"{self.label} {title}".strip()
        return shortened(" ".join(shown(p) for p in self.passages[:1])) or self.clause


@dataclass(frozen=True, slots=True)
class Known:
    """What provenance says of a clause: enough to see that it changed, not what it said."""

    mark: str
    clause: str
    version: int
    text_hash: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: in both, only in the old (``gone``) or only in the new text."""

    text: str
    gone: bool = False
    came: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One clause. ``passages`` are its changed places, None when the old words are not known."""

    status: Status
    unit: Unit
    passages: tuple[tuple[Piece, ...], ...] | None = ()


def bare(text: str) -> str:
    """Without what Word counts by itself."""
    return _FIELD.sub("", text)


def shown(text: str) -> str:
    return " ".join(_FIELD.sub(r"\2", text).split())


def shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]}…"


def hash_of(unit: Unit) -> str:
    """As the writer of Word computes it for its provenance."""
    words = " ".join(bare(p) for p in unit.passages).split()
    return sha256(" ".join(words).encode()).hexdigest()


def compared(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Difference, ...]:
    """In the order of the new paper, with what vanished where it stood."""
    old, new = _paired(old, new)
    there = {u.mark: u for u in new if u.mark and _has_words(u)}
    before = {u.mark: u for u in old if u.mark}
    found = [_against(before.get(u.mark), u) for u in new if _has_words(u)]
    return tuple(_with_gone(found, [u for u in old if u.mark not in there], old))


def against_hashes(known: Sequence[Known], new: Sequence[Unit]) -> tuple[Difference, ...]:
    """When only the file itself is at hand: that a clause changed, not which words."""
    hashes = {k.mark: k for k in known}
    named = [_named(u, hashes) for u in new]
    there = {u.mark for u in named if _has_words(u)}
    found = [
        Difference(
            Status.NEW
            if u.mark not in hashes
            else Status.SAME
            if hash_of(u) == hashes[u.mark].text_hash
            else Status.CHANGED,
            u,
            None,
        )
        for u in named
        if _has_words(u)
    ]
    absent = [Unit(k.mark, k.clause, "", k.clause, ()) for k in known if k.mark not in there]
    return (*found, *(Difference(Status.GONE, u, None) for u in absent))


def _named(unit: Unit, known: Mapping[str, Known]) -> Unit:
    """A clause whose bookmark was lost, and whose words are all there."""
    if unit.mark in known:
        return Unit(unit.mark, known[unit.mark].clause, unit.label, unit.title, unit.passages)
    lost = next((k for k in known.values() if k.text_hash == hash_of(unit)), None)
    return Unit(lost.mark, lost.clause, unit.label, unit.title, unit.passages) if lost else unit


def _paired(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The new units named as the old; one that lost its bookmark is known by its words."""
    names = {u.mark: u for u in old}
    lost = [u for u in old if u.mark not in {n.mark for n in new}]
    paired = []
    for unit in new:
        same = names.get(unit.mark)
        if same is None and not unit.mark and (like := _like(unit, lost)):
            lost.remove(like)
            same = like
        if same is not None:
            unit = Unit(same.mark, same.clause, same.label, unit.title or same.title, unit.passages)  # noqa: PLW2901
        paired.append(unit)
    return list(old), paired


def _like(unit: Unit, lost: Sequence[Unit]) -> Unit | None:
    words = " ".join(map(bare, unit.passages)).split()
    ratios = [
        (SequenceMatcher(None, " ".join(map(bare, u.passages)).split(), words, autojunk=False).ratio(), u)
        for u in lost
    ]
    best = max(ratios, key=lambda r: r[0], default=None)
    return best[1] if best and best[0] >= _ALIKE else None


def _has_words(unit: Unit) -> bool:
    return any(shown(p) for p in unit.passages)


def _against(before: Unit | None, unit: Unit) -> Difference:
    if before is None:
        return Difference(Status.NEW, unit, ((Piece(shown(" ".join(unit.passages)), came=True),),))
    changed = tuple(_changed_passages(before.passages, unit.passages))
    return Difference(Status.CHANGED if changed else Status.SAME, unit, changed)


def _with_gone(found: list[Difference], gone: Sequence[Unit], old: Sequence[Unit]) -> list[Difference]:
    order = {u.mark: n for n, u in enumerate(old)}
    for unit in gone:
        words = shown(" ".join(unit.passages))
        after = [
            n for n, d in enumerate(found) if d.unit.mark in order and order[d.unit.mark] < order[unit.mark]
        ]
        place = (after[-1] + 1) if after else 0
        found.insert(place, Difference(Status.GONE, unit, ((Piece(words, gone=True),),)))
    return found


def _changed_passages(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    a, b = [_keys(p) for p in old], [_keys(p) for p in new]
    for op, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        for n in range(max(i2 - i1, j2 - j1)):
            before = old[i1 + n] if i1 + n < i2 else ""
            after = new[j1 + n] if j1 + n < j2 else ""
            if _keys(before) != _keys(after):
                yield tuple(in_context(word_difference(before, after)))


def _keys(text: str) -> tuple[str, ...]:
    """What two texts are compared by: words, and where fields point."""
    return tuple(_FIELD.sub("\ufdd0\\1\ufdd2", text).split())


def word_difference(old: str, new: str) -> tuple[Piece, ...]:
    """Word by word, with the whole text; what differs stands as its old words and then its new ones."""
    a, b = _words(old), _words(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, [k for k, _ in a], [k for k, _ in b], autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        was, now = " ".join(s for _, s in a[i1:i2]), " ".join(s for _, s in b[j1:j2])
        if op == "equal":
            pieces.append(Piece(now))
            continue
        pieces += [Piece(was, gone=True)] if was else []
        pieces += [Piece(now, came=True)] if now else []
    return tuple(pieces)


def _words(text: str) -> list[tuple[str, str]]:
    """Words with what they are compared by; a field counts as the place it points at."""
    whole = _FIELD.sub(
        lambda m: f"\ufdd0{m[1].replace(' ', '_')}\ufdd1{m[2].replace(' ', chr(0xFDD3))}\ufdd2", text
    )
    return [(_FIELD.sub(r"\1", w), _FIELD.sub(r"\2", w).replace("\ufdd3", " ")) for w in whole.split()]


def in_context(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The changed words with a few around them."""
    whole = list(pieces)
    for n, piece in enumerate(whole):
        words = piece.text.split()
        if piece.gone or piece.came or len(words) <= 2 * _CONTEXT:
            yield piece
            continue
        head = " ".join(words[:_CONTEXT]) if n else ""
        tail = " ".join(words[-_CONTEXT:]) if n < len(whole) - 1 else ""
        yield Piece(f"{head} … {tail}".strip())
