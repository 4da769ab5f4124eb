"""The building blocks of the file schema: located scalars, Dutch faults, and their way back to a place in the file."""

import re
import types
from collections.abc import Callable
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from generator.diagnostics import Position
from generator.loading.located import Scalar, Steps, Tree, Wording
from generator.loading.problems import Problems, nearest, write_instead

SNAKE = re.compile(r"[a-z][a-z0-9_]*")
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
RESERVED = frozenset(
    {
        "vandaag",
        "melding",
        "meldingen",
        "besluit",
        "dossier",
        "document",
        "loop",
        "ja",
        "nee",
        "later",
        "onbekend",
    }
)


def fault(slug: str, message: str, remedy: str) -> PydanticCustomError:
    """A fault in one value, in Dutch; pydantic only carries it."""
    return PydanticCustomError(slug, "{message}", {"message": message, "remedy": remedy})


def _text(value: Any) -> Scalar:
    if value is None:
        raise fault("lege-waarde", "hier ontbreekt een waarde", "vul de waarde in, of haal de sleutel weg")
    if not isinstance(value, Scalar):
        raise fault(
            "verkeerd-type", "hier hoort één tekst", "schrijf één tekst in plaats van een lijst of blok"
        )
    if not value.strip():
        raise fault("lege-waarde", "deze tekst is leeg", "vul de tekst in, of haal de sleutel weg")
    return value


def _shown(value: Any) -> Wording:
    return Wording.of(_text(value), printed=False)


def _printed(value: Any) -> Wording:
    return Wording.of(_text(value), printed=True)


def _maybe_printed(value: Any) -> str:
    return _printed(value) if isinstance(value, Scalar) and value.strip() else ""


def _yes_no(value: Any) -> bool:
    text = _text(value)
    if text not in {"ja", "nee"}:
        raise fault("verkeerd-type", f"hier hoort ja of nee, niet '{text}'", "schrijf ja of nee")
    return text == "ja"


def _whole(value: Any) -> int:
    text = _text(value)
    if not re.fullmatch(r"\d{1,6}", text):
        raise fault(
            "verkeerd-type", f"hier hoort een heel getal, niet '{text}'", "schrijf een getal, zoals 1"
        )
    return int(text)


def _day(value: Any) -> Scalar:
    from datetime import date

    text = _text(value)
    try:
        date.fromisoformat(text)
    except ValueError:
        raise fault(
            "verkeerd-type", f"hier hoort een datum, niet '{text}'", "schrijf jaar-maand-dag: 2026-11-21"
        ) from None
    return text


def _shaped(pattern: re.Pattern[str], example: str) -> Any:
    def check(value: Any) -> Scalar:
        text = _text(value)
        if not pattern.fullmatch(text):
            raise fault(
                "vorm-van-naam", f"'{text}' heeft niet de vorm van een naam", f"gebruik de vorm van {example}"
            )
        return text

    return check


