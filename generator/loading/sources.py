"""One content file on its way in: YAML into its model, or front matter and body."""

from typing import TypeVar

from pydantic import BaseModel

from generator.diagnostics import Position
from generator.frozen import dataclass
from generator.loading.located import Scalar, Tree, read_tree
from generator.loading.problems import Problems
from generator.loading.schema import KEBAB, read

Model = TypeVar("Model", bound=BaseModel)
FENCE = "---"


@dataclass(frozen=True, slots=True)
class Body:
    """The text below the front matter and where it begins."""

    text: str
    start: Position


def _tree(path: str, text: str, problems: Problems, *, line: int = 1) -> Tree | None:
    try:
        return read_tree(path, text, problems, line=line)
    except RecursionError:
        problems.add(
            "te-diep",
            "in dit bestand staan te veel niveaus in elkaar",
            "haal haakjes en inspringingen weg tot het bestand leest als de andere",
            Position(path, line),
        )
        return None


def read_yaml(model: type[Model], path: str, text: str, problems: Problems) -> Model | None:
    tree = _tree(path, text, problems)
    return read(model, tree, problems) if tree is not None else None


def read_front(model: type[Model], path: str, text: str, problems: Problems) -> tuple[Model, Body] | None:
    """The front matter as its model, with the body; None after reporting."""
    lines = text.split("\n")
    end = next((i for i, line in enumerate(lines) if i > 0 and line.rstrip() == FENCE), None)
    if lines[0].rstrip() != FENCE or end is None:
        problems.add(
            "kop-ontbreekt",
            "het bestand begint niet met een kop tussen twee regels ---",
            "zet bovenaan ---, dan de sleutels (titel, versie …), dan weer ---",
            Position(path),
        )
        return None
    tree = _tree(path, "\n".join(lines[1:end]), problems, line=2)
    front = read(model, tree, problems) if tree is not None else None
    return (front, Body("\n".join(lines[end + 1 :]), Position(path, end + 2))) if front is not None else None


def stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def check_stem(path: str, declared: Scalar, problems: Problems) -> None:
    """What a file calls itself is what it is called."""
    if declared.replace("_", "-") != stem(path).replace("_", "-"):
        problems.add(
            "naam-past-niet",
            f"het bestand heet '{stem(path)}', maar noemt zich '{declared}'",
            f"schrijf '{stem(path)}', of geef het bestand de naam '{declared}'",
            declared.position,
            width=len(declared),
        )


def check_kebab(path: str, problems: Problems) -> None:
    for part in path.rsplit(".", 1)[0].split("/")[1:]:
        if not KEBAB.fullmatch(part):
            problems.add(
                "vorm-van-naam",
                f"de naam '{part}' van dit bestand of deze map past niet",
                "gebruik kleine letters, cijfers en - en begin met een letter",
                Position(path),
            )
