"""Bookmarks of two papers in one file: one name for what is one place, no name twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.writers.docx.marks import CLAUSE_PREFIX, END_PREFIX
from generator.writers.docx.redlining import elements as el
from generator.writers.docx.redlining.elements import Element
from generator.writers.docx.redlining.pairing import Pair

_KINDS = (END_PREFIX, CLAUSE_PREFIX, "_Ref", "_Toc")
_LONGEST = 40
_SHIFT = 500_000


def renames(pairs: Sequence[Pair], new: Element) -> dict[str, str]:
    """Of the bookmarks of the old paper: the name in the new one of the same place, else one that is free."""
    taken = set(el.names_in(new))
    found: dict[str, str] = {}
    for name, other in _names(pairs):
        if other is not None:
            found[name] = other
        elif name in taken:
            found[name] = _free(name, taken | set(found.values()))
    return found


def _names(pairs: Sequence[Pair]) -> Iterator[tuple[str, str | None]]:
    for old, new in pairs:
        if old is None:
            continue
        theirs = el.names_in(new) if new is not None else []
        for kind, names in _by_kind(el.names_in(old)).items():
            same = _by_kind(theirs).get(kind, [])
            yield from zip(names, [*same, *[None] * len(names)], strict=False)


def _by_kind(names: Iterable[str]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for name in names:
        kinds.setdefault(next((k for k in _KINDS if name.startswith(k)), ""), []).append(name)
    return kinds


def _free(name: str, taken: set[str]) -> str:
    n = 1
    while (found := f"{name[: _LONGEST - 6]}_o{n}") in taken:
        n += 1
    return found


def rename(root: Element, names: Mapping[str, str]) -> None:
    """Also gives its bookmarks numbers that the other paper does not use."""
    for mark in root.iter(el.START, el.END):
        mark.set(el.ID, str(_number(mark) + _SHIFT))
        if mark.tag == el.START:
            name = str(mark.get(el.NAME, ""))
            mark.set(el.NAME, names.get(name, name))


def _number(mark: Element) -> int:
    found = str(mark.get(el.ID, "0"))
    return int(found) if found.isdecimal() and len(found) < 10 else 0


def settle(body: Element) -> None:
    """Every bookmark whole and once, numbered from 1."""
    ends = {m.get(el.ID): m for m in body.iter(el.END)}
    numbers: dict[object, str] = {}
    seen: set[str] = set()
    for mark in [*body.iter(el.START)]:
        name = str(mark.get(el.NAME, ""))
        if name in seen and _is_gone(mark):
            name = _free(name, seen)
            mark.set(el.NAME, name)
        if name in seen or mark.get(el.ID) not in ends or mark.get(el.ID) in numbers:
            _drop(mark)
            continue
        seen.add(name)
        numbers[mark.get(el.ID)] = str(len(numbers) + 1)
        mark.set(el.ID, numbers[mark.get(el.ID)])
    done: set[object] = set()
    for mark in [*body.iter(el.END)]:
        number = numbers.get(mark.get(el.ID))
        if number is None or number in done:
            _drop(mark)
        else:
            done.add(number)
            mark.set(el.ID, number)


def _is_gone(mark: Element) -> bool:
    paragraph = next((a for a in mark.iterancestors(el.P)), None)
    return paragraph is not None and paragraph.find(f"{el.PPR}/{el.RPR}/{el.DEL}") is not None


def _drop(mark: Element) -> None:
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)
