"""What makes one bundled style differ from another: its font, colours and numbers. All else they share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the lists count; ``heading`` is how far an article's title stands from the margin."""

    article: str
    item: str
    sub_item: str
    second: str
    third: str
    recital: str
    heading: int


@dataclass(frozen=True, slots=True)
class Look:
    """``size`` in half points; ``contents``: how far the titles in the table of contents stand from the margin."""

    name: str
    font: str
    family: str
    numbers: Numbers
    size: int = 20
    line: int = 262
    accent: str = "1B3A57"
    grey: str = "5F6B76"
    tint: str = "EEF2F6"
    rule: str = "B8C2CC"
    shade: str = "E3E6EA"
    warning: str = "9A3B12"
    warning_tint: str = "FBF1EA"
    title_size: int = 48
    title_align: str = ""
    contents: int = 964
    panose: str = ""


MODERN = Look(
    name="modern",
    font="Calibri",
    family="swiss",
    panose="020F0502020204030204",
    numbers=Numbers("%1.", "(%3)", "(%4)", "(%2)", "(%3)", "%1.", 851),
)

# The no-break space stays in the references that Word makes of it.
KLASSIEK = Look(
    name="klassiek",
    font="Cambria",
    family="roman",
    panose="02040503050406030204",
    numbers=Numbers("Artikel\u00a0%1", "%3.", "%4.", "%2.", "%3.", "%1.", 1304),
    accent="222222",
    grey="595959",
    tint="F2F2F2",
    rule="A6A6A6",
    shade="E6E6E6",
    warning="7A1F1F",
    warning_tint="F8EFEF",
    title_size=42,
    title_align="center",
    contents=1021,
)

LOOKS = (MODERN, KLASSIEK)
