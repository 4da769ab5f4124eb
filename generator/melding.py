"""A finding as the record that conditions and clauses read under the name ``melding``."""

from collections.abc import Mapping
from datetime import date

from generator.answers import EMPTY_RECORD, Decision
from generator.figures import figures
from generator.findings import Finding, Substantiation
from generator.library import Question
from generator.values import Record, State, Value


def decision_record(decision: Decision | None, today: date, too_thin: tuple[str, ...]) -> Record:
    """The fields of a decision with its derived figures; every field is open when there is none."""
    fields = decision.fields if decision else EMPTY_RECORD
    return Record(fields.id, {**fields.values, **figures(fields, today, too_thin)})


def taken_record(
    decision: Decision | None, fields: tuple[Question, ...], today: date, too_thin: tuple[str, ...]
) -> Record:
    """As ``decision_record``, but a decision that was taken is finished: what it does not say is not known."""
    record = decision_record(decision, today, too_thin)
    if decision is None:
        return record
    return Record(record.id, {**{f.id: State.UNKNOWN for f in fields}, **record.values})


def as_record(finding: Finding, decision: Record) -> Record:
    """``decision`` is what ``decision_record`` made for this finding."""
    values: Mapping[str, Value | State] = {
        "risico": finding.risk,
        "regel": finding.rule or State.NOT_ASKED,
        "titel": finding.title,
        "maatregel": finding.measure or finding.title,
        "aard": finding.aspect.value,
        "niveau": finding.level.value,
        "soort": finding.stop_kind.value if finding.stop_kind else State.NOT_ASKED,
        "verzwaard": finding.heightened,
        "afgeweken": finding.stepped_down,
        "voor": finding.record or finding.about or State.NOT_ASKED,
        "record_naam": finding.record_name or State.NOT_ASKED,
        "status": finding.status.value,
        "besluit": decision,
        **_substantiation(finding.substantiation),
    }
    return Record(finding.key, values)


def _substantiation(substantiation: Substantiation) -> Mapping[str, Value | State]:
    return {
        "ontbreekt": tuple(
            Record(str(n), {"tekst": lack.text, "doen": lack.remedy})
            for n, lack in enumerate(substantiation.lacking)
        ),
        "aanwezig_feiten": tuple(Record(str(n), {"tekst": t}) for n, t in enumerate(substantiation.present)),
    }
