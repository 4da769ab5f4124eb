"""Which clauses divide the records of a list among them (``clauses/verdelingen.yaml``)."""

from collections.abc import Iterable, Sequence

from generator.expressions.names import Names
from generator.expressions.typecheck import LISTS
from generator.library import Division
from generator.loading.decode_questionnaires import unknown
from generator.loading.decode_questions import question_path
from generator.loading.problems import Problems
from generator.loading.schema_clauses import DivisionBlock


def decode_divisions(
    blocks: Iterable[DivisionBlock], names: Names, clauses: Sequence[str], problems: Problems
) -> tuple[Division, ...]:
    return tuple(d for block in blocks if (d := _division(block, names, clauses, problems)) is not None)


def _division(
    block: DivisionBlock, names: Names, clauses: Sequence[str], problems: Problems
) -> Division | None:
    path = question_path(block.records, names, problems)
    for name in (c for named in block.states.values() for c in named if c not in clauses):
        unknown("onbekende-clausule", "clausule", name, list(clauses), problems)
    if path is None:
        return None
    meaning = names.resolve(path)
    if meaning is None or meaning.kind not in LISTS:
        problems.add(
            "verkeerd-type",
            f"'{block.records}' is geen lijst: er is niets te verdelen",
            "noem een vraag van soort lijst of matrix",
            block.records.position,
            width=len(block.records),
        )
        return None
    states = {str(state): tuple(map(str, named)) for state, named in block.states.items()}
    return Division(path, states, block.records.position, tuple(map(str, block.again)))
