"""What the program says of an answers file that cannot be: each from a small file that is read here and now."""

from collections.abc import Iterator
from datetime import date

from generator.answers_file import read_case
from generator.answers_text import decoded
from generator.diagnostics import AnswersError, render
from generator.library import Library
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


def answer_faults_page(library: Library) -> str:
    intro = (
        "Wat het programma zegt als een antwoordenbestand niet klopt. U ziet dit na `zwartopwit maak antwoorden.yaml`, "
        "als u zo'n bestand zelf schrijft of verandert. Het bestand blijft zoals het is."
    )
    return page(
        "Meldingen over antwoorden", intro, (line for s in sorted(EXAMPLES) for line in _fault(s, library))
    )


def _fault(slug: str, library: Library) -> Iterator[str]:
    yield from (f"## {slug} {{#{slug}}}", "")
    yield from block(told(slug, EXAMPLES[slug], library))
