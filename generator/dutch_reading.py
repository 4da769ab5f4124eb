"""What the user types, as a value of the question's kind: one reader per kind."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from generator.dutch_amounts import read_money, read_number, read_percentage
from generator.dutch_codes import read_email, read_iban, read_kvk, read_phone, read_postcode, read_vat
from generator.dutch_text import (
    Rejection,
    choices_of,
    folded,
    has_ink,
    read_choice,
    read_line,
    read_text,
    refused_character,
    tidy,
)
from generator.dutch_time import read_date, read_duration, read_frequency
from generator.dutch_writing import shown
from generator.library import Kind, Question
from generator.values import Duration, Frequency, State, Value

Scalar = str | Decimal | date | Duration | Frequency

READERS: dict[Kind, Callable[[str], Scalar | Rejection]] = {
    Kind.NUMBER: read_number,
    Kind.MONEY: read_money,
    Kind.PERCENTAGE: read_percentage,
    Kind.DATE: read_date,
    Kind.DURATION: read_duration,
    Kind.FREQUENCY: read_frequency,
    Kind.KVK: read_kvk,
    Kind.VAT: read_vat,
    Kind.IBAN: read_iban,
    Kind.EMAIL: read_email,
    Kind.PHONE: read_phone,
    Kind.POSTCODE: read_postcode,
    Kind.TEXT: read_line,
    Kind.REFERENCE: read_line,
}
"""Every scalar kind that is read from one line, by what reads it."""

_WORDS = (Kind.TEXT, Kind.LONG_TEXT)
_MAY_BE_EMPTY = (*_WORDS, Kind.KVK, Kind.VAT, Kind.IBAN, Kind.EMAIL, Kind.PHONE, Kind.POSTCODE)
_ECHOED = frozenset(
    {
        Kind.NUMBER,
        Kind.MONEY,
        Kind.PERCENTAGE,
        Kind.DATE,
        Kind.DURATION,
        Kind.FREQUENCY,
        Kind.IBAN,
        Kind.PHONE,
        Kind.POSTCODE,
    }
)
_NOT_KNOWN = {"weet ik niet", "weet niet", "weet ik nog niet", "onbekend"}
_NONE = {"geen", "geen van deze", "niets", "niets hiervan", "[]"}


def read(question: Question, text: str) -> Value | State | Rejection:
    """What the user typed, as a value of the question's kind, or a state the question allows, or why not."""
    if refusal := refused_character(text):
        return refusal
    if not has_ink(text):
        return _empty(question)
    if (state := _state(question, folded(text))) is not None:
        return state
    match question.kind:
        case Kind.LONG_TEXT:
            return read_text(text)
        case Kind.CHOICE | Kind.YES_NO:
            return read_choice(choices_of(question), text)
        case Kind.MULTI:
            return _read_multiple(question, text)
        case kind:
            return READERS[kind](tidy(text))


def _state(question: Question, words: str) -> State | None:
    if any(folded(c.id) == words for c in choices_of(question)):
        return None
    if question.may_be_later and words in {"later", "later invullen"}:
        return State.LATER
    if question.may_be_unknown and question.kind not in _WORDS and words in _NOT_KNOWN:
        return State.UNKNOWN
    return None


def _empty(question: Question) -> Value | State | Rejection:
    if question.may_be_empty and question.kind in _MAY_BE_EMPTY:
        return ""
    if question.may_be_empty and question.kind is Kind.MULTI:
        return ()
    if question.at_signing:
        return State.LATER
    example = f", bijvoorbeeld {question.example}" if question.example else ""
    return Rejection(f"Vul hier een antwoord in{example}.", "Vul een antwoord in.", "leeg-antwoord")


def _read_multiple(question: Question, text: str) -> Value | Rejection:
    choices = choices_of(question)
    whole = read_choice(choices, text)
    if isinstance(whole, str):
        return (whole,)
    if question.may_be_empty and folded(text) in _NONE:
        return ()
    picked: set[str] = set()
    for part in text.replace(";", ",").replace(" en ", ",").split(","):
        option = read_choice(choices, part) if part.strip() else None
        if isinstance(option, Rejection):
            return option
        picked |= {option} if option else set()
    return tuple(c.id for c in choices if c.id in picked) or whole


def echo(question: Question, text: str) -> str | None:
    """What was understood so far, shown while typing; nothing where it would only repeat or scold."""
    if question.kind not in _ECHOED or not text.strip():
        return None
    value = read(question, text)
    return None if isinstance(value, Rejection | State) else f"= {shown(value, question.kind)}"
