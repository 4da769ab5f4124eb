"""What the program reads of a decision by name stands in the library: a renamed field would silently count for nothing."""

import pytest

from generator.figures import AUTHORISED
from generator.findings import STATUS_OF_DECISION
from generator.library import Kind
from generator.loading.load import load_library

READ = {
    "besluit": Kind.CHOICE,
    "uiterlijk": Kind.DATE,
    "herzien_op": Kind.DATE,
    "reden": Kind.LONG_TEXT,
    "reden_bron": Kind.CHOICE,
    "afwijking.door": Kind.TEXT,
    "afwijking.reden": Kind.LONG_TEXT,
    "afwijking.vervangende_maatregel": Kind.TEXT,
    "afwijking.tot": Kind.DATE,
    "gewaarschuwd.datum": Kind.DATE,
    "gewaarschuwd.hoe": Kind.CHOICE,
    "alternatieven.omschrijving": Kind.TEXT,
    "alternatieven.prijs": Kind.MONEY,
    "alternatieven.per": Kind.CHOICE,
    "bevestigd_door.bevoegd": Kind.CHOICE,
}


@pytest.mark.parametrize(("name", "kind"), READ.items())
def test_a_field_that_the_program_reads_is_there_and_of_that_kind(name: str, kind: Kind) -> None:
    question, _, field = name.partition(".")
    found = load_library().decision.question(question)
    assert found is not None
    inner = found.field(field) if field else found
    assert inner is not None
    assert inner.kind is kind


def test_the_options_that_the_program_knows_are_there() -> None:
    decision = load_library().decision
    choices, confirmed = decision.question("besluit"), decision.question("bevestigd_door")
    assert choices is not None
    assert confirmed is not None
    authority = confirmed.field("bevoegd")
    assert authority is not None
    assert {c.id for c in choices.choices} == set(STATUS_OF_DECISION)
    assert set(AUTHORISED) < {c.id for c in authority.choices}


def test_the_library_says_who_signs_for_the_customer() -> None:
    """Read from the cache too: the second load comes from there."""
    for library in (load_library(), load_library()):
        section, question = library.customer_signatories or ("", "")
        asked = library.sections[section].question(question)
        assert asked is not None
        assert {"naam", "functie"} <= {f.id for f in asked.fields}
