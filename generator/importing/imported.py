"""A foreign contract to the files of a house layer, held against the library they must load with."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.frozen import dataclass
from generator.importing import parts
from generator.importing.arrange import Contract, arranged
from generator.importing.clause_files import Writing, Written
from generator.importing.definitions import Defining
from generator.importing.foreign import Foreign, Note
from generator.importing.frame_files import outline, questionnaire
from generator.importing.naming import free, kebab
from generator.importing.pieces import Suspect
from generator.importing.runs import text_of
from generator.importing.subjects import subjects_of
from generator.importing.suspects import Variable
from generator.importing.variables import path_of, printable
from generator.library import Form, Library, SignatoryUse

RESERVED = ("begrippen", "risicos", "documenten", "stijl")
"""Folders under ``clauses/`` that hold something else."""

Loads = Callable[[Mapping[str, str]], bool]


@dataclass(frozen=True, slots=True)
class Imported:
    """``name``: of the folder, the document and the questionnaire; ``written``: the clauses with what became of words."""

    name: str
    title: str
    contract: Contract
    written: Written
    files: Mapping[str, str]
    notes: tuple[Note, ...]
    subjects: Mapping[str, str]
    other_than: str = ""
    """The name that it would have had, were that not taken."""


def imported(found: Foreign, stem: str, library: Library, loads: Loads) -> Imported:
    """``stem``: of the file, for when the contract has no title; ``loads`` tells whether these files load."""
    contract = arranged(found)
    wanted, name = _name(contract.title, stem, library)
    subjects = subjects_of([text_of(p.title) for p in contract.parts if p.slot == parts.ARTICLE], library)
    every = tuple(printable(library))
    parties = tuple(v for v in every if library.sender and v.slot.startswith(f"{library.sender[0]}."))
    for variables in (every, parties, ()):
        made = _made(contract, name, stem, library, variables, subjects)
        made = replace(made, other_than=wanted if wanted != name else "")
        if loads(made.files):
            return made
    raise AssertionError("what was made of the contract does not load")


def _made(
    contract: Contract,
    name: str,
    stem: str,
    library: Library,
    variables: Sequence[Variable],
    subjects: Mapping[str, str],
) -> Imported:
    notes = list(contract.notes)
    signing = _signing(library)
    forms = {form for term in library.terms.values() for form in term.forms}
    defining = Defining(contract.parts, forms, library.terms, [s.role for s in signing])
    written = Writing(name, contract.parts, variables, notes, subjects, defining).done()
    title = contract.title or stem
    values = [r.piece.value for r in written.replaced if isinstance(r.piece, Suspect) and r.piece.value]
    paths = [*(path_of(v) for v in values), *(p for s in signing for p in (s.name, s.signatories) if p)]
    files = {
        **written.files,
        f"clauses/documenten/{name}.yaml": outline(name, title, contract.parts, written, signing),
        f"questionnaires/{name}.yaml": questionnaire(name, title, _asked(paths, library)),
    }
    return Imported(name, title, contract, written, files, tuple(dict.fromkeys(notes)), subjects)


def _name(title: str, stem: str, library: Library) -> tuple[str, str]:
    """As it would be called, and as it can be called."""
    folders = {c.partition("/")[0] for c in library.clauses}
    taken = {*RESERVED, *folders, *library.outlines, *library.questionnaires}
    wanted = kebab(title, "") or kebab(stem, "contract")
    return wanted, free(wanted, taken)


def _signing(library: Library) -> tuple[SignatoryUse, ...]:
    """Who signs, as the contracts of the library say it."""
    contracts = (o for o in library.outlines.values() if o.form is Form.CONTRACT and o.signing)
    return next((o.signing for o in contracts), ())


def _asked(paths: Iterable[tuple[str, ...]], library: Library) -> list[tuple[str, list[str]]]:
    """Per section the questions that are read, in the order of the library."""
    wanted = {p[:2] for p in paths}
    found = [(s.id, [q.id for q in s.questions if (s.id, q.id) in wanted]) for s in library.sections.values()]
    return [(section, questions) for section, questions in found if questions]
