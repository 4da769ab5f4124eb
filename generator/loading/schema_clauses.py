"""The files under ``clauses/``: front matter of clauses, terms and risks; outlines and the lists beside them."""

from typing import Annotated

from pydantic import Field, RootModel

from generator.library import Aspect, Form, Gate, Level, StopKind
from generator.loading.located import Scalar
from generator.loading.schema import (
    Among,
    Block,
    Day,
    Kebab,
    MaybePrinted,
    Printed,
    Shown,
    Text,
    Unit,
    Variable,
    Whole,
    YesNo,
    default_text,
    listed,
    short,
)

WAYS_OUT = ("oplossen", "later", "buiten_opdracht", "aanvaarden", "weigeren", "besluit_directie")

Sources = Annotated[list[Text], listed()]


class LibraryFile(Block):
    name: Text = Field(alias="naam", description="De naam van de bibliotheek.")
    version: Text = Field(alias="versie", description="De versie van de bibliotheek.")
    form: Text = Field(alias="vorm", description="De vorm van de bestanden; nu 1.")
    law_date: Day = Field(alias="rechtsstand", description="De datum waarop het recht is nagekeken.")
    sender: Text | None = Field(None, alias="afzender", description="De vraag wie de stukken verstuurt.")
    customer_signatories: Text | None = Field(
        None, alias="ondertekenaars_klant", description="De lijst met wie namens de klant tekent."
    )


class ClauseFront(Unit):
    title: Printed | None = Field(None, alias="titel", description="De titel van het artikel.")
    when: Text | None = Field(None, alias="alleen_als", description="Alleen als dit klopt.")
    nature: Annotated[Scalar, Among("kern", "maatwerk", "standaard")] | None = Field(
        None, alias="aard", description="Aard."
    )
    subject: Text | None = Field(None, alias="onderwerp", description="Onderwerp, uit onderwerpen.yaml.")
    basis: Sources = Field([], alias="grond", description="Bronnen, uit bronnen.yaml.")
    explanation: Shown | None = Field(
        None, alias="toelichting", description="Wat dit betekent, in twee zinnen."
    )
    version: Whole = Field(alias="versie", description="Het nummer van deze versie.")
    status: Annotated[Scalar, Among("te_controleren")] | None = Field(
        None, description="Wat een jurist nog moet nakijken."
    )
    lanes: Annotated[list[Text], listed()] = Field(
        [], alias="banen", description="Teken de tabellen ook: elke rij in de baan die haar tweede cel noemt."
    )
    order: Annotated[list[Text], listed()] = Field(
        [], alias="volgorde", description="De kolommen waarop de rijen van de tabellen staan."
    )


class TermFront(Unit):
    forms: Annotated[list[Text], listed()] = Field(
        alias="vormen", description="Hoe het begrip in de tekst staat."
    )
    version: Whole = Field(alias="versie", description="Het nummer van deze versie.")


class LevelBlock(Block):
    level: Annotated[Scalar, Among(*(v.value for v in Level))] = Field(
        alias="niveau", description="Het niveau."
    )
    when: Text | None = Field(None, alias="als", description="Alleen als dit klopt.")
    stop_kind: Annotated[Scalar, Among(*(v.value for v in StopKind))] | None = Field(
        None, alias="soort", description="Soort stop."
    )


class RaiseBlock(Block):
    risk: Text = Field(alias="risico", description="Het risico dat dit zwaarder maakt.")
    when: Text | None = Field(None, alias="als", description="Alleen als dit klopt.")


class AlternativeBlock(Block):
    text: Printed = Field(alias="tekst", description="Het alternatief.")
    per: Annotated[Scalar, Among("maand", "jaar", "uur", "keer")] | None = Field(
        None, description="Waarvoor de prijs geldt."
    )


