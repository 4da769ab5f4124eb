"""Whatever an answer holds, it stands in the Word file literally: read back by a reader that is not ours."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import contract, item, letter, t, waiver

from generator.document import Annex, Article, Bullet, Document, Filled, Paragraph, Quote, Signatory, Table
from generator.numbering import numbered
from generator.writers.words import clean

HOSTILE = (
    "Jansen & Zn. <IT> B.V. \"'",
    "x <w:b/> y & z ]]> <!-- &amp; &lt; &#65;",
    "{{ 7*7 }} {% if x %} {# weg #} {%p for x in y %} {{r x }}",
    "{_{ niet }_} {_% samenvoegen %_}",
    "{{ artikelen }}",
    "# kop\n* vet * **vet** _x_ [link](x) `code`\n1. lijst\n| a | b |",
    "regel een\r\nregel twee\x0bdrie\x0cvier\u2028vijf\u2029zes\x85zeven",
    "nul\x00 bel\x07 esc\x1b[31m niet\ufffe\uffff",
    "tab\tstop",
    "„laag” “hoog” ‘enkel’ – — …\u00a0\u202f€",
    "👨‍👩‍👧 🇳🇱 e\u0301 \u200b",
    "שלום עולם en مرحبا بالعالم tegelijk",
    "voor \u202egnitset\u202c en \u2066isolaat\u2069 na",
    "a" * 10_000,
    "\ue000v:17\ue001",
    "   spaties   ",
    "..",
    "{",
    "{\x1f% if x %\x00}",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    "\\r \\h REF _Ref0000000000",
    "$&\\1\\g<0>%s {0}",
)


def with_everywhere(document: Document, text: str) -> Document:
    """The value in a paragraph, bold, an item, a quotation, a box, a table, a title, the parties and the properties."""
    value = Filled(text, "x")
    places = Article(
        "vijandig/proef",
        "vijandig/proef",
        1,
        "",
        t("Titel met ", value),
        (
            Paragraph(t("Begin ", value, " einde")),
            Paragraph((replace(value, bold=True), replace(value, italic=True))),
            Quote((value,)),
            Bullet((value,), box=True),
            Bullet((value,)),
            Table((t("Kop ", value), t("b")), (((value,), t("x")),)),
            item(0, "vijandig/proef#1", value, "!"),
        ),
    )
    return numbered(
        replace(
            document,
            title=t("Stuk over ", value),
            author=text,
            reference=text,
            concept=(f"Reden: {text}",),
            articles=(*document.articles, places),
            annexes=(
                *document.annexes,
                Annex("vijandig", "", text, (replace(places, key="vijandig/bijlage"),)),
            ),
            signatories=(Signatory("Klant", (value,), (value,), (value,)),),
        )
    )


def texts(data: bytes) -> Iterator[str]:
    opened = docx.Document(BytesIO(data))
    yield from (p.text for p in opened.paragraphs)
    for table in opened.tables:
        yield from (p.text for row in table.rows for cell in row.cells for p in cell.paragraphs)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("make", [contract, waiver, letter])
def test_a_hostile_answer_stands_in_the_file_as_it_is(
    text: str, make: Callable[[], Document], word: Callable[[Document], bytes]
) -> None:
    found = [*texts(word(with_everywhere(make(), text)))]
    shown = clean(text)
    assert f"Begin {shown} einde" in found
    assert f"{shown}!" in found
    assert found.count(shown) >= 3
    assert not any("49" in f for f in found if "{{" in f)


@settings(max_examples=10_000 if os.environ.get("ZWARTOPWIT_DIEP") else 200)
@given(text=st.text(max_size=60))
def test_any_answer_stands_in_the_file_as_it_is(word: Callable[[Document], bytes], text: str) -> None:
    found = [*texts(word(with_everywhere(waiver(), text)))]
    assert f"Begin {clean(text)} einde" in found
