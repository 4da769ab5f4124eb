"""The command line's grammar, in Dutch down to argparse's own words."""

import argparse
from typing import NoReturn

from generator import __version__

DUTCH = {
    "usage: ": "gebruik: ",
    "positional arguments": "argumenten",
    "options": "opties",
    "subcommands": "commando's",
    "show this help message and exit": "toon deze uitleg",
    "show program's version number and exit": "toon de versie",
    "expected one argument": "er hoort één waarde achter",
    "expected at least one argument": "er hoort ten minste één waarde achter",
    "expected %s argument": "er hoort %s waarde achter",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "unrecognized arguments: %s": "onbekend: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "‘%(value)s’ bestaat niet; kies uit %(choices)s",
    "not allowed with argument %s": "kan niet samen met %s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "ambiguous option: %(option)s could match %(matches)s": "‘%(option)s’ kan meer betekenen: %(matches)s",
}

CASES = "de map met dossiers (anders ZWARTOPWIT_DOSSIERS, anders ./output)"


class Parser(argparse.ArgumentParser):
    """Speaks Dutch and points at --help when a command is misused."""

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(2, f"{self.prog}: {message}\n  doe: bekijk de uitleg met {self.prog} --help\n")


def _dutch(text: str) -> str:
    return DUTCH.get(text, text)


def _dutch_plural(one: str, many: str, number: int) -> str:
    return _dutch(one if number == 1 else many)


def parser() -> Parser:
    setattr(argparse, "_", _dutch)  # noqa: B010 - argparse has no public way to speak another language
    setattr(argparse, "ngettext", _dutch_plural)  # noqa: B010
    main = Parser(
        prog="zwartopwit",
        description="Van antwoorden over één deal naar contract, waarschuwing en afstandsverklaring.",
    )
    main.add_argument("--version", action="version", version=f"zwartopwit {__version__}")
    commands = main.add_subparsers(dest="command", metavar="COMMANDO", required=True, title="commando's")
    for add in (_new, _resume, _make, _findings, _show, _check, _test, _profile, _cases):
        add(commands)
    return main


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, summary: str, example: str) -> Parser:
    return commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=f"voorbeeld: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _interview_options(command: Parser) -> None:
    command.add_argument("--dossiers", metavar="MAP", help=CASES)
    command.add_argument("--met-klant", action="store_true", help="toon alleen wat de klant naast u mag zien")
    command.add_argument(
        "--voor",
        metavar="WIE",
        choices=("verkoop", "techniek", "directie", "klant"),
        help="alleen vragen voor deze persoon",
    )
    command.add_argument(
        "--eenvoudig",
        action="store_true",
        help="zonder schermopmaak, voor een schermlezer of een eenvoudig scherm",
    )
    command.add_argument("--vandaag", metavar="DATUM", help="reken met deze datum, bijvoorbeeld 2026-11-21")


def _new(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands, "nieuw", "Begin een dossier en beantwoord de vragen.", "zwartopwit nieuw spoedklus"
    )
    c.add_argument("vragenlijst", nargs="?", help="welke vragenlijst; zonder deze kiest u zelf")
    c.add_argument("--pakket", metavar="PAKKET", help="vul vooraf in uit dit pakket")
    _interview_options(c)


def _resume(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(commands, "verder", "Ga verder met een dossier.", "zwartopwit verder 2026-001")
    c.add_argument("dossier", nargs="?", help="nummer, naam of map; zonder deze het laatste dossier")
    _interview_options(c)


def _make(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "maak",
        "Maak de stukken uit een dossier of een antwoordenbestand.",
        "zwartopwit maak antwoorden.yaml --uit stukken",
    )
    c.add_argument("bron", metavar="DOSSIER|ANTWOORDEN", help="een dossier of een .yaml met antwoorden")
    c.add_argument("--uit", metavar="MAP", help="schrijf de stukken in deze map, zonder dossier")
    c.add_argument("--als", metavar="VORM", default="docx", help="docx, tekst of allebei: docx,tekst")
    c.add_argument("--documenten", metavar="STUK", help="alleen deze stukken, met komma's ertussen")
    c.add_argument(
        "--definitief", action="store_true", help="maak alleen stukken die de deur uit kunnen; weiger de rest"
    )
    c.add_argument("--dossiers", metavar="MAP", help=CASES)
    c.add_argument("--vandaag", metavar="DATUM", help="reken met deze datum")


def _findings(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "risicos",
        "Toon de meldingen bij een dossier of antwoordenbestand.",
        "zwartopwit risicos antwoorden.yaml --json",
    )
    c.add_argument("bron", metavar="DOSSIER|ANTWOORDEN")
    c.add_argument("--json", action="store_true", help="als JSON")
    c.add_argument("--dossiers", metavar="MAP", help=CASES)
    c.add_argument("--vandaag", metavar="DATUM", help="reken met deze datum")


def _show(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(commands, "toon", "Lees een stuk op het scherm.", "zwartopwit toon 2026-001 overeenkomst")
    c.add_argument("bron", metavar="DOSSIER|ANTWOORDEN")
    c.add_argument("stuk", nargs="?", help="welk stuk; zonder deze alle stukken")
    c.add_argument(
        "--breedte", type=int, default=0, metavar="TEKENS", help="regellengte; standaard die van uw scherm"
    )
    c.add_argument("--dossiers", metavar="MAP", help=CASES)
    c.add_argument("--vandaag", metavar="DATUM", help="reken met deze datum")


def _check(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "controleer",
        "Controleer de bibliotheek: vragen, clausules, risico's en documenten.",
        "zwartopwit controleer --json",
    )
    c.add_argument("map", nargs="?", help="map met clauses/ en questionnaires/; zonder deze de meegeleverde")
    c.add_argument(
        "--taal", action="store_true", help="kijk ook naar taal: zinnen, woorden, begrippen, spelling"
    )
    c.add_argument(
        "--dekking", action="store_true", help="toon per onderwerp de clausules, en waar bronnen staan"
    )
    c.add_argument("--json", action="store_true", help="als JSON")
    c.add_argument("--streng", action="store_true", help="ook een waarschuwing telt als fout (afsluitcode 3)")


def _test(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "test",
        "Speel situaties na en zeg wat anders is dan verwacht.",
        "zwartopwit test tests/situaties",
    )
    c.add_argument(
        "map", nargs="?", default="tests/situaties", help="map met situaties (standaard tests/situaties)"
    )
    c.add_argument("--dekking", action="store_true", help="noem ook wat geen situatie raakt")


def _profile(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands, "profiel", "Toon of wijzig de gegevens van uw eigen bedrijf.", "zwartopwit profiel --wijzig"
    )
    c.add_argument("--wijzig", action="store_true", help="beantwoord de vragen over uw bedrijf opnieuw")
    c.add_argument("--eenvoudig", action="store_true", help="zonder schermopmaak")


def _cases(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(commands, "dossiers", "Toon uw dossiers.", "zwartopwit dossiers")
    c.add_argument("--dossiers", metavar="MAP", help=CASES)
