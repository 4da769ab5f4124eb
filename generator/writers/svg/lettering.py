"""How wide words are in Arial and what was cut to its measure: a picture must know before a browser does."""

from generator.frozen import dataclass

FONT = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"
RESERVE = 1.03
"""A browser that rounds, or a letter a little wider."""

_WIDTHS = {
    " !'’‘,.:;/\\|·": 278, '"“”()-[]ftrI': 333, "ijl": 222, "Jcksvxyz°": 500, "mM%": 860, "W@…": 1000, "w": 722,
    "ABEKPSVXY&": 667, "CDHNRUwé": 722, "GOQ": 778, "FTZL": 611, "→↔": 1000,
}  # fmt: skip
_WIDTH = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_OTHER = 556
_BOLD = 1.09


@dataclass(frozen=True, slots=True)
class Face:
    """A size and weight of letter; ``line``: from one line to the next."""

    name: str
    size: float
    line: float
    bold: bool = False


def width_of(words: str, face: Face) -> float:
    total = sum(_WIDTH.get(letter, _OTHER) for letter in words)
    return total / 1000 * face.size * (_BOLD if face.bold else 1) * RESERVE


def wrapped(words: str, face: Face, room: float, most: int = 99) -> tuple[str, ...]:
    """In lines that fit the room; what does not fit in ``most`` lines ends in dots."""
    lines: list[str] = []
    for word in words.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, face) <= room:
            lines[-1] = joined
        else:
            lines += _pieces(word, face, room)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), face, room))


def _pieces(word: str, face: Face, room: float) -> list[str]:
    """A word longer than the room is broken: better than one that runs into its neighbour."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(f"{pieces[-1]}{letter}", face) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(words: str, face: Face, room: float) -> str:
    while words and width_of(f"{words}…", face) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"
