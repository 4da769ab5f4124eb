"""All questions with their answers, to look at and to jump; with many questions first the sections."""

from collections.abc import Sequence
from itertools import groupby

from generator.expressions.ast import Path
from generator.interview import OverviewRow
from generator.terminal.prompts import Around, Front, Option, PickPrompt

ON_ONE_SCREEN = 25


def choose_question(
    front: Front, rows: Sequence[OverviewRow], here: Path | None, worried: frozenset[Path]
) -> Path | None:
    """The question to jump to; None: back to where we were. ``worried`` are questions that a finding is about."""
    if len(rows) <= ON_ONE_SCREEN:
        return _choose(front, "Overzicht", rows, here, worried, headings=True)
    section = here[0] if here else None
    while True:
        section = _choose_section(front, rows, section)
        if section is None:
            return None
        inside = [r for r in rows if r.step.path[0] == section]
        chosen = _choose(front, f"Overzicht › {inside[0].section}", inside, here, worried, headings=False)
        if chosen is not None:
            return chosen


def _choose_section(front: Front, rows: Sequence[OverviewRow], here: str | None) -> str | None:
    options = []
    for section, group in groupby(rows, key=lambda r: r.step.path[0]):
        inside = list(group)
        left = sum(1 for r in inside if r.step.open)
        told = f"{left} open" if left else f"{len(inside)} {'antwoord' if len(inside) == 1 else 'antwoorden'}"
        options.append(Option(section, inside[0].section, told, mark="○" if left else "✓"))
    around = _around("Overzicht", rows, "Welke rubriek wilt u bekijken?")
    reply = front.pick(PickPrompt(around, tuple(options), here, enter="openen"))
    return reply.value if reply.nav is None and isinstance(reply.value, str) else None


def _choose(
    front: Front,
    title: str,
    rows: Sequence[OverviewRow],
    here: Path | None,
    worried: frozenset[Path],
    *,
    headings: bool,
) -> Path | None:
    options: list[Option] = []
    for section, group in groupby(rows, key=lambda r: r.section):
        if headings:
            options.append(Option(f"\x00{section}", section, heading=True))
        options.extend(_line(r, worried) for r in group)
    around = _around(title, rows, "Welk antwoord wilt u bekijken of wijzigen?")
    first_open = next((r.step.path for r in rows if r.step.open), None)
    pointer = here if any(r.step.path == here for r in rows) else first_open or rows[0].step.path
    reply = front.pick(
        PickPrompt(around, tuple(options), ".".join(pointer) if pointer else None, enter="openen")
    )
    if reply.nav is not None or not isinstance(reply.value, str):
        return None
    section_id, name = reply.value.split(".", 1)
    return section_id, name


def _line(row: OverviewRow, worried: frozenset[Path]) -> Option:
    mark = "○" if row.step.open else "⚠" if row.step.path in worried else "✓"
    return Option(".".join(row.step.path), row.step.question.text, row.answer, mark=mark)


def _around(title: str, rows: Sequence[OverviewRow], question: str) -> Around:
    left = sum(1 for r in rows if r.step.open)
    return Around(
        title, question, progress=f"nog {left} open" if left else "alles beantwoord", overview=False
    )
