"""Implication must be sound: what it calls proved holds in every case that can be answered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from expression_cases import BEHEER, KLUS, NAMES, PLACE, SECTIONS, facts, record
from hypothesis import given
from hypothesis import strategies as st

from generator.expressions.abstraction import Abstraction
from generator.expressions.ast import And, Expr, Known, Literal, Not, Or
from generator.expressions.axioms import axioms, closure
from generator.expressions.evaluation import entered, holds, records
from generator.expressions.formula import Related
from generator.expressions.implication import Answer, contradictory, implies
from generator.expressions.parsing import parse_condition, parse_loop
from generator.expressions.setting import Setting
from generator.values import Duration, Frequency, State, Unit

BEHEER_SETTING = Setting(NAMES, BEHEER)


def expr(source: str) -> Expr:
    return parse_condition(source, NAMES, PLACE).expr


def answer(premise: str, conclusion: str) -> Answer:
    return implies((expr(premise),), expr(conclusion), NAMES, setting=BEHEER_SETTING).answer


@pytest.mark.parametrize(
    ("premise", "conclusion"),
    [
        ('klant.soort == "bv"', 'klant.soort in ["bv", "vof"]'),
        ('klant.soort in ["bv", "vof"]', 'klant.soort != "overheid"'),
        ("klant.medewerkers >= 100", "klant.medewerkers > 50"),
        ("klant.medewerkers >= 100", 'klant.soort == "bv"'),
        ("klant.groot", "klant.medewerkers > 10"),
        ("backup.prijs is bekend", 'backup.herstel == "uurtarief" and klant.soort != "overheid"'),
        ('backup.bronnen | met(maker="wij")', "backup.bronnen"),
        ('backup.bronnen | met(maker="wij")', 'backup.bronnen | met(maker=["wij", "klant"])'),
        ("backup.zelf", "backup.bronnen | aantal >= 1"),
        ('(backup.bronnen | alle(maker="wij")) and backup.bronnen', "backup.zelf"),
        ('"bsn" in klant.gegevens', "klant.gegevens and klant.bijzonder"),
        ('beheer.maatregelen.mfa.keuze == "afgewezen"', 'beheer.maatregelen | met(keuze="afgewezen")'),
        ('beheer.reactie <= "4 uur"', 'beheer.reactie < "1 dag"'),
        ('beheer.begin > "2026-07-01"', 'beheer.begin != "2026-01-01"'),
        ("beheer.omgekeerd", "beheer.einde is bekend"),
        ('dossier.vragenlijst == "klus"', 'klant.soort == "bv"'),
        ('aanwezig("a/b")', 'aanwezig("a/b") or klant.groot'),
        ("not klant.groot", "not (klant.groot and klant.bijzonder)"),
        ("melding.verzwaard", "melding.verzwaard or klant.groot"),
        ('meldingen | met(verzwaard="ja")', "meldingen"),
        ("beheer.omgekeerd", "beheer.begin is bekend"),
        ("klant.groot is bekend or klant.naam is bekend", "klant.groot is bekend"),
        ("klant.schade is bekend and beheer.totaal > 3", "beheer.systemen is bekend"),
        ('melding.status == "aanvaard"', 'melding.status in ["aanvaard", "onvolledig"]'),
    ],
)
def test_what_follows_is_proved(premise: str, conclusion: str) -> None:
    assert answer(premise, conclusion) is Answer.PROVED


@pytest.mark.parametrize(
    ("premise", "conclusion"),
    [
        ('klant.soort in ["bv", "vof"]', 'klant.soort == "bv"'),
        ("klant.medewerkers > 50", "klant.medewerkers >= 100"),
        ("backup.bronnen", 'backup.bronnen | met(maker="wij")'),
        ('beheer.reactie <= "4 uur"', 'beheer.reactie <= "2 uur"'),
        ('beheer.reactie <= "4 uur"', 'beheer.reactie <= "8 kantooruren"'),
        ("not beheer.omgekeerd", "beheer.einde is bekend"),
        ("not klant.groot", "klant.medewerkers is bekend"),
        ('document.id == "overeenkomst"', "klant.groot"),
        ("klant.naam is bekend", "klant.bijnaam is bekend"),
        ("true", 'backup.herstel == "uurtarief"'),
    ],
)
def test_what_does_not_follow_is_not(premise: str, conclusion: str) -> None:
    assert answer(premise, conclusion) is not Answer.PROVED


def test_a_refutation_shows_values() -> None:
    verdict = implies((), expr('backup.herstel == "uurtarief"'), NAMES, setting=BEHEER_SETTING)
    assert verdict.answer is Answer.REFUTED
    assert verdict.example["backup.herstel"] in {"iets anders", "niet ingevuld"}


def test_a_foreign_atom_is_said_not_to_be_provable() -> None:
    verdict = implies((expr('aanwezig("a/b")'),), expr("klant.groot"), NAMES, setting=BEHEER_SETTING)
    assert verdict.answer is Answer.NOT_PROVABLE
    assert "aanwezig" in verdict.reason


def test_presence_is_looked_into_where_it_is_known() -> None:
    setting = Setting(NAMES, BEHEER, {"a/b": expr("klant.groot")})
    assert implies((expr('aanwezig("a/b")'),), expr('klant.soort == "bv"'), NAMES, setting=setting).proved


def test_too_many_combinations_are_never_silent() -> None:
    premise, conclusion = (
        expr('klant.soort == "bv" or klant.medewerkers >= 100'),
        expr("klant.medewerkers < 5"),
    )
    verdict = implies((premise,), conclusion, NAMES, setting=BEHEER_SETTING, limit=0)
    assert verdict.answer is Answer.NOT_PROVABLE
    assert "combinaties" in verdict.reason


def test_a_question_that_is_never_asked_is_never_known() -> None:
    setting = Setting(NAMES, KLUS)
    assert implies((expr("klant.soort is bekend"),), Literal(value=False), NAMES, setting=setting).proved
    assert implies((), Not(Known(("klant", "soort"))), NAMES, setting=setting).proved


def test_a_question_without_options_known_here_may_be_anything() -> None:
    names = replace(NAMES, documents=(), roots={})
    anything = parse_condition('document.id == "brief"', names, PLACE).expr
    other = parse_condition('document.id != "overeenkomst"', names, PLACE).expr
    assert implies((anything,), other, names).proved
    assert not implies((other,), anything, names).proved


def test_never_asked_goes_for_all_that_is_built_on_it() -> None:
    setting = Setting(NAMES, KLUS)
    for source in (
        "klant.groot",
        "beheer.dagen > 3",
        "backup.bronnen",
        'klant.soort != "bv"',
        "backup.bronnen | aantal == 0",
        'backup.bronnen | alle(maker="wij")',
    ):
        assert implies((expr(source),), Literal(value=False), NAMES, setting=setting).proved


def test_a_sum_needs_nothing_as_what_is_not_asked_adds_nothing() -> None:
    setting = Setting(NAMES, KLUS)
    assert not implies((expr("beheer.totaal > 3"),), Literal(value=False), NAMES, setting=setting).proved
    assert not setting.never_asked(("beheer", "totaal"))


def test_contradictions() -> None:
    assert contradictory((expr("klant.groot"), expr('klant.soort == "vof"')), BEHEER_SETTING)
    assert not contradictory((expr("klant.groot"),), BEHEER_SETTING)


def test_a_member_of_findings_tells_of_the_list() -> None:
    names = NAMES.with_local("m", NAMES.roots["meldingen"], ("meldingen",))
    raised = parse_condition("m.verzwaard", names, PLACE).expr
    some = parse_condition('meldingen | met(verzwaard="ja")', names, PLACE).expr
    assert implies((raised,), some, names, setting=Setting(names, BEHEER)).proved


def test_a_loop_variable_is_a_record_of_its_list() -> None:
    bronnen = SECTIONS["backup"].questions[0]
    names = NAMES.with_local("b", bronnen, ("backup", "bronnen"))
    setting = Setting(names, BEHEER)

    def inside(source: str) -> Expr:
        return parse_condition(source, names, PLACE).expr

    assert implies((inside('b.maker == "wij"'),), inside("backup.zelf"), names, setting=setting).proved
    assert implies(
        (inside("b.frequentie is bekend"),), inside('b.maker != "niemand"'), names, setting=setting
    ).proved
    assert not implies((inside('b.maker == "klant"'),), inside("backup.zelf"), names, setting=setting).proved
    of_all = inside('backup.bronnen | alle(maker="wij")')
    assert implies((of_all,), inside('b.maker == "wij"'), names, setting=setting).proved


# --- against brute force --------------------------------------------------------------------------------------------

ATOMS = [
    'klant.soort == "bv"',
    'klant.soort != "vof"',
    'klant.soort not in ["bv", "overheid"]',
    "klant.soort is bekend",
    "klant.medewerkers > 10",
    "klant.medewerkers <= 50",
    "klant.medewerkers == 50",
    "klant.medewerkers is onbekend",
    "klant.schade >= 1000",
    "klant.schade is bekend",
    "klant.bijnaam is bekend",
    "klant.kvk is bekend",
    'klant.polis == "ja"',
    '"bsn" in klant.gegevens',
    "klant.gegevens",
    "klant.gegevens | aantal >= 2",
    "klant.groot",
    "klant.bijzonder",
    "beheer.omgekeerd",
    "beheer.totaal > 100",
    "beheer.totaal is bekend",
    '"nas" in beheer.ontbrekend',
    'beheer.systemen | met(soort="server")',
    'beheer.systemen | met(soort=["server", "nas"], taken="updates")',
    'beheer.systemen | alle(taken="updates")',
    'beheer.systemen | met(soort="server") | aantal < 2',
    "beheer.systemen | aantal == 2",
    'beheer.maatregelen.firewall.keuze == "afgewezen"',
    'beheer.maatregelen | met(keuze="afgewezen")',
    'beheer.maatregelen | met(rij="mfa", keuze="afgewezen")',
    'beheer.maatregelen | alle(keuze=["afgewezen", "klant"])',
    'beheer.reactie <= "4 uur"',
    'beheer.reactie > "1 werkdag"',
    'beheer.begin < "2026-12-01"',
    "beheer.einde is bekend",
    "backup.zelf",
    "backup.bronnen",
    'backup.bronnen | alle(maker="wij")',
    'backup.bronnen | met(maker=["wij", "klant"]) | aantal >= 2',
    'backup.herstel == "uurtarief"',
    "backup.prijs > 50",
    "backup.prijs is bekend",
    "klant.contact.naam is bekend",
]
atoms = st.sampled_from(ATOMS).map(expr)
exprs = st.recursive(
    atoms,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=5,
)
amounts = st.sampled_from([Decimal(n) for n in (0, 10, 11, 49, 50, 51, 1000)])
systems = st.builds(
    lambda soort, aantal, prijs, taken: {
        "naam": "x",
        "soort": soort,
        "aantal": aantal,
        "prijs": prijs,
        "taken": taken,
    },
    st.sampled_from(["server", "nas", "wifi"]),
    amounts,
    amounts,
    st.sampled_from([(), ("updates",), ("storingen", "updates")]),
)
sources = st.builds(
    lambda maker: {"naam": "x", "maker": maker, "systeem": "r1", "frequentie": Frequency(1, Unit.DAY)},
    st.sampled_from(["wij", "klant", "niemand"]),
)


def rows(records: st.SearchStrategy[dict[str, object]]) -> st.SearchStrategy[tuple[object, ...]]:
    listed = st.lists(records, max_size=3)
    return listed.map(lambda found: tuple(record(f"r{n}", **r) for n, r in enumerate(found, 1)))


measure = st.sampled_from(["inbegrepen", "afgewezen", "klant"])
finished = st.fixed_dictionaries(
    {
        "klant.soort": st.sampled_from(["bv", "vof", "overheid"]),
        "klant.naam": st.just("Fictief B.V."),
        "klant.bijnaam": st.sampled_from(["", "Fictie"]),
        "klant.medewerkers": amounts,
        "klant.schade": st.one_of(amounts, st.just(State.UNKNOWN)),
        "klant.polis": st.sampled_from(["ja", "nee", "weet_ik_niet"]),
        "klant.gegevens": st.sampled_from([(), ("bsn",), ("gewoon", "gezondheid")]),
        "klant.kvk": st.sampled_from(["12345678", State.LATER]),
        "klant.contact": st.just(record("", naam="Jan Fictief", email="jan@voorbeeld.nl")),
        "beheer.systemen": rows(systems),
        "beheer.maatregelen": st.tuples(measure, measure).map(
            lambda m: (record("firewall", keuze=m[0], derde="x"), record("mfa", keuze=m[1], derde="x"))
        ),
        "beheer.reactie": st.sampled_from(
            [
                Duration(4, Unit.HOUR),
                Duration(1, Unit.DAY),
                Duration(1, Unit.WORKDAY),
                Duration(3, Unit.WORKDAY),
            ]
        ),
        "beheer.begin": st.sampled_from([date(2026, 11, 1), date(2027, 1, 1)]),
        "beheer.einde": st.sampled_from([date(2026, 12, 1), State.UNKNOWN]),
        "backup.bronnen": rows(sources),
        "backup.herstel": st.sampled_from(["inbegrepen", "uurtarief"]),
        "backup.prijs": amounts,
    }
)


@given(exprs, exprs, st.lists(finished, min_size=8, max_size=8))
def test_proved_means_no_case_against_it(
    premise: Expr, conclusion: Expr, cases: list[dict[str, object]]
) -> None:
    verdict = implies((premise,), conclusion, NAMES, setting=BEHEER_SETTING)
    for answers in cases:
        scope = facts(answers).scope()  # type: ignore[arg-type]
        if holds(premise, scope) is True and holds(conclusion, scope) is False:
            assert not verdict.proved


@given(atoms, atoms, finished)
def test_proved_means_no_case_against_it_for_single_atoms(
    premise: Expr, conclusion: Expr, answers: dict[str, object]
) -> None:
    scope = facts(answers).scope()  # type: ignore[arg-type]
    if holds(premise, scope) is True and holds(conclusion, scope) is False:
        assert not implies((premise,), conclusion, NAMES, setting=BEHEER_SETTING).proved


@given(exprs)
def test_everything_implies_itself_and_nothing_its_opposite(one: Expr) -> None:
    assert implies((one,), one, NAMES, setting=BEHEER_SETTING).proved
    assert implies((one, Not(one)), Literal(value=False), NAMES, setting=BEHEER_SETTING).proved


def test_what_cannot_be_told_of_a_record_proves_nothing() -> None:
    names = NAMES.with_local("m", NAMES.roots["meldingen"], ("meldingen",))
    of_all = parse_condition('meldingen | alle(verzwaard="nee")', names, PLACE).expr
    anything = parse_condition("klant.groot", names, PLACE).expr
    assert not implies((of_all,), anything, names, setting=Setting(names, BEHEER)).proved


def test_a_loop_inside_a_loop_of_the_same_name_is_about_another_list() -> None:
    outer = NAMES.with_local("m", NAMES.roots["meldingen"], ("meldingen",)).with_local(
        "o", NAMES.roots["meldingen"].fields[-2], ("m", "ontbreekt")
    )
    inner = outer.with_local("m", SECTIONS["backup"].questions[0], ("backup", "bronnen"))
    assert inner.origins == {"m": ("backup", "bronnen")}


def test_what_is_left_out_of_a_wide_web_only_makes_less_provable() -> None:
    names = NAMES.with_local("b", SECTIONS["backup"].questions[0], ("backup", "bronnen"))
    abstraction = Abstraction(Setting(names, BEHEER))
    of_record = parse_condition('b.maker == "wij"', names, PLACE).expr
    abstraction.take((of_record, expr('backup.bronnen | met(maker="klant")'), expr("klant.groot")))
    visible = closure(abstraction, most=1)
    abstraction.prepare()
    assert visible == {}
    assert all(isinstance(rule, Related) for rule in axioms(abstraction, visible))


LOCAL_ATOMS = [
    'b.maker == "wij"',
    'b.maker != "niemand"',
    'b.maker in ["wij", "klant"]',
    "b.frequentie is bekend",
    'b.systeem.soort == "server"',
    '"updates" in b.systeem.taken',
    "b.systeem is bekend",
    "backup.zelf",
    'backup.bronnen | met(maker="niemand")',
    'backup.bronnen | met(maker=["wij", "klant"])',
    'backup.bronnen | alle(maker="wij")',
    'backup.bronnen | met(maker=["wij", "niemand"]) | alle(maker="wij")',
    "backup.bronnen | aantal == 1",
    'beheer.systemen | met(soort="server")',
    'klant.soort != "overheid"',
    'backup.herstel == "uurtarief"',
]
IN_LOOP = NAMES.with_local("b", SECTIONS["backup"].questions[0], ("backup", "bronnen"))
local_exprs = st.recursive(
    st.sampled_from([parse_condition(a, IN_LOOP, PLACE).expr for a in LOCAL_ATOMS]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=4,
)


@given(local_exprs, local_exprs, st.lists(finished, min_size=4, max_size=4))
def test_proved_inside_a_loop_means_no_record_against_it(
    premise: Expr, conclusion: Expr, cases: list[dict[str, object]]
) -> None:
    verdict = implies((premise,), conclusion, IN_LOOP, setting=Setting(IN_LOOP, BEHEER))
    loop = parse_loop("b in backup.bronnen", NAMES, PLACE)
    for answers in cases:
        scope = facts(answers).scope()  # type: ignore[arg-type]
        for one in records(loop, scope) or ():
            inside = entered(loop, one, scope)
            if holds(premise, inside) is True and holds(conclusion, inside) is False:
                assert not verdict.proved
