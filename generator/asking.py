"""The use cases at the keyboard: begin a case, go on with it, and the profile of one's own company."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generator.answers import Case
from generator.diagnostics import MisuseError, Position
from generator.expressions.ast import Path
from generator.frozen import dataclass
from generator.library import Kind, Library, Questionnaire, SectionUse, questions_of
from generator.loading.load import load_library
from generator.printing import say
from generator.terminal.session import Outcome
from generator.values import Record, State, Value

if TYPE_CHECKING:
    from generator.app import Settings
    from generator.casefile import CaseFolder
    from generator.interview import Filter


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the interview is held: beside the customer, only what this person knows, in plain lines, with a package."""

    customer: bool = False
    who: str | None = None
    plain: bool = False
    package: str | None = None

    @property
    def chosen(self) -> "Filter":
        from generator.interview import Filter

        return Filter(frozenset({"aan_tafel"}) if self.customer else None, self.customer, self.who)


def _library(settings: "Settings") -> Library:
    return load_library(
        layers=settings.layers,
        before_reading=lambda: say("De vragen en teksten worden ingelezen. Dat duurt één keer even."),
    )


def begin(
    settings: "Settings", wishes: Wishes, questionnaire: str | None
) -> "tuple[Outcome, CaseFolder | None]":
    """A new case; nothing is written when the user stops before it has a name."""
    from generator.terminal.opening import ask_name, choose_questionnaire

    library = _library(settings)
    known = questionnaire or choose_questionnaire(library, plain=wishes.plain)
    if known is None:
        return Outcome.STOPPED, None
    if known not in library.questionnaires:
        names = ", ".join(library.questionnaires)
        raise MisuseError(f"Er is geen vragenlijst ‘{known}’.", f"Kies uit: {names}.")
    from generator.app import with_profile
    from generator.casefile import create

    filled = with_profile(Case(known), library, wishes.package)
    name = ask_name(plain=wishes.plain)
    if name is None:
        return Outcome.STOPPED, None
    case = to_confirm(replace(filled, source={"werknaam": name, **filled.source}), library)
    folder = create(settings.cases, name, settings.today)
    with folder.held():
        folder.append_log("aangemaakt", {"vragenlijst": known})
        folder.save_case(case, library)
        return _interview(library, case, folder, settings, wishes), folder


def to_confirm(case: Case, library: Library) -> Case:
    """A matrix that the package filled in is shown once: there the customer says what he does not want."""
    from generator.interview import answered

    filled = case.source.get(PACKAGE)
    for path, question in ((a.path, a.question) for a in questions_of(library, case.questionnaire)):
        if question.kind is Kind.MATRIX and isinstance(filled, list) and ".".join(path) in map(str, filled):
            case = answered(case, path, case.answers[path], ready=False)
    return case


def go_on(settings: "Settings", wishes: Wishes, source: str | None) -> "tuple[Outcome, CaseFolder]":
    from generator.app import with_profile
    from generator.casefile import find

    library = _library(settings)
    folder = find(settings.cases, source) if source else _latest(settings)
    with folder.held():
        case = with_profile(folder.load(library, settings.today), library, wishes.package)
        return _interview(library, case, folder, settings, wishes), folder


def _latest(settings: "Settings") -> "CaseFolder":
    from generator.casefile import all_cases

    cases = all_cases(settings.cases)
    if not cases:
        raise MisuseError(f"Er zijn nog geen dossiers in {settings.cases}.", "Begin met: zwartopwit nieuw")
    return cases[-1]


def _interview(
    library: Library, case: Case, folder: "CaseFolder", settings: "Settings", wishes: Wishes
) -> Outcome:
    from generator.document import Identity
    from generator.sitting import Sitting
    from generator.terminal.run import run

    def save(changed: Case, event: Mapping[str, object]) -> None:
        folder.save_case(changed, library)
        folder.append_log(str(event["wat"]), {k: v for k, v in event.items() if k != "wat"})

    known = Known(library, case)
    identity = Identity(folder.number, folder.path.name)
    sitting = Sitting(library, case, settings.today, wishes.chosen, identity, save, known.remember, known)
    return run(sitting, plain=wishes.plain)


PROFILE, PACKAGE = "profiel", "pakket"


class Known:
    """What the supplier's profile learns from this case, and tells it.

    An answer of the owner is asked once: here for the first time. What came from the profile and is changed in this case
    is about this case only.
    """

    def __init__(self, library: Library, case: Case) -> None:
        filled = case.source.get(PROFILE)
        self.library = library
        self.filled = frozenset(str(p) for p in filled) if isinstance(filled, list | tuple) else frozenset()

    def remember(self, path: Path, value: Value | State) -> None:
        from generator import profile

        if path in profile.owner_questions(self.library) and ".".join(path) not in self.filled:
            profile.save(profile.load(self.library).with_answer(path, value), self.library)

    def known(self, key: str) -> tuple[Record, ...]:
        from generator import profile

        return profile.load(self.library).prices.get(key, ())

    def keep(self, key: str, rows: tuple[Record, ...]) -> None:
        from generator import profile

        profile.save(profile.load(self.library).with_prices(key, rows), self.library)


def profile_text(settings: "Settings") -> str:
    """The supplier's own answers, a line each."""
    from generator import profile
    from generator.facts import Facts
    from generator.interview import shown_answer

    library = _profile_library(settings)
    known = profile.load(library).answers
    facts = Facts(library, PROFILE, known, date.min)
    lines = [f"Profiel: {profile.profile_path()}"]
    section = ""
    owner = profile.owner_questions(library)
    for path, question in profile.supplier_questions(library).items():
        if path not in owner and path not in known:
            continue
        if path[0] != section:
            section = path[0]
            lines += ["", library.sections[section].title]
        answer = shown_answer(question, known.get(path, State.OPEN), facts)
        lines.append(f"  {question.text}  {answer}")
    return "\n".join(lines)


def change_profile(settings: "Settings", *, plain: bool) -> bool:
    """Ask the supplier's questions, prefilled; False when the user stopped halfway (what he answered is kept)."""
    from generator import profile
    from generator.document import Identity
    from generator.interview import Filter
    from generator.sitting import Sitting
    from generator.terminal.run import run

    library = _profile_library(settings)

    def save(changed: Case, _event: Mapping[str, object]) -> None:
        before = profile.load(library)
        others = {p: v for p, v in before.answers.items() if p not in asked}
        profile.save(replace(before, answers={**others, **changed.answers}), library)

    asked = profile.owner_questions(library)
    case = Case(PROFILE, profile.load(library).answers)
    sitting = Sitting(library, case, settings.today, Filter(), Identity(), save, lambda _path, _value: None)
    return run(sitting, plain=plain) is Outcome.READY


def _profile_library(settings: "Settings") -> Library:
    """The library with one questionnaire more: what a supplier answers once for all cases."""
    from generator import profile

    library = _library(settings)
    owner: dict[str, list[str]] = {}
    for section, question in profile.owner_questions(library):
        owner.setdefault(section, []).append(question)
    uses = tuple(SectionUse(section, only=tuple(questions)) for section, questions in owner.items())
    asked = Questionnaire(PROFILE, "Uw eigen bedrijf", uses, (), Position("(profiel)"))
    return replace(library, questionnaires={**library.questionnaires, PROFILE: asked})
