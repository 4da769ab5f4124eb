"""Faults that show for some answers only, proofs that fail, releases and language."""

import re

from benchmarks.mutation_kinds import (
    ALL,
    CIRCLE,
    LANGUAGE,
    MEANING,
    PROOF,
    Mutation,
    Place,
    Texts,
    seeded,
    written,
)

# --- what does not hold for all answers ----------------------------------------------------------------------------

seeded(
    "inverted guard",
    "bewaking-ontbreekt",
    MEANING,
    "clauses/backup/bijlage.md",
    r"b\.bewaartermijn is bekend",
    "b.bewaartermijn is onbekend",
    "is bekend",
    "{{ b.bewaartermijn | duur }}",
)
seeded(
    "guard removed",
    "bewaking-ontbreekt",
    MEANING,
    "clauses/beveiliging/bijlage.md",
    r"^\{% elif m\.prijs is bekend %\}",
    '{% elif m.keuze == "los_bij_ons" %}',
    "m.prijs is bekend",
    "{{ m.prijs | euro }} {{ m.per | label }}",
)
seeded(
    "inverted condition",
    "niet-te-bewijzen",
    MEANING,
    "clauses/offerte/beveiliging.md",
    r'm\.keuze == "derde" %\}',
    'm.keuze == "klant" %}',
    "derde",
    "| dit doet {{ m.derde }};",
)
written(
    "question of another questionnaire",
    "niet-gevraagd-mogelijk",
    "Dit is {{ klus.wat }}.",
    batch=MEANING,
)
written(
    "article that may be absent",
    "verwijzing-naar-afwezig",
    '{{ artikel("prijs/strippenkaart") | hoofdletter }} geldt.',
    'aanwezig("prijs/strippenkaart")',
    batch=MEANING,
)
written("finding outside its documents", "hier-niet-bekend", "Dit is {{ melding.titel }}.", batch=MEANING)
written(
    "doubt not named",
    "noem-de-opties",
    '{% if privacy.buiten_eer != "ja" %}\nTekst.\n{% endif %}',
    "noem de opties",
)
seeded(
    "conditions in a circle",
    "kringloop",
    CIRCLE,
    "questionnaires/rubrieken/offerte.yaml",
    r"^afgeleid:\n|\Z",
    "afgeleid:\n  - {id: kip, soort: waar, waarde: offerte.ei}\n  - {id: ei, soort: waar, waarde: offerte.kip}\n",
    at="id: ei",
)

# --- proofs --------------------------------------------------------------------------------------------------------

seeded(
    "question that cannot be reached",
    "vraag-onbereikbaar",
    PROOF,
    "questionnaires/rubrieken/prijs.yaml",
    r'alleen_als: keuze == "afgewezen"\}',
    'alleen_als: keuze == "afgewezen" and keuze == "optie"}',
    at='keuze == "afgewezen" and keuze == "optie"',
)
seeded(
    "question that feeds nothing",
    "zonder-gevolg",
    PROOF,
    "questionnaires/rubrieken/voorwaarden.yaml",
    r"^vragen:\n",
    'vragen:\n  - {id: kleur, vraag: "Welke kleur?", soort: tekst, waarom: "Zomaar."}\n',
    at="id: kleur",
)
seeded(
    "derived value that nothing reads",
    "zonder-gevolg",
    PROOF,
    "questionnaires/rubrieken/privacy.yaml",
    r"^afgeleid:\n",
    "afgeleid:\n  - {id: ongelezen, soort: waar, waarde: rol_klant is bekend}\n",
    at="id: ongelezen",
)
seeded(
    "option that changes nothing",
    "opties-zonder-verschil",
    PROOF,
    "questionnaires/rubrieken/aanvulling.yaml",
    r", zonder_gevolg: ja\}",
    "}",
    at="- id: tegenover",
)
seeded(
    "branch that is never there",
    "tak-onbereikbaar",
    PROOF,
    "clauses/offerte/niet-gekozen.md",
    r"^\{% if m\.prijs is bekend %\}",
    '{% if m.keuze == "later" %}',
)
seeded(
    "clause that is never there",
    "clausule-onbereikbaar",
    PROOF,
    "clauses/slot-overeenkomst/nietigheid.md",
    r"^versie:",
    'alleen_als: \'klantprofiel.soort == "bv" and klantprofiel.soort == "overheid"\'\nversie:',
    at="alleen_als:",
)
seeded(
    "condition that always holds",
    "voorwaarde-altijd",
    PROOF,
    "clauses/risicos/geen-verwerker.md",
    r"^(\{\{ privacy\.geen_verwerker\.door.*)$",
    "{% if privacy.geen_verwerker is bekend %}\n\\1\n{% endif %}",
    at="{% if privacy.geen_verwerker is bekend %}",
)
seeded(
    "risk that is never there",
    "risico-onbereikbaar",
    PROOF,
    "clauses/risicos/nul-post.md",
    r"if p\.prijs == 0$",
    "if p.prijs == 0 and p.prijs > 1",
    at="p.prijs > 1",
)
seeded(
    "risk that is never solved",
    "risico-nooit-opgelost",
    PROOF,
    "clauses/risicos/aanleveren-onduidelijk.md",
    r"^opgelost_als: .*",
    "opgelost_als: a.vorm is bekend and a.vorm is onbekend",
)
seeded(
    "risk without a way out",
    "risico-zonder-uitweg",
    PROOF,
    "clauses/risicos/reden-ontbreekt.md",
    r"^uitwegen: \[oplossen\]\n",
    "",
    "oplossen",
    at="---",
)
seeded(
    "record in no table",
    "verdeling-onvolledig",
    PROOF,
    "clauses/beheer/bijlage-niet.md",
    r'"derde", "niemand", ',
    '"derde", ',
    "",
    ("clauses/verdelingen.yaml", "beheer.systemen"),
)
seeded(
    "record in two tables",
    "verdeling-dubbel",
    PROOF,
    "clauses/beveiliging/bijlage.md",
    r'^\{% for m in beveiliging\.maatregelen if m\.keuze == "niet_aangeboden" %\}',
    '{% for m in beveiliging.maatregelen if m.keuze in ["niet_aangeboden", "weet_ik_niet"] %}',
    at='{% for m in beveiliging.maatregelen if m.keuze == "weet_ik_niet" %}',
)
seeded(
    "documents that contradict each other",
    "stukken-spreken-tegen",
    PROOF,
    "clauses/offerte/niet.md",
    r's\.beheerder in \["klant"',
    's.beheerder in ["leverancier", "klant"',
    "sluiten",
)
seeded(
    "clause in no document",
    "weesclausule",
    PROOF,
    "clauses/documenten/overeenkomst.yaml",
    r"^  - opdracht/documentatie\n",
    "",
    "",
    ("clauses/opdracht/documentatie.md", "---"),
)
seeded(
    "risk that no questionnaire can raise",
    "risico-nergens",
    MEANING,
    "clauses/risicos/al-begonnen.md",
    r"^alleen_als: .*",
    "alleen_als: 'opdracht.fase == \"nieuw\" and klus.wat is onbekend and aanvulling.versmalt'",
    at="---",
)
seeded(
    "document that is never made",
    "document-onbereikbaar",
    "stuk",
    "questionnaires/it-beheer.yaml",
    r"^  - \{id: overeenkomst.*$",
    '  - {id: overeenkomst, alleen_als: \'klantprofiel.soort == "bv" and klantprofiel.soort == "overheid"\'}',
    at="id: overeenkomst",
)

