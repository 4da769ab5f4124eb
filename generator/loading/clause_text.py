"""Clause text to blocks, all branches together. Tags are marked first, Markdown reads second, names resolve last."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from generator.diagnostics import LibraryError, Position
from generator.expressions.ast import Condition, Literal
from generator.expressions.names import Names
from generator.library import (
    Block,
    Bullet,
    For,
    Heading,
    If,
    Inline,
    Item,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
    WritingLines,
)
from generator.loading.escapes import shown_inlines
from generator.loading.inline_text import Inlines, is_one_mark
from generator.loading.markdown_lines import Lines, prepare
from generator.loading.problems import Problems
from generator.loading.tags import Marked, Tag, mark_tags

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

ITEM_NAME = re.compile(r"\s*\[#([a-z][a-z0-9_-]*)\]\s*$")
CLOSES = {"if": "endif", "for": "endfor"}
NEVER = Condition(Literal(value=True), "", Position(""))
Result = TypeVar("Result")


def read_blocks(text: str, start: Position, names: Names, problems: Problems) -> tuple[Block, ...]:
    """The blocks of a clause's body that begins at this place; everything that is wrong is reported."""
    marked = mark_tags(text, start, problems)
    before = problems.count
    _check_pairs(marked, problems)
    lines = prepare(marked, start, problems)
    if problems.count > before:
        _check_values(marked, names, problems)
        return ()
    return _Builder(marked, lines, problems).document(names)


def read_inlines(text: str, start: Position, names: Names, problems: Problems) -> tuple[Inline, ...]:
    """One line of text outside a clause's body, such as a title: values may stand in it, blocks may not."""
    blocks = read_blocks(text, start, names, problems)
    match blocks:
        case (Paragraph(inlines),):
            return inlines
        case ():
            return ()
    problems.add(
        "geen-enkele-alinea",
        "hier hoort één stuk lopende tekst",
        "schrijf één alinea zonder lijst of tag",
        start,
    )
    return ()


def _check_pairs(marked: Marked, problems: Problems) -> None:
    """Every tag that opens is closed, in the same order and with the same indent."""
    waiting: list[Tag] = []
    for tag in (t for t in marked.tags if t.word):
        if tag.word in CLOSES:
            waiting.append(tag)
            continue
        fits = waiting and (
            tag.word == CLOSES[waiting[-1].word]
            or (waiting[-1].word == "if" and tag.word in {"elif", "else"})
        )
        if not fits:
            _stray(tag, problems)
            continue
        if waiting[-1].alone and tag.alone and waiting[-1].start.column != tag.start.column:
            problems.add(
                "tag-inspringing",
                f"{{% {tag.word} %}} springt anders in dan {{% {waiting[-1].word} %}} op regel {waiting[-1].start.line}",
                f"spring {waiting[-1].start.column - 1} spaties in",
                tag.start,
                width=tag.width,
            )
        if tag.word in CLOSES.values():
            waiting.pop()
    for tag in waiting:
        problems.add(
            "tag-niet-gesloten",
            f"{{% {tag.word} %}} wordt niet gesloten",
            f"zet er {{% {CLOSES[tag.word]} %}} onder, met dezelfde inspringing",
            tag.start,
            width=tag.width,
        )


def _stray(tag: Tag, problems: Problems) -> None:
    problems.add(
        "tag-zonder-begin",
        f"{{% {tag.word} %}} hoort nergens bij",
        "haal de tag weg, of zet {% if … %} of {% for … %} erboven",
        tag.start,
        width=tag.width,
    )


def _check_values(marked: Marked, names: Names, problems: Problems) -> None:
    """The blocks could not be built; still report what is wrong in the values and conditions outside loops."""
    from generator.expressions.parsing import parse_condition, parse_slot

    if any(tag.word == "for" for tag in marked.tags):
        return
    for tag in marked.tags:
        if tag.word in {"if", "elif"}:
            attempt(lambda tag=tag: parse_condition(tag.source, names, tag.position), problems)  # type: ignore[misc]
        elif not tag.word:
            attempt(lambda tag=tag: parse_slot(tag.source, names, tag.position), problems)  # type: ignore[misc]


