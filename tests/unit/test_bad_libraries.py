"""Every diagnostic slug has a tiny library that raises it; its exact text is ``verwacht.txt``.

``opties.txt`` names the option of ``controleer`` that finds it, where that is not found without. A folder in it beside
``clauses`` and ``questionnaires`` is a house layer.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import render
from generator.library_checks import checked
from generator.loading.files import FOLDERS
from generator.spelling import unknown_words

TESTS = Path(__file__).parent.parent
BAD = TESTS / "library" / "bad"
GENERATOR = TESTS.parent / "generator"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RAISES = frozenset({"Diagnostic", "Refusal", "fault", "unknown"})

UNREACHABLE = frozenset({"begrip-zonder-omschrijving"})
"""Not from files: a term is recognised by its definition, so it always has one."""


def rendered(root: Path) -> str:
    options = root / "opties.txt"
    asked = options.read_text("utf-8") if options.exists() else ""
    layers = sorted(p for p in root.iterdir() if p.is_dir() and p.name not in FOLDERS)
    found, _told = checked(root, layers, language="--taal" in asked, coverage="--dekking" in asked)
    return "\n\n".join(map(render, found)) + "\n"


@pytest.mark.parametrize("case", sorted(BAD.iterdir()), ids=lambda case: case.name)
def test_bad_library_is_reported_as_written(case: Path) -> None:
    expected = (case / "verwacht.txt").read_text("utf-8")

    if case.name == "spelfout" and unknown_words(["boom"]) is None:
        pytest.skip("no Dutch dictionary here")
    actual = rendered(case)

    assert actual == expected
    assert f"[{case.name}]" in actual


def slugs_in(source: str) -> Iterator[str]:
    """The slugs a module raises: the first of at least three texts in a call that makes a diagnostic."""
    for call in (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        first = call.args[0] if len(call.args) >= 3 else None
        told = name in RAISES or name.strip("_") in {"add", "fail", "problem", "missing", "refuse"}
        if told and isinstance(first, ast.Constant) and SLUG.fullmatch(str(first.value)):
            yield str(first.value)


def test_every_slug_has_a_bad_library() -> None:
    folders = ("loading", "expressions", "lint")
    raised: set[str] = {
        s for f in folders for path in (GENERATOR / f).glob("*.py") for s in slugs_in(path.read_text("utf-8"))
    }

    assert len(raised) > 80
    assert sorted(raised - UNREACHABLE - {case.name for case in BAD.iterdir()}) == []


def test_message_holds_no_english() -> None:
    english = re.compile(r"\b(input|should|valid|field required|expected|error)\b", re.IGNORECASE)

    told = [
        line for case in BAD.iterdir() for line in (case / "verwacht.txt").read_text("utf-8").splitlines()
    ]

    assert [line for line in told if english.search(line)] == []