class Among:
    """The words a text may be: ``Annotated[Scalar, Among("ja", "nee")]``."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.checked)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.words)}

    def checked(self, value: Any) -> Scalar:
        text = _text(value)
        if text not in self.words:
            raise fault("onbekende-waarde", f"'{text}' kan hier niet", write_instead(text, self.words))
        return text


STRING = WithJsonSchema({"type": ["string", "number"]})
Text = Annotated[Scalar, PlainValidator(_text), STRING]
Shown = Annotated[Wording, PlainValidator(_shown), STRING]
"""Text that people read on screen."""
Printed = Annotated[Wording, PlainValidator(_printed), STRING]
"""Text that may stand on paper."""
MaybePrinted = Annotated[str, PlainValidator(_maybe_printed), STRING]
Day = Annotated[Scalar, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
YesNo = Annotated[bool, PlainValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nee"]})]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Variable = Annotated[
    Scalar,
    PlainValidator(_shaped(SNAKE, "'hersteltijd_uren': kleine letters, cijfers en _")),
    WithJsonSchema({"type": "string", "pattern": f"^{SNAKE.pattern}$"}),
]
Kebab = Annotated[
    Scalar,
    PlainValidator(_shaped(KEBAB, "'back-up': kleine letters, cijfers en -")),
    WithJsonSchema({"type": "string", "pattern": f"^{KEBAB.pattern}$"}),
]


def default_text(text: str) -> Scalar:
    """What a key has when it is not in the file."""
    return Scalar(text, Position(""))


class Shorthand:
    """One text may stand for what it abbreviates."""

    def __init__(self, written_out: Callable[[Scalar], Any]) -> None:
        self.written_out = written_out

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._whole, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": ["string", "number"]}]}

    def _whole(self, value: Any) -> Any:
        return self.written_out(value) if isinstance(value, Scalar) else value


def short(key: str) -> Shorthand:
    """The short form of a block: one text stands for the block with only this key."""
    return Shorthand(lambda text: {key: text})


def listed() -> Shorthand:
    """One text stands for a list of one."""
    return Shorthand(lambda text: [text])


class Block(BaseModel):
    """A block of keys in a content file."""

    model_config = ConfigDict(
        extra="forbid", populate_by_name=False, arbitrary_types_allowed=True, frozen=True
    )


class Allowing(Block):
    """A file that may make exceptions to the rules for words."""

    allowed: Annotated[list[Text], listed()] = Field(
        [], alias="mag", description="Woorden die in dit bestand wel mogen, tegen woorden.yaml in."
    )


class Unit(Allowing):
    """A whole that a house layer can replace."""

    replaces: Text | None = Field(
        None,
        alias="vervangt",
        description="In een huislaag: wat dit vervangt, met de versie: backup/herstel@1.",
    )


Model = TypeVar("Model", bound=BaseModel)


def read(model: type[Model], tree: Tree, problems: Problems) -> Model | None:
    """The file's data as this model, or None after reporting everything that is wrong with it."""
    if tree.data is None:
        problems.add(
            "leeg-bestand", "hier staat nog niets", "vul het in, of haal het bestand weg", tree.start
        )
        return None
    try:
        return model.model_validate(tree.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _report(model, detail, tree, problems)
        return None


def _report(model: type[BaseModel], detail: ErrorDetails, tree: Tree, problems: Problems) -> None:
    steps: Steps = tuple(str(s) if isinstance(s, str) else s for s in detail["loc"])
    if steps and steps[-1] == "[key]":
        key = tree.keys[steps[:-1]]
        context = detail["ctx"]
        problems.add(detail["type"], context["message"], context["remedy"], key.position, width=len(key))
        return
    match detail["type"]:
        case "missing":
            problems.add(
                "ontbrekende-sleutel",
                f"de sleutel '{steps[-1]}' ontbreekt",
                f"voeg '{steps[-1]}:' toe",
                tree.place(steps[:-1]),
            )
        case "extra_forbidden":
            _report_unknown_key(model, steps, tree, problems)
        case "list_type" | "tuple_type":
            problems.add(
                "verkeerd-type", "hier hoort een lijst", "schrijf een lijst: [a, b]", tree.place(steps)
            )
        case "dict_type" | "model_type" | "model_attributes_type":
            problems.add(
                "verkeerd-type",
                "hier hoort een blok met sleutels",
                "schrijf `sleutel: waarde`",
                tree.place(steps),
            )
        case slug:
            context = detail.get("ctx", {})
            message = context.get("message", "deze waarde past hier niet")
            remedy = context.get(
                "remedy", "kijk in het handboek wat hier kan staan, bij Bestanden en sleutels"
            )
            width = len(str(detail["input"])) if isinstance(detail["input"], Scalar) else 1
            problems.add(slug, message, remedy, tree.place(steps), width=width)


def _report_unknown_key(model: type[BaseModel], steps: Steps, tree: Tree, problems: Problems) -> None:
    name = str(steps[-1])
    around = model_at(model, steps[:-1])
    known = [f.alias or n for n, f in around.model_fields.items()] if around else []
    key = tree.keys.get(steps)
    position = key.position if key is not None else tree.place(steps)
    near = nearest(name, known)
    mend = f"schrijf '{near}'" if near else f"haal de sleutel weg; hier kan: {', '.join(sorted(known))}"
    problems.add("onbekende-sleutel", f"onbekende sleutel '{name}'", mend, position, width=len(name))


def model_at(model: type[BaseModel], steps: Steps) -> type[BaseModel] | None:
    """The kind of block that stands at these steps in a file of this model."""
    here: Any = model
    for step in steps:
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = next((f for n, f in here.model_fields.items() if (f.alias or n) == step), None)
            here = _bare(field.annotation) if field else None
        else:
            inner = get_args(here)
            here = _bare(inner[-1]) if inner else None
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """Without Optional and Annotated."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, types.UnionType}:
        return _bare(next(a for a in get_args(annotation) if a is not type(None)))
    return annotation
