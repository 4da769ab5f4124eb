"""``vergelijk``: what is told of two versions, and the Word file with tracked changes."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from command import EXAMPLES, Run, Seen
from conftest import needs_office
from lxml import etree
from samples import SAMPLES, contract, waiver
from word_edits import edited, replaced

from generator.comparing import Status, compared
from generator.document import Document
from generator.office import find_office
from generator.writers.docx.opening import opened
from generator.writers.docx.redlining import Revision, redlined
from generator.writers.docx.returned import returned
from generator.writers.docx.tracked import has_changes

Write = Callable[[Document], bytes]
REVISION = Revision("Fictief IT-beheer B.V.", "2026-11-21T00:00:00Z")
SETTLE = Path(__file__).with_name("settle_in_libreoffice.py")
EXAMPLE = EXAMPLES / "administratiekantoor.yaml"


@pytest.fixture
def changed_answers(tmp_path: Path) -> Path:
    text = EXAMPLE.read_text("utf-8").replace("medewerkers: 12\n", "medewerkers: 14\n")
    text = text.replace('externe_toegang: {keuze: later, prijs: "25.00"', 'externe_toegang: {keuze: later, prijs: "31.00"')  # fmt: skip
    (tmp_path / "later.yaml").write_text(text, "utf-8")
    return tmp_path / "later.yaml"


@pytest.fixture
def compare(run: Run):
    def comparing(*words: str | Path) -> Seen:
        seen = run("vergelijk", *words, "--vandaag", "2026-11-21")
        assert not seen.english
        return seen

    return comparing


def changes_in(path: Path) -> "etree._Element":
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def lines(seen: Seen) -> list[str]:
    return [x.strip() for x in seen.out.splitlines() if x.strip().startswith(("veranderd:", "verdwenen:", "nieuw:"))]  # fmt: skip


def test_two_answers_files_give_a_summary_and_a_word_file(
    compare, changed_answers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "wijzigingen.docx"
    seen = compare(EXAMPLE, changed_answers, "--stuk", "overeenkomst", "--uit", out, "--streng")
    assert seen.code == 3
    assert "[weg: 12] [erbij: 14]" in seen.out
    assert "[weg: 25,00] [erbij: 31,00]" in seen.out
    assert str(out) in seen.out
    assert has_changes(changes_in(out))


def test_the_same_answers_differ_in_nothing_and_write_nothing(compare, tmp_path: Path) -> None:
    seen = compare(EXAMPLE, EXAMPLE, "--uit", tmp_path / "niets", "--streng")
    assert (seen.code, lines(seen)) == (0, [])
    assert not (tmp_path / "niets").exists()


def test_two_makings_of_one_case(run: Run, compare, changed_answers: Path, tmp_path: Path) -> None:
    cases = tmp_path / "dossiers"
    run("maak", EXAMPLE, "--dossiers", cases, "--vandaag", "2026-11-21")
    (answers,) = cases.glob("*/antwoorden.yaml")
    answers.write_text(answers.read_text("utf-8").replace("medewerkers: 12\n", "medewerkers: 14\n"), "utf-8")
    run("maak", "2026-001", "--dossiers", cases, "--vandaag", "2026-11-21")
    seen = compare("2026-001/1", "2026-001/2", "--dossiers", cases)
    assert len(lines(seen)) == 1
    assert "[weg: 12] [erbij: 14]" in seen.out
    folders = sorted(cases.glob("*/stukken/*"))
    assert lines(compare(*folders)) == lines(seen)
    files = [f / "overeenkomst.docx" for f in folders]
    assert lines(compare(*files)) == lines(seen)
    assert compare("2026-001/1", "2026-001/7", "--dossiers", cases).code == 2


def test_a_file_of_one_case_is_found_among_the_papers_of_the_case(run: Run, compare, tmp_path: Path) -> None:
    made = tmp_path / "stukken"
    run("maak", EXAMPLE, "--uit", made, "--vandaag", "2026-11-21")
    seen = compare(made / "overeenkomst.docx", EXAMPLE)
    assert seen.code == 0
    assert "overeenkomst:" in seen.out
    assert lines(seen) == []


def test_several_papers_do_not_go_into_one_file(compare, changed_answers: Path, tmp_path: Path) -> None:
    seen = compare(EXAMPLE, changed_answers, "--uit", tmp_path / "een.docx")
    assert seen.code == 2
    assert "--stuk" in seen.err
    assert not (tmp_path / "een.docx").exists()


def test_what_is_no_word_file_is_refused(compare, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"%PDF-1.7")
    seen = compare(tmp_path / "x.docx", EXAMPLE)
    assert (seen.code, "een PDF" in seen.err) == (1, True)


# --- the file ---------------------------------------------------------------------------------------------------------


def pairs(word: Write) -> dict[str, tuple[bytes, bytes]]:
    """Every form against a version with other words; and the agreement with an article less, and one more."""
    whole = {name: word(make()) for name, make in SAMPLES.items()}
    found = {name: (data, edited(data, _other_words)) for name, data in whole.items()}
    longer, shorter = word(contract(filler=3)), word(contract())
    return {**found, "meer": (shorter, longer), "minder": (longer, shorter), "open": (word(waiver()), word(waiver(concept=("Vul in.",))))}  # fmt: skip


def _other_words(xml: str) -> str:
    return xml.replace("Fictief", "Verzonnen").replace(" niet", " nooit").replace("Klant ", "De klant ")


@pytest.fixture(scope="module")
def redlines(word: Write) -> dict[str, tuple[bytes, bytes, bytes]]:
    return {n: (a, b, redlined(a, b, REVISION, n)) for n, (a, b) in pairs(word).items()}


NAMES = [*SAMPLES, "meer", "minder", "open"]


def test_one_word_is_one_change_and_a_moved_number_is_none(word: Write) -> None:
    data = word(contract())
    new = edited(data, lambda xml: xml.replace("met een oudere Back-up, na overleg", "met een nieuwere Back-up, na overleg"))  # fmt: skip
    with zipfile.ZipFile(BytesIO(redlined(data, new, REVISION))) as archive:
        xml = archive.read("word/document.xml").decode()
    assert (xml.count("<w:ins "), xml.count("<w:del ")) == (1, 1)
    assert ">oudere</w:delText>" in xml
    moved = edited(data, lambda xml: xml.replace(">2.2<", ">9.9<"))
    assert not has_changes(opened(redlined(data, moved, REVISION)).body)


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_nothing(name: str, redlines, tmp_path: Path) -> None:
    import shutil

    validator = os.environ.get("ZWARTOPWIT_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if not validator:
        pytest.skip("ooxml-validator is absent")
    (tmp_path / "stuk.docx").write_bytes(redlines[name][2])
    run = subprocess.run(
        [validator, str(tmp_path / "stuk.docx")], capture_output=True, text=True, check=False
    )
    assert json.loads(run.stdout)["errors"] == []


def python_with_uno() -> list[str] | None:
    """A Python that can talk to LibreOffice: Debian's own, with python3-uno; or the one that is named."""
    for python in (os.environ.get("ZWARTOPWIT_UNO_PYTHON"), sys.executable, "/usr/bin/python3"):
        if python and Path(python).exists():
            run = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if run.returncode == 0:
                return [python]
    return None


