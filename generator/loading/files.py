"""Finding and reading the content files of a library. Kept small: a cached start imports it too."""

import os
from collections.abc import Sequence
from pathlib import Path

FOLDERS = ("clauses", "questionnaires")
LONGEST = 200
HOUSE_STYLE = "clauses/stijl/"
RELEASE = "clauses/uitgave.json"
IN_A_LAYER = (*FOLDERS, "situaties")
"""A house layer may bring situations only."""


def content_root() -> Path:
    """The folder that holds ``clauses/`` and ``questionnaires/``: inside the installed package, else the checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "_bibliotheek"
    return packaged if packaged.is_dir() else package.parent


def named_library(root: Path, folders: Sequence[str] = FOLDERS) -> Path:
    """The folder a user names; raises MisuseError when it is no library, before a flood of missing files would."""
    if any((root / folder).is_dir() for folder in folders):
        return root
    from generator.diagnostics import MisuseError

    message = f"In '{root}' staat geen bibliotheek: er is geen map clauses en geen map questionnaires."
    above = next((p for p in root.absolute().parents if (p / FOLDERS[0]).is_dir()), None)
    raise MisuseError(message, f"Bedoelt u '{above}'?" if above else "Noem de map waar die twee in staan.")


def house_layers(named: Sequence[str] = ()) -> tuple[Path, ...]:
    """The layers that a user names; else those of ``ZWARTOPWIT_HUIS``; else ``./huis``, where there is one."""
    wanted = named or [n for n in os.environ.get("ZWARTOPWIT_HUIS", "").split(os.pathsep) if n]
    if wanted:
        return tuple(named_library(Path(name), IN_A_LAYER) for name in wanted)
    own = Path("huis")
    return (own,) if any((own / folder).is_dir() for folder in IN_A_LAYER) else ()


def inside(path: str) -> str:
    """The path within its own library: without the name of the house layer in front of it."""
    first, _, rest = path.partition("/")
    return path if first in FOLDERS else rest


def read_content(root: Path, layers: Sequence[Path] = ()) -> dict[str, bytes]:
    """Every content file under the root, by its path with forward slashes, in a fixed order.

    Those of a house layer follow, each layer's under the name of its folder: ``huis/clauses/backup/herstel.md``.
    """
    found = _content_of(root, "")
    for name, layer in zip(layer_names(layers), layers, strict=True):
        found.update(_content_of(layer, f"{name}/"))
    return found


def layer_names(layers: Sequence[Path]) -> list[str]:
    """What the layers are called: their folders, or with a number where two folders are called the same."""
    names: list[str] = []
    for layer in layers:
        name = layer.absolute().name or "huis"
        taken = name in names or name in FOLDERS
        names.append(f"{name}-{len(names) + 1}" if taken else name)
    return names


def _content_of(root: Path, label: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    try:
        for folder in FOLDERS:
            _read_folder(os.path.join(root, folder), label + folder, found)  # noqa: PTH118 - pathlib costs half the cached load
    except OSError as problem:
        from generator.diagnostics import OutputError

        place = str(problem.filename or root)
        raise OutputError(
            f"'{place if len(place) < LONGEST else root}' is niet te lezen.",
            "Kijk of u dit mag openen en of het geen snelkoppeling is die nergens of in een kring uitkomt.",
        ) from problem
    return dict(sorted(found.items()))


def _read_folder(folder: str, name: str, found: dict[str, bytes]) -> None:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith((".", "~")):
            continue
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            _read_folder(entry.path, path, found)
        elif not _is_remark(path):
            found[path] = _bytes_of(entry.path)


def _bytes_of(path: str) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        size = os.fstat(handle).st_size
        data = os.read(handle, size + 1)
        while more := os.read(handle, 1 << 20):
            data += more
        return data
    finally:
        os.close(handle)


def _is_remark(path: str) -> bool:
    """Word files of the house style, what the last release held, and ``clauses/WIJZIGINGEN.md`` and the like: for people."""
    return inside(path).startswith((HOUSE_STYLE, RELEASE)) or (
        path.endswith(".md") and path.rsplit("/", 1)[-1][:-3].isupper()
    )
