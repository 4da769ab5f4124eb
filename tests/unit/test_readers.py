"""Which clauses and risks change with a question."""

from small_content import clause, library, risk

from generator.readers import Readers

LIBRARY = library(
    {
        "clauses/algemeen/doel.md": clause(
            "{% if zaak.druk %}\n1. Met haast.\n{% endif %}\n2. Voor {{ zaak.naam }}."
        ),
        "clauses/algemeen/bron.md": clause(
            "{% for b in zaak.bronnen %}\n1. {{ b.naam }}.\n{% endfor %}",
            'titel: Bronnen\nalleen_als: zaak.kennis == "ja"',
        ),
        "clauses/documenten/stuk.yaml": "document: stuk\ntitel: Overeenkomst\nvorm: overeenkomst\npoort: vrij\nartikelen: [algemeen/doel, algemeen/bron]\n",
        "clauses/algemeen/ons.md": clause("{{ zaak.naam }}", "aard: standaard"),
        "clauses/documenten/rapport.yaml": "document: rapport\ntitel: Rapport\nvorm: rapport\npoort: vrij\nintern: ja\nartikelen: [algemeen/ons]\n",
        "clauses/documenten/brief.yaml": "document: brief\ntitel: Brief\nvorm: brief\npoort: vrij\nartikelen: [algemeen/brief]\n",
        "clauses/algemeen/brief.md": clause("{{ zaak.naam }}", "aard: standaard"),
        "questionnaires/proef.yaml": "vragenlijst: proef\ntitel: Proef\nrubrieken: [zaak]\ndocumenten: [stuk, rapport]\n",
        "questionnaires/rubrieken/zaak.yaml": """
rubriek: zaak
titel: De zaak
vragen:
  - {id: naam, vraag: "Naam?", soort: tekst}
  - {id: haast, vraag: "Haast?", soort: keuze, opties: {ja: Ja, nee: Nee}}
  - {id: kennis, vraag: "Kennis?", soort: keuze, opties: {ja: Ja, nee: Nee}}
  - {id: bronnen, vraag: "Bronnen?", soort: lijst, velden: [{id: naam, vraag: "Naam?", soort: tekst}]}
afgeleid:
  - {id: spoed, soort: waar, waarde: haast == "ja"}
  - {id: druk, soort: waar, waarde: spoed and kennis == "nee"}
""",
        "clauses/risicos/gevaar.md": risk(
            "alleen_als: zaak.druk\nniveau: ernstig", "Het raakt {{ zaak.naam }}."
        ),
        "clauses/risicos/bron.md": risk(
            'voor_elke: b in zaak.bronnen\nniveau: ernstig\nopgelost_als: zaak.kennis == "ja"'
        ),
    }
)


def clauses(*path: str) -> list[str]:
    return [c.id for c in Readers(LIBRARY, "proef").clauses(path)]


def risks(*path: str) -> list[str]:
    return [r.id for r in Readers(LIBRARY, "proef").risks(path)]


def test_a_clause_reads_what_it_prints_and_what_it_loops_over() -> None:
    assert clauses("zaak", "naam") == ["algemeen/doel"]
    assert clauses("zaak", "bronnen") == ["algemeen/bron"]


def test_a_clause_reads_through_derived_values_to_the_questions_behind_them() -> None:
    assert clauses("zaak", "haast") == ["algemeen/doel"]
    assert clauses("zaak", "kennis") == ["algemeen/doel", "algemeen/bron"]


def test_a_risk_reads_its_conditions_and_its_end_but_not_its_explanation() -> None:
    assert risks("zaak", "naam") == []
    assert risks("zaak", "haast") == ["gevaar"]
    assert risks("zaak", "kennis") == ["bron", "gevaar"]
    assert risks("zaak", "bronnen") == ["bron"]


def test_what_only_the_supplier_reads_or_what_no_paper_of_this_questionnaire_holds_is_left_out() -> None:
    assert not {"algemeen/ons", "algemeen/brief"} & set(clauses("zaak", "naam"))


def test_a_question_that_nobody_reads_has_no_readers() -> None:
    assert (clauses("zaak", "weg"), risks("zaak", "weg")) == ([], [])
