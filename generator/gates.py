"""Which documents may go out: the reasons that hold one up, for everyone and for the customer (domain 5)."""

from collections.abc import Iterable
from typing import assert_never

from generator import document as doc
from generator.findings import Finding, Status
from generator.frozen import dataclass
from generator.library import Aspect, Gate, Level, Outline, StopKind


@dataclass(frozen=True, slots=True)
class Hold:
    """One reason that holds a document up. ``public``: the customer may read it on the paper itself."""

    text: str
    public: bool
    finding: str | None = None


STILL_WORKING = "Leverancier werkt dit stuk nog af."


def holds_up(document: doc.Document, outline: Outline, findings: Iterable[Finding]) -> tuple[Hold, ...]:
    """All reasons that hold the document up, blanks first; empty when it may go out."""
    return (
        *_blanks(document),
        *(_hold(f) for f in findings if _concerns(f, document, outline) and _blocks(f, outline.gate)),
    )


def on_paper(reasons: tuple[Hold, ...]) -> tuple[str, ...]:
    """What a held-up document itself says: public reasons, and one neutral line for the rest."""
    public = tuple(r.text for r in reasons if r.public)
    return public if len(public) == len(reasons) else (*public, STILL_WORKING)


def _blanks(document: doc.Document) -> Iterable[Hold]:
    open_fields = (i.label for i in doc.all_inlines(document) if isinstance(i, doc.Blank) and i.holds_up)
    yield from (Hold(f"Nog invullen: {label}", public=True) for label in dict.fromkeys(open_fields))
    undecided = (d for _, articles in doc.parts(document) for a in articles for d in _undecided(a.blocks))
    yield from (Hold(f"Nog beantwoorden: {label}", public=True) for label in dict.fromkeys(undecided))


def _undecided(blocks: tuple[doc.Block, ...]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, doc.Undecided):
            yield from block.depends_on


def _concerns(finding: Finding, document: doc.Document, outline: Outline) -> bool:
    """Whether the document is about this finding: ``alle``, ``eigen`` or by risk id; and what hangs on it."""
    if "alle" in outline.about:
        return True
    if "eigen" in outline.about:
        return document.finding is not None and document.finding in (finding.key, finding.about)
    return bool({finding.risk, _risk_of(finding.about or "")} & set(outline.about))


def _risk_of(key: str) -> str:
    return key.split("/", 1)[0]


def _blocks(finding: Finding, gate: Gate) -> bool:
    match gate:
        case Gate.FREE:
            return False
        case Gate.OFFER:
            unlawful = finding.stop_kind is StopKind.LAW and not finding.only_starting
            return unlawful and finding.status is not Status.SOLVED
        case Gate.SIGN:
            return finding.blocking and finding.aspect is not Aspect.CONTEXT
        case _:
            assert_never(gate)


def _hold(finding: Finding) -> Hold:
    stop = "Stop: " if finding.level is Level.STOP else ""
    subject = (
        f" ({finding.record_name})"
        if finding.record_name and finding.record_name not in finding.title
        else ""
    )
    open_work = finding.status is Status.OPEN and finding.aspect is not Aspect.MATTER
    waits_for = "nog niet opgelost" if open_work else _WAITS_FOR[finding.status]
    return Hold(f"{stop}{finding.title}{subject}: {waits_for}", finding.for_customer, finding.key)


_WAITS_FOR = {
    Status.OPEN: "nog niet beslist",
    Status.INCOMPLETE: "het besluit is nog niet compleet",
    Status.REFUSED: "dit nemen wij zo niet aan",
    Status.LATER: "",
    Status.OUT_OF_SCOPE: "",
    Status.ACCEPTED: "",
    Status.BOARD: "",
    Status.SOLVED: "",
}
