"""Our frame around questionary's application: its layout, its keys, and the traps of prompt_toolkit.

questionary builds the application (buffer, list, keys); its layout is replaced by ours, so nothing English is shown and
every part has its place. Both libraries are pinned for this reason.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import ConditionalContainer, HSplit, Layout, VSplit, Window
from prompt_toolkit.layout.containers import WindowRenderInfo
from prompt_toolkit.layout.controls import FormattedTextControl, UIContent
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.margins import ConditionalMargin, Margin
from prompt_toolkit.styles import Style

from generator.diagnostics import OutputError
from generator.terminal.prompts import Around, Nav, Reply, silent
from generator.terminal.regions import SIDE_WIDTH, Fragments, Frame, Lines
from generator.terminal.signals import Interruption
from generator.values import State

ENTER = ("enter", "c-j")
"""Typed ahead between two questions, Enter may come as the second."""
STYLE = Style.from_dict(
    {
        "kop": "bold",
        "eerder": "ansibrightblack",
        "eerder.teken": "ansigreen",
        "vraag": "bold",
        "teken": "ansicyan bold",
        "aangewezen": "ansicyan bold",
        "waarschuwing": "ansiyellow",
        "fout": "ansired bold",
        "begrepen": "ansibrightblack",
        "uitleg": "",
        "uitleg.teken": "ansicyan",
        "toets": "bold",
        "toetsen": "ansibrightblack",
        "knop": "reverse",
    }
)


def dress(question: Any, frame: Frame, own_keys: KeyBindings) -> "Application[Reply]":
    """Questionary's application with our layout and keys around its control."""
    app: Application[Reply] = question.application
    app.layout = _layout(frame)
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), _frame_keys(frame), own_keys])
    app.style = STYLE
    app.ttimeoutlen = app.timeoutlen = frame.habits.escape_wait
    app.erase_when_done = True
    setattr(app, "_handle_exception", _raise_in(app))  # noqa: B010 - prompt_toolkit hangs on an exception otherwise
    setattr(app, "_on_resize", _redraw_all(app))  # noqa: B010 - a shrunk window keeps stale lines otherwise
    return app


def run(app: "Application[Reply]", interruption: Interruption) -> Reply:
    """Ask. Raises KeyboardInterrupt when stopped, also when that happened between two questions."""

    def stop_if_asked() -> None:
        if interruption.asked:
            leave(app, exception=KeyboardInterrupt())

    try:
        reply = app.run(pre_run=stop_if_asked)
    except Exception as problem:
        if type(problem).__name__ != "NoConsoleScreenBufferError":  # only Windows has this class
            raise
        raise OutputError(
            "Dit venster kan de vragen niet tonen.", "Gebruik Windows Terminal, of --eenvoudig."
        ) from problem
    if interruption.asked:
        raise KeyboardInterrupt
    return reply


def leave(app: "Application[Any]", **outcome: Any) -> None:
    """Exit once: typed-ahead keys may ask for it twice, which prompt_toolkit does not forgive."""
    if app.is_running and app.future is not None and not app.future.done():
        app.exit(**outcome)


def _layout(frame: Frame) -> Layout:
    body = Window(
        frame.control,
        height=lambda: Dimension.exact(max(1, len(frame.region("body")))),
        wrap_lines=True,
        get_line_prefix=frame.line_prefix,
        always_hide_cursor=frame.line_prefix is None,
        right_margins=[ConditionalMargin(_More(frame), Condition(frame.body_is_cut))],
    )
    middle = HSplit(
        [
            *(_part(frame, name) for name in ("eerder", "paneel", "vraag")),
            body,
            *(
                _part(frame, name)
                for name in ("fout", "begrepen", "onder", "melding", "risico", "uitleg", "clausule")
            ),
        ]
    )
    side = ConditionalContainer(
        VSplit(
            [
                Window(width=1, char=frame.habits.symbols.wall),
                Window(width=1),
                Window(
                    FormattedTextControl(lambda: _joined(frame.region("naast"))),
                    width=SIDE_WIDTH,
                    wrap_lines=True,
                ),
            ]
        ),
        Condition(frame.beside),
    )
    whole = HSplit(
        [_part(frame, "kop"), VSplit([middle, side]), _part(frame, "lucht"), _part(frame, "toetsen")],
        window_too_small=Window(FormattedTextControl("Dit venster is te klein.")),
    )
    return Layout(ConditionalContainer(whole, ~is_done), focused_element=body)


