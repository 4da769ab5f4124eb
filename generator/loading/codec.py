"""Frozen dataclasses to JSON and back, over a closed list of types: nothing else can come out of a file.

A list is always tagged by its first element: a number below ``FIRST_CLASS`` for the kinds below, else a dataclass with
its fields in order. Trailing fields that have their default are left out.
"""

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

from generator import library, values
from generator.diagnostics import Position
from generator.expressions import ast

TUPLE, ENUM, DECIMAL, DATE, MAPPING, LIST, LATER = range(7)
FIRST_CLASS = 10


def _classes() -> tuple[type[Any], ...]:
    found = {
        v
        for module in (library, values, ast)
        for v in vars(module).values()
        if isinstance(v, type) and dataclasses.is_dataclass(v)
    }
    return tuple(sorted(found | {Position}, key=lambda c: (c.__module__, c.__qualname__)))


def _enums() -> tuple[type[Enum], ...]:
    found = {
        v
        for module in (library, values)
        for v in vars(module).values()
        if isinstance(v, type) and issubclass(v, Enum) and v.__module__.startswith("generator.")
    }
    return tuple(sorted(found, key=lambda c: (c.__module__, c.__qualname__)))


CLASSES = _classes()
ENUMS = _enums()
CLASS_TAG = {c: FIRST_CLASS + i for i, c in enumerate(CLASSES)}
ENUM_TAG = {c: i for i, c in enumerate(ENUMS)}
LATER_FIELDS = {(library.Risk, "sections")}
"""Mappings that are decoded only when they are read."""


def shape() -> str:
    """Changes when any of the types does: a file written for other types is foreign."""
    return ";".join(f"{c.__qualname__}({','.join(c.__dataclass_fields__)})" for c in CLASSES) + repr(ENUMS)


class Later(Mapping[str, Any]):
    """A mapping whose values are decoded when first read."""

    def __init__(self, source: Mapping[str, Any], decode: Callable[[Any], Any]) -> None:
        self._source = source
        self._decode = decode
        self._ready: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._ready:
            self._ready[key] = self._decode(self._source[key])
        return self._ready[key]

    def __contains__(self, key: object) -> bool:
        return key in self._source

    def __iter__(self) -> Iterator[str]:
        return iter(self._source)

    def __len__(self) -> int:
        return len(self._source)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self._source)})"


def dumps(value: Any) -> str:
    return json.dumps(encoded(value), ensure_ascii=False, separators=(",", ":"))


def loads(text: str | bytes) -> Any:
    return decoded(json.loads(text))


def encoded(value: Any) -> Any:
    match value:
        case Enum():
            return [ENUM, ENUM_TAG[type(value)], value.value]
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case tuple():
            return [TUPLE, *map(encoded, value)]
        case list():
            return [LIST, *map(encoded, value)]
        case Decimal():
            return [DECIMAL, str(value)]
        case date():
            return [DATE, value.isoformat()]
        case Mapping():
            return [MAPPING, *(part for k, v in value.items() for part in (str(k), encoded(v)))]
        case _:
            return _encoded_fields(value)


def _encoded_fields(value: Any) -> list[Any]:
    kind = type(value)
    fields = dataclasses.fields(kind)
    given = [getattr(value, f.name) for f in fields]
    while given and fields[len(given) - 1].default is not dataclasses.MISSING:
        default = fields[len(given) - 1].default
        if given[-1] != default or type(given[-1]) is not type(default):
            break
        given.pop()
    parts = [_encoded_field(kind, f.name, v) for f, v in zip(fields, given, strict=False)]
    return [CLASS_TAG[kind], *parts]


def _encoded_field(kind: type[Any], name: str, value: Any) -> Any:
    if (kind, name) in LATER_FIELDS:
        return [LATER, *(part for k, v in value.items() for part in (str(k), dumps(v)))]
    return encoded(value)


def decoded(value: Any) -> Any:
    if value.__class__ is not list:
        return value
    tag = value[0]
    if tag >= FIRST_CLASS:
        return CLASSES[tag - FIRST_CLASS](*[decoded(v) if v.__class__ is list else v for v in value[1:]])
    if tag == TUPLE:
        return tuple([decoded(v) if v.__class__ is list else v for v in value[1:]])
    return _decoded_other(tag, value)


def _decoded_other(tag: int, value: list[Any]) -> Any:
    match tag:
        case 1:
            return ENUMS[value[1]]._value2member_map_[value[2]]
        case 2:
            return Decimal(value[1])
        case 3:
            return date.fromisoformat(value[1])
        case 4:
            return MappingProxyType({k: decoded(v) for k, v in zip(value[1::2], value[2::2], strict=True)})
        case 5:
            return [decoded(v) for v in value[1:]]
        case 6:
            return Later(dict(zip(value[1::2], value[2::2], strict=True)), loads)
        case _:
            raise ValueError(tag)
