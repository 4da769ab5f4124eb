"""Lists of two papers in one file: a list that counts the same in both is one list."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from generator.writers.docx.opening import parsed
from generator.writers.docx.redlining import elements as el
from generator.writers.docx.redlining.elements import Element
from generator.writers.docx.redlining.pairing import Pair

_ABSTRACT, _NUM, _ABSTRACT_ID = (f"{el.WORD}{n}" for n in ("abstractNum", "num", "abstractNumId"))
_NUM_ID = f"{el.WORD}numId"
_NAMELESS = tuple(f"{el.WORD}{n}" for n in ("nsid", "tmpl", "name", "abstractNumId"))


def united(old: bytes | None, new: bytes | None, body: Element, pairs: Sequence[Pair]) -> bytes | None:
    """The numbering of the new paper with what the old one needs besides; the old body then counts in it."""
    if old is None or new is None:
        return new
    before, after = parsed(old), parsed(new)
    same = _one_to_one(_forms(before), _forms(after), pairs)
    for number in sorted(set(_used(body)) - same.keys() - {"0"}, key=int):
        same[number] = _added(number, before, after)
    for paragraph in body.iter(el.P):
        if (found := _list_of(paragraph)) is not None and (value := str(found.get(el.VALUE))) in same:
            found.set(el.VALUE, same[value])
    return etree.tostring(after, encoding="UTF-8", xml_declaration=True, standalone=True)


def _used(body: Element) -> Iterator[str]:
    for paragraph in body.iter(el.P):
        found = _list_of(paragraph)
        if found is not None and str(found.get(el.VALUE, "")).isdecimal():
            yield str(found.get(el.VALUE))


def _list_of(paragraph: Element) -> Element | None:
    return paragraph.find(f"{el.PPR}/{el.NUMBER}/{el.NUMBER_ID}")


def _forms(numbering: Element) -> dict[str, tuple[bytes, bytes]]:
    """What each list looks like and where it starts."""
    shapes = {a.get(_ABSTRACT_ID): _shape(a) for a in numbering.iterfind(_ABSTRACT)}
    return {
        str(num.get(_NUM_ID)): (
            shapes.get(_abstract_of(num), b""),
            b"".join(el.written(c) for c in num if c.tag != _ABSTRACT_ID),
        )
        for num in numbering.iterfind(_NUM)
    }


def _shape(abstract: Element) -> bytes:
    return b"".join(el.written(c) for c in abstract if c.tag not in _NAMELESS)


def _abstract_of(num: Element) -> str | None:
    found = num.find(_ABSTRACT_ID)
    return None if found is None else found.get(el.VALUE)


def _one_to_one(
    old: Mapping[str, tuple[bytes, bytes]], new: Mapping[str, tuple[bytes, bytes]], pairs: Sequence[Pair]
) -> dict[str, str]:
    """Which old list is which new list, by the paragraphs in both. Each at most once, so that both count as they did."""
    found: dict[str, str] = {}
    for a, b in pairs:
        if a is None or b is None or a.tag != el.P:
            continue
        lists = _list_of(a), _list_of(b)
        if lists[0] is None or lists[1] is None:
            continue
        x, y = (str(n.get(el.VALUE)) for n in lists if n is not None)
        if x not in found and y not in found.values() and old.get(x) == new.get(y) and x in old:
            found[x] = y
    return found


def _added(number: str, before: Element, after: Element) -> str:
    """A copy of an old list, on the same abstract list where the new paper has it."""
    num = next((n for n in before.iterfind(_NUM) if n.get(_NUM_ID) == number), None)
    if num is None:
        return "0"
    copy = deepcopy(num)
    identity = str(1 + max((int(n.get(_NUM_ID) or 0) for n in after.iterfind(_NUM)), default=0))
    copy.set(_NUM_ID, identity)
    link = copy.find(_ABSTRACT_ID)
    if link is not None:
        link.set(el.VALUE, _abstract_in(after, before, _abstract_of(num)))
    nums = after.findall(_NUM)
    after.insert((after.index(nums[-1]) + 1) if nums else len(after), copy)
    return identity


def _abstract_in(after: Element, before: Element, identity: str | None) -> str:
    wanted = next((a for a in before.iterfind(_ABSTRACT) if a.get(_ABSTRACT_ID) == identity), None)
    there = [*after.iterfind(_ABSTRACT)]
    if wanted is None:
        return str(there[0].get(_ABSTRACT_ID)) if there else "0"
    for abstract in there:
        if _shape(abstract) == _shape(wanted):
            return str(abstract.get(_ABSTRACT_ID))
    copy = deepcopy(wanted)
    free = str(1 + max((int(a.get(_ABSTRACT_ID) or 0) for a in there), default=0))
    copy.set(_ABSTRACT_ID, free)
    after.insert(len(there), copy)
    return free
