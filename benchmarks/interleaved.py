"""Subjects measured in turn, so that a busy moment of the machine strikes them all alike; medians and ratios."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = (sys.executable, "-c", "from generator.cli import main; raise SystemExit(main())")
"""What the installed command does."""

Measure = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Target:
    """A subject's time as a multiple of another's: the most that is good enough."""

    subject: str
    against: str
    at_most: float


def environment(home: Path) -> dict[str, str]:
    """One for all subjects: compiled modules are used, and nothing of the user's own is read or written."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
        "ZWARTOPWIT_CACHE": str(home / "cache"),
        "ZWARTOPWIT_PROFIEL": str(home / "profiel"),
        "ZWARTOPWIT_DOSSIERS": str(home / "dossiers"),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
    }


def rounds_asked(default: int) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=default, help="how often each subject is measured")
    rounds: int = parser.parse_args().rounds
    return rounds


def in_turn(subjects: Mapping[str, Measure], rounds: int) -> dict[str, list[float]]:
    """Milliseconds per subject, round by round, after one round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for n in range(rounds + 1):
        for name, measure in subjects.items():
            milliseconds = measure() * 1000
            if n:
                times[name].append(milliseconds)
    return times


def report(times: Mapping[str, list[float]], against: str, targets: tuple[Target, ...] = ()) -> int:
    """Print a line per subject and per target; the exit code tells whether every target was met."""
    for name, found in times.items():
        ratio = ratio_of(times, name, against)
        print(
            f"{name:<40} {median(found):7.0f} ms  {ratio:5.2f} x {against}  ({min(found):.0f} to {max(found):.0f})"
        )
    missed = [t for t in targets if ratio_of(times, t.subject, t.against) > t.at_most]
    for t in targets:
        verdict = "missed" if t in missed else "met"
        found_ratio = ratio_of(times, t.subject, t.against)
        print(f"target: {t.subject} at most {t.at_most} x {t.against}: {found_ratio:.2f}, {verdict}")
    return 1 if missed else 0


def ratio_of(times: Mapping[str, list[float]], subject: str, against: str) -> float:
    """The median over the rounds of one subject's time divided by the other's in the same round."""
    return median(a / b for a, b in zip(times[subject], times[against], strict=True))
