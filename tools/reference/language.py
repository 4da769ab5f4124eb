"""What a lawyer can write: kinds of questions, filters, functions, conditions, and what is built in."""

from collections.abc import Iterator

from generator.expressions.builtins import FIGURES, JUDGEMENTS, STATUSES, built_in
from generator.expressions.slots import FUNCTIONS
from generator.expressions.typecheck import FILTERS, PRINTED_WITH
from generator.library import Kind, Library, Question
from tools.reference.marks import code, page, table

KINDS: dict[Kind, tuple[str, str]] = {
    Kind.TEXT: ("Een korte tekst op één regel.", "Fictief Kantoor B.V."),
    Kind.LONG_TEXT: ("Een langere tekst, ook over meer regels.", "De klant zei: …"),
    Kind.CHOICE: ("Eén uit een paar keuzes.", "uurtarief"),
    Kind.MULTI: ("Geen, één of meer uit een paar keuzes.", "[gewoon, financieel]"),
    Kind.YES_NO: ("Ja, nee of weet ik niet. ‘Weet ik niet’ telt nooit als nee.", "ja"),
    Kind.NUMBER: ("Een getal.", "12"),
    Kind.MONEY: ("Een bedrag in euro's.", '"45.00"'),
    Kind.PERCENTAGE: ("Een percentage.", "21"),
    Kind.DATE: ("Een dag.", "2026-11-21"),
    Kind.DURATION: ("Hoe lang iets duurt.", "4 kantooruren"),
    Kind.FREQUENCY: ("Hoe vaak iets gebeurt.", "1 per dag"),
    Kind.KVK: ("Een KvK-nummer. Het programma telt de cijfers na.", '"90004388"'),
    Kind.VAT: ("Een btw-nummer. Het programma rekent het controlegetal na.", "NL000000000B00"),
    Kind.IBAN: ("Een rekeningnummer. Het programma rekent het controlegetal na.", "NL00 BANK 0000 0000 00"),
    Kind.EMAIL: ("Een e-mailadres.", "info@voorbeeld.invalid"),
    Kind.PHONE: ("Een telefoonnummer.", "020 000 00 00"),
    Kind.POSTCODE: ("Een postcode.", "1234 AB"),
    Kind.GROUP: ("Een paar velden die bij elkaar horen.", "{naam: …, plaats: …}"),
    Kind.LIST: ("Nul of meer regels met elk dezelfde velden.", "[{id: r1, naam: …}]"),
    Kind.REFERENCE: ("Een regel uit een andere lijst. Lees hem als `b.systeem.naam`.", "r1"),
    Kind.MATRIX: ("Vaste rijen, met per rij één keuze en soms extra velden.", "{firewall: afgewezen}"),
    Kind.TRUTH: ("Waar of niet waar. Dit wordt nooit gevraagd: het staat alleen onder `afgeleid:`.", "–"),
}

FILTER_MEANINGS: dict[str, tuple[str, str, str]] = {
    "euro": ("Een bedrag in euro's.", "{{ backup.herstel_prijs | euro }}", "€ 95"),
    "datum": ("Een dag voluit.", "{{ looptijd.begin | datum }}", "1 januari 2027"),
    "duur": ("Een duur in woorden.", "{{ b.rto | duur }}", "4 kantooruren"),
    "frequentie": ("Hoe vaak, in woorden.", "{{ b.frequentie | frequentie }}", "1 keer per dag"),
    "procent": ("Een percentage.", "{{ prijs.index | procent }}", "3%"),
    "opsomming": (
        "Meer keuzes, of een veld van alle regels, als opsomming.",
        '{{ backup.bronnen | opsomming("naam") }}',
        "Administratie, Bestanden en Mail",
    ),
    "hoofdletter": (
        "De eerste letter wordt een hoofdletter.",
        '{{ bijlage("backup") | hoofdletter }}',
        "Bijlage 2",
    ),
    "citaat": (
        "Tekst tussen aanhalingstekens: de woorden van een ander.",
        "{{ melding.besluit.reden | citaat }}",
        "‘Te duur’",
    ),
    "label": ("De woorden van een keuze.", "{{ b.maker | label }}", "Leverancier"),
}

FUNCTION_MEANINGS: dict[str, tuple[str, str]] = {
    "artikel": (
        '{{ artikel("backup/herstel", lid="prijs") }}',
        'artikel 7.2; met `in="overeenkomst"`: artikel 7.2 van de Overeenkomst',
    ),
    "bijlage": ('{{ bijlage("backup") }}', "bijlage 2"),
    "invulveld": ('{{ invulveld("Plaats") }}', "een plek om met de hand in te vullen"),
    "schrijflijnen": ("{{ schrijflijnen(3) }}", "drie lijnen om op te schrijven, alleen op een eigen regel"),
}

