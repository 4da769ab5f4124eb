"""Words that neither the dictionary nor the library's own list knows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.diagnostics import Diagnostic, Position, Severity
from generator.lint.sentences import Sentence, Word
from generator.prose import FILLED_IN, Manuscript

SPELLED = re.compile(r"[^\W\d_]+(?:[-'’&][^\W\d_]+)*-?")
PLURAL = re.compile("['’]s$")
BEFORE = frozenset("./_@#" + FILLED_IN)
AFTER = frozenset("/_@" + FILLED_IN)
LIST = "clauses/woordenlijst.txt"


def words_to_spell(found: Iterable[Sentence], known_words: Sequence[str]) -> set[str]:
    """Every different word that is not on the list: no numbers, addresses, commands or values."""
    known = _parts(known_words)
    return {w.text for s in found for w in _spelled(s, known)}


def check_spelling(
    found: Iterable[Sentence], known_words: Sequence[str], suggestions: Mapping[str, str | None]
) -> Iterator[Diagnostic]:
    """``suggestions``: the words that the dictionary does not know, with what it thinks is meant."""
    known = _parts(known_words)
    for sentence in found:
        for word in _spelled(sentence, known):
            if word.text in suggestions:
                yield _misspelled(sentence, word, suggestions[word.text])


def check_known_words(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """The list is kept in order, one word per line, so that two people's changes meet."""
    for path, words in manuscript.rules.word_lists.items():
        for number, (word, following) in enumerate(pairwise(w for w in words if w), 2):
            if order(following) <= order(word):
                yield Diagnostic(
                    "woordenlijst-volgorde",
                    f"‘{following}’ hoort in de woordenlijst vóór ‘{word}’, of staat er dubbel",
                    "zet één woord per regel, op alfabet",
                    Position(path, number),
                    Severity.WARNING,
                    width=len(following),
                )


def order(word: str) -> tuple[str, str]:
    return (word.casefold(), word)


def _spelled(sentence: Sentence, known: frozenset[str]) -> Iterator[Word]:
    for word in sentence.words:
        part = _without_name(word, known)
        if SPELLED.fullmatch(part.text) and not _is_code(sentence, word) and not _is_known(part.text, known):
            yield part


def _without_name(word: Word, known: frozenset[str]) -> Word:
    """Of a compound with a name, such as Excel-bestand, only the rest is in a dictionary."""
    head, dash, rest = word.text.partition("-")
    if dash and rest and word.text not in known and _is_known(head, known):
        return Word(rest, word.offset + len(head) + 1)
    return word


def _is_code(sentence: Sentence, word: Word) -> bool:
    """Part of a file name, address or command, or glued to a value."""
    text, end = sentence.prose.text, word.offset + len(word.text)
    return text[word.offset - 1 : word.offset] in BEFORE or text[end : end + 1] in AFTER


def _parts(known_words: Sequence[str]) -> frozenset[str]:
    """A name may be several words on one line."""
    return frozenset(part for words in known_words for part in words.split())


def _is_known(word: str, known: frozenset[str]) -> bool:
    """As it stands, with the capital of a sentence's first word, or as a plural."""
    return any(w in known or w[0].lower() + w[1:] in known for w in (word, PLURAL.sub("", word) or word))


def _misspelled(sentence: Sentence, word: Word, suggestion: str | None) -> Diagnostic:
    mend = f"schrijf ‘{suggestion}’, of zet" if suggestion else "verbeter het, of zet"
    return Diagnostic(
        "spelfout",
        f"het woordenboek kent ‘{word.text}’ niet",
        f"{mend} ‘{word.text}’ in {LIST} als het een naam of vakterm is",
        sentence.prose.place(word.offset),
        Severity.WARNING,
        width=len(word.text),
    )
