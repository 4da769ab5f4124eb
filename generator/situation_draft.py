"""What comes out of a case, written down as what a situation expects: a lawyer strikes what he does not mean."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.document import Document, parts
from generator.findings import Finding
from generator.library import ClauseUse, Library, Outline
from generator.situations import Outcome

_PLAIN = re.compile(r"[a-z0-9][a-z0-9/_-]*")
_YES, _NO = "ja", "nee"


def expected(library: Library, outcome: Outcome) -> str:
    """The part ``verwacht:`` of a situation, with a word for the lawyer at each group."""
    return "\n".join(["verwacht:", *(f"  {line}" for line in _groups(library, outcome))]) + "\n"


def _groups(library: Library, outcome: Outcome) -> Iterator[str]:
    papers, case = outcome.papers, outcome.situation.case
    documents = papers.documents
    yield "# Haal weg wat u niet bedoelt. Wat blijft staan, moet voortaan altijd zo zijn."
    yield from _findings(papers.findings)
    yield "# Deze stukken worden gemaakt, en deze niet."
    yield f"stukken: {_flow(d.file for d in documents)}"
    possible = [use.document for use in library.questionnaires[case.questionnaire].documents]
    made = {d.id for d in documents}
    yield f"geen_stukken: {_flow(i for i in dict.fromkeys(possible) if i not in made)}"
    yield "# Is een stuk nog concept?"
    yield "concept:"
    yield from (f"  {_word(d.file)}: {_YES if d.concept else _NO}" for d in documents)
    yield from _clauses(library, [d for d in documents if not d.internal])
    yield "# Tegenspraken tussen antwoorden. Ook als dit leeg is, mag er geen andere zijn."
    yield f"controles: {_flow(c.message for c in outcome.facts.failed_checks())}"


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    yield "# Deze risico's worden gemeld, met hun zwaarte en hoe het besluit ervoor staat."
    if not findings:
        yield "meldingen: {}"
        return
    yield "meldingen:"
    for f in findings:
        facts = {
            "niveau": f.level.value,
            "soort": f.stop_kind.value if f.stop_kind else "",
            "status": f.status.value,
        }
        yield f"  {_word(f.key)}: {{{', '.join(f'{k}: {v}' for k, v in facts.items() if v)}}}"


def _clauses(library: Library, documents: Sequence[Document]) -> Iterator[str]:
    """Only clauses that other answers would take away or bring."""
    there: list[str] = []
    absent: list[str] = []
    for d in documents:
        conditional = _conditional(library, library.outlines[d.id])
        present = {a.clause for _slot, articles in parts(d) for a in articles}
        there += _of(d.file, [c for c in conditional if c in present])
        absent += _of(d.file, [c for c in conditional if c not in present])
    yield "# Clausules die er door deze antwoorden staan. Wat er altijd staat, is weggelaten."
    yield from ("clausules:", *there) if there else ("clausules: {}",)
    yield "# Clausules die er door deze antwoorden niet staan."
    yield from ("geen_clausules:", *absent) if absent else ("geen_clausules: {}",)


def _of(file: str, clauses: Sequence[str]) -> list[str]:
    return [f"  {_word(file)}:", *(f"    - {_word(c)}" for c in clauses)] if clauses else []


def _conditional(library: Library, outline: Outline) -> list[str]:
    """The clauses of a document that hang on a condition wherever they stand in it."""
    found: dict[str, bool] = {}

    def walk(uses: Iterable[ClauseUse], *, depends: bool) -> None:
        for use in uses:
            here = depends or use.when is not None or use.for_each is not None
            walk(use.entries, depends=here)
            if use.clause is not None:
                own = here or library.clauses[use.clause].when is not None
                found[use.clause] = own and found.get(use.clause, True)

    plain = (outline.front_page, outline.addressee, outline.parties, outline.recitals, outline.articles)
    for slot in (*plain, outline.signing_text):
        walk(slot, depends=False)
    for annex in outline.annexes:
        walk(annex.entries, depends=annex.when is not None)
    return [clause for clause, depends in found.items() if depends]


def _flow(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_word, words))}]"


def _word(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