CONDITIONS = (
    ('backup.herstel == "uurtarief"', "deze keuze is gemaakt"),
    ('backup.herstel != "uurtarief"', "een andere keuze is gemaakt; niet bij een vraag met ‘weet ik niet’"),
    ('b.maker in ["klant", "derde"]', "een van deze keuzes is gemaakt; `not in` is het omgekeerde"),
    ('"gezondheid" in klantprofiel.gegevens', "deze keuze hoort bij de gekozen"),
    ("klantprofiel.medewerkers >= 50", "een getal, bedrag, datum of duur tegenover een vaste waarde"),
    ("klantprofiel.schade_per_dag is bekend", "er is een antwoord; `is onbekend` is het omgekeerde"),
    (
        'backup.bronnen | met(maker="niemand")',
        'er is een regel die hieraan voldoet; `maker=["klant", "derde"]` is of',
    ),
    ('backup.bronnen | alle(maker="leverancier")', "elke regel voldoet hieraan"),
    ('backup.bronnen | met(maker="klant") | aantal >= 2', "er zijn ten minste twee zulke regels"),
    ('beveiliging.maatregelen.firewall.keuze == "afgewezen"', "de keuze in één rij van een matrix"),
    ("backup.zelf_gemaakt", "een afgeleide waarde die waar is"),
    ('aanwezig("backup/herstel")', "deze clausule staat in het stuk"),
    ("… and …, … or …, not (…)", "samen"),
)
CALCULATIONS = (
    ("a + b, a - b, a * b", "rekenen met getallen en bedragen"),
    (
        'prijs.posten | som("aantal", "prijs")',
        "per regel vermenigvuldigd en opgeteld, elke regel op de cent; een percentage is een deel; een lijst die niet is gevraagd telt als nul",
    ),
    ("backup.bronnen | aantal", "hoeveel regels"),
    ("dagen_tot(offerte.geldig_tot)", "dagen van vandaag tot die dag"),
    ('beheer.systemen | ontbreekt("soort")', "de keuzes die in geen enkele regel staan"),
    ('backup.bronnen | eerste("datum")', "de vroegste dag die bekend is; kan onbekend zijn"),
    ("looptijd.begin < vandaag", "twee waarden die kunnen wisselen naast elkaar"),
)


def kinds_page() -> str:
    intro = (
        "Elke vraag heeft een `soort`. De soort bepaalt hoe u antwoordt en hoe het antwoord in een stuk komt."
    )
    rows = (
        (
            code(kind),
            meaning,
            code(example) if example != "–" else "–",
            code(PRINTED_WITH.get(kind) or "") or _printed(kind),
        )
        for kind, (meaning, example) in KINDS.items()
    )
    lines = [*table(("soort", "wat het is", "in een antwoordenbestand", "filter in een stuk"), rows)]
    return page("Soorten vragen", intro, lines)


def _printed(kind: Kind) -> str:
    return "geen nodig" if kind in PRINTED_WITH else "niet af te drukken"


def writing_page(library: Library) -> str:
    intro = "Wat u in een clausule, risico of voorwaarde kunt schrijven. Al het andere meldt `zwartopwit controleer`."
    return page("Filters en voorwaarden", intro, (*_values(), *_conditions(), *_built_in(library)))


def _values() -> Iterator[str]:
    yield from ("## Filters", "", "Een filter zegt hoe een waarde op papier komt.", "")
    told = ((name, *FILTER_MEANINGS[name]) for name in FILTERS)
    rows = ((code(name), meaning, f"`{written}`", shown) for name, meaning, written, shown in told)
    yield from table(("filter", "wat het doet", "zo schrijft u het", "zo komt het op papier"), rows)
    yield from ("## Verwijzen en invullen", "")
    rows2 = ((code(name), code(FUNCTION_MEANINGS[name][0]), FUNCTION_MEANINGS[name][1]) for name in FUNCTIONS)
    yield from table(("naam", "zo schrijft u het", "op papier"), rows2)


def _conditions() -> Iterator[str]:
    yield from ("## Voorwaarden", "", "Voor `alleen_als`, `{% if %}`, `als` en `voor_elke … if`.", "")
    yield from table(("voorwaarde", "is waar als"), _escaped(CONDITIONS))
    yield from ("## Rekenen", "", "Rekenen mag alleen onder `afgeleid:`.", "")
    yield from table(("berekening", "wat het geeft"), _escaped(CALCULATIONS))


def _escaped(pairs: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    return ((code(left), right) for left, right in pairs)


def _built_in(library: Library) -> Iterator[str]:
    roots = built_in(
        library.decision, tuple(library.risks), tuple(library.questionnaires), tuple(library.outlines)
    )
    yield from ("## Ingebouwde namen", "", "Deze namen geeft het programma zelf een waarde.", "")
    yield "Vragen en risico's lezen `vandaag`, `dossier.vragenlijst` en `dossier.afwezig`. Een risico met"
    yield "`over: dossier` leest ook `meldingen` en `dossier.aanvaard_ernstig`. De rest kennen alleen clausules"
    yield from ("en opbouwen.", "")
    names = (row for root in roots.values() if root.id != "meldingen" for row in _names("", root, library))
    yield from table(("naam", "soort"), names)
    yield from ("`meldingen` is de lijst van alle meldingen; elke regel heeft de velden van `melding`.", "")
    yield from (f"Een melding heeft een van deze statussen: {', '.join(map(code, STATUSES))}.", "")


def _names(before: str, question: Question, library: Library) -> Iterator[tuple[str, str]]:
    name = f"{before}{question.id}"
    yield code(name), code(question.kind)
    own = {q.id for q in library.decision.questions} if question.id == "besluit" else set()
    for field in question.fields:
        if field.id not in own:
            yield from _names(f"{name}.", field, library)
    if own:
        yield code(f"{name}.…"), f"een veld van een besluit: {', '.join(map(code, sorted(own)))}"


BUILT_IN_FIGURES = (*FIGURES, *JUDGEMENTS)
