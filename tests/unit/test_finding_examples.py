"""``controleer --voorbeelden``: the answers beside a finding load, and do show what it says."""

from datetime import date
from pathlib import Path

import pytest
from answering import TODAY
from test_bad_libraries import BAD

from benchmarks.mutation_kinds import ALL, plain_clauses
from benchmarks.mutations import original
from generator import document as doc
from generator.answers import Case
from generator.answers_file import read_case
from generator.assembly import Papers, assemble
from generator.facts import Facts
from generator.library import Library
from generator.library_checks import checked
from generator.lint.claimed import claims_of
from generator.lint.showing import shows
from generator.loading.files import read_content
from generator.loading.load import read_as_far_as_it_goes
from generator.trying.example_files import NONE, with_examples
from generator.trying.examples import Trying
from generator.values import State

SHOWN = (
    "bewaking-ontbreekt",
    "later-in-voorwaarde",
    "niet-gevraagd-mogelijk",
    "risico-nooit-opgelost",
    "risico-zonder-uitweg",
    "stukken-spreken-tegen",
    "verdeling-dubbel",
    "verdeling-onvolledig",
    "verwijzing-naar-afwezig",
)


def broken(name: str) -> Library:
    return read_as_far_as_it_goes(read_content(BAD / name), "")


def example(name: str, folder: Path) -> tuple[Library, Case]:
    """The library of this slug, and the answers that ``controleer`` writes beside its finding."""
    found, _told = checked(BAD / name, (), language=False, coverage=False)
    shown, told = with_examples(found, BAD / name, (), folder, TODAY)
    (path,) = (Path(d.example) for d in shown if d.slug == name and d.example)
    assert "1 voorbeeld." in told
    library = broken(name)
    return library, read_case(path.read_text("utf-8"), library, path.name, today=TODAY)


def papers(library: Library, case: Case) -> Papers:
    return assemble(library, Facts(library, case.questionnaire, case.answers, TODAY), case)


def named(library: Library, case: Case) -> list[str]:
    """The records that the letter names: their names are blanks, as these answers leave them open."""
    (letter,) = (d for d in papers(library, case).documents if d.id == "brief")
    blanks = (i for i in doc.all_inlines(letter) if isinstance(i, doc.Blank))
    return [b.variable for b in blanks if b.variable == "d.naam"]


@pytest.mark.parametrize("name", SHOWN)
def test_every_finding_for_some_answers_has_a_file_that_loads_and_shows_it(name: str, tmp_path: Path) -> None:
    library, case = example(name, tmp_path)

    claims = claims_of(library, whole=True)
    found, _told = checked(BAD / name, (), language=False, coverage=False)
    (finding,) = (d for d in found if d.slug == name)
    assert any(shows(claim, library, case, TODAY) for claim in claims.of(finding))
    assert not any(shows(claim, library, Case(case.questionnaire), TODAY) for claim in claims.of(finding))


def test_a_record_that_a_paper_names_twice_does_stand_there_twice(tmp_path: Path) -> None:
    library, case = example("verdeling-dubbel", tmp_path)

    assert named(library, case) == ["d.naam", "d.naam"]


def test_a_record_that_a_paper_leaves_out_is_not_there(tmp_path: Path) -> None:
    library, case = example("verdeling-onvolledig", tmp_path)

    assert named(library, case) == []


def test_a_risk_without_an_end_is_raised(tmp_path: Path) -> None:
    library, case = example("risico-zonder-uitweg", tmp_path)

    assert [f.risk for f in papers(library, case).findings] == ["haast"]


def test_an_amount_that_is_not_known_is_what_is_printed(tmp_path: Path) -> None:
    _library, case = example("bewaking-ontbreekt", tmp_path)

    assert dict(case.answers) == {("zaak", "prijs"): State.UNKNOWN}


def test_the_file_says_itself_what_it_shows_and_files_of_one_place_have_names_of_their_own(
    tmp_path: Path,
) -> None:
    root = BAD / "bewaking-ontbreekt"
    found, _told = checked(root, (), language=False, coverage=False)

    shown, told = with_examples([*found, *found], root, (), tmp_path, date(2027, 1, 2))

    names = [Path(str(d.example)).name for d in shown]
    assert names == ["bewaking-ontbreekt-algemeen-proef-5.yaml", "bewaking-ontbreekt-algemeen-proef-5-2.yaml"]
    text = (tmp_path / names[0]).read_text("utf-8")
    assert text.startswith("# clauses/algemeen/proef.md:5:19: 'zaak.prijs' kan onbekend zijn")
    assert "# nagerekend op 2 januari 2027\n" in text
    assert told == f"Geschreven naar {tmp_path}: 2 voorbeelden."


def test_nothing_is_claimed_that_was_not_seen(tmp_path: Path) -> None:
    """What cannot be proved may well be right: then there is no file, and that is said."""
    root = BAD / "niet-te-bewijzen"
    found, _told = checked(root, (), language=False, coverage=False)

    shown, told = with_examples(found, root, (), tmp_path, TODAY)

    assert [d.example for d in shown] == [NONE]
    assert told.endswith("Bij 1 andere lukte dat niet.")
    assert not list(tmp_path.iterdir())


def test_what_shows_for_all_answers_or_none_gets_no_file(tmp_path: Path) -> None:
    root = BAD / "clausule-onbereikbaar"
    found, _told = checked(root, (), language=False, coverage=False)

    shown, told = with_examples(found, root, (), tmp_path, TODAY)

    assert [d.example for d in shown] == [None]
    assert "0 voorbeelden." in told


SEEDED = {"inverted guard", "article that may be absent", "documents that contradict each other"}


@pytest.mark.diep
def test_faults_seeded_in_the_real_library_get_answers_of_a_few_lines() -> None:
    texts = original()
    for mutation in (m for m in ALL if m.name in SEEDED):
        mutation.apply(texts, plain_clauses(texts))
    library = read_as_far_as_it_goes({p: t.encode() for p, t in sorted(texts.items())}, "")
    claims = claims_of(library, whole=True)
    slugs = {m.slug for m in ALL if m.name in SEEDED}
    shown = [d for d in claims.findings() if d.slug in slugs]

    assert {d.slug for d in shown} == slugs
    for finding in shown:
        text = next(t for c in claims.of(finding) if (t := Trying(library, TODAY).example(c)))
        case = read_case(text, library, "voorbeeld", today=TODAY)
        assert any(shows(c, library, case, TODAY) for c in claims.of(finding))
        assert text.count("\n") < 20
