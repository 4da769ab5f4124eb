"""The signature block: a column per party, and never split over two pages."""

from collections.abc import Sequence
from itertools import zip_longest

from generator.document import Signatory
from generator.writers.docx import roles, tables
from generator.writers.docx.blocks import BlockWriter
from generator.writers.docx.controls import fill_in
from generator.writers.docx.tables import Shape
from generator.writers.docx.xml import run
from generator.writers.words import printed

_GAP = 430
_COLUMN = (tables.TEXT_WIDTH - _GAP) // 2
_SHAPE = Shape(0, (_COLUMN, tables.TEXT_WIDTH - 2 * _COLUMN, _COLUMN), frozenset(), head=False)
_KEEP = "<w:keepNext/>"
_BLANK_LINES = ("Plaats:", "Datum:")


def signature_block(writer: BlockWriter, signatories: Sequence[Signatory]) -> str:
    if not signatories:
        return ""
    gap = writer.paragraph(roles.SIGN_NAME, "", _KEEP)
    rows = [
        tables.row([_place(writer, left), gap, _place(writer, right)], _SHAPE)
        for left, right in _pairs(signatories)
    ]
    table = tables.opening(writer.style_ids[roles.SIGN_TABLE], _SHAPE) + "".join(rows) + "</w:tbl>"
    return table + writer.paragraph(roles.END, "")


def _pairs(signatories: Sequence[Signatory]) -> list[tuple[Signatory | None, Signatory | None]]:
    """Side by side: the first role left, all others right."""
    first = signatories[0].role
    left = [s for s in signatories if s.role == first]
    right = [s for s in signatories if s.role != first]
    return list(zip_longest(left, right))


def _place(writer: BlockWriter, signatory: Signatory | None) -> str:
    if signatory is None:
        return writer.paragraph(roles.SIGN_NAME, "", _KEEP)
    runs = writer.runs
    lines = [
        (roles.SIGN_ROLE, run(signatory.role)),
        (roles.SIGN_PARTY, runs.runs(signatory.party)),
        (roles.SIGN_LINE, ""),
        (
            roles.SIGN_NAME,
            runs.runs(signatory.name) if printed(signatory.name).strip() else _labelled("Naam:", writer),
        ),
        (
            roles.SIGN_FUNCTION,
            runs.runs(signatory.function)
            if printed(signatory.function).strip()
            else _labelled("Functie:", writer),
        ),
        *((roles.SIGN_BLANK, _labelled(label, writer)) for label in _BLANK_LINES),
    ]
    return "".join(writer.paragraph(role, content, _KEEP) for role, content in lines)


def _labelled(label: str, writer: BlockWriter) -> str:
    """A label with a line to write on, drawn by the tab stop of the style; on screen a field to fill in."""
    line = "<w:r><w:tab/></w:r>"
    field = (
        line if writer.runs.flat else fill_in(writer.marks.control("ondertekening"), label.rstrip(":"), line)
    )
    return f'<w:r><w:t xml:space="preserve">{label} </w:t></w:r>{field}'
