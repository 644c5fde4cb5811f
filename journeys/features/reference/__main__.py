"""`python -m journeys.features.reference FOLDER` writes the reference pages into a folder of documentation.

`python -m journeys.features.reference --codes` names the next free code of each series of rules.
"""

from __future__ import annotations

import sys
from pathlib import Path

from journeys.checks.registry import RETIRED, catalogue
from journeys.features.reference.codes import next_codes
from journeys.features.reference.pages import write_pages


def main(arguments: list[str]) -> int:
    """Do what is asked. Takes the folder (`docs` if none is named) or `--codes`; returns an exit code."""
    if arguments == ["--codes"]:
        return _say_codes()
    folder = Path(arguments[0] if arguments else "docs")
    if not folder.is_dir():
        sys.stderr.write(f"{folder}: there is no such folder\n")
        return 2
    for path in write_pages(folder):
        sys.stdout.write(f"wrote {path}\n")
    return 0


def _say_codes() -> int:
    rules = catalogue()
    for series, code in next_codes({rule.code for rule in rules} | RETIRED).items():
        example = next((rule.name for rule in rules if rule.code.startswith(series)), "all retired")
        sys.stdout.write(f"{code}  after {series}…, such as {example}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
