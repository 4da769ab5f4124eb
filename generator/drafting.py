"""``situatie``: answers on disk to a first version of a situation, which proves what comes out of them now."""

from dataclasses import replace
from pathlib import Path

from generator import app
from generator.answers import Case
from generator.answers_file import decoded, read_case, write_case
from generator.casefile import slug_of
from generator.diagnostics import MisuseError, OutputError
from generator.library import Library
from generator.loading.load import load_library
from generator.saving import failures_in_dutch, save_bytes
from generator.situation_draft import expected
from generator.situation_files import OURS, SITUATIONS, named_from, read_draft
from generator.situations import run

_SENTENCE = "Zeg hier in één zin wat deze situatie bewijst."
_PRIVATE = (
    "# Dit zijn antwoorden uit een dossier. Vervang namen en gegevens van uw klant voordat u dit deelt.\n"
)


def draft_situation(source: str, out: str | None, chosen: app.Settings) -> Path:
    """The file that was written. Raises MisuseError, OutputError when it is there already, AnswersError."""
    library = load_library(layers=chosen.layers)
    path = _place(source, out, chosen)
    if path.exists():
        raise OutputError(
            f"‘{path}’ is er al. Er is niets overschreven.", "Noem een ander bestand achter --uit."
        )
    with failures_in_dutch(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    head = _head(source, path, library, chosen)
    outcome = run(library, read_draft(head, path, library))
    save_bytes(path, (head + expected(library, outcome)).encode())
    return path


def _place(source: str, out: str | None, chosen: app.Settings) -> Path:
    if out is not None and Path(out).suffix != ".yaml":
        raise MisuseError(f"‘{out}’ is geen naam van een situatie.", "Noem een bestand dat eindigt op .yaml.")
    if out is not None:
        return Path(out)
    if chosen.layers:
        folder = chosen.layers[0] / SITUATIONS
    else:
        folder = OURS if OURS.is_dir() else Path("huis") / SITUATIONS
    return folder / f"{slug_of(Path(source).stem)}.yaml"


def _head(source: str, path: Path, library: Library, chosen: app.Settings) -> str:
    """All but what is expected: a sentence, the day, and the answers – named where they stand, else written out."""
    head = f'naam: "{_SENTENCE}"\n'
    day = f"vandaag: {chosen.today.isoformat()}\n"
    answers = Path(source)
    if answers.suffix in {".yaml", ".yml"} and answers.is_file():
        name = named_from(path, answers)
        if name is not None:
            return f"{head}antwoorden_van: {name}\n{day}"
        case = read_case(
            decoded(answers.read_bytes(), answers.name), library, answers.name, today=chosen.today
        )
        return head + day + _written(case, library)
    work = app.opened(source, chosen)
    return head + day + _PRIVATE + _written(work.case, library)


def _written(case: Case, library: Library) -> str:
    """Without what the program keeps for itself, and without what a decision was taken on: a situation outlives words."""
    decisions = {k: replace(d, held_for=None, signed=None) for k, d in case.decisions.items()}
    bare = replace(case, decisions=decisions, earlier={}, lapsed={}, source={})
    return write_case(bare, library).replace("\nvorm: 1\n", "\n", 1)
