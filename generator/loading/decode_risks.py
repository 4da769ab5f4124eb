"""Risks and the factors of substantiation: front matter and text to the library's types."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.diagnostics import Position
from generator.expressions.names import Names
from generator.library import (
    RISK_HEADINGS,
    Alternative,
    Aspect,
    Block,
    Factor,
    Level,
    LevelRule,
    Raise,
    Risk,
    StopKind,
)
from generator.loading.clause_text import names_in_loop, read_blocks
from generator.loading.decode_clauses import text_line
from generator.loading.decode_questionnaires import unknown
from generator.loading.decode_questions import check_names, question_path
from generator.loading.expressions import condition_of, loop_of
from generator.loading.located import Scalar
from generator.loading.problems import Problems, write_instead
from generator.loading.schema_clauses import FactorBlock, LevelBlock, RiskFront
from generator.loading.sources import Body, stem

HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
WAYS_OUT_OF = {
    Aspect.MATTER: ("oplossen", "later", "buiten_opdracht", "aanvaarden", "weigeren"),
    Aspect.DESIGN: ("oplossen",),
    Aspect.FILE: ("oplossen",),
    Aspect.INTERNAL: ("oplossen", "besluit_directie"),
    Aspect.CONTEXT: (),
}


def decode_risk(
    path: str, front: RiskFront, body: Body, names: Names, risks: Sequence[str], problems: Problems
) -> Risk:
    loop = loop_of(front.for_each, names, problems)
    inside = names_in_loop(names, loop.name, loop.path) if loop else names
    if front.for_each is not None and loop is None:
        return _unreadable(path, front)
    return Risk(
        id=stem(path),
        title=text_line(front.title, inside, problems),
        aspect=Aspect(front.aspect),
        levels=_levels(front.levels, inside, problems),
        sections=_sections(body, inside, problems),
        position=Position(path),
        rule=str(front.rule) if front.rule is not None else None,
        when=condition_of(front.when, inside, problems),
        for_each=loop,
        solved_if=condition_of(front.solved_if, inside, problems),
        raised_by=_raises(front, inside, risks, problems),
        ways_out=_ways_out(front, problems),
        alternatives=tuple(
            Alternative(str(a.text), str(a.per) if a.per is not None else None) for a in front.alternatives
        ),
        about=str(front.about) if front.about is not None else None,
        measure=text_line(front.measure, inside, problems),
        asks=tuple(p for written in front.asks if (p := question_path(written, names, problems))),
        basis=tuple(map(str, front.basis)),
        version=front.version,
        to_check=front.status is not None,
        only_starting=front.holds_back == "starten",
    )


def _unreadable(path: str, front: RiskFront) -> Risk:
    """The loop is wrong: what reads its record cannot be judged, and stays unread."""
    return Risk(stem(path), (), Aspect(front.aspect), (), {}, Position(path), version=front.version)


def _levels(blocks: Sequence[LevelBlock], names: Names, problems: Problems) -> tuple[LevelRule, ...]:
    for index, block in enumerate(blocks):
        if block.when is None and index < len(blocks) - 1:
            problems.add(
                "niveau-onbereikbaar",
                "een niveau zonder 'als' sluit alle niveaus hieronder uit",
                "zet dit niveau als laatste, of geef het een 'als'",
                block.level.position,
                width=len(block.level),
            )
        if (block.level == Level.STOP.value) != (block.stop_kind is not None):
            problems.add(
                "stop-zonder-soort",
                "een stop heeft een soort, en alleen een stop",
                "schrijf {niveau: stop, soort: wet}, of vakregel of huisregel",
                block.level.position,
                width=len(block.level),
            )
    return tuple(
        LevelRule(
            Level(b.level),
            StopKind(b.stop_kind) if b.stop_kind is not None else None,
            condition_of(b.when, names, problems),
        )
        for b in blocks
    )


def _raises(front: RiskFront, names: Names, risks: Sequence[str], problems: Problems) -> tuple[Raise, ...]:
    for block in front.raised_by:
        if block.risk not in risks:
            unknown("onbekend-risico", "risico", block.risk, list(risks), problems)
    return tuple(
        Raise(str(b.risk), condition_of(b.when, names, problems)) for b in front.raised_by if b.risk in risks
    )


def _ways_out(front: RiskFront, problems: Problems) -> tuple[str, ...]:
    fitting = WAYS_OUT_OF[Aspect(front.aspect)]
    for way in front.ways_out:
        if way not in fitting:
            problems.add(
                "uitweg-past-niet",
                f"de uitweg '{way}' past niet bij aard {front.aspect}",
                write_instead(way, fitting)
                if fitting
                else "haal de uitwegen weg: over context wordt niet besloten",
                way.position,
                width=len(way),
            )
    return tuple(map(str, front.ways_out))


# --- the text under fixed headings ---------------------------------------------------------------------------


def _sections(body: Body, names: Names, problems: Problems) -> dict[str, tuple[Block, ...]]:
    found: dict[str, tuple[Block, ...]] = {}
    for heading, part in _parts(body, problems):
        if heading not in RISK_HEADINGS:
            unknown("onbekend-kopje", "kopje", heading, list(RISK_HEADINGS), problems)
        elif heading in found:
            problems.add(
                "dubbele-naam",
                f"het kopje '{heading}' staat er al",
                "voeg de teksten samen",
                heading.position,
                width=len(heading),
            )
        else:
            found[str(heading)] = read_blocks(part.text, part.start, names, problems)
    return found


def _parts(body: Body, problems: Problems) -> Iterator[tuple[Scalar, Body]]:
    headings = list(HEADING.finditer(body.text))
    ahead = body.text[: headings[0].start()] if headings else body.text
    if ahead.strip():
        problems.add(
            "tekst-zonder-kopje",
            "deze tekst staat niet onder een kopje",
            f"zet er een kopje boven, zoals '## {RISK_HEADINGS[0]}'",
            _at(body, len(ahead) - len(ahead.lstrip())),
        )
    for heading, following in zip_longest(headings, headings[1:]):
        end = following.start() if following else len(body.text)
        name = Scalar(heading[1], _at(body, heading.start(1)))
        yield name, Body(body.text[heading.end() + 1 : end], _at(body, heading.end() + 1))


def _at(body: Body, offset: int) -> Position:
    line = body.text.count("\n", 0, offset)
    return Position(body.start.path, body.start.line + line, offset - body.text.rfind("\n", 0, offset))


# --- substantiation -----------------------------------------------------------------------------------------


def decode_factors(blocks: Sequence[FactorBlock], names: Names, problems: Problems) -> tuple[Factor, ...]:
    check_names([b.id for b in blocks], "", problems)
    return tuple(_factor(b, names, problems) for b in blocks)


def _factor(block: FactorBlock, names: Names, problems: Problems) -> Factor:
    if (block.when is None) != block.not_assessable:
        problems.add(
            "factor-zonder-voorwaarde",
            f"de factor '{block.id}' heeft geen 'als', of is niet te beoordelen en heeft er toch een",
            "geef de factor een 'als', of schrijf 'niet_te_beoordelen: ja'",
            block.id.position,
            width=len(block.id),
        )
    when = condition_of(block.when, names, problems)
    place = block.id.position
    return Factor(str(block.id), str(block.text), block.number, block.gate, when, block.remedy, place)
