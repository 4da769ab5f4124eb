"""A house layer over the library that comes with the program: whole units win, questions are added, all is checked."""

from pathlib import Path

import pytest

from generator import cli
from generator.diagnostics import Severity
from generator.library import Kind
from generator.loading.files import house_layers, layer_names
from generator.loading.load import load_library, load_with_diagnostics

SECTION = """rubriek: klantprofiel
vragen:
  - id: medewerkers_ploegen
    vraag: Werkt uw klant in ploegen?
    soort: ja_nee
    na: medewerkers
    zonder_gevolg: ja
"""


def layer(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def house(tmp_path: Path) -> Path:
    base = load_library().clauses["aansprakelijkheid/overmacht"]
    text = f"---\ntitel: Overmacht bij ons\nvervangt: {base.id}@{base.version}\nonderwerp: overmacht\nversie: 7\n---\n1. Leverancier wacht.\n"
    return layer(
        tmp_path / "huis",
        {
            "clauses/aansprakelijkheid/overmacht.md": text,
            "questionnaires/rubrieken/klantprofiel.yaml": SECTION,
            "clauses/bronnen.yaml": 'eigen-boek: {titel: "Ons handboek", nagekeken: "eigen boek"}\n',
        },
    )


def test_the_unit_of_the_layer_wins_and_says_where_it_is(house: Path) -> None:
    library, found = load_with_diagnostics(layers=[house])

    assert found == []
    assert library is not None
    clause = library.clauses["aansprakelijkheid/overmacht"]
    assert clause.version == 7
    assert str(clause.position) == "huis/clauses/aansprakelijkheid/overmacht.md:1:1"


def test_a_question_is_added_at_its_place_and_the_others_stay(house: Path) -> None:
    below = load_library().sections["klantprofiel"]
    section = load_library(layers=[house]).sections["klantprofiel"]
    names = [q.id for q in section.questions]

    assert [n for n in names if n != "medewerkers_ploegen"] == [q.id for q in below.questions]
    assert names[names.index("medewerkers") + 1] == "medewerkers_ploegen"
    added = section.question("medewerkers_ploegen")
    assert added is not None
    assert added.kind is Kind.YES_NO


def test_a_section_of_a_layer_that_cannot_be_read_is_the_only_fault(house: Path) -> None:
    reader = 'titel: Ploegen\nalleen_als: klantprofiel.medewerkers_ploegen == "ja"\naard: kern\nversie: 1'
    layer(
        house,
        {
            "clauses/eigen/ploegen.md": f"---\n{reader}\n---\n1. Leverancier werkt ook 's nachts.\n",
            "questionnaires/rubrieken/klantprofiel.yaml": SECTION.replace("    soort", "     soort"),
        },
    )
    _library, found = load_with_diagnostics(layers=[house])

    assert [d.slug for d in found if d.severity is Severity.ERROR] == ["yaml-fout"]


def test_lists_grow(house: Path) -> None:
    sources = load_library(layers=[house]).sources

    assert sources["eigen-boek"].title == "Ons handboek"
    assert set(load_library().sources) < set(sources)


def test_the_hash_of_the_library_tells_whether_a_layer_lies_over_it(house: Path) -> None:
    assert load_library(layers=[house]).hash != load_library().hash


def test_the_folder_huis_is_found_where_the_user_stands_and_another_can_be_named(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(house.parent)
    assert house_layers() == (Path("huis"),)
    monkeypatch.setenv("ZWARTOPWIT_HUIS", str(house))
    assert house_layers() == (house,)
    monkeypatch.delenv("ZWARTOPWIT_HUIS")
    monkeypatch.chdir(house)
    assert house_layers() == ()


def test_layers_in_folders_of_one_name_are_told_apart() -> None:
    assert layer_names([Path("a/huis"), Path("b/huis"), Path("clauses")]) == ["huis", "huis-2", "clauses-3"]


def test_a_command_reads_the_layer_that_is_named(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = layer(house, {"clauses/eigen/leeg.md": "geen kop\n"})

    assert cli.main(["controleer", "--huis", str(broken)]) == cli.FAULTS
    told = capsys.readouterr().out
    assert "huis/clauses/eigen/leeg.md:1:1: fout:" in told
    assert cli.main(["controleer", "--huis", str(house / "geen")]) == cli.MISUSE
