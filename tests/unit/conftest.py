"""Running the command: in an empty folder, with no cases and no profile; the parsed library is shared by all tests."""

from pathlib import Path

import pytest
from command import Process, Run, Seen, called
from command import process as in_a_process


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def empty_folder(
    _own_folders: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shared_cache: Path
) -> Path:
    monkeypatch.setenv("ZWARTOPWIT_CACHE", str(shared_cache))
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
