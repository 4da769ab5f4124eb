"""The command line's grammar: the commands, what each takes, and its explanation."""

import argparse

from generator import __version__
from generator.dutch_parser import Parser
from generator.dutch_parser import command as _command
from generator.library_commands import add_library
from generator.map_commands import add_map
from generator.paper_commands import add_papers
from generator.situation_commands import add_situation, add_test

CASES = "de map met dossiers (anders ZWARTOPWIT_DOSSIERS, anders ./output)"
STYLE = "modern, klassiek, of uw eigen Word-bestand (anders wat in uw profiel staat)"
SOURCE = "een dossier (nummer, naam of map) of een .yaml met antwoorden"
NARROWEST, WIDEST = 40, 300


def parsed(words: list[str] | None = None) -> argparse.Namespace:
    """Raises MisuseError for what cannot be; ends the program after ``--help`` and ``--version``."""
    main, commands = grammar()
    found, strange = main.parse_known_args(words)
    if strange:
        (commands.choices[found.command] if found.command else main).refuse(strange)
    if found.command is None:
        main.print_help()
        main.error("dit ontbreekt nog: COMMANDO")
    return found


def grammar() -> "tuple[Parser, argparse._SubParsersAction[Parser]]":
    """The whole grammar, and its commands by name."""
    main = _main()
    commands = main.add_subparsers(dest="command", metavar="COMMANDO", title="commando's")
    for add in (
        _new,
        _resume,
        _make,
        _findings,
        _show,
        _papers,
        _check,
        add_test,
        add_situation,
        _house_style,
        _import,
        add_library,
        add_map,
        _profile,
        _cases,
    ):
        add(commands)
    return main, commands


def _papers(commands: "argparse._SubParsersAction[Parser]") -> None:
    add_papers(commands, CASES, STYLE)


