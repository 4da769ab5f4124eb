"""A card of the map: a section with its questions and their risks, measured before it has a place."""

from collections.abc import Iterable

from generator.frozen import dataclass
from generator.questionnaire_map import Asked, Dependence, Lane, Raised
from generator.writers.svg.canvas import BODY, HEAD, RISK, SMALL
from generator.writers.svg.lettering import Face, width_of, wrapped

WIDTH = 366.0
GUTTER, NUMBER = 14.0, 18.0
QUESTION = 168.0
RISKS_AT = GUTTER + NUMBER + QUESTION + 10
MARK = 10.0
PAD = 2.1
BELOW_FROM = 5
"""So many risks at one question stand below it, in columns of their own."""

WHOLE = WIDTH - GUTTER - NUMBER - 6
RISK_ROOM = WIDTH - RISKS_AT - MARK - 5
COLUMN = (WIDTH - GUTTER - NUMBER) / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one face, from the top of what holds them; what is at the side of it."""

    lines: tuple[str, ...]
    face: Face

    @property
    def height(self) -> float:
        return len(self.lines) * self.face.line


@dataclass(frozen=True, slots=True)
class RiskBox:
    risk: Raised
    x: float
    y: float
    title: Piece
    note: Piece

    @property
    def height(self) -> float:
        return self.title.height + self.note.height + 2


@dataclass(frozen=True, slots=True)
class RowBox:
    """A question with its risks. ``y`` from the top of the card; ``note_behind``: at the end of the last line."""

    asked: Asked
    y: float
    height: float
    text: Piece
    note: Piece
    risks: tuple[RiskBox, ...]
    note_behind: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """``lane`` is None for the card of what hangs on no question."""

    title: Piece
    note: Piece
    lane: Lane | None
    rows: tuple[RowBox, ...]
    height: float
    loose: tuple[RiskBox, ...] = ()

    @property
    def head(self) -> float:
        return self.title.height + self.note.height + 2 * PAD


def after(dependence: Dependence, before: str = "als ") -> str:
    return f"{before}{' · '.join(map(str, dependence.on))}" if dependence.on else ""


def card_of(lane: Lane) -> Card:
    title, note = _head(lane.title, after(lane.shown, "alleen als "))
    y = title.height + note.height + 2 * PAD
    rows = []
    for asked in lane.questions:
        rows.append(_row(asked, y))
        y += rows[-1].height
    return Card(title, note, lane, tuple(rows), y + PAD)


def card_of_file(risks: tuple[Raised, ...]) -> Card:
    title, note = _head(
        "Meldingen over besluiten en het dossier", "hangen af van wat u vastlegt, niet van één vraag"
    )
    y = title.height + note.height + 2 * PAD
    boxes, height = _in_columns(risks, y, ())
    return Card(title, note, None, (), y + height + PAD, boxes)


def _head(title: str, note: str) -> tuple[Piece, Piece]:
    room = WIDTH - 2 * GUTTER
    return Piece(wrapped(title, HEAD, room), HEAD), Piece(wrapped(note, SMALL, room) if note else (), SMALL)


def _row(asked: Asked, y: float) -> RowBox:
    codes = tuple((code, f"{code}{len(c)}" if len(c) > 1 else code) for code, c in asked.clauses.items())
    told = "   ".join(filter(None, [after(asked.shown), " ".join(shown for _code, shown in codes)]))
    top = y + PAD
    if not asked.risks:
        return _plain_row(asked, y, told)
    below = len(asked.risks) >= BELOW_FROM
    room = WHOLE if below else QUESTION
    text, note = Piece(wrapped(asked.text, BODY, room), BODY), Piece(wrapped(told, SMALL, room), SMALL)
    high = text.height + note.height
    if below:
        boxes, more = _in_columns(asked.risks, top + high + PAD, (asked.number,))
        return RowBox(asked, y, high + more + 3 * PAD, text, note, boxes)
    boxes = tuple(_stacked(asked.risks, RISKS_AT, top, RISK_ROOM, (asked.number,)))
    beside = sum(b.height for b in boxes)
    return RowBox(asked, y, max(high, beside) + 2 * PAD, text, note, boxes)


def _plain_row(asked: Asked, y: float, told: str) -> RowBox:
    """A question without risks takes the whole width; what it hangs on stands at the end of its line, where that fits."""
    text = Piece(wrapped(asked.text, BODY, WHOLE), BODY)
    note = Piece(wrapped(told, SMALL, WHOLE), SMALL)
    behind = len(note.lines) == 1 and width_of(text.lines[-1], BODY) + 10 + width_of(told, SMALL) <= WHOLE
    height = text.height + (0 if behind else note.height)
    return RowBox(asked, y, height + 2 * PAD, text, note, (), behind)


def _in_columns(
    risks: tuple[Raised, ...], y: float, known: tuple[int, ...]
) -> tuple[tuple[RiskBox, ...], float]:
    """Two columns of about the same height, read down first."""
    room = COLUMN - MARK - 6
    left = GUTTER + NUMBER
    single = list(_stacked(risks, left, y, room, known))
    half = (sum(b.height for b in single)) / 2
    cut = next((n for n, b in enumerate(single) if b.y - y >= half), len(single))
    first = tuple(_stacked(risks[:cut], left, y, room, known))
    second = tuple(_stacked(risks[cut:], left + COLUMN, y, room, known))
    return (*first, *second), max(sum(b.height for b in part) for part in (first, second, ()))


def _stacked(
    risks: Iterable[Raised], x: float, y: float, room: float, known: tuple[int, ...]
) -> Iterable[RiskBox]:
    for risk in risks:
        title = Piece(wrapped(risk.title, RISK, room), RISK)
        note = Piece(wrapped(_note(risk, known), SMALL, room), SMALL)
        made = RiskBox(risk, x, y, title, note)
        yield made
        y += made.height


def _note(risk: Raised, known: tuple[int, ...]) -> str:
    """The other questions that count, and those that end it."""
    also = [n for n in risk.raised.on if n not in known]
    parts = [
        f"{'ook ' if known else ''}als {' · '.join(map(str, also))}" if also else "",
        f"zwaarte {' · '.join(map(str, risk.other))}" if risk.other else "",
        f"einde {' · '.join(map(str, risk.ended.on))}" if risk.ended.on else "",
    ]
    return "; ".join(filter(None, parts))
