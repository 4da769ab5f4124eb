"""The last screen of an interview: what was made, what waits and why, and what to do now."""

from generator.assembly import Papers
from generator.closing import closing, for_others, stopped
from generator.document import Document, Text
from generator.gates import Hold
from generator.library import Form, Gate


def paper(kind: str, file: str, form: Form, *, title: str = "", internal: bool = False) -> Document:
    return Document(
        kind, file, (Text(title or kind),), form, Gate.SIGN, "2026-001", internal, "Fictief IT B.V."
    )


LETTER = paper("gesprek", "gesprek", Form.EMAIL, title="Bevestiging van ons gesprek")
REPORT = paper("rapport", "rapport", Form.REPORT, title="Risicorapport", internal=True)
CONTRACT = paper("overeenkomst", "overeenkomst", Form.CONTRACT, title="Overeenkomst voor IT-beheer")
WAIVERS = tuple(
    paper("afstand", f"afstand-{n}", Form.STATEMENT, title=f"Afstandsverklaring: maatregel {n}")
    for n in (1, 2)
)
WIDTH = 60


def told(*documents: Document, held: dict[str, tuple[Hold, ...]] | None = None, width: int = WIDTH) -> str:
    papers = Papers(documents, (), held or {})
    files = [f"{d.file}.docx" for d in documents]
    return "\n".join(
        closing(papers, files, "output/1/stukken/0001", "output/1/intern/0001", "2026-001", width)
    )


def test_what_may_go_out_stands_apart_from_what_waits_and_from_our_own() -> None:
    why = (Hold("Geen firewall: nog niet beslist", public=True),)
    said = told(LETTER, CONTRACT, REPORT, held={"overeenkomst": why})
    ready, waits = said.index("Kan nu de deur uit:"), said.index("Nog CONCEPT, en waarom:")
    ours = said.index("Alleen voor uzelf, in output/1/intern/0001")
    assert ready < said.index("gesprek.docx") < waits < said.index("overeenkomst.docx")
    assert said.index("- Geen firewall: nog niet beslist") < ours < said.index("rapport.docx")
    assert "Risicorapport" not in said[said.index("Doe nu:") :]


def test_it_says_what_to_do_now() -> None:
    said = told(LETTER, CONTRACT, held={"overeenkomst": (Hold("Nog iets", public=True),)}, width=100)
    assert "1. Lees na en stuur vandaag: Bevestiging van ons gesprek." in said
    assert "2. Werk af wat nog CONCEPT is:  zwartopwit verder 2026-001" in said
    assert "tekenen" not in said


def test_several_of_one_kind_are_counted() -> None:
    said = told(CONTRACT, *WAIVERS, width=100)
    assert "laat tekenen: Overeenkomst voor IT-beheer, Afstandsverklaring (2 stuks)." in said
    assert "CONCEPT" not in said


def test_many_reasons_are_cut_short_with_how_many_are_left() -> None:
    why = tuple(Hold(f"Reden {n}", public=True) for n in range(7))
    said = told(CONTRACT, held={"overeenkomst": why})
    assert "- Reden 3" in said
    assert "Reden 4" not in said
    assert "- en nog 3 punten" in said


def test_no_line_is_longer_than_the_screen_but_for_a_path() -> None:
    why = (Hold("Een heel lange reden " * 8, public=True),)
    lines = told(LETTER, CONTRACT, *WAIVERS, REPORT, held={"overeenkomst": why}, width=40).splitlines()
    assert all(len(line) <= 40 for line in lines if "/" not in line)


def test_nothing_is_said_of_parts_that_are_empty() -> None:
    said = told(LETTER)
    assert "CONCEPT" not in said
    assert "Alleen voor uzelf" not in said


def test_beside_the_customer_nothing_of_our_own_is_said() -> None:
    said = "\n".join(for_others("2026-001", WIDTH, customer=True))
    assert "zwartopwit verder 2026-001" in said
    assert not {"CONCEPT", "INTERN", "risico"} & set(said.replace(".", " ").split())


def test_a_stop_tells_where_it_is_and_how_to_go_on_on_lines_of_their_own() -> None:
    said = stopped("output/2026-001-bakkerij/antwoorden.yaml", "2026-001")
    assert said[1].strip() == "output/2026-001-bakkerij/antwoorden.yaml"
    assert said[2].endswith("zwartopwit verder 2026-001")


def test_answers_that_contradict_each_other_come_first() -> None:
    papers = Papers((LETTER,), (), {})
    lines = closing(papers, ["gesprek.docx"], "map", None, "2026-001", 100, ["Geef de klant 14 dagen."])
    assert "  1. Zet eerst recht: Geef de klant 14 dagen." in lines
