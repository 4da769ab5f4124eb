"""Reading where something may be not asked, unknown or later is told, with a remedy that mends it."""

from dataclasses import replace

import pytest
from expression_cases import BEHEER, KLUS, NAMES, NO_DECISION, PLACE, SECTIONS, choices, library, question

from generator.diagnostics import Diagnostic, Position
from generator.expressions.names import Names
from generator.expressions.parsing import parse_condition, parse_loop, parse_slot
from generator.library import (
    Aspect,
    Block,
    Check,
    Clause,
    ClauseUse,
    Condition,
    Derived,
    DocumentUse,
    Factor,
    For,
    Form,
    Gate,
    If,
    Kind,
    Level,
    LevelRule,
    Library,
    Outline,
    Paragraph,
    Risk,
    Row,
    Section,
    SectionUse,
    SignatoryUse,
    Table,
    Term,
    TermUse,
)
from generator.lint.reading import check_reading

AT = Position("clauses/proef/een.md", 4, 1)


def slot(source: str, names: Names = NAMES) -> Paragraph:
    return Paragraph((parse_slot(source, names, AT),))  # type: ignore[arg-type]


def when(source: str, names: Names = NAMES) -> Condition:
    return parse_condition(source, names, AT)


def clause(*blocks: Block, name: str = "proef/een", only: str | None = None) -> Clause:
    return Clause(name, (), blocks, 1, AT, when=when(only) if only else None)


def outline(*uses: ClauseUse, name: str = "overeenkomst", **more: object) -> Outline:
    return Outline(name, (), Gate.FREE, Form.CONTRACT, PLACE, articles=uses, **more)  # type: ignore[arg-type]


def with_clauses(*clauses: Clause, use: DocumentUse | None = None, papers: Outline | None = None) -> Library:
    paper = papers or outline(*(ClauseUse(c.id) for c in clauses))
    beheer = replace(BEHEER, documents=(use or DocumentUse(paper.id),))
    return library(
        clauses={c.id: c for c in clauses},
        outlines={paper.id: paper},
        questionnaires={"beheer": beheer, "klus": KLUS},
    )


def told(made: Library) -> list[tuple[str, str]]:
    return [(d.slug, d.remedy) for d in check_reading(made)]


def slugs(*blocks: Block, only: str | None = None) -> list[str]:
    return [d.slug for d in check_reading(with_clauses(clause(*blocks, only=only)))]


def one(*blocks: Block) -> Diagnostic:
    (found,) = check_reading(with_clauses(clause(*blocks)))
    return found


def test_the_small_library_itself_reads_only_what_it_may() -> None:
    assert [d.message for d in check_reading(with_clauses(clause(slot("klant.naam"))))] == []


def test_a_value_that_may_be_not_asked_is_told_with_the_if_that_mends_it() -> None:
    found = one(slot("backup.prijs | euro"))
    assert found.slug == "niet-gevraagd-mogelijk"
    assert found.position == AT
    guard = 'klant.soort != "overheid" and backup.herstel == "uurtarief"'
    assert found.remedy == f"zet er {{% if {guard} %}} … {{% endif %}} omheen"
    assert slugs(If(when(guard), (slot("backup.prijs | euro"),))) == []


def test_the_condition_of_the_clause_counts_and_so_does_that_of_its_entry() -> None:
    guard = 'klant.soort != "overheid" and backup.herstel == "uurtarief"'
    assert slugs(slot("backup.prijs | euro"), only=guard) == []
    free = clause(slot("backup.prijs | euro"))
    guarded = outline(ClauseUse("proef/een", when=when(guard)))
    assert told(with_clauses(free, papers=guarded)) == []


def test_else_knows_that_the_condition_does_not_hold() -> None:
    block = If(when('klant.soort == "overheid"'), (), (slot("backup.herstel | label"),))
    assert slugs(block) == []
    turned = If(when('klant.soort == "overheid"'), (slot("backup.herstel | label"),), ())
    assert slugs(turned) == ["niet-gevraagd-mogelijk"]


def test_a_condition_that_reads_what_may_be_not_asked_is_told_at_the_variable() -> None:
    found = one(If(when("klant.bijzonder and klant.medewerkers > 5"), ()))
    assert found.slug == "niet-gevraagd-mogelijk"
    assert found.position == Position(AT.path, 4, 1 + len("klant.bijzonder and "))
    assert found.remedy == "schrijf er 'klant.soort == \"bv\" and' voor"


@pytest.mark.parametrize(
    "source",
    [
        'klant.soort == "bv" and klant.medewerkers > 5',
        'klant.medewerkers > 5 and klant.soort == "bv"',
        'klant.soort != "bv" or klant.medewerkers > 5',
        "klant.medewerkers is bekend and klant.medewerkers > 5",
        "klant.medewerkers is bekend",
        "klant.schade is bekend and klant.schade > 5",
        "klant.kvk is bekend",
        "klant.groot",
    ],
)
def test_a_guard_in_the_condition_itself_is_enough(source: str) -> None:
    assert slugs(If(when(source), ())) == []


