"""The gate finds what validators miss, and what is not what the tree says."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from samples import contract, t, waiver

from generator.document import Document, Paragraph, Ref
from generator.writers.docx import WriterFault, check_docx
from generator.writers.docx.package import read_package, written

BODY = "word/document.xml"
Write = Callable[[Document], bytes]


def changed(data: bytes, part: str, old: str, new: str, count: int = 1) -> bytes:
    """``old`` is a pattern that must occur."""
    parts = dict(read_package(data).parts)
    text, times = re.subn(old, new, parts[part].decode(), count=count, flags=re.DOTALL)
    assert times, old
    return written({**parts, part: text.encode()})


FAULTS = {
    "reference to nothing": (BODY, r"REF _Ref\d+ ", "REF _Ref0000000001 ", "wijst naar _Ref0000000001"),
    "bookmark twice": (BODY, r'w:name="_Ref\d+"(.*?)w:name="_Ref\d+"', r'w:name="_Ref1"\1w:name="_Ref1"', "_Ref1 staat dubbel"),
    "bookmark number twice": (BODY, r'<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "bladwijzernummer 1"),
    "field not ended": (BODY, r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "een veld in word/document.xml is niet af"),
    "unknown list": ("word/styles.xml", r'<w:numId w:val="1"/>', '<w:numId w:val="99"/>', "lijst 99 bestaat niet"),
    "numbering not related": ("word/_rels/document.xml.rels", r"numbering\.xml", "x.xml", "nummering is niet aan het document"),
    "unknown style": (BODY, r'<w:pStyle w:val="Lid"/>', '<w:pStyle w:val="Weg"/>', "stijl Weg bestaat niet"),
    "style based on nothing": ("word/styles.xml", r'<w:basedOn w:val="Kop"/>', '<w:basedOn w:val="Weg"/>', "stijl Weg bestaat niet"),
    "cell without paragraph": (BODY, r"(<w:tcPr>(?:(?!</w:tc>).)*</w:tcPr>)<w:p>(?:(?!</w:tc>).)*</w:p></w:tc>", r"\1</w:tc>", "een cel in een tabel"),
    "no page": (BODY, r"<w:sectPr>.*</w:sectPr>", "", "pagina-instelling ontbreekt"),
    "a word gone": (BODY, r"die bruikbaar is", "die is", "de tekst van ‘backup/herstel’"),
    "a word more": (BODY, r"die bruikbaar is", "die niet bruikbaar is", "de tekst van ‘backup/herstel’"),
    "a tag of the frame left": ("word/header1.xml", r"</w:p></w:hdr>", "<w:r><w:t>{{ vergeten }}</w:t></w:r></w:p></w:hdr>", "code van de huisstijl"),
    "a tag left in the body": (BODY, r"<w:sectPr>", "<w:p><w:r><w:t>{{ vergeten }}</w:t></w:r></w:p><w:sectPr>", "code van de huisstijl"),
    "counts from another number": ("word/numbering.xml", r'<w:start w:val="1"/>', '<w:start w:val="3"/>', "heeft nummer 3"),
    "a party gone": (BODY, r"De heer J\. Voorbeeld", "X", "‘De heer J. Voorbeeld’ staat niet"),
    "not XML": (BODY, r"</w:body>", "", "niet te openen"),
    "a relation gone": ("word/_rels/document.xml.rels", r'Id="rId10"', 'Id="rId99"', "verbinding rId10 bestaat niet"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_the_gate_finds(name: str, word: Write) -> None:
    part, old, new, expected = FAULTS[name]
    data = changed(word(contract()), part, old, new)
    assert any(expected in fault for fault in check_docx(data, contract())), check_docx(data, contract())


def test_the_gate_finds_a_box_that_stands_twice(word: Write) -> None:
    data = word(waiver())
    first = re.findall(r'<w:sdtPr><w:id w:val="(\d+)"', read_package(data).parts[BODY].decode())[0]
    twice = changed(data, BODY, r'<w:sdtPr><w:id w:val="\d+"', f'<w:sdtPr><w:id w:val="{first}"', count=0)
    assert check_docx(twice, waiver()) == [f"invulvak {first} staat dubbel"]


def test_a_good_file_passes(word: Write) -> None:
    assert check_docx(word(contract()), contract()) == []


def test_garbage_is_named() -> None:
    assert "niet te openen" in check_docx(b"geen bestand", contract())[0]


def test_values_may_hold_the_signs_of_tags(word: Write) -> None:
    document = replace(waiver(), reference="{{ 1 }}", author="{% x %}", title=t("{# y #} {{ z }}"))
    assert check_docx(word(document), document) == []


def test_two_values_side_by_side_are_no_tag(word: Write) -> None:
    document = replace(waiver(), reference="{", author="{", title=t("Stuk over {"))
    assert check_docx(word(document), document) == []


def test_a_wrong_reference_is_never_returned(word: Write) -> None:
    document = contract()
    wrong = Paragraph(t("Zie artikel ", Ref("backup/herstel", "5"), "."))
    article = replace(document.articles[0], blocks=(*document.articles[0].blocks, wrong))
    with pytest.raises(WriterFault, match=r"fout van het programma.*antwoorden zijn bewaard") as fault:
        word(replace(document, articles=(article, *document.articles[1:])))
    assert "zegt 5 in plaats van 2" in str(fault.value)


@pytest.mark.parametrize("target", ["bestaat/niet", "dubbel"])
def test_a_reference_to_nothing_or_to_two_is_never_returned(target: str, word: Write) -> None:
    document = contract()
    asking, twice = (
        replace(document.articles[0], blocks=(Paragraph(t("Zie ", Ref(target, "2"), ".")),)),
        replace(document.articles[1], key="dubbel", blocks=()),
    )
    with pytest.raises(WriterFault, match=target):
        word(replace(document, annexes=(), articles=(asking, twice, replace(twice, label="3"))))
