"""Clause text with answers in it: values, blanks, lists, tables, and what is still open."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from small_content import answers, clause, facts_of, library, only_paper, papers_of, row, sentences

from generator import document as doc
from generator import library as lib
from generator.diagnostics import Position
from generator.filling import Filling
from generator.values import State, Value

Given = Mapping[tuple[str, ...], Value | State]
NBSP = "\u00a0"


def filled(text: str, given: Given | None = None, *, head: str = "titel: Proef") -> doc.Document:
    known = library({"clauses/algemeen/doel.md": clause(text, head)})
    return only_paper(known, given or {})


def read(text: str, given: Given | None = None) -> list[str]:
    return sentences(filled(text, given))


def blanks(document: doc.Document) -> list[tuple[str, bool]]:
    return [(i.label, i.holds_up) for i in doc.all_inlines(document) if isinstance(i, doc.Blank)]


# --- values and blanks -----------------------------------------------------------------------------------------------


def test_answers_stand_in_the_text_in_their_dutch_form() -> None:
    text = "Klant is {{ zaak.naam }}. Haast: {{ zaak.haast | label | hoofdletter }}."
    assert read(text, answers(naam="Fictief B.V.", haast="ja")) == ["Klant is Fictief B.V. Haast: Ja."]


def test_an_answer_keeps_the_emphasis_around_it_and_where_it_came_from() -> None:
    made = filled("Klant is **{{ zaak.naam }}** en *vlug*.", answers(naam="Fictief"))
    assert doc.Filled("Fictief", "zaak.naam", bold=True) in list(doc.all_inlines(made))
    assert doc.Text("vlug", italic=True) in list(doc.all_inlines(made))


@pytest.mark.parametrize("hostile", ["{{ 7*7 }}", "**vet**", "1. lid\n2. lid", "{% if x %}", "| a | b |"])
def test_an_answer_is_never_read_as_text_of_a_clause(hostile: str) -> None:
    made = filled("Klant is {{ zaak.naam }}.", answers(naam=hostile))
    (block,) = made.articles[0].blocks
    assert isinstance(block, doc.Paragraph)
    assert doc.Filled(hostile, "zaak.naam") in block.inlines


def test_a_list_is_summed_up_by_the_field_that_is_named() -> None:
    rows = (row("r1", naam="Post", maker="wij"), row("r2", naam="Films", maker="niemand"))
    listed = '{{ zaak.bronnen | opsomming("maker") }} voor {{ zaak.bronnen | opsomming("naam") }}.'
    text = f"{{% if zaak.bronnen %}}\n{listed}\n{{% endif %}}"
    assert read(text, answers(bronnen=rows)) == ["Wij en Niemand voor Post en Films."]


def test_a_list_or_matrix_is_summed_up_for_the_records_that_pass() -> None:
    rows = (row("r1", naam="Post", maker="wij"), row("r2", naam="Films", maker="niemand"))
    narrowed = 'zaak.bronnen | met(maker="niemand")'
    text = f'{{% if {narrowed} %}}\nNiet: {{{{ {narrowed} | opsomming("naam") }}}}.\n{{% endif %}}'
    assert read(text, answers(bronnen=rows)) == ["Niet: Films."]
    assert read(text, answers(bronnen=rows[:1])) == []
    chosen = 'zaak.maatregelen | met(keuze="inbegrepen")'
    text = f'{{% if {chosen} %}}\nWel: {{{{ {chosen} | opsomming("naam") }}}}.\n{{% endif %}}'
    rows = (row("firewall", keuze="afgewezen"), row("mfa", keuze="inbegrepen"))
    assert read(text, answers(maatregelen=rows)) == ["Wel: Inloggen in twee stappen."]


MEASURES = """
rubriek: huis
titel: Huis
vragen:
  - id: sloten
    vraag: Welke sloten zijn er?
    soort: matrix
    rijen:
      deur: {label: Deur, waarvoor: Houdt een dief buiten.}
      raam: {label: Raam%s}
    opties: {ja_zeker: Ja, zeker_niet: Nee}
