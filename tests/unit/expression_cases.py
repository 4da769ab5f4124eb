"""A small fictional library for the tests of the expression language; every kind of question once."""

from datetime import date
from decimal import Decimal

from generator.diagnostics import Position
from generator.expressions.names import Names
from generator.expressions.parsing import parse_computation, parse_condition
from generator.facts import Facts
from generator.library import (
    Check,
    Choice,
    Computation,
    Derived,
    Kind,
    Library,
    Question,
    Questionnaire,
    Section,
    SectionUse,
)
from generator.values import Record, State, Value

PLACE = Position("questionnaires/rubrieken/proef.yaml", 3, 5)
TODAY = date(2026, 11, 21)
NO_DECISION = Section("besluit", "Besluit", (), (), (), PLACE)


def choices(*ids: str) -> tuple[Choice, ...]:
    return tuple(Choice(i, i.capitalize(), i) for i in ids)


def question(name: str, kind: Kind, **more: object) -> Question:
    return Question(name, kind, f"Vraag {name}?", PLACE, **more)  # type: ignore[arg-type]


KLANT_PLAIN = (
    question("soort", Kind.CHOICE, choices=choices("bv", "vof", "overheid")),
    question("naam", Kind.TEXT),
    question("bijnaam", Kind.TEXT, may_be_empty=True),
    question("medewerkers", Kind.NUMBER),
    question("schade", Kind.MONEY, may_be_unknown=True),
    question("polis", Kind.YES_NO, choices=choices("ja", "nee", "weet_ik_niet")),
    question("gegevens", Kind.MULTI, choices=choices("gewoon", "gezondheid", "bsn"), may_be_empty=True),
    question("kvk", Kind.KVK, may_be_later=True),
    question("contact", Kind.GROUP, fields=(question("naam", Kind.TEXT), question("email", Kind.EMAIL))),
)
BEHEER_PLAIN = (
    question(
        "systemen",
        Kind.LIST,
        fields=(
            question("naam", Kind.TEXT),
            question("soort", Kind.CHOICE, choices=choices("server", "nas", "wifi")),
            question("aantal", Kind.NUMBER),
            question("prijs", Kind.MONEY),
            question("korting", Kind.PERCENTAGE),
            question("sinds", Kind.DATE, may_be_unknown=True),
            question("taken", Kind.MULTI, choices=choices("updates", "storingen")),
        ),
    ),
    question(
        "maatregelen",
        Kind.MATRIX,
        rows=choices("firewall", "mfa"),
        choices=choices("inbegrepen", "afgewezen", "klant"),
        fields=(question("derde", Kind.TEXT),),
    ),
    question("reactie", Kind.DURATION),
    question("begin", Kind.DATE),
    question("einde", Kind.DATE, may_be_unknown=True),
)
BRON_FIELDS = (
    question("naam", Kind.TEXT),
    question("systeem", Kind.REFERENCE, target=("beheer", "systemen")),
    question("maker", Kind.CHOICE, choices=choices("wij", "klant", "niemand")),
    question("frequentie", Kind.FREQUENCY),
)
BACKUP_PLAIN = (
    question("bronnen", Kind.LIST, fields=BRON_FIELDS),
    question("herstel", Kind.CHOICE, choices=choices("inbegrepen", "uurtarief")),
    question("prijs", Kind.MONEY),
)
PLAIN = {
    "klant": Section("klant", "Klant", KLANT_PLAIN, (), (), PLACE),
    "beheer": Section("beheer", "Beheer", BEHEER_PLAIN, (), (), PLACE),
    "backup": Section("backup", "Back-up", BACKUP_PLAIN, (), (), PLACE),
}
DERIVED_KINDS = {
    ("klant", "groot"): (Kind.TRUTH, 'soort == "bv" and medewerkers >= 50'),
    ("klant", "bijzonder"): (Kind.TRUTH, '"gezondheid" in gegevens or "bsn" in gegevens'),
    ("beheer", "totaal"): (Kind.MONEY, 'systemen | som("aantal", "prijs")'),
    ("beheer", "oudste"): (Kind.DATE, 'systemen | met(soort="nas") | eerste("sinds")'),
    ("beheer", "ontbrekend"): (Kind.MULTI, 'systemen | ontbreekt("soort")'),
    ("beheer", "omgekeerd"): (Kind.TRUTH, "einde is bekend and einde < begin"),
    ("beheer", "dagen"): (Kind.NUMBER, "dagen_tot(begin)"),
    ("backup", "zelf"): (Kind.TRUTH, 'klant.soort != "overheid" and bronnen | met(maker="wij")'),
}


