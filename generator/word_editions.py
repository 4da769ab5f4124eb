"""The Word editions of one making: to send, as a basis for a PDF, and for the supplier with an explanation of each clause."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.diagnostics import OfficeError
from generator.document import Document
from generator.explanation import explanations
from generator.expressions.evaluation import Scope
from generator.frozen import dataclass, field
from generator.library import Library
from generator.page_numbers import pages_of

EXPLAINED = "met-toelichting"
_PLACEHOLDER = 88
"""As wide as most page numbers: the first pass must already have its lines."""


@dataclass(frozen=True, slots=True)
class Word:
    """``pages``: by file, the page of each heading in its table of contents."""

    library: Library
    style: bytes
    today: date
    documents: tuple[Document, ...]
    pages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def plain(self, document: Document) -> bytes:
        return self._written(document)

    def flat(self, document: Document) -> bytes:
        """For a PDF: references as plain links, and lines where Word has fields to fill in."""
        return self._written(document, flat=True)

    def explained(self, scope: Scope) -> dict[str, bytes]:
        """Copies for the supplier alone, marked so on every page, with a comment at each clause."""
        return {
            f"{d.file}-{EXPLAINED}.docx": self._explained(d, scope) for d in self.documents if not d.internal
        }

    def with_page_numbers(self) -> "Word":
        """Lays the papers out once to see where each heading stands; raises OfficeError when that cannot be."""
        from generator.office import to_pdfs
        from generator.writers.docx.contents import entries

        headings = {
            d.file: [(key, label + title) for key, label, title in entries(d)] for d in self.documents
        }
        first = replace(
            self, pages={f: dict.fromkeys((k for k, _ in h), _PLACEHOLDER) for f, h in headings.items()}
        )
        with_contents = [d for d in self.documents if headings[d.file]]
        pdfs = to_pdfs({d.file: first.flat(d) for d in with_contents})
        found = {d.file: pages_of(pdfs[d.file], headings[d.file]) for d in with_contents}
        if lost := [file for file, pages in found.items() if pages is None]:
            raise OfficeError(
                f"De paginanummers van ‘{lost[0]}’ waren niet te vinden.",
                "Maak de stukken zonder --paginanummers.",
            )
        return replace(self, pages={file: pages for file, pages in found.items() if pages})

    def _explained(self, document: Document, scope: Scope) -> bytes:
        notes = tuple(
            tuple((note.lead, note.text) for note in found)
            for found in explanations(self.library, scope, document)
        )
        return self._written(replace(document, internal=True), notes=notes)

    def _written(
        self, document: Document, *, flat: bool = False, notes: tuple[tuple[tuple[str, str], ...], ...] = ()
    ) -> bytes:
        from generator.writers.docx import Edition, Origin, write_docx

        made = Origin(self.library.name, self.library.version)
        edition = Edition(self.pages.get(document.file) or None, notes, self.today.isoformat(), flat)
        return write_docx(document, self.style, origin=made, edition=edition)
