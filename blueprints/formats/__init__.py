"""Drawings in other forms: a module for each format, with a line about it in this table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from blueprints.formats.format import Format
from journeys.errors import UsageError
from journeys.language.words import did_you_mean

__all__ = ["FORMATS", "Format", "format_named", "format_of"]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            Format("svg", "svg"),
            Format("png", "png", scaled=True, pictured=True),
            Format("pdf", "pdf", pictured=True),
            Format("dot", "dot"),
            Format("html", "html", chained=True),
            Format("text", "txt"),
            Format("markdown", "md"),
            Format("mermaid", "mmd"),
            Format("json", "json", chained=True),
        )
    }
)
"""The formats by name."""


def format_named(name: str) -> Format:
    """The format of a name. Raises UsageError for one that is not there."""
    if name not in FORMATS:
        raise UsageError(f"there is no format “{name}”: {did_you_mean(name, FORMATS)}")
    return FORMATS[name]


def format_of(path: Path) -> Format:
    """The format that a file's ending names. Raises UsageError for an ending that names none."""
    ending = path.suffix.lstrip(".").lower()
    for one in FORMATS.values():
        if one.ending == ending:
            return one
    known = ", ".join(one.ending for one in FORMATS.values())
    raise UsageError(f"a drawing cannot be saved as .{ending}: name a file that ends in {known}")
