"""Papers → files: which formats each document gets, and the bytes of each (pure but for the heavy imports)."""

from collections.abc import Iterable, Mapping

from generator.assembly import Papers
from generator.diagnostics import GeneratorError
from generator.document import Document
from generator.frozen import dataclass
from generator.gates import Hold
from generator.library import Form, Library
from generator.provenance import Origin, provenance

FORMATS = ("docx", "tekst")


class RefusedError(GeneratorError):
    """Papers that were asked for as final and may not go out: per file the reasons."""

    def __init__(self, held_up: Mapping[str, tuple[Hold, ...]]) -> None:
        self.held_up = held_up
        super().__init__(f"{len(held_up)} stukken kunnen nog niet de deur uit")


@dataclass(frozen=True, slots=True)
class Files:
    """What one making writes: for the customer, for the supplier only, and where the first came from."""

    papers: Mapping[str, bytes]
    internal: Mapping[str, bytes]
    provenance: bytes


def made_files(
    library: Library,
    papers: Papers,
    origin: Origin,
    style: bytes,
    formats: Iterable[str],
    only: Iterable[str] = (),
) -> Files:
    """The files of these papers; ``only`` narrows to kinds or file stems."""
    wanted = set(only)
    chosen = [d for d in papers.documents if not wanted or {d.id, d.file} & wanted]
    written = {name: (d, data) for d in chosen for name, data in _files(d, library, style, tuple(formats))}
    sent = {name: pair for name, pair in written.items() if not pair[0].internal}
    return Files(
        papers={name: data for name, (_d, data) in sent.items()},
        internal={name: data for name, (d, data) in written.items() if d.internal},
        provenance=provenance(library, origin, sent),
    )


def refuse_unless_final(papers: Papers, only: Iterable[str]) -> None:
    """Raises RefusedError with every asked-for paper that is still held up."""
    wanted = set(only)
    kinds = {d.file: d.id for d in papers.documents}
    held = {
        file: reasons
        for file, reasons in papers.held_up.items()
        if reasons and (not wanted or {file, kinds[file]} & wanted)
    }
    if held:
        raise RefusedError(held)


def _files(
    document: Document, library: Library, style: bytes, formats: tuple[str, ...]
) -> Iterable[tuple[str, bytes]]:
    from generator.writers.text import write as write_text

    if document.form is Form.EMAIL:
        from generator.writers.mail import write as write_mail

        yield f"{document.file}.eml", write_mail(document)
        yield f"{document.file}.txt", write_text(document).encode()
        return
    if "docx" in formats:
        from generator.writers.docx.write import Origin as Made
        from generator.writers.docx.write import write_docx

        yield f"{document.file}.docx", write_docx(document, style, origin=Made(library.name, library.version))
    if "tekst" in formats:
        yield f"{document.file}.txt", write_text(document).encode()
