"""Mending a file: the edits of findings as changes of its text, everything else left as it was."""

from journeys.checks.fixes.conflicts import conflicts, findings_of, with_help
from journeys.checks.fixes.files import FixedFile, diff, fix_files, paths_of, write_fixed
from journeys.checks.fixes.fix import Fixed, edited_text, fix_text
from journeys.checks.fixes.put import flowing

__all__ = [
    "Fixed",
    "FixedFile",
    "conflicts",
    "diff",
    "edited_text",
    "findings_of",
    "fix_files",
    "fix_text",
    "flowing",
    "paths_of",
    "with_help",
    "write_fixed",
]
