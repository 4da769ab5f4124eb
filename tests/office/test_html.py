"""HTML in a real browser: nothing from elsewhere, no fault that axe finds, by keyboard, on paper, at any width."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Browser, find_chromium
from samples import SAMPLES, contract

from generator import app
from generator.document import Document
from generator.writers.html import write

ROOT = Path(__file__).resolve().parents[2]
SHEET = (ROOT / "clauses" / "stijl" / "lezen.css").read_text("utf-8")
AXE = Path(os.environ.get("ZWARTOPWIT_AXE") or "node_modules/axe-core/axe.min.js")
CASES = ("administratiekantoor", "huisarts-agenda")

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_chromium() is None, reason="Chromium is absent"),
]
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="axe-core is absent")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = Browser()
    yield found
    found.close()


def papers() -> dict[str, Document]:
    """Every form, as samples and from answers."""
    made = {f"voorbeeld-{name}": sample() for name, sample in SAMPLES.items()}
    made["concept"] = contract(concept=("Nog invullen: de naam",))
    for case in CASES:
        work = app.opened(str(ROOT / "examples" / f"{case}.yaml"), app.settings(today="2026-11-21"))
        made |= {f"{case}-{d.file}": d for d in app.papers_of(work).documents}
    return made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("html")
    found = {name: folder / f"{name}.html" for name in papers()}
    for name, document in papers().items():
        found[name].write_bytes(write(document, SHEET))
    return found


def faults(browser: Browser, part: str) -> list[str]:
    found = browser.run(
        f"axe.run({part}, {{resultTypes: ['violations']}}).then(r => r.violations.map("
        "v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')))"
    )
    return list(found)


@needs_axe
@pytest.mark.parametrize(("width", "dark"), [(1440, False), (1440, True), (320, False), (320, True)])
def test_axe_finds_no_fault(width: int, dark: bool, browser: Browser, pages: dict[str, Path]) -> None:
    source = AXE.read_text("utf-8")
    for name, page in pages.items():
        browser.show(page, width, dark=dark)
        browser.run(source)
        assert faults(browser, "document") == [], name
        if browser.run(
            "document.querySelectorAll('details').forEach(d => d.open = true); !!document.querySelector('nav')"
        ):
            assert faults(browser, "document.querySelector('nav')") == [], name


def test_axe_would_find_one(browser: Browser, tmp_path: Path) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is absent")
    page = tmp_path / "fout.html"
    page.write_text(
        "<html><title>x</title><img src=''><p style='color:#ddd;background:#fff'>bleek</p></html>"
    )
    browser.show(page)
    browser.run(AXE.read_text("utf-8"))
    found = browser.run("axe.run().then(r => r.violations.map(v => v.id))")
    assert {"image-alt", "color-contrast", "html-has-lang"} <= set(found)


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1920])
def test_nothing_sticks_out_and_nothing_is_fetched(
    width: int, browser: Browser, pages: dict[str, Path]
) -> None:
    for name, page in pages.items():
        browser.show(page, width)
        assert browser.run("document.documentElement.scrollWidth") <= width, name
        assert browser.requests == [page.as_uri()], name
        assert browser.complaints == [], name
        assert browser.run("document.styleSheets.length && getComputedStyle(document.body).margin") == "0px"


def test_the_policy_stops_a_script_and_a_picture(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["concept"])
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s);"
        "const i = new Image(); i.src = 'https://voorbeeld.invalid/x.png'; document.body.append(i)"
    )
    assert browser.run("window.ran === undefined") is True


FOCUS = "document.activeElement.textContent + '|' + (document.activeElement.getAttribute('href') || '')"


@pytest.mark.parametrize("width", [1440, 390])
def test_the_keyboard_reaches_the_skip_link_and_the_contents(
    width: int, browser: Browser, pages: dict[str, Path]
) -> None:
    browser.show(pages["administratiekantoor-overeenkomst"], width)
    browser.press("Tab")
    assert browser.run(FOCUS) == "Naar de tekst|#stuk"
    assert browser.run("document.activeElement.getBoundingClientRect().top") >= 0
    assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.press("Tab")
    assert browser.run("document.activeElement.tagName") == "NAV"
    browser.press("Tab")
    if browser.run("document.activeElement.tagName") == "SUMMARY":
        browser.press("Enter")
        browser.press("Tab")
    assert browser.run("document.activeElement.tagName") == "A"
    assert browser.run("document.activeElement.closest('nav') !== null") is True
    browser.press("Enter")
    target = browser.run("location.hash.slice(1)")
    assert target
    assert browser.run(f"document.getElementById('{target}').getBoundingClientRect().top") < 900


def test_the_skip_link_leads_to_the_text(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["administratiekantoor-overeenkomst"])
    browser.press("Tab")
    browser.press("Enter")
    assert browser.run("document.activeElement.tagName") == "MAIN"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("name", "mark"),
    [("concept", "CONCEPT"), ("voorbeeld-rapport", "INTERN"), ("voorbeeld-overeenkomst", "")],
)
def test_a_print_carries_its_mark_on_every_page(
    name: str, mark: str, dark: bool, browser: Browser, pages: dict[str, Path], tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is absent")
    browser.show(pages[name], dark=dark)
    paper = tmp_path / "stuk.pdf"
    paper.write_bytes(browser.printed())
    told = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    sheets = told.rstrip("\f").split("\f")
    assert len(sheets) > 1 or name == "voorbeeld-rapport"
    for sheet in sheets:
        assert (mark in sheet) if mark else not re.search("CONCEPT|INTERN", sheet)
