"""Text to lines of a given width, and rows of the screen to those who need them. Pure."""

import textwrap
from collections.abc import Sequence

from generator.terminal.symbols import Symbols


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most ``width``, broken between words; ``first`` and ``rest`` are put before them.

    What stands in from the margin stays so on every line.
    """
    rest = first if rest is None else rest
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        broken = textwrap.wrap(
            paragraph,
            max(8, width - max(len(first), len(rest))),
            break_on_hyphens=False,
            replace_whitespace=True,
            subsequent_indent=" " * (len(paragraph) - len(paragraph.lstrip(" "))),
        )
        lines.extend(broken or [""])
    return [(rest if i else first) + line for i, line in enumerate(lines)]


def clipped(text: str, width: int, symbols: Symbols) -> str:
    """One line of at most ``width``; what falls off is shown to have fallen off."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: max(0, width - len(symbols.more))].rstrip() + symbols.more


def cut(lines: Sequence[str], height: int, symbols: Symbols) -> list[str]:
    """At most ``height`` lines; a cut ends in the sign for more."""
    if len(lines) <= height:
        return list(lines)
    return [*lines[: height - 1], f" {symbols.more}"] if height > 0 else []


def tail(lines: Sequence[str], height: int) -> list[str]:
    return list(lines[-height:]) if height > 0 else []


def header(left: str, right: str, width: int, symbols: Symbols) -> str:
    """``── Back-ups ───── 3 van 4 · totaal 66% ──``: the right part gives way first."""
    edge = symbols.rule * 2
    room = width - len(left) - 6
    if right and len(right) + 4 > room and f" {symbols.dot} " in right:
        right = right.split(f" {symbols.dot} ", maxsplit=1)[0]
    if right and len(right) + 4 > room:
        right = ""
    left = clipped(left, width - 7, symbols)
    end = f" {right} {edge}" if right else ""
    return f"{edge} {left} ".ljust(width - len(end), symbols.rule)[: width - len(end)] + end


def key_bar(keys: Sequence[tuple[str, str]], width: int) -> str:
    """The keys that work now on one line; what does not fit falls off."""
    return key_lines(keys, width, 1)[0]


def key_lines(keys: Sequence[tuple[str, str]], width: int, most: int) -> list[str]:
    """The keys that work now, on no more lines than this; what does not fit falls off."""
    lines = [""]
    for key, meaning in keys:
        part = f" {key}  {meaning}" if not lines[-1] else f"   {key}  {meaning}"
        if len(lines[-1]) + len(part) <= width:
            lines[-1] += part
        elif len(lines) < most:
            lines.append(f" {key}  {meaning}")
        else:
            break
    return lines


def shares(rows: int, wanted: Sequence[tuple[str, int, int]]) -> dict[str, int]:
    """Rows per part: first every part its minimum, then in order of importance what it would like.

    ``wanted`` is (part, minimum, wish), the most important first.
    """
    given = {part: 0 for part, _minimum, _wish in wanted}
    left = rows
    for part, minimum, _wish in wanted:
        given[part] = min(minimum, left)
        left -= given[part]
    for part, _minimum, wish in wanted:
        extra = max(0, min(wish - given[part], left))
        given[part] += extra
        left -= extra
    return given
