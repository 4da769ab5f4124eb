"""The use cases in order: what each command does with library, case and folder. No logic of their own."""

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import AnswersError, Diagnostic, OutputError
from generator.frozen import dataclass

if TYPE_CHECKING:
    from generator.answers import Case
    from generator.assembly import Identity, Papers
    from generator.casefile import CaseFolder
    from generator.facts import Facts
    from generator.library import Library
    from generator.making import Files
    from generator.provenance import Origin

STYLE = "clauses/stijl/modern.docx"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told from outside: where the cases are, and which day it is."""

    cases: Path
    today: date


def settings(cases: str | None = None, today: str | None = None) -> Settings:
    folder = cases or os.environ.get("ZWARTOPWIT_DOSSIERS") or "output"
    return Settings(Path(folder), _day(today) if today else _now().date())


def _now() -> datetime:
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Europe/Amsterdam"))


def _day(text: str) -> date:
    from generator.dutch_time import read_date

    found = read_date(text)
    if isinstance(found, date):
        return found
    raise AnswersError([Diagnostic("datum-onleesbaar", found.message, found.remedy, question="--vandaag")])


@dataclass(frozen=True, slots=True)
class Work:
    """A case that was opened: from its folder, or from an answers file on its own (then ``folder`` is None)."""

    library: "Library"
    case: "Case"
    today: date
    text: str
    folder: "CaseFolder | None"
    name: str

    @property
    def facts(self) -> "Facts":
        from generator.facts import Facts

        return Facts(self.library, self.case.questionnaire, self.case.answers, self.today)

    @property
    def identity(self) -> "Identity":
        return _identity(self.case, self.folder.number if self.folder else self.name, self.name)


def opened(source: str, chosen: Settings) -> Work:
    """The case or answers file that ``source`` names; raises AnswersError or OutputError when there is none."""
    from generator.answers_file import decoded, read_case
    from generator.casefile import ANSWERS, find
    from generator.loading.load import load_library

    path = Path(source)
    library = load_library()
    if path.is_file() and path.name != ANSWERS:
        text = decoded(_read(path), path.name)
        case = with_profile(read_case(text, library, path.name, today=chosen.today), library)
        return Work(library, case, chosen.today, text, None, path.stem)
    folder = find(chosen.cases, source)
    case = folder.load(library, chosen.today)
    return Work(library, case, chosen.today, folder.text(), folder, folder.path.name)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        message = f"{path.name} is niet te lezen: {problem.strerror}."
        raise OutputError(message, "Kijk of u het bestand mag openen.") from problem


def with_profile(case: "Case", library: "Library", package: str | None = None) -> "Case":
    """The case with what the supplier answered once for all cases, and what his package holds."""
    from generator import profile

    chosen = library.packages.get(package) if package else None
    if package and chosen is None:
        known = ", ".join(library.packages)
        remedy = f"Kies uit: {known}."
        raise AnswersError(
            [Diagnostic("onbekend-pakket", f"Er is geen pakket ‘{package}’.", remedy, question="--pakket")]
        )
    return profile.fill(case, library, profile.load(library), chosen)


def _identity(case: "Case", reference: str, name: str) -> "Identity":
    from generator.assembly import Identity
    from generator.values import Record

    supplier = case.answers.get(("partijen", "leverancier"))
    author = supplier.values.get("naam") if isinstance(supplier, Record) else None
    return Identity(reference, name, str(author) if author else "")


def papers_of(work: Work) -> "Papers":
    from generator.assembly import assemble

    return assemble(work.library, work.facts, work.case, work.identity)


# --- making -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Made:
    """What ``maak`` made: where, which files, and what holds papers up."""

    place: Path
    internal: Path | None
    files: "Files"
    papers: "Papers"


def make(
    work: Work,
    chosen: Settings,
    *,
    out: str | None,
    formats: tuple[str, ...],
    only: tuple[str, ...],
    final: bool,
) -> Made:
    """Write the papers: in the case's folder, in a new case for an answers file, or just in the folder ``out``."""
    from generator.making import made_files, refuse_unless_final

    if out is None and work.folder is None:
        work = _as_case(work, chosen)
    papers = papers_of(work)
    if final:
        refuse_unless_final(papers, only)
    files = made_files(work.library, papers, _origin(work), _style(), formats, only)
    if out is not None:
        return _written_to(Path(out), files, papers)
    return _published(work, files, papers)


def _as_case(work: Work, chosen: Settings) -> Work:
    """A new case that holds these answers as they were read."""
    from generator.casefile import create

    folder = create(chosen.cases, work.name, chosen.today)
    with folder.held():
        folder.append_log("aangemaakt", {"uit": work.name})
        folder.save_case(work.case, work.library)
    return replace(work, folder=folder, text=folder.text())


def _origin(work: Work) -> "Origin":
    from generator.provenance import Origin

    return Origin(work.identity.reference, work.case.questionnaire, work.today, work.text)


def _style() -> bytes:
    from generator.loading.files import content_root

    return _read(content_root() / STYLE)


def _published(work: Work, files: "Files", papers: "Papers") -> Made:
    if work.folder is None:
        raise ValueError("only a case has a folder to publish in")
    folder = work.folder
    with folder.held():
        folder.keep_library(_archive(), work.library.hash)
        number = folder.publish(files.papers, files.internal, files.provenance)
        folder.append_log("gemaakt", {"nummer": number, "stukken": sorted(files.papers)})
    internal = folder.path / "intern" / f"{number:04d}" if files.internal else None
    return Made(folder.path / "stukken" / f"{number:04d}", internal, files, papers)


def _written_to(out: Path, files: "Files", papers: "Papers") -> Made:
    from generator.casefile import PROVENANCE
    from generator.saving import failures_in_dutch, save_bytes

    internal = out / "intern" if files.internal else None
    with failures_in_dutch(out):
        out.mkdir(parents=True, exist_ok=True)
        if internal:
            internal.mkdir(exist_ok=True)
        for name, data in {**files.papers, PROVENANCE: files.provenance}.items():
            save_bytes(out / name, data)
        for name, data in files.internal.items():
            save_bytes(out / "intern" / name, data)
    return Made(out, internal, files, papers)


def _archive() -> bytes:
    """The content files as they are now, as a zip with the same bytes for the same content."""
    import io
    import zipfile

    from generator.loading.files import content_root, read_content

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in read_content(content_root()).items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
