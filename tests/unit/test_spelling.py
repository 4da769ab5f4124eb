import pytest

from generator.diagnostics import OfficeError
from generator.lint.sentences import sentences
from generator.lint.spelling import words_to_spell
from generator.program_texts import program_prose
from generator.prose import FILLED_IN, Piece, Prose
from generator.spelling import unknown_words


def words_of(text: str, *known: str) -> set[str]:
    return words_to_spell(sentences(Prose(text, "proef.md", (Piece(0, 1, 1),))), known)


def test_numbers_files_addresses_and_values_are_not_spelled() -> None:
    text = f"Bel 088-123 of mail info@proef.nl, zie proef.yaml en clauses/proef, {FILLED_IN * 3}tje. Klaar"

    assert words_of(text) == {"Bel", "of", "mail", "zie", "en", "Klaar"}


def test_name_on_the_list_is_known_in_each_form() -> None:
    text = "Proximedia, Proximedia’s, een Proximedia-bestand en Inlogstap"

    assert words_of(text, "Proximedia", "inlogstap") == {"een", "bestand", "en"}


def test_name_of_two_words_stands_on_one_line() -> None:
    assert words_of("de Data Act", "Data Act") == {"de"}


def test_dictionary_knows_dutch_and_guesses_what_is_meant() -> None:
    found = unknown_words(["boom", "Leverancier", "overeenkommst", "foto’s"])
    if found is None:
        pytest.skip("no Dutch dictionary here")

    assert found == {"overeenkommst": "overeenkomst"}


def test_without_dictionary_nothing_is_said_unless_everything_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("ZWARTOPWIT_ALLES", raising=False)
    assert unknown_words(["boom"]) is None

    monkeypatch.setenv("ZWARTOPWIT_ALLES", "1")
    with pytest.raises(OfficeError, match="woordenboek"):
        unknown_words(["boom"])


MODULE = '''"""De docstring is niet voor de gebruiker."""
SLUG = "tekst-niet-af"
ENGLISH = "this is a text for a developer"
DUTCH = "Er is nog niets gemaakt."
def told(name, n):
    """Ook dit is niet voor de gebruiker."""
    return f"Het stuk {name} staat {n} keer in 'de map'."
'''


def test_program_texts_are_the_dutch_ones() -> None:
    found = [(p.text, str(p.place(0))) for p in program_prose({"generator/proef.py": MODULE})]

    filled = FILLED_IN
    assert found == [
        ("Er is nog niets gemaakt.", "generator/proef.py:4:10"),
        (f"Het stuk {filled} staat {filled} keer in {filled}.", "generator/proef.py:7:14"),
    ]
