"""What the supplier should know of each clause in a paper: why it is there, from which answers, on what source, what to check."""

from collections.abc import Iterable, Iterator

from generator.document import Article, Blank, Document, Filled, inlines_of, parts
from generator.dutch import shown
from generator.expressions.ast import Condition, ForEach, Path
from generator.expressions.evaluation import Scope, question_at, value_at
from generator.expressions.names import choices_of
from generator.expressions.reads import variables
from generator.frozen import dataclass
from generator.library import Clause, ClauseUse, Library, Outline, Question
from generator.values import State

WHY = "Waarom dit er staat:"
PER_RECORD = "Dit staat er één keer voor elk onderdeel van een lijst in uw antwoorden."
DERIVED = "Dit volgt uit uw antwoorden samen, of uit de andere clausules in dit stuk."
ALWAYS = "Dit staat in elk stuk van deze soort."
TO_CHECK = "Laat een jurist deze tekst eerst nakijken."


@dataclass(frozen=True, slots=True)
class Note:
    """One line of an explanation; ``lead`` says what kind it is."""

    lead: str
    text: str


Notes = tuple[Note, ...]


def explanations(library: Library, scope: Scope, document: Document) -> tuple[Notes, ...]:
    """Of every article of the paper, in the order of printing."""
    rules = _rules(library.outlines[document.id])
    return tuple(
        _of(library, scope, article, rules.get(article.clause, ()))
        for _slot, articles in parts(document)
        for article in articles
    )


Rule = Condition | ForEach
Rules = tuple[Rule, ...]


def _rules(outline: Outline) -> dict[str, Rules]:
    """By clause, the conditions and loops that the table of contents of the paper sets around it."""
    found: dict[str, Rules] = {}

    def walk(uses: Iterable[ClauseUse], above: Rules) -> None:
        for use in uses:
            own = (*above, *(rule for rule in (use.when, use.for_each) if rule is not None))
            if use.clause:
                found.setdefault(use.clause, own)
            walk(use.entries, own)

    for slot in (
        outline.front_page, outline.addressee, outline.parties, outline.recitals, outline.articles, outline.signing_text,
    ):  # fmt: skip
        walk(slot, ())
    for annex in outline.annexes:
        walk(annex.entries, () if annex.when is None else (annex.when,))
    return found


def _of(library: Library, scope: Scope, article: Article, rules: Rules) -> Notes:
    clause = library.clauses.get(article.clause)
    risk = library.risks.get(article.clause.removeprefix("risicos/"))
    basis: tuple[str, ...] = ()
    why: Notes = ()
    checked = True
    if clause is not None:
        basis, checked = clause.basis, not clause.to_check
        why = tuple(_why(clause, scope, rules))
    elif risk is not None:
        basis, checked = risk.basis, not risk.to_check
        why = (Note(WHY, "Dit is de tekst van een risico dat uw antwoorden oproepen."),)
    sources = (library.sources[s].title for s in basis if s in library.sources)
    return (
        Note("Clausule:", f"{article.clause}, versie {article.version}"),
        *why,
        *(Note("Ingevuld:", line) for line in _filled(article, scope)),
        *(Note("Bron:", title) for title in sources),
        *(Note("Nog invullen:", label) for label in _blanks(article)),
        *(() if checked else (Note("Nakijken:", TO_CHECK),)),
    )


def _why(clause: Clause, scope: Scope, rules: Rules) -> Iterator[Note]:
    if clause.explanation:
        yield Note("Wat dit betekent:", clause.explanation)
    conditions = [rule for rule in (*rules, clause.when) if isinstance(rule, Condition)]
    decided = dict.fromkeys(path for c in conditions for path in sorted(variables(c.expr)))
    lines = [line for path in decided if (line := _answer(path, scope))]
    yield from (Note("Omdat u antwoordde:", line) for line in lines)
    if any(isinstance(rule, ForEach) for rule in rules):
        yield Note(WHY, PER_RECORD)
    elif not conditions:
        yield Note(WHY, ALWAYS)
    elif not lines:
        yield Note(WHY, DERIVED)


def _answer(path: Path, scope: Scope) -> str:
    """Question and answer in words; empty for what is no question of the case, such as a field inside a loop."""
    question = question_at(path, scope)
    if not isinstance(question, Question):
        return ""
    value = value_at(path, scope)
    if isinstance(value, State):
        return f"{question.text} Nog geen antwoord."
    return f"{question.text} {shown(value, question.kind, choices_of(question))}"


def _filled(article: Article, scope: Scope) -> Iterator[str]:
    seen: set[str] = set()
    for inline in (i for b in article.blocks for i in inlines_of(b)):
        if isinstance(inline, Filled) and inline.variable not in seen:
            seen.add(inline.variable)
            question = question_at(tuple(inline.variable.split(".")), scope)
            if isinstance(question, Question):
                yield f"{question.text} {inline.text}"


def _blanks(article: Article) -> tuple[str, ...]:
    found = (i.label for b in article.blocks for i in inlines_of(b) if isinstance(i, Blank) and i.holds_up)
    return tuple(dict.fromkeys(found))
