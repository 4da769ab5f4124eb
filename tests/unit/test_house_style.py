"""Which house style papers are made in."""

import re
from pathlib import Path

import pytest
from command import Run

from generator.diagnostics import MisuseError, OutputError
from generator.house_style import bundled, house_style
from generator.loading.load import load_library
from generator.numbering import MODERN, Level
from generator.profile import Profile, load, save

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "examples" / "administratiekantoor.yaml"


def test_ours_are_two_and_the_default_comes_first() -> None:
    assert bundled() == ("modern", "klassiek")
    assert house_style(None).name == "modern"
    assert house_style(None).scheme == MODERN


def test_the_classic_style_counts_in_articles() -> None:
    scheme = house_style("klassiek").scheme
    assert scheme.articles[0] == Level("decimal", "Artikel\u00a0%1")
    assert [level.text for level in scheme.articles[1:]] == ["%1.%2", "%3.", "%4."]


def test_what_is_asked_for_goes_before_the_profile_and_the_profile_before_ours(tmp_path: Path) -> None:
    own = tmp_path / "kantoor.docx"
    own.write_bytes(house_style("klassiek").data)
    assert house_style(None, str(own)).data == own.read_bytes()
    assert house_style("modern", str(own)).name == "modern"


def test_an_unknown_name_or_an_absent_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="geen huisstijl ‘moderm’") as unknown:
        house_style("moderm")
    assert "modern, klassiek" in unknown.value.remedy
    with pytest.raises(OutputError, match="is niet te lezen"):
        house_style(str(tmp_path / "weg.docx"))


def test_the_profile_keeps_the_house_style(tmp_path: Path) -> None:
    place = tmp_path / "profiel.yaml"
    library = load_library()
    save(Profile(house_style="klassiek"), library, place)
    assert load(library, place).house_style == "klassiek"


def test_references_on_screen_and_on_paper_follow_the_chosen_style(run: Run) -> None:
    shown = run("toon", CASE, "overeenkomst", "--huisstijl", "klassiek")
    assert "Artikel 2" in shown.out.replace("\u00a0", " ")
    made = run("maak", CASE, "--uit", "uit", "--huisstijl", "klassiek", "--als", "docx,tekst")
    assert made.code == 0
    text = Path("uit/overeenkomst.txt").read_text("utf-8").replace("\u00a0", " ")
    assert "Artikel 1 " in text
    assert re.search(r"\(Artikel \d+\)", " ".join(text.split()))
