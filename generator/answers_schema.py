"""Answers files and situations as JSON Schema: what a library asks, for editors."""

from collections.abc import Iterable
from typing import Any

from generator.library import Kind, Library, Question

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
PLAIN: Json = {"type": ["string", "number"]}
STATES = ["later", "onbekend"]
NUMBERS = frozenset({Kind.NUMBER, Kind.PERCENTAGE, Kind.MONEY})


def answers_schema(library: Library) -> Json:
    """An answers file of any questionnaire of this library."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["vragenlijst", "antwoorden"],
        "additionalProperties": False,
        "properties": {"vragenlijst": _one_of(library.questionnaires), **_shared(library)},
    }


def situation_schema(library: Library) -> Json:
    """A situation: answers with what must come out of them."""
    schema = {**answers_schema(library), "properties": _with_gaps(_shared(library))}
    wanted: Json = {"type": "object", "description": "Wat eruit moet komen."}
    return {
        **schema,
        "required": ["verwacht"],
        "properties": {
            "naam": {**TEXT, "description": "De situatie in één zin."},
            "vandaag": {**TEXT, "description": "De dag waarop dit speelt: 2026-11-21."},
            "basis": {**TEXT, "description": "De situatie waar dit op voortbouwt."},
            "antwoorden_van": {**TEXT, "description": "Het antwoordenbestand waar dit op voortbouwt."},
            "vragenlijst": _one_of(library.questionnaires),
            "antwoorden": schema["properties"]["antwoorden"],
            "besluiten": schema["properties"]["besluiten"],
            "verwacht": wanted,
        },
    }


def _with_gaps(part: Any) -> Any:
    """The same, where an empty value takes away what the basis answers."""
    if isinstance(part, list):
        return [_with_gaps(p) for p in part]
    if not isinstance(part, dict):
        return part
    kept = {k: _with_gaps(v) for k, v in part.items()}
    if isinstance(kept.get("properties"), dict):
        kept["properties"] = {k: {"anyOf": [v, {"type": "null"}]} for k, v in kept["properties"].items()}
    return kept


def _shared(library: Library) -> Json:
    decisions: Json = {"type": "object", "description": "Per melding het besluit."}
    if library.decision.questions:
        decisions["additionalProperties"] = _record(library.decision.questions, closed=False)
    sections = {s.id: {"description": s.title, **_record(s.questions)} for s in library.sections.values()}
    return {
        "vorm": {"const": 1, "description": "De vorm van dit bestand."},
        "antwoorden": {"type": "object", "additionalProperties": False, "properties": sections},
        "besluiten": decisions,
        "eerder": {"type": "object", "description": "Besluiten waarvan de melding weg is."},
        "vervallen": {"type": "object", "description": "Antwoorden waarvan de vraag weg is."},
        "invoer": {"type": "object", "description": "Waar de antwoorden vandaan komen."},
    }


def _record(questions: Iterable[Question], *, closed: bool = True) -> Json:
    properties = {q.id: {"description": _told(q), **_answer(q)} for q in questions}
    return {"type": "object", "additionalProperties": not closed, "properties": properties}


def _told(question: Question) -> str:
    return " ".join(part for part in (question.text, question.why) if part)


def _answer(question: Question) -> Json:
    """The answer, or a state that this question may be in."""
    value = _value(question)
    states = [s for s in STATES if (question.may_be_later, question.may_be_unknown)[STATES.index(s)]]
    return {"anyOf": [value, {"enum": states}]} if states and value != PLAIN else value


def _value(question: Question) -> Json:
    match question.kind:
        case Kind.CHOICE:
            return _one_of(c.id for c in question.choices)
        case Kind.YES_NO:
            return {"enum": ["ja", "nee", "weet_ik_niet", True, False]}
        case Kind.MULTI:
            return {"type": "array", "items": _one_of(c.id for c in question.choices)}
        case Kind.GROUP:
            return _record(question.fields)
        case Kind.LIST:
            row = _record(question.fields)
            row["properties"] = {
                "id": {**TEXT, "description": "De vaste naam van de rij."},
                **row["properties"],
            }
            return {"type": "array", "items": row}
        case Kind.MATRIX:
            return _matrix(question)
        case _:
            return PLAIN


def _matrix(question: Question) -> Json:
    choice = _one_of(c.id for c in question.choices)
    cell = _record(question.fields)
    cell["properties"] = {"keuze": choice, **cell["properties"]}
    rows = {r.id: {"description": r.label, "anyOf": [choice, cell]} for r in question.rows}
    return {"type": "object", "additionalProperties": False, "properties": rows}


def _one_of(names: Iterable[str]) -> Json:
    return {"enum": list(names)}
