"""Expressions in YAML values: read in place, with their problems taken over."""

from generator.diagnostics import LibraryError
from generator.expressions.ast import Condition, ForEach, Path
from generator.expressions.names import Names
from generator.library import Computation, Kind
from generator.loading.located import Scalar
from generator.loading.problems import Problems


def dotted(text: str) -> Path:
    return tuple(text.strip().split("."))


def condition_of(source: Scalar | None, names: Names, problems: Problems) -> Condition | None:
    if source is None:
        return None
    from generator.expressions.parsing import parse_condition

    try:
        return parse_condition(str(source), names, source.position)
    except LibraryError as error:
        problems.take(error.diagnostics)
        return None


def loop_of(source: Scalar | None, names: Names, problems: Problems) -> ForEach | None:
    if source is None:
        return None
    from generator.expressions.parsing import parse_loop

    try:
        return parse_loop(str(source), names, source.position)
    except LibraryError as error:
        problems.leave_unread(str(source).split()[0], error.diagnostics)
        return None


def value_of(source: Scalar, names: Names, kind: Kind, problems: Problems) -> Condition | Computation | None:
    """What a derived variable is: a condition for kind waar, else a computation."""
    from generator.expressions.parsing import parse_computation

    try:
        return parse_computation(str(source), names, source.position, kind)
    except LibraryError as error:
        problems.take(error.diagnostics)
        return None
