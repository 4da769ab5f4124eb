"""Word. Import by need: this package pays for docxtpl, jinja2 and lxml."""

from generator.writers.docx.frame import inspected, scheme_of
from generator.writers.docx.gate import check_docx
from generator.writers.docx.inspected_copy import commented_copy
from generator.writers.docx.style_faults import HouseStyleError, StyleFault, shown
from generator.writers.docx.write import Edition, Origin, write_docx
from generator.writers.faults import WriterFault

__all__ = [
    "Edition",
    "HouseStyleError",
    "Origin",
    "StyleFault",
    "WriterFault",
    "check_docx",
    "commented_copy",
    "inspected",
    "scheme_of",
    "shown",
    "write_docx",
]
