"""When a finding holds up a paper, and who may read it."""

import pytest

from generator.findings import STATUS_OF_DECISION, WAY_OUT_OF_DECISION, Finding, Status
from generator.library import Aspect, Level


def finding(level: Level, status: Status, aspect: Aspect = Aspect.MATTER) -> Finding:
    return Finding("gevaar", "gevaar", "Gevaar", "", aspect, level, status)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("level", list(Level))
def test_only_what_is_serious_and_open_incomplete_or_refused_blocks(level: Level, status: Status) -> None:
    expected = level in ("ernstig", "stop") and status in ("open", "onvolledig", "geweigerd")
    assert finding(level, status).blocking is expected


@pytest.mark.parametrize("aspect", list(Aspect))
def test_the_customer_reads_only_what_is_in_his_own_situation(aspect: Aspect) -> None:
    assert finding(Level.SERIOUS, Status.OPEN, aspect).for_customer is (aspect == "zaak")


def test_every_decision_has_a_status_and_the_way_out_that_allows_it() -> None:
    assert STATUS_OF_DECISION.keys() == WAY_OUT_OF_DECISION.keys()
