"""Reads ``{{ … }}``: a value with the filters that fit its kind, a reference, or a place to write by hand."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.diagnostics import Position
from generator.expressions.names import Meaning, choices_of
from generator.expressions.syntax import Source, at_offset, offset_of, text_constant
from generator.expressions.typecheck import CHOICES, FILTERS, LISTS, PRINTED_WITH, WORDS, field_named
from generator.expressions.variables import Tests, records, variable
from generator.library import BlankSlot, Kind, Question, ReferenceSlot, ValueSlot, WritingLines

if TYPE_CHECKING:
    from jinja2 import nodes

Slot = ValueSlot | ReferenceSlot | BlankSlot | WritingLines
FUNCTIONS = ("artikel", "bijlage", "invulveld", "schrijflijnen")
MOST_LINES = 30


def read_slot(source: Source, node: "nodes.Expr") -> Slot | None:
    from jinja2 import nodes

    inner, filters = _unwrapped(node)
    if isinstance(inner, nodes.Call) and isinstance(inner.node, nodes.Name):
        return _call(source, inner, inner.node.name, filters)
    return _value(source, inner, filters)


def _unwrapped(node: "nodes.Expr") -> "tuple[nodes.Expr, list[nodes.Filter]]":
    """The innermost expression, and its filters in the order of writing."""
    from jinja2 import nodes

    filters: list[nodes.Filter] = []
    while isinstance(node, nodes.Filter) and node.node is not None:
        filters.insert(0, node)
        node = node.node
    return node, filters


def _call(source: Source, node: "nodes.Call", name: str, filters: "list[nodes.Filter]") -> Slot | None:
    if name not in FUNCTIONS:
        near = get_close_matches(name, FUNCTIONS, n=1)
        remedy = f"schrijf '{near[0]}(…)'" if near else "kies uit: " + ", ".join(FUNCTIONS)
        source.fail("niet-toegestaan", f"'{name}(…)' bestaat niet", remedy, offset_of(node), len(name))
        return None
    if name in {"artikel", "bijlage"}:
        return _reference(source, node, name, filters)
    for extra in filters:
        _does_not_fit(source, extra, f"{name}(…)", "laat het filter weg")
    if name == "invulveld":
        label = _only_text(source, node, name, 'schrijf invulveld("Plaats")')
        return None if label is None else BlankSlot(label)
    return _lines(source, node)


def _lines(source: Source, node: "nodes.Call") -> WritingLines | None:
    from jinja2 import nodes

    count = node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], nodes.Const) else None
    if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= MOST_LINES:
        message = f"schrijflijnen(…) wil een aantal van 1 tot en met {MOST_LINES}"
        source.fail("niet-toegestaan", message, "schrijf schrijflijnen(3)", offset_of(node))
        return None
    return WritingLines(count)


def _only_text(source: Source, node: "nodes.Call", name: str, remedy: str) -> str | None:
    text = text_constant(node.args[0]) if len(node.args) == 1 else None
    if not text:
        message = f"{name}(…) wil één tekst tussen aanhalingstekens"
        source.fail("niet-toegestaan", message, remedy, offset_of(node), len(name))
        return None
    return text


def _reference(
    source: Source, node: "nodes.Call", name: str, filters: "list[nodes.Filter]"
) -> ReferenceSlot | None:
    target = _only_text(source, node, name, f'schrijf {name}("…")')
    known = {"in"} if name == "bijlage" else {"in", "lid"}
    given: dict[str, str] = {}
    for pair in node.kwargs:
        text = text_constant(pair.value)
        if pair.key not in known or not text:
            message = f"{name}(…) kent '{pair.key}' zo niet"
            remedy = "gebruik " + " en ".join(f'{k}="…"' for k in sorted(known))
            source.fail("niet-toegestaan", message, remedy, offset_of(pair.value), len(pair.key))
        else:
            given[pair.key] = text
    for used in filters:
        if used.name != "hoofdletter":
            _does_not_fit(source, used, f"{name}(…)", "laat het filter weg, of schrijf '| hoofdletter'")
    if target is None:
        return None
    return ReferenceSlot(
        target,
        name == "bijlage",
        given.get("lid"),
        given.get("in"),
        any(f.name == "hoofdletter" for f in filters),
        at_slot(source, node),
    )


def at_slot(source: Source, node: "nodes.Expr") -> Position:
    return at_offset(source.position, source.text, offset_of(node))


def _value(source: Source, node: "nodes.Expr", filters: "list[nodes.Filter]") -> ValueSlot | None:
    found = variable(source, node)
    if found is None:
        return None
    path, meaning = found
    dotted = ".".join(path)
    narrowed, filters = _narrowed(source, filters)
    if narrowed is None:
        return None
    for used in filters:
        _check_filter(source, used, dotted, meaning)
    if meaning.kind not in PRINTED_WITH:
        _not_printable(source, node, dotted, meaning)
        return None
    needed = PRINTED_WITH[meaning.kind]
    if needed is not None and not any(f.name == needed for f in filters):
        written = _example(needed, meaning)
        message = f"'{dotted}' is een {meaning.kind} en staat hier zonder '{needed}'"
        remedy = f"schrijf '{{{{ {dotted} | {written} }}}}'"
        source.fail("filter-past-niet", message, remedy, offset_of(node), len(dotted))
    field = _listed_field(source, filters, dotted, meaning)
    choices = choices_of(meaning) if field is None else choices_of(field)
    return ValueSlot(
        path,
        tuple(f.name for f in filters),
        meaning.kind,
        at_slot(source, node),
        choices=choices,
        label=_label(meaning),
        record_field=field.id if field else None,
        tests=narrowed,
    )


def _narrowed(source: Source, filters: "list[nodes.Filter]") -> "tuple[Tests | None, list[nodes.Filter]]":
    """What ``met(…)`` asks of the records, and the filters after it; no tests when it is not there."""
    if not filters or filters[0].name != "met":
        return (), filters
    found = records(source, filters[0])
    return (None if found is None else found.tests), filters[1:]


def _label(meaning: Meaning) -> str:
    return meaning.text if isinstance(meaning, Question) else (meaning.label or meaning.id)


def _example(needed: str, meaning: Meaning) -> str:
    if meaning.kind is Kind.MATRIX:
        return f'{needed}("naam")'
    if meaning.kind is Kind.LIST and isinstance(meaning, Question) and meaning.fields:
        return f'{needed}("{meaning.fields[0].id}")'
    return needed


def _check_filter(source: Source, used: "nodes.Filter", dotted: str, meaning: Meaning) -> None:
    if used.name not in FILTERS:
        near = get_close_matches(used.name, FILTERS, n=1)
        remedy = f"schrijf '{near[0]}'" if near else "kies uit: " + ", ".join(FILTERS)
        message = f"onbekend filter '{used.name}'"
        source.fail("onbekend-filter", message, remedy, used.lineno, len(used.name))
        return
    fits = {PRINTED_WITH.get(meaning.kind), "hoofdletter"}
    if meaning.kind in WORDS:
        fits.add("citaat")
    if used.name not in fits:
        needed = PRINTED_WITH.get(meaning.kind)
        remedy = f"schrijf '| {_example(needed, meaning)}'" if needed else "laat het filter weg"
        _does_not_fit(source, used, f"'{dotted}' ({meaning.kind})", remedy)
    elif (used.args or used.kwargs) and not (used.name == "opsomming" and meaning.kind in LISTS):
        _does_not_fit(source, used, f"'{dotted}' met iets tussen haakjes", f"schrijf '| {used.name}'")


def _does_not_fit(source: Source, used: "nodes.Filter", what: str, remedy: str) -> None:
    message = f"het filter '{used.name}' past niet bij {what}"
    source.fail("filter-past-niet", message, remedy, used.lineno, len(used.name))


def _not_printable(source: Source, node: "nodes.Expr", dotted: str, meaning: Meaning) -> None:
    remedy = "schrijf een {% if %} met de tekst die erbij hoort"
    if meaning.kind is Kind.REFERENCE:
        remedy = f"schrijf '{{{{ {dotted}.naam }}}}'"
    elif meaning.kind is Kind.GROUP and isinstance(meaning, Question) and meaning.fields:
        remedy = f"noem een veld: '{dotted}.{meaning.fields[0].id}'"
    message = f"'{dotted}' is een {meaning.kind} en kan niet als tekst worden afgedrukt"
    source.fail("filter-past-niet", message, remedy, offset_of(node), len(dotted))


def _listed_field(
    source: Source, filters: "list[nodes.Filter]", dotted: str, meaning: Meaning
) -> Question | None:
    """The field that ``opsomming("naam")`` lists: words, or a choice by its label."""
    used = next((f for f in filters if f.name == "opsomming"), None)
    if used is None or meaning.kind not in LISTS or not isinstance(meaning, Question):
        return None
    name = text_constant(used.args[0]) if len(used.args) == 1 else None
    field = field_named(meaning, name) if name else None
    if field is None or field.kind not in WORDS | CHOICES:
        message = f"opsomming van '{dotted}' wil de naam van een tekst- of keuzeveld"
        remedy = f"schrijf '| {_example('opsomming', meaning)}'"
        source.fail("filter-past-niet", message, remedy, used.lineno, len(used.name))
        return None
    return field
