"""``kaart``: all that hangs on anything is in the picture, nothing lies over anything else, and it is always the same."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from command import Run

from generator.connections import Tie, Web
from generator.expressions.ast import Condition, ForEach
from generator.expressions.ast import Path as Variable
from generator.expressions.reads import variables
from generator.library import Library, questions_of
from generator.loading.load import load_library
from generator.map_cli import drawn, told
from generator.questionnaire_map import map_of, of_sections
from generator.unit_names import all_units
from generator.writers.svg.canvas import A3, FACES
from generator.writers.svg.lettering import width_of, wrapped

SVG = "{http://www.w3.org/2000/svg}"
UNITS = (
    "clausule:backup/herstel",
    "vraag:beheer.systemen",
    "risico:geen-backup",
    "document:overeenkomst",
    "begrip:back-up",
)
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def web() -> Web:
    return Web(load_library())


QUESTIONNAIRES = tuple(load_library().questionnaires)


def tree(web: Web, what: str) -> ET.Element:
    return ET.fromstring(drawn(web, what))  # noqa: S314 - what we drew ourselves


def edges(root: ET.Element) -> set[tuple[str, str]]:
    return {
        (e.attrib["data-van"], e.attrib["data-naar"])
        for e in root.iter(f"{SVG}path")
        if "data-van" in e.attrib
    }


# --- everything is in it --------------------------------------------------------------------------------------------


def behind(
    library: Library, path: Variable, section: str, seen: frozenset[Variable] = frozenset()
) -> Iterator[str]:
    """The questions that a variable of a section comes down to, worked out apart from the program's own web."""
    if len(path) == 1 or path[0] not in library.sections:
        path = (section, *path)
    if path[0] not in library.sections or path[:2] in seen:
        return
    place = library.sections[path[0]]
    if place.question(path[1]):
        yield f"vraag:{path[0]}.{path[1]}"
    elif derived := place.derivation(path[1]):
        rule = derived.value
        for inner in variables(rule.expr if isinstance(rule, Condition) else rule.amount):
            yield from behind(library, inner, path[0], seen | {path[:2]})


@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_every_condition_of_every_question_is_a_line(name: str, web: Web) -> None:
    library = web.library
    asked = {f"vraag:{'.'.join(a.path)}": a for a in questions_of(library, name)}
    found = edges(tree(web, name))
    wanted = {
        (source, unit)
        for unit, a in asked.items()
        if a.question.when is not None
        for path in variables(a.question.when.expr)
        for source in behind(library, path, a.path[0])
        if source in asked and source != unit
    }
    assert wanted - found == set()
    assert wanted or name == "backup-aanbod"


@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_every_section_risk_paper_and_clause_that_hangs_on_a_question_is_a_line(name: str, web: Web) -> None:
    library = web.library
    root = tree(web, name)
    asked = {f"vraag:{'.'.join(a.path)}" for a in questions_of(library, name)}
    found = edges(root)
    risks = {r for e in root.iter(f"{SVG}g") if (r := e.get("data-risico"))}
    wanted = {
        (source, f"risico:{risk}")
        for risk in risks
        for tie in (Tie.RAISES, Tie.ENDS, Tie.LEVEL)
        for source in web.decides(f"risico:{risk}", (tie,))
        if source in asked
    }
    assert wanted - found == set()
    for use in library.questionnaires[name].sections:
        if use.when is not None:
            sources = {s for p in variables(use.when.expr) for s in behind(library, p, p[0])} & asked
            assert all(any(s == van and naar.startswith("rubriek:") for van, naar in found) for s in sources)
    clauses = {
        (e.attrib["data-van"], clause)
        for e in root.iter(f"{SVG}path")
        for clause in e.get("data-clausules", "").split()
    }
    for use in library.questionnaires[name].documents:
        for link in web.reads(f"document:{use.document}"):
            if link.tie is Tie.HOLDS and link.read.startswith("clausule:"):
                clause = link.read.removeprefix("clausule:")
                for source in set(web.decides(link.read, (Tie.PRESENT, Tie.PRINTS, Tie.WORDS))) & asked:
                    assert (source, clause) in clauses


@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_every_question_stands_on_it_once_with_all_its_words(name: str, web: Web) -> None:
    rows = [e for e in tree(web, name).iter(f"{SVG}g") if e.get("class") == "vraag"]
    asked = dict.fromkeys(f"vraag:{'.'.join(a.path)}" for a in questions_of(web.library, name))
    assert [r.get("data-vraag") for r in rows] == list(asked)
    for row in rows:
        said = " ".join("".join(t.itertext()) for t in row.iter(f"{SVG}text")).replace(" ", "")
        section, _, part = str(row.get("data-vraag")).removeprefix("vraag:").partition(".")
        question = web.library.sections[section].question(part)
        assert question
        assert "".join(question.text.split()) in said


