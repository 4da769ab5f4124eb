"""The command line: arguments to one use case; the only place that prints and that decides the exit code."""

import json
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from generator import app
from generator.diagnostics import (
    AnswersError,
    Diagnostic,
    GeneratorError,
    LibraryError,
    OfficeError,
    OutputError,
    Severity,
    as_json,
    render,
)

if TYPE_CHECKING:
    from generator import asking
    from generator.casefile import CaseFolder
    from generator.terminal.session import Outcome

OK, FAULTS, MISUSE, WARNINGS, BUG, STOPPED = 0, 1, 2, 3, 70, 130


def main(argv: list[str] | None = None) -> int:
    from generator.command_line import parser

    arguments = parser().parse_args(argv)
    try:
        return COMMANDS[arguments.command](arguments)
    except KeyboardInterrupt:
        return STOPPED
    except (LibraryError, AnswersError) as problem:
        _complain(*(render(d) for d in problem.diagnostics))
        return problem.code
    except (OutputError, OfficeError) as problem:
        _complain(f"fout: {problem}", f"  doe: {problem.remedy}")
        return problem.code
    except GeneratorError as problem:
        _complain(f"fout: {problem}")
        return problem.code
    except BrokenPipeError:
        return OK
    except Exception as problem:  # noqa: BLE001 - the last resort: whatever happens, the user gets a Dutch answer
        return _our_fault(problem)


def _our_fault(problem: Exception) -> int:
    import traceback

    _complain(
        f"fout: dit is een fout van ons programma ({type(problem).__name__}). Uw antwoorden zijn veilig.",
        "  doe: stuur ons de regels hieronder, zonder gegevens van uw klant.",
        traceback.format_exc(),
    )
    return BUG


def _complain(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr)  # noqa: T201 - this is the module that prints


def _say(*lines: str) -> None:
    print(*lines, sep="\n")  # noqa: T201


# --- at the keyboard ----------------------------------------------------------------------------------------------


def _no_terminal() -> int:
    _complain(
        "fout: deze vragenlijst heeft een toetsenbord en een scherm nodig, maar invoer of uitvoer is omgeleid.",
        "  doe: geef de antwoorden mee in een bestand: zwartopwit maak antwoorden.yaml",
    )
    return MISUSE


def _wishes(a: Namespace) -> "asking.Wishes":
    from generator import asking
    from generator.interview import Filter
    from generator.terminal.console import wants_plain

    moments = frozenset({"aan_tafel"}) if a.met_klant else None
    chosen = Filter(moments, a.met_klant, a.voor)
    return asking.Wishes(chosen, a.eenvoudig or wants_plain(), getattr(a, "pakket", None))


def _new(a: Namespace) -> int:
    from generator.terminal.console import not_a_terminal

    if not_a_terminal():
        return _no_terminal()
    from generator import asking

    outcome, folder = asking.begin(app.settings(a.dossiers, a.vandaag), _wishes(a), a.vragenlijst)
    return _ended(outcome, folder, a)


def _resume(a: Namespace) -> int:
    from generator.terminal.console import not_a_terminal

    if not_a_terminal():
        return _no_terminal()
    from generator import asking

    outcome, folder = asking.go_on(app.settings(a.dossiers, a.vandaag), _wishes(a), a.dossier)
    return _ended(outcome, folder, a)


def _ended(outcome: "Outcome", folder: "CaseFolder | None", a: Namespace) -> int:
    """After the last question the papers are made at once; after a stop the user hears how to go on."""
    from generator.terminal.session import Outcome

    if folder is None:
        _say("Gestopt. Er is nog niets gemaakt.")
        return STOPPED
    if outcome is Outcome.STOPPED:
        _say(f"Gestopt. Alles tot en met de laatste Enter staat in {folder.answers}.")
        _say(f"Verdergaan:  zwartopwit verder {folder.number}")
        return STOPPED
    chosen = app.settings(a.dossiers, a.vandaag)
    made = app.make(
        app.opened(str(folder.path), chosen), chosen, out=None, formats=("docx",), only=(), final=False
    )
    return _made(made)


# --- papers -------------------------------------------------------------------------------------------------------


