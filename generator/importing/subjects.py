"""Which topics a foreign contract seems to be about, by the titles of its articles."""

import re
from collections.abc import Mapping, Sequence

from generator.library import Library

_SHORTEST = 5


def subjects_of(titles: Sequence[str], library: Library) -> dict[str, str]:
    """The topic of each title whose words stand in the description of one topic, and of that one most."""
    described = {
        subject: _words(f"{subject} {text}")
        for subject, text in library.subjects.items()
        if subject not in library.absent_subjects
    }
    return {title: subject for title in titles if (subject := _likeliest(_words(title), described))}


def _likeliest(words: Sequence[str], described: Mapping[str, Sequence[str]]) -> str | None:
    scores = {s: sum(1 for w in words if any(_alike(w, d) for d in known)) for s, known in described.items()}
    most = max(scores.values(), default=0)
    best = [s for s, score in scores.items() if score == most]
    return best[0] if most and len(best) == 1 else None


def _words(text: str) -> tuple[str, ...]:
    return tuple(w for w in re.findall(r"[^\W\d_]+", text.casefold()) if len(w) >= _SHORTEST)


def _alike(one: str, other: str) -> bool:
    return one == other or (one.startswith(other[:-2]) or other.startswith(one[:-2]))
