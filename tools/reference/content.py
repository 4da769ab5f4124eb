"""Risks by kind, documents with their gate, sources with how they were checked."""

from collections.abc import Iterable, Iterator, Sequence

from generator.clause_blocks import Inline, Text
from generator.expressions.printing import printed
from generator.library import Aspect, Condition, Gate, Library, Outline, Risk
from tools.reference.marks import cell, code, page, table

ASPECTS = {
    Aspect.MATTER: (
        "Zaak",
        "Een risico bij de klant. De klant ziet het, en u neemt er samen een besluit over.",
    ),
    Aspect.DESIGN: ("Ontwerp", "Ons eigen stuk is onduidelijk of zwijgt. Alleen u ziet het; u lost het op."),
    Aspect.FILE: ("Dossier", "Het bewijs bij een besluit is nog dun. Alleen u ziet het; u vult het aan."),
    Aspect.INTERNAL: ("Intern", "Een risico in uw eigen huis. Alleen u ziet het; de directie besluit."),
    Aspect.CONTEXT: ("Context", "Een feit dat andere risico's zwaarder maakt. Er valt niets te besluiten."),
}
GATES = {
    Gate.FREE: "**vrij**: alleen open plekken in het stuk zelf houden het op",
    Gate.OFFER: "**aanbod**: ook een open stop van de wet en een prijsregel zonder bedrag houden het op",
    Gate.SIGN: "**tekenen**: ook open meldingen *ernstig* en *stop*, en dun bewijs, houden het op",
}


def words(inlines: Iterable[Inline]) -> str:
    return "".join(part.text if isinstance(part, Text) else "…" for part in inlines).strip()


def condition(when: Condition | None) -> str:
    return "" if when is None else code(printed(when.expr))


def linked(sources: Sequence[str], to_root: str) -> str:
    return ", ".join(f"[{s}]({to_root}bronnen.md#{s})" for s in sources)


def risks_page(library: Library) -> str:
    intro = "Alle risico's die de bibliotheek kent, per aard. Staan er meer niveaus, dan hangt het af van de antwoorden."
    return page("Risico's", intro, (line for aspect in Aspect for line in _of_aspect(aspect, library)))


def _of_aspect(aspect: Aspect, library: Library) -> Iterator[str]:
    title, meaning = ASPECTS[aspect]
    yield from (f"## {title}", "", meaning, "")
    found = [r for r in library.risks.values() if r.aspect is aspect]
    yield from table(("risico", "titel", "niveau", "uitwegen", "bron"), (_risk(r) for r in found))


def _risk(risk: Risk) -> tuple[str, ...]:
    levels = list(dict.fromkeys(rule.level.value for rule in risk.levels))
    name = f"`{risk.id}`{{#{risk.id}}}" + (f" ({risk.rule})" if risk.rule else "")
    ways = ", ".join(risk.ways_out)
    return name, cell(words(risk.title)), " · ".join(levels), ways, linked(risk.basis, "")


def documents_page(library: Library) -> str:
    intro = (
        "Elk stuk heeft een poort. De poort zegt wat het stuk ophoudt. "
        "Zolang er iets ophoudt, draagt het stuk op elke pagina CONCEPT en zegt het waarom."
    )
    told = [f"- {meaning}" for meaning in GATES.values()]
    rows = (_document(o, library) for o in library.outlines.values())
    heads = ("stuk", "titel", "vorm", "poort", "voor wie", "in vragenlijst")
    return page("Stukken", intro, (*told, "", *table(heads, rows)))


def _document(outline: Outline, library: Library) -> tuple[str, ...]:
    used = [
        q.id for q in library.questionnaires.values() if any(d.document == outline.id for d in q.documents)
    ]
    who = "alleen uzelf" if outline.internal else "de klant"
    links = ", ".join(f"[{q}](vragenlijsten/{q}.md)" for q in used)
    return code(outline.id), cell(words(outline.title)), outline.form.value, outline.gate.value, who, links


def sources_page(library: Library) -> str:
    intro = (
        "De wetsartikelen en uitspraken waar vragen, clausules en risico's op steunen, en hoe elk is nagekeken. "
        f"Stand van het recht volgens de bibliotheek: {library.law_date}."
    )
    rows = (
        (f"`{s.id}`{{#{s.id}}}", cell(s.title), cell(s.date or ""), cell(s.verified))
        for s in library.sources.values()
    )
    return page("Bronnen", intro, table(("bron", "titel", "datum", "nagekeken"), rows))
