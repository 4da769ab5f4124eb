"""Inlines → phrases, with links to what they point at."""

from dataclasses import dataclass, field

from generator.document import Blank, Filled, Inline, Inlines, Ref, Text, Use, plain
from generator.writers.html.markup import Markup, joined, tag, text
from generator.writers.html.places import Places


@dataclass(slots=True)
class Phrases:
    """Writes inlines. A defined term is a link the first time in each article: more would only be in the way."""

    places: Places
    _linked: set[str] = field(default_factory=set)

    def new_article(self) -> None:
        self._linked.clear()

    def write(self, inlines: Inlines) -> Markup:
        return joined(self._inline(i) for i in inlines)

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text(words, bold, italic) | Filled(words, _, bold, italic):
                return _emphasised(text(words), bold=bold, italic=italic)
            case Use(words, term, bold):
                return _emphasised(self._term(words, term), bold=bold)
            case Ref(target, words):
                place = self.places.ids.get(target)
                return tag("a", words, class_="verwijzing", href=f"#{place}") if place else text(words)
            case Blank(label, _, holds_up):
                if holds_up:
                    return tag("mark", f"[{label}]")
                return tag("span", class_="invullen", role="img", aria_label=f"in te vullen: {label}")

    def _term(self, words: str, term: str) -> Markup:
        if term not in self.places.terms or term in self._linked:
            return text(words)
        self._linked.add(term)
        place, meaning = self.places.terms[term]
        return tag("a", words, class_="begrip", href=f"#{place}", title=plain(meaning))


def _emphasised(words: Markup, *, bold: bool, italic: bool = False) -> Markup:
    found = tag("em", words) if italic else words
    return tag("strong", found) if bold else found
