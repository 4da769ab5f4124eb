"""The list of the library in a real browser: axe finds nothing, searching hides what does not match."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Browser, find_chromium

from generator.connections import Web
from generator.house_style import LIST_SHEET, SEARCH, reading_sheet, style_part
from generator.listing import entries
from generator.loading.load import load_library
from generator.writers.html.listing import About, Reached, write_listing

AXE = Path(os.environ.get("ZWARTOPWIT_AXE") or "node_modules/axe-core/axe.min.js")
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_chromium() is None, reason="Chromium is absent"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = Browser()
    yield found
    found.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lijst") / "lijst.html"
    reached = Reached({"clausule:backup/herstel": ("een",)}, 1)
    listed = entries(Web(load_library()))
    path.write_bytes(
        write_listing(
            listed, About("Lijst", ("versie 1",)), reached, reading_sheet(LIST_SHEET), style_part(SEARCH)
        )
    )
    return path


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is absent")
@pytest.mark.parametrize(("width", "dark"), [(1440, False), (1440, True), (390, False), (390, True)])
def test_axe_finds_no_fault(width: int, dark: bool, browser: Browser, page: Path) -> None:
    browser.show(page, width, dark=dark)
    browser.run(AXE.read_text("utf-8"))
    found = browser.run(
        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))"
    )
    assert found == []


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_sticks_out_and_nothing_is_fetched(width: int, browser: Browser, page: Path) -> None:
    browser.show(page, width)
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.requests == [page.as_uri()]
    assert browser.complaints == []


def test_searching_shows_what_has_every_word(browser: Browser, page: Path) -> None:
    browser.show(page)
    shown = "[...document.querySelectorAll('article:not([hidden])')].map(a => a.id)"
    everything = browser.run(shown)
    browser.run(
        "const f = document.getElementById('zoek'); f.value = 'Terugzetten  overeenkomst'; f.dispatchEvent(new Event('input'))"
    )
    found = browser.run(shown)
    assert "e-clausule-backup-herstel" in found
    assert 0 < len(found) < len(everything) / 5
    assert (
        browser.run("document.getElementById('gevonden').textContent")
        == f"{len(found)} van {len(everything)} eenheden"
    )
