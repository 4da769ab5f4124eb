"""Document tree + house style → Word file, checked before it leaves."""

from collections.abc import Mapping, Sequence

from lxml import etree

from generator.document import Article, Document, plain
from generator.frozen import dataclass
from generator.library import Form
from generator.writers.docx import roles
from generator.writers.docx.blocks import BlockWriter
from generator.writers.docx.comments import CommentStyles, Line, commented, first_paragraphs
from generator.writers.docx.contents import PageNumbers, contents
from generator.writers.docx.frame import Frame, compiled
from generator.writers.docx.gate import check_docx
from generator.writers.docx.inlines import RunWriter
from generator.writers.docx.lists import Lists
from generator.writers.docx.marks import marks_of
from generator.writers.docx.package import written
from generator.writers.docx.properties import title_of, with_properties
from generator.writers.docx.provenance import provenance_xml, with_provenance
from generator.writers.docx.signing import signature_block
from generator.writers.docx.xml import Fragment
from generator.writers.faults import WriterFault
from generator.writers.words import one_line

_HEADER_LENGTH = 78
_SIGNED_BELOW = (Form.LETTER, Form.STATEMENT)
"""What stands last in these, a greeting or the customer's choice, stands on the page with the signature."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What made the document: shown in the file's properties."""

    library: str
    version: str


@dataclass(frozen=True, slots=True)
class Edition:
    """How a paper is written beside its words. ``pages``: page numbers for its table of contents.

    ``notes`` stand beside its articles as comments, one for each in the order of printing; ``day`` dates them.
    ``flat``: references as plain text, for a program that would recompute them otherwise than Word.
    """

    pages: PageNumbers | None = None
    notes: Sequence[Sequence[tuple[str, str]]] = ()
    day: str = "1980-01-01"
    flat: bool = False


PLAIN = Edition()


def write_docx(document: Document, style: bytes, *, origin: Origin, edition: Edition = PLAIN) -> bytes:
    """The Word file. The same arguments give the same bytes. Raises WriterFault rather than return a wrong file."""
    frame = compiled(style)
    marks = marks_of(document)
    lists = Lists(frame.numbering, document.file)
    runs = RunWriter(marks, frame.style_ids, document.file, edition.flat)
    writer = BlockWriter(runs, marks, lists, frame.style_ids)
    context = _context(document, writer, edition.pages)
    parts = {**frame.package.parts, **frame.filled(context)}
    parts["word/numbering.xml"] = _numbering(frame, lists)
    if edition.notes:
        names = [name for _article, name in writer.bookmarks]
        parts = with_notes(parts, names, edition, CommentStyles.of(frame.style_ids))
    library = f"{origin.library} {origin.version}"
    parts = with_provenance(parts, provenance_xml(document, library, writer.bookmarks))
    parts = with_properties(
        parts, document, {"Kenmerk": document.reference, "Stuk": document.id, "Bibliotheek": library}
    )
    data = written(parts)
    if faults := check_docx(data, document):
        raise WriterFault(document.file, faults)
    return data


def with_notes(
    parts: Mapping[str, bytes], bookmarks: Sequence[str], edition: Edition, styles: CommentStyles
) -> dict[str, bytes]:
    """The parts with a comment at the first paragraph of each article that has notes."""
    body = etree.fromstring(parts["word/document.xml"])
    starts = first_paragraphs(body)
    placed = [
        (starts[name], [Line(text, lead) for lead, text in notes])
        for name, notes in zip(bookmarks, edition.notes, strict=True)
        if notes and name in starts
    ]
    return commented(parts, body, placed, styles, f"{edition.day}T00:00:00Z")


def _context(document: Document, writer: BlockWriter, pages: PageNumbers | None) -> dict[str, object]:
    """What a house style may name. Blocks are ours, and XML; all else is text."""
    scheme = roles.COMPACT if document.form is Form.STATEMENT else roles.PLAIN
    return {
        "vorm": document.form.value,
        "titel": title_of(document),
        "korte_titel": _short(title_of(document)),
        "kenmerk": one_line(document.reference),
        "afzender": one_line(document.author),
        "concept": [one_line(reason) for reason in document.concept],
        "intern": document.internal,
        "paraaf": bool(document.signatories),
        "titelregel": Fragment(writer.paragraph(roles.TITLE, writer.runs.runs(document.title))),
        "inhoud": Fragment(contents(document, writer, pages)),
        "voorblad": Fragment(writer.slot("voorblad", document.front_page, roles.PLAIN)),
        "adressering": Fragment(writer.slot("adressering", document.addressee, roles.ADDRESS)),
        "partijen": Fragment(writer.slot("partijen", document.parties, roles.PARTIES)),
        "partijen_kop": _needs_heading(document.parties),
        "overwegingen": Fragment(writer.slot("overwegingen", document.recitals, roles.RECITALS)),
        "overwegingen_kop": _needs_heading(document.recitals),
        "artikelen": Fragment(
            writer.slot("artikelen", document.articles, scheme, keep_last=document.form in _SIGNED_BELOW)
        ),
        "bijlagen": Fragment("".join(writer.annex(a) for a in document.annexes)),
        "ondertekening_kop": bool(document.signatories)
        and _needs_heading(document.signing_text or document.articles),
        "ondertekening": Fragment(writer.slot("ondertekening", document.signing_text, scheme, keep=True)),
        "handtekeningen": Fragment(signature_block(writer, document.signatories)),
    }


def _needs_heading(articles: tuple[Article, ...]) -> bool:
    """Whether the frame prints its own heading: only over clauses that bring none."""
    return bool(articles) and not plain(articles[0].title)


def _short(title: str) -> str:
    return title if len(title) <= _HEADER_LENGTH else f"{title[: _HEADER_LENGTH - 1].rstrip()}…"


def _numbering(frame: Frame, lists: Lists) -> bytes:
    numbering = frame.package.parts["word/numbering.xml"].decode("utf-8")
    for end in ("<w:numIdMacAtCleanup", "</w:numbering>"):
        if end in numbering:
            return numbering.replace(end, lists.own_lists() + end, 1).encode("utf-8")
    return numbering.encode("utf-8")
