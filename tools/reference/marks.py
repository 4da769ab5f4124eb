"""Pieces of Markdown."""

from collections.abc import Iterable, Iterator


def cell(text: str) -> str:
    """Text that stays within one cell of a table, and is no HTML."""
    flat = " ".join(text.split())
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = list(heads)
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def block(lines: str, language: str = "text") -> Iterator[str]:
    yield f"```{language}"
    yield from lines.rstrip("\n").split("\n")
    yield "```"
    yield ""


def page(title: str, intro: str, lines: Iterable[str]) -> str:
    return "\n".join((f"# {title}", "", intro, "", *lines)).rstrip("\n") + "\n"
