"""Loading: what the library of every construct holds, and what a cached start costs."""

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel
from small_content import risk, write_to

from generator.diagnostics import LibraryError, Position
from generator.expressions.ast import NonEmpty
from generator.library import (
    Bullet,
    Clause,
    For,
    If,
    Item,
    Kind,
    Library,
    Paragraph,
    ReferenceSlot,
    Row,
    Table,
    TermUse,
    Text,
    ValueSlot,
    WritingLines,
)
from generator.loading import cache
from generator.loading.existence import nodes_in
from generator.loading.files import content_root
from generator.loading.load import load_library, load_with_diagnostics
from generator.loading.problems import Problems
from generator.loading.schema_clauses import OutlineFile
from generator.loading.schema_questions import CatalogueFile, PackageFile, QuestionnaireFile, SectionFile

LIBRARIES = Path(__file__).parent.parent / "library"
CONSTRUCTS = LIBRARIES / "good" / "constructs"
HEAVY = {"yaml", "pydantic", "jinja2", "markdown_it", "babel", "docx", "lxml", "questionary"}


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("ZWARTOPWIT_CACHE", str(folder))
    monkeypatch.setattr(cache, "_program", lambda: "")
    return folder


@pytest.fixture(scope="module")
def constructs() -> Library:
    library, found = load_with_diagnostics(CONSTRUCTS)
    assert found == []
    assert library is not None
    return library


def herstel(library: Library) -> Clause:
    return library.clauses["werk/herstel"]


# --- clause text -------------------------------------------------------------------------------------------------


def test_items_before_and_after_a_tag_are_one_list_whatever_their_number(constructs: Library) -> None:
    kinds = [type(block).__name__ for block in herstel(constructs).blocks]

    assert kinds == ["Item", "If", "Item", "Item", "Heading", "Quote", "For"]


def test_first_subitem_may_be_conditional(constructs: Library) -> None:
    outer = herstel(constructs).blocks[2]
    assert isinstance(outer, Item)
    conditional, always, after = outer.children

    assert isinstance(conditional, If)
    assert isinstance(conditional.then[0], Item)
    assert isinstance(always, Item)
    assert [type(b) for b in always.children] == [Item, Item]
    assert isinstance(after, Paragraph)


def test_elif_is_an_if_in_otherwise(constructs: Library) -> None:
    first = herstel(constructs).blocks[1]
    assert isinstance(first, If)
    (second,) = first.otherwise
    assert isinstance(second, If)

    assert second.condition.source == "zaak.tarief is bekend"
    assert [type(b) for b in second.otherwise] == [Item]


def test_item_name_is_taken_from_the_text(constructs: Library) -> None:
    item = herstel(constructs).blocks[0]
    assert isinstance(item, Item)

    assert item.name == "terugzetten"
    assert item.inlines[-1] == Text(".")


def test_value_stands_at_its_place_in_the_file(constructs: Library) -> None:
    slot = next(n for n in nodes_in(herstel(constructs).blocks) if isinstance(n, ValueSlot))
    path = CONSTRUCTS / slot.position.path
    line = path.read_text("utf-8").splitlines()[slot.position.line - 1]

    assert line[slot.position.column - 1 :].startswith("zaak.hersteltijd | duur")


def test_value_keeps_the_emphasis_around_it(constructs: Library) -> None:
    party = constructs.clauses["algemeen/partijen"].blocks[0]
    assert isinstance(party, Item)
    slot = party.inlines[0]

    assert isinstance(slot, ValueSlot)
    assert slot.bold


def test_table_rows_repeat_within_their_loop(constructs: Library) -> None:
    table, totals = constructs.clauses["werk/posten"].blocks
    assert isinstance(table, Table)
    (loop,) = table.rows
    assert isinstance(loop, For)

    assert [type(r) for r in loop.blocks] == [Row, If]
    assert isinstance(totals, Table)
    assert totals.header == ((), ())


def test_boxes_bullets_and_lines_to_write_on(constructs: Library) -> None:
    blocks = constructs.clauses["algemeen/slot"].blocks

    assert blocks[1] == Bullet((Text("Klant heeft een exemplaar ontvangen."),), box=True)
    assert blocks[2] == Bullet((Text("Klant bewaart het bij zijn administratie."),))
    assert blocks[3] == WritingLines(3)


