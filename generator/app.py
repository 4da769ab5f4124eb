"""The use cases in order: what each command does with library, case and folder. No logic of their own."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.clock import now
from generator.diagnostics import GeneratorError, MisuseError, OutputError
from generator.frozen import dataclass
from generator.loading.files import house_layers

if TYPE_CHECKING:
    from generator.answers import Case
    from generator.assembly import Papers
    from generator.casefile import CaseFolder
    from generator.document import Document, Identity
    from generator.facts import Facts
    from generator.house_style import HouseStyle
    from generator.library import Library
    from generator.making import Files
    from generator.provenance import Origin


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told from outside: where the cases are, which day it is, which house layers and style there are."""

    cases: Path
    today: date
    layers: tuple[Path, ...] = ()
    style: str | None = None


def settings(
    cases: str | None = None,
    today: str | None = None,
    layers: Sequence[str] = (),
    style: str | None = None,
) -> Settings:
    folder = cases or os.environ.get("ZWARTOPWIT_DOSSIERS") or "output"
    day = today or os.environ.get("ZWARTOPWIT_VANDAAG")
    return Settings(Path(folder), _day(day) if day else now().date(), house_layers(layers), style)


def _day(text: str) -> date:
    from generator.dutch_time import read_date

    found = read_date(text)
    if isinstance(found, date):
        return found
    raise MisuseError(f"Achter --vandaag staat ‘{text}’. {found.message}", found.remedy)


@dataclass(frozen=True, slots=True)
class Work:
    """A case that was opened: from its folder, or from an answers file on its own (then ``folder`` is None)."""

    library: "Library"
    case: "Case"
    today: date
    text: str
    folder: "CaseFolder | None"
    name: str
    style: "HouseStyle"

    @property
    def facts(self) -> "Facts":
        from generator.facts import Facts

        return Facts(self.library, self.case.questionnaire, self.case.answers, self.today)

    @property
    def identity(self) -> "Identity":
        from generator.document import Identity

        return Identity(self.folder.number if self.folder else self.name, self.name)


def opened(source: str, chosen: Settings) -> Work:
    """The case or answers file that ``source`` names; says in Dutch what is wrong when there is none."""
    from generator.answers_file import decoded, read_case
    from generator.casefile import find
    from generator.loading.load import load_library

    path = Path(source)
    library = load_library(layers=chosen.layers)
    style = _style(library, chosen)
    if _is_answers_file(path):
        text = decoded(_read(path), path.name)
        case = with_profile(read_case(text, library, path.name, today=chosen.today), library)
        return Work(library, case, chosen.today, text, None, _name_of(path), style)
    folder = find(chosen.cases, source)
    case = folder.load(library, chosen.today)
    return Work(library, case, chosen.today, folder.text(), folder, folder.path.name, style)


def _is_answers_file(path: Path) -> bool:
    """A file on its own. The answers of a case have its log beside them, and belong to that case."""
    from generator.casefile import ANSWERS, LOG

    if os.path.exists(path) and not os.path.isdir(path):  # noqa: PTH110, PTH112 - these two take any name without complaint
        return not (path.name == ANSWERS and path.with_name(LOG).exists())
    if path.suffix.lower() in {".yaml", ".yml"}:
        raise MisuseError(f"Er is geen bestand ‘{path}’.", _meant_file(path))
    return False


def _meant_file(path: Path) -> str:
    from difflib import get_close_matches

    beside = [p.name for p in path.parent.glob("*.y*ml")]
    near = get_close_matches(path.name, beside, n=1)
    return f"Bedoelt u ‘{path.with_name(near[0])}’?" if near else "Kijk of de naam en de map kloppen."


def _name_of(path: Path) -> str:
    """A working name from a file name, whatever bytes that has."""
    name = os.fsencode(path.stem).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        message = f"'{path}' is niet te lezen."
        raise OutputError(message, "Kijk of het bestand er is en of u het mag openen.") from problem


def with_profile(case: "Case", library: "Library", package: str | None = None) -> "Case":
    """The case with what the supplier answered once for all cases, and what his package holds."""
    from generator import profile

    chosen = library.packages.get(package) if package else None
    if package and chosen is None:
        raise MisuseError(f"Er is geen pakket ‘{package}’.", f"Kies uit: {', '.join(library.packages)}.")
    return profile.fill(case, library, profile.load(library), chosen)


