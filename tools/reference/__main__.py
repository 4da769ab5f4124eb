"""``python -m tools.reference MAP`` writes the reference pages in a folder, to read them without building the site."""

import sys
from pathlib import Path

from tools.reference.site import pages

for name, text in pages().items():
    place = Path(sys.argv[1]) / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