def _main() -> Parser:
    main = Parser(
        prog="zwartopwit",
        description="Van antwoorden over één deal naar contract, waarschuwing en afstandsverklaring.",
        epilog="voorbeeld: zwartopwit nieuw spoedklus\nuitleg bij een commando: zwartopwit maak --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = f"zwartopwit {__version__}"
    main.add_argument("--versie", "--version", action="version", version=version, help="toon de versie")
    return main


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
    c.add_argument(
        "vragenlijst", metavar="VRAGENLIJST", nargs="?", help="welke vragenlijst; zonder deze kiest u zelf"
    )
    c.add_argument("--pakket", metavar="PAKKET", help="vul vooraf in uit dit pakket")
    _interview_options(c)


def _resume(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(commands, "verder", "Ga verder met een dossier.", "zwartopwit verder 2026-001")
    c.add_argument(
        "dossier", metavar="DOSSIER", nargs="?", help="nummer, naam of map; zonder deze het laatste dossier"
    )
    _interview_options(c)


def _make(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "maak",
        "Maak de stukken uit een dossier of een antwoordenbestand.",
        "zwartopwit maak antwoorden.yaml --uit stukken",
    )
    c.add_argument("bron", metavar="DOSSIER|ANTWOORDEN", help=SOURCE)
    c.add_argument("--uit", metavar="MAP", help="schrijf de stukken in deze map, zonder dossier")
    c.add_argument(
        "--als",
        metavar="VORM",
        default="docx",
        help="docx, pdf (met LibreOffice), html of tekst, of meer: docx,pdf (standaard docx)",
    )
    c.add_argument("--documenten", metavar="STUK", help="alleen deze stukken, met komma's ertussen")
    c.add_argument(
        "--definitief", action="store_true", help="maak alleen stukken die de deur uit kunnen; weiger de rest"
    )
    c.add_argument(
        "--met-toelichting",
        action="store_true",
        help="maak ook, voor uzelf, van elk stuk een kopie met bij elke clausule waarom zij er staat",
    )
    c.add_argument(
        "--paginanummers",
        action="store_true",
        help="zet paginanummers in de inhoudsopgave; daarvoor is LibreOffice nodig",
    )
    c.add_argument("--huisstijl", metavar="NAAM|BESTAND", help=STYLE)
    c.add_argument("--dossiers", metavar="MAP", help=CASES)
    c.add_argument("--vandaag", metavar="DATUM", help="reken met deze datum")


def _findings(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "risicos",
        "Toon de meldingen bij een dossier of antwoordenbestand.",
        "zwartopwit risicos antwoorden.yaml --json",
    )
    c.add_argument("bron", metavar="DOSSIER|ANTWOORDEN", help=SOURCE)
    c.add_argument("--json", action="store_true", help="als JSON")
    c.add_argument("--dossiers", metavar="MAP", help=CASES)
    c.add_argument("--vandaag", metavar="DATUM", help="reken met deze datum")


def _show(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "toon",
        "Lees een stuk of één clausule op het scherm.",
        "zwartopwit toon 2026-001 overeenkomst",
    )
    c.add_argument(
        "bron", metavar="DOSSIER|ANTWOORDEN|CLAUSULE", help=f"{SOURCE}, of een clausule (backup/herstel)"
    )
    c.add_argument("stuk", metavar="STUK", nargs="?", help="welk stuk; zonder deze alle stukken")
    c.add_argument(
        "--bij", metavar="ANTWOORDEN", help="bij een clausule: zoals zij leest bij dit dossier of bestand"
    )
    c.add_argument(
        "--kijk", action="store_true", help="bij een clausule: opnieuw zodra haar bestand is bewaard"
    )
    c.add_argument("--word", metavar="BESTAND", help="bij een clausule: ook in dit Word-bestand")
    c.add_argument(
        "--breedte", type=_width, default=0, metavar="TEKENS", help="regellengte; standaard die van uw scherm"
    )
    c.add_argument("--huisstijl", metavar="NAAM|BESTAND", help=STYLE)
    c.add_argument("--dossiers", metavar="MAP", help=CASES)
    c.add_argument("--vandaag", metavar="DATUM", help="reken met deze datum")


def _width(text: str) -> int:
    if text.isdecimal() and NARROWEST <= int(text[:9]) <= WIDEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"schrijf een getal van {NARROWEST} tot en met {WIDEST}")


def _check(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "controleer",
        "Controleer de bibliotheek: vragen, clausules, risico's en documenten.",
        "zwartopwit controleer --json",
    )
    c.add_argument(
        "map",
        metavar="MAP",
        nargs="?",
        help="map met clauses/ en questionnaires/; zonder deze de meegeleverde",
    )
    c.add_argument(
        "--taal", action="store_true", help="kijk ook naar taal: zinnen, woorden, begrippen, spelling"
    )
    c.add_argument(
        "--dekking", action="store_true", help="toon per onderwerp de clausules, en waar bronnen staan"
    )
    c.add_argument(
        "--diep",
        action="store_true",
        help="neem meer tijd voor de bewijzen, en probeer ook willekeurige antwoorden",
    )
    c.add_argument(
        "--voorbeelden",
        metavar="MAP",
        help="schrijf in deze map bij elke melding, als dat kan, antwoorden die haar laten zien",
    )
    c.add_argument("--json", action="store_true", help="als JSON")
    c.add_argument("--streng", action="store_true", help="ook een waarschuwing telt als fout (afsluitcode 3)")


def _house_style(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "huisstijl",
        "Toon, kopieer, controleer of kies de huisstijl van uw stukken.",
        "zwartopwit huisstijl controleer kantoor.docx",
    )
    c.add_argument(
        "wat",
        metavar="WAT",
        choices=("lijst", "kopieer", "controleer", "kies"),
        help="lijst, kopieer NAAM BESTAND, controleer BESTAND, of kies NAAM|BESTAND voor uw profiel",
    )
    c.add_argument(
        "naam", metavar="NAAM|BESTAND", nargs="?", help="een huisstijl van ons, of uw Word-bestand"
    )
    c.add_argument("bestand", metavar="BESTAND", nargs="?", help="waar de kopie komt")


def _import(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands,
        "importeer",
        "Maak van een eigen modelcontract in Word clausules in uw eigen laag.",
        "zwartopwit importeer ons-contract.docx --uit huis",
    )
    c.add_argument("bestand", metavar="CONTRACT.docx", help="uw contract, zonder open wijzigingen")
    c.add_argument(
        "--uit", metavar="MAP", default="huis", help="de laag waar de teksten komen (standaard huis)"
    )


def _profile(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(
        commands, "profiel", "Toon of wijzig de gegevens van uw eigen bedrijf.", "zwartopwit profiel --wijzig"
    )
    c.add_argument("--wijzig", action="store_true", help="beantwoord de vragen over uw bedrijf opnieuw")
    c.add_argument("--eenvoudig", action="store_true", help="zonder schermopmaak")


def _cases(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = _command(commands, "dossiers", "Toon uw dossiers.", "zwartopwit dossiers")
    c.add_argument("--dossiers", metavar="MAP", help=CASES)
