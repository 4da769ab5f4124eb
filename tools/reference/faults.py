"""Every diagnostic with an example: what the program says of the small libraries that raise it on purpose."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.reference.marks import block, page

BAD = Path(__file__).resolve().parents[2] / "tests" / "library" / "bad"
OPTIONS = {"--taal": "Alleen met `--taal`.", "--dekking": "Alleen met `--dekking`."}
EXAMPLES = 1


def slugs() -> list[str]:
    return sorted(case.name for case in BAD.iterdir() if (case / "verwacht.txt").is_file())


def faults_page() -> str:
    intro = (
        "Alles wat `zwartopwit controleer` over een bibliotheek kan zeggen, met van elk een voorbeeld. "
        "Elke melding noemt de plaats, wat er mis is, haar naam tussen haken, en wat u doet. "
        "De naam blijft hetzelfde in elke versie."
    )
    return page("Meldingen over de bibliotheek", intro, (line for slug in slugs() for line in _fault(slug)))


def _fault(slug: str) -> Iterator[str]:
    folder = BAD / slug
    options = folder / "opties.txt"
    yield from (f"## {slug} {{#{slug}}}", "")
    for option, told in OPTIONS.items():
        if options.exists() and option in options.read_text("utf-8"):
            yield from (told, "")
    yield from block(_told(slug, (folder / "verwacht.txt").read_text("utf-8")))


def _told(slug: str, expected: str) -> str:
    """The messages with this name; what comes along is told elsewhere."""
    parts = re.split(r"\n\n(?=\S)", expected.rstrip("\n"))
    return "\n\n".join([p for p in parts if f"[{slug}]" in p][:EXAMPLES])
