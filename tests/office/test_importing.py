"""``importeer``: a contract that another made becomes clauses that load, print the same, and lose no word."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from command import EXAMPLES, Run
from conftest import STYLE, needs_office
from docx.oxml.ns import qn
from foreign_contracts import (
    Into,
    automatic,
    base,
    contract_of,
    defined,
    in_a_table,
    messy,
    plain_conditions,
    read,
    typed,
    word,
)
from house_styles import STYLES
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.small_content import BASE

from generator.document import Definition
from generator.importing import parts
from generator.importing.arrange import Contract
from generator.importing.parts import Entry
from generator.importing.runs import text_of
from generator.loading.escapes import SIGNS
from generator.numbering import MODERN
from generator.office import convert
from generator.writers.docx import Origin, scheme_of, write_docx
from generator.writers.docx.opening import UnreadableError

FIELD_SPACE = "\u00a0"


INTO = Into(base(BASE))


@pytest.fixture
def into() -> Into:
    return INTO


def articles(contract: Contract) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Number, title and numbered text of each article, as printed."""
    return [
        (
            p.label,
            text_of(p.title),
            [(c.label, _spaced(text_of(c.runs))) for c in p.contents if isinstance(c, Entry)],
        )
        for p in contract.parts
        if p.slot == parts.ARTICLE
    ]


def _spaced(text: str) -> str:
    return text.replace(FIELD_SPACE, " ")


def bodies(into: Into, data: bytes) -> dict[str, str]:
    """The text of each clause below its front matter."""
    made = into.imported(data)
    return {
        path.rpartition("/")[2].removesuffix(".md"): text.split("---\n", 2)[2]
        for path, text in made.files.items()
        if path.endswith(".md")
    }


def notes(into: Into, data: bytes, what: str) -> list[str]:
    return [n.text for n in into.imported(data).notes if n.what == what]


# --- our own papers come back the same -------------------------------------------------------------------------------


@pytest.fixture
def sent(run: Run, tmp_path: Path) -> Callable[[str, str], bytes]:
    def make(example: str, style: str) -> bytes:
        place = tmp_path
        seen = run(
            "maak", EXAMPLES / f"{example}.yaml", "--uit", place / "uit", "--huisstijl", style,
            "--documenten", "overeenkomst", "--vandaag", "2026-11-21",
        )  # fmt: skip
        assert seen.code == 0
        return (place / "uit" / "overeenkomst.docx").read_bytes()

    return make


@pytest.mark.parametrize("style", ["modern", "klassiek"])
@pytest.mark.parametrize("example", ["administratiekantoor", "makelaar"])
def test_a_contract_of_ours_comes_back_with_its_titles_numbers_references_and_words(
    example: str, style: str, into: Into, sent: Callable[[str, str], bytes]
) -> None:
    data = sent(example, style)
    made = into.imported(data)
    house = STYLES[style]()
    again = write_docx(into.paper(made, scheme_of(house)), house, origin=Origin("basis", "1.0"))
    assert articles(contract_of(again)) == articles(contract_of(data))
    assert [n.text for n in made.notes if n.what in {"verwijzing", "nummering"}] == []


# --- contracts of others ---------------------------------------------------------------------------------------------


