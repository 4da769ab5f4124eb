"""The parts of a house style as docxtpl patches them. Only this needs docxtpl, so its outcome is kept for the next start."""

import hashlib
import json
import re
from collections.abc import Mapping
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from generator import cache_folder

KIND = "huisstijl"
_FORM = b"2"  # of what is kept
_QUOTED_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)


def patched(style: bytes, parts: Mapping[str, str]) -> dict[str, str]:
    """Template sources by part. What is kept is text: a template is never run but in the sandbox."""
    key = hashlib.sha256(style + _docxtpl() + _FORM).hexdigest()
    known = _kept(key)
    if known is None or known.keys() != parts.keys():
        from docxtpl import DocxTemplate

        patch = DocxTemplate(BytesIO(style)).patch_xml
        known = {name: _QUOTED_TAG.sub(_unquoted, patch(source)) for name, source in parts.items()}
        cache_folder.keep(KIND, key, json.dumps(known).encode())
    return known


def _unquoted(tag: re.Match[str]) -> str:
    """LibreOffice writes quotation marks in text as entities; docxtpl leaves those be."""
    return tag[0].replace("&quot;", '"').replace("&apos;", "'")


def _kept(key: str) -> dict[str, str] | None:
    data = cache_folder.kept(KIND, key)
    try:
        found = json.loads(data) if data else None
    except ValueError:
        return None
    whole = isinstance(found, dict) and all(isinstance(v, str) for v in found.values())
    return found if whole else None


def _docxtpl() -> bytes:
    """Which docxtpl this is, without importing it."""
    spec = find_spec("docxtpl")
    if spec is None or spec.origin is None:
        return b""
    known = Path(spec.origin).with_name("template.py").stat()
    return f"{known.st_size} {known.st_mtime_ns}".encode()
