"""Reads marked clause text line by line: refuses what is not in the format or in doubt, and rewrites the rest so that
Markdown cannot read it in another way than a person does.
"""

import re

from generator.diagnostics import Position
from generator.frozen import dataclass, field
from generator.loading.escapes import hidden_count
from generator.loading.problems import Problems
from generator.loading.tags import Marked, Tag

INDENT = 3
DEEPEST = 2
ITEM = re.compile(r"(\d+)\. +(?=\S)")
BULLET = re.compile(r"- +(?=\S)")
DELIMITER = re.compile(r"\|( *:?-+:? *\|)+")


@dataclass(frozen=True, slots=True)
class Refusal:
    slug: str
    pattern: re.Pattern[str]
    message: str
    remedy: str


REFUSALS = (
    Refusal("code", re.compile(r"`+|^ *~~~"), "code (`) hoort niet in een clausule", "haal de tekens ` weg"),
    Refusal(
        "afbeelding",
        re.compile(r"!\["),
        "een afbeelding hoort niet in een clausule",
        "haal de afbeelding weg",
    ),
    Refusal(
        "voetnoot", re.compile(r"\[\^"), "voetnoten worden niet gebruikt", "zet de tekst in de clausule zelf"
    ),
    Refusal(
        "link",
        re.compile(r"(?<=\])[(\[]|(?<=\]):"),
        "een link hoort niet in een clausule",
        'schrijf {{ artikel("map/id") }} voor een verwijzing, of alleen de tekst',
    ),
    Refusal(
        "html",
        re.compile(r"<[A-Za-z/!?]|&#?\w+;"),
        "HTML hoort niet in een clausule",
        "schrijf het teken zelf",
    ),
    Refusal(
        "backslash",
        re.compile(r"\\"),
        "een backslash doet hier niets",
        "haal de \\ weg; zij hoort alleen voor een teken van de opmaak, zoals \\*",
    ),
    Refusal("doorhalen", re.compile(r"~~"), "doorhalen wordt niet gebruikt", "haal de tekens ~~ weg"),
    Refusal(
        "streep",
        re.compile(r"^ *(?:([-*_])(?: *\1){2,}|=+|-+) *$"),
        "een streep hoort niet in een clausule",
        "haal de streep weg",
    ),
    Refusal(
        "ander-lijstteken",
        re.compile(r"^ *(?:[*+] |\d+\) )"),
        "dit lijstteken wordt niet gebruikt",
        "schrijf '1. ' voor een lid of onderdeel en '- ' voor een streepje",
    ),
    Refusal(
        "ander-nadrukteken",
        re.compile(r"(?<!\w)_+(?=\w)"),
        "nadruk staat tussen sterretjes, niet tussen lage strepen",
        "schrijf **vet** of *schuin*",
    ),
    Refusal(
        "kopniveau",
        re.compile(r"^ *#(?!# )#* | +## "),
        "alleen een kop met ## aan het begin van de regel kan",
        "schrijf '## Kop'; de titel van het artikel staat in de kop van het bestand",
    ),
    Refusal(
        "vakje",
        re.compile(r"(?<=- )\[(?! \] )[^\]#]?\](?!\w)"),
        "zo'n vakje bestaat niet",
        "schrijf '- [ ] '",
    ),
    Refusal(
        "halve-tabel",
        re.compile(r"^ *:?-+:? *\|"),
        "een rij van een tabel begint en eindigt met |",
        "zet een | aan het begin en aan het eind van elke rij",
    ),
)


@dataclass(slots=True)
class Lines:
    """What Markdown gets to read, and the place in the file of each of its lines."""

    text: list[str] = field(default_factory=list)
    places: list[Position] = field(default_factory=list)

    def add(self, line: str, place: Position) -> None:
        self.text.append(line)
        self.places.append(place)


@dataclass(slots=True)
class _State:
    """``depth``: how many items are open. ``text_at``: the indent a text line must have to go on, None at a new block."""

    depth: int = 0
    text_at: int | None = None
    kind: str = "blank"


def prepare(marked: Marked, start: Position, problems: Problems) -> Lines:
    return _Preparer(marked, start, problems).lines()


