"""A firm's own layer on disk: units copied into it, and what was copied kept beside it, to see later who changed what."""

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import MisuseError
from generator.frozen import dataclass
from generator.library import Library
from generator.loading.files import content_root, inside, read_content
from generator.loading.load import load_library
from generator.loading.problems import Problems, nearest
from generator.loading.texts import read_texts
from generator.loading.units import Unit, matching, replacing, text_of, units_of
from generator.saving import save_bytes

KEPT = ".basis"
"""In the layer: each unit as it was below when it was copied. A hidden folder, so no part of the layer's content."""


@dataclass(frozen=True, slots=True)
class Base:
    """The library below the layers: its texts and units. ``root``: None for the one that comes with the program."""

    root: Path | None
    library: Library
    texts: dict[str, str]
    units: tuple[Unit, ...]

    def named(self, written: str) -> Unit:
        """Raises MisuseError when it is no unit, or more than one."""
        found = matching(self.units, written)
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(u.name for u in found)
            raise MisuseError(f"‘{written}’ kan meer zijn.", f"Kies uit: {names}.")
        near = nearest(written, [n for u in self.units for n in (u.id, u.name)])
        mend = f"Bedoelt u ‘{near}’?" if near else "Kijk in zwartopwit bibliotheek lijst hoe hij heet."
        raise MisuseError(f"Er is geen ‘{written}’ in de bibliotheek.", mend)

    def text(self, unit: Unit) -> str:
        return text_of(unit, self.texts)


def read_base(root: Path | None = None) -> Base:
    library = load_library(root)
    texts = read_texts(read_content(root or content_root()), Problems())
    return Base(root, library, texts, units_of(texts, library))


def copy_units(names: Sequence[str], layer: Path, root: Path | None = None) -> list[Path]:
    """Each unit into the layer, with what it replaces; the files written. Raises MisuseError before writing any."""
    base = read_base(root)
    units = [base.named(name) for name in names]
    for unit in units:
        if is_there(unit, layer):
            raise MisuseError(
                f"‘{unit.id}’ staat al in {layer}.",
                f"Pas {layer / unit.path} aan, of haal het daar eerst weg.",
            )
    return [_copy(unit, base, layer) for unit in units]


def is_there(unit: Unit, layer: Path) -> bool:
    path = layer / unit.path
    if not path.exists():
        return False
    return not unit.is_question or f"vervangt: {unit.id}@" in path.read_text("utf-8")


def _copy(unit: Unit, base: Base, layer: Path) -> Path:
    text = base.text(unit)
    path = layer / unit.path
    keep_base(unit, text, layer)
    own = replacing(unit, text)
    if unit.is_question:
        own = _in_section(unit, own, path)
    _write(path, own)
    return path


def _in_section(unit: Unit, question: str, path: Path) -> str:
    """The question first among those that the layer's section file has, in a new file if there is none."""
    indented = "".join(f"  {line}\n" if line else "\n" for line in question.rstrip("\n").split("\n"))
    if not path.exists():
        return f"rubriek: {unit.id.partition('.')[0]}\nvragen:\n{indented}"
    text = path.read_text("utf-8")
    if "\nvragen:\n" not in text:
        return f"{text.rstrip()}\nvragen:\n{indented}"
    return text.replace("\nvragen:\n", f"\nvragen:\n{indented}", 1)


def keep_base(unit: Unit, text: str, layer: Path) -> None:
    _write(_kept_path(unit, layer), text)


def kept_base(unit: Unit, layer: Path) -> str | None:
    """The unit as it was below when the layer took it over; None for a unit that was written by hand."""
    path = _kept_path(unit, layer)
    return path.read_text("utf-8") if path.exists() else None


def _kept_path(unit: Unit, layer: Path) -> Path:
    if not unit.is_question:
        return layer / KEPT / unit.path
    return layer / KEPT / unit.path / f"{unit.id.partition('.')[2]}.yaml"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_bytes(path, text.encode())


def replaced_units(base: Base, layer: Path) -> list[tuple[Unit, str]]:
    """What the layer replaces: the unit of the base, and the layer's own text of it."""
    library = load_library(base.root, [layer])
    content = {inside(p): data for p, data in read_content(layer).items()}
    texts = read_texts(content, Problems())
    own = _own_units(library, texts)
    return [(unit, text_of(own[unit.name], texts)) for unit in base.units if unit.name in own]


def _own_units(library: Library, texts: dict[str, str]) -> dict[str, Unit]:
    files = {u.name: u for u in units_of(texts, library) if not u.is_question}
    for section in (*library.sections.values(), library.decision):
        for q in section.questions:
            if q.position.path != inside(q.position.path):
                path = inside(q.position.path)
                unit = Unit("vraag", f"{section.id}.{q.id}", q.version, path, q.position.line)
                files[unit.name] = unit
    return files
