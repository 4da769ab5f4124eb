"""Our own check of a btw-id, held against a library that is too slow to import for it."""

import random

from stdnum.nl import btw

from generator.dutch_codes import read_vat


def test_every_btw_id_is_judged_as_python_stdnum_judges_it() -> None:
    chance = random.Random(7)
    numbers = [f"NL{chance.randrange(10**9):09}B{chance.randrange(100):02}" for _ in range(5000)]
    numbers += [f"NL{n:09}B01" for n in range(1000)]
    valid = [n for n in numbers if btw.is_valid(n)]
    assert len(valid) > 100
    assert [n for n in numbers if read_vat(n) == n] == valid
