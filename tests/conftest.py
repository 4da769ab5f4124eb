"""Shared test set-up: ``--diep`` runs the same tests with the large numbers."""

import os
from pathlib import Path

import pytest
from command import Process, Run, Seen, called
from command import process as in_a_process
from hypothesis import HealthCheck, settings

from generator.loading.load import load_library

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-21"
"""For every command in every test: the examples have days in them, and time goes on."""

settings.register_profile(
    "gewoon", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "diep", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--diep", action="store_true", help="run with the large numbers")


def pytest_configure(config: pytest.Config) -> None:
    deep = bool(config.getoption("--diep"))
    settings.load_profile("diep" if deep else "gewoon")
    if deep:
        os.environ["ZWARTOPWIT_DIEP"] = "1"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--diep"):
        return
    skip = pytest.mark.skip(reason="large numbers: run with --diep")
    for item in items:
        if item.get_closest_marker("diep"):
            item.add_marker(skip)


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the parsed library: reading it anew takes seconds. From the start, for fixtures of a whole module too."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["ZWARTOPWIT_CACHE"] = str(folder)
    os.environ["ZWARTOPWIT_VANDAAG"] = TODAY
    load_library()
    return folder


@pytest.fixture(autouse=True)
def _own_folders(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, shared_cache: Path
) -> None:
    """No test reads or writes the user's profile, cache or output."""
    home = tmp_path_factory.mktemp("thuis")
    monkeypatch.setenv("ZWARTOPWIT_PROFIEL", str(home / "profiel"))
    monkeypatch.setenv("ZWARTOPWIT_CACHE", str(shared_cache))
    monkeypatch.setenv("ZWARTOPWIT_DOSSIERS", str(home / "dossiers"))


# --- the command: in an empty folder, with no cases and no profile ------------------------------------------------------


@pytest.fixture
def empty_folder(_own_folders: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.delenv("ZWARTOPWIT_DOSSIERS", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], empty_folder: Path) -> Run:
    """The command in process."""

    def running(*words: str | Path) -> Seen:
        code = called(*words)
        shown = capsys.readouterr()
        return Seen(code, shown.out, shown.err)

    return running


@pytest.fixture
def process(empty_folder: Path) -> Process:
    """The command as a process of its own."""
    return in_a_process


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything must run, a test that was skipped because its program is absent is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not os.environ.get("ZWARTOPWIT_ALLES") or reporter is None:
        return
    absent = [r for r in reporter.stats.get("skipped", []) if "is absent" in str(r.longrepr)]
    if absent:
        reporter.write_line(f"{len(absent)} tests skipped because a program is absent")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
