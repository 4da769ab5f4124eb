"""The grammar of the commands about papers that were made: read back, compare, tell why."""

import argparse

from generator.dutch_parser import Parser, command

VERSION = (
    "een antwoordenbestand, een dossier, één keer maken (2026-001/2), een map met stukken of een Word-bestand"
)


def add_papers(commands: "argparse._SubParsersAction[Parser]", cases: str, style: str) -> None:
    for add in (_read, _compare, _why, _origins):
        c = add(commands)
        c.add_argument("--dossiers", metavar="MAP", help=cases)
        c.add_argument("--vandaag", metavar="DATUM", help="reken met deze datum")
        c.add_argument("--huisstijl", metavar="STIJL", help=style)


def _read(commands: "argparse._SubParsersAction[Parser]") -> Parser:
    c = command(
        commands,
        "lees",
        "Lees een Word-bestand dat terugkwam: wat is er per clausule veranderd?",
        "zwartopwit lees overeenkomst-terug.docx",
    )
    c.add_argument("bestand", metavar="CONTRACT.docx", help="het bestand dat u terugkreeg")
    c.add_argument(
        "--dossier", metavar="DOSSIER", help="bij welk dossier het hoort; anders volgens het kenmerk erin"
    )
    c.add_argument("--streng", action="store_true", help="afsluitcode 3 als er iets veranderd is")
    return c


def _compare(commands: "argparse._SubParsersAction[Parser]") -> Parser:
    c = command(
        commands,
        "vergelijk",
        "Vergelijk twee versies, en maak een Word-bestand met de wijzigingen.",
        "zwartopwit vergelijk 2026-001/1 2026-001/2 --uit wijzigingen.docx",
    )
    c.add_argument("oud", metavar="A", help=VERSION)
    c.add_argument("nieuw", metavar="B", help="hetzelfde, voor de nieuwe versie")
    c.add_argument("--uit", metavar="BESTAND.docx", help="schrijf de wijzigingen hierin; een map mag ook")
    c.add_argument("--stuk", metavar="STUK", help="alleen dit stuk")
    c.add_argument("--streng", action="store_true", help="afsluitcode 3 als er iets veranderd is")
    return c


def _why(commands: "argparse._SubParsersAction[Parser]") -> Parser:
    c = command(
        commands,
        "waarom",
        "Zeg waarom iets in een stuk staat: welke antwoorden, welke regel, welke bron.",
        "zwartopwit waarom overeenkomst.docx 7.2",
    )
    c.add_argument("bron", metavar="BRON", help="een Word-bestand, een dossier of een antwoordenbestand")
    c.add_argument(
        "deel", metavar="DEEL", help="een nummer (7.2), een clausule (backup/herstel) of een melding"
    )
    c.add_argument("--stuk", metavar="STUK", help="in welk stuk; zonder deze de overeenkomst")
    return c


def _origins(commands: "argparse._SubParsersAction[Parser]") -> Parser:
    c = command(
        commands,
        "herkomst",
        "Toon uit welk bestand, welke laag en welke versie elke clausule komt.",
        "zwartopwit herkomst 2026-001 --stuk overeenkomst",
    )
    c.add_argument(
        "bron",
        metavar="BRON",
        nargs="?",
        help="een Word-bestand, een dossier of een antwoordenbestand; zonder deze de hele bibliotheek",
    )
    c.add_argument("--stuk", metavar="STUK", help="alleen dit stuk")
    return c
