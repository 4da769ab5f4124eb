"""The maps as a table on screen: the same content as the pictures, for who reads or searches."""

from collections.abc import Iterator

from generator.neighbourhood import NAMES, Group, Neighbourhood
from generator.questionnaire_map import Dependence, Lane, Map, Raised


def of_map(found: Map) -> Iterator[str]:
    yield f"{found.title} ({found.id}): {len(found.questions)} vragen, {len(found.risks)} meldingen, {len(found.papers)} stukken"
    yield ""
    yield "stukken"
    for paper in found.papers:
        yield f"  {paper.code}  {paper.title} ({paper.id}), {paper.clauses} clausules{_after(paper.made, '; gemaakt als')}"
    for lane in found.lanes:
        yield ""
        yield from _lane(lane)
    if found.of_file:
        yield ""
        yield "meldingen over besluiten en het dossier"
        yield from (f"  {_risk(r)}" for r in found.of_file)


def _lane(lane: Lane) -> Iterator[str]:
    yield f"{lane.title}{_after(lane.shown, '; alleen als')}"
    for asked in lane.questions:
        yield f"  {asked.number:>3}  {asked.text}  [{asked.unit.partition(':')[2]}]"
        if asked.shown.on:
            yield f"       gevraagd{_after(asked.shown, ' als')}"
        for code, clauses in asked.clauses.items():
            yield f"       {code}: {', '.join(clauses)}"
        yield from (f"       {_risk(r)}" for r in asked.risks)


def _risk(risk: Raised) -> str:
    parts = [f"{risk.level.value}: {risk.title} [{risk.id}]"]
    parts += [f"als {_numbers(risk.raised.on)}"] if risk.raised.on else []
    parts += [f"zwaarte {_numbers(risk.other)}"] if risk.other else []
    parts += [f"einde {_numbers(risk.ended.on)}"] if risk.ended.on else []
    return "; ".join(parts)


def _numbers(on: tuple[int, ...]) -> str:
    return ", ".join(map(str, on))


def _after(dependence: Dependence, words: str) -> str:
    return f"{words} {_numbers(dependence.on)}: {dependence.rule}" if dependence.on else ""


def of_neighbourhood(found: Neighbourhood) -> Iterator[str]:
    kind, _, name = found.unit.partition(":")
    yield f"{NAMES.get(kind, kind)} {name}: {found.title}"
    for side, groups in (("hangt af van", found.reads), ("hiervan hangt af", found.read_by)):
        yield ""
        yield side if groups else f"{side}: niets"
        for group in groups:
            yield from _group(group)


def _group(group: Group) -> Iterator[str]:
    yield f"  {group.title}"
    for n in group.neighbours:
        title = f": {n.title}" if n.title != n.id else ""
        yield f"{'      – ' if n.via else '    '}{NAMES.get(n.kind, n.kind)} {n.id}{title}"
        yield from (f"        {rule}" for rule in n.rules)
