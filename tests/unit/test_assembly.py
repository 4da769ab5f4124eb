"""From answers to a set of papers: which papers, which clauses, which definitions, who signs."""

from collections.abc import Mapping

import pytest
from small_content import (
    answers,
    clause,
    decided,
    facts_of,
    library,
    lines_of,
    only_paper,
    papers_of,
    risk,
    row,
    sentences,
)

from generator import document as doc
from generator.answers import Case
from generator.assembly import assemble
from generator.library import Library
from generator.values import State, Value

Given = Mapping[tuple[str, ...], Value | State]

OUTLINE = "document: stuk\ntitel: Overeenkomst\nvorm: overeenkomst\npoort: tekenen\n"
SOURCES = (
    row("r1", naam="Post", maker="niemand"),
    row("r2", naam="Foto's", maker="wij"),
    row("r3", naam="Films", maker="niemand"),
)


def with_outline(outline: str, **clauses: str) -> Library:
    """Clauses by name, ``_`` for ``-``; all in the folder ``werk``."""
    files = {f"clauses/werk/{name.replace('_', '-')}.md": text for name, text in clauses.items()}
    return library({**files, "clauses/documenten/stuk.yaml": OUTLINE + outline})


def questionnaire(documents: str) -> str:
    return f"vragenlijst: proef\ntitel: Proef\nrubrieken: [zaak]\ndocumenten: {documents}\n"


def read(known: Library, given: Given) -> list[str]:
    return sentences(only_paper(known, given))


# --- which papers ----------------------------------------------------------------------------------------------------


def test_a_paper_knows_its_title_reference_author_and_file() -> None:
    made = only_paper(library(), {})
    assert (doc.plain(made.title), made.file, made.reference) == ("Overeenkomst", "stuk", "2026-001")
    assert (made.author, made.internal, made.finding) == ("", False, None)


@pytest.mark.parametrize(
    ("name", "author"), [("Fictief IT-beheer B.V.",) * 2, (State.LATER, ""), (State.OPEN, "")]
)
def test_the_library_says_whose_papers_they_are(name: str | State, author: str) -> None:
    about = 'naam: Proef\nversie: "1"\nvorm: 1\nrechtsstand: 2026-11-21\nafzender: zaak.naam\n'
    assert only_paper(library({"clauses/bibliotheek.yaml": about}), answers(naam=name)).author == author


def test_who_makes_papers_without_a_name_gets_papers_without_a_name() -> None:
    known = library()
    papers = assemble(known, facts_of(known, {}), Case("proef"))
    assert (papers.documents[0].reference, papers.documents[0].author) == ("", "")


def test_a_paper_is_made_when_its_condition_holds_and_told_as_pending_while_that_is_open() -> None:
    known = library(
        {"questionnaires/proef.yaml": questionnaire("""[{id: stuk, alleen_als: 'zaak.haast == "ja"'}]""")}
    )
    assert [d.id for d in papers_of(known, answers(haast="ja")).documents] == ["stuk"]
    for given, pending in ((answers(haast="nee"), ()), (answers(), ("stuk",))):
        papers = papers_of(known, given)
        assert (papers.documents, papers.pending) == ((), pending)


PER_SOURCE = """[{id: stuk, voor_elke: 'b in zaak.bronnen if b.maker == "niemand"'}]"""


def test_a_paper_per_record_is_made_once_for_each_with_its_own_file() -> None:
    known = library(
        {
            "questionnaires/proef.yaml": questionnaire(PER_SOURCE),
            "clauses/algemeen/doel.md": clause("1. Over {{ b.naam }}."),
        }
    )
    made = papers_of(known, answers(bronnen=SOURCES)).documents
    assert [(d.file, sentences(d)) for d in made] == [
        ("stuk-r1", ["1.1 Over Post."]),
        ("stuk-r3", ["1.1 Over Films."]),
    ]
    assert papers_of(known, answers()).pending == ("stuk",)
    assert papers_of(known, answers(bronnen=())).pending == ()


