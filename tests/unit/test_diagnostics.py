"""What is wrong is told with its place, its mend and its name."""

from dataclasses import replace

import pytest

from generator.diagnostics import (
    AnswersError,
    Diagnostic,
    GeneratorError,
    LibraryError,
    OfficeError,
    OutputError,
    Position,
    as_json,
    in_order,
    render,
)

FAULT = Diagnostic(
    "onbekende-variabele",
    "onbekende variabele 'zaak.nam'",
    "schrijf 'zaak.naam'",
    Position("clauses/a/b.md", 12, 8),
    source_line="1. Dit {{ zaak.nam }}.",
    width=8,
)


def test_a_fault_shows_its_line_with_a_caret_under_the_word() -> None:
    assert render(FAULT).split("\n") == [
        "clauses/a/b.md:12:8: fout: onbekende variabele 'zaak.nam' [onbekende-variabele]",
        "  12 | 1. Dit {{ zaak.nam }}.",
        "     |        ^^^^^^^^",
        "  doe: schrijf 'zaak.naam'",
    ]


def test_a_caret_is_never_too_small_to_see() -> None:
    assert "\n     |        ^\n" in render(replace(FAULT, width=0))


@pytest.mark.parametrize(
    ("before", "after", "cut"), [(0, 900, (False, True)), (450, 450, (True, True)), (900, 0, (True, False))]
)
def test_of_a_very_long_line_only_what_stands_around_the_fault_is_shown(
    before: int, after: int, cut: tuple[bool, bool]
) -> None:
    long = replace(
        FAULT, source_line="a" * before + "FOUT" + "z" * after, width=4, position=Position("x", 1, before + 1)
    )
    _head, shown, carets, _remedy = render(long).split("\n")
    assert len(shown) < 420
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "FOUT"
    assert ("…" in shown[:8], shown.endswith("…")) == cut


def test_a_fault_without_its_line_is_told_in_two() -> None:
    assert render(replace(FAULT, source_line=None)).count("\n") == 1


def test_a_fault_in_an_answer_names_the_question() -> None:
    asked = Diagnostic("te-lang", "te lang", "maak korter", question="zaak.naam")
    assert render(asked) == "zaak.naam: fout: te lang [te-lang]\n  doe: maak korter"
    nowhere = replace(asked, question=None, source_line="tekst")
    assert render(nowhere) == "fout: te lang [te-lang]\n  doe: maak korter"


def test_other_programs_read_a_fault_in_dutch_keys() -> None:
    found = as_json(FAULT)
    assert (found["bestand"], found["regel"], found["kolom"]) == ("clauses/a/b.md", 12, 8)
    assert (found["slug"], found["ernst"], found["vraag"]) == ("onbekende-variabele", "fout", None)
    bare = as_json(Diagnostic("x", "m", "d", question="zaak.naam"))
    assert (bare["bestand"], bare["regel"], bare["kolom"], bare["vraag"]) == (None, None, None, "zaak.naam")


def test_faults_come_in_the_order_of_their_places_each_once_those_of_answers_first() -> None:
    later = replace(FAULT, position=Position("clauses/a/b.md", 100, 1))
    answer = Diagnostic("x", "m", "d", question="zaak.naam")
    bare = Diagnostic("x", "a", "d")
    assert in_order([later, FAULT, FAULT, answer, bare]) == (bare, answer, FAULT, later)


@pytest.mark.parametrize("error", [LibraryError, AnswersError])
def test_an_error_holds_every_fault_in_order_and_counts_them(error: type[LibraryError]) -> None:
    raised = error([replace(FAULT, position=Position("z")), FAULT])
    assert [str(d.position) for d in raised.diagnostics] == ["clauses/a/b.md:12:8", "z:1:1"]
    assert "2 problemen" in str(raised)
    assert (isinstance(raised, GeneratorError), raised.code) == (True, 1)


@pytest.mark.parametrize(("error", "code"), [(OutputError, 1), (OfficeError, 4)])
def test_an_error_outside_the_content_says_what_to_do_and_how_to_end(
    error: type[OutputError], code: int
) -> None:
    raised = error("De schijf is vol.", "Maak plaats.")
    assert (str(raised), raised.remedy, raised.code) == ("De schijf is vol.", "Maak plaats.", code)
