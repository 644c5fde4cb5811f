"""Entries of mappings as YAML: on one line where that is not too long, else a line for each key."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.checks.fixes import scalars
from journeys.language.finding import Entered, Paired

# As in the canonical layout, from the first column on.
_WIDTH, _INDENT = 120, "  "


def in_line(entry: Entered) -> str:
    """An entry on one line, as it may stand in braces too."""
    return f"{scalars.key(entry.key)}: {{{', '.join(_said(entry))}}}"


def in_lines(entry: Entered) -> list[str]:
    """An entry as lines of a block, the first without indentation."""
    line = in_line(entry)
    if len(_INDENT + line) <= _WIDTH:
        return [line]
    return [f"{scalars.key(entry.key)}:", *(_INDENT + said for said in _said(entry))]


def _said(entry: Entered) -> Iterator[str]:
    for key, value in entry.says:
        written = f"{{{', '.join(_pairs(value))}}}" if isinstance(value, Paired) else _written(value)
        yield f"{scalars.key(key)}: {written}"


def _pairs(value: Paired) -> Iterator[str]:
    return (f"{scalars.key(key)}: {_written(said)}" for key, said in value.says)


def _written(value: str | tuple[str, ...]) -> str:
    return scalars.scalar(value) if isinstance(value, str) else f"[{', '.join(map(scalars.scalar, value))}]"
