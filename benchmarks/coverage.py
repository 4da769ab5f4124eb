"""Branch coverage of the pure middle by the fast tests: what no test reaches, and the total."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.interleaved import ROOT

FAST = ("tests/unit", "tests/architecture")
sys.path.insert(0, str(ROOT / "tests" / "architecture"))


def main() -> int:
    """1 when a test fails or a branch is left."""
    files = pure_files()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "COVERAGE_FILE": str(Path(folder) / "coverage")}

        def run(*command: str, told: bool = True) -> subprocess.CompletedProcess[str]:
            place = None if told else subprocess.PIPE
            module = [sys.executable, "-m", *command]
            return subprocess.run(module, cwd=ROOT, env=environment, stdout=place, text=True, check=False)

        measured = ("--cov", "--cov-branch", "--cov-report=")
        tests = run("pytest", "-q", "-p", "no:cacheprovider", *measured, *FAST)
        only = f"--include={','.join(files)}"
        run("coverage", "report", only, "--skip-covered", "--show-missing")
        total = run("coverage", "report", only, "--format=total", told=False).stdout.strip()
    print(f"branch coverage of the pure middle, {len(files)} modules: {total} %")
    return 0 if tests.returncode == 0 and total == "100" else 1


def pure_files() -> list[str]:
    """The modules that the architecture test holds to be pure."""
    from test_house import PURE

    places = [ROOT.joinpath("generator", *name.split(".")) for name in PURE]
    files = (p / "__init__.py" if p.is_dir() else p.with_suffix(".py") for p in places)
    return [str(f.relative_to(ROOT)) for f in files]


if __name__ == "__main__":
    sys.exit(main())
