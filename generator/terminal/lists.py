"""A list of records: add (several of a catalogue at once), change, copy, move, delete with undo, ready."""

from dataclasses import dataclass, replace

from generator.interview import fields_that_apply, new_row_id, open_fields, row_name, shown_answer
from generator.library import Kind, Question
from generator.terminal.asking import grouped, with_letters
from generator.terminal.desk import Desk
from generator.terminal.place import Place
from generator.terminal.prompts import Action, Nav, Option, PickPrompt, Reply, TickPrompt, silent
from generator.terminal.records import ask_record
from generator.values import Record, State, Value

ADD, SEVERAL, READY, LATER = "\x00erbij", "\x00meer", "\x00klaar", "\x00later"
OFFER = "\x00aanbod:"
ACTIONS = (
    Action("w", "w", "weg", "weg", needs_row=True),
    Action("z", "z", "nog zo een", "kopie", needs_row=True),
    Action("s-up", "Shift-↑↓", "verplaatsen", "omhoog", needs_row=True),
    Action("s-down", "", "", "omlaag", needs_row=True),
)
MOST_OFFERS = 9
UNDO = Action("u", "u", "terugzetten", "terugzetten")


def ask_list(desk: Desk, place: Place) -> Nav | None:
    return _Listing(desk, place).ask()


