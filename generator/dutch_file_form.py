"""Values as the answers file holds them: texts, lists and mappings, and back. Positions are the file reader's business."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from generator.dutch_amounts import LARGEST
from generator.dutch_reading import READERS
from generator.dutch_text import (
    Rejection,
    choices_of,
    clipped,
    has_ink,
    nearest_of,
    read_choice,
    read_text,
    refused_character,
    tidy,
)
from generator.dutch_time import dutch_duration, written_frequency
from generator.dutch_writing import joined
from generator.frozen import dataclass
from generator.library import Kind, Question
from generator.values import Duration, Frequency, Record, State, Value

Steps = tuple[str | int, ...]
_ROW_ID = r"[A-Za-z0-9_-]{1,40}"
_COMPOSITE = {Kind.GROUP: "velden", Kind.LIST: "regels", Kind.MATRIX: "rijen"}
_STATES = {"later": State.LATER, "onbekend": State.UNKNOWN, "op_papier": State.LATER}
_WORDS = frozenset(
    {
        Kind.TEXT,
        Kind.LONG_TEXT,
        Kind.KVK,
        Kind.VAT,
        Kind.IBAN,
        Kind.EMAIL,
        Kind.PHONE,
        Kind.POSTCODE,
        Kind.REFERENCE,
    }
)


class Plain(str):
    """A text that stands, or will stand, without quotation marks in a file."""

    __slots__ = ()
    plain = True


@dataclass(frozen=True, slots=True)
class Fault:
    """A rejection and where inside the raw value it is."""

    steps: Steps
    rejection: Rejection
    on_key: bool = False


class Faults:
    """Collects the faults of one raw value."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, steps: Steps, rejection: Rejection, *, on_key: bool = False) -> None:
        self.found.append(Fault(steps, rejection, on_key))


def read_written(question: Question, raw: object) -> Value | State | Rejection:
    """The value of a raw value out of a file or package, or the first thing that is wrong with it."""
    faults = Faults()
    value = decode(question, _loose(raw), faults)
    if faults.found:
        return faults.found[0].rejection
    return (
        value
        if value is not None
        else _rejection("leeg-antwoord", "Hier staat niets.", "Vul een antwoord in.")
    )


def _loose(raw: object) -> object:
    """Frozen data of a package as the lists and mappings that a file gives."""
    if isinstance(raw, Mapping):
        return {str(k): _loose(v) for k, v in raw.items()}
    return [_loose(v) for v in raw] if isinstance(raw, list | tuple) else raw


def decode(question: Question, raw: object, faults: Faults, steps: Steps = ()) -> Value | State | None:
    """The value; what is wrong with any part of it is added to ``faults``. None when nothing of it can be kept."""
    if not isinstance(raw, list | dict | str | None):
        raw = Plain({True: "ja", False: "nee"}.get(raw, str(raw)) if isinstance(raw, bool) else str(raw))
    if isinstance(raw, str) and (state := _state(question, raw)) is not None:
        return _checked_state(question, raw, state, faults, steps)
    match question.kind, raw:
        case (_, None) | (Kind.LIST, []) if raw is None or not question.may_be_empty:
            faults.add(steps, _empty(question))
        case Kind.GROUP, dict():
            return Record("", decode_fields(question.fields, raw, faults, steps))
        case Kind.LIST, list() if raw or question.may_be_empty:
            return _rows(question, raw, faults, steps)
        case Kind.MATRIX, dict():
            return _matrix(question, raw, faults, steps)
        case ((Kind.TEXT | Kind.LONG_TEXT), list()) if raw and all(isinstance(part, str) for part in raw):
            return _kept(_scalar(question, joined(raw)), faults, steps)
        case Kind.MULTI, list() | str():
            return _options(question, raw if isinstance(raw, list) else [raw], faults, steps)
        case kind, str() if kind not in _COMPOSITE and kind is not Kind.MULTI:
            return _kept(_scalar(question, raw), faults, steps)
        case _:
            faults.add(steps, _wrong_shape(question, raw))
    return None


def _kept(answer: Value | Rejection, faults: Faults, steps: Steps) -> Value | None:
    if isinstance(answer, Rejection):
        faults.add(steps, answer)
        return None
    return answer


def _state(question: Question, text: str) -> State | None:
    if not getattr(text, "plain", False) or text not in _STATES or question.choice(text) is not None:
        return None
    if text == "op_papier" and not (question.at_signing and question.kind in _WORDS):
        return None
    return _STATES[text]


