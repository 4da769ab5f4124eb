"""The same fact reads the same in every paper of one making, and what one paper says is in, none says is out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pytest
from answering import Answering
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import document as doc
from generator.assembly import Papers, assemble
from generator.document import Identity
from generator.facts import Facts
from generator.library import Kind, Library, Question
from generator.loading.load import load_library
from generator.values import Record

QUESTIONNAIRES = ("aanvulling", "backup-aanbod", "it-beheer", "migratie", "spoedklus")
SEEDS = st.integers(0, 2**32)
NAMES = ("naam", "omschrijving", "product")
"""Fields that say which record of a list a row or sentence is about."""


@cache
def library() -> Library:
    return load_library()


class Named(Answering):
    """Gives every record a name of its own, so that papers can be searched for it."""

    count = 0

    def _filled(
        self, question: Question, record: Record, facts: Facts, extra: Mapping[str, Record] | None = None
    ) -> Record:
        filled = super()._filled(question, record, facts, extra)
        own = dict(filled.values)
        for field in question.fields:
            if field.id in NAMES and field.kind is Kind.TEXT and field.id in own:
                self.count += 1
                own[field.id] = f"Voorwerp {self.count}"
        return Record(filled.id, own)


@dataclass(frozen=True)
class Making:
    papers: Papers
    facts: Facts

    def records(self, *path: str) -> tuple[Record, ...]:
        found = self.facts.value(path)
        return tuple(r for r in found if isinstance(r, Record)) if isinstance(found, tuple) else ()


def made(questionnaire: str, seed: int) -> Making:
    answering = Named(library(), questionnaire, seed, hostile=False)
    answering.complete()
    case = answering.decided()
    facts = answering.facts()
    return Making(assemble(library(), facts, case, Identity("2026-001", "fictief")), facts)


@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES)
@given(seed=SEEDS)
@settings(max_examples=15)
def test_what_one_paper_says_no_other_contradicts(questionnaire: str, seed: int) -> None:
    making = made(questionnaire, seed)

    every_answer_reads_the_same(making)
    what_is_in_in_one_is_out_in_none(making)
    every_paper_of_scope_names_every_item(making)
    a_choice_means_the_same(making)


def every_answer_reads_the_same(making: Making) -> None:
    said: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for document in making.papers.documents:
        for about, filled in printed(document):
            name = filled.variable.split(".", 1)[-1] if about else filled.variable
            said[about, name].setdefault(plainly(filled.text), f"{document.file}: {filled.variable}")
    differing = {key: texts for key, texts in said.items() if len(texts) > 1}
    assert not differing, differing


def what_is_in_in_one_is_out_in_none(making: Making) -> None:
    for kind, claims in CLAIMS.items():
        ours = {plainly(name_of(r)): done_by_us(kind, r) for r in making.records(*kind.split("."))}
        for document in making.papers.documents:
            for row in rows(document):
                if row.about in ours and row.clause in claims:
                    said = bool(re.search(claims[row.clause], row.text))
                    assert said is ours[row.about], (kind, document.file, row)


def every_paper_of_scope_names_every_item(making: Making) -> None:
    """Nothing is silent: a paper that says who does what names each system, source, measure and set of data."""
    for document in making.papers.documents:
        for kind in SCOPE.get(document.id, ()):
            names = {plainly(name_of(r)) for r in making.records(*kind.split("."))}
            assert names <= {row.about for row in rows(document)}, (kind, document.file)


def a_choice_means_the_same(making: Making) -> None:
    texts = {d.id: " ".join(sentences(d)) for d in making.papers.documents}
    for path, options in MEANINGS.items():
        chosen = making.facts.value(tuple(path.split(".")))
        for option, meaning in options.items():
            for paper, words in meaning.items():
                if paper in texts:
                    found = re.search(words, texts[paper])
                    assert (found is not None) is (option == chosen), (path, chosen, paper, words)


# --- which record a printed value is about ----------------------------------------------------------------------------


def printed(document: doc.Document) -> Iterator[tuple[str, doc.Filled]]:
    """Every answer with the name of its record; "" for an answer that stands alone. Lists are told in part, so not here."""
    for piece in pieces(document):
        values = [i for i in piece if isinstance(i, doc.Filled)]
        named = {
            i.variable.rsplit(".", 1)[0]: i.text for i in values if i.variable.rsplit(".", 1)[-1] in NAMES
        }
        for value in values:
            first, _, rest = value.variable.partition(".")
            if first in library().sections:
                if rest and not is_list(value.variable):
                    yield "", value
            elif rest and (owner := named.get(value.variable.rsplit(".", 1)[0])):
                yield plainly(owner), value


def pieces(document: doc.Document) -> Iterator[tuple[doc.Inline, ...]]:
    """What belongs together: a block, or one row of a table."""
    for _slot, articles in doc.parts(document):
        for block in (b for a in articles for b in a.blocks):
            if isinstance(block, doc.Table):
                yield from (tuple(i for cell in row for i in (*cell, doc.Text(" | "))) for row in block.rows)
            else:
                yield tuple(doc.inlines_of(block))


def is_list(variable: str) -> bool:
    section, question = variable.split(".")[:2]
    found = next((q for q in library().sections[section].questions if q.id == question), None)
    return isinstance(found, Question) and found.kind in (Kind.LIST, Kind.MATRIX)


def plainly(text: str) -> str:
    """Without what a filter adds: a capital to begin with, quotation marks, the number behind a system."""
    bare = text.strip("“”‘’ ")
    return bare[:1].lower() + bare[1:]


# --- who does it, per row ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """One row about one record: what stands beside its name, with the head of its table or the heading above."""

    clause: str
    about: str
    text: str


SAYS_WHO = {
    "backup/bijlage": "Wie maakt de Back-up",
    "migratie/bijlage": "Gaat dit over",
    "privacy/bijlage-backup": "Hoe vaak",
}
"""Clauses with a table per record, and the row of it that says who."""


def rows(document: doc.Document) -> Iterator[Row]:
    for _slot, articles in doc.parts(document):
        for article in articles:
            heading = ""
            for block in article.blocks:
                if isinstance(block, doc.Heading):
                    heading = doc.plain(block.inlines)
                elif isinstance(block, doc.Table):
                    head = " | ".join(doc.plain(c) for c in block.header)
                    for first, *rest in ([doc.plain(c) for c in row] for row in block.rows):
                        beside = " | ".join(rest)
                        if SAYS_WHO.get(article.clause) == first:
                            yield Row(article.clause, plainly(heading), beside)
                        else:
                            yield Row(article.clause, named_in(first), f"{heading} # {head} # {beside}")


def named_in(cell: str) -> str:
    """The name at the front of a cell: "Laptops (8)", "Dossiers: hoe vaak", "Back-up van Dossiers. Na een …"."""
    found = re.match(r"(?:Back-up van )?(Voorwerp \d+)", cell)
    return plainly(found[1] if found else cell)


def name_of(record: Record) -> str:
    return str(record.values["naam"])


def done_by_us(kind: str, record: Record) -> bool:
    values = record.values
    match kind:
        case "beheer.systemen":
            return values["beheerder"] == "leverancier"
        case "backup.bronnen":
            return values["maker"] == "leverancier"
        case "beveiliging.maatregelen":
            return values["keuze"] in ("inbegrepen", "los_bij_ons")
        case _:
            return values["gaat_over"] == "ja"


ALWAYS, NEVER = "", r"(?!)"
CLAIMS = {
    "beheer.systemen": {
        "offerte/systemen": ALWAYS,
        "offerte/niet": NEVER,
        "voorblad/systemen": r"# Leverancier$",
        "beheer/bijlage": ALWAYS,
        "beheer/bijlage-staat": ALWAYS,
        "beheer/bijlage-niet": NEVER,
        "rapport/omvang": r"# Wij ",
        "aanvulling/systemen": r"Taken van Leverancier",
    },
    "backup.bronnen": {
        "offerte/back-up": r"# wij[,;]",
        "voorblad/systemen": r"# Leverancier$",
        "backup/bijlage": r"^Leverancier$",
        "privacy/bijlage-backup": ALWAYS,
        "keuzeblad/kiezen": NEVER,
        "rapport/omvang": r"# Wij ",
        "rapport/omvang-backup": r"# Wij ",
        "aanvulling/back-up": r"# Leverancier \||getest",
    },
    "beveiliging.maatregelen": {
        "offerte/beveiliging": r"# (zit in de prijs|wij doen dit (voor|tegen))",
        "offerte/niet-gekozen": NEVER,
        "beveiliging/bijlage": r"^Leverancier doet dit",
        "privacy/bijlage-maatregelen": r"# Leverancier doet dit",
        "rapport/omvang": r"# Wij ",
        "aanvulling/maatregelen": r"# Leverancier doet dit",
    },
    "migratie.gegevens": {
        "offerte/migratie": r"# ja, naar",
        "migratie/bijlage": r"^ja$",
        "rapport/omvang-migratie": r"# Mee ",
    },
}
"""Per kind of item the clauses that say who does it, and the words with which a row says that it is done by us."""

SCOPE = {
    "offerte": ("beheer.systemen", "backup.bronnen", "beveiliging.maatregelen", "migratie.gegevens"),
    "overeenkomst": ("beheer.systemen", "backup.bronnen", "beveiliging.maatregelen", "migratie.gegevens"),
    "migratieovereenkomst": ("migratie.gegevens",),
}

MEANINGS = {
    "looptijd.vorm": {
        "bepaald": {
            "offerte": r"Begin en duur \| [^|]+, voor ",
            "overeenkomst": r"Begin en duur \| [^|]+, voor (?!onbepaalde)",
        },
        "onbepaald": {"offerte": "zonder vaste einddatum", "overeenkomst": "voor onbepaalde tijd"},
    },
    "backup.herstel": {
        "inbegrepen": {
            "offerte": "Gegevens terugzetten zit in de prijs",
            "overeenkomst": "Terugzetten hoort bij de prijs",
            "aanvulling": "Terugzetten hoort bij de prijs",
        },
        "vaste_prijs": {
            "overeenkomst": "Terugzetten kost .{3,60}? per keer",
            "aanvulling": "Terugzetten kost .{3,60}? per keer",
        },
        "uurtarief": {
            "overeenkomst": "Terugzetten kost .{3,60}? per uur",
            "aanvulling": "Terugzetten kost .{3,60}? per uur",
        },
    },
    "looptijd.tussentijds": {
        "uitgesloten": {
            "offerte": r"kan niet tijdens de vaste looptijd",
            "overeenkomst": "Klant mag dat niet tijdens de looptijd",
        },
        "tegen_vergoeding": {
            "offerte": "kan, tegen een vergoeding",
            "overeenkomst": "Klant mag dat, tegen een vergoeding",
        },
    },
    "prijs.index": {
        "cbs_diensten": {"offerte": "dienstenprijsindex", "overeenkomst": "dienstenprijsindex"},
        "cbs_cpi": {"offerte": "consumentenprijsindex", "overeenkomst": "consumentenprijsindex"},
        "vast_percentage": {
            "offerte": r"elk jaar [\d,]+\s?% omhoog",
            "overeenkomst": r"elk jaar op 1 januari verhogen met",
        },
    },
    "migratie.veiligheidskopie": {
        "ja": {
            "offerte": "maken wij een extra kopie",
            "overeenkomst": "Leverancier maakt een kopie van de gegevens die niet overgaan",
            "migratieovereenkomst": "Leverancier maakt een kopie van de gegevens die niet overgaan",
        },
        "aangeboden_en_afgewezen": {
            "offerte": "Wij boden een kopie aan van wat niet meegaat",
            "overeenkomst": "Leverancier bood een kopie aan",
            "migratieovereenkomst": "Leverancier bood een kopie aan",
        },
    },
    "voorwaarden.onze": {
        "geen": {
            "offerte": r"Wij gebruiken geen algemene voorwaarden\.",
            "overeenkomst": "geen eigen algemene voorwaarden",
        },
    },
    "service.incidentherstel": {
        "inbegrepen": {
            "offerte": "besmetting zit in de prijs",
            "overeenkomst": "Incident hoort bij de vaste prijs",
        },
        "niet_besproken": {"offerte": "besmetting zit niet in de prijs"},
    },
    "beheer.bewaking": {
        "werking": {"offerte": "Wij kijken niet of er iemand inbreekt"},
        "werking_en_veiligheid": {
            "offerte": "of er tekenen zijn van een inbraak",
            "overeenkomst": "of er tekenen zijn van een Incident",
        },
    },
}
"""What an option says in each paper, where every paper has words of its own for it."""


def sentences(document: doc.Document) -> Iterator[str]:
    for piece in pieces(document):
        yield " ".join(doc.plain(piece).split())