class _Preparer:
    def __init__(self, marked: Marked, start: Position, problems: Problems) -> None:
        self.marked = marked
        self.source = marked.text.split("\n")
        self.start = start
        self.problems = problems
        self.state = _State()
        self.made = Lines()
        self.in_tables = self._tags_in_tables()

    def lines(self) -> Lines:
        for index, line in enumerate(self.source):
            if self._refused(index, line):
                self.state.kind, self.state.text_at = "refused", None
            else:
                self._line(index, line)
        return self.made

    def _place(self, index: int, column: int) -> Position:
        """The place in the file of a column (from 0) of a marked line: every mark stands for a whole tag."""
        before = self.source[index][:column]
        shift = hidden_count(before) + sum(t.width - 1 for c in before if (t := self.marked.tag_of(c)))
        base = self.start.column if index == 0 else 1
        return Position(self.start.path, self.start.line + index, base + column + shift)

    def _problem(self, slug: str, index: int, column: int, message: str, remedy: str, width: int = 1) -> None:
        self.problems.add(slug, message, remedy, self._place(index, column), width=width)

    def _refused(self, index: int, line: str) -> bool:
        hits = [(m, r) for r in REFUSALS if (m := r.pattern.search(line))]
        if not hits:
            return False
        match, refusal = hits[0]
        column = match.start() + len(match[0]) - len(match[0].lstrip())
        width = max(1, len(match[0].strip()))
        self._problem(refusal.slug, index, column, refusal.message, refusal.remedy, width)
        return True

    def _line(self, index: int, line: str) -> None:
        bare = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if not bare:
            self._blank(index)
        elif (tag := self._block_tag(index, line, bare)) is not None:
            self._tag_line(index, indent, tag, bare)
        elif ITEM.match(bare):
            self._item(index, indent, bare)
        elif BULLET.match(bare):
            self._start(index, indent, bare, "bullet", indent + 2)
        elif bare.startswith(">"):
            self._quote(index, indent, bare)
        elif bare.startswith("|"):
            self._table_row(index, indent, bare)
        elif bare.startswith("## "):
            self._start(index, indent, bare, "heading", None)
        else:
            self._text(index, indent, line)

    def _blank(self, index: int) -> None:
        self.made.add("", self._place(index, 0))
        self.state.kind, self.state.text_at = "blank", None

    def _block_tag(self, index: int, line: str, bare: str) -> Tag | None:
        """The block tag of this line; a block tag inside a sentence is reported and taken out."""
        tags = [(i, t) for i, c in enumerate(line) if (t := self.marked.tag_of(c)) and t.word]
        if not tags:
            return None
        if len(bare) > 1:
            self._problem(
                "tag-in-zin",
                index,
                tags[0][0],
                f"de tag {{% {tags[0][1].word} %}} staat niet alleen op zijn regel",
                "zet elke tag op een eigen regel, om hele leden, alinea's of rijen; schrijf twee zinnen uit",
                tags[0][1].width,
            )
            return None
        return tags[0][1]

    def _tag_line(self, index: int, indent: int, _tag: Tag, bare: str) -> None:
        if index in self.in_tables:
            self.made.add(" " * indent + bare, self._place(index, 0))
            return
        if self._level(index, indent):
            self.state.depth = indent // INDENT
        self.made.add("", self._place(index, 0))
        self.made.add(" " * indent + bare, self._place(index, 0))
        self.made.add("", self._place(index, 0))
        self.state.kind, self.state.text_at = "tag", None

    def _level(self, index: int, indent: int) -> bool:
        if indent % INDENT == 0 and indent // INDENT <= self.state.depth:
            return True
        fitting = " of ".join(str(INDENT * n) for n in range(self.state.depth + 1))
        self._problem(
            "twijfelachtige-inspringing",
            index,
            indent,
            f"met een inspringing van {indent} is niet duidelijk waar deze regel bij hoort",
            f"spring {fitting} spaties in: {INDENT} per niveau, gerekend vanaf het lid erboven",
        )
        return False

    def _start(self, index: int, indent: int, bare: str, kind: str, text_at: int | None) -> None:
        """A line that starts a block of its own."""
        if not self._level(index, indent):
            self.state.kind, self.state.text_at = "refused", None
            return
        if kind != self.state.kind:
            self.made.add("", self._place(index, 0))
        self.made.add(" " * indent + bare, self._place(index, indent))
        self.state.depth = indent // INDENT
        self.state.kind, self.state.text_at = kind, text_at

    def _item(self, index: int, indent: int, bare: str) -> None:
        level = indent // INDENT
        if level > DEEPEST and level <= self.state.depth:
            self._problem(
                "te-diep",
                index,
                indent,
                "dit is een vierde niveau",
                "gebruik hoogstens lid, onderdeel, subonderdeel",
            )
            return
        self._start(index, indent, ITEM.sub("1. ", bare, count=1), "item", indent + INDENT)
        if self.state.kind == "item":
            self.state.depth = level + 1

    def _quote(self, index: int, indent: int, bare: str) -> None:
        inner = bare[1:].strip()
        if inner.startswith((">", "|", "#")) or ITEM.match(inner) or BULLET.match(inner):
            self._problem(
                "te-diep", index, indent, "in een citaat staat alleen tekst", "schrijf alinea's na >"
            )
            return
        self._start(index, indent, bare, "quote", None)

    def _table_row(self, index: int, indent: int, bare: str) -> None:
        first = self.state.kind != "table"
        if not bare.endswith("|") or len(bare) < 2:
            self._problem(
                "halve-tabel",
                index,
                indent + len(bare) - 1,
                "een rij van een tabel begint en eindigt met |",
                "zet een | aan het begin en aan het eind van elke rij",
            )
        elif first and not self._has_delimiter(index):
            self._problem(
                "halve-tabel",
                index,
                indent,
                "onder de kop van een tabel hoort een regel als |---|---|",
                "zet die regel onder de kop, met evenveel vakken",
            )
        elif not first and bare.count("|") != self._columns(index):
            self._problem(
                "halve-tabel",
                index,
                indent,
                f"het aantal vakken van deze rij ({bare.count('|') - 1}) is anders dan dat van de kop ({self._columns(index) - 1})",
                "geef elke rij evenveel vakken als de kop",
            )
        self._start(index, indent, bare, "table", None)

    def _has_delimiter(self, index: int) -> bool:
        below = self.source[index + 1].strip() if index + 1 < len(self.source) else ""
        return bool(DELIMITER.fullmatch(below)) and below.count("|") == self.source[index].count("|")

    def _columns(self, index: int) -> int:
        """The number of bars in the head of the table this row belongs to."""
        while index > 0 and (self._is_row(index - 1) or index - 1 in self.in_tables):
            index -= 1
        return self.source[index].count("|")

    def _text(self, index: int, indent: int, line: str) -> None:
        state = self.state
        if state.kind in {"table", "quote"}:
            self._problem(
                "witregel-ontbreekt",
                index,
                indent,
                "deze tekst staat direct onder een tabel of citaat",
                "zet er een lege regel tussen",
            )
            return
        if state.text_at is None:
            self._start(index, indent, line.strip(), "text", indent)
            return
        if indent != state.text_at:
            self._problem(
                "twijfelachtige-inspringing",
                index,
                indent,
                f"deze regel hoort bij de regel erboven, maar heeft een andere inspringing ({indent})",
                f"spring {state.text_at} spaties in, of zet er een lege regel boven",
            )
        self._no_hard_break(index)
        self.made.add(" " * state.text_at + line.strip(), self._place(index, indent))

    def _no_hard_break(self, index: int) -> None:
        above = self.source[index - 1]
        if above.endswith("  "):
            self._problem(
                "harde-regel",
                index - 1,
                len(above.rstrip()),
                "twee spaties aan het eind breken de regel af; dat wordt niet gebruikt",
                "haal de spaties weg, of maak er een nieuwe alinea van",
            )

    # --- which tags stand between the rows of a table ------------------------------------------------------------

    def _is_row(self, index: int) -> bool:
        return 0 <= index < len(self.source) and self.source[index].strip().startswith("|")

    def _lone_tag(self, index: int) -> Tag | None:
        if not 0 <= index < len(self.source):
            return None
        bare = self.source[index].strip()
        tag = self.marked.tag_of(bare) if len(bare) == 1 else None
        return tag if tag and tag.word else None

    def _tags_in_tables(self) -> set[int]:
        """An opening tag between two rows is a tag of rows, and so are the tags that belong to it."""
        inside: set[int] = set()
        open_tags: list[bool] = []
        for index in range(len(self.source)):
            tag = self._lone_tag(index)
            if tag is None:
                continue
            if tag.word in {"if", "for"}:
                open_tags.append(self._opens_in_table(index, inside))
            if open_tags and open_tags[-1]:
                inside.add(index)
            if tag.word in {"endif", "endfor"} and open_tags:
                open_tags.pop()
        return inside

    def _opens_in_table(self, index: int, inside: set[int]) -> bool:
        below = index + 1
        while self._lone_tag(below):
            below += 1
        new_table = (
            DELIMITER.fullmatch(self.source[below + 1].strip()) if below + 1 < len(self.source) else None
        )
        return (self._is_row(index - 1) or index - 1 in inside) and self._is_row(below) and new_table is None
