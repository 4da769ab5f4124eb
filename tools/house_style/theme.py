"""The theme part: the house colours and font in Word's own palette."""

from tools.house_style.styles import BLUE, GREY, RULE, SHADE, TINT, WARNING

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLORS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", BLUE), ("lt2", TINT), ("accent1", BLUE), ("accent2", GREY), ("accent3", RULE),
    ("accent4", WARNING), ("accent5", SHADE), ("accent6", "3E6A91"), ("hlink", BLUE), ("folHlink", GREY),
)  # fmt: skip
_FONT = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml() -> str:
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_A}" name="Modern"><a:themeElements><a:clrScheme name="Modern">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Modern"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Modern"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