class _More(Margin):
    """At the right of a list that does not fit: an arrow where there is more above or below."""

    def __init__(self, frame: Frame) -> None:
        self.symbols = frame.habits.symbols

    def get_width(self, get_ui_content: Callable[[], UIContent]) -> int:  # noqa: ARG002 - prompt_toolkit asks for it
        return 2

    def create_margin(self, window_render_info: WindowRenderInfo, width: int, height: int) -> Fragments:  # noqa: ARG002
        signs = [""] * height
        if height and not window_render_info.bottom_visible:
            signs[-1] = self.symbols.lower
        if height and not window_render_info.top_visible:
            signs[0] = self.symbols.higher
        return [("class:teken", "\n".join(f" {sign}" for sign in signs))]


def _part(frame: Frame, name: str) -> ConditionalContainer:
    window = Window(
        FormattedTextControl(lambda: _joined(frame.region(name))),
        height=lambda: Dimension.exact(len(frame.region(name))),
        dont_extend_height=True,
    )
    return ConditionalContainer(window, Condition(lambda: bool(frame.region(name))))


def _joined(lines: Lines) -> Fragments:
    joined: Fragments = []
    for i, line in enumerate(lines):
        joined.extend([("", "\n")] if i else [])
        joined.extend(line)
    return joined


def _frame_keys(frame: Frame) -> KeyBindings:
    keys = KeyBindings()
    around = frame.around

    def go(nav: Nav) -> Callable[[KeyPressEvent], None]:
        def going(event: KeyPressEvent) -> None:
            leave(event.app, result=Reply(nav=nav, concept=frame.concept()))

        return going

    def say(state: State) -> Callable[[KeyPressEvent], None]:
        return lambda event: leave(event.app, result=Reply(state))

    def toggle_help(_event: KeyPressEvent) -> None:
        frame.help_open = not frame.help_open

    def toggle_clause(_event: KeyPressEvent) -> None:
        frame.habits.clause_open = not frame.habits.clause_open

    if around.can_leave:
        keys.add("escape")(go(Nav.BACK))
        keys.add("s-tab", eager=True)(go(Nav.BACK))
    if around.overview:
        for key in ("f2", "c-o"):
            keys.add(key, eager=True)(go(Nav.OVERVIEW))
    if around.overview or around.panel:
        keys.add("f3", eager=True)(go(Nav.READ))
    if around.clause is not silent:
        keys.add("f4", eager=True)(toggle_clause)
    keys.add("f1", eager=True)(toggle_help)
    keys.add("?", filter=Condition(lambda: not frame.question_mark_is_text()), eager=True)(toggle_help)
    if around.same:
        keys.add("f6", eager=True)(go(Nav.SAME))
        keys.add("f7", eager=True)(go(Nav.SAME_ROW))
    if around.later:
        keys.add("f8", eager=True)(say(State.LATER))
    if around.unknown:
        keys.add("f9", eager=True)(say(State.UNKNOWN))
    _stopping_keys(keys)
    return keys


def _stopping_keys(keys: KeyBindings) -> None:
    def stop(event: KeyPressEvent) -> None:
        leave(event.app, exception=KeyboardInterrupt())

    def nothing(_event: KeyPressEvent) -> None:
        return

    for key in ("c-c", "<sigint>"):
        keys.add(key, eager=True)(stop)
    for key in ("c-r", "c-s", "c-q", "c-z"):
        keys.add(key, eager=True)(nothing)
    for digit in "-0123456789":  # Alt-digit would repeat the key after it
        keys.add("escape", digit, eager=True)(nothing)


def common_keys(around: Around) -> list[tuple[str, str]]:
    """The part of the key bar that every prompt has, after its own keys."""
    named = [
        (around.can_leave, "Esc", "terug"),
        (True, "F1", "uitleg"),
        (around.overview, "F2", "overzicht"),
        (around.same, "F6", "zelfde als vorige"),
        (around.same, "F7", "hele rij zelfde"),
        (around.later, "F8", "later"),
        (around.unknown, "F9", "weet ik niet"),
        (True, "Ctrl-C", "stoppen"),
        (around.overview or bool(around.panel), "F3", "lezen"),
        (around.clause is not silent, "F4", "tekst"),
    ]
    return [(key, meaning) for applies, key, meaning in named if applies]


def _raise_in(app: "Application[Any]") -> Callable[[asyncio.AbstractEventLoop, dict[str, Any]], None]:
    def raise_it(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        leave(app, exception=context.get("exception") or RuntimeError(str(context.get("message"))))

    return raise_it


def _redraw_all(app: "Application[Any]") -> Callable[[], None]:
    def redraw() -> None:
        app.output.erase_screen()
        app.output.cursor_goto(0, 0)
        app.output.flush()
        app.renderer.reset()
        app._request_absolute_cursor_position()  # noqa: SLF001
        app._redraw()  # noqa: SLF001

    return redraw
