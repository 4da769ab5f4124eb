"""YAML as a tree of located texts: every scalar is text with its place, and YAML's surprises are refused."""

from collections.abc import Iterator
from typing import Any, Self

from generator.diagnostics import Position
from generator.loading.problems import Problems

Steps = tuple[str | int, ...]


class Scalar(str):
    """A text from a content file that knows where it stands (the first character of the text itself)."""

    __slots__ = ("plain", "position")
    position: Position
    plain: bool

    def __new__(cls, text: str, position: Position, *, plain: bool = True) -> Self:
        made = super().__new__(cls, text)
        made.position = position
        made.plain = plain
        return made

    def __deepcopy__(self, memo: object) -> Self:
        return self


class Wording(Scalar):
    """A text that people read, on screen or (``printed``) on paper."""

    __slots__ = ("printed",)
    printed: bool

    @classmethod
    def of(cls, scalar: Scalar, *, printed: bool) -> Self:
        made = cls(str(scalar), scalar.position, plain=scalar.plain)
        made.printed = printed
        return made


class Tree:
    """The data of one YAML file (dicts, lists, Scalars, None for an empty value) and where each part stands."""

    def __init__(self, path: str) -> None:
        self.data: Any = None
        self.start = Position(path)
        self.places: dict[Steps, Position] = {}
        self.keys: dict[Steps, Scalar] = {}

    def place(self, steps: Steps) -> Position:
        """Of the part at these steps, or of the nearest part around it that is in the file."""
        while steps not in self.places and steps:
            steps = steps[:-1]
        return self.places.get(steps, self.start)


class _RefusedError(Exception):
    """What was found in the file cannot be made into a tree; already reported."""


def read_tree(path: str, text: str, problems: Problems, *, line: int = 1) -> Tree | None:
    """The tree of a YAML text that starts at this line of the file; None when it cannot be read (reported)."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reader = _Reader(path, line, problems)
    try:
        events = iter(yaml.parse(text, Loader=loader))
        return reader.tree(events)
    except yaml.MarkedYAMLError as error:
        _report(error, path, text, line, problems)
    except _RefusedError:
        pass
    return None


def _report(error: Any, path: str, text: str, line: int, problems: Problems) -> None:
    mark, begun = error.problem_mark, error.context_mark
    lines = text.rstrip().split("\n")
    message = "vanaf hier is de opmaak van het bestand niet te lezen"
    position = Position(path, mark.line + line, mark.column + 1) if mark else Position(path, line)
    if mark and mark.line >= len(lines):
        position = Position(path, len(lines) + line - 1, len(lines[-1]) + 1)
        message = "het bestand houdt midden in een waarde op"
        message += f"; die begint op regel {begun.line + line}" if begun else ""
    problems.add(
        "yaml-fout",
        message,
        "kijk naar de inspringing van deze regel en die erboven, en zet tekst met een dubbele punt, [ ], { } of ander bijzonder teken tussen aanhalingstekens",
        position,
    )


class _Reader:
    def __init__(self, path: str, line: int, problems: Problems) -> None:
        self.path = path
        self.line = line
        self.problems = problems
        self.made = Tree(path)

    def tree(self, events: Iterator[Any]) -> Tree:
        self.made.start = Position(self.path, self.line)
        for event in events:
            name = type(event).__name__
            if name in {"StreamStartEvent", "DocumentStartEvent"}:
                continue
            if name == "StreamEndEvent":
                return self.made
            self.made.data = self.node(event, events, ())
            break
        for event in events:
            if type(event).__name__ == "DocumentStartEvent":
                self._refuse(
                    "twee-documenten", "hier begint een tweede document", "haal de regel --- weg", event
                )
        return self.made

    def node(self, event: Any, events: Iterator[Any], steps: Steps) -> Any:
        self._refuse_surprises(event)
        match type(event).__name__:
            case "ScalarEvent":
                self.made.places[steps] = self._text_position(event)
                return self._scalar(event)
            case "SequenceStartEvent":
                self.made.places[steps] = self._position(event)
                return self._sequence(events, steps)
            case _:
                self.made.places[steps] = self._position(event)
                return self._mapping(events, steps)

    def _sequence(self, events: Iterator[Any], steps: Steps) -> list[Any]:
        items: list[Any] = []
        while type(event := next(events)).__name__ != "SequenceEndEvent":
            items.append(self.node(event, events, (*steps, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], steps: Steps) -> dict[Scalar, Any]:
        entries: dict[Scalar, Any] = {}
        while type(event := next(events)).__name__ != "MappingEndEvent":
            key = self._key(event, entries)
            inner = (*steps, str(key))
            value = self.node(next(events), events, inner)
            if value is None:
                self.problems.add(
                    "lege-waarde",
                    f"achter '{key}' staat niets",
                    "vul de waarde in, of haal de sleutel weg",
                    key.position,
                    width=len(key),
                )
            entries.setdefault(key, value)
            self.made.keys.setdefault(inner, key)
        return entries

    def _key(self, event: Any, entries: dict[Scalar, Any]) -> Scalar:
        self._refuse_surprises(event)
        if type(event).__name__ != "ScalarEvent":
            self._refuse(
                "vreemde-sleutel",
                "hier staat een blok waar een woord hoort",
                "zet tekst met {{ … }} tussen aanhalingstekens",
                event,
            )
        key = Scalar(event.value, self._text_position(event))
        if key in entries:
            first = next(k for k in entries if k == key).position.line
            self.problems.add(
                "dubbele-sleutel",
                f"de sleutel '{key}' staat hier voor de tweede keer",
                f"houd één van beide (de eerste staat op regel {first})",
                key.position,
                width=len(key),
            )
        return key

    def _scalar(self, event: Any) -> Scalar | None:
        plain = bool(event.implicit[0])
        if plain and event.value in {"", "~", "null"}:
            return None
        return Scalar(event.value.strip("\n"), self._text_position(event), plain=plain)

    def _refuse_surprises(self, event: Any) -> None:
        if type(event).__name__ == "AliasEvent" or event.anchor is not None:
            self._refuse(
                "yaml-anker",
                "ankers en verwijzingen van YAML (& en *) worden niet gebruikt",
                "schrijf de waarde uit, of zet tekst die met & of * begint tussen aanhalingstekens",
                event,
            )
        if event.tag is not None:
            self._refuse(
                "yaml-label",
                "labels van YAML (!) worden niet gebruikt",
                "haal het label weg, of zet tekst die met ! begint tussen aanhalingstekens",
                event,
            )

    def _refuse(self, slug: str, message: str, remedy: str, event: Any) -> None:
        self.problems.add(slug, message, remedy, self._position(event))
        raise _RefusedError

    def _position(self, event: Any) -> Position:
        mark = event.start_mark
        return Position(self.path, mark.line + self.line, mark.column + 1)

    def _text_position(self, event: Any) -> Position:
        """Where the text itself starts: after a quotation mark, or on the line below ``|`` and ``>``."""
        mark = event.start_mark
        if getattr(event, "style", None) in {"'", '"'}:
            return Position(self.path, mark.line + self.line, mark.column + 2)
        if getattr(event, "style", None) in {"|", ">"}:
            return Position(self.path, mark.line + self.line + 1, 1)
        return self._position(event)
