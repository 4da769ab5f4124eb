"""Which documents may go out: the reasons that hold one up, for everyone and for the customer (domain 5)."""

from collections.abc import Iterable
from typing import assert_never

from generator import document as doc
from generator.findings import Finding, Status
from generator.frozen import dataclass
from generator.library import Aspect, Gate, Level, Outline, StopKind
from generator.open_risks import OpenRisk


@dataclass(frozen=True, slots=True)
class Hold:
    """One reason that holds a document up. ``public``: the customer may read it on the paper itself."""

    text: str
    public: bool
    finding: str | None = None


STILL_WORKING = "Leverancier werkt dit stuk nog af."
STILL_TO_ANSWER = "Nog beantwoorden"


def holds_up(
    document: doc.Document,
    outline: Outline,
    findings: Iterable[Finding],
    undecided: Iterable[OpenRisk] = (),
    contradictions: Iterable[str] = (),
) -> tuple[Hold, ...]:
    """All reasons that hold the document up, blanks first; empty when it may go out.

    ``undecided`` are the risks that an open answer still decides on. ``contradictions`` are between answers: what
    is offered or signed may not rest on them.
    """
    blanks = tuple(_blanks(document))
    told = {b.text for b in blanks}
    waits = [
        _waits_for(label, risk)
        for risk in undecided
        if _concerns(risk.key, risk.risk, document, outline) and _may_block(risk, outline.gate)
        for label in risk.waits_for
    ]
    first: dict[str, Hold] = {}
    for hold in sorted(waits, key=lambda hold: not hold.public):
        first.setdefault(hold.text, hold)
    return (
        *blanks,
        *(Hold(c, public=False) for c in contradictions if outline.gate is not Gate.FREE),
        *(h for text, h in first.items() if text not in told),
        *(_hold(f) for f in findings if _is_about(f, document, outline) and _blocks(f, outline.gate)),
    )


def _waits_for(question: str, risk: OpenRisk) -> Hold:
    return Hold(f"{STILL_TO_ANSWER}: {question}", risk.for_customer, risk.key)


def on_paper(reasons: tuple[Hold, ...]) -> tuple[str, ...]:
    """What a held-up document itself says: public reasons, and one neutral line for the rest."""
    public = tuple(r.text for r in reasons if r.public)
    return public if len(public) == len(reasons) else (*public, STILL_WORKING)


def _blanks(document: doc.Document) -> Iterable[Hold]:
    open_fields = (i.label for i in doc.all_inlines(document) if isinstance(i, doc.Blank) and i.holds_up)
    yield from (Hold(f"Nog invullen: {label}", public=True) for label in dict.fromkeys(open_fields))
    undecided = (d for _, articles in doc.parts(document) for a in articles for d in _undecided(a.blocks))
    yield from (Hold(f"{STILL_TO_ANSWER}: {label}", public=True) for label in dict.fromkeys(undecided))


def _undecided(blocks: tuple[doc.Block, ...]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, doc.Undecided):
            yield from block.depends_on


def _is_about(finding: Finding, document: doc.Document, outline: Outline) -> bool:
    """Whether the document is about this finding, or about the one that it hangs on."""
    about = finding.about or finding.key
    return _concerns(finding.key, finding.risk, document, outline) or _concerns(
        about, _risk_of(about), document, outline
    )


def _concerns(key: str, risk: str, document: doc.Document, outline: Outline) -> bool:
    """``alle``, ``eigen`` or by risk id."""
    if "alle" in outline.about:
        return True
    return document.finding == key if "eigen" in outline.about else risk in outline.about


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


def _may_block(risk: OpenRisk, gate: Gate) -> bool:
    """Whether the risk may turn out to be one that this gate waits for."""
    return gate is Gate.SIGN or (gate is Gate.OFFER and risk.by_law)


def _hold(finding: Finding) -> Hold:
    stop = "Stop: " if finding.level is Level.STOP else ""
    subject = (
        f" ({finding.record_name})"
        if finding.record_name and finding.record_name.casefold() not in finding.title.casefold()
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
