"""Every risk that asks something of somebody can end: by other answers, or by a decision."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.library import Aspect, Level, LevelRule, Library, Risk
from generator.risks import ways_out_at

_TOLD_ONLY = frozenset({Level.TIP, Level.NOTICE})


def check_endings(library: Library) -> Iterator[Diagnostic]:
    """Context is a fact about the customer: it ends nowhere, and holds up nothing."""
    for risk in library.risks.values():
        if risk.aspect is Aspect.CONTEXT or risk.solved_if is not None:
            continue
        stuck = next((rule for rule in risk.levels if _is_stuck(risk, rule)), None)
        if stuck is not None:
            yield _without_end(risk, stuck)


def _is_stuck(risk: Risk, rule: LevelRule) -> bool:
    return rule.level not in _TOLD_ONLY and not ways_out_at(risk, rule.level, rule.stop_kind)


def _without_end(risk: Risk, rule: LevelRule) -> Diagnostic:
    level = rule.level.value if rule.stop_kind is None else f"{rule.level.value} ({rule.stop_kind.value})"
    return Diagnostic(
        "risico-zonder-uitweg",
        f"het risico '{risk.id}' kan op het niveau {level} niet eindigen",
        "zet 'oplossen' bij uitwegen, of schrijf opgelost_als",
        risk.position,
        Severity.WARNING,
    )
