"""What a finding claims: answers with which these conditions hold and that one does not. Kept beside the finding."""

from collections.abc import Mapping

from generator.diagnostics import Diagnostic, Position
from generator.expressions.ast import Compare, Expr, Path
from generator.expressions.setting import Setting
from generator.frozen import dataclass

Key = tuple[str, Position | None, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """``premises`` hold and ``conclusion`` does not, read in ``setting`` (one questionnaire, the loops around it)."""

    premises: tuple[Expr, ...]
    conclusion: Expr
    setting: Setting

    @property
    def questionnaire(self) -> str | None:
        return self.setting.questionnaire.id if self.setting.questionnaire else None

    @property
    def document(self) -> str | None:
        """The paper that it is about, when it is about one."""
        own = (p for p in self.premises if isinstance(p, Compare) and p.path == ("document", "id"))
        return next((str(p.constant) for p in own if p.operator == "=="), None)

    @property
    def loops(self) -> Mapping[str, Path]:
        return self.setting.names.origins


class Claims:
    """By finding: the same may be wrong in more than one paper."""

    def __init__(self) -> None:
        self._of: dict[Key, list[Claim]] = {}
        self._findings: dict[Key, Diagnostic] = {}

    def add(self, diagnostic: Diagnostic, claim: Claim) -> None:
        self._of.setdefault(_key(diagnostic), []).append(claim)
        self._findings[_key(diagnostic)] = diagnostic

    def findings(self) -> tuple[Diagnostic, ...]:
        return tuple(self._findings.values())

    def of(self, diagnostic: Diagnostic) -> tuple[Claim, ...]:
        return tuple(self._of.get(_key(diagnostic), ()))


def _key(diagnostic: Diagnostic) -> Key:
    return diagnostic.slug, diagnostic.position, diagnostic.message
