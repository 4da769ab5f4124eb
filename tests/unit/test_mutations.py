"""Seeded faults are told where they are, by their name and with their mend: a sample, and with ``--diep`` all of them."""

import pytest

from benchmarks.mutation_kinds import ALL, MEANING, PROOF, SYNTAX
from benchmarks.mutations import LISTS, batches, outcomes


def missed(mutations):
    return [(o.mutation.name, o.place, o.told) for o in outcomes(mutations) if not o.found]


def test_there_are_sixty_faults_of_many_kinds() -> None:
    assert LISTS
    assert len(ALL) >= 60
    assert len({m.slug for m in ALL}) >= 50


@pytest.mark.parametrize("batch", [SYNTAX, MEANING, PROOF])
def test_sample_of_seeded_faults_is_told(batch: str) -> None:
    sample = [m for m in ALL if m.batch == batch][:4]

    assert missed(sample) == []


@pytest.mark.diep
@pytest.mark.parametrize("batch", batches(), ids=lambda batch: batch[0].batch)
def test_every_seeded_fault_is_told(batch) -> None:
    assert missed(batch) == []
