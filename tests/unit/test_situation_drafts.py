"""``situatie``: what comes out of answers now, as a situation that holds; and situations that a layer brings itself."""

import re
import shutil
from pathlib import Path

import pytest
from command import EXAMPLES, Run

from generator.loading.files import content_root
from generator.situation_files import named_from

DAY = ("--vandaag", "2026-11-21")


@pytest.mark.parametrize("example", ["administratiekantoor", "huisarts", "re-integratie"])
def test_what_is_drafted_holds(example: str, run: Run) -> None:
    made = Path("huis/situaties") / f"{example}.yaml"
    assert run("situatie", EXAMPLES / f"{example}.yaml", "--uit", made, *DAY).code == 0
    seen = run("test", made)
    assert (seen.code, seen.err) == (0, "")
    assert seen.out.endswith("1 van 1 situaties zoals verwacht\n")


def test_a_draft_holds_all_that_a_lawyer_may_strike(run: Run) -> None:
    run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "s.yaml", *DAY)
    text = Path("s.yaml").read_text("utf-8")
    assert "    wijziging-zonder-backup: {niveau: stop, soort: vakregel, status: open}\n" in text
    assert "  stukken: [gespreksbevestiging, risicorapport]\n  geen_stukken: [klusverklaring]\n" in text
    assert "    gespreksbevestiging:\n      - gesprek/risico\n" in text
    assert "gesprek/aanhef" not in text
    assert text.count("  # ") >= 5


def test_what_is_struck_no_longer_counts_and_what_is_changed_is_told(run: Run) -> None:
    run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "s.yaml", *DAY)
    path = Path("s.yaml")
    text = path.read_text("utf-8")
    struck = "".join(line for line in text.splitlines(keepends=True) if "bijzondere-gegevens" not in line)
    path.write_text(struck, "utf-8")
    assert run("test", path).code == 0
    path.write_text(text.replace("niveau: stop", "niveau: ernstig"), "utf-8")
    seen = run("test", path)
    assert seen.code == 1
    assert "melding wijziging-zonder-backup: niveau is stop, verwacht ernstig" in seen.out


def test_answers_nearby_are_named_and_others_written_out(run: Run, tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "huisarts.yaml", "huisarts.yaml")
    run("situatie", "huisarts.yaml", *DAY)
    near = Path("huis/situaties/huisarts.yaml").read_text("utf-8")
    assert "antwoorden_van: huisarts.yaml\n" in near
    assert "\nantwoorden:\n" not in near
    assert named_from(tmp_path / "huis/situaties/x.yaml", EXAMPLES / "huisarts.yaml") is None
    run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "ver.yaml", *DAY)
    assert "\nantwoorden:\n" in Path("ver.yaml").read_text("utf-8")


def test_a_case_is_written_out_without_what_the_program_keeps_and_with_a_warning(run: Run) -> None:
    run("maak", EXAMPLES / "administratiekantoor.yaml", *DAY)
    seen = run("situatie", "1", "--uit", "s.yaml", *DAY)
    assert (seen.code, seen.err) == (0, "")
    text = Path("s.yaml").read_text("utf-8")
    assert "Vervang namen en gegevens van uw klant" in text
    assert "\nvorm:" not in text
    assert "gold_voor" not in text
    assert run("test", "s.yaml").code == 0


def test_nothing_is_overwritten(run: Run) -> None:
    Path("s.yaml").write_text("van mij\n")
    seen = run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "s.yaml")
    assert seen.code == 1
    assert "is er al" in seen.err
    assert Path("s.yaml").read_text() == "van mij\n"


def test_a_name_that_is_no_situation(run: Run) -> None:
    assert run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "s.txt").code == 2


def test_situations_of_a_layer_and_of_the_library_are_played_over_both(run: Run) -> None:
    run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "huis/situaties/een.yaml", *DAY)
    run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "tests/situaties/twee.yaml", *DAY)
    seen = run("test")
    assert seen.code == 0
    assert seen.out.splitlines()[0] == "huis/situaties: 1 situaties"
    assert "tests/situaties: 1 situaties" in seen.out
    assert seen.out.endswith("2 van 2 situaties zoals verwacht\n")


def test_a_layer_that_takes_a_risk_away_is_found_out_by_its_situation(run: Run) -> None:
    run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "kantoor/situaties/een.yaml", *DAY)
    assert run("test", "--huis", "kantoor").code == 0
    run("bibliotheek", "kopieer", "risico:wijziging-zonder-backup", "--huis", "kantoor")
    path = Path("kantoor/clauses/risicos/wijziging-zonder-backup.md")
    text = path.read_text("utf-8")
    assert "niveau: stop" in text
    path.write_text(text.replace("niveau: stop, soort: vakregel", "niveau: ernstig"), "utf-8")
    seen = run("test", "--huis", "kantoor")
    assert seen.code == 1
    assert "melding wijziging-zonder-backup: niveau is ernstig, verwacht stop" in seen.out


# --- which layer won ------------------------------------------------------------------------------------------------


def test_without_a_layer_all_comes_from_the_library(run: Run) -> None:
    seen = run("herkomst")
    assert seen.code == 0
    assert "Er ligt geen eigen laag over" in seen.out


def test_origins_say_what_a_layer_replaces_and_what_is_new(run: Run) -> None:
    run("bibliotheek", "kopieer", "aansprakelijkheid/overmacht", "backup.bronnen")
    own = Path("huis/clauses/aansprakelijkheid/overmacht.md")
    text = own.read_text("utf-8")
    (now,) = re.findall(r"^vervangt: .*@(\d+)$", text, re.MULTILINE)
    own.write_text(text.replace(f"@{now}", "@99", 1).replace(f"versie: {now}\n", "versie: 44\n", 1), "utf-8")
    shutil.copy(
        content_root() / "clauses/aansprakelijkheid/overmacht.md", "huis/clauses/aansprakelijkheid/nieuw.md"
    )
    Path("huis/clauses/bronnen.yaml").write_text(
        'eigen-boek: {titel: "Ons handboek", nagekeken: "eigen boek"}\n'
    )
    seen = run("bibliotheek", "herkomst")
    assert seen.code == 0
    place = "huis/clauses/aansprakelijkheid"
    assert (
        f"overmacht, versie 44  ({place}/overmacht.md; vervangt versie {now} van de bibliotheek, "
        "geschreven tegen versie 99)" in seen.out
    )
    assert (
        f"clausule aansprakelijkheid/nieuw, versie {now}  ({place}/nieuw.md; nieuw in deze laag)" in seen.out
    )
    assert (
        "vraag backup.bronnen, versie 1  (huis/questionnaires/rubrieken/backup.yaml; vervangt versie 1"
        in seen.out
    )
    assert "  vult aan: clauses/bronnen.yaml\n  0 eigen situaties\n" in seen.out
    assert run("herkomst").out == seen.out


def test_the_origin_of_a_paper_names_what_was_replaced(run: Run) -> None:
    run("bibliotheek", "kopieer", "aansprakelijkheid/overmacht", "document:overeenkomst")
    seen = run("herkomst", EXAMPLES / "administratiekantoor.yaml", "--stuk", "overeenkomst", *DAY)
    lines = [line for line in seen.out.splitlines() if "huis/" in line]
    assert len(lines) == 2
    assert all(re.search(r"vervangt versie \d+ van de bibliotheek", line) for line in lines)
