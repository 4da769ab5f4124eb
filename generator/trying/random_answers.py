"""Random answers to a questionnaire: what a user could give, all of it at once, the same for the same seed."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from generator.answers import Answers, Case, Decision
from generator.dutch_text import choices_of
from generator.facts import Facts
from generator.findings import WAY_OUT_OF_DECISION, Finding
from generator.interview import fields_of_row, open_fields, with_field
from generator.library import Asked, Kind, Library, Question, questions_of
from generator.melding import as_record, decision_record
from generator.risks import assess
from generator.values import Duration, Frequency, Record, State, Unit, Value

WORDS = (
    "server",
    "kantoor",
    "Fictief",
    "B.V.",
    "administratie",
    "drie",
    "dagen",
    "kopie",
    "klant",
    "en",
    "wachten",
)


class Answering:
    """Answers everything a questionnaire asks, but ``given`` stays; ``strange`` are texts that one in ten is."""

    def __init__(
        self,
        library: Library,
        questionnaire: str,
        seed: int,
        today: date,
        *,
        given: Answers | None = None,
        strange: Sequence[str] = (),
    ) -> None:
        self.library = library
        self.random = random.Random(seed)  # noqa: S311 - chance, not secrecy
        self.today = today
        self.given = given or {}
        self.strange = strange
        self.latest = 800
        self.case = Case(questionnaire)

    def complete(self) -> Case:
        for asked in questions_of(self.library, self.case.questionnaire):
            facts = self.facts()
            if facts.visible(asked):
                self.case = self.case.with_answer(asked.path, self._answer(asked, facts))
        return self.case

    def only_given(self) -> Case:
        """What is given, as far as it is asked."""
        for asked in questions_of(self.library, self.case.questionnaire):
            if asked.path in self.given and self.facts().visible(asked):
                self.case = self.case.with_answer(asked.path, self.given[asked.path])
        return self.case

    def partial(self) -> Case:
        """Complete, and then some answers taken away again."""
        self.complete()
        for path in list(self.case.answers):
            if self.random.random() < 0.2:
                self.case = self.case.with_answer(path, State.OPEN)
        return self.case

    def decided(self) -> Case:
        """Decisions on about two findings in three, with every field that is asked."""
        for _round in range(2):
            for finding in assess(self.library, self.facts(), self.case.decisions):
                options = [d for d, way in WAY_OUT_OF_DECISION.items() if way in finding.ways_out]
                if options and finding.key not in self.case.decisions and self.random.random() < 0.66:
                    self.latest = 0  # a warning lies in the past
                    fields = self._decision(finding, self.random.choice(options))
                    self.latest = 800
                    self.case = self.case.with_decision(finding.key, Decision(fields))
        return self.case

    def facts(self) -> Facts:
        return Facts(self.library, self.case.questionnaire, self.case.answers, self.today)

    def _decision(self, finding: Finding, choice: str) -> Record:
        facts = self.facts()
        row = as_record(finding, decision_record(None, self.today, ()))
        group = Question(
            "besluit", Kind.GROUP, "", self.library.decision.position, fields=self.library.decision.questions
        )
        return self._filled(group, Record("", {"besluit": choice}), facts, {"melding": row})

    def _filled(
        self, question: Question, record: Record, facts: Facts, extra: Mapping[str, Record] | None = None
    ) -> Record:
        for _field in fields_of_row(question):
            still = open_fields(question, record, facts, extra)
            if not still:
                break
            before = record.values.get(still[0].id, State.OPEN)
            value = (
                self._value(still[0], facts) if before is State.OPEN else self._rest(still[0], before, facts)
            )
            record = with_field(record, still[0].id, value)
        return record

    def _answer(self, asked: Asked, facts: Facts) -> Value | State:
        if asked.path in self.given:
            return self._rest(asked.question, self.given[asked.path], facts)
        return self._value(asked.question, facts)

    def _rest(self, question: Question, value: Value | State, facts: Facts) -> Value | State:
        """What was given, with the fields that it leaves open."""
        if isinstance(value, Record):
            return self._filled(question, value, facts)
        if not isinstance(value, tuple) or question.kind is Kind.MULTI:
            return value
        rows = tuple(r for r in value if isinstance(r, Record))
        if question.kind is Kind.MATRIX:
            rows = tuple(next((r for r in rows if r.id == c.id), Record(c.id, {})) for c in question.rows)
        return tuple(self._filled(question, r, facts) for r in rows)

    def _value(self, question: Question, facts: Facts) -> Value | State:
        chance = self.random.random
        if question.may_be_later and chance() < 0.15:
            return State.LATER
        if question.may_be_unknown and chance() < 0.25:
            return State.UNKNOWN
        match question.kind:
            case Kind.GROUP:
                return self._filled(question, Record("", {}), facts)
            case Kind.LIST:
                least = 0 if question.may_be_empty else 1
                count = self.random.randint(least, 3)
                return tuple(self._filled(question, Record(f"r{n + 1}", {}), facts) for n in range(count))
            case Kind.MATRIX:
                return tuple(self._filled(question, Record(row.id, {}), facts) for row in question.rows)
            case Kind.REFERENCE:
                rows = facts.value(question.target or ())
                named = [r.id for r in rows if isinstance(r, Record)] if isinstance(rows, tuple) else []
                return self.random.choice(named) if named else State.OPEN
            case Kind.MULTI:
                options = [c.id for c in choices_of(question)]
                least = 0 if question.may_be_empty else 1
                chosen = self.random.sample(options, self.random.randint(least, len(options)))
                return tuple(o for o in options if o in chosen)
            case _:
                return self._simple(question)

    def _simple(self, question: Question) -> Value:
        options = choices_of(question)
        if options:
            return self.random.choice(options).id
        number = self.random.randint
        match question.kind:
            case Kind.TEXT:
                return " ".join(self._text(1).split())
            case Kind.LONG_TEXT:
                return self._text(3)
            case Kind.NUMBER:
                return Decimal(number(0, 500))
            case Kind.MONEY:
                return Decimal(number(0, 5_000_000)) / 100
            case Kind.PERCENTAGE:
                return Decimal(number(0, 100))
            case Kind.DATE:
                return self.today + timedelta(days=number(-400, self.latest))
            case Kind.DURATION:
                return Duration(number(1, 90), self.random.choice(list(Unit)))
            case Kind.FREQUENCY:
                return Frequency(
                    number(1, 4), self.random.choice([Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH])
                )
            case _:
                return CODES[question.kind]

    def _text(self, lines: int) -> str:
        if self.strange and self.random.random() < 0.1:
            return self.random.choice(self.strange)
        return "\n".join(
            " ".join(self.random.choices(WORDS, k=self.random.randint(1, 9))) for _ in range(lines)
        )


CODES = {
    Kind.KVK: "90000010",
    Kind.VAT: "NL000099998B57",
    Kind.IBAN: "NL91ABNA0417164300",
    Kind.EMAIL: "info@fictief.example",
    Kind.PHONE: "+31205550100",
    Kind.POSTCODE: "1234 AB",
}
