"""What two texts say in the same words is said on purpose, and then stays the same in both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.lint.sentences import Sentence, sentences
from generator.prose import FILLED_IN, Prose, Repeat

MOST_WORDS = 11
"""A formula of so many words may stand anywhere."""

GAP = "…"
Words = tuple[str, ...]


def check_repeats(found: tuple[Sentence, ...], repeats: tuple[Repeat, ...]) -> Iterator[Diagnostic]:
    """Of clauses, risks and terms, as they stand on paper; by unit, so that a layer's own version is the same text."""
    places: dict[Words, dict[str, Sentence]] = defaultdict(dict)
    for sentence in found:
        if sentence.prose.running and sentence.prose.printed and sentence.whole:
            places[_words(sentence)].setdefault(unit_of(sentence.prose.path), sentence)
    known = {_key(r.sentence): r for r in repeats}
    for words, units in places.items():
        allowed = set(known[words].units) if words in known else set()
        new = [unit for unit in units if unit not in allowed]
        if len(words) > MOST_WORDS and len(units) > 1:
            told = new if allowed else new[1:]  # of two without a reason, the second
            yield from (_told(units[unit], _other(unit, units)) for unit in told)
    for words, repeat in known.items():
        yield from (_gone(repeat, unit) for unit in repeat.units if unit not in places.get(words, {}))


def unit_of(path: str) -> str:
    """The name by which content speaks of it: its path below ``clauses/``, without the layer in front."""
    return path.partition("clauses/")[2].removesuffix(".md")


def _key(text: str) -> Words:
    read = sentences(Prose(text.replace(GAP, FILLED_IN), "", ()))
    return tuple(word for sentence in read for word in _words(sentence))


def _words(sentence: Sentence) -> Words:
    return tuple(GAP if FILLED_IN in w.text else w.text.lower() for w in sentence.words)


def _other(unit: str, units: Iterable[str]) -> str:
    return next(u for u in units if u != unit)


def _told(sentence: Sentence, other: str) -> Diagnostic:
    return Diagnostic(
        "dubbele-tekst",
        f"deze zin staat ook in '{other}'",
        "zeg het op één plaats en verwijs ernaar, of noem de zin onder herhaald: in clauses/woorden.yaml",
        sentence.prose.place(sentence.start),
        Severity.WARNING,
        width=len(sentence.text.split("\n", 1)[0]),
    )


def _gone(repeat: Repeat, unit: str) -> Diagnostic:
    return Diagnostic(
        "herhaling-weg",
        f"in '{unit}' staat deze zin niet of niet meer zo",
        "maak de teksten weer gelijk, of haal deze plaats weg onder herhaald:",
        repeat.place,
        Severity.WARNING,
    )
