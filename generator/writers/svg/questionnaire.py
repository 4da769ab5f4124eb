"""The map of a questionnaire on one sheet: cards in the order of asking, with what hangs on what between them."""

from collections.abc import Iterator

from generator.frozen import dataclass
from generator.questionnaire_map import ELSEWHERE, Asked, Map, Paper
from generator.writers.html.markup import Markup, joined, tag
from generator.writers.svg.canvas import (
    BODY,
    HEAD,
    RISK,
    SMALL,
    STRONG,
    TITLE,
    Spot,
    box,
    lines,
    mark,
    number,
    scale_of,
    sheet,
    words,
)  # fmt: skip
from generator.writers.svg.cards import (
    GUTTER,
    MARK,
    NUMBER,
    PAD,
    WIDTH,
    Card,
    RiskBox,
    RowBox,
    after,
    card_of,
    card_of_file,
)
from generator.writers.svg.lettering import width_of, wrapped

GAP, COLUMN_GAP = 7.0, 11.0
TOP = 46.0
MOST_COLUMNS = 12
LEVELS = {"stop": "houdt tegen", "ernstig": "ernstig", "let_op": "let op", "tip": "tip"}
HOW = (
    "Elke vraag heeft een nummer. Zo worden zij gesteld, van boven naar beneden, kolom na kolom.",
    "‘als 12’: deze vraag komt alleen na een bepaald antwoord op vraag 12. De boog links wijst dezelfde weg.",
    "Rechts of onder een vraag staan de meldingen die zij kan geven.",
    "‘ook als 5’: ook vraag 5 telt mee. ‘zwaarte 6’: vraag 6 bepaalt hoe zwaar. ‘einde 8’: vraag 8 kan haar oplossen.",
    "‘Ov3’: drie clausules van dat stuk hangen van het antwoord af of drukken het af.",
    "Op een scherm: wijs een vraag aan, of loop erheen met Tab. Lijnen tonen alles wat ervan afhangt.",
)


@dataclass(frozen=True, slots=True)
class Placed:
    card: Card
    x: float
    y: float


def write_map(found: Map, subtitle: str, style: str) -> bytes:
    """The same bytes for the same library."""
    return _Drawing(found, subtitle).write(style)


