"""``controleer --diep``: random complete answers, all papers made of them, and what came out held to what must always hold."""

from collections.abc import Iterator
from datetime import date

from generator import document as doc
from generator.answers import Case
from generator.assembly import Papers, assemble
from generator.diagnostics import Diagnostic
from generator.document import Identity
from generator.expressions.ast import Path
from generator.facts import Facts
from generator.frozen import dataclass, field
from generator.library import Library
from generator.trying.random_answers import Answering
from generator.values import State

SETS = 20
"""Per questionnaire."""

FAILED = "proef-mislukt"
IDENTITY = Identity("2026-001", "proef")
EMPTY = "–"
"""What is printed in the place of nothing."""

MOST_NAMED = 8
_MAY_LACK = frozenset({State.LATER, State.OPEN})


@dataclass(frozen=True, slots=True)
class Trial:
    """``seen``: clauses and risks that came out of any set. ``faults``: what went wrong, with the answers."""

    sets: int
    clauses: frozenset[str]
    risks: frozenset[str]
    faults: tuple[tuple[Diagnostic, Case], ...] = field(default=())


def today_of(library: Library) -> date:
    """The day that the law was looked up: so that the same library gives the same sets."""
    return date.fromisoformat(library.law_date)


def tried(library: Library, sets: int = SETS) -> Trial:
    clauses: set[str] = set()
    risks: set[str] = set()
    faults: list[tuple[Diagnostic, Case]] = []
    for questionnaire in library.questionnaires:
        for seed in range(sets):
            case = random_case(library, questionnaire, seed)
            papers, wrong = outcome(library, case)
            faults += [(_failed(questionnaire, seed, what), case) for what in wrong]
            if papers is not None:
                clauses |= {a.clause for d in papers.documents for _s, found in doc.parts(d) for a in found}
                risks |= {f.risk for f in papers.findings}
    return Trial(
        sets * len(library.questionnaires),
        frozenset(clauses & set(library.clauses)),
        frozenset(risks & set(library.risks)),
        tuple(faults),
    )


def random_case(library: Library, questionnaire: str, seed: int) -> Case:
    answering = Answering(library, questionnaire, seed, today_of(library))
    answering.complete()
    return answering.decided()


def outcome(library: Library, case: Case) -> tuple[Papers | None, tuple[str, ...]]:
    """What these answers give, and what is wrong with that."""
    facts = Facts(library, case.questionnaire, case.answers, today_of(library))
    try:
        papers = assemble(library, facts, case, IDENTITY)
    except LookupError:
        return None, ("een verwijzing wijst naar iets wat er niet is",)
    except Exception as problem:  # noqa: BLE001 - whatever happens: that it happens is the finding
        return None, (f"het maken van de stukken breekt af ({type(problem).__name__})",)
    found = (what for document in papers.documents for what in wrong_in(document, facts))
    return papers, tuple(dict.fromkeys(found))


def wrong_in(document: doc.Document, facts: Facts) -> Iterator[str]:
    """What no paper of finished answers may hold."""
    for inline in doc.all_inlines(document):
        match inline:
            case doc.Filled(text=text, variable=name) if text.strip() in {"", EMPTY}:
                yield f"in '{document.id}' staat niets waar '{name}' moet staan"
            case doc.Blank(variable=str(name)) if _lacks(name, facts):
                yield f"in '{document.id}' staat een lege plek waar '{name}' moet staan"
            case _:
                continue
    blocks = (b for _s, articles in doc.parts(document) for a in articles for b in a.blocks)
    yield from (f"in '{document.id}' blijft een deel open" for b in blocks if isinstance(b, doc.Undecided))


def _lacks(name: str, facts: Facts) -> bool:
    """An answer that is not there, and was not left for later either. Of a loop's record that cannot be told here."""
    path: Path = tuple(name.split("."))
    value = facts.value(path) if path[0] in facts.library.sections and len(path) > 1 else State.LATER
    return isinstance(value, State) and value not in _MAY_LACK


def _failed(questionnaire: str, seed: int, what: str) -> Diagnostic:
    return Diagnostic(
        FAILED,
        f"bij proef {seed + 1} van '{questionnaire}': {what}",
        "dit hoort niet te kunnen: stuur ons de bibliotheek en het bestand van --voorbeelden",
    )


def told(trial: Trial, library: Library) -> str:
    """What was tried, and what that did not reach: it proves nothing of what was not seen."""
    unseen = sorted(set(library.clauses) - trial.clauses)
    lines = (
        f"Met toeval geprobeerd: {trial.sets} volledig ingevulde vragenlijsten. Daaruit kwamen {len(trial.clauses)} van de "
        f"{len(library.clauses)} clausules en {len(trial.risks)} van de {len(library.risks)} risico's."
    )
    if not unseen:
        return lines
    named = ", ".join(unseen[:MOST_NAMED]) + (" …" if len(unseen) > MOST_NAMED else "")
    return f"{lines} Niet gezien: {named}."
