"""The answers file as text: block YAML that people can read and change, written without a YAML library."""

import json
import re
from collections.abc import Iterator, Mapping

_PLAIN = r"(?a)[A-Za-zÀ-ÿ0-9](?:[\wÀ-ÿ .,()/'&+%€;-]*[\wÀ-ÿ.)%€])?"
_LETTER_FIRST = r"[A-Za-zÀ-ÿ]"
_OTHER_MEANING = frozenset(
    "later onbekend op_papier y n yes no on off true false null nan inf ja nee".split()  # noqa: SIM905
)
_ESCAPED = r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
_BLOCK = r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]+"
_WIDTH = 100


def yaml_text(data: Mapping[str, object]) -> str:
    return "\n".join(_mapping(data, "")) + "\n"


def _mapping(data: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{indent}{_scalar(key, key=True)}:", value, indent)


def _entry(head: str, value: object, indent: str) -> Iterator[str]:
    """One key or dash with what belongs to it, on the same line where that fits."""
    deeper = indent + "  "
    if isinstance(value, Mapping) and value:
        yield head
        yield from _mapping(value, deeper)
    elif isinstance(value, Mapping):
        yield f"{head} {{}}"
    elif isinstance(value, list | tuple):
        line = f"{head} {_flow(value)}"
        if len(line) <= _WIDTH and not any(isinstance(v, Mapping | list | tuple) for v in value):
            yield line
            return
        yield head
        for item in value:
            yield from _item(item, deeper)
    elif isinstance(value, str) and "\n" in value and _fits_block(value):
        yield f"{head} |-"
        yield from (f"{deeper}{part}" if part else "" for part in value.split("\n"))
    else:
        yield f"{head} {_scalar(value)}"


def _item(item: object, indent: str) -> Iterator[str]:
    if not isinstance(item, Mapping) or not item:
        yield f"{indent}- {_flow(item)}"
        return
    lines = iter(list(_mapping(item, indent + "  ")))
    yield f"{indent}- {next(lines).lstrip()}"
    yield from lines


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(k, key=True)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(v) for v in value) + "]"
    text = _scalar(value)
    return json.dumps(value, ensure_ascii=False) if "," in text and not text.startswith('"') else text


def _fits_block(text: str) -> bool:
    parts = text.split("\n")
    edges = bool(parts[0]) and bool(parts[-1]) and not parts[0].startswith(" ")
    return edges and all(not p or (re.fullmatch(_BLOCK, p) and not p.endswith(" ")) for p in parts)


def _scalar(value: object, *, key: bool = False) -> str:
    """``plain`` texts as they are; others between quotation marks when another reader could take them for no text."""
    if value is None:
        return "null"
    text = str(value)
    unquoted = key or getattr(value, "plain", False)
    if re.fullmatch(_PLAIN, text) and (
        unquoted or (re.match(_LETTER_FIRST, text) and text.casefold() not in _OTHER_MEANING)
    ):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(_ESCAPED, lambda found: f"\\u{ord(found.group()):04x}", quoted)
