"""``bibliotheek lijst``: everything can be found, and the page says all of it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from command import EXAMPLES, Run
from small_content import library as small
from small_content import risk

from generator.connections import Web
from generator.house_style import LIST_SHEET, SEARCH, reading_sheet, style_part
from generator.listing import Entry, entries, found
from generator.loading.load import load_library
from generator.writers.html.listing import About, Reached, write_listing

LIBRARY = load_library()


@pytest.fixture(scope="module")
def listed() -> tuple[Entry, ...]:
    return entries(Web(LIBRARY))


def entry(listed: tuple[Entry, ...], unit: str) -> Entry:
    return next(e for e in listed if e.unit == unit)


def test_every_unit_is_listed_once(listed: tuple[Entry, ...]) -> None:
    ids = [e.unit for e in listed]
    assert len(ids) == len(set(ids))
    assert {e.id for e in listed if e.kind == "clausule"} == set(LIBRARY.clauses)
    assert {e.id for e in listed if e.kind == "risico"} == set(LIBRARY.risks)
    assert {e.id for e in listed if e.kind == "document"} == set(LIBRARY.outlines)
    assert {e.id for e in listed if e.kind == "begrip"} == set(LIBRARY.terms)
    assert sum(e.kind == "vraag" for e in listed) == sum(len(s.questions) for s in LIBRARY.sections.values())


def test_a_clause_says_what_it_hangs_on_and_where_it_stands(listed: tuple[Entry, ...]) -> None:
    e = entry(listed, "clausule:backup/herstel")
    assert (e.version, e.layer) == (LIBRARY.clauses["backup/herstel"].version, "bibliotheek")
    assert e.used_in == ("document:overeenkomst",)
    assert e.rules["Staat er als"] == ("backup.zelf_gemaakt",)
    assert {"vraag:backup.bronnen", "vraag:backup.herstel", "vraag:backup.herstel_prijs"} <= set(e.rests_on)
    text = [line.text for part in e.parts for line in part.lines]
    assert any("inbegrepen" in t for t in text)
    assert any("vaste_prijs" in t for t in text)
    assert e.title not in text


def test_a_question_says_who_asks_it_and_what_hangs_on_it(listed: tuple[Entry, ...]) -> None:
    e = entry(listed, "vraag:backup.herstel")
    assert "vragenlijst:it-beheer" in e.used_in
    assert "clausule:backup/herstel" in e.carries
    assert [c.id for c in e.choices][:1]


def test_a_risk_says_when_it_is_raised_and_ends() -> None:
    known = small(
        {
            "clauses/risicos/gevaar.md": risk(
                'alleen_als: zaak.haast == "ja"\nopgelost_als: zaak.kennis == "ja"\nniveau: tip'
            )
        }
    )
    e = entry(entries(Web(known)), "risico:gevaar")
    assert e.rules == {
        "Wordt gemeld als": ('zaak.haast == "ja"',),
        "Is opgelost als": ('zaak.kennis == "ja"',),
    }
    assert e.rests_on == ("vraag:zaak.haast", "vraag:zaak.kennis")


def test_all_words_must_be_there_in_any_order(listed: tuple[Entry, ...]) -> None:
    one = found(listed, "TERUGZETTEN gegevens", "clausule")
    assert "backup/herstel" in {e.id for e in one}
    assert {e.kind for e in one} == {"clausule"}
    assert len(one) < len(found(listed, "gegevens", "clausule")) < len(found(listed, "", "clausule"))
    assert found(listed, "zulkwoordisernietx", None) == ()


# --- the page ---------------------------------------------------------------------------------------------------------


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.articles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.articles += tag == "article"
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag == "a":
            self.links.append(str(named.get("href")))


def page(listed: tuple[Entry, ...], reached: Reached) -> str:
    return write_listing(
        listed, About("Lijst", ("versie 1",)), reached, reading_sheet(LIST_SHEET), style_part(SEARCH)
    ).decode()


def test_every_link_leads_somewhere_and_every_id_is_one(listed: tuple[Entry, ...]) -> None:
    seen = _Page()
    seen.feed(page(listed, Reached()))
    assert seen.articles == len(listed)
    assert len(seen.ids) == len(set(seen.ids))
    assert {link.removeprefix("#") for link in seen.links} <= set(seen.ids)
    assert all(link.startswith("#") for link in seen.links)


def test_the_page_tells_what_situations_reach_and_what_none_does(listed: tuple[Entry, ...]) -> None:
    reached = Reached(
        {"clausule:backup/herstel": ("een", "twee"), "optie:backup.herstel=inbegrepen": ("een",)}, 2
    )
    text = page(listed, reached)
    assert "2 situaties: een, twee" in text
    herstel = text.split('id="e-vraag-backup-herstel"')[1].split("</article>")[0]
    assert "1 situatie</span>" in herstel
    assert "geen situaties" in herstel
    assert "geen enkele situatie raakt dit" in herstel
    assert "Wat de 2 situaties raken" in text
    assert "geen enkele situatie" not in page(listed, Reached())


def test_nothing_comes_from_elsewhere_and_the_script_is_let_in_by_its_hash(listed: tuple[Entry, ...]) -> None:
    text = page(listed, Reached())
    assert re.search(r"script-src &#x27;sha256-[^&]+&#x27;|script-src 'sha256-[^']+'", text)
    assert text.count("<script") == 1
    assert "http://" not in text.split("<main")[0]
    assert page(listed, Reached()) == text


# --- the command --------------------------------------------------------------------------------------------------------


def test_the_list_on_screen(run: Run) -> None:
    seen = run("bibliotheek", "lijst", "terugzetten", "--soort", "clausule")
    assert (seen.code, seen.err) == (0, "")
    assert re.search(
        r"clausule backup/herstel  \(versie \d+[^)]*\)\n    Gegevens terugzetten\n    in: overeenkomst\n",
        seen.out,
    )
    assert seen.out.splitlines()[-1].endswith("eenheden")


def test_what_is_not_found_is_told(run: Run) -> None:
    seen = run("bibliotheek", "lijst", "zulkwoordisernietx")
    assert (seen.code, seen.out) == (1, "0 eenheden\n")


def test_the_layer_that_brings_a_unit_is_named(run: Run) -> None:
    run("bibliotheek", "kopieer", "aansprakelijkheid/overmacht")
    seen = run("bibliotheek", "lijst", "overmacht", "--soort", "clausule")
    assert re.search(r"overmacht  \(versie \d+, laag huis", seen.out)


def test_the_page_plays_the_situations_of_the_layer_and_never_overwrites_another_file(run: Run) -> None:
    run("situatie", EXAMPLES / "huisarts.yaml", "--uit", "huis/situaties/een.yaml", "--vandaag", "2026-11-21")
    seen = run("bibliotheek", "lijst", "--html", "lijst.html")
    assert seen.code == 0
    assert seen.err == "1 situaties worden nagespeeld; dat duurt even.\n"
    text = Path("lijst.html").read_text("utf-8")
    assert "1 situatie: een" in text
    assert run("bibliotheek", "lijst", "--html", "lijst.html", "--zonder-dekking").code == 0
    Path("eigen.html").write_text("van mij")
    assert run("bibliotheek", "lijst", "--html", "eigen.html").code == 1
    assert Path("eigen.html").read_text() == "van mij"
    assert run("bibliotheek", "lijst", "--html", "lijst.txt").code == 2
