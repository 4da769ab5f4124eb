"""Names in what a situation expects: one that does not exist would make a ``geen_`` expectation true for ever."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.library import Library

ALL = "alle"
_SHORTEST_LIST = 12


def unknown_names(expected: Mapping[str, object], library: Library) -> Iterator[str]:
    """What is wrong with the names of findings, papers and clauses, in Dutch."""
    for name in ("meldingen", "geen_meldingen"):
        for key in _names(expected.get(name)):
            risk = key.partition("@")[0].partition("/")[0]
            if risk not in library.risks:
                yield f"{name}: er is geen risico '{risk}'; {_mend(risk, library.risks)}"
    for name in (
        "stukken",
        "geen_stukken",
        "concept",
        "clausules",
        "geen_clausules",
        "zinnen",
        "geen_zinnen",
    ):
        for paper in _names(expected.get(name)):
            if not _is_paper(paper, library):
                yield f"{name}: er is geen stuk '{paper}'; {_mend(paper, library.outlines)}"
    for name in ("clausules", "geen_clausules"):
        written = expected.get(name)
        for clauses in written.values() if isinstance(written, Mapping) else ():
            yield from (
                f"{name}: er is geen clausule '{c}'; {_mend(c, library.clauses)}"
                for c in _names(clauses)
                if c not in library.clauses and c.removeprefix("risicos/") not in library.risks
            )


def _is_paper(written: str, library: Library) -> bool:
    """A paper is named by its kind, or by its file: that begins with its kind."""
    return written == ALL or any(written == o or written.startswith(f"{o}-") for o in library.outlines)


def _names(written: object) -> Iterable[str]:
    if isinstance(written, str):
        return (written,)
    return [str(n) for n in written] if isinstance(written, list | tuple | Mapping) else ()


def _mend(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return f"bedoelt u '{near[0]}'?"
    listed = ", ".join(sorted(known)) if len(known) <= _SHORTEST_LIST else ""
    return f"kies uit {listed}" if listed else "zoek de naam met: zwartopwit bibliotheek lijst"
