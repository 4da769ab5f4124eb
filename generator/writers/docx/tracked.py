"""Tracked changes: a text with all of them accepted, or all rejected. What Word does, on the XML."""

from copy import deepcopy

from lxml import etree

from generator.writers.docx.xml import W

_W = f"{{{W}}}"
_P, _TR, _TC = f"{_W}p", f"{_W}tr", f"{_W}tc"
_PPR, _RPR = f"{_W}pPr", f"{_W}rPr"
_CAME, _WENT = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_FORMATTING = tuple(
    f"{_W}{name}Change" for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "tblPrEx", "numbering")
)  # fmt: skip
_RANGES = tuple(
    f"{_W}{name}Range{end}"
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
CHANGES = (*_CAME, *_WENT, *_FORMATTING)


def accepted(root: "etree._Element") -> "etree._Element":
    """A copy with every change taken over."""
    return _settled(root, _CAME, _WENT, keep_new=True)


def rejected(root: "etree._Element") -> "etree._Element":
    """A copy with every change undone."""
    return _settled(root, _WENT, _CAME, keep_new=False)


def has_changes(root: "etree._Element") -> bool:
    return next(root.iter(*CHANGES), None) is not None


def _settled(
    root: "etree._Element", stays: tuple[str, ...], goes: tuple[str, ...], *, keep_new: bool
) -> "etree._Element":
    root = deepcopy(root)
    for mark in [*root.iter(*_RANGES)]:
        _remove(mark)
    for row in [*root.iter(_TR)]:
        _row(row, goes)
    gone = [p for p in root.iter(_P) if _mark(p, goes) is not None]
    for element in [*root.iter(*goes)]:
        if _owner(element) != _RPR:
            _remove(element)
    for element in [*root.iter(*stays)]:
        _remove(element) if _owner(element) in (_RPR, f"{_W}trPr") else _unwrap(element)
    for change in [*root.iter(*_FORMATTING)]:
        _format(change, keep_new=keep_new)
    for paragraph in gone:
        _without_its_mark(paragraph, goes)
    _as_text(root)
    return root


def _row(row: "etree._Element", goes: tuple[str, ...]) -> None:
    properties = row.find(f"{_W}trPr")
    if properties is None or not any(properties.find(t) is not None for t in goes):
        return
    table = row.getparent()
    _remove(row)
    if table is not None and table.find(_TR) is None:
        _remove(table)


def _mark(paragraph: "etree._Element", kinds: tuple[str, ...]) -> "etree._Element | None":
    properties = paragraph.find(f"{_PPR}/{_RPR}")
    found = (properties.find(k) for k in kinds) if properties is not None else iter(())
    return next((f for f in found if f is not None), None)


def _format(change: "etree._Element", *, keep_new: bool) -> None:
    """Formatting: what it was stands inside the change."""
    owner = change.getparent()
    if owner is None:
        return
    _remove(change)
    before = change[0] if len(change) else None
    if keep_new or before is None:
        return
    for child in [*owner]:
        if child.tag not in (_RPR, f"{_W}sectPr", *CHANGES):
            owner.remove(child)
    for place, child in enumerate([*before]):
        owner.insert(place, child)


def _without_its_mark(paragraph: "etree._Element", goes: tuple[str, ...]) -> None:
    """Its text joins the next paragraph, whose style stays. Where none follows, only an empty paragraph can go."""
    mark = _mark(paragraph, goes)
    if paragraph.getparent() is None or mark is None:
        return
    _remove(mark)
    following = paragraph.getnext()
    while following is not None and following.tag in (f"{_W}bookmarkStart", f"{_W}bookmarkEnd"):
        following = following.getnext()
    rest = [c for c in paragraph if c.tag != _PPR]
    words = any(True for c in rest for _ in c.iter(f"{_W}r"))
    if following is not None and following.tag == _P:
        if words:
            place = 1 if following.find(_PPR) is not None else 0
            for n, child in enumerate(rest):
                following.insert(place + n, child)
        _remove(paragraph)
    elif not words and not _last_of_cell(paragraph):
        _remove(paragraph)


def _last_of_cell(paragraph: "etree._Element") -> bool:
    """A cell ends in a paragraph."""
    parent, following = paragraph.getparent(), paragraph.getnext()
    return parent is not None and parent.tag == _TC and following is None


def _as_text(root: "etree._Element") -> None:
    for old, new in (("delText", "t"), ("delInstrText", "instrText")):
        for element in root.iter(f"{_W}{old}"):
            element.tag = f"{_W}{new}"
    for properties in [*root.iter(_RPR)]:
        parent = properties.getparent()
        if len(properties) == 0 and parent is not None and parent.tag == _PPR:
            _remove(properties)


def _owner(element: "etree._Element") -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def _remove(element: "etree._Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: "etree._Element") -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for n, child in enumerate([*element]):
        parent.insert(place + n, child)
    parent.remove(element)
