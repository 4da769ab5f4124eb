"""``antwoorden.yaml`` to a Case and back. All that is wrong with a file is reported at once, each with its place."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.answers import Case, Decision, HeldFor
from generator.answers_references import resolved, without_dangling
from generator.answers_text import decoded, shortened, tree_of
from generator.answers_yaml import yaml_text
from generator.diagnostics import AnswersError, Diagnostic
from generator.dutch_file_form import (
    Faults,
    Plain,
    Steps,
    decode,
    decode_fields,
    unknown_name,
    written,
    written_fields,
)
from generator.dutch_locale import dutch_date
from generator.dutch_text import Rejection
from generator.expressions.ast import Path
from generator.library import Asked, Library, Question, questions_of
from generator.values import Record, State, Value

__all__ = ["FORM", "decoded", "read_case", "stamped", "write_case"]

FORM = 1
LIBRARY = "bibliotheek"
"""Key in ``invoer`` with the hash of the library that the answers were last saved under; see ``stamped``."""

HELD_FOR = "gold_voor"
SIGNED = "ondertekend"
_KEYS = ["vragenlijst", "vorm", "antwoorden", "besluiten", "eerder", "vervallen", "invoer"]
_MISFITS = r"^onbekend|^verkeerde-soort|-mag-niet$"


def stamped(case: Case, library: Library) -> Case:
    """The case, saved under this library: later, answers that a newer library no longer asks are put aside, not refused."""
    return replace(case, source={**case.source, LIBRARY: library.hash})


def read_case(text: str, library: Library, name: str, *, today: date) -> Case:
    """The case in the text of a file called ``name``; raises AnswersError with everything that is wrong with it."""
    tree = tree_of(text, name)
    reading = _Reading(library, tree, today)
    case = reading.case()
    if reading.diagnostics:
        raise AnswersError(reading.with_lines(text))
    return case


class _Reading:
    """One reading of one file: what it holds so far and what is wrong with it."""

    def __init__(self, library: Library, tree: Any, today: date) -> None:
        self.library = library
        self.tree = tree
        self.today = today
        self.diagnostics: list[Diagnostic] = []
        self.lapsed: dict[str, object] = {}
        self.older = False

    def case(self) -> Case:
        raw = self.tree.data
        if self._is_newer(raw.get("vorm")):
            return Case("")
        for key in raw:
            if key not in _KEYS:
                self._fault((str(key),), unknown_name("sleutel", str(key), _KEYS), on_key=True)
        questionnaire = self._questionnaire(raw.get("vragenlijst"))
        parts = {key: self._mapping(raw, key) for key in _KEYS[2:]}
        if questionnaire is None:
            return Case("")
        self.lapsed = {str(k): as_raw(v) for k, v in parts["vervallen"].items()}
        source = {str(k): as_raw(v) for k, v in parts["invoer"].items()}
        self.older = LIBRARY in source and source[LIBRARY] != self.library.hash
        answers = self._answers(questionnaire, parts["antwoorden"])
        decisions, gone = self._decided(parts["besluiten"])
        earlier = gone | self._decisions("eerder", parts["eerder"])
        return Case(questionnaire, answers, decisions, earlier, self.lapsed, source)

    def _is_newer(self, form: object) -> bool:
        if form is None or (isinstance(form, str) and str(form) == str(FORM)):
            return False
        if isinstance(form, str) and form.isdigit() and int(form[:9]) > FORM:
            message = f"Dit bestand is gemaakt met een nieuwere versie van zwartopwit (vorm {form})."
            self._fault(
                ("vorm",),
                Rejection(message, "Werk zwartopwit bij. Het bestand is niet gewijzigd.", "nieuwere-vorm"),
            )
        else:
            self._fault(
                ("vorm",), Rejection("Deze vorm bestaat niet.", f"Schrijf `vorm: {FORM}`.", "onbekende-vorm")
            )
        return True

    def _questionnaire(self, raw: object) -> str | None:
        names = list(self.library.questionnaires)
        if isinstance(raw, str) and raw in names:
            return str(raw)
        if isinstance(raw, str):
            self._fault(("vragenlijst",), unknown_name("vragenlijst", raw, names))
        else:
            remedy = (
                f"Zet bovenaan bijvoorbeeld `vragenlijst: {names[0]}`."
                if names
                else "Zet bovenaan `vragenlijst: …`."
            )
            self._fault(
                (), Rejection("Er staat niet bij welke vragenlijst dit is.", remedy, "geen-vragenlijst")
            )
        return None

    def _mapping(self, raw: Mapping[str, Any], *steps: str) -> Mapping[str, Any]:
        value = raw.get(steps[-1])
        if isinstance(value, dict):
            return value
        if value is not None:
            message = f"Onder '{steps[-1]}' horen regels te staan met een naam en een dubbele punt."
            self._fault(
                steps,
                Rejection(message, "Zet elk onderdeel op een eigen regel: `naam: …`.", "verkeerde-soort"),
            )
        return {}

    def _answers(self, questionnaire: str, raw: Mapping[str, Any]) -> dict[Path, Value | State]:
        asked = questions_of(self.library, questionnaire)
        names = {".".join(a.path): a for a in asked} | {old: a for a in asked for old in a.question.formerly}
        answers: dict[Path, Value | State] = {}
        places: dict[Path, Steps] = {}
        sections = list(dict.fromkeys(a.path[0] for a in asked))
        known = {name.partition(".")[0] for name in names} | set(self.library.sections)
        for section in raw:
            if str(section) not in known and not self.older:
                gone = unknown_name("rubriek", str(section), sections)
                self._fault(("antwoorden", str(section)), gone, on_key=True)
                continue
            for key, value in self._mapping(raw, "antwoorden", str(section)).items():
                steps = ("antwoorden", str(section), str(key))
                one = names.get(f"{section}.{key}")
                if one is None:
                    self._not_asked(asked, steps, value)
                    continue
                places[one.path] = steps
                self._answer(one, value, steps, answers)
        faults = Faults()
        found = resolved(asked, answers, places, faults)
        self._report(faults)
        return found

    def _answer(self, asked: Asked, raw: object, steps: Steps, answers: dict[Path, Value | State]) -> None:
        faults = Faults()
        value = decode(asked.question, raw, faults, steps)
        self._report(faults)
        if value is not None:
            answers[asked.path] = value

    def _report(self, faults: Faults) -> None:
        """What another edition of the library no longer knows is put aside; everything else is an error."""
        for fault in faults.found:
            if self.older and re.search(_MISFITS, fault.rejection.slug):
                self.lapsed[".".join(str(s) for s in fault.steps[1:])] = as_raw(self._at(fault.steps))
            else:
                self._fault(fault.steps, fault.rejection, on_key=fault.on_key)

    def _at(self, steps: Steps) -> object:
        found = self.tree.data
        for step in steps:
            if not isinstance(found, dict | list):
                break
            found = found[step]  # type: ignore[index]
        return found

    def _not_asked(self, asked: tuple[Asked, ...], steps: Steps, raw: object) -> None:
        _, section, key = (str(s) for s in steps)
        known = self.library.sections.get(section)
        if self.older:
            self.lapsed[f"{section}.{key}"] = as_raw(raw)
        elif known is not None and known.question(key) is not None:
            message = f"De vraag '{section}.{key}' hoort niet bij deze vragenlijst."
            self._fault(steps, Rejection(message, "Haal deze regel weg.", "niet-gevraagd"), on_key=True)
        else:
            siblings = [a.path[1] for a in asked if a.path[0] == section]
            self._fault(steps, unknown_name("vraag", key, siblings), on_key=True)

    def _decisions(self, part: str, raw: Mapping[str, Any]) -> dict[str, Decision]:
        return {str(key): self._decision((part, str(key)), raw) for key in raw}

    def _decision(self, steps: tuple[str, str], raw: Mapping[str, Any]) -> Decision:
        fields = dict(self._mapping(raw, *steps))
        held = self._held_for(fields.pop(HELD_FOR, None), (*steps, HELD_FOR))
        signed = as_raw(self._mapping(fields, *steps, SIGNED)) if SIGNED in fields else None
        fields.pop(SIGNED, None)
        _handwritten_reason(fields)
        faults = Faults()
        values = decode_fields(self.library.decision.questions, fields, faults, steps)
        self._future(values.get("gewaarschuwd"), faults, (*steps, "gewaarschuwd"))
        self._report(faults)
        return Decision(Record("", values), held, signed if isinstance(signed, dict) else None)

    def _decided(self, raw: Mapping[str, Any]) -> tuple[dict[str, Decision], dict[str, Decision]]:
        """Decisions on risks that exist, and those whose risk another edition of the library had."""
        decisions = self._decisions("besluiten", raw)
        gone = {key for key in decisions if key.partition("/")[0] not in self.library.risks}
        for key in () if self.older else gone:
            name = unknown_name("risico", key.partition("/")[0], list(self.library.risks))
            self._fault(("besluiten", key), name, on_key=True)
        kept = {k: d for k, d in decisions.items() if k not in gone}
        return kept, {k: d for k, d in decisions.items() if k in gone}

    def _future(self, warnings: Value | State | None, faults: Faults, steps: Steps) -> None:
        """A warning that is still to come is no warning."""
        for number, row in enumerate(warnings if isinstance(warnings, tuple) else ()):
            for name, value in row.values.items() if isinstance(row, Record) else ():
                if isinstance(value, date) and value > self.today:
                    message = f"Deze waarschuwing ligt in de toekomst ({dutch_date(value)}); vandaag is het {dutch_date(self.today)}."
                    faults.add(
                        (*steps, number, name),
                        Rejection(message, "Vul de dag in waarop u echt waarschuwde.", "toekomst"),
                    )

    def _held_for(self, raw: object, steps: Steps) -> HeldFor | None:
        if raw is None:
            return None
        match raw:
            case {"risico_versie": str(version), "feiten": dict(facts), "getoond": str(shown)} if (
                version.isdigit()
            ):
                return HeldFor(int(version), {str(k): str(v or "") for k, v in facts.items()}, str(shown))
        message = "Dit deel schrijft het programma zelf; het is veranderd of niet compleet."
        self._fault(
            steps,
            Rejection(
                message, "Haal `gold_voor` weg: dan legt het programma dit besluit opnieuw voor.", "gold-voor"
            ),
        )
        return None

    def _fault(self, steps: Steps, rejection: Rejection, *, on_key: bool = False) -> None:
        key = self.tree.keys.get(steps)
        place = key.position if on_key and key is not None else self.tree.place(steps)
        question = ".".join(str(s) for s in steps[steps[:1] == ("antwoorden",) :] if isinstance(s, str))
        self.diagnostics.append(
            Diagnostic(rejection.slug, rejection.message, rejection.remedy, place, question=question or None)
        )

    def with_lines(self, text: str) -> list[Diagnostic]:
        lines = text.split("\n")
        return [
            shortened(replace(d, source_line=lines[d.position.line - 1]))
            if d.position and d.position.line <= len(lines)
            else d
            for d in self.diagnostics
        ]


def _handwritten_reason(fields: dict[str, Any]) -> None:
    """``reden: op_papier`` says where the reason will come from: the customer writes it on the paper itself."""
    reason = fields.get("reden")
    if isinstance(reason, str) and reason == "op_papier" and getattr(reason, "plain", False):
        fields["reden_bron"] = fields.pop("reden")


def as_raw(value: object) -> object:
    """A part of the tree without its places: texts (``Plain`` when without quotation marks), lists, mappings."""
    if isinstance(value, dict):
        return {str(k): as_raw(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_raw(v) for v in value]
    if isinstance(value, str):
        return Plain(value) if getattr(value, "plain", False) else str(value)
    return value


def write_case(case: Case, library: Library) -> str:
    """The text of the file, in the order of the questionnaire. ``read_case`` gives the same case back.

    What would not be read back (an option that is gone) is put under ``vervallen`` and is open again: a file that
    this program wrote is never refused.
    """
    answers, unreadable = _written_answers(case, library)
    data: dict[str, object] = {
        "vragenlijst": Plain(case.questionnaire),
        "vorm": Plain(FORM),
        "antwoorden": answers,
    }
    optional: dict[str, Mapping[str, object]] = {
        "besluiten": {k: _written_decision(library, d) for k, d in case.decisions.items()},
        "eerder": {k: _written_decision(library, d) for k, d in case.earlier.items()},
        "vervallen": {**case.lapsed, **unreadable},
        "invoer": case.source,
    }
    return yaml_text(data | {k: v for k, v in optional.items() if v})


def _written_answers(case: Case, library: Library) -> tuple[dict[str, dict[str, object]], dict[str, object]]:
    asked = questions_of(library, case.questionnaire)
    kept = without_dangling(asked, case.answers)
    paths = {a.path for a in asked}
    unreadable = {".".join(p): _stray(library, p, v) for p, v in case.answers.items() if p not in paths}
    answers: dict[str, dict[str, object]] = {}
    for one in (a for a in asked if a.path in kept):
        raw = written(one.question, kept[one.path])
        faults = Faults()
        value = decode(one.question, raw, faults)
        if faults.found and raw:
            unreadable[".".join(one.path)] = raw
        if value is not None:
            section = answers.setdefault(one.path[0], {})
            section[one.path[1]] = written(one.question, value) if faults.found else raw
    return answers, unreadable


def _stray(library: Library, path: Path, value: Value | State) -> object:
    section = library.sections.get(path[0])
    question: Question | None = section.question(path[1]) if section else None
    return written(question, value) if question else str(value)


def _written_decision(library: Library, decision: Decision) -> dict[str, object]:
    fields = library.decision.questions
    raw = written_fields(fields, decision.fields)
    faults = Faults()
    values = decode_fields(fields, raw, faults, ())
    made = written_fields(fields, Record("", values)) if faults.found else raw
    if decision.signed is not None:
        made[SIGNED] = decision.signed
    if decision.held_for is not None:
        made[HELD_FOR] = _written_held_for(decision.held_for)
    return made


def _written_held_for(held: HeldFor) -> dict[str, object]:
    facts = {k: held.facts[k] for k in sorted(held.facts)}
    return {"risico_versie": Plain(held.risk_version), "feiten": facts, "getoond": held.shown}
