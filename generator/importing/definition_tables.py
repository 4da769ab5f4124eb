"""Definitions that a contract has in a table of two columns: to lines, which are read as any other definition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importing import parts
from generator.importing.foreign import Note, Runs
from generator.importing.parts import Content, Entry, Part, Table
from generator.importing.runs import plain, text_of, tidy

OF_DEFINITIONS = re.compile(
    r"\b(?:begrip|begrippen|definitie|definities|begripsbepaling(?:en)?)\b", re.IGNORECASE
)
"""In the title of an article."""
_FORM = re.compile(r"[\"“‘']?[A-Z][\w-]*(?: [\w-]+){0,3}[\"”’']?:?")
_HEADS = re.compile(r"(?:begrip(?:pen)?|term|woord|definitie)", re.IGNORECASE)
_COLUMNS = 2


def without_tables(made: Sequence[Part], notes: list[Note], headings: list[str]) -> list[Part]:
    """The parts with such tables as lines; what heads a table goes to ``headings``."""
    return [replace(p, contents=tuple(_contents(p, notes, headings))) if _defines(p) else p for p in made]


def _defines(part: Part) -> bool:
    return part.slot == parts.ARTICLE and bool(OF_DEFINITIONS.search(text_of(part.title)))


def _contents(part: Part, notes: list[Note], headings: list[str]) -> Iterator[Content]:
    for content in part.contents:
        head, body = _head_and_body(content) if isinstance(content, Table) else ((), ())
        if not isinstance(content, Table) or not body:
            yield content
            continue
        headings += [text_of(cell) for row in head for cell in row]
        notes.append(Note("begrip", "de tabel met begrippen werd een lijst"))
        yield from (Entry(parts.BULLET, content.depth, _line(*row)) for row in body)


def _head_and_body(table: Table) -> tuple[Sequence[tuple[Runs, ...]], Sequence[tuple[Runs, ...]]]:
    """The body is empty when this is no table of definitions."""
    rows = table.grid.rows
    has_head = bool(rows) and (table.grid.headed or bool(_HEADS.fullmatch(text_of(rows[0][0]).strip())))
    body = rows[has_head:]
    all_defined = all(
        len(r) == _COLUMNS and _FORM.fullmatch(text_of(r[0]).strip()) and text_of(r[1]).strip() for r in body
    )
    return (rows[:has_head], body) if all_defined else ((), ())


def _line(form: Runs, meaning: Runs) -> Runs:
    colon = () if text_of(form).rstrip().endswith(":") else (replace(form[-1], text=":"),)
    return tidy(plain((*form, *colon, replace(form[-1], text=" "), *meaning)))