def _names(sections: dict[str, Section]) -> Names:
    return Names(
        sections, NO_DECISION, ("geen-backup", "geen-mfa"), ("beheer", "klus"), documents=("overeenkomst",)
    )


def _with_derived() -> dict[str, Section]:
    sections = dict(PLAIN)
    empty = Computation(parse_amount("1"), "1", PLACE)
    for (section, name), (kind, _source) in DERIVED_KINDS.items():
        made = Derived(name, kind, empty, PLACE)
        old = sections[section]
        sections[section] = Section(old.id, old.title, old.questions, (*old.derived, made), (), PLACE)
    names = _names(sections)
    for section in list(sections):
        old = sections[section]
        derived = tuple(
            Derived(
                d.id,
                d.kind,
                parse_computation(DERIVED_KINDS[section, d.id][1], names.in_section(section), PLACE, d.kind),
                PLACE,
            )
            for d in old.derived
        )
        sections[section] = Section(old.id, old.title, old.questions, derived, (), PLACE)
    return sections


def parse_amount(source: str):
    found = parse_computation(source, _names(PLAIN), PLACE, Kind.NUMBER)
    assert isinstance(found, Computation)
    return found.amount


def _with_conditions() -> dict[str, Section]:
    sections = _with_derived()
    names = _names(sections)

    def when(source: str, at: Names):
        return parse_condition(source, at, PLACE)

    backup, beheer, klant = sections["backup"], sections["beheer"], sections["klant"]
    bron = names.in_section("backup").in_record(backup.questions[0])
    fields = (*BRON_FIELDS[:3], question("frequentie", Kind.FREQUENCY, when=when('maker != "niemand"', bron)))
    questions = (
        question("bronnen", Kind.LIST, fields=fields),
        backup.questions[1],
        question("prijs", Kind.MONEY, when=when('herstel == "uurtarief"', names.in_section("backup"))),
    )
    bv_only = question("medewerkers", Kind.NUMBER, when=when('soort == "bv"', names.in_section("klant")))
    sections["backup"] = Section("backup", "Back-up", questions, backup.derived, (), PLACE)
    sections["klant"] = Section(
        "klant",
        "Klant",
        tuple(bv_only if q.id == "medewerkers" else q for q in klant.questions),
        klant.derived,
        (),
        PLACE,
    )
    check = Check(when("omgekeerd", names.in_section("beheer")), "Het einde ligt voor het begin.", (), PLACE)
    sections["beheer"] = Section("beheer", "Beheer", beheer.questions, beheer.derived, (check,), PLACE)
    return sections


SECTIONS = _with_conditions()
NAMES = _names(SECTIONS)
BEHEER = Questionnaire(
    "beheer",
    "Beheer",
    (
        SectionUse("klant"),
        SectionUse("beheer"),
        SectionUse("backup", parse_condition('klant.soort != "overheid"', NAMES, PLACE)),
    ),
    (),
    PLACE,
)
KLUS = Questionnaire("klus", "Klus", (SectionUse("klant", only=("naam", "gegevens")),), (), PLACE)


def library(**changes: object) -> Library:
    parts: dict[str, object] = {
        "name": "proef",
        "version": "1",
        "law_date": "2026-11-21",
        "hash": "",
        "sections": SECTIONS,
        "questionnaires": {"beheer": BEHEER, "klus": KLUS},
        "clauses": {},
        "terms": {},
        "risks": {},
        "outlines": {},
        "decision": NO_DECISION,
        "factors": (),
        "packages": {},
        "sources": {},
        "subjects": {},
        "never_printed": (),
    }
    return Library(**{**parts, **changes})  # type: ignore[arg-type]


def facts(answers: dict[str, Value | State], questionnaire: str = "beheer", **extra: Value) -> Facts:
    by_path = {tuple(name.split(".")): value for name, value in answers.items()}
    return Facts(library(), questionnaire, by_path, TODAY, extra)


def record(id_: str, **values: Value | State) -> Record:
    return Record(id_, values)


def euros(text: str) -> Decimal:
    return Decimal(text)