def test_reference_knows_its_item(constructs: Library) -> None:
    references = [n for n in nodes_in(herstel(constructs).blocks) if isinstance(n, ReferenceSlot)]

    assert [(r.target, r.annex, r.item, r.capital) for r in references] == [
        ("posten", True, None, True),
        ("werk/herstel", False, "terugzetten", False),
    ]


def test_terms_are_found_by_their_forms_but_not_in_their_own_definition(constructs: Library) -> None:
    used = [n.text for n in nodes_in(herstel(constructs).blocks) if isinstance(n, TermUse)]
    definition = [n.text for n in nodes_in(constructs.terms["back-up"].definition) if isinstance(n, TermUse)]

    assert used == ["Back-up", "Back-ups"]
    assert definition == ["Systeem"]


def test_clause_may_read_the_record_of_the_loop_it_stands_in(constructs: Library) -> None:
    slots = [n.path for n in nodes_in(constructs.clauses["brief/kop"].blocks) if isinstance(n, ValueSlot)]

    assert slots == [("melding", "maatregel"), ("s", "naam")]


# --- questions and risks ---------------------------------------------------------------------------------------


def test_condition_of_a_field_reads_its_sibling(constructs: Library) -> None:
    sources = constructs.sections["zaak"].question("bronnen")
    assert sources is not None
    how_often = sources.field("vaak")
    assert how_often is not None
    assert how_often.when is not None

    assert how_often.when.expr.path == ("@", "maker")  # type: ignore[union-attr]


def test_derived_truth_is_a_condition(constructs: Library) -> None:
    made = constructs.sections["zaak"].derivation("zelf_gemaakt")

    assert made is not None
    assert isinstance(made.value.expr, NonEmpty)  # type: ignore[union-attr]


def test_options_have_a_name_on_paper(constructs: Library) -> None:
    kinds = constructs.sections["zaak"].question("gegevens")

    assert kinds is not None
    assert [(c.label, c.in_document) for c in kinds.choices] == [
        ("Gewone gegevens", "Gewone gegevens"),
        ("Bijzondere gegevens", "bijzondere persoonsgegevens"),
    ]


def test_decision_is_a_section_of_its_own(constructs: Library) -> None:
    assert [q.id for q in constructs.decision.questions] == ["besluit", "reden"]
    assert "besluit" not in constructs.sections


def test_risk_has_levels_headings_and_a_record(constructs: Library) -> None:
    risk = constructs.risks["afgewezen"]

    assert [level.level for level in risk.levels] == ["stop", "ernstig"]
    assert list(risk.sections) == ["Wat kan er gebeuren", "Wat wij adviseren"]
    assert risk.for_each is not None
    assert risk.for_each.path == ("zaak", "maatregelen")
    assert risk.asks == (("zaak", "maatregelen"),)


def test_kinds_of_every_question_are_known(constructs: Library) -> None:
    assert constructs.sections["zaak"].questions[0].kind is Kind.TEXT
    assert constructs.packages["basis"].answers == {
        "zaak": {"hersteltijd": "4 uur", "maatregelen": {"mfa": "inbegrepen"}}
    }


# --- the cache ---------------------------------------------------------------------------------------------------


def test_cached_library_equals_the_one_that_was_read(cache_folder: Path, constructs: Library) -> None:
    first = load_library(CONSTRUCTS)
    cached = load_library(CONSTRUCTS)

    assert not isinstance(first.clauses, type(cached.clauses))
    assert cached == constructs


def test_cache_is_for_its_owner_only(cache_folder: Path) -> None:
    load_library(CONSTRUCTS)
    (file,) = cache_folder.iterdir()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"", b"x", b"{}\n", b'k 0\n{"a":', bytes(range(256))])
def test_broken_cache_is_rebuilt_in_silence(cache_folder: Path, constructs: Library, damage: bytes) -> None:
    load_library(CONSTRUCTS)
    (file,) = cache_folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)

    assert load_library(CONSTRUCTS) == constructs
    assert file.read_bytes() == whole


def test_half_written_cache_is_rebuilt(cache_folder: Path, constructs: Library) -> None:
    load_library(CONSTRUCTS)
    (file,) = cache_folder.iterdir()
    file.write_bytes(file.read_bytes()[:-40])

    assert load_library(CONSTRUCTS) == constructs