class RiskFront(Unit):
    title: Printed = Field(alias="titel", description="Het risico in een paar woorden.")
    measure: Printed | None = Field(
        None, alias="maatregel", description="Hoe stukken noemen wat is afgewezen."
    )
    rule: Text | None = Field(None, alias="regel", description="Het nummer van de regel.")
    aspect: Annotated[Scalar, Among(*(v.value for v in Aspect))] = Field(
        alias="aard", description="Wie het ziet en hoe het eindigt."
    )
    when: Text | None = Field(None, alias="alleen_als", description="Wanneer dit risico er is.")
    for_each: Text | None = Field(None, alias="voor_elke", description="Eén melding per rij.")
    levels: Annotated[list[Annotated[LevelBlock, short("niveau")]], listed()] = Field(
        alias="niveau", description="Het eerste dat klopt; het laatste mag zonder voorwaarde."
    )
    solved_if: Text | None = Field(None, alias="opgelost_als", description="Wanneer het is opgelost.")
    raised_by: list[Annotated[RaiseBlock, short("risico")]] = Field(
        [], alias="verzwaard_door", description="Door."
    )
    ways_out: list[Annotated[Scalar, Among(*WAYS_OUT)]] = Field(
        [], alias="uitwegen", description="Hoe dit kan eindigen."
    )
    alternatives: list[Annotated[AlternativeBlock, short("tekst")]] = Field(
        [], alias="alternatieven", description="Wat u kunt voorstellen."
    )
    holds_back: Annotated[Scalar, Among("aanbieden", "starten")] | None = Field(
        None, alias="houdt_tegen", description="Wat een stop van de wet tegenhoudt."
    )
    asks: list[Text] = Field([], alias="bij", description="De vragen om naar terug te gaan.")
    basis: Sources = Field([], alias="grond", description="Bronnen, uit bronnen.yaml.")
    about: Annotated[Scalar, Among("besluit", "dossier")] | None = Field(
        None, alias="over", description="Waar de regel naar kijkt."
    )
    version: Whole = Field(alias="versie", description="Het nummer van deze versie.")
    status: Annotated[Scalar, Among("te_controleren")] | None = Field(
        None, description="Wat een jurist nog moet nakijken."
    )


class EntryBlock(Block):
    clause: Text | None = Field(None, alias="clausule", description="De clausule.")
    risk_heading: Text | None = Field(
        None, alias="risico", description="Het kopje uit de tekst van het risico."
    )
    when: Text | None = Field(None, alias="alleen_als", description="Alleen als dit klopt.")
    for_each: Text | None = Field(None, alias="voor_elke", description="Eén keer per rij.")
    with_definitions: YesNo = Field(
        False, alias="begrippen", description="Met de begrippen die worden gebruikt."
    )
    entries: list[Annotated["EntryBlock", short("clausule")]] = Field(
        [], alias="delen", description="De delen."
    )


Entry = Annotated[EntryBlock, short("clausule")]


class AnnexBlock(Block):
    id: Kebab = Field(description="De naam van de bijlage.")
    title: Printed = Field(alias="titel", description="De titel van de bijlage.")
    when: Text | None = Field(None, alias="alleen_als", description="Alleen als dit klopt.")
    entries: list[Entry] = Field(alias="clausules", description="De clausules in de bijlage.")


class SignatoryBlock(Block):
    role: Printed = Field(alias="rol", description="De rol op papier.")
    name: Text = Field(alias="naam", description="De vraag met de naam.")
    signatories: Text | None = Field(None, alias="ondertekenaars", description="De lijst met wie tekent.")


class SigningBlock(Block):
    text: list[Entry] = Field([], alias="tekst", description="De tekst boven de handtekeningen.")
    parties: list[SignatoryBlock] = Field(alias="partijen", description="Wie tekenen.")


