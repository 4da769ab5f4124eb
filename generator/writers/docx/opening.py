"""A Word file from outside, opened without trusting it: bounded, without entities, with a Dutch reason when it cannot be."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from posixpath import normpath
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from generator.diagnostics import OutputError
from generator.frozen import dataclass
from generator.writers.docx.xml import W

MOST_PARTS = 2_000
LARGEST = 80_000_000
"""Bytes of all parts together; a contract with pictures stays far below it."""

_OFFICE_DOCUMENT = "/officeDocument"
_RELS = "_rels/.rels"
_REMEDY = "Vraag de ander om het Word-bestand (.docx) zelf, of open het in Word en sla het opnieuw op."


class UnreadableError(OutputError):
    """A file that is no Word file we can read; says what it is and what to do."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a file; ``main`` is the name of the part that holds the text."""

    parts: Mapping[str, bytes]
    main: str

    def tree(self, name: str) -> "etree._Element | None":
        data = self.parts.get(name)
        return None if data is None else parsed(data)

    @property
    def body(self) -> "etree._Element":
        root = parsed(self.parts[self.main])
        if root.tag != f"{{{W}}}document" or root.find(f"{{{W}}}body") is None:
            raise UnreadableError(
                "Dit bestand heeft niet de gewone vorm van een Word-document.",
                "Open het in Word en kies Opslaan als, Word-document (.docx).",
            )
        return root

    def related(self, kind: str) -> str | None:
        """The part of this kind that the text relates to: ``styles``, ``comments`` …"""
        folder, _, name = self.main.rpartition("/")
        return _related(self, f"{folder}/_rels/{name}.rels", kind, folder)


def opened(data: bytes) -> WordFile:
    """Raises UnreadableError with the reason in Dutch."""
    _refuse_other_kinds(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = _parts(archive)
    except (BadZipFile, NotImplementedError, EOFError, zlib.error, ValueError, OSError) as fault:
        raise UnreadableError("Dit Word-bestand is beschadigd en niet te openen.", _REMEDY) from fault
    found = WordFile(parts, "")
    main = _related(found, _RELS, _OFFICE_DOCUMENT.strip("/"), "")
    if main is None or main not in parts:
        raise UnreadableError("In dit bestand staat geen Word-document.", _REMEDY)
    return WordFile(parts, main)


def parsed(data: bytes) -> "etree._Element":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableError(
            "Dit Word-bestand is beschadigd: een deel is niet te lezen.", _REMEDY
        ) from fault
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise UnreadableError(
            "Dit bestand heeft een deel dat niet in een Word-document hoort. Het is niet gelezen.", _REMEDY
        )
    return root


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(b"%PDF"):
        raise UnreadableError("Dit is een PDF, geen Word-bestand.", _REMEDY)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError(
            "Dit is een oud Word-bestand (.doc), of er zit een wachtwoord op.",
            "Open het in Word, haal het wachtwoord eraf en sla het op als .docx.",
        )
    if not data.startswith(b"PK"):
        raise UnreadableError("Dit is geen Word-bestand.", _REMEDY)


def _parts(archive: ZipFile) -> dict[str, bytes]:
    entries = [i for i in archive.infolist() if not i.is_dir()]
    names = {i.filename for i in entries}
    if len(entries) > MOST_PARTS or len(names) < len(entries):
        raise UnreadableError("Dit bestand is niet gebouwd als een gewoon Word-document.", _REMEDY)
    if any(i.flag_bits & 1 for i in entries):
        raise UnreadableError(
            "Op dit bestand zit een wachtwoord.", "Haal het wachtwoord eraf en sla het opnieuw op."
        )
    left, parts = LARGEST, dict[str, bytes]()
    for entry in entries:
        parts[entry.filename] = _bounded(archive, entry, left)
        left -= len(parts[entry.filename])
    return parts


def _bounded(archive: ZipFile, entry: ZipInfo, left: int) -> bytes:
    """Its size as told in the file is not believed: no more is unpacked than there is room for."""
    with archive.open(entry) as stream:
        data = stream.read(left + 1)
    if len(data) > left:
        raise UnreadableError(
            f"Dit bestand is uitgepakt groter dan {LARGEST // 1_000_000} MB. Dat is geen gewoon contract.",
            "Haal grote afbeeldingen eruit en sla het opnieuw op.",
        )
    return data


def _related(file: WordFile, rels: str, kind: str, folder: str) -> str | None:
    tree = file.tree(rels)
    for relation in () if tree is None else tree:
        if str(relation.get("Type", "")).endswith(f"/{kind}") and relation.get("TargetMode") != "External":
            target = str(relation.get("Target", ""))
            return normpath(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}").lstrip(
                "/"
            )
    return None
