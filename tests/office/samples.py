"""Rich documents of every form, numbered by hand as the program would. All people and companies are made up."""

from dataclasses import fields, is_dataclass, replace

from generator.document import (
    Annex,
    Article,
    Blank,
    Block,
    Bullet,
    Continuation,
    Definition,
    Document,
    Filled,
    Heading,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Quote,
    Ref,
    Signatory,
    Table,
    Text,
    Undecided,
    Use,
    WritingLines,
)
from generator.library import Form, Gate
from generator.numbering import numbered

SUPPLIER = "Fictief IT-beheer B.V."
CUSTOMER = "Fictief Administratiekantoor B.V."


def t(*pieces: str | Inline) -> Inlines:
    return tuple(Text(p) if isinstance(p, str) else p for p in pieces)


def item(level: int, key: str, *pieces: str | Inline) -> Item:
    return Item(t(*pieces), level, "", key)


def article(key: str, title: str, *blocks: Block) -> Article:
    return Article(key, key, 1, "", t(title) if title else (), blocks, source_hash="ab" * 32)


def unnumbered(document: Document) -> Document:
    """As assembly leaves it: references without their numbers, to be counted in another style."""

    def walk(node: object) -> object:
        if isinstance(node, tuple):
            found: list[object] = []
            for n in node:
                if isinstance(n, Ref):
                    found.append(_as_written(n, found))
                else:
                    found.append(walk(n))
            return tuple(found)
        if is_dataclass(node) and not isinstance(node, type):
            return replace(node, **{f.name: walk(getattr(node, f.name)) for f in fields(node)})  # type: ignore[type-var]
        return node

    return walk(document)  # type: ignore[return-value]


def _as_written(ref: Ref, before: list[object]) -> Ref:
    """The word ‘artikel’ before it becomes the reference's own, as the program has it."""
    last = before[-1] if before else None
    for word in ("artikel", "Artikel"):
        if isinstance(last, Text) and last.text.endswith(f"{word} "):
            before[-1] = Text(last.text.removesuffix(f"{word} "), last.bold, last.italic)
            return Ref(ref.target, word)
    if isinstance(last, Text) and last.text == " onder ":
        before[-2:] = []
    return Ref(ref.target, "artikel" if isinstance(last, Text) and last.text == " onder " else "")


def facts(*rows: tuple[str, str | Inline]) -> Table:
    return Table(((), ()), tuple((t(a), t(b)) for a, b in rows))


def sign() -> tuple[Signatory, ...]:
    later = (Blank("naam van de ondertekenaar", "partijen.klant_ondertekenaars", holds_up=False),)
    return (
        Signatory("Leverancier", t(SUPPLIER), t("De heer J. Voorbeeld"), t("directeur")),
        Signatory("Klant", t(Filled(CUSTOMER, "partijen.klant.naam")), later, ()),
    )


