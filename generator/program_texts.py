"""The program's own Dutch, as it stands in the modules: every text in the code that reads as a Dutch phrase."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.diagnostics import Position
from generator.prose import FILLED_IN, Prose, pieces_in

DUTCH = re.compile(
    r"\b(aan|als|bij|dan|dat|de|deze|die|dit|een|er|geen|haar|heeft|hem|het|hier|hij|kan|kies|maar|met|naar|niet|nog"
    r"|om|ook|op|staat|te|u|uit|uw|van|voor|wat|wij|wordt|zet|zijn|zonder)\b"
)
WORD = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|`[^`]*`|<[^>]*>|(?<!\w)'[\w ]+'(?!\w)|\band\b")
"""What stands for something else, and the words of the conditions themselves."""
SLUG = re.compile(r"[a-z0-9-]+")
FEW = 2


def module_texts(folder: Path) -> dict[str, str]:
    """The program's modules by path, such as ``generator/cli.py``; those of the content folder are not its own."""
    return {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_text("utf-8")
        for path in sorted(folder.rglob("*.py"))
    }


def program_prose(modules: Mapping[str, str]) -> Iterator[Prose]:
    """Texts with a Dutch word and at least three words. Docstrings are English and for developers."""
    for path, source in modules.items():
        yield from _Texts(path, source).found()


class _Texts:
    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.tree = ast.parse(source)

    def found(self) -> Iterator[Prose]:
        nodes = list(ast.walk(self.tree))
        formatted = [n for n in nodes if isinstance(n, ast.JoinedStr)]
        skipped = {id(part) for n in formatted for part in ast.walk(n) if part is not n}
        skipped |= {id(n.value) for n in nodes if isinstance(n, ast.Expr)}
        for node in (n for n in nodes if id(n) not in skipped):
            if isinstance(node, ast.JoinedStr) or (
                isinstance(node, ast.Constant) and isinstance(node.value, str)
            ):
                yield from self._prose(node)

    def _prose(self, node: ast.JoinedStr | ast.Constant) -> Iterator[Prose]:
        text = CODE.sub(FILLED_IN, _text_of(node))
        if SLUG.fullmatch(text):
            return
        for line in text.split("\n"):
            if DUTCH.search(line) and len(WORD.findall(line)) > FEW and "\\" not in line and "|" not in line:
                start = Position(self.path, node.lineno, node.col_offset + 1)
                yield Prose(line, self.path, pieces_in(self.source, start, line))


def _text_of(node: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(v.value) if isinstance(v, ast.Constant) else FILLED_IN for v in node.values)
