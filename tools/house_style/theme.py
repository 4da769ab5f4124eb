"""The theme part: the house colours and font in Word's own palette."""

from tools.house_style.look import Look

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _colors(look: Look) -> str:
    colors = (
        ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", look.accent), ("lt2", look.tint), ("accent1", look.accent),
        ("accent2", look.grey), ("accent3", look.rule), ("accent4", look.warning), ("accent5", look.shade),
        ("accent6", "3E6A91"), ("hlink", look.accent), ("folHlink", look.grey),
    )  # fmt: skip
    return "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors)


def theme_xml(look: Look) -> str:
    name = look.name.capitalize()
    font = f'<a:latin typeface="{look.font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_A}" name="{name}"><a:themeElements><a:clrScheme name="{name}">{_colors(look)}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
