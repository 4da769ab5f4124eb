"""How the time of ``controleer`` grows: a made library of 200 and of 2,000 clauses, with questions and risks in proportion."""

import argparse
import sys
import time

from generator.diagnostics import render
from generator.library_checks import proofs_of
from generator.loading.load import read_library

PER_SECTION = 20
ALLOWED = 1.25
"""Of linear: a longer list is a little slower per piece (memory, sorting)."""


def made(clauses: int) -> dict[str, str]:
    """Every clause reads a question of its own and one of its neighbour; every second question raises a risk."""
    sections = range((clauses + PER_SECTION - 1) // PER_SECTION)
    texts = {
        "clauses/bibliotheek.yaml": 'naam: Proef\nversie: "1"\nvorm: 1\nrechtsstand: 2026-11-21\n',
        "clauses/bronnen.yaml": "vakmanschap: {titel: Ervaring, nagekeken: nee}\n",
        "questionnaires/proef.yaml": _questionnaire(sections),
        "clauses/documenten/stuk.yaml": _outline(clauses),
    }
    for n in sections:
        numbers = range(n * PER_SECTION, min(clauses, (n + 1) * PER_SECTION))
        questions = "".join(_question(i) for i in numbers)
        texts[f"questionnaires/rubrieken/r{n}.yaml"] = (
            f"rubriek: r{n}\ntitel: Rubriek {n}\nvragen:\n{questions}"
        )
    for i in range(clauses):
        texts[f"clauses/tekst/c{i}.md"] = _clause(i, clauses)
        if i % 2:
            texts[f"clauses/risicos/risico-{i}.md"] = _risk(i)
    return dict(sorted(texts.items()))


def _of(i: int) -> str:
    return f"r{i // PER_SECTION}.v{i}"


def _questionnaire(sections: range) -> str:
    used = ", ".join(f"r{n}" for n in sections)
    return f"vragenlijst: proef\ntitel: Proef\nrubrieken: [{used}]\ndocumenten: [{{id: stuk}}]\n"


def _outline(clauses: int) -> str:
    entries = "".join(f"  - tekst/c{i}\n" for i in range(clauses))
    return f"document: stuk\ntitel: Stuk\nvorm: overeenkomst\npoort: vrij\nartikelen:\n{entries}versie: 1\n"


def _question(i: int) -> str:
    when = f', alleen_als: v{i - 1} != "c"' if i % PER_SECTION and i % 3 == 0 else ""
    return (
        f'  - {{id: v{i}, vraag: "Vraag {i}?", soort: keuze{when}, '
        "opties: {a: Eerste, b: Tweede, c: Derde}}\n"
        f'  - {{id: bedrag{i}, vraag: "Bedrag {i}?", soort: bedrag, mag_onbekend: ja}}\n'
    )


def _clause(i: int, clauses: int) -> str:
    other = f"tekst/c{(i + 1) % clauses}"
    money = f"r{i // PER_SECTION}.bedrag{i}"
    return f"""---
titel: Artikel {i}
alleen_als: {_of(i)} is bekend and {_of(i)} in ["a", "b"]
aard: standaard
grond: [vakmanschap]
toelichting: Dit zegt wat artikel {i} betekent.
versie: 1
---
1. Dit is tekst nummer {i}.
{{% if {_of(i)} == "a" and {money} is bekend and {money} > 100 %}}
2. Dit kost {{{{ {money} | euro }}}}.
{{% endif %}}
{{% if aanwezig("{other}") %}}
3. {{{{ artikel("{other}") | hoofdletter }}}} geldt ook.
{{% endif %}}
"""


def _risk(i: int) -> str:
    return f"""---
titel: Risico {i}
aard: zaak
alleen_als: {_of(i)} is bekend and {_of(i)} == "b"
niveau: ernstig
uitwegen: [oplossen, aanvaarden]
versie: 1
---
## Wat kan er gebeuren
Er gaat iets mis.
"""


def seconds(clauses: int) -> tuple[float, int]:
    """Processor time of loading with all checks, and of the proofs; and how much was found."""
    texts = made(clauses)
    content = {path: text.encode() for path, text in texts.items()}
    start = time.process_time()
    library, found = read_library(content, "")
    if library is None:
        raise SystemExit("\n".join(map(render, found[:5])))
    proved, _line = proofs_of(library, texts, deep=False)
    return time.process_time() - start, len(found) + len(proved)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clausules", type=int, nargs=2, default=[200, 2000])
    few, many = parser.parse_args().clausules
    seconds(20)  # what is imported and compiled once
    (short, _), (long, told) = seconds(few), seconds(many)
    growth = (long / short) / (many / few)
    print(
        f"{few} clauses: {short:.2f} s; {many} clauses: {long:.2f} s; {growth:.2f} x linear ({told} findings)"
    )
    return 0 if growth <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
