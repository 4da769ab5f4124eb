"""Document tree + house style → Word file, checked before it leaves."""

from generator.document import Article, Document, plain
from generator.frozen import dataclass
from generator.library import Form
from generator.writers.docx import roles
from generator.writers.docx.blocks import BlockWriter
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


@dataclass(frozen=True, slots=True)
class Origin:
    """What made the document: shown in the file's properties."""

    library: str
    version: str


def write_docx(
    document: Document, style: bytes, *, origin: Origin, pages: PageNumbers | None = None
) -> bytes:
    """The Word file, with page numbers in its table of contents when they are given. The same arguments give the same bytes. Raises WriterFault rather than return a wrong file."""
    frame = compiled(style)
    marks = marks_of(document)
    lists = Lists(frame.numbering, document.file)
    writer = BlockWriter(RunWriter(marks, frame.style_ids, document.file), marks, lists, frame.style_ids)
    context = _context(document, writer, pages)
    parts = {**frame.package.parts, **frame.filled(context)}
    parts["word/numbering.xml"] = _numbering(frame, lists)
    library = f"{origin.library} {origin.version}"
    parts = with_provenance(parts, provenance_xml(document, library, writer.bookmarks))
    parts = with_properties(
        parts, document, {"Kenmerk": document.reference, "Stuk": document.id, "Bibliotheek": library}
    )
    data = written(parts)
    if faults := check_docx(data, document):
        raise WriterFault(document.file, faults)
    return data


def _context(document: Document, writer: BlockWriter, pages: PageNumbers | None) -> dict[str, object]:
    """What a house style may name. Blocks are ours, and XML; all else is text."""
    contract = document.form is Form.CONTRACT
    scheme = roles.COMPACT if document.form is Form.STATEMENT else roles.PLAIN
    return {
        "vorm": document.form.value,
        "titel": title_of(document),
        "korte_titel": _short(title_of(document)),
        "kenmerk": one_line(document.reference),
        "afzender": one_line(document.author),
        "concept": [one_line(reason) for reason in document.concept],
        "intern": document.internal,
        "paraaf": contract and bool(document.signatories),
        "titelregel": Fragment(writer.paragraph(roles.TITLE, writer.runs.runs(document.title))),
        "inhoud": Fragment(_contents(document, writer, pages)),
        "voorblad": Fragment(writer.slot("voorblad", document.front_page, roles.PLAIN)),
        "adressering": Fragment(writer.slot("adressering", document.addressee, roles.ADDRESS)),
        "partijen": Fragment(writer.slot("partijen", document.parties, roles.PARTIES)),
        "partijen_kop": _needs_heading(document.parties),
        "overwegingen": Fragment(writer.slot("overwegingen", document.recitals, roles.RECITALS)),
        "overwegingen_kop": _needs_heading(document.recitals),
        "artikelen": Fragment(
            writer.slot("artikelen", document.articles, scheme, keep_last=document.form is Form.LETTER)
        ),
        "bijlagen": Fragment("".join(writer.annex(a) for a in document.annexes)),
        "ondertekening_kop": bool(document.signatories)
        and _needs_heading(document.signing_text or document.articles),
        "ondertekening": Fragment(writer.slot("ondertekening", document.signing_text, scheme, keep=True)),
        "handtekeningen": Fragment(signature_block(writer, document.signatories)),
    }


def _contents(document: Document, writer: BlockWriter, pages: PageNumbers | None) -> str:
    bookmarks = {key: target.bookmark for key, target in writer.marks.targets.items()}
    return contents(document, writer.style_ids[roles.CONTENTS], bookmarks, pages)


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
