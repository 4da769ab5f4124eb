"""Which layer won: what each house layer brings over the library, what that replaces, and against which version."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.frozen import dataclass
from generator.house_layer import Base, read_base
from generator.library import Library
from generator.loading.files import inside, layer_names, read_content
from generator.loading.layout import LISTS
from generator.loading.load import load_library
from generator.loading.problems import Problems
from generator.loading.texts import read_texts
from generator.loading.units import Unit, text_of, units_of
from generator.situation_files import SITUATIONS


@dataclass(frozen=True, slots=True)
class LayerUnit:
    """A unit that a layer brings. ``below``: the version it lies over, None for a new unit; ``written_for``: that named."""

    layer: str
    kind: str
    id: str
    version: int
    place: str
    below: int | None
    written_for: int | None


def layer_units(layers: Sequence[Path], root: Path | None = None) -> list[LayerUnit]:
    """Layer by layer, in the order of their files."""
    if not layers:
        return []
    base, library = read_base(root), load_library(root, layers)
    return [
        u
        for name, layer in zip(layer_names(layers), layers, strict=True)
        for u in _of(name, layer, library, base)
    ]


def _of(name: str, layer: Path, library: Library, base: Base) -> Iterator[LayerUnit]:
    texts = read_texts(read_content(layer), Problems())
    below = {u.name: u.version for u in base.units}
    files = [u for u in units_of(texts, library) if not u.is_question]
    for unit in (*files, *_questions(name, library)):
        mark = re.search(rf"vervangt:\s*[\"']?{re.escape(unit.id)}@(\d+)", text_of(unit, texts))
        place = f"{name}/{unit.path}"
        yield LayerUnit(
            name,
            unit.kind,
            unit.id,
            unit.version,
            place,
            below.get(unit.name),
            int(mark[1]) if mark else None,
        )


def _questions(name: str, library: Library) -> Iterator[Unit]:
    for section in (*library.sections.values(), library.decision):
        for q in section.questions:
            if q.position.path.startswith(f"{name}/"):
                path = inside(q.position.path)
                yield Unit("vraag", f"{section.id}.{q.id}", q.version, path, q.position.line)


def replacing(unit: LayerUnit | None) -> str:
    """What is said behind a place: which version this lies over."""
    if unit is None:
        return ""
    if unit.below is None:
        return "; nieuw in deze laag"
    moved = (
        f", geschreven tegen versie {unit.written_for}" if unit.written_for not in {None, unit.below} else ""
    )
    return f"; vervangt versie {unit.below} van de bibliotheek{moved}"


def origins_of_library(layers: Sequence[Path], root: Path | None = None) -> Iterator[str]:
    library = load_library(root, layers)
    yield f"bibliotheek {library.name}, versie {library.version} (rechtsstand {library.law_date})"
    if not layers:
        yield "  Er ligt geen eigen laag over. Neem er iets in over met: zwartopwit bibliotheek kopieer EENHEID"
        return
    units = layer_units(layers, root)
    for name, layer in zip(layer_names(layers), layers, strict=True):
        yield ""
        yield f"laag {name} ({layer})"
        own = [u for u in units if u.layer == name]
        yield from (f"  {u.kind} {u.id}, versie {u.version}  ({u.place}{replacing(u)})" for u in own)
        yield from (f"  vult aan: {path}" for path in sorted(read_content(layer)) if path in LISTS)
        yield from _situations(layer)
    yield ""
    yield f"Al het andere komt uit de bibliotheek: {_rest(root, units)} eenheden."


def _situations(layer: Path) -> Iterator[str]:
    count = len(list((layer / SITUATIONS).glob("*.yaml")))
    yield f"  {count} {'eigen situatie' if count == 1 else 'eigen situaties'}"


def _rest(root: Path | None, units: Sequence[LayerUnit]) -> int:
    return len(read_base(root).units) - sum(u.below is not None for u in units)