def test_papers_never_share_a_file_whatever_their_records_are_called() -> None:
    known = library(
        {
            "questionnaires/proef.yaml": questionnaire(PER_SOURCE),
            "clauses/algemeen/doel.md": clause("1. Over {{ b.naam }}."),
        }
    )
    ids = ("a/b", "a-b", "A_b", "../../a b", "a-b-2")
    rows = tuple(row(name, naam=name, maker="niemand") for name in ids)
    papers = papers_of(known, answers(bronnen=rows))
    files = [d.file for d in papers.documents]
    assert files == ["stuk-a-b", "stuk-a-b-2", "stuk-A-b-3", "stuk-a-b-4", "stuk-a-b-2-2"]
    assert set(papers.held_up) == set(files)


WAIVER = {
    "questionnaires/proef.yaml": questionnaire(
        """[{id: stuk, voor_elke: 'melding in meldingen if melding.status in ["onvolledig", "aanvaard"]'}]"""
    ),
    "clauses/documenten/stuk.yaml": OUTLINE
    + "gaat_over: eigen\nartikelen: [algemeen/doel, {risico: Wat kan er gebeuren}, {risico: Wat u zelf doet}]\n",
    "clauses/algemeen/doel.md": clause("1. Over {{ melding.titel }}."),
    "clauses/risicos/post-weg.md": risk("titel: Post weg\nniveau: ernstig", "De post is weg."),
    "clauses/risicos/foto-weg.md": risk("titel: Foto's weg\nniveau: ernstig", "De foto's zijn weg."),
}


def test_each_accepted_risk_gets_a_paper_of_its_own_with_its_own_words_and_its_own_gate() -> None:
    known = library(WAIVER)
    whole, bare = decided("aanvaard", reden="Wij verhuizen."), decided("aanvaard")
    papers = papers_of(known, {}, {"post-weg": whole, "foto-weg": bare})
    by_file = {d.file: d for d in papers.documents}
    assert {f: (d.finding, bool(d.concept)) for f, d in by_file.items()} == {
        "stuk-foto-weg": ("foto-weg", True),
        "stuk-post-weg": ("post-weg", False),
    }
    assert sentences(by_file["stuk-post-weg"]) == ["1.1 Over Post weg.", "De post is weg."]
    (reason,) = papers.held_up["stuk-foto-weg"]
    assert (reason.finding, papers.held_up["stuk-post-weg"]) == ("foto-weg", ())


def test_a_heading_of_a_risk_stands_as_an_article_that_names_the_risk() -> None:
    (made,) = papers_of(library(WAIVER), {}, {"post-weg": decided("aanvaard")}).documents
    article = made.articles[1]
    assert (article.clause, article.version) == ("risicos/post-weg", 1)
    assert article.title == ()


def test_a_reference_inside_each_copy_prints_the_number_in_that_copy() -> None:
    known = library(
        {
            "questionnaires/proef.yaml": questionnaire("[{id: stuk, voor_elke: b in zaak.bronnen}]"),
            "clauses/documenten/stuk.yaml": OUTLINE + "artikelen: [werk/eerst, werk/doel, werk/slot]\n",
            "clauses/werk/eerst.md": clause("1. Niemand.", 'titel: Eerst\nalleen_als: b.maker == "niemand"'),
            "clauses/werk/doel.md": clause("1. Doel."),
            "clauses/werk/slot.md": clause('1. Zie {{ artikel("werk/doel") }}.'),
            "clauses/algemeen/doel.md": "",
        }
    )  # fmt: skip
    made = papers_of(known, answers(bronnen=SOURCES[:2])).documents
    assert [sentences(d)[-1] for d in made] == ["3.1 Zie artikel\u00a02.", "2.1 Zie artikel\u00a01."]


