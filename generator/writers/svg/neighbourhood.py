"""The neighbourhood of one unit on one sheet: left what it leans on, in the middle itself, right what leans on it."""

from collections.abc import Iterator, Sequence

from generator.frozen import dataclass
from generator.neighbourhood import NAMES, Group, Neighbour, Neighbourhood
from generator.writers.html.markup import Markup, joined, tag
from generator.writers.svg.canvas import BODY, HEAD, SMALL, TITLE, box, lines, number, scale_of, sheet, words
from generator.writers.svg.lettering import wrapped

WIDTH, GAP, PAD, THREAD = 250.0, 5.0, 4.0, 150.0
MIDDLE = 260.0
INDENT = 14.0
TOP = 44.0
ACROSS = 12.0
FEW = 40
"""So many neighbours are shown with three conditions of three lines; of more, one line of the first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A heading (``neighbour`` None) or a neighbour, measured."""

    neighbour: Neighbour | None
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def height(self) -> float:
        if self.neighbour is None:
            return HEAD.line + 2 * PAD
        return len(self.title) * BODY.line + len(self.note) * SMALL.line + 2 * PAD

    @property
    def indent(self) -> float:
        return INDENT if self.neighbour is not None and self.neighbour.via else 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    cell: Cell
    x: float
    y: float


def write_neighbourhood(found: Neighbourhood, subtitle: str, style: str) -> bytes:
    """The same bytes for the same library."""
    most = 3 if sum(len(g.neighbours) for g in (*found.reads, *found.read_by)) <= FEW else 1
    left, right = _cells(found.reads, most), _cells(found.read_by, most)
    height = _best(left, right)
    lefts, rights = _columns(left, height) or [], _columns(right, height) or []
    before = len(lefts) * (WIDTH + ACROSS) + (THREAD - ACROSS if lefts else 0)
    after = before + MIDDLE + THREAD
    placed_left = _placed(lefts, 0, height)
    placed_right = _placed(rights, after, height)
    wide = before + MIDDLE + (THREAD + len(rights) * (WIDTH + ACROSS) - ACROSS if rights else 0)
    centre = TOP + height / 2
    kind, _, name = found.unit.partition(":")
    title = f"De omgeving van {NAMES.get(kind, kind)} {name}"
    described = f"{found.title}. Links waar dit van afhangt, rechts wat hiervan afhangt. Als tabel: zwartopwit kaart {found.unit} --tekst."
    body = joined(
        [
            words(0, 18, title, TITLE),
            words(0, 33, subtitle, BODY),
            *_threads(placed_left, before, centre, found.unit, incoming=True),
            *_threads(placed_right, before + MIDDLE, centre, found.unit, incoming=False),
            _middle(found, before, centre),
            *(_drawn(p) for p in (*placed_left, *placed_right)),
            *_far(placed_left, before, centre, found.unit, incoming=True),
            *_far(placed_right, before + MIDDLE, centre, found.unit, incoming=False),
        ]
    )
    return sheet(max(wide, 500.0), height + TOP, (title, described), style, body)


def _cells(groups: Sequence[Group], most: int) -> list[list[Cell]]:
    """Group by group; the first of each is its heading."""
    return [[Cell(None, (group.title,), ()), *(_cell(n, most) for n in group.neighbours)] for group in groups]


def _cell(n: Neighbour, most: int) -> Cell:
    room = WIDTH - 2 * PAD - (INDENT if n.via else 0)
    rules = [line for rule in n.rules[:most] for line in wrapped(rule, SMALL, room, most)]
    left = len(n.rules) - most
    more = [f"en nog {left} {'voorwaarde' if left == 1 else 'voorwaarden'}"] if left > 0 else []
    shown = n.title if n.title != n.id else ""
    head = wrapped(f"{NAMES.get(n.kind, n.kind)} {n.id}", SMALL, room)
    return Cell(n, wrapped(shown or n.id, BODY, room, 3), (*head, *rules, *more))


def _best(left: list[list[Cell]], right: list[list[Cell]]) -> float:
    """The height that gives the largest letters."""
    cells = [c for group in (*left, *right) for c in group]
    least = max([60.0, *(c.height * 2 + GAP for c in cells)])
    total = sum(c.height + GAP for c in cells)
    found = []
    for n in range(1, 60):
        height = max(least, total / n)
        columns = [_columns(side, height) for side in (left, right)]
        wide = MIDDLE + sum(map(len, columns)) * (WIDTH + ACROSS) + sum(THREAD for c in columns if c)
        found.append((-round(scale_of(wide, height + TOP), 6), height))
        if height == least:
            break
    return min(found)[1]


