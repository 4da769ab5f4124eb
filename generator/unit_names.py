"""The unit that a user means: by its id, or by its kind and id."""

from collections.abc import Iterable

from generator.diagnostics import MisuseError
from generator.library import Library


def all_units(library: Library) -> tuple[str, ...]:
    """Every unit by its full name, in the order of the library."""
    return tuple(_names(library))


def _names(library: Library) -> Iterable[str]:
    for section in library.sections.values():
        yield from (f"vraag:{section.id}.{q.id}" for q in section.questions)
        yield from (f"afgeleid:{section.id}.{d.id}" for d in section.derived)
    yield from (f"risico:{name}" for name in library.risks)
    yield from (f"clausule:{name}" for name in library.clauses)
    yield from (f"begrip:{name}" for name in library.terms)
    yield from (f"document:{name}" for name in library.outlines)


def named_unit(library: Library, written: str) -> str:
    """Raises MisuseError when it is no unit, or may be more than one."""
    names = all_units(library)
    found = [n for n in names if written in (n, n.partition(":")[2])]
    if len(found) == 1:
        return found[0]
    if found:
        raise MisuseError(f"‘{written}’ kan meer zijn.", f"Kies uit: {', '.join(found)}.")
    near = _nearest(written, [*names, *(n.partition(":")[2] for n in names), *library.questionnaires])
    mend = f"Bedoelt u ‘{near}’?" if near else "Kijk in zwartopwit bibliotheek lijst hoe het heet."
    raise MisuseError(f"Er is geen ‘{written}’ in de bibliotheek.", mend)


def _nearest(written: str, names: list[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(written, names, n=1, cutoff=0.6)), None)