def test_the_title_of_a_paper_is_read_without_its_answers() -> None:
    known = library(
        {
            "clauses/documenten/stuk.yaml": 'document: stuk\ntitel: "Overeenkomst {{ zaak.naam }}"\nvorm: overeenkomst\npoort: vrij\nartikelen: [algemeen/doel]\n',
            "clauses/algemeen/doel.md": clause("1. Dit is de {{ document.titel }}."),
        }
    )
    made = only_paper(known, answers(naam="Fictief"))
    assert doc.plain(made.title) == "Overeenkomst Fictief"
    assert sentences(made) == ["1.1 Dit is de Overeenkomst."]


def test_papers_can_read_the_reference_and_what_was_accepted() -> None:
    known = library(
        {
            "clauses/risicos/gevaar.md": risk("niveau: ernstig"),
            "clauses/algemeen/doel.md": clause(
                "1. {{ dossier.kenmerk }} {{ dossier.naam }} {{ dossier.aanvaard_ernstig }}."
            ),
        }
    )
    made = only_paper(known, {}, {"gevaar": decided("aanvaard")})
    assert sentences(made) == ["1.1 2026-001 proef 1."]


# --- which clauses ---------------------------------------------------------------------------------------------------


def test_every_slot_of_an_outline_finds_its_place() -> None:
    parts = ("aan", "voor", "partij", "weging", "artikel", "matrix", "slot")
    known = library(
        {
            **{f"clauses/werk/{p}.md": clause(f"Dit is {p}.", "aard: standaard") for p in parts},
            "clauses/algemeen/doel.md": "",
            "clauses/documenten/stuk.yaml": OUTLINE
            + """
adressering: [werk/aan]
voorblad: [werk/voor]
partijen: [werk/partij]
overwegingen: [werk/weging]
artikelen: [werk/artikel]
bijlagen: [{id: matrix, titel: Matrix, clausules: [werk/matrix]}]
ondertekening: {tekst: [werk/slot], partijen: [{rol: Klant, naam: zaak.naam}]}
""",
        }
    )
    made = only_paper(known, answers(naam="Fictief"))
    assert [slot for slot, articles in doc.parts(made) if articles] == [
        "voorblad",
        "adressering",
        "partijen",
        "overwegingen",
        "artikelen",
        "bijlage:matrix",
        "ondertekening",
    ]


ON_URGENCY = """{clausule: werk/a, alleen_als: 'zaak.haast == "ja"'}"""


@pytest.mark.parametrize(
    ("entry", "head"),
    [(ON_URGENCY, "titel: A"), ("werk/a", 'titel: A\nalleen_als: zaak.haast == "ja"')],
    ids=["in the outline", "in the clause"],
)
def test_a_clause_stands_there_when_its_condition_holds(entry: str, head: str) -> None:
    known = with_outline(f"artikelen: [algemeen/doel, {entry}]", a=clause("1. Met haast.", head))
    assert read(known, answers(haast="ja"))[1:] == ["2.1 Met haast."]
    assert read(known, answers(haast="nee"))[1:] == []
    assert read(known, answers())[1:] == ["? Is er haast?"]
    assert only_paper(known, answers()).concept == ("Nog beantwoorden: Is er haast?",)


def test_an_annex_whose_condition_is_open_says_so_and_holds_the_paper_up() -> None:
    outline = """
artikelen: [algemeen/doel]
bijlagen:
  - {id: a, titel: Haast, alleen_als: 'zaak.haast == "ja"', clausules: [werk/a]}
  - {id: b, titel: Rust, clausules: [werk/b]}
"""
    known = with_outline(outline, a=clause("1. Met haast."), b=clause("1. Rustig."))

    def annexes(given: Given) -> list[tuple[str, str, list[str]]]:
        made = only_paper(known, given)
        return [(a.label, a.title, [s for x in a.articles for s in lines_of(x)]) for a in made.annexes]

    calm = ("Bijlage 1", "Rust", ["1. Rustig."])
    assert annexes(answers(haast="nee")) == [calm]
    assert annexes(answers(haast="ja")) == [
        ("Bijlage 1", "Haast", ["1. Met haast."]),
        ("Bijlage 2", *calm[1:]),
    ]
    assert annexes(answers())[0] == ("Bijlage 1", "Haast", ["? Is er haast?"])
    assert only_paper(known, answers()).concept == ("Nog beantwoorden: Is er haast?",)


