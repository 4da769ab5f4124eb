"""Everything that is wrong with a house style, at once: roles, lists, places, codes, fonts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from generator.numbering import FORMATS
from generator.writers.docx import roles
from generator.writers.docx.numbers import Numbering
from generator.writers.docx.places import BLOCKS, MAY_LACK, PLACE_OF, VALUES
from generator.writers.docx.role_uses import use_of
from generator.writers.docx.style_faults import StyleFault
from generator.writers.docx.xml import Fragment, W

_W = f"{{{W}}}"
Trees = Mapping[str, "etree._Element"]  # noqa: SLF001 - the only name that lxml has for it
Sources = Mapping[str, str]
_STORY = re.compile(r"word/(header|footer)\d*\.xml")
_COPY = "Of begin met onze huisstijl: zwartopwit huisstijl kopieer modern kantoor.docx"

_LETTER = 0.5
"""The width of a letter or figure on average, to its size."""
METRIC_FONTS = frozenset(
    {
        "Calibri", "Carlito", "Cambria", "Caladea", "Arial", "Liberation Sans", "Times New Roman",
        "Liberation Serif", "Courier New", "Liberation Mono", "MS Gothic", "Symbol", "Wingdings",
    }
)  # fmt: skip
"""Fonts that every computer has, or another of exactly the same widths."""


def style_roles(ids: Mapping[str, str], numbering: Numbering) -> Iterator[StyleFault]:
    for name in sorted(roles.ALL - ids.keys()):
        yield StyleFault(
            f"De stijl ‘{name}’ ontbreekt. Die is voor {use_of(name)}.",
            f"Maak in Word een stijl met precies deze naam. {_COPY}",
        )
    for levels in roles.NUMBERED:
        yield from _list_of_roles([name for name in levels if name in ids], ids, numbering)


def _list_of_roles(names: list[str], ids: Mapping[str, str], numbering: Numbering) -> Iterator[StyleFault]:
    places = {name: numbering.of_style.get(ids[name]) for name in names}
    for name, place in places.items():
        level = numbering.level_of(ids[name])
        if place is None or level is None:
            yield StyleFault(
                f"De stijl ‘{name}’ heeft geen nummering.",
                "Koppel de stijl in Word aan een niveau van een lijst met meerdere niveaus.",
            )
        elif level.number_format not in FORMATS or level.number_format in {"bullet", "none"}:
            yield StyleFault(
                f"De stijl ‘{name}’ telt op een manier die wij niet kennen ({level.number_format}).",
                "Kies cijfers, letters of Romeinse cijfers.",
            )
        elif level.depth not in level.depths:
            yield StyleFault(
                f"In de nummering van ‘{name}’ staat het eigen nummer niet (‘{level.text}’).",
                "Zet in Word bij dit niveau het nummer in de opmaak van de nummering.",
            )
    known = [
        (n, p, numbering.lists[p.list_id].abstract)
        for n, p in places.items()
        if p and p.list_id in numbering.lists
    ]
    if len({abstract for _n, _p, abstract in known}) > 1:
        yield StyleFault(
            f"Deze stijlen staan niet in één lijst: {', '.join(n for n, _p, _a in known)}.",
            "Koppel ze in Word aan de niveaus van dezelfde lijst met meerdere niveaus.",
        )
    elif [p.level for _n, p, _a in known] != sorted({p.level for _n, p, _a in known}):
        yield StyleFault(
            f"De niveaus van deze stijlen lopen niet op: {', '.join(n for n, _p, _a in known)}.",
            "Geef elke stijl een dieper niveau dan de stijl ervoor.",
        )


def contents_room(trees: Trees, ids: Mapping[str, str], numbering: Numbering) -> Iterator[StyleFault]:
    """A number that is wider than its place in the table of contents pushes the title to the far side."""
    level = numbering.level_of(ids.get(roles.ARTICLE, ""))
    styles = trees["word/styles.xml"].iterfind(f"{_W}style")
    entry = next((s for s in styles if s.get(f"{_W}styleId") == ids.get(roles.CONTENTS, "")), None)
    tab = None if entry is None else entry.find(f".//{_W}tabs/{_W}tab")
    if level is None or level.after != "\t" or entry is None or tab is None:
        return
    shown = re.sub(r"%\d", "88", level.text)
    size = entry.find(f".//{_W}sz")
    points = int(size.get(f"{_W}val", "22")) / 2 if size is not None else 11
    if len(shown) * points * _LETTER > int(tab.get(f"{_W}pos", "0")) / 20:
        yield StyleFault(
            f"In de inhoudsopgave past het nummer ‘{shown}’ niet voor de titel.",
            "Zet in Word bij de stijl ‘Inhopg 1’ de eerste tab en de inspringing verder naar rechts.",
            grave=False,
        )


def codes(environment: Any, sources: Sources, templates: dict[str, Any]) -> Iterator[StyleFault]:
    """Codes between braces: whether they can be read, are known, and do what they may. ``templates`` takes what is good."""
    from jinja2 import Template, TemplateSyntaxError, nodes

    known = VALUES | BLOCKS.keys()
    trial = {**dict.fromkeys(VALUES, "x"), **dict.fromkeys(BLOCKS, Fragment("")), "concept": ["x"]}
    for part, source in sources.items():
        try:
            tree = environment.parse(source)
            template = Template.from_code(
                environment, environment.compile(tree), environment.make_globals(None)
            )
        except TemplateSyntaxError as problem:
            yield StyleFault(
                f"In {_called(part)} klopt een code niet ({problem.message}).",
                "Kijk of elke code af is: {{ naam }}, en bij elke {%p if %} een {%p endif %}.",
            )
            continue
        used, made = (
            {n.name for n in tree.find_all(nodes.Name) if (n.ctx == "load") is loaded}
            for loaded in (True, False)
        )
        unknown = sorted(used - made - known)
        yield from (_unknown(name, part, known) for name in unknown)
        if not unknown:
            templates[part] = template
            yield from _trial(template, part, trial)


def _unknown(name: str, part: str, known: frozenset[str]) -> StyleFault:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), n=1)
    return StyleFault(
        f"‘{name}’ in {_called(part)} kennen wij niet.",
        f"Schrijf ‘{near[0]}’." if near else f"U kunt gebruiken: {', '.join(sorted(known))}.",
        near=name,
    )


def _trial(template: Any, part: str, context: Mapping[str, object]) -> Iterator[StyleFault]:
    try:
        etree.fromstring(template.render(context).encode())
    except etree.XMLSyntaxError:
        yield StyleFault(
            f"Na het invullen is {_called(part)} geen goed Word-bestand meer.",
            "Zet elke code met {%p … %} alleen in een alinea.",
        )
    except Exception as problem:  # noqa: BLE001 - a firm's template may do anything; all of it is its fault, not ours
        yield StyleFault(
            f"In {_called(part)} doet een code iets wat niet kan of mag ({type(problem).__name__}).",
            "Gebruik alleen codes als {{ naam }} en {%p if naam %}.",
        )


def places(body: "etree._Element") -> Iterator[StyleFault]:
    texts = ["".join(t.text or "" for t in p.iter(f"{_W}t")) for p in body.iter(f"{_W}p")]
    for name, what in BLOCKS.items():
        alone = re.compile(r"\s*\{\{p\s+" + name + r"\s*\}\}\s*")
        loose = re.compile(r"\{\{p?\s*" + name + r"\s*\}\}")
        found = [t for t in texts if loose.search(t)]
        if not found and name not in MAY_LACK:
            yield StyleFault(f"Er is geen plaats voor {what}.", f"Zet in een eigen alinea: {PLACE_OF[name]}")
        for text in found:
            if not alone.fullmatch(text):
                yield StyleFault(
                    f"De plaats voor {what} staat niet goed.",
                    f"Zet de code alleen in een alinea: {PLACE_OF[name]}",
                    near=text,
                )


def pages(trees: Trees, sources: Sources) -> Iterator[StyleFault]:
    """What stands on every page: its number, and the words CONCEPT and INTERN."""
    stories = {n: t for n, t in trees.items() if _STORY.fullmatch(n)}
    if not any(_page_field(t) for t in stories.values()):
        yield StyleFault(
            "Er staat geen paginanummer in de kop- of voettekst.",
            "Voeg in Word in de voettekst het paginanummer in.",
            grave=False,
        )
    for name, word in (("concept", "CONCEPT"), ("intern", "INTERN")):
        if not any(re.search(rf"\b{name}\b", sources.get(n, "")) for n in stories):
            yield StyleFault(
                f"Een stuk dat {word} is, zegt dat niet op elke pagina.",
                f"Zet in de koptekst: {{%p if {name} %}}, daaronder {word}, daaronder {{%p endif %}}.",
            )
    if not any(re.search(r"\b(titel|titelregel)\b", s) for s in sources.values()):
        yield StyleFault("De titel van het stuk staat nergens.", "Zet op zijn plaats: {{ titel }}")


def _page_field(tree: "etree._Element") -> bool:
    instructions = [e.text or "" for e in tree.iter(f"{_W}instrText")]
    instructions += [str(e.get(f"{_W}instr")) for e in tree.iter(f"{_W}fldSimple")]
    return any(i.split()[:1] == ["PAGE"] for i in instructions)


def settings(trees: Trees) -> Iterator[StyleFault]:
    found = trees.get("word/settings.xml")
    if found is not None and found.find(f"{_W}updateFields") is not None:
        yield StyleFault(
            "Word stelt bij dit bestand een vraag bij het openen.",
            "Zet ‘velden bijwerken bij openen’ uit.",
        )
    languages = {
        str(e.get(f"{_W}val")) for e in trees["word/styles.xml"].iterfind(f"{_W}docDefaults//{_W}lang")
    }
    if languages - {"nl-NL"} or not languages:
        yield StyleFault(
            "De taal van dit bestand is niet Nederlands.",
            "Kies in Word bij Controleren de taal Nederlands, als standaard.",
            grave=False,
        )
    for font in sorted(fonts(trees) - METRIC_FONTS):
        yield StyleFault(
            f"Het lettertype ‘{font}’ heeft niet iedereen. Elders staan de regels en bladzijden dan anders.",
            "Kies Calibri, Cambria, Arial of Times New Roman, of maak PDF's alleen op een computer met dit lettertype.",
            grave=False,
        )


def fonts(trees: Trees) -> set[str]:
    """The fonts for Latin text that styles, headers, footers and body name, and those of the theme in use."""
    names: set[str] = set()
    for part, tree in trees.items():
        if part.startswith("word/") and not part.startswith(("word/theme", "word/fontTable")):
            for e in tree.iter(f"{_W}rFonts"):
                names |= {str(e.get(f"{_W}{a}")) for a in ("ascii", "hAnsi") if e.get(f"{_W}{a}")}
                if e.get(f"{_W}asciiTheme"):
                    names |= _theme_fonts(trees, str(e.get(f"{_W}asciiTheme")))
    return names


def _theme_fonts(trees: Trees, which: str) -> set[str]:
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    kind = f"{drawing}{'majorFont' if which.startswith('major') else 'minorFont'}/{drawing}latin"
    themes = (t for n, t in trees.items() if n.startswith("word/theme/"))
    return {str(e.get("typeface")) for t in themes for e in t.iterfind(f".//{kind}")}


def _called(part: str) -> str:
    if "header" in part:
        return f"de koptekst ({part.rpartition('/')[2]})"
    if "footer" in part:
        return f"de voettekst ({part.rpartition('/')[2]})"
    return "de tekst" if part == "word/document.xml" else part
