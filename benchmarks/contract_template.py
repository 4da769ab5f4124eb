"""A contract of the usual length as a docxtpl template, as Word leaves it: language on each run, tags cut over runs.

About 6,000 words in 30 articles (14 pages), 60 variables in some 270 places, 20 conditions, a table loop and a loop of
annexes, a header and a footer.
"""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

ARTICLES, BLOCKS, WORDS_PER_BLOCK = 30, 4, 44
VARIABLES, CONDITIONS, ROWS, ANNEXES = 60, 20, 12, 4
TEXT = (
    "de leverancier zorgt ervoor dat het werk op tijd klaar is en meldt het als dat niet lukt omdat iets ontbreekt "
    "de klant controleert binnen tien dagen of alles klopt en geeft daarna door wat er nog anders moet"
)


def answers() -> dict[str, Any]:
    return {
        **{f"v{n}": f"Jansen & Zn. <{n}> één" for n in range(VARIABLES)},
        **{f"c{n}": n % 3 != 0 for n in range(CONDITIONS)},
        "systemen": [{"naam": f"Systeem {n}", "wie": "Leverancier", "wat": "beheer"} for n in range(ROWS)],
        "bijlagen": [f"Bijlage {n}" for n in range(ANNEXES)],
    }


def write_template(path: Path) -> None:
    import docx

    document = docx.Document()
    for style in [s for s in document.styles if "TABLE" in str(s.type)]:
        style.delete()  # a hundred table styles that a document from Word would not have
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ v0 }} {{ v1 }}"
    section.footer.paragraphs[0].text = "{{ v2 }}"
    words = cycle(TEXT.split())
    for article in range(ARTICLES):
        document.add_heading(f"Artikel {article + 1} {{{{ v{article} }}}}", level=1)
        for block in range(article * BLOCKS, (article + 1) * BLOCKS):
            _block(document, block, " ".join(islice(words, WORDS_PER_BLOCK)))
    _table(document)
    for text in ("{%p for bijlage in bijlagen %}", "{{ bijlage }}", "{%p endfor %}"):
        document.add_paragraph(text)
    document.save(str(path))


def _block(document: Any, number: int, text: str) -> None:
    """A numbered paragraph with two values; one in six depends on an answer."""
    condition, rest = divmod(number, 6)
    conditional = rest == 0 and condition < CONDITIONS
    if conditional:
        document.add_paragraph(f"{{%p if c{condition} %}}")
    paragraph = document.add_paragraph(style="List Number")
    first, second = number * 2 % VARIABLES, (number * 2 + 1) % VARIABLES
    half = len(text) // 2
    for part in _runs(text[:half], first, cut=number % 2 == 0), _runs(text[half:], second, cut=False):
        for run in part:
            _in_dutch(paragraph.add_run(run))
    if conditional:
        document.add_paragraph("{%p endif %}")


def _runs(text: str, variable: int, *, cut: bool) -> Iterator[str]:
    yield text
    yield from (" {{ ", f"v{variable}", " }} ") if cut else (f" {{{{ v{variable} }}}} ",)


def _in_dutch(run: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    run._r.get_or_add_rPr().append(language)  # noqa: SLF001 - python-docx has no public way to set a language


def _table(document: Any) -> None:
    rows = (
        ("{%tr for s in systemen %}",),
        ("{{ s.naam }}", "{{ s.wie }}", "{{ s.wat }}"),
        ("{%tr endfor %}",),
    )
    table = document.add_table(rows=len(rows), cols=3)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