def test_typed_numbers_become_leden_onderdelen_and_references(into: Into) -> None:
    found = bodies(into, word(typed))
    assert found["werk-en-prijs"] == (
        "1. Leverancier doet het volgende:\n"
        "   1. hij plaatst updates;\n"
        "   2. hij leest meldingen, dat wil zeggen: [#hij-leest-meldingen]\n"
        "      1. elke werkdag;\n"
        "      2. op verzoek vaker;\n"
        "   3. hij helpt medewerkers.\n"
        '2. Klant betaalt € {{ invulveld("Klant betaalt €") }} per maand. '
        '{{ artikel("modelcontract-beheer/aansprakelijkheid", lid="zie-art-lid") | hoofdletter }} geldt ook.\n\n'
        "   Dat bedrag is zonder btw. Zie "
        '{{ artikel("modelcontract-beheer/werk-en-prijs", lid="hij-leest-meldingen") }} en {{ bijlage("bijlage-tarieven") }}.\n'
    )
    assert found["aansprakelijkheid"] == (
        '1. Dit volgt uit artikel 6:74 BW en uit de {{ artikel("modelcontract-beheer/werk-en-prijs") }} en '
        '{{ artikel("modelcontract-beheer/begrippen") }}.\n'
        "2. Zie art. 9.4 en lid 1. Artikel 7 lid 1 van de Auteurswet en artikel 1 tot en met 3 AVG blijven gelden. [#zie-art-lid]\n"
    )
    assert found["bijlage-tarieven"] == "Een uur kost € 90.\n"


def test_a_title_may_stand_below_its_number_and_leden_may_count_by_themselves(into: Into) -> None:
    made = into.imported(word(plain_conditions))
    assert made.title == "ALGEMENE VOORWAARDEN FICTIEF B.V."
    found = bodies(into, word(plain_conditions))
    assert found["levering"] == (
        "1. Wij leveren snel.\n"
        "2. Dit geldt niet bij:\n"
        "   1. storm;\n"
        "   2. overmacht. [#overmacht]\n\n"
        "   Dit lid gaat door.\n\n"
        "3. Klaar.\n"
    )
    name = "algemene-voorwaarden-fictief-b-v"
    assert found["prijs"] == (
        f'1. Zie {{{{ artikel("{name}/levering", lid="overmacht") }}}}, en {{{{ artikel("{name}/levering") }}}} '
        f'en {{{{ artikel("{name}/prijs") }}}}.\n'
        '2. De prijs is {{ invulveld("De prijs is") }} per uur.\n'
    )


def test_what_was_not_understood_is_told_and_the_law_is_left_alone(into: Into) -> None:
    told = " ".join(notes(into, word(typed), "verwijzing"))
    assert "‘art. 9.4’" in told
    assert "‘lid 1’" in told
    assert "6:74" not in told
    assert "Auteurswet" not in told
    assert "Artikel 7" not in told


def test_a_place_to_fill_in_is_a_variable_of_the_library_where_one_fits(into: Into) -> None:
    found = bodies(into, word(typed))["partijen"]
    assert "1. {{ partijen.leverancier.naam }}, hierna: ‘Leverancier’; en" in found
    assert "{{ partijen.klant.naam }}, gevestigd te {{ invulveld(" in found
    assert "KvK-nummer: {{ partijen.klant.kvk }}, hierna" in found


def test_definitions_that_are_clear_become_terms_and_of_the_others_one_hears(into: Into) -> None:
    made = into.imported(word(defined))
    terms = {p: t.split("---\n", 2)[2] for p, t in made.files.items() if "/begrippen/" in p}
    assert terms == {
        "clauses/begrippen/portaal.md": "de website waar Klant meldingen ziet;\n",
        "clauses/begrippen/meldpunt.md": 'het nummer uit {{ artikel("contract/melden", lid="klant-belt-meldpunt") }};\n',
    }
    told = [n.text for n in made.notes if n.what == "begrip"]
    assert [re.search("‘(.+?)’", t)[1] for t in told] == ["Klant", "Zonnescherm", "Derde"]  # type: ignore[index]
    paper = into.paper(made, MODERN)
    assert [b.term for b in paper.articles[0].blocks if isinstance(b, Definition)] == ["Meldpunt", "Portaal"]


