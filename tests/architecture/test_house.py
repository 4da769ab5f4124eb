"""How the house is built: what is pure stays pure, nothing goes round in a circle, everything is small."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.command_line import grammar

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")

EDGES = {
    "app": "use cases: folders, environment and the clock",
    "asking": "use cases at the keyboard",
    "answers_text": "reads YAML with places, as loading does",
    "answers_file": "the form of the answers file, on top of that reader",
    "answers_yaml": "idem, in writing",
    "answers_references": "idem",
    "cache_folder": "the platform's cache folder",
    "casefile": "the folder of one deal",
    "checking": "a library on disk, and the platform's cache folder",
    "library_checks": "a library on disk",
    "release_file": "what the last release held, on disk",
    "cli": "the command line",
    "clock": "what time it is",
    "command_line": "the command line",
    "content_cli": "the command line",
    "dutch_parser": "the command line",
    "house_style": "the Word file of a house style",
    "editor": "settings for an editor, on disk",
    "house_layer": "a firm's own layer on disk",
    "import_cli": "the command line",
    "import_contract": "a Word file of another, and a house layer on disk",
    "layer_changes": "idem",
    "library_cli": "the command line",
    "library_commands": "the command line",
    "listing_cli": "the command line",
    "loading": "files to a library",
    "layer_origins": "which layer won, from the layers on disk",
    "log": "the log of a case",
    "map_cli": "the command line",
    "map_commands": "the command line",
    "making": "calls the writer of Word",
    "office": "LibreOffice",
    "printing": "the terminal",
    "profile": "the supplier's own file",
    "program_texts": "the program's own texts",
    "paper_cli": "the command line",
    "paper_commands": "the command line",
    "reading_back": "a Word file that came back",
    "saving": "files",
    "sitting": "what the terminal asks of a case: it implements the terminal's protocol",
    "drafting": "a situation on disk, from answers on disk",
    "situation_cli": "the command line",
    "situation_commands": "the command line",
    "situation_files": "situations on disk",
    "spelling": "hunspell",
    "terminal": "questionary and prompt_toolkit",
    "trying": "chance, answers files on disk, and a library on disk",
    "tracing": "which paper on disk is asked about",
    "versions": "two versions of papers on disk",
    "word_editions": "calls the writer of Word and LibreOffice",
    "viewing": "use cases: one clause and its file",
    "writers.docx": "Word",
    "__main__": "the command line",
}
"""Every module or package that is not pure, and what it touches. All others are the pure middle."""

OUTSIDE = {
    "os",
    "pathlib",
    "subprocess",
    "time",
    "sys",
    "shutil",
    "tempfile",
    "socket",
    "random",
    "zoneinfo",
    "argparse",
    "docx",
    "docxtpl",
    "lxml",
    "questionary",
    "prompt_toolkit",
    "yaml",
    "pydantic",
    "markdown_it",
    "platformdirs",
}
"""What the pure middle never imports, not even by need."""

PARSES = {"computations", "conditions", "parsing", "slots", "syntax", "typecheck", "variables"}
"""The modules of ``expressions`` that read conditions, and may know Jinja's tree while they do."""

ONE_PLACE = {
    "questionary": "terminal",
    "prompt_toolkit": "terminal",
    "docxtpl": "writers.docx",
    "lxml": "writers.docx",
    "yaml": "loading.located",
    "pydantic": "loading",
    "pydantic_core": "loading",
    "markdown_it": "loading",
    "platformdirs": "profile",
    "stdnum": "dutch_codes",
    "babel": "dutch_locale",
}
"""Each third-party package has one room. Jinja has two: conditions, and the tags and frames it was made for."""

JINJA = ("expressions", "loading.tags", "writers.docx")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program by its name below ``generator``."""
    paths = sorted((ROOT / "generator").rglob("*.py"))
    named = {".".join(p.relative_to(ROOT).with_suffix("").parts): p for p in paths}
    return {
        n.removesuffix(".__init__").removeprefix("generator").lstrip("."): ast.parse(p.read_text("utf-8"))
        for n, p in named.items()
    }


def imported(tree: ast.AST) -> Iterator[str]:
    """The full names a module imports, at the top or by need."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            own = node.module == "generator" or node.module.startswith("generator.")
            for alias in node.names:
                inner = f"{node.module}.{alias.name}".removeprefix("generator.")
                yield f"generator.{inner}" if own and inner in modules() else node.module


def own(name: str) -> Iterator[str]:
    """The modules of the program that a module imports."""
    for full in imported(modules()[name]):
        if full.startswith("generator."):
            yield full.removeprefix("generator.")


