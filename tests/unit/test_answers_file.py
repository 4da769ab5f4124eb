"""The answers file: what is read, what is reported, and that it comes back equal."""

import contextlib
import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.answers import Case, Decision, HeldFor
from generator.answers_file import decoded, read_case, stamped, write_case
from generator.diagnostics import AnswersError, Diagnostic, Position
from generator.dutch import Plain, Rejection, read, read_written, written
from generator.library import (
    Aspect,
    Choice,
    Kind,
    Library,
    Question,
    Questionnaire,
    Risk,
    Section,
    SectionUse,
)
from generator.values import Duration, Frequency, Record, State, Unit, Value

HERE = Position("questionnaires/rubrieken/proef.yaml")
TODAY = date(2026, 11, 21)


def options(*names: str) -> tuple[Choice, ...]:
    return tuple(Choice(n, n.capitalize().replace("_", " "), n) for n in names)


def q(name: str, kind: Kind, **more: object) -> Question:
    return Question(id=name, kind=kind, text=f"{name}?", position=HERE, **more)  # type: ignore[arg-type]


MAKER = q("maker", Kind.CHOICE, choices=options("leverancier", "klant", "niemand"))
SCALARS = (
    q("naam", Kind.TEXT, may_be_later=True),
    q("verhaal", Kind.LONG_TEXT, may_be_empty=True),
    q("maker", Kind.CHOICE, choices=options("leverancier", "klant", "later")),
    q("gegevens", Kind.MULTI, choices=options("gewoon", "gezondheid", "bsn"), may_be_empty=True),
    q("consument", Kind.YES_NO),
    q("medewerkers", Kind.NUMBER),
    q("schade_per_dag", Kind.MONEY, may_be_unknown=True),
    q("btw", Kind.PERCENTAGE),
    q("begin", Kind.DATE, may_be_later=True),
    q("reactie", Kind.DURATION),
    q("hoe_vaak", Kind.FREQUENCY),
    q("kvk", Kind.KVK, may_be_later=True, formerly=("proef.handelsregister",)),
    q("btw_id", Kind.VAT),
    q("iban", Kind.IBAN),
    q("email", Kind.EMAIL),
    q("telefoon", Kind.PHONE),
    q("postcode", Kind.POSTCODE),
    q("handtekening", Kind.TEXT, at_signing=True),
)
SYSTEMS = q(
    "systemen",
    Kind.LIST,
    fields=(q("soort", Kind.CHOICE, choices=options("server", "nas")), q("naam", Kind.TEXT)),
)
SOURCES = q(
    "bronnen",
    Kind.LIST,
    may_be_empty=True,
    fields=(
        q("naam", Kind.TEXT),
        q("systeem", Kind.REFERENCE, target=("beheer", "systemen")),
        MAKER,
        q(
            "herstelroute",
            Kind.GROUP,
            fields=(q("hoe", Kind.TEXT), q("getest_op", Kind.DATE, may_be_later=True)),
        ),
    ),
)
MEASURES = q(
    "maatregelen",
    Kind.MATRIX,
    rows=options("firewall", "mfa"),
    choices=options("inbegrepen", "afgewezen"),
    fields=(q("prijs", Kind.MONEY), q("per", Kind.CHOICE, choices=options("maand", "jaar"))),
)
CUSTOMER = q("klant", Kind.GROUP, fields=(q("naam", Kind.TEXT), q("kvk", Kind.KVK, may_be_later=True)))
WARNED = q(
    "gewaarschuwd",
    Kind.LIST,
    fields=(q("datum", Kind.DATE), q("hoe", Kind.CHOICE, choices=options("gesprek", "brief"))),
)
DECISION = (
    q("besluit", Kind.CHOICE, choices=options("later", "aanvaard", "geweigerd")),
    q("reden_bron", Kind.CHOICE, choices=options("klant_schreef", "op_papier")),
    q("reden", Kind.LONG_TEXT),
    WARNED,
    q("herzien_op", Kind.DATE),
)


