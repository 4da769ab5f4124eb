"""Random answers to the real questionnaires, with hostile text among them. For property tests."""

from collections.abc import Iterator
from datetime import date

from generator.library import Library
from generator.trying import random_answers
from generator.values import Record, State

TODAY = date(2026, 11, 21)

HOSTILE = (
    "Jansen & Zn. <BV>",
    "{{ 7*7 }} {% if x %} {# weg #}",
    "a_{_{b}_}c %_}",
    "**vet** _cursief_ [link](http://x.example) `code`",
    "1. eerste\n2. tweede\n\n# kop\n> citaat\n| a | b |",
    "]]> <w:p/> &amp; &lt;",
    "\ue000v:17\ue001",
    "“slim” ‘krom’ „laag‟ — – … ﬁ",
    "👩‍👩‍👧 🇳🇱 שלום مرحبا",
    "één ZWJ\u200d\u200c",
    "x" * 300,
    "../../x",
    "${HOME} $(reboot) `id`",
    "'\"\\ ; -- --",
    "=1+1",
)


class Answering(random_answers.Answering):
    def __init__(self, library: Library, questionnaire: str, seed: int, *, hostile: bool = True) -> None:
        super().__init__(library, questionnaire, seed, TODAY, strange=HOSTILE if hostile else ())


def texts_in(value: object) -> Iterator[str]:
    """Every free text in a value."""
    if isinstance(value, Record):
        for inner in value.values.values():
            yield from texts_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_in(inner)
    elif isinstance(value, str) and not isinstance(value, State):
        yield value
