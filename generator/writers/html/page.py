"""Document tree → one HTML file: nothing from elsewhere, no script, checked before it leaves."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from generator.document import Document, plain
from generator.writers.faults import WriterFault
from generator.writers.html.contents import contents
from generator.writers.html.markup import Markup, tag
from generator.writers.html.places import CONTENT, places_of
from generator.writers.html.reading import read_words
from generator.writers.html.slots import body
from generator.writers.words import one_line, words

_INTERNAL = "INTERN – niet voor de klant"


def write(document: Document, style: str) -> bytes:
    """The HTML file. ``style`` is the house style, as CSS. Raises WriterFault rather than return a wrong file."""
    places = places_of(document)
    written = body(document, places)
    page = tag(
        "html",
        _head(document, style),
        tag(
            "body",
            tag("a", "Naar de tekst", href=f"#{CONTENT}", class_="sla-over"),
            _banner(document),
            contents(written.entries),
            tag("main", _title(document), *written.parts, id=CONTENT, tabindex=-1),
            _footer(document),
            *_watermark(document),
            class_=" ".join(["stuk", document.form.value, *_states(document)]),
        ),
        lang="nl",
    )
    data = f"<!doctype html>\n{page}\n".encode()
    if (found := read_words(data)) != (wanted := words(document)):
        raise WriterFault(document.file, [_difference(found, wanted)])
    return data


def _difference(found: list[str], wanted: list[str]) -> str:
    pairs = zip([*found, ""], [*wanted, ""], strict=False)
    place = next((n for n, (one, other) in enumerate(pairs) if one != other), 0)
    return f"bij woord {place + 1} staat ‘{' '.join(found[place : place + 5])}’ in plaats van ‘{' '.join(wanted[place : place + 5])}’"


def _head(document: Document, style: str) -> Markup:
    """The policy lets in the style below by its hash, and nothing else: no script, picture, font or form."""
    sheet = Markup(f"\n{style.strip()}\n")
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = " – ".join(filter(None, [_name(document), one_line(document.reference), *_marks(document)]))
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="author", content=one_line(document.author)) if document.author else Markup(),
        tag("title", title),
        tag("style", sheet),
    )


def _name(document: Document) -> str:
    return one_line(plain(document.title)) or document.id


def _states(document: Document) -> list[str]:
    return [*(["concept"] if document.concept else []), *(["intern"] if document.internal else [])]


def _marks(document: Document) -> list[str]:
    return [state.upper() for state in _states(document)]


def _banner(document: Document) -> Markup:
    """The band stays in sight while the reader scrolls; who hears the page has it from the notice under the title."""
    known = tag("p", *(tag("span", part) for part in _known(document)), class_="herkomst")
    marks = [tag("strong", mark) for mark in _marks(document)]
    band = tag("p", *marks, class_="merkband", aria_hidden="true") if marks else Markup()
    return Markup(tag("header", known) + band)


def _known(document: Document) -> Iterator[str]:
    if document.author:
        yield one_line(document.author)
    if document.reference:
        yield f"Kenmerk {one_line(document.reference)}"


def _title(document: Document) -> Markup:
    return tag("div", tag("h1", _name(document)), *_notices(document), class_="titelblok", data_naast=True)


def _notices(document: Document) -> Iterator[Markup]:
    if document.internal:
        yield tag("p", tag("strong", _INTERNAL), class_="melding intern")
    if document.concept:
        reasons = (tag("li", reason) for reason in document.concept)
        heading = tag("p", tag("strong", "CONCEPT"), " – dit stuk kan nog niet de deur uit:")
        yield tag("div", heading, tag("ul", *reasons), class_="melding concept")


def _footer(document: Document) -> Markup:
    return tag("footer", tag("p", " · ".join([_name(document), *_known(document), *_marks(document)])))


def _watermark(document: Document) -> Iterator[Markup]:
    """On every page of a print: a fixed place is repeated on each."""
    if marks := _marks(document):
        yield tag("div", " · ".join(marks), class_="watermerk", aria_hidden="true")
