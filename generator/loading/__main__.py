"""``python -m generator.loading [MAP]``: everything there is to say about a library."""

import sys
from collections import Counter
from pathlib import Path

from generator.diagnostics import Severity, render
from generator.loading.load import load_with_diagnostics


def main(arguments: list[str]) -> int:
    _library, found = load_with_diagnostics(Path(arguments[0]) if arguments else None)
    for diagnostic in found:
        sys.stdout.write(render(diagnostic) + "\n\n")
    for slug, count in Counter(d.slug for d in found).most_common():
        sys.stdout.write(f"{count:5}  {slug}\n")
    sys.stdout.write(f"{len(found)} meldingen\n")
    return 1 if any(d.severity is Severity.ERROR for d in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
