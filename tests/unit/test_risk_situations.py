"""Every risk has a situation that raises it, one that ends it, and another in which it must stay silent.

``zwartopwit test`` plays the situations; this holds that there are enough of them, so that no risk is a false alarm.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from generator.findings import Status
from generator.library import Aspect, Library
from generator.loading.load import load_library

FOLDER = Path(__file__).parents[1] / "situaties"
ENDED = {s.value for s in (Status.SOLVED, Status.LATER, Status.OUT_OF_SCOPE, Status.ACCEPTED, Status.BOARD)}


Side = Callable[[Library, "Named"], set[str]]


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


def raised(library: Library, named: Named) -> set[str]:
    return set(library.risks) & set(named.raised)


def ended(library: Library, named: Named) -> set[str]:
    """Context is never decided: it only changes others."""
    return {r for r in library.risks if named.ended.get(r) or named.mended(r) or is_context(library, r)}


def silent(library: Library, named: Named) -> set[str]:
    """In a situation that is not the one that ends it."""

    def nearby(risk: str) -> int:
        spent = 0 if named.ended.get(risk) or is_context(library, risk) else 1
        return len(named.silent.get(risk, set())) - spent

    return {r for r in library.risks if nearby(r) >= 1}


def is_context(library: Library, risk: str) -> bool:
    return library.risks[risk].aspect is Aspect.CONTEXT


@pytest.mark.parametrize("side", [raised, ended, silent])
def test_every_risk_is_raised_and_ended_and_stays_silent_somewhere(
    side: Side, library: Library, named: Named
) -> None:
    assert sorted(set(library.risks) - side(library, named)) == []


def test_every_risk_that_a_situation_names_exists(library: Library, named: Named) -> None:
    assert sorted(({*named.raised, *named.ended, *named.silent}) - set(library.risks)) == []