def papers_of(work: Work) -> "Papers":
    from generator.assembly import assemble

    return assemble(work.library, work.facts, work.case, work.identity, work.style.scheme)


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
    page_numbers: bool = False,
    explained: bool = False,
) -> Made:
    """Write the papers: in the case's folder, in a new case for an answers file, or just in the folder ``out``."""
    from generator.making import Extras, asked_for, made_files, refuse_unless_final

    if out == "":
        raise MisuseError("Achter --uit staat geen map.", "Noem een map: --uit stukken")
    papers = papers_of(work)
    documents = asked_for(papers, only)
    if final:
        refuse_unless_final(papers, documents)
    if out is None and work.folder is None:
        work = _as_case(work, chosen)
        papers = papers_of(work)  # now with the number of the case
        documents = asked_for(papers, only)
    extras = Extras(page_numbers, work.facts.scope() if explained else None)
    files = made_files(work.library, documents, origin_of(work), work.style, formats, extras)
    if out is not None:
        return _written_to(Path(out), files, papers)
    return _published(work, files, papers, chosen.layers)


def files_of(work: Work, documents: "Sequence[Document]") -> "Files":
    """These papers as Word files, written nowhere yet."""
    from generator.making import made_files

    return made_files(work.library, documents, origin_of(work), work.style, ("docx",))


def _as_case(work: Work, chosen: Settings) -> Work:
    """The case that holds exactly these answers: made from the same file earlier, else a new one."""
    from generator.casefile import create

    folder = _made_before(work, chosen)
    if folder is None:
        folder = create(chosen.cases, work.name, chosen.today)
        with folder.held():
            folder.append_log("aangemaakt", {"uit": work.name})
            folder.save_case(work.case, work.library)
    return replace(work, folder=folder, text=folder.text())


def _made_before(work: Work, chosen: Settings) -> "CaseFolder | None":
    from generator.casefile import all_cases, slug_of

    name = slug_of(work.name)
    for folder in reversed(all_cases(chosen.cases)):
        if folder.path.name == f"{folder.number}-{name}" and _holds(folder, work):
            return folder
    return None


def _holds(folder: "CaseFolder", work: Work) -> bool:
    try:
        case = folder.load(work.library, work.today)
    except GeneratorError:
        return False
    mine = work.case
    same = (case.questionnaire, case.answers, case.decisions)
    return same == (mine.questionnaire, mine.answers, mine.decisions)


def origin_of(work: Work) -> "Origin":
    from generator.provenance import Origin

    return Origin(work.identity.reference, work.case.questionnaire, work.today, work.text)


def _style(library: "Library", chosen: Settings) -> "HouseStyle":
    from generator import profile
    from generator.house_style import house_style

    return house_style(chosen.style, "" if chosen.style else profile.load(library).house_style)


def _published(work: Work, files: "Files", papers: "Papers", layers: Sequence[Path]) -> Made:
    if work.folder is None:
        raise ValueError("only a case has a folder to publish in")
    folder = work.folder
    with folder.held():
        folder.keep_library(_archive(layers), work.library.hash)
        number = folder.publish(files.papers, files.internal, files.provenance)
        folder.append_log("gemaakt", {"nummer": number, "stukken": sorted(files.papers)})
    internal = folder.path / "intern" / f"{number:04d}" if files.internal else None
    return Made(folder.path / "stukken" / f"{number:04d}", internal, files, papers)


def _written_to(out: Path, files: "Files", papers: "Papers") -> Made:
    from generator.casefile import INTERNAL, PROVENANCE
    from generator.saving import add_files

    internal = {f"{INTERNAL}/{name}": data for name, data in files.internal.items()}
    add_files(out, {**files.papers, PROVENANCE: files.provenance, **internal})
    return Made(out, out / INTERNAL if internal else None, files, papers)


def _archive(layers: Sequence[Path]) -> bytes:
    """The content files as they are now, as a zip with the same bytes for the same content."""
    import io
    import zipfile

    from generator.loading.files import content_root, read_content

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in read_content(content_root(), layers).items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
