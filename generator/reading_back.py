"""``lees``: a Word file that came back, against the making it came from and the case as it is now."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator import app
from generator.casefile import DOCUMENTS, CaseFolder, find
from generator.comparing import against_hashes, compared
from generator.diagnostics import GeneratorError, MisuseError
from generator.frozen import dataclass
from generator.returned_paper import Provenance, ReadBack, Returned, outside

if TYPE_CHECKING:
    from generator.document import Document
    from generator.writers.docx.opening import WordFile

MOST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Original:
    """The file as it was made: of which case, in which making, and under which name."""

    folder: CaseFolder
    making: int
    file: Path
    returned: Returned


def read_back(name: str, chosen: app.Settings, dossier: str | None) -> ReadBack:
    from generator.writers.docx.returned import returned

    found = returned(word_file(name))
    said = found.provenance
    if not said.clauses and not said.reference and not any(u.mark for u in found.units):
        raise MisuseError(
            f"‘{Path(name).name}’ is niet met dit programma gemaakt.",
            "Lees een stuk dat zwartopwit maakte, of vergelijk twee bestanden met `zwartopwit vergelijk`.",
        )
    folder = case_of(said, chosen, dossier)
    original = original_of(folder, found) if folder else None
    if original is None:
        reason = _nowhere(said, chosen, folder)
        return ReadBack(found, "", "", against_hashes(said.clauses, found.units), (), None, reason)
    differences = compared(original.returned.units, found.units)
    drift, unknown = _drift(original, chosen)
    frame = outside(original.returned, found)
    return ReadBack(found, original.folder.number, str(original.file), differences, frame, drift, unknown)


def word_file(name: str) -> "WordFile":
    from generator.writers.docx.opening import opened

    return opened(word_bytes(name))


def word_bytes(name: str) -> bytes:
    path = Path(name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise MisuseError(
                f"‘{path.name}’ is groter dan {MOST_BYTES // 1_000_000} MB.", "Kies een gewoon Word-bestand."
            )
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        raise MisuseError(
            f"‘{path}’ is niet te lezen.", "Kijk of het bestand er is en of u het mag openen."
        ) from problem


def case_of(said: Provenance, chosen: app.Settings, dossier: str | None) -> CaseFolder | None:
    """The case that is named, else the one whose number stands in the file."""
    if dossier:
        return find(chosen.cases, dossier)
    from generator.casefile import all_cases

    return next((c for c in all_cases(chosen.cases) if said.reference and c.number == said.reference), None)


def original_of(folder: CaseFolder, found: Returned) -> Original | None:
    """The file of this case that says the same of itself; the one with the most clauses in common when that part is gone."""
    makings = [
        Original(folder, number, path, made)
        for number in reversed(folder.makings())
        for path, made in _word_files(folder.path / DOCUMENTS / f"{number:04d}")
    ]
    said = found.provenance
    same = next((o for o in makings if said.clauses and o.returned.provenance == said), None)
    if same is not None or said.clauses:
        return same
    marks = {u.mark for u in found.units if u.mark}
    alike = [(len(marks & {u.mark for u in o.returned.units}), o) for o in makings]
    best = max(alike, key=lambda a: a[0], default=None)
    return best[1] if best and best[0] else None


def _word_files(folder: Path) -> Iterator[tuple[Path, Returned]]:
    from generator.writers.docx.returned import returned, with_labels

    for path in sorted(folder.glob("*.docx")):
        file = word_file(str(path))
        yield path, with_labels(returned(file), file)


def _nowhere(said: Provenance, chosen: app.Settings, folder: CaseFolder | None) -> str:
    if folder is not None:
        return f"In dossier {folder.number} staat dit stuk niet. Het is daar niet gemaakt, of de stukken zijn weg."
    return f"Dossier {said.reference or '(zonder kenmerk)'} staat niet in {chosen.cases}. Noem het met --dossier."


def _drift(original: Original, chosen: app.Settings) -> tuple[tuple[str, ...] | None, str]:
    try:
        work = app.opened(str(original.folder.path), chosen)
        documents = app.papers_of(work).documents
    except GeneratorError as problem:
        return None, f"Het dossier is nu niet te lezen: {problem}"
    now = next((d for d in documents if d.file == original.file.stem), None)
    if now is None:
        return (f"Het dossier geeft dit stuk nu niet meer: {original.file.stem}",), ""
    return tuple(_changed_since(original.returned, now)), ""


def _changed_since(made: Returned, now: "Document") -> Iterator[str]:
    """Clauses that the case would write otherwise today, by the hashes of their text."""
    from generator.writers.docx.marks import clause_marks
    from generator.writers.words import text_hash

    titles = {u.mark: u.name for u in made.units}
    old = {k.mark: k for k in made.provenance.clauses}
    present = dict(clause_marks(now))
    for mark, article in present.items():
        if mark not in old:
            yield f"nieuw: {article.clause}"
        elif text_hash(article) != old[mark].text_hash:
            yield f"anders: {titles.get(mark) or article.clause}"
    yield from (f"weg: {titles.get(m) or k.clause}" for m, k in old.items() if m not in present)
