"""The folder of one deal: names, saving, locking, the log, and what survives a crash."""

import json
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.casefile import CaseFolder, all_cases, create, find, open_folder, slug_of
from generator.diagnostics import MisuseError, OutputError, Severity

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
KILLS = 50 if "ZWARTOPWIT_DIEP" in os.environ else 20


@pytest.fixture
def folder(tmp_path: Path) -> CaseFolder:
    return create(tmp_path, "Fictief Administratiekantoor B.V.", TODAY)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk on which the first bytes still fit."""
    import errno

    real = os.write

    def write(handle: int, data: bytes) -> int:
        if len(data) <= 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, data[:4])

    monkeypatch.setattr("generator.saving.os.write", write)
    yield
    monkeypatch.undo()


def names_in(path: Path) -> list[str]:
    return sorted(f.name for f in path.iterdir())


def test_folders_are_numbered_within_the_year(tmp_path: Path) -> None:
    first = create(tmp_path, "Bakkerij Fictief", TODAY)
    second = create(tmp_path, "Bakkerij Fictief", TODAY)
    later = create(tmp_path, "Bakkerij Fictief", date(2027, 1, 1))
    assert [f.path.name for f in all_cases(tmp_path)] == [
        "2026-001-bakkerij-fictief",
        "2026-002-bakkerij-fictief",
        "2027-001-bakkerij-fictief",
    ]
    assert [first.number, second.number, later.number] == ["2026-001", "2026-002", "2027-001"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("../../x", "x"),
        ("CON", "con"),
        ("🦊🦊", "dossier"),
        ("", "dossier"),
        ("Café ’t Hoekje & Zn.", "cafe-t-hoekje-zn"),
        ("a" * 500, "a" * 40),
        ("/etc/passwd\x00", "etc-passwd"),
        ("..", "dossier"),
    ],
)
def test_any_name_becomes_a_safe_folder(tmp_path: Path, name: str, slug: str) -> None:
    made = create(tmp_path, name, TODAY)
    assert made.path == tmp_path / f"2026-001-{slug}"
    assert made.path.is_dir()


@given(st.text())
def test_a_folder_name_is_always_plain_ascii(name: str) -> None:
    slug = slug_of(name)
    assert slug.isascii()
    assert 1 <= len(slug) <= 40
    assert slug.strip("-") == slug
    assert slug.replace("-", "a").isalnum()


def test_two_windows_never_get_the_same_number(tmp_path: Path) -> None:
    threads = [threading.Thread(target=create, args=(tmp_path, f"klant {n}", TODAY)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(f.number for f in all_cases(tmp_path)) == [f"2026-{n:03d}" for n in range(1, 17)]
    assert not [n for n in names_in(tmp_path) if n.startswith(".")]


def test_a_number_that_was_reserved_when_the_program_died_is_skipped(tmp_path: Path) -> None:
    (tmp_path / ".2026-001").mkdir()
    assert create(tmp_path, "Fictief", TODAY).number == "2026-002"


def test_saving_and_reading_back(folder: CaseFolder) -> None:
    folder.save("vragenlijst: it-beheer\n")
    folder.save("vragenlijst: spoedklus\n")
    assert folder.text() == "vragenlijst: spoedklus\n"
    assert stat.S_IMODE(folder.answers.stat().st_mode) == 0o600
    assert names_in(folder.path) == ["antwoorden.yaml"]


def test_a_file_that_this_window_did_not_read_is_never_overwritten(folder: CaseFolder) -> None:
    folder.save("vragenlijst: it-beheer\n")
    with pytest.raises(OutputError, match="buiten dit venster veranderd"):
        CaseFolder(folder.path).save("vragenlijst: spoedklus\n")
    folder.answers.write_text("kapot: [", encoding="utf-8")
    with pytest.raises(OutputError):
        folder.save("vragenlijst: spoedklus\n")
    assert folder.answers.read_text(encoding="utf-8") == "kapot: ["


def test_a_full_disk_leaves_the_old_file_and_says_so(
    folder: CaseFolder, request: pytest.FixtureRequest
) -> None:
    folder.save("vragenlijst: it-beheer\n")
    folder.append_log("begonnen", {}, NOW)
    request.getfixturevalue("full_disk")
    with pytest.raises(OutputError, match="schijf is vol") as caught:
        folder.save("vragenlijst: spoedklus\n")
    assert caught.value.remedy.startswith("Maak ruimte vrij")
    with pytest.raises(OutputError):
        folder.append_log("antwoord", {"vraag": "x"}, NOW)
    with pytest.raises(OutputError):
        folder.publish({"a.docx": b"12345678"}, {"r.docx": b"12345678"}, b"{}")
    assert folder.text() == "vragenlijst: it-beheer\n"
    assert folder.verify_log() == ()
    assert len(folder.events()) == 1
    assert folder.makings() == ()
    assert not [n for n in names_in(folder.path) if n.endswith(".tmp")]
    assert names_in(folder.path / "intern") == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only(folder: CaseFolder) -> None:
    folder.save("vragenlijst: it-beheer\n")
    folder.path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="mag het programma niet schrijven"):
            folder.save("vragenlijst: spoedklus\n")
        with pytest.raises(OutputError, match="mag het programma niet schrijven"), folder.held():
            pass
    finally:
        folder.path.chmod(0o700)
    assert folder.text() == "vragenlijst: it-beheer\n"


@pytest.mark.parametrize("code", ["EACCES", "EROFS"])
def test_a_place_where_nobody_may_write(
    folder: CaseFolder, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    import errno

    def refuse(*_: object, **__: object) -> int:
        raise OSError(getattr(errno, code), "not here")

    monkeypatch.setattr("generator.saving.os.open", refuse)
    with pytest.raises(OutputError, match="mag het programma niet schrijven") as caught:
        folder.save("vragenlijst: it-beheer\n")
    assert "--dossiers" in caught.value.remedy


def test_a_root_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        create(tmp_path / "output", "Fictief", TODAY)
    with pytest.raises(OutputError):
        create(tmp_path / "output" / "dieper", "Fictief", TODAY)
    assert all_cases(tmp_path / "output") == ()
    assert all_cases(tmp_path / "weg") == ()


def test_a_second_window_gets_a_message_and_a_crash_lets_go(folder: CaseFolder) -> None:
    with (
        folder.held(),
        pytest.raises(OutputError, match="Dossier 2026-001 is al open in een ander venster"),
        CaseFolder(folder.path).held(),
    ):
        pass
    with CaseFolder(folder.path).held():
        assert folder.path.is_dir()


def test_what_a_crash_left_beside_the_file_is_cleared_when_the_case_opens(folder: CaseFolder) -> None:
    (folder.path / ".antwoorden.yaml.123.tmp").write_text("half", encoding="utf-8")
    with folder.held():
        assert names_in(folder.path) == [".slot"]


def test_finding_a_case(tmp_path: Path) -> None:
    for name in ("Bakkerij Fictief", "Garage Verzonnen", "Garage Bedacht"):
        create(tmp_path, name, TODAY).save("vragenlijst: it-beheer\n")
    assert find(tmp_path, "bakkerij").number == "2026-001"
    assert find(tmp_path, "2").number == "2026-002"
    assert find(tmp_path, "2026-003").number == "2026-003"
    assert find(tmp_path, "Garage Bedacht").number == "2026-003"
    assert find(tmp_path, str(tmp_path / "2026-002-garage-verzonnen")).number == "2026-002"
    assert (
        find(tmp_path, str(tmp_path / "2026-002-garage-verzonnen" / "antwoorden.yaml")).number == "2026-002"
    )
    with pytest.raises(MisuseError, match=r"past op 2 dossiers: 2026-002-garage-verzonnen, 2026-003"):
        find(tmp_path, "garage")
    for nothing in ("smederij", "9", "\x00", "x" * 5000):
        with pytest.raises(MisuseError, match="geen dossier"):
            find(tmp_path, nothing)
    with pytest.raises(MisuseError, match="geen dossier"):
        open_folder(tmp_path)
    with pytest.raises(OutputError, match=r"geen antwoorden\.yaml"):
        CaseFolder(tmp_path / "weg").text()


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = CaseFolder(tmp_path / "2026-001-weg")
    with pytest.raises(OutputError, match=r"is er niet \(meer\)"), gone.held():
        pass
    with pytest.raises(OutputError, match=r"is er niet \(meer\)"):
        gone.save("vragenlijst: it-beheer\n")


def test_answers_that_cannot_be_read(folder: CaseFolder) -> None:
    folder.answers.mkdir()
    with pytest.raises(OutputError, match="is niet te lezen"):
        folder.text()
    with pytest.raises(OutputError):
        folder.save("vragenlijst: it-beheer\n")
    assert folder.answers.is_dir()


# --- the log ------------------------------------------------------------------------------------------------------


def lines_of(folder: CaseFolder) -> list[bytes]:
    return (folder.path / "logboek.jsonl").read_bytes().splitlines()


def test_the_log_is_a_chain_from_its_first_line(folder: CaseFolder) -> None:
    for n in range(3):
        folder.append_log("antwoord", {"vraag": f"proef.v{n}", "waarde": "één " * 9000}, NOW)
    assert folder.verify_log() == ()
    assert [e.data["vraag"] for e in folder.events()] == ["proef.v0", "proef.v1", "proef.v2"]
    assert folder.events()[0].at == "2026-11-21T10:30:00+00:00"
    assert json.loads(lines_of(folder)[0])["vorige"] == "0" * 64


def test_a_moment_without_a_time_zone_is_refused_and_the_clock_has_one(folder: CaseFolder) -> None:
    with pytest.raises(ValueError, match="time zone"):
        folder.append_log("antwoord", {}, datetime(2026, 11, 21))  # noqa: DTZ001 - that is the point
    folder.append_log("antwoord", {})
    assert datetime.fromisoformat(folder.events()[0].at).tzinfo is not None


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_changed_or_removed_line_shows(folder: CaseFolder, which: int) -> None:
    for n in range(4):
        folder.append_log("antwoord", {"n": n}, NOW)
    lines = lines_of(folder)
    path = folder.path / "logboek.jsonl"
    path.write_bytes(
        b"\n".join(line.replace(b'"n"', b'"m"') if i == which else line for i, line in enumerate(lines))
        + b"\n"
    )
    (changed,) = folder.verify_log()
    assert (changed.slug, changed.position and changed.position.line) == ("logboek-gewijzigd", which + 2)
    path.write_bytes(b"\n".join(line for i, line in enumerate(lines) if i != which) + b"\n")
    assert [f.slug for f in folder.verify_log()] == ["logboek-gewijzigd"]


@pytest.mark.parametrize("kept", [1, 40, -2])
def test_a_line_torn_off_by_a_crash_is_reported_and_blocks_nothing(folder: CaseFolder, kept: int) -> None:
    folder.append_log("antwoord", {"n": 1}, NOW)
    folder.append_log("antwoord", {"n": 2}, NOW)
    path = folder.path / "logboek.jsonl"
    first, second = lines_of(folder)
    path.write_bytes(first + b"\n" + second[:kept])
    folder.append_log("antwoord", {"n": 3}, NOW)
    (torn,) = folder.verify_log()
    assert (torn.slug, torn.severity, torn.position and torn.position.line) == (
        "logregel-afgebroken",
        Severity.WARNING,
        2,
    )
    assert [e.data["n"] for e in folder.events()] == [1, 3]


def test_only_the_line_end_was_lost(folder: CaseFolder) -> None:
    folder.append_log("antwoord", {"n": 1}, NOW)
    path = folder.path / "logboek.jsonl"
    path.write_bytes(path.read_bytes()[:-1])
    folder.append_log("antwoord", {"n": 2}, NOW)
    assert folder.verify_log() == ()
    assert len(folder.events()) == 2


def test_an_empty_log_is_in_order(folder: CaseFolder) -> None:
    assert folder.verify_log() == ()
    (folder.path / "logboek.jsonl").write_bytes(b"")
    folder.append_log("antwoord", {}, NOW)
    assert folder.verify_log() == ()


# --- documents ----------------------------------------------------------------------------------------------------


def test_each_making_gets_its_own_number_and_is_whole(folder: CaseFolder) -> None:
    documents = {"overeenkomst.docx": b"PK1", "waarschuwingsbrief.docx": b"PK2"}
    assert folder.publish(documents, {"risicorapport.docx": b"PK3"}, b'{"v": 1}') == 1
    assert folder.publish({"overeenkomst.docx": b"PK4"}, {}, b"{}") == 2
    first = folder.path / "stukken" / "0001"
    assert names_in(first) == ["herkomst.json", "overeenkomst.docx", "waarschuwingsbrief.docx"]
    assert (first / "overeenkomst.docx").read_bytes() == b"PK1"
    assert names_in(folder.path / "intern" / "0001") == ["risicorapport.docx"]
    assert names_in(folder.path / "stukken" / "0002") == ["herkomst.json", "overeenkomst.docx"]
    assert folder.makings() == (1, 2)


def test_what_a_crash_left_of_a_making_is_cleared_by_the_next(folder: CaseFolder) -> None:
    folder.publish({"a.docx": b"1"}, {"r.docx": b"1"}, b"{}")
    for left in ("intern/0002", "stukken/.bezig-0002", "intern/.bezig-0003"):
        (folder.path / left).mkdir()
        (folder.path / left / "half.docx").write_bytes(b"h")
    assert folder.makings() == (1,)
    assert folder.publish({"a.docx": b"2"}, {"r.docx": b"2"}, b"{}") == 2
    assert names_in(folder.path / "intern") == ["0001", "0002"]
    assert names_in(folder.path / "intern" / "0002") == ["r.docx"]
    assert names_in(folder.path / "stukken") == ["0001", "0002"]


def test_a_document_name_cannot_leave_the_folder(folder: CaseFolder) -> None:
    for name in ("../x.docx", "/x", "a/b", ".verborgen"):
        with pytest.raises(ValueError, match="not a place"):
            folder.publish({name: b"1"}, {"r.docx": b"1"}, b"{}")
    assert folder.makings() == ()
    assert names_in(folder.path / "intern") == []


def test_the_library_is_kept_once_per_edition(folder: CaseFolder) -> None:
    kept = folder.keep_library(b"zip", "abc")
    assert folder.keep_library(b"anders", "abc") == kept
    assert kept == folder.path / "bibliotheek" / "abc.zip"
    assert kept.read_bytes() == b"zip"


# --- kill -9 ------------------------------------------------------------------------------------------------------

SAVER = """
import sys
from pathlib import Path
from generator.casefile import CaseFolder
from hashlib import sha256
folder = CaseFolder(Path(sys.argv[1]))
with folder.held():
    folder._known = sha256(folder.answers.read_bytes()).hexdigest()
    n = int(folder.text().split()[1])
    while True:
        n += 1
        folder.save(f"nummer: {n} " + "x" * 20000 + " einde\\n")
        folder.append_log("antwoord", {"nummer": n})
        print(n, flush=True)
        if n % 7 == 0:
            folder.publish({"a.docx": b"a" * 5000}, {"r.docx": b"r" * 5000}, b"{}")
