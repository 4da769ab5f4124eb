"""The grammar of ``zwartopwit bibliotheek``: what a lawyer does with the content itself."""

import argparse

from generator.dutch_parser import Parser, command

UNIT = (
    "een clausule (backup/herstel), vraag (backup.bronnen), of soort:naam (risico:geen-backup); "
    "de soorten zijn clausule, vraag, risico, begrip, document, vragenlijst, lijst en pakket"
)


def add_library(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        commands,
        "bibliotheek",
        "Werk aan vragen en teksten: zoek ze op, neem ze over in uw eigen laag, vergelijk, werk bij.",
        "zwartopwit bibliotheek kopieer backup/herstel",
    )
    actions = c.add_subparsers(
        dest="daad", metavar="DAAD", title="daden", required=True, help="wat u wilt doen"
    )
    for add in (_list, _copy, _differences, _update, _origins, _release, _editor):
        add(actions)


def _list(actions: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        actions,
        "lijst",
        "Zoek in alles wat er is: vragen, risico's, clausules, begrippen en stukken.",
        "zwartopwit bibliotheek lijst herstel --soort clausule",
    )
    c.add_argument("zoek", metavar="ZOEK", nargs="*", help="woorden die er alle in staan; zonder deze alles")
    c.add_argument(
        "--soort", metavar="SOORT", choices=("clausule", "risico", "vraag", "begrip", "document"),
        help="alleen clausule, risico, vraag, begrip of document",
    )  # fmt: skip
    c.add_argument("--html", metavar="BESTAND.html", help="schrijf alles op één pagina om in te zoeken")
    c.add_argument(
        "--zonder-dekking",
        action="store_true",
        help="speel voor die pagina geen situaties na; dat is sneller",
    )


def _copy(actions: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        actions,
        "kopieer",
        "Neem clausules, risico's, vragen of documenten over in uw eigen laag.",
        "zwartopwit bibliotheek kopieer backup/herstel risico:geen-backup backup.bronnen",
    )
    c.add_argument("eenheid", metavar="EENHEID", nargs="+", help=UNIT)


def _differences(actions: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        actions,
        "verschil",
        "Toon wat u veranderde, en wat de bibliotheek sindsdien veranderde.",
        "zwartopwit bibliotheek verschil backup/herstel",
    )
    c.add_argument("eenheid", metavar="EENHEID", nargs="*", help=f"{UNIT}; zonder deze alles")


def _update(actions: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        actions,
        "bijwerken",
        "Breng wijzigingen van de bibliotheek in uw eigen versie aan.",
        "zwartopwit bibliotheek bijwerken backup/herstel",
    )
    c.add_argument("eenheid", metavar="EENHEID", nargs="*", help=f"{UNIT}; zonder deze alles")
    c.add_argument("--bekeken", action="store_true", help="u zag waar het botst; uw eigen tekst blijft")


def _origins(actions: "argparse._SubParsersAction[Parser]") -> None:
    command(
        actions,
        "herkomst",
        "Zeg wat uw eigen lagen vervangen en toevoegen, en tegen welke versie.",
        "zwartopwit bibliotheek herkomst",
    )


def _editor(actions: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        actions,
        "editor",
        "Schrijf de instellingen waarmee VS Code meekijkt bij het schrijven.",
        "zwartopwit bibliotheek editor .",
    )
    c.add_argument("map", metavar="MAP", nargs="?", default=".", help="de map die u in VS Code opent")


def _release(actions: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        actions,
        "uitgave",
        "Leg vast welke versies en teksten nu uitgaan; controleer vergelijkt er daarna mee.",
        "zwartopwit bibliotheek uitgave",
    )
    c.add_argument("map", metavar="MAP", nargs="?", help="map met clauses/; zonder deze de meegeleverde")
