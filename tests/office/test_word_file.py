"""What a Word file of ours is made of: bytes, properties, provenance, house style."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import docx
import pytest
from conftest import ROOT
from lxml import etree
from samples import SAMPLES, article, contract, item, letter, t, waiver

from generator.document import Article, Document, Filled, Paragraph, Table, Use
from generator.numbering import MODERN, numbered
from generator.writers.docx import check_docx
from generator.writers.docx.contents import FEWEST
from generator.writers.docx.frame import scheme_of
from generator.writers.docx.package import read_package
from generator.writers.docx.reading import read_words
from generator.writers.words import article_words, text_hash, words

Write = Callable[[Document], bytes]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> str:
    return read_package(data).parts[name].decode()


@pytest.mark.parametrize("form", SAMPLES)
def test_every_form_says_what_the_tree_says(form: str, word: Write) -> None:
    document = SAMPLES[form]()
    body = etree.fromstring(read_package(word(document)).parts["word/document.xml"])
    assert [w for clause in read_words(body).clauses.values() for w in clause] == words(document)


_BYTES = (
    "import sys; from hashlib import sha256; from pathlib import Path; sys.path[:0] = ['.', 'tests/office'];"
    "from samples import SAMPLES; from generator.writers.docx import Origin, write_docx;"
    "style = Path('clauses/stijl/modern.docx').read_bytes();"
    "print([sha256(write_docx(f(), style, origin=Origin('basis', '1.0'))).hexdigest() for f in SAMPLES.values()])"
)


def test_the_same_document_is_the_same_bytes_everywhere(word: Write) -> None:
    here = str([sha256(word(make())).hexdigest() for make in SAMPLES.values()])
    for seed, zone in (("1", "Pacific/Auckland"), ("4711", "America/Lima")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        run = subprocess.run(
            [sys.executable, "-c", _BYTES],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == here


def test_the_bundled_house_styles_are_what_the_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    from tools.house_style.build import FOLDER, LOOKS, build

    assert {f.name for f in FOLDER.glob("*.docx")} == {f"{look.name}.docx" for look in LOOKS}
    for look in LOOKS:
        made = (FOLDER / f"{look.name}.docx").read_bytes()
        assert read_package(made).parts == read_package(build(look)).parts


def test_the_modern_scheme_is_that_of_the_modern_style(style: bytes) -> None:
    assert scheme_of(style) == MODERN


def test_the_file_is_dutch_modern_and_without_traces(word: Write) -> None:
    data = word(contract())
    assert 'w:lang w:val="nl-NL"' in part(data, "word/styles.xml")
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in part(
        data, "word/settings.xml"
    )
    assert "w:rsid" not in part(data, "word/document.xml")
    assert "updateFields" not in part(data, "word/settings.xml")


def test_title_and_author_are_the_suppliers(word: Write) -> None:
    from io import BytesIO

    document = replace(contract(), title=t("Beheer & <meer>"))
    properties = docx.Document(BytesIO(word(document))).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Beheer & <meer>",
        "Fictief IT-beheer B.V.",
        "nl-NL",
    )


def test_each_article_carries_its_clause_and_the_hash_of_its_text(word: Write) -> None:
    document = contract()
    data = word(document)
    herkomst = etree.fromstring(read_package(data).parts["customXml/item1.xml"])
    by_clause = {e.get("clausule"): e for e in herkomst}
    entry, article = by_clause["backup/herstel"], document.articles[1]
    reading = read_words(etree.fromstring(read_package(data).parts["word/document.xml"]))
    assert reading.clauses[entry.get("bladwijzer")] == article_words(article)
    assert (entry.get("versie"), entry.get("bron"), entry.get("tekst")) == (
        "1",
        "ab" * 32,
        text_hash(article),
    )
    assert herkomst.get("dossier") == "2026-014"


def test_provenance_holds_no_answers(word: Write) -> None:
    assert "Administratiekantoor" not in part(word(contract()), "customXml/item1.xml")


def test_a_renumbered_reference_leaves_the_text_hash(word: Write) -> None:
    article = contract().articles[1]
    other = contract(filler=2).articles[1]
    assert text_hash(article) == text_hash(other)
    assert text_hash(article) != text_hash(replace(article, title=t("Anders")))


@pytest.mark.parametrize(("reasons", "expected"), [((), False), (("Vul de datum in.",), True)])
def test_concept_stands_on_every_page_and_says_why(
    reasons: tuple[str, ...], expected: bool, word: Write
) -> None:
    data = word(contract(concept=reasons))
    for header in ("word/header1.xml", "word/header2.xml"):
        assert ("CONCEPT" in part(data, header)) is expected
    assert ("Vul de datum in." in part(data, "word/document.xml")) is expected


def test_internal_papers_say_so_on_every_page(word: Write) -> None:
    data = word(SAMPLES["rapport"]())
    assert all("INTERN" in part(data, f"word/header{n}.xml") for n in (1, 2))
    assert "INTERN" not in part(word(waiver()), "word/header1.xml")


def test_every_page_of_what_both_sign_is_initialled(word: Write) -> None:
    """A choice and its signature may fall on the second page; what one signs for stands on the first."""
    assert "Paraaf" in part(word(contract()), "word/footer1.xml")
    assert "Paraaf" in part(word(waiver()), "word/footer1.xml")
    assert "Paraaf" not in part(word(letter()), "word/footer1.xml")


def test_boxes_are_left_for_the_signatory(word: Write) -> None:
    body = part(word(waiver()), "word/document.xml")
    assert body.count('<w14:checked w14:val="0"/>') == 2
    assert "☐" in body


def test_a_box_in_a_cell_prints_in_a_font_that_has_it(word: Write) -> None:
    """Of the words around it only the sign itself; what the customer typed keeps the font of the text."""
    cells = (t("Een firewall"), t("☐ ja ☐ nee", Filled("☐", "zaak.naam")))
    sheet = replace(
        waiver(), articles=(article("a/b", "", Table((t("Wat"), t("Keuze")), (cells,))),), annexes=()
    )
    body = part(word(sheet), "word/document.xml")
    assert body.count('w:cs="MS Gothic"') == 2
    assert body.count("☐") == 3


def test_a_paper_of_articles_alone_has_no_table_of_contents(word: Write) -> None:
    long = contract(filler=FEWEST)
    assert " TOC " in part(word(long), "word/document.xml")
    bare = replace(long, front_page=(), annexes=(), articles=tuple(map(_unpointed, long.articles)))
    assert " TOC " not in part(word(bare), "word/document.xml")


def _unpointed(article: Article) -> Article:
    """Without its references, so that what they point at may be left out."""
    return replace(article, blocks=(Paragraph(t("Tekst.")),))


def test_lists_start_anew_in_every_clause_of_a_letter(word: Write) -> None:
    numbering = part(word(SAMPLES["brief"]()), "word/numbering.xml")
    assert numbering.count('<w:startOverride w:val="1"/>') == 2 * 3


def test_a_clause_may_be_called_the_end(word: Write) -> None:
    document = contract()
    ending = replace(document.articles[0], key="einde/overdracht", blocks=(Paragraph(t("Tot slot.")),))
    only = numbered(replace(document, articles=(ending,), annexes=()))
    assert check_docx(word(only), only) == []


def test_what_is_still_open_is_a_field_to_fill_in_and_a_date_has_a_calendar(word: Write) -> None:
    body = part(word(contract()), "word/document.xml")
    assert '<w:alias w:val="KvK-nummer van de klant"/>' in body
    assert "[KvK-nummer van de klant]" in body
    dates = re.findall(r'<w:alias w:val="([^"]*)"/><w:id w:val="\d+"/><w:date>', body)
    assert dates == ["datum waarop u dit opnieuw bekijkt", "Datum", "Datum"]
    ids = re.findall(r'<w:sdtPr>(?:<w:alias[^>]*/>)?<w:id w:val="(\d+)"/>', body)
    assert len(ids) == len(set(ids)) >= 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kost € 42 per uur", "kost €_42 per uur"),
        ("Fictief B.V. en Verzonnen N.V.", "Fictief_B.V. en Verzonnen_N.V."),
        ("volgens artikel 5 lid 2", "volgens artikel_5 lid_2"),
        ("zoals onder a staat", "zoals onder_a staat"),
        ("onder andere", "onder andere"),
        ("binnen 30 minuten of 5 Werkdagen", "binnen 30_minuten of 5_Werkdagen"),
        ("(artikel 7:403 BW)", "(artikel_7:403_BW)"),
        ("(artikel 3:15i BW en lid 3 onder b AVG)", "(artikel_3:15i_BW en lid_3 onder_b_AVG)"),
        ("volgens de AVG op 21 november 2026", "volgens de AVG op 21_november 2026"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, expected: str, word: Write) -> None:
    document = contract()
    only = replace(document.articles[0], blocks=(Paragraph(t(text)),))
    body = part(
        word(numbered(replace(document, articles=(only,), annexes=(), front_page=()))), "word/document.xml"
    )
    assert f">{expected.replace('_', chr(160))}<" in body


def test_an_answer_keeps_its_own_spaces_unless_it_is_a_figure_with_a_unit(word: Write) -> None:
    document = contract()
    answers = (Filled("over 30 minuten bij X B.V.", "x"), Filled("4 uur", "y"))
    only = replace(document.articles[0], blocks=tuple(Paragraph((a,)) for a in answers))
    body = part(
        word(numbered(replace(document, articles=(only,), annexes=(), front_page=()))), "word/document.xml"
    )
    assert ">over 30 minuten bij X B.V.<" in body
    assert f">4{chr(160)}uur<" in body


def test_a_number_keeps_its_unit_where_one_is_an_answer_or_a_defined_term(word: Write) -> None:
    document = contract()
    lines = (
        Paragraph(t("binnen 5 ", Use("Werkdagen", "werkdag"), " na")),
        Paragraph(t("tot ", Filled("60", "x"), " dagen na")),
        Paragraph((Filled("21 november 2026", "x"),)),
    )
    only = replace(document.articles[0], blocks=lines)
    body = part(
        word(numbered(replace(document, articles=(only,), annexes=(), front_page=()))), "word/document.xml"
    )
    for expected in (">binnen 5_<", ">_dagen na<", ">21_november 2026<"):
        assert expected.replace("_", chr(160)) in body


def kept_with_next(data: bytes, words: str) -> "etree._Element":
    """The properties of the paragraph with these words, which stays with the next."""
    body = etree.fromstring(read_package(data).parts["word/document.xml"])
    (found,) = (p for p in body.iter(f"{W}p") if "".join(map(str, p.itertext())).endswith(words))
    properties = found.find(f"{W}pPr")
    assert properties is not None
    assert properties.find(f"{W}keepNext") is not None
    return properties


def test_a_letter_leaves_room_to_sign_and_its_close_brings_a_line_along(word: Write) -> None:
    data = word(letter())
    room = kept_with_next(data, "Met vriendelijke groet,").find(f"{W}spacing")
    assert room is not None
    assert int(str(room.get(f"{W}after"))) >= 800
    assert kept_with_next(data, "Beste mevrouw Voorbeeld,").find(f"{W}spacing") is None
    kept_with_next(data, "Wij adviseren een back-up.")


def test_the_last_point_of_a_list_does_not_start_a_page_alone(word: Write) -> None:
    document = contract()
    points = tuple(item(1, f"p#{n}", f"punt {n}") for n in range(4))
    only = replace(document.articles[0], blocks=(item(0, "p", "Te weten:"), *points, item(0, "q", "Dus.")))
    data = word(numbered(replace(document, articles=(only,), annexes=(), front_page=())))
    kept_with_next(data, "punt 2")
    with pytest.raises(AssertionError):
        kept_with_next(data, "punt 1")
    with pytest.raises(AssertionError):
        kept_with_next(data, "punt 3")


def test_two_signatories_of_one_party_have_a_place_each(word: Write) -> None:
    document = contract()
    second = replace(document.signatories[0], name=t("Mevrouw B. Verzonnen"))
    body = part(word(replace(document, signatories=(*document.signatories, second))), "word/document.xml")
    assert body.count("Mevrouw B. Verzonnen") == 1
    assert body.count('<w:pStyle w:val="OndertekeningLijn"/>') == 3
