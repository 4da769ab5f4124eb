"""What a library means, once loaded: everything resolves, every condition is typed. Only ``loading/`` makes these."""

from collections.abc import Mapping
from enum import StrEnum

from generator.clause_blocks import (
    BlankSlot,
    Block,
    Bullet,
    For,
    Heading,
    If,
    Inline,
    Item,
    Paragraph,
    Quote,
    ReferenceSlot,
    Row,
    Table,
    TermUse,
    Text,
    ValueSlot,
    WritingLines,
)
from generator.diagnostics import Position
from generator.expressions.ast import Condition, ForEach, Path
from generator.frozen import dataclass, field
from generator.questions import Check, Choice, Computation, Derived, Kind, Question, Section

__all__ = [
    "BlankSlot",
    "Block",
    "Bullet",
    "Check",
    "Choice",
    "Computation",
    "Derived",
    "For",
    "Heading",
    "If",
    "Inline",
    "Item",
    "Kind",
    "Paragraph",
    "Question",
    "Quote",
    "ReferenceSlot",
    "Row",
    "Section",
    "Table",
    "TermUse",
    "Text",
    "ValueSlot",
    "WritingLines",
]
"""What stands in the modules of questions and clause text, and belongs to a library."""


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


@dataclass(frozen=True, slots=True)
class Clause:
    """``id`` is the path below ``clauses/`` without ``.md``: ``backup/herstel``.

    ``lanes``: its tables are drawn as well, each row in the lane that its second cell names. ``order``: the columns by
    which the rows of its tables stand.
    """

    id: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    version: int
    position: Position
    when: Condition | None = None
    nature: str | None = None
    subject: str | None = None
    basis: tuple[str, ...] = ()
    explanation: str | None = None
    to_check: bool = False
    source_hash: str = ""
    lanes: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


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
    """``about`` (``over:``): None reads answers; ``besluit`` one finding and its decision; ``dossier`` all findings.

    ``only_starting`` (``houdt_tegen: starten``): the offer may go out, the work may not begin.
    """

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
    only_starting: bool = False


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
class Division:
    """Records of a list that stand in one state each: per state the clauses that name those records.

    ``again``: headings under which records that stand elsewhere are named once more.
    """

    records: Path
    states: Mapping[str, tuple[str, ...]]
    position: Position
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """Everything, by id. ``decision`` holds the fields of a decision (``questionnaires/rubrieken/besluit.yaml``).

    ``absent_subjects``: topics without a clause on purpose, with the reason. ``sender``: the question that says
    whose papers these are; ``customer_signatories``: the list of who signs for the customer.
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
    absent_subjects: Mapping[str, str] = field(default_factory=dict)
    sender: Path | None = None
    customer_signatories: Path | None = None
    divisions: tuple[Division, ...] = ()


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
