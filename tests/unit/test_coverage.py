"""What a set of situations touches of a library."""

from small_content import TODAY, clause, library, risk, row

from generator.answers import Answers, Case
from generator.coverage import Coverage, coverage
from generator.library import Library
from generator.situations import Situation, run
from generator.values import Record, State

LIBRARY = library(
    {
        "questionnaires/rubrieken/zaak.yaml": """
rubriek: zaak
titel: De zaak
vragen:
  - {id: naam, vraag: "Naam?", soort: tekst, later: ja}
  - {id: deur, vraag: "Hoe staat de deur?", soort: keuze, opties: {open: Open, dicht: Dicht}}
  - {id: soorten, vraag: "Wat?", soort: meerkeuze, opties: {a: A, b: B}}
  - id: wie
    vraag: Wie?
    soort: groep
    velden: [{id: mag, vraag: "Mag hij?", soort: keuze, opties: {wel: Wel, niet: Niet}}]
  - id: rijen
    vraag: Welke?
    soort: lijst
    velden: [{id: wat, vraag: "Wat?", soort: keuze, opties: {x: X, y: Y}}]
  - {id: raster, vraag: "Raster?", soort: matrix, rijen: {een: Een, twee: Twee}, opties: {ja: Ja, nee: Nee}}
controles:
  - {als: deur == "open", melding: "Hij staat open, en hij heet niet zo.", bij: [deur]}
""",
        "clauses/algemeen/doel.md": clause(
            '{% if zaak.deur == "dicht" %}\n1. Dicht.\n{% endif %}', "aard: standaard"
        ),
        "clauses/risicos/gevaar.md": risk('alleen_als: zaak.deur == "open"\nniveau: tip'),
    }
)


def untouched(*cases: Answers, known: Library = LIBRARY) -> dict[str, tuple[str, ...]]:
    outcomes = [run(known, Situation("p", "p", TODAY, Case("proef", c), {})) for c in cases]
    return {c.name: c.untouched for c in coverage(known, outcomes)}


def test_without_situations_nothing_is_touched_and_everything_is_counted() -> None:
    found = {c.name: c for c in coverage(LIBRARY, [])}
    assert found["vragen"].total == 6
    assert found["opties"].total == 10
    assert found["clausules"] == Coverage("clausules", 1, ("algemeen/doel",))
    assert found["risico's"] == Coverage("risico's", 1, ("gevaar",))
    assert found["controles"] == Coverage("controles", 1, ("Hij staat open, en hij heet niet zo.",))


def test_a_question_is_touched_when_it_has_an_answer_even_if_that_is_later() -> None:
    assert "zaak.naam" not in untouched({("zaak", "naam"): State.LATER})["vragen"]
    assert "zaak.deur" in untouched({("zaak", "naam"): State.LATER})["vragen"]


def test_an_option_that_is_called_open_is_an_answer() -> None:
    found = untouched({("zaak", "deur"): "open"})
    assert "zaak.deur" not in found["vragen"]
    assert "zaak.deur=open" not in found["opties"]
    assert "zaak.deur=dicht" in found["opties"]


def test_options_are_found_in_lists_groups_and_matrices() -> None:
    given: Answers = {
        ("zaak", "soorten"): ("a",),
        ("zaak", "wie"): Record("", {"mag": "wel"}),
        ("zaak", "rijen"): (row("r1", wat="x"), row("r2")),
        ("zaak", "raster"): (row("een", keuze="ja"), row("twee")),
    }
    assert untouched(given)["opties"] == (
        "zaak.deur=dicht",
        "zaak.deur=open",
        "zaak.raster=nee",
        "zaak.rijen.wat=y",
        "zaak.soorten=b",
        "zaak.wie.mag=niet",
    )


def test_situations_add_up() -> None:
    found = untouched({("zaak", "deur"): "open"}, {("zaak", "deur"): "dicht"})
    assert (found["clausules"], found["risico's"], found["controles"]) == ((), (), ())
