"""Situations on disk: on top of a base or of an answers file."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from small_content import library, risk

from generator.diagnostics import MisuseError
from generator.situation_files import read_situations
from generator.situations import Situation

LIBRARY = library({"clauses/risicos/gevaar.md": risk("niveau: ernstig")})
Write = Callable[..., tuple[list[Situation], list[tuple[str, str | None]]]]

BASE = """
vragenlijst: proef
vandaag: 2026-11-21
antwoorden: {zaak: {naam: Fictief, haast: ja}}
besluiten: {gevaar: {besluit: aanvaard, reden: Daarom}}
verwacht: {stukken: [stuk]}
"""


@pytest.fixture
def read(tmp_path: Path) -> Write:
    """Writes files by name and reads the folder: situations, and faults as slug and place."""

    def write(**files: str) -> tuple[list[Situation], list[tuple[str, str | None]]]:
        folder = tmp_path / "situaties"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / f"{name}.yaml").write_text(text, "utf-8")
        found, faults = read_situations(folder, LIBRARY)
        return found, [(d.slug, d.question) for d in faults]

    return write


def test_a_situation_on_its_own_has_all_it_needs(read: Write) -> None:
    (one,), faults = read(een=f"naam: Een zin.\n{BASE}")
    assert faults == []
    assert (one.file, one.name, one.today) == ("een", "Een zin.", date(2026, 11, 21))
    assert dict(one.case.answers) == {("zaak", "naam"): "Fictief", ("zaak", "haast"): "ja"}
    assert one.case.decisions["gevaar"].fields.values["besluit"] == "aanvaard"
    assert one.expected == {"stukken": ["stuk"]}


def test_without_a_sentence_it_is_called_after_its_file(read: Write) -> None:
    assert read(een=BASE)[0][0].name == "een"


def test_one_file_is_read_on_its_own(tmp_path: Path) -> None:
    (tmp_path / "een.yaml").write_text(BASE, "utf-8")
    (tmp_path / "twee.yaml").write_text(BASE, "utf-8")
    found, faults = read_situations(tmp_path / "een.yaml", LIBRARY)
    assert ([s.file for s in found], faults) == (["een"], [])


def test_a_folder_without_situations_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="staan geen situaties"):
        read_situations(tmp_path, LIBRARY)
    with pytest.raises(MisuseError, match="is er niet"):
        read_situations(tmp_path / "weg", LIBRARY)


def test_situations_come_in_the_order_of_their_names(read: Write) -> None:
    assert [s.file for s in read(b=BASE, a=BASE)[0]] == ["a", "b"]


def test_a_situation_changes_and_takes_away_answers_of_its_base(read: Write) -> None:
    top = "basis: basis\nantwoorden: {zaak: {haast: nee, naam: , prijs: 45}}\nbesluiten: {gevaar: {reden: Anders}}\n"
    one = read(basis=BASE, een=top)[0][1]
    assert dict(one.case.answers) == {("zaak", "haast"): "nee", ("zaak", "prijs"): Decimal(45)}
    assert dict(one.case.decisions["gevaar"].fields.values) == {"besluit": "aanvaard", "reden": "Anders"}
    assert (one.today, one.case.questionnaire, one.expected) == (date(2026, 11, 21), "proef", {})


def test_a_base_may_have_a_base_and_a_list_replaces_the_whole_list(read: Write) -> None:
    middle = (
        "basis: basis\nantwoorden: {zaak: {bronnen: [{naam: Post, maker: wij}, {naam: Films, maker: wij}]}}\n"
    )
    top = (
        "basis: midden\nvandaag: 2027-01-02\nantwoorden: {zaak: {bronnen: [{naam: Foto, maker: niemand}]}}\n"
    )
    found = {s.file: s for s in read(basis=BASE, midden=middle, top=top)[0]}
    rows = found["top"].case.answers["zaak", "bronnen"]
    assert [r.values["naam"] for r in rows] == ["Foto"]  # type: ignore[union-attr]
    assert found["top"].today == date(2027, 1, 2)


def test_a_base_that_is_its_own_base_is_told_and_does_not_stop_the_others(read: Write) -> None:
    found, faults = read(a="basis: b\nvandaag: 2026-11-21\n", b="basis: a\nvandaag: 2026-11-21\n", c=BASE)
    assert [s.file for s in found] == ["c"]
    assert {slug for slug, _ in faults} == {"basis-in-kring"}


def test_a_situation_stands_on_an_answers_file_from_a_folder_above(read: Write, tmp_path: Path) -> None:
    (tmp_path / "kantoor.yaml").write_text(
        "vragenlijst: proef\nantwoorden: {zaak: {naam: Kantoor}}\nbesluiten: {}\n", "utf-8"
    )
    (one,), faults = read(een="antwoorden_van: kantoor.yaml\nvandaag: 2026-11-21\n")
    assert faults == []
    assert (one.case.questionnaire, one.case.answers["zaak", "naam"]) == ("proef", "Kantoor")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("antwoorden_van: weg.yaml\nvandaag: 2026-11-21\n", "antwoorden-ontbreken"),
        ("basis: weg\nvandaag: 2026-11-21\n", "situatie-ontbreekt"),
        ("vragenlijst: proef\nverwachting: {}\nvandaag: 2026-11-21\n", "onbekende-sleutel"),
        ("vragenlijst: proef\n", "datum-ontbreekt"),
        ("vragenlijst: proef\nvandaag: morgen\n", "datum-ontbreekt"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_name_of_the_file(read: Write, text: str, slug: str) -> None:
    found, faults = read(een=text)
    assert found == []
    (fault,) = faults
    assert fault[0] == slug
    assert fault[1] == ("weg.yaml" if text.startswith("basis") else "een.yaml")


def test_an_answers_file_gives_no_day(read: Write, tmp_path: Path) -> None:
    (tmp_path / "kantoor.yaml").write_text("vragenlijst: proef\nantwoorden: {}\n", "utf-8")
    assert read(een="antwoorden_van: kantoor.yaml\n")[1] == [("datum-ontbreekt", "een.yaml")]


def test_faults_in_answers_are_told_by_file_and_question_all_at_once(read: Write) -> None:
    text = "vragenlijst: proef\nvandaag: 2026-11-21\nantwoorden: {zaak: {haast: misschien, weg: 1}}\n"
    found, faults = read(een=text)
    assert found == []
    assert {question for _slug, question in faults} == {"een.yaml: zaak.haast", "een.yaml: zaak.weg"}


def test_an_unknown_questionnaire_is_told_by_file(read: Write) -> None:
    _found, faults = read(een="vragenlijst: weg\nvandaag: 2026-11-21\n")
    assert [question for _slug, question in faults] == ["een.yaml: vragenlijst"]


def test_parts_that_are_no_mapping_count_as_empty(read: Write) -> None:
    (one,), faults = read(een="vragenlijst: proef\nvandaag: 2026-11-21\nantwoorden: tekst\nverwacht: [a]\n")
    assert (dict(one.case.answers), one.expected, faults) == ({}, {}, [])
