"""Papers → files: which formats each document gets, and the bytes of each (pure but for the heavy imports)."""

from collections.abc import Collection, Iterable, Mapping

from generator.assembly import Papers
from generator.diagnostics import GeneratorError, MisuseError, OfficeError
from generator.document import Document
from generator.expressions.evaluation import Scope
from generator.frozen import dataclass
from generator.gates import Hold
from generator.house_style import HouseStyle
from generator.library import Form, Library
from generator.provenance import Origin, provenance
from generator.word_editions import Word

FORMATS = ("docx", "pdf", "html", "tekst")


Written = dict[str, tuple[Document, bytes]]
"""By file name: the tree and the bytes written from it."""


class RefusedError(GeneratorError):
    """Papers that were asked for as final and may not go out: per file the reasons."""

    def __init__(self, held_up: Mapping[str, tuple[Hold, ...]]) -> None:
        self.held_up = held_up
        super().__init__(f"{len(held_up)} stukken kunnen nog niet de deur uit")


@dataclass(frozen=True, slots=True)
class Files:
    """What one making writes: for the customer, for the supplier only, and where the first came from.

    ``no_pdf``: why there are no PDFs, when they were asked for; then there are Word files in their place.
    """

    papers: Mapping[str, bytes]
    internal: Mapping[str, bytes]
    provenance: bytes
    no_pdf: OfficeError | None = None


def known_formats(asked: tuple[str, ...]) -> tuple[str, ...]:
    """Raises MisuseError when one of them is not made here, or none is asked for."""
    unknown = [f for f in asked if f not in FORMATS]
    if unknown or not asked:
        message = (
            f"‘{unknown[0]}’ kan dit programma niet maken." if unknown else "Er staat geen vorm achter --als."
        )
        raise MisuseError(message, f"Kies uit: {', '.join(FORMATS)}.")
    return asked


def asked_for(papers: Papers, only: Collection[str]) -> tuple[Document, ...]:
    """The documents of these kinds or file names, all when none is named; MisuseError names what is not there."""
    known = {name for d in papers.documents for name in (d.id, d.file)}
    strange = [name for name in only if name not in known]
    if strange:
        files = ", ".join(d.file for d in papers.documents)
        raise MisuseError(
            f"Het stuk ‘{strange[0]}’ hoort niet bij dit dossier.",
            f"Kies uit: {files}." if files else "Beantwoord eerst meer vragen.",
        )
    return tuple(d for d in papers.documents if not only or {d.id, d.file} & set(only))


@dataclass(frozen=True, slots=True)
class Extras:
    """What is asked for beside the papers: page numbers in their contents, and copies that explain each clause.

    ``explained_by``: the answers that the explanations tell of.
    """

    page_numbers: bool = False
    explained_by: Scope | None = None


def made_files(
    library: Library,
    documents: Iterable[Document],
    origin: Origin,
    style: HouseStyle,
    formats: Iterable[str],
    extras: Extras = Extras(),  # noqa: B008 - frozen
) -> Files:
    """The files of these documents, for the customer and for the supplier apart."""
    wanted, papers = frozenset(formats), tuple(documents)
    word = Word(library, style.data, origin.today, _in_word(papers) if wanted & {"docx", "pdf"} else ())
    if extras.page_numbers:
        word = word.with_page_numbers()
    written = {name: (d, data) for d in papers for name, data in _files(d, word, style, wanted)}
    no_pdf = None
    if "pdf" in wanted:
        written, no_pdf = _with_pdfs(written, word, keep_word="docx" in wanted)
    sent = {name: pair for name, pair in written.items() if not pair[0].internal}
    internal = {name: data for name, (d, data) in written.items() if d.internal}
    if extras.explained_by is not None:
        internal |= word.explained(extras.explained_by)
    return Files(
        papers={name: data for name, (_d, data) in sent.items()},
        internal=internal,
        provenance=provenance(library, origin, sent),
        no_pdf=no_pdf,
    )


def _in_word(documents: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(d for d in documents if d.form is not Form.EMAIL)


def _with_pdfs(written: Written, word: Word, *, keep_word: bool) -> tuple[Written, OfficeError | None]:
    """The files with a PDF of every Word file, or as they were and why not."""
    from generator.office import to_pdfs

    try:
        pdfs = to_pdfs({d.file: word.flat(d) for d in word.documents})
    except OfficeError as fault:
        return written, fault
    made = {f"{d.file}.pdf": (d, pdfs[d.file]) for d in word.documents}
    kept = {name: pair for name, pair in written.items() if keep_word or not name.endswith(".docx")}
    return {**kept, **made}, None


def refuse_unless_final(papers: Papers, documents: Iterable[Document]) -> None:
    """Raises RefusedError with every asked-for document that is still held up."""
    held = {d.file: papers.held_up[d.file] for d in documents if papers.held_up.get(d.file)}
    if held:
        raise RefusedError(held)


def _files(
    document: Document, word: Word, style: HouseStyle, formats: Collection[str]
) -> Iterable[tuple[str, bytes]]:
    from generator.writers.text import write as write_text

    if "html" in formats:
        from generator.writers.html import write as write_html

        yield f"{document.file}.html", write_html(document, style.sheet)
    if document.form is Form.EMAIL:
        from generator.writers.mail import write as write_mail

        yield f"{document.file}.eml", write_mail(document)
        yield f"{document.file}.txt", write_text(document).encode()
        return
    if document in word.documents:
        yield f"{document.file}.docx", word.plain(document)
    if "tekst" in formats:
        yield f"{document.file}.txt", write_text(document).encode()
