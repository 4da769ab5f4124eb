"""The house style as a frame: patched by docxtpl's own code, compiled once per process, then only filled."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.frozen import dataclass
from generator.numbering import Level, NumberingScheme
from generator.writers.docx import inspection, roles
from generator.writers.docx.numbers import Numbering, read_numbering
from generator.writers.docx.package import Package
from generator.writers.docx.patching import patched
from generator.writers.docx.refusals import opened
from generator.writers.docx.style_faults import HouseStyleError, StyleFault
from generator.writers.docx.xml import W

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_W = f"{{{W}}}"
_FRAMED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Frame:
    package: Package
    templates: Mapping[str, Any]
    style_ids: Mapping[str, str]
    numbering: Numbering

    def scheme(self) -> NumberingScheme:
        """How papers in this style count, read from its own lists."""
        return NumberingScheme(
            articles=self._levels(roles.ARTICLE, *roles.CONTRACT.levels),
            lists=self._levels(*roles.PLAIN.levels),
            statement=self._levels(*roles.COMPACT.levels),
            parties=self._levels(*roles.PARTIES.levels),
            recitals=self._levels(*roles.RECITALS.levels),
            annex=self._levels(roles.ANNEX)[0],
        )

    def _levels(self, *names: str) -> tuple[Level, ...]:
        found = (self.numbering.level_of(self.style_ids[name]) for name in names)
        return tuple(level for level in found if level is not None)

    def filled(self, context: Mapping[str, object]) -> dict[str, bytes]:
        from jinja2 import TemplateError

        try:
            return {name: t.render(context).encode("utf-8") for name, t in self.templates.items()}
        except (TemplateError, TypeError, ValueError, ArithmeticError) as problem:
            message = f"Een code in de huisstijl doet iets wat niet kan of mag ({type(problem).__name__})."
            raise HouseStyleError(
                [StyleFault(message, "Controleer de codes tussen { en } in uw huisstijl.")]
            ) from problem


@lru_cache(maxsize=8)
def compiled(style: bytes) -> Frame:
    """Raises HouseStyleError with everything that stands in the way of making papers."""
    frame, faults = inspected(style)
    if grave := [f for f in faults if f.grave]:
        raise HouseStyleError(grave)
    return frame


def inspected(style: bytes) -> tuple[Frame, tuple[StyleFault, ...]]:
    """The frame as far as it goes, and all its faults; raises HouseStyleError for what cannot even be looked at."""
    package, trees = opened(style)
    numbering = read_numbering(package.parts["word/numbering.xml"], package.parts["word/styles.xml"])
    ids = _style_ids(trees["word/styles.xml"])
    templates: dict[str, Any] = {}
    framed = {n: c.decode("utf-8") for n, c in package.parts.items() if _FRAMED.fullmatch(n)}
    sources = patched(style, framed)
    faults = (
        *inspection.style_roles(ids, numbering),
        *inspection.contents_room(trees, ids, numbering),
        *inspection.places(trees["word/document.xml"]),
        *inspection.codes(_environment(), sources, templates),
        *inspection.pages(trees, sources),
        *inspection.settings(trees),
    )
    return Frame(package, templates, ids, numbering), faults


def scheme_of(style: bytes) -> NumberingScheme:
    return compiled(style).scheme()


def _environment() -> "SandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    # A firm's house style is code; and without autoescape docxtpl loses text at the first ampersand.
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)


def _style_ids(styles: "etree._Element") -> dict[str, str]:
    """Ids by name: ids are localised or rewritten by other programmes, names at most in their capitals."""
    by_name = {
        str(name.get(f"{_W}val")).casefold(): str(style.get(f"{_W}styleId"))
        for style in styles.iterfind(f"{_W}style")
        if (name := style.find(f"{_W}name")) is not None
    }
    return {role: by_name[role.casefold()] for role in roles.ALL if role.casefold() in by_name}
