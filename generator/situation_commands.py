"""The grammar of the commands about situations: play them, draft one."""

import argparse

from generator.dutch_parser import Parser, command


def add_test(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        commands,
        "test",
        "Speel situaties na en zeg wat anders is dan verwacht.",
        "zwartopwit test tests/situaties",
    )
    c.add_argument(
        "map",
        metavar="MAP",
        nargs="?",
        help="map met situaties, of één situatie (anders situaties/ in uw eigen laag, en tests/situaties)",
    )
    c.add_argument("--dekking", action="store_true", help="noem ook wat geen situatie raakt")


def add_situation(commands: "argparse._SubParsersAction[Parser]") -> None:
    c = command(
        commands,
        "situatie",
        "Schrijf een eerste versie van een situatie: deze antwoorden, en wat er nu uitkomt.",
        "zwartopwit situatie examples/huisarts.yaml --uit huis/situaties/huisarts.yaml",
    )
    c.add_argument("bron", metavar="ANTWOORDEN|DOSSIER", help="een .yaml met antwoorden, of een dossier")
    c.add_argument(
        "--uit", metavar="BESTAND", help="waar de situatie komt (anders in situaties/ van uw eigen laag)"
    )
    c.add_argument("--dossiers", metavar="MAP", help="de map met dossiers")
    c.add_argument("--vandaag", metavar="DATUM", help="de dag waarop de situatie speelt, anders vandaag")
