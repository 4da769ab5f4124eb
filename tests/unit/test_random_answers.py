"""``controleer --diep``: random answers are tried, what went wrong is told with its answers, what was not seen is named."""

from pathlib import Path

from answering import TODAY
from test_bad_libraries import BAD
from test_finding_examples import broken

from generator.answers import Case
from generator.library_checks import checked
from generator.lint.claims import Claims
from generator.trying.example_files import ExampleFiles
from generator.trying.examples import Trying
from generator.trying.random_sets import FAILED, outcome, random_case, today_of, told, tried
from generator.values import State


def test_the_same_set_is_tried_again() -> None:
    library = broken("zonder-gevolg")

    first, second = (random_case(library, "proef", 3) for _ in range(2))

    assert first == second
    assert first != random_case(library, "proef", 4)


def test_nothing_is_wrong_with_a_library_that_holds() -> None:
    library = broken("zonder-gevolg")

    trial = tried(library, 10)

    assert trial.faults == ()
    assert trial.sets == 10
    assert trial.clauses == {"algemeen/proef"}
    assert told(trial, library) == (
        "Met toeval geprobeerd: 10 volledig ingevulde vragenlijsten. Daaruit kwamen 1 van de 1 clausules en 0 van de 0 risico's."
    )


def test_an_amount_that_is_not_known_is_found_where_it_is_printed() -> None:
    """The loader refuses this library; that chance finds the same says that chance looks well."""
    library = broken("bewaking-ontbreekt")

    trial = tried(library, 10)

    assert 0 < len(trial.faults) < 10
    for finding, case in trial.faults:
        assert finding.slug == FAILED
        assert "staat een lege plek waar 'zaak.prijs' moet staan" in finding.message
        assert case.answers["zaak", "prijs"] is State.UNKNOWN


def test_a_reference_to_what_is_not_there_is_found() -> None:
    library = broken("verwijzing-naar-afwezig")

    found = {d.message.partition(": ")[2] for d, _case in tried(library, 10).faults}

    assert found == {"een verwijzing wijst naar iets wat er niet is"}


def test_the_answers_of_a_trial_that_failed_are_written_without_what_does_not_matter(tmp_path: Path) -> None:
    library = broken("bewaking-ontbreekt")
    finding, _case = tried(library).faults[0]

    shown = ExampleFiles(Trying(library, TODAY), Claims(), tmp_path).beside(finding)

    text = Path(str(shown.example)).read_text("utf-8")
    assert text.splitlines()[2:] == [
        "vragenlijst: proef",
        "vorm: 1",
        "antwoorden:",
        "  zaak:",
        "    prijs: onbekend",
    ]
    assert outcome(library, Case("proef", {("zaak", "prijs"): State.UNKNOWN}))[1]


def test_a_clause_that_chance_never_met_is_named() -> None:
    library = broken("clausule-onbereikbaar")

    assert told(tried(library, 5), library).endswith("Niet gezien: algemeen/dood.")


def test_only_deep_tries_at_random() -> None:
    root = BAD / "zonder-gevolg"

    _found, plain = checked(root, (), language=False, coverage=False)
    _found, deep = checked(root, (), language=False, coverage=False, deep=True)

    assert not [line for line in plain if line.startswith("Met toeval")]
    assert [line for line in deep if line.startswith("Met toeval geprobeerd: 20 ")]
    assert today_of(broken("zonder-gevolg"))
