"""Reads the arithmetic of ``afgeleid:`` from Jinja's tree on a strict white-list."""

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.expressions.ast import (
    Amount,
    Binary,
    Count,
    DaysUntil,
    Earliest,
    Missing,
    Number,
    Records,
    Total,
    Variable,
)
from generator.expressions.names import choices_of
from generator.expressions.syntax import Source, offset_of, text_constant
from generator.expressions.typecheck import amount_kind, field_named
from generator.expressions.variables import records, variable
from generator.library import Kind, Question

if TYPE_CHECKING:
    from jinja2 import nodes


_OVER_FIELDS = frozenset({"aantal", "ontbreekt", "eerste"})


def amount(source: Source, node: "nodes.Expr") -> Amount | None:
    """The computation, or None after reporting what does not belong in it."""
    from jinja2 import nodes

    match node:
        case nodes.Const() if isinstance(node.value, int | float) and not isinstance(node.value, bool):
            return Number(Decimal(str(node.value)))
        case nodes.Neg():
            inner = amount(source, node.node)
            return None if inner is None else Binary(Number(Decimal(0)), "-", inner)
        case nodes.Add() | nodes.Sub() | nodes.Mul():
            return _binary(source, node)
        case nodes.Call():
            return _days_until(source, node)
        case nodes.Filter():
            return _filtered(source, node)
        case _:
            found = variable(source, node)
            return None if found is None else Variable(found[0])


def _binary(source: Source, node: "nodes.Add | nodes.Sub | nodes.Mul") -> Amount | None:
    from jinja2 import nodes

    left, right = amount(source, node.left), amount(source, node.right)
    if left is None or right is None:
        return None
    sign = "+" if isinstance(node, nodes.Add) else "-" if isinstance(node, nodes.Sub) else "*"
    found = Binary(left, sign, right)  # type: ignore[arg-type]  # one of the three
    if amount_kind(found, source.names) is None:
        source.fail(
            "verkeerd-type",
            f"deze twee kunnen niet samen in een berekening met '{sign}'",
            "tel bedragen bij bedragen op, getallen bij getallen; vermenigvuldig een bedrag met een getal",
            offset_of(node),
        )
        return None
    return found


def _days_until(source: Source, node: "nodes.Call") -> Amount | None:
    from jinja2 import nodes

    if not (isinstance(node.node, nodes.Name) and node.node.name == "dagen_tot" and len(node.args) == 1):
        not_allowed(source, node)
        return None
    found = variable(source, node.args[0])
    if found is None:
        return None
    if found[1].kind is not Kind.DATE:
        source.fail(
            "verkeerd-type",
            f"'{'.'.join(found[0])}' is een {found[1].kind}, geen datum",
            "geef dagen_tot een datum",
            offset_of(node.args[0]),
        )
        return None
    return DaysUntil(found[0])


def _filtered(source: Source, node: "nodes.Filter") -> Amount | None:
    inner = node.node
    if inner is None or node.name not in {"som", *_OVER_FIELDS}:
        not_allowed(source, node)
        return None
    found = records(source, inner)
    if found is None:
        return None
    if node.name == "aantal":
        return Count(found)
    fields = [text_constant(a) for a in node.args]
    wanted = [f for f in fields if f is not None]
    if not wanted or len(wanted) != len(fields) or (node.name != "som" and len(wanted) != 1):
        source.fail(
            "niet-toegestaan",
            f"bij {node.name}(…) horen namen van velden tussen aanhalingstekens",
            'schrijf som("aantal", "prijs"), ontbreekt("soort") of eerste("datum")',
            node.lineno,
            len(node.name),
        )
        return None
    return _over_fields(source, node, found, tuple(wanted))


def _over_fields(
    source: Source, node: "nodes.Filter", over: Records, names: tuple[str, ...]
) -> Amount | None:
    list_ = source.names.resolve(over.path)
    fields = {name: field_named(list_, name) if isinstance(list_, Question) else None for name in names}
    unknown = [name for name, found in fields.items() if found is None]
    result = _result(node.name, over, names)
    if unknown:
        source.fail(
            "onbekende-variabele",
            f"'{'.'.join(over.path)}' heeft geen veld '{unknown[0]}'",
            "kijk welke velden de lijst heeft",
            node.lineno,
        )
        return None
    fits = amount_kind(result, source.names) is not None
    if node.name == "ontbreekt":
        fits = all(found is not None and choices_of(found) for found in fields.values())
    if not fits:
        source.fail(
            "verkeerd-type",
            f"{node.name}(…) kan niet met {', '.join(names)}",
            "gebruik som met getallen en ten hoogste één bedrag, ontbreekt met een keuzeveld, eerste met een datum",
            node.lineno,
            len(node.name),
        )
        return None
    return result


def _result(name: str, over: Records, names: tuple[str, ...]) -> Amount:
    match name:
        case "ontbreekt":
            return Missing(over, names[0])
        case "eerste":
            return Earliest(over, names[0])
        case _:
            return Total(over, names)


def not_allowed(source: Source, node: "nodes.Expr") -> None:
    source.fail(
        "niet-toegestaan",
        "deze bewerking kent de bibliotheek hier niet",
        "gebruik alleen wat in het handboek staat, bij Filters en voorwaarden",
        offset_of(node),
    )
