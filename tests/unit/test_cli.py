"""The command line as a user meets it."""

import argparse
import ast
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import EXAMPLES, ROOT, Process, Run

from generator import __version__
from generator.casefile import all_cases
from generator.cli import COMMANDS
from generator.dutch_parser import DUTCH
from generator.making import FORMATS
from generator.printing import inert

HUISARTS = EXAMPLES / "huisarts.yaml"
AGENDA = EXAMPLES / "huisarts-agenda.yaml"
KANTOOR = EXAMPLES / "administratiekantoor.yaml"
STUCK = "klusverklaring-wijziging-zonder-backup"


# --- words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_dutch_and_has_an_example(command: str, run: Run) -> None:
    seen = run(*filter(None, [command, "--help"]))
    assert seen.code == 0
    assert not seen.english
    assert "gebruik: zwartopwit" in seen.out
    assert f"voorbeeld: zwartopwit {command}".rstrip() in seen.out
    described = re.findall(
        r"^  (?:-h, )?(--?\S+|[A-Z|]+)(?: [A-Z]+)?(?:  +(\S.*))?$(\n {8,}\S)?", seen.out, re.MULTILINE
    )
    assert all(text or below for name, text, below in described if name not in {"COMMANDO", "DAAD"}), (
        described
    )


def test_help_names_every_command(run: Run) -> None:
    out = run("--help").out
    assert [c for c in COMMANDS if not re.search(rf"^ +{c} +[A-Z]", out, re.MULTILINE)] == []


@pytest.mark.parametrize("option", ["--version", "--versie"])
def test_version(option: str, run: Run) -> None:
    assert run(option).out == f"zwartopwit {__version__}\n"


PROGRAMMERS = (
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "can't open '%(filename)s': %(error)s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting ",
    "dest= is required",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r",
    "mutually exclusive arguments must be optional",
    "show program's version number and exit",  # we give our own
    "subcommands",  # idem
    "%(heading)s:",
    " (default: %(default)s)",
    "%(prog)s: warning: %(message)s\n",  # only for what is deprecated
    "option '%(option)s' is deprecated",
    "command '%(parser_name)s' is deprecated",
    "argument '%(argument_name)s' is deprecated",
)
"""What argparse says to who writes a program, never to who uses it."""


def test_every_word_of_argparse_is_translated() -> None:
    tree = ast.parse(Path(argparse.__file__).read_text("utf-8"))
    words = {
        a.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"_", "ngettext"}
        for a in call.args
        if isinstance(a, ast.Constant) and isinstance(a.value, str)
    }
    assert len(words) > 20
    assert {w for w in words if not w.startswith(PROGRAMMERS)} - set(DUTCH) == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Dit ontbreekt nog: COMMANDO."),
        (["zaak"], "‘zaak’ bestaat niet; bedoelt u ‘maak’?"),
        (["onzin"], "‘onzin’ bestaat niet; kies uit nieuw, verder, maak"),
        (["--onzin"], "‘--onzin’ hoort hier niet."),
        (["maak"], "Dit ontbreekt nog: DOSSIER|ANTWOORDEN."),
        (["maak", "a", "--uit"], "--uit: er hoort één waarde achter."),
        (["maak", "a", "b"], "‘b’ hoort hier niet."),
        (["maak", "a", "--documentn", "x"], "‘--documentn’ hoort hier niet; bedoelt u --documenten?"),
        (["maak", "a", "--def"], "‘--def’ hoort hier niet; bedoelt u --definitief?"),
        (["maak", "a", "--definitief=ja"], "--definitief: hier hoort geen waarde achter (er staat 'ja')."),
        (["toon", "a", "--breedte", "x"], "--breedte: schrijf een getal van 40 tot en met 300."),
        (["toon", "a", "--breedte", "-5"], "--breedte: schrijf een getal van 40 tot en met 300."),
        (["toon", "a", "--breedte", "²"], "--breedte: schrijf een getal van 40 tot en met 300."),
        (["nieuw", "--voor", "iedereen"], "--voor: ‘iedereen’ bestaat niet; kies uit verkoop, techniek"),
        (["nieuw", "--voor", "technik"], "--voor: ‘technik’ bestaat niet; bedoelt u ‘techniek’?"),
    ],
)
def test_misuse(words: list[str], said: str, run: Run) -> None:
    seen = run(*words)
    assert seen.code == 2
    assert seen.err.startswith(f"fout: {said}")
    assert re.search(r"\n  doe: Bekijk de uitleg met zwartopwit( \w+)? --help\.\n$", seen.err)
    assert not seen.english