def test_cache_of_other_types_is_foreign(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.key_of("content")
    monkeypatch.setattr(cache, "shape", lambda: "other")

    assert cache.key_of("content") != before


def test_folder_that_cannot_be_made_costs_only_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, constructs: Library
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("ZWARTOPWIT_CACHE", str(blocked))

    assert load_library(CONSTRUCTS) == constructs


def test_changed_content_is_read_again(cache_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(CONSTRUCTS, copy)
    before = load_library(copy)
    title = copy / "questionnaires" / "rubrieken" / "zaak.yaml"
    title.write_text(title.read_text("utf-8").replace("titel: De zaak", "titel: Een zaak"), "utf-8")
    after = load_library(copy)

    assert (before.sections["zaak"].title, after.sections["zaak"].title) == ("De zaak", "Een zaak")
    assert before.hash != after.hash


def test_cached_start_pays_for_no_heavy_library(cache_folder: Path) -> None:
    program = (
        "import sys, json; from pathlib import Path\n"
        "from generator.loading.load import load_library\n"
        f"library = load_library(Path({str(CONSTRUCTS)!r}))\n"
        "for part in (library.clauses, library.risks, library.outlines, library.terms): list(part.values())\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(CONSTRUCTS.parents[3])}
    imported = [
        subprocess.check_output([sys.executable, "-c", program], text=True, env=environment) for _ in range(2)
    ]
    first, cached = ({m.split(".")[0] for m in json.loads(names)} & HEAVY for names in imported)

    assert first == {"yaml", "pydantic", "jinja2", "markdown_it"}
    assert cached == set()


def test_units_are_decoded_when_they_are_read(cache_folder: Path) -> None:
    load_library(CONSTRUCTS)
    cached = load_library(CONSTRUCTS)

    assert isinstance(cached.clauses, Mapping)
    assert "werk/herstel" in cached.clauses
    assert len(cached.clauses) == 8
    assert cached.clauses["werk/herstel"] is cached.clauses["werk/herstel"]


# --- faults --------------------------------------------------------------------------------------------------------


def test_all_faults_are_told_in_one_run() -> None:
    with pytest.raises(LibraryError) as raised:
        load_library(LIBRARIES / "bad" / "verkeerd-type")

    assert len(raised.value.diagnostics) == 5


def test_fault_in_a_section_is_not_echoed_by_those_who_read_it(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(CONSTRUCTS, copy)
    section = copy / "questionnaires" / "rubrieken" / "zaak.yaml"
    section.write_text(section.read_text("utf-8").replace("soort: duur", "soort: duurt"), "utf-8")

    _library, found = load_with_diagnostics(copy)

    assert [d.slug for d in found] == ["onbekende-waarde"]


def test_fault_in_an_outline_is_not_echoed(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(CONSTRUCTS, copy)
    outline = copy / "clauses" / "documenten" / "overeenkomst.yaml"
    outline.write_text(outline.read_text("utf-8").replace("poort: tekenen", "poort: teken"), "utf-8")

    _library, found = load_with_diagnostics(copy)

    assert [(d.slug, d.position) for d in found] == [
        ("onbekende-waarde", Position("clauses/documenten/overeenkomst.yaml", 4, 8))
    ]


def test_library_of_the_program_loads() -> None:
    _library, found = load_with_diagnostics(content_root())

    assert [d for d in found if d.severity == "fout"] == []


@pytest.mark.parametrize("model", [SectionFile, QuestionnaireFile, CatalogueFile, PackageFile, OutlineFile])
def test_every_key_of_a_file_is_described_for_editors(model: type[BaseModel]) -> None:
    schema = model.model_json_schema()
    blocks = [schema, *schema.get("$defs", {}).values()]

    keys = [(name, key.get("description")) for block in blocks for name, key in block["properties"].items()]

    assert keys
    assert [name for name, description in keys if not description] == []


def test_a_loop_that_names_a_wrong_option_is_told_itself_not_as_an_echo_of_itself(tmp_path: Path) -> None:
    head = 'voor_elke: b in zaak.bronnen if b.maker == "iemand"\nniveau: tip'
    write_to(tmp_path, {"clauses/risicos/gevaar.md": risk(head)})
    library, found = load_with_diagnostics(tmp_path)

    assert library is None
    assert [(d.slug, d.message) for d in found] == [
        ("onbekende-optie", "'b.maker' heeft geen optie 'iemand'")
    ]


def test_a_file_with_only_an_echo_is_broken_too_so_that_nothing_more_is_said_of_it() -> None:
    problems = Problems()
    problems.leave_unread("zaak")
    problems.add("onbekende-variabele", "onbekende variabele 'zaak.haast'", "", Position("a.md"))

    assert problems.all() == []
    assert problems.broken == {"a.md"}
