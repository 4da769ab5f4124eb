"""The schema of every content file as JSON Schema, for editors: the same models that read the files."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from generator.library import Library
from generator.loading.schema_clauses import (
    ClauseFront,
    DivisionsFile,
    FactorsFile,
    LibraryFile,
    OutlineFile,
    RiskFront,
    SourcesFile,
    SubjectsFile,
    TermFront,
    WordsFile,
)
from generator.loading.schema_questions import (
    CatalogueFile,
    PackageFile,
    QuestionnaireFile,
    SectionAddition,
    SectionFile,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Json = dict[str, Any]
FILES: Mapping[str, tuple[type[BaseModel], str]] = {
    "bibliotheek": (LibraryFile, "clauses/bibliotheek.yaml"),
    "document": (OutlineFile, "clauses/documenten/*.yaml"),
    "onderbouwing": (FactorsFile, "clauses/onderbouwing.yaml"),
    "bronnen": (SourcesFile, "clauses/bronnen.yaml"),
    "verdelingen": (DivisionsFile, "clauses/verdelingen.yaml"),
    "onderwerpen": (SubjectsFile, "clauses/onderwerpen.yaml"),
    "woorden": (WordsFile, "clauses/woorden.yaml"),
    "rubriek": (SectionFile, "questionnaires/rubrieken/*.yaml"),
    "aanvulling": (SectionAddition, "huis/questionnaires/rubrieken/*.yaml"),
    "vragenlijst": (QuestionnaireFile, "questionnaires/*.yaml"),
    "lijst": (CatalogueFile, "questionnaires/lijsten/*.yaml"),
    "pakket": (PackageFile, "questionnaires/pakketten/*.yaml"),
    "kop-clausule": (ClauseFront, "clauses/*/*.md"),
    "kop-begrip": (TermFront, "clauses/begrippen/*.md"),
    "kop-risico": (RiskFront, "clauses/risicos/*.md"),
}
"""By name: the model, and the files it reads. Of a file in Markdown it reads the front matter."""

NAMES: Mapping[str, Callable[[Library], Any]] = {
    "grond": lambda library: library.sources,
    "onderwerp": lambda library: library.subjects,
    "clausule": lambda library: library.clauses,
    "rubriek": lambda library: library.sections,
    "document": lambda library: library.outlines,
}
"""Keys whose values are names that this library has: an editor can propose them."""


def content_schemas(library: Library) -> dict[str, Json]:
    """Each kind of content file, by name, with the names of this library to choose from."""
    return {
        name: {"$schema": DIALECT, **_tidy(model.model_json_schema(), library, model)}
        for name, (model, _files) in FILES.items()
    }


def _tidy(schema: Json, library: Library, model: type[BaseModel]) -> Json:
    own = {field.alias for field in model.model_fields.values() if field.alias and field.is_required()}
    found: Json = _cleaned(schema)
    for block in (found, *found.get("$defs", {}).values()):
        for key, part in block.get("properties", {}).items():
            if key in NAMES and not (block is found and key in own):
                _propose(part, sorted(NAMES[key](library)))
    return found


def _propose(part: Json, names: list[str]) -> None:
    """Proposed, not demanded: a layer may name what it brings itself."""
    for place in (part, part.get("items", {}), *part.get("anyOf", ())):
        if "string" in place.get("type", ()):
            place["examples"] = names
        if "string" in place.get("items", {}).get("type", ()):
            place["items"]["examples"] = names


def _cleaned(part: Any) -> Any:
    """Without what the models add for Python: made-up titles, and ``null`` for a key that is not there."""
    if isinstance(part, list):
        return [_cleaned(p) for p in part]
    if not isinstance(part, dict):
        return part
    kept = {k: _cleaned(v) for k, v in part.items() if not (k == "title" and isinstance(v, str))}
    if kept.get("default", ...) is None:
        del kept["default"]
    options = [o for o in kept.get("anyOf", ()) if o != {"type": "null"}]
    if len(options) == 1:
        del kept["anyOf"]
        return {**options[0], **kept}
    return {**kept, "anyOf": options} if options else kept
