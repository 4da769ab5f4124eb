"""The style sheet part: defaults, paragraph, character and table styles."""

from tools.house_style.numbering import list_of
from tools.house_style.styles import (
    BLUE,
    RULE,
    SHADE,
    STYLES,
    TINT,
    WARNING,
    WARNING_TINT,
    W,
    paragraph_style,
    style_id,
)

_FONT = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
_LANGUAGE = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'

_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="21"/><w:szCs w:val="21"/>{_LANGUAGE}</w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)

_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Standaardalinea-lettertype">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="Geenlijst"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)  # fmt: skip

_CHARACTERS = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="Invulveld"><w:name w:val="Invulveld"/><w:qFormat/>'
    f'<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:rPr></w:style>'
)


def _rule(side: str, size: int, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'


def _table(name: str, borders: str, head: str = "", left: int = 108, shade: str = "") -> str:
    margins = (
        f'<w:tblCellMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    )
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    fill = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/></w:tcPr>' if shade else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Standaardtabel"/><w:qFormat/><w:tblPr>{lines}{margins}</w:tblPr>{fill}{head}</w:style>'
    )


_HEAD = (
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    f"{_rule('top', 8, BLUE)}{_rule('bottom', 6, BLUE)}</w:tcBorders>"
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
)

_TABLES = (
    _table("Huistabel", _rule("top", 6, RULE) + _rule("bottom", 8, BLUE) + _rule("insideH", 4, RULE), _HEAD)
    + _table("Schrijftabel", _rule("bottom", 4, RULE) + _rule("insideH", 4, RULE))
    + _table("Ondertekentabel", "", left=0)
    + _table("Concepttabel", _rule("left", 24, WARNING), shade=WARNING_TINT, left=170)
)


def _numbering(style: str) -> str:
    place = list_of(style)
    if place is None:
        return ""
    list_id, level = place
    return f'<w:numPr>{f"<w:ilvl w:val={chr(34)}{level}{chr(34)}/>" if level else ""}<w:numId w:val="{list_id}"/></w:numPr>'


def styles_xml() -> str:
    paragraphs = "".join(paragraph_style(s, _numbering(s.name)) for s in STYLES)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{W}">{_DEFAULTS}{_BASE}{paragraphs}'
        f"{_CHARACTERS}{_TABLES}</w:styles>"
    )
