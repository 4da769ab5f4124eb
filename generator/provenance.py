"""Where a set of papers came from, as ``herkomst.json``: versions and hashes, never answers or internal findings."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date

from generator import __version__
from generator.document import Document, parts, plain
from generator.frozen import dataclass
from generator.library import Library
from generator.writers.words import text_hash


@dataclass(frozen=True, slots=True)
class Origin:
    """What one making was made from; ``answers`` is the text of the answers file."""

    reference: str
    questionnaire: str
    today: date
    answers: str


def provenance(library: Library, origin: Origin, files: Mapping[str, tuple[Document, bytes]]) -> bytes:
    """``files`` by file name: the tree and the bytes written from it."""
    content = {
        "vorm": 1,
        "kenmerk": origin.reference,
        "gemaakt_met": f"zwartopwit {__version__}",
        "vandaag": origin.today.isoformat(),
        "vragenlijst": origin.questionnaire,
        "antwoorden_sha256": hashlib.sha256(origin.answers.encode()).hexdigest(),
        "bibliotheek": {
            "naam": library.name,
            "versie": library.version,
            "rechtsstand": library.law_date,
            "sha256": library.hash,
        },
        "stukken": [_paper(name, document, data) for name, (document, data) in sorted(files.items())],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _paper(name: str, document: Document, data: bytes) -> dict[str, object]:
    return {
        "bestand": name,
        "stuk": document.id,
        "titel": plain(document.title),
        "uitgave": "concept" if document.concept else "ter ondertekening",
        "sha256": hashlib.sha256(data).hexdigest(),
        "inhoud_sha256": content_hash(data),
        "clausules": [
            {
                "id": a.clause,
                "versie": a.version,
                "sha256": a.source_hash,
                "tekst_sha256": text_hash(a),
            }
            for _slot, articles in parts(document)
            for a in articles
        ],
    }


def content_hash(data: bytes) -> str:
    """Of a Word file: over its sorted part names and uncompressed bytes, the same on every machine; else of the bytes."""
    if not data.startswith(b"PK"):
        return hashlib.sha256(data).hexdigest()
    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            digest.update(name.encode() + b"\0" + package.read(name) + b"\0")
    return digest.hexdigest()
