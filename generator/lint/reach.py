"""Conditions that never come true, or always do: what they guard is never there, or they guard nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity, in_order
from generator.expressions.ast import Condition, Expr, Literal, Not
from generator.expressions.implication import LIMIT, Answer, implies
from generator.expressions.setting import NEVER
from generator.library import Library
from generator.lint.claims import Claim, Claims
from generator.lint.readings import Seen
from generator.lint.roles import OTHER, Role, Spot, roles_of, spot_of
from generator.lint.tally import Tally


@dataclass
class _Seen:
    """What is known so far of one condition, over all places in which it is read."""

    condition: Condition
    true: bool = False
    false: bool = False

    @property
    def settled(self) -> bool:
        return self.true and self.false


def check_reach(
    library: Library,
    seen: tuple[Seen, ...],
    tally: Tally,
    limit: int = LIMIT,
    claims: Claims | None = None,
) -> list[Diagnostic]:
    found: dict[Spot, _Seen] = {}
    roles = roles_of(library)
    for reading, setting in seen:
        condition = reading.what
        if not isinstance(condition, Condition) or isinstance(condition.expr, Literal):
            continue
        known = found.setdefault(spot_of(condition), _Seen(condition))
        if known.settled:
            continue
        role = roles.get(spot_of(condition), OTHER)
        for wanted in (True, False):
            if not (known.true if wanted else known.false or role.spoken):
                premises = () if role.alone and not wanted else reading.place.premises
                _try(known, premises, wanted=wanted, tally=tally, seen=(reading, setting), limit=limit)
    problems = list(in_order(_told(found.values(), roles)))
    _claim(problems, seen, claims or Claims())
    return problems


def _claim(problems: Iterable[Diagnostic], seen: tuple[Seen, ...], claims: Claims) -> None:
    """That a risk never ends shows where it is raised; what never appears shows nowhere."""
    stuck = {p.position: p for p in problems if p.slug == "risico-nooit-opgelost"}
    for reading, setting in seen if stuck else ():
        problem = stuck.get(reading.what.position) if isinstance(reading.what, Condition) else None
        if problem is not None:
            claims.add(problem, Claim(reading.place.premises, NEVER, setting))


def _try(
    known: _Seen, premises: tuple[Expr, ...], *, wanted: bool, tally: Tally, seen: Seen, limit: int
) -> None:
    """Whether the condition can come out like this here: if it cannot, the premises imply the opposite."""
    reading, setting = seen
    expr = known.condition.expr
    opposite = Not(expr) if wanted else expr
    verdict = implies(premises, opposite, reading.place.names, limit=limit, setting=setting)
    tally.count(verdict)
    if verdict.answer is Answer.PROVED:
        return
    if wanted:
        known.true = True
    else:
        known.false = True


def _told(found: Iterable[_Seen], roles: Mapping[Spot, Role]) -> Iterator[Diagnostic]:
    for known in found:
        condition = known.condition
        role = roles.get(spot_of(condition), OTHER)
        if not known.true and (known.false or role.spoken):
            message = (
                f"{role.what} {role.never}: de voorwaarde '{shown(condition.source)}' kan hier niet uitkomen"
            )
            remedy = "verander de voorwaarde, of haal weg wat er nooit komt"
            yield Diagnostic(role.slug, message, remedy, condition.position, Severity.WARNING)
        elif known.true and not known.false and not role.spoken:
            yield _always(condition, role)


def _always(condition: Condition, role: Role) -> Diagnostic:
    return Diagnostic(
        "voorwaarde-altijd",
        f"'{shown(condition.source)}' is hier altijd waar: {role.what} hangt nergens van af",
        "haal de voorwaarde weg, of schrijf wat u bedoelt",
        condition.position,
        Severity.WARNING,
    )


def shown(source: str, most: int = 120) -> str:
    line = " ".join(source.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
