"""Situations on disk: ``situaties/*.yaml`` to cases with what must come out. The only reader of them."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from generator.answers_file import as_raw, decoded, read_case
from generator.answers_text import tree_of
from generator.answers_yaml import yaml_text
from generator.diagnostics import AnswersError, Diagnostic, MisuseError, in_order
from generator.frozen import dataclass
from generator.library import Library
from generator.situations import Situation

_NAME = r"[\w-]+"
_PART = r"[\w. -]+"
SITUATIONS = "situaties"
OURS = Path("tests") / SITUATIONS
"""Those of the library itself, in the folder where its makers work on it."""

KEYS = ("naam", "basis", "antwoorden_van", "vragenlijst", "vandaag", "antwoorden", "besluiten", "verwacht")


@dataclass(frozen=True, slots=True)
class _Raw:
    """A situation as written, with the answers and decisions of its base filled in."""

    name: str
    questionnaire: str
    today: date
    answers: Mapping[str, Any]
    decisions: Mapping[str, Any]
    expected: Mapping[str, Any]


def situation_folders(layers: Sequence[Path]) -> list[Path]:
    """Where situations stand that nobody named: in each layer, and those of the library where it is worked on."""
    found = [f for f in (*(layer / SITUATIONS for layer in layers), OURS) if f.is_dir()]
    if not found:
        raise MisuseError(
            "Er zijn nog geen situaties.",
            "Maak er een uit antwoorden: zwartopwit situatie ANTWOORDEN.yaml. Of noem een map: zwartopwit test MAP",
        )
    return found


def read_situations(folder: Path, library: Library) -> tuple[list[Situation], list[Diagnostic]]:
    """Every situation in the folder (or the one file), by name; and what is wrong with those that cannot be read."""
    found: list[Situation] = []
    faults: list[Diagnostic] = []
    for path in _paths(folder):
        try:
            found.append(_situation(path, _read(path, frozenset()), library))
        except AnswersError as problem:
            faults.extend(problem.diagnostics)
    return found, list(in_order(faults))  # a base that cannot be read is named once


def _paths(folder: Path) -> list[Path]:
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.yaml"))
    if not paths:
        missing = (
            f"In de map '{folder}' staan geen situaties."
            if folder.is_dir()
            else f"De map '{folder}' is er niet."
        )
        raise MisuseError(missing, "Noem de map met situaties: zwartopwit test MAP")
    return paths


def read_draft(text: str, path: Path, library: Library) -> Situation:
    """The situation that this text would be at this place. Raises AnswersError."""
    data = _known(path, tree_of(text, path.name).data)
    return _situation(path, _on_base(path, data, frozenset({path})), library)


def _situation(path: Path, raw: _Raw, library: Library) -> Situation:
    text = yaml_text(
        {"vragenlijst": raw.questionnaire, "antwoorden": raw.answers, "besluiten": raw.decisions}
    )
    try:
        case = read_case(text, library, path.name, today=raw.today)
    except AnswersError as problem:
        # the places are those of the merged text, which nobody sees
        raise AnswersError(_without_place(d, path.name) for d in problem.diagnostics) from None
    return Situation(path.stem, raw.name, raw.today, case, raw.expected)


def _without_place(diagnostic: Diagnostic, name: str) -> Diagnostic:
    question = f"{name}: {diagnostic.question}" if diagnostic.question else name
    return Diagnostic(diagnostic.slug, diagnostic.message, diagnostic.remedy, question=question)


def _read(path: Path, seen: frozenset[Path]) -> _Raw:
    """A situation on top of its base; a base may have a base of its own."""
    if path in seen:
        raise _fault(
            path, "basis-in-kring", f"{path.name} is via `basis:` zijn eigen basis", "haal één basis weg"
        )
    return _on_base(path, _tree(path), seen | {path})


def _on_base(path: Path, data: Mapping[str, Any], seen: frozenset[Path]) -> _Raw:
    base = _base(path, data, seen)
    return _Raw(
        name=str(data.get("naam") or path.stem),
        questionnaire=str(data.get("vragenlijst") or (base.questionnaire if base else "")),
        today=_day(path, data.get("vandaag"), base),
        answers=_merged(base.answers if base else {}, _raw(data.get("antwoorden"))),
        decisions=_merged(base.decisions if base else {}, _raw(data.get("besluiten"))),
        expected=_raw(data.get("verwacht")),
    )


def _base(path: Path, data: Mapping[str, Any], seen: frozenset[Path]) -> _Raw | None:
    if name := data.get("basis"):
        if not re.fullmatch(_NAME, str(name)):
            raise _fault(
                path,
                "situatie-ontbreekt",
                "`basis:` is geen naam van een situatie",
                "noem een situatie uit dezelfde map, zonder .yaml",
            )
        return _read(path.with_name(f"{name}.yaml"), seen)
    if name := data.get("antwoorden_van"):
        return _answers_of(_nearby(path, str(name)))
    return None


def named_from(path: Path, answers: Path) -> str | None:
    """How a situation at this place names that answers file; None when they have no folder of work in common."""
    for folder in path.resolve().parents:
        if not folder.is_relative_to(Path.cwd()):
            return None
        if answers.resolve().is_relative_to(folder):
            name = answers.resolve().relative_to(folder).as_posix()
            near = next((f / name for f in path.resolve().parents if (f / name).is_file()), None)
            return name if _is_inside(name) and near == answers.resolve() else None
    return None


def _is_inside(name: str) -> bool:
    return all(re.fullmatch(_PART, part) and part.strip(".") for part in name.split("/"))


def _nearby(path: Path, name: str) -> Path:
    """An answers file, named from the situation's folder or from one above it; never one beside those."""
    for folder in path.resolve().parents if _is_inside(name) else ():
        if (folder / name).is_file():
            return folder / name
    raise _fault(
        path, "antwoorden-ontbreken", f"het antwoordenbestand {name} is er niet", "noem een bestand dat er is"
    )