def test_an_annex_in_which_nothing_stands_is_not_there() -> None:
    outline = "artikelen: [algemeen/doel]\nbijlagen: [{id: a, titel: Haast, clausules: [werk/a]}]"
    known = with_outline(outline, a=clause("1. Haast.", 'titel: A\nalleen_als: zaak.haast == "ja"'))
    assert only_paper(known, answers(haast="nee")).annexes == ()


def test_a_clause_of_which_nothing_is_left_is_not_there() -> None:
    text = clause('{% if zaak.haast == "ja" %}\n1. Met haast.\n{% endif %}', "aard: standaard")
    known = with_outline("artikelen: [algemeen/doel, werk/a]", a=text)
    assert [a.clause for a in only_paper(known, answers(haast="nee")).articles] == ["algemeen/doel"]


PER_ROW = """
artikelen:
  - algemeen/doel
  - voor_elke: b in zaak.bronnen if b.maker == "niemand"
    delen: [werk/a, werk/b]
"""


def test_a_group_of_clauses_is_repeated_for_each_record() -> None:
    known = with_outline(PER_ROW, a=clause("1. Over {{ b.naam }}."), b=clause("1. Meer over {{ b.naam }}."))
    made = only_paper(known, answers(bronnen=SOURCES))
    assert sentences(made)[1:] == [
        "2.1 Over Post.",
        "3.1 Meer over Post.",
        "4.1 Over Films.",
        "5.1 Meer over Films.",
    ]
    assert [a.key for a in made.articles[1:3]] == ["werk/a/r1", "werk/b/r1"]


def test_a_group_over_a_list_that_is_open_says_so_once() -> None:
    known = with_outline(PER_ROW, a=clause("1. Over {{ b.naam }}."), b=clause("1. Meer over {{ b.naam }}."))
    assert read(known, {})[1:] == ["? Van welke gegevens is er een back-up?"]
    half = answers(bronnen=(row("r1", naam="Post"),))
    assert read(known, half)[1:] == ["? Van welke gegevens is er een back-up?"]
    assert read(known, answers(bronnen=()))[1:] == []


def test_a_group_may_hold_a_group_and_a_row_of_a_matrix_has_its_label() -> None:
    outline = """
artikelen:
  - algemeen/doel
  - voor_elke: b in zaak.bronnen if b.maker == "niemand"
    delen:
      - voor_elke: m in zaak.maatregelen if m.keuze == "afgewezen"
        delen: [werk/a]
"""
    known = with_outline(outline, a=clause("1. {{ b.naam }} zonder {{ m.naam }}."))
    measures = (row("firewall", keuze="afgewezen"), row("mfa", keuze="inbegrepen"))
    made = only_paper(known, answers(bronnen=SOURCES, maatregelen=measures))
    assert sentences(made)[1:] == ["2.1 Post zonder Firewall.", "3.1 Films zonder Firewall."]
    assert made.articles[1].key == "werk/a/r1/firewall"


def test_findings_are_listed_with_their_own_words() -> None:
    outline = """
artikelen:
  - algemeen/doel
  - voor_elke: melding in meldingen if melding.aard == "zaak"
    delen: [{risico: Wat kan er gebeuren}]
"""
    files = {
        "clauses/documenten/stuk.yaml": OUTLINE + outline,
        "clauses/risicos/gevaar.md": risk("niveau: let_op", "Het gaat mis."),
        "clauses/risicos/eigen.md": risk("aard: intern\nniveau: let_op", "Dit is van ons.", ways="oplossen"),
    }
    assert read(library(files), {})[1:] == ["Het gaat mis."]


