"""What an editor is told fits what the program reads: every file that is in order is, and a fault is seen."""

import fnmatch
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator import cli
from generator.answers_schema import answers_schema, situation_schema
from generator.library import Library
from generator.loading.files import content_root
from generator.loading.json_schemas import FILES, content_schemas
from generator.loading.load import load_library

ROOT = content_root()
FRONTS = {"kop-clausule", "kop-begrip", "kop-risico"}


class _Yaml(yaml.SafeLoader):
    """As an editor reads YAML 1.2: no ``ja``, ``nee`` or date is anything but text."""


KEPT = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null"}
_Yaml.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag in KEPT]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def data_of(path: Path) -> Any:
    text = path.read_text("utf-8")
    return yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, _Yaml)  # noqa: S506 - a SafeLoader


def files_of(name: str) -> list[Path]:
    pattern = FILES[name][1]
    found = [p for p in ROOT.glob(pattern) if not p.stem.isupper()]
    others = {FILES[n][1] for n in FRONTS - {name}} if name == "kop-clausule" else set()
    return [p for p in found if not any(fnmatch.fnmatch(str(p.relative_to(ROOT)), o) for o in others)]


def faults(schema: dict[str, Any], data: Any) -> list[str]:
    return [f"{e.json_path}: {e.message[:120]}" for e in Draft202012Validator(schema).iter_errors(data)]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def schemas(library: Library) -> dict[str, dict[str, Any]]:
    return content_schemas(library)


@pytest.mark.parametrize("name", [n for n in FILES if n != "aanvulling"])
def test_every_file_of_the_library_fits_its_schema(name: str, schemas: dict[str, dict[str, Any]]) -> None:
    Draft202012Validator.check_schema(schemas[name])
    paths = files_of(name)

    assert paths
    assert [(p.name, f) for p in paths for f in faults(schemas[name], data_of(p))] == []


@pytest.mark.parametrize(
    ("name", "path", "key", "value"),
    [
        ("rubriek", "questionnaires/rubrieken/backup.yaml", "titl", "Back-ups"),
        (
            "rubriek",
            "questionnaires/rubrieken/backup.yaml",
            "vragen",
            [{"id": "Naam", "vraag": "Hoe?", "soort": "tekst"}],
        ),
        (
            "rubriek",
            "questionnaires/rubrieken/backup.yaml",
            "vragen",
            [{"id": "naam", "vraag": "Hoe?", "soort": "tekts"}],
        ),
        ("document", "clauses/documenten/overeenkomst.yaml", "poort", "open"),
        ("kop-risico", "clauses/risicos/geen-backup.md", "aard", "zaken"),
    ],
)
def test_a_fault_is_seen(
    schemas: dict[str, dict[str, Any]], name: str, path: str, key: str, value: object
) -> None:
    assert faults(schemas[name], {**data_of(ROOT / path), key: value})


def test_keys_are_described_and_names_of_the_library_proposed(
    library: Library, schemas: dict[str, dict[str, Any]]
) -> None:
    front = schemas["kop-clausule"]["properties"]

    assert front["onderwerp"]["examples"] == sorted(library.subjects)
    assert all(part["description"] for part in front.values())


def test_answers_files_and_situations_fit_and_a_fault_in_them_is_seen(library: Library) -> None:
    answers, situation = answers_schema(library), situation_schema(library)
    examples, situations = (
        sorted((ROOT / "examples").glob("*.yaml")),
        sorted((ROOT / "tests/situaties").glob("*.yaml")),
    )
    assert examples
    assert situations
    assert [(p.name, f) for p in examples for f in faults(answers, data_of(p))] == []
    assert [(p.name, f) for p in situations for f in faults(situation, data_of(p))] == []

    wrong = data_of(examples[0])
    wrong["antwoorden"]["klantprofiel"]["gegevensbelang"] = "enorm"
    assert len(faults(answers, wrong)) == 1


def test_settings_are_written_and_what_was_there_stays(tmp_path: Path) -> None:
    own = tmp_path / ".vscode" / "settings.json"
    own.parent.mkdir()
    own.write_text('{"files.autoSave": "off", "yaml.schemas": {"./eigen.json": ["x.yaml"]}}', "utf-8")

    assert cli.main(["bibliotheek", "editor", str(tmp_path)]) == 0
    assert cli.main(["bibliotheek", "editor", str(tmp_path)]) == 0

    settings = json.loads(own.read_text("utf-8"))
    assert settings["files.autoSave"] == "off"
    assert settings["yaml.schemas"]["./eigen.json"] == ["x.yaml"]
    for written in settings["yaml.schemas"]:
        if written != "./eigen.json":
            Draft202012Validator.check_schema(json.loads((tmp_path / written).read_text("utf-8")))


def test_settings_that_cannot_be_read_are_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / ".vscode" / "settings.json"
    own.parent.mkdir()
    own.write_text("{ // mijn eigen\n}", "utf-8")

    assert cli.main(["bibliotheek", "editor", str(tmp_path)]) == cli.MISUSE
    assert own.read_text("utf-8").startswith("{ //")
    assert "commentaar" in capsys.readouterr().err