def test_what_may_be_unknown_needs_is_bekend_to_compare_and_to_print() -> None:
    compared = one(If(when("klant.schade > 5"), ()))
    assert (compared.slug, compared.remedy) == (
        "bewaking-ontbreekt",
        "schrijf er 'klant.schade is bekend and' voor",
    )
    shown = one(slot("klant.schade | euro"))
    assert shown.slug == "bewaking-ontbreekt"
    assert "{% if klant.schade is bekend %}" in shown.remedy
    assert (
        slugs(If(when("klant.schade > 5 and klant.schade is bekend"), (slot("klant.schade | euro"),))) == []
    )


def test_what_may_be_empty_is_not_printed_unguarded() -> None:
    assert slugs(slot("klant.bijnaam")) == ["bewaking-ontbreekt"]
    assert slugs(If(when("klant.bijnaam is bekend"), (slot("klant.bijnaam"),))) == []
    assert "{% if klant.gegevens %}" in one(slot("klant.gegevens | opsomming")).remedy
    assert slugs(If(when('"bsn" in klant.gegevens'), (slot("klant.gegevens | opsomming"),))) == []
    asked, narrowed = 'klant.soort != "overheid"', 'backup.bronnen | met(maker="niemand")'
    listed = slot(f'{narrowed} | opsomming("naam")')
    assert f"{{% if {narrowed} %}}" in one(If(when(asked), (listed,))).remedy
    assert slugs(If(when(f"{asked} and backup.bronnen"), (listed,))) == ["bewaking-ontbreekt"]
    assert slugs(If(when(f"{asked} and {narrowed}"), (listed,))) == []


def test_what_may_be_later_is_printed_as_a_blank_but_not_compared() -> None:
    assert slugs(slot("klant.kvk")) == []
    section = SECTIONS["klant"]
    day = question("dag", Kind.DATE, may_be_later=True)
    wider = {**SECTIONS, "klant": replace(section, questions=(*section.questions, day))}
    names = replace(NAMES, sections=wider)
    block = If(when('klant.dag > "2026-01-01"', names), ())
    made = replace(with_clauses(clause(block)), sections=wider)
    assert [slug for slug, _ in told(made)] == ["later-in-voorwaarde"]


def test_a_computed_value_is_as_uncertain_as_what_it_is_computed_from() -> None:
    from generator.expressions.parsing import parse_computation

    section = SECTIONS["klant"]
    value = parse_computation("klant.schade * 3", NAMES, PLACE, Kind.MONEY)
    wider = {
        **SECTIONS,
        "klant": replace(section, derived=(*section.derived, Derived("drie", Kind.MONEY, value, PLACE))),
    }
    names = replace(NAMES, sections=wider)
    bare = slot("klant.drie | euro", names)
    assert [s for s, _ in told(replace(with_clauses(clause(bare)), sections=wider))] == ["bewaking-ontbreekt"]
    guarded = If(when("klant.schade is bekend"), (bare,))
    assert told(replace(with_clauses(clause(guarded)), sections=wider)) == []


def test_a_loop_guards_its_record_and_its_list() -> None:
    loop = parse_loop('b in backup.bronnen if b.maker != "niemand"', NAMES, AT)
    names = NAMES.with_local("b", SECTIONS["backup"].questions[0])
    inside = For(loop, (slot("b.frequentie | frequentie", names),))
    assert slugs(If(when('klant.soort != "overheid"'), (inside,))) == []
    assert slugs(inside) == ["niet-gevraagd-mogelijk"]
    every = For(parse_loop("b in backup.bronnen", NAMES, AT), (slot("b.frequentie | frequentie", names),))
    found = one(If(when('klant.soort != "overheid"'), (every,)))
    assert '{% if b.maker != "niemand" %}' in found.remedy


def test_table_rows_and_titles_are_looked_at_too() -> None:
    row = Row((slot("klant.bijnaam").inlines,))
    assert slugs(Table((), (row,))) == ["bewaking-ontbreekt"]
    titled = replace(clause(), title=slot("klant.bijnaam").inlines)
    assert [s for s, _ in told(with_clauses(titled))] == ["bewaking-ontbreekt"]


