"""What a library means, once loaded: everything resolves, every condition is typed. Only ``loading/`` makes these."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from generator.diagnostics import Position
from generator.expressions.ast import Amount, Condition, ForEach, Path
from generator.frozen import dataclass, field


class Kind(StrEnum):
    TEXT = "tekst"
    LONG_TEXT = "lange_tekst"
    CHOICE = "keuze"
    MULTI = "meerkeuze"
    YES_NO = "ja_nee"
    NUMBER = "getal"
    MONEY = "bedrag"
    PERCENTAGE = "percentage"
    DATE = "datum"
    DURATION = "duur"
    FREQUENCY = "frequentie"
    KVK = "kvk"
    VAT = "btw"
    IBAN = "iban"
    EMAIL = "email"
    PHONE = "telefoon"
    POSTCODE = "postcode"
    GROUP = "groep"
    LIST = "lijst"
    REFERENCE = "verwijzing"
    MATRIX = "matrix"
    TRUTH = "waar"


class Level(StrEnum):
    TIP = "tip"
    NOTICE = "let_op"
    SERIOUS = "ernstig"
    STOP = "stop"


class StopKind(StrEnum):
    LAW = "wet"
    PROFESSION = "vakregel"
    HOUSE = "huisregel"


class Aspect(StrEnum):
    """``aard`` of a risk: who sees it and how it ends (domain 4)."""

    MATTER = "zaak"
    DESIGN = "ontwerp"
    FILE = "dossier"
    INTERNAL = "intern"
    CONTEXT = "context"


class Gate(StrEnum):
    FREE = "vrij"
    OFFER = "aanbod"
    SIGN = "tekenen"


class Form(StrEnum):
    """The shape of a document on paper: decides numbering and frame."""

    CONTRACT = "overeenkomst"
    STATEMENT = "verklaring"
    LETTER = "brief"
    EMAIL = "email"
    REPORT = "rapport"


@dataclass(frozen=True, slots=True)
class Choice:
    """An option. ``label`` is for the screen, ``in_document`` for papers (same as label when not given)."""

    id: str
    label: str
    in_document: str
    explanation: str | None = None
    without_effect: bool = False
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question, or a field of a group, list or matrix (then ``when`` may read sibling fields by bare name).

    In a field's ``when`` a sibling is the path ``("@", "maker")``.
    """

    id: str
    kind: Kind
    text: str
    position: Position
    when: Condition | None = None
    why: str | None = None
    example: str | None = None
    basis: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    rows: tuple[Choice, ...] = ()
    fields: tuple["Question", ...] = ()
    target: Path | None = None
    catalogue: str | None = None
    may_be_later: bool = False
    may_be_unknown: bool = False
    may_be_empty: bool = False
    at_signing: bool = False
    suggestion: str | None = None
    from_supplier: bool = False
    moment: str = "aan_tafel"
    who: str = "verkoop"
    customer_sees: bool = True
    without_effect: bool = False
    by_program: bool = False
    version: int = 1
    formerly: tuple[str, ...] = ()

    def choice(self, option: str) -> Choice | None:
        return next((c for c in self.choices if c.id == option), None)

    def field(self, name: str) -> "Question | None":
        return next((f for f in self.fields if f.id == name), None)


@dataclass(frozen=True, slots=True)
class Derived:
    """``afgeleid:`` a value computed from answers. ``value`` is a Condition for kind waar, else an Amount."""

    id: str
    kind: Kind
    value: "Condition | Computation"
    position: Position
    label: str | None = None
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Computation:
    amount: Amount
    source: str
    position: Position


