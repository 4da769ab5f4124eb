"""Whether a variable may be read where it is read: asked there, known there, not left for later."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic, Position
from generator.expressions.ast import (
    And,
    Condition,
    Expr,
    ForEach,
    Known,
    NonEmpty,
    Not,
    Or,
    Path,
    Records,
)
from generator.expressions.implication import Answer, Verdict, implies
from generator.expressions.names import Names
from generator.expressions.printing import dotted, printed
from generator.expressions.reads import needed, variables
from generator.expressions.setting import ALWAYS, NEVER, Setting
from generator.library import Kind, Question, ValueSlot
from generator.lint.claims import Claim, Claims
from generator.lint.places import Place, Reading

_LISTED = frozenset({Kind.MULTI, Kind.LIST, Kind.MATRIX})


@dataclass(frozen=True)
class _Spot:
    """Where a variable stands in a file, and how a remedy there is written."""

    position: Position
    width: int
    in_text: bool


@dataclass
class Judge:
    """Judges readings of one setting; verdicts are kept, as the same question comes up in many documents.

    ``asked_in`` tells which questionnaires do ask a variable, for the remedy.
    """

    setting: Setting
    asked_in: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    claims: Claims = field(default_factory=Claims)
    _known: dict[object, Verdict] = field(default_factory=dict)

    def of(self, reading: Reading) -> Iterator[Diagnostic]:
        match reading.what:
            case Condition():
                yield from self._condition(reading.what, reading.what.expr, reading.place)
            case ForEach(path=path, source=source, position=position):
                spot = _Spot(_at(position, source, path), len(dotted(path)), in_text=False)
                yield from self._read(path, reading.place, spot)
            case ValueSlot(path=path, position=position):
                yield from self._printed(
                    reading.what, reading.place, _Spot(position, len(dotted(path)), in_text=True)
                )
            case _:
                return

    def _condition(self, whole: Condition, expr: Expr, place: Place) -> Iterator[Diagnostic]:
        """Each part is read where the other parts hold (``and``) or do not (``or``): only there it matters."""
        match expr:
            case And(parts):
                for i, part in enumerate(parts):
                    others = (*parts[:i], *parts[i + 1 :])
                    yield from self._condition(whole, part, _with(place, others))
            case Or(parts):
                for i, part in enumerate(parts):
                    others = tuple(Not(p) for p in (*parts[:i], *parts[i + 1 :]))
                    yield from self._condition(whole, part, _with(place, others))
            case Not(part):
                yield from self._condition(whole, part, place)
            case _:
                for path in sorted(variables(expr)):
                    spot = _Spot(_at(whole.position, whole.source, path), len(dotted(path)), in_text=False)
                    if path in needed(expr):
                        yield from self._read(path, place, spot)
                    elif not place.knows(path):
                        yield _not_here(path, spot)

    def _read(self, path: Path, place: Place, spot: _Spot) -> Iterator[Diagnostic]:
        if path == ("vandaag",):
            return
        found = self.asked(path, place, spot)
        yield from found
        if found:
            return
        setting = self.setting.with_names(place.names)
        later, unknown = setting.may_be_later(path), setting.may_be_unknown(path)
        if (later or unknown) and not self.verdict(place, Known(path)).proved:
            name = dotted(path)
            slug = "later-in-voorwaarde" if later else "bewaking-ontbreekt"
            why = "kan later komen" if later else "kan onbekend zijn"
            remedy = f"schrijf er '{name} is bekend and' voor"
            yield self._claimed(
                _problem(slug, f"'{name}' {why} en wordt hier toch vergeleken", remedy, spot),
                place,
                Known(path),
            )

    def asked(self, path: Path, place: Place, spot: _Spot) -> list[Diagnostic]:
        """Rule (c): what may be niet gevraagd is read only where the conditions imply its own.

        What is built in is read only where the program fills it in.
        """
        if not place.knows(path):
            return [_not_here(path, spot)]
        setting = self.setting.with_names(place.names)
        wanted = setting.visible(path)
        if wanted == ALWAYS:
            return []
        verdict = self.verdict(place, wanted)
        if verdict.proved:
            return []
        name = dotted(path)
        remedy = self._remedy(path, wanted, spot)
        questionnaire = setting.questionnaire.id if setting.questionnaire else ""
        if verdict.answer is Answer.NOT_PROVABLE:
            message = (
                f"in '{questionnaire}' is niet te bewijzen dat '{name}' hier gevraagd is: {verdict.reason}"
            )
            return [self._claimed(_problem("niet-te-bewijzen", message, remedy, spot), place, wanted)]
        example = ", ".join(f"{k} = {v}" for k, v in verdict.example.items())
        shown = f" (bijvoorbeeld bij {example})" if example else ""
        message = f"in '{questionnaire}' is '{name}' hier misschien niet gevraagd{shown}"
        return [self._claimed(_problem("niet-gevraagd-mogelijk", message, remedy, spot), place, wanted)]

    def _remedy(self, path: Path, wanted: Expr, spot: _Spot) -> str:
        if wanted == NEVER:
            others = self.asked_in.get(path[:2], ())
            quoted = ", ".join(f'"{q}"' for q in others)
            guard = f"dossier.vragenlijst in [{quoted}]" if others else f"{dotted(path)} is bekend"
        else:
            guard = printed(wanted)
        if spot.in_text:
            return f"zet er {{% if {guard} %}} … {{% endif %}} omheen"
        bracketed = f"({guard})" if isinstance(wanted, Or) else guard
        return f"schrijf er '{bracketed} and' voor"

    def _printed(self, slot: ValueSlot, place: Place, spot: _Spot) -> Iterator[Diagnostic]:
        found = self.asked(slot.path, place, spot)
        yield from found
        if found:
            return
        setting = self.setting.with_names(place.names)
        meaning = setting.names.resolve(slot.path)
        empty = isinstance(meaning, Question) and meaning.may_be_empty
        name = dotted(slot.path)
        if (empty or slot.tests) and slot.kind in _LISTED:
            some = NonEmpty(Records(slot.path, slot.tests))
            if not self.verdict(place, some).proved:
                remedy = f"zet er {{% if {printed(some)} %}} … {{% endif %}} omheen"
                message = f"'{name}' kan leeg zijn en wordt hier afgedrukt"
                yield self._claimed(_problem("bewaking-ontbreekt", message, remedy, spot), place, some)
        elif (empty or setting.may_be_unknown(slot.path)) and not self.verdict(
            place, Known(slot.path)
        ).proved:
            why = "leeg" if empty else "onbekend"
            remedy = f"zet er {{% if {name} is bekend %}} … {{% endif %}} omheen"
            message = f"'{name}' kan {why} zijn en wordt hier afgedrukt"
            yield self._claimed(
                _problem("bewaking-ontbreekt", message, remedy, spot), place, Known(slot.path)
            )

    def _claimed(self, problem: Diagnostic, place: Place, wanted: Expr) -> Diagnostic:
        self.claims.add(problem, Claim(place.premises, wanted, self.setting.with_names(place.names)))
        return problem

    def verdict(self, place: Place, wanted: Expr) -> Verdict:
        key = (
            frozenset(place.premises),
            wanted,
            tuple(sorted(place.names.origins.items())),
            _record(place.names),
        )
        if key not in self._known:
            setting = self.setting.with_names(place.names)
            self._known[key] = implies(place.premises, wanted, place.names, setting=setting)
        return self._known[key]


def _record(names: Names) -> object:
    """The record whose fields are read by bare name, as far as it tells one place from another."""
    return (
        names.own_section,
        tuple(f.id for f in names.siblings),
        names.siblings[:1] and names.siblings[0].position,
    )


def _with(place: Place, more: Iterable[Expr]) -> Place:
    return replace(place, premises=(*place.premises, *more))


def _at(position: Position, source: str, path: Path) -> Position:
    """Where the variable stands in the condition; bare names are looked for by their last part."""
    name = dotted(path)
    for written in (name, name.partition(".")[2]):
        at = source.find(written) if written else -1
        if at >= 0 and "\n" not in source[:at]:
            return replace(position, column=position.column + at)
    return position


def _not_here(path: Path, spot: _Spot) -> Diagnostic:
    remedy = f"lees '{path[0]}' in een clausule of opbouw"
    if path[0] == "melding":
        remedy = (
            "lees een melding onder 'voor_elke: melding in meldingen', of in een risico met 'over: besluit'"
        )
    return _problem("hier-niet-bekend", f"'{dotted(path)}' is op deze plek nooit bekend", remedy, spot)


def _problem(slug: str, message: str, remedy: str, spot: _Spot) -> Diagnostic:
    return Diagnostic(slug, message, remedy, spot.position, width=spot.width)
