"""The bytes of content files to text: UTF-8, one form, nothing invisible."""

import unicodedata
from collections.abc import Mapping

from generator.diagnostics import Position
from generator.loading.problems import Problems

SUFFIXES = (".md", ".yaml", "/woordenlijst.txt")


def read_texts(content: Mapping[str, bytes], problems: Problems) -> dict[str, str]:
    """The text of every file: UTF-8, NFC, one line end. What cannot be read is reported and left out."""
    texts: dict[str, str] = {}
    for path, data in content.items():
        text = _text_of(path, data, problems)
        if text is not None:
            texts[path] = text
    return texts


def _text_of(path: str, data: bytes, problems: Problems) -> str | None:
    if not path.endswith(SUFFIXES):
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
    if not any(map(_is_strange, set(text) - {"\n"})):
        return True
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