def _columns(groups: list[list[Cell]], height: float) -> list[list[Cell]]:
    """A heading never stands alone at the foot; a group that goes on in the next column repeats it."""
    columns: list[list[Cell]] = []
    room = 0.0
    for heading, *cells in groups:
        for n, cell in enumerate(cells):
            need = cell.height + GAP + (heading.height + GAP if n == 0 else 0)
            if not columns or need > room:
                columns.append([heading])
                room = height - heading.height - GAP
            elif n == 0:
                columns[-1].append(heading)
                room -= heading.height + GAP
            columns[-1].append(cell)
            room -= cell.height + GAP
    return columns


def _placed(columns: list[list[Cell]], x: float, height: float) -> list[Placed]:
    placed = []
    for n, column in enumerate(columns):
        used = sum(c.height + GAP for c in column) - GAP
        y = TOP + (height - used) / 2
        for cell in column:
            placed.append(Placed(cell, x + n * (WIDTH + ACROSS), y))
            y += cell.height + GAP
    return placed


def _drawn(p: Placed) -> Markup:
    cell = p.cell
    if cell.neighbour is None:
        return tag("g", words(p.x, p.y + HEAD.size + PAD, cell.title[0], HEAD), class_="groep")
    x, width = p.x + cell.indent, WIDTH - cell.indent
    return tag(
        "g",
        tag("title", " | ".join([cell.neighbour.unit, *cell.neighbour.rules])),
        box(x, p.y, width, cell.height, "kaart", 3),
        box(x, p.y, 2.4, cell.height, f"zij-{cell.neighbour.kind}"),
        lines(x + PAD + 1, p.y + PAD, cell.title, BODY),
        lines(x + PAD + 1, p.y + PAD + len(cell.title) * BODY.line, cell.note, SMALL),
        class_="buur",
        data_eenheid=cell.neighbour.unit,
    )


def _middle(found: Neighbourhood, x: float, centre: float) -> Markup:
    kind, _, name = found.unit.partition(":")
    title = wrapped(found.title, HEAD, MIDDLE - 4 * PAD, 5)
    named = wrapped(f"{NAMES.get(kind, kind)} {name}", SMALL, MIDDLE - 4 * PAD)
    height = len(title) * HEAD.line + len(named) * SMALL.line + 4 * PAD
    y = centre - height / 2
    return tag(
        "g",
        box(x, y, MIDDLE, height, "midden", 4),
        lines(x + 2 * PAD, y + 2 * PAD, title, HEAD),
        lines(x + 2 * PAD, y + 2 * PAD + len(title) * HEAD.line, named, SMALL),
        class_="zelf",
        data_eenheid=found.unit,
    )


def _threads(placed: list[Placed], x: float, centre: float, unit: str, *, incoming: bool) -> Iterator[Markup]:
    """From the boxes of the nearest column together to the middle."""
    for p in placed:
        if _is_tied(p) and p.x == _nearest(placed, incoming=incoming):
            yield _thread(p, x, centre, unit, "draad", incoming=incoming)


def _far(placed: list[Placed], x: float, centre: float, unit: str, *, incoming: bool) -> Iterator[Markup]:
    """From columns further off, across the others: seen when the box is pointed at."""
    for p in placed:
        if _is_tied(p) and p.x != _nearest(placed, incoming=incoming):
            line = _thread(p, x, centre, unit, "ver", incoming=incoming)
            yield tag("g", box(p.x, p.y, WIDTH, p.cell.height, "raak"), line, class_="punt")


def _is_tied(p: Placed) -> bool:
    return p.cell.neighbour is not None and not p.cell.neighbour.via


def _nearest(placed: list[Placed], *, incoming: bool) -> float:
    return max(p.x for p in placed) if incoming else min(p.x for p in placed)


def _thread(p: Placed, x: float, centre: float, unit: str, name: str, *, incoming: bool) -> Markup:
    side = p.x + WIDTH if incoming else p.x
    y = p.y + p.cell.height / 2
    half = (side + x) / 2
    way = f"M{number(side)} {number(y)}C{number(half)} {number(y)} {number(half)} {number(centre)} {number(x)} {number(centre)}"
    other = p.cell.neighbour.unit if p.cell.neighbour else ""
    read, reader = (other, unit) if incoming else (unit, other)
    return tag("path", class_=name, d=way, data_van=read, data_naar=reader)