@dataclass
class _Listing:
    desk: Desk
    place: Place
    pointer: str | None = None
    deleted: tuple[int, Record] | None = None

    def ask(self) -> Nav | None:
        question = self.place.question
        if not self.place.rows() and self.place.value() is State.OPEN and not question.may_be_empty:
            choose = self.catalogue_field() or self._offers() or question.may_be_later
            nav = None if choose else self.add()
        else:
            nav = self._ask_open_rows()
        if nav not in (None, Nav.BACK):
            return nav
        while True:
            reply = self.desk.front.pick(self._prompt())
            if reply.nav is Nav.READ:
                self.desk.read(self.place.around)
            elif reply.nav is not None:
                return reply.nav
            else:
                nav, done = self._did(reply)
                if done or nav not in (None, Nav.BACK):
                    return nav

    def _did(self, reply: Reply) -> tuple[Nav | None, bool]:
        """Do what was chosen: where to go, and whether the list is ready."""
        row = next((r for r in self.place.rows() if r.id == reply.value), None)
        if reply.action == "terugzetten":
            self._undelete()
        elif reply.action and row is not None:
            self._act(reply.action, row)
        elif reply.value == READY:
            return self._ready()
        elif reply.value == LATER:
            return None, self.place.save(State.LATER, True)
        elif reply.value == SEVERAL:
            return self.add_several(), False
        elif reply.value == ADD:
            return self.add(), False
        elif isinstance(reply.value, str) and reply.value.startswith(OFFER):
            return self._take(reply.value.removeprefix(OFFER)), False
        elif row is not None:
            self.pointer = row.id
            return self._ask_row(row), False
        return None, False

    # --- the screen -----------------------------------------------------------------------------------------------

    def _prompt(self) -> PickPrompt:
        rows = tuple(self._line(r) for r in self.place.rows())
        count = len(rows)
        ready = f"Klaar ({count} {'regel' if count == 1 else 'regels'})" if count else "Klaar: geen"
        extra = [*self._offered(), Option(ADD, "Regel toevoegen", letter="t")]
        if self.catalogue_field():
            extra.append(Option(SEVERAL, "Meer tegelijk toevoegen, uit de lijst", letter="m"))
        if count or self.place.question.may_be_empty:
            extra.append(Option(READY, ready, letter="k"))
        if self.place.question.may_be_later and not count:
            extra.append(Option(LATER, "Later invullen", letter="l"))
        actions = ACTIONS if count else ()
        return PickPrompt(
            replace(self.desk.around(self.place), later=False, unknown=False),
            (*rows, *extra),
            self.pointer or (rows[0].id if rows else None),
            actions=(*actions, UNDO) if self.deleted else actions,
            enter="openen",
            must_point="Kies met de pijltjes, of met de letter voor de regel: t is toevoegen, k is klaar.",
        )

    def _line(self, row: Record) -> Option:
        question, facts = self.place.question, self.desk.session.facts()
        name = row_name(question, row, facts)
        fields = fields_that_apply(question, row, facts, self.place.locals)
        told = [shown_answer(f, row.values[f.id], facts) for f in fields if f.id in row.values]
        missing = len(open_fields(question, row, facts, self.place.locals))
        rest = [t for t in told if t != name][:4]
        detail = f"nog {missing} open" if missing else ", ".join(rest)
        return Option(row.id, name, detail or "-", mark="⚠" if missing else "")

    # --- adding ---------------------------------------------------------------------------------------------------

    def _offers(self) -> tuple[Record, ...]:
        """The rows that were proposed and are not there yet."""
        question, facts = self.place.question, self.desk.session.facts()
        taken = {row_name(question, r, facts) for r in self.place.rows()}
        proposed = self.place.offers.get(question.id, ())
        return tuple(r for r in proposed if row_name(question, r, facts) not in taken)

    def _offered(self) -> list[Option]:
        """Each keeps its own digit, whatever was taken already."""
        question, facts = self.place.question, self.desk.session.facts()
        left = {r.id for r in self._offers()}
        lines = []
        for number, row in enumerate(self.place.offers.get(question.id, ())[:MOST_OFFERS], start=1):
            name = row_name(question, row, facts)
            known = (f for f in question.fields if f.id in row.values)
            told = [
                text
                for f in known
                if (text := shown_answer(f, row.values[f.id], facts)) not in (name, "geen")
            ]
            if row.id in left:
                lines.append(
                    Option(f"{OFFER}{row.id}", f"Erbij: {name}", ", ".join(told), letter=str(number))
                )
        return lines

    def _take(self, offer: str) -> Nav | None:
        """The proposed row, with what is known of it; what is still open is asked."""
        row = next((r for r in self._offers() if r.id == offer), None)
        rows = self.place.rows()
        if row is None:
            return None
        added = Record(new_row_id(rows), row.values)
        self.place.save((*rows, added), False)
        self.pointer = READY
        return self._ask_open_rows()

    def add(self) -> Nav | None:
        row = Record(new_row_id(self.place.rows()), {})
        self.pointer = ADD
        return self._ask_row(row)

    def _ask_row(self, row: Record) -> Nav | None:
        rows = self.place.rows()
        at = next((i for i, r in enumerate(rows) if r.id == row.id), len(rows))
        previous = rows[at - 1] if at > 0 else None
        return ask_record(self.desk, self.place.row(row, previous), named=True)

    def catalogue_field(self) -> Question | None:
        """The field whose catalogue can be ticked to add several rows."""
        return next((f for f in self.place.question.fields if f.kind is Kind.CHOICE and f.catalogue), None)

    def add_several(self) -> Nav | None:
        """Tick several kinds of the catalogue: a row for each, named after its kind; then what is still open."""
        field = self.catalogue_field()
        if field is None:
            return None
        kinds = (Option(c.id, c.label, explanation=c.explanation or "") for c in field.choices)
        options = grouped(with_letters(tuple(kinds)), field.choices)
        around = replace(
            self.desk.around(self.place),
            explanation="Kruis aan wat erbij hoort. Van elke soort komt er één regel bij; de naam kunt u wijzigen.",
            later=False,
            unknown=False,
            risk=silent,
            clause=silent,
        )
        reply = self.desk.front.tick(TickPrompt(around, options))
        if reply.nav is not None or not isinstance(reply.value, tuple):
            return reply.nav
        rows = list(self.place.rows())
        for kind in reply.value:
            rows.append(self._of_kind(field, str(kind), rows))
        self.place.save(tuple(rows), False)
        self.pointer = READY
        return self._ask_open_rows()

    def _of_kind(self, field: Question, kind: str, rows: list[Record]) -> Record:
        chosen = field.choice(kind)
        values: dict[str, Value | State] = {}
        naming = self.place.question.field("naam")
        if naming is not None and naming.kind is Kind.TEXT and chosen is not None:
            alike = sum(1 for r in rows if r.values.get(field.id) == kind)
            values["naam"] = f"{chosen.label} {alike + 1}" if alike else chosen.label
        return Record(new_row_id(rows), {**values, field.id: kind})

    def _ask_open_rows(self) -> Nav | None:
        question = self.place.question
        while True:
            facts = self.desk.session.facts()
            unfinished = [r for r in self.place.rows() if open_fields(question, r, facts, self.place.locals)]
            if not unfinished:
                return None
            nav = self._ask_row(unfinished[0])
            if nav is not None:
                self.pointer = unfinished[0].id
                return nav

    # --- rows -----------------------------------------------------------------------------------------------------

    def _act(self, action: str, row: Record) -> None:
        rows = list(self.place.rows())
        at = rows.index(row)
        self.pointer = row.id
        if action == "weg":
            self.deleted = (at, row)
            del rows[at]
            self.pointer = rows[min(at, len(rows) - 1)].id if rows else ADD
            self.desk.notice = f"‘{row_name(self.place.question, row, self.desk.session.facts())}’ is weg. Met u zet u hem terug."
        elif action == "kopie":
            copy = Record(new_row_id(rows), row.values)
            rows.insert(at + 1, copy)
            self.pointer = copy.id
        else:
            to = at - 1 if action == "omhoog" else at + 1
            if not 0 <= to < len(rows):
                return
            rows[at], rows[to] = rows[to], rows[at]
        self._save(rows)

    def _undelete(self) -> None:
        if self.deleted is None:
            return
        at, row = self.deleted
        rows = list(self.place.rows())
        rows.insert(at, row)
        self.deleted, self.pointer = None, row.id
        self._save(rows)

    def _save(self, rows: list[Record]) -> None:
        self.place.save(tuple(rows) if rows else State.OPEN, not rows)

    def _ready(self) -> tuple[Nav | None, bool]:
        """Ready, unless a row has open fields: those are asked first."""
        nav = self._ask_open_rows()
        if nav is not None:
            return nav, nav is not Nav.BACK
        return None, self.place.save(self.place.rows(), True)