def test_our_own_report_names_once_each_clause_in_the_papers_that_a_lawyer_must_still_verify() -> None:
    unsure = "\nstatus: te_controleren"
    files = {
        "clauses/algemeen/doel.md": clause("1. Doel.", f"titel: Het doel{unsure}"),
        "clauses/werk/los.md": clause("Los.", f"aard: standaard{unsure}"),
        "clauses/werk/zeker.md": clause("1. Zeker.", "titel: Zeker"),
        "clauses/werk/lijst.md": clause(
            "{% for t in dossier.na_te_kijken %}\n- {{ t.tekst }} in {{ t.stuk }}\n{% endfor %}",
            "aard: standaard",
        ),
        "clauses/documenten/stuk.yaml": OUTLINE
        + "artikelen: [algemeen/doel, werk/los, werk/zeker, algemeen/doel]\n",
        "clauses/documenten/rapport.yaml": "document: rapport\ntitel: Rapport\nvorm: rapport\npoort: vrij\nintern: ja\nartikelen: [werk/lijst]\n",
        "questionnaires/proef.yaml": questionnaire("[stuk, rapport]"),
    }
    report = papers_of(library(files), {}).documents[1]
    assert sentences(report) == ["Het doel in Overeenkomst", "Overeenkomst in Overeenkomst"]


# --- aanwezig() ------------------------------------------------------------------------------------------------------

GUARDED = clause(
    '{% if aanwezig("werk/a") %}\n1. Ja: {{ artikel("werk/a") }}.\n{% else %}\n1. Nee.\n{% endif %}'
)


def guard(outline: str, given: Given, head: str = "titel: A") -> str:
    return read(with_outline(outline, a=clause("1. A.", head), b=GUARDED), given)[0]


def test_a_clause_knows_whether_another_stands_in_the_same_paper() -> None:
    outline = f"artikelen: [werk/b, {ON_URGENCY}, algemeen/doel]"
    assert guard(outline, answers(haast="ja")) == "1.1 Ja: artikel\u00a02."
    assert guard(outline, answers(haast="nee")) == "1.1 Nee."
    assert guard(outline, answers()) == "? een vraag die nog open is"


def test_a_clause_in_an_annex_is_there_only_when_the_annex_is() -> None:
    outline = """
artikelen: [werk/b, algemeen/doel]
bijlagen: [{id: x, titel: X, alleen_als: 'zaak.haast == "ja"', clausules: [werk/a]}]
"""
    simple = GUARDED.replace('{{ artikel("werk/a") }}', "wel")
    for given, expected in (
        (answers(haast="ja"), "1.1 Ja: wel."),
        (answers(haast="nee"), "1.1 Nee."),
        (answers(), "? een vraag die nog open is"),
    ):
        assert read(with_outline(outline, a=clause("1. A."), b=simple), given)[0] == expected


def test_a_repeated_clause_is_there_when_any_record_brings_it() -> None:
    outline = """
artikelen:
  - werk/b
  - voor_elke: b in zaak.bronnen if b.maker == "niemand"
    delen: [algemeen/doel, werk/a]
"""
    simple = GUARDED.replace('{{ artikel("werk/a") }}', "wel")
    known = with_outline(outline, a=clause("1. A."), b=simple)
    assert read(known, answers(bronnen=SOURCES))[0] == "1.1 Ja: wel."
    assert read(known, answers(bronnen=()))[0] == "1.1 Nee."
    assert read(known, answers())[0] == "? een vraag die nog open is"


def test_a_clause_may_stand_or_fall_with_another() -> None:
    """``aanwezig`` in the condition of a clause that is itself asked after."""
    outline = f"artikelen: [werk/b, {ON_URGENCY}, werk/c]"
    simple = GUARDED.replace("werk/a", "werk/c")
    dependent = clause("1. C.", 'titel: C\nalleen_als: aanwezig("werk/a")')
    files = {"a": clause("1. A."), "b": simple, "c": dependent, "d": ""}
    known = with_outline(outline + "\nvoorblad: [algemeen/doel]", **files)
    assert "1.1 Ja: artikel\u00a03." in read(known, answers(haast="ja"))
    assert "1.1 Nee." in read(known, answers(haast="nee"))


