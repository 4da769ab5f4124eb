"""What is asked: questions with their choices, derived values, checks, and the sections they stand in."""

from enum import StrEnum

from generator.diagnostics import Position
from generator.expressions.ast import Amount, Condition, Path
from generator.frozen import dataclass


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


@dataclass(frozen=True, slots=True)
class Choice:
    """An option. ``label`` is for the screen, ``in_document`` for papers (same as label when not given).

    ``purpose`` (``waarvoor``): one sentence for papers on what it is for.
    """

    id: str
    label: str
    in_document: str
    explanation: str | None = None
    without_effect: bool = False
    group: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question, or a field of a group, list or matrix (then ``when`` may read sibling fields by bare name).

    In a field's ``when`` a sibling is the path ``("@", "maker")``. ``common_noun``: what it names has no name of its own
    ("De website"), so that inside a sentence its article takes a small letter.
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
    common_noun: bool = False
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
