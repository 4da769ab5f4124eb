"""Reads one condition from Jinja's tree on a strict white-list, with the kinds checked."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from generator.expressions.ast import (
    And,
    Compare,
    CompareAmounts,
    Contains,
    CountIs,
    Every,
    Expr,
    Known,
    Literal,
    NonEmpty,
    Not,
    OneOf,
    Operator,
    Or,
    Path,
    Present,
    Records,
    Truth,
)
from generator.expressions.computations import amount, not_allowed
from generator.expressions.names import Meaning, choices_of
from generator.expressions.syntax import Source, offset_of, text_constant, texts_in
from generator.expressions.typecheck import (
    CHOICES,
    CONSTANT_LOOKS_LIKE,
    LISTS,
    ORDERED,
    amount_kind,
    constant,
    is_uncertain,
)
from generator.expressions.variables import options, records, tests, variable
from generator.library import Kind

if TYPE_CHECKING:
    from jinja2 import nodes

OPERATORS: dict[str, Operator] = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}
MIRRORED: dict[Operator, Operator] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
NEVER = Literal(value=False)


class ConditionReader:
    """``derived``: arithmetic and variable against variable are allowed, as in ``afgeleid:``."""

    def __init__(self, source: Source, *, derived: bool = False) -> None:
        self._source = source
        self._derived = derived

    def read(self, node: "nodes.Expr", *, negated: bool = False) -> Expr:
        """``negated``: the node stands under a ``not``, where options that mean not knowing would count as no."""
        from jinja2 import nodes

        match node:
            case nodes.And():
                return And(_flat(And, [self.read(n, negated=negated) for n in (node.left, node.right)]))
            case nodes.Or():
                return Or(_flat(Or, [self.read(n, negated=negated) for n in (node.left, node.right)]))
            case nodes.Not():
                return Not(self.read(node.node, negated=not negated))
            case nodes.Const() if isinstance(node.value, bool):
                return Literal(node.value)
            case nodes.Test():
                return self._known(node)
            case nodes.Compare():
                return self._comparison(node, negated=negated)
            case nodes.Filter():
                return self._filtered(node)
            case nodes.Call():
                return self._present(node)
            case nodes.Name() | nodes.Getattr():
                return self._bare(node)
            case _:
                not_allowed(self._source, node)
                return NEVER

    def _known(self, node: "nodes.Test") -> Expr:
        if node.name not in {"bekend", "onbekend"} or node.args:
            self._source.fail(
                "niet-toegestaan",
                f"'is {node.name}' bestaat niet",
                "schrijf 'is bekend' of 'is onbekend'",
                node.lineno,
            )
            return NEVER
        found = variable(self._source, node.node)
        return NEVER if found is None else Known(found[0], negated=node.name == "onbekend")

    def _present(self, node: "nodes.Call") -> Expr:
        from jinja2 import nodes

        is_presence = isinstance(node.node, nodes.Name) and node.node.name == "aanwezig"
        clause = text_constant(node.args[0]) if is_presence and len(node.args) == 1 else None
        if clause is None or node.kwargs:
            not_allowed(self._source, node)
            return NEVER
        return Present(clause)

    def _bare(self, node: "nodes.Expr") -> Expr:
        found = variable(self._source, node)
        if found is None:
            return NEVER
        path, meaning = found
        if meaning.kind is Kind.TRUTH:
            return Truth(path)
        if meaning.kind in LISTS or meaning.kind is Kind.MULTI:
            return NonEmpty(Records(path))
        dotted = ".".join(path)
        if meaning.kind in CHOICES:
            self._name_options(dotted, meaning, node)
        else:
            self._source.fail(
                "verkeerd-type",
                f"'{dotted}' is een {meaning.kind} en op zichzelf niet waar of onwaar",
                f"schrijf '{dotted} is bekend' of vergelijk met een waarde",
                offset_of(node),
                len(dotted),
            )
        return NEVER

    def _filtered(self, node: "nodes.Filter") -> Expr:
        inner = node.node
        if inner is not None and node.name == "met":
            found = records(self._source, node)
            return NEVER if found is None else NonEmpty(found)
        if inner is not None and node.name == "alle":
            over = records(self._source, inner)
            checks = None if over is None else tests(self._source, over.path, node)
            return NEVER if over is None or checks is None else Every(over, checks)
        self._source.fail(
            "niet-toegestaan",
            f"'| {node.name}' is geen voorwaarde",
            "schrijf met(…), alle(…), of een aantal met een vergelijking: '| aantal >= 2'",
            node.lineno,
            len(node.name),
        )
        return NEVER

    def _comparison(self, node: "nodes.Compare", *, negated: bool) -> Expr:
        if len(node.ops) != 1:
            self._source.fail(
                "niet-toegestaan",
                "twee vergelijkingen achter elkaar",
                "schrijf er 'and' tussen",
                offset_of(node),
            )
            return NEVER
        operand = node.ops[0]
        if operand.op in {"in", "notin"}:
            return self._membership(node.expr, operand.expr, positive=operand.op == "in", negated=negated)
        left, right, operator = node.expr, operand.expr, OPERATORS[operand.op]
        if _is_constant(left) and not _is_constant(right):
            left, right, operator = right, left, MIRRORED[operator]
        counted = self._counted(left, operator, right)
        if counted is not None:
            return counted
        if self._derived and not (_is_constant(right) and _is_path(left)):
            return self._amounts(node, left, operator, right)
        return self._against_constant(left, operator, right, negated=negated)

    def _counted(self, left: "nodes.Expr", operator: Operator, right: "nodes.Expr") -> Expr | None:
        from jinja2 import nodes

        if not (isinstance(left, nodes.Filter) and left.name == "aantal" and left.node is not None):
            return None
        if not (isinstance(right, nodes.Const) and isinstance(right.value, int)):
            return None
        if _is_path(left.node):
            found = variable(self._source, left.node)
            if found is None:
                return NEVER
            if found[1].kind is Kind.MULTI:
                return CountIs(Records(found[0]), operator, right.value)
        over = records(self._source, left.node)
        return NEVER if over is None else CountIs(over, operator, right.value)

    def _membership(self, left: "nodes.Expr", right: "nodes.Expr", *, positive: bool, negated: bool) -> Expr:
        if text_constant(left) is not None:
            return self._contains(left, right, positive=positive, negated=negated)
        found = variable(self._source, left)
        if found is None:
            return NEVER
        path, meaning = found
        if meaning.kind not in CHOICES:
            self._wrong_type(path, meaning, left)
            return NEVER
        if (not positive or negated) and is_uncertain(meaning):
            self._name_options(".".join(path), meaning, left, texts_in(right))
        named = options(self._source, meaning, right, ".".join(path))
        return NEVER if named is None else OneOf(path, named, negated=not positive)

    def _contains(self, left: "nodes.Expr", right: "nodes.Expr", *, positive: bool, negated: bool) -> Expr:
        found = variable(self._source, right)
        if found is None:
            return NEVER
        path, meaning = found
        if meaning.kind is not Kind.MULTI:
            self._wrong_type(path, meaning, right)
            return NEVER
        if (not positive or negated) and is_uncertain(meaning):
            self._name_options(".".join(path), meaning, right)
        named = options(self._source, meaning, left, ".".join(path))
        if named is None:
            return NEVER
        inside = Contains(path, named[0])
        return inside if positive else Not(inside)

    def _against_constant(
        self, left: "nodes.Expr", operator: Operator, right: "nodes.Expr", *, negated: bool
    ) -> Expr:
        found = variable(self._source, left)
        if found is None:
            return NEVER
        path, meaning = found
        if meaning.kind in CHOICES and operator in {"==", "!="} and text_constant(right) is not None:
            if (operator == "!=" or negated) and is_uncertain(meaning):
                self._name_options(".".join(path), meaning, left, texts_in(right))
            named = options(self._source, meaning, right, ".".join(path))
            return NEVER if named is None else Compare(path, operator, named[0])
        value = constant(meaning.kind, right) if meaning.kind in ORDERED else None
        if value is None:
            self._wrong_type(path, meaning, right, between_variables=_is_path(right))
            return NEVER
        return Compare(path, operator, value)

    def _amounts(
        self, node: "nodes.Expr", left: "nodes.Expr", operator: Operator, right: "nodes.Expr"
    ) -> Expr:
        one, other = amount(self._source, left), amount(self._source, right)
        if one is None or other is None:
            return NEVER
        kinds = amount_kind(one, self._source.names), amount_kind(other, self._source.names)
        if kinds[0] is not kinds[1] or kinds[0] not in ORDERED:
            self._source.fail(
                "verkeerd-type",
                f"een {kinds[0] or 'berekening'} en een {kinds[1] or 'berekening'} zijn niet te vergelijken",
                "vergelijk twee datums, twee bedragen, twee getallen of twee duren",
                offset_of(node),
            )
            return NEVER
        return CompareAmounts(one, operator, other)

    def _wrong_type(
        self, path: Path, meaning: Meaning, node: "nodes.Expr", *, between_variables: bool = False
    ) -> None:
        dotted = ".".join(path)
        remedy = "schrijf 'is bekend'"
        if between_variables:
            remedy = "vergelijk twee variabelen onder afgeleid: en gebruik hier de naam daarvan"
        elif meaning.kind is Kind.MULTI:
            remedy = f"schrijf '\"optie\" in {dotted}'"
        elif meaning.kind in CHOICES:
            remedy = f"schrijf '{dotted} == \"optie\"' of '{dotted} in [\"optie\", …]'"
        elif meaning.kind in CONSTANT_LOOKS_LIKE:
            remedy = f"vergelijk met bijvoorbeeld {CONSTANT_LOOKS_LIKE[meaning.kind]}"
        message = f"deze vergelijking past niet bij '{dotted}': dat is een {meaning.kind}"
        self._source.fail("verkeerd-type", message, remedy, offset_of(node))

    def _name_options(
        self, dotted: str, meaning: Meaning, node: "nodes.Expr", excluded: Collection[str] = ()
    ) -> None:
        listed = ", ".join(f'"{c.id}"' for c in choices_of(meaning) if c.id not in excluded)
        message = f"'{dotted}' kent meer dan ja en nee"
        remedy = f"noem de opties: {dotted} in [{listed}]"
        self._source.fail("noem-de-opties", message, remedy, offset_of(node), len(dotted))


def _flat(kind: type[And] | type[Or], parts: list[Expr]) -> tuple[Expr, ...]:
    found: list[Expr] = []
    for part in parts:
        if isinstance(part, And | Or) and isinstance(part, kind):
            found.extend(part.parts)
        else:
            found.append(part)
    return tuple(found)


def _is_constant(node: "nodes.Expr") -> bool:
    from jinja2 import nodes

    return isinstance(node, nodes.Const) or (isinstance(node, nodes.Neg) and _is_constant(node.node))


def _is_path(node: "nodes.Expr") -> bool:
    from jinja2 import nodes

    return isinstance(node, nodes.Name | nodes.Getattr)
