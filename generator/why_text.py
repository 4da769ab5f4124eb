"""What ``waarom`` and ``herkomst`` say on screen."""

from collections.abc import Callable, Iterable, Iterator

from generator.condition_words import answers_read, in_words
from generator.document import Document, parts, plain
from generator.expressions.ast import Condition
from generator.library import Library
from generator.reading_text import wrapped
from generator.why import Step, Why
from generator.why_not import Absent

BUILT_IN = "("
"""Begins the place of what no file asks: the findings, the day."""
_LEVELS = {
    "stuk": "Dit stuk wordt gemaakt",
    "opbouw": "Deze plek in het stuk wordt gevuld",
    "bijlage": "Deze bijlage hoort erbij",
    "clausule": "Deze clausule hoort erbij",
    "lid": "Dit lid hoort erbij",
    "risico": "Deze melding komt op",
    "niveau": "Zo zwaar weegt zij",
}


def told(library: Library, why: Why, in_file: int | None = None) -> Iterator[str]:
    """``in_file``: the version that stands in the Word file that was asked about."""
    yield why.unit if not why.paper else f"{why.paper}: {why.unit}"
    yield from _source(library, why, in_file)
    yield ""
    if not why.steps:
        yield "Dit staat er altijd: er hangt geen voorwaarde aan."
    for step in why.steps:
        yield from _step(step)
    yield from _answers(why.steps)
    if why.filled:
        yield ""
        yield "Ingevuld uit de antwoorden:"
        yield from (f"  {text}  ({variable})" for variable, text in why.filled)


def told_absent(absent: Absent, unit: str) -> Iterator[str]:
    """Why this is not there: the rule that is not met, and the answers that decided it."""
    yield (
        f"{absent.paper}: ‘{unit}’ staat hier niet in."
        if absent.unit and absent.paper
        else f"‘{unit}’ is er niet."
    )
    if absent.unit is not None:
        kind = "clausule" if absent.paper else "risico"
        yield f"  {kind} {unit}, versie {absent.unit.version}  ({absent.unit.position})"
    yield ""
    yield from _step(absent.step)
    yield "Dat is nu niet zo."
    yield from _answers((absent.step,))


def _source(library: Library, why: Why, in_file: int | None) -> Iterator[str]:
    unit = why.clause or why.risk
    if unit is None:
        return
    yield f"  {'clausule' if why.clause else 'risico'} {unit.id}, versie {unit.version}  ({unit.position})"
    if in_file is not None and in_file != unit.version:
        yield f"  in het Word-bestand staat versie {in_file}; de bibliotheek heeft nu versie {unit.version}"
    if why.finding is not None:
        rule = f"{why.finding.rule}, " if why.finding.rule else ""
        yield f"  {rule}{why.finding.level.value}, {why.finding.status.value}"
    for basis in unit.basis:
        source = library.sources.get(basis)
        yield f"  grond: {source.title if source else basis}"
    if why.clause is not None and why.clause.explanation:
        yield from wrapped(f"toelichting: {why.clause.explanation}", "  ")
    if unit.to_check:
        yield "  een jurist moet deze tekst nog nakijken"


def _step(step: Step) -> Iterator[str]:
    conditional = isinstance(step.rule, Condition)
    how = ("als" if step.outcome else "want dit is niet zo:") if conditional else "zo:"
    yield from wrapped(f"{_LEVELS[step.level]} {how} {in_words(step.rule, step.scope)}.")
    yield f"    {step.rule.source.strip()}  ({step.rule.position})"


def _answers(steps: Iterable[Step]) -> Iterator[str]:
    read = (a for s in steps for a in answers_read(s.rule, s.scope))
    found = dict.fromkeys(a for a in read if not a.place.startswith(BUILT_IN))
    if found:
        yield ""
        yield "De antwoorden die dit bepalen:"
    for answer in found:
        yield from wrapped(f"{answer.question}  {answer.text}", "  ")
        yield f"    {answer.variable}  ({answer.place})"


def origins(library: Library, document: Document, over: Callable[[str, str], str]) -> Iterator[str]:
    """Unit by unit: the file and version it comes from; ``over`` says of a clause or risk what it replaces."""
    outline = library.outlines[document.id]
    yield f"{document.file}: {plain(document.title)}  ({outline.position.path}{over('document', outline.id)})"
    for _slot, articles in parts(document):
        for article in articles:
            clause = library.clauses.get(article.clause)
            risk = article.clause.removeprefix("risicos/")
            unit = clause or library.risks.get(risk)
            name = f"{article.label} {plain(article.title)}".strip() or article.clause
            place = unit.position.path if unit is not None else "onbekend"
            below = over("clausule", article.clause) if clause else over("risico", risk)
            yield f"  {name}  ({article.clause}, versie {article.version}, {place}{below})"
