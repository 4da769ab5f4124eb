"""Outlines: which clauses make up a document. Also finds which loop variables each clause's text may read."""

from collections.abc import Collection, Iterator, Sequence

from generator.expressions.ast import ForEach
from generator.expressions.names import Names
from generator.frozen import dataclass
from generator.library import (
    RISK_HEADINGS,
    AnnexUse,
    ClauseUse,
    Form,
    Gate,
    Inline,
    Outline,
    SignatoryUse,
)
from generator.loading.clause_text import names_in_loop, read_inlines
from generator.loading.decode_questionnaires import unknown
from generator.loading.decode_questions import question_path
from generator.loading.expressions import condition_of, loop_of
from generator.loading.located import Scalar
from generator.loading.problems import Problems
from generator.loading.schema_clauses import AnnexBlock, EntryBlock, OutlineFile, SignatoryBlock


@dataclass(frozen=True, slots=True)
class Known:
    """The ids an outline may name."""

    clauses: Collection[str]
    risks: Collection[str]


def decode_outline(file: OutlineFile, names: Names, known: Known, problems: Problems) -> Outline:
    def entries(blocks: Sequence[EntryBlock]) -> tuple[ClauseUse, ...]:
        return tuple(u for b in blocks if (u := _entry(b, names, known, problems)))

    signing = file.signing
    return Outline(
        id=str(file.id),
        title=_title(file.title, names, problems),
        gate=Gate(file.gate),
        form=Form(file.form),
        position=file.id.position,
        about=_about(file, known, problems),
        internal=file.internal,
        addressee=entries(file.addressee),
        front_page=entries(file.front_page),
        parties=entries(file.parties),
        recitals=entries(file.recitals),
        articles=entries(file.articles),
        annexes=_annexes(file.annexes, names, known, problems),
        signing=tuple(s for b in signing.parties if (s := _signatory(b, names, problems))) if signing else (),
        signing_text=entries(signing.text) if signing else (),
        version=file.version,
    )


def _title(written: Scalar, names: Names, problems: Problems) -> tuple[Inline, ...]:
    return read_inlines(str(written), written.position, names, problems)


def _about(file: OutlineFile, known: Known, problems: Problems) -> tuple[str, ...]:
    for name in file.about:
        if name not in {"alle", "eigen"} and name not in known.risks:
            unknown("onbekend-risico", "risico", name, ["alle", "eigen", *sorted(known.risks)], problems)
    return tuple(map(str, file.about))


def _entry(block: EntryBlock, names: Names, known: Known, problems: Problems) -> ClauseUse | None:
    named: list[Scalar] = [n for n in (block.clause, block.risk_heading) if n is not None]
    if len(named) + bool(block.entries) != 1:
        place = next(iter([*named, *(n for n in (block.for_each, block.when) if n)]), None)
        if place is not None:
            problems.add(
                "onduidelijk-deel",
                "dit deel noemt niet precies één van clausule, risico en delen",
                "houd er één over, en splits zo nodig in meer delen",
                place.position,
            )
        return None
    loop = loop_of(block.for_each, names, problems)
    inside = names_in_loop(names, loop.name, loop.path) if loop else names
    if not _exists(block, known, problems):
        return None
    return ClauseUse(
        clause=str(block.clause) if block.clause is not None else None,
        risk_heading=str(block.risk_heading) if block.risk_heading is not None else None,
        when=condition_of(block.when, inside, problems),
        for_each=loop,
        with_definitions=block.with_definitions,
        entries=tuple(u for b in block.entries if (u := _entry(b, inside, known, problems))),
        **({"position": named[0].position} if named else {}),
    )


def _exists(block: EntryBlock, known: Known, problems: Problems) -> bool:
    if block.clause is not None and block.clause not in known.clauses:
        unknown("onbekende-clausule", "clausule", block.clause, sorted(known.clauses), problems)
        return False
    if block.risk_heading is not None and block.risk_heading not in RISK_HEADINGS:
        unknown("onbekend-kopje", "kopje", block.risk_heading, list(RISK_HEADINGS), problems)
        return False
    return True


def _annexes(
    blocks: Sequence[AnnexBlock], names: Names, known: Known, problems: Problems
) -> tuple[AnnexUse, ...]:
    found: dict[str, AnnexUse] = {}
    for block in blocks:
        if block.id in found:
            problems.add(
                "dubbele-naam",
                f"de bijlage '{block.id}' bestaat hier al",
                "kies een andere naam",
                block.id.position,
                width=len(block.id),
            )
        entries = tuple(u for b in block.entries if (u := _entry(b, names, known, problems)))
        when = condition_of(block.when, names, problems)
        found.setdefault(str(block.id), AnnexUse(str(block.id), str(block.title), entries, when))
    return tuple(found.values())


def _signatory(block: SignatoryBlock, names: Names, problems: Problems) -> SignatoryUse | None:
    name = question_path(block.name, names, problems)
    people = question_path(block.signatories, names, problems) if block.signatories is not None else None
    return SignatoryUse(str(block.role), name, people) if name is not None else None


# --- what the outlines say about clauses -----------------------------------------------------------------------


def entries_of(outline: Outline) -> Iterator[tuple[ClauseUse, tuple[ForEach, ...]]]:
    """Every entry of an outline with the loops it stands in."""
    slots = (
        outline.addressee,
        outline.front_page,
        outline.parties,
        outline.recitals,
        outline.articles,
        outline.signing_text,
        *(a.entries for a in outline.annexes),
    )
    for slot in slots:
        yield from _nested(slot, ())


def _nested(
    entries: tuple[ClauseUse, ...], loops: tuple[ForEach, ...]
) -> Iterator[tuple[ClauseUse, tuple[ForEach, ...]]]:
    for entry in entries:
        inside = (*loops, entry.for_each) if entry.for_each else loops
        yield entry, inside
        yield from _nested(entry.entries, inside)


Loops = dict[str, list[ForEach]]
"""By clause or document: the loops in which it is placed."""


def loops_of_clauses(outlines: Collection[Outline], around: Loops) -> Loops:
    """``around`` holds the loops of questionnaires over whole documents."""
    found: Loops = {}
    for outline in outlines:
        for entry, loops in entries_of(outline):
            if entry.clause is not None:
                found.setdefault(entry.clause, []).extend((*around.get(outline.id, ()), *loops))
    return found


def in_loops(names: Names, loops: Sequence[ForEach]) -> Names:
    for loop in loops:
        names = names_in_loop(names, loop.name, loop.path)
    return names
