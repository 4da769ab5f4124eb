"""Lists to tick: any number of lines, and a line that excludes the others."""

from collections.abc import Callable
from dataclasses import dataclass, field

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from generator.terminal.frame import ENTER, common_keys, dress, leave, run
from generator.terminal.picking import Pointing, framed, list_application
from generator.terminal.prompts import Option, Reply, TickPrompt
from generator.terminal.regions import Frame, Habits
from generator.values import State, Value


def ask(prompt: TickPrompt, habits: Habits) -> Reply:
    return run(application(prompt, habits), habits.interruption)


@dataclass
class _Ticking:
    prompt: TickPrompt
    pointing: Pointing
    ticked: list[str] = field(default_factory=list)
    frame: Frame | None = None

    def sign(self, option: Option) -> str:
        s = self.pointing.habits.symbols
        return (s.ticked if option.id in self.ticked else s.unticked) + " "

    def current(self) -> Value | State | None:
        pointed = self.pointing.pointed
        wanted = {*self.ticked, *([pointed.id] if pointed else [])}
        return tuple(o.id for o in self.prompt.options if o.id in wanted) or None

    def bindings(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add(Keys.Any)(lambda _event: None)
        self.pointing.moves(keys)
        keys.add(" ", eager=True)(lambda _event: self._toggle(self.pointing.pointed))
        for option in self.prompt.options:
            if option.letter:
                keys.add(option.letter, eager=True)(self._by_letter(option))
        for enter in ENTER:
            keys.add(enter, eager=True)(self._enter)
        return keys

    def _by_letter(self, option: Option) -> Callable[[KeyPressEvent], None]:
        def tick_it(_event: KeyPressEvent) -> None:
            self.pointing.point(option.id)
            self._toggle(option)

        return tick_it

    def _toggle(self, option: Option | None) -> None:
        if self.frame:
            self.frame.error = ""
        if option is None:
            self.pointing.move(1)
            return
        if option.id in self.ticked:
            self.ticked.remove(option.id)
        elif option.id in self.prompt.alone:
            self.ticked = [option.id]
        else:
            self.ticked = [t for t in self.ticked if t not in self.prompt.alone] + [option.id]

    def _enter(self, event: KeyPressEvent) -> None:
        chosen = tuple(o.id for o in self.prompt.options if o.id in self.ticked)
        if not chosen and self.frame:
            self.frame.error = "Kruis eerst iets aan met de spatiebalk; Enter gaat daarna verder."
            return
        leave(event.app, result=Reply(chosen, concept=chosen))


NOTHING = Option("", "Niets hiervan", letter="0")


def application(prompt: TickPrompt, habits: Habits) -> "Application[Reply]":
    if prompt.nothing:
        prompt = TickPrompt(prompt.around, (*prompt.options, NOTHING), prompt.ticked, prompt.alone | {""})
    question, control = list_application(prompt.options)
    pointing = Pointing(prompt.options, control, habits, prompt.around)
    pointing.point(None)
    ticking = _Ticking(prompt, pointing, list(prompt.ticked))
    keys = [("Spatie", "aankruisen"), ("Enter", "verder"), *common_keys(prompt.around)]
    frame = framed(pointing, ticking.sign, lambda: keys, ticking.current, lambda: tuple(ticking.ticked))
    ticking.frame = frame
    return dress(question, frame, ticking.bindings())