def section(name: str, *questions: Question) -> Section:
    return Section(name, name.capitalize(), questions, (), (), HERE)


def risk(name: str) -> Risk:
    return Risk(id=name, title=(), aspect=Aspect.MATTER, levels=(), sections={}, position=HERE)


def library(**more: object) -> Library:
    sections = [
        section("proef", *SCALARS),
        section("beheer", SYSTEMS),
        section("backup", SOURCES),
        section("beveiliging", MEASURES),
        section("partijen", CUSTOMER, q("adres", Kind.TEXT)),
    ]
    uses = (*(SectionUse(s.id) for s in sections[:4]), SectionUse("partijen", only=("klant",)))
    asked = Questionnaire("it-beheer", "Beheer", uses, (), HERE)
    parts: dict[str, object] = {
        "name": "proef", "version": "1", "law_date": "2026-11-21", "hash": "aaa",
        "sections": {s.id: s for s in sections}, "questionnaires": {"it-beheer": asked},
        "clauses": {}, "terms": {}, "risks": {r: risk(r) for r in ("beveiliging-afgewezen", "backup-ontbreekt")},
        "outlines": {}, "decision": section("besluit", *DECISION), "factors": (), "packages": {}, "sources": {},
        "subjects": {}, "never_printed": (),
    }  # fmt: skip
    return Library(**(parts | more))  # type: ignore[arg-type]


LIBRARY = library()


def case_of(text: str, lib: Library = LIBRARY) -> Case:
    return read_case(text, lib, "antwoorden.yaml", today=TODAY)


def faults_of(text: str, lib: Library = LIBRARY) -> list[Diagnostic]:
    with pytest.raises(AnswersError) as caught:
        case_of(text, lib)
    for fault in caught.value.diagnostics:
        assert fault.message
        assert fault.remedy
        assert "ongeldig" not in fault.message.casefold()
    return list(caught.value.diagnostics)


def fault_of(text: str, lib: Library = LIBRARY) -> Diagnostic:
    (fault,) = faults_of(text, lib)
    return fault


def answer(line: str) -> str:
    return f"vragenlijst: it-beheer\nantwoorden:\n  proef: {{{line}}}\n"


WHOLE = """\
vragenlijst: it-beheer
vorm: 1
antwoorden:
  proef: {naam: "later", medewerkers: 12, gegevens: [bsn, gewoon], schade_per_dag: onbekend, kvk: later, maker: later,
          consument: nee, btw: 21 %, begin: 2026-07-01, reactie: 4 uur, hoe_vaak: 1 per dag}
  backup:
    bronnen:
      - {naam: Administratie, maker: niemand, systeem: SRV-01}
      - {id: r1, naam: Mail, systeem: r2, herstelroute: {hoe: "export", getest_op: later}}
  beheer:
    systemen:
      - {soort: server, naam: SRV-01}
      - {soort: nas, naam: Schijf}
  beveiliging:
    maatregelen: {firewall: {keuze: afgewezen, prijs: "45.00", per: maand}, mfa: inbegrepen}
  partijen:
    klant: {naam: Fictief Administratiekantoor B.V., kvk: later}
besluiten:
  beveiliging-afgewezen/firewall:
    besluit: aanvaard
    reden: "Een tweede verbinding."
    gewaarschuwd: [{datum: 2026-11-02, hoe: gesprek}, {datum: 2026-11-09, hoe: brief}]
    gold_voor: {risico_versie: 3, feiten: {beveiliging.maatregelen.firewall.keuze: afgewezen}, getoond: abc}
eerder:
  weg-risico: {besluit: geweigerd}
vervallen: {proef.oud: [a, {b: "later"}]}
invoer: {pakket: basis, bibliotheek: aaa}
"""


