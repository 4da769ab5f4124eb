"""How large modules and functions are: the median, the largest, and what is over the bar."""

import ast
from collections.abc import Iterator, Mapping
from statistics import median

from benchmarks.interleaved import ROOT

MODULE_BAR, FUNCTION_BAR = 400, 40
MODULE_MEDIAN, FUNCTION_MEDIAN = 120, 8


def main() -> int:
    files = sorted((ROOT / "generator").rglob("*.py"))
    sources = {str(f.relative_to(ROOT)): f.read_text(encoding="utf-8") for f in files}
    modules = {name: len(text.splitlines()) for name, text in sources.items() if text.strip()}
    functions = {name: size for file, text in sources.items() for name, size in functions_of(file, text)}
    over = tell("modules", modules, MODULE_MEDIAN, MODULE_BAR)
    over += tell("functions", functions, FUNCTION_MEDIAN, FUNCTION_BAR)
    return 1 if over else 0


def functions_of(file: str, text: str) -> Iterator[tuple[str, int]]:
    """Every function with its number of lines, from ``def`` to its end."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            last = node.end_lineno or node.lineno
            yield f"{file}:{node.lineno} {node.name}", last - node.lineno + 1


def tell(what: str, sizes: Mapping[str, int], wanted: int, bar: int) -> int:
    """Print the figures; returns how many are over the bar."""
    largest = max(sizes, key=lambda name: sizes[name])
    over = sorted((name for name, size in sizes.items() if size > bar), key=lambda name: -sizes[name])
    print(f"{what}: {len(sizes)}, median {median(sizes.values()):.0f} lines (target {wanted})")
    print(f"  largest: {sizes[largest]} lines, {largest}; over {bar}: {len(over)}")
    for name in over:
        print(f"  {sizes[name]} {name}")
    return len(over)


if __name__ == "__main__":
    raise SystemExit(main())
