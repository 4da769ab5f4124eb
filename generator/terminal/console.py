"""What kind of terminal this is; asked before anything heavy is imported."""

import os
import sys


def not_a_terminal() -> bool:
    """Whether input or output is redirected: then no question can be asked."""
    streams = (sys.stdin, sys.stdout)
    return not all(s is not None and not s.closed and s.isatty() for s in streams)


def wants_plain() -> bool:
    """Plain lines without cursor control: asked for, or the terminal can do nothing else."""
    asked = any(os.environ.get(name) for name in ("ZWARTOPWIT_EENVOUDIG", "ACCESSIBLE"))
    return asked or os.environ.get("TERM") == "dumb"
