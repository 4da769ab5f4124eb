"""Seeded faults: each mutation of the bundled library is reported where it is, by its name, with its mend.

All faults of a batch are seeded at once, as a lawyer meets them; ``--diep`` seeds each in a library of its own as well.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from benchmarks import mutations_of_form, mutations_of_meaning
from benchmarks.mutation_kinds import ALL, LANGUAGE, Mutation, Place, plain_clauses
from generator.diagnostics import Diagnostic, Severity
from generator.library_checks import changed_since, language_of, proofs_of
from generator.lint.releases import units_of
from generator.loading.files import content_root, read_content
from generator.loading.load import read_library
from generator.loading.problems import Problems

LISTS = (mutations_of_form, mutations_of_meaning)
"""Reading them fills ``ALL``."""


@dataclass(frozen=True)
class Outcome:
    """``told``: what was said at that place, when it was not what was wanted."""

    mutation: Mutation
    found: bool
    place: str
    told: tuple[str, ...]


def original() -> dict[str, str]:
    return {path: data.decode("utf-8") for path, data in read_content(content_root()).items()}


def outcomes(mutations: Sequence[Mutation]) -> list[Outcome]:
    """Of faults seeded together in one copy of the library."""
    texts = original()
    plain = plain_clauses(texts)
    places = [m.apply(texts, plain) for m in mutations]
    found = diagnostics(texts, {m.batch for m in mutations})
    return [_outcome(m, place, texts, found) for m, place in zip(mutations, places, strict=True)]


def diagnostics(texts: dict[str, str], batches: set[str]) -> list[Diagnostic]:
    content = {path: text.encode("utf-8") for path, text in sorted(texts.items())}
    digest = hashlib.sha256(repr(sorted(texts.items())).encode()).hexdigest()
    library, found = read_library(content, digest)
    if library is not None and batches - {LANGUAGE}:
        found = [*found, *proofs_of(library, texts, deep=False)[0]]
    if library is not None and LANGUAGE in batches:
        before = original()
        released, _found = read_library({p: t.encode() for p, t in sorted(before.items())}, "")
        assert released is not None
        found = [*found, *changed_since(units_of(released, before), library, texts)]
    if LANGUAGE in batches:
        problems = Problems()
        for path, text in texts.items():
            problems.know_text(path, text)
        found = [*found, *language_of(texts, library, problems, own=False)[0]]
    return found


def _outcome(m: Mutation, place: Place, texts: dict[str, str], found: Iterable[Diagnostic]) -> Outcome:
    path, marker = place
    lines = {n for n, line in enumerate(texts.get(path, "").split("\n"), 1) if marker in line} or {1}
    here = [d for d in found if d.position and d.position.path == path and d.position.line in lines]
    hit = any(d.slug == m.slug and m.remedy in d.remedy for d in here)
    told = tuple(f"{d.slug}: {d.message} → {d.remedy}" for d in here)
    return Outcome(m, hit, f"{path}:{min(lines)}", told)


def batches(mutations: Iterable[Mutation] = ALL) -> list[list[Mutation]]:
    ordered = sorted(mutations, key=lambda m: m.batch)
    return [list(group) for _batch, group in groupby(ordered, key=lambda m: m.batch)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--diep", action="store_true", help="each fault in a library of its own")
    deep = parser.parse_args().diep
    clean = [d for d in diagnostics(original(), {"", LANGUAGE}) if d.severity is not Severity.HINT]
    seeded = [[m] for m in ALL] if deep else batches()
    done = [o for batch in seeded for o in outcomes(batch)]
    for o in done:
        print(f"{'✓' if o.found else '✗'} {o.mutation.slug:26} {o.mutation.name:44} {o.place}")
        print(
            *(f"    {line}" for line in o.told) if not o.found else (),
            sep="\n",
            end="\n" if not o.found else "",
        )
    hits = sum(o.found for o in done)
    print(
        f"\n{hits} of {len(done)} faults found, {len({o.mutation.slug for o in done})} slugs; untouched: {len(clean)} findings"
    )
    return 0 if hits == len(done) and not clean else 1


if __name__ == "__main__":
    sys.exit(main())
