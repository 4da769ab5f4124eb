"""The files under ``questionnaires/``: sections, questionnaires, catalogues, packages."""

from typing import Annotated, Any

from pydantic import Field

from generator.library import Kind
from generator.loading.located import Scalar
from generator.loading.schema import (
    Allowing,
    Among,
    Block,
    Kebab,
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

KINDS = tuple(k.value for k in Kind if k is not Kind.TRUTH)
DERIVED_KINDS = ("waar", "getal", "bedrag", "datum", "percentage", "duur", "meerkeuze")


class OptionBlock(Block):
    label: Shown = Field(description="Zo staat de keuze op het scherm.")
    in_document: Printed | None = Field(None, alias="stuk", description="Zo staat de keuze in stukken.")
    explanation: Shown | None = Field(None, alias="uitleg", description="Eén zin uitleg bij de keuze.")
    group: Shown | None = Field(None, alias="groep", description="De groep waaronder de keuze staat.")
    purpose: Printed | None = Field(
        None, alias="waarvoor", description="Eén zin voor stukken: waar dit voor is."
    )
    without_effect: YesNo = Field(
        False, alias="zonder_gevolg", description="Deze keuze heeft bewust geen gevolg."
    )


Option = Annotated[OptionBlock, short("label")]
Options = dict[Variable, Option]


class QuestionBlock(Block):
    id: Variable = Field(description="De naam van de vraag: kleine letters, cijfers en _.")
    text: Shown = Field(alias="vraag", description="De vraag zoals hij op het scherm staat.")
    kind: Annotated[Scalar, Among(*KINDS)] = Field(
        alias="soort", description="Wat voor antwoord de vraag heeft."
    )
    when: Text | None = Field(None, alias="alleen_als", description="De vraag komt alleen als dit klopt.")
    why: Shown | None = Field(
        None, alias="waarom", description="Waarom dit ertoe doet, in één of twee zinnen."
    )
    example: Shown | None = Field(None, alias="voorbeeld", description="Een voorbeeld van een antwoord.")
    basis: Annotated[list[Text], listed()] = Field(
        [], alias="grond", description="Bronnen, uit bronnen.yaml."
    )
    options: Options | None = Field(None, alias="opties", description="De keuzes.")
    options_from: Kebab | None = Field(
        None, alias="opties_uit", description="De lijst met keuzes in lijsten/."
    )
    rows: Options | None = Field(None, alias="rijen", description="De rijen van een matrix.")
    rows_from: Kebab | None = Field(None, alias="rijen_uit", description="De lijst met rijen in lijsten/.")
    fields: list["QuestionBlock"] = Field(
        [], alias="velden", description="De velden van een groep, lijst of matrix."
    )
    target: Text | None = Field(None, alias="naar", description="De lijst waar een verwijzing naar wijst.")
    may_be_later: YesNo = Field(False, alias="later", description="Mag later worden opgezocht.")
    may_be_unknown: YesNo = Field(False, alias="mag_onbekend", description="‘Weet ik niet’ is een antwoord.")
    may_be_empty: YesNo = Field(False, alias="mag_leeg", description="Leeg is een antwoord.")
    at_signing: YesNo = Field(False, alias="bij_ondertekening", description="Wordt bij tekenen ingevuld.")
    common_noun: YesNo = Field(
        False,
        alias="soortnaam",
        description="‘De’, ‘Het’ of ‘Een’ vooraan krijgt binnen een zin een kleine letter.",
    )
    suggestion: Text | None = Field(
        None, alias="voorstel", description="Wordt getoond, nooit vanzelf ingevuld."
    )
    supplied_by: Annotated[Scalar, Among("leverancier")] | None = Field(
        None, alias="van", description="Mag uit het profiel of een pakket komen."
    )
    moment: Annotated[Scalar, Among("vooraf", "aan_tafel", "achteraf")] = Field(
        default_text("aan_tafel"), alias="wanneer", description="Wanneer."
    )
    who: Annotated[Scalar, Among("verkoop", "techniek", "directie", "klant")] = Field(
        default_text("verkoop"), alias="wie", description="Wie."
    )
    customer_sees: YesNo = Field(True, alias="klant_ziet", description="De klant mag deze vraag zien.")
    without_effect: YesNo = Field(False, alias="zonder_gevolg", description="Heeft bewust geen gevolg.")
    by_program: YesNo = Field(
        False,
        alias="vult_programma_in",
        description="Een datum die het programma zelf invult: de dag van vastleggen.",
    )
    version: Whole = Field(1, alias="versie", description="Het nummer van deze versie van de vraag.")
    formerly: Annotated[list[Text], listed()] = Field([], alias="heette", description="Eerdere namen.")
    replaces: Text | None = Field(
        None, alias="vervangt", description="In een huislaag: de vraag die dit vervangt: backup.bronnen@1."
    )
    after: Text | None = Field(
        None, alias="na", description="In een huislaag: na welke vraag deze komt; zonder dit achteraan."
    )


class DerivedBlock(Block):
    id: Variable = Field(description="De naam van de afgeleide waarde.")
    kind: Annotated[Scalar, Among(*DERIVED_KINDS)] = Field(
        alias="soort", description="Wat voor waarde het is."
    )
    value: Text = Field(alias="waarde", description="De berekening of voorwaarde.")
    label: Printed | None = Field(None, description="De naam op papier.")


class CheckBlock(Block):
    when: Text = Field(alias="als", description="Als dit klopt, spreken antwoorden elkaar tegen.")
    message: Shown = Field(alias="melding", description="Wat er niet klopt, in gewone taal.")
    at: Annotated[list[Text], listed()] = Field(alias="bij", description="De vragen om aan te passen.")


class SectionFile(Allowing):
    id: Variable = Field(alias="rubriek", description="De naam van de rubriek; gelijk aan de bestandsnaam.")
    title: Shown = Field(alias="titel", description="De titel van de rubriek.")
    explanation: Shown | None = Field(None, alias="uitleg", description="Eén zin onder de titel.")
    questions: list[QuestionBlock] = Field([], alias="vragen", description="De vragen, op volgorde.")
    derived: list[DerivedBlock] = Field(
        [], alias="afgeleid", description="Waarden die uit antwoorden volgen."
    )
    checks: list[CheckBlock] = Field([], alias="controles", description="Antwoorden die elkaar tegenspreken.")


class SectionAddition(Allowing):
    """What a house layer adds to a section that is there."""

    id: Variable = Field(
        alias="rubriek", description="De rubriek die dit aanvult; gelijk aan de bestandsnaam."
    )
    questions: list[QuestionBlock] = Field(
        [], alias="vragen", description="Nieuwe vragen, en vragen die andere vervangen."
    )
    derived: list[DerivedBlock] = Field(
        [], alias="afgeleid", description="Waarden die uit antwoorden volgen."
    )
    checks: list[CheckBlock] = Field([], alias="controles", description="Antwoorden die elkaar tegenspreken.")


class SectionUseBlock(Block):
    section: Text = Field(alias="rubriek", description="De rubriek.")
    when: Text | None = Field(None, alias="alleen_als", description="Alleen als dit klopt.")
    only: list[Text] | None = Field(None, alias="vragen", description="Alleen deze vragen.")


class DocumentUseBlock(Block):
    document: Text = Field(alias="id", description="Het document.")
    when: Text | None = Field(None, alias="alleen_als", description="Alleen als dit klopt.")
    for_each: Text | None = Field(None, alias="voor_elke", description="Eén document per rij.")


class QuestionnaireFile(Unit):
    id: Kebab = Field(alias="vragenlijst", description="De naam; gelijk aan de bestandsnaam.")
    title: Shown = Field(alias="titel", description="De titel op het scherm.")
    explanation: Shown | None = Field(None, alias="uitleg", description="Voor wie deze vragenlijst is.")
    review_months: Whole = Field(12, alias="herzien_maanden", description="Na hoeveel maanden herzien.")
    sections: list[Annotated[SectionUseBlock, short("rubriek")]] = Field(
        alias="rubrieken", description="Op volgorde."
    )
    documents: list[Annotated[DocumentUseBlock, short("id")]] = Field(
        alias="documenten", description="De stukken."
    )
    version: Whole = Field(1, alias="versie", description="Het nummer van deze versie.")


class CatalogueFile(Unit):
    id: Kebab = Field(alias="lijst", description="De naam; gelijk aan de bestandsnaam.")
    title: Shown | None = Field(None, alias="titel", description="Waar de lijst over gaat.")
    options: Options = Field(alias="opties", description="De keuzes.")
    version: Whole = Field(1, alias="versie", description="Het nummer van deze versie.")


class PackageFile(Unit):
    id: Kebab = Field(alias="pakket", description="De naam; gelijk aan de bestandsnaam.")
    title: Shown = Field(alias="titel", description="De naam op het scherm.")
    answers: dict[Variable, dict[Variable, Any]] = Field(
        alias="antwoorden", description="Per rubriek de antwoorden."
    )
    version: Whole = Field(1, alias="versie", description="Het nummer van deze versie.")
