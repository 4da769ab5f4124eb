"""Library, case and date → the documents of a deal, numbered, with references resolved and gates applied."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count

from generator import document as doc
from generator.answers import Case
from generator.document import Identity
from generator.expressions.ast import Condition, ForEach
from generator.expressions.evaluation import Local, Scope, entered, holds, records, value_at
from generator.facts import Facts
from generator.filling import Filling
from generator.findings import Finding, Status
from generator.frozen import dataclass
from generator.gates import Hold, holds_up, on_paper
from generator.library import (
    AnnexUse,
    Clause,
    ClauseUse,
    DocumentUse,
    Library,
    Outline,
    Question,
    SignatoryUse,
    TermUse,
    Text,
)
from generator.melding import as_record, taken_record
from generator.numbering import MODERN, NumberingScheme, numbered
from generator.open_risks import open_risks
from generator.presence import Presence
from generator.references import resolved
from generator.risks import assess, dossier_record
from generator.row_order import ordered
from generator.values import Record, State


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything one run makes: documents, findings, and per document file the reasons that hold it up."""

    documents: tuple[doc.Document, ...]
    findings: tuple[Finding, ...]
    held_up: Mapping[str, tuple[Hold, ...]]
    pending: tuple[str, ...] = ()


def assemble(
    library: Library,
    facts: Facts,
    case: Case,
    identity: Identity = Identity(),  # noqa: B008 - frozen
    scheme: NumberingScheme = MODERN,
) -> Papers:
    """All documents of the case's questionnaire. Never fails on a loaded library, whatever the answers."""
    findings = assess(library, facts, case.decisions)
    maker = _Maker(library, facts, case, identity, findings)
    made, pending = maker.documents()
    final = resolved((numbered(d, scheme) for d in made), scheme)
    undecided = open_risks(library, facts)
    wrong = [check.message for check in facts.failed_checks()]
    reasons = {d.file: holds_up(d, library.outlines[d.id], findings, undecided, wrong) for d in final}
    documents = tuple(replace(d, concept=on_paper(reasons[d.file])) for d in final)
    return Papers(documents, findings, reasons, pending)


def places(
    library: Library,
    facts: Facts,
    case: Case,
    identity: Identity = Identity(),  # noqa: B008 - frozen
) -> tuple[tuple[DocumentUse, Scope], ...]:
    """Per paper, in the order of ``assemble``: the entry that asks for it, and the scope in which it is filled."""
    return tuple(_Maker(library, facts, case, identity, assess(library, facts, case.decisions)).places())


def outside(library: Library, facts: Facts, case: Case) -> Scope:
    """What is known beside the papers: the answers, the findings and what was decided on them."""
    return _Maker(library, facts, case, Identity(), assess(library, facts, case.decisions)).base


@dataclass
class _Maker:
    library: Library
    facts: Facts
    case: Case
    identity: Identity
    findings: tuple[Finding, ...]

    def __post_init__(self) -> None:
        self.rows = tuple(self._row(f) for f in self.findings)
        self.by_key = {f.key: f for f in self.findings}
        self.base = self._scope(())
        sender = value_at(self.library.sender, self.base) if self.library.sender else State.OPEN
        self.author = sender if isinstance(sender, str) and not isinstance(sender, State) else ""

    def _scope(self, to_check: tuple[Record, ...]) -> Scope:
        dossier = dossier_record(self.rows, self.identity.reference, self.identity.name, to_check)
        return self.facts.with_roots(meldingen=self.rows, dossier=dossier).scope()

    def _row(self, finding: Finding) -> Record:
        decision = self.case.decisions.get(finding.key)
        questions = self.library.decision.questions
        return as_record(
            finding, taken_record(decision, questions, self.facts.today, self.library.too_thin_reasons)
        )

    def documents(self) -> tuple[list[doc.Document], tuple[str, ...]]:
        """The documents, and the ids of those that an open answer still keeps from being decided on."""
        made: list[doc.Document] = []
        pending: list[str] = []
        for use in self.library.questionnaires[self.case.questionnaire].documents:
            outline = self.library.outlines[use.document]
            base = self._scope(_to_check(self.library, made)) if outline.internal else self.base
            copies = self._copies(use, base)
            if copies is None:
                pending.append(outline.id)
            else:
                made.extend(self._document(outline, scope, record) for scope, record in copies)
        return _with_own_files(made), tuple(pending)

    def places(self) -> Iterator[tuple[DocumentUse, Scope]]:
        for use in self.library.questionnaires[self.case.questionnaire].documents:
            outline = self.library.outlines[use.document]
            for scope, _record in self._copies(use, self.base) or ():
                within = _with_document(scope, outline)
                yield use, replace(within, present=Presence(self.library, outline, within).of)

    def _copies(self, use: DocumentUse, base: Scope) -> list[tuple[Scope, Record | None]] | None:
        """One per record, or one in all; None while an open answer decides on it."""
        wanted = True if use.when is None else holds(use.when.expr, base)
        if not wanted:
            return None if wanted is None else []
        if use.for_each is None:
            return [(base, None)]
        found = records(use.for_each, base)
        return None if found is None else [(entered(use.for_each, r, base), r) for r in found]

    def _document(self, outline: Outline, scope: Scope, record: Record | None) -> doc.Document:
        file = outline.id if record is None else f"{outline.id}-{_slug(record.id)}"
        scope = _with_document(scope, outline)
        scope = replace(scope, present=Presence(self.library, outline, scope).of)
        slot = _Slot(self.library, scope, self.by_key)
        title = Filling(outline.id, scope).inlines(outline.title)
        made = doc.Document(
            id=outline.id,
            file=file,
            title=title,
            form=outline.form,
            gate=outline.gate,
            reference=self.identity.reference,
            internal=outline.internal,
            author=self.author,
            front_page=slot.articles(outline.front_page),
            addressee=slot.articles(outline.addressee),
            parties=slot.articles(outline.parties),
            recitals=slot.articles(outline.recitals),
            articles=slot.articles(outline.articles),
            annexes=tuple(a for use in outline.annexes for a in slot.annex(use)),
            signing_text=slot.articles(outline.signing_text),
            signatories=tuple(s for use in outline.signing for s in _signatories(use, scope)),
            finding=record.id if record is not None and record.id in self.by_key else None,
        )
        return _with_definitions(made, outline, self.library, scope)


