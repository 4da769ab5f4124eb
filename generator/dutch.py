"""Dutch text to value and back: the one door to how answers are typed, shown, printed and kept in a file."""

from generator.dutch_file_form import Fault, Plain, decode, read_written, written
from generator.dutch_reading import echo, read
from generator.dutch_text import Rejection
from generator.dutch_writing import apply_filter, document_form, joined, shown

__all__ = [
    "Fault",
    "Plain",
    "Rejection",
    "apply_filter",
    "decode",
    "document_form",
    "echo",
    "joined",
    "read",
    "read_written",
    "shown",
    "written",
]
