"""Conditions that go round in a circle."""

from dataclasses import replace

from expression_cases import BEHEER, NAMES, PLACE, SECTIONS, choices, library, question
from test_lint_reading import clause, when, with_clauses

from generator.expressions.parsing import parse_condition
from generator.library import Derived, Kind, Question, SectionUse
from generator.lint.cycles import check_cycles
from generator.lint.reading import check_reading
from generator.lint.references import check_references


def with_klant(*changed: Question) -> dict[str, object]:
    section = SECTIONS["klant"]
    by_name = {q.id: q for q in changed}
    return {
        "sections": {
            **SECTIONS,
            "klant": replace(section, questions=tuple(by_name.get(q.id, q) for q in section.questions)),
        }
    }


def test_the_small_library_goes_nowhere_in_circles() -> None:
    assert check_cycles(library()) == []


def test_two_questions_that_wait_for_each_other() -> None:
    soort = question("soort", Kind.CHOICE, choices=choices("bv", "vof", "overheid"), when=when("klant.groot"))
    made = library(**with_klant(soort))
    (found,) = check_cycles(made)
    assert found.slug == "kringloop"
    assert "'klant.groot'" in found.message
    assert "'klant.soort'" in found.message
    assert check_reading(made) == []
    assert check_references(made) == []


def test_a_derived_value_that_reads_itself() -> None:
    section = SECTIONS["klant"]
    ring = Derived("groot", Kind.TRUTH, parse_condition("klant.groot", NAMES, PLACE), PLACE)
    made = library(sections={**SECTIONS, "klant": replace(section, derived=(ring, *section.derived[1:]))})
    (found,) = check_cycles(made)
    assert found.message == "'klant.groot' onder afgeleid hangt af van 'klant.groot' onder afgeleid"


def test_a_section_that_waits_for_its_own_question() -> None:
    uses = (SectionUse("klant", when("klant.bijzonder")), *BEHEER.sections[1:])
    made = library(questionnaires={"beheer": replace(BEHEER, sections=uses)})
    assert [d.slug for d in check_cycles(made)] == ["kringloop"]


def test_fields_of_one_record_that_wait_for_each_other() -> None:
    names = replace(NAMES, siblings=tuple(question(n, Kind.CHOICE, choices=choices("x")) for n in "ab"))
    fields = (
        question("a", Kind.CHOICE, choices=choices("x"), when=when('b == "x"', names)),
        question("b", Kind.CHOICE, choices=choices("x"), when=when('a == "x"', names)),
    )
    contact = question("contact", Kind.GROUP, fields=fields)
    (found,) = check_cycles(library(**with_klant(contact)))
    assert "'contact.a'" in found.message


def test_clauses_that_wait_for_each_others_presence() -> None:
    one = clause(name="proef/een", only='aanwezig("proef/twee")')
    two = clause(name="proef/twee", only='klant.groot or not aanwezig("proef/een")')
    (found,) = check_cycles(with_clauses(one, two))
    assert found.message == (
        "de clausule 'proef/een' hangt af van de clausule 'proef/twee' hangt af van de clausule 'proef/een'"
    )
    assert check_cycles(with_clauses(one, clause(name="proef/twee"))) == []
