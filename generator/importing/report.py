"""What a person must finish after a contract was imported, as one page of Markdown."""

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic
from generator.frozen import dataclass
from generator.importing import parts
from generator.importing.foreign import Note
from generator.importing.imported import Imported
from generator.importing.parts import Entry
from generator.importing.pieces import Pointer, Suspect
from generator.library import Library

MOST = 60
_KINDS = {
    "Verwijzingen die u zelf nakijkt": "verwijzing",
    "Begrippen": "begrip",
    "Tabellen": "tabel",
    "Nummering": "nummering",
}
_JUDGED = {
    "zin-te-lang": "Zinnen van meer dan 25 woorden",
    "nooit-drukken": "Woorden die de bibliotheek nooit drukt",
    "moeilijk-woord": "Moeilijke woorden",
    "dubbele-ontkenning": "Dubbele ontkenningen",
}


@dataclass(frozen=True, slots=True)
class _Reporting:
    """``most``: so many lines of each list."""

    made: Imported
    notes: Sequence[Note]
    library: Library
    judged: Sequence[Diagnostic]
    most: int

    def lines(self, file: str) -> Iterator[str]:
        yield f"# Overgenomen uit {file}"
        yield ""
        yield from self._second()
        yield from self._counts()
        yield ""
        yield "Loop deze lijst na. Elke clausule heeft `status: te_controleren`. Haal die weg als een jurist haar heeft gezien."
        yield "Schrijf in elke kop ook `grond` en `toelichting`. Tot dan meldt `controleer` dat de kop niet af is."
        yield from self._suspects()
        for title, kind in _KINDS.items():
            yield from self._headed(title, [_told(n) for n in self.notes if n.what == kind])
        yield from self._renumbered()
        yield from self._others()
        yield from self._words()
        yield from self._judged()
        yield from self._topics()

    def _second(self) -> Iterator[str]:
        taken = self.made.other_than
        if not taken:
            return
        yield f"De naam ‘{taken}’ was al in gebruik. Dit contract heet daarom ‘{self.made.name}’; aan het andere is niets veranderd."
        if taken in self.library.outlines and f"{taken}/" in " ".join(self.library.clauses):
            yield (
                "Nam u dit contract al eerder over en wilt u er maar één? Haal dan van de versie die weg mag deze weg: "
                "de map in `clauses/`, het bestand in `clauses/documenten/`, dat in `questionnaires/` en haar begrippen."
            )
        yield ""

    def _counts(self) -> Iterator[str]:
        made = self.made
        articles = [p for p in made.contract.parts if p.slot == parts.ARTICLE]
        leden = sum(isinstance(c, Entry) and c.kind == parts.ITEM for p in articles for c in p.contents)
        pointers = sum(isinstance(r.piece, Pointer) for r in made.written.replaced)
        annexes = sum(p.slot == parts.ANNEX for p in made.contract.parts)
        yield f"- artikelen: {len(articles)}, met {leden} leden en onderdelen; bijlagen: {annexes}"
        yield f"- verwijzingen die meebewegen: {pointers}"
        yield f"- teksten: `clauses/{made.name}/`; volgorde: `clauses/documenten/{made.name}.yaml`"
        yield f"- probeer het: `zwartopwit nieuw {made.name}`, met uw laag in `huis/` of achter `--huis`"

    def _suspects(self) -> Iterator[str]:
        found = [
            (r.clause, r.piece, r.slot) for r in self.made.written.replaced if isinstance(r.piece, Suspect)
        ]
        yield from self._headed(
            "Plaatsen om in te vullen",
            [f"{clause}: ‘{piece.was}’ werd `{{{{ {slot} }}}}`" for clause, piece, slot in found],
            "Klopt het voorstel? Maak van een invulveld een vraag als u het antwoord per klant wilt geven.",
        )

    def _renumbered(self) -> Iterator[str]:
        """Numbers that will print otherwise than they stood."""
        moved: list[str] = []
        articles = [p for p in self.made.contract.parts if p.slot == parts.ARTICLE]
        for n, part in enumerate(articles, 1):
            if part.number not in {None, n}:
                moved.append(f"{part.label} is nu artikel {n}")
            leden = [
                c for c in part.contents if isinstance(c, Entry) and c.kind == parts.ITEM and c.depth == 0
            ]
            moved += [
                f"{lid.label} is nu lid {n}.{at}"
                for at, lid in enumerate(leden, 1)
                if lid.numbers and lid.numbers[-1] != at
            ]
        yield from self._headed("Andere nummers dan in het Word-bestand", moved)

    def _others(self) -> Iterator[str]:
        apart = {*_KINDS.values(), "woorden weg", "woorden erbij"}
        rest = dict.fromkeys(f"{n.what}: {_told(n)}" for n in self.notes if n.what not in apart)
        yield from self._headed("Niet overgenomen, of anders", [*rest])

    def _words(self) -> Iterator[str]:
        yield from ("", "## Zijn alle woorden er?", "")
        lost, added = ([n.text for n in self.notes if n.what == w] for w in ("woorden weg", "woorden erbij"))
        if not lost and not added:
            yield "Ja: elk woord van het Word-bestand staat in een clausule, in een invulplaats of hierboven."
        if lost:
            yield f"- niet in de clausules: {', '.join(lost[:MOST])}"
        if added:
            yield f"- niet in het Word-bestand: {', '.join(added[:MOST])}"

    def _judged(self) -> Iterator[str]:
        for slug, title in _JUDGED.items():
            found = dict.fromkeys(f"{d.position}: {d.message}" for d in self.judged if d.slug == slug)
            yield from self._headed(title, [*found])
        capitals = {
            d.message.partition("’")[0].strip("‘") for d in self.judged if d.slug == "begrip-onbekend"
        }
        yield from self._headed("Woorden met een hoofdletter die geen begrip zijn", sorted(capitals))
        if self.judged:
            yield from ("", "Meer over de taal zegt `zwartopwit controleer --taal`.")

    def _topics(self) -> Iterator[str]:
        covered = set(self.made.subjects.values())
        known = {
            s: text for s, text in self.library.subjects.items() if s not in self.library.absent_subjects
        }
        yield from self._headed(
            "Onderwerpen die dit contract lijkt te hebben", [known[s] for s in sorted(covered)]
        )
        missing = [text for s, text in known.items() if s not in covered]
        yield from self._headed("Onderwerpen die wij aan de titels niet zien", missing, "Kijk of u ze mist.")

    def _headed(self, title: str, lines: Sequence[str], lead: str = "") -> Iterator[str]:
        if not lines:
            return
        yield from ("", f"## {title} ({len(lines)})", "")
        if lead:
            yield from (lead, "")
        yield from (f"- {line}" for line in lines[: self.most])
        if len(lines) > self.most:
            yield f"- en nog {len(lines) - self.most}"


def report(
    file: str,
    made: Imported,
    notes: Sequence[Note],
    library: Library,
    judged: Sequence[Diagnostic],
    most: int = MOST,
) -> Iterator[str]:
    return _Reporting(made, notes, library, judged, most).lines(file)


def _told(note: Note) -> str:
    return f"{note.text} (bij: {note.place})" if note.place else note.text