def test_a_neighbourhood_has_both_sides(web: Web) -> None:
    found = edges(tree(web, "clausule:backup/herstel"))
    assert ("vraag:backup.herstel", "clausule:backup/herstel") in found
    assert ("afgeleid:backup.zelf_gemaakt", "clausule:backup/herstel") in found
    assert ("clausule:backup/herstel", "document:overeenkomst") in found


@pytest.mark.parametrize("unit", UNITS)
def test_a_neighbourhood_shows_every_link_of_the_unit(unit: str, web: Web) -> None:
    found = edges(tree(web, unit))
    assert {(link.read, unit) for link in web.reads(unit)} <= found
    assert {(unit, link.reader) for link in web.read_by(unit)} <= found


def test_what_a_loop_reads_is_what_its_list_is(web: Web) -> None:
    risk = web.library.risks["beveiliging-afgewezen"]
    assert isinstance(risk.for_each, ForEach)
    assert "vraag:beveiliging.maatregelen" in web.decides("risico:beveiliging-afgewezen", (Tie.RAISES,))


# --- it can be read -------------------------------------------------------------------------------------------------


def boxes(root: ET.Element) -> list[tuple[Box, str]]:
    found = []
    for e in root.iter(f"{SVG}text"):
        face, words = FACES[str(e.get("class"))], "".join(e.itertext())
        wide, x, y = width_of(words, face), float(e.attrib["x"]), float(e.attrib["y"])
        left = x - wide if e.get("text-anchor") == "end" else x
        found.append(((left, y - face.size * 0.75, left + wide, y + face.size * 0.22), words))
    return found


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] - 0.1 and b[0] < a[2] - 0.1 and a[1] < b[3] - 0.1 and b[1] < a[3] - 0.1


def rects(root: ET.Element, name: str) -> list[Box]:
    found = []
    for e in root.iter(f"{SVG}rect"):
        if e.get("class") == name:
            x, y, w, h = (float(e.attrib[k]) for k in ("x", "y", "width", "height"))
            found.append((x, y, x + w, y + h))
    return found


@pytest.mark.parametrize("what", [*QUESTIONNAIRES, *UNITS])
def test_no_words_lie_over_others_and_no_card_over_another(what: str, web: Web) -> None:
    root = tree(web, what)
    placed = sorted(boxes(root))
    assert len(placed) > 5
    for n, (box, words) in enumerate(placed):
        for other, others in placed[n + 1 :]:
            if other[0] > box[2]:
                break
            assert not overlap(box, other), (words, others)
    cards = rects(root, "kaart")
    assert [(a, b) for n, a in enumerate(cards) for b in cards[n + 1 :] if overlap(a, b)] == []


@pytest.mark.parametrize("what", [*QUESTIONNAIRES, *UNITS])
def test_all_words_stay_within_their_card_and_the_sheet(what: str, web: Web) -> None:
    root = tree(web, what)
    cards = [*rects(root, "kaart"), *rects(root, "midden")]
    for box, words in boxes(root):
        inside = [c for c in cards if c[1] - 1 <= box[1] and box[3] <= c[3] + 1 and c[0] <= box[0] < c[2]]
        assert all(box[2] <= c[2] + 0.5 for c in inside), words
    group = next(e for e in root.iter(f"{SVG}g") if "transform" in e.attrib)
    left, top = (float(n) for n in group.attrib["transform"].removeprefix("translate(").rstrip(")").split())
    wide, high = (float(n) for n in root.attrib["viewBox"].split()[2:])
    for box, words in boxes(root):
        assert min(box[0] + left, box[1] + top) >= 0, words
        assert box[2] + left <= wide, words
        assert box[3] + top <= high, words


