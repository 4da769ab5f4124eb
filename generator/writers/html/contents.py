"""The table of contents."""

from collections.abc import Sequence

from generator.frozen import dataclass
from generator.writers.html.markup import Markup, tag

FEWEST = 4
"""Of fewer headings no table is made: the reader sees them at a glance."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the first rank. ``part``: the heading of a part of the document, over the entries after it."""

    place: str
    title: str
    number: str = ""
    accepted: bool = False
    part: bool = False


def contents(entries: Sequence[Entry]) -> Markup:
    if len(entries) < FEWEST:
        return Markup()
    heading = tag("h2", "Inhoud", id="inhoud")
    closed = tag("details", tag("summary", "Inhoud"), _list(entries))
    # beside the text it scrolls by itself, and must do so by keyboard too
    return tag("nav", heading, closed, class_="inhoud", aria_labelledby="inhoud", tabindex=0)


def _list(entries: Sequence[Entry]) -> Markup:
    return tag("ol", *(_entry(e) for e in entries), role="list")


def _entry(entry: Entry) -> Markup:
    number = tag("span", f"{entry.number} ", class_="nr") if entry.number else Markup()
    # the space stands outside the mark, which is a block of its own and would lose it
    mark = (" ", tag("span", "(aanvaard risico)", class_="aanvaard")) if entry.accepted else ()
    link = tag("a", number, tag("span", entry.title, *mark), href=f"#{entry.place}")
    return tag("li", link, class_="deel" if entry.part else None)