# --- without a terminal -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["nieuw"], ["nieuw", "spoedklus"], ["verder"], ["profiel", "--wijzig"]])
def test_questions_need_a_terminal(words: list[str], run: Run) -> None:
    seen = run(*words)
    assert seen.code == 2
    assert "een toetsenbord en een scherm nodig" in seen.err
    assert "  doe: " in seen.err
    assert not seen.english
    assert not Path("output").exists()


# --- making -------------------------------------------------------------------------------------------------------


def test_making_twice_is_two_makings_of_one_case(run: Run) -> None:
    first, second = run("maak", AGENDA), run("maak", AGENDA)
    assert (first.code, second.code) == (0, 0)
    (case,) = all_cases(Path("output"))
    assert case.makings() == (1, 2)
    assert re.fullmatch(r"\d{4}-001-huisarts-agenda", case.path.name)
    assert f"Gemaakt in {case.path / 'stukken' / '0002'}:" in second.out
    assert f"  {STUCK}.docx\n" in second.out
    assert "INTERN, in" in second.out
    assert not case.verify_log()
    assert run("dossiers").out == f"{case.path.name}  2 keer gemaakt\n"
    assert (case.path / "stukken" / "0002" / f"{STUCK}.docx").read_bytes()[:2] == b"PK"


def test_other_answers_are_another_case(run: Run) -> None:
    mine = Path("huisarts.yaml")
    shutil.copy(HUISARTS, mine)
    run("maak", mine)
    mine.write_text(mine.read_text("utf-8").replace("sinds 2011", "sinds 2012"), "utf-8")
    run("maak", mine)
    assert [c.path.name[5:] for c in all_cases(Path("output"))] == ["001-huisarts", "002-huisarts"]


def test_a_file_called_as_in_a_case_is_no_case(run: Run) -> None:
    shutil.copy(HUISARTS, "antwoorden.yaml")
    assert run("maak", "antwoorden.yaml").code == 0
    assert sorted(p.name for p in Path().iterdir()) == ["antwoorden.yaml", "output"]


def test_a_case_is_found_by_number_name_and_folder(run: Run) -> None:
    run("maak", HUISARTS)
    (case,) = all_cases(Path("output"))
    texts = {
        run("toon", w, "risicorapport").out for w in ("1", case.number, "huisarts", case.path, case.answers)
    }
    assert len(texts) == 1


def test_out_writes_only_there(run: Run) -> None:
    assert run("maak", AGENDA, "--uit", "stukken", "--als", "docx,tekst").code == 0
    assert {str(p) for p in Path().rglob("*") if p.is_file()} == {
        f"stukken/{STUCK}.docx",
        f"stukken/{STUCK}.txt",
        "stukken/gespreksbevestiging.eml",
        "stukken/gespreksbevestiging.txt",
        "stukken/herkomst.json",
        "stukken/intern/risicorapport.docx",
        "stukken/intern/risicorapport.txt",
    }


def test_out_never_overwrites_what_differs(run: Run) -> None:
    run("maak", AGENDA, "--uit", "stukken")
    assert run("maak", AGENDA, "--uit", "stukken").code == 0  # the same again
    edited = Path("stukken") / f"{STUCK}.docx"
    edited.write_bytes(b"met de hand bewerkt")
    seen = run("maak", AGENDA, "--uit", "stukken")
    assert seen.code == 1
    assert f"In 'stukken' staat al een andere {STUCK}.docx. Er is niets overschreven." in seen.err
    assert edited.read_bytes() == b"met de hand bewerkt"


