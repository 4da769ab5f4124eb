"""What an editor needs to help with content: schemas, settings and templates, written beside a library or layer."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics import MisuseError
from generator.library import Library

FOLDER = ".vscode"
SETTINGS = "settings.json"
EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}
CLAUSE = [
    "---",
    "titel: ${1:Titel van het artikel}",
    "aard: ${5|standaard,maatwerk,kern|}",
    "onderwerp: ${2:omvang}",
    "grond: [${3:vakmanschap}]",
    "toelichting: ${4:Wat dit voor u betekent, in twee zinnen.}",
    "versie: 1",
    "---",
    "1. ${0:Leverancier …}",
]
RISK = [
    "---",
    "titel: ${1:Het risico in een paar woorden}",
    "aard: ${2|zaak,ontwerp,dossier,intern,context|}",
    'alleen_als: ${3:rubriek.vraag == "optie"}',
    "niveau: ${4|ernstig,let_op,tip|}",
    "uitwegen: [oplossen, later, buiten_opdracht, aanvaarden, weigeren]",
    "bij: [${5:rubriek.vraag}]",
    "grond: [${6:vakmanschap}]",
    "versie: 1",
    "---",
    "## Wat kan er gebeuren",
    "",
    "${0:…}",
    "",
    "## Wat wij adviseren",
    "",
    "## Wat wij wel doen",
    "",
    "## Wat u zelf doet",
    "",
    "## Wanneer dit vervalt",
    "",
    "## Tekst voor de overeenkomst",
]
TERM = ["---", "vormen: [${1:Begrip}, ${2:Begrippen}]", "versie: 1", "---", "${0:een …}"]
SNIPPETS = {
    "Clausule": {
        "scope": "markdown",
        "prefix": "clausule",
        "body": CLAUSE,
        "description": "Een nieuwe clausule",
    },
    "Risico": {"scope": "markdown", "prefix": "risico", "body": RISK, "description": "Een nieuw risico"},
    "Begrip": {"scope": "markdown", "prefix": "begrip", "body": TERM, "description": "Een nieuw begrip"},
}


def editor_files(library: Library) -> dict[str, bytes]:
    """The files to write, by name below the folder of the editor; settings apart."""
    from generator.answers_schema import answers_schema, situation_schema
    from generator.loading.json_schemas import content_schemas

    schemas = {
        **content_schemas(library),
        "antwoorden": answers_schema(library),
        "situatie": situation_schema(library),
    }
    found = {f"zwartopwit/{name}.schema.json": _json(schema) for name, schema in schemas.items()}
    return {**found, "zwartopwit.code-snippets": _json(SNIPPETS), "extensions.json": _json(EXTENSIONS)}


def settings_for_schemas() -> dict[str, Any]:
    from generator.loading.json_schemas import FILES

    own = {name: files for name, (_model, files) in FILES.items() if files.endswith(".yaml")}
    places = {
        name: [files, f"huis/{files}"] if name != "aanvulling" else [files] for name, files in own.items()
    }
    places["rubriek"] = ["questionnaires/rubrieken/*.yaml", "!huis/**"]
    places["antwoorden"] = ["examples/*.yaml", "**/antwoorden.yaml"]
    places["situatie"] = ["**/situaties/*.yaml"]
    return {
        "yaml.schemas": {f"./{FOLDER}/zwartopwit/{n}.schema.json": p for n, p in places.items()},
        "yaml.yamlVersion": "1.2",
        "[markdown]": {
            "editor.tabSize": 3,
            "editor.insertSpaces": True,
            "editor.quickSuggestions": {"other": True},
        },
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
    }


def write_editor(place: Path, library: Library) -> list[Path]:
    """Write everything below ``place``; what else stands in the settings there stays. Raises MisuseError."""
    from generator.saving import save_bytes

    if not place.is_dir():
        raise MisuseError(
            f"De map ‘{place}’ is er niet.", "Noem de map met clauses/ en questionnaires/, of met huis/."
        )
    folder = place / FOLDER
    settings = _merged(folder / SETTINGS)
    (folder / "zwartopwit").mkdir(parents=True, exist_ok=True)
    written = []
    for name, data in {**editor_files(library), SETTINGS: settings}.items():
        if name == "extensions.json" and (folder / name).exists():
            continue
        save_bytes(folder / name, data)
        written.append(folder / name)
    return written


def _merged(path: Path) -> bytes:
    own = settings_for_schemas()
    if not path.exists():
        return _json(own)
    try:
        there = json.loads(path.read_text("utf-8"))
        assert isinstance(there, dict)  # noqa: S101 - a list or text is as unreadable as no JSON at all
    except (OSError, ValueError, AssertionError) as problem:
        raise MisuseError(
            f"In ‘{path}’ staat al iets dat hier niet te lezen is.",
            "Haal commentaar en losse komma's uit dat bestand, of geef het even een andere naam.",
        ) from problem
    schemas = {k: v for k, v in there.get("yaml.schemas", {}).items() if "/zwartopwit/" not in k}
    return _json({**own, **there, "yaml.schemas": {**schemas, **own["yaml.schemas"]}})


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
