"""Every risk has a situation that raises it, one that ends it, and another in which it must stay silent.

``zwartopwit test`` plays the situations; this holds that there are enough of them, so that no risk is a false alarm.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.findings import Status
from generator.library import Aspect, Library
from generator.loading.load import load_library

FOLDER = Path(__file__).parents[1] / "situaties"
ENDED = {s.value for s in (Status.SOLVED, Status.LATER, Status.OUT_OF_SCOPE, Status.ACCEPTED, Status.BOARD)}


class Named:
    """Per risk the situations that name it: raised, ended by a decision or by a solved fact, or silent."""

    def __init__(self) -> None:
        self.files = {p.stem: yaml.safe_load(p.read_text("utf-8")) for p in FOLDER.glob("*.yaml")}
        self.raised: dict[str, set[str]] = {}
        self.ended: dict[str, set[str]] = {}
        self.silent: dict[str, set[str]] = {}
        for file, text in self.files.items():
            expected = text.get("verwacht") or {}
            for key, wanted in (expected.get("meldingen") or {}).items():
                side = self.ended if (wanted or {}).get("status") in ENDED else self.raised
                side.setdefault(_risk(key), set()).add(file)
            for key in expected.get("geen_meldingen") or []:
                self.silent.setdefault(_risk(key), set()).add(file)

    def mended(self, risk: str) -> set[str]:
        """Situations without the finding that change only the answers of one that has it."""
        raised = self.raised.get(risk, set())
        return {s for s in self.silent.get(risk, set()) if raised & set(self._bases(s))}

    def _bases(self, file: str) -> Iterator[str]:
        base = self.files[file].get("basis")
        while base:
            yield base
            base = self.files[base].get("basis")


def _risk(key: str) -> str:
    return key.split("/", maxsplit=1)[0].split("@", maxsplit=1)[0]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def named() -> Named:
    return Named()


def test_every_risk_is_raised_in_a_situation(library: Library, named: Named) -> None:
    assert sorted(set(library.risks) - set(named.raised)) == []


def test_every_risk_but_context_is_ended_in_a_situation(library: Library, named: Named) -> None:
    """Context is never decided: it only changes others."""
    ends = {r for r, risk in library.risks.items() if risk.aspect is not Aspect.CONTEXT}
    assert sorted(r for r in ends if not named.ended.get(r) and not named.mended(r)) == []


def test_every_risk_stays_silent_in_a_situation_that_is_not_the_one_that_ends_it(
    library: Library, named: Named
) -> None:
    def nearby(risk: str) -> int:
        spent = 0 if named.ended.get(risk) or library.risks[risk].aspect is Aspect.CONTEXT else 1
        return len(named.silent.get(risk, set())) - spent

    assert sorted(r for r in library.risks if nearby(r) < 1) == []


def test_every_risk_that_a_situation_names_exists(library: Library, named: Named) -> None:
    assert sorted(({*named.raised, *named.ended, *named.silent}) - set(library.risks)) == []
