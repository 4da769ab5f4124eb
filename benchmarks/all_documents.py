"""All documents of case 1 from its answers file, against one contract by docxtpl: whole processes, from a cold start."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from time import perf_counter

from benchmarks.cases import CASE_1
from benchmarks.contract_template import answers, write_template
from benchmarks.interleaved import PROGRAM, Measure, Target, environment, in_turn, report, rounds_asked

DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    template.render(json.load(file), autoescape=True)
template.save(sys.argv[3])
"""
ONE, ALL = "docxtpl, one contract", "zwartopwit maak, all documents"


def main() -> int:
    rounds = rounds_asked(11)
    with tempfile.TemporaryDirectory() as home:
        times = in_turn(subjects(Path(home)), rounds)
    return report(times, ONE, (Target(ALL, ONE, 1.5),))


def subjects(home: Path) -> dict[str, Measure]:
    known = environment(home)
    script, template, given = home / "one.py", home / "contract.docx", home / "answers.json"
    script.write_text(DOCXTPL)
    write_template(template)
    given.write_text(json.dumps(answers()))
    one = (sys.executable, *map(str, (script, template, given, home / "made.docx")))
    numbers = count()

    def everything() -> float:
        new = home / f"papers-{next(numbers)}"
        return ended((*PROGRAM, "maak", str(CASE_1), "--uit", str(new)), known)

    return {ONE: lambda: ended(one, known), ALL: everything}


def ended(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Seconds until the process has ended."""
    began = perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - began


if __name__ == "__main__":
    raise SystemExit(main())
