"""What a lawyer may write in a condition, and what he is told when it is not right."""

from decimal import Decimal

import pytest
from expression_cases import NAMES, PLACE, SECTIONS

from generator.diagnostics import Diagnostic, Position, render
from generator.expressions.ast import (
    And,
    Compare,
    CompareAmounts,
    Contains,
    CountIs,
    DaysUntil,
    Every,
    Known,
    NonEmpty,
    Not,
    Number,
    OneOf,
    Present,
    Records,
    Total,
    Truth,
    Variable,
)
from generator.expressions.parsing import (
    ExpressionProblems,
    choices_of_amount,
    parse_computation,
    parse_condition,
    parse_loop,
    parse_slot,
)
from generator.library import BlankSlot, Computation, Kind, ReferenceSlot, ValueSlot, WritingLines
from generator.values import Duration, Unit

AT = Position("clauses/proef/een.md", 12, 10)


def problems(source: str, parse=parse_condition) -> tuple[Diagnostic, ...]:
    with pytest.raises(ExpressionProblems) as caught:
        parse(source, NAMES, AT)
    return caught.value.diagnostics


def one(source: str, parse=parse_condition) -> Diagnostic:
    (found,) = problems(source, parse)
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('klant.soort == "bv"', Compare(("klant", "soort"), "==", "bv")),
        ('"bv" == klant.soort', Compare(("klant", "soort"), "==", "bv")),
        ('klant.soort in ["bv", "vof"]', OneOf(("klant", "soort"), ("bv", "vof"))),
        ('klant.soort not in ["bv"]', OneOf(("klant", "soort"), ("bv",), negated=True)),
        ("100 < klant.medewerkers", Compare(("klant", "medewerkers"), ">", Decimal(100))),
        ("klant.schade >= 12.5", Compare(("klant", "schade"), ">=", Decimal("12.5"))),
        ('beheer.reactie <= "4 uur"', Compare(("beheer", "reactie"), "<=", Duration(4, Unit.HOUR))),
        ('beheer.reactie <= "2 werkdagen"', Compare(("beheer", "reactie"), "<=", Duration(2, Unit.WORKDAY))),
        ("klant.naam is bekend", Known(("klant", "naam"))),
        ("klant.schade > -3", Compare(("klant", "schade"), ">", Decimal(-3))),
        ("klant.gegevens | aantal >= 2", CountIs(Records(("klant", "gegevens")), ">=", 2)),
        ("meldingen | met(verzwaard=true)", NonEmpty(Records(("meldingen",), (("verzwaard", ("ja",)),)))),
        ('"bsn" not in klant.gegevens', Not(Contains(("klant", "gegevens"), "bsn"))),
        ("klant.naam is onbekend", Known(("klant", "naam"), negated=True)),
        ("klant.groot", Truth(("klant", "groot"))),
        ("not klant.groot", Not(Truth(("klant", "groot")))),
        ('aanwezig("backup/herstel")', Present("backup/herstel")),
        ("backup.bronnen | aantal >= 2", CountIs(Records(("backup", "bronnen")), ">=", 2)),
        ("klant.gegevens", NonEmpty(Records(("klant", "gegevens")))),
        (
            'backup.bronnen | met(maker=["wij", "klant"])',
            NonEmpty(Records(("backup", "bronnen"), (("maker", ("wij", "klant")),))),
        ),
        (
            'backup.bronnen | alle(maker="wij")',
            Every(Records(("backup", "bronnen")), (("maker", ("wij",)),)),
        ),
        (
            'beheer.maatregelen.firewall.keuze == "afgewezen"',
            Compare(("beheer", "maatregelen", "firewall", "keuze"), "==", "afgewezen"),
        ),
        ("besluit.reden_letters > 10", Compare(("melding", "besluit", "reden_letters"), ">", Decimal(10))),
        ('melding.niveau == "ernstig"', Compare(("melding", "niveau"), "==", "ernstig")),
        ('dossier.vragenlijst == "klus"', Compare(("dossier", "vragenlijst"), "==", "klus")),
    ],
)
def test_what_may_be_written(source: str, expected: object) -> None:
    condition = parse_condition(source, NAMES, AT)
    assert condition.expr == expected
    assert condition.source == source


