"""The same case gives the same content hashes, whatever the machine's seed, time zone and language."""

import json
from itertools import product
from pathlib import Path

import pytest
from command import EXAMPLES, Process

SEEDS = ("0", "1", "4711")
ZONES = ("UTC", "Pacific/Auckland")
LOCALES = ("C", "nl_NL.UTF-8")


def hashes(process: Process, folder: Path, seed: str, zone: str, locale: str) -> dict[str, str]:
    settings = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
    words = ("maak", EXAMPLES / "administratiekantoor.yaml", "--uit", folder, "--vandaag", "2026-11-21")
    assert process(*words, env=settings).returncode == 0
    told = json.loads((folder / "herkomst.json").read_text("utf-8"))
    return {p["bestand"]: p["inhoud_sha256"] for p in told["stukken"]}


@pytest.mark.parametrize("paper", ["overeenkomst.docx"])
def test_content_hashes_are_equal_over_seeds_zones_and_languages(
    process: Process, tmp_path: Path, paper: str
) -> None:
    found = [
        hashes(process, tmp_path / f"{n}", *settings)
        for n, settings in enumerate(product(SEEDS, ZONES, LOCALES))
    ]
    assert paper in found[0]
    assert all(f == found[0] for f in found)
