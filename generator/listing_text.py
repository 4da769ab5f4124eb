"""The list of units as lines for the screen."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from generator.listing import Entry

_MOST_USES = 3


def of_list(listed: Sequence[Entry], width: int) -> Iterator[str]:
    """A line for what it is, and one for where it is used."""
    for e in listed:
        layer = "" if e.layer == "bibliotheek" else f", laag {e.layer}"
        check = ", te controleren" if e.to_check else ""
        head = f"{e.kind} {e.id}  (versie {e.version}{layer}{check})"
        yield head
        title = shorten(e.title, max(30, width - 4), placeholder=" …")
        yield f"    {title}" if title != e.id else "    (zonder titel)"
        yield f"    in: {_uses(e)}" if e.used_in else "    nergens gebruikt"
    yield f"{len(listed)} {'eenheid' if len(listed) == 1 else 'eenheden'}"


def _uses(e: Entry) -> str:
    names = [n.partition(":")[2] for n in e.used_in]
    more = len(names) - _MOST_USES
    return ", ".join(names[:_MOST_USES]) + (f" en nog {more}" if more > 0 else "")
