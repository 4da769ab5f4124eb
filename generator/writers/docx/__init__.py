"""Word. Import by need: this package pays for docxtpl, jinja2 and lxml."""

from generator.writers.docx.frame import scheme_of
from generator.writers.docx.gate import check_docx
from generator.writers.docx.write import Origin, write_docx
from generator.writers.faults import WriterFault

__all__ = ["Origin", "WriterFault", "check_docx", "scheme_of", "write_docx"]
