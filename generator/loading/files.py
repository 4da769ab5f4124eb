"""Finding and reading the content files of a library: path to bytes, bytes to text."""

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Position
from generator.loading.problems import Problems

FOLDERS = ("clauses", "questionnaires")
SUFFIXES = (".md", ".yaml")
HOUSE_STYLE = "clauses/stijl/"


def content_root() -> Path:
    """The folder that holds ``clauses/`` and ``questionnaires/``: inside the installed package, else the checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "_bibliotheek"
    return packaged if packaged.is_dir() else package.parent


def read_content(root: Path) -> dict[str, bytes]:
    """Every content file under the root, by its path with forward slashes, in a fixed order."""
    found: dict[str, bytes] = {}
    for folder in FOLDERS:
        _read_folder(os.path.join(root, folder), folder, found)  # noqa: PTH118 - pathlib costs half the cached load
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
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        size = os.fstat(handle).st_size
        data = os.read(handle, size + 1)
        while more := os.read(handle, 1 << 20):
            data += more
        return data
    finally:
        os.close(handle)


def _is_remark(path: str) -> bool:
    """Word files of the house style, and ``clauses/WIJZIGINGEN.md`` and the like: for people, named in capitals."""
    return path.startswith(HOUSE_STYLE) or path.endswith(".md") and path.rsplit("/", 1)[-1][:-3].isupper()


def read_texts(content: Mapping[str, bytes], problems: Problems) -> dict[str, str]:
    """The text of every file: UTF-8, NFC, line ends as ``\\n``. What cannot be read is reported and left out."""
    texts: dict[str, str] = {}
    for path, data in content.items():
        text = _text_of(path, data, problems)
        if text is not None:
            texts[path] = text
    return texts


def _text_of(path: str, data: bytes, problems: Problems) -> str | None:
    if not path.endswith(SUFFIXES):
        problems.add(
            "onbekend-bestand",
            f"het bestand '{path}' heeft hier geen betekenis",
            "geef het de uitgang .md of .yaml, of haal het weg",
            Position(path),
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.add(
            "geen-utf8",
            "dit bestand is geen tekst in UTF-8",
            "bewaar het bestand opnieuw als UTF-8",
            Position(path, line),
        )
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    problems.know_text(path, text)
    return text if _is_plain(path, text, problems) else None


def _is_plain(path: str, text: str, problems: Problems) -> bool:
    """No tabs, control characters, direction marks or private-use characters: they are invisible or ours."""
    plain = True
    for number, line in enumerate(text.split("\n"), 1):
        strange = next((i for i, c in enumerate(line) if _is_strange(c)), None)
        if strange is None:
            continue
        plain = False
        position = Position(path, number, strange + 1)
        if line[strange] == "\t":
            problems.add("tab", "hier staat een tab", "gebruik spaties in plaats van een tab", position)
        else:
            code = f"U+{ord(line[strange]):04X}"
            problems.add(
                "vreemd-teken",
                f"hier staat een onzichtbaar of voorbehouden teken ({code})",
                "haal het teken weg",
                position,
            )
    return plain


def _is_strange(character: str) -> bool:
    return character != " " and unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