class _Drawing:
    def __init__(self, found: Map, subtitle: str) -> None:
        self.map = found
        self.subtitle = subtitle
        cards = [card_of(lane) for lane in found.lanes if lane.questions]
        cards += [card_of_file(found.of_file)] if found.of_file else []
        self.first = _front_height(found)
        self.placed, self.columns, self.height = _best(cards, self.first)
        self.spots: dict[str, Spot] = {}
        self._find_spots()

    def write(self, style: str) -> bytes:
        width = self.columns * WIDTH + (self.columns - 1) * COLUMN_GAP
        title = f"Kaart van de vragenlijst ‘{self.map.title}’"
        lanes = [lane for lane in self.map.lanes if lane.section != ELSEWHERE]
        asked = sum(len(lane.questions) for lane in lanes)
        described = (
            f"{asked} vragen in {_many(len(lanes), 'rubriek')}, {len(self.map.risks)} meldingen en "
            f"{len(self.map.papers)} stukken. Dezelfde inhoud als tabel: zwartopwit kaart {self.map.id} --tekst."
        )
        body = joined(
            [
                words(0, 20, title, TITLE),
                words(0, 36, f"{described.partition('. ')[0]}.  {self.subtitle}", BODY),
                tag("g", *_front(self.map, self.spots), class_="stukken"),
                *(self._card(p) for p in self.placed),
                tag("g", *self._points(), class_="punten"),
            ]
        )
        return sheet(width, self.height + TOP, (title, described), style, body)

    # --- places -----------------------------------------------------------------------------------------------------

    def _find_spots(self) -> None:
        for p in self.placed:
            if p.card.lane is not None and p.card.lane.section not in self.spots:
                self.spots[f"rubriek:{p.card.lane.title}"] = Spot(p.x, p.y + 10)
            for row in p.card.rows:
                self.spots[row.asked.unit] = Spot(p.x, p.y + row.y + PAD + 4)
                for risk in row.risks:
                    self.spots[f"risico:{risk.risk.id}"] = Spot(p.x + risk.x, p.y + risk.y + 4)
            for risk in p.card.loose:
                self.spots[f"risico:{risk.risk.id}"] = Spot(p.x + risk.x, p.y + risk.y + 4)

    # --- cards ------------------------------------------------------------------------------------------------------

    def _card(self, p: Placed) -> Markup:
        card, lane = p.card, p.card.lane
        parts = [
            box(p.x, p.y, WIDTH, card.height, "kaart", 4),
            box(p.x + 0.5, p.y + 0.5, WIDTH - 1, card.head - 2, "band", 3.5),
            lines(p.x + GUTTER, p.y + PAD, card.title.lines, card.title.face),
            lines(p.x + GUTTER, p.y + PAD + card.title.height, card.note.lines, card.note.face),
            *(self._row(p, row, first=n == 0) for n, row in enumerate(card.rows)),
            *(_risk(p, r) for r in card.loose),
            *self._arcs(p),
        ]
        return tag("g", *parts, class_="rubriek", data_rubriek=lane.section if lane else None)

    def _row(self, p: Placed, row: RowBox, *, first: bool) -> Markup:
        x, y = p.x + GUTTER, p.y + row.y + PAD
        text_at = x + NUMBER
        rule = tag(
            "line",
            class_="rand",
            x1=number(x),
            x2=number(p.x + WIDTH - 6),
            y1=number(p.y + row.y),
            y2=number(p.y + row.y),
        )
        return tag(
            "g",
            Markup() if first else rule,
            words(x, y + 6.6, str(row.asked.number), STRONG),
            lines(text_at, y, row.text.lines, row.text.face),
            self._note(row, p.x + WIDTH - 6, text_at, y),
            *(_risk(p, r) for r in row.risks),
            class_="vraag",
            data_vraag=row.asked.unit,
        )

    def _note(self, row: RowBox, right: float, left: float, y: float) -> Markup:
        if row.note_behind and row.note.lines:
            last = y + row.text.height - row.text.face.line + row.text.face.size * 0.82
            return words(right, last, row.note.lines[0], row.note.face, "end")
        return lines(left, y + row.text.height, row.note.lines, row.note.face)

    def _arcs(self, p: Placed) -> Iterator[Markup]:
        """What hangs on a question of the same card: always in sight, along its edge."""
        inside = {row.asked.number: row.asked for row in p.card.rows}
        for row in p.card.rows:
            for n in row.asked.shown.on:
                if n in inside:
                    a, b = self.spots[inside[n].unit], self.spots[row.asked.unit]
                    bulge = min(4.0 + abs(b.y - a.y) / 60, GUTTER - 3)
                    x = p.x + GUTTER - 3
                    d = f"M{number(x)} {number(a.y)}C{number(x - bulge * 1.3)} {number(a.y)} {number(x - bulge * 1.3)} {number(b.y)} {number(x - 1)} {number(b.y)}"
                    yield tag("path", class_="boog", d=d, data_van=inside[n].unit, data_naar=row.asked.unit)
                    yield tag("circle", class_="pijl", cx=number(x - 0.6), cy=number(b.y), r="1.3")

    # --- lines that show when a question is pointed at ------------------------------------------------------------------

    def _points(self) -> Iterator[Markup]:
        for p in self.placed:
            for row in p.card.rows:
                shown = [
                    tag("title", _told(row.asked)),
                    box(p.x + 1, p.y + row.y, WIDTH - 2, row.height, "raak"),
                    *(self._line(row.asked, target) for target in self._targets(row.asked)),
                ]
                yield tag(
                    "g",
                    *shown,
                    class_="punt",
                    tabindex=0,
                    role="img",
                    aria_label=_told(row.asked),
                    data_vraag=row.asked.unit,
                )

    def _targets(self, asked: Asked) -> Iterator[str]:
        n = asked.number
        yield from (q.unit for q in self.map.questions if n in q.shown.on)
        yield from (
            f"rubriek:{lane.title}" for lane in self.map.lanes if n in lane.shown.on and lane.questions
        )
        for r in self.map.risks:
            if n in {*r.raised.on, *r.ended.on, *r.other}:
                yield f"risico:{r.id}"
        yield from (f"stuk:{p.code}" for p in self.map.papers if n in p.made.on or p.code in asked.clauses)

    def _line(self, asked: Asked, target: str) -> Markup:
        a, b = self.spots[asked.unit], self.spots[target]
        right = b.x > a.x + WIDTH
        x1 = a.x + (WIDTH if right else 0)
        reach = max(30.0, min(abs(b.x - a.x) / 3, 160.0))
        c1 = x1 + reach if right else x1 - COLUMN_GAP * 1.6
        c2 = b.x - (reach if right else COLUMN_GAP * 1.6)
        d = f"M{number(x1)} {number(a.y)}C{number(c1)} {number(a.y)} {number(c2)} {number(b.y)} {number(b.x)} {number(b.y)}"
        clauses = (
            " ".join(asked.clauses.get(target.removeprefix("stuk:"), ()))
            if target.startswith("stuk:")
            else None
        )
        return tag("path", class_="ver", d=d, data_van=asked.unit, data_naar=target, data_clausules=clauses)


def _many(number: int, what: str) -> str:
    return f"één {what}" if number == 1 else f"{number} {what}en"