def test_a_shared_clause_is_judged_per_questionnaire() -> None:
    shared = clause(slot("klant.soort | label"))
    paper = outline(ClauseUse("proef/een"))
    made = library(
        clauses={shared.id: shared},
        outlines={paper.id: paper},
        questionnaires={
            "beheer": replace(BEHEER, documents=(DocumentUse(paper.id),)),
            "klus": replace(KLUS, documents=(DocumentUse(paper.id),)),
        },
    )
    (found,) = check_reading(made)
    assert "'klus'" in found.message
    assert found.remedy == 'zet er {% if dossier.vragenlijst in ["beheer"] %} … {% endif %} omheen'
    guard = If(when('dossier.vragenlijst in ["beheer"]'), shared.blocks)
    assert check_reading(replace(made, clauses={shared.id: clause(guard)})) == []


def test_presence_of_another_clause_says_what_its_condition_says() -> None:
    other = clause(only='klant.soort == "bv"', name="proef/ander")
    block = If(when('aanwezig("proef/ander")'), (slot("klant.medewerkers"),))
    assert told(with_clauses(clause(block), other)) == []
    unknown = If(when('aanwezig("proef/ander")'), (slot("backup.herstel | label"),))
    assert [s for s, _ in told(with_clauses(clause(unknown), other))] == []


def test_what_cannot_be_proved_is_said_to_be_so() -> None:
    loop = parse_loop("s in beheer.systemen", NAMES, PLACE)
    repeated = ClauseUse(entries=(ClauseUse("proef/ander"),), for_each=loop)
    other = clause(only='klant.soort == "bv"', name="proef/ander")
    block = clause(If(when('aanwezig("proef/ander")'), (slot("klant.medewerkers"),)))
    made = with_clauses(block, other, papers=outline(ClauseUse("proef/een"), repeated))
    assert [s for s, _ in told(made)] == ["niet-te-bewijzen"]


def test_terms_in_use_signatories_and_the_document_itself_are_looked_at() -> None:
    term = Term("bedrag", ("Bedrag",), slot("klant.schade | euro").inlines, PLACE)
    using = clause(Paragraph((TermUse("Bedrag", "bedrag"),)))
    made = replace(with_clauses(using), terms={"bedrag": term})
    assert [s for s, _ in told(made)] == ["bewaking-ontbreekt"]
    assert told(replace(with_clauses(clause()), terms={"bedrag": term})) == []
    signing = outline(signing=(SignatoryUse("Klant", ("klant", "bijnaam")),))
    assert [s for s, _ in told(with_clauses(papers=signing))] == ["bewaking-ontbreekt"]
    asked = DocumentUse("overeenkomst", when=when("klant.medewerkers > 5"))
    assert [s for s, _ in told(with_clauses(clause(), use=asked))] == ["niet-gevraagd-mogelijk"]


# --- questions, risks, decisions ---------------------------------------------------------------------------------------


def test_conditions_of_questions_and_fields() -> None:
    section = SECTIONS["klant"]
    late = question("laat", Kind.TEXT, when=when("klant.medewerkers > 5"))
    wider = {**SECTIONS, "klant": replace(section, questions=(*section.questions, late))}
    assert [s for s, _ in told(library(sections=wider))] == ["niet-gevraagd-mogelijk"]

    fields = (
        question("a", Kind.CHOICE, choices=choices("x", "y")),
        question("b", Kind.CHOICE, choices=choices("x", "y"), when=when('a == "x"', _siblings("a"))),
        question("c", Kind.TEXT, when=when('b == "x"', _siblings("a", "b"))),
    )
    grouped = replace(section, questions=(*section.questions, question("groep", Kind.GROUP, fields=fields)))
    found = check_reading(library(sections={**SECTIONS, "klant": grouped}))
    assert [d.slug for d in found] == ["niet-gevraagd-mogelijk"]
    assert found[0].remedy == "schrijf er 'a == \"x\" and' voor"


def _siblings(*names: str) -> Names:
    fields = tuple(question(n, Kind.CHOICE, choices=choices("x", "y")) for n in names)
    return replace(NAMES, siblings=fields)


def test_a_derived_truth_is_looked_at_where_it_lives() -> None:
    section = SECTIONS["klant"]
    hasty = Derived("haastig", Kind.TRUTH, when("klant.schade > 5"), PLACE)
    wider = {**SECTIONS, "klant": replace(section, derived=(*section.derived, hasty))}
    assert [s for s, _ in told(library(sections=wider))] == ["bewaking-ontbreekt"]
    assert told(library(sections=wider, questionnaires={"klus": KLUS})) == []


def _risk(**more: object) -> Risk:
    parts: dict[str, object] = {"levels": (LevelRule(Level.SERIOUS),), "sections": {}}
    return Risk("geen-mfa", (), Aspect.MATTER, position=PLACE, **{**parts, **more})  # type: ignore[arg-type]


