"""The handbook says nothing that the program does not do, and leaves out nothing that it does."""

import ast
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from test_bad_libraries import BAD

from generator import cli
from generator.command_line import parsed
from generator.diagnostics import MisuseError, Position, render
from generator.expressions.builtins import built_in
from generator.expressions.slots import FUNCTIONS
from generator.expressions.typecheck import FILTERS
from generator.library import Gate, Kind, Library
from generator.lint.double_negatives import check_double_negatives
from generator.lint.plain_words import check_plain_words
from generator.lint.sentence_length import check_sentence_length
from generator.lint.sentences import sentences
from generator.lint.unfinished import check_unfinished
from generator.loading.files import content_root, read_content
from generator.loading.json_schemas import FILES, content_schemas
from generator.loading.load import load_library
from generator.loading.problems import Problems
from generator.loading.prose import read_manuscript
from generator.loading.texts import read_texts
from generator.prose import FILLED_IN, Manuscript, Prose, pieces_in
from tools.reference.commands import EXIT_CODES, commands
from tools.reference.files import TITLES
from tools.reference.site import pages

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
BACKGROUND = ("adr/", "risicowandeling")
"""Written for developers, or a table of its own with its own test."""


@cache
def reference() -> dict[str, str]:
    return {Path(name).stem: text for name, text in pages().items()}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def handbook() -> dict[str, str]:
    """The pages that people wrote, by path."""
    found = {p.relative_to(DOCS).as_posix(): p.read_text("utf-8") for p in sorted(DOCS.rglob("*.md"))}
    return {name: text for name, text in found.items() if not name.startswith(BACKGROUND)}


# --- the reference is complete -----------------------------------------------------------------------------------


def test_every_command_and_sub_command_has_a_part_with_all_it_takes() -> None:
    parts = dict(
        re.findall(
            r"^## (.+?) \{#.*?\}\n(.*?)(?=^## |\Z)", reference()["commandos"], re.DOTALL | re.MULTILINE
        )
    )
    assert set(parts) == set(commands())
    assert "bibliotheek kopieer" in parts
    for name, parser in commands().items():
        for option in (
            o for a in parser._actions for o in a.option_strings if o not in {"-h", "--help", "--huis"}
        ):
            assert f"`{option}" in parts[name], (name, option)


def test_every_kind_of_question_is_told() -> None:
    assert all(f"| `{kind.value}` |" in reference()["vraagsoorten"] for kind in Kind)


def test_every_filter_function_and_built_in_name_is_told(library: Library) -> None:
    page = reference()["filters-en-voorwaarden"]
    roots = built_in(library.decision, (), (), ())
    fields = {f"melding.{field.id}" for field in roots["melding"].fields}
    for name in {*FILTERS, *FUNCTIONS, *roots, *fields}:
        assert f"`{name}" in page, name


def test_every_key_of_every_content_file_is_told(library: Library) -> None:
    parts = dict(
        re.findall(
            r"^## .+? \{#(.*?)\}\n(.*?)(?=^## |\Z)", reference()["bestanden"], re.DOTALL | re.MULTILINE
        )
    )
    assert set(parts) == set(FILES) == set(TITLES)
    for name, schema in content_schemas(library).items():
        blocks = (schema, *schema.get("$defs", {}).values())
        for key in (k for block in blocks for k in block.get("properties", {})):
            assert f"| `{key}`" in parts[name], (name, key)


def test_every_slug_has_an_example_that_names_it() -> None:
    parts = dict(
        re.findall(
            r"^## .+? \{#(.*?)\}\n(.*?)(?=^## |\Z)", reference()["meldingen"], re.DOTALL | re.MULTILINE
        )
    )
    assert set(parts) == {case.name for case in BAD.iterdir()}
    assert all(f"[{slug}]" in part for slug, part in parts.items())


RARE = {"gold-voor", "te-diep", "geen-tekst"}
"""What the program wrote itself and someone broke, and what no text file is."""


def test_every_slug_about_answers_has_an_example_that_names_it() -> None:
    sources = [
        (ROOT / "generator" / name).read_text("utf-8")
        for name in ("answers_file.py", "answers_text.py", "log.py", "profile.py", "situation_files.py")
    ]
    raised = {
        a.value
        for source in sources
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in {"Rejection", "_refused", "Diagnostic", "_fault"}
        for a in call.args
        if isinstance(a, ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)+|toekomst", str(a.value))
    }
    assert len(raised) > 15
    assert {slug for slug in raised - RARE if f"[{slug}]" not in reference()["meldingen-antwoorden"]} == set()


