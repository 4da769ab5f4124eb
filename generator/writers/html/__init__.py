"""A document as one HTML file, to read with the customer."""

from generator.writers.html.page import write

__all__ = ["write"]
