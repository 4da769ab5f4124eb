"""One prompt on screen: the parts around the input, what they say, and who gets how many rows."""

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field

from prompt_toolkit.application.current import get_app
from prompt_toolkit.formatted_text import AnyFormattedText, StyleAndTextTuples
from prompt_toolkit.layout.controls import UIControl

from generator.terminal import wrap
from generator.terminal.prompts import Around, silent
from generator.terminal.signals import Interruption
from generator.terminal.symbols import Symbols
from generator.values import State, Value

BY_IMPORTANCE = (
    *("body", "vraag", "fout", "risico", "onder", "begrepen"),
    *("melding", "uitleg", "paneel", "clausule", "eerder"),
)
"""Parts of the screen: who comes first when there is not enough room."""
SIDE_BY_SIDE = 110
SIDE_WIDTH = 50
LOW = 18
"""Screens with fewer rows than this have no blank lines."""
ROOMY = 24
"""From this many rows on the keys may take two lines."""


def escape_wait() -> float:
    """Over a slow line an arrow key may come in pieces: then wait longer before it counts as Esc."""
    with contextlib.suppress(ValueError):
        return max(10, int(os.environ.get("ZWARTOPWIT_ESC_MS", ""))) / 1000
    return 0.05


@dataclass
class Habits:
    """What stays as the user set it, from one question to the next."""

    symbols: Symbols
    interruption: Interruption
    clause_open: bool = False
    escape_wait: float = field(default_factory=escape_wait)


Fragments = StyleAndTextTuples
Lines = list[Fragments]
BLANK: Fragments = [("", "")]


