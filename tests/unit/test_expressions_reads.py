"""What an expression needs to be asked before it means something."""

from generator.expressions.ast import And, Known, Not, OneOf, Or, Path, Truth
from generator.expressions.reads import needed, variables

MADE: Path = ("backup", "zelf_gemaakt")
MOVES: Path = ("migratie", "uitvoering")
MOVED = OneOf(MOVES, ("leverancier",))


def test_what_stands_beside_is_bekend_may_be_asked_elsewhere() -> None:
    guarded = And((Known(MADE), Truth(MADE)))
    assert needed(guarded) == frozenset()
    assert needed(Or((guarded, MOVED))) == {MOVES}
    assert variables(guarded) == {MADE}


def test_only_its_own_and_guards_it() -> None:
    assert needed(Or((Known(MADE), Truth(MADE)))) == {MADE}
    assert needed(And((Known(MADE, negated=True), Truth(MADE)))) == {MADE}
    assert needed(And((Known(MADE), Truth(MADE), MOVED))) == {MOVES}
    assert needed(And((Known(MADE), Not(Or((Truth(MADE), MOVED)))))) == {MOVES}
