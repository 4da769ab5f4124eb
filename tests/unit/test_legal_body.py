"""The legal body is complete: each topic, rule and named risk has its place, and each source is real and used."""

from datetime import date
from pathlib import Path

import pytest

from generator import app
from generator.library import Library
from generator.lint.subjects import clauses_by_subject
from generator.loading.load import load_library
from generator.topics import source_table
from generator.writers.text import write

ROOT = Path(__file__).parents[2]
ALWAYS_SOLVED = {
    "R-19": "het terughalen of opnieuw maken van gegevens",
    "R-27": "gaan Back-up, beveiliging en bewaking gewoon door",
    "R-29": "Spreken stukken elkaar tegen, dan gaat het stuk voor dat hier het eerst staat",
    "R-37": "Een wijziging verandert rechten over de tijd ervoor alleen als dat er uitdrukkelijk staat",
    "opzet-uitgesloten": "opzet of bewuste roekeloosheid van Leverancier of zijn leiding",
}
"""Rules that no answers can break, with the words of the fixed text that solve them."""
NAMED = """
    consument geen-backup-persoonsgegevens toegang-van-buiten-open geen-noodplan polis-van-klant
    melding-zonder-ingrijpen elders-onbevestigd onbekend-beveiliging einde-ondersteuning bewaarplicht-vernietigd
    verwerkersovereenkomst backup-zonder-instructie versmalling-zonder-tegenprestatie maximum-te-laag
    incidentkosten-niet-besproken licentie-langer-dan-contract tenant-op-onze-naam domein-op-onze-naam
    inkoopvoorwaarden-overheid opzegging-te-snel informatieplicht dora cbw data-act nul-post herstelprijs-achteraf
    niet-aangeboden reden-te-mager een-waarschuwing maximum-boven-verzekering al-begonnen stapel kleine-klant
    grote-klant verzwaring-onvolledig
"""
WITHOUT_DATE = {"vakmanschap", "uavg-22", "uavg-46"}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_every_topic_has_a_clause_or_a_reason(library: Library) -> None:
    covered = clauses_by_subject(library)
    assert [s for s, clauses in covered.items() if not clauses and s not in library.absent_subjects] == []


def test_every_rule_is_a_risk_or_always_solved(library: Library) -> None:
    rules = {risk.rule for risk in library.risks.values()} | set(ALWAYS_SOLVED)
    assert [f"R-{n:02}" for n in range(1, 39) if f"R-{n:02}" not in rules] == []
    assert sorted(set(NAMED.split()) - set(library.risks)) == []


@pytest.mark.parametrize("example", ["administratiekantoor", "re-integratie"])
def test_fixed_text_solves_what_no_answer_may_break(example: str, tmp_path: Path) -> None:
    work = app.opened(str(ROOT / "examples" / f"{example}.yaml"), app.Settings(tmp_path, date(2026, 11, 21)))
    contract = next(d for d in app.papers_of(work).documents if d.id == "overeenkomst")
    text = " ".join(write(contract, 10_000).split())
    assert [rule for rule, words in ALWAYS_SOLVED.items() if words not in text] == []


def test_every_source_says_what_it_is_and_how_it_was_verified(library: Library) -> None:
    for source in library.sources.values():
        if source.id == "vakmanschap":
            continue
        named = any(word in source.title for word in ("ECLI:", "Art. ", "wetsvoorstel"))
        assert named or "ECLI-nummer stond daar niet bij" in source.verified, source.id
        assert len(source.verified.split()) >= 3, source.id
        assert source.date or source.id in WITHOUT_DATE, source.id


def test_every_source_supports_something(library: Library) -> None:
    assert [line for line in source_table(library) if "nergens gebruikt" in line] == []
