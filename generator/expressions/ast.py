"""The closed language of conditions and derived values, as data.

A path is a tuple of names: ``("backup", "bronnen")``, ``("b", "systeem", "naam")``, ``("melding", "niveau")``.
The first name is a section, a loop variable, or one of the built-in roots of ``builtins.py``.
"""

from decimal import Decimal
from typing import Literal as OneOfWords

from generator.diagnostics import Position
from generator.frozen import dataclass
from generator.values import Value

Path = tuple[str, ...]
Operator = OneOfWords["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Literal:
    """``true`` or ``false``; also what a question that is never asked in a questionnaire reduces to."""

    value: bool


@dataclass(frozen=True, slots=True)
class Compare:
    """A variable against a constant of its own kind (a choice's id, a number, a date, a duration)."""

    path: Path
    operator: Operator
    constant: Value


@dataclass(frozen=True, slots=True)
class OneOf:
    """``variable in ["a", "b"]``; ``negated`` for ``not in``."""

    path: Path
    options: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Contains:
    """``"option" in multiple_choice``."""

    path: Path
    option: str


@dataclass(frozen=True, slots=True)
class Known:
    """``x is bekend``: asked and a value; false for open-when-finished, later, onbekend, not asked."""

    path: Path
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Truth:
    """A derived boolean, or a built-in one such as ``melding.verzwaard``."""

    path: Path


@dataclass(frozen=True, slots=True)
class Records:
    """A list or matrix, narrowed by ``met(field="option", other=["a", "b"])``: every test must hold."""

    path: Path
    tests: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class NonEmpty:
    """A list as a condition: at least one record."""

    records: Records


@dataclass(frozen=True, slots=True)
class Every:
    """``L | alle(field="option")``: every record of the list passes; true for an empty list."""

    records: Records
    tests: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class CountIs:
    """``L | aantal >= 3``."""

    records: Records
    operator: Operator
    number: int


@dataclass(frozen=True, slots=True)
class Present:
    """``aanwezig("backup/herstel")``: the clause is in this document."""

    clause: str


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Expr"


@dataclass(frozen=True, slots=True)
class CompareAmounts:
    """Only in ``afgeleid:``: two computed values, or two variables, of one kind."""

    left: "Amount"
    operator: Operator
    right: "Amount"


Expr = (
    Literal
    | Compare
    | OneOf
    | Contains
    | Known
    | Truth
    | NonEmpty
    | Every
    | CountIs
    | Present
    | And
    | Or
    | Not
    | CompareAmounts
)


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Variable:
    path: Path


@dataclass(frozen=True, slots=True)
class Binary:
    left: "Amount"
    operator: OneOfWords["+", "-", "*"]
    right: "Amount"


@dataclass(frozen=True, slots=True)
class Total:
    """``L | met(…) | som("aantal", "prijs")``: the sum over the records of the product of the fields.

    Of money each product is rounded to cents, as a bill rounds its lines, and a percentage beside it is a share.
    A list that is not asked adds nothing, so that totals of several lists can be added up.
    """

    records: Records
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DaysUntil:
    """``dagen_tot(date)``: whole days from ``vandaag``; negative in the past."""

    path: Path


@dataclass(frozen=True, slots=True)
class Count:
    records: Records


@dataclass(frozen=True, slots=True)
class Missing:
    """``L | ontbreekt("soort")``: the options of that field's catalogue that no record uses."""

    records: Records
    field: str


@dataclass(frozen=True, slots=True)
class Earliest:
    """``L | met(…) | eerste("verlengt_op")``: the first of the dates that are known; unknown when there is none."""

    records: Records
    field: str


Amount = Number | Variable | Binary | Total | DaysUntil | Count | Missing | Earliest


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression with its source text, for messages and for "hangt af van"."""

    expr: Expr
    source: str
    position: Position


@dataclass(frozen=True, slots=True)
class ForEach:
    """``b in backup.bronnen if b.maker == "niemand"``: one pass per record that passes."""

    name: str
    path: Path
    condition: Condition | None
    source: str
    position: Position
