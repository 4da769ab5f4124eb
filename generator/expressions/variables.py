"""The variables, options and filtered lists of an expression, resolved; with what is wrong and the nearest right name."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.expressions.ast import Path, Records
from generator.expressions.builtins import BUILT_IN
from generator.expressions.names import Meaning, choices_of, record_fields
from generator.expressions.syntax import Source, offset_of, text_constant, written_path
from generator.expressions.typecheck import LISTS, field_named, test_options
from generator.library import Kind, Question

if TYPE_CHECKING:
    from jinja2 import nodes

Tests = tuple[tuple[str, tuple[str, ...]], ...]


def variable(source: Source, node: "nodes.Expr") -> tuple[Path, Meaning] | None:
    """The full path that a name stands for, with its question; None after reporting why not."""
    written = written_path(node)
    if written is None:
        source.fail(
            "niet-toegestaan",
            "hier hoort een variabele te staan",
            "schrijf een variabele als rubriek.vraag; andere bewerkingen kent de bibliotheek hier niet",
            offset_of(node),
        )
        return None
    path = source.names.canonical(written)
    meaning = source.names.resolve(written)
    if path is None or meaning is None:
        _unknown(source, written, offset_of(node))
        return None
    return path, meaning


def _unknown(source: Source, written: Path, offset: int) -> None:
    dotted = ".".join(written)
    nearest = source.names.nearest(written)
    remedy = "kijk in questionnaires/rubrieken welke vragen er zijn"
    if _asks_field_of_list(source, written):
        remedy = f"zet dit in {{% for x in {'.'.join(written[:-1])} %}} en schrijf x.{written[-1]}"
    elif nearest is not None:
        name, meaning = nearest
        place = meaning.position
        where = "" if place == BUILT_IN else f" ({place.path}:{place.line})"
        remedy = f"schrijf '{name}'{where}"
    source.fail("onbekende-variabele", f"onbekende variabele '{dotted}'", remedy, offset, len(dotted))


def _asks_field_of_list(source: Source, written: Path) -> bool:
    meaning = source.names.resolve(written[:-1]) if len(written) > 1 else None
    return isinstance(meaning, Question) and meaning.kind is Kind.LIST


def option(source: Source, name: str, allowed: tuple[str, ...], of: str, offset: int) -> str:
    """The option, after reporting when there is none of that name. Nothing allowed: options are not known here."""
    if allowed and name not in allowed:
        near = get_close_matches(name, allowed, n=1, cutoff=0.5)
        remedy = f"schrijf '{near[0]}'" if near else "kies uit: " + ", ".join(allowed)
        message = f"'{of}' heeft geen optie '{name}'"
        source.fail("onbekende-optie", message, remedy, offset, len(name) + 2)
    return name


def options(source: Source, meaning: Meaning, node: "nodes.Expr", of: str) -> tuple[str, ...] | None:
    """``"a"`` or ``["a", "b"]``, each an option of the question; None after reporting that it is something else."""
    allowed = tuple(c.id for c in choices_of(meaning))
    return _named(source, node, allowed, of)


def _named(source: Source, node: "nodes.Expr", allowed: tuple[str, ...], of: str) -> tuple[str, ...] | None:
    from jinja2 import nodes

    items = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
    found: list[str] = []
    for item in items:
        name = _truth_word(item)
        if name is None:
            source.fail(
                "verkeerd-type",
                f"bij '{of}' horen opties tussen aanhalingstekens",
                "kies uit: " + ", ".join(f'"{a}"' for a in allowed) if allowed else 'schrijf "optie"',
                offset_of(item),
            )
            return None
        found.append(option(source, name, allowed, of, offset_of(item)))
    return tuple(found)


def _truth_word(node: "nodes.Expr") -> str | None:
    from jinja2 import nodes

    if isinstance(node, nodes.Const) and isinstance(node.value, bool):
        return "ja" if node.value else "nee"
    return text_constant(node)


def records(source: Source, node: "nodes.Expr") -> Records | None:
    """``L`` or ``L | met(…)``, where L is a list or matrix; None after reporting."""
    from jinja2 import nodes

    if isinstance(node, nodes.Filter) and node.name == "met" and node.node is not None:
        inner = records(source, node.node)
        if inner is None:
            return None
        found = tests(source, inner.path, node)
        return None if found is None else Records(inner.path, (*inner.tests, *found))
    found_variable = variable(source, node)
    if found_variable is None:
        return None
    path, meaning = found_variable
    if meaning.kind not in LISTS:
        source.fail(
            "verkeerd-type",
            f"'{'.'.join(path)}' is een {meaning.kind}, geen lijst",
            "gebruik met, alle en aantal alleen bij een lijst of matrix",
            offset_of(node),
            len(".".join(path)),
        )
        return None
    return Records(path)


def tests(source: Source, path: Path, node: "nodes.Filter") -> Tests | None:
    """The ``field="option"`` tests of ``met`` and ``alle``; None after reporting."""
    list_ = source.names.resolve(path)
    if not isinstance(list_, Question):
        return None
    if node.args or not node.kwargs or node.dyn_args or node.dyn_kwargs:
        source.fail(
            "niet-toegestaan",
            f'bij {node.name}(…) horen tests als veld="optie"',
            f'schrijf {node.name}(veld="optie")',
            node.lineno,
            len(node.name),
        )
        return None
    found = [_test(source, list_, pair) for pair in node.kwargs]
    return None if None in found else tuple(t for t in found if t is not None)


def _test(
    source: Source, list_: Question, pair: "nodes.Keyword | nodes.Pair"
) -> tuple[str, tuple[str, ...]] | None:
    name, node = str(pair.key), pair.value
    field = field_named(list_, name)
    if field is None:
        known = [f.id for f in record_fields(list_)]
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        remedy = f"schrijf '{near[0]}'" if near else "kies uit: " + ", ".join(known)
        message = f"'{list_.id}' heeft geen veld '{name}'"
        source.fail("onbekende-variabele", message, remedy, offset_of(node), len(name))
        return None
    allowed = test_options(field)
    if allowed is None:
        source.fail(
            "verkeerd-type",
            f"veld '{name}' is een {field.kind}: daar kan met(…) niet op zoeken",
            "zoek op een keuzeveld, of schrijf {% for %} met een voorwaarde",
            offset_of(node),
        )
        return None
    named = _named(source, node, allowed, name)
    return None if named is None else (name, named)
