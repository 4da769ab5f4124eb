"""What the program says of a file of answers, a situation or a log that cannot be: each from one that is read here and now."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.answers_file import read_case
from generator.answers_text import decoded
from generator.diagnostics import AnswersError, render
from generator.library import Library
from generator.log import faults_of
from generator.situation_files import read_situations
from tools.reference.marks import block, page

NAME = "antwoorden.yaml"
TODAY = date(2026, 11, 21)
_HEAD = "vragenlijst: spoedklus\nvorm: 1\nantwoorden:\n"
_DECISION = "vragenlijst: spoedklus\nvorm: 1\nbesluiten:\n  wijziging-zonder-backup:\n    besluit: aanvaard\n"

EXAMPLES: dict[str, str] = {
    "antwoord-niet-te-lezen": f"{_HEAD}  klus:\n    wanneer: morgenochtend vroeg\n",
    "geen-antwoorden": "- dit is een lijst\n",
    "geen-vragenlijst": "vorm: 1\n",
    "half-geschreven": f'{_HEAD}  klus:\n    wat: "Update van de\n',
    "leeg-bestand": "\n",
    "niet-gevraagd": f"{_HEAD}  prijs:\n    pakket: basis\n",
    "nieuwere-vorm": "vragenlijst: spoedklus\nvorm: 9\n",
    "onbekende-optie": f"{_HEAD}  backup:\n    voor_wijziging: geenn\n",
    "onbekende-sleutel": "vragenlijst: spoedklus\nantwoord:\n  klus: x\n",
    "onbekende-vorm": "vragenlijst: spoedklus\nvorm: nieuw\n",
    "onbekende-vraag": f"{_HEAD}  klus:\n    wt: Update\n",
    "onbekende-vragenlijst": "vragenlijst: spoedklusje\n",
    "toekomst": f"{_DECISION}    gewaarschuwd:\n      - {{id: r1, datum: 2027-05-01, hoe: gesprek, door: A, aan: B}}\n",
    "verkeerde-soort": f"{_HEAD}  klus: Update van de kassa\n",
}
_SITUATION = "naam: Een proef.\nvragenlijst: spoedklus\n"
SITUATIONS: dict[str, dict[str, str]] = {
    "antwoorden-ontbreken": {
        "proef.yaml": "naam: Een proef.\nantwoorden_van: bakkr.yaml\nvandaag: 2026-11-21\n"
    },
    "basis-in-kring": {"een.yaml": "basis: twee\n", "twee.yaml": "basis: een\n"},
    "datum-ontbreekt": {"proef.yaml": f"{_SITUATION}vandaag: morgen\n"},
    "situatie-ontbreekt": {"proef.yaml": "naam: Een proef.\nbasis: geen\n"},
}
LOGS: dict[str, str] = {
    "logboek-gewijzigd": '{"tijd": "2026-11-21T09:00:00+00:00", "gebeurtenis": "begonnen", "gegevens": {}, "vorige": "00"}\n',
    "logregel-afgebroken": '{"tijd": "2026-11-21T09:00:00+00:00", "gebeur\n',
}


def told(slug: str, text: str, library: Library) -> str:
    """The message that this file gets. Raises LookupError when it is another."""
    try:
        read_case(decoded(text.encode(), NAME), library, NAME, today=TODAY)
    except AnswersError as problem:
        found = [render(d) for d in problem.diagnostics if d.slug == slug]
        if found:
            return found[0]
        raise LookupError(f"{slug}: {[d.slug for d in problem.diagnostics]}") from problem
    raise LookupError(slug)


def told_of_situation(slug: str, files: Mapping[str, str], library: Library) -> str:
    """The message that a folder with these situations gets. Raises LookupError when it is another."""
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_text(text, "utf-8")
        _read, found = read_situations(Path(folder), library)
    return _one(slug, [render(d) for d in found])


def told_of_log(slug: str, text: str) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "logboek.jsonl"
        path.write_text(text, "utf-8")
        return _one(slug, [render(d) for d in faults_of(path)])


def _one(slug: str, messages: list[str]) -> str:
    found = [m for m in messages if f"[{slug}]" in m]
    if not found:
        raise LookupError(f"{slug}: {messages}")
    return found[0]


def answer_faults_page(library: Library) -> str:
    intro = (
        "Wat het programma zegt als een antwoordenbestand niet klopt. U ziet dit na `zwartopwit maak antwoorden.yaml`, "
        "als u zo'n bestand zelf schrijft of verandert. Het bestand blijft zoals het is. Ook wat `zwartopwit test` over "
        "een situatie zegt, en wat het programma over zijn logboek zegt, staat hier."
    )
    every = {
        **{s: told(s, text, library) for s, text in EXAMPLES.items()},
        **{s: told_of_situation(s, files, library) for s, files in SITUATIONS.items()},
        **{s: told_of_log(s, text) for s, text in LOGS.items()},
    }
    return page(
        "Meldingen over antwoorden", intro, (line for s in sorted(every) for line in _fault(s, every[s]))
    )


def _fault(slug: str, message: str) -> Iterator[str]:
    yield from (f"## {slug} {{#{slug}}}", "")
    yield from block(message)
