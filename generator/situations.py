"""Situations: what a lawyer expects of given answers, run against the library (pure; files are read elsewhere)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.answers import Case
from generator.assembly import Papers, assemble
from generator.document import Article, Document, Identity, parts
from generator.facts import Facts
from generator.findings import Finding
from generator.frozen import dataclass
from generator.library import Library
from generator.situation_names import ALL, unknown_names
from generator.writers.text import write

Expected = Mapping[str, object]
EXPECTATIONS = (
    "meldingen",
    "geen_meldingen",
    "stukken",
    "geen_stukken",
    "concept",
    "clausules",
    "geen_clausules",
    "zinnen",
    "geen_zinnen",
    "controles",
)


@dataclass(frozen=True, slots=True)
class Situation:
    """One file of ``situaties/``: a sentence, a day, a case and what must come out."""

    file: str
    name: str
    today: date
    case: Case
    expected: Expected


@dataclass(frozen=True, slots=True)
class Outcome:
    """What differs, in Dutch; empty when all is as expected. ``papers`` feeds the coverage."""

    situation: Situation
    differences: tuple[str, ...]
    papers: Papers
    facts: Facts


def run(library: Library, situation: Situation) -> Outcome:
    facts = Facts(library, situation.case.questionnaire, situation.case.answers, situation.today)
    identity = Identity("2026-001", "situatie")
    papers = assemble(library, facts, situation.case, identity)
    found = (*unknown_names(situation.expected, library), *_differences(situation.expected, papers, facts))
    return Outcome(situation, found, papers, facts)


def _differences(expected: Expected, papers: Papers, facts: Facts) -> Iterator[str]:
    for name in (n for n in expected if n not in EXPECTATIONS):
        yield f"'{name}' is geen verwachting; kies uit {', '.join(EXPECTATIONS)}"
    by_key = {f.key: f for f in papers.findings}
    for key, wanted in _mapping(expected.get("meldingen")).items():
        yield from _finding(key, _mapping(wanted), by_key)
    for key in _strings(expected.get("geen_meldingen")):
        if any(key in (f.key, f.risk) for f in papers.findings):
            yield f"melding {key} mag er niet zijn, maar is er wel"
    if "controles" in expected:
        yield from _checks(_strings(expected["controles"]), [c.message for c in facts.failed_checks()])
    yield from _documents(expected, papers)
    yield from _texts(expected, papers)


def _checks(wanted: Iterable[str], failed: Sequence[str]) -> Iterator[str]:
    """Every contradiction that is expected is told, by a part of its message, and no other."""
    wanted = tuple(wanted)
    for part in wanted:
        if not any(part in message for message in failed):
            yield f"de controle ontbreekt: {part}"
    for message in failed:
        if not any(part in message for part in wanted):
            yield f"deze controle mag er niet zijn, maar is er wel: {message}"


def _finding(key: str, wanted: Expected, by_key: Mapping[str, Finding]) -> Iterator[str]:
    finding = by_key.get(key)
    if finding is None:
        near = [
            k
            for k in by_key
            if k.split("/")[0].split("@")[0] == key.split("/", maxsplit=1)[0].split("@", maxsplit=1)[0]
        ]
        yield f"melding {key} ontbreekt" + (f"; wel gemeld: {', '.join(near)}" if near else "")
        return
    actual = {
        "niveau": finding.level.value,
        "soort": finding.stop_kind.value if finding.stop_kind else None,
        "status": finding.status.value,
        "aard": finding.aspect.value,
        "verzwaard": "ja" if finding.heightened else "nee",
        "regel": finding.rule,
    }
    for name, value in wanted.items():
        if name not in actual:
            yield f"melding {key}: '{name}' is geen kenmerk van een melding; kies uit {', '.join(actual)}"
        elif str(value) != str(actual[name]):
            yield f"melding {key}: {name} is {actual[name] or 'leeg'}, verwacht {value}"


def _documents(expected: Expected, papers: Papers) -> Iterator[str]:
    made = {d.file for d in papers.documents}
    for file in _strings(expected.get("stukken")):
        if not _of(file, papers.documents):
            yield f"stuk {file} ontbreekt; wel gemaakt: {', '.join(sorted(made))}"
    for file in _strings(expected.get("geen_stukken")):
        if _of(file, papers.documents):
            yield f"stuk {file} mag er niet zijn, maar is er wel"
    for file, wanted in _mapping(expected.get("concept")).items():
        found = _of(file, papers.documents)
        if not found:
            yield f"stuk {file} ontbreekt, dus ook of het concept is"
        for d in found:
            if bool(d.concept) != (wanted == "ja"):
                why = f": {'; '.join(d.concept)}" if d.concept else ""
                yield f"{d.file} is {'wel' if d.concept else 'geen'} concept, verwacht: {wanted}{why}"
    for must, name in ((True, "clausules"), (False, "geen_clausules")):
        for file, clauses in _mapping(expected.get(name)).items():
            present = {a.clause for d in _of(file, papers.documents) for a in _articles(d)}
            yield from (
                f"{file}: clausule {c} {'ontbreekt' if must else 'mag er niet staan'}"
                for c in _strings(clauses)
                if (c in present) is not must
            )


def _texts(expected: Expected, papers: Papers) -> Iterator[str]:
    for must, name in ((True, "zinnen"), (False, "geen_zinnen")):
        for file, sentences in _mapping(expected.get(name)).items():
            documents = _of(file, papers.documents)
            if must and not documents:
                yield f"stuk {file} ontbreekt, dus ook de zinnen die erin moeten staan"
            texts = {d.file: " ".join(write(d, 10_000).split()) for d in documents}
            for sentence in _strings(sentences):
                hits = [f for f, text in texts.items() if _flat(sentence) in text]
                if must and not hits and documents:
                    yield f"{file}: de zin ontbreekt: {sentence}"
                elif not must and hits:
                    yield f"{', '.join(hits)}: deze woorden mogen er niet staan: {sentence}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _of(file: str, documents: Iterable[Document]) -> list[Document]:
    """Documents by file stem, by kind, or ``alle`` (but not what is internal)."""
    if file == ALL:
        return [d for d in documents if not d.internal]
    return [d for d in documents if file in (d.file, d.id)]


def _articles(document: Document) -> Iterator[Article]:
    for _slot, articles in parts(document):
        yield from articles


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(v) for v in value) if isinstance(value, list | tuple) else ()
