"""Jinja's parser, made to tell where each part stands, and the collector of what is wrong in one expression."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, LibraryError, Position
from generator.expressions.ast import Path
from generator.expressions.names import Names

if TYPE_CHECKING:
    from jinja2 import nodes


MOST_TOKENS = 1000


class ExpressionProblems(LibraryError):  # noqa: N818 -- several at once
    """All problems of one expression, in ``diagnostics``."""


CURLY = frozenset("“”„‘’")
"""The quotes that a word processor makes; only straight ones hold a text."""
STRAIGHTENED = str.maketrans(dict.fromkeys(CURLY, '"'))


@dataclass
class Source:
    """The text of one expression in its place, and what was found wrong in it."""

    text: str
    names: Names
    position: Position
    line: str | None = None
    problems: list[Diagnostic] = field(default_factory=list)

    def fail(self, slug: str, message: str, remedy: str, offset: int = 0, width: int = 1) -> None:
        place = at_offset(self.position, self.text, offset)
        line = self.line if place.line == self.position.line else None
        self.problems.append(Diagnostic(slug, message, remedy, place, source_line=line, width=width))

    def finish(self) -> None:
        if self.problems:
            raise ExpressionProblems(self.problems)

    def inner(self, names: Names) -> "Source":
        """The same text read with other names; problems are shared."""
        return Source(self.text, names, self.position, self.line, self.problems)


def at_offset(position: Position, text: str, offset: int) -> Position:
    before = text[:offset]
    newlines = before.count("\n")
    if newlines == 0:
        return Position(position.path, position.line, position.column + offset)
    return Position(position.path, position.line + newlines, len(before) - before.rfind("\n"))


def parsed(source: Source) -> "nodes.Expr | None":
    """The expression as Jinja reads it, ``lineno`` being the offset in the text; None after an unreadable one."""
    from jinja2 import Environment
    from jinja2.exceptions import TemplateSyntaxError
    from jinja2.lexer import TokenStream
    from jinja2.parser import Parser

    environment = Environment(autoescape=False)  # noqa: S701 -- nothing is rendered; only the parser is used
    tokens, broken = _tokens(source.text)
    if broken is not None:
        _unreadable(source, broken)
        return None
    if len(tokens) > MOST_TOKENS:
        _too_long(source)
        return None
    try:
        parser = Parser(environment, "", state="variable")
        parser.stream = TokenStream(environment.lexer.wrap(iter(tokens)), None, None)
        expression = parser.parse_expression()
    except TemplateSyntaxError as error:
        _unreadable(source, min(error.lineno, max(len(source.text.rstrip()) - 1, 0)))
        return None
    except RecursionError:
        _too_long(source)
        return None
    if not parser.stream.eos:
        _unreadable(source, parser.stream.current.lineno)
        return None
    return expression


def _too_long(source: Source) -> None:
    message = "deze uitdrukking is te lang, of heeft te veel haakjes in elkaar"
    source.fail("te-lang", message, "geef een deel een eigen naam onder afgeleid:")


def _unreadable(source: Source, offset: int) -> None:
    rest = source.text[offset:].split()
    found = f"'{rest[0]}'" if rest else "het einde"
    remedy = "kijk haakjes, aanhalingstekens en de woorden and, or, not en in na"
    if set("".join(rest[:1])) & CURLY:
        remedy = f"schrijf rechte aanhalingstekens: {rest[0].translate(STRAIGHTENED)}"
    source.fail(
        "niet-te-lezen",
        f"bij {found} is de uitdrukking niet te lezen",
        remedy,
        offset,
        len(rest[0]) if rest else 1,
    )


def _tokens(text: str) -> tuple[list[tuple[int, str, str]], int | None]:
    """Jinja's tokens with their offset where Jinja puts the line, and the offset where reading stopped."""
    from jinja2 import Environment
    from jinja2.exceptions import TemplateSyntaxError

    environment = Environment(autoescape=False)  # noqa: S701 -- nothing is rendered
    found: list[tuple[int, str, str]] = []
    offset = 0
    stream = environment.lexer.tokeniter(text, None, state="variable")
    try:
        for _line, kind, value in stream:
            if kind == "variable_end":
                return found, offset
            found.append((offset, kind, value))
            offset += len(value)
    except TemplateSyntaxError:
        return found, offset
    return found, None


def offset_of(node: "nodes.Node") -> int:
    """Where the node's text begins."""
    from jinja2 import nodes

    match node:
        case nodes.Getattr() | nodes.Getitem() | nodes.Filter() | nodes.Test() | nodes.Call():
            return node.lineno if node.node is None else offset_of(node.node)
        case nodes.Compare():
            return offset_of(node.expr)
        case nodes.BinExpr():
            return offset_of(node.left)
        case _:
            return node.lineno


def written_path(node: "nodes.Expr") -> Path | None:
    """``a.b.c`` as a tuple; None when it is something else."""
    from jinja2 import nodes

    match node:
        case nodes.Name():
            return (node.name,)
        case nodes.Getattr():
            before = written_path(node.node)
            return None if before is None else (*before, node.attr)
        case _:
            return None


def text_constant(node: "nodes.Expr") -> str | None:
    from jinja2 import nodes

    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def texts_in(node: "nodes.Expr") -> tuple[str, ...]:
    """The text, or the texts of the list, that is written here."""
    from jinja2 import nodes

    items = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
    return tuple(text for item in items if (text := text_constant(item)) is not None)
