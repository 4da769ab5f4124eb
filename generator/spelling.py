"""Hunspell with its Dutch dictionary, as a process."""

import os
import shutil
import subprocess
from collections.abc import Iterable

from generator.diagnostics import OfficeError

PROGRAM = "hunspell"
DICTIONARY = "nl_NL"
MENDED = "Installeer hunspell met het Nederlandse woordenboek (op Debian: hunspell en hunspell-nl)."


def unknown_words(words: Iterable[str]) -> dict[str, str | None] | None:
    """The words that the dictionary does not know, with its best guess. None when there is no dictionary here.

    With ZWARTOPWIT_ALLES set, a missing dictionary is an error.
    """
    asked = sorted(set(words))
    answer = _answer(asked)
    if answer is not None:
        return dict(_unknown(asked, answer))
    if os.environ.get("ZWARTOPWIT_ALLES"):
        raise OfficeError(
            "De spelling is niet te controleren: het Nederlandse woordenboek ontbreekt.", MENDED
        )
    return None


def _answer(words: list[str]) -> str | None:
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    text = "".join(f"^{word}\n" for word in words)
    command = [program, "-a", "-i", "utf-8", "-d", DICTIONARY]
    try:
        ended = subprocess.run(  # noqa: S603 - the program that was found, with fixed arguments
            command, input=text, capture_output=True, encoding="utf-8", timeout=300, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return ended.stdout if ended.returncode == 0 and ended.stdout.startswith("@") else None


def _unknown(words: list[str], answer: str) -> Iterable[tuple[str, str | None]]:
    """Per word a few lines and an empty one; & or # marks a part that is not known."""
    groups = answer.partition("\n")[2].split("\n\n")
    for word, group in zip(words, groups, strict=False):
        for line in group.split("\n"):
            if line.startswith(("&", "#")):
                yield word, line.partition(": ")[2].split(", ")[0] or None
                break
