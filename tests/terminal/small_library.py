"""A small fictional library with every kind of question, for the tests of the screen."""

from generator.diagnostics import Position
from generator.expressions.ast import (
    Compare,
    CompareAmounts,
    Condition,
    ForEach,
    NonEmpty,
    OneOf,
    Path,
    Records,
    Truth,
    Variable,
)
from generator.library import (
    Alternative,
    Aspect,
    Check,
    Choice,
    Derived,
    Kind,
    Level,
    LevelRule,
    Library,
    Paragraph,
    Question,
    Questionnaire,
    Risk,
    Section,
    SectionUse,
    Source,
    StopKind,
    Text,
)

PLACE = Position("questionnaires/rubrieken/proef.yaml", 1, 1)
LABELS = {
    "werkplek": "Werkplek",
    "server": "Server",
    "nas": "NAS",
    "fileserver": "Fileserver",
    "wifi": "Wifi",
    "firewall": "Firewall",
    "microsoft_365": "Microsoft 365",
    "email": "E-mail",
    "telefonie": "Telefonie",
    "website": "Website",
    "printer": "Printer",
    "kassa_pin": "Kassa en pin",
    "camera_alarm": "Camera en alarm",
    "mobiel": "Mobiele telefoon",
    "wachtwoordkluis": "Wachtwoordkluis",
    "virtualisatie": "Virtualisatie",
}


def when(expr: object, source: str = "") -> Condition:
    return Condition(expr, source, PLACE)  # type: ignore[arg-type]


def equals(*path: str, to: str) -> Condition:
    return when(Compare(path, "==", to))


def question(name: str, kind: Kind, text: str, **more: object) -> Question:
    return Question(name, kind, text, PLACE, **more)  # type: ignore[arg-type]


def options(**labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(i, label, label) for i, label in labels.items())


CATALOGUE = tuple(Choice(i, label, label) for i, label in LABELS.items())

KLANT = Section(
    "klant",
    "Klant",
    (
        question(
            "naam",
            Kind.TEXT,
            "Hoe heet de klant precies?",
            why="Een contract met de verkeerde naam bindt de verkeerde.",
            example="Fictief Administratiekantoor B.V.",
            basis=("art-voorbeeld",),
        ),
        question("kvk", Kind.KVK, "Wat is het KvK-nummer?", may_be_later=True, example="12345678"),
        question("begin", Kind.DATE, "Wanneer gaat de overeenkomst in?", example="1 juli 2026"),
        question("prijs", Kind.MONEY, "Wat is de vaste prijs per maand?", suggestion="380"),
        question("schade", Kind.MONEY, "Wat kost een dag stilstand?", may_be_unknown=True, customer_sees=True),
        question(
            "gegevens",
            Kind.MULTI,
            "Welke gegevens heeft de klant?",
            choices=options(gewoon="Gewone gegevens", gezondheid="Gezondheid", bsn="Burgerservicenummers"),
            may_be_empty=True,
        ),
        question("deskundigheid", Kind.CHOICE, "Hoeveel verstand heeft de klant van IT?",
                 choices=options(geen="Geen", wat="Een beetje"), customer_sees=False, moment="achteraf"),
        question("contact", Kind.GROUP, "Wie is het vaste contact?", fields=(
            question("naam", Kind.TEXT, "Hoe heet deze persoon?"),
            question("email", Kind.EMAIL, "Wat is het e-mailadres?"),
        )),
    ),
    (),
    (),
    PLACE,
    explanation="Deze gegevens komen op het voorblad.",
)  # fmt: skip

BEHEER = Section(
    "beheer",
    "Beheer",
    (
        question("systemen", Kind.LIST, "Welke systemen beheert u?", fields=(
            question("naam", Kind.TEXT, "Hoe noemt u dit systeem?"),
            question("soort", Kind.CHOICE, "Wat voor systeem is het?", choices=CATALOGUE, catalogue="systeemsoorten"),
            question("beheerder", Kind.CHOICE, "Wie beheert het?", choices=options(wij="Wij", klant="De klant zelf", derde="Een ander")),
            question("derde", Kind.TEXT, "Welke partij is dat?", when=equals("@", "beheerder", to="derde")),
        )),
        question("hoofdsysteem", Kind.REFERENCE, "Welk systeem is het belangrijkst?", target=("beheer", "systemen")),
        question("omschrijving", Kind.LONG_TEXT, "Wat is er verder afgesproken?", may_be_empty=True),
    ),
    (),
    (),
    PLACE,
)  # fmt: skip

BACKUP = Section(
    "backup",
    "Back-ups",
    (
        question("maken", Kind.YES_NO, "Maken wij back-ups?",
                 why="Bepaalt of het artikel over back-up en herstel in het contract komt."),
        question("frequentie", Kind.FREQUENCY, "Hoe vaak?", when=equals("backup", "maken", to="ja")),
        question("hersteltijd", Kind.DURATION, "Hoe snel moet alles weer werken?",
                 when=equals("backup", "maken", to="ja"), example="4 uur"),
    ),
    (),
    (),
    PLACE,
)  # fmt: skip