def test_out_in_a_folder_with_other_things(run: Run) -> None:
    Path("map").mkdir()
    Path("map/eigen.txt").write_text("van mij")
    assert run("maak", HUISARTS, "--uit", "map").code == 0
    assert Path("map/eigen.txt").read_text() == "van mij"
    assert Path("map/gespreksbevestiging.eml").exists()


def test_final_refuses_with_the_list_and_makes_nothing(run: Run) -> None:
    seen = run("maak", KANTOOR, "--definitief")
    assert seen.code == 1
    assert seen.out == ""
    assert seen.err.startswith(
        "Deze stukken kunnen nog niet de deur uit. Er is niets gemaakt.\novereenkomst:\n  - "
    )
    assert not Path("output").exists()
    assert not seen.english


def test_final_makes_what_may_go_out(run: Run) -> None:
    seen = run("maak", KANTOOR, "--definitief", "--documenten", "gespreksbevestiging", "--uit", "uit")
    assert seen.code == 0
    assert "CONCEPT" not in seen.out


def test_a_draft_says_what_holds_it_up(run: Run) -> None:
    out = run("maak", KANTOOR, "--als", "tekst", "--uit", "uit").out
    assert re.search(r"^  overeenkomst\.txt  CONCEPT\n(      - .+\n)+", out, re.MULTILINE)


def test_only_the_documents_asked_for(run: Run) -> None:
    run("maak", AGENDA, "--documenten", "risicorapport,klusverklaring", "--uit", "uit")
    made = {p.name for p in Path("uit").rglob("*") if p.is_file()}
    assert made == {f"{STUCK}.docx", "risicorapport.docx", "herkomst.json"}


@pytest.mark.parametrize("words", [["--documenten", "onzin"], ["--documenten", "risicorapport,onzin"]])
def test_an_unknown_document_makes_nothing(words: list[str], run: Run) -> None:
    seen = run("maak", HUISARTS, *words)
    assert seen.code == 2
    assert seen.err == (
        "fout: Het stuk ‘onzin’ hoort niet bij dit dossier.\n"
        "  doe: Kies uit: gespreksbevestiging, risicorapport.\n"
    )
    assert not Path("output").exists()