@dataclass
class Frame:
    """One prompt on screen. ``current`` is the value so far; ``body_rows`` how many lines the input would like."""

    around: Around
    habits: Habits
    control: UIControl
    body_rows: Callable[[int], int]
    current: Callable[[], Value | State | None]
    concept: Callable[[], object]
    keys: Callable[[], list[tuple[str, str]]]
    echo: Callable[[], str | None] = lambda: None
    below: Callable[[int], Lines] = lambda _width: []
    line_prefix: Callable[[int, int], AnyFormattedText] | None = None
    question_mark_is_text: Callable[[], bool] = lambda: False
    error: str = ""
    help_open: bool = False
    _drawn: tuple[int, dict[str, Lines]] = (-1, {})
    _said: dict[tuple[str, object], str | None] = field(default_factory=dict)

    # --- what is said ---------------------------------------------------------------------------------------------

    def risk(self, value: Value | State | None) -> str | None:
        return self._once("risk", value, self.around.risk)

    def _once(
        self, what: str, value: Value | State | None, say: Callable[[Value | State | None], str | None]
    ) -> str | None:
        key = (what, repr(value))
        if key not in self._said:
            self._said[key] = say(value)
        return self._said[key]

    # --- regions --------------------------------------------------------------------------------------------------

    def region(self, name: str) -> Lines:
        counter = get_app().render_counter
        if self._drawn[0] != counter:
            size = get_app().output.get_size()
            self._drawn = (counter, self._regions(size.columns, size.rows))
        return self._drawn[1].get(name, [])

    def body_is_cut(self) -> bool:
        """The input would like more lines than there are."""
        return self.body_rows(self.width()) > len(self.region("body"))

    def beside(self) -> bool:
        return self._clause_shown() and get_app().output.get_size().columns >= SIDE_BY_SIDE

    def _clause_shown(self) -> bool:
        return self.habits.clause_open and self.around.clause is not silent

    def width(self) -> int:
        columns = get_app().output.get_size().columns
        return columns - SIDE_WIDTH - 3 if self.beside() else columns

    def _regions(self, columns: int, rows: int) -> dict[str, Lines]:
        width = self.width()
        parts = self._parts(width)
        if rows < LOW:
            parts = {name: [line for line in lines if line != BLANK] for name, lines in parts.items()}
        body = self.body_rows(width)
        share = max(3, rows // 4)
        least = {"body": share, "vraag": 5, "fout": share, "risico": share, "onder": share}
        size = {**{name: len(lines) for name, lines in parts.items()}, "body": body}
        wishes = [(name, min(size[name], least.get(name, 0)), size[name]) for name in BY_IMPORTANCE]
        keys = self._key_lines(columns, rows)
        room = rows - 2 - len(keys)
        given = wrap.shares(max(1, room), wishes)
        drawn = {name: self._fit(name, lines, given.get(name, 0)) for name, lines in parts.items()}
        drawn["kop"] = [
            [
                (
                    "class:kop",
                    wrap.header(
                        self._t(self.around.title),
                        self._t(self.around.progress),
                        columns,
                        self.habits.symbols,
                    ),
                )
            ]
        ]
        drawn["toetsen"] = keys
        drawn["body"] = [[] for _ in range(given["body"])]
        spare = room - sum(given.values())
        drawn["lucht"] = [BLANK] if spare > 0 else []
        drawn["naast"] = self._plain(self._clause_lines(SIDE_WIDTH), "uitleg") if self.beside() else []
        return drawn

    def _fit(self, name: str, lines: Lines, height: int) -> Lines:
        if len(lines) <= height or not height:
            return lines[:height]
        if name == "eerder":
            return lines[-height:]
        return [*lines[: height - 1], [("class:toetsen", f" {self.habits.symbols.more}")]]

    def _parts(self, width: int) -> dict[str, Lines]:
        s, around = self.habits.symbols, self.around
        risk = self.risk(self.current()) or ""
        clause = self._clause_lines(width) if self._clause_shown() and not self.beside() else []
        return {
            "eerder": self._earlier(width),
            "paneel": self._panel(width),
            "vraag": self._question(width),
            "fout": self._plain(self._wrapped(self.error, width, f" {s.warn} ", "   "), "fout"),
            "begrepen": self._plain(self._wrapped(self.echo() or "", width, " = ", "   "), "begrepen"),
            "onder": self.below(width),
            "melding": self._plain(self._wrapped(around.notice, width, f" {s.warn} ", "   "), "waarschuwing"),
            "risico": self._spaced(
                self._plain(self._wrapped(risk, width, f" {s.warn} ", "   "), "waarschuwing")
            ),
            "uitleg": self._help(width) if self.help_open else [],
            "clausule": self._spaced(self._plain(clause, "uitleg")),
        }

    def _panel(self, width: int) -> Lines:
        """The first line says what it is about; it stands out."""
        title, _, rest = self.around.panel.partition("\n")
        wall = f" {self.habits.symbols.wall} "
        return [
            *self._plain(self._wrapped(title, width, wall), "waarschuwing"),
            *self._plain(self._wrapped(rest, width, wall), "uitleg"),
        ]

    def _earlier(self, width: int) -> Lines:
        s = self.habits.symbols
        column = min(52, max(20, width // 2))
        lines: Lines = []
        for safe, question, answer in self.around.earlier:
            sign = s.done if safe else s.warn
            asked = wrap.clipped(self._t(question), column - 2, s).ljust(column)
            given = wrap.clipped(self._t(answer), max(6, width - column - 5), s)
            style = "class:eerder.teken" if safe else "class:waarschuwing"
            lines.append([(style, f"  {sign} "), ("class:eerder", asked), ("class:eerder", given)])
        return lines

    def _question(self, width: int) -> Lines:
        asked = self._wrapped(self.around.question, width, "? ", "  ")
        lines: Lines = [BLANK]
        lines += self._plain(asked, "vraag")
        lines += self._plain(self._wrapped(self.around.explanation, width, "  "), "begrepen")
        return [*lines, BLANK]

    def _help(self, width: int) -> Lines:
        bar = f" {self.habits.symbols.bar} "
        text = self.around.help or "Bij deze vraag hoort geen uitleg."
        lines = [f"{bar}Waarom vragen we dit?  (F1 sluit)", *self._wrapped(text, width, bar)]
        return [[("class:uitleg.teken", line[:3]), ("class:uitleg", line[3:])] for line in lines]

    def _clause_lines(self, width: int) -> list[str]:
        text = self._once("clause", self.current(), self.around.clause)
        shown = (
            text
            or "Dit antwoord verandert niets aan de tekst, of de tekst hangt nog van andere antwoorden af."
        )
        start = "" if self.beside() else f" {self.habits.symbols.bar} "
        title = self._t(f"{start}Zo komt het op papier  (F4 sluit)")
        return [title, start.rstrip(), *self._wrapped(shown, width, start)]

    def _key_lines(self, width: int, rows: int) -> Lines:
        keys = [(self._t(k), self._t(m)) for k, m in self.keys()]
        most = 2 if rows >= ROOMY else 1
        return [[("class:toetsen", line)] for line in wrap.key_lines(keys, width, most)]

    def _wrapped(self, text: str, width: int, first: str, rest: str | None = None) -> list[str]:
        return wrap.wrapped(self._t(text), width - 1, first, rest) if text else []

    def _t(self, text: str) -> str:
        return self.habits.symbols.text(text)

    def _plain(self, lines: list[str], style: str) -> Lines:
        return [[(f"class:{style}", line)] for line in lines]

    def _spaced(self, lines: Lines) -> Lines:
        return [BLANK, *lines] if lines else []
