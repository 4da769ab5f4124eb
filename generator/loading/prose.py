"""The texts for people in a library's files, with their places. What is such a text is declared in the file schema."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from pydantic import BaseModel

from generator.loading.layout import KNOWN_WORDS, Layout, arranged
from generator.loading.located import Scalar, Wording
from generator.loading.problems import Problems
from generator.loading.prose_body import body_prose, masked
from generator.loading.schema import Allowing
from generator.loading.schema_clauses import (
    ClauseFront,
    FactorsFile,
    OutlineFile,
    RiskFront,
    SourcesFile,
    SubjectsFile,
    TermFront,
    WordsFile,
)
from generator.loading.schema_questions import (
    CatalogueFile,
    OptionBlock,
    PackageFile,
    QuestionnaireFile,
    SectionAddition,
    SectionFile,
)
from generator.loading.sources import Body, read_front, read_yaml
from generator.prose import Allowance, Manuscript, Prose, Repeat, WordRules, pieces_in

LISTS: Mapping[str, type[BaseModel]] = {
    "clauses/onderbouwing.yaml": FactorsFile,
    "clauses/onderwerpen.yaml": SubjectsFile,
    "clauses/bronnen.yaml": SourcesFile,
}


def read_manuscript(texts: Mapping[str, str]) -> Manuscript:
    """What can be read; faults in the files are told by loading."""
    silent = Problems()
    layout = arranged(texts, silent)
    prose: list[Prose] = []
    allowed: dict[str, tuple[Allowance, ...]] = {}
    for path, model, body in (*_fronts(layout, texts, silent), *_yamls(layout, texts, silent)):
        prose.extend(_wordings(model, path, texts[path]))
        if isinstance(model, Allowing) and model.allowed:
            allowed[path] = tuple(Allowance(str(w), w.position) for w in model.allowed)
        if body is not None:
            prose.extend(body_prose(body, as_text=isinstance(model, TermFront)))
    return Manuscript(tuple(prose), _rules(layout, texts, silent), allowed)


Read = tuple[str, BaseModel, Body | None]


def _fronts(layout: Layout, texts: Mapping[str, str], problems: Problems) -> Iterator[Read]:
    kinds: Sequence[tuple[list[str], type[BaseModel]]] = (
        (layout.clauses, ClauseFront),
        (layout.terms, TermFront),
        (layout.risks, RiskFront),
    )
    for paths, kind in kinds:
        for path in paths:
            read = read_front(kind, path, texts[path], problems)
            if read is not None:
                yield path, *read


def _yamls(layout: Layout, texts: Mapping[str, str], problems: Problems) -> Iterator[Read]:
    kinds: Sequence[tuple[Sequence[str], type[BaseModel]]] = (
        (layout.outlines, OutlineFile),
        (layout.questionnaires, QuestionnaireFile),
        (layout.sections, SectionFile),
        ([path for found in layout.additions.values() for path in found], SectionAddition),
        (layout.catalogues, CatalogueFile),
        (layout.packages, PackageFile),
        *((layout.lists.get(path, ()), kind) for path, kind in LISTS.items()),
    )
    for paths, kind in kinds:
        for path in paths:
            read = read_yaml(kind, path, texts[path], problems)
            if read is not None:
                yield path, read, None


def _wordings(value: Any, path: str, source: str) -> Iterator[Prose]:
    """Every text for people in a file that was read, in the order of the schema."""
    if isinstance(value, Wording):
        yield _located(value, path, source, printed=value.printed)
    elif isinstance(value, OptionBlock) and value.in_document is None:
        yield _located(value.label, path, source, printed=True)
        for name in ("explanation", "group", "purpose"):
            yield from _wordings(getattr(value, name), path, source)
    elif isinstance(value, PackageFile):
        yield from _wordings(value.title, path, source)
        yield from (_located(s, path, source, printed=True) for s in _phrases(value.answers))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _wordings(getattr(value, name), path, source)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _wordings(part, path, source)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _wordings(part, path, source)


def _phrases(answers: Any) -> Iterator[Scalar]:
    """Answers of more than one word: a package fills them in on paper."""
    match answers:
        case Scalar() if " " in answers.strip():
            yield answers
        case dict():
            yield from chain.from_iterable(map(_phrases, answers.values()))
        case list():
            yield from chain.from_iterable(map(_phrases, answers))


def _located(text: Scalar, path: str, source: str, *, printed: bool) -> Prose:
    return Prose(masked(text), path, pieces_in(source, text.position, text), printed)


def _rules(layout: Layout, texts: Mapping[str, str], problems: Problems) -> WordRules:
    """The library's own rules; a house layer adds words to each list, and takes none away."""
    paths = layout.lists.get("clauses/woorden.yaml", ())
    found = [f for path in paths if (f := read_yaml(WordsFile, path, texts[path], problems)) is not None]
    return WordRules(
        {str(k): str(v) for file in found for k, v in file.replacements.items()},
        tuple(str(w) for file in found for w in file.double_negatives),
        tuple(str(w) for file in found for w in file.never_printed),
        tuple(str(w) for file in found for w in file.unfinished),
        {path: tuple(texts[path].split("\n")) for path in layout.lists.get(KNOWN_WORDS, ())},
        tuple(
            Repeat(str(r.sentence), tuple(map(str, r.units)), r.sentence.position)
            for file in found
            for r in file.repeats
        ),
    )