@pytest.mark.parametrize("what", [*QUESTIONNAIRES, *UNITS])
def test_it_is_one_sheet_that_stands_on_its_own(what: str, web: Web) -> None:
    data = drawn(web, what)
    root = ET.fromstring(data)  # noqa: S314 - what we drew ourselves
    assert (root.attrib["width"], root.attrib["height"]) == tuple(f"{n:.0f}mm" for n in A3)
    assert [e.tag for e in list(root)[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert b"<script" not in data
    assert b"href" not in data
    assert b"url(" not in data
    assert b"@import" not in data


@pytest.mark.parametrize("what", [*QUESTIONNAIRES, *UNITS])
def test_the_same_library_gives_the_same_bytes(what: str) -> None:
    assert drawn(Web(load_library()), what) == drawn(Web(load_library()), what)


def test_words_are_wrapped_to_the_room_and_a_long_word_is_broken() -> None:
    face = FACES["zin"]
    lines = wrapped("Een zin met een allesoverheersendlangwoordzondereindeofverstand erin", face, 90)
    assert all(width_of(line, face) <= 90 for line in lines)
    assert (
        "".join(lines).replace(" ", "") == "Eenzinmeteenallesoverheersendlangwoordzondereindeofverstanderin"
    )
    assert wrapped("een twee drie vier vijf zes", face, 40, 2)[-1].endswith("…")


# --- the command ------------------------------------------------------------------------------------------------------


def test_the_table_says_the_same(web: Web) -> None:
    for name in QUESTIONNAIRES:
        text = "\n".join(told(web, name))
        for a in questions_of(web.library, name):
            assert f"[{'.'.join(a.path)}]" in text
    lines = told(web, "backup/herstel")
    assert "    vraag backup.herstel: Wat kost het terugzetten van gegevens?" in lines
    assert "    stuk overeenkomst: Overeenkomst voor IT-beheer" in lines


def test_every_unit_has_a_neighbourhood(web: Web) -> None:
    for unit in all_units(web.library):
        lines = told(web, unit)
        assert lines[1] == ""


def test_a_map_is_written_and_drawn_again_but_never_over_something_else(run: Run) -> None:
    seen = run("kaart", "spoedklus")
    assert (seen.code, seen.err, seen.out) == (0, "", "getekend: kaart-spoedklus.svg\n")
    assert run("kaart", "spoedklus").code == 0
    Path("eigen.svg").write_text("<svg/>")
    seen = run("kaart", "backup/herstel", "--uit", "eigen.svg")
    assert seen.code == 1
    assert "niet" in seen.err
    assert Path("eigen.svg").read_text() == "<svg/>"


def test_without_a_name_every_questionnaire_is_drawn(run: Run) -> None:
    seen = run("kaart")
    assert seen.out.splitlines() == [f"getekend: kaart-{name}.svg" for name in QUESTIONNAIRES]


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (("spoedklsu",), "Bedoelt u ‘spoedklus’?"),
        (("backup/herstl",), "Bedoelt u ‘backup/herstel’?"),
        (("spoedklus", "--uit", "kaart.png"), "--uit spoedklus.svg"),
        (("--uit", "kaart.svg"), "--uit spoedklus.svg"),
    ],
)
def test_what_cannot_be_drawn_is_told(words: tuple[str, ...], mend: str, run: Run) -> None:
    seen = run("kaart", *words)
    assert seen.code == 2
    assert mend in seen.err


def test_a_name_that_may_be_two_units_is_asked_after(run: Run) -> None:
    seen = run("kaart", "verwerkersovereenkomst", "--tekst")
    assert seen.code == 2
    assert "risico:verwerkersovereenkomst" in seen.err
    assert "document:verwerkersovereenkomst" in seen.err


def test_a_question_of_a_layer_is_on_the_map(run: Run) -> None:
    place = Path("huis/questionnaires/rubrieken/klus.yaml")
    place.parent.mkdir(parents=True)
    place.write_text(
        'rubriek: klus\nvragen:\n  - {id: sleutel, vraag: "Wie heeft de sleutel?", soort: tekst, zonder_gevolg: ja}\n'
    )
    assert "Wie heeft de sleutel?" in run("kaart", "klus.sleutel", "--tekst").out


def test_a_section_has_a_sheet_of_its_own_that_names_what_decides_elsewhere(web: Web) -> None:
    whole = map_of(web, "it-beheer")
    part = of_sections(whole, ["backup"])
    (lane, others) = part.lanes
    assert lane == next(x for x in whole.lanes if x.section == "backup")
    numbers = {q.number for q in part.questions}
    read = {n for r in part.risks for n in (*r.raised.on, *r.ended.on, *r.other)}
    read |= {n for q in lane.questions for n in q.shown.on}
    assert read <= numbers
    assert {q.text for q in others.questions} <= {q.text for q in whole.questions}


def test_letters_of_one_section_can_be_read_on_paper(web: Web) -> None:
    smallest = min(f.size for f in FACES.values())
    for section in dict.fromkeys(u.section for u in web.library.questionnaires["it-beheer"].sections):
        page = ET.fromstring(drawn(web, "it-beheer", (section,)).decode())  # noqa: S314 - our own
        wide = float(page.attrib["viewBox"].split()[2])
        assert smallest * A3[0] / wide * 72 / 25.4 > 6


def test_every_section_is_drawn_at_once_or_one_that_is_named(run: Run) -> None:
    assert run("kaart", "spoedklus", "--per-rubriek").code == 0
    assert run("kaart", "spoedklus", "--rubriek", "klus").code == 0
    seen = run("kaart", "spoedklus", "--rubriek", "kluis")
    assert (seen.code, "Kies uit: " in seen.err) == (2, True)
    assert run("kaart", "backup/herstel", "--rubriek", "backup").code == 2
