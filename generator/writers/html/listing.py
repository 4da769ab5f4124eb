"""The whole library on one page to look things up in: text with all branches, conditions, uses, and what situations reach."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from generator.frozen import dataclass
from generator.listing import Entry, Part
from generator.writers.html.contents import Entry as Heading
from generator.writers.html.contents import contents
from generator.writers.html.markup import Markup, joined, tag

KINDS = {
    "vraag": "Vragen",
    "risico": "Risico’s",
    "clausule": "Clausules",
    "begrip": "Begrippen",
    "document": "Stukken",
}
MAIN, FIELD, FORM, STATUS = "lijst", "zoek", "zoeken", "gevonden"
_MOST_SITUATIONS = 6
_STANDS_IN = {"vraag": "Gevraagd in", "begrip": "Gebruikt in", "document": "Gemaakt in"}
"""The names by which the script knows its form."""


@dataclass(frozen=True, slots=True)
class Reached:
    """``situations``: by unit (``optie:backup.herstel=vast`` too) the situations that reach it; None: none were played."""

    situations: Mapping[str, tuple[str, ...]] | None = None
    played: int = 0


@dataclass(frozen=True, slots=True)
class About:
    title: str
    known: tuple[str, ...]


def write_listing(listed: Sequence[Entry], about: About, reached: Reached, style: str, script: str) -> bytes:
    """The same bytes for the same library and situations. ``style`` is CSS, ``script`` searches."""
    places = {e.unit: _place(e.unit) for e in listed}
    titles = {e.unit: e.title for e in listed}
    writing = _Writing(places, titles, reached)
    page = tag(
        "html",
        _head(about, style, script),
        tag(
            "body",
            tag("a", "Naar de lijst", href=f"#{MAIN}", class_="sla-over"),
            tag("header", tag("p", *(tag("span", k) for k in about.known), class_="herkomst")),
            contents(list(_headings(listed))),
            tag("main", _title(about, listed, reached), *writing.kinds(listed), id=MAIN, tabindex=-1),
            tag("footer", tag("p", " · ".join((about.title, *about.known)))),
            tag("script", Markup(script)),
            class_="stuk bibliotheek",
        ),
        lang="nl",
    )
    return f"<!doctype html>\n{page}\n".encode()


def _head(about: About, style: str, script: str) -> Markup:
    """The policy lets in this style and this script by their hashes, and nothing else."""
    sheet = Markup(f"\n{style.strip()}\n")
    policy = (
        f"default-src 'none'; style-src '{_hash(sheet)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", about.title),
        tag("style", sheet),
    )


def _hash(written: str) -> str:
    return f"sha256-{b64encode(sha256(written.encode()).digest()).decode()}"


def _place(unit: str) -> str:
    return "e-" + "".join(c if c.isalnum() else "-" for c in unit)


def _headings(listed: Sequence[Entry]) -> Iterator[Heading]:
    for kind, units in groupby(listed, lambda e: e.kind):
        yield Heading(f"soort-{kind}", KINDS[kind], part=True)
        for (group, title), _units in groupby(units, _group):
            if group:
                yield Heading(f"groep-{kind}-{group}", title)


def _group(e: Entry) -> tuple[str, str]:
    return e.group, e.group_title or e.group.replace("-", " ").capitalize()


def _title(about: About, listed: Sequence[Entry], reached: Reached) -> Markup:
    counts = " · ".join(
        f"{sum(e.kind == kind for e in listed)} {name.lower()}"
        for kind, name in KINDS.items()
        if any(e.kind == kind for e in listed)
    )
    field = tag("input", id=FIELD, type="search", autocomplete="off", spellcheck="false")
    form = tag(
        "form",
        tag("label", "Zoek in id, titel, tekst, bron en situaties", for_=FIELD),
        field,
        tag("p", "", id=STATUS, role="status"),
        id=FORM,
        role="search",
        hidden=True,
    )
    return tag(
        "div", tag("h1", about.title), tag("p", counts), _coverage(listed, reached), form, class_="titelblok"
    )


def _coverage(listed: Sequence[Entry], reached: Reached) -> Markup:
    if reached.situations is None:
        return tag("p", "De dekking door situaties staat er niet bij: er zijn er geen nagespeeld.")
    kinds = ("vraag", "risico", "clausule")
    rows = [
        tag(
            "tr",
            tag("th", KINDS[kind], scope="row"),
            tag("td", str(len(units))),
            tag("td", str(len(units) - len(bare))),
            tag("td", _links(bare)),
        )
        for kind in kinds
        if (units := [e for e in listed if e.kind == kind]) is not None
        for bare in [[e for e in units if e.unit not in reached.situations]]
    ]
    names = ("Soort", "Aantal", "Geraakt", "Niet geraakt")
    head = tag("thead", tag("tr", *(tag("th", n, scope="col") for n in names)))
    caption = tag("caption", f"Wat de {reached.played} situaties raken")
    return tag("table", caption, head, tag("tbody", *rows), class_="dekking")


MOST_IN_SIGHT = 12
"""More than this, as over a layer with few situations of its own, would push the library itself off the screen."""


def _links(units: Sequence[Entry]) -> Markup:
    if not units:
        return tag("span", "geen")
    links = Markup(", ".join(tag("a", e.id, href=f"#{_place(e.unit)}") for e in units))
    if len(units) <= MOST_IN_SIGHT:
        return links
    return tag("details", tag("summary", f"{len(units)} nog niet"), links)


@dataclass(frozen=True, slots=True)
class _Writing:
    places: Mapping[str, str]
    titles: Mapping[str, str]
    reached: Reached

    def kinds(self, listed: Sequence[Entry]) -> Iterator[Markup]:
        for kind, units in groupby(listed, lambda e: e.kind):
            parts = [tag("h2", KINDS[kind], id=f"soort-{kind}", class_="deel")]
            for (group, title), inside in groupby(units, _group):
                head = tag("h3", title, id=f"groep-{kind}-{group}") if group else Markup()
                parts.append(
                    tag(
                        "section",
                        head,
                        *(self._unit(e, "h4" if group else "h3") for e in inside),
                        class_="groep",
                    )
                )
            yield tag("section", *parts, class_="soort")

    def _unit(self, e: Entry, heading: str) -> Markup:
        layer = "" if e.layer == "bibliotheek" else f" · laag {e.layer}"
        facts = " · ".join([f"versie {e.version}{layer}", *e.facts])
        check = tag("p", "Een jurist moet deze tekst nog nakijken.", class_="nog") if e.to_check else Markup()
        return tag(
            "article",
            tag(heading, e.title if e.title != e.id else "(zonder titel)", " ", tag("code", e.id)),
            tag("p", facts, class_="feiten"),
            check,
            tag("p", e.explanation, class_="uitleg") if e.explanation else Markup(),
            *(_part(p) for p in e.parts),
            self._choices(e),
            self._relations(e),
            id=self.places[e.unit],
            class_=e.kind,
        )

    def _choices(self, e: Entry) -> Markup:
        if not e.choices:
            return Markup()
        rows = (tag("li", c.label, " ", tag("code", c.id), *self._option(e, c.id)) for c in e.choices)
        return tag("ul", *rows, class_="opties")

    def _option(self, e: Entry, option: str) -> Iterator[Markup]:
        if self.reached.situations is not None:
            count = len(self.reached.situations.get(f"optie:{e.id}={option}", ()))
            yield tag("span", f" – {_counted(count)}", class_="geraakt" if count else "nog")

    def _relations(self, e: Entry) -> Markup:
        rows = [
            _row(tie, joined(tag("code", rule, class_="regel") for rule in rules))
            for tie, rules in e.rules.items()
        ]
        rows += [_row("Bronnen", Markup("; ".join(tag("span", s) for s in e.sources)))] if e.sources else []
        rows += [_row("Hangt af van", self._named(e.rests_on))] if e.rests_on else []
        rows += [_row(_STANDS_IN.get(e.kind, "Staat in"), self._named(e.used_in))] if e.used_in else []
        carried = [u for u in e.carries if u not in e.used_in]
        rows += [_row("Hiervan hangt af", self._named(carried))] if carried else []
        rows += [_row("Bestand", tag("code", e.place))]
        rows += [_row("Situaties", self._situations(e))] if self._counts(e) else []
        return tag("dl", *rows, class_="banden")

    def _counts(self, e: Entry) -> bool:
        return self.reached.situations is not None and e.kind in ("vraag", "risico", "clausule")

    def _situations(self, e: Entry) -> Markup:
        names = (self.reached.situations or {}).get(e.unit, ())
        if not names:
            return tag("span", "geen enkele situatie raakt dit", class_="nog")
        more = len(names) - _MOST_SITUATIONS
        shown = ", ".join(names[:_MOST_SITUATIONS]) + (f" en nog {more}" if more > 0 else "")
        return tag("span", f"{_counted(len(names))}: {shown}", class_="geraakt")

    def _named(self, units: Sequence[str]) -> Markup:
        return Markup(", ".join(self._link(u) for u in units))

    def _link(self, unit: str) -> Markup:
        name = unit.partition(":")[2]
        if unit not in self.places:
            return tag("span", name)
        return tag("a", name, href=f"#{self.places[unit]}", title=self.titles[unit])


def _row(title: str, value: Markup) -> Markup:
    return tag("div", tag("dt", title), tag("dd", value))


def _counted(count: int) -> str:
    return f"{count or 'geen'} {'situatie' if count == 1 else 'situaties'}"


def _part(part: Part) -> Markup:
    head = tag("p", tag("strong", part.title), class_="kopje") if part.title else Markup()
    lines = (
        tag("p", line.text, class_=f"regel d{min(line.depth, 6)}{' als' if line.condition else ''}")
        for line in part.lines
    )
    return tag("div", head, *lines, class_="bron")
