"""What is said when the questions are done: what was made, what may go out, what waits and why, and what to do now. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from generator.document import Document, plain
from generator.library import Form

if TYPE_CHECKING:
    from generator.assembly import Papers
    from generator.gates import Hold

MOST_REASONS = 4
SENT = (Form.LETTER, Form.EMAIL)
SIGNED = (Form.CONTRACT, Form.STATEMENT)


def closing(
    papers: "Papers",
    files: Iterable[str],
    place: str,
    internal: str | None,
    number: str,
    width: int,
    contradictions: Iterable[str] = (),
) -> tuple[str, ...]:
    """``files`` are the names that were written; ``number`` is what the case is called by."""
    names = _names(papers.documents, files)
    made = [d for d in papers.documents if names[d.file]]
    ready = [d for d in made if not d.internal and not papers.held_up.get(d.file)]
    waiting = [d for d in made if not d.internal and papers.held_up.get(d.file)]
    ours = [d for d in made if d.internal]
    lines = [
        f"De stukken staan in {place}",
        *_part("Kan nu de deur uit:", ready, names, {}, width),
        *_part("Nog CONCEPT, en waarom:", waiting, names, papers.held_up, width),
        *_part(f"Alleen voor uzelf, in {internal}", ours, names, {}, width),
        "",
        "Doe nu:",
        *_numbered(
            (*(f"Zet eerst recht: {c}" for c in contradictions), *_todo(ready, waiting, number)), width
        ),
    ]
    return tuple(lines)


def for_others(number: str, width: int, *, customer: bool) -> tuple[str, ...]:
    """After a sitting that asked only a part: what was answered is saved, and how the rest is done."""
    told = (
        "Dit was alles voor nu. Wij werken het uit en sturen u de stukken."
        if customer
        else "Uw vragen zijn beantwoord en bewaard. De rest is voor een ander."
    )
    return (*wrap(told, width), "", f"Verder:  zwartopwit verder {number}")


def stopped(answers: str, number: str) -> tuple[str, ...]:
    """Paths and commands stand on a line of their own: who copies them gets them whole."""
    return (
        "Gestopt. Alles tot en met de laatste Enter is bewaard, in",
        f"  {answers}",
        f"Verder:  zwartopwit verder {number}",
    )


def _names(documents: Sequence[Document], files: Iterable[str]) -> Mapping[str, list[str]]:
    written = sorted(files)
    return {d.file: [f for f in written if f.rsplit(".", 1)[0] == d.file] for d in documents}


def _part(
    heading: str,
    documents: Sequence[Document],
    names: Mapping[str, list[str]],
    reasons: "Mapping[str, tuple[Hold, ...]]",
    width: int,
) -> Iterator[str]:
    if not documents:
        return
    yield from ("", heading)
    for d in documents:
        yield from wrap(plain(d.title), width, initial_indent="  ", subsequent_indent="    ")
        yield from (f"    {name}" for name in names[d.file])
        yield from _why(reasons.get(d.file, ()), width)


def _why(reasons: "tuple[Hold, ...]", width: int) -> Iterator[str]:
    shown = [r.text for r in reasons[:MOST_REASONS]]
    left = len(reasons) - len(shown)
    if left:
        shown.append(f"en nog {left} {'punt' if left == 1 else 'punten'}")
    for text in shown:
        yield from wrap(
            text, width, initial_indent="    - ", subsequent_indent="      ", break_on_hyphens=False
        )


def _todo(ready: Sequence[Document], waiting: Sequence[Document], number: str) -> Iterator[str]:
    send = _counted(d for d in ready if d.form in SENT)
    sign = _counted(d for d in ready if d.form in SIGNED)
    if send:
        yield f"Lees na en stuur vandaag: {send}."
    if sign:
        yield f"Lees na en laat tekenen: {sign}."
    if waiting:
        yield f"Werk af wat nog CONCEPT is:  zwartopwit verder {number}"
    yield f"Maak de stukken opnieuw als er iets verandert:  zwartopwit maak {number}"


def _counted(documents: Iterable[Document]) -> str:
    """Their titles; of several of one kind what comes before the colon, and how many."""
    kinds: dict[str, list[str]] = {}
    for d in documents:
        kinds.setdefault(d.id, []).append(plain(d.title))
    told = (t[0] if len(t) == 1 else f"{t[0].partition(':')[0]} ({len(t)} stuks)" for t in kinds.values())
    return ", ".join(told)


def _numbered(todo: Iterable[str], width: int) -> Iterator[str]:
    for n, text in enumerate(todo, start=1):
        yield from wrap(text, width, initial_indent=f"  {n}. ", subsequent_indent="     ")
