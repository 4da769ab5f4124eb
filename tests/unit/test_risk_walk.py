"""The walk along systems and services names what covers each mishap."""

import re
from pathlib import Path

import pytest
import yaml

from generator.library import Library
from generator.loading.load import load_library

DOCS = Path(__file__).parents[2] / "docs"
INDEX = DOCS / "risicowandeling.md"
PARTS = sorted((DOCS / "risicowandeling").glob("*.md"))


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def named(file: Path) -> set[str]:
    """The ids in the rows of its tables."""
    rows = "\n".join(line for line in file.read_text("utf-8").splitlines() if line.startswith("|"))
    return set(re.findall(r"`([a-z0-9-]+)`", rows))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_every_risk_that_the_walk_names_exists(part: Path, library: Library) -> None:
    assert sorted(named(part) - set(library.risks)) == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_every_clause_that_the_walk_names_exists(part: Path, library: Library) -> None:
    clauses = set(re.findall(r"`([a-z-]+/[a-z0-9-]+)`", part.read_text("utf-8")))
    assert sorted(clauses - set(library.clauses)) == []


def test_every_kind_of_system_is_walked() -> None:
    kinds = yaml.safe_load((DOCS.parent / "questionnaires/lijsten/systeemsoorten.yaml").read_text("utf-8"))
    walked = re.findall(
        r"^## ([a-z0-9_]+)$", (DOCS / "risicowandeling/systemen.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(walked) == sorted(kinds["opties"])


def test_the_index_lists_what_the_parts_name() -> None:
    listed = re.findall(r"^\| `([a-z0-9-]+)` \|", INDEX.read_text("utf-8"), re.MULTILINE)
    assert listed == sorted({r for part in PARTS for r in named(part)})


def test_every_row_names_a_risk_or_says_why_none_is_needed() -> None:
    rows = [
        (part.stem, line)
        for part in PARTS
        for line in part.read_text("utf-8").splitlines()
        if line.startswith("|") and not line.startswith(("|---", "| Moment"))
    ]
    assert [row for row in rows if "`" not in row[1] and "Geen" not in row[1]] == []
