"""Loading loses no word and never falls over, whatever a file holds."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.library import (
    BlankSlot,
    Block,
    ReferenceSlot,
    Row,
    Table,
    TermUse,
    Text,
    ValueSlot,
    WritingLines,
)
from generator.loading.existence import nodes_in
from generator.loading.files import content_root, read_content
from generator.loading.load import load_with_diagnostics, read_library

CONSTRUCTS = Path(__file__).parent.parent / "library" / "good" / "constructs"
SLOT = re.compile(r"\{\{.*?\}\}")
TAG = re.compile(r"^\s*\{%.*%\}\s*$", re.MULTILINE)
DELIMITER = re.compile(r"^\s*\|[-:| ]+\|\s*$", re.MULTILINE)
MARKERS = re.compile(r"^\s*(\d+\. |- \[ \] |- |> ?|## )|\[#[a-z0-9_-]+\]|[*|]", re.MULTILINE)
PIECES = (
    "{{",
    "}}",
    "{%",
    "{% endif %}",
    "{% else %}",
    "\n",
    "   ",
    " ",
    "|",
    "---",
    "- ",
    "1. ",
    "> ",
    "## ",
    "**",
)
MORE = (
    "[#x]",
    "[",
    "]",
    '"',
    ":",
    "#",
    "\t",
    "&a",
    "!",
    "{",
    "}",
    "0",
    "\\",
    "`",
    "é",
    "~",
    "| a |\n|---|\n",
)
ENGLISH = re.compile(r"\b(input|should|valid|required|expected|error|must)\b", re.IGNORECASE)


def words_of_source(path: Path) -> list[str]:
    body = path.read_text("utf-8").split("\n---\n", 1)[1]
    without_empty_head = re.sub(r"^\|[ |]*\|$", "", body, flags=re.MULTILINE)
    bare = MARKERS.sub(" ", DELIMITER.sub("", TAG.sub("", without_empty_head)))
    return "".join(SLOT.sub("□", bare).split()).split("□")


def words_of_blocks(blocks: tuple[Block, ...]) -> list[str]:
    return "".join("".join(_shown(blocks)).split()).split("□")


def _shown(blocks: object) -> Iterator[str]:
    for node in nodes_in(blocks):
        match node:
            case Text(text) | TermUse(text):
                yield text
            case ValueSlot() | ReferenceSlot() | BlankSlot() | WritingLines():
                yield "□"
            case Row() | Table():
                continue


@pytest.mark.parametrize("root", [CONSTRUCTS, content_root()], ids=["constructs", "program"])
def test_every_word_of_every_clause_is_in_its_blocks_in_order(root: Path) -> None:
    library, _found = load_with_diagnostics(root)
    assert library is not None

    for clause in library.clauses.values():
        assert words_of_blocks(clause.blocks) == words_of_source(root / clause.position.path), clause.id


def mutated(content: dict[str, bytes], choose: random.Random) -> dict[str, bytes]:
    """One or two small accidents in one or two files."""
    changed = dict(content)
    for _ in range(choose.randint(1, 2)):
        path = choose.choice(list(changed))
        text = changed[path].decode()
        at = choose.randrange(len(text) + 1)
        end = min(len(text), at + choose.randint(1, 30))
        changed[path] = choose.choice(
            [
                text[:at] + choose.choice(PIECES + MORE) + text[at:],
                text[:at] + text[end:],
                text[:at] + text[end:] + text[at:end],
                text[:at] + " " * choose.randint(1, 5) + text[at:],
            ]
        ).encode()
    return changed


@pytest.mark.parametrize("seed", range(40))
def test_accident_in_a_file_is_told_in_dutch_at_a_place_that_exists(seed: int) -> None:
    content = mutated(read_content(CONSTRUCTS), random.Random(seed))

    library, found = read_library(content, "")

    assert library is not None or found
    for told in found:
        assert told.position is not None
        assert told.position.line <= content.get(told.position.path, b"").count(b"\n") + 1
        assert not ENGLISH.search(told.message + told.remedy)
