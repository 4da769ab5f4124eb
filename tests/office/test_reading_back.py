"""``lees``: what is told of a Word file that came back."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from command import EXAMPLES, Run, Seen
from conftest import needs_office
from word_edits import BODY, edited, paragraph_around, part_of, replaced, with_parts

from generator.office import convert


@pytest.fixture
def cases(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "dossiers"
    made = run(
        "maak", EXAMPLES / "administratiekantoor.yaml", "--dossiers", folder, "--vandaag", "2026-11-21"
    )
    assert made.code == 0
    return folder


@pytest.fixture
def sent(cases: Path) -> bytes:
    (found,) = cases.glob("*/stukken/0001/overeenkomst.docx")
    return found.read_bytes()


@pytest.fixture
def read(run: Run, cases: Path, tmp_path: Path):
    def reading(data: bytes, *words: str) -> Seen:
        (tmp_path / "terug.docx").write_bytes(data)
        seen = run("lees", tmp_path / "terug.docx", "--dossiers", cases, "--vandaag", "2026-11-21", *words)
        assert not seen.english
        return seen

    return reading


def saved_by_libreoffice(data: bytes) -> bytes:
    return convert({"stuk": data}, "docx", "docx")["stuk"]


def clauses(seen: Seen) -> list[str]:
    """The lines that name a clause that is not the same."""
    return [x for x in seen.out.splitlines() if x.startswith(("veranderd:", "verdwenen:", "nieuw:"))]


def test_what_comes_back_untouched_is_the_same_and_so_is_the_case(read, sent: bytes) -> None:
    seen = read(sent, "--streng")
    assert (seen.code, clauses(seen)) == (0, [])
    assert "kenmerk 2026-001" in seen.out
    assert "nog dezelfde tekst" in seen.out


@pytest.mark.office
@needs_office
def test_libreoffice_saves_it_and_nothing_changed(read, sent: bytes) -> None:
    seen = read(saved_by_libreoffice(sent), "--streng")
    assert (seen.code, clauses(seen)) == (0, [])


@pytest.mark.office
@needs_office
def test_one_price_changed_in_libreoffices_file_is_exactly_one_clause(read, sent: bytes) -> None:
    seen = read(replaced(saved_by_libreoffice(sent), "45,00", "41,00"))
    (line,) = clauses(seen)
    assert "beveiliging/bijlage" in line
    assert "[weg: 45,00] [erbij: 41,00]" in seen.out


def test_one_price_changed_is_exactly_one_clause(read, sent: bytes) -> None:
    seen = read(replaced(sent, "45,00", "41,00"), "--streng")
    assert seen.code == 3
    assert len(clauses(seen)) == 1
    assert "€ [weg: 45,00] [erbij: 41,00] per maand" in seen.out.replace("\u00a0", " ")


def test_a_number_that_moved_along_is_no_change(read, sent: bytes) -> None:
    """Word counts again when a lid is put in: what the fields show is other, what they point at is not."""
    assert clauses(read(edited(sent, lambda xml: xml.replace(">Bijlage 2<", ">Bijlage 3<")))) == []


def test_a_clause_without_its_words_has_vanished(read, sent: bytes) -> None:
    xml = part_of(sent)
    start = xml.index("_cl_backup_herstel") if "_cl_backup_herstel" in xml else xml.index("_cl_backup_omvang")
    begin, stop = xml.rindex("<w:p>", 0, start), xml.rindex("<w:p>", 0, xml.index("_cl_", start + 5))
    gone = read(with_parts(sent, {BODY: (xml[:begin] + xml[stop:]).encode()}))
    (line,) = clauses(gone)
    assert line.startswith("verdwenen:")
    assert "backup/" in line


def test_an_article_of_the_other_side_is_new(read, sent: bytes) -> None:
    xml = part_of(sent)
    heading = paragraph_around(xml, "_cl_backup_omvang")
    own = (
        '<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>Boete</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Lid"/></w:pPr><w:r><w:t>Leverancier betaalt een boete.</w:t></w:r></w:p>'
    )
    seen = read(with_parts(sent, {BODY: xml.replace(heading, own + heading).encode()}))
    assert clauses(seen) == ["nieuw: Boete"]
    assert "[erbij: Boete Leverancier betaalt een boete.]" in seen.out


def test_open_changes_and_comments_are_named_and_read_as_accepted(read, sent: bytes) -> None:
    run = '<w:r><w:t xml:space="preserve">Mislukt een </w:t></w:r>'
    tracked = (
        '<w:del w:id="9001" w:author="Mr. Fictief" w:date="2026-11-20T10:00:00Z"><w:r><w:delText xml:space="preserve">Mislukt een </w:delText></w:r></w:del>'
        '<w:ins w:id="9002" w:author="Mr. Fictief" w:date="2026-11-20T10:00:00Z"><w:r><w:t xml:space="preserve">Slaagt geen </w:t></w:r></w:ins>'
        '<w:commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve"> dus </w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    )
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:comment w:id="1" w:author="Mr. Fictief"><w:p><w:r><w:t>Te vaag.</w:t></w:r></w:p></w:comment></w:comments>'
    )
    rels = part_of(sent, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    )
    data = with_parts(
        replaced(sent, run, tracked),
        {"word/comments.xml": comments.encode(), "word/_rels/document.xml.rels": rels.encode()},
    )
    seen = read(data)
    assert len(clauses(seen)) == 1
    assert "[weg: Mislukt een] [erbij: Slaagt geen dus]" in seen.out
    assert "Mr. Fictief: 2" in seen.out
    assert "Mr. Fictief bij ‘dus’: Te vaag." in seen.out


def test_a_bookmark_that_was_lost_does_not_lose_the_clause(read, sent: bytes) -> None:
    xml = part_of(sent)
    heading = paragraph_around(xml, "_cl_backup_omvang")
    retyped = '<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>Back-up</w:t></w:r></w:p>'
    seen = read(with_parts(sent, {BODY: xml.replace(heading, retyped).encode()}))
    assert clauses(seen) == []


def test_without_its_case_the_hashes_still_tell_which_clause_changed(
    run: Run, sent: bytes, tmp_path: Path
) -> None:
    (tmp_path / "terug.docx").write_bytes(replaced(sent, "45,00", "41,00"))
    seen = run("lees", tmp_path / "terug.docx", "--dossiers", tmp_path / "leeg")
    assert len(clauses(seen)) == 1
    assert "Dossier 2026-001 staat niet in" in seen.out


def test_without_its_provenance_the_bookmarks_and_the_number_are_enough(read, sent: bytes) -> None:
    """Word's document inspector takes the part out."""
    seen = read(with_parts(replaced(sent, "45,00", "41,00"), {"customXml/item1.xml": b"<x/>"}))
    assert len(clauses(seen)) == 1
    assert "De herkomst is uit dit bestand gehaald" in seen.out