def test_a_pdf_without_libreoffice(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.office.find_office", lambda: None)
    seen = run("maak", KANTOOR, "--als", "pdf", "--uit", "uit")
    assert seen.code == 4
    assert "geen PDF's gemaakt, wel Word-bestanden" in seen.err
    assert "doe: Installeer LibreOffice" in seen.err
    assert "overeenkomst.docx" in seen.out
    assert Path("uit/overeenkomst.docx").is_file()
    assert not seen.english


@pytest.mark.parametrize("form", ["odt", "docx,rtf", "", ","])
def test_an_unknown_form(form: str, run: Run) -> None:
    seen = run("maak", HUISARTS, "--als", form)
    assert seen.code == 2
    assert seen.err.endswith(f"  doe: Kies uit: {', '.join(FORMATS)}.\n")
    assert not Path("output").exists()


@pytest.mark.parametrize("day", ["morgen", "2026-02-30", "31-4-2026", ""])
@pytest.mark.parametrize("command", ["maak", "risicos", "toon"])
def test_a_day_that_cannot_be_read(command: str, day: str, run: Run) -> None:
    seen = run(command, HUISARTS, "--vandaag", day)
    assert (seen.code, seen.err[:6]) == ((2, "fout: ") if day else (0, seen.err[:6]))
    assert not seen.english


def test_another_day_is_in_the_papers(run: Run) -> None:
    assert (
        "e-mail van 3 december 2026 zetten wij" in run("toon", HUISARTS, "--vandaag", "3 december 2026").out
    )


def test_no_folder_after_out(run: Run) -> None:
    seen = run("maak", HUISARTS, "--uit", "")
    assert (seen.code, seen.err) == (
        2,
        "fout: Achter --uit staat geen map.\n  doe: Noem een map: --uit stukken\n",
    )
    assert list(Path().iterdir()) == []


# --- looking ------------------------------------------------------------------------------------------------------


def test_findings_as_json(run: Run) -> None:
    (finding, *_) = json.loads(run("risicos", HUISARTS, "--json").out)
    assert list(finding) == [
        "risico",
        "regel",
        "aard",
        "voor",
        "niveau",
        "soort",
        "verzwaard",
        "status",
        "uitwegen",
        "ontbreekt",
    ]
    assert (finding["risico"], finding["regel"], finding["niveau"], finding["soort"]) == (
        "wijziging-zonder-backup",
        "R-01",
        "stop",
        "vakregel",
    )
    assert finding["uitwegen"] == ["oplossen", "weigeren"]


def test_findings_as_text(run: Run) -> None:
    seen = run("risicos", HUISARTS)
    assert seen.out.startswith("STOP    Een riskante klus zonder geteste back-up (vakregel) – open")
    assert not seen.english


def test_show_an_unknown_document(run: Run) -> None:
    seen = run("toon", HUISARTS, "overeenkomst")
    assert seen.code == 2
    assert "Het stuk ‘overeenkomst’ hoort niet bij dit dossier." in seen.err
    assert "gespreksbevestiging, risicorapport" in seen.err


def test_show_one_document_in_a_width(run: Run) -> None:
    out = run("toon", HUISARTS, "gespreksbevestiging", "--breedte", "50").out
    assert out.startswith("═══ gespreksbevestiging ")
    assert "risicorapport ═" not in out
    assert max(map(len, out.splitlines())) <= 50


def test_cases_when_there_are_none(run: Run) -> None:
    assert run("dossiers").out == "Er zijn nog geen dossiers in output.\nBegin met: zwartopwit nieuw\n"


def test_profile_is_shown_by_section(run: Run) -> None:
    seen = run("profiel")
    assert seen.code == 0
    assert re.search(r"^De partijen\n  Wie bent u\?  …$", seen.out, re.MULTILINE)
    assert not seen.english


@pytest.mark.parametrize("command", ["maak", "risicos", "toon"])
def test_no_such_case_or_file(command: str, run: Run) -> None:
    assert run(command, "7").err == (
        "fout: Er is geen dossier '7' in 'output'.\n  doe: Bekijk uw dossiers met `zwartopwit dossiers`.\n"
    )
    shutil.copy(HUISARTS, "huisarts.yaml")
    assert run(command, "huisarst.yaml").err == (
        "fout: Er is geen bestand ‘huisarst.yaml’.\n  doe: Bedoelt u ‘huisarts.yaml’?\n"
    )
    for strange in ("x" * 300, "x" * 5000 + ".yaml", ".", "..", "/", "", " ", "\udcff", "*", "~"):
        seen = run(command, strange)
        assert (seen.code, seen.err[:6], seen.english) == (2, "fout: ", []), strange


def test_an_ambiguous_case(run: Run) -> None:
    for name in ("Bakker Oost", "Bakker West"):
        shutil.copy(HUISARTS, f"{name}.yaml")
        run("maak", f"{name}.yaml")
    seen = run("toon", "bakker")
    assert seen.code == 2
    assert re.search(r"past op 2 dossiers: \d{4}-001-bakker-oost, \d{4}-002-bakker-west\.", seen.err)


# --- situations ---------------------------------------------------------------------------------------------------

EXPECTED = "naam: Een klus\nantwoorden_van: huisarts.yaml\nvandaag: 2026-11-21\nverwacht:\n  stukken: [%s]\n"


def test_situations_that_hold_and_that_do_not(run: Run) -> None:
    shutil.copy(HUISARTS, "huisarts.yaml")
    Path("s").mkdir()
    Path("s/goed.yaml").write_text(EXPECTED % "risicorapport")
    Path("s/fout.yaml").write_text(EXPECTED % "overeenkomst")
    seen = run("test", "s")
    assert seen.code == 1
    assert seen.out.startswith("fout: Een klus\n  - stuk overeenkomst ontbreekt; wel gemaakt: ")
    assert seen.out.endswith("1 van 2 situaties zoals verwacht\n")
    assert "vragen: " in seen.out
    assert run("test", "s/goed.yaml").code == 0
    assert "  - overeenkomst" not in run("test", "s/goed.yaml").out
    assert "  - algemeen/partijen" in run("test", "s/goed.yaml", "--dekking").out


def test_a_situation_that_cannot_be_read(run: Run) -> None:
    Path("s").mkdir()
    Path("s/a.yaml").write_text("naam: x\nonzin: y\n")
    Path("s/b.yaml").write_text("naam: x\nantwoorden_van: weg.yaml\n")
    Path("s/c.yaml").write_bytes(b"\x00\x01")
    Path("s/d.yaml").write_text("naam: x\nbasis: d\n")
    seen = run("test", "s")
    assert seen.code == 1
    for slug in ("onbekende-sleutel", "antwoorden-ontbreken", "geen-tekst", "basis-in-kring"):
        assert f"[{slug}]" in seen.err
    assert seen.out.endswith("0 van 0 situaties zoals verwacht\n")


def test_no_situations(run: Run) -> None:
    Path("leeg").mkdir()
    assert run("test", "leeg").err.startswith(
        "fout: In de map 'leeg' staan geen situaties.\n  doe: Noem de map"
    )
    assert run("test", "weg").err.startswith("fout: De map 'weg' is er niet.\n")
    assert run("test").code == 2


# --- stopping and going wrong -------------------------------------------------------------------------------------


HEARS_CTRL_C = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from generator.cli import main; sys.exit(main())"
)
"""The command as a terminal starts it: whoever runs the tests in the background may have switched Ctrl-C off."""


