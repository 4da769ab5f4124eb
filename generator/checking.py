"""What ``controleer`` finds besides what loading finds: language, and the topics that clauses cover."""

from pathlib import Path

from generator.diagnostics import Diagnostic, Position
from generator.library import Library
from generator.lint.language import check_language, sentences_of
from generator.lint.sentence_length import mean_length
from generator.lint.spelling import words_to_spell
from generator.lint.subjects import FILE as SUBJECTS
from generator.lint.subjects import check_subjects
from generator.loading.files import content_root, read_content
from generator.loading.load import load_with_diagnostics
from generator.loading.problems import Problems
from generator.loading.prose import read_manuscript
from generator.loading.texts import read_texts
from generator.program_texts import module_texts, program_prose
from generator.prose import Manuscript
from generator.spelling import unknown_words
from generator.topics import source_table, subject_table

NO_DICTIONARY = (
    "De spelling is niet gekeken: hunspell met het Nederlandse woordenboek is hier niet te vinden.\n"
    "  doe: installeer hunspell en hunspell-nl."
)


def checked(root: Path | None, *, language: bool, coverage: bool) -> tuple[list[Diagnostic], list[str]]:
    """What is wrong with a library, and what else there is to tell."""
    library, found = load_with_diagnostics(root)
    told: list[str] = []
    if language:
        unplain, notes = language_of(root, library)
        found, told = [*found, *unplain], [*told, *notes]
    if coverage and library is not None:
        found = [*found, *uncovered(root, library)]
        told += [*subject_table(library), "", *source_table(library), ""]
    return found, told


def uncovered(root: Path | None, library: Library) -> list[Diagnostic]:
    problems = Problems()
    text = read_texts(read_content(root or content_root()), problems).get(SUBJECTS, "")
    problems.forget_since(0)
    lines = enumerate(text.split("\n"), 1)
    places = {line.partition(":")[0]: Position(SUBJECTS, number) for number, line in lines if ":" in line}
    problems.take(check_subjects(library, places))
    return problems.all()


def language_of(root: Path | None, library: Library | None) -> tuple[list[Diagnostic], list[str]]:
    """All texts of this library; of the one that comes with the program, the program's own texts besides."""
    problems = Problems()
    manuscript = read_manuscript(read_texts(read_content(root or content_root()), problems))
    problems.forget_since(0)  # what is wrong with the files was told by loading
    if root is None:
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
