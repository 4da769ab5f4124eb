"""``vergelijk``: two versions of papers, from answers, a case, a making or Word files; per paper what changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import app
from generator.casefile import DOCUMENTS, find
from generator.comparing import Difference, Status, compared
from generator.diagnostics import MisuseError
from generator.frozen import dataclass
from generator.reading_back import word_bytes
from generator.returned_paper import Returned, outside
from generator.saving import add_files

if TYPE_CHECKING:
    from generator.writers.docx.opening import WordFile

_MAKING = re.compile(r"(?P<case>.+?)[/\\](?:stukken[/\\])?(?P<number>\d{1,6})[/\\]?")
_NOBODY = "zwartopwit"


@dataclass(frozen=True, slots=True)
class Compared:
    """One paper in two versions; ``redline`` is None when nothing changed. ``only`` names the side that alone has it."""

    name: str
    differences: tuple[Difference, ...] = ()
    frame: tuple[Difference, ...] = ()
    redline: bytes | None = None
    only: str = ""
    unmarked: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        return bool(self.only or self.frame or any(d.status is not Status.SAME for d in self.differences))


def compare(old: str, new: str, chosen: app.Settings, only: str | None) -> tuple[Compared, ...]:
    """Paper by paper, in the order of their names; ``only`` is the one paper that is wanted."""
    before, after = _versions(old, new, chosen)
    if len(before) == 1 or len(after) == 1:
        before, after = _same_paper(before, after)
    names = sorted(before.keys() | after.keys())
    if only and only not in names:
        raise MisuseError(f"Het stuk ‘{only}’ staat er niet bij.", f"Kies uit: {', '.join(names)}.")
    moment = f"{chosen.today.isoformat()}T00:00:00Z"
    return tuple(_compared(n, before.get(n), after.get(n), moment) for n in names if not only or n == only)


def write(results: tuple[Compared, ...], out: str) -> tuple[Path, ...]:
    """One Word file per paper that changed; to one file when ``out`` is its name, else into that folder."""
    made = {r.name: r.redline for r in results if r.redline is not None}
    target = Path(out)
    if target.suffix.lower() != ".docx":
        files = {f"{name}-wijzigingen.docx": data for name, data in made.items()}
        if files:
            add_files(target, files)
        return tuple(target / name for name in files)
    if len(made) > 1:
        raise MisuseError(
            f"Er zijn {len(made)} stukken veranderd. Die passen niet in één bestand.",
            f"Kies één stuk met --stuk ({', '.join(made)}), of noem een map achter --uit.",
        )
    for data in made.values():
        add_files(target.parent, {target.name: data})
    return (target,) if made else ()


# --- what the user named ------------------------------------------------------------------------------------------


def _versions(old: str, new: str, chosen: app.Settings) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Of two answers files the second names both: else every paper differs in its reference."""
    works = [None if _on_paper(t, chosen) else app.opened(t, chosen) for t in (old, new)]
    first, second = works
    if first is not None and second is not None and not (first.folder and second.folder):
        named = first if first.folder else second
        works = [replace(w, name=named.name, folder=named.folder) for w in (first, second)]
    sides = [
        _files(text, chosen) if work is None else _written(work)
        for text, work in zip((old, new), works, strict=True)
    ]
    for text, side in zip((old, new), sides, strict=True):
        if not side:
            raise MisuseError(f"Bij ‘{text}’ horen geen Word-stukken.", "Kies een ander dossier of bestand.")
    return sides[0], sides[1]


def _on_paper(text: str, chosen: app.Settings) -> bool:
    """Whether it names Word files that are there, and not answers."""
    path = Path(text)
    if path.suffix.lower() in {".docx", ".docm", ".dotx"}:
        return True
    return _folder_of(text, chosen) is not None


def _folder_of(text: str, chosen: app.Settings) -> Path | None:
    path = Path(text)
    if path.is_dir() and any(path.glob("*.docx")):
        return path
    found = _MAKING.fullmatch(text)
    if found is None or path.exists():
        return None
    folder = find(chosen.cases, found["case"])
    number = int(found["number"])
    if number not in folder.makings():
        known = ", ".join(str(n) for n in folder.makings()) or "geen"
        raise MisuseError(f"Dossier {folder.number} heeft geen stukken {number}.", f"Wel zijn er: {known}.")
    return folder.path / DOCUMENTS / f"{number:04d}"


def _files(text: str, chosen: app.Settings) -> dict[str, bytes]:
    folder = _folder_of(text, chosen)
    if folder is None:
        return {Path(text).stem: word_bytes(text)}
    return {p.stem: word_bytes(str(p)) for p in sorted(folder.glob("*.docx"))}


def _written(work: app.Work) -> dict[str, bytes]:
    """What the case would give now, without what is for the supplier only."""
    papers = app.papers_of(work).documents
    made = app.files_of(work, [d for d in papers if not d.internal])
    return {Path(n).stem: data for n, data in made.papers.items() if n.endswith(".docx")}


def _same_paper(
    before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """One file against a set: against the paper of the set that it is. Two files: those two."""
    if len(before) == len(after) == 1:
        name = next(iter(after))
        return {name: next(iter(before.values()))}, dict(after)
    one, many = (before, after) if len(before) == 1 else (after, before)
    name, data = next(iter(one.items()))
    marks = _marks(data)
    alike = max(many, key=lambda n: (len(marks & _marks(many[n])), n == name))
    if not marks & _marks(many[alike]):
        raise MisuseError(f"‘{name}’ lijkt op geen van de stukken.", f"Kies uit: {', '.join(many)}.")
    pair = {alike: data}, {alike: many[alike]}
    return pair if one is before else (pair[1], pair[0])


def _marks(data: bytes) -> set[str]:
    return {u.mark for u in _read(data)[1].units if u.mark}


def _read(data: bytes) -> "tuple[WordFile, Returned]":
    from generator.writers.docx.opening import opened
    from generator.writers.docx.returned import returned, with_labels

    file = opened(data)
    return file, with_labels(returned(file), file)


# --- one paper ----------------------------------------------------------------------------------------------------


def _compared(name: str, old: bytes | None, new: bytes | None, moment: str) -> Compared:
    from generator.writers.docx.redlining import Revision, redlined

    if old is None or new is None:
        return Compared(name, only="B" if old is None else "A")
    (before, was), (after, now) = _read(old), _read(new)
    found = Compared(
        name,
        compared(was.units, now.units),
        outside(was, now),
        unmarked=tuple(_unmarked(before, after)),
    )
    if not found.changed:
        return found
    return replace(found, redline=redlined(old, new, Revision(_author(after), moment), name))


def _author(file: "WordFile") -> str:
    core = file.tree("docProps/core.xml")
    names = [] if core is None else [e.text for e in core if str(e.tag).endswith("}creator")]
    return next((n for n in names if n), _NOBODY)


def _unmarked(before: "WordFile", after: "WordFile") -> Iterator[str]:
    """Word tracks no changes in what stands on every page; so it is told."""
    for kind, word in (("header", "kopregel"), ("footer", "voetregel")):
        sides = [sorted(_texts(f, kind)) for f in (before, after)]
        if sides[0] != sides[1]:
            yield word


def _texts(file: "WordFile", kind: str) -> Iterator[str]:
    for name in file.parts:
        if re.fullmatch(rf"word/{kind}\d*\.xml", name) and (tree := file.tree(name)) is not None:
            yield " ".join("".join(str(t) for t in tree.itertext()).split())