def test_a_whole_file_is_read_as_the_design_shows_it() -> None:
    case = case_of(WHOLE)
    proef = {path[1]: value for path, value in case.answers.items() if path[0] == "proef"}
    assert proef == {
        "naam": "later",
        "medewerkers": Decimal(12),
        "gegevens": ("gewoon", "bsn"),
        "schade_per_dag": State.UNKNOWN,
        "kvk": State.LATER,
        "maker": "later",
        "consument": "nee",
        "btw": Decimal(21),
        "begin": date(2026, 7, 1),
        "reactie": Duration(4, Unit.HOUR),
        "hoe_vaak": Frequency(1, Unit.DAY),
    }
    assert not isinstance(proef["naam"], State)
    assert not isinstance(proef["maker"], State)
    assert case.answers["backup", "bronnen"] == (
        Record("r2", {"naam": "Administratie", "systeem": "r1", "maker": "niemand"}),
        Record(
            "r1",
            {
                "naam": "Mail",
                "systeem": "r2",
                "herstelroute": Record("", {"hoe": "export", "getest_op": State.LATER}),
            },
        ),
    )
    assert case.answers["beveiliging", "maatregelen"] == (
        Record("firewall", {"keuze": "afgewezen", "prijs": Decimal("45.00"), "per": "maand"}),
        Record("mfa", {"keuze": "inbegrepen"}),
    )
    decision = case.decisions["beveiliging-afgewezen/firewall"]
    assert decision.held_for == HeldFor(3, {"beveiliging.maatregelen.firewall.keuze": "afgewezen"}, "abc")
    assert len(decision.fields.values["gewaarschuwd"]) == 2  # type: ignore[arg-type]
    assert case.earlier["weg-risico"].fields.values == {"besluit": "geweigerd"}
    assert case.lapsed == {"proef.oud": ["a", {"b": "later"}]}
    assert case.source == {"pakket": "basis", "bibliotheek": "aaa"}


def test_what_is_written_reads_back_equal_and_the_same_text() -> None:
    case = case_of(WHOLE)
    text = write_case(case, LIBRARY)
    assert case_of(text) == case
    assert write_case(case_of(text), LIBRARY) == text


def test_the_file_is_block_yaml_in_the_order_of_the_questionnaire() -> None:
    case = Case("it-beheer").with_answer(
        ("backup", "bronnen"), (Record("r1", {"maker": "niemand", "naam": "Mail: alles"}),)
    )
    case = case.with_answer(("proef", "schade_per_dag"), Decimal(1250)).with_answer(
        ("proef", "naam"), "Fictief B.V."
    )
    case = case.with_answer(("proef", "verhaal"), "regel een\n\n  regel drie: met # en &")
    assert write_case(case, LIBRARY) == (
        "vragenlijst: it-beheer\n"
        "vorm: 1\n"
        "antwoorden:\n"
        "  proef:\n"
        "    naam: Fictief B.V.\n"
        "    verhaal: |-\n"
        "      regel een\n"
        "\n"
        "        regel drie: met # en &\n"
        '    schade_per_dag: "1250.00"\n'
        "  backup:\n"
        "    bronnen:\n"
        "      - id: r1\n"
        '        naam: "Mail: alles"\n'
        "        maker: niemand\n"
    )
    assert case_of(write_case(case, LIBRARY)) == case