def test_and_is_one_row_of_parts() -> None:
    expr = parse_condition("klant.groot and klant.bijzonder and backup.zelf", NAMES, AT).expr
    assert isinstance(expr, And)
    assert len(expr.parts) == 3


def test_own_questions_may_be_named_bare() -> None:
    names = NAMES.in_section("backup")
    assert parse_condition('herstel == "uurtarief"', names, AT).expr == Compare(
        ("backup", "herstel"), "==", "uurtarief"
    )


def test_a_sibling_field_goes_before_a_question_of_the_section() -> None:
    names = NAMES.in_section("backup").in_record(SECTIONS["backup"].questions[0])
    assert parse_condition('maker == "wij"', names, AT).expr == Compare(("@", "maker"), "==", "wij")
    assert parse_condition('herstel == "inbegrepen"', names, AT).expr == Compare(
        ("backup", "herstel"), "==", "inbegrepen"
    )


def test_a_loop_variable_hides_a_section() -> None:
    names = NAMES.with_local("klant", SECTIONS["backup"].questions[0])
    assert parse_condition('klant.maker == "wij"', names, AT).expr == Compare(("klant", "maker"), "==", "wij")


@pytest.mark.parametrize(
    ("source", "slug", "column", "remedy"),
    [
        ('klant.sort == "bv"', "onbekende-variabele", 10, "klant.soort"),
        ('klant.soort == "bvv"', "onbekende-optie", 25, "bv"),
        ('klant.soort in ["bv", "voff"]', "onbekende-optie", 32, "vof"),
        ("klant.polis", "noem-de-opties", 10, '"weet_ik_niet"'),
        ('klant.polis != "ja"', "noem-de-opties", 10, 'klant.polis in ["nee", "weet_ik_niet"]'),
        ('not klant.polis == "ja"', "noem-de-opties", 14, '"weet_ik_niet"'),
        ('klant.polis not in ["ja"]', "noem-de-opties", 10, 'klant.polis in ["nee", "weet_ik_niet"]'),
        ("klant.soort", "noem-de-opties", 10, '"bv"'),
        ('klant.gegevens == "bsn"', "verkeerd-type", 28, "in klant.gegevens"),
        ('"bsn" in klant.soort', "verkeerd-type", 19, 'klant.soort == "optie"'),
        ('klant.naam == "Jan"', "verkeerd-type", 24, "is bekend"),
        ("klant.naam", "verkeerd-type", 10, "klant.naam is bekend"),
        ("beheer.reactie <= 4", "verkeerd-type", 28, '"4 uur"'),
        ('beheer.begin > "1 juli"', "verkeerd-type", 25, '"2026-07-01"'),
        ("beheer.begin < vandaag", "verkeerd-type", 25, "afgeleid"),
        ("klant.medewerkers == true", "verkeerd-type", 31, "100"),
        ("beheer.systemen.naam is bekend", "onbekende-variabele", 10, "for x in beheer.systemen"),
        ('beheer.systemen | met(sort="nas")', "onbekende-variabele", 37, "soort"),
        ('beheer.systemen | met(naam="x")', "verkeerd-type", 37, "keuzeveld"),
        ("beheer.systemen | met()", "niet-toegestaan", 28, "veld="),
        ("beheer.systemen | aantal", "niet-toegestaan", 28, "aantal >= 2"),
        ('klant.naam | met(x="y")', "verkeerd-type", 10, "lijst"),
        ("klant.medewerkers + 1 > 3", "niet-toegestaan", 10, "variabele"),
        ("klant.soort is leeg", "niet-toegestaan", 22, "is bekend"),
        ("1 < klant.medewerkers < 3", "niet-toegestaan", 10, "and"),
        ("range(3)", "niet-toegestaan", 10, "handboek"),
        ("klant.soort in [1]", "verkeerd-type", 26, '"bv"'),
        ("klant.sort in ['bv']", "onbekende-variabele", 10, "klant.soort"),
        ("klant.naam in ['bv']", "verkeerd-type", 10, "is bekend"),
        ("'bsn' in klant.gegeven", "onbekende-variabele", 19, "klant.gegevens"),
        ("'gek' in klant.gegevens", "onbekende-optie", 10, "kies uit"),
        ("beheer.systeem | aantal > 2", "onbekende-variabele", 10, "beheer.systemen"),
        ("beheer.systeem | alle(soort='nas')", "onbekende-variabele", 10, "beheer.systemen"),
        ("beheer.systemen | alle(soort=3)", "verkeerd-type", 39, "server"),
        ("beheer.reactie > '4 eeuwen'", "verkeerd-type", 27, '"4 uur"'),
        ("klant.medewerkers > 'veel'", "verkeerd-type", 30, "100"),
        ('klant.soort["x"]', "niet-toegestaan", 10, "handboek"),
        ('klant.soort = "bv"', "niet-te-lezen", 22, "haakjes"),
        ('(klant.soort == "bv"', "niet-te-lezen", 26, "haakjes"),
        ('klant.soort == "bv', "niet-te-lezen", 25, "aanhalingstekens"),
        ("klant.soort == “bv”", "niet-te-lezen", 25, 'schrijf rechte aanhalingstekens: "bv"'),
        ("klant.groot }} x", "niet-te-lezen", 22, "haakjes"),
        ("", "niet-te-lezen", 10, "haakjes"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(source: str, slug: str, column: int, remedy: str) -> None:
    found = one(source)
    assert (found.slug, found.position) == (slug, Position(AT.path, 12, column))
    assert remedy in found.remedy


def test_all_problems_are_told_at_once() -> None:
    found = problems('klant.sort == "bv" or klant.soort == "x" or onzin | met(a="b")')
    assert [d.slug for d in found] == ["onbekende-variabele", "onbekende-optie", "onbekende-variabele"]


def test_a_misspelt_name_shows_where_the_right_one_is() -> None:
    source = 'klant.sort == "bv"'
    with pytest.raises(ExpressionProblems) as caught:
        parse_condition(source, NAMES, Position("a.md", 3, 7), "{% if " + source + " %}")
    assert render(caught.value.diagnostics[0]).splitlines() == [
        "a.md:3:7: fout: onbekende variabele 'klant.sort' [onbekende-variabele]",
        '  3 | {% if klant.sort == "bv" %}',
        "    |       ^^^^^^^^^^",
        "  doe: schrijf 'klant.soort' (questionnaires/rubrieken/proef.yaml:3)",
    ]


def test_a_name_in_the_wrong_section_is_found_by_its_last_part() -> None:
    assert "'beheer.reactie'" in one('klant.reactie <= "4 uur"').remedy


def test_a_problem_on_a_later_line_has_its_own_column() -> None:
    assert one("klant.groot\n  and klant.grot").position == Position(AT.path, 13, 7)


def test_what_is_too_long_to_follow_gets_a_clear_answer() -> None:
    assert one(" and ".join(["klant.groot"] * 1000)).message.startswith("deze uitdrukking is te lang")
    assert one("(" * 150 + "klant.groot" + ")" * 150).remedy.endswith("onder afgeleid:")
    assert parse_condition(" and ".join(["klant.groot"] * 100), NAMES, AT)


def test_no_code_runs_while_reading() -> None:
    for source in (
        "self.__class__",
        "''.__class__",
        "lipsum.__globals__",
        "[].append(1)",
        "cycler()",
        "klant|attr('x')",
    ):
        assert problems(source)


# --- loops, computations, slots ---------------------------------------------------------------------------------------


def test_a_loop_knows_its_variable() -> None:
    loop = parse_loop('b in backup.bronnen if b.maker == "niemand"', NAMES, AT)
    assert (loop.name, loop.path) == ("b", ("backup", "bronnen"))
    assert loop.condition is not None
    assert loop.condition.expr == Compare(("b", "maker"), "==", "niemand")
    assert loop.condition.position == Position(AT.path, 12, 33)


def test_a_row_of_a_matrix_has_rij_naam_and_keuze() -> None:
    loop = parse_loop('m in beheer.maatregelen if m.rij == "mfa" and m.keuze == "klant"', NAMES, AT)
    assert parse_slot("m.naam", NAMES.with_local("m", SECTIONS["beheer"].questions[1]), AT)
    assert loop.condition is not None


def test_a_reference_leads_to_the_fields_of_its_target() -> None:
    loop = parse_loop('b in backup.bronnen if b.systeem.soort == "server"', NAMES, AT)
    assert loop.condition is not None
    assert loop.condition.expr == Compare(("b", "systeem", "soort"), "==", "server")


@pytest.mark.parametrize(
    ("source", "slug", "column"),
    [
        ("b in klant.naam", "verkeerd-type", 15),
        ("backup.bronnen", "niet-te-lezen", 10),
        ('b in backup.bronnen if b.maker == "wij" else x', "niet-te-lezen", 10),
        ('b in backup.bronnen if b.make == "wij"', "onbekende-variabele", 33),
        ('b in backup.bronnen | met(maker="wij")', "niet-toegestaan", 15),
        ("b in", "niet-te-lezen", 12),
        ("klant in backup.bronnen", "niet-toegestaan", 10),
        ("b in beheer.systeem", "onbekende-variabele", 15),
    ],
)
def test_a_loop_that_is_not_right(source: str, slug: str, column: int) -> None:
    found = one(source, parse_loop)
    assert (found.slug, found.position) == (slug, Position(AT.path, 12, column))


def computed(source: str, kind: Kind = Kind.NUMBER) -> object:
    found = parse_computation(source, NAMES, AT, kind)
    return found.amount if isinstance(found, Computation) else found.expr


def test_arithmetic_is_for_derived_values() -> None:
    assert computed('beheer.systemen | som("aantal", "prijs")', Kind.MONEY) == Total(
        Records(("beheer", "systemen")), ("aantal", "prijs")
    )
    assert computed("klant.schade * 3", Kind.MONEY)
    assert computed("klant.schade - klant.schade + beheer.totaal", Kind.MONEY)
    assert computed("beheer.systemen | aantal")
    assert computed("-1 + dagen_tot(beheer.begin)")
    assert computed("beheer.begin < vandaag", Kind.TRUTH) == CompareAmounts(
        Variable(("beheer", "begin")), "<", Variable(("vandaag",))
    )
    assert computed("dagen_tot(beheer.begin) < 14", Kind.TRUTH) == CompareAmounts(
        DaysUntil(("beheer", "begin")), "<", Number(Decimal(14))
    )


def test_what_is_missing_is_told_in_the_options_of_the_field() -> None:
    found = computed('beheer.systemen | ontbreekt("soort")', Kind.MULTI)
    assert [c.id for c in choices_of_amount(found, NAMES)] == ["server", "nas", "wifi"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "kind", "slug"),
    [
        ("klant.schade * klant.schade", Kind.MONEY, "verkeerd-type"),
        ("klant.schade + klant.medewerkers", Kind.MONEY, "verkeerd-type"),
        ("klant.schade * 3", Kind.NUMBER, "verkeerd-type"),
        ("dagen_tot(klant.naam)", Kind.NUMBER, "verkeerd-type"),
        ("machten(3)", Kind.NUMBER, "niet-toegestaan"),
        ("klant.schade / 3", Kind.MONEY, "niet-toegestaan"),
        ('beheer.systemen | som("kleur")', Kind.NUMBER, "onbekende-variabele"),
        ('beheer.systemen | som("naam")', Kind.NUMBER, "verkeerd-type"),
        ("beheer.systemen | som(3)", Kind.NUMBER, "niet-toegestaan"),
        ('beheer.systemen | ontbreekt("naam")', Kind.MULTI, "verkeerd-type"),
        ('beheer.systemen | eerste("naam")', Kind.DATE, "verkeerd-type"),
        ('beheer.systemen | eerste("sinds", "naam")', Kind.DATE, "niet-toegestaan"),
        ("beheer.begin < klant.medewerkers", Kind.TRUTH, "verkeerd-type"),
        ("beheer.systemen | lengte", Kind.NUMBER, "niet-toegestaan"),
    ],
)
def test_a_computation_that_is_not_right(source: str, kind: Kind, slug: str) -> None:
    with pytest.raises(ExpressionProblems) as caught:
        parse_computation(source, NAMES, AT, kind)
    assert slug in {d.slug for d in caught.value.diagnostics}


def test_slots_carry_what_a_writer_needs() -> None:
    slot = parse_slot("klant.soort | label | hoofdletter", NAMES, AT)
    assert isinstance(slot, ValueSlot)
    assert (slot.path, slot.filters, slot.kind) == (("klant", "soort"), ("label", "hoofdletter"), Kind.CHOICE)
    assert [c.id for c in slot.choices] == ["bv", "vof", "overheid"]
    listed = parse_slot('backup.bronnen | opsomming("maker")', NAMES, AT)
    assert isinstance(listed, ValueSlot)
    assert (listed.record_field, [c.id for c in listed.choices]) == ("maker", ["wij", "klant", "niemand"])


def test_a_slot_may_narrow_its_list() -> None:
    slot = parse_slot('backup.bronnen | met(maker=["wij", "klant"]) | opsomming("naam")', NAMES, AT)
    assert isinstance(slot, ValueSlot)
    assert (slot.tests, slot.filters, slot.record_field) == (
        (("maker", ("wij", "klant")),),
        ("opsomming",),
        "naam",
    )


def test_references_and_blanks() -> None:
    assert parse_slot('artikel("a/b", lid="x", in="brief") | hoofdletter', NAMES, AT) == ReferenceSlot(
        "a/b", annex=False, item="x", document="brief", capital=True, position=AT
    )
    assert parse_slot('bijlage("backup")', NAMES, AT) == ReferenceSlot(
        "backup", annex=True, item=None, document=None, capital=False, position=AT
    )
    assert parse_slot('invulveld("Plaats")', NAMES, AT) == BlankSlot("Plaats")
    assert parse_slot("schrijflijnen(3)", NAMES, AT) == WritingLines(3)


@pytest.mark.parametrize(
    ("source", "slug", "remedy"),
    [
        ("klant.soort", "filter-past-niet", "klant.soort | label"),
        ("klant.schade", "filter-past-niet", "klant.schade | euro"),
        ("beheer.begin | euro", "filter-past-niet", "datum"),
        ("klant.naam | eur", "onbekend-filter", "euro"),
        ("klant.naam | euro", "filter-past-niet", "laat het filter weg"),
        ("klant.soort | label(3)", "filter-past-niet", "| label"),
        ("klant.contact", "filter-past-niet", "klant.contact.naam"),
        ("beheer.maatregelen", "filter-past-niet", 'opsomming("naam")'),
        ("klant.groot", "filter-past-niet", "if"),
        ("backup.bronnen", "filter-past-niet", 'opsomming("naam")'),
        ("backup.bronnen | opsomming", "filter-past-niet", 'opsomming("naam")'),
        ('backup.bronnen | met(maker="wj") | opsomming("naam")', "onbekende-optie", "wij"),
        ('klant.naam | met(maker="wij") | opsomming("naam")', "verkeerd-type", "lijst of matrix"),
        ("artikl('a/b')", "niet-toegestaan", "artikel"),
        ("artikel()", "niet-toegestaan", "artikel("),
        ('artikel("a/b", par="x")', "niet-toegestaan", "lid"),
        ('artikel("a/b") | euro', "filter-past-niet", "hoofdletter"),
        ('invulveld("x") | euro', "filter-past-niet", "laat het filter weg"),
        ("schrijflijnen(0)", "niet-toegestaan", "schrijflijnen(3)"),
        ("klant.nam", "onbekende-variabele", "klant.naam"),
        ("1 + 2", "niet-toegestaan", "variabele"),
    ],
)
def test_a_slot_that_is_not_right(source: str, slug: str, remedy: str) -> None:
    found = problems(source, parse_slot)
    assert slug in {d.slug for d in found}
    assert any(remedy in d.remedy for d in found)


def test_a_reference_is_printed_by_a_field_of_its_target() -> None:
    names = NAMES.with_local("b", SECTIONS["backup"].questions[0])
    with pytest.raises(ExpressionProblems) as caught:
        parse_slot("b.systeem", names, AT)
    assert "b.systeem.naam" in caught.value.diagnostics[0].remedy


def test_places_are_those_of_the_source() -> None:
    assert parse_condition("klant.groot", NAMES, PLACE).position == PLACE
