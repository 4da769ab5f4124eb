"""Sentences are short: none over 25 words, 15 on average in each file and over all."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.diagnostics import Diagnostic, Position, Severity
from generator.lint.sentences import Sentence

MOST = 25
MEAN = 15
ENOUGH = 3
"""A mean over fewer sentences says nothing."""


def check_sentence_length(found: Sequence[Sentence]) -> Iterator[Diagnostic]:
    for sentence in found:
        if len(sentence.words) > MOST:
            yield _too_long(sentence)
    for path, group in groupby(sorted(found, key=lambda s: s.prose.path), key=lambda s: s.prose.path):
        yield from _mean(path, tuple(group), "in dit bestand")
    yield from _mean(None, found, "over alle bestanden")


def _mean(path: str | None, found: Sequence[Sentence], where: str) -> Iterator[Diagnostic]:
    if sum(s.whole for s in found) >= ENOUGH and mean_length(found) > MEAN:
        mean = f"{mean_length(found):.1f}".replace(".", ",")
        yield Diagnostic(
            "zinnen-te-lang",
            f"een zin telt {where} gemiddeld {mean} woorden; het meeste is {MEAN}",
            "knip de langste zinnen in tweeën",
            Position(path) if path else None,
            Severity.WARNING,
        )


def mean_length(found: Sequence[Sentence]) -> float:
    """Only of what ends as a sentence: titles and cells would flatter the figure."""
    whole = [len(s.words) for s in found if s.whole]
    return sum(whole) / len(whole) if whole else 0.0


def _too_long(sentence: Sentence) -> Diagnostic:
    return Diagnostic(
        "zin-te-lang",
        f"deze zin telt {len(sentence.words)} woorden; het meeste is {MOST}",
        "maak er twee zinnen van, of een lijst",
        sentence.prose.place(sentence.start),
        Severity.WARNING,
        width=min(len(sentence.text), 60),
    )
