"""Which house style papers are made in: one of ours by name, or a Word file of the firm."""

from dataclasses import replace
from pathlib import Path

from generator.diagnostics import MisuseError, OutputError
from generator.frozen import dataclass
from generator.library import Library
from generator.loading.files import HOUSE_STYLE, content_root
from generator.numbering import MODERN, NumberingScheme

DEFAULT = "modern"
EXTENSION = ".docx"
SHEET = "lezen.css"
LIST_SHEET, SEARCH, MAP_SHEET = "bibliotheek.css", "zoeken.js", "kaart.css"


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


def reading_sheet(*more: str) -> str:
    """The style of what is read on screen, with what another kind of page adds to it."""
    return "\n".join(map(style_part, (SHEET, *more)))


def style_part(name: str) -> str:
    return read_style(content_root() / HOUSE_STYLE / name).decode("utf-8")


def read_style(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        message = f"'{path}' is niet te lezen."
        raise OutputError(message, "Kijk of het bestand er is en of u het mag openen.") from problem


# --- for who makes a house style ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Inspected:
    """``copy``: where the copy with comments stands, when there was something to say."""

    lines: tuple[str, ...]
    grave: bool
    copy: Path | None


def inspect(path: Path) -> Inspected:
    """Everything that is wrong with a firm's file, and a copy of it with a comment at each fault.

    Raises HouseStyleError for a file that is refused.
    """
    from generator.saving import save_bytes
    from generator.writers.docx import commented_copy, inspected, shown

    data = read_style(path)
    _frame, faults = inspected(data)
    if not faults:
        return Inspected((), grave=False, copy=None)
    copy = path.with_name(f"{path.stem}-nagekeken{EXTENSION}")
    save_bytes(copy, commented_copy(data, faults))
    return Inspected(shown(faults), grave=any(f.grave for f in faults), copy=copy)


def copied(name: str, target: Path) -> None:
    """One of ours as a file to start from; never over a file that is there."""
    from generator.saving import save_bytes

    style = house_style(name)
    if target.suffix.lower() != EXTENSION:
        raise MisuseError(
            f"‘{target}’ is geen naam voor een Word-bestand.", "Noem het bijvoorbeeld kantoor.docx."
        )
    if target.exists():
        raise MisuseError(f"Er is al een bestand ‘{target}’. Dat blijft staan.", "Kies een andere naam.")
    save_bytes(target, style.data)


def keep_in_profile(name: str, library: Library) -> None:
    """From now on papers are made in this style; one that cannot be used is refused first."""
    from generator import profile

    style = house_style(name)
    _ = style.scheme
    kept = style.name if style.name in bundled() else str(Path(name).absolute())
    profile.save(replace(profile.load(library), house_style=kept), library)


def bundled_faults() -> tuple[str, ...]:
    """What is wrong with our own."""
    from generator.writers.docx import HouseStyleError, inspected, shown

    lines: list[str] = []
    for name in bundled():
        try:
            faults = inspected(house_style(name).data)[1]
        except HouseStyleError as refused:
            faults = refused.faults
        lines += [f"huisstijl {name}: {line}" for line in shown(faults)]
    return tuple(lines)
