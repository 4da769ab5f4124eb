"""What ``controleer`` finds besides what loading finds: language, and the topics that clauses cover."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, Position, in_order
from generator.expressions.implication import LIMIT
from generator.library import Library
from generator.lint.language import check_language, sentences_of
from generator.lint.proofs import check_proofs
from generator.lint.releases import Released, check_release, units_of
from generator.lint.sentence_length import mean_length
from generator.lint.spelling import words_to_spell
from generator.lint.subjects import FILE as SUBJECTS
from generator.lint.subjects import check_subjects
from generator.lint.tally import Tally
from generator.lint.tally import told as tally_told
from generator.loading.files import content_root, inside, read_content
from generator.loading.load import load_with_diagnostics
from generator.loading.problems import Problems
from generator.loading.prose import read_manuscript
from generator.loading.texts import read_texts
from generator.program_texts import module_texts, program_prose
from generator.prose import Manuscript
from generator.release_file import read_release
from generator.spelling import unknown_words
from generator.topics import source_table, subject_table
from generator.trying import random_sets

NO_DICTIONARY = (
    "De spelling is niet gekeken: hunspell met het Nederlandse woordenboek is hier niet te vinden.\n"
    "  doe: installeer hunspell en hunspell-nl."
)


def checked(
    root: Path | None, layers: Sequence[Path] = (), *, language: bool, coverage: bool, deep: bool = False
) -> tuple[list[Diagnostic], list[str]]:
    """What is wrong with a library and the house layers over it, and what else there is to tell."""
    library, found = load_with_diagnostics(root, layers)
    problems = Problems()
    texts = read_texts(read_content(root or content_root(), layers), problems)
    told: list[str] = []
    if library is not None:
        proved, line = proofs_of(library, texts, deep=deep)
        before = read_release(root or content_root())
        proved += changed_since(before, library, texts) if before else []
        found, told = list(in_order([*found, *proved])), [*told, line]
        if deep:
            trial = random_sets.tried(library)
            found = [*found, *(d for d, _case in trial.faults)]
            told.append(random_sets.told(trial, library))
    if language:
        unplain, notes = language_of(texts, library, problems, own=root is None)
        found, told = [*found, *unplain], [*told, *notes]
    if coverage and library is not None:
        found = [*found, *uncovered(texts, library)]
        told += [*subject_table(library), "", *source_table(library), ""]
    return found, told


def proofs_of(library: Library, texts: Mapping[str, str], *, deep: bool) -> tuple[list[Diagnostic], str]:
    problems = _with_texts(texts)
    tally = Tally()
    problems.take(check_proofs(library, tally, LIMIT * 20 if deep else LIMIT))
    return problems.all(), tally_told(tally)


def changed_since(
    before: Mapping[str, Released], library: Library, texts: Mapping[str, str]
) -> list[Diagnostic]:
    problems = _with_texts(texts)
    problems.take(check_release(units_of(library, texts), before, texts))
    return problems.all()


def _with_texts(texts: Mapping[str, str]) -> Problems:
    problems = Problems()
    for path, text in texts.items():
        problems.know_text(path, text)
    return problems


def uncovered(texts: Mapping[str, str], library: Library) -> list[Diagnostic]:
    problems = Problems()
    places: dict[str, Position] = {}
    for path in (p for p in texts if inside(p) == SUBJECTS):
        problems.know_text(path, texts[path])
        lines = enumerate(texts[path].split("\n"), 1)
        places.update({line.partition(":")[0]: Position(path, n) for n, line in lines if ":" in line})
    problems.take(check_subjects(library, places))
    return problems.all()


def language_of(
    texts: Mapping[str, str], library: Library | None, problems: Problems, *, own: bool
) -> tuple[list[Diagnostic], list[str]]:
    """All texts of this library; ``own``: the one that comes with the program, so its own texts besides."""
    problems.forget_since(0)  # what is wrong with the files was told by loading
    manuscript = read_manuscript(texts)
    if own:
        manuscript = _with_program(manuscript, problems)
    found = sentences_of(manuscript)
    misspelled = unknown_words(words_to_spell(found, manuscript.rules.known_words))
    problems.take(check_language(manuscript, found, library, misspelled or {}))
    mean = f"{mean_length(found):.1f}".replace(".", ",")
    notes = [f"{len(found)} stukjes tekst; een hele zin telt gemiddeld {mean} woorden."]
    if misspelled is None:
        notes.append(NO_DICTIONARY)
    return problems.all(), notes


def _with_program(manuscript: Manuscript, problems: Problems) -> Manuscript:
    modules = module_texts(Path(__file__).parent)
    for path, source in modules.items():
        problems.know_text(path, source)
    prose = (*manuscript.prose, *program_prose(modules))
    return Manuscript(prose, manuscript.rules, manuscript.allowed)
