"""The kinds of content files with their keys: the schemas that also read them and that editors use."""

from collections.abc import Iterator

from generator.library import Library
from generator.loading.json_schemas import FILES, Json, content_schemas
from tools.reference.marks import cell, code, page, table

TITLES = {
    "bibliotheek": "De bibliotheek zelf",
    "document": "Een opbouw van een stuk",
    "onderbouwing": "Wat een besluit onderbouwt",
    "bronnen": "Bronnen",
    "onderwerpen": "Onderwerpen",
    "verdelingen": "Verdelingen: waar elke rij van een lijst staat",
    "woorden": "Regels voor woorden",
    "rubriek": "Een rubriek met vragen",
    "aanvulling": "Een aanvulling op een rubriek, in uw huislaag",
    "vragenlijst": "Een vragenlijst",
    "lijst": "Een lijst met keuzes",
    "pakket": "Een pakket",
    "kop-clausule": "De kop van een clausule",
    "kop-begrip": "De kop van een begrip",
    "kop-risico": "De kop van een risico",
}
JSON_KINDS = {
    "string": "tekst",
    "number": "getal",
    "integer": "getal",
    "boolean": "ja of nee",
    "array": "lijst",
    "object": "groep",
}
PARTS = {
    "OptionBlock": "een keuze",
    "QuestionBlock": "een vraag",
    "DerivedBlock": "een afgeleide waarde",
    "CheckBlock": "een controle",
    "SectionUseBlock": "een rubriek in een vragenlijst",
    "DocumentUseBlock": "een stuk in een vragenlijst",
    "LevelBlock": "een niveau",
    "RaiseBlock": "wat zwaarder maakt",
    "AlternativeBlock": "een alternatief",
    "EntryBlock": "een regel in een opbouw",
    "AnnexBlock": "een bijlage",
    "SignatoryBlock": "een partij die tekent",
    "SigningBlock": "de ondertekening",
    "FactorBlock": "een punt van onderbouwing",
    "DivisionBlock": "een verdeling",
    "SourceBlock": "een bron",
    "SubjectBlock": "een onderwerp",
}


def title(name: str) -> str:
    """A kind of file that has no title here yet is told by its name."""
    return TITLES.get(name, name.capitalize())


def part_name(part: str) -> str:
    return PARTS.get(part, "een blok")


def files_page(library: Library) -> str:
    intro = (
        "Elk soort bestand met zijn sleutels. Een sleutel met * moet er staan. "
        "VS Code kent dezelfde sleutels na `zwartopwit bibliotheek editor`."
    )
    schemas = content_schemas(library)
    return page(
        "Bestanden en sleutels", intro, (line for name in FILES for line in _file(name, schemas[name]))
    )


def _file(name: str, schema: Json) -> Iterator[str]:
    yield from (f"## {title(name)} {{#{name}}}", "", f"Bestand: `{FILES[name][1]}`", "")
    yield from _keys(schema)
    for part, inner in schema.get("$defs", {}).items():
        yield from (f"### {title(name)}: {part_name(part)}", "")
        yield from _keys(inner)


def _keys(schema: Json) -> Iterator[str]:
    properties = schema.get("properties")
    if not properties:
        yield from (f"Dit is een {_kind(schema)}.", "")
        return
    needed = schema.get("required", ())
    rows = (
        (code(key) + ("\\*" if key in needed else ""), cell(p.get("description", "")), _kind(p))
        for key, p in properties.items()
    )
    yield from table(("sleutel", "betekenis", "waarde"), rows)


def _kind(part: Json) -> str:
    if "enum" in part:
        return " · ".join(map(code, map(str, part["enum"])))
    if "$ref" in part:
        return part_name(part["$ref"].rpartition("/")[2])
    if "anyOf" in part:
        return " of ".join(dict.fromkeys(_kind(p) for p in part["anyOf"]))
    if "items" in part:
        return f"lijst van: {_kind(part['items'])}"
    inside = part.get("additionalProperties")
    if part.get("type") == "object" and isinstance(inside, dict):
        return f"per naam: {_kind(inside)}"
    kinds = part.get("type", "tekst")
    return JSON_KINDS["string" if isinstance(kinds, list) else kinds]
