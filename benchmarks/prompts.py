"""How many prompts a deal takes: every question that is asked, of records every field, of a matrix every row."""

from collections.abc import Collection
from pathlib import Path

from benchmarks.cases import (
    ADDITION,
    CASE_1,
    CASE_2,
    CASE_2_DIARY,
    CASE_3,
    CASE_4,
    CASE_5,
    CASE_6,
    MIGRATION,
    case_of,
    steps_of,
)
from generator.app import settings
from generator.expressions.ast import Path as Variable
from generator.facts import Facts
from generator.interview import Filter, Step, fields_that_apply
from generator.library import Kind, Library, Question
from generator.loading.load import load_library
from generator.profile import package_answers
from generator.values import Record, State, Value

PACKAGE = "plus"
DEALS = {
    "spoedklus, job": CASE_2,
    "spoedklus, diary": CASE_2_DIARY,
    "backup-aanbod, case 4": CASE_4,
    "it-beheer, case 1": CASE_1,
    "it-beheer, case 3": CASE_3,
    "it-beheer, case 5": CASE_5,
    "it-beheer, case 6": CASE_6,
    "migratie": MIGRATION,
    "aanvulling": ADDITION,
}
COLUMNS = {"everything": 12, "with package": 14, "with profile": 14, "at the table": 14}
AT_THE_TABLE = Filter(frozenset({"aan_tafel"}), customer=True)


def main() -> int:
    library = load_library()
    package = set(package_answers(library.packages[PACKAGE], library))
    head = "".join(f"{title:>{width}}" for title, width in COLUMNS.items())
    print(f"{'questions / prompts':<22}{head}")
    for name, file in DEALS.items():
        tell(name, file, library, package)
    return 0


def tell(name: str, file: Path, library: Library, package: Collection[Variable]) -> None:
    """One line. The profile holds everything that a supplier answers once, so also what a package would fill in."""
    case = case_of(file, library)
    facts = Facts(library, case.questionnaire, case.answers, settings().today)
    asked = [s for s in steps_of(library, case) if s.visible]
    with_package = [s for s in asked if s.path not in package]
    with_profile = [s for s in asked if not s.question.from_supplier]
    table = [s for s in with_profile if AT_THE_TABLE.admits(s.question)]
    counted = (count(steps, facts) for steps in (asked, with_package, with_profile, table))
    line = "".join(f"{text:>{width}}" for text, width in zip(counted, COLUMNS.values(), strict=True))
    print(f"{name:<22}{line}")


def count(steps: list[Step], facts: Facts) -> str:
    return f"{len(steps)} / {sum(prompts(s.question, s.value, facts) for s in steps)}"


def prompts(question: Question, value: Value | State, facts: Facts) -> int:
    """One for a single question or an empty list; of records the sum over their fields."""
    match value:
        case Record() if question.kind is Kind.GROUP:
            return _of_record(question, value, facts)
        case tuple() if question.kind in (Kind.LIST, Kind.MATRIX) and value:
            return sum(_of_record(question, row, facts) for row in value if isinstance(row, Record))
        case _:
            return 1


def _of_record(question: Question, record: Record, facts: Facts) -> int:
    fields = fields_that_apply(question, record, facts)
    return sum(prompts(f, record.values.get(f.id, State.OPEN), facts) for f in fields)


if __name__ == "__main__":
    raise SystemExit(main())
