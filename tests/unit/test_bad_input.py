"""Bad input gets a clear Dutch answer, and nothing is lost."""

import email
import email.policy
import html
import json
import os
import re
import resource
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from command import EXAMPLES, ROOT, Process, Run

from generator.casefile import all_cases, create

AGENDA = EXAMPLES / "huisarts-agenda.yaml"
STUCK = "klusverklaring-wijziging-zonder-backup"


def answers() -> Any:
    return yaml.load(AGENDA.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes texts only


def written(data: Any, name: str = "zaak.yaml") -> Path:
    Path(name).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return Path(name)


def flat(text: str) -> str:
    return "".join(text.split())


# --- answers that do not fit --------------------------------------------------------------------------------------


def test_every_fault_in_one_run_with_its_place(run: Run) -> None:
    Path("fout.yaml").write_text(
        "vragenlijst: spoedklus\n"
        "vorm: 1\n"
        "antwoorden:\n"
        "  klus:\n"
        "    wat: {a: b}\n"
        "    wannneer: 2026-11-21\n"
        "    wanneer: gisteren\n"
        "    eis_van_maker: vraagt_backupp\n"
        "  klantprofiel:\n"
        "    gegevens: {a: b}\n"
        "    gegevensbelang: {a: b}\n"
        "  klantt: {a: b}\n"
        "  backup: nee\n"
        "besluiten:\n"
        "  onzin: {besluit: aanvaard}\n"
        "extra: ja\n",
        "utf-8",
    )
    for command in ("maak", "risicos", "toon"):
        seen = run(command, "fout.yaml")
        assert seen.code == 1
        assert seen.out == ""
        assert re.findall(r"^fout\.yaml:(\d+):\d+: fout: .* \[([a-z-]+)\]$", seen.err, re.MULTILINE) == [
            ("5", "verkeerde-soort"),
            ("6", "onbekende-vraag"),
            ("7", "antwoord-niet-te-lezen"),
            ("8", "onbekende-optie"),
            ("10", "verkeerde-soort"),
            ("11", "verkeerde-soort"),
            ("12", "onbekende-rubriek"),
            ("13", "verkeerde-soort"),
            ("15", "onbekend-risico"),
            ("16", "onbekende-sleutel"),
        ]
        assert seen.err.count("\n  doe: ") == 10
        assert "doe: Schrijf 'vraagt_backup'." in seen.err
        assert not Path("output").exists()


WHOLE_FILES = {
    "leeg-bestand": b"",
    "geen-tekst": bytes(range(256)),
    "nieuwere-vorm": b"vragenlijst: spoedklus\nvorm: 2\nantwoorden: {}\n",
    "half-geschreven": b'vragenlijst: spoedklus\nantwoorden:\n  klus:\n    wat: "half',
    "dubbele-sleutel": b"vragenlijst: spoedklus\nantwoorden:\n  klus:\n    wat: x\n    wat: y\n",
    "tab": b"vragenlijst: spoedklus\nantwoorden:\n\tklus:\n\t\twat: x\n",
    "yaml-anker": b"vragenlijst: &a spoedklus\nantwoorden: {klus: {wat: *a}}\n",
    "geen-antwoorden": b"- een lijst\n",
    "twee-documenten": b"vragenlijst: spoedklus\n---\nvragenlijst: spoedklus\n",
    "te-diep": b"vragenlijst: spoedklus\nantwoorden: " + b"[" * 5000,
    "geen-vragenlijst": b"vragenlijst:\n",
    "onbekende-vragenlijst": b"vragenlijst: spoed\n",
    "onbekende-vorm": b"vragenlijst: spoedklus\nvorm: een\n",
}


@pytest.mark.parametrize("slug", WHOLE_FILES)
def test_a_file_that_is_no_answers_file(slug: str, run: Run) -> None:
    Path("raar.yaml").write_bytes(WHOLE_FILES[slug])
    seen = run("maak", "raar.yaml")
    assert seen.code == 1
    assert re.match(rf"raar\.yaml:\d+:\d+: fout: .* \[{slug}\]\n(.*\n)*  doe: .+\n$", seen.err)
    assert not seen.english
    assert not Path("output").exists()
    assert Path("raar.yaml").read_bytes() == WHOLE_FILES[slug]


@pytest.mark.parametrize("slug", sorted(WHOLE_FILES))
def test_a_case_whose_answers_broke_is_left_as_it_is(slug: str, run: Run) -> None:
    run("maak", AGENDA)
    (case,) = all_cases(Path("output"))
    case.answers.write_bytes(WHOLE_FILES[slug])
    before = {p: p.read_bytes() for p in case.path.rglob("*") if p.is_file()}
    assert run("maak", "1").code == 1
    assert {p: p.read_bytes() for p in case.path.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("coding", ["latin-1", "utf-16"])
def test_text_in_another_coding_can_be_saved_again(coding: str, run: Run) -> None:
    Path("oud.yaml").write_bytes("vragenlijst: spoedklus # één\n".encode(coding))
    assert "doe: Bewaar het bestand opnieuw, met de codering UTF-8." in run("maak", "oud.yaml").err


def test_windows_text_is_read(run: Run) -> None:
    text = "\ufeff" + AGENDA.read_text("utf-8").replace("\n", "\r\n")
    Path("windows.yaml").write_bytes(text.encode())
    assert run("toon", "windows.yaml").out == run("toon", AGENDA).out


# --- texts --------------------------------------------------------------------------------------------------------

LONG = ("x" * 100_000, "woord " * 16_667)


@pytest.mark.parametrize("text", LONG, ids=("zonder spaties", "woorden"))
@pytest.mark.parametrize("where", ["wat", "waarom_nu"])
def test_a_text_that_is_too_long(text: str, where: str, run: Run) -> None:
    data = answers()
    data["antwoorden"]["klus"][where] = text
    seen = run("maak", written(data))
    assert seen.code == 1
    assert re.search(r"Deze tekst telt (100\.000|100\.001) tekens; er passen er \d.*\[te-lang\]", seen.err)
    assert len(seen.err) < 1000
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("sign", "named"),
    [("\x07", "U+0007"), ("\x1b[31m", "U+001B"), ("\u202e", "U+202E"), ("\u2066", "U+2066"), ("\x85", "")],
)
def test_control_and_bidi_characters(sign: str, named: str, run: Run) -> None:
    data = answers()
    data["antwoorden"]["partijen"]["klant"]["naam"] = f"Fictief{sign} B.V."
    seen = run("maak", written(data), "--uit", "uit")
    if named:
        assert seen.code == 1
        assert f"({named}). [verborgen-teken]" in seen.err
        assert sign not in seen.err
        assert not Path("uit").exists()
    else:  # an old kind of line end
        assert seen.code == 0


LITERAL = (
    "A & B < C > D &amp; ]]> <w:p/>",
    "{{ 7*7 }} {% if x %} {# weg #} {%p for x in y %}",
    "**vet** _schuin_ [naam](http://x.example) `code` # kop | pijp \\",
    "=1+1 ${HOME} $(reboot) %s {0} '\"",
    '- [ ] vakje {{ artikel("x") }} #hashtag: waarde, ja: nee',
)


@pytest.fixture(params=LITERAL)
def literal(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def docx_text(data: Path) -> str:
    with zipfile.ZipFile(data) as package:
        body = package.read("word/document.xml").decode()
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body)))


