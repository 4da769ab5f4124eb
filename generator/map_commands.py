"""The grammar of ``kaart``: the logic of a questionnaire, or of one unit, as a picture."""

import argparse

from generator.dutch_parser import Parser, command

UNIT = "een clausule (backup/herstel), vraag (backup.bronnen), of soort:naam (risico:geen-backup)"


def add_map(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        commands,
        "kaart",
        "Teken de logica: van een hele vragenlijst, of van één clausule, vraag, risico of stuk.",
        "zwartopwit kaart spoedklus --uit spoedklus.svg",
    )
    c.add_argument(
        "wat",
        metavar="VRAGENLIJST|EENHEID",
        nargs="?",
        help=f"een vragenlijst, of {UNIT}; zonder deze een kaart van elke vragenlijst",
    )
    c.add_argument(
        "--uit", metavar="BESTAND.svg", help="waar de tekening komt (anders kaart-NAAM.svg in deze map)"
    )
    c.add_argument("--tekst", action="store_true", help="dezelfde inhoud als tabel op het scherm")
    c.add_argument(
        "--rubriek",
        metavar="RUBRIEK",
        action="append",
        help="alleen deze rubriek, zodat zij ook op papier te lezen is; mag vaker",
    )
    c.add_argument("--per-rubriek", action="store_true", help="één vel voor elke rubriek")
