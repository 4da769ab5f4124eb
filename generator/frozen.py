"""``dataclass(frozen=True, slots=True)`` at a twentieth of the cost per class; why and at what price: ADR 0004.

The standard decorator writes and compiles six functions per class. With well over a hundred classes that is more than the
first question on screen may cost. Here all classes share one of each; only ``__init__`` is written, when a class
is first used. To the type checker, ``fields``, ``replace``, ``is_dataclass`` and ``match`` it is a dataclass.
"""

import dataclasses
import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass, field
else:
    from dataclasses import MISSING, Field, field

    def dataclass(cls: Any = None, /, *, frozen: bool = False, slots: bool = False, **others: bool) -> Any:
        """The standard decorator, but for frozen classes with slots made here (without slots, and faster)."""
        if cls is not None or not (frozen and slots) or others:
            made = dataclasses.dataclass(frozen=frozen, slots=slots, **others)
            return made if cls is None else made(cls)
        return _made

    def _made(cls: type) -> type:
        own = _fields_of(cls)
        found = dict(getattr(cls, "__dataclass_fields__", {})) | own
        if not all(f.compare and f.init and f.repr for f in found.values()):
            return dataclasses.dataclass(frozen=True)(cls)
        cls.__dataclass_fields__ = found
        cls.__match_args__ = tuple(found)
        for name, shared in SHARED.items():
            if name not in cls.__dict__:
                setattr(cls, name, shared)
        cls.__init__ = _first_init(cls, tuple(found.values()))
        return cls

    def _fields_of(cls: type) -> dict[str, Any]:
        found = {}
        for name, kind in inspect.get_annotations(cls).items():
            given = cls.__dict__.get(name, MISSING)
            made = given if isinstance(given, Field) else field(default=given)
            made.name, made.type, made._field_type, made.kw_only = name, kind, dataclasses._FIELD, False  # noqa: SLF001
            if made.default is not MISSING:
                setattr(cls, name, made.default)
            elif given is not MISSING:
                delattr(cls, name)
            found[name] = made
        return found

    def _first_init(cls: type, made: tuple[Any, ...]) -> Any:
        """Writes the real ``__init__`` at the first use, and takes its place from then on."""

        def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
            if cls.__init__ is __init__:
                cls.__init__ = _written_init(cls, made)
            cls.__init__(self, *args, **kwargs)

        return __init__

    def _written_init(cls: type, made: tuple[Any, ...]) -> Any:
        names = {f"_d{i}": f.default for i, f in enumerate(made) if f.default is not MISSING}
        names |= {f"_f{i}": f.default_factory for i, f in enumerate(made) if f.default_factory is not MISSING}
        names["_missing"] = MISSING
        parameters, lines = ["self"], ["d = self.__dict__"]
        for i, f in enumerate(made):
            default = f"=_d{i}" if f"_d{i}" in names else "=_missing" if f"_f{i}" in names else ""
            value = f"_f{i}() if {f.name} is _missing else {f.name}" if f"_f{i}" in names else f.name
            parameters.append(f.name + default)
            lines.append(f"d[{f.name!r}] = {value}")
        if hasattr(cls, "__post_init__"):
            lines.append("self.__post_init__()")
        exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines), names)  # noqa: S102 - our own names
        written = names["__init__"]
        written.__qualname__ = f"{cls.__qualname__}.__init__"
        return written

    def _eq(self: Any, other: object) -> Any:
        return self.__dict__ == other.__dict__ if other.__class__ is self.__class__ else NotImplemented

    def _hash(self: Any) -> int:
        return hash(tuple(self.__dict__.values()))

    def _repr(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"

    def _setattr(_self: Any, name: str, _value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _delattr(_self: Any, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    SHARED = {
        "__eq__": _eq,
        "__hash__": _hash,
        "__repr__": _repr,
        "__setattr__": _setattr,
        "__delattr__": _delattr,
    }

__all__ = ["dataclass", "field"]
