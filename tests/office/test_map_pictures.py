"""``kaart`` in a real browser: letters where we measured them, lines on pointing, one page of A3."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Browser, find_chromium

from generator.connections import Web
from generator.loading.load import load_library
from generator.map_cli import drawn

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_chromium() is None, reason="Chromium is absent"),
]

OVERLAPS = """(() => {
  const boxes = [...document.querySelectorAll('text')].map(t => [t.getBBox(), t.textContent]).filter(b => b[1].trim());
  boxes.sort((a, b) => a[0].x - b[0].x);
  const found = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const a = boxes[i][0], b = boxes[j][0];
    if (b.x > a.x + a.width - 0.5) break;
    const deep = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    if (deep > 0.45 * Math.min(a.height, b.height)) found.push(boxes[i][1] + ' | ' + boxes[j][1]);
  }
  return found; })()"""
"""A box of a browser has room above and below its letters: lines may touch there, words may not."""

OUTSIDE = """(() => { const cards = [...document.querySelectorAll('.kaart, .midden')].map(c => c.getBBox());
  return [...document.querySelectorAll('text')].map(t => [t.getBBox(), t.textContent]).filter(([b]) =>
    cards.some(c => b.x >= c.x && b.x < c.x + c.width && b.y >= c.y && b.y < c.y + c.height && b.x + b.width > c.x + c.width + 0.5)
  ).map(p => p[1]); })()"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = Browser()
    yield found
    found.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder, web = tmp_path_factory.mktemp("kaarten"), Web(load_library())
    names = [*web.library.questionnaires, "backup/herstel", "beheer.systemen", "document:overeenkomst"]
    found = {name: folder / f"{n}.svg" for n, name in enumerate(names)}
    for name, path in found.items():
        path.write_bytes(drawn(web, name))
    return found


def test_no_words_lie_over_others_and_none_leave_their_card(browser: Browser, pages: dict[str, Path]) -> None:
    for name, page in pages.items():
        browser.show(page, 1600)
        assert browser.run(OVERLAPS) == [], name
        assert browser.run(OUTSIDE) == [], name
        assert browser.requests == [page.as_uri()]
        assert browser.complaints == []


def test_pointing_at_a_question_shows_its_lines(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["it-beheer"], 1600)
    shown = "[...document.querySelectorAll('.ver')].filter(p => getComputedStyle(p).opacity > 0).length"
    assert browser.run(shown) == 0
    browser.run("document.querySelector('.punt[data-vraag=\"vraag:beheer.systemen\"]').focus()")
    assert browser.run(shown) > 40


def test_it_prints_on_one_sheet_of_a3(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    browser.show(pages["it-beheer"], 1600)
    paper = tmp_path / "kaart.pdf"
    paper.write_bytes(browser.printed())
    told = subprocess.run(["pdfinfo", str(paper)], capture_output=True, text=True, check=True).stdout
    facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    assert facts["Pages"].strip() == "1"
    size = [float(n) for n in facts["Page size"].split("(")[0].replace("pts", "").split("x")]
    assert size == pytest.approx([1190.55, 841.89], abs=2)
