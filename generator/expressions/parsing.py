"""From the text of a condition, loop or computation to its typed form; every problem at its exact place."""

from generator.diagnostics import Position
from generator.expressions.ast import Condition, Expr, ForEach
from generator.expressions.computations import amount
from generator.expressions.conditions import NEVER, ConditionReader
from generator.expressions.names import Names
from generator.expressions.slots import Slot, read_slot
from generator.expressions.syntax import ExpressionProblems, Source, at_offset, offset_of, parsed
from generator.expressions.typecheck import LISTS, amount_kind, choices_of_amount
from generator.expressions.variables import variable
from generator.library import Computation, Kind, Question

__all__ = [
    "ExpressionProblems",
    "choices_of_amount",
    "parse_computation",
    "parse_condition",
    "parse_loop",
    "parse_slot",
]


def parse_condition(
    source: str, names: Names, position: Position, source_line: str | None = None, *, derived: bool = False
) -> Condition:
    """``derived``: as in ``afgeleid:``, where arithmetic and variable against variable are allowed."""
    read = Source(source, names, position, source_line)
    expr = _condition(read, derived=derived)
    read.finish()
    return Condition(expr, source.strip(), position)


def _condition(source: Source, *, derived: bool) -> Expr:
    node = parsed(source)
    return NEVER if node is None else ConditionReader(source, derived=derived).read(node)


def parse_computation(
    source: str, names: Names, position: Position, kind: Kind, source_line: str | None = None
) -> Condition | Computation:
    """The value of a derived variable; for kind waar a condition."""
    if kind is Kind.TRUTH:
        return parse_condition(source, names, position, source_line, derived=True)
    read = Source(source, names, position, source_line)
    node = parsed(read)
    found = None if node is None else amount(read, node)
    if found is not None and amount_kind(found, names) is not kind:
        actual = amount_kind(found, names)
        read.fail("verkeerd-type", f"dit levert een {actual} op, geen {kind}", f"schrijf 'soort: {actual}'")
    read.finish()
    if found is None:  # pragma: no cover -- a computation that could not be read has reported why
        raise ExpressionProblems(read.problems)
    return Computation(found, source.strip(), position)


def parse_loop(source: str, names: Names, position: Position, source_line: str | None = None) -> ForEach:
    """``b in backup.bronnen if b.maker == "niemand"``."""
    from jinja2 import nodes

    read = Source(source, names, position, source_line)
    node = parsed(read)
    test = node.test if isinstance(node, nodes.CondExpr) and node.expr2 is None else None
    loop = node.expr1 if isinstance(node, nodes.CondExpr) and test is not None else node
    if node is None:
        raise ExpressionProblems(read.problems)
    if not (
        isinstance(loop, nodes.Compare)
        and isinstance(loop.expr, nodes.Name)
        and len(loop.ops) == 1
        and loop.ops[0].op == "in"
    ):
        read.fail(
            "niet-te-lezen", "dit is geen herhaling", "schrijf 'x in lijst' of 'x in lijst if voorwaarde'"
        )
        raise ExpressionProblems(read.problems)
    found = variable(read, loop.ops[0].expr)
    if found is None or not isinstance(found[1], Question) or found[1].kind not in LISTS:
        if found is not None:
            read.fail(
                "verkeerd-type",
                f"'{'.'.join(found[0])}' is een {found[1].kind}, geen lijst",
                "herhaal over een lijst of een matrix",
                offset_of(loop.ops[0].expr),
            )
        raise ExpressionProblems(read.problems)
    name = loop.expr.name
    if name in names.sections:
        remedy = f"kies een andere naam, bijvoorbeeld '{name[0]}'"
        read.fail("niet-toegestaan", f"'{name}' is al de naam van een rubriek", remedy, 0, len(name))
    inside = read.inner(names.with_local(name, found[1], found[0]))
    condition = None if test is None else _tested(inside, test)
    read.finish()
    return ForEach(name, found[0], condition, source.strip(), position)


def _tested(source: Source, test: object) -> Condition:
    from jinja2 import nodes

    if not isinstance(test, nodes.Expr):  # pragma: no cover -- Jinja's grammar
        raise TypeError(test)
    offset = offset_of(test)
    expr = ConditionReader(source).read(test)
    return Condition(expr, source.text[offset:].strip(), at_offset(source.position, source.text, offset))


def parse_slot(source: str, names: Names, position: Position, source_line: str | None = None) -> Slot:
    """What stands between ``{{`` and ``}}``."""
    read = Source(source, names, position, source_line)
    node = parsed(read)
    slot = None if node is None else read_slot(read, node)
    read.finish()
    if slot is None:  # pragma: no cover -- a slot that could not be read has reported why
        raise ExpressionProblems(read.problems)
    return slot
