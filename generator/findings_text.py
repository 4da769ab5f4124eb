"""Findings for the screen and for other programs."""

from collections.abc import Iterable

from generator.findings import Finding, Status
from generator.library import Level

_MARKS = {Level.STOP: "STOP", Level.SERIOUS: "ernstig", Level.NOTICE: "let op", Level.TIP: "tip"}


def findings_json(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """The keys of design 5; ``voor`` is the record, or the finding that a dossier finding hangs on."""
    return [
        {
            "risico": f.risk,
            "regel": f.rule,
            "aard": f.aspect.value,
            "voor": f.record or f.about,
            "niveau": f.level.value,
            "soort": f.stop_kind.value if f.stop_kind else None,
            "verzwaard": f.heightened,
            "status": f.status.value,
            "uitwegen": list(f.ways_out),
            "ontbreekt": [lack.text for lack in f.substantiation.lacking],
        }
        for f in findings
    ]


def findings_text(findings: Iterable[Finding]) -> str:
    """One line per finding, what is open first; then what lacks on paper."""
    lines: list[str] = []
    for f in sorted(findings, key=lambda f: f.status is Status.SOLVED):
        heightened = ", verzwaard" if f.heightened else ""
        stop = f" ({f.stop_kind.value})" if f.stop_kind else ""
        lines.append(
            f"{_MARKS[f.level]:<8}{f.title}{stop}{heightened} – {f.status.value}  [{f.key}, {f.aspect.value}]"
        )
        if f.status in (Status.INCOMPLETE, Status.ACCEPTED):
            lines += [f"          ontbreekt: {lack.text} {lack.remedy}" for lack in f.substantiation.lacking]
    return "\n".join(lines) or "Er zijn geen meldingen."
