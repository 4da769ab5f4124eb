"""Which house style papers are made in: one of ours by name, or a Word file of the firm."""

from pathlib import Path

from generator.diagnostics import MisuseError, OutputError
from generator.frozen import dataclass
from generator.loading.files import HOUSE_STYLE, content_root
from generator.numbering import MODERN, NumberingScheme

DEFAULT = "modern"
EXTENSION = ".docx"
SHEET = "lezen.css"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """``name`` is what the user calls it; ``data`` the Word file. ``sheet`` is the CSS of a paper to read."""

    name: str
    data: bytes
    sheet: str = ""

    @property
    def scheme(self) -> NumberingScheme:
        """How it counts. That of the default is known; to read another takes the reader of Word files."""
        if self.name == DEFAULT:
            return MODERN
        from generator.writers.docx import scheme_of

        return scheme_of(self.data)


def bundled() -> tuple[str, ...]:
    """The names of our own, the default first."""
    names = {f.stem for f in (content_root() / HOUSE_STYLE).glob(f"*{EXTENSION}")}
    return (DEFAULT, *sorted(names - {DEFAULT}))


def house_style(asked: str | None, from_profile: str = "") -> HouseStyle:
    """What was asked for, else what the profile says, else ours; raises MisuseError when there is no such thing."""
    name = asked if asked is not None else from_profile or DEFAULT
    if name in bundled():
        return HouseStyle(
            name, read_style(content_root() / HOUSE_STYLE / f"{name}{EXTENSION}"), reading_sheet()
        )
    path = Path(name)
    if path.suffix.lower() != EXTENSION:
        remedy = f"Kies uit: {', '.join(bundled())}. Of noem een Word-bestand, bijvoorbeeld kantoor.docx."
        raise MisuseError(f"Er is geen huisstijl ‘{name}’.", remedy)
    return HouseStyle(name, read_style(path), reading_sheet())


def reading_sheet() -> str:
    return read_style(content_root() / HOUSE_STYLE / SHEET).decode("utf-8")


def read_style(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        message = f"'{path}' is niet te lezen."
        raise OutputError(message, "Kijk of het bestand er is en of u het mag openen.") from problem