"""
FOR_WHAT = '{% for m in huis.sloten if m.keuze == "ja_zeker" %}\n{{ m.naam }}: {{ m.waarvoor }}\n{% endfor %}'


def test_a_row_says_what_it_is_for_where_every_row_of_its_matrix_does() -> None:
    files = {
        "questionnaires/rubrieken/huis.yaml": MEASURES % ", waarvoor: Houdt de kou buiten.",
        "questionnaires/proef.yaml": "vragenlijst: proef\ntitel: Proef\nrubrieken: [zaak, huis]\ndocumenten: [stuk]\n",
        "clauses/algemeen/doel.md": clause(FOR_WHAT),
    }
    given = {("huis", "sloten"): (row("deur", keuze="ja_zeker"), row("raam", keuze="zeker_niet"))}
    assert sentences(only_paper(library(files), given)) == ["Deur: Houdt een dief buiten."]
    with pytest.raises(AssertionError, match="waarvoor"):
        library({**files, "questionnaires/rubrieken/huis.yaml": MEASURES % ""})


def test_an_empty_answer_prints_a_dash() -> None:
    assert read("Klant is {{ zaak.naam }}.", answers(naam="")) == ["Klant is –."]


def test_an_open_answer_is_a_blank_that_names_its_question_and_holds_the_paper_up() -> None:
    made = filled("Klant is {{ zaak.naam }}.")
    assert blanks(made) == [("Hoe heet de zaak?", True)]
    assert made.concept == ("Nog invullen: Hoe heet de zaak?",)


def test_an_answer_for_later_is_a_blank_that_holds_the_paper_up() -> None:
    made = filled("Het kost {{ zaak.prijs | euro }}.", answers(prijs=State.LATER))
    assert blanks(made) == [("Wat kost het?", True)]


def test_an_answer_that_is_written_at_signing_holds_nothing_up() -> None:
    made = filled('Te {{ zaak.plaats }} op {{ invulveld("Datum") }}.', answers(plaats=State.LATER))
    assert blanks(made) == [("Waar tekent u?", False), ("Datum", False)]
    assert made.concept == ()


# --- the full stop ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "printed"),
    [
        ("Fictief B.V.", "Klant is Fictief B.V."),
        ("Fictief", "Klant is Fictief."),
        ("Echt waar?", "Klant is Echt waar?"),
        ("Nee!", "Klant is Nee!"),
        ("Hij zei “ja.”", "Klant is Hij zei “ja.”"),
    ],
)
def test_an_answer_that_ends_its_own_sentence_takes_the_place_of_the_full_stop(
    answer: str, printed: str
) -> None:
    assert read("Klant is {{ zaak.naam }}.", answers(naam=answer)) == [printed]


def test_only_one_full_stop_goes_and_what_follows_stays() -> None:
    text = "Klant is {{ zaak.naam }}. Hij betaalt."
    assert read(text, answers(naam="Fictief B.V.")) == ["Klant is Fictief B.V. Hij betaalt."]


def test_dots_that_are_no_full_stop_stay() -> None:
    text = "Klant is {{ zaak.naam }}... enzovoort, {{ zaak.naam }}, en meer."
    expected = ["Klant is Fictief B.V.... enzovoort, Fictief B.V., en meer."]
    assert read(text, answers(naam="Fictief B.V.")) == expected


# --- an article inside a sentence -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("De website", "De website telt. Dan: een back-up van de website. De website gaat voor."),
        ("Het net", "Het net telt. Dan: een back-up van het net. Het net gaat voor."),
        ("Microsoft 365", "Microsoft 365 telt. Dan: een back-up van Microsoft 365. Microsoft 365 gaat voor."),
        ("Desktops", "Desktops telt. Dan: een back-up van Desktops. Desktops gaat voor."),
    ],
)
def test_a_common_noun_takes_a_small_article_inside_a_sentence(name: str, printed: str) -> None:
    line = "{{ b.naam }} telt. Dan: een back-up van {{ b.naam }}. {{ b.naam }} gaat voor."
    text = f"{{% if zaak.bronnen %}}\n{{% for b in zaak.bronnen %}}\n{line}\n{{% endfor %}}\n{{% endif %}}"
    assert read(text, answers(bronnen=(row("r1", naam=name, maker="wij"),))) == [printed]


def test_a_name_that_is_no_common_noun_keeps_its_capital() -> None:
    assert read("Klant is {{ zaak.naam }}.", answers(naam="De Veer")) == ["Klant is De Veer."]


# --- blocks ----------------------------------------------------------------------------------------------------------

ALL_BLOCKS = """
1. Eerste lid:
   1. onderdeel a;

   Dit hoort bij het lid.

   - en dit ook

## Kop

Een alinea.

- een punt
- [ ] een vakje

> Een citaat.

