"""Which findings this sitting may see, and which of them ask for work."""

from generator.findings import Finding
from generator.library import Aspect
from generator.terminal.session import Session


def visible_findings(session: Session) -> tuple[Finding, ...]:
    """Beside the customer only what is about his own situation."""
    found = session.findings()
    return tuple(f for f in found if f.for_customer) if session.sitting.customer else found


def needs_work(finding: Finding) -> bool:
    return finding.aspect is not Aspect.CONTEXT and finding.blocking


def findings_to_do(session: Session) -> tuple[Finding, ...]:
    return tuple(f for f in visible_findings(session) if needs_work(f))
