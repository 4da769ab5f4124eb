"""The style sheet part: defaults, paragraph, character and table styles."""

from tools.house_style.look import Look
from tools.house_style.numbering import list_of
from tools.house_style.styles import W, paragraph_style, style_id, styles

_LANGUAGE = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'


def _defaults(look: Look) -> str:
    font = "".join(f' w:{script}="{look.font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{font}/><w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'
        f"{_LANGUAGE}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="90" w:line="{look.line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
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


def _characters(look: Look) -> str:
    return (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Invulveld"><w:name w:val="Invulveld"/><w:qFormat/>'
        f'<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="{style_id("annotation reference")}">'
        '<w:name w:val="annotation reference"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
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


def _head(look: Look) -> str:
    return (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{_rule('top', 8, look.accent)}{_rule('bottom', 6, look.accent)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.tint}"/></w:tcPr></w:tblStylePr>'
    )


def _tables(look: Look) -> str:
    between = _rule("insideH", 4, look.rule)
    ruled = _rule("top", 6, look.rule) + _rule("bottom", 8, look.accent) + between
    return (
        _table("Huistabel", ruled, _head(look))
        + _table("Schrijftabel", _rule("bottom", 4, look.rule) + between)
        + _table("Ondertekentabel", "", left=0)
        + _table("Concepttabel", _rule("left", 24, look.warning), shade=look.warning_tint, left=170)
    )


def _numbering(style: str) -> str:
    place = list_of(style)
    if place is None:
        return ""
    list_id, level = place
    return f'<w:numPr>{f"<w:ilvl w:val={chr(34)}{level}{chr(34)}/>" if level else ""}<w:numId w:val="{list_id}"/></w:numPr>'


def styles_xml(look: Look) -> str:
    paragraphs = "".join(paragraph_style(s, _numbering(s.name)) for s in styles(look))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{W}">{_defaults(look)}{_BASE}'
        f"{paragraphs}{_characters(look)}{_tables(look)}</w:styles>"
    )
