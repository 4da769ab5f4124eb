"""Topics without a clause on purpose: the check prints them, the risk report names them."""

from datetime import date
from pathlib import Path

import pytest

from generator import app
from generator.cli import main
from generator.loading.load import load_library
from generator.writers.text import write

ROOT = Path(__file__).parent.parent.parent


def test_risk_report_names_what_is_left_out_and_why(tmp_path: Path) -> None:
    library = load_library()
    work = app.opened(
        str(ROOT / "examples" / "administratiekantoor.yaml"), app.Settings(tmp_path, date(2026, 11, 21))
    )

    report = next(d for d in app.papers_of(work).documents if d.id == "risicorapport")
    text = " ".join(write(report, 100).split())

    assert len(library.absent_subjects) > 3
    for subject, reason in library.absent_subjects.items():
        assert f"{library.subjects[subject]}. {' '.join(reason.split())}" in text


def test_command_shows_topics_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    main(["controleer", "--dekking"])

    told = capsys.readouterr().out
    assert "Onderwerpen: " in told
    assert "slot-overeenkomst/geheimhouding" in told
    assert "met opzet afwezig: " in told
    assert "art-7-401-bw" in told
    assert "Nog na te kijken door een jurist" in told
