"""Two Word files of ours → one with tracked changes: accept all and it is the second, reject all and it is the first."""

from generator.writers.docx.redlining.write import Revision, redlined

__all__ = ["Revision", "redlined"]
