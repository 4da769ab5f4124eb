"""The frame: front page, letterhead, headers and footers, with the places that the program fills.

``{%p …%}`` stands alone in a paragraph that disappears; ``{{p …}}`` is a paragraph that becomes blocks.
"""

from tools.house_style.look import Look
from tools.house_style.styles import W, style_id

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_V = "urn:schemas-microsoft-com:vml"
_O = "urn:schemas-microsoft-com:office:office"
_W10 = "urn:schemas-microsoft-com:office:word"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="{_V}" xmlns:o="{_O}" xmlns:w10="{_W10}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)


def p(style: str, text: str, properties: str = "") -> str:
    content = "".join(
        "<w:r><w:tab/></w:r>" if piece == "\t" else f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for piece in _split(text)
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{properties}</w:pPr>{content}</w:p>'


def _split(text: str) -> list[str]:
    pieces = text.split("\t")
    return [x for n, piece in enumerate(pieces) for x in (["\t", piece] if n else [piece]) if x]


def when(condition: str, *content: str) -> str:
    return f"{p('Tekst', f'{{%p if {condition} %}}')}{''.join(content)}{p('Tekst', '{%p endif %}')}"


def each(loop: str, *content: str) -> str:
    return f"{p('Tekst', f'{{%p for {loop} %}}')}{''.join(content)}{p('Tekst', '{%p endfor %}')}"


def blocks(name: str) -> str:
    return p("Tekst", f"{{{{p {name} }}}}")


def number_field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _box(*content: str) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id("Concepttabel")}"/><w:tblW w:w="9070" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0400"/></w:tblPr><w:tblGrid><w:gridCol w:w="9070"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9070" w:type="dxa"/></w:tcPr>{"".join(content)}</w:tc></w:tr></w:tbl>'
    )


_CONCEPT = when(
    "concept",
    _box(
        p("Conceptkop", "CONCEPT – dit stuk kan nog niet de deur uit"),
        each("reden in concept", p("Conceptreden", "–\t{{ reden }}")),
        p("Conceptslot", ""),
    ),
    p("Conceptslot", ""),
)

# A break inside a paragraph needs room on the full page; a paragraph that starts a page does not.
_PAGE_BREAK = p("Slotregel", "", "<w:pageBreakBefore/>")

_CONTRACT = when(
    'vorm == "overeenkomst"',
    p("Voorblad bovenschrift", "{{ afzender }}"),
    p("Tekst", "{{p titelregel }}"),
    p("Voorblad kenmerk", "Kenmerk {{ kenmerk }}"),
    _CONCEPT,
    blocks("voorblad"),
    when("voorblad", _PAGE_BREAK),
    when("inhoud", p("Inhoudskop", "Inhoud"), blocks("inhoud"), p("Tabelslot", "")),
)

_LETTER = when(
    'vorm == "brief"',
    p("Briefhoofd", "{{ afzender }}"),
    p("Briefkenmerk", "Ons kenmerk: {{ kenmerk }}"),
    _CONCEPT,
    blocks("adressering"),
    p("Onderwerp", "Betreft: {{ titel }}"),
)

_SHORT = when(
    'vorm in ["verklaring", "rapport"]',
    p("Bovenschrift", "{{ afzender }}"),
    p("Titel klein", "{{ titel }}"),
    p("Kenmerkregel", "Kenmerk {{ kenmerk }}"),
    _CONCEPT,
    blocks("voorblad"),
    blocks("adressering"),
)

_EMAIL = when('vorm == "email"', _CONCEPT, blocks("adressering"), p("Onderwerp", "Onderwerp: {{ titel }}"))

_BODY = (
    when("partijen_kop", p("Kop", "Partijen"))
    + blocks("partijen")
    + when("overwegingen_kop", p("Kop", "Overwegingen"))
    + blocks("overwegingen")
    + blocks("artikelen")
    + when("bijlagen", _PAGE_BREAK, blocks("bijlagen"))
    + when("ondertekening_kop and bijlagen", p("Slotkop", "Ondertekening"))
    + when("ondertekening_kop and not bijlagen", p("Kop", "Ondertekening"))
    + blocks("ondertekening")
    + blocks("handtekeningen")
)

_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:headerReference w:type="first" r:id="rId11"/>'
    '<w:footerReference w:type="default" r:id="rId12"/><w:footerReference w:type="first" r:id="rId13"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1474" w:right="1418" w:bottom="1304" w:left="1418" w:header="737" '
    'w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
)

_SHAPE_TYPE = (
    ' coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
    '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)


def _watermark(look: Look, number: int, word: str) -> str:
    """The word across the page, as Word itself makes it; LibreOffice shows it too."""
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136_{number}"{_SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136_{number}" alt="{word}" style="position:absolute;margin-left:0;'
        "margin-top:0;width:430pt;height:108pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" '
        'o:allowincell="f" fillcolor="#e9ecef" stroked="f"><v:fill opacity=".6"/>'
        f'<v:textpath style="font-family:&quot;{look.font}&quot;;font-size:1pt" string="{word}"/>'
        '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )


def _mark(look: Look, number: int, condition: str, text: str, word: str) -> str:
    line = p("Kopregel", text).replace("</w:p>", f"{_watermark(look, number, word)}</w:p>")
    return when(condition, line)


def _marks(look: Look, number: int) -> str:
    return (
        _mark(look, number, "concept", "CONCEPT – nog niet tekenen of versturen", "CONCEPT")
        + _mark(look, number + 1, "intern and not concept", "INTERN – niet voor de klant", "INTERN")
        + when("intern and concept", p("Kopregel", "INTERN – niet voor de klant"))
    )


def header(look: Look, *, first: bool) -> str:
    line = "" if first else p("header", "{{ korte_titel }}\t{{ kenmerk }}")
    return _part("hdr", line + _marks(look, 10 if first else 20) + ("" if line else p("Conceptslot", "")))


def footer() -> str:
    pages = (
        f'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Pagina </w:t></w:r>{number_field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> van </w:t></w:r>{number_field("NUMPAGES")}'
    )
    initials = p("footer", "{{ afzender }}\tParaaf: ____________ / ____________").replace(
        "</w:p>", f"{pages}</w:p>"
    )
    without = p("footer", "{{ afzender }}\t").replace("</w:p>", f"{pages}</w:p>")
    return _part("ftr", when("paraaf", initials) + when("not paraaf", without))


def _part(element: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{element} {NAMESPACES}>{content}</w:{element}>'


def document_xml() -> str:
    content = f"<w:body>{_CONTRACT}{_LETTER}{_SHORT}{_EMAIL}{_BODY}{_SECTION}</w:body>"
    return _part("document", content)
