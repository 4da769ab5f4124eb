"""The supplier's profile: kept once, filled in only where it may be."""

import stat
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.answers import Case
from generator.diagnostics import AnswersError, OutputError, Position
from generator.library import Kind, Library, Package, Question, Questionnaire, Section, SectionUse
from generator.profile import Profile, fill, load, profile_path, save
from generator.values import Record, State

HERE = Position("questionnaires/rubrieken/proef.yaml")
TARIFF, TERM, GOAL, SUPPLIER = (
    ("prijs", "tarief"),
    ("prijs", "termijn"),
    ("prijs", "doel"),
    ("partijen", "leverancier"),
)


def q(name: str, kind: Kind, **more: object) -> Question:
    return Question(id=name, kind=kind, text=f"{name}?", position=HERE, **more)  # type: ignore[arg-type]


def library() -> Library:
    fields = (q("naam", Kind.TEXT), q("kvk", Kind.KVK, may_be_later=True))
    prices = (
        q("tarief", Kind.MONEY, from_supplier=True),
        q("termijn", Kind.NUMBER, from_supplier=True),
        q("doel", Kind.TEXT),
    )
    sections = (
        Section("prijs", "Prijs", prices, (), (), HERE),
        Section(
            "partijen",
            "Partijen",
            (q("leverancier", Kind.GROUP, fields=fields, from_supplier=True),),
            (),
            (),
            HERE,
        ),
        Section("elders", "Elders", (q("x", Kind.TEXT, from_supplier=True),), (), (), HERE),
    )
    uses = (SectionUse("prijs"), SectionUse("partijen"))
    return Library(
        name="proef", version="1", law_date="2026-11-21", hash="aaa", sections={s.id: s for s in sections},
        questionnaires={"it-beheer": Questionnaire("it-beheer", "Beheer", uses, (), HERE)}, clauses={}, terms={}, risks={},
        outlines={}, decision=Section("besluit", "Besluit", (), (), (), HERE), factors=(), packages={}, sources={},
        subjects={}, never_printed=(),
    )  # fmt: skip


LIBRARY = library()
OURS = Record("", {"naam": "Fictief IT B.V.", "kvk": State.LATER})


@pytest.fixture(autouse=True)
def settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ZWARTOPWIT_PROFIEL", str(tmp_path / "instellingen"))
    return tmp_path / "instellingen"


def profile() -> Profile:
    return (
        Profile()
        .with_answer(TARIFF, Decimal("95.00"))
        .with_answer(SUPPLIER, OURS)
        .with_answer(("elders", "x"), "y")
    )


def test_a_profile_comes_back_as_it_was_saved(settings_folder: Path) -> None:
    assert load(LIBRARY) == Profile()
    save(profile(), LIBRARY)
    assert load(LIBRARY) == profile()
    file = settings_folder / "profiel.yaml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "naam: Fictief IT B.V." in file.read_text(encoding="utf-8")


def test_taking_an_answer_away() -> None:
    assert profile().with_answer(TARIFF, State.OPEN).answers == {SUPPLIER: OURS, ("elders", "x"): "y"}


def test_what_another_library_asks_is_kept(settings_folder: Path) -> None:
    save(profile(), LIBRARY)
    smaller = replace(LIBRARY, sections={k: v for k, v in LIBRARY.sections.items() if k != "elders"})
    here = load(smaller)
    assert ("elders", "x") not in here.answers
    save(here.with_answer(TARIFF, Decimal("100.00")), smaller)
    assert load(LIBRARY) == profile().with_answer(TARIFF, Decimal("100.00"))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", "leeg-bestand"),
        ("antwoorden: [", "half-geschreven"),
        ("vorm: 2\n", "nieuwere-vorm"),
        ("antwoorden: x\n", "verkeerde-soort"),
        ("antwoorden: {prijs: x}\n", "verkeerde-soort"),
        ("antwoorden: {prijs: {tarief: veel}}\n", "antwoord-niet-te-lezen"),
    ],
)
def test_a_broken_profile_is_explained(settings_folder: Path, text: str, slug: str) -> None:
    settings_folder.mkdir()
    (settings_folder / "profiel.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(AnswersError) as caught:
        load(LIBRARY)
    (fault,) = caught.value.diagnostics
    assert fault.slug == slug
    assert fault.position is not None
    assert fault.position.path.endswith("profiel.yaml")


def test_a_profile_that_is_no_file(settings_folder: Path) -> None:
    (settings_folder / "profiel.yaml").mkdir(parents=True)
    with pytest.raises(OutputError, match="niet te lezen"):
        load(LIBRARY)


def test_only_the_suppliers_questions_are_filled_in_and_only_when_open() -> None:
    given = Profile({TARIFF: Decimal("95.00"), GOAL: "sneaky", SUPPLIER: OURS, ("elders", "x"): "y"})
    own = Record("", {"naam": "Anders B.V."})
    case = fill(Case("it-beheer", {SUPPLIER: own}), LIBRARY, given)
    assert case.answers == {SUPPLIER: own, TARIFF: Decimal("95.00")}
    assert case.source == {"profiel": ["prijs.tarief"]}


def test_a_package_goes_before_the_profile_and_both_are_recorded() -> None:
    prices = MappingProxyType({"tarief": "80.00", "termijn": "30"})
    package = Package("basis", "Basis", MappingProxyType({"prijs": prices}), HERE)
    case = fill(Case("it-beheer"), LIBRARY, profile(), package)
    assert case.answers == {TARIFF: Decimal("80.00"), ("prijs", "termijn"): Decimal(30), SUPPLIER: OURS}
    assert case.source == {
        "pakket": ["prijs.tarief", "prijs.termijn"],
        "profiel": ["partijen.leverancier"],
        "pakketnaam": "basis",
    }
    assert fill(case, LIBRARY, profile(), package) == case


def test_a_whole_group_comes_from_a_package_as_the_library_holds_it() -> None:
    supplier = MappingProxyType({"naam": "Fictief IT B.V."})
    package = Package("basis", "Basis", {"partijen": MappingProxyType({"leverancier": supplier})}, HERE)
    case = fill(Case("it-beheer"), LIBRARY, Profile(), package)
    assert case.answers == {SUPPLIER: Record("", {"naam": "Fictief IT B.V."})}


def test_a_package_that_does_not_fit_is_explained() -> None:
    package = Package("basis", "Basis", {"prijs": {"tarief": "veel", "termijn": "x"}}, HERE)
    with pytest.raises(AnswersError) as caught:
        fill(Case("it-beheer"), LIBRARY, Profile(), package)
    assert {d.question for d in caught.value.diagnostics} == {"prijs.tarief", "prijs.termijn"}


def test_without_a_chosen_folder_the_settings_of_this_system_are_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("ZWARTOPWIT_PROFIEL")
    assert profile_path().name == "profiel.yaml"
    assert profile_path().parent.name == "zwartopwit"


def test_no_heavy_library_is_loaded_for_an_empty_profile() -> None:
    code = (
        "import sys, generator.profile, generator.casefile\n"
        "print(sorted({'yaml', 'platformdirs', 'babel', 'pydantic', 'jinja2', 'lxml'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
