"""Texts to a Library, step by step: first what others name, then what names them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from generator.diagnostics import Position
from generator.expressions.ast import ForEach
from generator.expressions.names import Names
from generator.frozen import dataclass, field
from generator.library import (
    Choice,
    Clause,
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
from generator.loading.decode_outlines import Known, Loops, decode_outline, in_loops, loops_of_clauses
from generator.loading.decode_questionnaires import decode_package, decode_questionnaire, unknown
from generator.loading.decode_questions import (
    DECISION,
    SectionDraft,
    choices_of,
    draft_section,
    no_section,
    question_path,
    with_conditions,
    with_derived,
)
from generator.loading.decode_risks import decode_factors, decode_risk
from generator.loading.layout import Layout, arranged
from generator.loading.located import Scalar
from generator.loading.problems import Problems
from generator.loading.schema_clauses import (
    ClauseFront,
    FactorsFile,
    LibraryFile,
    OutlineFile,
    RiskFront,
    SourcesFile,
    SubjectsFile,
    TermFront,
    WordsFile,
)
from generator.loading.schema_questions import CatalogueFile, PackageFile, QuestionnaireFile, SectionFile
from generator.loading.sources import Body, check_stem, read_front, read_yaml, stem
from generator.loading.terms import forms_of, marked_clause, marked_risk, marked_term

Model = TypeVar("Model", bound=BaseModel)
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
                yield path, file

    def fronts(self, paths: Sequence[str], model: type[Model]) -> Iterator[tuple[str, Model, Body]]:
        """The front matter and body of each file; what cannot be read is reported and left out."""
        for path in paths:
            read = read_front(model, path, self.texts[path], self.problems) if path in self.texts else None
            if read is not None:
                yield path, *read

    def single(self, path: str, model: type[Model]) -> Model | None:
        return read_yaml(model, path, self.texts[path], self.problems) if path in self.texts else None


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
    path = "clauses/bibliotheek.yaml"
    if path not in files.texts:
        files.problems.add(
            "bestand-ontbreekt",
            f"het bestand {path} ontbreekt",
            "maak het, met naam, versie, vorm en rechtsstand",
            Position(path),
        )
        return None
    about = files.single(path, LibraryFile)
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
    for _, file in files.files(files.layout.sections, SectionFile):
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
    around = _document_loops(questionnaires)
    known = Known(frozenset(map(clause_id, files.layout.clauses)), names.risk_ids)
    outlines = {
        str(f.id): decode_outline(f, in_loops(names, around.get(str(f.id), ())), known, files.problems)
        for _, f in files.files(files.layout.outlines, OutlineFile)
    }
    return outlines, loops_of_clauses(outlines.values(), around)


def _document_loops(questionnaires: Mapping[str, Questionnaire]) -> dict[str, list[ForEach]]:
    found: dict[str, list[ForEach]] = {}
    for questionnaire in questionnaires.values():
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
    file = files.single("clauses/onderbouwing.yaml", FactorsFile)
    return decode_factors(file.root, names, files.problems) if file else ()


def _words(files: Texts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that are never printed, and the reasons that say too little."""
    file = files.single("clauses/woorden.yaml", WordsFile)
    return (tuple(map(str, file.never_printed)), tuple(map(str, file.too_thin))) if file else ((), ())


def _sources(files: Texts) -> dict[str, Source]:
    file = files.single("clauses/bronnen.yaml", SourcesFile)
    return {
        str(name): Source(
            str(name), str(s.title), str(s.date) if s.date is not None else None, str(s.verified)
        )
        for name, s in (file.root if file else {}).items()
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
    file = files.single("clauses/onderwerpen.yaml", SubjectsFile)
    blocks = file.root if file else {}
    return (
        {str(k): str(v.title) for k, v in blocks.items()},
        {str(k): str(v.absent) for k, v in blocks.items() if v.absent is not None},
    )
