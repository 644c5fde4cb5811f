"""The command line. Commands are modules, loaded when they are called: start-up is felt on every keystroke."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the `journeys` program. Exit codes: 0 clean, 1 findings, 2 wrong use, 3 the tool failed."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from journeys._version import __version__

        print(f"journeys {__version__}")
        return
    from journeys.cli.program import run

    sys.exit(run())
