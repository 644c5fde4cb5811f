"""Which sheet of a workbook is meant: never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from journeys.errors import UsageError
from journeys.language.quantities import counted

ADVICE = "write a heading above each column"
_LISTED = 12


def chosen(path: Path, sheet: str, names: Sequence[str], filled: Sequence[str]) -> str:
    """The name of the sheet to read: the one that was asked for, else the only one that is shown and `filled`.

    Raises UsageError where that is none, or several are.
    """
    if sheet:
        if sheet in names:
            return sheet
        raise UsageError(f"{path} has no sheet “{sheet[:40]}”: there {_are(names)}")
    if len(filled) == 1:
        return filled[0]
    if not filled:
        raise UsageError(f"{path} is empty: the first line of a sheet has to name the columns")
    several = f"{path} has {counted(len(filled), 'sheet')} that hold something"
    raise UsageError(f"{several}: say with `--sheet` which; there {_are(filled)}")


def _are(names: Sequence[str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"{'is' if len(names) == 1 else 'are'} {', '.join(f'“{name[:40]}”' for name in names[:_LISTED])}{more}"
