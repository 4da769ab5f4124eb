"""argparse that speaks Dutch down to its last word, and names the nearest when a word is not known."""

import argparse
from typing import Any, NoReturn

from generator.diagnostics import MisuseError

DUTCH = {
    "usage: ": "gebruik: ",
    "positional arguments": "argumenten",
    "options": "opties",
    "show this help message and exit": "toon deze uitleg",
    "expected one argument": "er hoort één waarde achter",
    "expected at most one argument": "er hoort hooguit één waarde achter",
    "expected at least one argument": "er hoort ten minste één waarde achter",
    "expected %s argument": "er hoort %s waarde achter",
    "expected %s arguments": "er horen %s waarden achter",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "one of the arguments %s is required": "kies één van deze: %s",
    "unrecognized arguments: %s": "dit hoort hier niet: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "‘%(value)s’ bestaat niet; kies uit %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "‘%(value)s’ bestaat niet; bedoelt u ‘%(closest)s’? Kies uit %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "‘%(value)s’ past hier niet",
    "ignored explicit argument %r": "hier hoort geen waarde achter (er staat %r)",
    "not allowed with argument %s": "kan niet samen met %s",
    "unexpected option string: %s": "‘%s’ hoort hier niet",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "‘%(parser_name)s’ bestaat niet; kies uit %(choices)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "ambiguous option: %(option)s could match %(matches)s": "‘%(option)s’ kan meer betekenen: %(matches)s",
}


LAYER = "uw eigen laag over de bibliotheek (anders ZWARTOPWIT_HUIS, anders ./huis)"


class Parser(argparse.ArgumentParser):
    """Options are written in full: a shortened one could mean something else in a later version."""

    def __init__(self, **settings: Any) -> None:
        _speak_dutch()
        super().__init__(**{"allow_abbrev": False, **settings})

    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:]}"
        sentence = sentence if sentence.endswith((".", "?")) else f"{sentence}."
        raise MisuseError(sentence, f"Bekijk de uitleg met {self.prog} --help.")

    def refuse(self, words: list[str]) -> NoReturn:
        """These words mean nothing here; the nearest option is named."""
        word = words[0].partition("=")[0]
        known = [option for action in self._actions for option in action.option_strings]
        near = _nearest(word, known) if word.startswith("-") else None
        self.error(f"‘{word}’ hoort hier niet{f'; bedoelt u {near}?' if near else ''}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        names = [str(c) for c in action.choices]
        near = _nearest(str(value), names)
        meant = f"bedoelt u ‘{near}’?" if near else f"kies uit {', '.join(names)}"
        named = action if action.option_strings else None
        raise argparse.ArgumentError(named, f"‘{value}’ bestaat niet; {meant}")

    def _print_message(self, message: str, _file: object = None) -> None:
        from generator.printing import say

        say(message.rstrip("\n"))


def _speak_dutch() -> None:
    setattr(argparse, "_", dutch)  # noqa: B010 - argparse has no public way to speak another language
    setattr(argparse, "ngettext", _dutch_plural)  # noqa: B010


def dutch(text: str) -> str:
    return DUTCH.get(text, text)


def _dutch_plural(one: str, many: str, number: int) -> str:
    return dutch(one if number == 1 else many)


def _nearest(word: str, names: list[str]) -> str | None:
    from difflib import get_close_matches

    begun = [name for name in names if name.startswith(word) and word.strip("-")]
    return next(iter(begun or get_close_matches(word, names, n=1, cutoff=0.7)), None)


def command(commands: "argparse._SubParsersAction[Parser]", name: str, summary: str, example: str) -> Parser:
    command: Parser = commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=f"voorbeeld: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--huis", metavar="MAP", action="append", default=[], help=LAYER)
    return command