"""


def killed_while_saving(folder: CaseFolder, after: float) -> int:
    """Start a window that saves as fast as it can, kill it at a random moment; the last save it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", SAVER, str(folder.path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        acknowledged = int(process.stdout.readline())
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split("\n")
        return max([acknowledged, *(int(n) for n in rest[:-1])])


def check_after_kill(folder: CaseFolder, acknowledged: int) -> None:
    text = folder.text()
    assert int(text.split()[1]) >= acknowledged
    assert text.endswith(" einde\n")
    assert {f.slug for f in folder.verify_log()} <= {"logregel-afgebroken"}
    assert max(e.data["nummer"] for e in folder.events()) >= acknowledged  # type: ignore[type-var]
    for number in folder.makings():
        assert names_in(folder.path / "stukken" / f"{number:04d}") == ["a.docx", "herkomst.json"]
        assert names_in(folder.path / "intern" / f"{number:04d}") == ["r.docx"]
    with CaseFolder(folder.path).held():
        assert not [n for n in names_in(folder.path) if n.endswith(".tmp")]


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is not a thing there")
def test_killed_at_any_moment_nothing_that_was_saved_is_lost(folder: CaseFolder) -> None:
    folder.save("nummer: 0 einde\n")
    moments = random.Random(20261121)
    for _ in range(KILLS):
        check_after_kill(folder, killed_while_saving(folder, moments.uniform(0, 0.05)))
