"""The bytes of an answers file to a located tree; whatever is no tree at all is one clear message."""

import re
from dataclasses import replace
from typing import Any

from generator.diagnostics import AnswersError, Diagnostic, Position

_NOT_TEXT = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
_TAB = r"(?m)^( *)\t"
_COPY = "Kies een antwoordenbestand (antwoorden.yaml), of zet een kopie terug. Het bestand is niet gewijzigd."
_LONGEST_SHOWN = 160


def decoded(data: bytes, name: str) -> str:
    """The text of an answers file."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Position(name, data[: error.start].count(b"\n") + 1)
        raise _refused(place, "geen-tekst", "Dit bestand is geen tekst in UTF-8.", _remedy(data)) from None


def _remedy(data: bytes) -> str:
    """Text that another program saved in an older or wider form can be saved again; anything else is another file."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = wide or not re.search(rb"[\x00-\x08\x0e-\x1f]", data)
    return "Bewaar het bestand opnieuw, met de codering UTF-8." if text else _COPY


def tree_of(text: str, name: str) -> Any:
    """The tree of the file (``loading.located.Tree``), whose data is a mapping."""
    _refuse_no_text(text, name)
    from generator.loading.located import read_tree
    from generator.loading.problems import Problems

    problems = Problems()
    problems.know_text(name, text)
    try:
        tree = read_tree(name, text, problems)
    except RecursionError:
        message = "Dit bestand heeft te veel niveaus in elkaar."
        raise _refused(Position(name), "te-diep", message, _COPY) from None
    blocking = [
        d for d in problems.all() if d.slug != "lege-waarde"
    ]  # an empty answer is named with its question
    if blocking:
        raise AnswersError(shortened(_half_written(d, text)) for d in blocking)
    if tree is None or not isinstance(tree.data, dict):
        message = "Dit is geen antwoordenbestand: er staat geen `vragenlijst:` in."
        raise _refused(Position(name), "geen-antwoorden", message, _COPY)
    return tree


def _refuse_no_text(text: str, name: str) -> None:
    if not text.strip("\ufeff \t\r\n"):
        remedy = "Begin met `zwartopwit nieuw`, of zet een kopie terug."
        raise _refused(Position(name), "leeg-bestand", "Dit bestand is leeg.", remedy)
    if found := re.search(_NOT_TEXT, text):
        message = "Hier staat een teken dat niet in een tekstbestand hoort."
        raise _refused(_place(text, name, found.start()), "geen-tekst", message, _COPY)
    if found := re.search(_TAB, text):
        remedy = "Gebruik spaties om in te springen."
        raise _refused(_place(text, name, found.end() - 1), "tab", "Hier staat een tab.", remedy)


def _place(text: str, name: str, at: int) -> Position:
    return Position(name, text[:at].count("\n") + 1, at - text.rfind("\n", 0, at))


def _refused(place: Position, slug: str, message: str, remedy: str) -> AnswersError:
    return AnswersError([Diagnostic(slug, message, remedy, place)])


def _half_written(diagnostic: Diagnostic, text: str) -> Diagnostic:
    """YAML that is in order up to the very end stopped in the middle."""
    lines = text.rstrip().split("\n")
    place = diagnostic.position
    if diagnostic.slug != "yaml-fout" or place is None:
        return diagnostic
    if (place.line, place.column) <= (len(lines), len(lines[-1])):
        return diagnostic
    message = "Dit bestand houdt midden in een antwoord op. Het is waarschijnlijk maar half bewaard."
    remedy = "Zet een kopie terug, of maak de laatste regel af."
    return replace(diagnostic, slug="half-geschreven", message=message, remedy=remedy)


def shortened(diagnostic: Diagnostic) -> Diagnostic:
    """Without the line of source when that would fill the screen."""
    line = diagnostic.source_line
    too_long = line is not None and len(line) > _LONGEST_SHOWN
    return replace(diagnostic, source_line=None) if too_long else diagnostic