def test_every_exit_code_is_told() -> None:
    named = {cli.OK, cli.FAULTS, cli.MISUSE, cli.WARNINGS, cli.BUG, cli.STOPPED, 4}
    assert set(EXIT_CODES) == named


def test_every_risk_document_source_and_question_is_told(library: Library) -> None:
    assert all(f"`{risk}`" in reference()["risicos"] for risk in library.risks)
    assert all(f"`{outline}`" in reference()["stukken"] for outline in library.outlines)
    assert all(f"**{gate.value}**" in reference()["stukken"] for gate in Gate)
    assert all(f"`{source}`" in reference()["bronnen"] for source in library.sources)
    asked = "".join(reference()[name] for name in library.questionnaires)
    questions = {f"{s}.{q.id}" for s, section in library.sections.items() for q in section.questions}
    assert {q for q in questions if f"`{q}`" not in asked} <= {
        f"besluit.{q.id}" for q in library.decision.questions
    }


def test_every_page_is_in_the_contents() -> None:
    contents = (ROOT / "mkdocs.yml").read_text("utf-8")
    written = [p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.md")]
    assert [name for name in (*written, *pages()) if name not in contents] == []


# --- what the handbook says to type ------------------------------------------------------------------------------


def command_lines() -> Iterator[tuple[str, str]]:
    for name, text in handbook().items():
        for block in re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
            yield from ((name, line) for line in block.splitlines() if line.startswith("zwartopwit"))
        yield from ((name, line) for line in re.findall(r"`(zwartopwit [^`\n]+)`", text))


def test_every_command_line_in_the_handbook_is_one_that_the_program_takes() -> None:
    refused = []
    for name, line in command_lines():
        words = shlex.split(line)[1:]
        try:
            parsed(words)
        except MisuseError as problem:
            if len(words) > 1 or words[0] not in commands():  # a bare name tells of the command
                refused.append((name, line, str(problem)))
        except SystemExit:
            pass  # --help and --versie end there
    assert refused == []
    assert len(list(command_lines())) > 30


# --- its language ------------------------------------------------------------------------------------------------


def prose_of(name: str, text: str) -> Iterator[Prose]:
    """Each paragraph, item, heading and cell; not code, screens, or what links are named."""
    bare = re.sub(r"^```.*?^```$", lambda m: "\n" * m[0].count("\n"), text, flags=re.DOTALL | re.MULTILINE)
    line = 1
    for part in re.split(r"(\n{2,}|\n(?=(?:[-|#>]|\d+\.|!!!) ?))", bare):
        if part.strip() and not re.fullmatch(r"[|\-\s]+", part.strip()):
            start = line + part[: len(part) - len(part.lstrip("\n"))].count("\n")
            yield from _pieces(name, text, start, part.strip("\n"))
        line += part.count("\n")


def _pieces(name: str, text: str, line: int, part: str) -> Iterator[Prose]:
    cells = part.strip("|").split("|") if part.startswith("|") else [part]
    for cell in cells:
        told = re.sub(r"^\s*(#+|-|\d+\.|>|!!! \w+)\s+", "", cell.strip())
        told = re.sub(r"!?\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?", r"\1", told)
        told = re.sub(r"`[^`]*`", FILLED_IN, told)
        told = " ".join(re.sub(r"\*+|\{#[^}]*\}|\{\.[^}]*\}", "", told).split())
        if told:
            yield Prose(
                told,
                name,
                pieces_in(text, Position(name, line, 1), told),
                running=not part.startswith(("|", "#")),
            )


def test_the_handbook_keeps_to_the_rules_of_language() -> None:
    rules = read_manuscript(read_texts(read_content(content_root()), Problems())).rules
    prose = tuple(p for name, text in handbook().items() for p in prose_of(f"docs/{name}", text))
    manuscript = Manuscript(prose, rules)
    found = [
        *check_sentence_length(tuple(s for p in prose for s in sentences(p))),
        *check_plain_words(manuscript),
        *check_double_negatives(manuscript),
        *check_unfinished(manuscript),
    ]
    assert len(prose) > 100
    assert [render(d) for d in found] == []


@pytest.mark.parametrize("word", ["ongeldig", "waterdicht", "juridisch sluitend"])
def test_the_handbook_promises_nothing(word: str) -> None:
    assert [name for name, text in handbook().items() if word in text.lower()] == []
