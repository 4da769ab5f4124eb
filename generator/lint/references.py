"""What a reference points at is in the document wherever the reference is."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, in_order
from generator.expressions.ast import Expr, Present
from generator.expressions.implication import Answer
from generator.expressions.setting import ALWAYS, NEVER, Setting, both
from generator.facts import reads_of
from generator.library import Library, ReferenceSlot, Risk, TermUse
from generator.lint.claims import Claim, Claims
from generator.lint.cycles import check_cycles
from generator.lint.judging import Judge
from generator.lint.places import Place, Reading, entries, of_blocks, of_clause, of_inlines, slots_of
from generator.lint.presence import presence_of_annex, presence_of_clauses, presence_of_item
from generator.lint.settings import Paper, names_of, papers_of


def check_references(library: Library, claims: Claims | None = None) -> list[Diagnostic]:
    """Per questionnaire and document. References to what does not exist at all are reported at loading."""
    if check_cycles(library):
        return []
    names = names_of(library)
    found = list(_undefined_terms(library))
    for questionnaire in library.questionnaires.values():
        setting = Setting(names, questionnaire)
        risks = tuple(
            r for r in library.risks.values() if not any(setting.never_asked(p) for p in reads_of(r))
        )
        for paper in papers_of(library, questionnaire, setting):
            found.extend(_Paper(library, paper, setting, claims or Claims(), risks).problems())
    return list(in_order(found))


def _undefined_terms(library: Library) -> Iterator[Diagnostic]:
    start = Place(names_of(library))
    for clause in library.clauses.values():
        for reading in of_clause(clause, start):
            if isinstance(reading.what, TermUse) and reading.what.term not in library.terms:
                yield Diagnostic(
                    "begrip-zonder-omschrijving",
                    f"het begrip '{reading.what.text}' heeft geen omschrijving",
                    f"maak clauses/begrippen/{reading.what.term}.md",
                    clause.position,
                )


class _Paper:
    """The references of one document."""

    def __init__(
        self, library: Library, paper: Paper, setting: Setting, claims: Claims, risks: tuple[Risk, ...]
    ) -> None:
        self._library = library
        self._paper = paper
        self._clauses = presence_of_clauses(library, paper.outline, paper.start)
        self._setting = Setting(setting.names, setting.questionnaire, self._clauses)
        self._judge = Judge(self._setting)
        self._claims = claims
        self._risks = risks
        self._documents = (
            {u.document for u in setting.questionnaire.documents} if setting.questionnaire else set()
        )

    def problems(self) -> Iterator[Diagnostic]:
        terms: dict[str, None] = {}
        for reading in self._readings():
            if isinstance(reading.what, ReferenceSlot):
                yield from self._reference(reading.what, reading.place)
            elif isinstance(reading.what, TermUse):
                terms[reading.what.term] = None
        for name in terms:
            for inline in self._library.terms[name].definition if name in self._library.terms else ():
                if isinstance(inline, ReferenceSlot):
                    yield from self._reference(inline, self._paper.start)

    def _readings(self) -> Iterator[Reading]:
        start, library = self._paper.start, self._library
        yield from of_inlines(self._paper.outline.title, start)
        for uses, when in slots_of(self._paper.outline):
            for use, place in entries(uses, start.given(when)):
                clause = library.clauses.get(use.clause or "")
                if clause is not None:
                    yield from of_clause(clause, place)
                elif use.risk_heading is not None:
                    yield from self._risk_texts(use.risk_heading, place)

    def _risk_texts(self, heading: str, place: Place) -> Iterator[Reading]:
        for risk in self._risks:
            blocks = risk.sections.get(heading, ())
            if blocks:
                yield from of_blocks(blocks, place.given(risk.when).entering(risk.for_each))

    def _reference(self, slot: ReferenceSlot, place: Place) -> Iterator[Diagnostic]:
        if slot.document is not None and slot.document != self._paper.outline.id:
            yield from self._elsewhere(slot, place)
            return
        wanted = self._annex(slot) if slot.annex else self._article(slot)
        if wanted is None:
            return
        verdict = self._judge.verdict(place, wanted)
        if verdict.proved:
            return
        what = f"{'bijlage' if slot.annex else 'artikel'} '{slot.target}'"
        document = self._paper.outline.id
        guard = f'aanwezig("{slot.target}")'
        remedy = f"zet er {{% if {guard} %}} … {{% endif %}} omheen, of noem '{slot.target}' in '{document}'"
        if slot.annex:
            remedy = f"zet om deze zin dezelfde voorwaarde als bij bijlage '{slot.target}' in '{document}'"
        if verdict.answer is Answer.NOT_PROVABLE:
            message = f"niet te bewijzen dat {what} hier in '{document}' staat: {verdict.reason}"
            yield self._claimed(Diagnostic("niet-te-bewijzen", message, remedy, slot.position), place, wanted)
            return
        shown = ", ".join(f"{k} = {v}" for k, v in verdict.example.items())
        example = f" (bijvoorbeeld bij {shown})" if shown else ""
        message = f"{what} staat niet altijd in '{document}' waar deze verwijzing staat{example}"
        yield self._claimed(
            Diagnostic("verwijzing-naar-afwezig", message, remedy, slot.position), place, wanted
        )

    def _claimed(self, problem: Diagnostic, place: Place, wanted: Expr) -> Diagnostic:
        self._claims.add(problem, Claim(place.premises, wanted, self._setting.with_names(place.names)))
        return problem

    def _article(self, slot: ReferenceSlot) -> Expr | None:
        """When the article, and the lid, is there; None when it does not exist anywhere."""
        clause = self._library.clauses.get(slot.target)
        if clause is None:
            return None
        present: Expr = Present(slot.target)
        if slot.item is None:
            return present
        item = presence_of_item(self._library, clause.id, slot.item, self._paper.start)
        return both(present, item)

    def _annex(self, slot: ReferenceSlot) -> Expr:
        annex = next((a for a in self._paper.outline.annexes if a.id == slot.target), None)
        return NEVER if annex is None else presence_of_annex(annex, self._library)

    def _elsewhere(self, slot: ReferenceSlot, place: Place) -> Iterator[Diagnostic]:
        """In another paper of the set: that paper must be able to hold it, where this questionnaire gets here."""
        outline = self._library.outlines.get(slot.document or "")
        if outline is None:
            return
        if slot.annex:
            inside = any(a.id == slot.target for a in outline.annexes)
        else:
            found = presence_of_clauses(self._library, outline, Place(self._setting.names))
            inside = found.get(slot.target, ALWAYS) != NEVER
        missing = not inside or outline.id not in self._documents
        if missing and not self._judge.verdict(place, NEVER).proved:
            message = f"'{slot.target}' staat niet in '{outline.id}', of deze vragenlijst maakt dat stuk niet"
            remedy = "noem een stuk waarin het staat"
            yield self._claimed(
                Diagnostic("verwijzing-naar-afwezig", message, remedy, slot.position), place, NEVER
            )