def test_texts_appear_literally_in_every_output(literal: str, run: Run) -> None:
    data = answers()
    data["antwoorden"]["klus"] |= {"wat": literal, "verlies_bij_mislukken": literal}
    data["antwoorden"]["partijen"]["leverancier"]["naam"] = literal
    data["besluiten"]["wijziging-zonder-backup"]["reden"] = literal
    assert run("maak", written(data), "--als", "docx,tekst").code == 0
    (case,) = all_cases(Path("output"))
    made = case.path / "stukken" / "0001"
    message = email.message_from_bytes(
        (made / "gespreksbevestiging.eml").read_bytes(), policy=email.policy.SMTP
    )
    texts = {
        "Word": docx_text(made / f"{STUCK}.docx"),
        "tekst": (made / f"{STUCK}.txt").read_text("utf-8"),
        "intern": docx_text(case.path / "intern" / "0001" / "risicorapport.docx"),
        "e-mail": message.get_content(),
        "scherm": run("toon", "1", STUCK).out,
    }
    assert [kind for kind, text in texts.items() if flat(literal) not in flat(text)] == []
    saved = yaml.load(case.answers.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    assert saved["antwoorden"]["klus"]["wat"] == literal
    assert saved["besluiten"]["wijziging-zonder-backup"]["reden"] == literal
    once = case.answers.read_bytes()
    shutil.copy(case.answers, "zaak-terug.yaml")
    assert run("maak", "zaak-terug.yaml").code == 0  # read back and written again: the same file
    assert all_cases(Path("output"))[-1].answers.read_bytes() == once


@pytest.mark.parametrize(
    "name", ["../../x", "CON", "nul.txt", "/etc/passwd", "C:\\x", "..", ".", "-rf", "a/b\\c"]
)
def test_a_customer_name_is_only_a_name(name: str, run: Run, tmp_path: Path) -> None:
    data = answers()
    data["antwoorden"]["partijen"]["klant"]["naam"] = name
    written(data)
    for words in (["--uit", "uit"], []):
        assert run("maak", "zaak.yaml", *words).code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["output", "uit", "zaak.yaml"]
    folder = create(tmp_path / "d", name, date(2026, 11, 21)).path
    assert folder.parent == tmp_path / "d"
    assert re.fullmatch(r"2026-001-[a-z0-9-]+", folder.name)


# --- places to write ----------------------------------------------------------------------------------------------


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder where nobody may write, not even root."""
    folder = Path("/sys") if os.geteuid() == 0 else tmp_path / "slot"
    folder.mkdir(exist_ok=True)
    if folder.parent == tmp_path:
        folder.chmod(0o500)
    yield folder
    if folder.parent == tmp_path:
        folder.chmod(0o700)


@pytest.mark.parametrize("option", ["--uit", "--dossiers"])
def test_a_folder_where_writing_is_forbidden(option: str, locked: Path, run: Run) -> None:
    seen = run("maak", AGENDA, option, locked / "x")
    assert seen.code == 1
    assert seen.err.startswith(
        f"fout: In de map '{locked / 'x'}' mag het programma niet schrijven.\n  doe: Kies een andere map"
    )
    assert not seen.english


@pytest.mark.parametrize("option", ["--uit", "--dossiers"])
@pytest.mark.parametrize("place", ["f", "f/sub", "f/sub/sub"])
def test_a_file_in_the_way(option: str, place: str, run: Run) -> None:
    Path("f").write_text("van mij")
    seen = run("maak", AGENDA, option, place)
    assert seen.code == 1
    assert f"Waar de map '{place}' moet komen, staat een bestand in de weg." in seen.err
    assert Path("f").read_text() == "van mij"
    assert [p.name for p in Path().iterdir()] == ["f"]


def test_a_file_in_the_way_inside(run: Run) -> None:
    Path("uit").mkdir()
    Path("uit/intern").write_text("van mij")
    assert run("maak", AGENDA, "--uit", "uit").code == 1
    assert [p.name for p in Path("uit").iterdir()] == ["intern"]


def test_cases_in_a_file(run: Run) -> None:
    Path("f").write_text("x")
    assert run("dossiers", "--dossiers", "f").err.startswith(
        "fout: ‘f’ is een bestand, geen map met dossiers."
    )


def small_disk(size: int) -> Any:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_leaves_no_part_of_the_papers(there: bool, run: Run, process: Process) -> None:
    run("risicos", AGENDA)  # the parsed library is kept before the disk is full
    if there:
        Path("uit").mkdir()
    made = process("maak", AGENDA, "--uit", "uit", preexec_fn=small_disk(8_000))
    assert made.returncode == 1
    assert made.stderr.decode().startswith("fout: De schijf is vol. Er is niets half bewaard.\n  doe: ")
    assert [str(p) for p in Path().rglob("*")] == (["uit"] if there else [])


def test_a_full_disk_keeps_the_case_and_its_answers(run: Run, process: Process) -> None:
    run("risicos", AGENDA)
    made = process("maak", AGENDA, preexec_fn=small_disk(12_000))
    assert made.returncode == 1
    assert b"De schijf is vol." in made.stderr
    (case,) = all_cases(Path("output"))
    assert case.makings() == ()
    assert not [p for p in case.path.rglob("*") if p.name.startswith(".bezig") or p.suffix == ".tmp"]
    assert run("maak", AGENDA).code == 0  # with room again: the same case, whole
    (case,) = all_cases(Path("output"))
    assert case.makings() == (1,)
    assert not case.verify_log()


def test_two_windows_on_one_case(run: Run) -> None:
    run("maak", AGENDA)
    (case,) = all_cases(Path("output"))
    with case.held():
        seen = run("maak", "1")
    assert seen.code == 1
    assert seen.err == (
        f"fout: Dossier {case.number} is al open in een ander venster.\n"
        "  doe: Ga daar verder, of sluit dat venster en probeer het opnieuw.\n"
    )
    assert case.makings() == (1,)
    assert run("maak", "1").code == 0


# --- a library with faults ----------------------------------------------------------------------------------------

SMALL = ROOT / "tests" / "library" / "good" / "constructs"
ZAAK = "questionnaires/rubrieken/zaak.yaml"
HERSTEL = "clauses/werk/herstel.md"
PROEF = "questionnaires/proef.yaml"
LIBRARY_FAULTS = {
    "leeg-bestand": (ZAAK, lambda _t: b""),
    "geen-utf8": (HERSTEL, lambda _t: b"\xff\xfe\x00\x80"),
    "vreemd-teken": (HERSTEL, lambda t: t + b"\nbel \x07\n"),
    "tab": (ZAAK, lambda t: t.replace(b"vragen:\n", b"vragen:\n\t- x\n")),
    "dubbele-sleutel": (PROEF, lambda t: t + b"titel: x\n"),
    "ontbrekende-sleutel": (ZAAK, lambda t: t.replace(b"    soort: groep\n", b"")),
    "nieuwere-vorm": ("clauses/bibliotheek.yaml", lambda t: t.replace(b"vorm: 1", b"vorm: 2")),
    "onbekende-variabele": (HERSTEL, lambda t: t.replace(b"zaak.tarief is", b"zaak.tarif is")),
    "onbekende-sleutel": (ZAAK, lambda t: t.replace(b"titel:", b"tittel:", 1)),
    "onbekende-optie": (HERSTEL, lambda t: t.replace(b'zaak.kennis == "ja"', b'zaak.kennis == "joh"')),
    "onbekend-document": (PROEF, lambda t: t.replace(b"- overeenkomst", b"- overeenkomts")),
    "te-diep": (ZAAK, lambda _t: b"vragen: " + b"[" * 3000),
    "kop-ontbreekt": (HERSTEL, lambda _t: b"zomaar tekst\n"),
}


@pytest.fixture
def library(empty_folder: Path) -> Path:
    return Path(shutil.copytree(SMALL, empty_folder / "bieb"))


@pytest.mark.parametrize("slug", LIBRARY_FAULTS)
def test_a_library_with_a_fault(slug: str, library: Path, run: Run) -> None:
    name, broken = LIBRARY_FAULTS[slug]
    before = (library / name).read_bytes()
    (library / name).write_bytes(broken(before))
    assert (library / name).read_bytes() != before
    seen = run("controleer", library)
    assert seen.code == 1
    assert re.search(
        rf"^{re.escape(name)}:\d+:\d+: fout: .* \[{slug}\]\n(  .*\n)*?  doe: .+$", seen.out, re.MULTILINE
    )
    found = json.loads(run("controleer", library, "--json").out)
    mine = next(d for d in found if d["slug"] == slug)
    assert list(mine) == [
        "slug",
        "ernst",
        "bestand",
        "regel",
        "kolom",
        "vraag",
        "melding",
        "doe",
        "voorbeeld",
    ]
    assert (mine["bestand"], mine["ernst"]) == (name, "fout")
    assert mine["doe"]


def test_a_whole_library(run: Run) -> None:
    seen = run("controleer", "--streng")
    assert seen.code == 0
    assert seen.out.endswith("De bibliotheek is in orde.\n")
    assert run("controleer", "--json").out == "[]\n"


def test_warnings_count_only_when_asked(library: Path, run: Run) -> None:
    lengthy = "\n\nDeze zin is " + "heel " * 60 + "lang.\n"
    (library / HERSTEL).write_text((library / HERSTEL).read_text("utf-8") + lengthy, "utf-8")
    loose = run("controleer", library, "--taal")
    assert loose.code == 0
    assert re.search(rf"^{HERSTEL}:\d+:\d+: waarschuwing: ", loose.out, re.MULTILINE)
    assert run("controleer", library, "--taal", "--streng").code == 3


def test_a_library_that_is_none(run: Run) -> None:
    Path("leeg").mkdir()
    Path("f").write_text("x")
    for place in ("leeg", "f", "weg"):
        seen = run("controleer", place)
        assert (seen.code, seen.english) == (2, [])
        assert seen.err.startswith(f"fout: In '{place}' staat geen bibliotheek")


def test_the_folder_above_is_named(library: Path, run: Run) -> None:
    assert f"doe: Bedoelt u '{library}'?" in run("controleer", library / "clauses").err


def test_files_of_a_library_that_cannot_be_read(library: Path, run: Run) -> None:
    (library / "clauses" / "werk" / "kapot.md").symlink_to("/nergens")
    seen = run("controleer", library)
    assert (seen.code, seen.english) == (1, [])
    assert "clauses/werk/kapot.md' is niet te lezen." in seen.err
    (library / "clauses" / "werk" / "kapot.md").unlink()
    (library / "clauses" / "werk" / "kring").symlink_to("..")
    assert "is niet te lezen." in run("controleer", library).err
    (library / "clauses" / "werk" / "kring").unlink()
    os.mkfifo(library / "clauses" / "werk" / "pijp.md")
    assert "[kop-ontbreekt]" in run("controleer", library).out  # and it does not wait for ever