def packages(tree: ast.AST) -> set[str]:
    return {full.split(".")[0] for full in imported(tree)}


def is_in(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def is_edge(name: str) -> bool:
    return any(is_in(name, edge) for edge in EDGES)


PURE = sorted(name for name in modules() if name and not is_edge(name))


# --- the line through the house --------------------------------------------------------------------------------------


def test_the_middle_is_most_of_the_house_and_every_edge_exists() -> None:
    assert len(PURE) > 60
    assert [e for e in EDGES if not any(is_in(name, e) for name in modules())] == []


@pytest.mark.parametrize("name", PURE)
def test_a_pure_module_knows_no_file_clock_terminal_or_word(name: str) -> None:
    assert not packages(modules()[name]) & OUTSIDE


@pytest.mark.parametrize("name", PURE)
def test_a_pure_module_leans_on_pure_modules_only(name: str) -> None:
    assert [other for other in own(name) if is_edge(other)] == []


@pytest.mark.parametrize("name", PURE)
def test_a_pure_module_reads_no_clock_environment_or_screen(name: str) -> None:
    calls = {
        (n.func.value.id if isinstance(n.func.value, ast.Name) else "", n.func.attr)
        for n in ast.walk(modules()[name])
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
    }
    bare = {
        n.func.id
        for n in ast.walk(modules()[name])
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert not calls & {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}
    assert not bare & {"open", "print", "input"}


@pytest.mark.parametrize("name", PURE)
def test_only_what_reads_conditions_knows_jinja(name: str) -> None:
    may = is_in(name, "expressions") and name.rpartition(".")[2] in PARSES
    assert may or "jinja2" not in packages(modules()[name])


def test_evaluating_a_condition_needs_no_parser() -> None:
    """What runs at every answer leans on nothing that knows Jinja."""
    reached, todo = set(), ["assembly"]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo += own(name)
    assert [n for n in reached if "jinja2" in packages(modules()[n])] == []


def test_nothing_imports_in_a_circle() -> None:
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join([*way, name])
        if name not in done:
            for other in own(name):
                visit(other, (*way, name))
            done.add(name)

    for name in modules():
        visit(name, ())


@pytest.mark.parametrize(("package", "room"), ONE_PLACE.items())
def test_each_third_party_package_has_one_room(package: str, room: str) -> None:
    users = [name for name, tree in modules().items() if package in packages(tree)]
    assert users
    assert [name for name in users if not is_in(name, room)] == []


def test_jinja_stays_with_conditions_tags_and_frames() -> None:
    users = [name for name, tree in modules().items() if "jinja2" in packages(tree)]
    assert [name for name in users if not any(is_in(name, room) for room in JINJA)] == []


def test_no_other_third_party_package_is_used() -> None:
    used = {p for tree in modules().values() for p in packages(tree)}
    known = {*ONE_PLACE, "jinja2", "generator", "__future__"}
    assert sorted(used - known - set(sys.stdlib_module_names)) == []


# --- sizes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(modules()))
def test_a_module_has_at_most_400_lines_and_a_function_40(name: str) -> None:
    inner = ROOT.joinpath("generator", *name.split(".")) if name else ROOT / "generator"
    path = inner / "__init__.py" if inner.is_dir() else inner.with_suffix(".py")
    assert len(path.read_text("utf-8").splitlines()) <= 400
    long = [
        (n.name, length)
        for n in ast.walk(modules()[name])
        if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (n.end_lineno or n.lineno) - n.lineno + 1) > 40
    ]
    assert long == []


# --- what README promises --------------------------------------------------------------------------------------------


def commands() -> list[str]:
    """What the program's own help lists."""
    return sorted(grammar()[1].choices)


def test_the_commands_were_found() -> None:
    assert {"nieuw", "verder", "maak", "risicos", "toon", "controleer", "test"} <= set(commands())


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_in_readme(command: str) -> None:
    assert re.search(rf"`zwartopwit {command}\b", README)


def test_readme_names_no_command_that_does_not_exist() -> None:
    assert set(re.findall(r"`zwartopwit ([a-z]+)", README)) <= set(commands())


def test_readmes_two_commands_set_everything_up_the_main_job_and_the_tests() -> None:
    first, second, *_others = re.findall(r"```sh\n(.+?)\n```", README, re.DOTALL)
    assert first.endswith("zwartopwit nieuw")
    assert second.endswith("pytest")
    for command in (first, second):
        assert command.startswith("python3 -m venv .venv && ")
        constraints = re.search(r"-c (\S+)", command)
        assert constraints
        assert (ROOT / constraints[1]).is_file()
    assert "'.[dev]'" in second
