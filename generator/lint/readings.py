"""Everything that is read anywhere in a library, once per questionnaire and document in which it is read."""

from collections.abc import Iterator

from generator.expressions.setting import Setting
from generator.library import Library, Questionnaire
from generator.lint.places import Reading
from generator.lint.presence import presence_of_clauses
from generator.lint.reading import outside_papers, readings_of_paper
from generator.lint.settings import Paper, names_of, papers_of

Seen = tuple[Reading, Setting]


def all_readings(library: Library) -> Iterator[Seen]:
    names = names_of(library)
    for questionnaire in library.questionnaires.values():
        yield from _of_questionnaire(library, questionnaire, Setting(names, questionnaire))


def _of_questionnaire(library: Library, questionnaire: Questionnaire, setting: Setting) -> Iterator[Seen]:
    for reading in outside_papers(library, questionnaire, setting):
        yield reading, setting.with_names(reading.place.names)
    for paper in papers_of(library, questionnaire, setting):
        inside = in_paper(library, paper, setting)
        for reading in readings_of_paper(library, paper):
            yield reading, inside.with_names(reading.place.names)


def in_paper(library: Library, paper: Paper, setting: Setting) -> Setting:
    """The setting in which ``aanwezig(…)`` is known."""
    presence = presence_of_clauses(library, paper.outline, paper.start)
    return Setting(setting.names, setting.questionnaire, presence)
