"""What a firm changed in the units it took over, and what the base changed since: told, and brought together."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.comparing import Piece, in_context, word_difference
from generator.diagnostics import MisuseError
from generator.frozen import dataclass
from generator.house_layer import Base, keep_base, kept_base, read_base, replaced_units
from generator.loading.units import Unit, matching, replacing
from generator.merging import Clash, merged
from generator.saving import save_bytes


@dataclass(frozen=True, slots=True)
class Change:
    """One unit: as it was taken over (None when that is not known), as it is below now, and the firm's own."""

    unit: Unit
    then: str | None
    now: str
    own: str

    @property
    def moved_on(self) -> bool:
        return self.then is not None and self.then != self.now


def changes(layer: Path, names: Sequence[str] = (), root: Path | None = None) -> list[Change]:
    """Of every unit that the layer replaces, or of those named. Raises MisuseError, LibraryError."""
    base = read_base(root)
    found = [
        Change(unit, kept_base(unit, layer), base.text(unit), own)
        for unit, own in replaced_units(base, layer)
    ]
    if not names:
        return found
    return [c for name in names for c in _named(name, found, base, layer)]


def _named(name: str, found: Sequence[Change], base: Base, layer: Path) -> list[Change]:
    unit = base.named(name)
    chosen = [c for c in found if matching((c.unit,), unit.name)]
    if not chosen:
        mend = f"Neem haar eerst over: zwartopwit bibliotheek kopieer {name}"
        raise MisuseError(f"In {layer} staat geen eigen versie van ‘{name}’.", mend)
    return chosen


def told(change: Change) -> Iterator[str]:
    """What is different, in words, for the screen."""
    unit = change.unit
    yield f"{unit.name} (versie {unit.version} in de bibliotheek)"
    start = change.then if change.then is not None else change.now
    yield from _part("uw wijziging:", (start, _without_mark(change)))
    if change.moved_on:
        yield from _part("de bibliotheek veranderde sindsdien:", (change.then or "", change.now))
    elif change.then is not None:
        yield "  de bibliotheek veranderde hier niets sinds u haar overnam"


def _part(title: str, texts: tuple[str, str]) -> Iterator[str]:
    old, new = texts
    if old.split() == new.split():
        yield f"  {title} geen"
        return
    yield f"  {title}"
    yield from (f"    {line}" for line in _changed_lines(old, new))


def _changed_lines(old: str, new: str) -> Iterator[str]:
    """A line each; of a line that changed its words side by side."""
    from difflib import SequenceMatcher

    a, b = old.split("\n"), new.split("\n")
    for op, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        for n in range(max(i2 - i1, j2 - j1)):
            before = a[i1 + n] if i1 + n < i2 else ""
            after = b[j1 + n] if j1 + n < j2 else ""
            line = " ".join(map(marked, in_context(word_difference(before, after))))
            if line:
                yield line


def marked(piece: Piece) -> str:
    if piece.gone:
        return f"[-{piece.text}-]"
    return f"[+{piece.text}+]" if piece.came else piece.text


# --- bringing together ------------------------------------------------------------------------------------------------


def update(change: Change, layer: Path, *, checked: bool) -> tuple[list[str], bool]:
    """Bring the base's changes into the firm's unit. What is told, and whether it is done.

    Where the two clash nothing is written, unless the user says he has looked (``checked``): then his own words stay,
    and they count as written against the base of now.
    """
    if not change.moved_on:
        return [f"{change.unit.name}: er is niets bij te werken"], True
    result = merged(change.then or "", _without_mark(change), change.now)
    if result.clashes and not checked:
        return [
            f"{change.unit.name}: hier botsen de twee",
            *_clashing(result.clashes),
            *_remedy(change),
        ], False
    text = _without_mark(change) if result.clashes else result.text
    _save(change, text, layer)
    return [f"{change.unit.name}: bijgewerkt naar versie {change.unit.version}"], True


def _remedy(change: Change) -> list[str]:
    return [
        f"  doe: pas uw tekst zo nodig aan, en zeg dan: zwartopwit bibliotheek bijwerken {change.unit.name} --bekeken"
    ]


def _clashing(clashes: Sequence[Clash]) -> Iterator[str]:
    for clash in clashes:
        yield from (f"    was:         {line}" for line in clash.old)
        yield from (f"    van u:       {line}" for line in clash.own)
        yield from (f"    bibliotheek: {line}" for line in clash.new)


def _without_mark(change: Change) -> str:
    """The firm's text as a change of the base's text: the mark of what it replaces left out."""
    old = f"vervangt: {change.unit.id}@"
    if change.unit.is_question and "{vervangt:" in change.own:
        head, _, rest = change.own.partition("{vervangt:")
        return f"{head}{{{rest.partition(', ')[2]}"
    return "\n".join(line for line in change.own.split("\n") if not line.strip().startswith(old))


def _save(change: Change, text: str, layer: Path) -> None:
    unit = change.unit
    path = layer / unit.path
    own = replacing(unit, text)
    if unit.is_question:
        whole = path.read_text("utf-8")
        own = whole.replace(_indented(change.own), _indented(own), 1)
    save_bytes(path, own.encode())
    keep_base(unit, change.now, layer)


def _indented(question: str) -> str:
    return "".join(f"  {line}\n" if line else "\n" for line in question.rstrip("\n").split("\n"))
