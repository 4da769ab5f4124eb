"""A reference never points at what may be absent."""

from dataclasses import replace

from expression_cases import BEHEER, KLUS, NAMES, PLACE, library
from test_lint_reading import AT, clause, outline, when, with_clauses

from generator.expressions.parsing import parse_loop, parse_slot
from generator.library import (
    AnnexUse,
    Aspect,
    Block,
    ClauseUse,
    DocumentUse,
    For,
    If,
    Item,
    Level,
    LevelRule,
    Library,
    Outline,
    Paragraph,
    Risk,
    Term,
    TermUse,
)
from generator.lint.references import check_references


def ref(source: str) -> Paragraph:
    return Paragraph((parse_slot(source, NAMES, AT),))  # type: ignore[arg-type]


def item(name: str | None, *children: Block) -> Item:
    return Item((), children, name, AT)


def slugs(made: Library) -> list[str]:
    return [d.slug for d in check_references(made)]


def both(source: Block, *target: Block, only: str | None = None, papers: Outline | None = None) -> Library:
    return with_clauses(clause(source), clause(*target, name="proef/doel", only=only), papers=papers)


def test_what_is_always_there_may_be_pointed_at() -> None:
    assert slugs(both(ref('artikel("proef/doel")'))) == []


def test_what_may_be_absent_is_told_with_the_guard_that_mends_it() -> None:
    (found,) = check_references(both(ref('artikel("proef/doel")'), only="klant.groot"))
    assert found.slug == "verwijzing-naar-afwezig"
    assert found.position == AT
    assert '{% if aanwezig("proef/doel") %}' in found.remedy
    guarded = If(when('aanwezig("proef/doel")'), (ref('artikel("proef/doel")'),))
    assert slugs(both(guarded, only="klant.groot")) == []


def test_the_same_or_a_narrower_condition_is_enough() -> None:
    narrower = If(when('klant.soort == "bv" and klant.medewerkers > 100'), (ref('artikel("proef/doel")'),))
    assert slugs(both(narrower, only="klant.groot")) == []
    wider = If(when("klant.medewerkers is bekend"), (ref('artikel("proef/doel")'),))
    assert slugs(both(wider, only="klant.groot")) == ["verwijzing-naar-afwezig"]


def test_the_entry_in_the_outline_counts() -> None:
    papers = outline(ClauseUse("proef/een"), ClauseUse("proef/doel", when=when("klant.groot")))
    assert slugs(both(ref('artikel("proef/doel")'), papers=papers)) == ["verwijzing-naar-afwezig"]
    twice = outline(
        ClauseUse("proef/een"),
        ClauseUse("proef/doel", when=when("klant.groot")),
        ClauseUse("proef/doel", when=when("not klant.groot")),
    )
    assert slugs(both(ref('artikel("proef/doel")'), papers=twice)) == []


def test_a_clause_that_is_not_in_this_document_is_absent() -> None:
    papers = outline(ClauseUse("proef/een"))
    assert slugs(both(ref('artikel("proef/doel")'), papers=papers)) == ["verwijzing-naar-afwezig"]


def test_a_repeated_clause_cannot_be_pointed_at() -> None:
    loop = parse_loop("s in beheer.systemen", NAMES, PLACE)
    papers = outline(ClauseUse("proef/een"), ClauseUse("proef/doel", for_each=loop))
    assert slugs(both(ref('artikel("proef/doel")'), papers=papers)) == ["niet-te-bewijzen"]


def test_a_lid_under_a_condition_of_its_own() -> None:
    target = If(when("klant.groot"), (item(None, item("prijs")),))
    bare = both(ref('artikel("proef/doel", lid="prijs")'), target)
    assert slugs(bare) == ["verwijzing-naar-afwezig"]
    guarded = If(when("klant.groot"), (ref('artikel("proef/doel", lid="prijs")'),))
    assert slugs(both(guarded, target)) == []
    either = If(when("klant.groot"), (item("prijs"),), (item("prijs"),))
    assert slugs(both(ref('artikel("proef/doel", lid="prijs")'), either)) == []
    loop = parse_loop("s in beheer.systemen", NAMES, PLACE)
    assert slugs(both(ref('artikel("proef/doel", lid="prijs")'), For(loop, (item("prijs"),)))) == [
        "verwijzing-naar-afwezig"
    ]


def with_annex(source: Block, annex: AnnexUse) -> Library:
    papers = outline(ClauseUse("proef/een"), annexes=(annex,))
    return both(source, papers=papers)


def test_annexes() -> None:
    inside = (ClauseUse("proef/doel"),)
    assert slugs(with_annex(ref('bijlage("backup")'), AnnexUse("backup", "Back-up", inside))) == []
    conditional = AnnexUse("backup", "Back-up", inside, when("klant.groot"))
    assert slugs(with_annex(ref('bijlage("backup")'), conditional)) == ["verwijzing-naar-afwezig"]
    guarded = If(when("klant.groot"), (ref('bijlage("backup")'),))
    assert slugs(with_annex(guarded, conditional)) == []
    empty = AnnexUse("backup", "Back-up", (ClauseUse("proef/doel", when=when("klant.groot")),))
    assert slugs(with_annex(ref('bijlage("backup")'), empty)) == ["verwijzing-naar-afwezig"]
    assert slugs(with_annex(ref('bijlage("prijzen")'), empty)) == ["verwijzing-naar-afwezig"]


