"""What is known of one deal at one moment: the five states of every variable, computed when read."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from generator.answers import Answers
from generator.expressions.ast import Condition, Path
from generator.expressions.builtins import ROOTS
from generator.expressions.evaluation import Local, Scope, computed, holds, open_variables, value_at
from generator.expressions.kleene import all_of
from generator.expressions.names import Meaning, Names, matrix_rows
from generator.expressions.reads import presupposed, presupposed_by, variables
from generator.library import Asked, Check, Derived, Kind, Library, Question, Risk, questions_of
from generator.values import Record, State, Value


class Facts:
    """Implements ``evaluation.Lookup``. ``extra`` gives the built-in roots that the caller knows (meldingen, …)."""

    def __init__(
        self,
        library: Library,
        questionnaire: str,
        answers: Answers,
        today: date,
        extra: Mapping[str, Value] | None = None,
    ) -> None:
        self.library = library
        self.questionnaire = questionnaire
        self.answers = answers
        self.today = today
        self._asked = {a.path: a for a in questions_of(library, questionnaire)}
        self._extra = _roots(questionnaire, today, library, extra or {})
        self._names = Names(
            library.sections,
            library.decision,
            tuple(library.risks),
            tuple(library.questionnaires),
            documents=tuple(library.outlines),
        )
        self._root = Scope(self)
        self._meanings: dict[Path, Meaning | None] = {}
        self._values: dict[Path, Value | State] = {}
        self._visible: dict[Path, bool | None] = {}
        self._live: dict[Path, bool] = {}

    def with_roots(self, **extra: Value) -> "Facts":
        """The same facts with these built-in roots known."""
        return Facts(self.library, self.questionnaire, self.answers, self.today, extra)

    def question(self, path: Path) -> Meaning | None:
        if path not in self._meanings:
            self._meanings[path] = self._names.resolve(path)
        return self._meanings[path]

    def value(self, path: Path) -> Value | State:
        """The value of a question, derived value or built-in; of a longer path, what it leads to."""
        if len(path) > (1 if path[0] in ROOTS else 2):
            return value_at(path, self._root)
        if path not in self._values:
            self._values[path] = self._found(path)
        return self._values[path]

    def visible(self, asked: Asked) -> bool | None:
        """Whether the question is asked, given the answers so far; None while that is open."""
        if asked.path not in self._visible:
            conditions = [c for c in (asked.section_when, asked.question.when) if c is not None]
            self._visible[asked.path] = all_of(holds(c.expr, self._root) for c in conditions)
        return self._visible[asked.path]

    def scope(self, *, present: Callable[[str], bool | None] | None = None, **local: Local) -> Scope:
        """A scope to evaluate in; keyword arguments are loop variables."""
        return Scope(self, local, present)

    def failed_checks(self) -> tuple[Check, ...]:
        """The contradictions between answers, of the sections that this questionnaire asks."""
        sections = dict.fromkeys(path[0] for path in self._asked)
        checks = [c for name in sections for c in self.library.sections[name].checks]
        return tuple(
            c
            for c in checks
            if self.is_live(presupposed(c.when.expr)) and holds(c.when.expr, self._root) is True
        )

    def is_live(self, paths: Iterable[Path]) -> bool:
        """Whether everything that is read here is asked in this questionnaire (ADR 0001, 3).

        Built-in roots always are; names of loops are not looked at.
        """
        return all(self._lives(p[:2]) for p in paths if p[0] in self.library.sections)

    def causes(self, path: Path) -> tuple[Path, ...]:
        """The questions still to be answered that keep this variable open."""
        base = path[: 1 if path[0] in ROOTS else 2]
        if self.value(path) is not State.OPEN:
            return ()
        derived = self._derived(base)
        if derived is not None:
            return self._causes_of_derived(derived)
        asked = self._asked.get(base)
        if asked is None or self.visible(asked) is True:
            return (base,)
        conditions = [c for c in (asked.section_when, asked.question.when) if c is not None]
        return tuple(dict.fromkeys(p for c in conditions for p in open_variables(c.expr, self._root)))

    def _causes_of_derived(self, derived: Derived) -> tuple[Path, ...]:
        if isinstance(derived.value, Condition):
            return open_variables(derived.value.expr, self._root)
        read = sorted(variables(derived.value.amount))
        found = tuple(dict.fromkeys(p for v in read for p in self.causes(v)))
        return found or tuple(v for v in read if isinstance(self.value(v), tuple))

    def _found(self, path: Path) -> Value | State:
        if path[0] in ROOTS:
            return self._extra.get(path[0], State.OPEN)
        derived = self._derived(path)
        return self._derive(path, derived) if derived is not None else self._answer(path)

    def _answer(self, path: Path) -> Value | State:
        asked = self._asked.get(path)
        if asked is None:
            return State.NOT_ASKED
        visible = self.visible(asked)
        if visible is not True:
            return State.OPEN if visible is None else State.NOT_ASKED
        value = self.answers.get(path, State.OPEN)
        return _shaped(asked.question, value)

    def _derive(self, path: Path, derived: Derived) -> Value | State:
        if not self._lives(path):
            return State.NOT_ASKED
        if isinstance(derived.value, Condition):
            result = holds(derived.value.expr, self._root)
            return State.OPEN if result is None else result
        return computed(derived.value.amount, self._root)

    def _derived(self, path: Path) -> Derived | None:
        section = self.library.sections.get(path[0])
        return section.derivation(path[1]) if section is not None and len(path) > 1 else None

    def _lives(self, path: Path) -> bool:
        if path not in self._live:
            derived = self._derived(path)
            self._live[path] = path in self._asked if derived is None else self.is_live(_needs(derived))
        return self._live[path]


def _needs(derived: Derived) -> frozenset[Path]:
    return presupposed(derived.value.expr if isinstance(derived.value, Condition) else derived.value.amount)


def reads_of(risk: Risk) -> frozenset[Path]:
    """What a risk's conditions need: it is live where all of this is asked."""
    of_record = [risk.solved_if, *(level.when for level in risk.levels), *(r.when for r in risk.raised_by)]
    inner = presupposed_by(*of_record)
    local = risk.for_each.name if risk.for_each else None
    return presupposed_by(risk.when, risk.for_each) | {p for p in inner if p[0] != local}


def _shaped(question: Question, value: Value | State) -> Value | State:
    if question.kind is not Kind.MATRIX or not isinstance(value, tuple):
        return value
    return matrix_rows(question, tuple(r for r in value if isinstance(r, Record)))


def _roots(questionnaire: str, today: date, library: Library, extra: Mapping[str, Value]) -> dict[str, Value]:
    given = extra.get("dossier")
    known = given.values if isinstance(given, Record) else {}
    absent = tuple(
        Record(name, {"onderwerp": library.subjects[name], "reden": reason})
        for name, reason in library.absent_subjects.items()
    )
    dossier = Record("", {"vragenlijst": questionnaire, "afwezig": absent, "na_te_kijken": (), **known})
    return {"vandaag": today, **extra, "dossier": dossier}
