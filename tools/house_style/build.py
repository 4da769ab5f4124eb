"""``python -m tools.house_style.build`` writes the bundled house styles, in ``clauses/stijl/``."""

from pathlib import Path

from generator.writers.docx.package import written
from tools.house_style.frame import R, document_xml, footer, header
from tools.house_style.look import LOOKS, Look
from tools.house_style.numbering import numbering_xml
from tools.house_style.sheet import styles_xml
from tools.house_style.styles import W
from tools.house_style.theme import theme_xml

FOLDER = Path(__file__).resolve().parents[2] / "clauses" / "stijl"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME = "application/vnd.openxmlformats-officedocument.theme"
_PARTS = (
    ("rId1", "styles", "styles.xml", "styles"),
    ("rId2", "numbering", "numbering.xml", "numbering"),
    ("rId3", "settings", "settings.xml", "settings"),
    ("rId4", "fontTable", "fontTable.xml", "fontTable"),
    ("rId5", "theme", "theme/theme1.xml", "theme"),
    ("rId10", "header", "header1.xml", "header"),
    ("rId11", "header", "header2.xml", "header"),
    ("rId12", "footer", "footer1.xml", "footer"),
    ("rId13", "footer", "footer2.xml", "footer"),
)


def _settings() -> str:
    uri = 'w:uri="http://schemas.microsoft.com/office/word"'
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" {uri} w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{_HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts(look: Look) -> str:
    return (
        f'{_HEAD}<w:fonts xmlns:w="{W}"><w:font w:name="{look.font}"><w:panose1 w:val="{look.panose}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{look.family}"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_THEME if kind == "theme" else f"{_OFFICE}.{kind}"}+xml"/>'
        for _, _, name, kind in _PARTS
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>{overrides}</Types>'
    )


def _relations(entries: list[tuple[str, str, str]]) -> str:
    body = "".join(
        f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in entries
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def build(look: Look) -> bytes:
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations([(i, kind, target) for i, kind, target, _ in _PARTS]),
        "word/document.xml": document_xml(),
        "word/styles.xml": styles_xml(look),
        "word/numbering.xml": numbering_xml(look),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(look),
        "word/theme/theme1.xml": theme_xml(look),
        "word/header1.xml": header(look, first=False),
        "word/header2.xml": header(look, first=True),
        "word/footer1.xml": footer(),
        "word/footer2.xml": footer(),
    }
    return written({name: content.encode("utf-8") for name, content in parts.items()})


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for known in LOOKS:
        (FOLDER / f"{known.name}.docx").write_bytes(build(known))