def test_definitions_in_a_table_are_read_as_any_other_and_its_head_is_no_definition(into: Into) -> None:
    made = into.imported(word(in_a_table))
    terms = {p: t.split("---\n", 2)[2] for p, t in made.files.items() if "/begrippen/" in p}
    assert terms == {
        "clauses/begrippen/portaal.md": "de website waar Klant meldingen ziet\n",
        "clauses/begrippen/meldpunt.md": "het nummer dat Klant belt\n",
    }
    left = made.files["clauses/contract/begrippen.md"]
    assert "- Zonnescherm: een scherm tegen de zon" in left  # nothing uses it, so it stays where it was
    assert "Betekenis" not in left
    assert notes(into, word(in_a_table), "begrip")[0] == "de tabel met begrippen werd een lijst"


def test_a_signature_block_is_left_to_the_program_and_told(into: Into) -> None:
    assert "Naam: ____________________" in notes(into, word(typed), "ondertekenblok")
    assert bodies(into, word(typed))["ondertekening"].startswith("Aldus overeengekomen")


def test_lists_of_word_count_whatever_their_styles_are_called(into: Into) -> None:
    found = bodies(into, word(automatic))
    assert found["duur"] == (
        "1. De overeenkomst geldt een jaar.\n"
        "2. **Opzeggen kan zo:** [#opzeggen-kan-zo]\n"
        "   1. per brief;\n"
        "   2. per e-mail.\n"
    )
    assert found["einde"] == (
        '1. Na opzegging volgens {{ artikel("onze-voorwaarden/duur", lid="opzeggen-kan-zo") }} geeft Leverancier alles terug.\n\n'
        "## Wat daarna geldt\n\n"
        "2. Wachtwoorden blijven geheim.\n"
    )


def test_runs_are_joined_signs_stay_signs_and_marks_become_places(into: Into) -> None:
    found = bodies(into, word(messy))
    assert found["onderhoud"] == (
        "**Leverancier** doet alles, ook \\*dit\\* en \\{\\{ dat \\}\\}. Prijs: "
        '{{ invulveld("bedrag per maand") }}\n\n'
        "- eerste punt\n- tweede \\| punt\n"
    )
    assert '{{ invulveld("Klantnaam") }} in {{ invulveld("PLAATS") }}.' in found["tarieven"]
    assert found["tarieven"].endswith("> Zo staat het er.\n")


def test_merged_cells_are_told_and_each_row_has_all_its_cells(into: Into) -> None:
    found = bodies(into, word(messy))["tarieven"]
    assert found.startswith(
        "| Wat | Hoeveel | Per |\n| --- | --- | --- |\n| Uur \\| reis |  | keer |\n| Beheer | € 50 | maand |\n"
    )
    assert "samengevoegde vakken" in notes(into, word(messy), "tabel")[0]
    assert notes(into, word(messy), "koptekst") == ["Vertrouwelijk"]


@pytest.mark.parametrize("build", [typed, automatic, messy])
def test_what_is_made_prints_in_word(build: Callable[[Any], None], into: Into) -> None:
    made = into.imported(word(build))
    style = STYLE.read_bytes()
    again = read(write_docx(into.paper(made, scheme_of(style)), style, origin=Origin("basis", "1.0")))
    assert again.blocks


@pytest.mark.office
@needs_office
def test_a_contract_saved_by_libreoffice_gives_the_same_clauses(into: Into) -> None:
    sent = {b.__name__: word(b) for b in (typed, automatic, defined, plain_conditions, messy)}
    for name, data in convert(sent, "docx", "docx").items():
        assert data != sent[name]
        again, before = into.imported(data), into.imported(sent[name])
        assert (again.files, again.notes) == (before.files, before.notes)


def test_lists_that_cannot_be_read_are_told_and_cost_nothing(into: Into) -> None:
    def build(document: Any) -> None:
        automatic(document)
        starts = document.part.numbering_part.element.findall(
            f".//{qn('w:abstractNum')}/{qn('w:lvl')}/{qn('w:start')}"
        )
        starts[0].set(qn("w:val"), "2000000000")

    data = word(build)
    assert notes(into, data, "nummering") == ["de lijsten van Word waren niet te lezen: nummer zelf"]
    assert "De overeenkomst geldt een jaar." in bodies(into, data)["duur"]