def _checked_state(question: Question, text: str, state: State, faults: Faults, steps: Steps) -> State | None:
    allowed = (
        question.may_be_later or question.at_signing if state is State.LATER else question.may_be_unknown
    )
    if allowed:
        return state
    remedy = "Vul het antwoord in, of haal deze regel weg: dan blijft de vraag open."
    if question.kind in _WORDS:
        remedy += f' Bedoelt u het woord zelf? Zet het tussen aanhalingstekens: "{text}".'
    if choices_of(question):
        remedy = f"Kies uit: {', '.join(c.id for c in choices_of(question))}."
    faults.add(
        steps, _rejection(f"{text}-mag-niet", f"Deze vraag kan niet het antwoord '{text}' krijgen.", remedy)
    )
    return None


def _scalar(question: Question, text: str) -> Value | Rejection:
    if refusal := refused_character(text):
        return refusal
    if not has_ink(text):
        return "" if question.may_be_empty and question.kind in _WORDS else _empty(question)
    match question.kind:
        case Kind.LONG_TEXT:
            return read_text(text)
        case Kind.CHOICE | Kind.YES_NO:
            return read_choice(choices_of(question), text, prefix=False)
        case Kind.MONEY | Kind.NUMBER | Kind.PERCENTAGE if (
            amount := _point_form(question.kind, tidy(text))
        ) is not None:
            return amount
        case kind:
            return READERS[kind](tidy(text))


def _point_form(kind: Kind, text: str) -> Decimal | None:
    """``1250.50``: in a file only, where a program may have written it; money has exactly two decimals."""
    whole, point, decimals = text.partition(".")
    digits = (
        whole.isascii() and whole.isdigit() and decimals.isascii() and decimals.isdigit() and len(whole) <= 9
    )
    if not point or not digits or not (len(decimals) == 2 or (len(decimals) == 1 and kind is not Kind.MONEY)):
        return None
    amount = Decimal(text)
    return amount if amount <= (100 if kind is Kind.PERCENTAGE else LARGEST) else None


def _options(question: Question, raw: list[Any], faults: Faults, steps: Steps) -> tuple[str, ...] | None:
    picked: set[Value] = set()
    for number, item in enumerate(raw):
        if not isinstance(item, str):
            faults.add((*steps, number), _wrong_shape(replace(question, kind=Kind.CHOICE), item))
        elif (
            option := _kept(read_choice(choices_of(question), item, prefix=False), faults, (*steps, number))
        ) is not None:
            picked.add(option)
    if not raw and not question.may_be_empty:
        faults.add(steps, _empty(question))
        return None
    return tuple(c.id for c in choices_of(question) if c.id in picked)


def _rows(question: Question, raw: list[Any], faults: Faults, steps: Steps) -> tuple[Record, ...]:
    taken = {str(row["id"]) for row in raw if isinstance(row, dict) and isinstance(row.get("id"), str)}
    seen: set[str] = set()
    rows: list[Record] = []
    for number, item in enumerate(raw):
        here, row = (*steps, number), item
        if not isinstance(row, dict):
            faults.add(here, _wrong_shape(replace(question, kind=Kind.GROUP), row))
            row = {}
        name = _row_id(row, taken)
        taken.add(name)
        if name in seen or not re.fullmatch(_ROW_ID, name):
            faults.add((*here, "id"), _other_id(name))
        seen.add(name)
        cells = {k: v for k, v in row.items() if k != "id"}
        rows.append(Record(name, decode_fields(question.fields, cells, faults, here)))
    return tuple(rows)


def _other_id(name: str) -> Rejection:
    remedy = "Geef deze regel een eigen id van letters en cijfers, of haal het id weg."
    return _rejection("regel-id", f"Het id '{clipped(name)}' kan deze regel niet hebben.", remedy)


def _row_id(row: Mapping[str, object], taken: set[str]) -> str:
    """The row's own id, or the first free of r1, r2 …"""
    given = row.get("id")
    if isinstance(given, str) and given:
        return str(given)
    return next(name for n in range(1, len(taken) + 2) if (name := f"r{n}") not in taken)


def decode_fields(
    fields: tuple[Question, ...], raw: Mapping[str, Any], faults: Faults, steps: Steps
) -> dict[str, Value | State]:
    """In the order of the questionnaire, whatever the order in the file."""
    current = {old.rpartition(".")[2]: f.id for f in fields for old in f.formerly}
    names = {str(k): current.get(str(k), str(k)) for k in raw}
    known = {f.id for f in fields}
    for key, name in names.items():
        if name not in known:
            faults.add((*steps, key), unknown_name("veld", key, sorted(known)), on_key=True)
    values: dict[str, Value | State] = {}
    for f in fields:
        for key in (k for k, name in names.items() if name == f.id):
            value = decode(f, raw[key], faults, (*steps, key))
            if value is not None:
                values[f.id] = value
    return values


