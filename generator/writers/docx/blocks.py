"""Articles → checked WordprocessingML, one paragraph style per role."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.document import (
    Annex,
    Article,
    Block,
    Bullet,
    Continuation,
    Definition,
    Heading,
    Inlines,
    Item,
    Paragraph,
    Quote,
    Table,
    Text,
    Undecided,
    WritingLines,
    plain,
)
from generator.writers.docx import controls, roles, tables
from generator.writers.docx.inlines import RunWriter
from generator.writers.docx.lists import Lists
from generator.writers.docx.marks import Marks, annex_key
from generator.writers.docx.roles import Scheme
from generator.writers.docx.xml import paragraph, run
from generator.writers.words import depends, one_line

_KEEP = "<w:keepNext/>"
_LINE_HEIGHT = 567
_LINE = 85
"""Characters that surely fit on one."""
# Of the form of a letter, not of its style: without it the greeting leaves nowhere to sign.
_ROOM_TO_SIGN = '<w:spacing w:after="850"/>'


@dataclass(slots=True)
class BlockWriter:
    """Writes one document; remembers which clause got which bookmark."""

    runs: RunWriter
    marks: Marks
    lists: Lists
    style_ids: Mapping[str, str]
    bookmarks: list[tuple[Article, str]] = field(default_factory=list)

    def slot(
        self,
        name: str,
        articles: Sequence[Article],
        scheme: Scheme,
        *,
        keep: bool = False,
        keep_last: bool = False,
    ) -> str:
        """``keep``: all of it on one page; ``keep_last``: the last article, such as the close of a letter, with the line before it."""
        body = "".join(
            self._article(
                name,
                a,
                scheme if not a.label else roles.CONTRACT,
                keep or (keep_last and a is articles[-1]),
                end=keep or (keep_last and a in articles[-2:-1]),
            )
            for a in articles
        )
        return self._ended(body) if body else ""

    def _ended(self, body: str) -> str:
        """The mark is around the whole last paragraph: of an empty one after a reference LibreOffice keeps nothing."""
        begin, end = body.rindex("</w:pPr>") + len("</w:pPr>"), body.rindex("</w:p>")
        return body[:begin] + self.marks.end(body[begin:end]) + body[end:]

    def annex(self, annex: Annex) -> str:
        style = self.style_ids[roles.ANNEX]
        numbering = self.lists.properties(style, annex.label)
        heading = self.marks.target(annex_key(annex), run(self.annex_title(annex)))
        return paragraph(style, heading, numbering) + self.slot(
            f"bijlage:{annex.key}", annex.articles, roles.PLAIN
        )

    def annex_title(self, annex: Annex) -> str:
        """With a dash where no tab sets its number apart."""
        title = one_line(annex.title)
        return title if self.lists.after(self.style_ids[roles.ANNEX]) == "\t" else f"– {title}"

    def paragraph(self, role: str, content: str, properties: str = "") -> str:
        return paragraph(self.style_ids[role], content, properties)

    def _article(self, slot: str, article: Article, scheme: Scheme, keep: bool, *, end: bool) -> str:
        """``end``: whether its last block stays with what comes after it, too."""
        name, mark = self.marks.clause(slot, article.key)
        self.bookmarks.append((article, name))
        title = self._title(article, mark, scheme)
        if scheme.restarts and any(isinstance(b, Item) for b in article.blocks):
            self.lists.start_clause(self.style_ids[scheme.levels[0]])
        following = (*article.blocks[1:], None, None)
        body = "".join(
            self._block(
                b,
                after,
                scheme,
                (end if after is None else keep)
                or _last_two(b, after, following[n + 1])
                or (n == 0 and bool(title) and _is_one_line(b)),
            )
            for n, (b, after) in enumerate(zip(article.blocks, following, strict=False))
        )
        return title + body if title else _begun(body, self.marks.target(article.key, mark))

    def _title(self, article: Article, mark: str, scheme: Scheme) -> str:
        if not plain(article.title):
            return ""
        content = self.marks.target(article.key, mark + self.runs.runs(article.title))
        style = self.style_ids[scheme.title]
        return paragraph(style, content, self.lists.properties(style, article.label) if article.label else "")

    def _block(self, block: Block, following: Block | None, scheme: Scheme, keep: bool) -> str:
        kept = _KEEP if keep or _leads(block, following) else ""
        match block:
            case Heading(inlines):
                return self.paragraph(scheme.heading, self.runs.runs(inlines), kept)
            case Paragraph(inlines):
                role = scheme.closing if scheme.closing and following is None else scheme.text
                room = _ROOM_TO_SIGN if keep and _greets(block) else ""
                return self.paragraph(role, self.runs.runs(inlines), kept + room)
            case Continuation(inlines, level):
                return self.paragraph(scheme.continued[level], self.runs.runs(inlines), kept)
            case Bullet(inlines, box):
                tick = self._box() if box else ""
                return self.paragraph(
                    scheme.box if box else scheme.bullet, tick + self.runs.runs(inlines), kept
                )
            case Quote(inlines):
                return self.paragraph(scheme.quote, self.runs.runs(inlines), kept)
            case Definition(term, inlines):
                content = run(term, "<w:b/><w:bCs/>") + self.runs.runs((Text(": "), *inlines))
                return self.paragraph(scheme.definition, content, kept)
            case Item():
                return self._item(block, scheme, kept)
            case Undecided():
                return self.paragraph(scheme.undecided, run(depends(block)), kept)
            case Table():
                return self._table(block, scheme.table_indent, keep)
            case WritingLines(count):
                return self._writing_lines(count, scheme.table_indent)

    def _item(self, item: Item, scheme: Scheme, kept: str) -> str:
        style = self.style_ids[scheme.levels[item.level]]
        content = self.marks.target(item.key, self.runs.runs(item.inlines))
        return paragraph(style, content, kept + self.lists.properties(style, item.label))

    def _box(self) -> str:
        return controls.box(self.marks.control("aankruisvak")) + "<w:r><w:tab/></w:r>"

    def _table(self, table: Table, indent: int, keep: bool) -> str:
        found = tables.shape(table, indent)
        rows = tables.cells_of(table)
        if not rows:
            return ""
        written = [
            self._row(cells, found, head, keep or tables.keeps_with_next(row, len(rows)))
            for row, (cells, head) in enumerate(rows)
        ]
        return (
            tables.opening(self.style_ids[roles.TABLE], found)
            + "".join(written)
            + "</w:tbl>"
            + self._after_table(keep)
        )

    def _row(self, cells: Sequence[Inlines], found: tables.Shape, head: bool, keep: bool) -> str:
        kept = _KEEP if keep else ""
        written = [
            self.paragraph(tables.cell_role(n, found, head=head), self.runs.runs(cell), kept)
            for n, cell in enumerate(cells)
        ]
        room = tables.room_of(cells)
        return tables.row(written, found, head=head, height=room, at_foot=bool(room))

    def _writing_lines(self, count: int, indent: int) -> str:
        """Ruled lines as table rows: equal paragraph borders would melt into one box."""
        found = tables.Shape(indent, (tables.TEXT_WIDTH - indent,), frozenset(), head=False)
        kept = tables.row([self.paragraph(roles.WRITING_LINE, "", _KEEP)], found, height=_LINE_HEIGHT)
        last = tables.row([self.paragraph(roles.WRITING_LINE, "")], found, height=_LINE_HEIGHT)
        return (
            tables.opening(self.style_ids[roles.WRITING_TABLE], found)
            + kept * (count - 1)
            + last
            + "</w:tbl>"
            + self._after_table(False)
        )

    def _after_table(self, keep: bool) -> str:
        """Two tables without a paragraph between them would become one."""
        return self.paragraph(roles.TABLE_END, "", _KEEP if keep else "")


def _begun(body: str, mark: str) -> str:
    """A mark stands inside a paragraph: between two, LibreOffice moves it to the one before when it saves."""
    return body.replace("</w:pPr>", f"</w:pPr>{mark}", 1)


def _leads(block: Block, following: Block | None) -> bool:
    """Whether what follows belongs on the same page: a list or table that this sentence announces."""
    if following is None:
        return False
    box = isinstance(following, Bullet) and following.box
    table = isinstance(following, Table) and not isinstance(block, Table)
    if isinstance(block, Heading) or isinstance(following, WritingLines) or table or box or _greets(block):
        return True
    if isinstance(block, Quote) and isinstance(following, Paragraph):
        return True
    if isinstance(following, Item):
        return following.level > (block.level if isinstance(block, Item) else -1) and _announces(block)
    return isinstance(following, Bullet | Quote | Continuation) and _announces(block)


def _last_two(block: Block, following: Block | None, after: Block | None) -> bool:
    """Whether this and the next end a list: its last point does not start a page alone."""
    match block, following:
        case (Item(level=one), Item(level=other)) if one == other and one > 0:
            return not (isinstance(after, Item) and after.level >= one)
        case Bullet(box=False), Bullet(box=False):
            return not isinstance(after, Bullet)
        case _:
            return False


def _is_one_line(block: Block) -> bool:
    """With its title it would be too little to end a page with."""
    return isinstance(block, Paragraph | Item) and len(plain(block.inlines)) < _LINE


def _greets(block: Block) -> bool:
    """A salutation or greeting: the line under it belongs to it."""
    return isinstance(block, Paragraph) and plain(block.inlines).rstrip().endswith(",")


def _announces(block: Block) -> bool:
    if isinstance(block, Table | WritingLines | Undecided):
        return False
    return plain(block.inlines).rstrip().endswith(":")
