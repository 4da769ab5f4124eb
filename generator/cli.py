"""The command line: arguments to one use case; it decides what is said and with which exit code."""

import gc
import shutil
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator import app, printing
from generator.diagnostics import (
    AnswersError,
    GeneratorError,
    LibraryError,
    MisuseError,
    OfficeError,
    OutputError,
    render,
)
from generator.printing import complain, fitted, say, say_json

if TYPE_CHECKING:
    from generator import asking
    from generator.casefile import CaseFolder
    from generator.terminal.session import Outcome

OK, FAULTS, MISUSE, WARNINGS, BUG, STOPPED = 0, 1, 2, 3, 70, 130

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""A start makes many objects and no garbage: looking for it as often as usual takes a tenth of the time."""


def main(argv: list[str] | None = None) -> int:
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    printing.prepare()
    try:
        return _run(argv)
    except KeyboardInterrupt:
        complain("Gestopt. Er is niets half bewaard.")
        return STOPPED
    except (LibraryError, AnswersError) as problem:
        complain(*(render(d) for d in problem.diagnostics))
        return problem.code
    except (OutputError, OfficeError, MisuseError) as problem:
        complain(*fitted(f"fout: {problem}"), *fitted(f"  doe: {problem.remedy}"))
        return problem.code
    except GeneratorError as problem:
        complain(f"fout: {problem}")
        return problem.code
    except Exception as problem:  # noqa: BLE001 - the last resort: whatever happens, the user gets a Dutch answer
        return _our_fault(problem)


def _settings(a: Namespace) -> app.Settings:
    return app.settings(
        getattr(a, "dossiers", None), getattr(a, "vandaag", None), a.huis, getattr(a, "huisstijl", None)
    )


def _run(argv: list[str] | None) -> int:
    from generator.command_line import parsed

    try:
        arguments = parsed(argv)
    except SystemExit:  # after --help and --versie there is nothing left to do
        return OK
    return COMMANDS[arguments.command](arguments)


def _our_fault(problem: Exception) -> int:
    import traceback

    complain(
        f"fout: dit is een fout van ons programma ({type(problem).__name__}). Uw antwoorden zijn veilig.",
        "  doe: stuur ons de regels hieronder, zonder gegevens van uw klant.",
        traceback.format_exc(),
    )
    return BUG


# --- at the keyboard ----------------------------------------------------------------------------------------------


FROM_A_FILE = "Geef de antwoorden mee in een bestand: zwartopwit maak antwoorden.yaml"
BY_HAND = "Open een gewoon opdrachtvenster en probeer het daar, zonder < > of |."


def _refuse_without_terminal(remedy: str) -> None:
    from generator.terminal.console import not_a_terminal

    if not_a_terminal():
        message = (
            "Voor deze vragen zijn een toetsenbord en een scherm nodig, maar invoer of uitvoer is omgeleid."
        )
        raise MisuseError(message, remedy)


def _wishes(a: Namespace) -> "asking.Wishes":
    from generator import asking
    from generator.terminal.console import wants_plain

    return asking.Wishes(a.met_klant, a.voor, a.eenvoudig or wants_plain(), getattr(a, "pakket", None))


def _new(a: Namespace) -> int:
    _refuse_without_terminal(FROM_A_FILE)
    from generator import asking

    outcome, folder = asking.begin(_settings(a), _wishes(a), a.vragenlijst)
    return _ended(outcome, folder, a)


def _resume(a: Namespace) -> int:
    _refuse_without_terminal(FROM_A_FILE)
    from generator import asking

    outcome, folder = asking.go_on(_settings(a), _wishes(a), a.dossier)
    return _ended(outcome, folder, a)


def _ended(outcome: "Outcome", folder: "CaseFolder | None", a: Namespace) -> int:
    """After the last question the papers are made at once; after a stop the user hears how to go on.

    After a part of the questions (beside the customer, or for one person) nothing is made: the rest comes first.
    """
    from generator import closing
    from generator.terminal.session import Outcome

    if folder is None:
        say("Gestopt. Er is nog niets gemaakt.")
        return STOPPED
    if outcome is Outcome.STOPPED:
        say(*closing.stopped(str(folder.answers), folder.number))
        return STOPPED
    width = shutil.get_terminal_size().columns - 1
    if a.met_klant or a.voor:
        say(*closing.for_others(folder.number, width, customer=a.met_klant))
        return OK
    chosen = _settings(a)
    work = app.opened(str(folder.path), chosen)
    made = app.make(work, chosen, out=None, formats=("docx",), only=(), final=False)
    wrong = [check.message for check in work.facts.failed_checks()]
    names = (*made.files.papers, *made.files.internal)
    place, internal = str(made.place), str(made.internal) if made.internal else None
    say(*closing.closing(made.papers, names, place, internal, folder.number, width, wrong))
    return OK


# --- papers -------------------------------------------------------------------------------------------------------


def _make(a: Namespace) -> int:
    from generator.making import RefusedError, known_formats

    formats = known_formats(_listed(a.als))
    chosen = _settings(a)
    work = app.opened(a.bron, chosen)
    try:
        made = app.make(
            work,
            chosen,
            out=a.uit,
            formats=formats,
            only=_listed(a.documenten),
            final=a.definitief,
            page_numbers=a.paginanummers,
            explained=a.met_toelichting,
        )
    except RefusedError as refused:
        complain("Deze stukken kunnen nog niet de deur uit. Er is niets gemaakt.")
        for file, reasons in refused.held_up.items():
            complain(f"{file}:", *(f"  - {r.text}" for r in reasons))
        return FAULTS
    return _made(made)


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def _made(made: app.Made) -> int:
    """Paper by paper: its files, whether it is a draft, and what holds it up."""
    say(f"Gemaakt in {made.place}:")
    for d in made.papers.documents:
        names = sorted(n for n in made.files.papers if n.rsplit(".", 1)[0] == d.file)
        say(*(f"  {name}{'  CONCEPT' if d.concept else ''}" for name in names)) if names else None
        reasons = made.papers.held_up.get(d.file, ())
        say(*(f"      - {r.text}" for r in reasons)) if names and reasons else None
    for name in sorted(made.files.internal):
        say(f"  {name}  INTERN, in {made.internal}: niet voor de klant")
    if made.files.no_pdf is None:
        return OK
    complain(*fitted(f"fout: {made.files.no_pdf} Er zijn geen PDF's gemaakt, wel Word-bestanden."))
    complain(*fitted(f"  doe: {made.files.no_pdf.remedy}"))
    return made.files.no_pdf.code


def _findings(a: Namespace) -> int:
    work = app.opened(a.bron, _settings(a))
    from generator.findings_text import findings_json, findings_text

    findings = app.papers_of(work).findings
    say_json(findings_json(findings)) if a.json else say(findings_text(findings))
    return OK


def _show(a: Namespace) -> int:
    from generator import content_cli
    from generator.making import asked_for
    from generator.writers.text import write

    width = a.breedte or min(100, shutil.get_terminal_size().columns)
    if content_cli.names_clause(a):
        return content_cli.show_clause(a, _settings(a), width)
    work = app.opened(a.bron, _settings(a))
    for d in asked_for(app.papers_of(work), (a.stuk,) if a.stuk else ()):
        say(f"{'═' * 3} {d.file} {'═' * max(0, width - len(d.file) - 5)}", "", write(d, width))
    return OK


def _profile(a: Namespace) -> int:
    from generator import asking
    from generator.terminal.console import wants_plain

    if not a.wijzig:
        say(asking.profile_text(_settings(a)))
        return OK
    _refuse_without_terminal(BY_HAND)
    return OK if asking.change_profile(_settings(a), plain=a.eenvoudig or wants_plain()) else STOPPED


def _cases(a: Namespace) -> int:
    from generator.casefile import all_cases

    chosen = _settings(a)
    if chosen.cases.is_file():
        raise MisuseError(f"‘{chosen.cases}’ is een bestand, geen map met dossiers.", "Kies een map.")
    found = all_cases(chosen.cases)
    if not found:
        say(f"Er zijn nog geen dossiers in {chosen.cases}.", "Begin met: zwartopwit nieuw")
    for folder in found:
        makings = folder.makings()
        made = f"{len(makings)} keer gemaakt" if makings else "nog niets gemaakt"
        say(f"{folder.path.name}  {made}")
    return OK


# --- which command is where ------------------------------------------------------------------------------------------


def _on_content(a: Namespace) -> int:
    from generator import content_cli

    return content_cli.COMMANDS[a.command](a, _settings(a))


def _on_situations(a: Namespace) -> int:
    from generator import situation_cli

    return situation_cli.COMMANDS[a.command](a)


def _on_papers(a: Namespace) -> int:
    from generator import paper_cli

    return paper_cli.COMMANDS[a.command](a, _settings(a))


def _on_map(a: Namespace) -> int:
    from generator import map_cli

    return map_cli.run(a)


def _on_library(a: Namespace) -> int:
    from generator import library_cli

    return library_cli.run(a)


def _on_import(a: Namespace) -> int:
    from generator import import_cli

    return import_cli.run(a, _settings(a))


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "bibliotheek": _on_library,
    "importeer": _on_import,
    "kaart": _on_map,
    "nieuw": _new,
    "verder": _resume,
    "maak": _make,
    "risicos": _findings,
    "toon": _show,
    "controleer": _on_content,
    "test": _on_situations,
    "situatie": _on_situations,
    "huisstijl": _on_content,
    "profiel": _profile,
    "dossiers": _cases,
    "lees": _on_papers,
    "vergelijk": _on_papers,
    "waarom": _on_papers,
    "herkomst": _on_papers,
}
