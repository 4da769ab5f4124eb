"""Strokes on paper: text, boxes and lines as SVG, and how large the sheet is."""

from generator.frozen import dataclass
from generator.writers.html.markup import Markup, joined, tag
from generator.writers.svg.lettering import FONT, Face

TITLE = Face("titel", 20, 24, bold=True)
HEAD = Face("kop", 10, 12, bold=True)
BODY = Face("zin", 8, 9.4)
STRONG = Face("nr", 8, 9.4, bold=True)
RISK = Face("risico", 7.4, 8.8)
SMALL = Face("klein", 6.3, 7.9)
FACES = {face.name: face for face in (TITLE, HEAD, BODY, STRONG, RISK, SMALL)}

A3 = (420.0, 297.0)
MARGIN = 7.0
LARGEST = 0.5
"""Millimetres per unit: a small questionnaire is drawn no larger than letters of eleven points."""

LETTERS = f"svg {{ font-family: {FONT}; }}\n" + "\n".join(
    f".{f.name} {{ font-size: {f.size}px;{' font-weight: 700;' if f.bold else ''} }}" for f in FACES.values()
)
"""The measured letters; colours and lines are in the style sheet."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the sheet."""

    x: float
    y: float


def number(value: float) -> str:
    """The same digits on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def words(x: float, y: float, text: str, face: Face, anchor: str | None = None) -> Markup:
    return tag("text", text, class_=face.name, x=number(x), y=number(y), text_anchor=anchor)


def lines(x: float, y: float, texts: tuple[str, ...], face: Face) -> Markup:
    """Each line a text of its own; ``y`` is the top of the first."""
    return joined(words(x, y + face.size * 0.82 + n * face.line, t, face) for n, t in enumerate(texts))


def box(x: float, y: float, width: float, height: float, name: str, round_: float = 0) -> Markup:
    return tag(
        "rect",
        class_=name,
        x=number(x),
        y=number(y),
        width=number(width),
        height=number(height),
        rx=number(round_) if round_ else None,
    )


def mark(x: float, y: float, level: str) -> Markup:
    """How grave, by shape as well as by colour. ``x`` and ``y`` are the middle."""
    shapes = {
        "stop": [
            (-1.4, -3.4),
            (1.4, -3.4),
            (3.4, -1.4),
            (3.4, 1.4),
            (1.4, 3.4),
            (-1.4, 3.4),
            (-3.4, 1.4),
            (-3.4, -1.4),
        ],
        "ernstig": [(0, -3.8), (3.4, 0), (0, 3.8), (-3.4, 0)],
        "let_op": [(0, -3.2), (3.2, 2.6), (-3.2, 2.6)],
    }
    if level == "tip":
        return tag("circle", class_="tip", cx=number(x), cy=number(y), r="2.6")
    points = " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in shapes[level])
    return tag("polygon", class_=level, points=points)


def sheet(width: float, height: float, told: tuple[str, str], style: str, parts: Markup) -> bytes:
    """One A3 page, lying; the drawing is as large as fits. ``told``: its title and what it shows."""
    scale = min((A3[0] - 2 * MARGIN) / width, (A3[1] - 2 * MARGIN) / height, LARGEST)
    wide, high = A3[0] / scale, A3[1] / scale
    left, top = (wide - width) / 2, (high - height) / 2
    drawn = tag(
        "svg",
        tag("title", told[0], id="titel"),
        tag("desc", told[1], id="uitleg"),
        tag("style", Markup(f"\n{LETTERS}\n{style.strip()}\n")),
        box(0, 0, wide, high, "vel"),
        tag("g", parts, transform=f"translate({number(left)} {number(top)})"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(wide)} {number(high)}",
        width=f"{number(A3[0])}mm",
        height=f"{number(A3[1])}mm",
        lang="nl",
        role="group",
        aria_labelledby="titel",
        aria_describedby="uitleg",
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.encode()


def scale_of(width: float, height: float) -> float:
    return min((A3[0] - 2 * MARGIN) / width, (A3[1] - 2 * MARGIN) / height, LARGEST)
