"""Taking a unit over, changing it, and what happens when the library below changes too."""

import re
import shutil
from pathlib import Path

import pytest

from generator.diagnostics import MisuseError
from generator.house_layer import copy_units
from generator.layer_changes import changes, told, update
from generator.loading.load import load_library, load_with_diagnostics
from generator.merging import merged

CONSTRUCTS = Path(__file__).parent.parent / "library" / "good" / "constructs"
CLAUSE = "clauses/werk/herstel.md"
SECTION = "questionnaires/rubrieken/zaak.yaml"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    shutil.copytree(CONSTRUCTS, tmp_path / "onder")
    return tmp_path / "onder"


@pytest.fixture
def layer(tmp_path: Path) -> Path:
    return tmp_path / "huis"


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def raise_version(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"^versie: (\d+)", lambda m: f"versie: {int(m[1]) + 1}", text, count=1, flags=re.MULTILINE),
        "utf-8",
    )


def some_line(path: Path) -> str:
    """A line of plain text, at the start of the body."""
    body = path.read_text("utf-8").split("---\n")[2]
    return next(line for line in body.split("\n") if line.strip() and "{" not in line)


def test_what_is_taken_over_reads_as_before_and_comes_from_the_layer(base: Path, layer: Path) -> None:
    copy_units(["werk/herstel", "zaak.bronnen", "risico:afgewezen"], layer, base)

    library, found = load_with_diagnostics(base, [layer])
    assert found == []
    assert library is not None
    before = load_library(base)
    assert (
        library.clauses["werk/herstel"].blocks == load_library(base, [layer]).clauses["werk/herstel"].blocks
    )
    assert library.clauses["werk/herstel"].position.path == f"huis/{CLAUSE}"
    old, new = (lib.sections["zaak"].question("bronnen") for lib in (before, library))
    assert old is not None
    assert new is not None
    assert [f.id for f in new.fields] == [f.id for f in old.fields]
    assert new.position.path == f"huis/{SECTION}"


def test_nothing_is_written_when_one_of_the_names_is_wrong(base: Path, layer: Path) -> None:
    with pytest.raises(MisuseError, match="Er is geen ‘werk/herstl’") as raised:
        copy_units(["werk/herstel", "werk/herstl"], layer, base)

    assert "werk/herstel" in raised.value.remedy
    assert not layer.exists()


def test_taking_over_twice_does_not_overwrite_your_own_text(base: Path, layer: Path) -> None:
    copy_units(["werk/herstel", "zaak.bronnen"], layer, base)
    for name in ("werk/herstel", "zaak.bronnen"):
        with pytest.raises(MisuseError, match="staat al in"):
            copy_units([name], layer, base)


def test_your_change_is_told_in_words(base: Path, layer: Path) -> None:
    copy_units(["werk/herstel"], layer, base)
    line = some_line(layer / CLAUSE)
    rewrite(layer / CLAUSE, line, f"{line} En nog iets.")

    (change,) = changes(layer, root=base)
    text = "\n".join(told(change))
    assert "[+En nog iets.+]" in text
    assert "veranderde hier niets" in text
    assert not change.moved_on


def test_changes_in_different_places_come_together(base: Path, layer: Path) -> None:
    copy_units(["werk/herstel"], layer, base)
    line = some_line(layer / CLAUSE)
    rewrite(layer / CLAUSE, line, f"{line} En nog iets.")
    rewrite(base / CLAUSE, "titel: ", "titel: Nieuw ")
    raise_version(base / CLAUSE)
    assert [d.slug for d in load_with_diagnostics(base, [layer])[1]] == ["basis-verder"]

    (change,) = changes(layer, ["werk/herstel"], base)
    assert change.moved_on
    _told, done = update(change, layer, checked=False)

    assert done
    text = (layer / CLAUSE).read_text("utf-8")
    assert "titel: Nieuw " in text
    assert "En nog iets." in text
    assert load_with_diagnostics(base, [layer])[1] == []
    assert not changes(layer, root=base)[0].moved_on


def test_where_two_clash_nothing_changes_until_you_say_you_looked(base: Path, layer: Path) -> None:
    copy_units(["werk/herstel"], layer, base)
    line = some_line(layer / CLAUSE)
    rewrite(layer / CLAUSE, line, f"{line} Van ons.")
    rewrite(base / CLAUSE, line, f"{line} Van de bibliotheek.")
    raise_version(base / CLAUSE)
    before = (layer / CLAUSE).read_text("utf-8")

    (change,) = changes(layer, root=base)
    lines, done = update(change, layer, checked=False)
    assert not done
    assert any("Van de bibliotheek." in told_line for told_line in lines)
    assert (layer / CLAUSE).read_text("utf-8") == before

    _lines, done = update(change, layer, checked=True)
    assert done
    text = (layer / CLAUSE).read_text("utf-8")
    assert "Van ons." in text
    assert "Van de bibliotheek." not in text
    assert load_with_diagnostics(base, [layer])[1] == []


def test_a_question_is_brought_up_to_date_too(base: Path, layer: Path) -> None:
    copy_units(["zaak.bronnen"], layer, base)
    question = load_library(base).sections["zaak"].question("bronnen")
    assert question is not None
    rewrite(base / SECTION, question.text, f"{question.text} Noem ze alle.")

    (change,) = changes(layer, root=base)
    assert change.moved_on
    update(change, layer, checked=False)

    after = load_library(base, [layer]).sections["zaak"].question("bronnen")
    assert after is not None
    assert after.text == f"{question.text} Noem ze alle."
    assert after.position.path.startswith("huis/")


@pytest.mark.parametrize(
    ("old", "own", "new", "text", "clashes"),
    [
        ("a\nb\nc", "a\nb\nc", "a\nB\nc", "a\nB\nc", 0),
        ("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC", 0),
        ("a\nb\nc", "a\nx\nc", "a\nx\nc", "a\nx\nc", 0),
        ("a\nb\nc", "a\nx\nc", "a\ny\nc", "a\nx\nc", 1),
        ("a\nb", "a\nb\nc", "z\na\nb", "z\na\nb\nc", 0),
        ("a\nb\nc\nd", "a\nd", "a\nb\nc\nd\ne", "a\nd\ne", 0),
        ("", "a", "", "a", 0),
    ],
)
def test_merging_by_lines(old: str, own: str, new: str, text: str, clashes: int) -> None:
    found = merged(old, own, new)

    assert (found.text, len(found.clashes)) == (text, clashes)
