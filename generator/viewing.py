"""``toon CLAUSULE``: one clause as it reads for given answers, or with all its branches; again when its file is saved."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.app import Settings, Work, opened, origin_of, papers_of
from generator.clause_source import lines_of
from generator.diagnostics import Diagnostic, MisuseError, render
from generator.document import Document, Inlines
from generator.excerpt import excerpts
from generator.frozen import dataclass
from generator.library import Clause, Form, Library
from generator.loading.files import content_root, inside, layer_names
from generator.loading.load import load_library
from generator.saving import save_bytes

LOOK_EVERY = 0.1
"""Seconds between two looks at the file."""


@dataclass(frozen=True, slots=True)
class View:
    """A clause to look at. ``work``: with these answers; None: with all branches."""

    library: Library
    clause: Clause
    file: Path
    work: Work | None

    def papers(self) -> tuple[Document, ...]:
        """The clause in each paper of these answers that has it."""
        if self.work is None:
            return ()
        work = replace(self.work, library=self.library)
        return excerpts(papers_of(work).documents, self.clause.id)

    def text(self, width: int) -> str:
        from generator.writers.text import write

        if self.work is None:
            return "\n".join(_source(self.clause))
        papers = self.papers()
        if not papers:
            return (
                f"‘{self.clause.id}’ staat bij deze antwoorden in geen enkel stuk.\n"
                f"Waarom niet? zwartopwit waarom ANTWOORDEN {self.clause.id}"
            )
        return "\n".join(f"{d.file}\n{write(replace(d, title=NO_TITLE), width)}" for d in papers)


NO_TITLE: Inlines = ()


def _source(clause: Clause) -> Iterator[str]:
    for line in lines_of(clause):
        yield f"{'    ' * line.depth}{f'[{line.text}]' if line.condition else line.text}"
    if clause.explanation:
        yield f"\nToelichting: {clause.explanation}"


def view(name: str, answers: str | None, chosen: Settings) -> View | None:
    """The clause of this name; None when there is none."""
    work = opened(answers, chosen) if answers else None
    library = work.library if work else load_library(layers=chosen.layers)
    clause = library.clauses.get(name)
    return View(library, clause, _file_of(clause, chosen), work) if clause else None


def _file_of(clause: Clause, chosen: Settings) -> Path:
    path = clause.position.path
    roots = dict(zip(layer_names(chosen.layers), chosen.layers, strict=True))
    root = roots.get(path.partition("/")[0], content_root())
    return root / inside(path)


def again(shown: View) -> tuple[View, list[Diagnostic]]:
    """The same clause, read anew from its file; with an error in it, as it was."""
    from generator.loading.one_clause import with_clause

    library, found = with_clause(shown.library, shown.clause.position.path, shown.file.read_bytes())
    return replace(shown, library=library, clause=library.clauses[shown.clause.id]), found


def watched(shown: View, width: int) -> Iterator[str]:
    """What to show, now and after every save, until the user stops."""
    stamp = shown.file.stat().st_mtime_ns
    yield shown.text(width)
    while True:
        time.sleep(LOOK_EVERY)
        now = shown.file.stat().st_mtime_ns if shown.file.exists() else stamp
        if now == stamp:
            continue
        stamp = now
        shown, found = again(shown)
        told = [render(d) for d in found]
        yield "\n".join(
            [f"--- {shown.file.name}, opnieuw ---", *told, *([] if told else [shown.text(width)])]
        )


def write_word(shown: View, target: str) -> Path:
    """The clause in a Word file: as in the first paper that has it."""
    from generator.making import made_files

    papers = [d for d in shown.papers() if d.form is not Form.EMAIL]
    if shown.work is None or not papers:
        raise MisuseError(
            "Hier is niets om in Word te zetten.",
            "Noem met --bij antwoorden waarbij de clausule in een stuk staat.",
        )
    work = replace(shown.work, library=shown.library)
    files = made_files(work.library, papers[:1], origin_of(work), work.style, ("docx",))
    path = Path(target)
    (data,) = (*files.papers.values(), *files.internal.values())
    save_bytes(path, data)
    return path
