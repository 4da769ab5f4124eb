"""The commands on content itself (``controleer``, ``toon CLAUSULE``, ``huisstijl``): what is said, and with which code."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import app
from generator.diagnostics import Diagnostic, MisuseError, Severity, as_json, render
from generator.printing import complain, say, say_json

if TYPE_CHECKING:
    from generator.house_style import Inspected

OK, FAULTS, WARNINGS = 0, 1, 3


def names_clause(a: Namespace) -> bool:
    """What else has a stroke in it is a path, and that is there."""
    wanted = a.bij or a.kijk or a.word
    return bool(wanted) or (
        "/" in a.bron and not a.bron.endswith((".yaml", ".yml")) and not Path(a.bron).exists()
    )


def show_clause(a: Namespace, chosen: app.Settings, width: int) -> int:
    from generator.viewing import view, watched, write_word

    shown = view(a.bron, a.bij, chosen)
    if shown is None:
        mend = "Kijk in zwartopwit bibliotheek lijst hoe zij heet."
        raise MisuseError(f"Er is geen clausule of dossier ‘{a.bron}’.", mend)
    if a.word:
        say(f"geschreven: {write_word(shown, a.word)}")
    for text in watched(shown, width) if a.kijk else [shown.text(width)]:
        say(text)
    return OK


def check(a: Namespace, chosen: app.Settings) -> int:
    from generator.checking import Options, checked
    from generator.house_style import bundled_faults
    from generator.loading.files import named_library

    root = named_library(Path(a.map)) if a.map else None
    layers = chosen.layers
    found, told = checked(root, layers, Options(a.taal, a.dekking, a.diep))
    if a.voorbeelden:
        from generator.trying.example_files import with_examples

        found, line = with_examples(found, root, layers, Path(a.voorbeelden), chosen.today)
        told = [*told, line]
    if a.json:
        say_json([as_json(d) for d in found])
    else:
        say(*told, *(render(d) for d in found), _counted(found))
    styles = () if root else bundled_faults()
    complain(*styles) if styles else None
    if styles or any(d.severity is Severity.ERROR for d in found):
        return FAULTS
    return WARNINGS if a.streng and found else OK


def _counted(found: Sequence[Diagnostic]) -> str:
    if not found:
        return "De bibliotheek is in orde."
    return f"{len(found)} {'melding' if len(found) == 1 else 'meldingen'}"


def house_style(a: Namespace, chosen: app.Settings) -> int:
    from generator import house_style as styles
    from generator.loading.load import load_library

    wanted = {"lijst": 0, "controleer": 1, "kies": 1, "kopieer": 2}[a.wat]
    given = [word for word in (a.naam, a.bestand) if word is not None]
    if len(given) != wanted:
        raise MisuseError(
            f"‘huisstijl {a.wat}’ neemt {wanted or 'geen'} {'naam' if wanted == 1 else 'namen'} erachter.",
            "Bekijk het voorbeeld: zwartopwit huisstijl --help",
        )
    match a.wat:
        case "lijst":
            say(*styles.bundled())
        case "kopieer":
            styles.copied(a.naam, Path(a.bestand))
            say(
                f"Gekopieerd naar {a.bestand}. Pas het aan in Word. Daarna:",
                f"  zwartopwit huisstijl controleer {a.bestand}",
            )
        case "kies":
            styles.keep_in_profile(a.naam, load_library(layers=chosen.layers))
            say(f"Voortaan maakt u stukken in de huisstijl {a.naam}.")
        case _:
            return _inspected(styles.inspect(Path(a.naam)))
    return OK


def _inspected(found: "Inspected") -> int:
    say(*found.lines)
    say(f"Een kopie met opmerkingen staat in {found.copy}" if found.copy else "De huisstijl is in orde.")
    return FAULTS if found.grave else OK


COMMANDS: dict[str, Callable[[Namespace, app.Settings], int]] = {
    "controleer": check,
    "huisstijl": house_style,
}
