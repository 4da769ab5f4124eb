"""Clauses and defined terms: front matter and body to the library's types."""

import hashlib
from collections.abc import Iterable

from generator.diagnostics import Position
from generator.expressions.names import Names
from generator.library import Block, Clause, For, If, Inline, Item, Term
from generator.loading.clause_text import read_blocks, read_inlines
from generator.loading.expressions import condition_of
from generator.loading.files import inside
from generator.loading.located import Scalar
from generator.loading.problems import Problems
from generator.loading.schema_clauses import ClauseFront, TermFront
from generator.loading.sources import Body, stem
from generator.loading.table_layout import check_tables


def clause_id(path: str) -> str:
    return inside(path).removeprefix("clauses/").removesuffix(".md")


def decode_clause(path: str, front: ClauseFront, body: Body, names: Names, problems: Problems) -> Clause:
    blocks = read_blocks(body.text, body.start, names, problems)
    _check_item_names(blocks, problems)
    check_tables(front, blocks, problems)
    return Clause(
        id=clause_id(path),
        title=text_line(front.title, names, problems),
        blocks=blocks,
        version=front.version,
        position=Position(path),
        when=condition_of(front.when, names, problems),
        nature=str(front.nature) if front.nature is not None else None,
        subject=str(front.subject) if front.subject is not None else None,
        basis=tuple(map(str, front.basis)),
        explanation=str(front.explanation) if front.explanation is not None else None,
        to_check=front.status is not None,
        source_hash=hashlib.sha256(f"{front.title or ''}\n{body.text.strip()}\n".encode()).hexdigest(),
        lanes=tuple(map(str, front.lanes)),
        order=tuple(map(str, front.order)),
    )


def text_line(written: Scalar | None, names: Names, problems: Problems) -> tuple[Inline, ...]:
    return read_inlines(str(written), written.position, names, problems) if written is not None else ()


def decode_term(path: str, front: TermFront, body: Body, names: Names, problems: Problems) -> Term:
    for form in front.forms:
        if not form[0].isupper():
            problems.add(
                "vorm-zonder-hoofdletter",
                f"de vorm '{form}' begint niet met een hoofdletter",
                f"schrijf '{form[0].upper()}{form[1:]}'",
                form.position,
                width=len(form),
            )
    definition = read_inlines(body.text, body.start, names, problems)
    return Term(stem(path), tuple(map(str, front.forms)), definition, Position(path), front.version)


def _check_item_names(blocks: Iterable[Block], problems: Problems) -> dict[str, Position]:
    """A name may stand twice only where at most one of both is printed: in the branches of one condition."""
    found: dict[str, Position] = {}
    for block in blocks:
        for name, place in _names_below(block, problems).items():
            if name in found:
                problems.add(
                    "dubbele-lidnaam",
                    f"de naam '#{name}' is al gebruikt op regel {found[name].line}",
                    "kies een andere naam",
                    place,
                )
            found.setdefault(name, place)
    return found


def _names_below(block: Block, problems: Problems) -> dict[str, Position]:
    match block:
        case Item(_, children, name, place):
            return _check_item_names(children, problems) | ({name: place} if name else {})
        case If(_, then, otherwise):
            return _check_item_names(then, problems) | _check_item_names(otherwise, problems)
        case For(_, inner):
            return _check_item_names(inner, problems)
        case _:
            return {}
