"""The styles of the house style: sizes, spaces and colours on one page."""

from dataclasses import dataclass

from tools.house_style.look import Look

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIGN_WIDTH = 4212

_BUILT_IN = {
    "Normal": "Standaard",
    "heading 1": "Kop1",
    "Title": "Titel",
    "header": "Koptekst",
    "footer": "Voettekst",
    "toc 1": "Inhopg1",
    "annotation text": "Tekstopmerking",
    "annotation reference": "Verwijzingopmerking",
}
_NO_SPACE = str.maketrans("", "", " -")


def style_id(name: str) -> str:
    return _BUILT_IN.get(name) or name.title().translate(_NO_SPACE)


@dataclass(frozen=True, slots=True)
class Style:
    """``before``/``after``/``left``/``hanging`` in twips, ``size`` in half points. ``outline`` 0 shows in the navigation pane."""

    name: str
    based_on: str = "Normal"
    following: str = ""
    size: int = 0
    bold: bool | None = None
    italic: bool = False
    caps: bool = False
    color: str = ""
    before: int | None = None
    after: int | None = None
    line: int = 0
    left: int | None = None
    hanging: int = 0
    right: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None
    align: str = ""
    borders: str = ""
    shade: str = ""
    tabs: tuple[tuple[str, int, str], ...] = ()


def _border(side: str, size: int, color: str, space: int = 1) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def styles(look: Look) -> tuple[Style, ...]:
    box = "".join(_border(side, 4, look.rule, 5) for side in ("top", "left", "bottom", "right"))
    accent, grey, rule, contents = look.accent, look.grey, look.rule, look.contents
    return (
        Style("Title", size=look.title_size, bold=True, color=accent, before=0, after=120, line=228, keep_next=True,
              align=look.title_align),
        Style("Titel klein", "Title", size=34, after=60, align="left", outline=0),
        Style("Bovenschrift", size=18, bold=True, color=grey, after=60, keep_next=True),
        Style("Kenmerkregel", size=18, color=grey, after=160),
        Style("Voorblad bovenschrift", "Bovenschrift", before=60, align=look.title_align),
        Style("Voorblad kenmerk", "Kenmerkregel", align=look.title_align),
        Style("heading 1", following="Lid", size=22, bold=True, color=accent, before=240, after=80, keep_next=True,
              keep_lines=True, outline=0),
        Style("Kop", following="Tekst", size=22, bold=True, color=accent, before=220, after=80, keep_next=True, keep_lines=True,
              outline=1),
        Style("Tussenkop", following="Tekst", bold=True, color=accent, before=140, after=50, keep_next=True, keep_lines=True,
              outline=2),
        Style("Lid tussenkop", "Tussenkop", following="Lid", left=851),
        Style("Bijlage", following="Tekst", size=28, bold=True, color=accent, before=400, after=160, keep_next=True,
              keep_lines=True, outline=0, borders=_border("bottom", 8, accent, 4)),
        Style("Slotkop", "Kop", size=28, before=400, after=160, borders=_border("bottom", 8, accent, 4)),
        Style("Lid"),
        Style("Onderdeel", after=70),
        Style("Subonderdeel", after=70),
        Style("Lid vervolg", left=851),
        Style("Onderdeel vervolg", left=1304, after=70),
        Style("Subonderdeel vervolg", left=1814, after=70),
        Style("Lid opsomming", after=60),
        Style("Lid aankruisvak", left=1418, hanging=453, right=113, after=90, keep_lines=True, shade=look.tint, borders=box),
        Style("Lid citaat", italic=True, left=1191, right=284, borders=_border("left", 18, rule, 10)),
        Style("Begripsomschrijving", left=851),
        Style("Tekst"),
        Style("Adres", after=0),
        Style("Plaats en datum", before=360, after=0),
        Style("Lijst"),
        Style("Lijst 2", after=70),
        Style("Lijst 3", after=70),
        Style("Lijst vervolg", left=454),
        Style("Lijst 2 vervolg", left=907, after=70),
        Style("Lijst 3 vervolg", left=1417, after=70),
        Style("Opsomming", after=60),
        Style("Aankruisvak", left=567, hanging=454, right=113, after=100, keep_lines=True, shade=look.tint, borders=box),
        Style("Citaat", italic=True, left=340, right=284, borders=_border("left", 18, rule, 10)),
        Style("Partij", after=120),
        Style("Overweging"),
        Style("Tabeltekst", size=18, before=32, after=32, line=245),
        Style("Tabelkop", "Tabeltekst", bold=True, color=accent, keep_next=True),
        Style("Tabelkop bedrag", "Tabelkop", align="right"),
        Style("Tabellabel", "Tabeltekst", color=grey),
        Style("Tabelbedrag", "Tabeltekst", align="right"),
        Style("Tabelslot", size=12, before=0, after=50, line=110),
        Style("Schrijflijn", before=0, after=0),
        Style("Open keuze", color=grey, italic=True, shade=look.shade, keep_lines=True),
        Style("Lid open keuze", "Open keuze", left=851),
        Style("Ondertekening rol", size=17, color=grey, caps=True, before=120, after=60, keep_next=True),
        Style("Ondertekening partij", bold=True, after=0, keep_next=True),
        Style("Ondertekening lijn", before=0, after=60, line=1000, keep_next=True, borders=_border("bottom", 6, grey)),
        Style("Ondertekening naam", after=20, keep_next=True, tabs=(("right", SIGN_WIDTH, "underscore"),)),
        Style("Ondertekening functie", "Ondertekening naam", size=19, color=grey, after=100),
        Style("Ondertekening regel", after=60, keep_next=True, tabs=(("right", SIGN_WIDTH, "underscore"),)),
        Style("Briefhoofd", size=30, bold=True, color=accent, after=40),
        Style("Briefkenmerk", size=17, color=grey, after=420),
        Style("Onderwerp", bold=True, size=24, color=accent, before=360, after=200, keep_next=True, outline=0),
        Style("Conceptkop", bold=True, color=look.warning, before=60, after=40, keep_next=True, keep_lines=True),
        Style("Conceptreden", size=18, before=0, after=20, keep_lines=True, left=227, hanging=227,
              tabs=(("left", 227, ""),)),
        Style("Verklaring kop", "Kop", following="Verklaring tekst", size=21, before=120, after=30),
        Style("Verklaring tussenkop", "Tussenkop", following="Verklaring tekst", size=19, before=90, after=30),
        Style("Verklaring tekst", "Tekst", size=19, after=60, line=250),
        Style("Verklaring lijst", "Lijst", size=19, after=50, line=250),
        Style("Verklaring opsomming", "Opsomming", size=19, after=40, line=250),
        Style("Verklaring aankruisvak", "Aankruisvak", size=19, after=60, line=250),
        Style("Verklaring citaat", "Citaat", size=19, after=60, line=250),
        Style("Inhoudskop", following="Tekst", size=22, bold=True, color=accent, before=0, after=120, keep_next=True,
              keep_lines=True),
        Style("toc 1", size=18, before=0, after=0, line=236, left=contents, hanging=contents, keep_lines=True,
              tabs=(("left", contents, ""), ("right", 9070, "dot"))),
        Style("annotation text", size=20, before=0, after=60, line=240),
        Style("Slotregel", size=2, before=0, after=0, line=20),
        Style("Conceptslot", size=12, before=0, after=20, line=120),
        Style("header", size=16, color=grey, after=0, tabs=(("right", 9070, ""),), borders=_border("bottom", 4, rule, 6)),
        Style("Kopregel", size=16, bold=True, color=look.warning, before=0, after=0, align="center"),
        Style("footer", size=16, color=grey, after=0, tabs=(("center", 4535, ""), ("right", 9070, ""))),
    )  # fmt: skip


