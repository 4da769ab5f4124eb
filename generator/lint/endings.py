"""Every risk that asks something of somebody can end: by other answers, or by a decision."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.expressions.setting import NEVER, Setting
from generator.facts import reads_of
from generator.library import Aspect, Level, LevelRule, Library, Risk
from generator.lint.claims import Claim, Claims
from generator.lint.places import Place
from generator.lint.settings import names_of
from generator.risks import ways_out_at

_TOLD_ONLY = frozenset({Level.TIP, Level.NOTICE})


def check_endings(library: Library, claims: Claims | None = None) -> Iterator[Diagnostic]:
    """Context is a fact about the customer: it ends nowhere, and holds up nothing."""
    known = claims or Claims()
    for risk in library.risks.values():
        if risk.aspect is Aspect.CONTEXT or risk.solved_if is not None:
            continue
        stuck = next((rule for rule in risk.levels if _is_stuck(risk, rule)), None)
        if stuck is not None:
            problem = _without_end(risk, stuck)
            for setting in _settings(library, risk):
                known.add(problem, _raised(risk, stuck, setting))
            yield problem


def _settings(library: Library, risk: Risk) -> Iterator[Setting]:
    """The questionnaires that can raise this risk. Of a rule about decisions, findings come first: none."""
    names = names_of(library)
    for questionnaire in library.questionnaires.values() if risk.about is None else ():
        setting = Setting(names, questionnaire)
        if not any(setting.never_asked(p) for p in reads_of(risk)):
            yield setting


def _raised(risk: Risk, rule: LevelRule, setting: Setting) -> Claim:
    place = Place(setting.names).given(risk.when).entering(risk.for_each)
    for before in risk.levels[: risk.levels.index(rule)]:
        place = place.unless(before.when)
    return Claim(place.given(rule.when).premises, NEVER, setting.with_names(place.names))


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
