"""What MkDocs calls while it builds the handbook: the reference pages are made then, and are nowhere else."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    from mkdocs.structure.files import File

    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from tools.reference.site import pages

    for name, text in pages().items():
        files.append(File.generated(config, name, content=text))
    return files