def contract(*, concept: tuple[str, ...] = (), filler: int = 0) -> Document:
    begrippen = article(
        "algemeen/begrippen",
        "Begrippen",
        item(
            0,
            "algemeen/begrippen#1",
            "Woorden met een hoofdletter betekenen in deze Overeenkomst het volgende.",
        ),
        Definition("Back-up", t("een kopie van gegevens, waarmee die gegevens kunnen worden teruggezet.")),
        Definition(
            "Beheer",
            t("het werk dat in ", Ref("bijlage:beheermatrix", "Bijlage 1"), " bij Leverancier staat."),
        ),
    )
    herstel = article(
        "backup/herstel",
        "Herstel uit een back-up",
        item(
            0,
            "backup/herstel#1",
            "Leverancier zet gegevens terug als Klant daarom vraagt. Dat doet Leverancier:",
        ),
        item(
            1,
            "backup/herstel#1a",
            "binnen ",
            Filled("4 uur", "backup.rto"),
            " na de vraag, tijdens ",
            Use("Kantooruren", "kantooruren"),
            ";",
        ),
        item(
            1,
            "backup/herstel#1b",
            "met de laatste ",
            Use("Back-up", "back-up"),
            " die bruikbaar is, en als die er niet is:",
        ),
        item(2, "backup/herstel#1bi", "met de Back-up van de dag ervoor; of"),
        item(2, "backup/herstel#1bii", "met een oudere Back-up, na overleg."),
        item(1, "backup/herstel#1c", "en zegt Klant daarna wat er terug is en wat niet."),
        Continuation(t("Wat er na de laatste Back-up is gemaakt, is dan weg. Klant weet dat."), 0),
        item(
            0,
            "backup/herstel#herstelprijs",
            "Terugzetten kost ",
            Filled("€ 95,00", "backup.herstel_prijs"),
            " per uur. Dit bedrag gold al bij het sluiten van de Overeenkomst.",
        ),
        item(0, "backup/herstel#tabel", "Per bron geldt het volgende:"),
        Table(
            (t("Gegevens"), t("Wie maakt de back-up"), t("Hoe vaak"), t("Prijs per maand")),
            (
                (t("Administratie en salarissen"), t("Leverancier"), t("1 keer per dag"), t("€ 45,00")),
                (
                    t("E-mail en agenda"),
                    t("Een andere partij (Fictieve Clouddienst N.V.)"),
                    t("4 keer per dag"),
                    t("€ 1.112,50"),
                ),
                (t("Oude projecten"), t("Niemand"), t("–"), t("€ 0,00")),
            ),
        ),
        item(
            0,
            "backup/herstel#4",
            "Zie ook artikel ",
            Ref("aansprakelijkheid/maximum", "4"),
            ", artikel ",
            Ref("backup/herstel#herstelprijs", "2.2"),
            " en artikel ",
            Ref("backup/herstel#1", "2.1"),
            " onder ",
            Ref("backup/herstel#1b", "(b)"),
            ".",
        ),
    )
    risico = article(
        "risico/backup",
        "Risico’s die Klant kent en accepteert",
        item(
            0,
            "risico/backup#1",
            "Leverancier heeft Klant ",
            Filled("op 2 november 2026 en op 9 november 2026", "x"),
            " gewaarschuwd. Klant zei daarover:",
        ),
        Quote(t(Filled("Wij vinden het te duur.\nVolgend jaar kijken we opnieuw.", "besluit.reden"))),
        Bullet(t("Geen firewall: iemand van buiten kan in het netwerk komen.")),
        Bullet(t("Geen losgekoppelde ", Use("Back-up", "back-up", bold=True), ".")),
        Paragraph(
            t(
                "Dit blijft zo tot ",
                Blank("datum waarop u dit opnieuw bekijkt", "besluit.herzien_op", holds_up=True),
                ".",
            )
        ),
        Undecided(("Werkt de klant met bijzondere gegevens?",)),
    )
    maximum = article(
        "aansprakelijkheid/maximum",
        "Aansprakelijkheid",
        Heading(t("Wat Leverancier vergoedt")),
        item(
            0,
            "aansprakelijkheid/maximum#1",
            "Leverancier vergoedt schade door een eigen fout tot ",
            Filled("€ 25.000", "x"),
            " per gebeurtenis.",
        ),
        *(
            item(
                0,
                f"aansprakelijkheid/maximum#v{n}",
                "Wij spreken dit af zodat voor beide partijen duidelijk is wie wat doet, ook als er iets misgaat.",
            )
            for n in range(filler)
        ),
        item(0, "aansprakelijkheid/maximum#2", "Deze grens geldt niet bij opzet of bewuste roekeloosheid.  "),
    )
    return numbered(
        Document(
            id="overeenkomst",
            file="overeenkomst",
            title=t("Overeenkomst voor IT-beheer"),
            form=Form.CONTRACT,
            gate=Gate.SIGN,
            reference="2026-014",
            internal=False,
            author=SUPPLIER,
            front_page=(
                article(
                    "voorblad/kern",
                    "De kern",
                    facts(
                        ("Leverancier", SUPPLIER),
                        ("Klant", Filled(CUSTOMER, "partijen.klant.naam")),
                        ("Ingangsdatum", "1 januari 2027"),
                        ("Duur", "1 jaar, daarna telkens een maand"),
                        ("Prijs", "€ 380,00 per maand, zonder btw"),
                        ("Wat er niet bij hoort", "De oude omgeving, de telefooncentrale en de website. Die staan in Bijlage 1 bij ‘niet in beheer’."),
                    ),
                ),
            ),
            parties=(
                article(
                    "algemeen/partijen",
                    "",
                    item(0, "algemeen/partijen#1", Text(SUPPLIER, bold=True), ", gevestigd te Voorbeeldstad, KvK 00000000, hierna: Leverancier;"),
                    item(0, "algemeen/partijen#2", Filled(CUSTOMER, "partijen.klant.naam", bold=True), ", gevestigd te Fictiedam, KvK ", Blank("KvK-nummer van de klant", "partijen.klant.kvk", holds_up=True), ", hierna: Klant,"),
                ),
            ),
            recitals=(
                article(
                    "algemeen/overwegingen",
                    "",
                    item(0, "algemeen/overwegingen#1", "Klant zoekt een bedrijf dat zijn computers en netwerk beheert."),
                    item(0, "algemeen/overwegingen#2", "Leverancier heeft uitgelegd wat er wel en niet bij hoort."),
                ),
            ),
            articles=(begrippen, herstel, risico, maximum),
            annexes=(
                Annex("beheermatrix", "", "Wat Leverancier beheert", (article("beheer/matrix", "Systemen", Paragraph(t("In beheer zijn:")), matrix(), item(0, "m#1", "Wat hier niet staat, is niet in beheer."), item(0, "m#2", "Nieuwe systemen:"), item(1, "m#2a", "komen erbij na een bevestiging;"), item(1, "m#2b", "staan daarna in deze lijst.")),)),
                Annex("backup", "", "Back-up", (article("backup/bijlage", "", Paragraph(t("Deze bijlage hoort bij artikel ", Ref("backup/herstel", "2"), ".")), item(0, "b#1", "Eerste punt."), item(0, "b#2", "Tweede punt."), WritingLines(2)),)),
            ),
            signing_text=(article("slot/ondertekening", "Ondertekening", Paragraph(t("Partijen hebben deze Overeenkomst gelezen en tekenen voor akkoord."))),),
            signatories=sign(),
            concept=concept,
        )
    )  # fmt: skip