def cell_question(question: Question) -> Question:
    """The choice that every row of a matrix asks for."""
    return replace(question, id="keuze", kind=Kind.CHOICE, fields=(), rows=())


def _matrix(question: Question, raw: Mapping[str, Any], faults: Faults, steps: Steps) -> tuple[Record, ...]:
    rows = [r.id for r in question.rows]
    for key in raw:
        if key not in rows:
            faults.add((*steps, str(key)), unknown_name("rij", str(key), rows), on_key=True)
    fields = (cell_question(question), *question.fields)
    made = []
    for name in (n for n in rows if n in raw):
        row = raw[name] if isinstance(raw[name], dict) else {"keuze": raw[name]}
        inner = Faults()
        made.append(Record(name, decode_fields(fields, row, inner, (*steps, name))))
        short = not isinstance(raw[name], dict)
        faults.found += [replace(f, steps=(*steps, name)) if short else f for f in inner.found]
    return tuple(made)


def unknown_name(what: str, name: str, names: list[str]) -> Rejection:
    """A key that means nothing here, with the nearest that does."""
    near = nearest_of(name, names)
    choice = (
        f"Schrijf '{near}'."
        if near
        else f"Kies uit: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}."
    )
    neuter = what in {"veld", "risico"}
    article = "Het" if neuter else "De"
    slug = f"onbekend-{what}" if neuter else f"onbekende-{what}"
    return _rejection(slug, f"{article} {what} '{clipped(name)}' bestaat hier niet.", choice)


def _wrong_shape(question: Question, raw: object) -> Rejection:
    wanted = {
        Kind.GROUP: ("velden", "Zet de velden eronder, elk op een eigen regel: `naam: …`."),
        Kind.LIST: (
            "een lijst met regels",
            "Zet elke regel achter een streepje: `- naam: …`. Geen regels: `[]`.",
        ),
        Kind.MATRIX: ("een keuze per rij", "Zet per rij een keuze: `firewall: inbegrepen`."),
        Kind.MULTI: ("een lijst met keuzes", "Zet de keuzes tussen rechte haken: `[a, b]`."),
    }.get(question.kind, ("één antwoord", "Zet achter de dubbele punt één antwoord."))
    given = (
        "een lijst"
        if isinstance(raw, list)
        else "velden"
        if isinstance(raw, dict)
        else f"‘{clipped(str(raw))}’"
    )
    return _rejection("verkeerde-soort", f"Hier hoort: {wanted[0]}. Er staat: {given}.", wanted[1])


def _empty(question: Question) -> Rejection:
    example = f", bijvoorbeeld '{question.example}'" if question.example else ""
    return _rejection(
        "leeg-antwoord",
        "Hier staat nog niets.",
        f"Vul een antwoord in{example}, of haal deze regel weg: dan blijft de vraag open.",
    )


def _rejection(slug: str, message: str, remedy: str) -> Rejection:
    return Rejection(message, remedy, slug)


def written(question: Question, value: Value | State) -> object:
    """The file form: ``Plain`` where no quotation marks are needed, else a text, a list or a mapping."""
    match value:
        case State():
            return Plain("op_papier" if question.at_signing and not question.may_be_later else value.value)
        case Decimal():
            return f"{value:.2f}" if question.kind is Kind.MONEY else Plain(f"{value.normalize():f}")
        case date():
            return Plain(value.isoformat())
        case Duration():
            return Plain(dutch_duration(value))
        case Frequency():
            return Plain(written_frequency(value))
        case Record():
            return written_fields(question.fields, value)
        case tuple():
            return _written_rows(question, value)
        case str() if question.kind in (Kind.CHOICE, Kind.YES_NO):
            return Plain(value)
        case _:
            return str(value)


def written_fields(fields: tuple[Question, ...], record: Record) -> dict[str, object]:
    return {f.id: written(f, record.values[f.id]) for f in fields if f.id in record.values}


def _written_rows(question: Question, rows: tuple[Any, ...]) -> object:
    if question.kind is Kind.MULTI:
        return [Plain(option) for option in rows]
    if question.kind is Kind.MATRIX:
        fields = (cell_question(question), *question.fields)
        return {row.id: _short(written_fields(fields, row)) for row in rows}
    return [{"id": Plain(row.id), **written_fields(question.fields, row)} for row in rows]


def _short(row: dict[str, object]) -> object:
    return row["keuze"] if row.keys() == {"keuze"} else row
