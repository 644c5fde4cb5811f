"""`python -m journeys.features.reference FOLDER`: write the reference pages into a folder of documentation."""

from __future__ import annotations

import sys
from pathlib import Path

from journeys.features.reference.pages import write_pages


def main(arguments: list[str]) -> int:
    """Write the pages, and say which ones changed. Takes the folder (`docs` if none is named); returns an exit code."""
    folder = Path(arguments[0] if arguments else "docs")
    if not folder.is_dir():
        sys.stderr.write(f"{folder}: there is no such folder\n")
        return 2
    for path in write_pages(folder):
        sys.stdout.write(f"wrote {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
