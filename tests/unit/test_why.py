"""``waarom`` and ``herkomst``: which answers and which rule put something where it is."""

from pathlib import Path

import pytest
from command import EXAMPLES, Run, Seen

EXAMPLE = EXAMPLES / "administratiekantoor.yaml"
TODAY = ("--vandaag", "2026-11-21")


@pytest.fixture
def ask(run: Run):
    def asking(*words: str | Path) -> Seen:
        seen = run("waarom", *words, *TODAY)
        assert not seen.english
        return seen

    return asking


def test_a_clause_tells_its_rule_its_answers_its_source_and_its_version(ask) -> None:
    seen = ask(EXAMPLE, "backup/bijlage")
    assert seen.code == 0
    assert "clausule backup/bijlage, versie " in seen.out
    assert "clauses/backup/bijlage.md:" in seen.out
    assert "grond: Art. 32 AVG" in seen.out
    assert "toelichting: " in seen.out
    assert "backup.bronnen  (clauses/documenten/overeenkomst.yaml:" in seen.out
    assert "1 regel: Administratie en loongegevens" in " ".join(seen.out.split())


def test_a_number_is_that_of_the_agreement(ask) -> None:
    by_number = ask(EXAMPLE, "artikel 7.2")
    assert by_number.code == 0
    assert by_number.out.startswith("Overeenkomst voor IT-beheer: 7.2 ")
    assert ask(EXAMPLE, "7.2").out == by_number.out


def test_an_annex_by_its_number(ask) -> None:
    assert "Deze bijlage hoort erbij als" in ask(EXAMPLE, "bijlage 2").out


def test_a_finding_tells_its_rule_and_what_was_answered(ask) -> None:
    seen = ask(EXAMPLE, "beveiliging-afgewezen/firewall")
    assert "R-08, ernstig" in seen.out
    assert "Deze melding komt op" in seen.out
    assert 'm.keuze == "afgewezen"' in seen.out
    assert "clauses/risicos/beveiliging-afgewezen.md:" in seen.out
    assert "m.keuze  (questionnaires/rubrieken/beveiliging.yaml:" in seen.out


def test_a_word_file_finds_its_case_by_its_number(run: Run, ask, tmp_path: Path) -> None:
    cases = tmp_path / "dossiers"
    run("maak", EXAMPLE, "--dossiers", cases, *TODAY)
    (paper,) = cases.glob("*/stukken/0001/overeenkomst.docx")
    seen = ask(paper, "7.2", "--dossiers", cases)
    assert seen.out == ask(EXAMPLE, "7.2").out
    assert ask(paper, "7.2", "--dossiers", tmp_path / "leeg").code == 2


def test_a_number_in_a_word_file_is_that_of_the_file_also_when_the_case_moved_on(
    run: Run, ask, tmp_path: Path
) -> None:
    """The same lid has another number once an article before it is gone."""
    cases = tmp_path / "dossiers"
    run("maak", EXAMPLE, "--dossiers", cases, *TODAY)
    (paper,) = cases.glob("*/stukken/0001/overeenkomst.docx")
    before = {n: ask(paper, n, "--dossiers", cases).out.splitlines()[1] for n in ("12", "17")}
    (answers,) = cases.glob("*/antwoorden.yaml")
    text = answers.read_text("utf-8")
    start = text.index("aannames:")
    rows = text.index("\n", start)
    end = next(n for n in range(rows + 1, len(text)) if text[n - 1] == "\n" and not text[n:].startswith(("      ", "    -")))  # fmt: skip
    answers.write_text(text[:start] + "aannames: []" + text[rows if end <= rows else end - 1 :], "utf-8")
    after = {n: ask(paper, n, "--dossiers", cases).out.splitlines()[1] for n in ("12", "17")}
    assert after == before


def test_a_clause_that_is_not_there_tells_the_rule_that_keeps_it_out_and_the_answer(ask) -> None:
    seen = ask(EXAMPLES / "bakker.yaml", "migratie/verhuizing")
    assert seen.code == 0
    assert seen.out.startswith("overeenkomst: ‘migratie/verhuizing’ staat hier niet in.\n")
    assert "Deze clausule hoort erbij als" in seen.out
    assert "Dat is nu niet zo." in seen.out
    assert "questionnaires/rubrieken/" in seen.out


def test_a_risk_or_paper_that_is_not_there_tells_what_would_bring_it(run: Run) -> None:
    risk = run("waarom", EXAMPLES / "bakker.yaml", "geen-backup", *TODAY)
    assert (risk.code, 'b.maker == "niemand"' in risk.out, "Dat is nu niet zo." in risk.out) == (
        0,
        True,
        True,
    )
    paper = run("waarom", EXAMPLES / "bakker.yaml", "afstandsverklaring", *TODAY)
    assert (paper.code, 'melding.niveau == "ernstig"' in paper.out) == (0, True)


def test_what_is_not_there_is_misuse_and_says_what_can_be_asked(ask) -> None:
    seen = ask(EXAMPLE, "99.9")
    assert (seen.code, "doe:" in seen.err) == (2, True)
    assert ask(EXAMPLE, "7.2", "--stuk", "huurcontract").code == 2


def test_origins_name_a_file_and_a_version_for_every_clause(run: Run) -> None:
    seen = run("herkomst", EXAMPLE, "--stuk", "overeenkomst", *TODAY)
    assert seen.code == 0
    rows = [x for x in seen.out.splitlines() if x.startswith("  ")]
    assert len(rows) > 20
    assert all("versie " in r and "clauses/" in r for r in rows)
