"""The words of an entry as one line of clause text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.importing.foreign import Run, Runs
from generator.importing.literal import literal
from generator.importing.pieces import Piece, Pieces, Pointer, Spot, Suspect
from generator.importing.runs import cut, text_of

Slot = Callable[[Pointer | Suspect], str]
_PUNCTUATION = re.compile(r"[^\w\s]")


def pieces_of(runs: Runs, spots: Sequence[Spot]) -> Pieces:
    """The runs with these stretches of their text replaced."""
    found: list[Piece] = []
    at = 0
    for spot in spots:
        if spot.start < at:
            continue
        found += [*cut(runs, at, spot.start), spot.piece]
        at = spot.end
    return (*found, *cut(runs, at, len(text_of(runs))))


def worded(pieces: Pieces, slot: Slot, *, emphasis: bool = True) -> str:
    """``slot`` writes what stands between the braces of a reference or a place to fill in."""
    found: list[str] = []
    texts = list(_seen(pieces, emphasis=emphasis))
    for n, piece in enumerate(texts):
        if isinstance(piece, Run):
            before = _last(found)
            after = next(iter(_plain_start(texts[n + 1 : n + 2])), "")
            found.append(_emphasised(piece, before, after, starts=not found))
        else:
            found.append(f"{{{{ {slot(piece)} }}}}")
    return "".join(found).strip()


def _seen(pieces: Pieces, *, emphasis: bool) -> Iterator[Piece]:
    """Emphasis that touches other emphasis cannot be written: of a word the first holds."""
    last: Run | None = None
    for piece in pieces:
        if not isinstance(piece, Run):
            last = None
            yield piece
            continue
        run = piece if emphasis else replace(piece, bold=False, italic=False)
        touches = last is not None and not last.text[-1:].isspace() and not run.text[:1].isspace()
        if touches and last is not None and (last.bold or last.italic) and (run.bold or run.italic):
            run = replace(run, bold=False, italic=False)
        last = run
        yield run


def _emphasised(run: Run, before: str, after: str, *, starts: bool) -> str:
    mark = "*" * (2 * run.bold + run.italic)
    bare = run.text.strip()
    if not mark or not bare:
        return literal(run.text, starts=starts)
    head = run.text[: len(run.text) - len(run.text.lstrip())]
    tail = run.text[len(run.text.rstrip()) :]
    inner = literal(bare)
    opens = bool(head) or _may_touch(before, bare[0])
    closes = bool(tail) or _may_touch(after, bare[-1])
    if not (opens and closes):
        return literal(run.text, starts=starts)
    return f"{head}{mark}{inner}{mark}{tail}"


def _may_touch(outside: str, inside: str) -> bool:
    """Markdown reads a star between a sign and a letter otherwise than people do."""
    return (
        not outside
        or outside.isspace()
        or not _PUNCTUATION.match(inside)
        or bool(_PUNCTUATION.match(outside))
    )


def _last(found: Sequence[str]) -> str:
    return found[-1][-1:] if found else ""


def _plain_start(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        yield piece.text[:1] if isinstance(piece, Run) else "x"
