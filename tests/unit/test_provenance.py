"""Where papers came from, as told in ``herkomst.json``."""

import io
import json
import zipfile

from small_content import TODAY, answers, clause, library, only_paper

from generator.provenance import Origin, content_hash, provenance

CUSTOMER = "Fictief Geheim B.V."
KNOWN = library({"clauses/algemeen/doel.md": clause("1. Voor {{ zaak.naam }}.")})
ORIGIN = Origin("2026-001", "proef", TODAY, f"antwoorden: {CUSTOMER}")


def zipped(parts: dict[str, bytes], *, level: int = 6, year: int = 1980) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0))
            package.writestr(info, data, zipfile.ZIP_DEFLATED, level)
    return buffer.getvalue()


PARTS = {"word/document.xml": b"<w>tekst</w>" * 50, "a.xml": b"<a/>"}


def test_the_same_parts_have_the_same_content_hash_however_they_are_packed() -> None:
    one = zipped(PARTS, level=1)
    other = zipped(dict(reversed(PARTS.items())), level=9, year=2026)
    assert one != other
    assert content_hash(one) == content_hash(other)


def test_other_text_or_another_name_gives_another_content_hash() -> None:
    changed = zipped({**PARTS, "a.xml": b"<b/>"})
    renamed = zipped({"word/document.xml": PARTS["word/document.xml"], "b.xml": b"<a/>"})
    assert len({content_hash(zipped(PARTS)), content_hash(changed), content_hash(renamed)}) == 3


def test_text_moved_from_one_part_to_the_next_gives_another_content_hash() -> None:
    assert content_hash(zipped({"a": b"12", "b": b"3"})) != content_hash(zipped({"a": b"1", "b": b"23"}))


def test_a_plain_file_is_hashed_as_it_is() -> None:
    assert content_hash(b"tekst") != content_hash(b"tekst ")


def told(given: str | None) -> tuple[str, dict]:
    paper = only_paper(KNOWN, answers(naam=given) if given else {})
    text = provenance(KNOWN, ORIGIN, {"stuk.txt": (paper, b"tekst")}).decode()
    return text, json.loads(text)


def test_provenance_names_versions_and_hashes() -> None:
    _text, content = told(CUSTOMER)
    assert (content["vorm"], content["kenmerk"], content["vandaag"]) == (1, "2026-001", "2026-11-21")
    assert content["bibliotheek"]["sha256"] == KNOWN.hash
    (paper,) = content["stukken"]
    assert (paper["bestand"], paper["stuk"], paper["uitgave"]) == ("stuk.txt", "stuk", "ter ondertekening")
    source = KNOWN.clauses["algemeen/doel"].source_hash
    (told_of,) = paper["clausules"]
    words = told_of.pop("tekst_sha256")
    assert told_of == {"id": "algemeen/doel", "versie": 1, "sha256": source}
    assert source
    assert words != told("Fictief Ander B.V.")[1]["stukken"][0]["clausules"][0]["tekst_sha256"]


def test_provenance_never_holds_an_answer() -> None:
    assert CUSTOMER not in told(CUSTOMER)[0]


def test_a_paper_that_is_held_up_is_a_concept() -> None:
    assert told(None)[1]["stukken"][0]["uitgave"] == "concept"


def test_papers_stand_in_the_order_of_their_names_and_give_the_same_bytes() -> None:
    paper = only_paper(KNOWN, answers(naam=CUSTOMER))
    pair = (paper, b"x")
    first = provenance(KNOWN, ORIGIN, {"b.txt": pair, "a.txt": pair})
    assert first == provenance(KNOWN, ORIGIN, {"a.txt": pair, "b.txt": pair})
    assert [p["bestand"] for p in json.loads(first)["stukken"]] == ["a.txt", "b.txt"]