def _to_check(library: Library, made: Iterable[doc.Document]) -> tuple[Record, ...]:
    """The clauses in these papers that a lawyer must still verify, each named once."""
    seen: dict[str, Record] = {}
    for paper in made:
        for _slot, articles in doc.parts(paper):
            for article in articles:
                clause = library.clauses.get(article.clause)
                if clause is not None and clause.to_check and clause.id not in seen:
                    words = doc.plain(article.title) or doc.plain(paper.title)
                    seen[clause.id] = Record(clause.id, {"tekst": words, "stuk": doc.plain(paper.title)})
    return tuple(seen.values())


@dataclass
class _Slot:
    """Fills the entries of one document."""

    library: Library
    scope: Scope
    findings: Mapping[str, Finding]

    def articles(
        self, uses: Iterable[ClauseUse], scope: Scope | None = None, suffix: str = ""
    ) -> tuple[doc.Article, ...]:
        return tuple(a for use in uses for a in self._use(use, scope or self.scope, suffix))

    def annex(self, use: AnnexUse) -> Iterator[doc.Annex]:
        wanted = True if use.when is None else holds(use.when.expr, self.scope)
        if use.when is not None and wanted is None:
            yield doc.Annex(use.id, "", use.title, (_waiting(f"bijlage:{use.id}", use.when, self.scope),))
        articles = self.articles(use.entries) if wanted else ()
        if articles:
            yield doc.Annex(use.id, "", use.title, articles)

    def _use(self, use: ClauseUse, scope: Scope, suffix: str) -> Iterator[doc.Article]:
        wanted = True if use.when is None else holds(use.when.expr, scope)
        if use.when is not None and not wanted:
            yield from () if wanted is False else (_waiting(_name_of(use), use.when, scope, suffix),)
        elif use.for_each is None:
            yield from self._entry(use, scope, suffix)
        else:
            yield from self._repeated(use, use.for_each, scope, suffix)

    def _repeated(self, use: ClauseUse, loop: ForEach, scope: Scope, suffix: str) -> Iterator[doc.Article]:
        found = records(loop, scope)
        if found is None:
            yield _waiting(_name_of(use), loop, scope, suffix)
        for record in found or ():
            yield from self._entry(use, entered(loop, record, scope), f"{suffix}/{record.id}")

    def _entry(self, use: ClauseUse, scope: Scope, suffix: str) -> Iterator[doc.Article]:
        if use.entries:
            yield from self.articles(use.entries, scope, suffix)
        elif use.clause:
            yield from self._clause(self.library.clauses[use.clause], scope, suffix)
        else:
            yield from self._risk_text(use.risk_heading or "", scope, suffix)

    def _clause(self, clause: Clause, scope: Scope, suffix: str) -> Iterator[doc.Article]:
        wanted = True if clause.when is None else holds(clause.when.expr, scope)
        if wanted is False:
            return
        key = f"{clause.id}{suffix}"
        filling = Filling(key, scope)
        blocks = ordered(filling.blocks(clause.blocks), clause.order)
        if wanted is None and clause.when is not None:
            blocks = (filling.undecided(clause.when),)
        title = filling.inlines(clause.title)
        if blocks or title:
            yield doc.Article(
                key,
                clause.id,
                clause.version,
                "",
                title,
                blocks,
                clause.source_hash,
                explanation=clause.explanation or "",
                accepted=self._accepted(scope),
                lanes=clause.lanes,
            )

    def _risk_text(self, heading: str, scope: Scope, suffix: str) -> Iterator[doc.Article]:
        """A heading of the current finding's own text; nothing when the risk has no such heading."""
        finding = self.findings.get(scope.locals["melding"].record.id) if "melding" in scope.locals else None
        if finding is None or not finding.sections.get(heading):
            return
        key = f"risicos/{finding.risk}:{heading}{suffix}"
        yield doc.Article(
            key,
            f"risicos/{finding.risk}",
            finding.risk_version,
            "",
            (),
            finding.sections[heading],
            accepted=self._accepted(scope),
        )

    def _accepted(self, scope: Scope) -> bool:
        """Whether what is filled here is about a finding that the customer accepts."""
        finding = self.findings.get(scope.locals["melding"].record.id) if "melding" in scope.locals else None
        return finding is not None and finding.status in (Status.ACCEPTED, Status.INCOMPLETE)