def test_an_annex_per_record_is_there_when_a_record_passes() -> None:
    loop = parse_loop('s in beheer.systemen if s.soort == "nas" and "updates" in s.taken', NAMES, PLACE)
    repeated = AnnexUse("nas", "Kasten", (ClauseUse(entries=(ClauseUse("proef/doel"),), for_each=loop),))
    guard = when('beheer.systemen | met(soort="nas", taken="updates")')
    assert slugs(with_annex(If(guard, (ref('bijlage("nas")'),)), repeated)) == []
    wider = when('beheer.systemen | met(soort="nas")')
    assert slugs(with_annex(If(wider, (ref('bijlage("nas")'),)), repeated)) == ["verwijzing-naar-afwezig"]
    odd = parse_loop("s in beheer.systemen if s.aantal > 3", NAMES, PLACE)
    unsure = AnnexUse("nas", "Kasten", (ClauseUse("proef/doel", for_each=odd),))
    assert slugs(with_annex(If(when("beheer.systemen"), (ref('bijlage("nas")'),)), unsure))


def test_a_reference_to_another_paper_needs_that_paper_to_hold_it() -> None:
    source = clause(ref('artikel("proef/doel", in="brief")'))
    target = clause(name="proef/doel")
    papers = {
        "overeenkomst": outline(ClauseUse("proef/een")),
        "brief": outline(ClauseUse("proef/doel"), name="brief"),
    }
    uses = (DocumentUse("overeenkomst"), DocumentUse("brief"))
    made = library(
        clauses={c.id: c for c in (source, target)},
        outlines=papers,
        questionnaires={"beheer": replace(BEHEER, documents=uses), "klus": KLUS},
    )
    assert slugs(made) == []
    assert slugs(replace(made, outlines={**papers, "brief": outline(name="brief")})) == [
        "verwijzing-naar-afwezig"
    ]
    alone = {"beheer": replace(BEHEER, documents=uses[:1])}
    assert slugs(replace(made, questionnaires=alone)) == ["verwijzing-naar-afwezig"]


def test_a_reference_that_this_questionnaire_never_reaches_needs_no_paper() -> None:
    elsewhere = If(when('dossier.vragenlijst == "beheer"'), (ref('artikel("proef/doel", in="brief")'),))
    source, target = clause(elsewhere), clause(name="proef/doel")
    here, brief = DocumentUse("overeenkomst"), DocumentUse("brief")
    made = library(
        clauses={c.id: c for c in (source, target)},
        outlines={
            "overeenkomst": outline(ClauseUse("proef/een")),
            "brief": outline(ClauseUse("proef/doel"), name="brief"),
        },
        questionnaires={
            "beheer": replace(BEHEER, documents=(here, brief)),
            "klus": replace(KLUS, documents=(here,)),
        },
    )
    assert slugs(made) == []
    assert slugs(replace(made, questionnaires={"beheer": replace(BEHEER, documents=(here,))}))


def test_references_in_the_text_of_a_risk_count_where_that_text_stands() -> None:
    text = {"Tekst voor de overeenkomst": (ref('artikel("proef/doel")'),)}
    risk = Risk(
        "geen-mfa", (), Aspect.MATTER, (LevelRule(Level.SERIOUS),), text, PLACE, when=when("klant.groot")
    )
    papers = outline(ClauseUse(risk_heading="Tekst voor de overeenkomst"), ClauseUse("proef/doel"))
    made = replace(both(Paragraph(()), only="klant.bijzonder", papers=papers), risks={"geen-mfa": risk})
    assert slugs(made) == ["verwijzing-naar-afwezig"]
    same = replace(both(Paragraph(()), only="klant.groot", papers=papers), risks={"geen-mfa": risk})
    assert slugs(same) == []


def test_a_definition_counts_where_its_term_is_used() -> None:
    term = Term("prijs", ("Prijs",), ref('artikel("proef/doel")').inlines, PLACE)
    use = Paragraph((TermUse("Prijs", "prijs"),))
    assert slugs(replace(both(use), terms={"prijs": term})) == []
    assert slugs(replace(both(use, only="klant.groot"), terms={"prijs": term})) == ["verwijzing-naar-afwezig"]
    assert slugs(replace(both(Paragraph(()), only="klant.groot"), terms={"prijs": term})) == []


def test_what_does_not_exist_at_all_is_left_to_loading() -> None:
    assert slugs(with_clauses(clause(ref('artikel("proef/weg")')))) == []
    assert slugs(with_clauses(clause(ref('artikel("proef/weg", in="nergens")')))) == []


def test_an_annex_of_another_paper() -> None:
    source = clause(ref('bijlage("nas", in="brief")'))
    brief = outline(name="brief", annexes=(AnnexUse("nas", "Kasten", ()),))
    made = library(
        clauses={source.id: source},
        outlines={"overeenkomst": outline(ClauseUse("proef/een")), "brief": brief},
        questionnaires={
            "beheer": replace(BEHEER, documents=(DocumentUse("overeenkomst"), DocumentUse("brief"))),
        },
    )
    assert slugs(made) == []


def test_a_term_has_a_definition() -> None:
    made = with_clauses(clause(Paragraph((TermUse("Back-up", "back-up"),))))
    assert slugs(made) == ["begrip-zonder-omschrijving"]