{{ schrijflijnen(2) }}
"""


def test_every_kind_of_block_arrives_in_its_own_form() -> None:
    blocks = filled(ALL_BLOCKS).articles[0].blocks
    assert [type(b).__name__ for b in blocks] == [
        "Item",
        "Item",
        "Continuation",
        "Bullet",
        "Heading",
        "Paragraph",
        "Bullet",
        "Bullet",
        "Quote",
        "WritingLines",
    ]
    assert [b.box for b in blocks if isinstance(b, doc.Bullet)] == [False, False, True]


def test_items_before_inside_and_after_a_choice_are_one_list() -> None:
    text = """
1. Altijd.
{% if zaak.haast == "ja" %}
2. Bij haast.
{% else %}
2. Zonder haast.
3. En rustig.
{% endif %}
4. Slot.
"""
    assert read(text, answers(haast="ja")) == ["1.1 Altijd.", "1.2 Bij haast.", "1.3 Slot."]
    calm = ["1.1 Altijd.", "1.2 Zonder haast.", "1.3 En rustig.", "1.4 Slot."]
    assert read(text, answers(haast="nee")) == calm


def test_named_items_can_be_pointed_at_and_the_others_get_keys_of_their_own() -> None:
    items = filled("1. Een. [#prijs]\n2. Twee.\n3. Drie.").articles[0].blocks
    keys = [b.key for b in items if isinstance(b, doc.Item)]
    assert keys == ["algemeen/doel#prijs", "algemeen/doel#1", "algemeen/doel#2"]


LOOP = """
{% for b in zaak.bronnen if b.maker == "wij" %}
1. Leverancier maakt een back-up van {{ b.naam }}. [#bron]
{% endfor %}
"""


def test_a_block_is_repeated_for_each_record_that_passes_with_a_key_for_each() -> None:
    rows = tuple(row(f"r{n}", naam=name, maker=maker) for n, name, maker in
                 ((1, "post", "wij"), (2, "foto's", "niemand"), (3, "films", "wij")))  # fmt: skip
    made = filled(LOOP, answers(bronnen=rows))
    assert sentences(made) == [
        "1.1 Leverancier maakt een back-up van post.",
        "1.2 Leverancier maakt een back-up van films.",
    ]
    keys = [b.key for b in made.articles[0].blocks if isinstance(b, doc.Item)]
    assert keys == ["algemeen/doel#bron-r1", "algemeen/doel#bron-r3"]


# --- what is still open ----------------------------------------------------------------------------------------------


def test_a_choice_that_is_still_open_shows_the_question_and_holds_the_paper_up() -> None:
    made = filled('1. Altijd.\n{% if zaak.haast == "ja" %}\n2. Bij haast.\n{% endif %}')
    assert sentences(made) == ["1.1 Altijd.", "? Is er haast?"]
    assert made.concept == ("Nog beantwoorden: Is er haast?",)


def test_only_the_questions_that_still_decide_are_named_each_once() -> None:
    text = """
{% if zaak.haast == "ja" and (zaak.kennis == "nee" or zaak.kennis == "ja" and zaak.gevoelig == "ja") %}
1. Tekst.
{% endif %}
"""
    assert read(text, answers(haast="ja")) == ["? Heeft de klant kennis?; Zijn er gevoelige gegevens?"]


def test_a_loop_over_a_list_that_is_still_open_names_the_list() -> None:
    assert read(LOOP) == ["? Van welke gegevens is er een back-up?"]


def test_a_loop_waits_once_for_records_that_are_half_filled_in() -> None:
    rows = (row("r1", naam="post", maker="wij"), row("r2", naam="foto's"), row("r3", naam="films"))
    assert read(LOOP, answers(bronnen=rows)) == ["? Van welke gegevens is er een back-up?"]


TABLE = """
| Gegevens | Wie |
|---|---|
{% for b in zaak.bronnen if b.maker == "wij" %}
| {{ b.naam }} | Leverancier |
{% endfor %}
{% if zaak.haast == "ja" %}
| Haast | Klant |
{% else %}
| Rust | Klant |
{% endif %}
"""


def test_rows_of_a_table_repeat_and_depend_on_answers_as_blocks_do() -> None:
    rows = (row("r1", naam="post", maker="wij"), row("r2", naam="foto's", maker="niemand"))
    assert read(TABLE, answers(bronnen=rows, haast="ja")) == ["post | Leverancier", "Haast | Klant"]
    assert read(TABLE, answers(bronnen=(), haast="nee")) == ["Rust | Klant"]


def test_rows_that_are_still_open_are_told_below_the_table_and_hold_the_paper_up() -> None:
    made = filled(TABLE)
    assert sentences(made) == ["? Van welke gegevens is er een back-up?", "? Is er haast?"]
    assert len(made.concept) == 2
    half = answers(bronnen=(row("r1", naam="post"),), haast="ja")
    assert read(TABLE, half) == ["Haast | Klant", "? Van welke gegevens is er een back-up?"]


def test_a_choice_that_waits_for_another_clause_says_that_something_is_open() -> None:
    files = {
        "clauses/algemeen/doel.md": clause('{% if aanwezig("algemeen/haast") %}\n1. Zie daar.\n{% endif %}'),
        "clauses/algemeen/haast.md": clause("1. Haast.", 'titel: Haast\nalleen_als: zaak.haast == "ja"'),
        "clauses/documenten/stuk.yaml": "document: stuk\ntitel: Overeenkomst\nvorm: overeenkomst\npoort: tekenen\nartikelen: [algemeen/doel, algemeen/haast]\n",
    }
    assert sentences(only_paper(library(files), {})) == ["? een vraag die nog open is", "? Is er haast?"]


def test_what_is_open_in_a_derived_value_is_told_by_the_question_behind_it() -> None:
    section = {
        "questionnaires/rubrieken/meer.yaml": 'rubriek: meer\ntitel: Meer\nvragen:\n  - {id: post, vraag: "Hoeveel?", soort: getal}\nafgeleid:\n  - {id: dubbel, soort: getal, waarde: post + post, label: Het dubbele}\n',
        "questionnaires/proef.yaml": "vragenlijst: proef\ntitel: Proef\nrubrieken: [zaak, meer]\ndocumenten: [stuk]\n",
    }
    known = library({**section, "clauses/algemeen/doel.md": clause("1. Het is {{ meer.dubbel }}.")})
    made = only_paper(known, {})
    assert blanks(made) == [("Het dubbele", True)]
    assert sentences(only_paper(known, {("meer", "post"): Decimal(2)})) == ["1.1 Het is 4."]
    bare = {k: v.replace(", label: Het dubbele", "") for k, v in section.items()}
    unnamed = library({**bare, "clauses/algemeen/doel.md": clause("1. Het is {{ meer.dubbel }}.")})
    assert blanks(only_paper(unnamed, {})) == [("dubbel", True)]


# --- references and terms --------------------------------------------------------------------------------------------


def test_references_stand_with_their_word_and_without_a_break_before_the_number() -> None:
    text = '1. {{ artikel("algemeen/doel", lid="x") | hoofdletter }} en {{ artikel("algemeen/doel") }}. [#x]'
    assert read(text) == [f"1.1 Artikel{NBSP}1.1 en artikel{NBSP}1."]


def test_an_annex_brings_its_own_word_and_another_paper_its_name() -> None:
    files = {
        "clauses/algemeen/doel.md": clause(
            '1. Zie {{ bijlage("a") }}, {{ artikel("brief/x", in="brief") }} en {{ bijlage("b", in="brief") }}.'
        ),
        "clauses/brief/x.md": clause("1. Tekst."),
        "clauses/brief/bijlage.md": clause("1. Tekst.", "aard: standaard"),
        "clauses/documenten/stuk.yaml": "document: stuk\ntitel: Overeenkomst\nvorm: overeenkomst\npoort: vrij\nartikelen: [algemeen/doel]\nbijlagen: [{id: a, titel: A, clausules: [brief/bijlage]}]\n",
        "clauses/documenten/brief.yaml": "document: brief\ntitel: Aanvulling\nvorm: overeenkomst\npoort: vrij\nartikelen: [brief/x]\nbijlagen: [{id: b, titel: B, clausules: [brief/bijlage]}]\n",
        "questionnaires/proef.yaml": "vragenlijst: proef\ntitel: Proef\nrubrieken: [zaak]\ndocumenten: [stuk, brief]\n",
    }
    contract = papers_of(library(files), {}).documents[0]
    expected = f"1.1 Zie Bijlage 1, artikel{NBSP}1 van de Aanvulling en Bijlage 1 van de Aanvulling."
    assert sentences(contract)[0] == expected


def test_rows_stand_in_tables_only() -> None:
    """Loading refuses other content; code that makes it is wrong."""
    filling = Filling("k", facts_of(library(), {}).scope())
    place = Position("x")
    with pytest.raises(TypeError, match="row"):
        filling.blocks([lib.Row(())])
    with pytest.raises(TypeError, match="row"):
        filling.blocks([lib.Table((), (lib.Item((), (), None, place),))])
