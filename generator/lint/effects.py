"""Questions, fields, options and derived values that change nothing, on paper, on screen or in the risks."""

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, in_order
from generator.expressions.ast import Condition, ForEach, Path
from generator.expressions.names import Names
from generator.library import Choice, Derived, Kind, Library, Question, ValueSlot
from generator.lint.effect_reads import Effects
from generator.lint.readings import Seen
from generator.lint.settings import names_of

NO_EFFECT = "lees haar in een voorwaarde, druk haar af, of schrijf zonder_gevolg: ja"


def check_effects(library: Library, seen: tuple[Seen, ...]) -> list[Diagnostic]:
    if not library.questionnaires:
        return []
    effects = _effects(library, seen)
    asked = {path for q in library.questionnaires.values() for path in _asked(library, q.id)}
    found: list[Diagnostic] = []
    for section in library.sections.values():
        for question in section.questions:
            path = (section.id, question.id)
            found.extend(
                [_never_asked(path, question)] if path not in asked else _of_question(path, question, effects)
            )
        found.extend(
            _unread(d, f"{section.id}.{d.id}")
            for d in section.derived
            if (section.id, d.id) not in effects.read
        )
    return list(in_order(found))


def _asked(library: Library, questionnaire: str) -> Iterator[Path]:
    for use in library.questionnaires[questionnaire].sections:
        for question in library.sections[use.section].questions:
            if use.only is None or question.id in use.only:
                yield use.section, question.id


# --- what is read -------------------------------------------------------------------------------------------------


def _effects(library: Library, seen: tuple[Seen, ...]) -> Effects:
    """Derived values read nothing themselves: what they read counts once something reads them."""
    effects = Effects(library)
    names = names_of(library)
    derived: dict[Path, Derived] = {(s.id, d.id): d for s in library.sections.values() for d in s.derived}
    own = {id(d.value) for d in derived.values()}
    for reading, _setting in seen:
        here = effects.at(reading.place.names)
        match reading.what:
            case Condition() as condition if id(condition) not in own:
                here.condition(condition)
            case ForEach() as loop:
                here.loop(loop)
            case ValueSlot() as slot:
                here.slot(slot)
            case _:
                continue
    _named_by_library(library, effects, names)
    _fields(library, effects, names)
    _follow(derived, effects, names)
    return effects


def _named_by_library(library: Library, effects: Effects, names: Names) -> None:
    here = effects.at(names)
    for path in (library.sender, library.customer_signatories):
        if path is not None:
            here.path(path, whole=True)
    signing = [s for o in library.outlines.values() for s in o.signing]
    for signatory in signing:
        here.path(signatory.name)
    people = {*(s.signatories for s in signing), library.customer_signatories}
    for path in people - {None}:
        here.path((*(path or ()), "naam"))
        here.path((*(path or ()), "functie"))
    for risk in library.risks.values():
        if risk.for_each is not None:
            here.path(risk.for_each.path)
            here.path((*risk.for_each.path, "naam"))
    for term in library.terms.values():
        for inline in term.definition:
            if isinstance(inline, ValueSlot):
                here.slot(inline)


def _fields(library: Library, effects: Effects, names: Names) -> None:
    """Conditions of fields read their siblings; a reference reads the names of the list it points at."""
    waiting: list[tuple[Path, Question]] = [
        ((s.id, q.id), q) for s in library.sections.values() for q in s.questions
    ]
    while waiting:
        path, question = waiting.pop()
        if question.target is not None:
            effects.at(names).path((*question.target, "naam"))
        for inner in question.fields:
            effects.at(names.in_record(question), path).condition(inner.when)
            waiting.append(((*path, inner.id), inner))


def _follow(derived: dict[Path, Derived], effects: Effects, names: Names) -> None:
    done: set[Path] = set()
    while waiting := [p for p in derived if p in effects.read and p not in done]:
        for path in waiting:
            done.add(path)
            value, here = derived[path].value, effects.at(names)
            if isinstance(value, Condition):
                here.expr(value.expr)
            else:
                here.amount(value.amount)


# --- what nothing reads --------------------------------------------------------------------------------------------


def _of_question(path: Path, question: Question, effects: Effects) -> Iterator[Diagnostic]:
    if question.without_effect or question.by_program:
        return
    if path not in effects.read:
        yield Diagnostic(
            "zonder-gevolg",
            f"niets leest de vraag '{'.'.join(path)}': het antwoord maakt geen verschil",
            NO_EFFECT,
            question.position,
            Severity.WARNING,
        )
        return
    yield from _options(path, question, question.choices, effects)
    if question.kind is Kind.MATRIX:
        yield from _options((*path, "keuze"), question, question.choices, effects)
        yield from _options((*path, "rij"), question, question.rows, effects)
    for inner in question.fields:
        yield from _of_question((*path, inner.id), inner, effects)


def _options(
    path: Path, question: Question, choices: tuple[Choice, ...], effects: Effects
) -> Iterator[Diagnostic]:
    if path in effects.whole or (question.kind is Kind.MATRIX and path[-1] not in {"keuze", "rij"}):
        return
    alike: dict[frozenset[frozenset[str]], list[Choice]] = defaultdict(list)
    for choice in choices:
        alike[frozenset(s for s in effects.told.get(path, ()) if choice.id in s)].append(choice)
    for same in alike.values():
        idle = [c.id for c in same if not c.without_effect]
        if len(same) > 1 and len(idle) > 1:
            named = ", ".join(f"'{i}'" for i in idle)
            yield Diagnostic(
                "opties-zonder-verschil",
                f"bij '{'.'.join(path)}' maakt het niets uit of iemand {named} kiest",
                "lees het verschil in een voorwaarde, druk het antwoord af, of schrijf zonder_gevolg: ja bij een optie",
                question.position,
                Severity.WARNING,
            )


def _never_asked(path: Path, question: Question) -> Diagnostic:
    return Diagnostic(
        "vraag-nergens",
        f"geen enkele vragenlijst stelt de vraag '{'.'.join(path)}'",
        "noem haar onder vragen: van een vragenlijst, of haal haar weg",
        question.position,
        Severity.WARNING,
    )


def _unread(derived: Derived, name: str) -> Diagnostic:
    return Diagnostic(
        "zonder-gevolg",
        f"niets leest '{name}' onder afgeleid",
        "gebruik het in een voorwaarde of tekst, of haal het weg",
        derived.position,
        Severity.WARNING,
    )
