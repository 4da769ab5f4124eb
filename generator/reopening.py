"""Why a decision reopened: which of the facts it was taken on have changed. Pure."""

from collections.abc import Iterator, Mapping

from generator.answers import Decision
from generator.expressions.evaluation import Scope, entered, question_at
from generator.facts import Facts
from generator.findings import Finding
from generator.library import Derived, Question
from generator.values import Record

OTHER_WORDS = "De uitleg bij dit risico is veranderd."
_TRUTH: Mapping[str, str] = {"True": "ja", "False": "nee"}


def changes(finding: Finding, decision: Decision, facts: Facts) -> tuple[str, ...]:
    """What changed since the decision, a sentence each; nothing when it still holds for the same facts."""
    held = decision.held_for
    if held is None or not finding.reopened:
        return ()
    scope = _scope_of(finding, facts)
    names = sorted({*held.facts, *finding.reads})
    changed = [n for n in names if held.facts.get(n) != finding.reads.get(n)]
    told = (_told(n, held.facts.get(n, ""), finding.reads.get(n, ""), scope) for n in changed)
    return tuple(dict.fromkeys(t for t in told if t)) or (OTHER_WORDS,)


def _scope_of(finding: Finding, facts: Facts) -> Scope:
    loop = facts.library.risks[finding.risk].for_each
    if loop is None:
        return facts.scope()
    return entered(loop, Record(finding.record or "", {}), facts.scope())


def _told(name: str, before: str, now: str, scope: Scope) -> str | None:
    meaning = question_at(tuple(name.split(".")), scope)
    label = meaning.text if isinstance(meaning, Question) else meaning.label if meaning else None
    if meaning is None or not label:
        return None
    words = tuple(_words(meaning, before, now))
    if len(words) < 2:
        return f"{label} Dit antwoord is veranderd."
    return f"{label} Eerst: {words[0]}. Nu: {words[1]}."


def _words(meaning: Question | Derived, *written: str) -> Iterator[str]:
    """Those of the written values that have words of their own: an option, ja or nee."""
    labels = {c.id: c.label for c in meaning.choices} if isinstance(meaning, Question) else _TRUTH
    return (labels[value] for value in written if value in labels)