# --- whatever stands in it -------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [*SIGNS, "1. ", "a) ", "Artikel 1", "lid 2", "{{ x }}", "{% if %}", "**", "| a |", "- ", "## ", "<b>", "&amp;", "…", "_", " ", "woord",
     "é", "\uf0b7", "\u00a0", "\n", "\t", "[x]", "[#naam]", "\\*", "’"]
)  # fmt: skip
LINES = st.lists(PIECES, min_size=1, max_size=8).map("".join)


@settings(max_examples=25, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=6), st.lists(LINES, min_size=2, max_size=4))
def test_any_text_loads_and_no_word_of_it_is_lost(lines: list[str], cells: list[str]) -> None:
    def build(document: Any) -> None:
        for title in ("Een", "Twee"):
            document.add_heading(title, 1)
            for n, line in enumerate(lines):
                document.add_paragraph().add_run(line).bold = n % 2 == 1
                document.add_paragraph(line, style="List Number" if n % 3 == 1 else "List Bullet")
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text

    INTO.imported(word(build))


# --- what is refused -------------------------------------------------------------------------------------------------


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def _tracked(document: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph = document.add_paragraph("Klant betaalt ")
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="9" w:author="B. Bedacht"><w:r><w:t>niets</w:t></w:r></w:ins>')
    )


@pytest.mark.parametrize(
    ("data", "reason", "mend"),
    [
        (word(_tracked), "‘Klant betaalt niets’ (B. Bedacht)", "Alle wijzigingen accepteren"),
        (_with_part(word(messy), "word/vbaProject.bin", b"x"), "macro", "gewoon Word-document"),
        (b"\xd0\xcf\x11\xe0 oud", "wachtwoord", "docx"),
        (b"PK kapot", "beschadigd", "Vraag"),
        (b"%PDF-1.7", "PDF", "docx"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    data: bytes, reason: str, mend: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "contract.docx").write_bytes(data)
    with pytest.raises(UnreadableError) as refused:
        read(data)
    assert reason in str(refused.value)
    assert mend in refused.value.remedy
    seen = run("importeer", tmp_path / "contract.docx", "--uit", tmp_path / "huis")
    assert (seen.code != 0, seen.english, (tmp_path / "huis").exists()) == (True, [], False)


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_command_writes_a_layer_that_is_in_order_and_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    contract, layer = tmp_path / "ons contract.docx", tmp_path / "huis"
    contract.write_bytes(word(typed))
    layer.mkdir()
    (layer / "IMPORT.md").write_text("van een eerdere keer")
    seen = run("importeer", contract, "--uit", layer)
    assert (seen.code, seen.english) == (0, [])
    assert "Plaatsen om in te vullen" in seen.out
    assert (layer / "IMPORT.md").read_text() == "van een eerdere keer"
    assert "Ja: elk woord" in (layer / "IMPORT-2.md").read_text("utf-8")
    clauses = [*layer.glob("clauses/*/*.md")]
    assert len(clauses) > 4
    assert all("status: te_controleren" in p.read_text("utf-8") for p in clauses)
    assert run("controleer", "--huis", layer).code == 0


def test_a_contract_that_is_there_already_is_told_to_be_a_second_one(run: Run, tmp_path: Path) -> None:
    contract, layer = tmp_path / "ons contract.docx", tmp_path / "huis"
    contract.write_bytes(word(typed))
    first = run("importeer", contract, "--uit", layer)
    second = run("importeer", contract, "--uit", layer)
    assert "was al in gebruik" not in first.out
    assert "was al in gebruik. Dit contract heet daarom" in second.out
    assert second.out.index("was al in gebruik") < second.out.index("artikelen: ")
    assert "de map in `clauses/`" in (layer / "IMPORT-2.md").read_text("utf-8")
