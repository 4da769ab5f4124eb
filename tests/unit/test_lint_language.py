"""Sentences, words and rules for words, on small texts; the whole check, on the library that comes with the program."""

from pathlib import Path

import pytest

from generator.library_checks import checked
from generator.lint.phrases import pattern_of
from generator.lint.sentence_length import mean_length
from generator.lint.sentences import Sentence, sentences
from generator.loading.prose import read_manuscript
from generator.prose import FILLED_IN, Piece, Prose, without_quotes

VALUE = FILLED_IN * 12


def prose(text: str) -> Prose:
    return Prose(text, "clauses/algemeen/proef.md", (Piece(0, 3, 4),), printed=True, running=True)


def split(text: str) -> list[str]:
    return [s.text.strip() for s in sentences(prose(text))]


def only(text: str) -> Sentence:
    (found,) = sentences(prose(text))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij komen. U belt!", ["Wij komen.", "U belt!"]),
        ("Dat kan (art. 7:401 BW). Vraag het ons.", ["Dat kan (art. 7:401 BW).", "Vraag het ons."]),
        ("Werk vanaf 8.30 uur. Bel om 9.00 uur.", ["Werk vanaf 8.30 uur.", "Bel om 9.00 uur."]),
        ("Hij zei: ‘Nee.’ Daarna ging hij weg.", ["Hij zei: ‘Nee.’", "Daarna ging hij weg."]),
        ("Kosten, o.a. Reizen en hotels.", ["Kosten, o.a. Reizen en hotels."]),
        ("Kies een keuze … of stop.", ["Kies een keuze … of stop."]),
        (f"Dat is zo. {VALUE} zegt meer.", ["Dat is zo.", f"{VALUE} zegt meer."]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_value_counts_as_one_word_and_marks_as_none() -> None:
    words = [w.text for w in only(f"Het kost {VALUE} – per uur, zonder btw.").words]

    assert words == ["Het", "kost", VALUE, "per", "uur", "zonder", "btw"]


def test_mean_is_of_whole_sentences_only() -> None:
    found = [only("Back-up"), only("Wie maakt de kopie?"), only("Wij maken elke nacht een kopie.")]

    assert mean_length(found) == 5


@pytest.mark.parametrize(
    ("rule", "text", "met"),
    [
        ("indien", "Indien het regent", "Indien"),
        ("indien", "wij dienden indienend", None),
        ("geschied*", "dat geschiedt vaak", "geschiedt"),
        ("geen … zonder", "er is geen gewone kopie zonder slot", "geen gewone kopie zonder"),
        ("geen … zonder", "er is geen kopie, zonder slot", None),
        ("geen … niet", "er is geen kopie en hij belt niet", None),
        ("niet zonder", "dat kan niet\nzonder sleutel", "niet\nzonder"),
        ("24/7", "dit is 24/7 zo", "24/7"),
        ("100 %", "voor 100 % zeker", "100 %"),
        ("direct", "de directie en directe hulp", None),
    ],
)
def test_rule_meets_what_a_lawyer_means(rule: str, text: str, met: str | None) -> None:
    match = pattern_of(rule).search(text)

    assert (match[0] if match else None) == met


def test_what_is_quoted_is_the_word_of_another() -> None:
    text = "Klant vroeg om ‘altijd hulp’ op foto’s."

    assert without_quotes(text) == "Klant vroeg om               op foto’s."


CLAUSE = """---
titel: Proef
versie: 1
---
1. Eerste lid
   loopt door. [#naam]
{% if zaak.haast %}
2. **Tweede** {{ zaak.prijs | euro }} lid:
   1. onderdeel;
{% endif %}

> Een citaat.

| Kop | |
|---|---|
| Cel | {{ zaak.naam }} |

- [ ] vakje
## Kopje
"""


def test_clause_is_read_per_lid_part_and_cell_at_its_place() -> None:
    manuscript = read_manuscript({"clauses/algemeen/proef.md": CLAUSE})

    told = [(" ".join(p.text.split()), str(p.place(0)).split(":", 1)[1]) for p in manuscript.prose]

    value, name = FILLED_IN * len("{{ zaak.prijs | euro }}"), FILLED_IN * len("{{ zaak.naam }}")
    assert told == [
        ("Proef", "2:8"),
        ("Eerste lid loopt door.", "5:4"),
        (f"Tweede {value} lid:", "8:6"),
        ("onderdeel;", "9:7"),
        ("Een citaat.", "12:3"),
        ("Kop", "14:3"),
        ("Cel", "16:3"),
        (name, "16:9"),
        ("vakje", "18:7"),
        ("Kopje", "19:4"),
    ]


def test_word_on_a_second_line_is_found_there() -> None:
    lid = read_manuscript({"clauses/algemeen/proef.md": CLAUSE}).prose[1]

    assert str(lid.place(lid.text.index("door"))) == "clauses/algemeen/proef.md:6:10"


SECTION = """rubriek: zaak
titel: De zaak
mag: [garantie]
vragen:
  - id: haast
    vraag: Is er haast?
    soort: keuze
    waarom: "Deze uitleg loopt
      over twee regels."
    opties:
      ja: {label: Er is haast, stuk: met haast, uitleg: 'Dan ''s avonds ook.'}
      nee: Nee hoor
"""


def test_section_gives_every_text_that_people_read_and_no_other() -> None:
    manuscript = read_manuscript({"questionnaires/rubrieken/zaak.yaml": SECTION})

    told = {p.text: (str(p.place(0)).split(":", 1)[1], p.printed) for p in manuscript.prose}
    assert told == {
        "De zaak": ("2:8", False),
        "Is er haast?": ("6:12", False),
        "Deze uitleg loopt over twee regels.": ("8:14", False),
        "Er is haast": ("11:19", False),
        "met haast": ("11:38", True),
        "Dan 's avonds ook.": ("11:58", False),
        "Nee hoor": ("12:12", True),
    }
    folded = next(p for p in manuscript.prose if p.text.startswith("Deze"))
    assert str(folded.place(folded.text.index("twee"))) == "questionnaires/rubrieken/zaak.yaml:9:12"
    assert [a.word for a in manuscript.allowed["questionnaires/rubrieken/zaak.yaml"]] == ["garantie"]


PACKAGE = """pakket: basis
titel: Pakket Basis
antwoorden:
  prijs: {posten: [{omschrijving: Beheer per werkplek, soort: pakket, prijs: "45.00"}]}
"""


def test_package_gives_the_phrases_it_puts_on_paper() -> None:
    manuscript = read_manuscript({"questionnaires/pakketten/basis.yaml": PACKAGE})

    told = [(p.text, str(p.place(0)).split(":", 1)[1], p.printed) for p in manuscript.prose]
    assert told == [("Pakket Basis", "2:8", False), ("Beheer per werkplek", "4:35", True)]


def test_library_and_program_are_in_plain_dutch() -> None:
    found, told = checked(None, language=True, coverage=False)

    assert [f"{d.position}: {d.message}" for d in found] == []
    assert any("gemiddeld" in line for line in told)


def test_coverage_names_clauses_absent_topics_and_sources() -> None:
    bad = Path(__file__).parent.parent / "library" / "bad" / "onderwerp-zonder-clausule"

    _found, told = checked(bad, language=False, coverage=True)

    start = next(n for n, line in enumerate(told) if line.startswith("Onderwerpen"))
    assert told[start : start + 8] == [
        "Onderwerpen: 1 met een clausule, 1 met opzet afwezig, 3 in totaal",
        "  Back-ups",
        "      algemeen/proef",
        "  De prijs",
        "      nog geen clausule",
        "  Boetes",
        "      met opzet afwezig: Er zijn geen boetes.",
        "",
    ]
