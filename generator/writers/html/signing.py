"""The places to sign, two beside each other where there is room."""

from generator.document import Inlines, Signatory
from generator.writers.html.inlines import Phrases
from generator.writers.html.markup import Markup, tag
from generator.writers.words import printed


def signing_section(signatories: tuple[Signatory, ...], heading: Markup, phrases: Phrases) -> Markup:
    places = tag("div", *(_place(s, phrases) for s in signatories), class_="handtekeningen")
    return tag("section", heading, places, class_="ondertekening", data_naast=True)


def _place(signatory: Signatory, phrases: Phrases) -> Markup:
    lines = (
        ("Handtekening", ()),
        ("Naam", signatory.name),
        ("Functie", signatory.function),
        ("Plaats", ()),
        ("Datum", ()),
    )
    return tag(
        "div",
        tag("h3", signatory.role),
        tag("p", phrases.write(signatory.party), class_="partij"),
        tag("dl", *(_line(label, inlines, phrases) for label, inlines in lines)),
        class_="handtekening",
    )


def _line(label: str, inlines: Inlines, phrases: Phrases) -> Markup:
    known = bool(printed(inlines).strip())
    value = tag("dd", phrases.write(inlines)) if known else tag("dd", _to_write(label))
    return tag("div", tag("dt", f"{label}:"), value, class_=None if known else "leeg")


def _to_write(label: str) -> Markup:
    return tag("span", class_="invullen", role="img", aria_label=f"in te vullen: {label.lower()}")