def _make(a: Namespace) -> int:
    from generator.making import FORMATS, RefusedError

    formats = _listed(a.als)
    if unknown := [f for f in formats if f not in FORMATS]:
        _complain(
            f"fout: ‘{unknown[0]}’ kan dit programma niet maken.", f"  doe: kies uit {', '.join(FORMATS)}"
        )
        return MISUSE
    chosen = app.settings(a.dossiers, a.vandaag)
    work = app.opened(a.bron, chosen)
    try:
        made = app.make(
            work, chosen, out=a.uit, formats=formats, only=_listed(a.documenten), final=a.definitief
        )
    except RefusedError as refused:
        _complain("Deze stukken kunnen nog niet de deur uit. Er is niets gemaakt.")
        for file, reasons in refused.held_up.items():
            _complain(f"{file}:", *(f"  - {r.text}" for r in reasons))
        return FAULTS
    return _made(made)


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def _made(made: app.Made) -> int:
    _say(f"Gemaakt in {made.place}:")
    held = made.papers.held_up
    stems = {d.file: d for d in made.papers.documents}
    for name in sorted(made.files.papers):
        file = name.rsplit(".", 1)[0]
        _say(f"  {name}{'  CONCEPT' if stems[file].concept else ''}")
        if name.endswith(".docx"):
            _say(*(f"      - {r.text}" for r in held.get(file, ())))
    for name in sorted(made.files.internal):
        _say(f"  {name}  INTERN, in {made.internal}: niet voor de klant")
    return OK


def _findings(a: Namespace) -> int:
    work = app.opened(a.bron, app.settings(a.dossiers, a.vandaag))
    from generator.findings_text import findings_json, findings_text

    findings = app.papers_of(work).findings
    _say(
        json.dumps(findings_json(findings), ensure_ascii=False, indent=1)
        if a.json
        else findings_text(findings)
    )
    return OK


def _show(a: Namespace) -> int:
    from generator.writers.text import write

    work = app.opened(a.bron, app.settings(a.dossiers, a.vandaag))
    documents = app.papers_of(work).documents
    chosen = [d for d in documents if a.stuk in (None, d.id, d.file)]
    if not chosen:
        _complain(
            f"fout: het stuk ‘{a.stuk}’ hoort niet bij dit dossier.",
            f"  doe: kies uit {', '.join(d.file for d in documents)}",
        )
        return FAULTS
    width = a.breedte or min(100, shutil.get_terminal_size().columns)
    for d in chosen:
        _say(f"{'═' * 3} {d.file} {'═' * max(0, width - len(d.file) - 5)}", "", write(d, width))
    return OK


# --- library ------------------------------------------------------------------------------------------------------


def _check(a: Namespace) -> int:
    from pathlib import Path

    from generator.checking import checked

    found, told = checked(Path(a.map) if a.map else None, language=a.taal, coverage=a.dekking)
    if a.json:
        _say(json.dumps([as_json(d) for d in found], ensure_ascii=False, indent=1))
    else:
        _say(*told, *(render(d) for d in found), _counted(found))
    if any(d.severity is Severity.ERROR for d in found):
        return FAULTS
    return WARNINGS if a.streng and found else OK


def _counted(found: Iterable[Diagnostic]) -> str:
    number = len(list(found))
    return (
        "De bibliotheek is in orde."
        if number == 0
        else f"{number} {'melding' if number == 1 else 'meldingen'}"
    )


def _test(a: Namespace) -> int:
    from pathlib import Path

    from generator.coverage import coverage
    from generator.loading.load import load_library
    from generator.situation_files import read_situations
    from generator.situations import run

    library = load_library()
    situations, faults = read_situations(Path(a.map), library)
    outcomes = [run(library, s) for s in situations]
    _complain(*(render(d) for d in faults)) if faults else None
    for outcome in outcomes:
        if outcome.differences:
            _say(
                f"{outcome.situation.file}: {outcome.situation.name}",
                *(f"  - {d}" for d in outcome.differences),
            )
    wrong = sum(bool(o.differences) for o in outcomes)
    for c in coverage(library, outcomes):
        _say(f"{c.name}: {c.total - len(c.untouched)} van {c.total} geraakt")
        if a.dekking:
            _say(*(f"  - {u}" for u in c.untouched))
    _say(f"{len(outcomes) - wrong} van {len(outcomes)} situaties zoals verwacht")
    return FAULTS if wrong or faults or not outcomes else OK


def _profile(a: Namespace) -> int:
    from generator import asking
    from generator.terminal.console import not_a_terminal, wants_plain

    if not a.wijzig:
        _say(asking.profile_text())
        return OK
    if not_a_terminal():
        return _no_terminal()
    return OK if asking.change_profile(app.settings(), plain=a.eenvoudig or wants_plain()) else STOPPED


def _cases(a: Namespace) -> int:
    from generator.casefile import all_cases

    chosen = app.settings(a.dossiers)
    found = all_cases(chosen.cases)
    if not found:
        _say(f"Er zijn nog geen dossiers in {chosen.cases}.", "Begin met: zwartopwit nieuw")
    for folder in found:
        makings = folder.makings()
        made = f"{len(makings)} keer gemaakt" if makings else "nog niets gemaakt"
        _say(f"{folder.path.name}  {made}")
    return OK


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "nieuw": _new,
    "verder": _resume,
    "maak": _make,
    "risicos": _findings,
    "toon": _show,
    "controleer": _check,
    "test": _test,
    "profiel": _profile,
    "dossiers": _cases,
}
