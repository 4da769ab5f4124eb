"""Plain lines: no cursor control, numbered choices; for screen readers and for terminals that can do nothing else."""

import shutil
import sys
from collections.abc import Sequence

from generator.terminal.prompts import (
    Action,
    Around,
    GridPrompt,
    Nav,
    Option,
    PickPrompt,
    Rejected,
    Reply,
    TextPrompt,
    TickPrompt,
)
from generator.terminal.symbols import Symbols
from generator.terminal.wrap import wrapped
from generator.values import Record, State, Value

COMMANDS = {"<": Nav.BACK, "<<": Nav.OVERVIEW, "=": Nav.SAME, "==": Nav.SAME_ROW, "!": Nav.READ}
HELP = "Typ ? voor uitleg, < voor terug, << voor het overzicht, ! voor het contract tot nu toe. Ctrl-C stopt."


class Plain:
    """A Front of plain lines."""

    def __init__(self, symbols: Symbols) -> None:
        self.symbols = symbols
        self.helped = False

    # --- prompts --------------------------------------------------------------------------------------------------

    def text(self, prompt: TextPrompt) -> Reply:
        self._open(prompt.around)
        if prompt.text:
            self._tell(f"Nu: {prompt.text}  (Enter laat dit zo)")
        if prompt.suggestion:
            self._tell(f"Voorstel: {prompt.suggestion}")
        hint = f", bijvoorbeeld {prompt.example}" if prompt.example else ""
        if prompt.optional and not prompt.text:
            self._tell("Niets in te vullen? Druk dan op Enter.")
        while True:
            typed = self._line(f"Antwoord{hint}: ")
            reply = self._command(typed, prompt.around)
            if reply is not None:
                if reply.nav or reply.value is not None:
                    return reply
                continue
            text = self._whole(typed) if prompt.multiline and typed.strip() else typed
            read = prompt.read(text if text.strip() else prompt.text)
            if isinstance(read, Rejected):
                self._fault(str(read))
                continue
            echo = prompt.echo(text)
            if echo:
                self._tell(f"Begrepen: {echo}")
            if self._sure(prompt.around, read):
                return Reply(read)

    def _whole(self, first: str) -> str:
        self._tell("Typ verder; een lege regel sluit de tekst af.")
        lines = [first]
        while line := self._line(""):
            lines.append(line)
        return "\n".join(lines)

    def pick(self, prompt: PickPrompt) -> Reply:
        self._open(prompt.around)
        choosable = self._number(prompt.options, prompt.pointer)
        self._actions(prompt.actions)
        while True:
            typed = self._line("Nummer: ")
            reply = self._command(typed, prompt.around)
            if reply is not None:
                if reply.nav or reply.value is not None:
                    return reply
                continue
            acted = self._action(typed, prompt, choosable)
            if acted is not None:
                return acted
            option = self._numbered(typed, choosable, prompt.pointer)
            if option is not None and self._sure(prompt.around, option.value):
                return Reply(option.id)

    def _actions(self, actions: Sequence[Action]) -> None:
        with_row = [f"{a.id} 1" for a in actions if a.needs_row]
        if with_row:
            self._tell(f"  Of typ, met het nummer van de regel: {', '.join(with_row)}")
        for action in actions:
            if not action.needs_row:
                self._tell(f"  Of typ: {action.id}")

    def _action(self, typed: str, prompt: PickPrompt, choosable: Sequence[Option]) -> Reply | None:
        word, _, number = typed.strip().partition(" ")
        action = next((a for a in prompt.actions if a.id == word.lower()), None)
        if action is None:
            return None
        if not action.needs_row:
            return Reply(action=action.id)
        option = self._numbered(number, choosable, None)
        return None if option is None else Reply(option.id, action=action.id)

    def tick(self, prompt: TickPrompt) -> Reply:
        self._open(prompt.around)
        options = (*prompt.options, Option("", "Niets hiervan")) if prompt.nothing else prompt.options
        choosable = self._number(options, None)
        before = [o.label for o in options if o.id in prompt.ticked]
        if before:
            self._tell(f"Nu: {', '.join(before)}  (Enter laat dit zo)")
        while True:
            typed = self._line("Nummers, met komma's ertussen: ")
            reply = self._command(typed, prompt.around)
            if reply is not None:
                if reply.nav or reply.value is not None:
                    return reply
                continue
            if not typed.strip() and before:
                return Reply(prompt.ticked)
            chosen = [self._numbered(part, choosable, None) for part in typed.replace(",", " ").split()]
            ids = [o.id for o in chosen if o is not None]
            if len(ids) != len(chosen) or not ids:
                continue
            alone = [i for i in ids if i in prompt.alone or not i]
            if alone and len(ids) > 1:
                self._fault("Dit antwoord gaat niet samen met de andere.")
                continue
            value = tuple(i for i in (o.id for o in options) if i in ids)
            if self._sure(prompt.around, tuple(v for v in value if v)):
                return Reply(value)

    def grid(self, prompt: GridPrompt) -> Reply:
        """Row by row: the number of a column; Enter keeps what is there."""
        self._open(prompt.around)
        chosen = dict(prompt.chosen)
        choosable = self._number(prompt.columns, None)
        at = prompt.pointer
        while at < len(prompt.rows):
            row = prompt.rows[at]
            now = next((c.label for c in prompt.columns if c.id == chosen.get(row.id)), "")
            typed = self._line(
                f"{at + 1} van {len(prompt.rows)}, {row.label}{f' (nu: {now})' if now else ''}: "
            )
            if typed.strip() == "<" and at > 0:
                at -= 1
                continue
            reply = self._command(typed, prompt.around)
            if reply is not None:
                if reply.nav:
                    return Reply(nav=reply.nav, concept=at)
                continue
            if not typed.strip() and now:
                at += 1
                continue
            column = self._numbered(typed, choosable, None)
            if column is None or not self._sure(prompt.around, Record(row.id, {"keuze": column.id})):
                continue
            chosen[row.id] = column.id
            problem = prompt.save(dict(chosen))
            if problem:
                self._fault(problem)
            else:
                at += 1
        return (
            Reply(concept=chosen) if all(r.id in chosen for r in prompt.rows) else self._again(prompt, chosen)
        )

    def _again(self, prompt: GridPrompt, chosen: dict[str, str]) -> Reply:
        first = next(i for i, r in enumerate(prompt.rows) if r.id not in chosen)
        return self.grid(GridPrompt(prompt.around, prompt.rows, prompt.columns, chosen, first, prompt.save))

    def read(self, title: str, text: str) -> None:
        self._tell(f"\n{title}\n\n{text or 'Er is nog geen tekst.'}\n")
        self._line("Enter gaat terug naar de vraag. ")

    def say(self, line: str) -> None:
        self._tell(line)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _open(self, around: Around) -> None:
        if not self.helped:
            self._tell(HELP)
            self.helped = True
        progress = f", vraag {around.progress}" if around.progress[:1].isdigit() else f", {around.progress}"
        self._tell(f"\n{around.title}{progress if around.progress else ''}.")
        for part in (around.panel, around.explanation):
            if part:
                self._tell(part)
        if around.notice:
            self._tell(f"Let op: {around.notice}")
        self._tell(around.question)

    def _number(self, options: Sequence[Option], pointer: str | None) -> tuple[Option, ...]:
        choosable = tuple(o for o in options if not o.heading)
        number = 0
        for option in options:
            if option.heading:
                if option.label.strip():
                    self._tell(option.label)
                continue
            number += 1
            told = f": {option.detail}" if option.detail else ""
            extra = f" ({option.explanation})" if option.explanation else ""
            now = "  (Enter kiest dit)" if option.id == pointer else ""
            mark = f"{option.mark} " if option.mark else ""
            self._tell(f"  {number}. {mark}{option.label}{told}{extra}{now}")
        return choosable

    def _numbered(self, typed: str, choosable: Sequence[Option], pointer: str | None) -> Option | None:
        text = typed.strip().lower()
        if not text and pointer is not None:
            return next((o for o in choosable if o.id == pointer), None)
        if text.isdecimal() and 1 <= int(text) <= len(choosable):
            return choosable[int(text) - 1]
        named = [o for o in choosable if text and (o.label.lower() == text or o.letter == text)]
        if len(named) == 1:
            return named[0]
        self._fault(f"Typ een nummer van 1 tot en met {len(choosable)}.")
        return None

    def _command(self, typed: str, around: Around) -> Reply | None:
        """A reply for a command; an empty reply when the prompt goes on; None when it was no command."""
        text = typed.strip().lower()
        if text == "?":
            self._tell(around.help or "Bij deze vraag hoort geen uitleg.")
            self._tell(HELP)
            return Reply()
        if text == "later" and around.later:
            return Reply(State.LATER)
        if text in {"weet ik niet", "onbekend"} and around.unknown:
            return Reply(State.UNKNOWN)
        nav = COMMANDS.get(text)
        if nav is None:
            return None
        allowed = around.same if nav in (Nav.SAME, Nav.SAME_ROW) else nav is Nav.BACK or around.overview
        if allowed:
            return Reply(nav=nav)
        self._fault("Dat kan hier niet.")
        return Reply()

    def _sure(self, around: Around, value: Value | State | None) -> bool:
        """A risky answer is read out first; it stands when the user says so again."""
        risk = around.risk(value)
        if not risk:
            return True
        self._tell(f"Let op: {risk}")
        return self._line("Enter houdt dit antwoord, < kiest opnieuw: ").strip() != "<"

    def _fault(self, message: str) -> None:
        self._tell(f"Fout: {message}")

    def _tell(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        for line in self.symbols.text(text).split("\n"):
            start = " " * (len(line) - len(line.lstrip()))
            for part in wrapped(line.lstrip(), width, start):
                sys.stdout.write(part + "\n")
        sys.stdout.flush()

    def _line(self, prompt: str) -> str:
        try:
            sys.stdout.write(self.symbols.text(prompt))  # input() itself would write it to stderr
            sys.stdout.flush()
            return input()
        except UnicodeDecodeError:
            self._fault("Deze tekens kan het programma niet lezen. Typ ze anders.")
            return self._line(prompt)