def matrix() -> Table:
    head = ("Systeem", "Soort", "Aantal", "Wie beheert het", "Back-up", "Staat")
    rows = (
        ("Werkplekken", "werkplek", "12", "Leverancier", "ja", "gecontroleerd"),
        ("Server administratie", "server", "1", "Leverancier", "ja", "gecontroleerd"),
        ("Oude omgeving met i-schijf", "oude omgeving", "1", "niet in beheer", "nee", "niet gecontroleerd"),
    )
    return Table(tuple(t(h) for h in head), tuple(tuple(t(c) for c in r) for r in rows))


def waiver(*, concept: tuple[str, ...] = ()) -> Document:
    return numbered(
        Document(
            id="afstandsverklaring",
            file="afstandsverklaring-firewall",
            title=t("Afstandsverklaring: geen firewall"),
            form=Form.STATEMENT,
            gate=Gate.SIGN,
            reference="2026-014",
            internal=False,
            author=SUPPLIER,
            articles=(
                article("w/feiten", "", facts(("Klant", CUSTOMER), ("Wat u niet wilt", "Een beheerde firewall van € 45,00 per maand"), ("Besproken", "2 november 2026 (gesprek), 9 november 2026 (brief)"))),
                article("w/gevolg", "Wat er kan gebeuren", Paragraph(t("Zonder firewall kan iemand van buiten in uw netwerk komen. Uw administratie en de BSN’s van uw klanten kunnen dan worden gelezen, veranderd of op slot gezet. U ligt dan stil. U zei dat een dag stilstand u ", Filled("€ 2.500", "x"), " kost. Vijf dagen kosten dan 5 × € 2.500 = € 12.500."))),
                article("w/advies", "Wat wij u adviseren", Bullet(t("een beheerde firewall, voor € 45,00 per maand;")), Bullet(t("of een eenvoudige firewall die u zelf bijhoudt, voor € 390,00 één keer."))),
                article("w/reden", "Waarom u dit niet wilt", Quote(t(Filled("Wij vinden het te duur voor een kantoor van twaalf mensen.", "x"))), Paragraph(t("Vul hier in uw eigen woorden aan:")), WritingLines(2)),
                article("w/wel", "Wat wij wel doen, en wat u zelf doet", item(0, "w/wel#1", "Wij houden de computers bij."), item(0, "w/wel#2", "U zet de router niet open naar buiten.")),
                article("w/keuze", "Uw keuze", Bullet(t("Ik begrijp de risico’s en wil toch geen firewall."), box=True), Bullet(t("Ik wil er nog over praten. Bel mij op ", Blank("telefoonnummer", None, holds_up=False), "."), box=True), Paragraph(t("U kunt hier altijd op terugkomen. Deze verklaring vervalt op ", Blank("datum", "x", holds_up=bool(concept)), "."))),
            ),
            signatories=sign(),
            concept=concept,
        )
    )  # fmt: skip