BEVEILIGING = Section(
    "beveiliging",
    "Beveiliging",
    (
        question("maatregelen", Kind.MATRIX, "Wat is er per maatregel afgesproken?",
                 rows=options(firewall="Firewall", mfa="Tweestapsverificatie", virusscanner="Virusscanner"),
                 choices=options(inbegrepen="Inbegrepen", klant="Doet de klant", derde="Doet een ander", afgewezen="Afgewezen"),
                 fields=(question("wie", Kind.TEXT, "Wie doet dit?", when=equals("@", "keuze", to="derde")),)),
    ),
    (),
    (),
    PLACE,
)  # fmt: skip

LOOPTIJD = Section(
    "looptijd",
    "Looptijd",
    (question("einde", Kind.DATE, "Wanneer eindigt de overeenkomst?"),),
    (Derived("andersom", Kind.TRUTH, when(CompareAmounts(Variable(("looptijd", "einde")), "<", Variable(("klant", "begin")))), PLACE),),
    (Check(when(Truth(("looptijd", "andersom"))), "De overeenkomst eindigt voordat zij begint.", (("looptijd", "einde"),), PLACE),),
    PLACE,
)  # fmt: skip

BESLUIT = Section(
    "besluit",
    "Het besluit",
    (
        question("besluit", Kind.CHOICE, "Wat wordt het?", choices=options(
            later="Later oplossen", aanvaard="De klant aanvaardt dit risico", geweigerd="Wij doen dit zo niet")),
        question("uiterlijk", Kind.DATE, "Op welke dag is dit opgelost?", when=equals("@", "besluit", to="later")),
        question("reden", Kind.LONG_TEXT, "Wat is de reden van de klant?",
                 when=when(OneOf(("@", "besluit"), ("aanvaard",)))),
        question("naam", Kind.TEXT, "Wie bevestigt dit namens de klant?", when=equals("@", "besluit", to="aanvaard")),
    ),
    (),
    (),
    PLACE,
)  # fmt: skip


def text(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def risk(name: str, title: str, aspect: Aspect, level: Level, **more: object) -> Risk:
    sections = {
        "Wat kan er gebeuren": (Paragraph(text("Gaat er iets mis, dan zijn de gegevens definitief weg.")),),
        "Wat wij adviseren": (Paragraph(text("Laat ons elke dag een back-up maken.")),),
    }
    stop = StopKind.PROFESSION if level is Level.STOP else None
    return Risk(name, text(title), aspect, (LevelRule(level, stop),), sections, PLACE, **more)  # type: ignore[arg-type]


RISKS = (
    risk("geen-backup", "Geen back-up", Aspect.MATTER, Level.SERIOUS, when=equals("backup", "maken", to="nee"),
         ways_out=("oplossen", "later", "aanvaarden", "weigeren"), asks=(("backup", "maken"),),
         alternatives=(Alternative("Online back-up", "maand"),)),
    risk("beveiliging-afgewezen", "Maatregel afgewezen", Aspect.MATTER, Level.SERIOUS,
         for_each=ForEach("m", ("beveiliging", "maatregelen"), equals("m", "keuze", to="afgewezen"), "", PLACE),
         ways_out=("oplossen", "aanvaarden"), asks=(("beveiliging", "maatregelen"),)),
    risk("geen-lijst", "De prijs is erg laag", Aspect.INTERNAL, Level.SERIOUS, when=when(NonEmpty(Records(("beheer", "systemen"), (("soort", ("nas",)),)))),
         ways_out=("oplossen", "besluit_directie"), asks=(("klant", "prijs"),)),
)  # fmt: skip


def library(*sections: Section) -> Library:
    """A library that asks these sections (all of them by default) in questionnaire ``proef``."""
    used = sections or (KLANT, BEHEER, BACKUP, BEVEILIGING, LOOPTIJD)
    asked: set[Path] = {(s.id, q.id) for s in used for q in s.questions}
    risks = {r.id: r for r in RISKS if all(p in asked for p in r.asks)}
    return Library(
        name="Proef",
        version="1",
        law_date="2026-11-21",
        hash="proef",
        sections={s.id: s for s in used},
        questionnaires={
            "proef": Questionnaire("proef", "Proef", tuple(SectionUse(s.id) for s in used), (), PLACE)
        },
        clauses={},
        terms={},
        risks=risks,
        outlines={},
        decision=BESLUIT,
        factors=(),
        packages={},
        sources={"art-voorbeeld": Source("art-voorbeeld", "Voorbeeldwet, artikel 1", None, "2026-11-21")},
        subjects={},
        never_printed=(),
    )
