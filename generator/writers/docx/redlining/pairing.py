"""Which paragraph of the old paper became which of the new: by clause, then by unit, then by words."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from generator.frozen import dataclass
from generator.writers.docx.redlining import elements as el
from generator.writers.docx.redlining.elements import Element

_ALIKE = 0.45
_SAME_MARK = 0.15
_MOST_COMPARED = 2_500

Pair = tuple[Element | None, Element | None]
"""(old, None) went, (None, new) came, (old, new) is one block in both."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause, or what stands between clauses."""

    key: str
    blocks: tuple[Element, ...]


def paired_papers(old: Sequence[Element], new: Sequence[Element]) -> list[Pair]:
    """The blocks of two papers. Their last blocks are one: a text always ends in the same paragraph mark."""
    if not old or not new or old[-1].tag != el.P or new[-1].tag != el.P:
        return _paired_stretches(stretches(old), stretches(new))
    return [*_paired_stretches(stretches(old[:-1]), stretches(new[:-1])), (old[-1], new[-1])]


def stretches(blocks: Sequence[Element]) -> list[Stretch]:
    found: list[tuple[str, list[Element]]] = []
    inside = False
    for block in blocks:
        mark = el.clause_mark(block)
        if mark or not found or (not inside and found[-1][0]):
            found.append((mark, []))
        found[-1][1].append(block)
        inside = (inside or bool(mark)) and not el.ends_slot(block)
        if el.ends_slot(block):
            found.append(("", []))
    return [Stretch(key or f"kader {_sign(tuple(some))}", tuple(some)) for key, some in found if some]


def _sign(blocks: tuple[Element, ...]) -> str:
    """What stands between clauses is known by the first bookmark or words in it."""
    names = next((n for b in blocks for n in el.names_in(b)[:1]), "")
    return names or next((" ".join(w[:4]) for b in blocks if (w := el.words_of(b))), "")


def _paired_stretches(old: Sequence[Stretch], new: Sequence[Stretch]) -> list[Pair]:
    matcher = SequenceMatcher(None, [s.key for s in old], [s.key for s in new], autojunk=False)
    pairs: list[Pair] = []
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            for a, b in zip(old[i1:i2], new[j1:j2], strict=True):
                pairs += _in_clause(a.blocks, b.blocks)
            continue
        pairs += [(block, None) for s in old[i1:i2] for block in s.blocks]
        pairs += [(None, block) for s in new[j1:j2] for block in s.blocks]
    return pairs


def _in_clause(old: Sequence[Element], new: Sequence[Element]) -> list[Pair]:
    """Both begin with the same bookmark: the first paragraphs are one, whatever they say."""
    if old[0].tag == new[0].tag == el.P and el.clause_mark(old[0]):
        return [(old[0], new[0]), *paired(old[1:], new[1:])]
    return paired(old, new)


def paired(old: Sequence[Element], new: Sequence[Element]) -> list[Pair]:
    """Equal blocks first; between them the best matches that keep the order."""
    matcher = SequenceMatcher(None, [_key(b) for b in old], [_key(b) for b in new], autojunk=False)
    pairs: list[Pair] = []
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            pairs += zip(old[i1:i2], new[j1:j2], strict=True)
        else:
            pairs += _best(old[i1:i2], new[j1:j2], likeness)
    return pairs


def paired_to_the_end(old: Sequence[Element], new: Sequence[Element]) -> list[Pair]:
    """For a cell: its last paragraphs are one, as the end of a cell is."""
    return [*paired(old[:-1], new[:-1]), (old[-1], new[-1])]


def _key(block: Element) -> tuple[str, str, tuple[str, ...]]:
    return str(block.tag), el.style_of(block) if block.tag == el.P else "", tuple(el.words_of(block))


def likeness(old: Element, new: Element) -> float:
    """0 for what can never be one block."""
    if old.tag != new.tag or (old.tag == el.TBL and el.columns_of(old) != el.columns_of(new)):
        return 0.0
    if old.tag == el.TR and len(old.findall(el.TC)) != len(new.findall(el.TC)):
        return 0.0
    if old.tag == el.P and el.style_of(old) != el.style_of(new):
        return 0.0
    a, b = el.words_of(old), el.words_of(new)
    if not a and not b:
        return 1.0
    same_place = bool(set(el.names_in(old)) & set(el.names_in(new)))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() + same_place * _SAME_MARK


def _best(
    old: Sequence[Element], new: Sequence[Element], alike: Callable[[Element, Element], float]
) -> Iterator[Pair]:
    """The pairs with the greatest likeness in all, in order; the rest went or came."""
    few = len(old) * len(new) <= _MOST_COMPARED
    score = [[alike(a, b) if few else 0.0 for b in new] for a in old]
    rows, columns = len(old), len(new)
    total = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            both = score[i][j] + total[i + 1][j + 1] if score[i][j] >= _ALIKE else 0.0
            total[i][j] = max(both, total[i + 1][j], total[i][j + 1])
    i = j = 0
    while i < rows or j < columns:
        if (
            i < rows
            and j < columns
            and score[i][j] >= _ALIKE
            and total[i][j] == score[i][j] + total[i + 1][j + 1]
        ):
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif i < rows and (j == columns or total[i][j] == total[i + 1][j]):
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1
