"""The slots of a document in order, each article beside its explanation; and what the table of contents lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.document import Annex, Article, Document, Heading, Inlines, parts, plain
from generator.library import Form
from generator.writers.html.blocks import Flow
from generator.writers.html.contents import Entry
from generator.writers.html.inlines import Phrases
from generator.writers.html.markup import Markup, tag
from generator.writers.html.picture import picture
from generator.writers.html.places import SIGNING, Places
from generator.writers.html.signing import signing_section
from generator.writers.words import one_line

_SIGN = "Ondertekening"
_HEADINGS = {"partijen": "Partijen", "overwegingen": "Overwegingen", SIGNING: _SIGN}
_EXPLAINED = "In gewone woorden"
ACCEPTED = "Aanvaard risico"


@dataclass(slots=True)
class Body:
    """What stands in ``main``, and its headings of the first rank."""

    parts: list[Markup] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def body(document: Document, places: Places) -> Body:
    return _Writer(document, places).write()


@dataclass(slots=True)
class _Writer:
    document: Document
    places: Places
    made: Body = field(default_factory=Body)
    _below_title: bool = False
    _explained: set[str] = field(default_factory=set)

    def write(self) -> Body:
        annexes = {f"bijlage:{a.key}": a for a in self.document.annexes}
        for slot, articles in parts(self.document):
            if slot in annexes:
                self.made.parts.append(self._annex(slot, annexes[slot]))
            elif articles:
                self.made.parts.append(self._slot(slot, articles))
        if self.document.signatories:
            heading = Markup() if self.document.signing_text else self._part(SIGNING, _SIGN)
            self.made.parts.append(signing_section(self.document.signatories, heading, Phrases(self.places)))
        return self.made

    def _part(self, place: str, title: str) -> Markup:
        """The heading of a part of the frame."""
        self.made.entries.append(Entry(place, title, part=True))
        return tag("h2", title, id=place, class_="deel", data_naast=True)

    def _slot(self, slot: str, articles: Sequence[Article]) -> Markup:
        self._below_title = False
        name = _HEADINGS.get(slot) if self.document.form is Form.CONTRACT or slot == SIGNING else None
        heading = self._part(slot, name) if name and not plain(articles[0].title) else Markup()
        return tag("div", heading, *(self._article(a, 2) for a in articles), class_=f"vak {slot}")

    def _annex(self, slot: str, annex: Annex) -> Markup:
        self._below_title = False
        number, place = annex.label, self.places.give(slot)
        self.made.entries.append(Entry(place, annex.title, number, part=True))
        title = tag("h2", tag("span", number, class_="nr"), " – ", annex.title, id=place, data_naast=True)
        articles = (self._article(a, 3) for a in annex.articles)
        return tag("section", title, *articles, class_="bijlage")

    def _article(self, article: Article, level: int) -> Markup:
        """``level`` is that of its title; its own headings stand one below that, or in its place.

        Without a title of its own it goes on below the last one, but in a statement every heading is of one rank.
        """
        phrases = Phrases(self.places)
        titled = bool(plain(article.title).strip())
        self._below_title = self._below_title or titled
        below = titled or (self._below_title and self.document.form is not Form.STATEMENT)
        accepted = article.accepted and not self.document.finding
        place = self.places.give(article.key)
        heading = self._heading(article, place, level, phrases) if titled else Markup()
        mark = tag("p", ACCEPTED, class_="aanvaard", data_naast=True) if accepted and titled else Markup()
        flow = Flow(article.blocks, phrases, level + below, self._listed(article, place, level, below=below))
        text = tag("div", heading, mark, picture(article, place), flow.write(), class_="tekst")
        note = self._note(article, titled=titled)
        looks = ["artikel", *(["risico"] if accepted else []), *(["uitgelegd"] if note else [])]
        if not titled:
            return tag("div", text, note, id=place, class_=" ".join(looks))
        return tag("section", text, note, id=place, class_=" ".join(looks))

    def _note(self, article: Article, *, titled: bool) -> Markup:
        """A contract is explained throughout. Other papers speak for themselves: one note, where a clause first begins."""
        throughout = self.document.form is Form.CONTRACT
        first = titled and article.clause not in self._explained
        if not article.explanation or not (throughout or first):
            return Markup()
        self._explained.add(article.clause)
        return _note(article.explanation)

    def _heading(self, article: Article, place: str, level: int, phrases: Phrases) -> Markup:
        number = article.label
        if level == 2:
            accepted = article.accepted and not self.document.finding
            self.made.entries.append(Entry(place, one_line(plain(article.title)), number, accepted))
        shown = tag("span", f"{number} ", class_="nr", data_naast=True) if number else Markup()
        return tag(f"h{level}", shown, phrases.write(article.title), id=f"{place}-kop")

    def _listed(self, article: Article, place: str, level: int, *, below: bool) -> Sequence[str]:
        """The ids of headings of the first rank inside an article."""
        if below or level > 2:
            return ()
        headings = [b.inlines for b in article.blocks if isinstance(b, Heading)]
        ids = [f"{place}-kop-{n}" for n in range(1, len(headings) + 1)]
        self.made.entries.extend(_entries(ids, headings))
        return ids


def _entries(ids: Sequence[str], headings: Sequence[Inlines]) -> Iterator[Entry]:
    for place, inlines in zip(ids, headings, strict=True):
        yield Entry(place, one_line(plain(inlines)))


def _note(explanation: str) -> Markup:
    """What the clause means for the customer. It is no part of the text, and says so to who hears it."""
    heading = tag("p", _EXPLAINED, class_="kopje")
    return tag("div", heading, tag("p", explanation), class_="toelichting", role="note", data_naast=True)
