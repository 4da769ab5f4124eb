"""``controleer``: what was found is kept, and told anew when anything changed; texts are held to the last release."""

import shutil
from pathlib import Path

import pytest
from test_bad_libraries import BAD

from generator import checking
from generator.checking import Options, checked
from generator.release_file import write_release


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "bibliotheek"
    shutil.copytree(BAD / "zonder-gevolg", root)
    return root


def test_second_run_tells_the_same_without_reading_anew(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = checked(library, (), Options())

    monkeypatch.setattr("generator.library_checks.checked", None)

    assert checked(library, (), Options()) == first
    assert [d.slug for d in first[0]] == ["zonder-gevolg"]


def test_change_of_content_is_checked_anew(library: Path) -> None:
    checked(library, (), Options())
    section = library / "questionnaires/rubrieken/zaak.yaml"

    section.write_text(section.read_text("utf-8").replace("Welke dag?", "Welke dag"), "utf-8")
    section.write_text(
        section.read_text("utf-8").replace("soort: tekst}\n", "soort: tekst, zonder_gevolg: ja}\n"), "utf-8"
    )

    assert checked(library, (), Options())[0] == []


def test_damaged_memory_is_never_believed(library: Path) -> None:
    first = checked(library, (), Options())
    for file in checking.cache_folder.folder().glob(f"{checking.KIND}-*.json"):
        file.write_text("[1, 2]", "utf-8")

    assert checked(library, (), Options()) == first


def test_text_changed_since_release_needs_a_higher_version(library: Path) -> None:
    write_release(library)
    clause = library / "clauses/algemeen/proef.md"
    released = [d.slug for d in checked(library, (), Options())[0]]

    clause.write_text(clause.read_text("utf-8").replace("vandaag", "morgen"), "utf-8")
    changed = [d.slug for d in checked(library, (), Options())[0]]
    clause.write_text(clause.read_text("utf-8").replace("versie: 1", "versie: 2"), "utf-8")
    raised = [d.slug for d in checked(library, (), Options())[0]]

    assert released == ["zonder-gevolg"]
    assert changed == ["versie-niet-verhoogd", "zonder-gevolg"]
    assert raised == ["zonder-gevolg"]


def test_what_was_checked_is_told_in_one_line(library: Path) -> None:
    _found, told = checked(library, (), Options())

    assert told[0].startswith("Nagerekend voor alle antwoorden: ")
