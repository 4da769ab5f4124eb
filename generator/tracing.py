"""``waarom`` and ``herkomst``: which paper is meant, which unit in it, and where that came from."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import app
from generator.diagnostics import MisuseError
from generator.document import Article, Document, Item, parts
from generator.expressions.evaluation import Scope
from generator.frozen import dataclass
from generator.library import DocumentUse, Form
from generator.reading_back import case_of, word_file
from generator.returned_paper import Returned

if TYPE_CHECKING:
    from generator.why import Why
    from generator.why_not import Absent

_NUMBERED = re.compile(r"(?:artikel|art\.?|lid|bijlage)\s+", re.IGNORECASE)

Asked = tuple[Document, DocumentUse, Scope]


@dataclass(frozen=True, slots=True)
class Source:
    """A case with its papers; with a Word file the one paper it is, and the number and version of what stands in it."""

    work: app.Work
    papers: tuple[Asked, ...]
    labels: dict[str, str]
    versions: dict[str, int]


def tell(source: str, unit: str, chosen: app.Settings, only: str | None) -> Iterator[str]:
    """Why this number, clause or finding is there."""
    from generator.why_text import told, told_absent

    found = _opened(source, chosen)
    absent = _absent(found, unit, only)
    for n, one in enumerate(absent):
        yield from ("", "") if n else ()
        yield from told_absent(one, unit)
    if absent:
        return
    for n, (why, version) in enumerate(_answers(found, unit, only)):
        yield from ("", "") if n else ()
        yield from told(found.work.library, why, version)


def origins(source: str, chosen: app.Settings, only: str | None) -> Iterator[str]:
    from generator.layer_origins import layer_units, replacing
    from generator.why_text import origins as of_paper

    found = _opened(source, chosen)
    replaced = {(u.kind, u.id): u for u in layer_units(chosen.layers)}
    for document, _use, _scope in _wanted(found, only):
        yield from of_paper(
            found.work.library, document, lambda kind, name: replacing(replaced.get((kind, name)))
        )
        yield ""


# --- which case, which paper --------------------------------------------------------------------------------------


def _opened(source: str, chosen: app.Settings) -> Source:
    if Path(source).suffix.lower() != ".docx":
        work = app.opened(source, chosen)
        return Source(work, _papers(work), {}, {})
    from generator.writers.docx.returned import returned, with_labels

    file = word_file(source)
    paper = with_labels(returned(file), file)
    folder = case_of(paper.provenance, chosen, None)
    if folder is None:
        raise MisuseError(
            f"Het dossier bij ‘{Path(source).name}’ is niet gevonden (kenmerk: {paper.provenance.reference or 'geen'}).",
            "Noem de map met uw dossiers achter --dossiers. Of vraag het de antwoorden zelf: "
            "zwartopwit waarom ANTWOORDEN.yaml DEEL",
        )
    work = app.opened(str(folder.path), chosen)
    papers = _papers(work)
    return Source(work, _same_paper(papers, paper), _labels(source), _versions(paper))


def _papers(work: app.Work) -> tuple[Asked, ...]:
    from generator.assembly import places

    documents = app.papers_of(work).documents
    found = places(work.library, work.facts, work.case, work.identity)
    return tuple((d, use, scope) for d, (use, scope) in zip(documents, found, strict=True))


def _same_paper(papers: Sequence[Asked], paper: Returned) -> tuple[Asked, ...]:
    """The paper of the case with the most bookmarks of this file."""
    from generator.writers.docx.marks import clause_marks

    marks = {u.mark for u in paper.units}
    alike = [(sum(m in marks for m, _a in clause_marks(p[0])), n) for n, p in enumerate(papers)]
    most, place = max(alike, default=(0, 0))
    if not most:
        raise MisuseError(
            "Het dossier geeft dit stuk nu niet meer.", "Maak de stukken opnieuw en kijk daarin."
        )
    return (papers[place],)


def _labels(source: str) -> dict[str, str]:
    """Bookmark → number, as it stands in the file."""
    from generator.writers.docx.returned import numbers_of

    return numbers_of(word_file(source))


def _versions(paper: Returned) -> dict[str, int]:
    return {k.clause: k.version for k in paper.provenance.clauses}


def _wanted(found: Source, only: str | None) -> tuple[Asked, ...]:
    papers = [p for p in found.papers if not only or only in (p[0].id, p[0].file)]
    if not papers:
        known = ", ".join(p[0].file for p in found.papers)
        raise MisuseError(f"Het stuk ‘{only}’ hoort niet bij dit dossier.", f"Kies uit: {known}.")
    return tuple(papers)


# --- which unit ---------------------------------------------------------------------------------------------------


def _answers(found: Source, unit: str, only: str | None) -> list[tuple["Why", int | None]]:
    from generator.why import why, why_finding

    library = found.work.library
    places = [(p, a, k) for p in _wanted(found, only) for a, k in _units(p[0], unit, found.labels)]
    if places and (_number(unit) or only is None):
        places = _first_paper(places) if _number(unit) else places
        return [
            (why(library, d, use, scope, a, key), found.versions.get(a.clause))
            for (d, use, scope), a, key in places
        ]
    findings = [f for f in app.papers_of(found.work).findings if unit in (f.key, f.risk)]
    if findings:
        scope = found.work.facts.scope()
        return [(why_finding(library, f, scope), None) for f in findings]
    raise MisuseError(
        f"‘{unit}’ staat niet in {'dit stuk' if found.labels else 'de stukken van dit dossier'}.",
        "Noem een nummer (7.2), een clausule (backup/herstel) of een melding (beveiliging-afgewezen/firewall).",
    )


def _absent(found: Source, unit: str, only: str | None) -> tuple["Absent", ...]:
    """Nothing for what is there, for what can only be asked by its number, and for what the library does not have."""
    from generator.assembly import outside
    from generator.why_not import Missing

    work = found.work
    made = {document.id for document, _use, _scope in found.papers}
    findings = {name for f in app.papers_of(work).findings for name in (f.key, f.risk)}
    if _number(unit) or unit in made | findings or _stands(found, unit, only):
        return ()
    base = outside(work.library, work.facts, work.case)
    papers = [p for p in found.papers if only in (None, p[0].id, p[0].file)]
    return Missing(work.library, work.case.questionnaire, papers, base).why(unit)


def _stands(found: Source, unit: str, only: str | None) -> bool:
    papers = [p for p in found.papers if only in (None, p[0].id, p[0].file)]
    return any(True for p in papers for _ in _units(p[0], unit, found.labels))


def _first_paper(places: list[tuple[Asked, Article, str]]) -> list[tuple[Asked, Article, str]]:
    """A number stands in several papers: that of a contract is meant, else of the first."""
    contracts = [p for p in places if p[0][0].form is Form.CONTRACT] or places
    return [p for p in contracts if p[0][0] is contracts[0][0][0]][:1]


def _number(unit: str) -> str:
    """``7.2`` for ‘artikel 7.2’; empty for a clause or a finding."""
    text = _NUMBERED.sub("", unit.strip()).rstrip(".")
    return text if "/" not in text and re.fullmatch(r"[0-9A-Za-z().§ ]{1,12}", text) and any(c.isdigit() for c in text) else ""  # fmt: skip


def _units(document: Document, unit: str, labels: dict[str, str]) -> Iterator[tuple[Article, str]]:
    """The articles and items that this number or name means, with their keys."""
    from generator.writers.docx.marks import marks_of

    targets = marks_of(document).targets
    number = _number(unit)
    annex = unit.strip().lower().startswith("bijlage")
    for slot, articles in parts(document):
        for n, article in enumerate(articles):
            if number and annex:
                if n == 0 and any(slot == f"bijlage:{a.key}" and _same(a.label, number) for a in document.annexes):  # fmt: skip
                    yield article, article.key
                continue
            keys = [
                (article.key, article.label),
                *((b.key, b.label) for b in article.blocks if isinstance(b, Item)),
            ]
            for key, label in keys:
                stands = labels.get(targets[key].bookmark, "") if labels and key in targets else label
                if (number and _same(stands, number)) or unit in (
                    key,
                    article.clause if key == article.key else "",
                ):
                    yield article, key


def _same(label: str, number: str) -> bool:
    return bool(label) and _NUMBERED.sub("", label).strip(" .") == number
