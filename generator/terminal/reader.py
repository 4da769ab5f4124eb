"""A full-screen reader: the contract so far. The same on every system, with a Dutch key bar."""

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.layout.dimension import Dimension

from generator.terminal import wrap
from generator.terminal.frame import STYLE, leave
from generator.terminal.regions import Habits


class Reading:
    """Which lines are in sight."""

    def __init__(self, title: str, text: str, habits: Habits) -> None:
        self.title, self.text, self.habits = title, text, habits
        self.top = 0
        self.app: Application[None] | None = None

    def size(self) -> tuple[int, int]:
        if self.app is None:
            return 80, 24
        size = self.app.output.get_size()
        return size.columns, max(1, size.rows - 2)

    def lines(self) -> list[str]:
        width = min(self.size()[0] - 4, 96)
        shown = self.habits.symbols.text(self.text)
        return (
            [f"  {line}" for line in wrap.wrapped(shown, width)]
            if shown.strip()
            else ["  Er is nog geen tekst."]
        )

    def move(self, step: int) -> None:
        last = max(0, len(self.lines()) - self.size()[1])
        self.top = min(max(0, self.top + step), last)

    def page(self) -> str:
        return "\n".join(self.lines()[self.top : self.top + self.size()[1]])

    def head(self) -> str:
        columns, rows = self.size()
        total = max(1, len(self.lines()))
        seen = min(100, (self.top + rows) * 100 // total)
        return wrap.header(self.habits.symbols.text(self.title), f"{seen}%", columns, self.habits.symbols)

    def keys(self) -> str:
        keys = [
            ("Esc", "terug naar de vraag"),
            ("↑↓", "regel"),
            ("PgUp PgDn", "bladzijde"),
            ("Home End", "begin, einde"),
        ]
        return wrap.key_bar([(self.habits.symbols.text(k), m) for k, m in keys], self.size()[0])


def read(title: str, text: str, habits: Habits) -> None:
    application(Reading(title, text, habits)).run()
    if habits.interruption.asked:
        raise KeyboardInterrupt


def application(reading: Reading) -> "Application[None]":
    body = Window(FormattedTextControl(reading.page), wrap_lines=False, always_hide_cursor=True)
    bar = Dimension.exact(1)
    layout = HSplit(
        [
            Window(FormattedTextControl(lambda: [("class:kop", reading.head())]), height=bar),
            body,
            Window(FormattedTextControl(lambda: [("class:toetsen", reading.keys())]), height=bar),
        ],
        window_too_small=Window(FormattedTextControl("Dit venster is te klein.")),
    )
    app: Application[None] = Application(
        layout=Layout(layout), key_bindings=_keys(reading), style=STYLE, full_screen=True
    )
    app.ttimeoutlen = app.timeoutlen = reading.habits.escape_wait
    reading.app = app
    return app


def _keys(reading: Reading) -> KeyBindings:
    keys = KeyBindings()

    def close(event: KeyPressEvent) -> None:
        leave(event.app, result=None)

    def stop(event: KeyPressEvent) -> None:
        leave(event.app, exception=KeyboardInterrupt())

    for key in ("escape", "f3", "q", "enter"):
        keys.add(key)(close)
    for key in ("c-c", "<sigint>"):
        keys.add(key, eager=True)(stop)
    steps = {"down": 1, "up": -1, "home": -1_000_000, "end": 1_000_000}
    for key, step in steps.items():
        keys.add(key)(lambda _event, step=step: reading.move(step))
    for key, sign in (("pagedown", 1), (" ", 1), ("pageup", -1)):
        keys.add(key)(lambda _event, sign=sign: reading.move(sign * (reading.size()[1] - 1)))
    return keys