def test_a_file_written_by_hand_needs_two_keys_only() -> None:
    assert case_of("vragenlijst: it-beheer\nantwoorden: {}\n") == Case("it-beheer")
    assert case_of("vragenlijst: it-beheer\r\n") == Case("it-beheer")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('schade_per_dag: "1250.50"', Decimal("1250.50")),
        ("schade_per_dag: 1250.50", Decimal("1250.50")),
        ("schade_per_dag: '1.250,50'", Decimal("1250.50")),
        ("schade_per_dag: 1.250", Decimal(1250)),
        ("begin: 1 juli 2026", date(2026, 7, 1)),
        ("hoe_vaak: elk kwartaal", Frequency(1, Unit.MONTH, 3)),
        ("medewerkers: 1.5", Decimal("1.5")),
        ("medewerkers: 010", Decimal(10)),
        ("consument: Weet ik niet", "weet_ik_niet"),
        ("gegevens: []", ()),
        ("gegevens: bsn", ("bsn",)),
        ("handelsregister: 12345678", "12345678"),
        ("handtekening: op_papier", State.LATER),
        ('handtekening: "op_papier"', "op_papier"),
        ("verhaal: onbekend is veel", "onbekend is veel"),
        ("verhaal: ''", ""),
    ],
)
def test_forms_that_people_write_by_hand(line: str, value: Value | State) -> None:
    (found,) = case_of(answer(line)).answers.values()
    assert found == value
    assert isinstance(found, State) == isinstance(value, State)


@pytest.mark.parametrize(
    ("line", "slug", "part"),
    [
        ("naem: x", "onbekende-vraag", "Schrijf 'naam'"),
        ("maker: leverancer", "onbekende-optie", "Schrijf 'leverancier'"),
        ("consument: no", "onbekende-optie", ""),
        ("medewerkers: veel", "antwoord-niet-te-lezen", "Schrijf"),
        ("medewerkers: [1]", "verkeerde-soort", "één antwoord"),
        ("gegevens: {a: b}", "verkeerde-soort", "[a, b]"),
        ("schade_per_dag: 12.5", "antwoord-niet-te-lezen", "12,50"),
        ("medewerkers: later", "later-mag-niet", "haal deze regel weg"),
        ("btw_id: onbekend", "onbekend-mag-niet", 'tussen aanhalingstekens: "onbekend"'),
        ("consument: onbekend", "onbekend-mag-niet", "weet_ik_niet"),
        ("naam: ", "leeg-antwoord", "Vul een antwoord in"),
        ("naam: ' '", "leeg-antwoord", "Vul een antwoord in"),
        ('naam: "a\\u202Eb"', "verborgen-teken", "Typ deze tekst opnieuw"),
        ('naam: "a\\0b"', "verborgen-teken", "Typ deze tekst opnieuw"),
        ("naam: " + "x" * 100_000, "te-lang", "Kort de tekst in"),
    ],
)
def test_an_answer_that_does_not_fit_is_named_with_its_question_and_its_mend(
    line: str, slug: str, part: str
) -> None:
    fault = fault_of(answer(line))
    assert fault.slug == slug
    assert part in fault.remedy
    assert fault.question == f"proef.{line.split(':', maxsplit=1)[0]}"
    assert fault.position is not None
    assert fault.position.line == 3
    assert fault.source_line is None or len(fault.source_line) <= 160