_ON_OFF = {True: "<w:b/><w:bCs/>", False: '<w:b w:val="0"/><w:bCs w:val="0"/>', None: ""}


def paragraph_style(style: Style, numbering: str) -> str:
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    following = f'<w:next w:val="{style_id(style.following)}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(style.name)}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style_id(style.based_on)}"/>{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph(style, numbering)}</w:pPr><w:rPr>{_run(style)}</w:rPr></w:style>"
    )


def _paragraph(style: Style, numbering: str) -> str:
    tabs = "".join(
        f'<w:tab w:val="{kind}"{f" w:leader={chr(34)}{leader}{chr(34)}" if leader else ""} w:pos="{position}"/>'
        for kind, position, leader in style.tabs
    )
    spacing = "".join(
        f' w:{name}="{value}"'
        for name, value in (("before", style.before), ("after", style.after), ("line", style.line or None))
        if value is not None
    )
    exact = style.name in {"Tabelslot", "Slotregel", "Conceptslot", "Ondertekening lijn", "toc 1"}
    rule = f' w:lineRule="{"exact" if exact else "auto"}"' if style.line else ""
    indent = "".join(
        f' w:{name}="{value}"'
        for name, value in (
            ("left", style.left),
            ("right", style.right or None),
            ("hanging", style.hanging or None),
        )
        if value is not None
    )
    return "".join(
        (
            "<w:keepNext/>" if style.keep_next else "",
            "<w:keepLines/>" if style.keep_lines else "",
            "<w:pageBreakBefore/>" if style.page_break else "",
            numbering,
            f"<w:pBdr>{style.borders}</w:pBdr>" if style.borders else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>' if style.shade else "",
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            f"<w:spacing{spacing}{rule}/>" if spacing else "",
            f"<w:ind{indent}/>" if indent else "",
            f'<w:jc w:val="{style.align}"/>' if style.align else "",
            "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>',
        )
    )


def _run(style: Style) -> str:
    return "".join(
        (
            _ON_OFF[style.bold],
            "<w:i/><w:iCs/>" if style.italic else "",
            "<w:caps/>" if style.caps else "",
            f'<w:color w:val="{style.color}"/>' if style.color else "",
            '<w:spacing w:val="10"/>' if style.caps else "",
            f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else "",
        )
    )