def _risk(p: Placed, r: RiskBox) -> Markup:
    x, y = p.x + r.x, p.y + r.y
    return tag(
        "g",
        mark(x + 4, y + 3.6, r.risk.level.value),
        lines(x + MARK, y, r.title.lines, r.title.face),
        lines(x + MARK, y + r.title.height, r.note.lines, r.note.face),
        class_="melding",
        data_risico=r.risk.id,
    )


def _told(asked: Asked) -> str:
    parts = [f"{asked.number}. {asked.text}"]
    parts += [f"gevraagd als: {asked.shown.rule}"] if asked.shown.rule else []
    parts += [f"{code}: {', '.join(clauses)}" for code, clauses in asked.clauses.items()]
    return " | ".join(parts)


# --- the first card: how to read it, and the papers ------------------------------------------------------------------


def _front_height(found: Map) -> float:
    return (
        HEAD.line
        + 2 * PAD
        + _how_height()
        + 16
        + HEAD.line
        + 2 * PAD
        + sum(_paper_height(p) for p in found.papers)
        + PAD
    )


def _how() -> list[tuple[str, ...]]:
    return [wrapped(text, RISK, WIDTH - 2 * GUTTER) for text in HOW]


def _how_height() -> float:
    return sum(len(t) * RISK.line + 2 for t in _how())


def _paper_lines(paper: Paper) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = WIDTH - GUTTER - 2 * NUMBER
    note = " – ".join(filter(None, [f"{paper.clauses} clausules", after(paper.made)]))
    return wrapped(paper.title, BODY, room), wrapped(note, SMALL, room)


def _paper_height(paper: Paper) -> float:
    title, note = _paper_lines(paper)
    return len(title) * BODY.line + len(note) * SMALL.line + 2 * PAD


def _front(found: Map, spots: dict[str, Spot]) -> Iterator[Markup]:
    y = TOP
    yield box(0, y, WIDTH, _front_height(found), "kaart", 4)
    yield box(0.5, y + 0.5, WIDTH - 1, HEAD.line + 2 * PAD - 2, "band", 3.5)
    yield lines(GUTTER, y + PAD - 1, ("Zo leest u deze kaart",), HEAD)
    y += HEAD.line + 2 * PAD
    for text in _how():
        yield lines(GUTTER, y, text, RISK)
        y += len(text) * RISK.line + 2
    x = GUTTER
    for level, label in LEVELS.items():
        yield mark(x + 4, y + 6, level)
        yield words(x + MARK, y + 8.6, label, RISK)
        x += MARK + width_of(label, RISK) + 16
    y += 16
    yield box(0.5, y, WIDTH - 1, HEAD.line + 2 * PAD - 2, "band")
    yield lines(GUTTER, y + PAD - 1, ("De stukken",), HEAD)
    y += HEAD.line + 2 * PAD
    for paper in found.papers:
        title, note = _paper_lines(paper)
        spots[f"stuk:{paper.code}"] = Spot(0, y + 5)
        yield tag(
            "g",
            words(GUTTER, y + 7.4, paper.code, STRONG),
            lines(GUTTER + NUMBER, y + 0.8, title, BODY),
            lines(GUTTER + NUMBER, y + 0.8 + len(title) * BODY.line, note, SMALL),
            class_="stuk",
            data_stuk=paper.id,
        )
        y += _paper_height(paper)


# --- columns -----------------------------------------------------------------------------------------------------------


def _best(cards: list[Card], first: float) -> tuple[list[Placed], int, float]:
    """In as many columns as give the largest letters on the sheet."""
    found = []
    for columns in range(1, MOST_COLUMNS + 1):
        height = _height_for(cards, first, columns)
        wide = columns * WIDTH + (columns - 1) * COLUMN_GAP
        found.append((-scale_of(wide, height + TOP), columns, height))
    _scale, columns, height = min(found)
    placed = _filled(cards, first, columns, height) or []
    used = max((round(p.x / (WIDTH + COLUMN_GAP)) + 1 for p in placed), default=1)
    return placed, used, height


def _height_for(cards: list[Card], first: float, columns: int) -> float:
    """The lowest sheet on which all cards stand in so many columns, to a unit."""
    low = max([first, *(c.height for c in cards)])
    high = first + sum(c.height + GAP for c in cards)
    while high - low > 1:
        middle = (low + high) / 2
        if _filled(cards, first, columns, middle) is None:
            low = middle
        else:
            high = middle
    return high


def _filled(cards: list[Card], first: float, columns: int, height: float) -> list[Placed] | None:
    placed: list[Placed] = []
    column, y = 0, first + GAP
    for card in cards:
        if y + card.height > height:
            column, y = column + 1, 0.0
        if column >= columns:
            return None
        placed.append(Placed(card, column * (WIDTH + COLUMN_GAP), TOP + y))
        y += card.height + GAP
    return placed
