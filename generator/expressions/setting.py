"""One place of the library seen from one questionnaire: which variables are asked there, and on what condition."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.expressions.ast import Amount, And, Binary, Condition, Earliest, Expr, Literal, Path, Total
from generator.expressions.builtins import DECISION, ROOTS
from generator.expressions.names import SIBLING, Names, record_fields
from generator.expressions.reads import needed, variables
from generator.expressions.rewriting import of_record, renamed
from generator.library import Derived, Kind, Question, Questionnaire

ALWAYS = Literal(value=True)
NEVER = Literal(value=False)


def both(*parts: Expr) -> Expr:
    """All of these, without what is always true."""
    flat = [q for p in parts if p != ALWAYS for q in (p.parts if isinstance(p, And) else (p,))]
    if NEVER in flat:
        return NEVER
    kept = tuple(dict.fromkeys(flat))
    return ALWAYS if not kept else kept[0] if len(kept) == 1 else And(kept)


@dataclass(frozen=True)
class Setting:
    """``questionnaire`` None: as if everything were asked. ``presence``: what ``aanwezig(…)`` stands for, where known."""

    names: Names
    questionnaire: Questionnaire | None = None
    presence: Mapping[str, Expr] = field(default_factory=dict)

    def with_names(self, names: Names) -> "Setting":
        made = Setting(names, self.questionnaire, self.presence)
        made.__dict__["_uses"] = self._uses
        made.__dict__["_never"] = self._never
        return made

    @cached_property
    def _uses(self) -> Mapping[Path, Expr]:
        """The questions that are asked, each with its section's condition."""
        if self.questionnaire is None:
            return {}
        found: dict[Path, Expr] = {}
        for use in self.questionnaire.sections:
            section = self.names.sections[use.section]
            for question in section.questions:
                if use.only is None or question.id in use.only:
                    found[section.id, question.id] = use.when.expr if use.when else ALWAYS
        return found

    def never_asked(self, path: Path) -> bool:
        """Not asked in this questionnaire; of a derived value: something that it needs is not."""
        if self.questionnaire is None or path[0] not in self.names.sections or path[0] in self.names.locals:
            return False
        base = path[:2]
        if base not in self._never:
            derived = self.derived(base)
            self._never[base] = (
                base not in self._uses
                if derived is None
                else any(self.never_asked(p) for p in needed(_computed(derived)))
            )
        return self._never[base]

    @cached_property
    def _never(self) -> dict[Path, bool]:
        """What was found out so far: a variable of a section is the same one wherever it is read."""
        return {}

    def derived(self, path: Path) -> Derived | None:
        meaning = self.names.resolve(path)
        return meaning if isinstance(meaning, Derived) else None

    def definition(self, path: Path) -> Expr | None:
        """What a derived truth stands for."""
        derived = self.derived(path)
        if derived is None or not isinstance(derived.value, Condition):
            return None
        return derived.value.expr

    def visible(self, path: Path) -> Expr:
        """The condition on which this variable is asked."""
        return both(*self._conditions(path))

    def _conditions(self, path: Path) -> Iterator[Expr]:
        if self.never_asked(path):
            yield NEVER
            return
        head = path[0]
        if head in self.names.locals or head in ROOTS or head == SIBLING:
            yield from self._steps(path, 0 if head == SIBLING else 1)
            return
        derived = self.derived(path[:2])
        if derived is not None:
            if derived.kind is not Kind.TRUTH:
                yield from (self.visible(p) for p in sorted(needed(_computed(derived))))
            return
        yield self._uses.get(path[:2], ALWAYS)
        meaning = self.names.resolve(path[:2])
        if isinstance(meaning, Question) and meaning.when is not None:
            yield meaning.when.expr
        yield from self._steps(path, 2)

    def _steps(self, path: Path, start: int) -> Iterator[Expr]:
        """The conditions of the fields along the way, read from the record that each is in."""
        for end in range(start + 1, len(path) + 1):
            before, meaning = path[: end - 1], self.names.resolve(path[:end])
            if before and before != (SIBLING,):
                yield from self._of_target(before)
            if isinstance(meaning, Question) and meaning.when is not None:
                yield _in_finding(of_record(meaning.when.expr, before or (SIBLING,)), before)

    def _of_target(self, path: Path) -> Iterator[Expr]:
        meaning = self.names.resolve(path)
        if isinstance(meaning, Question) and meaning.kind is Kind.REFERENCE and meaning.target is not None:
            yield self.visible(meaning.target)

    def may_be_absent(self, path: Path) -> bool:
        """Asked and yet without a value: later, unknown, an empty text, or left for the signing."""
        return self._may_be(path, _lacks_value)

    def may_be_later(self, path: Path) -> bool:
        return self._may_be(path, lambda q: q.may_be_later)

    def may_be_unknown(self, path: Path) -> bool:
        return self._may_be(path, lambda q: q.may_be_unknown)

    def _may_be(self, path: Path, test: Callable[[Question], bool]) -> bool:
        """The variable itself, what leads to it, or anything that it is computed from."""
        meanings = [self.names.resolve(path[:end]) for end in range(1, len(path) + 1)]
        derived = meanings[-1]
        if isinstance(derived, Derived):
            if isinstance(derived.value, Condition):
                return False
            inputs = (self._may_be(p, test) for p in sorted(variables(derived.value.amount)))
            return any(inputs) or any(test(f) for f in self._summed(derived.value.amount))
        return any(isinstance(m, Question) and test(m) for m in meanings)

    def inputs(self, path: Path) -> tuple[Path, ...]:
        """What a derived amount is computed from, when nothing else can make it unknown."""
        derived = self.derived(path)
        if derived is None or isinstance(derived.value, Condition) or self.never_asked(path):
            return ()
        summed = any(_lacks_value(f) for f in self._summed(derived.value.amount))
        return () if summed else tuple(sorted(needed(derived.value.amount) - {("vandaag",)}))

    def _summed(self, amount: Amount) -> Iterator[Question]:
        """The fields of records that a computation adds up, or takes the first of: of no records there is none."""
        match amount:
            case Total(records, names):
                list_ = self.names.resolve(records.path)
                fields = record_fields(list_) if isinstance(list_, Question) else ()
                yield from (f for f in fields if f.id in names)
            case Earliest(records, name):
                list_ = self.names.resolve(records.path)
                fields = record_fields(list_) if isinstance(list_, Question) else ()
                yield from (replace(f, may_be_unknown=True) for f in fields if f.id == name)
            case Binary(left, _, right):
                yield from self._summed(left)
                yield from self._summed(right)
            case _:
                return


def _computed(derived: Derived) -> Expr | Amount:
    return derived.value.expr if isinstance(derived.value, Condition) else derived.value.amount


def _lacks_value(question: Question) -> bool:
    empty_text = question.may_be_empty and question.kind not in {Kind.LIST, Kind.MATRIX, Kind.MULTI}
    return question.may_be_later or question.may_be_unknown or question.at_signing or empty_text


def _in_finding(expr: Expr, record: Path) -> Expr:
    """Conditions of a decision's fields over ``melding`` are about their own finding."""
    return renamed(expr, "melding", record[:-1]) if record and record[-1] == DECISION else expr
