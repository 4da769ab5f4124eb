"""A record field by field: a group, a row of a list, the extra fields of a matrix row, a decision."""

from dataclasses import dataclass, replace

from generator.answers import EMPTY_RECORD
from generator.interview import fields_that_apply, open_fields, row_name, shown_answer, with_field
from generator.library import Kind, Question
from generator.terminal.asking import with_letters
from generator.terminal.desk import Desk
from generator.terminal.place import Place
from generator.terminal.prompts import Nav, Option, PickPrompt
from generator.values import Record, State

READY = "\x00klaar"


def ask_record(desk: Desk, place: Place, *, named: bool = False, skip: str = "") -> Nav | None:
    """The open fields one by one, each saved; a record that is whole is shown as a list to change from.

    ``named``: the record's name stands in the header; ``skip`` is a field that was asked elsewhere.
    """
    talk = _Talk(desk, place, named, skip)
    group = place.question.kind is Kind.GROUP
    if group and place.question.may_be_empty and not place.record().values:
        nav, fill = _wanted(desk, place)
        if not fill:
            return nav
    return talk.ask_open() if talk.open() else talk.change()


def _wanted(desk: Desk, place: Place) -> tuple[Nav | None, bool]:
    """Whether a group that may be empty is filled in."""
    options = (
        Option("invullen", "Ja, invullen", letter="j"),
        Option("leeg", "Nee, dit speelt niet", letter="n"),
    )
    pointer = None if place.value() is State.OPEN else "leeg"
    while True:
        reply = desk.front.pick(PickPrompt(desk.around(place), options, pointer))
        if reply.nav is Nav.READ:
            desk.read(place.around)
        elif reply.nav is not None or reply.value == "invullen":
            return reply.nav, reply.nav is None
        elif place.save(EMPTY_RECORD, True):
            return None, False


@dataclass
class _Talk:
    desk: Desk
    place: Place
    named: bool
    skip: str

    def applying(self, *, perhaps: bool = False) -> tuple[Question, ...]:
        facts, place = self.desk.session.facts(), self.place
        fields = fields_that_apply(place.question, place.record(), facts, place.locals, perhaps=perhaps)
        return tuple(f for f in fields if f.id != self.skip)

    def open(self) -> tuple[Question, ...]:
        found = open_fields(
            self.place.question, self.place.record(), self.desk.session.facts(), self.place.locals
        )
        return tuple(f for f in found if f.id != self.skip)

    def ask_open(self, first: Question | None = None) -> Nav | None:
        """Ask until no field is open; Esc goes to the field before, and from the first one out."""
        wanted = first
        while True:
            field = wanted or next(iter(self.open()), None)
            if field is None:
                return None
            wanted = None
            before = self.place.previous
            nav = self.desk.ask(
                self.desk, self.at(field), same=before is not None and field.id in before.values
            )
            if nav is Nav.BACK:
                wanted = self.before(field)
                if wanted is None:
                    return Nav.BACK
            elif nav in (Nav.SAME, Nav.SAME_ROW):
                wanted = self.copy(field, rest=nav is Nav.SAME_ROW)
            elif nav is Nav.READ:
                self.desk.read(self.place.around)
                wanted = field
            elif nav is not None:
                return nav

    def before(self, field: Question) -> Question | None:
        ids = [f.id for f in self.applying()]
        at = ids.index(field.id) if field.id in ids else len(ids)
        return self.applying()[at - 1] if at > 0 else None

    def at(self, field: Question) -> Place:
        """The field's place, with this record's earlier answers above it."""
        record, fields = self.place.record(), self.applying()
        total = max(len(fields), len(self.applying(perhaps=True)))
        number = next((i for i, f in enumerate(fields, start=1) if f.id == field.id), 1)
        name = self.place.question.text
        if self.named and record.values:
            name = row_name(self.place.question, record, self.desk.session.facts())
        title = " › ".join(part for part in (self.place.around.title, name.removesuffix("?")) if part)
        around = replace(
            self.place.around,
            title=title,
            explanation=self.place.around.explanation if number == 1 else "",
            progress=f"{number} van {total}",
            earlier=tuple(self._line(f, record) for f in fields[: number - 1]),
        )
        return replace(self.place.field(field), around=around)

    def _line(self, field: Question, record: Record) -> tuple[bool, str, str]:
        value = record.values.get(field.id, State.OPEN)
        return value is not State.OPEN, field.text, shown_answer(field, value, self.desk.session.facts())

    def copy(self, field: Question, *, rest: bool) -> Question | None:
        """Take this answer, or all that are still open, from the row before. The field, when there is nothing there."""
        before = self.place.previous
        wanted: Question | None = field
        while wanted is not None and before is not None:
            value = before.values.get(wanted.id, State.OPEN)
            if value is State.OPEN or not self.place.save(
                with_field(self.place.record(), wanted.id, value), True
            ):
                self.desk.notice = self.desk.notice or "Hier is geen eerder antwoord om over te nemen."
                return wanted
            wanted = next(iter(self.open()), None) if rest else None
        return None

    def change(self) -> Nav | None:
        """All fields of a whole record, to choose one from and change it."""
        pointer: str | None = READY
        while True:
            record, fields = self.place.record(), self.applying()
            if not fields:
                return None
            rows = tuple(
                Option(
                    f.id,
                    f.text,
                    shown_answer(f, record.values.get(f.id, State.OPEN), self.desk.session.facts()),
                )
                for f in fields
            )
            question = (
                row_name(self.place.question, record, self.desk.session.facts())
                if self.named
                else self.place.question.text or "Klopt dit zo?"
            )
            around = replace(self.desk.around(self.place), question=question)
            options = (*rows, *with_letters((Option(READY, "Klaar"),)))
            reply = self.desk.front.pick(PickPrompt(around, options, pointer, enter="wijzigen"))
            if reply.nav is Nav.READ:
                self.desk.read(self.place.around)
                continue
            if reply.nav is not None or reply.value == READY:
                return reply.nav
            chosen = next(f for f in fields if f.id == reply.value)
            nav = self.ask_open(chosen)
            if nav not in (None, Nav.BACK):
                return nav
            pointer = chosen.id if nav is Nav.BACK else READY
