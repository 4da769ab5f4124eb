"""``clauses/uitgave.json``: the version and the hash of the words of every unit, as they were in the last release."""

import json
from pathlib import Path

from generator.lint.releases import Released, units_of
from generator.loading.files import read_content
from generator.loading.load import load_library
from generator.loading.problems import Problems
from generator.loading.texts import read_texts

PLACE = Path("clauses") / "uitgave.json"


def read_release(root: Path) -> dict[str, Released] | None:
    """None when nothing went out yet, or when the file cannot be read."""
    try:
        units = json.loads((root / PLACE).read_text("utf-8"))["eenheden"]
        return {path: Released(int(u["versie"]), str(u["tekst"])) for path, u in units.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_release(root: Path) -> Path:
    """What stands here now is the last release."""
    library = load_library(root)
    units = units_of(library, read_texts(read_content(root), Problems()))
    told = {
        "versie": library.version,
        "eenheden": {path: {"versie": u.version, "tekst": u.text} for path, u in units.items()},
    }
    (root / PLACE).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return root / PLACE
