"""Pieces of marked words: cut, trimmed, with one space between words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.importing.foreign import Run, Runs
from generator.importing.literal import plain_words


def text_of(runs: Iterable[Run]) -> str:
    return "".join(r.text for r in runs)


def cut(runs: Runs, start: int, end: int | None = None) -> Runs:
    """The runs that hold these signs of the text."""
    found: list[Run] = []
    at = 0
    for run in runs:
        stop = at + len(run.text)
        piece = run.text[max(0, start - at) : max(0, (stop if end is None else min(end, stop)) - at)]
        if piece:
            found.append(replace(run, text=piece))
        at = stop
    return tuple(found)


def tidy(runs: Iterable[Run]) -> Runs:
    """Without what a content file may not hold, one space between words, none around; alike runs joined."""
    found: list[Run] = []
    for run in _spaced(runs):
        last = found[-1] if found else None
        if last is not None and replace(last, text="") == replace(run, text=""):
            found[-1] = replace(last, text=last.text + run.text)
        else:
            found.append(run)
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(r for r in found if r.text)


def _spaced(runs: Iterable[Run]) -> Iterator[Run]:
    space = True
    for run in runs:
        text = plain_words(run.text)
        before, after = run.text[:1].isspace(), run.text[-1:].isspace()
        if not text:
            if run.text and run.text.isspace() and not space:
                yield replace(run, text=" ")
                space = True
            continue
        text = f"{' ' if before and not space else ''}{text}{' ' if after else ''}"
        space = after
        yield replace(run, text=text)


def lines_of(runs: Runs) -> Iterator[Runs]:
    """The runs between line breaks."""
    at = 0
    text = text_of(runs)
    for piece in text.split("\n"):
        yield cut(runs, at, at + len(piece))
        at += len(piece) + 1


def plain(runs: Iterable[Run]) -> Runs:
    """The words without emphasis."""
    return tidy(replace(r, bold=False, italic=False) for r in runs)


def around(text: str, at: int = 0, before: int = 30, after: int = 40) -> str:
    """The whole words about this place, with … where the text goes on."""
    start = text.rfind(" ", 0, max(0, at - before)) + 1 if at > before else 0
    stop = text.find(" ", at + after) if at + after < len(text) else -1
    end = len(text) if stop < 0 else stop
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if text[end:].strip() else ''}"
