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

INK, SOFT, LINE, PAPER, BAND = "#1d2126", "#565f69", "#c9c4b8", "#fffefb", "#e8eef3"
ACCENT, GRAVE, WARN = "#1b3a57", "#a4262c", "#b4530a"

STYLE = f"""
svg {{ font-family: {FONT}; background: {PAPER}; }}
text {{ fill: {INK}; white-space: pre; }}
{"".join(f".{f.name} {{ font-size: {f.size}px;{' font-weight: 700;' if f.bold else ''} }} " for f in FACES.values())}
.titel, .kop, .nr {{ fill: {ACCENT}; }}
.klein {{ fill: {SOFT}; }}
.vel {{ fill: {PAPER}; }}
.kaart {{ fill: #fff; stroke: {LINE}; stroke-width: 0.8; }}
.band {{ fill: {BAND}; }}
.rand {{ stroke: {LINE}; stroke-width: 0.5; }}
.stop {{ fill: {GRAVE}; }}
.ernstig {{ fill: {WARN}; }}
.let_op {{ fill: none; stroke: {WARN}; stroke-width: 1.2; }}
.tip {{ fill: none; stroke: {SOFT}; stroke-width: 1.1; }}
.boog {{ fill: none; stroke: {ACCENT}; stroke-width: 0.8; stroke-opacity: 0.65; }}
.pijl {{ fill: {ACCENT}; }}
.bij {{ fill: none; stroke: {LINE}; stroke-width: 0.7; }}
.raak {{ fill: {ACCENT}; fill-opacity: 0; stroke: none; }}
.ver {{ fill: none; stroke: {GRAVE}; stroke-width: 1.3; opacity: 0; pointer-events: none; }}
.punt:focus {{ outline: none; }}
.punt:hover .ver, .punt:focus .ver {{ opacity: 0.85; }}
.punt:hover .raak, .punt:focus .raak {{ fill-opacity: 0.09; }}
.draad {{ fill: none; stroke: {ACCENT}; stroke-width: 0.9; stroke-opacity: 0.55; }}
.midden {{ fill: {BAND}; stroke: {ACCENT}; stroke-width: 1.4; }}
.zij-vraag, .zij-rubriek {{ fill: {ACCENT}; }} .zij-afgeleid, .zij-controle {{ fill: #6b7f93; }} .zij-risico {{ fill: {WARN}; }}
.zij-clausule {{ fill: #2f6b4f; }} .zij-document {{ fill: #6a4c93; }} .zij-begrip {{ fill: #8a8371; }}
@page {{ size: A3 landscape; margin: 0; }}
@media print {{ svg {{ -webkit-print-color-adjust: exact; print-color-adjust: exact; }} }}
"""


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


def sheet(width: float, height: float, title: str, description: str, parts: Markup) -> bytes:
    """One A3 page, lying; the drawing is as large as fits."""
    scale = min((A3[0] - 2 * MARGIN) / width, (A3[1] - 2 * MARGIN) / height, LARGEST)
    wide, high = A3[0] / scale, A3[1] / scale
    left, top = (wide - width) / 2, (high - height) / 2
    drawn = tag(
        "svg",
        tag("title", title, id="titel"),
        tag("desc", description, id="uitleg"),
        tag("style", Markup(STYLE)),
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