class OutlineFile(Unit):
    id: Kebab = Field(alias="document", description="De naam; gelijk aan de bestandsnaam.")
    title: Printed = Field(alias="titel", description="De titel van het document.")
    form: Annotated[Scalar, Among(*(v.value for v in Form))] = Field(
        alias="vorm", description="De vorm op papier."
    )
    gate: Annotated[Scalar, Among(*(v.value for v in Gate))] = Field(
        alias="poort", description="Wanneer het stuk klaar is."
    )
    about: Annotated[list[Text], listed()] = Field(
        [default_text("alle")], alias="gaat_over", description="Waar de poort naar kijkt."
    )
    internal: YesNo = Field(False, alias="intern", description="Alleen voor de leverancier.")
    addressee: list[Entry] = Field([], alias="adressering", description="Aan wie.")
    front_page: list[Entry] = Field([], alias="voorblad", description="Het voorblad.")
    parties: list[Entry] = Field([], alias="partijen", description="De partijen.")
    recitals: list[Entry] = Field([], alias="overwegingen", description="De overwegingen.")
    articles: list[Entry] = Field([], alias="artikelen", description="De artikelen, op volgorde.")
    annexes: list[AnnexBlock] = Field([], alias="bijlagen", description="De bijlagen, op volgorde.")
    signing: SigningBlock | None = Field(None, alias="ondertekening", description="Wie tekenen.")
    version: Whole = Field(1, alias="versie", description="Het nummer van deze versie.")


class FactorBlock(Block):
    id: Variable = Field(description="De naam van de factor.")
    number: Whole = Field(alias="nummer", description="Het nummer van de factor.")
    gate: YesNo = Field(False, alias="poort", description="Zonder deze factor gaat het stuk niet uit.")
    text: Printed = Field(alias="tekst", description="Wat er op papier staat.")
    when: Text | None = Field(None, alias="als", description="Wanneer de factor er is.")
    not_assessable: YesNo = Field(
        False, alias="niet_te_beoordelen", description="De factor is niet te beoordelen."
    )
    remedy: MaybePrinted = Field("", alias="doe", description="Wat te doen als de factor ontbreekt.")


class SourceBlock(Block):
    title: Shown = Field(alias="titel", description="De vindplaats voluit.")
    date: Text | None = Field(None, alias="datum", description="De datum van de bron.")
    verified: Shown = Field(alias="nagekeken", description="Wanneer en hoe de bron is nagekeken.")


class RepeatBlock(Block):
    sentence: Text = Field(alias="zin", description="De zin; … voor wat wordt ingevuld.")
    units: Annotated[list[Text], listed()] = Field(
        alias="in", description="De clausules, risico's en begrippen waarin zij staat, met hun map."
    )


class WordsFile(Block):
    never_printed: list[Text] = Field(
        [], alias="nooit_drukken", description="Woorden die nooit op papier komen."
    )
    too_thin: list[Text] = Field([], alias="te_mager", description="Redenen die te weinig zeggen.")
    replacements: dict[Text, Text] = Field(
        {}, alias="vervang", description="Een moeilijk woord, en wat u dan schrijft."
    )
    double_negatives: list[Text] = Field(
        [], alias="dubbele_ontkenning", description="Woorden die samen een dubbele ontkenning zijn."
    )
    unfinished: list[Text] = Field(
        [], alias="niet_af", description="Woorden die zeggen dat een tekst nog niet af is."
    )
    repeats: list[RepeatBlock] = Field(
        [], alias="herhaald", description="Zinnen die met opzet in meer dan één tekst staan."
    )


class SourcesFile(RootModel[dict[Text, SourceBlock]]):
    """bronnen.yaml"""


class SubjectBlock(Block):
    title: Printed = Field(alias="titel", description="Waar het onderwerp over gaat.")
    absent: Printed | None = Field(
        None, alias="afwezig", description="Waarom er met opzet geen clausule over is."
    )


class SubjectsFile(RootModel[dict[Text, Annotated[SubjectBlock, short("titel")]]]):
    """onderwerpen.yaml"""


class DivisionBlock(Block):
    records: Text = Field(alias="lijst", description="De vraag met de rijen.")
    states: dict[Text, Annotated[list[Text], listed()]] = Field(
        alias="staten", description="Per staat de clausules die de rijen ervan noemen."
    )
    again: Annotated[list[Text], listed()] = Field(
        [], alias="behalve", description="Kopjes waaronder een rij nog eens staat."
    )


class DivisionsFile(RootModel[list[DivisionBlock]]):
    """verdelingen.yaml"""


class FactorsFile(RootModel[list[FactorBlock]]):
    """onderbouwing.yaml"""
