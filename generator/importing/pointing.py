"""References in the words of a foreign contract: ‘artikel 7.2’, ‘art. 3 lid 2 onder a’, ‘bijlage 1’, and Word's own fields."""

import re
from collections.abc import Iterator, Sequence

from generator.importing import parts
from generator.importing.foreign import Kind, Note, Runs
from generator.importing.parts import Entry, Part
from generator.importing.pieces import Pointer, Spot
from generator.importing.runs import around, text_of
from generator.numbering import letter, roman

_RANKS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_SUB = r"(?:,?\s+(?:onder|sub|onderdeel)\s+\(?(?P<sub>[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)?(?!\w))?"
_ARTICLE = re.compile(
    r"\b(?P<word>artikel(?:en)?|art\.)\s+(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})(?![\d:]|[a-z]\b)"
    rf"(?:,?\s+(?:lid\s+(?P<lid>\d{{1,2}})|(?P<rank>{'|'.join(_RANKS)})\s+lid))?{_SUB}",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?P<lead>\s*(?:,|en|of|tot en met|t/m)\s+)(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})(?![\d:%]|\s*(?:dagen|weken|maanden|jaar|uur|euro))"
)
_ANNEX = re.compile(r"\bbijlage\s+(?P<number>\d{1,2}|[A-Z])(?!\w)", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:\s*(?:,|en|of|tot en met|t/m)\s+(?:artikel\s+)?\d{1,3}(?:\.\d{1,2})*)*"
    r"(?:,?\s*(?:eerste|tweede|derde|lid\s+\d+|onder\s+\w+|sub\s+\w+))*\s*,?\s*"
    r"(?:(?:BW|Rv|AVG|UAVG|Fw|Aw|Sr|GDPR|Awb)\b|\w+wet(?:boek)?\b|van\s+(?:de|het)\s+(?:\w+\s+){0,3}(?:\w*wet(?:boek)?|verordening|richtlijn|\w*voorwaarden|verwerkersovereenkomst|hoofdovereenkomst)\b|Burgerlijk)",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:lid\s+\d{1,2}|(?:vorige|volgende)\s+(?:lid|artikel)|hoofdstuk\s+\w+|paragraaf\s+[\d.]+)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:artikel(?:en)?|art\.|bijlage|lid)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*,?\s*(?:(?:onder|sub|lid)\s*)?\(?")

Target = tuple[int, int | None]


class Targets:
    """Where the numbers and bookmarks of a contract are."""

    def __init__(self, made: Sequence[Part]) -> None:
        self.by_number: dict[tuple[int, ...], Target] = {}
        self.by_mark: dict[str, Target] = {}
        self.subs: dict[tuple[Target, str], Target] = {}
        self.annexes: dict[str, Target] = {}
        for n, part in enumerate(made):
            self.by_mark |= {m: (n, None) for m in part.marks if part.slot in {parts.ARTICLE, parts.ANNEX}}
            if part.slot == parts.ANNEX and part.number is not None:
                self.annexes |= {str(part.number): (n, None), letter(part.number): (n, None)}
            if part.slot == parts.ARTICLE:
                if part.number is not None:
                    self.by_number.setdefault((part.number,), (n, None))
                self._items(n, part)

    def _items(self, n: int, part: Part) -> None:
        above: list[Target] = []
        for i, entry in enumerate(part.contents):
            if not isinstance(entry, Entry) or entry.kind != parts.ITEM:
                continue
            target = (n, i)
            above[entry.depth :] = [target]
            self.by_mark |= dict.fromkeys(entry.marks, target)
            number = entry.numbers[-1] if entry.numbers else 0
            if entry.depth == 0 and part.number is not None:
                self.by_number.setdefault((part.number, number), target)
            if len(entry.numbers) > 1:
                self.by_number.setdefault(entry.numbers, target)
            over = above[entry.depth - 1] if entry.depth else (n, None)
            for name in (str(number), letter(number) if number else "", roman(number)):
                self.subs.setdefault((over, name), target)

    def sub(self, target: Target, name: str) -> Target | None:
        return self.subs.get((target, name))


class Pointing:
    def __init__(self, targets: Targets, notes: list[Note]) -> None:
        self.targets = targets
        self.notes = notes

    def spots(self, runs: Runs) -> list[Spot]:
        """What points somewhere in this contract, in order. What seems to and does not is noted."""
        found = list(self._fields(runs))
        text = text_of(runs)
        for spot in (*self._articles(text), *self._annexes(text)):
            if not any(spot.start < f.end and f.start < spot.end for f in found):
                found.append(spot)
        for loose in _LOOSE.finditer(text):
            if not any(f.start <= loose.start() < f.end for f in found) and not _ELSEWHERE.match(
                text, loose.end()
            ):
                self._note("staat er in woorden en telt niet mee als nummers schuiven", loose[0], text)
        return sorted(found, key=lambda s: s.start)

    def _articles(self, text: str) -> Iterator[Spot]:
        for m in _ARTICLE.finditer(text):
            if text[m.end() : m.end() + 1] == ":" or _ELSEWHERE.match(text, m.end()):
                continue
            target = self._target(m)
            if target is None:
                self._note("geen artikel of lid met dit nummer", m[0], text)
                continue
            yield Spot(m.start(), m.end(), Pointer(*target, m[0][0].isupper(), m[0]))
            yield from self._following(text, m.end())

    def _following(self, text: str, at: int) -> Iterator[Spot]:
        while m := _MORE.match(text, at):
            target = self.targets.by_number.get(_numbers(m["number"]))
            if target is None or _ELSEWHERE.match(text, m.end()):
                return
            yield Spot(m.start("number"), m.end(), Pointer(*target, False, m["number"]))
            at = m.end()

    def _target(self, m: re.Match[str]) -> Target | None:
        numbers = _numbers(m["number"])
        if m["lid"] or m["rank"]:
            numbers = (*numbers, int(m["lid"]) if m["lid"] else _RANKS.index(m["rank"].lower()) + 1)
        target = self.targets.by_number.get(numbers)
        if target is None and len(numbers) == 3:
            over = self.targets.by_number.get(numbers[:2])
            target = self.targets.sub(over, str(numbers[2])) if over else None
        return self.targets.sub(target, m["sub"]) if target and m["sub"] else target

    def _annexes(self, text: str) -> Iterator[Spot]:
        for m in _ANNEX.finditer(text):
            target = self.targets.annexes.get(m["number"].lower())
            if _ELSEWHERE.match(text, m.end()):
                continue
            if target is None:
                self._note("geen bijlage met dit nummer", m[0], text)
            else:
                yield Spot(m.start(), m.end(), Pointer(*target, m[0][0].isupper(), m[0]))

    def _fields(self, runs: Runs) -> Iterator[Spot]:
        text = text_of(runs)
        at, waiting = 0, None
        for run in runs:
            begin, at = at, at + len(run.text)
            target = self.targets.by_mark.get(run.target) if run.kind is Kind.POINTER else None
            if run.kind is Kind.POINTER and target is None:
                self._note("een veld van Word wijst naar een plaats die er niet is", run.text, text)
            if target is None:
                continue
            if (
                waiting
                and _BETWEEN.fullmatch(text, waiting.end, begin)
                and self._is_below(target, waiting.piece)
            ):
                waiting = self._spot(text, waiting.start, at, target)
                continue
            if waiting:
                yield waiting
            lead = _BEFORE.search(text, 0, begin)
            waiting = self._spot(text, lead.start() if lead else begin, at, target)
        if waiting:
            yield waiting

    def _is_below(self, target: Target, piece: object) -> bool:
        return isinstance(piece, Pointer) and piece.part == target[0] and target[1] is not None

    def _spot(self, text: str, start: int, end: int, target: Target) -> Spot:
        closing = ")" if "(" in text[start:end] and text[end : end + 1] == ")" else ""
        was = text[start : end + len(closing)]
        return Spot(start, end + len(closing), Pointer(*target, was[:1].isupper(), was))

    def _note(self, what: str, words: str, text: str) -> None:
        self.notes.append(Note("verwijzing", f"‘{words}’: {what}", around(text, max(0, text.find(words)))))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))
