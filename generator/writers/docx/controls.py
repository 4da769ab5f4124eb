"""Fields to fill in on screen: a box to tick, a date, a text. On paper they print as a box or a line."""

from generator.writers.docx.xml import escape, number

_STATES = "".join(
    f'<w14:{state} w14:val="{sign}" w14:font="MS Gothic"/>'
    for state, sign in (("checkedState", "2612"), ("uncheckedState", "2610"))
)
_BOX_FONT = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>'
_CALENDAR = (
    '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/><w:storeMappedDataAs w:val="dateTime"/>'
    '<w:calendar w:val="gregorian"/></w:date>'
)
_LONGEST_NAME = 60


def box(key: str) -> str:
    """An empty box to tick on screen or paper. Never ticked here: that is the signatory's act."""
    ticks = f'<w14:checkbox><w14:checked w14:val="0"/>{_STATES}</w14:checkbox>'
    return _control(key, "", ticks, f"<w:r><w:rPr>{_BOX_FONT}</w:rPr><w:t>\u2610</w:t></w:r>")


def fill_in(key: str, label: str, runs: str) -> str:
    """A place to write that shows these runs until it is filled in; a date is picked from a calendar."""
    kind = _CALENDAR if "datum" in label.casefold() else "<w:text/>"
    return _control(key, label, kind, runs)


def _control(key: str, name: str, kind: str, runs: str) -> str:
    alias = f'<w:alias w:val="{escape(" ".join(name.split())[:_LONGEST_NAME])}"/>' if name else ""
    return (
        f'<w:sdt><w:sdtPr>{alias}<w:id w:val="{number(key) >> 1}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
    )