def test_ctrl_c_leaves_nothing_half(empty_folder: Path) -> None:
    os.mkfifo(empty_folder / "traag.yaml")
    busy = subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "maak", "traag.yaml", "--uit", "uit"],
        cwd=empty_folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    with (empty_folder / "traag.yaml").open("wb"):  # opens when the command is reading
        time.sleep(0.1)
        busy.send_signal(signal.SIGINT)
        _out, err = busy.communicate(timeout=60)
    assert busy.returncode == 130
    assert err.decode() == "Gestopt. Er is niets half bewaard.\n"
    assert not (empty_folder / "uit").exists()


def test_a_fault_of_ours(process: Process, tmp_path: Path) -> None:
    program = tmp_path / "programma"
    ignored = shutil.ignore_patterns("__pycache__")
    for folder in ("generator", "clauses", "questionnaires"):
        shutil.copytree(ROOT / folder, program / folder, ignore=ignored)
    writer = program / "generator" / "writers" / "docx" / "write.py"
    writer.write_text(writer.read_text("utf-8").replace("frame = compiled(style)", "frame = None"), "utf-8")
    made = process("maak", AGENDA, cwd=tmp_path, env={"PYTHONPATH": str(program), "ZWARTOPWIT_DOSSIERS": "d"})
    err = made.stderr.decode()
    assert made.returncode == 70
    assert err.startswith("fout: dit is een fout van ons programma (")
    assert "  doe: stuur ons de regels hieronder, zonder gegevens van uw klant.\n" in err
    (case,) = all_cases(tmp_path / "d")
    assert case.makings() == ()
    (program / "clauses" / "stijl" / "modern.docx").unlink()
    gone = process("maak", AGENDA, cwd=tmp_path, env={"PYTHONPATH": str(program)})
    assert gone.returncode == 1
    assert "modern.docx' is niet te lezen." in gone.stderr.decode()


# --- streams ------------------------------------------------------------------------------------------------------


def test_a_reader_who_has_seen_enough(process: Process) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    made = process("toon", KANTOOR, stdout=writing)
    os.close(writing)
    assert (made.returncode, made.stderr) == (0, b"")


def test_output_to_a_full_disk(process: Process) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        for words in (["toon", KANTOOR], ["--help"], ["risicos", KANTOOR, "--json"]):
            made = process(*words, stdout=full.fileno())
            assert made.returncode == 1
            assert made.stderr.decode().startswith("fout: De uitvoer past niet op de plek")


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp437"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_a_terminal_that_knows_few_characters(env: dict[str, str], process: Process) -> None:
    for words in (["--help"], ["toon", HUISARTS], ["risicos", HUISARTS]):
        made = process(*words, env=env)
        assert (made.returncode, made.stderr) == (0, b"")
        assert made.stdout
    text = process("toon", HUISARTS, env={"PYTHONIOENCODING": "ascii"}).stdout.decode("ascii")
    assert text.startswith("=== gespreksbevestiging ===")
    assert "patientdossiers" in text