def _waiting(name: str, read: Condition | ForEach, scope: Scope, suffix: str = "") -> doc.Article:
    """Stands where an open answer decides what comes; ``name`` is the clause, or the first of a group."""
    return doc.Article(f"{name}{suffix}", name, 0, "", (), (Filling(name, scope).undecided(read),))


def _name_of(use: ClauseUse) -> str:
    return use.clause or use.risk_heading or next(map(_name_of, use.entries), "")


def _with_document(scope: Scope, outline: Outline) -> Scope:
    """``titel`` is the outline's own, without answers: it is read in conditions and running text."""
    meaning = scope.lookup.question(("document",))
    words = "".join(i.text for i in outline.title if isinstance(i, Text | TermUse))
    fields = meaning.fields if isinstance(meaning, Question) else ()
    return scope.with_local("document", Local(Record("", {"id": outline.id, "titel": words.strip()}), fields))


def _signatories(use: SignatoryUse, scope: Scope) -> Iterator[doc.Signatory]:
    party = _or_blank(value_at(use.name, scope), f"Naam {use.role}", holds_up=True)
    people = value_at(use.signatories, scope) if use.signatories else ()
    many = (
        people if isinstance(people, tuple) else (people,)
    )  # a list of people, or a group that is one person
    rows = [r for r in many if isinstance(r, Record)]
    for row in rows or [Record("", {})]:
        name = _or_blank(row.values.get("naam", State.OPEN), "Naam", holds_up=False)
        function = _or_blank(row.values.get("functie", State.OPEN), "Functie", holds_up=False)
        yield doc.Signatory(use.role, party, name, function)


def _or_blank(value: object, label: str, *, holds_up: bool) -> doc.Inlines:
    if isinstance(value, str) and not isinstance(value, State):
        return (doc.Filled(value, "ondertekening"),)
    return (doc.Blank(label, None, holds_up),)


def _slug(key: str) -> str:
    """Letters, digits and hyphens: whatever a record is called, its paper stays in the folder."""
    return re.sub(r"[^A-Za-z0-9]+", "-", key).strip("-")


def _with_own_files(made: Iterable[doc.Document]) -> list[doc.Document]:
    """Two papers never share a file, also where capitals do not count: ``a/b`` and ``a-b`` look the same as a name."""
    taken: set[str] = set()
    found: list[doc.Document] = []
    for paper in made:
        names = chain((paper.file,), (f"{paper.file}-{n}" for n in count(2)))
        file = next(name for name in names if name.casefold() not in taken)
        taken.add(file.casefold())
        found.append(replace(paper, file=file))
    return found


def _with_definitions(
    document: doc.Document, outline: Outline, library: Library, scope: Scope
) -> doc.Document:
    """Puts the definitions of the terms in use, and of terms those use, in the clause that asks for them."""
    places = {u.clause for u in outline.articles if u.with_definitions}
    if not places:
        return document
    used: set[str] = set()
    fresh = {i.term for i in doc.all_inlines(document) if isinstance(i, doc.Use)}
    definitions: dict[str, doc.Inlines] = {}
    while fresh:
        used |= fresh
        for term in fresh:
            definitions[term] = Filling(f"begrippen/{term}", scope).inlines(library.terms[term].definition)
        fresh = {i.term for t in fresh for i in definitions[t] if isinstance(i, doc.Use)} - used
    rows = sorted((library.terms[t].forms[0], definitions[t], t) for t in used)
    blocks = tuple(doc.Definition(*row) for row in rows)
    articles = tuple(
        replace(a, blocks=(*a.blocks, *blocks)) if a.clause in places else a for a in document.articles
    )
    return replace(document, articles=articles)
