"""The lists of the house style, each level tied to its paragraph style."""

from dataclasses import dataclass

from tools.house_style.look import MODERN, Look, Numbers
from tools.house_style.styles import style_id

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Level:
    style: str
    number_format: str
    text: str
    left: int
    hanging: int
    bold: bool = False
    suffix: str = "tab"
    font: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    name: str
    levels: tuple[Level, ...]


def _bullet(style: str, left: int, hanging: int) -> NumberedList:
    return NumberedList(style, (Level(style, "bullet", "•", left, hanging),))


def lists(numbers: Numbers) -> tuple[NumberedList, ...]:
    return (
        NumberedList(
            "Artikelen",
            (
                Level("heading 1", "decimal", numbers.article, numbers.heading, numbers.heading, bold=True),
                Level("Lid", "decimal", "%1.%2", 851, 851),
                Level("Onderdeel", "lowerLetter", numbers.item, 1304, 453),
                Level("Subonderdeel", "lowerRoman", numbers.sub_item, 1814, 510),
            ),
        ),
        NumberedList(
            "Lijst",
            (
                Level("Lijst", "decimal", "%1.", 454, 454),
                Level("Lijst 2", "lowerLetter", numbers.second, 907, 453),
                Level("Lijst 3", "lowerRoman", numbers.third, 1417, 510),
            ),
        ),
        NumberedList("Partijen", (Level("Partij", "decimal", "%1.", 567, 567),)),
        NumberedList("Overwegingen", (Level("Overweging", "upperLetter", numbers.recital, 567, 567),)),
        NumberedList("Bijlagen", (Level("Bijlage", "decimal", "Bijlage %1", 1758, 1758, bold=True),)),
        _bullet("Opsomming", 454, 340),
        _bullet("Lid opsomming", 1304, 340),
    )


_SHAPE = lists(MODERN.numbers)


def list_of(style: str) -> tuple[int, int] | None:
    """Number of the list and level that a style belongs to: the same in every look."""
    return next(
        (
            (n, i)
            for n, known in enumerate(_SHAPE, 1)
            for i, level in enumerate(known.levels)
            if level.style == style
        ),
        None,
    )


def numbering_xml(look: Look) -> str:
    known = lists(look.numbers)
    abstracts = "".join(_abstract(n, each) for n, each in enumerate(known, 1))
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(known) + 1)
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="{W}">{abstracts}{nums}</w:numbering>'


def _abstract(number: int, known: NumberedList) -> str:
    levels = "".join(_level(n, level) for n, level in enumerate(known.levels))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5A77{number:04X}"/>'
        f'<w:multiLevelType w:val="{"multilevel" if len(known.levels) > 1 else "singleLevel"}"/>'
        f'<w:tmpl w:val="0413{number:04X}"/><w:name w:val="{known.name}"/>{levels}</w:abstractNum>'
    )


def _level(number: int, level: Level) -> str:
    bold = (
        "<w:b/><w:bCs/>"
        if level.bold
        else '<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/>'
    )
    suffix = "" if level.suffix == "tab" else f'<w:suff w:val="{level.suffix}"/>'
    tab = f'<w:tabs><w:tab w:val="num" w:pos="{level.left}"/></w:tabs>' if level.suffix == "tab" else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{level.number_format}"/>'
        f'<w:pStyle w:val="{style_id(level.style)}"/>{suffix}<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr>{tab}<w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr>'
        f"<w:rPr>{bold}</w:rPr></w:lvl>"
    )
