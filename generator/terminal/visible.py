"""Which findings this sitting may see, and which of them ask for work."""

from generator.findings import Finding, Status
from generator.library import Aspect
from generator.terminal.deciding import half_decided
from generator.terminal.session import Session


def visible_findings(session: Session) -> tuple[Finding, ...]:
    """Beside the customer only what is about his own situation."""
    found = session.findings()
    return tuple(f for f in found if f.for_customer) if session.sitting.customer else found


def named(finding: Finding) -> str:
    """Its title, with what it is about where the title does not say so."""
    about = finding.record_name
    return finding.title if about.casefold() in finding.title.casefold() else f"{finding.title} ({about})"


def needs_work(session: Session, finding: Finding) -> bool:
    """It holds up a paper, or the conversation about it was broken off."""
    if finding.aspect is Aspect.CONTEXT or finding.status is Status.SOLVED:
        return False
    return finding.blocking or half_decided(session, finding)


def findings_to_do(session: Session) -> tuple[Finding, ...]:
    return tuple(f for f in visible_findings(session) if needs_work(session, f))
