"""``toon CLAUSULE``: one clause for given answers, with all its branches, in Word, and again when its file is saved."""

import io
import zipfile
from pathlib import Path

import pytest

from generator import cli
from generator.app import Settings, settings
from generator.diagnostics import MisuseError
from generator.house_layer import copy_units
from generator.loading.files import content_root
from generator.viewing import view, watched, write_word

ANSWERS = str(content_root() / "examples" / "outlook.yaml")
CLAUSE = "backup/herstel"
WIDE = 400


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clause in a house layer, to be changed freely and put back: reading a library anew takes seconds."""
    (path,) = copy_units([CLAUSE], tmp_path_factory.mktemp("laag") / "huis")
    return path


@pytest.fixture(scope="module")
def chosen(own: Path) -> Settings:
    return settings(today="2026-11-21", layers=[str(own.parents[2])])


def test_without_answers_every_branch_stands_under_its_condition(chosen: Settings) -> None:
    shown = view(CLAUSE, None, chosen)
    assert shown is not None
    lines = shown.text(WIDE).split("\n")

    assert lines[0] == "[alleen als backup.zelf_gemaakt]"
    at = lines.index('[als backup.herstel == "inbegrepen"]')
    assert lines[at + 1].startswith("    •")
    assert any("‹backup.herstel_prijs›" in line for line in lines)


def test_with_answers_it_reads_as_in_the_contract(chosen: Settings) -> None:
    shown = view(CLAUSE, ANSWERS, chosen)
    assert shown is not None
    (paper,) = shown.papers()

    assert paper.id == "overeenkomst"
    label = paper.articles[0].label.removesuffix(".")
    text = shown.text(WIDE)
    assert f" {label}.1 Leverancier zet gegevens terug" in text
    assert "‹" not in text
    assert "Bijlage" in text


def test_a_clause_that_these_answers_leave_out_is_said_to_be_nowhere(chosen: Settings) -> None:
    shown = view("klus/haast", ANSWERS, chosen)
    assert shown is not None

    assert "in geen enkel stuk" in shown.text(WIDE)
    with pytest.raises(MisuseError, match="niets om in Word"):
        write_word(shown, "x.docx")


def test_in_word_stand_the_same_words(chosen: Settings, tmp_path: Path) -> None:
    shown = view(CLAUSE, ANSWERS, chosen)
    assert shown is not None
    path = write_word(shown, str(tmp_path / "clausule.docx"))

    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        body = package.read("word/document.xml").decode()
    assert "Leverancier zet gegevens terug" in body


def test_it_is_shown_again_when_its_file_is_saved_with_what_is_wrong(chosen: Settings, own: Path) -> None:
    shown = view(CLAUSE, ANSWERS, chosen)
    assert shown is not None
    looking = watched(shown, WIDE)
    assert "Leverancier zet gegevens terug" in next(looking)

    text = own.read_text("utf-8")
    own.write_text(
        text.replace("Leverancier zet gegevens terug", "Leverancier haalt gegevens op", 1), "utf-8"
    )
    assert "Leverancier haalt gegevens op" in next(looking)

    own.write_text(text.replace("backup.herstel_prijs", "backup.herstel_prys", 1), "utf-8")
    told = next(looking)
    assert "[onbekende-variabele]" in told
    assert "Leverancier" not in told.split("doe:")[1]

    own.write_text(
        text.replace('artikel("', 'artikel("nergens/', 1) + '\n7. Zie {{ artikel("nergens/x") }}.\n', "utf-8"
    )
    assert "[onbekende-clausule]" in next(looking)
    own.write_text(text, "utf-8")


def test_a_name_that_is_no_clause_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["toon", "backup/hersel"]) == cli.MISUSE
    assert "geen clausule of dossier ‘backup/hersel’" in capsys.readouterr().err