def test_json_stays_exact_on_such_a_terminal(process: Process) -> None:
    words = ("risicos", HUISARTS, "--json")
    plain = process(*words, env={"PYTHONIOENCODING": "ascii"}).stdout
    assert json.loads(plain.decode("ascii")) == json.loads(process(*words).stdout)


def test_paths_with_spaces_and_umlauts(run: Run) -> None:
    place = Path("Zoë's klanten (oud)") / "één map"
    place.mkdir(parents=True)
    shutil.copy(HUISARTS, place / "Müller & Zn. – dossier.yaml")
    seen = run("maak", place / "Müller & Zn. – dossier.yaml", "--dossiers", place / "uit voer")
    assert seen.code == 0
    (case,) = all_cases(place / "uit voer")
    assert case.path.name.endswith("-001-muller-zn-dossier")
    assert run("toon", case.path).code == 0


@pytest.mark.parametrize("name", ["a\x07b", "a\x1b[31mb", "a\udcffb", "CON", "a\nb", "{{ 7*7 }}", "<b>&"])
def test_strange_file_names(name: str, run: Run) -> None:
    shutil.copy(HUISARTS, f"{name}.yaml")
    seen = run("maak", f"{name}.yaml", "--als", "docx,tekst", "--dossiers", "d")
    assert (seen.code, seen.err) == (0, "")
    assert run("maak", f"{name}.yaml", "--uit", "u").code == 0
    (case,) = all_cases(Path("d"))
    assert re.fullmatch(r"[0-9]{4}-001-[a-z0-9-]+", case.path.name)


def test_nothing_printed_steers_the_terminal(run: Run) -> None:
    seen = run("toon", "a\x1b[31m\u202eb")
    assert "'a·[31m·b'" in seen.err
    assert inert("a\tb\nc") == "a\tb\nc"


# --- in a terminal ------------------------------------------------------------------------------------------------


def in_a_terminal(words: list[str], keys: str = "") -> tuple[int, str]:
    import pexpect

    window = pexpect.spawn(
        sys.executable,
        ["-m", "generator", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), "ZWARTOPWIT_EENVOUDIG": "1"},
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 100),
    )
    if keys:
        window.expect("Voor welke klant")
        window.send(keys)
    window.expect(pexpect.EOF)
    window.close()
    return window.exitstatus, window.before.replace("\r", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["nieuw", "onzin"],
            "fout: Er is geen vragenlijst ‘onzin’.\n  doe: Kies uit: aanvulling, backup-aanbod, it-beheer, migratie, spoedklus.\n",
        ),
        (
            ["nieuw", "spoedklus", "--pakket", "onzin"],
            "fout: Er is geen pakket ‘onzin’.\n  doe: Kies uit: basis",
        ),
        (["verder", "onzin"], "fout: Er is geen dossier 'onzin' in 'output'.\n"),
        (["verder"], "fout: Er zijn nog geen dossiers in output.\n  doe: Begin met: zwartopwit nieuw\n"),
    ],
)
def test_a_wrong_name_is_told_before_the_first_question(
    words: list[str], said: str, empty_folder: Path
) -> None:
    code, shown = in_a_terminal(words)
    assert code == 2
    assert shown.startswith(said)
    assert not (empty_folder / "output").exists()


def test_stopping_before_there_is_a_name(empty_folder: Path) -> None:
    code, shown = in_a_terminal(["nieuw", "spoedklus"], "\x03")
    assert code == 130
    assert "Gestopt." in shown
    assert not (empty_folder / "output").exists()


def test_a_file_where_the_cases_should_go(empty_folder: Path) -> None:
    (empty_folder / "output").write_text("van mij")
    code, shown = in_a_terminal(["nieuw", "spoedklus"], "Zoë & Co\r")
    assert code == 1
    assert "Waar de map 'output' moet komen, staat een bestand in de weg." in shown
    assert (empty_folder / "output").read_text() == "van mij"
