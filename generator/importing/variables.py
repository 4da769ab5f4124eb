"""The variables of a library that a contract can print as they are."""

from collections.abc import Iterator

from generator.importing.suspects import Variable, names_in
from generator.library import Kind, Library, Question

_FILTERS = {
    Kind.TEXT: "", Kind.KVK: "", Kind.VAT: "", Kind.IBAN: "", Kind.EMAIL: "", Kind.PHONE: "", Kind.POSTCODE: "",
    Kind.NUMBER: "", Kind.DATE: " | datum", Kind.MONEY: " | euro", Kind.DURATION: " | duur", Kind.PERCENTAGE: " | procent",
}  # fmt: skip


def printable(library: Library) -> Iterator[Variable]:
    for section in library.sections.values():
        for question in section.questions:
            if question.kind is Kind.GROUP:
                for field in question.fields:
                    yield from _variable((section.id, question.id, field.id), field)
            else:
                yield from _variable((section.id, question.id), question)


def _variable(path: tuple[str, ...], question: Question) -> Iterator[Variable]:
    if question.kind in _FILTERS:
        names = names_in(" ".join(path[1:])) | names_in(question.text)
        yield Variable(f"{'.'.join(path)}{_FILTERS[question.kind]}", names)


def path_of(slot: str) -> tuple[str, ...]:
    """``partijen.klant.naam | x`` → its parts."""
    return tuple(slot.partition("|")[0].strip().split("."))
