"""The house style as a frame: patched by docxtpl's own code, compiled once per process, then only filled."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from lxml import etree

from generator.diagnostics import GeneratorError
from generator.frozen import dataclass
from generator.numbering import Level, NumberingScheme
from generator.writers.docx import roles
from generator.writers.docx.numbers import Numbering, read_numbering
from generator.writers.docx.package import Package, read_package
from generator.writers.docx.patching import patched
from generator.writers.docx.xml import W

_W = f"{{{W}}}"
_FRAMED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_PLAIN_ROLES = {
    roles.BLANK,
    roles.COMMENT_MARK,
    roles.TABLE,
    roles.WRITING_TABLE,
    roles.SIGN_TABLE,
} | roles.PARAGRAPH_ROLES


class HouseStyleError(GeneratorError):
    """A house style that cannot be used; says what to mend."""


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
        return {name: template.render(context).encode("utf-8") for name, template in self.templates.items()}


@lru_cache(maxsize=8)
def compiled(style: bytes) -> Frame:
    package = read_package(style)
    numbering = read_numbering(package.parts["word/numbering.xml"], package.parts["word/styles.xml"])
    ids = _style_ids(package.parts["word/styles.xml"])
    if missing := sorted(_PLAIN_ROLES - ids.keys()):
        raise HouseStyleError(
            f"In de huisstijl ontbreken stijlen: {', '.join(missing)}. Voeg ze toe in Word, met precies deze namen."
        )
    unnumbered = [r for r in _numbered_roles() if ids[r] not in numbering.of_style]
    if unnumbered:
        raise HouseStyleError(
            f"In de huisstijl hebben deze stijlen geen nummering: {', '.join(unnumbered)}. Koppel ze aan een lijst."
        )
    return Frame(package, _templates(style, package), ids, numbering)


def scheme_of(style: bytes) -> NumberingScheme:
    return compiled(style).scheme()


def _numbered_roles() -> list[str]:
    schemes = (roles.CONTRACT, roles.PLAIN, roles.PARTIES, roles.RECITALS, roles.COMPACT)
    return sorted({roles.ARTICLE, roles.ANNEX}.union(*(s.levels for s in schemes)))


def _templates(style: bytes, package: Package) -> dict[str, Any]:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    # A firm's house style is code; and without autoescape docxtpl loses text at the first ampersand.
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    framed = {n: content.decode("utf-8") for n, content in package.parts.items() if _FRAMED.fullmatch(n)}
    return {name: environment.from_string(source) for name, source in patched(style, framed).items()}


def _style_ids(styles: bytes) -> dict[str, str]:
    """Ids by name: ids are localised or rewritten by other programmes, names are not."""
    return {
        str(name.get(f"{_W}val")): str(style.get(f"{_W}styleId"))
        for style in etree.fromstring(styles).iterfind(f"{_W}style")
        if (name := style.find(f"{_W}name")) is not None
    }
