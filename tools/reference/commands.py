"""The commands, from the grammar of the command line; and the exit codes."""

import argparse
import re
from collections.abc import Iterator

from generator.command_line import grammar
from generator.dutch_parser import Parser
from tools.reference.marks import block, cell, code, page, table

SHARED = ("--help", "--huis")
"""Every command has these: they are told once, above."""


def commands() -> dict[str, Parser]:
    """Every command and sub-command by its full name, such as ``bibliotheek kopieer``."""
    return dict(_below("", grammar()[1]))


def _below(before: str, found: "argparse._SubParsersAction[Parser]") -> Iterator[tuple[str, Parser]]:
    for name, parser in found.choices.items():
        full = f"{before}{name}"
        yield full, parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                yield from _below(f"{full} ", action)


def commands_page() -> str:
    found = commands()
    intro = (
        "Elk commando, met wat erachter mag. `--help` toont dit ook op het scherm. "
        "Bij elk commando mag `--huis MAP`: uw eigen laag over de bibliotheek. Staat er een map `huis/`, "
        "dan hoeft dat niet."
    )
    listed = table(
        ("commando", "wat het doet"),
        ((f"[`{name}`](#{_anchor(name)})", cell(p.description or "")) for name, p in found.items()),
    )
    parts = (line for name, parser in found.items() for line in _command(name, parser))
    return page("Commando's", intro, (*listed, *parts))


def _anchor(name: str) -> str:
    return name.replace(" ", "-")


def _command(name: str, parser: Parser) -> Iterator[str]:
    taken = [a for a in parser._actions if not _is_shared(a)]
    yield f"## {name} {{#{_anchor(name)}}}"
    yield ""
    yield str(parser.description)
    yield ""
    yield from block(" ".join((f"zwartopwit {name}", *map(_written, taken))))
    yield from table(("erachter", "betekenis"), ((code(_named(a)), cell(_meaning(a))) for a in taken))
    example = re.sub(r"^voorbeeld: ", "", str(parser.epilog))
    yield f"Voorbeeld: `{example}`"
    yield ""


def _is_shared(action: argparse.Action) -> bool:
    return any(option in action.option_strings for option in SHARED)


def _meaning(action: argparse.Action) -> str:
    if isinstance(action, argparse._SubParsersAction):
        return "een van: " + ", ".join(action.choices)
    told = str(action.help or "")
    choices = [str(c) for c in action.choices or ()]
    return told if not choices or all(c in told for c in choices) else f"{told}: {', '.join(choices)}"


def _named(action: argparse.Action) -> str:
    words = [*action.option_strings] or [str(action.metavar)]
    value = f" {action.metavar}" if action.option_strings and action.nargs != 0 else ""
    return f"{words[0]}{value}"


def _written(action: argparse.Action) -> str:
    many = "…" if action.nargs in {"*", "+"} else ""
    needed = action.required and action.nargs not in {"?", "*"}
    return f"{_named(action)}{many}" if needed else f"[{_named(action)}{many}]"


EXIT_CODES = {
    0: "Gelukt.",
    1: "Er zijn fouten in de bibliotheek of in de antwoorden, of er kon iets niet worden geschreven.",
    2: "Het commando klopt niet: een verkeerd woord, een onbekend dossier.",
    3: "Er zijn waarschuwingen, of er is iets veranderd, en u gaf `--streng`.",
    4: "Een ander programma ontbreekt of mislukte, zoals LibreOffice.",
    70: "Een fout van ons programma. Uw antwoorden zijn veilig.",
    130: "U stopte met Ctrl-C. Wat u antwoordde, is bewaard.",
}


def exit_codes_page() -> str:
    intro = "Andere programma's en scripts lezen aan dit getal af hoe het afliep."
    rows = ((str(number), meaning) for number, meaning in EXIT_CODES.items())
    return page("Afsluitcodes", intro, table(("code", "betekenis"), rows))
