"""Faults in the writing itself: names that do not exist, and what may not be written."""

from benchmarks.mutation_kinds import SYNTAX, headed, seeded, written

# --- names that do not exist ---------------------------------------------------------------------------------------

seeded(
    "misspelt variable in text",
    "onbekende-variabele",
    SYNTAX,
    "clauses/beheer/bijlage-niet.md",
    r"\{\{ s\.naam \}\}",
    "{{ s.naem }}",
    "s.naam",
)
written(
    "misspelt variable in a condition",
    "onbekende-variabele",
    "{% if backup.zelf_gemaak %}\nTekst.\n{% endif %}",
    "backup.zelf_gemaakt",
)
written(
    "misspelt option",
    "onbekende-optie",
    '{% if hardware.regels | met(vorm="lese") %}\nTekst.\n{% endif %}',
    "lease",
)
seeded(
    "option removed from a question",
    "onbekende-optie",
    "optie",
    "questionnaires/rubrieken/hardware.yaml",
    r"^ +lease: \{label.*\n",
    "",
    "",
    ("questionnaires/rubrieken/hardware.yaml", '"lease"'),
)
written(
    "reference to a clause that does not exist",
    "onbekende-clausule",
    '{{ artikel("prijs/prijzen-van-ons") | hoofdletter }} geldt.',
)
written(
    "reference to a lid that does not exist",
    "onbekend-lid",
    '{{ artikel("prijs/prijs", lid="exta") | hoofdletter }} geldt.',
    "extra",
)
written(
    "reference to an annex that does not exist",
    "onbekende-bijlage",
    '{{ bijlage("prijze") | hoofdletter }} geldt.',
    "prijzen",
)
written(
    "reference to a document that does not exist",
    "onbekend-document",
    '{{ artikel("prijs/prijs", in="overenkomst") | hoofdletter }} geldt.',
    "overeenkomst",
)
headed("wrong topic", "onbekend-onderwerp", r"^onderwerp: .*", "onderwerp: bestaat_niet")
headed("wrong source", "onbekende-bron", r"^grond: .*", "grond: [bestaat-niet]")
seeded(
    "wrong risk id",
    "onbekend-risico",
    SYNTAX,
    "clauses/risicos/een-aanbieder.md",
    r"bijzondere-gegevens",
    "bijzondere-gegeven",
    "bijzondere-gegevens",
)
seeded(
    "wrong section in a questionnaire",
    "onbekende-rubriek",
    SYNTAX,
    "questionnaires/migratie.yaml",
    r"^  - aansprakelijkheid$",
    "  - aansprakelijkhed",
    "aansprakelijkheid",
)
seeded(
    "wrong catalogue",
    "onbekende-lijst",
    SYNTAX,
    "questionnaires/rubrieken/beheer.yaml",
    r"opties_uit: gegevenssoorten",
    "opties_uit: gegevensoort",
    "gegevenssoorten",
    "gegevensoort",
)
seeded(
    "clause misspelt in a document",
    "onbekende-clausule",
    SYNTAX,
    "clauses/documenten/overeenkomst.yaml",
    r"- opdracht/zorg$",
    "- opdracht/zorgg",
    "opdracht/zorg",
)

# --- what may not be written ---------------------------------------------------------------------------------------

written("swapped filter", "filter-past-niet", "Dit kost {{ prijs.meerwerk_tarief | datum }} per uur.")
written(
    "filter that does not exist",
    "onbekend-filter",
    "Dit kost {{ prijs.meerwerk_tarief | eur }} per uur.",
    "euro",
)
written("amount without filter", "filter-past-niet", "Dit kost {{ prijs.meerwerk_tarief }} per uur.", "euro")
written("calculation in text", "niet-toegestaan", "Dit kost {{ 7 * 7 }} euro.")
written(
    "amount against an option",
    "verkeerd-type",
    '{% if prijs.meerwerk_tarief == "veel" %}\nTekst.\n{% endif %}',
)
written("if that is not closed", "tag-niet-gesloten", '{% if klantprofiel.soort == "bv" %}\nTekst.')
written("endif too many", "tag-zonder-begin", "Tekst.\n\n{% endif %}", at="{% endif %}")
written("if inside a sentence", "tag-in-zin", 'Dit {% if klantprofiel.soort == "bv" %}geldt{% endif %}.')
written("tag that does not exist", "onbekende-tag", '{% unless klantprofiel.soort == "bv" %}')
written(
    "tag that cuts white space",
    "streepje-in-tag",
    '{%- if klantprofiel.soort == "bv" %}\nTekst.\n{% endif %}',
)
written("HTML", "html", "Dit is <b>vet</b>.")
written("image", "afbeelding", "![logo](logo.png)")
written("link", "link", "[klik](http://fictief.example)")
written("heading of the wrong level", "kopniveau", "#### Kop")
written("half a table", "halve-tabel", "| Wat | Wie |\n|---|---|\n| Iets |", at="| Iets |")
written("code", "code", "Dit is `code`.")
written("invisible sign", "vreemd-teken", "Dit is\u200b vreemd.")
written(
    "item name used twice",
    "dubbele-lidnaam",
    "Hieronder:\n\n1. Dit is een. [#dubbel]\n2. Dit is twee. [#dubbel]",
    at="Dit is twee.",
)
headed(
    "unknown key", "onbekende-sleutel", r"^versie: (\d+)", r"versie: \1\nvershe: 2", "versie", at="vershe: 2"
)
headed("key left out", "ontbrekende-sleutel", r"^versie: \d+\n", "")
headed("key written twice", "dubbele-sleutel", r"^versie: (\d+)", r"versie: \1\nversie: 9", at="versie: 9")
headed("wrong word for aard", "onbekende-waarde", r"^aard: .*", "aard: kernn", "kern")
headed("tab", "tab", r"^versie: ", "versie:\t", at="versie:\t")
seeded(
    "question id used twice",
    "dubbele-naam",
    SYNTAX,
    "questionnaires/rubrieken/offerte.yaml",
    r"^vragen:\n  - id: (\w+)",
    'vragen:\n  - {id: \\1, vraag: "Nog eens?", soort: tekst}\n  - id: \\1',
    at="  - id: ",
)
seeded(
    "stop without a kind",
    "stop-zonder-soort",
    SYNTAX,
    "clauses/risicos/reden-ontbreekt.md",
    r"^niveau: ernstig",
    "niveau: stop",
)
seeded(
    "level after the last one",
    "niveau-onbereikbaar",
    SYNTAX,
    "clauses/risicos/nul-post.md",
    r"^niveau: .*",
    "niveau: [ernstig, let_op]",
)