def attempt(parse: Callable[[], Result], problems: Problems) -> Result | None:
    """What was parsed, or None after taking over its problems."""
    try:
        return parse()
    except LibraryError as error:
        problems.take(error.diagnostics)
        return None


@cache
def markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(["lheading", "reference", "code"])


class _Builder:
    """Walks Markdown's tree. A tag is a paragraph (or a row) of one mark: it closes what an earlier one opened."""

    def __init__(self, marked: Marked, lines: Lines, problems: Problems) -> None:
        self.marked = marked
        self.lines = lines
        self.problems = problems
        self.inlines = Inlines(marked, problems)

    def document(self, names: Names) -> tuple[Block, ...]:
        from markdown_it.tree import SyntaxTreeNode

        tree = SyntaxTreeNode(markdown().parse("\n".join(self.lines.text)))
        return self._blocks(tree.children, names)

    def _blocks(self, nodes: "Iterable[SyntaxTreeNode]", names: Names) -> tuple[Block, ...]:
        """All blocks of one container. A tag that closes nothing here was opened elsewhere, and is reported there."""
        return self._until(iter(tuple(_flat(nodes))), names)[0]

    def _until(self, nodes: "Iterator[SyntaxTreeNode]", names: Names) -> tuple[tuple[Block, ...], Tag | None]:
        """Blocks up to the tag that ends this branch; that tag, or None at the end of the container."""
        blocks: list[Block] = []
        for node in nodes:
            tag = self._tag(node)
            if tag is None:
                blocks.extend(self._block(node, names))
            elif tag.word == "if":
                blocks.append(self._if(tag, nodes, names))
            elif tag.word == "for":
                blocks.append(self._for(tag, nodes, names))
            else:
                return tuple(blocks), tag
        return tuple(blocks), None

    def _tag(self, node: "SyntaxTreeNode") -> Tag | None:
        if node.type not in {"paragraph", "tr"}:
            return None
        inline = node.children[0] if node.type == "paragraph" else node.children[0].children[0]
        tag = self.marked.tag_of(inline.content) if len(inline.content) == 1 else None
        return tag if tag and tag.word else None

    def _if(self, tag: Tag, nodes: "Iterator[SyntaxTreeNode]", names: Names) -> If:
        from generator.expressions.parsing import parse_condition

        condition = attempt(lambda: parse_condition(tag.source, names, tag.position), self.problems) or NEVER
        then, stop = self._until(nodes, names)
        otherwise: tuple[Block, ...] = ()
        if stop is not None and stop.word == "elif":
            return If(condition, then, (self._if(stop, nodes, names),))
        if stop is not None and stop.word == "else":
            otherwise, stop = self._until(nodes, names)
        if stop is None or stop.word != "endif":
            self._not_nested(tag)
        return If(condition, then, otherwise)

    def _for(self, tag: Tag, nodes: "Iterator[SyntaxTreeNode]", names: Names) -> Block:
        from generator.expressions.parsing import parse_loop

        loop = attempt(lambda: parse_loop(tag.source, names, tag.position), self.problems)
        before = self.problems.count
        inside = names_in_loop(names, loop.name, loop.path) if loop else names
        blocks, stop = self._until(nodes, inside)
        if stop is None or stop.word != "endfor":
            self._not_nested(tag)
        if loop is None:
            self.problems.forget_since(before)
            return Paragraph(())
        return For(loop, blocks)

    def _not_nested(self, tag: Tag) -> None:
        self.problems.add(
            "tag-niet-genest",
            f"{{% {tag.word} %}} staat om een deel van een lid, lijst of tabel heen",
            "zet de tag en zijn sluittag om hele leden, alinea's of rijen van hetzelfde niveau",
            tag.start,
            width=tag.width,
        )

    def _place(self, node: "SyntaxTreeNode") -> Position:
        return self.lines.places[node.map[0]] if node.map else self.lines.places[0]

    def _block(self, node: "SyntaxTreeNode", names: Names) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield Heading(self._read(node.children[0], names, self._place(node)))
            case "paragraph":
                yield self._paragraph(node, names)
            case "list_item" if node.parent is not None and node.parent.type == "ordered_list":
                yield self._item(node, names)
            case "list_item":
                yield self._bullet(node, names)
            case "blockquote":
                for child in node.children:
                    yield Quote(self._read(child.children[0], names, self._place(child)))
            case "table":
                yield self._table(node, names)
            case "tr":
                yield self._row(node, names)
            case _:
                self._unknown(node)

    def _unknown(self, node: "SyntaxTreeNode") -> None:
        self.problems.add(
            "losse-opmaak",
            "deze opmaak wordt niet gebruikt",
            "gebruik alleen wat in het handboek staat, bij De vorm van de bestanden",
            self._place(node),
        )

    def _read(self, inline: "SyntaxTreeNode", names: Names, place: Position) -> tuple[Inline, ...]:
        return shown_inlines(self.inlines.read(inline, names, place))

    def _paragraph(self, node: "SyntaxTreeNode", names: Names) -> Block:
        inline = node.children[0]
        if is_one_mark(inline.content):
            slot = self.inlines.slot(inline.content, names)
            if isinstance(slot, WritingLines):
                return slot
        return Paragraph(self._read(inline, names, self._place(node)))

    def _item(self, node: "SyntaxTreeNode", names: Names) -> Item:
        place = self._place(node)
        first = node.children[0] if node.children else None
        if first is None or first.type != "paragraph":
            self._unknown(node)
            return Item((), (), None, place)
        inlines, name = self._named(self.inlines.read(first.children[0], names, place, may_be_named=True))
        return Item(shown_inlines(inlines), self._blocks(node.children[1:], names), name, place)

    def _named(self, inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], str | None]:
        match = ITEM_NAME.search(inlines[-1].text) if inlines and isinstance(inlines[-1], Text) else None
        if match is None:
            return inlines, None
        last = inlines[-1]
        assert isinstance(last, Text)  # noqa: S101 - narrowed above
        kept = last.text[: match.start()]
        return (*inlines[:-1], *((replace(last, text=kept),) if kept else ())), match[1]

    def _bullet(self, node: "SyntaxTreeNode", names: Names) -> Bullet:
        if len(node.children) != 1 or node.children[0].type != "paragraph":
            self._unknown(node)
            return Bullet(())
        inlines = self.inlines.read(node.children[0].children[0], names, self._place(node))
        first = inlines[0] if inlines else None
        if isinstance(first, Text) and first.text.startswith("[ ] "):
            rest = (replace(first, text=first.text[4:]), *inlines[1:])
            return Bullet(shown_inlines(rest), box=True)
        return Bullet(shown_inlines(inlines))

    def _table(self, node: "SyntaxTreeNode", names: Names) -> Table:
        header = self._cells(node.children[0].children[0], names)
        body = node.children[1].children if len(node.children) > 1 else []
        return Table(header, self._blocks(body, names))

    def _row(self, node: "SyntaxTreeNode", names: Names) -> Row:
        return Row(self._cells(node, names))

    def _cells(self, row: "SyntaxTreeNode", names: Names) -> tuple[tuple[Inline, ...], ...]:
        return tuple(self._read(cell.children[0], names, self._place(row)) for cell in row.children)


def _flat(nodes: "Iterable[SyntaxTreeNode]") -> "Iterator[SyntaxTreeNode]":
    """Lists are only their items: which list an item was in, and its number, mean nothing."""
    for node in nodes:
        if node.type in {"ordered_list", "bullet_list"}:
            yield from node.children
        else:
            yield node


def names_in_loop(names: Names, name: str, path: tuple[str, ...]) -> Names:
    """Inside a loop over this list, its record can be read."""
    from generator.library import Question

    meaning = names.resolve(path)
    return names.with_local(name, meaning, path) if isinstance(meaning, Question) else names
