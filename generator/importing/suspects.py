"""Places in a foreign contract that someone fills in per deal, and the variable of the library that fits by name."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.frozen import dataclass
from generator.importing.foreign import Kind, Note, Runs
from generator.importing.pieces import Spot, Suspect
from generator.importing.runs import text_of

_PLACE = re.compile(r"\[(?P<name>[^\[\]]{1,80})\]|\.{4,}|(?=\.*…)[.…]{3,}|…{2,}|(?:\. ){4,}\.?|_{3,}")
_SAYS_NOTHING = re.compile(r"[\s._…●•xX*-]*")
_LEAD = re.compile(r"([^.;:,()\[\]]*)[\s:(]*$")
_NO_PART_OF_LABEL = re.compile(r"[^\w €%&/().,:-]|_")
_MOST_WORDS = 12
_LONGEST_LABEL = 40
_NEAR = 120
_SAME = {
    "opdrachtgever": "klant", "afnemer": "klant", "koper": "klant", "client": "klant", "opdrachtnemer": "leverancier",
    "dienstverlener": "leverancier", "verkoper": "leverancier", "kamer": "kvk", "handelsregister": "kvk", "emailadres": "email",
    "mailadres": "email", "woonplaats": "plaats", "vestigingsplaats": "plaats", "straat": "adres", "bedrijfsnaam": "naam",
    "telefoonnummer": "telefoon", "kvknummer": "kvk", "btw": "btw_id", "btwnummer": "btw_id", "dagtekening": "datum",
}  # fmt: skip
"""Words that contracts use for what the library calls otherwise."""
_EMPTY = {
    "de",
    "het",
    "een",
    "van",
    "der",
    "nummer",
    "nr",
    "koophandel",
    "mail",
    "in",
    "te",
    "vullen",
    "vul",
    "uw",
    "volledige",
    "invullen",
}
_WHO = {"klant", "leverancier"}


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the library that may be printed: ``slot`` is what stands between the braces."""

    slot: str
    names: frozenset[str]


TODAY = Variable("vandaag | datum", frozenset({"datum"}))


class Suspecting:
    def __init__(self, variables: Sequence[Variable], notes: list[Note]) -> None:
        self.variables = (*variables, TODAY)
        self.notes = notes

    def spots(self, runs: Runs) -> list[Spot]:
        text = text_of(runs)
        found = list(self._marked(runs, text))
        for m in _PLACE.finditer(text):
            name = m["name"] or ""
            if m["name"] is not None and not re.search(r"[^\W\d]|[._…●]", name):
                continue  # ‘[1]’, ‘[ ]’: no place to fill in
            if not any(m.start() < s.end and s.start < m.end() for s in found):
                found.append(self._spot(text, m.start(), m.end(), name))
        return sorted(found, key=lambda s: s.start)

    def _marked(self, runs: Runs, text: str) -> Iterator[Spot]:
        at = 0
        for run in runs:
            begin, at = at, at + len(run.text)
            words = run.text.strip()
            if run.kind is not Kind.BLANK or not words:
                continue
            if len(words.split()) > _MOST_WORDS:
                self.notes.append(
                    Note("gemarkeerd", "een lange gemarkeerde tekst is gewoon overgenomen", words[:60])
                )
                continue
            lead = len(run.text) - len(run.text.lstrip())
            yield self._spot(text, begin + lead, begin + lead + len(words), run.target or words)

    def _spot(self, text: str, start: int, end: int, name: str) -> Spot:
        name = _before(text[:start]) if _SAYS_NOTHING.fullmatch(name) else name
        words = " ".join(_NO_PART_OF_LABEL.sub(" ", name).split())
        label = words[:_LONGEST_LABEL].strip(" :.,-/") or "in te vullen"
        return Spot(start, end, Suspect(label, self._fitting(label), text[start:end]))

    def _fitting(self, label: str) -> str | None:
        """The one variable whose names hold all words of the label."""
        words = names_in(label)
        if len(words) == 1 and words <= _WHO:
            words = words | {"naam"}
        fits = [
            v for v in self.variables if words and words <= v.names and (len(words) > 1 or v.names == words)
        ]
        fewest = min((len(v.names) for v in fits), default=0)
        best = [v for v in fits if len(v.names) == fewest]
        return best[0].slot if len(best) == 1 else None


def names_in(label: str) -> frozenset[str]:
    """The words of a name that tell it from others, in the library's own terms."""
    flat = unicodedata.normalize(
        "NFKD", label.casefold().replace("e-mail", "email").replace("btw-id", "btw_id")
    )
    words = re.findall(r"[a-z0-9_]+", "".join(c for c in flat if not unicodedata.combining(c)))
    return frozenset(_SAME.get(w, w) for w in words if _SAME.get(w, w) not in _EMPTY)


def _before(text: str) -> str:
    m = _LEAD.search(text[-_NEAR:].rstrip(" :("))
    return " ".join((m[1] if m else "").split()[-3:])
