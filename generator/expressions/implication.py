"""Does one condition follow from others? Decided by trying abstract values: sound, incomplete, never silent."""

from collections.abc import Hashable, Mapping, Sequence
from enum import Enum, auto

from generator.expressions.abstraction import ABSENT, OTHER, Abstraction
from generator.expressions.ast import And, Expr, Literal, Not
from generator.expressions.axioms import axioms, closure
from generator.expressions.formula import Assignment, TooManyError, Variable
from generator.expressions.names import Names
from generator.expressions.search import Search
from generator.expressions.setting import Setting
from generator.frozen import dataclass, field

LIMIT = 100_000


class Answer(Enum):
    PROVED = auto()
    REFUTED = auto()
    NOT_PROVABLE = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """``example`` shows values, by dotted name, under which the premises hold and the conclusion does not.

    ``split``: of some variable whole ranges were tried as one.
    """

    answer: Answer
    example: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    split: bool = False

    @property
    def proved(self) -> bool:
        return self.answer is Answer.PROVED


PROVED = Verdict(Answer.PROVED)


def implies(
    premises: Sequence[Expr],
    conclusion: Expr,
    names: Names,
    *,
    limit: int = LIMIT,
    setting: Setting | None = None,
) -> Verdict:
    """Whether the conclusion holds in every finished case in which all premises hold.

    ``setting`` narrows this to one questionnaire; its names must be ``names``.
    """
    given = {part for p in premises for part in _parts(p)}
    wanted = [part for part in _parts(conclusion) if part not in given and part != Literal(value=True)]
    if not wanted or Literal(value=False) in given:
        return PROVED
    return _search(premises, And(tuple(wanted)), setting or Setting(names), limit)


def contradictory(premises: Sequence[Expr], setting: Setting) -> bool:
    """No finished case satisfies them all."""
    return implies(premises, Literal(value=False), setting.names, setting=setting).proved


def _parts(expr: Expr) -> tuple[Expr, ...]:
    return tuple(q for p in expr.parts for q in _parts(p)) if isinstance(expr, And) else (expr,)


def counterexample(
    premises: Sequence[Expr], conclusion: Expr, setting: Setting, limit: int = LIMIT
) -> tuple[Assignment | None, Abstraction, bool]:
    """Abstract values under which the premises hold and the conclusion does not, and what these stand for.

    The last: something in it could not be looked into. Raises TooManyError.
    """
    abstraction = Abstraction(setting)
    abstraction.take((*premises, conclusion))
    visible = closure(abstraction)
    abstraction.prepare()
    facts = [abstraction.formula(e) for e in (*premises, Not(conclusion))]
    opaque = abstraction.opaque
    constraints = [*facts, *axioms(abstraction, visible)]
    return Search(constraints, abstraction.domains, limit).solution(), abstraction, opaque


def _search(premises: Sequence[Expr], conclusion: Expr, setting: Setting, limit: int) -> Verdict:
    try:
        found, abstraction, opaque = counterexample(premises, conclusion, setting, limit)
    except TooManyError:
        return Verdict(Answer.NOT_PROVABLE, reason="er zijn te veel combinaties van antwoorden")
    split = abstraction.splits
    if found is None:
        return Verdict(Answer.PROVED, split=split)
    example = _example(found, abstraction)
    if opaque:
        reason = "aanwezig(…) of een berekening is hier niet na te rekenen"
        return Verdict(Answer.NOT_PROVABLE, example, reason, split)
    return Verdict(Answer.REFUTED, example, split=split)


def _example(found: Mapping[Variable, Hashable], abstraction: Abstraction, most: int = 4) -> dict[str, str]:
    """The first few variables with a value that can be shown."""
    shown: dict[str, str] = {}
    for variable, value in found.items():
        is_path = isinstance(variable, tuple) and all(isinstance(part, str) for part in variable)
        if is_path and isinstance(variable, tuple) and isinstance(value, str) and variable[0] != "document":
            words = {ABSENT: "niet ingevuld", OTHER: abstraction.other(variable)}
            shown[".".join(map(str, variable))] = words.get(value, value)
    return dict(list(shown.items())[:most])
