"""The parts of a foreign contract as files of a house layer: a clause for each, an outline, a questionnaire to try it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.importing import parts
from generator.importing.definitions import Defining, Definition
from generator.importing.foreign import Note, Runs
from generator.importing.literal import yaml_text
from generator.importing.naming import free, kebab, short_name
from generator.importing.parts import Content, Entry, Part, Table
from generator.importing.pieces import Pieces, Pointer, Suspect
from generator.importing.pointing import Pointing, Targets
from generator.importing.runs import text_of, tidy
from generator.importing.suspects import Suspecting, Variable
from generator.importing.wording import pieces_of, worded

_INDENT = "   "


@dataclass(frozen=True, slots=True)
class Replaced:
    """A stretch of the contract that became a reference or a place to fill in, and where."""

    clause: str
    piece: Pointer | Suspect
    slot: str


@dataclass(slots=True)
class Written:
    """``ids``: the clause of each part; ``terms``: the form of each new term, and ``defining`` the clauses they left; ``replaced``: what words of the contract became besides text."""

    files: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    terms: dict[str, str] = field(default_factory=dict)
    defining: set[str] = field(default_factory=set)
    replaced: list[Replaced] = field(default_factory=list)


class Writing:
    """``subjects``: the topic of each title that has one. ``proposals``: whether variables of the library are used."""

    def __init__(
        self,
        folder: str,
        made: Sequence[Part],
        variables: Sequence[Variable],
        notes: list[Note],
        subjects: Mapping[str, str],
        defining: Defining,
    ) -> None:
        self.folder = folder
        self.parts = made
        self.subjects = subjects
        self.pointing = Pointing(Targets(made), notes)
        self.suspecting = Suspecting(variables, notes)
        self.notes = notes
        self.written = Written(ids=_ids(folder, made))
        self.defining = defining
        self.names: dict[tuple[int, int], str] = {}
        self.defined: dict[tuple[int, int], Definition] = {}
        self.texts: dict[tuple[int, int, int], Pieces] = {}

    def done(self) -> Written:
        for n, part in enumerate(self.parts):
            for i, content in enumerate(part.contents):
                for c, runs in enumerate(_stretches(content)):
                    self.texts[n, i, c] = self._pieces(tidy(runs))
        self._name_leden()
        self._define()
        for n, part in enumerate(self.parts):
            self.written.files[f"clauses/{self.written.ids[n]}.md"] = self._clause(n, part)
        return self.written

    def _pieces(self, runs: Runs) -> Pieces:
        pointers = self.pointing.spots(runs)
        suspects = [
            s
            for s in self.suspecting.spots(runs)
            if not any(s.start < p.end and p.start < s.end for p in pointers)
        ]
        return pieces_of(runs, sorted((*pointers, *suspects), key=lambda s: s.start))

    def _name_leden(self) -> None:
        """Every lid that something points at gets a name, once."""
        for pieces in self.texts.values():
            for p in pieces:
                if isinstance(p, Pointer) and p.entry is not None and (p.part, p.entry) not in self.names:
                    content = self.parts[p.part].contents[p.entry]
                    words = text_of(content.runs) if isinstance(content, Entry) else ""
                    taken = {name for (part, _), name in self.names.items() if part == p.part}
                    self.names[p.part, p.entry] = free(short_name(words, "lid"), taken)

    def _define(self) -> None:
        """Definitions that are clear become terms, in files of their own."""
        self.defined = self.defining.clear(self.names)
        self.notes += self.defining.notes(self.defined)
        for (n, _i), d in self.defined.items():
            self.written.terms[d.id] = d.form
            self.written.defining.add(self.written.ids[n])
            text = worded(self._pieces(d.runs), lambda piece, n=n: self._slot(n, piece))  # type: ignore[misc]
            head = f"---\nvormen: [{yaml_text(d.form)}]\nversie: 1\n---\n"
            self.written.files[f"clauses/begrippen/{d.id}.md"] = f"{head}{text}\n"

    def _clause(self, n: int, part: Part) -> str:
        title = text_of(part.title)
        has_title = part.slot == parts.ARTICLE and title
        subject = self.subjects.get(title)
        head = [
            "---",
            *([f"titel: {yaml_text(worded(part.title, self._no_slot))}"] if has_title else []),
            "aard: standaard",
            *([f"onderwerp: {subject}"] if subject else []),
            "versie: 1",
            "status: te_controleren",
            "---",
        ]
        return "\n".join([*head, *_Body(self, n).lines(part.contents)]).rstrip("\n") + "\n"

    @staticmethod
    def _no_slot(_piece: Pointer | Suspect) -> str:
        raise AssertionError("a title holds words only")

    def line(self, n: int, i: int, c: int = 0, *, emphasis: bool = True) -> str:
        return worded(self.texts[n, i, c], lambda piece: self._slot(n, piece), emphasis=emphasis)

    def _slot(self, n: int, piece: Pointer | Suspect) -> str:
        written = self._pointer(piece) if isinstance(piece, Pointer) else _suspect(piece)
        self.written.replaced.append(Replaced(self.written.ids[n], piece, written))
        return written

    def _pointer(self, p: Pointer) -> str:
        end = " | hoofdletter" if p.capital else ""
        if self.parts[p.part].slot == parts.ANNEX:
            return f'bijlage("{annex_name(self.written.ids[p.part])}"){end}'
        lid = f', lid="{self.names[p.part, p.entry]}"' if p.entry is not None else ""
        return f'artikel("{self.written.ids[p.part]}"{lid}){end}'


def _suspect(piece: Suspect) -> str:
    return piece.value or f'invulveld("{piece.label}")'


def annex_name(clause: str) -> str:
    return clause.rpartition("/")[2]


def _ids(folder: str, made: Sequence[Part]) -> list[str]:
    names: list[str] = []
    for part in made:
        number = f"-{part.number}" if part.number is not None else ""
        otherwise = f"{part.slot}{number}"
        title = text_of(part.title)
        wanted = kebab(title, otherwise) if part.slot == parts.ARTICLE else otherwise
        if part.slot == parts.ANNEX:
            wanted = kebab(f"bijlage {title}", otherwise)
        names.append(free(wanted, names))
    return [f"{folder}/{name}" for name in names]


def _stretches(content: Content) -> Iterator[Runs]:
    if isinstance(content, Entry):
        yield content.runs
    else:
        yield from (cell for row in content.grid.rows for cell in row)


class _Body:
    """The lines below the front matter. ``under``: how many items the next line may stand under."""

    def __init__(self, writing: Writing, n: int) -> None:
        self.writing = writing
        self.n = n
        self.under = 0
        self.numbers = [0, 0, 0, 0]

    def lines(self, contents: Collection[Content]) -> Iterator[str]:
        last = ""
        for i, content in enumerate(contents):
            kind = content.kind if isinstance(content, Entry) else "tabel"
            lines = [*(self._entry(i, content) if isinstance(content, Entry) else self._table(i, content))]
            if lines and last and (kind != last or kind not in {parts.ITEM, parts.BULLET, parts.BOX}):
                yield ""
            yield from lines
            last = kind if lines else last

    def _entry(self, i: int, entry: Entry) -> Iterator[str]:
        if (self.n, i) in self.writing.defined:
            return
        text = self.writing.line(self.n, i, emphasis=entry.kind != parts.HEADING)
        if not text:
            return
        depth = min(entry.depth, self.under)
        self.under = depth + (entry.kind == parts.ITEM)
        pad = _INDENT * depth
        if entry.kind == parts.ITEM:
            self.numbers[depth] += 1
            self.numbers[depth + 1 :] = [0] * (len(self.numbers) - depth - 1)
            name = self.writing.names.get((self.n, i))
            yield f"{pad}{self.numbers[depth]}. {text}{f' [#{name}]' if name else ''}"
        else:
            lead = {parts.BULLET: "- ", parts.BOX: "- [ ] ", parts.QUOTE: "> ", parts.HEADING: "## "}
            yield f"{pad}{lead.get(entry.kind, '')}{text}"

    def _table(self, i: int, table: Table) -> Iterator[str]:
        depth = min(table.depth, self.under)
        self.under = depth
        pad = _INDENT * depth
        rows = table.grid.rows
        width = len(rows[0])
        texts = [
            [
                self.writing.line(self.n, i, r * width + c, emphasis=not (table.grid.headed and r == 0))
                for c in range(width)
            ]
            for r in range(len(rows))
        ]
        head, body = (texts[0], texts[1:]) if table.grid.headed else ([""] * width, texts)
        for row in (head, ["---"] * width, *body):
            yield f"{pad}| {' | '.join(row)} |"