def test_all_faults_are_reported_in_one_run_with_their_places() -> None:
    faults = faults_of(
        "vragenlijst: it-beheer\n"
        "antwoorden:\n"
        "  proef:\n"
        "    begin: 31 februari 2026\n"
        "    kleur: rood\n"
        "  bakup: {}\n"
        "  bakcup: {x: 1}\n"
        "  partijen:\n"
        "    adres: Fictiefstraat 1\n"
        "  backup:\n"
        "    bronnen:\n"
        "      - {naam: A, maker: nimand, kleur: rood, id: r1}\n"
        "      - {naam: B, id: r1}\n"
        "      - losse tekst\n"
        "      - {systeem: r9}\n"
        "  beveiliging:\n"
        "    maatregelen: {fierwall: inbegrepen, mfa: {keuze: weg}, firewall: weg}\n"
        "besluiten:\n"
        "  backup-ontbreek: {besluit: aanvaard}\n"
        "  backup-ontbreekt: {besluit: ja, gewaarschuwd: [{datum: 2026-11-22}], gold_voor: kapot}\n"
        "vragen: x\n"
    )
    assert [(f.position.line, f.slug) for f in faults if f.position] == [
        (4, "antwoord-niet-te-lezen"),
        (5, "onbekende-vraag"),
        (6, "onbekende-rubriek"),
        (7, "onbekende-rubriek"),
        (9, "niet-gevraagd"),
        (12, "onbekende-optie"),
        (12, "onbekend-veld"),
        (13, "regel-id"),
        (14, "verkeerde-soort"),
        (15, "onbekende-regel"),
        (17, "onbekende-rij"),
        (17, "onbekende-optie"),
        (17, "onbekende-optie"),
        (19, "onbekend-risico"),
        (20, "onbekende-optie"),
        (20, "toekomst"),
        (20, "gold-voor"),
        (21, "onbekende-sleutel"),
    ]
    assert faults[5].question == "backup.bronnen.maker"
    assert faults[5].remedy == "Schrijf 'niemand'."
    assert [f.remedy for f in faults[2:4]] == ["Schrijf 'backup'."] * 2


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", "leeg-bestand"),
        (" \n\n", "leeg-bestand"),
        ("vragenlijst: it-beheer\nantwoorden:\n\tproef: {}\n", "tab"),
        ("vragenlijst: it-beheer\x00\n", "geen-tekst"),
        ('vragenlijst: it-beheer\nantwoorden: {proef: {naam: "Ficti', "half-geschreven"),
        ("vragenlijst: it-beheer\nantwoorden:\n  proef:\n    gegevens: [bsn,", "half-geschreven"),
        ("vragenlijst: it-beheer\nantwoorden: a: b\n  c", "yaml-fout"),
        ("vragenlijst: it-beheer\nvorm: 2\nantwoorden: {nieuw: {x: y}}\n", "nieuwere-vorm"),
        ("vragenlijst: it-beheer\nvorm: twee\n", "onbekende-vorm"),
        ("antwoorden: {}\n", "geen-vragenlijst"),
        ("vragenlijst: it-beher\n", "onbekende-vragenlijst"),
        ("gewoon wat tekst\n", "geen-antwoorden"),
        ("- a\n", "geen-antwoorden"),
        ("vragenlijst: it-beheer\nvragenlijst: it-beheer\n", "dubbele-sleutel"),
        ("vragenlijst: it-beheer\nantwoorden: {proef: {naam: a, naam: b}}\n", "dubbele-sleutel"),
        ("vragenlijst: it-beheer\nantwoorden: [a]\n", "verkeerde-soort"),
        ("vragenlijst: &a it-beheer\nantwoorden: *a\n", "yaml-anker"),
        ("vragenlijst: !!python/object:os.system it-beheer\n", "yaml-label"),
        ("vragenlijst: it-beheer\nantwoorden: " + "[" * 3000 + "]" * 3000, "te-diep"),
    ],
)
def test_a_file_that_is_no_answers_file_gets_its_own_message(text: str, slug: str) -> None:
    assert fault_of(text).slug == slug


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(AnswersError) as caught:
        decoded(b"PK\x03\x04\n\xff\xfe", "antwoorden.yaml")
    assert caught.value.diagnostics[0].slug == "geen-tekst"
    assert decoded(b"\xef\xbb\xbfvragenlijst: x", "a") == "vragenlijst: x"


def test_the_reason_can_be_left_for_the_paper() -> None:
    text = "vragenlijst: it-beheer\nbesluiten:\n  backup-ontbreekt: {besluit: aanvaard, reden: op_papier}\n"
    assert case_of(text).decisions["backup-ontbreekt"].fields.values == {
        "besluit": "aanvaard",
        "reden_bron": "op_papier",
    }
    quoted = case_of(text.replace("op_papier", '"op_papier"'))
    assert quoted.decisions["backup-ontbreekt"].fields.values["reden"] == "op_papier"


