"""Long lists of options: what matches while typing, and the one that is meant when Enter comes early. Pure."""

from collections.abc import Sequence

from generator.dutch_text import folded
from generator.library import Choice
from generator.terminal.prompts import Rejected


def matching(choices: Sequence[Choice], text: str) -> tuple[Choice, ...]:
    """First those that begin with it, then those with a word that does, then those that hold it anywhere."""
    wanted = folded(text)
    if not wanted:
        return tuple(choices)
    ranked = ((_rank(folded(c.label), wanted), i, c) for i, c in enumerate(choices))
    return tuple(c for rank, _i, c in sorted((r for r in ranked if r[0] < 3), key=lambda r: r[:2]))


def _rank(label: str, wanted: str) -> int:
    if label.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in label.split()):
        return 1
    return 2 if wanted in label else 3


def meant(choices: Sequence[Choice], text: str) -> str | Rejected:
    """The id of the option that is meant: named in full, or the only one that matches."""
    wanted = folded(text)
    exact = [c for c in choices if wanted in (folded(c.label), folded(c.id))]
    found = exact or (list(matching(choices, text)) if wanted else [])
    if len(found) == 1:
        return found[0].id
    if not wanted:
        return Rejected("Typ een deel van de naam, of kies met de pijltjes.")
    if not found:
        return Rejected(
            f"‘{text.strip()[:40]}’ staat niet in de lijst.",
            "Typ een ander woord, of wis de regel voor de hele lijst.",
        )
    names = [f"‘{c.label}’" for c in found[:4]]
    more = " of een andere" if len(found) > 4 else ""
    return Rejected(f"Welke bedoelt u: {', '.join(names[:-1])} of {names[-1]}{more}?")