@pytest.mark.office
@needs_office
def test_libreoffice_accepts_to_the_new_paper_and_rejects_to_the_old(redlines, tmp_path: Path) -> None:
    python = python_with_uno()
    if python is None:
        pytest.skip("python3-uno is absent")
    for name, (_old, _new, redline) in redlines.items():
        (tmp_path / f"{name}.docx").write_bytes(redline)
    subprocess.run([*python, str(SETTLE), str(find_office()), str(tmp_path)], check=True, timeout=240)
    for name, (old, new, _redline) in redlines.items():
        for verb, wanted in (("accept", new), ("reject", old)):
            found = returned(opened((tmp_path / verb / f"{name}.docx").read_bytes()))
            expected = returned(opened(wanted))
            assert found.changes == ()
            same = compared(expected.units, found.units)
            assert [(d.unit.name, d.passages) for d in same if d.status is not Status.SAME] == [], (
                name,
                verb,
            )
            assert " ".join(found.frame).split() == " ".join(expected.frame).split(), (name, verb)


def test_open_changes_of_the_other_side_are_compared_as_accepted(word: Write) -> None:
    data = word(contract())
    tracked = replaced(
        data,
        '<w:r><w:t xml:space="preserve">met een oudere Back-up, na overleg.</w:t></w:r>',
        '<w:ins w:id="9001" w:author="Mr. Fictief" w:date="2026-11-20T10:00:00Z"><w:r><w:t>nooit.</w:t></w:r></w:ins>',
    )
    root = opened(redlined(data, tracked, REVISION)).body
    authors = {e.get(k) for e in root.iter() for k in e.attrib if str(k).endswith("}author")}
    assert authors == {"Fictief IT-beheer B.V."}