def _answers_of(path: Path) -> _Raw:
    data = _tree(path, any_key=True)
    answers, decisions = _raw(data.get("antwoorden")), _raw(data.get("besluiten"))
    return _Raw(path.stem, str(data.get("vragenlijst") or ""), date.min, answers, decisions, {})


def _tree(path: Path, *, any_key: bool = False) -> Mapping[str, Any]:
    try:
        data: Mapping[str, Any] = tree_of(decoded(path.read_bytes(), path.name), path.name).data
    except OSError:
        raise _fault(
            path, "situatie-ontbreekt", f"{path.name} is er niet", "noem een situatie die er is"
        ) from None
    return data if any_key else _known(path, data)


def _known(path: Path, data: Mapping[str, Any]) -> Mapping[str, Any]:
    unknown = [k for k in data if k not in KEYS]
    if unknown:
        raise _fault(
            path, "onbekende-sleutel", f"onbekende sleutel '{unknown[0]}'", f"kies uit: {', '.join(KEYS)}"
        )
    return data


def _raw(value: Any) -> dict[str, Any]:
    raw = as_raw(value) if value else {}
    return raw if isinstance(raw, dict) else {}


def _merged(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings key by key, all else replaced; an empty value takes the answer away."""
    merged = deepcopy(dict(base))
    for key, value in top.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, Mapping) and isinstance(merged.get(key), Mapping):
            merged[key] = _merged(merged[key], value)
        else:
            merged[key] = value
    return merged


def _day(path: Path, text: object, base: _Raw | None) -> date:
    try:
        return date.fromisoformat(str(text)) if text else _base_day(base)
    except ValueError:
        raise _fault(
            path, "datum-ontbreekt", "`vandaag:` ontbreekt of is geen datum", "schrijf vandaag: 2026-11-21"
        ) from None


def _base_day(base: _Raw | None) -> date:
    if base is None or base.today == date.min:
        raise ValueError
    return base.today


def _fault(path: Path, slug: str, message: str, remedy: str) -> AnswersError:
    return AnswersError([Diagnostic(slug, message, remedy, question=path.name)])