def test_a_case_that_changed_since_is_told(read, cases: Path, sent: bytes) -> None:
    (answers,) = cases.glob("*/antwoorden.yaml")
    answers.write_text(answers.read_text("utf-8").replace("25.00", "26.00"), "utf-8")
    seen = read(sent)
    assert clauses(seen) == []
    assert "zegt nu iets anders" in seen.out
    assert "anders: " in seen.out


# --- files that nobody should trust -----------------------------------------------------------------------------------


def bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", b"<Relationships/>")
        archive.writestr(BODY, b" " * 90_000_000)
    return buffer.getvalue()


def entity(sent: bytes) -> bytes:
    xml = part_of(sent)
    head, rest = xml.split("<w:document", 1)
    doctype = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return with_parts(
        sent, {BODY: f"{head}{doctype}<w:document{rest.replace('Mislukt een', '&x;')}".encode()}
    )


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda _sent: b"", "geen Word-bestand"),
        (lambda _sent: b"%PDF-1.7", "een PDF"),
        (lambda _sent: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "wachtwoord"),
        (lambda sent: sent[:4000], "beschadigd"),
        (lambda sent: with_parts(sent, {BODY: b"<w:document"}), "beschadigd"),
        (lambda sent: with_parts(sent, {BODY: None}), "geen Word-document"),
        (lambda _sent: bomb(), "groter dan 80 MB"),
        (entity, "niet in een Word-document hoort"),
        (lambda sent: with_parts(sent, {BODY: b"<html/>"}), "niet de gewone vorm"),
    ],
)
def test_a_broken_or_hostile_file_gets_a_reason_and_what_to_do(read, sent: bytes, make, reason: str) -> None:
    seen = read(make(sent))
    assert seen.code in (1, 2)
    assert reason in seen.err
    assert "doe:" in seen.err
    assert "root:" not in seen.out + seen.err


def test_a_word_file_of_someone_else_is_misuse(read, style: bytes) -> None:
    seen = read(style)
    assert seen.code == 2
    assert "niet met dit programma gemaakt" in seen.err


def test_a_file_that_is_not_there_is_misuse(run: Run, tmp_path: Path) -> None:
    assert run("lees", tmp_path / "weg.docx").code == 2
