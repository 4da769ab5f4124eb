"""A capital inside a sentence says that the word is defined: it is a defined term, a party or a name."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.diagnostics import Diagnostic, Severity
from generator.library import Library
from generator.lint.sentences import Sentence, Word
from generator.prose import FILLED_IN, without_quotes

CAPITALISED = re.compile(r"[A-ZÀ-Þ]\w*[a-zà-ÿ][\w-]*")


def check_capitals(
    found: Sequence[Sentence], library: Library, known_words: Sequence[str]
) -> Iterator[Diagnostic]:
    known = {w for words in _defined(library) for w in words.split()} | set(known_words)
    names = [w for w in known_words if " " in w]
    for sentence in found:
        if not sentence.prose.running:
            continue
        spoken = _without_names(without_quotes(sentence.prose.text), names)
        for before, word in pairwise(sentence.words):
            if FILLED_IN in before.text:
                continue  # a value may end a sentence of its own
            stands = spoken[word.offset : word.offset + len(word.text)] == word.text
            if stands and CAPITALISED.fullmatch(word.text) and not _is_known(word.text, known):
                yield _undefined(sentence, word)


def _defined(library: Library) -> Iterator[str]:
    """The forms of terms, and the parties as they are called."""
    for term in library.terms.values():
        yield from term.forms
    for outline in library.outlines.values():
        yield from (signatory.role for signatory in outline.signing)


def _without_names(text: str, names: Sequence[str]) -> str:
    """Names of several words, such as Data Act, stand as such on the list."""
    for name in names:
        text = text.replace(name, " " * len(name))
    return text


def _is_known(word: str, known: set[str]) -> bool:
    """A compound with a name, such as KvK-nummer, is as known as the name."""
    return word in known or word.split("-", maxsplit=1)[0] in known


def _undefined(sentence: Sentence, word: Word) -> Diagnostic:
    return Diagnostic(
        "begrip-onbekend",
        f"‘{word.text}’ heeft een hoofdletter maar is geen begrip",
        "schrijf een kleine letter, maak een begrip in clauses/begrippen, of zet de naam in clauses/woordenlijst.txt",
        sentence.prose.place(word.offset),
        Severity.WARNING,
        width=len(word.text),
    )