def test_answers_that_a_newer_library_no_longer_asks_are_put_aside_when_the_program_wrote_them() -> None:
    text = "vragenlijst: it-beheer\nantwoorden:\n  proef: {weg: oud, naam: A, maker: derde}\n  oud: {x: [1]}\ninvoer: {bibliotheek: zzz}\n"
    case = case_of(text)
    assert case.answers == {("proef", "naam"): "A"}
    assert case.lapsed == {"proef.weg": "oud", "proef.maker": "derde", "oud.x": ["1"]}
    assert case_of(write_case(stamped(case, LIBRARY), LIBRARY)).lapsed == case.lapsed
    assert len(faults_of(text.replace("zzz", "aaa"))) == 3


def test_an_answer_outside_the_questionnaire_is_kept_when_written() -> None:
    case = Case("it-beheer", {("partijen", "adres"): "Fictiefstraat 1", ("weg", "x"): Decimal(1)})
    assert case_of(write_case(case, LIBRARY)).lapsed == {"partijen.adres": "Fictiefstraat 1", "weg.x": "1"}


def test_a_reference_to_a_row_that_was_taken_away_is_open_again() -> None:
    rows = (Record("r1", {"naam": "Mail", "systeem": "r7"}),)
    case = Case("it-beheer", {("backup", "bronnen"): rows, ("beheer", "systemen"): ()})
    back = case_of(write_case(case, LIBRARY))
    assert back.answers == {("backup", "bronnen"): (Record("r1", {"naam": "Mail"}),)}


def test_what_would_not_be_read_back_is_put_aside_instead_of_making_the_file_unreadable() -> None:
    rows = (Record("r1", {"naam": "Mail", "maker": "weg"}),)
    case = Case(
        "it-beheer",
        {
            ("backup", "bronnen"): rows,
            ("proef", "consument"): "misschien",
            ("beheer", "systemen"): (),
            ("proef", "naam"): "",
        },
        {"backup-ontbreekt": Decision(Record("", {"besluit": "weg", "reden": "Omdat."}))},
    )
    back = case_of(write_case(case, LIBRARY))
    assert back.answers == {("backup", "bronnen"): (Record("r1", {"naam": "Mail"}),)}
    assert back.lapsed == {
        "backup.bronnen": [{"id": "r1", "naam": "Mail", "maker": "weg"}],
        "proef.consument": "misschien",
    }
    assert back.decisions["backup-ontbreekt"].fields.values == {"reden": "Omdat."}


def test_a_signed_waiver_and_a_list_of_names_are_kept() -> None:
    text = (
        "vragenlijst: it-beheer\nantwoorden: {proef: {naam: [Jan, Piet, Joris]}}\n"
        "besluiten:\n  backup-ontbreekt: {besluit: aanvaard, ondertekend: {datum: 2026-11-20, sha256: abc}}\n"
    )
    case = case_of(text)
    assert case.answers == {("proef", "naam"): "Jan, Piet en Joris"}
    assert case.decisions["backup-ontbreekt"].signed == {"datum": "2026-11-20", "sha256": "abc"}
    assert case_of(write_case(case, LIBRARY)) == case
    assert fault_of(text.replace("{datum: 2026-11-20, sha256: abc}", "ja")).slug == "verkeerde-soort"


@pytest.mark.parametrize(
    ("question", "raw", "value"),
    [
        (q("n", Kind.NUMBER), 12, Decimal(12)),
        (q("n", Kind.YES_NO), True, "ja"),
        (q("n", Kind.DATE), date(2026, 7, 1), date(2026, 7, 1)),
        (q("n", Kind.MULTI, choices=options("a", "b")), ("b", "a"), ("a", "b")),
    ],
)
def test_data_that_a_program_hands_over_is_read_too(question: Question, raw: object, value: Value) -> None:
    assert read_written(question, raw) == value


