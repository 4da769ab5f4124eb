"""Texts to a Library, step by step: first what others name, then what names them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from pydantic import BaseModel

from generator.diagnostics import Position
from generator.expressions.ast import ForEach
from generator.expressions.names import Names
from generator.frozen import dataclass, field
from generator.library import (
    Choice,
    Clause,
    Division,
    Factor,
    Library,
    Outline,
    Package,
    Questionnaire,
    Risk,
    Section,
    Source,
    Term,
)
from generator.loading.decode_clauses import clause_id, decode_clause, decode_term
from generator.loading.decode_divisions import decode_divisions
from generator.loading.decode_outlines import Known, Loops, decode_outline, in_loops, loops_of_clauses
from generator.loading.decode_questionnaires import decode_package, decode_questionnaire, unknown
from generator.loading.decode_questions import (
    DECISION,
    SectionDraft,
    check_names,
    choices_of,
    draft_section,
    no_section,
    question_path,
    with_conditions,
    with_derived,
)
from generator.loading.decode_risks import decode_factors, decode_risk
from generator.loading.layout import ABOUT, Layout, arranged, unit_kind
from generator.loading.located import Scalar
from generator.loading.problems import Problems
from generator.loading.replacing import check_replaced, with_addition
from generator.loading.schema import Unit
from generator.loading.schema_clauses import (
    ClauseFront,
    DivisionsFile,
    FactorsFile,
    LibraryFile,
    OutlineFile,
    RiskFront,
    SourcesFile,
    SubjectsFile,
    TermFront,
    WordsFile,
)
from generator.loading.schema_questions import (
    CatalogueFile,
    PackageFile,
    QuestionnaireFile,
    SectionAddition,
    SectionFile,
)
from generator.loading.sources import Body, check_stem, read_front, read_yaml, stem
from generator.loading.terms import forms_of, marked_clause, marked_risk, marked_term

Model = TypeVar("Model", bound=BaseModel)
Entry = TypeVar("Entry")
SILENT = Problems()
"""For a file that lost from a layer's: its own faults are nobody's."""
FORM = "1"


@dataclass(frozen=True, slots=True)
class Texts:
    """The files of a library by what they are, with the list to report to."""

    layout: Layout
    texts: Mapping[str, str]
    problems: Problems
    bases: list[Scalar] = field(default_factory=list)
    """Every source that a file names."""

    def files(self, paths: Sequence[str], model: type[Model]) -> Iterator[tuple[str, Model]]:
        """Each file under its own name, read; what cannot be read is reported and left out."""
        for path in paths:
            file = self.single(path, model)
            if file is not None:
                check_stem(path, file.id, self.problems)  # type: ignore[attr-defined]
                if isinstance(file, Unit):
                    self._check_layer(path, file, self.single(self.layout.over.get(path, ""), model, SILENT))
                yield path, file

    def fronts(self, paths: Sequence[str], model: type[Model]) -> Iterator[tuple[str, Model, Body]]:
        """The front matter and body of each file; what cannot be read is reported and left out."""
        for path in paths:
            read = read_front(model, path, self.texts[path], self.problems) if path in self.texts else None
            if read is not None:
                below = self.layout.over.get(path, "")
                under = read_front(model, below, self.texts[below], SILENT) if below in self.texts else None
                self._check_layer(path, read[0], under[0] if under else None)
                yield path, *read

    def single(self, path: str, model: type[Model], problems: Problems | None = None) -> Model | None:
        found = self.texts.get(path)
        return read_yaml(model, path, found, problems or self.problems) if found is not None else None

    def listed(self, path: str, model: type[Model]) -> Iterator[Model]:
        """A list of the library, then what layers add to it."""
        found = (self.single(file, model) for file in self.layout.lists.get(path, ()))
        return (file for file in found if file is not None)

    def named(self, blocks: Iterable[Mapping[Scalar, Entry]]) -> dict[str, Entry]:
        """The entries of a list and of what layers add to it; what is there already cannot be said anew."""
        found: dict[Scalar, Entry] = {}
        for block in blocks:
            check_names([*found, *block], "", self.problems)
            found = {**block, **found}
        return {str(name): entry for name, entry in found.items()}

    def _check_layer(self, path: str, unit: BaseModel, below: BaseModel | None) -> None:
        if isinstance(unit, Unit):
            name = clause_id(path) if path in self.layout.clauses else stem(path)
            version = getattr(below, "version", None)
            full = f"{unit_kind(path)}:{name}"
            check_replaced(name, full, unit.replaces, version, Position(path), self.problems)


def decode(paths: Iterable[str], texts: Mapping[str, str], content_hash: str, problems: Problems) -> Library:
    """The library of these texts; when ``problems`` has errors it has holes in the places they name.

    ``paths`` are those of all files, also of those that have no readable text.
    """
    files = Texts(arranged(paths, problems), texts, problems)
    about = _about(files)
    drafts = _drafts(files)
    names = _names(files, drafts)
    sections, decision = _sections(drafts, names, problems)
    names = Names(sections, decision, names.risk_ids, names.questionnaires, documents=names.documents)
    questionnaires = _questionnaires(files, names)
    outlines, loops = _outlines(files, names, questionnaires)
    terms = _terms(files, names)
    forms = forms_of(terms)
    never_printed, too_thin = _words(files)
    subjects, absent = _subjects(files)
    library = Library(
        name=str(about.name) if about else "",
        version=str(about.version) if about else "",
        law_date=str(about.law_date) if about else "",
        hash=content_hash,
        sections=sections,
        questionnaires=questionnaires,
        clauses={c.id: marked_clause(c, forms) for c in _clauses(files, names, loops, subjects)},
        terms={t.id: marked_term(t, forms) for t in terms.values()},
        risks={r.id: marked_risk(r, forms) for r in _risks(files, names)},
        outlines=outlines,
        decision=decision,
        factors=_factors(files, names),
        divisions=_divisions(files, names),
        packages=_packages(files, sections),
        sources=_sources(files),
        subjects=subjects,
        absent_subjects=absent,
        never_printed=never_printed,
        too_thin_reasons=too_thin,
    )
    _check_bases(files, library.sources)
    return _with_people(library, about, names, problems) if about else library


def _questionnaires(files: Texts, names: Names) -> dict[str, Questionnaire]:
    return {
        str(f.id): decode_questionnaire(f, names, names.documents, files.problems)
        for _, f in files.files(files.layout.questionnaires, QuestionnaireFile)
    }


def _about(files: Texts) -> LibraryFile | None:
    if ABOUT not in files.texts:
        files.problems.add(
            "bestand-ontbreekt",
            f"het bestand {ABOUT} ontbreekt",
            "maak het, met naam, versie, vorm en rechtsstand",
            Position(ABOUT),
        )
        return None
    about = files.single(ABOUT, LibraryFile)
    if about is not None and about.form != FORM:
        files.problems.add(
            "nieuwere-vorm",
            f"deze bibliotheek heeft vorm {about.form}; dit programma kent vorm {FORM}",
            "werk het programma bij, of gebruik een oudere bibliotheek",
            about.form.position,
        )
    return about


# --- questions -------------------------------------------------------------------------------------------------


def _drafts(files: Texts) -> dict[str, SectionDraft]:
    catalogues: dict[str, tuple[Choice, ...]] = {
        str(f.id): choices_of(f.options) for _, f in files.files(files.layout.catalogues, CatalogueFile)
    }
    drafts: dict[str, SectionDraft] = {}
    for path, base in files.files(files.layout.sections, SectionFile):
        file = base
        added = files.layout.additions[path]
        read = [addition for _, addition in files.files(added, SectionAddition)]
        for addition in read:
            file = with_addition(file, addition, files.problems)
        if len(read) < len(added):
            files.problems.leave_unread(stem(path))
        drafts[str(file.id)] = draft_section(file, catalogues, files.problems)
        files.bases.extend(s for q in file.questions for block in (q, *q.fields) for s in block.basis)
    for path in files.layout.sections:
        if stem(path) not in drafts:
            files.problems.leave_unread(stem(path))
    return drafts


def _names(files: Texts, drafts: Mapping[str, SectionDraft]) -> Names:
    plain = {name: d.section for name, d in drafts.items()}
    decision = plain.pop(DECISION, no_section(DECISION, Position("questionnaires/rubrieken/besluit.yaml")))
    layout = files.layout
    return Names(
        plain,
        decision,
        tuple(map(stem, layout.risks)),
        tuple(map(stem, layout.questionnaires)),
        documents=tuple(map(stem, layout.outlines)),
    )


def _sections(
    drafts: Mapping[str, SectionDraft], names: Names, problems: Problems
) -> tuple[dict[str, Section], Section]:
    """Every section with its conditions, and the fields of a decision apart."""
    derived = {name: with_derived(d, names, problems) for name, d in drafts.items()}
    plain = {name: d.section for name, d in derived.items() if name != DECISION}
    decision = derived[DECISION].section if DECISION in derived else names.decision
    again = Names(plain, decision, names.risk_ids, names.questionnaires, documents=names.documents)
    whole = {name: with_conditions(d, again, problems) for name, d in derived.items()}
    decision = whole.pop(DECISION, names.decision)
    return whole, decision


def _packages(files: Texts, sections: Mapping[str, Section]) -> dict[str, Package]:
    return {
        str(f.id): decode_package(f, sections, files.problems)
        for _, f in files.files(files.layout.packages, PackageFile)
    }


# --- clauses ---------------------------------------------------------------------------------------------------


def _outlines(
    files: Texts, names: Names, questionnaires: Mapping[str, Questionnaire]
) -> tuple[dict[str, Outline], Loops]:
    """The outlines, and for each clause the loops it stands in."""
    around = document_loops(questionnaires.values())
    known = Known(frozenset(map(clause_id, files.layout.clauses)), names.risk_ids)
    outlines = {
        str(f.id): decode_outline(f, in_loops(names, around.get(str(f.id), ())), known, files.problems)
        for _, f in files.files(files.layout.outlines, OutlineFile)
    }
    return outlines, loops_of_clauses(outlines.values(), around)


def document_loops(questionnaires: Iterable[Questionnaire]) -> dict[str, list[ForEach]]:
    found: dict[str, list[ForEach]] = {}
    for questionnaire in questionnaires:
        for use in questionnaire.documents:
            if use.for_each is not None:
                found.setdefault(use.document, []).append(use.for_each)
    return found


def _clauses(files: Texts, names: Names, loops: Loops, subjects: Mapping[str, str]) -> Iterator[Clause]:
    for path, front, body in files.fronts(files.layout.clauses, ClauseFront):
        files.bases.extend(front.basis)
        _check_subject(front, subjects, files.problems)
        inside = in_loops(names, loops.get(clause_id(path), ()))
        yield decode_clause(path, front, body, inside, files.problems)


def _terms(files: Texts, names: Names) -> dict[str, Term]:
    found: dict[str, Term] = {}
    owner: dict[str, str] = {}
    for path, front, body in files.fronts(files.layout.terms, TermFront):
        term = decode_term(path, front, body, names, files.problems)
        found[term.id] = term
        for form in front.forms:
            if owner.setdefault(form, term.id) != term.id or front.forms.count(form) > 1:
                files.problems.add(
                    "dubbele-vorm",
                    f"de vorm '{form}' hoort al bij het begrip '{owner[form]}'",
                    "laat elke vorm maar bij één begrip staan",
                    form.position,
                    width=len(form),
                )
    return found


def _risks(files: Texts, names: Names) -> Iterator[Risk]:
    for path, front, body in files.fronts(files.layout.risks, RiskFront):
        files.bases.extend(front.basis)
        yield decode_risk(path, front, body, names, names.risk_ids, files.problems)


# --- the lists beside them ---------------------------------------------------------------------------------------


def _with_people(library: Library, about: LibraryFile, names: Names, problems: Problems) -> Library:
    """Whose papers these are, and who signs for the other side: questions that the program reads by what they mean."""
    sender, signatories = (
        question_path(written, names, problems) if written else None
        for written in (about.sender, about.customer_signatories)
    )
    return replace(library, sender=sender, customer_signatories=signatories)


def _factors(files: Texts, names: Names) -> tuple[Factor, ...]:
    found = files.listed("clauses/onderbouwing.yaml", FactorsFile)
    return tuple(chain.from_iterable(decode_factors(file.root, names, files.problems) for file in found))


def _divisions(files: Texts, names: Names) -> tuple[Division, ...]:
    found = files.listed("clauses/verdelingen.yaml", DivisionsFile)
    known = [clause_id(path) for path in files.layout.clauses]
    return decode_divisions((block for file in found for block in file.root), names, known, files.problems)


def _words(files: Texts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that are never printed, and the reasons that say too little."""
    found = tuple(files.listed("clauses/woorden.yaml", WordsFile))
    return (
        tuple(str(w) for file in found for w in file.never_printed),
        tuple(str(w) for file in found for w in file.too_thin),
    )


def _sources(files: Texts) -> dict[str, Source]:
    found = files.named(file.root for file in files.listed("clauses/bronnen.yaml", SourcesFile))
    return {
        name: Source(name, str(s.title), str(s.date) if s.date is not None else None, str(s.verified))
        for name, s in found.items()
    }


def _check_bases(files: Texts, sources: Mapping[str, Source]) -> None:
    for name in files.bases:
        if name not in sources:
            unknown("onbekende-bron", "bron", name, list(sources), files.problems)


def _check_subject(front: ClauseFront, subjects: Mapping[str, str], problems: Problems) -> None:
    if front.subject is not None and front.subject not in subjects:
        unknown("onbekend-onderwerp", "onderwerp", front.subject, list(subjects), problems)


def _subjects(files: Texts) -> tuple[dict[str, str], dict[str, str]]:
    """The topics, and why some of them have no clause on purpose."""
    found = files.named(file.root for file in files.listed("clauses/onderwerpen.yaml", SubjectsFile))
    return (
        {k: str(v.title) for k, v in found.items()},
        {k: str(v.absent) for k, v in found.items() if v.absent is not None},
    )
