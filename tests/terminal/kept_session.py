"""A session over one file, as the use cases will make it; also a program: ``python kept_session.py FILE [options]``."""

import copyreg
import os
import pickle
import sys
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path as File
from types import MappingProxyType

from generator import document as doc
from generator.alternatives import offered
from generator.answers import Case, Decision
from generator.diagnostics import OutputError
from generator.expressions.ast import Path
from generator.facts import Facts
from generator.findings import Finding
from generator.interview import EVERYTHING, Filter, answered, settle
from generator.library import Library
from generator.risks import assess
from generator.terminal.session import FindingText, Outcome
from generator.values import Record, State, Value

TODAY = date(2026, 11, 21)


@dataclass
class KeptSession:
    library: Library
    file: File | None = None
    sitting: Filter = EVERYTHING
    today: date = TODAY
    case: Case = field(default_factory=lambda: Case("proef"))
    full: bool = False
    outcome: Outcome | None = None

    def facts(self) -> Facts:
        return Facts(self.library, self.case.questionnaire, self.case.answers, self.today)

    def answer(self, path: Path, value: Value | State, *, ready: bool = True) -> None:
        case = answered(self.case, path, value, ready=ready)
        facts = Facts(self.library, case.questionnaire, case.answers, self.today)
        self._keep(settle(case, facts))

    def decide(self, key: str, fields: Record) -> None:
        before = self.case.decisions.get(key)
        aside = {k: d for k, d in self.case.earlier.items() if k != key}
        earlier = aside if fields.values or before is None else {**aside, key: before}
        case = self.case.with_decision(key, Decision(fields) if fields.values else None)
        self._keep(replace(case, earlier=earlier))

    def _keep(self, case: Case) -> None:
        if self.full:
            raise OutputError("De schijf is vol.", "Maak ruimte en druk opnieuw op Enter.")
        if self.file is not None:
            write(self.file, case)
        self.case = case

    def findings(self) -> tuple[Finding, ...]:
        return assess(self.library, self.facts(), self.case.decisions)

    def finding_text(self, finding: Finding) -> FindingText:
        def words(heading: str) -> str:
            blocks = finding.sections.get(heading, ())
            return "\n".join(doc.plain(tuple(doc.inlines_of(b))) for b in blocks)

        proposed = tuple((a.text, a.per or "") for a in self.library.risks[finding.risk].alternatives)
        return FindingText(words("Wat kan er gebeuren"), words("Wat wij adviseren"), proposed)

    def offers(self, finding: Finding) -> tuple[Record, ...]:
        return offered(finding, self.facts(), ())

    def preview(self) -> str:
        return "\n\n".join(f"Artikel {n}. Dit is de tekst van het contract tot nu toe." for n in range(1, 41))

    def clause_beside(self, path: Path, value: Value | State) -> str | None:
        return f"Leverancier en Klant spreken af: {value}." if path[0] == "backup" else None

    def risk_text(self, path: Path, value: Value | State, without: Value | State) -> str | None:
        before = {f.key for f in self._raised(path, without)}
        new = [f for f in self._raised(path, value) if f.key not in before]
        return f"{new[0].title}. {self.finding_text(new[0]).can_happen}" if new else None

    def _raised(self, path: Path, value: Value | State) -> tuple[Finding, ...]:
        case = self.case.with_answer(path, value)
        facts = Facts(self.library, case.questionnaire, case.answers, self.today)
        found = assess(self.library, facts, case.decisions)
        return tuple(f for f in found if f.for_customer or not self.sitting.customer)


# --- the file -----------------------------------------------------------------------------------------------------


copyreg.pickle(MappingProxyType, lambda mapping: (dict, (dict(mapping),)))


def write(file: File, case: Case) -> None:
    new = file.with_suffix(".nieuw")
    with new.open("wb") as out:
        pickle.dump(case, out)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


def read(file: File) -> Case:
    if not file.exists():
        return Case("proef")
    case = pickle.loads(file.read_bytes())  # noqa: S301 - our own file
    assert isinstance(case, Case)
    return case


def main(arguments: list[str]) -> int:
    from small_library import library

    from generator.terminal.console import not_a_terminal
    from generator.terminal.run import run

    if not_a_terminal():
        sys.stderr.write("Deze vragenlijst heeft een toetsenbord en een scherm nodig.\n")
        return 2
    kept = library()
    file = File(arguments[0])
    sitting = replace(EVERYTHING, customer="--met-klant" in arguments)
    session = KeptSession(kept, file, sitting, case=read(file))
    outcome = run(session, plain="--eenvoudig" in arguments)
    sys.stdout.write(f"Einde: {outcome.value}\n")
    if "--modules" in arguments:
        sys.stdout.write(" ".join(sorted(sys.modules)) + "\n")
    return 0 if outcome.value == "klaar" else 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