# --- defined terms ---------------------------------------------------------------------------------------------------


def term(forms: str, text: str) -> str:
    return f"---\nvormen: [{forms}]\nversie: 1\n---\n{text}\n"


def with_terms(text: str, outline: str = "") -> list[str]:
    files = {
        "clauses/begrippen/back-up.md": term("Back-up, Back-ups", "een kopie op een Systeem."),
        "clauses/begrippen/systeem.md": term("Systeem, Systemen", "een apparaat in Beheer."),
        "clauses/begrippen/beheer.md": term("Beheer", "het werk aan een Systeem."),
        "clauses/begrippen/incident.md": term("Incident", "een storing."),
        "clauses/werk/woorden.md": clause("1. Deze woorden hebben een vaste betekenis."),
        "clauses/algemeen/doel.md": clause(text),
        "clauses/documenten/stuk.yaml": OUTLINE
        + (outline or "artikelen: [{clausule: werk/woorden, begrippen: ja}, algemeen/doel]\n"),
    }
    return read(library(files), {})


def test_a_term_in_use_pulls_in_its_definition_and_those_it_uses_in_turn_and_no_other() -> None:
    assert with_terms("1. Leverancier maakt Back-ups.")[1:-1] == [
        "Back-up: een kopie op een Systeem.",
        "Beheer: het werk aan een Systeem.",
        "Systeem: een apparaat in Beheer.",
    ]


def test_a_term_that_nobody_uses_is_not_defined() -> None:
    assert with_terms("1. Leverancier helpt.") == [
        "1.1 Deze woorden hebben een vaste betekenis.",
        "2.1 Leverancier helpt.",
    ]


def test_a_paper_without_a_place_for_definitions_has_none() -> None:
    outline = "artikelen: [werk/woorden, algemeen/doel]\n"
    assert with_terms("1. Leverancier meldt een Incident.", outline)[1:] == [
        "2.1 Leverancier meldt een Incident."
    ]


# --- who signs -------------------------------------------------------------------------------------------------------

SIGNED = """
artikelen: [algemeen/doel]
ondertekening:
  partijen:
    - {rol: Klant, naam: zaak.naam, ondertekenaars: zaak.tekenaars}
    - {rol: Getuige, naam: zaak.naam}
"""


def signatories(given: Given) -> list[tuple[str, str, str, str]]:
    made = only_paper(with_outline(SIGNED), given)
    return [(s.role, doc.plain(s.party), doc.plain(s.name), doc.plain(s.function)) for s in made.signatories]


def test_each_signatory_gets_a_place_with_name_and_function() -> None:
    people = (row("r1", naam="A. Fictief", functie="directeur"), row("r2", naam="B. Fictief"))
    assert signatories(answers(naam="Fictief B.V.", tekenaars=people)) == [
        ("Klant", "Fictief B.V.", "A. Fictief", "directeur"),
        ("Klant", "Fictief B.V.", "B. Fictief", "[Functie]"),
        ("Getuige", "Fictief B.V.", "[Naam]", "[Functie]"),
    ]


def test_without_signatories_there_is_a_place_to_fill_in_that_holds_nothing_up() -> None:
    assert signatories(answers(naam="Fictief B.V."))[0] == ("Klant", "Fictief B.V.", "[Naam]", "[Functie]")
    assert only_paper(with_outline(SIGNED), answers(naam="Fictief B.V.", tekenaars=())).concept == ()


def test_a_party_without_a_name_holds_the_paper_up() -> None:
    made = only_paper(with_outline(SIGNED), answers(tekenaars=()))
    assert made.concept == ("Nog invullen: Naam Klant", "Nog invullen: Naam Getuige")


def test_what_is_filled_in_for_a_signatory_is_never_the_word_for_later() -> None:
    people = (row("r1", naam=State.LATER, functie="directeur"),)
    assert signatories(answers(naam=State.LATER, tekenaars=people))[0][1:3] == ("[Naam Klant]", "[Naam]")
