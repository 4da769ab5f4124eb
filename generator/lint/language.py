"""All checks of language: are the texts short, plain, finished and spelled as the library's own rules want?"""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.library import Library
from generator.lint.allowances import check_allowances
from generator.lint.capitals import check_capitals
from generator.lint.double_negatives import check_double_negatives
from generator.lint.never_printed import check_never_printed
from generator.lint.plain_words import check_plain_words
from generator.lint.repeats import check_repeats
from generator.lint.sentence_length import check_sentence_length
from generator.lint.sentences import Sentence, sentences
from generator.lint.spelling import check_known_words, check_spelling
from generator.lint.unfinished import check_unfinished
from generator.lint.unused_terms import check_unused_terms
from generator.prose import Manuscript


def sentences_of(manuscript: Manuscript) -> tuple[Sentence, ...]:
    return tuple(s for prose in manuscript.prose for s in sentences(prose))


def check_language(
    manuscript: Manuscript,
    found: tuple[Sentence, ...],
    library: Library | None,
    misspelled: Mapping[str, str | None],
) -> Iterator[Diagnostic]:
    """``library`` is None when it could not be read: then what it defines is not judged."""
    known = manuscript.rules.known_words
    yield from check_sentence_length(found)
    yield from check_plain_words(manuscript)
    yield from check_double_negatives(manuscript)
    yield from check_never_printed(manuscript)
    yield from check_unfinished(manuscript)
    yield from check_allowances(manuscript)
    yield from check_repeats(found, manuscript.rules.repeats)
    yield from check_known_words(manuscript)
    yield from check_spelling(found, known, misspelled)
    if library is not None:
        yield from check_capitals(found, library, known)
        yield from check_unused_terms(manuscript, library)
