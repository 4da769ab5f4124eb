"""What can be read everywhere besides answers: ``vandaag``, ``dossier``, ``document``, ``meldingen`` and ``melding``."""

from collections.abc import Mapping, Sequence

from generator.diagnostics import Position
from generator.library import Aspect, Choice, Kind, Level, Question, Section, StopKind

BUILT_IN = Position("(ingebouwd)")
ROOTS = ("vandaag", "dossier", "document", "meldingen", "melding")
DECISION = "besluit"
STATUSES = (
    "open",
    "onvolledig",
    "later",
    "buiten_opdracht",
    "aanvaard",
    "geweigerd",
    "besluit_directie",
    "opgelost",
)
DECIDED_BY_STATUS: Mapping[str, str] = {
    "onvolledig": "aanvaard",
    "aanvaard": "aanvaard",
    "later": "later",
    "buiten_opdracht": "buiten_opdracht",
    "geweigerd": "geweigerd",
    "besluit_directie": "besluit_directie",
}
"""A finding with this status has a decision whose ``besluit`` is this option."""

YES_NO_CHOICES = (
    Choice("ja", "Ja", "ja"),
    Choice("nee", "Nee", "nee"),
    Choice("weet_ik_niet", "Weet ik niet", "niet bekend"),
)
DON_T_KNOW = frozenset({"weet_ik_niet", "onbekend"})
"""Options that mean nobody knows: they never count as no, so conditions must name them."""

FIGURES = (
    "reden_letters",
    "reden_woorden",
    "waarschuwing_dagen",
    "waarschuwing_kanalen",
    "alternatieven_met_prijs",
    "dagen_tot_herzien",
)
JUDGEMENTS = ("bevoegd", "reden_mager")


def built_in(
    decision: Section, risk_ids: Sequence[str], questionnaires: Sequence[str], documents: Sequence[str]
) -> dict[str, Question]:
    """The roots by name, as questions, so that they resolve and type-check like any answer."""
    fields = _finding_fields(decision, risk_ids)
    return {
        "vandaag": _question("vandaag", Kind.DATE),
        "dossier": _question(
            "dossier",
            Kind.GROUP,
            fields=(
                _question("vragenlijst", Kind.CHOICE, choices=_choices(questionnaires)),
                _question("kenmerk", Kind.TEXT, at_signing=True),
                _question("aanvaard_ernstig", Kind.NUMBER),
                _question("naam", Kind.TEXT, at_signing=True),
                _question(
                    "na_te_kijken",
                    Kind.LIST,
                    fields=(_question("tekst", Kind.TEXT), _question("stuk", Kind.TEXT)),
                    may_be_empty=True,
                ),
                _question(
                    "afwezig",
                    Kind.LIST,
                    fields=(_question("onderwerp", Kind.TEXT), _question("reden", Kind.TEXT)),
                    may_be_empty=True,
                ),
            ),
        ),
        "document": _question(
            "document",
            Kind.GROUP,
            fields=(_question("id", Kind.CHOICE, choices=_choices(documents)), _question("titel", Kind.TEXT)),
        ),
        "meldingen": _question("meldingen", Kind.LIST, fields=fields),
        "melding": _question("melding", Kind.GROUP, fields=fields),
    }


def _finding_fields(decision: Section, risk_ids: Sequence[str]) -> tuple[Question, ...]:
    return (
        _question("risico", Kind.CHOICE, choices=_choices(risk_ids)),
        _question("regel", Kind.TEXT, may_be_empty=True),
        _question("titel", Kind.TEXT),
        _question("maatregel", Kind.TEXT),
        _question("aard", Kind.CHOICE, choices=_choices([a.value for a in Aspect])),
        _question("niveau", Kind.CHOICE, choices=_choices([level.value for level in Level])),
        _question("soort", Kind.CHOICE, choices=_choices([s.value for s in StopKind]), may_be_empty=True),
        _question("verzwaard", Kind.TRUTH),
        _question("afgeweken", Kind.TRUTH),
        _question("voor", Kind.TEXT, may_be_empty=True),
        _question("record_naam", Kind.TEXT, may_be_empty=True),
        _question("status", Kind.CHOICE, choices=_choices(STATUSES)),
        _question(DECISION, Kind.GROUP, fields=_decision_fields(decision)),
        _question(
            "ontbreekt",
            Kind.LIST,
            fields=(_question("tekst", Kind.TEXT), _question("doen", Kind.TEXT)),
            may_be_empty=True,
        ),
        _question("aanwezig_feiten", Kind.LIST, fields=(_question("tekst", Kind.TEXT),), may_be_empty=True),
    )


def _decision_fields(decision: Section) -> tuple[Question, ...]:
    return (
        *decision.questions,
        *(_question(name, Kind.NUMBER) for name in FIGURES),
        *(_question(name, Kind.TRUTH) for name in JUDGEMENTS),
    )


def _choices(ids: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice(i, i, i.replace("_", " ")) for i in ids)


def _question(
    name: str,
    kind: Kind,
    *,
    choices: tuple[Choice, ...] = (),
    fields: tuple[Question, ...] = (),
    may_be_empty: bool = False,
    at_signing: bool = False,
) -> Question:
    """``at_signing``: a place to fill in where it is not known yet, as the name of a case that has no folder."""
    return Question(
        name,
        kind,
        name,
        BUILT_IN,
        choices=choices,
        fields=fields,
        may_be_empty=may_be_empty,
        at_signing=at_signing,
    )
