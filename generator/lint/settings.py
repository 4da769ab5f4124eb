"""Where reading starts: the names that are known everywhere, and each document of each questionnaire."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.expressions.ast import Compare
from generator.expressions.names import Names
from generator.expressions.setting import Setting
from generator.library import DocumentUse, Library, Outline, Questionnaire
from generator.lint.places import BESIDE_A_PAPER, ON_PAPER, Place


def names_of(library: Library) -> Names:
    return Names(
        library.sections,
        library.decision,
        tuple(library.risks),
        tuple(library.questionnaires),
        documents=tuple(library.outlines),
    )


def start_of(library: Library) -> Place:
    return Place(names_of(library))


@dataclass(frozen=True)
class Paper:
    """One kind of document as one questionnaire makes it; ``start`` is what holds all through it."""

    use: DocumentUse
    outline: Outline
    start: Place
    outside: Place


def papers_of(library: Library, questionnaire: Questionnaire, setting: Setting) -> Iterator[Paper]:
    for use in questionnaire.documents:
        outline = library.outlines.get(use.document)
        if outline is not None:
            outside = Place(setting.names, built_in=BESIDE_A_PAPER)
            inside = outside.given(use.when).entering(use.for_each)
            own = Compare(("document", "id"), "==", outline.id)
            start = Place(inside.names, (*inside.premises, own), ON_PAPER)
            yield Paper(use, outline, start, outside)
