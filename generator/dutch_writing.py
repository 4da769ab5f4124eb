"""Values as a Dutch reader sees them, on screen and on paper."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from generator.dutch_codes import dutch_iban, dutch_phone
from generator.dutch_locale import dutch_date, dutch_number, euro
from generator.dutch_text import YES_NO
from generator.dutch_time import dutch_duration, dutch_frequency
from generator.library import Choice, Kind
from generator.values import Duration, Frequency, Record, State, Value

_PARENTHESES = re.compile(r"\([^)]*\)")


def joined(parts: Sequence[str]) -> str:
    """``a, b en c``; a comma before the last ``en`` where a part holds one itself."""
    if len(parts) < 2:
        return "".join(parts)
    last = ", en" if any(" en " in _PARENTHESES.sub("", part) for part in parts) else " en"
    return f"{', '.join(parts[:-1])}{last} {parts[-1]}"


def shown(value: Value | State, kind: Kind, choices: Sequence[Choice] = ()) -> str:
    """For the screen: labels as the questionnaire words them."""
    return _form(value, kind, {c.id: c.label for c in choices or _own(kind)})


def document_form(value: Value, kind: Kind, choices: Sequence[Choice] = ()) -> str:
    """For papers: labels as the contract words them."""
    return _form(value, kind, {c.id: c.in_document for c in choices or _own(kind)})


def _own(kind: Kind) -> tuple[Choice, ...]:
    return YES_NO if kind is Kind.YES_NO else ()


def _form(value: Value | State, kind: Kind, labels: dict[str, str]) -> str:
    match value:
        case State():
            return value.value
        case bool():
            return "ja" if value else "nee"
        case Decimal():
            return _figure(value, kind)
        case date():
            return dutch_date(value)
        case Duration():
            return dutch_duration(value)
        case Frequency():
            return dutch_frequency(value)
        case str():
            return _word(value, kind, labels)
        case Record():
            return _first_text(value)
        case tuple():
            return joined([labels.get(v, v) if isinstance(v, str) else _first_text(v) for v in value])


def _figure(value: Decimal, kind: Kind) -> str:
    if kind is Kind.MONEY:
        return euro(value)
    return f"{dutch_number(value)}%" if kind is Kind.PERCENTAGE else dutch_number(value)


def _word(value: str, kind: Kind, labels: dict[str, str]) -> str:
    if kind is Kind.IBAN:
        return dutch_iban(value)
    if kind is Kind.PHONE:
        return dutch_phone(value)
    return labels.get(value, value) if kind in (Kind.CHOICE, Kind.YES_NO, Kind.MULTI) else value


def _first_text(record: Record) -> str:
    texts = (v for v in record.values.values() if isinstance(v, str) and not isinstance(v, State))
    return next(texts, record.id)


def capital(text: str) -> str:
    """``IJ`` at the start is one letter in Dutch."""
    return "IJ" + text[2:] if text.startswith("ij") else text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """Between double quotation marks; those inside become single."""
    inner = text.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def apply_filter(
    name: str, value: Value, kind: Kind, choices: Sequence[Choice] = (), argument: str | None = None
) -> str:
    """One filter of clause text. Which filter fits which kind was checked when the library was loaded."""
    if name == "opsomming":
        return _listing(value, choices, argument)
    worded: dict[str, Callable[[str], str]] = {"hoofdletter": capital, "citaat": quoted}
    text = document_form(value, kind, choices)
    return worded[name](text) if name in worded else text


def _listing(value: Value, choices: Sequence[Choice], field: str | None) -> str:
    if not isinstance(value, tuple):
        return document_form(value, Kind.MULTI, choices)
    labels = {c.id: c.in_document for c in choices}
    words = [v if isinstance(v, str) else _field_text(v, field) for v in value]
    return joined([labels.get(w, w) for w in words if w])


def _field_text(record: Record, field: str | None) -> str:
    value = record.values.get(field) if field else None
    if field is None:
        return _first_text(record)
    return "" if value is None or isinstance(value, State) else _form(value, Kind.TEXT, {})