@pytest.mark.parametrize(
    ("question", "raw", "slug"),
    [
        (q("n", Kind.MULTI, choices=options("a", "b")), [], "leeg-antwoord"),
        (q("n", Kind.MULTI, choices=options("a", "b")), ["a", {"b": "c"}], "verkeerde-soort"),
        (q("n", Kind.MULTI, choices=options("a", "b")), ["c"], "onbekende-optie"),
        (q("n", Kind.TEXT), None, "leeg-antwoord"),
        (q("n", Kind.GROUP), "tekst", "verkeerde-soort"),
        (q("n", Kind.TEXT), Plain("op_papier"), "op_papier"),
    ],
)
def test_data_that_does_not_fit_is_refused(question: Question, raw: object, slug: str) -> None:
    answer = read_written(question, raw)
    assert (answer.slug if isinstance(answer, Rejection) else answer) == slug


def test_references_outside_lists_and_those_that_can_wait() -> None:
    fields = (
        q("systeem", Kind.REFERENCE, target=("beheer", "systemen"), may_be_later=True),
        q("naam", Kind.TEXT),
    )
    extra = section(
        "extra",
        q("hoofd", Kind.REFERENCE, target=("beheer", "systemen")),
        q("groep", Kind.GROUP, fields=fields),
    )
    uses = (SectionUse("beheer"), SectionUse("extra"))
    lib = library(
        sections={**LIBRARY.sections, "extra": extra},
        questionnaires={"it-beheer": Questionnaire("it-beheer", "Beheer", uses, (), HERE)},
    )
    systems = "vragenlijst: it-beheer\nantwoorden:\n  beheer: {systemen: [{naam: SRV-01}]}\n"
    case = case_of(systems + "  extra: {hoofd: srv-01, groep: {systeem: later}}\n", lib)
    assert case.answers["extra", "hoofd"] == "r1"
    assert case.answers["extra", "groep"] == Record("", {"systeem": State.LATER})
    assert case_of(write_case(case, lib), lib) == case
    wrong = fault_of(systems + "  extra: {groep: {systeem: SRV-10}}\n", lib)
    assert (wrong.slug, wrong.question) == ("onbekende-regel", "extra.groep.systeem")
    assert wrong.remedy == "Schrijf 'SRV-01'."


def test_a_fresh_case_is_written_fast_and_without_a_yaml_library() -> None:
    import subprocess
    import sys

    code = "import sys, generator.answers_file, generator.dutch; print(sorted({'yaml', 'babel', 'stdnum', 'difflib'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
    fresh = Case("it-beheer", {("proef", "naam"): "Fictief B.V."})
    assert min(_seconds(fresh) for _ in range(20)) < 0.01


def _seconds(case: Case) -> float:
    start = time.perf_counter()
    write_case(case, LIBRARY)
    return time.perf_counter() - start


# --- what is written is read back equal ---------------------------------------------------------------------------

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    ["later", "onbekend", "op_papier", "no", "12:30", "1.250", "- a", "a: b", "# x", "{{ x }}", "{% if %}", "& < >", "null", "~", "'", '"', "a\n b\n\nc", "x,", "[a]", "'s"]
)  # fmt: skip
AMOUNTS = st.decimals(0, 999_000_000, places=2)
PARTS = {
    Kind.NUMBER: AMOUNTS,
    Kind.MONEY: AMOUNTS,
    Kind.PERCENTAGE: st.decimals(0, 100, places=2),
    Kind.DATE: st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    Kind.DURATION: st.builds(Duration, st.integers(0, 100_000), st.sampled_from(Unit)),
    Kind.FREQUENCY: st.builds(Frequency, st.integers(1, 100), st.sampled_from(Unit), st.integers(1, 100)),
    Kind.KVK: st.from_regex(r"[0-9]{8}", fullmatch=True),
    Kind.VAT: st.just("NL000099998B57"),
    Kind.IBAN: st.just("NL91ABNA0417164300"),
    Kind.EMAIL: st.just("info@fictief.example"),
    Kind.PHONE: st.sampled_from(["+31201234567", "08001234", "+3221234567"]),
    Kind.POSTCODE: st.just("1234 AB"),
}