def test_a_risk_is_looked_at_with_its_record_and_only_where_it_lives() -> None:
    loop = parse_loop('b in backup.bronnen if b.maker == "niemand"', NAMES, PLACE)
    names = NAMES.with_local("b", SECTIONS["backup"].questions[0])
    text = {"Wat kan er gebeuren": (slot("b.frequentie | frequentie", names),)}
    backed = replace(BEHEER, sections=(*BEHEER.sections[:2], SectionUse("backup")))
    made = library(risks={"geen-mfa": _risk(for_each=loop, sections=text)}, questionnaires={"beheer": backed})
    assert [s for s, _ in told(made)] == ["niet-gevraagd-mogelijk"]
    assert told(replace(made, questionnaires={"klus": KLUS})) == [
        ("risico-nergens", "vraag dat in een vragenlijst, of haal het uit de voorwaarden van het risico")
    ]


def test_a_risk_per_record_needs_no_guard_for_its_own_list_and_any_other_risk_does() -> None:
    loop = parse_loop('b in backup.bronnen if b.maker == "niemand"', NAMES, PLACE)
    assert told(library(risks={"geen-mfa": _risk(for_each=loop)}, questionnaires={"beheer": BEHEER})) == []
    before = _risk(when=when("backup.bronnen"))
    found = told(library(risks={"geen-mfa": before}, questionnaires={"beheer": BEHEER}))
    assert [s for s, _ in found] == ["niet-gevraagd-mogelijk"]


def test_a_risk_that_can_be_raised_nowhere_is_told() -> None:
    risk = _risk(when=when("klant.groot"))
    made = library(risks={"geen-mfa": risk}, questionnaires={"klus": KLUS})
    (found,) = check_reading(made)
    assert found.slug == "risico-nergens"
    assert "klant.groot" in found.message
    assert told(library(risks={"geen-mfa": risk})) == []


def test_a_check_is_looked_at_where_it_lives() -> None:
    section = SECTIONS["beheer"]
    check = Check(when("klant.medewerkers > 5"), "Te veel.", (), PLACE)
    wider = {**SECTIONS, "beheer": replace(section, checks=(check,))}
    assert [s for s, _ in told(library(sections=wider))] == ["niet-gevraagd-mogelijk"]


def test_either_of_two_conditions_is_put_between_brackets() -> None:
    section = SECTIONS["klant"]
    late = question("laat", Kind.NUMBER, when=when('klant.soort == "bv" or klant.bijzonder'))
    wider = {**SECTIONS, "klant": replace(section, questions=(*section.questions, late))}
    names = replace(NAMES, sections=wider)
    made = replace(with_clauses(clause(If(when("klant.laat > 5", names), ()))), sections=wider)
    assert told(made) == [
        ("niet-gevraagd-mogelijk", "schrijf er '(klant.soort == \"bv\" or klant.bijzonder) and' voor")
    ]


def test_levels_are_read_in_order() -> None:
    levels = (
        LevelRule(Level.STOP, when=when('klant.soort != "bv"')),
        LevelRule(Level.SERIOUS, when=when("klant.medewerkers > 5")),
        LevelRule(Level.NOTICE),
    )
    assert told(library(risks={"geen-mfa": _risk(levels=levels)})) == []
    assert [s for s, _ in told(library(risks={"geen-mfa": _risk(levels=levels[1:])}))] == [
        "niet-gevraagd-mogelijk"
    ]


DECISION = Section(
    "besluit",
    "Besluit",
    (
        question("besluit", Kind.CHOICE, choices=choices("aanvaard", "later")),
        question(
            "reden",
            Kind.TEXT,
            when=parse_condition(
                'besluit == "aanvaard"',
                replace(
                    NAMES,
                    decision=replace(
                        NO_DECISION,
                        questions=(question("besluit", Kind.CHOICE, choices=choices("aanvaard", "later")),),
                    ),
                    own_section="besluit",
                    roots={},
                ),
                PLACE,
            ),
        ),
    ),
    (),
    (),
    PLACE,
)
DECIDED = replace(NAMES, decision=DECISION, roots={})


def test_the_status_of_a_finding_tells_what_was_decided() -> None:
    loop = parse_loop('m in meldingen if m.status in ["aanvaard", "onvolledig"]', DECIDED, AT)
    names = DECIDED.with_local("m", DECIDED.roots["meldingen"])
    made = with_clauses(clause(For(loop, (slot("m.besluit.reden", names),))))
    assert told(replace(made, decision=DECISION)) == []
    every = parse_loop("m in meldingen", DECIDED, AT)
    made = with_clauses(clause(For(every, (slot("m.besluit.reden", names),))))
    assert told(replace(made, decision=DECISION)) == [
        ("niet-gevraagd-mogelijk", 'zet er {% if m.besluit.besluit == "aanvaard" %} … {% endif %} omheen')
    ]


def test_factors_are_about_accepted_findings() -> None:
    factor = Factor(
        "reden", "De reden staat erop.", 4, True, when("melding.besluit.reden is bekend", DECIDED), "", PLACE
    )
    assert told(library(decision=DECISION, factors=(factor,))) == []
