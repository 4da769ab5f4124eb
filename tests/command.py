"""The real command, called in process: what the user typed, what he saw, and the exit code."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
ENGLISH = re.compile(
    r"\b(usage|options|positional|arguments?|error|errno|the|show|this|message|exit|invalid|expected|required|"
    r"unrecognized|choose|from|choice|file|directory|folder|not|found|no such|permission|denied|with|must|for|you|"
    r"your|please|failed|cannot|traceback|exception|line|warning|value|default)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Seen:
    """What one run of the command showed."""

    code: int
    out: str
    err: str

    @property
    def english(self) -> list[str]:
        """English words on screen; what stands between quotation marks is what the user typed himself."""
        return ENGLISH.findall(re.sub(r"'[^'\n]*'|‘[^’\n]*’", "", self.out + self.err))


Run = Callable[..., Seen]
Process = Callable[..., "subprocess.CompletedProcess[bytes]"]


def called(*words: str | Path) -> int:
    return main([str(w) for w in words])


def process(
    *words: str | Path,
    stdout: int = subprocess.PIPE,
    env: Mapping[str, str] | None = None,
    **settings: object,
) -> subprocess.CompletedProcess[bytes]:
    """The same as a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=120,
        **settings,  # type: ignore[call-overload]
    )
