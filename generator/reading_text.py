"""What ``lees`` and ``vergelijk`` say on screen: per clause what happened, and which words."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from generator.comparing import Difference, Piece, Status, shortened
from generator.returned_paper import ReadBack

_MOST_PASSAGES = 12
_MOST_WORDS = 400


def report(read: ReadBack) -> Iterator[str]:
    """All that ``lees`` found, from what it is to what is left to do."""
    yield from _origin(read)
    yield ""
    yield from told(read.differences)
    yield from told_outside(read.frame)
    yield from _margin(read)
    yield from _case(read)


def _origin(read: ReadBack) -> Iterator[str]:
    said = read.returned.provenance
    yield f"Stuk: {said.paper or 'onbekend'}, kenmerk {said.reference or 'onbekend'}, bibliotheek {said.library or 'onbekend'}"
    if read.original:
        yield f"Vergeleken met: {read.original}"
    elif read.unknown:
        yield read.unknown
    if not said.clauses:
        yield "De herkomst is uit dit bestand gehaald. De clausules zijn herkend aan hun bladwijzers."


def _margin(read: ReadBack) -> Iterator[str]:
    """What a reader may miss: changes that nobody accepted yet, and comments."""
    if read.returned.changes:
        yield ""
        yield "Let op: er staan open wijzigingen in. Hierboven staan zij als aangenomen."
        yield from (f"  {author}: {count}" for author, count in read.returned.changes)
    if read.returned.remarks:
        yield ""
        yield f"Opmerkingen: {len(read.returned.remarks)}"
        for remark in read.returned.remarks:
            about = f" bij ‘{shortened(remark.about)}’" if remark.about else ""
            yield f"  {remark.author}{about}: {remark.text}"


def _case(read: ReadBack) -> Iterator[str]:
    if not read.case:
        return
    yield ""
    number = read.case
    if read.drift is None:
        yield read.unknown
    elif read.drift:
        yield f"Dossier {number} zegt nu iets anders dan toen dit stuk werd gemaakt:"
        yield from (f"  {line}" for line in read.drift)
        yield f"Maak het stuk opnieuw als dat klopt:  zwartopwit maak {number}"
    else:
        yield f"Dossier {number} geeft nu nog dezelfde tekst als toen dit stuk werd gemaakt."


def comparison(
    differences: Sequence[Difference], frame: Sequence[Difference], only: str, unmarked: Sequence[str]
) -> Iterator[str]:
    """One paper in two versions; ``only`` is the side that alone has it, ``unmarked`` what Word cannot mark."""
    if only:
        yield f"alleen in {only}"
        return
    yield from told(differences)
    yield from told_outside(frame)
    if unmarked:
        yield f"Ook anders, maar niet gemarkeerd: {' en '.join(unmarked)}."


def told(differences: Sequence[Difference]) -> Iterator[str]:
    """A line of counts, then every clause that is not the same."""
    counts = {s: sum(d.status is s for d in differences) for s in Status}
    yield ", ".join(f"{n} {s.value}" for s, n in counts.items() if n or s is Status.SAME)
    for difference in differences:
        if difference.status is not Status.SAME:
            yield from _clause(difference)


def told_outside(frame: Sequence[Difference]) -> Iterator[str]:
    for difference in frame:
        yield "veranderd: buiten de clausules (voorkant, koppen of ondertekening)"
        yield from (f"    {marked(p)}" for p in (difference.passages or ())[:_MOST_PASSAGES])


def _clause(difference: Difference) -> Iterator[str]:
    unit = difference.unit
    clause = f"  ({unit.clause})" if unit.clause and unit.clause != unit.name else ""
    yield f"{difference.status.value}: {unit.name}{clause}"
    if difference.passages is None:
        if difference.status is Status.CHANGED:
            yield "    Welke woorden anders zijn, is alleen te zien met het dossier erbij."
        return
    yield from (f"    {marked(p)}" for p in difference.passages[:_MOST_PASSAGES])
    left = len(difference.passages) - _MOST_PASSAGES
    if left > 0:
        yield f"    … en nog {left} plaatsen"


def marked(pieces: Iterable[Piece]) -> str:
    """Words that went and came, readable without colour and aloud."""
    return " ".join(
        f"[weg: {_short(p.text)}]" if p.gone else f"[erbij: {_short(p.text)}]" if p.came else p.text
        for p in pieces
        if p.text
    )


def wrapped(text: str, indent: str = "") -> Iterator[str]:
    """A sentence on lines that any terminal fits."""
    yield from wrap(text, 96, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)


def _short(text: str) -> str:
    return shortened(text, _MOST_WORDS)
