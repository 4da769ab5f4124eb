"""The files around imported clauses: the outline in the order of the contract, and a questionnaire that makes it."""

from collections.abc import Iterator, Sequence

from generator.importing import parts
from generator.importing.clause_files import Written, annex_name
from generator.importing.literal import literal, yaml_text
from generator.importing.parts import Part
from generator.importing.runs import text_of
from generator.library import SignatoryUse

_SLOTS = (
    (parts.FRONT, "voorblad"),
    (parts.PARTIES, "partijen"),
    (parts.RECITALS, "overwegingen"),
    (parts.ARTICLE, "artikelen"),
)


def outline(
    name: str, title: str, made: Sequence[Part], written: Written, signing: Sequence[SignatoryUse]
) -> str:
    ids = written.ids
    return "\n".join(
        [
            f"document: {name}",
            f"titel: {yaml_text(literal(title, starts=True))}",
            "vorm: overeenkomst",
            "poort: tekenen",
            *_slots(made, written),
            *_annexes(made, ids),
            *_signing(made, ids, signing),
            "versie: 1",
            "",
        ]
    )


def _slots(made: Sequence[Part], written: Written) -> Iterator[str]:
    for slot, key in _SLOTS:
        found = [i for part, i in zip(made, written.ids, strict=True) if part.slot == slot]
        if found:
            yield f"{key}:"
            yield from (
                f"  - {{clausule: {i}, begrippen: ja}}" if i in written.defining else f"  - {i}"
                for i in found
            )


def _annexes(made: Sequence[Part], ids: Sequence[str]) -> Iterator[str]:
    found = [(part, i) for part, i in zip(made, ids, strict=True) if part.slot == parts.ANNEX]
    if found:
        yield "bijlagen:"
    for part, i in found:
        title = yaml_text(text_of(part.title) or "Bijlage")
        yield f"  - {{id: {annex_name(i)}, titel: {title}, clausules: [{i}]}}"


def _signing(made: Sequence[Part], ids: Sequence[str], signing: Sequence[SignatoryUse]) -> Iterator[str]:
    texts = [i for part, i in zip(made, ids, strict=True) if part.slot == parts.SIGNING]
    yield "ondertekening:"
    if texts:
        yield f"  tekst: [{', '.join(texts)}]"
    yield "  partijen:" if signing else "  partijen: []"
    for use in signing:
        who = f", ondertekenaars: {'.'.join(use.signatories)}" if use.signatories else ""
        yield f"    - {{rol: {use.role}, naam: {'.'.join(use.name)}{who}}}"


def questionnaire(name: str, title: str, asked: Sequence[tuple[str, Sequence[str]]]) -> str:
    """``asked``: per section the questions that the contract reads."""
    return "\n".join(
        [
            f"vragenlijst: {name}",
            f"titel: {yaml_text(title)}",
            "rubrieken:",
            *(
                f"  - {{rubriek: {section}, vragen: [{', '.join(questions)}]}}"
                for section, questions in asked
            ),
            "documenten:",
            f"  - {name}",
            "",
        ]
    )
