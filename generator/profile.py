"""What the supplier answers once for all cases: kept in the user's own settings folder."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any

from generator.answers import Answers, Case
from generator.answers_file import as_raw
from generator.answers_text import decoded, tree_of
from generator.answers_yaml import yaml_text
from generator.diagnostics import AnswersError, Diagnostic, OutputError, Position
from generator.dutch_file_form import Faults, Plain, decode, read_written, written
from generator.dutch_text import Rejection
from generator.expressions.ast import Path
from generator.frozen import dataclass, field
from generator.library import Library, Package, Question, questions_of
from generator.saving import failures_in_dutch, save_bytes
from generator.values import Record, State, Value

FILE = "profiel.yaml"
FORM = 1
PROFILE = "profiel"
PACKAGE = "pakket"
OWNER = "directie"
PRICES = "prijzen"
STYLE = "huisstijl"
ALTERNATIVES = "alternatieven"


@dataclass(frozen=True, slots=True)
class Profile:
    """``other`` is what this library does not ask: kept for a library that does.

    ``prices`` are the alternatives last offered, by risk (of a matrix: by risk and row). ``house_style`` is the
    name or Word file that papers are made in.
    """

    answers: Answers = field(default_factory=dict)
    other: Mapping[str, object] = field(default_factory=dict)
    prices: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    house_style: str = ""

    def with_answer(self, path: Path, value: Value | State) -> "Profile":
        kept = {p: v for p, v in self.answers.items() if p != path}
        return replace(self, answers=kept if value is State.OPEN else {**kept, path: value})

    def with_prices(self, key: str, rows: tuple[Record, ...]) -> "Profile":
        return replace(self, prices={**self.prices, key: rows})


def profile_path() -> FilePath:
    """``profiel.yaml`` in the folder of ``ZWARTOPWIT_PROFIEL``, else in the settings folder of this system."""
    chosen = os.environ.get("ZWARTOPWIT_PROFIEL")
    if chosen:
        return FilePath(chosen) / FILE
    from platformdirs import user_config_path

    return user_config_path("zwartopwit", appauthor=False) / FILE


def supplier_questions(library: Library) -> dict[Path, Question]:
    """Every question that profile or package may answer, in the order of the sections."""
    return {(s.id, q.id): q for s in library.sections.values() for q in s.questions if q.from_supplier}


def owner_questions(library: Library) -> dict[Path, Question]:
    """What the owner answers once for all cases. What sales or a technician answers is about one deal, or in a package."""
    return {path: q for path, q in supplier_questions(library).items() if q.who == OWNER}


def load(library: Library, path: FilePath | None = None) -> Profile:
    """The profile, empty when there is none yet; raises AnswersError when it cannot be read."""
    place = path or profile_path()
    try:
        data = place.read_bytes()
    except FileNotFoundError:
        return Profile()
    except OSError:
        raise OutputError(
            f"Uw profiel '{place}' is niet te lezen.", "Kijk of u rechten hebt op deze map."
        ) from None
    return read_profile(decoded(data, str(place)), library, str(place))


def read_profile(text: str, library: Library, name: str) -> Profile:
    tree = tree_of(text, name)
    form = str(tree.data.get("vorm", FORM))
    if form != str(FORM):
        message = f"Uw profiel is gemaakt met een andere versie van zwartopwit (vorm {form})."
        remedy = "Werk zwartopwit bij. Uw profiel is niet gewijzigd."
        raise AnswersError([Diagnostic("nieuwere-vorm", message, remedy, tree.place(("vorm",)))])
    asked = supplier_questions(library)
    faults = Faults()
    answers: dict[Path, Value | State] = {}
    other: dict[str, object] = {}
    for section, key, raw in _entries(tree.data.get("antwoorden"), name):
        question = asked.get((section, key))
        value = decode(question, raw, faults, ("antwoorden", section, key)) if question else None
        if question is None:
            other[f"{section}.{key}"] = as_raw(raw)
        elif value is not None:
            answers[section, key] = value
    prices = _prices(tree.data.get(PRICES), library, faults)
    if faults.found:
        raise AnswersError(_diagnostic(f.rejection, f.steps, tree) for f in faults.found)
    return Profile(answers, other, prices, str(tree.data.get(STYLE) or ""))


def _prices(raw: Any, library: Library, faults: Faults) -> dict[str, tuple[Record, ...]]:
    question = library.decision.question(ALTERNATIVES)
    if question is None or not isinstance(raw, dict):
        return {}
    found = {str(key): decode(question, rows, faults, (PRICES, str(key))) for key, rows in raw.items()}
    return {
        key: tuple(r for r in rows if isinstance(r, Record))
        for key, rows in found.items()
        if isinstance(rows, tuple)
    }


def _entries(raw: Any, name: str) -> list[tuple[str, str, Any]]:
    sections = {} if raw is None else raw
    if not isinstance(sections, dict) or not all(isinstance(v, dict) for v in sections.values()):
        message = "Onder 'antwoorden' horen rubrieken te staan, met daaronder de antwoorden."
        remedy = "Haal het profiel weg en vul het opnieuw in met `zwartopwit profiel`."
        raise AnswersError([Diagnostic("verkeerde-soort", message, remedy, Position(name))])
    return [(str(s), str(k), v) for s, questions in sections.items() for k, v in questions.items()]


def _diagnostic(rejection: Rejection, steps: tuple[str | int, ...], tree: Any) -> Diagnostic:
    question = ".".join(str(s) for s in steps[1:] if isinstance(s, str))
    return Diagnostic(
        rejection.slug, rejection.message, rejection.remedy, tree.place(steps), question=question
    )


def save(profile: Profile, library: Library, path: FilePath | None = None) -> None:
    """A profile that could not be read is never overwritten: load comes first, and raises."""
    place = path or profile_path()
    with failures_in_dutch(place.parent):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    save_bytes(place, write_profile(profile, library).encode())


def write_profile(profile: Profile, library: Library) -> str:
    sections: dict[str, dict[str, object]] = {}
    for (section, name), question in supplier_questions(library).items():
        if (section, name) in profile.answers:
            sections.setdefault(section, {})[name] = written(question, profile.answers[section, name])
    for dotted, raw in profile.other.items():
        section, _, name = dotted.partition(".")
        sections.setdefault(section, {})[name] = raw
    offered = library.decision.question(ALTERNATIVES)
    prices = {key: written(offered, rows) for key, rows in profile.prices.items()} if offered else {}
    more: dict[str, object] = {PRICES: prices} if prices else {}
    if profile.house_style:
        more[STYLE] = profile.house_style
    return yaml_text({"vorm": Plain(FORM), "antwoorden": sections, **more})


def fill(case: Case, library: Library, profile: Profile, package: Package | None = None) -> Case:
    """The case with what the supplier already answered: whole answers, only where the case has none.

    A package was chosen for this deal, so it goes before the profile. What was filled in from where is in ``invoer``.
    """
    given = {PACKAGE: package_answers(package, library), PROFILE: dict(profile.answers)}
    open_paths = [
        a.path
        for a in questions_of(library, case.questionnaire)
        if a.question.from_supplier and a.path not in case.answers
    ]
    answers, source = dict(case.answers), dict(case.source)
    for origin, values in given.items():
        taken = [p for p in open_paths if p in values and p not in answers]
        answers |= {p: values[p] for p in taken}
        if taken:
            source[origin] = [*_recorded(source.get(origin)), *(Plain(".".join(p)) for p in taken)]
    if package is not None:
        source["pakketnaam"] = Plain(package.id)
    return replace(case, answers=answers, source=source)


def _recorded(earlier: object) -> list[object]:
    return list(earlier) if isinstance(earlier, list) else []


def package_answers(package: Package | None, library: Library) -> dict[Path, Value | State]:
    """A package's answers as values; raises AnswersError when one does not fit its question."""
    asked = supplier_questions(library)
    values: dict[Path, Value | State] = {}
    faults: list[Diagnostic] = []
    for section, questions in (package.answers if package else {}).items():
        for name, raw in questions.items() if isinstance(questions, Mapping) else ():
            question = asked.get((section, name))
            value = read_written(question, raw) if question else None
            if isinstance(value, Rejection):
                place = package.position if package else None
                faults.append(
                    Diagnostic(value.slug, value.message, value.remedy, place, question=f"{section}.{name}")
                )
            elif value is not None:
                values[section, name] = value
    if faults:
        raise AnswersError(faults)
    return values