def letter() -> Document:
    return numbered(
        Document(
            id="waarschuwingsbrief",
            file="waarschuwingsbrief",
            title=t("twee risico’s die u nu loopt"),
            form=Form.LETTER,
            gate=Gate.FREE,
            reference="2026-014",
            internal=False,
            author=SUPPLIER,
            addressee=(article("brief/adres", "", Paragraph(t(Filled(f"{CUSTOMER}\nt.a.v. mevrouw A. Voorbeeld\nVerzonnenlaan 1\n0000 AA  Fictiedam", "x"))), Paragraph(t("Voorbeeldstad, 9 november 2026"))),),
            articles=(
                article("brief/aanhef", "", Paragraph(t("Beste mevrouw Voorbeeld,")), Paragraph(t("Op 2 november 2026 spraken wij over uw netwerk. In deze brief staat wat er kan gebeuren, wat wij adviseren en wat wij van u willen weten."))),
                article("brief/risico-1", "Geen firewall", Paragraph(t("Iemand van buiten kan in uw netwerk komen.")), item(0, "r1#1", "Wij adviseren een beheerde firewall. Die kost € 45,00 per maand. Daarbij:"), item(1, "r1#1a", "houden wij hem bij;"), item(1, "r1#1b", "lezen wij de meldingen.")),
                article("brief/risico-2", "Geen back-up van de e-mail", item(0, "r2#1", "Als e-mail weg is, is die weg."), item(0, "r2#2", "Wij adviseren een back-up.")),
                article("brief/slot", "Wat wij van u vragen", Bullet(t("Ja, ik wil de firewall."), box=True), Bullet(t("Nee, want:"), box=True), WritingLines(3), Paragraph(t("Met vriendelijke groet,")), Paragraph(t(Text(SUPPLIER, bold=True)))),
            ),
        )
    )  # fmt: skip


def report() -> Document:
    return numbered(
        Document(
            id="risicorapport",
            file="risicorapport",
            title=t("Risicorapport"),
            form=Form.REPORT,
            gate=Gate.FREE,
            reference="2026-014",
            internal=True,
            author=SUPPLIER,
            articles=(
                article("rapport/stand", "Stand van zaken", Table((t("Regel"), t("Melding"), t("Niveau"), t("Status"), t("Wat nog moet")), ((t("R-08"), t("Firewall afgewezen"), t("ernstig"), t("onvolledig"), t("Vraag de klant zijn reden op te schrijven.")), (t("R-02"), t("Niemand maakt een back-up van de e-mail"), t("stop"), t("open"), t("Leg een herstelroute vast, of laat het werk liggen."))))),
                article("rapport/feiten", "Feiten", item(0, "f#1", "De klant heeft twaalf mensen."), item(0, "f#2", "Dit overzicht zegt niet of een rechter de verklaring volgt."), Heading(t("Bronnen")), Paragraph(t("Zie de bijlage."))),
            ),
        )
    )  # fmt: skip


def email() -> Document:
    return numbered(
        Document(
            id="gespreksbevestiging",
            file="gespreksbevestiging",
            title=t("Wat wij vandaag bespraken"),
            form=Form.EMAIL,
            gate=Gate.FREE,
            reference="2026-014",
            internal=False,
            author=SUPPLIER,
            articles=(article("mail/tekst", "", Paragraph(t("Beste mevrouw Voorbeeld,")), Paragraph(t("Vandaag spraken wij over de update van vanavond.")), Bullet(t("U wilt dat het vanavond gebeurt.")), Paragraph(t("Klopt dit niet? Laat het ons weten."))),),
        )
    )  # fmt: skip


SAMPLES = {
    "overeenkomst": contract,
    "verklaring": waiver,
    "brief": letter,
    "rapport": report,
    "email": email,
}
