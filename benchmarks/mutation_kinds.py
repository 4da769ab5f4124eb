"""Ways to seed a fault into the bundled library."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Texts = dict[str, str]
Place = tuple[str, str]
"""The file, and what stands on the line that must be named."""


@dataclass(frozen=True)
class Mutation:
    """``batch``: faults of one batch do not hide each other; ``remedy``: what the mend must say."""

    name: str
    slug: str
    batch: str
    apply: Callable[[Texts, list[str]], Place]
    remedy: str = ""


ALL: list[Mutation] = []
SYNTAX, MEANING, CIRCLE, PROOF, LANGUAGE = "vorm", "betekenis", "kring", "bewijs", "taal"
_PLAIN = re.compile(
    r"^(?!.*(documenten|begrippen|risicos|bijlage|brief|verklaring|rapport|voorblad|keuzeblad)).*\.md$"
)


def plain_clauses(texts: Texts) -> list[str]:
    """Clauses of the agreement: each fault gets one of its own."""
    used = texts["clauses/documenten/overeenkomst.yaml"]
    named = (p for p in sorted(texts) if _PLAIN.match(p) and p[len("clauses/") : -3] in used)
    own = "opdracht/documentatie", "opdracht/kwaliteit", "opdracht/ai", "prijs/strippenkaart"
    return [
        p
        for p in named
        if "onderwerp: " in texts[p] and "grond: " in texts[p] and p[len("clauses/") : -3] not in own
    ]


def seeded(
    name: str, slug: str, batch: str, path: str, old: str, new: str, remedy: str = "", at: Place | str = ""
) -> None:
    """Replace the first match of ``old`` in one file; the fault is told there, or ``at`` another place."""

    def apply(texts: Texts, _plain: list[str]) -> Place:
        if not re.search(old, texts[path], re.MULTILINE):
            raise LookupError(f"{name}: '{old}' does not stand in {path} any more")
        texts[path] = re.sub(old, new, texts[path], count=1, flags=re.MULTILINE)
        if isinstance(at, tuple):
            return at
        return path, at or new.replace("\\", "").strip("\n").split("\n")[0]

    ALL.append(Mutation(name, slug, batch, apply, remedy))


_next = iter(range(1000))


def written(name: str, slug: str, text: str, remedy: str = "", at: str = "", batch: str = SYNTAX) -> None:
    """Add a paragraph to a clause of its own."""
    n = next(_next)

    def apply(texts: Texts, plain: list[str]) -> Place:
        path = plain[n]
        texts[path] = f"{texts[path].rstrip()}\n\n{text}\n"
        return path, at or text.split("\n", maxsplit=1)[0]

    ALL.append(Mutation(name, slug, batch, apply, remedy))


def headed(
    name: str, slug: str, old: str, new: str, remedy: str = "", batch: str = SYNTAX, at: str = ""
) -> None:
    """Change the front matter of a clause of its own."""
    n = next(_next)

    def apply(texts: Texts, plain: list[str]) -> Place:
        path = plain[n]
        if not re.search(old, texts[path], re.MULTILINE):
            raise LookupError(f"{name}: '{old}' does not stand in {path}")
        texts[path] = re.sub(old, new, texts[path], count=1, flags=re.MULTILINE)
        return path, at or new.split("\n", maxsplit=1)[0]

    ALL.append(Mutation(name, slug, batch, apply, remedy))