for _key, _mend in (("toelichting", "in twee zinnen"), ("grond", "vakmanschap"), ("aard", "kern, maatwerk")):
    seeded(
        f"no {_key}",
        "kop-onvolledig",
        PROOF,
        "clauses/opdracht/documentatie.md",
        rf"^{_key}:.*\n",
        "",
        _mend,
        at="---",
    )

# --- releases and language -----------------------------------------------------------------------------------------


def _text_changed(texts: Texts, _plain: list[str]) -> Place:
    path = "clauses/opdracht/ai.md"
    texts[path] = texts[path].rstrip() + "\n\nEn verder niets.\n"
    return path, "versie:"


def _unit_gone(texts: Texts, _plain: list[str]) -> Place:
    path = "clauses/begrippen/noodcontact.md"
    del texts[path]
    return path, ""


ALL.append(Mutation("version not raised", "versie-niet-verhoogd", LANGUAGE, _text_changed, "versie: "))
ALL.append(
    Mutation("definition lost since the release", "eenheid-verdwenen", LANGUAGE, _unit_gone, "zet het terug")
)


def _term_lost(texts: Texts, _plain: list[str]) -> Place:
    del texts["clauses/begrippen/incident.md"]
    path = next(
        p
        for p in sorted(texts)
        if p.startswith("clauses/beheer/") and re.search(r"\w,? (een )?Incident\b", texts[p])
    )
    line = next(x for x in texts[path].split("\n") if re.search(r"\w,? (een )?Incident\b", x))
    return path, line


ALL.append(Mutation("lost definition", "begrip-onbekend", LANGUAGE, _term_lost))
written(
    "sentence of thirty words",
    "zin-te-lang",
    "Dit is " + "een lange zin en " * 8 + "hij houdt maar niet op.",
    batch=LANGUAGE,
)
written("word that is too hard", "moeilijk-woord", "Dit gebeurt middels een brief.", "", batch=LANGUAGE)
written("word that is never printed", "nooit-drukken", "Wij geven een garantie.", "", batch=LANGUAGE)
written("word misspelt", "spelfout", "Dit is een foutt in de tekst.", "", batch=LANGUAGE)
written("text not finished", "tekst-niet-af", "Dit is TODO.", "", batch=LANGUAGE)
seeded(
    "sentence that stands elsewhere too",
    "dubbele-tekst",
    LANGUAGE,
    "clauses/opdracht/kwaliteit.md",
    r"\n\Z",
    "\n\nDeze verklaring verandert niets aan uw plichten en onze plichten volgens de privacywet (AVG).\n",
    "herhaald:",
)
seeded(
    "one of two equal texts changed",
    "herhaling-weg",
    LANGUAGE,
    "clauses/klus/betekenis.md",
    "Denk aan uw personeel",
    "Denk aan uw gezin",
    "weer gelijk",
    at=("clauses/woorden.yaml", "Denk aan uw personeel"),
)