@dataclass(frozen=True, slots=True)
class Check:
    """``controles:`` a contradiction between answers; ``message`` is plain Dutch, ``at`` the questions to mend."""

    when: Condition
    message: str
    at: tuple[Path, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    questions: tuple[Question, ...]
    derived: tuple[Derived, ...]
    checks: tuple[Check, ...]
    position: Position
    explanation: str | None = None

    def question(self, name: str) -> Question | None:
        return next((q for q in self.questions if q.id == name), None)

    def derivation(self, name: str) -> Derived | None:
        return next((d for d in self.derived if d.id == name), None)


@dataclass(frozen=True, slots=True)
class SectionUse:
    """A section in a questionnaire; ``only`` narrows it to these questions (None: all), in the section's order."""

    section: str
    when: Condition | None = None
    only: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class DocumentUse:
    document: str
    when: Condition | None = None
    for_each: ForEach | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    id: str
    title: str
    sections: tuple[SectionUse, ...]
    documents: tuple[DocumentUse, ...]
    position: Position
    explanation: str | None = None
    review_months: int = 12


# --- clause text -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class ValueSlot:
    """``{{ backup.herstel_prijs | euro }}``. ``kind`` and ``choices`` are the variable's, found at load.

    ``record_field``: the field that ``lijst | opsomming("naam")`` lists; ``choices`` are then that field's.
    """

    path: Path
    filters: tuple[str, ...]
    kind: Kind
    position: Position
    choices: tuple[Choice, ...] = ()
    label: str = ""
    record_field: str | None = None
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceSlot:
    """``{{ artikel("id", lid="naam", in="overeenkomst") }}`` or ``{{ bijlage("id", in="…") }}``."""

    target: str
    annex: bool
    item: str | None
    document: str | None
    capital: bool
    position: Position


@dataclass(frozen=True, slots=True)
class TermUse:
    """A defined term as it stands in the text (one of its forms)."""

    text: str
    term: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class BlankSlot:
    """``{{ invulveld("Plaats") }}``: filled in by hand at signing."""

    label: str


Inline = Text | ValueSlot | ReferenceSlot | TermUse | BlankSlot


@dataclass(frozen=True, slots=True)
class Heading:
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An ordered-list item: depth 0 is a lid, 1 an onderdeel, 2 a sub-onderdeel. ``children`` holds what is nested."""

    inlines: tuple[Inline, ...]
    children: tuple["Block", ...]
    name: str | None
    position: Position


@dataclass(frozen=True, slots=True)
class Bullet:
    """``- text``; with ``box`` (``- [ ] text``) an unticked box to be ticked by hand."""

    inlines: tuple[Inline, ...]
    box: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` holds Row, and If/For around rows. Empty header cells are allowed (a two-column list of facts)."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """``{{ schrijflijnen(3) }}`` alone on its line: ruled lines for handwriting."""

    count: int


@dataclass(frozen=True, slots=True)
class If:
    """``{% if %} … {% else %} … {% endif %}`` around whole blocks (``elif`` is a nested If in ``otherwise``)."""

    condition: Condition
    then: tuple["Block", ...]
    otherwise: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class For:
    loop: ForEach
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Item | Bullet | Quote | Row | Table | WritingLines | If | For


@dataclass(frozen=True, slots=True)
class Clause:
    """``id`` is the path below ``clauses/`` without ``.md``: ``backup/herstel``."""

    id: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    version: int
    position: Position
    when: Condition | None = None
    nature: str = "standaard"
    subject: str | None = None
    basis: tuple[str, ...] = ()
    explanation: str | None = None
    to_check: bool = False
    source_hash: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    forms: tuple[str, ...]
    definition: tuple[Inline, ...]
    position: Position
    version: int = 1


@dataclass(frozen=True, slots=True)
class LevelRule:
    level: Level
    stop_kind: StopKind | None = None
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Raise:
    """``verzwaard_door``: the context risk that raises this one, if ``when`` holds for this record."""

    risk: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """An alternative to propose; its price is asked once and remembered in the profile."""

    text: str
    per: str | None = None


RISK_HEADINGS = (
    "Wat kan er gebeuren",
    "Wat stilstand kost",
    "Wat wij adviseren",
    "Wat wij wel doen",
    "Wat wij niet doen",
    "Wat u zelf doet",
    "Wanneer dit vervalt",
    "Tekst voor de overeenkomst",
)


@dataclass(frozen=True, slots=True)
class Risk:
    """``about`` (``over:``): None reads answers; ``besluit`` one finding and its decision; ``dossier`` all findings."""

    id: str
    title: tuple[Inline, ...]
    aspect: Aspect
    levels: tuple[LevelRule, ...]
    sections: Mapping[str, tuple[Block, ...]]
    position: Position
    rule: str | None = None
    when: Condition | None = None
    for_each: ForEach | None = None
    solved_if: Condition | None = None
    raised_by: tuple[Raise, ...] = ()
    ways_out: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    about: str | None = None
    measure: tuple[Inline, ...] = ()
    asks: tuple[Path, ...] = ()
    basis: tuple[str, ...] = ()
    version: int = 1
    to_check: bool = False


@dataclass(frozen=True, slots=True)
class ClauseUse:
    """One entry of an outline: a clause, or a heading of a risk's text (``risk_heading``) of the current finding.

    ``entries`` groups entries under one ``for_each``.
    """

    clause: str | None = None
    risk_heading: str | None = None
    when: Condition | None = None
    for_each: ForEach | None = None
    with_definitions: bool = False
    entries: tuple["ClauseUse", ...] = ()
    position: Position = field(default_factory=lambda: Position("", 1, 1))


@dataclass(frozen=True, slots=True)
class AnnexUse:
    id: str
    title: str
    entries: tuple[ClauseUse, ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class SignatoryUse:
    """A party that signs: its role on paper, the variable with its name and the list of its signatories."""

    role: str
    name: Path
    signatories: Path | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A kind of document. ``about``: ``alle``, ``eigen`` or ids of risks: what the gate looks at."""

    id: str
    title: tuple[Inline, ...]
    gate: Gate
    form: Form
    position: Position
    about: tuple[str, ...] = ("alle",)
    internal: bool = False
    addressee: tuple[ClauseUse, ...] = ()
    front_page: tuple[ClauseUse, ...] = ()
    parties: tuple[ClauseUse, ...] = ()
    recitals: tuple[ClauseUse, ...] = ()
    articles: tuple[ClauseUse, ...] = ()
    annexes: tuple[AnnexUse, ...] = ()
    signing: tuple[SignatoryUse, ...] = ()
    signing_text: tuple[ClauseUse, ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of substantiation (law b4): a condition over (melding, besluit); None when not assessable."""

    id: str
    text: str
    number: int
    gate: bool
    when: Condition | None
    remedy: str
    position: Position


@dataclass(frozen=True, slots=True)
class Package:
    id: str
    title: str
    answers: Mapping[str, object]
    position: Position


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str
    date: str | None
    verified: str


@dataclass(frozen=True, slots=True)
class Library:
    """Everything, by id. ``decision`` holds the fields of a decision (``questionnaires/rubrieken/besluit.yaml``).

    ``absent_subjects``: topics without a clause on purpose, with the reason.
    """

    name: str
    version: str
    law_date: str
    hash: str
    sections: Mapping[str, Section]
    questionnaires: Mapping[str, Questionnaire]
    clauses: Mapping[str, Clause]
    terms: Mapping[str, Term]
    risks: Mapping[str, Risk]
    outlines: Mapping[str, Outline]
    decision: Section
    factors: tuple[Factor, ...]
    packages: Mapping[str, Package]
    sources: Mapping[str, Source]
    subjects: Mapping[str, str]
    never_printed: tuple[str, ...]
    too_thin_reasons: tuple[str, ...] = ()
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    absent_subjects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one questionnaire asks it: its path and the section's condition besides its own."""

    path: Path
    question: Question
    section_when: Condition | None


def questions_of(library: Library, questionnaire: str) -> tuple[Asked, ...]:
    """The questions of a questionnaire in the order of asking, whether visible or not."""
    found: list[Asked] = []
    for use in library.questionnaires[questionnaire].sections:
        section = library.sections[use.section]
        found.extend(
            Asked((section.id, q.id), q, use.when)
            for q in section.questions
            if use.only is None or q.id in use.only
        )
    return tuple(found)