def values_of(question: Question) -> st.SearchStrategy[Value | State]:
    states = [State.LATER] * (question.may_be_later or question.at_signing) + [
        State.UNKNOWN
    ] * question.may_be_unknown
    return st.sampled_from(states) | plain_values(question) if states else plain_values(question)


def plain_values(question: Question) -> st.SearchStrategy[Value | State]:
    names = [c.id for c in question.choices] or ["ja", "nee", "weet_ik_niet"]
    match question.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return WORDS.map(lambda t: read(q("t", question.kind), t)).filter(lambda v: isinstance(v, str))  # type: ignore[return-value]
        case Kind.CHOICE | Kind.YES_NO:
            return st.sampled_from(names)
        case Kind.MULTI:
            return st.sets(st.sampled_from(names)).map(lambda s: tuple(n for n in names if n in s))
        case Kind.GROUP:
            return records(question, st.just(""))
        case Kind.LIST:
            return st.integers(1, 3).flatmap(
                lambda n: st.tuples(*(records(question, st.just(f"r{i}")) for i in range(n)))
            )
        case Kind.MATRIX:
            cell = q("keuze", Kind.CHOICE, choices=question.choices)
            rows = [
                records(q("rij", Kind.GROUP, fields=(cell, *question.fields)), st.just(r.id))
                for r in question.rows
            ]
            return st.tuples(*rows)
        case Kind.REFERENCE:
            return st.just("r0")
        case kind:
            return PARTS[kind]


def records(question: Question, names: st.SearchStrategy[str]) -> st.SearchStrategy[Record]:
    fields = st.fixed_dictionaries({}, optional={f.id: values_of(f) for f in question.fields})
    return st.builds(Record, names, fields)


QUESTIONS = {(s.id, x.id): x for s in LIBRARY.sections.values() for x in s.questions if x.id != "adres"}


@pytest.mark.parametrize("path", list(QUESTIONS), ids=".".join)
def test_every_kind_reads_back_as_written(path: tuple[str, str]) -> None:
    question = QUESTIONS[path]

    @given(values_of(question))
    def comes_back(value: Value | State) -> None:
        back = read_written(question, written(question, value))
        assert back == value
        assert isinstance(back, State) == isinstance(value, State)

    comes_back()


@given(
    st.fixed_dictionaries({}, optional={p: values_of(x) for p, x in QUESTIONS.items()}),
    st.dictionaries(
        st.sampled_from(["beveiliging-afgewezen/firewall", "backup-ontbreekt"]),
        WORDS.map(str.strip),
        max_size=2,
    ),
    st.dictionaries(WORDS, WORDS, max_size=3),
)
def test_any_case_reads_back_equal(
    answers: dict[tuple[str, str], Value | State], reasons: dict[str, str], facts: dict[str, str]
) -> None:
    facts = {k: v.strip("\n") for k, v in facts.items()}
    held = HeldFor(2, facts, "abc")
    decisions = {
        k: Decision(Record("", {"besluit": "aanvaard", **reason_of(r)}), held) for k, r in reasons.items()
    }
    systems = (Record("r0", {"naam": "SRV-01"}),)
    case = Case(
        "it-beheer",
        answers | {("beheer", "systemen"): systems},
        decisions,
        {},
        {"proef.x": ["a", Plain("b")]},
        {"naam": "x"},
    )
    assert case_of(write_case(case, LIBRARY)) == case


def reason_of(text: str) -> dict[str, Value]:
    reason = read(q("reden", Kind.LONG_TEXT), text)
    return {} if isinstance(reason, Rejection | State) else {"reden": reason}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_at_all_is_a_case_or_explained(text: str) -> None:
    for whole in (
        text,
        f"vragenlijst: it-beheer\nantwoorden: {text}",
        f"vragenlijst: it-beheer\nantwoorden:\n  proef:\n    naam: {text}",
    ):
        with contextlib.suppress(AnswersError):
            assert case_of(whole).questionnaire == "it-beheer"
