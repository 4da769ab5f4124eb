"""Papers to files: which formats, what is sent, and what is refused as final."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from small_content import TODAY, answers, clause, library, papers_of

from generator import office
from generator.assembly import Papers
from generator.diagnostics import MisuseError
from generator.house_style import HouseStyle
from generator.making import (
    FORMATS,
    Files,
    RefusedError,
    asked_for,
    known_formats,
    made_files,
    refuse_unless_final,
)
from generator.provenance import Origin

_FOLDER = Path(__file__).resolve().parents[2] / "clauses/stijl"
STYLE = HouseStyle(
    "modern", (_FOLDER / "modern.docx").read_bytes(), (_FOLDER / "lezen.css").read_text("utf-8")
)
ORIGIN = Origin("2026-001", "proef", TODAY, "antwoorden")
HEAD = "vorm: {form}\npoort: vrij\nartikelen: [algemeen/{name}]\n"
LIBRARY = library(
    {
        **{f"clauses/algemeen/{n}.md": clause("Een zin.", "aard: standaard") for n in ("mail", "intern")},
        "clauses/algemeen/doel.md": clause("1. Leverancier helpt {{ zaak.naam }}."),
        "clauses/documenten/mail.yaml": "document: mail\ntitel: Mail\n"
        + HEAD.format(form="email", name="mail"),
        "clauses/documenten/rapport.yaml": "document: rapport\ntitel: Rapport\nintern: ja\n"
        + HEAD.format(form="rapport", name="intern"),
        "questionnaires/proef.yaml": "vragenlijst: proef\ntitel: Proef\nrubrieken: [zaak]\ndocumenten: [stuk, mail, rapport]\n",
    }
)
WHOLE = papers_of(LIBRARY, answers(naam="Fictief"))
OPEN = papers_of(LIBRARY, {})


def made(formats: Iterable[str], *only: str) -> Files:
    return made_files(LIBRARY, asked_for(WHOLE, only), ORIGIN, STYLE, formats)


def refuse(papers: Papers, *only: str) -> None:
    refuse_unless_final(papers, asked_for(papers, only))


def test_each_paper_gets_the_formats_asked_for_and_what_is_internal_lies_apart() -> None:
    files = made(["docx", "html", "tekst"])
    assert set(files.papers) == {f"{s}.{e}" for s in ("stuk", "mail") for e in ("html", "txt")} | {
        "stuk.docx",
        "mail.eml",
    }
    assert set(files.internal) == {"rapport.docx", "rapport.html", "rapport.txt"}
    assert files.papers["stuk.docx"].startswith(b"PK")
    assert "Leverancier helpt Fictief." in files.papers["stuk.txt"].decode()


def test_a_mail_is_a_draft_and_its_text_whatever_the_formats() -> None:
    files = made([], "mail")
    assert set(files.papers) == {"mail.eml", "mail.txt"}


@pytest.mark.parametrize(("formats", "expected"), [(["docx"], {"stuk.docx"}), (["tekst"], {"stuk.txt"})])
def test_a_format_that_is_not_asked_for_is_not_made(formats: list[str], expected: set[str]) -> None:
    assert set(made(formats, "stuk").papers) == expected


def test_without_libreoffice_the_word_files_are_there_and_it_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    files = made(["pdf", "tekst"])
    assert set(files.papers) == {"stuk.docx", "stuk.txt", "mail.eml", "mail.txt"}
    assert files.no_pdf
    assert "Installeer LibreOffice" in files.no_pdf.remedy


@pytest.mark.parametrize("word", [True, False])
def test_a_pdf_takes_the_place_of_the_word_file_unless_both_were_asked_for(
    word: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "to_pdfs", lambda files: {stem: b"%PDF-" + stem.encode() for stem in files})
    files = made(["docx", "pdf"] if word else ["pdf"])
    assert files.papers["stuk.pdf"] == b"%PDF-stuk"
    assert set(files.internal) == ({"rapport.docx", "rapport.pdf"} if word else {"rapport.pdf"})
    assert files.no_pdf is None


def test_provenance_tells_of_what_is_sent_and_not_of_what_is_ours() -> None:
    files = made(["tekst"])
    assert [p["bestand"] for p in json.loads(files.provenance)["stukken"]] == [
        "mail.eml",
        "mail.txt",
        "stuk.txt",
    ]


def test_the_same_papers_are_the_same_bytes() -> None:
    one, other = (made(["docx", "tekst"]) for _ in range(2))
    assert one == other


def test_papers_that_may_go_out_are_not_refused() -> None:
    refuse(WHOLE)


@pytest.mark.parametrize("only", [[], ["stuk"], ["stuk", "mail"]])
def test_a_paper_that_is_held_up_is_refused_as_final_with_its_reasons(only: list[str]) -> None:
    with pytest.raises(RefusedError) as refused:
        refuse(OPEN, *only)
    assert [h.text for h in refused.value.held_up["stuk"]] == ["Nog invullen: Hoe heet de zaak?"]
    assert str(refused.value) == "1 stukken kunnen nog niet de deur uit"


def test_a_paper_that_is_held_up_holds_up_no_other() -> None:
    refuse(OPEN, "mail")


def test_papers_are_asked_for_by_kind_or_file_and_all_when_none_is_named() -> None:
    assert [d.file for d in asked_for(WHOLE, ["mail", "stuk"])] == ["stuk", "mail"]
    assert len(asked_for(WHOLE, [])) == 3


def test_a_paper_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(MisuseError, match="brief") as refused:
        asked_for(WHOLE, ["stuk", "brief"])
    assert refused.value.remedy == "Kies uit: stuk, mail, rapport."


def test_without_papers_there_is_more_to_answer_first() -> None:
    with pytest.raises(MisuseError) as refused:
        asked_for(Papers((), (), {}), ["brief"])
    assert refused.value.remedy == "Beantwoord eerst meer vragen."


def test_a_format_that_is_not_made_here_is_told_with_those_that_are() -> None:
    assert known_formats(FORMATS) == FORMATS
    for asked, message in ((("docx", "odt"), "odt"), ((), "--als")):
        with pytest.raises(MisuseError, match=message) as refused:
            known_formats(asked)
        assert refused.value.remedy == f"Kies uit: {', '.join(FORMATS)}."
